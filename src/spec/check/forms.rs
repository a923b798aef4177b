//! Workbooks and assessor's forms: what they cover, what they are called, how they look.
//!
//! In: their shapes. Out: their sound types. Findings: S014, S015, S018, S024 to S028, S041, S042, S047, and those of questions and texts.
//! Never: plans a page.

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::{FormId, NodeId};
use crate::spec::json::{self, View};
use crate::spec::locate::At;
use crate::spec::model::{Form, Group, Paper, Rules, ThemeBase, ThemeChoice};
use crate::spec::quote::{one_of, quoted};

use super::once::Once;
use super::{Draft, asks, colour, covers, texts};

/// What forms refer to.
pub(super) struct Known<'s> {
    /// The file.
    pub(super) spec: &'s json::Spec,
    /// The tree.
    pub(super) tree: Vec<(&'static str, Vec<View<'s>>)>,
    /// The rules, for word guides.
    pub(super) rules: &'s Rules,
}

/// Checks all forms of the file at `at`: the workbooks, then the assessor's.
pub(super) fn forms(known: &Known<'_>, at: At<'_>, draft: &mut Draft) -> Vec<Form> {
    let spec = known.spec;
    if spec.workbooks.is_empty() {
        let place = at.key("workbooks").place();
        let found = Diagnostic::error(Code::S018, place, "there are no workbooks");
        draft
            .found
            .push(found.help("add one; docs/formats.md says what it holds"));
    }
    let mut forms: Vec<Form> = Vec::new();
    for (workbook, at) in spec.workbooks.iter().zip(at.items("workbooks")) {
        let own = workbook.theme.as_ref();
        let taken = Taken {
            of: None,
            covers: covers::covers(&workbook.covers, at.key("covers"), known, &mut draft.found),
            theme: own.map_or_else(house, |shape| {
                theme(shape, at.key("theme"), &mut draft.found)
            }),
        };
        forms.extend(form(
            &Written::of_workbook(workbook),
            at,
            taken,
            known,
            draft,
        ));
    }
    let workbooks = forms.clone();
    for (assessment, at) in spec.assessment.iter().zip(at.items("assessment")) {
        let taken = of(assessment, at, &workbooks, known, &mut draft.found);
        forms.extend(form(
            &Written::of_assessment(assessment),
            at,
            taken,
            known,
            draft,
        ));
    }
    forms
}

/// What a form takes from elsewhere: an assessor's form from its workbook.
struct Taken {
    of: Option<FormId>,
    covers: Vec<NodeId>,
    theme: ThemeChoice,
}

/// What an assessor's form takes from its workbook (S028).
fn of(
    assessment: &json::Assessment,
    at: At<'_>,
    workbooks: &[Form],
    known: &Known<'_>,
    found: &mut Vec<Diagnostic>,
) -> Taken {
    let ids: Vec<&str> = known
        .spec
        .workbooks
        .iter()
        .map(|workbook| workbook.id.as_str())
        .collect();
    if !ids.contains(&assessment.of.as_str()) {
        let message = format!("there is no workbook {}", quoted(&assessment.of));
        let help = one_of(&ids, "add the workbook first");
        found.push(Diagnostic::error(Code::S028, at.key("of").place(), message).help(help));
    }
    let of = workbooks
        .iter()
        .find(|form| form.id.to_string() == assessment.of);
    let own = assessment.theme.as_ref();
    let own = own.map(|shape| theme(shape, at.key("theme"), found));
    Taken {
        of: of.map(|form| form.id),
        covers: of.map(|form| form.covers.clone()).unwrap_or_default(),
        theme: own
            .or_else(|| of.map(|form| form.theme.clone()))
            .unwrap_or_else(house),
    }
}

/// What workbooks and assessor's forms have in common.
struct Written<'s> {
    id: &'s str,
    title: &'s str,
    file: &'s str,
    groups: &'s [json::Group],
    asks: &'s json::Asks,
}

impl<'s> Written<'s> {
    fn of_workbook(shape: &'s json::Workbook) -> Self {
        Self {
            id: &shape.id,
            title: &shape.title,
            file: &shape.file,
            groups: &shape.groups,
            asks: &shape.asks,
        }
    }

    fn of_assessment(shape: &'s json::Assessment) -> Self {
        Self {
            id: &shape.id,
            title: &shape.title,
            file: &shape.file,
            groups: &shape.groups,
            asks: &shape.asks,
        }
    }
}

fn form(
    written: &Written<'_>,
    at: At<'_>,
    taken: Taken,
    known: &Known<'_>,
    draft: &mut Draft,
) -> Option<Form> {
    let id_at = at.key("id");
    let id = texts::grammar(
        FormId::parse(written.id),
        written.id,
        "a form's id",
        id_at,
        &mut draft.found,
    );
    draft.ids.id("form", written.id, id_at, &mut draft.found);
    file(written.file, at.key("file"), draft);
    let title = texts::plain(written.title, "title", at.key("title"), &mut draft.found);
    let groups = groups(written.groups, at, &mut draft.found);
    let context = asks::Context {
        known,
        groups: written.groups,
        kinds: covers::kinds(&taken.covers, known),
        is_workbook: at.get("of").is_none(),
        form: id,
    };
    let asks = context.levels(written.asks, at.key("asks"), draft);
    Some(Form {
        id: id?,
        of: taken.of,
        title,
        file: written.file.to_owned(),
        covers: taken.covers,
        theme: taken.theme,
        groups,
        asks,
        at: id_at.span(),
    })
}

fn house() -> ThemeChoice {
    ThemeChoice {
        base: ThemeBase::House,
        paper: Paper::A4,
        accent: None,
        is_for_pen: false,
    }
}

/// The name of the PDF, the same on every system (S041, S042).
fn file(file: &str, at: At<'_>, draft: &mut Draft) {
    let Draft { files, found, .. } = draft;
    let is_sound = (1..=80).contains(&file.len())
        && file.starts_with(|letter: char| letter.is_ascii_alphanumeric())
        && file
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    if !is_sound {
        let message = format!(
            "{} is not a file name, expected up to 80 letters a to z, digits, hyphens and underscores",
            quoted(file)
        );
        found.push(
            Diagnostic::error(Code::S041, at.place(), message).help(
                "write a name without folder and without .pdf, as in \"competency-workbook\"",
            ),
        );
    }
    // Some systems take "A.pdf" and "a.pdf" for one file.
    if let Some(first) = files.again(&file.to_ascii_lowercase(), at) {
        found.push(
            Diagnostic::error(
                Code::S042,
                at.place(),
                format!("two forms have the file name {}", quoted(file)),
            )
            .also(first, "first used here")
            .help("give one of them another name: it would be written over the other"),
        );
    }
}

fn theme(shape: &json::Theme, at: At<'_>, found: &mut Vec<Diagnostic>) -> ThemeChoice {
    let accent = shape.accent.as_ref();
    ThemeChoice {
        base: shape.base.into(),
        paper: shape.paper.into(),
        accent: accent.and_then(|accent| colour::accent(accent, at.key("accent"), found)),
        is_for_pen: false,
    }
}

fn groups(shapes: &[json::Group], at: At<'_>, found: &mut Vec<Diagnostic>) -> Vec<Group> {
    let mut once = Once::default();
    let mut groups = Vec::new();
    for (shape, at) in shapes.iter().zip(at.items("groups")) {
        let id_at = at.key("id");
        texts::name(&shape.id, "a group's id", id_at, found);
        once.name("group", &shape.id, id_at, found);
        groups.push(Group {
            id: shape.id.clone(),
            title: texts::plain(&shape.title, "title", at.key("title"), found),
            body: shape
                .body
                .as_ref()
                .map(|body| texts::body(body, at.key("body"), found)),
            at: id_at.span(),
        });
    }
    groups
}
