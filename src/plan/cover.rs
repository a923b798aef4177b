//! The cover: whose workbook it is, what it covers, and what is asked once.
//!
//! In: the form and what it covers. Out: the cover, and which of the form's own questions it has no room for.
//! Never: takes a long answer or a group.

use crate::ids::{Level, NodeKind, Owner};
use crate::spec::model::{Ask, AskKind, Node, Subject};

use super::block::{Cover, CoverEntry, Section};
use super::covered::Covered;
use super::figures;
use super::planner::{Planner, Scope, Stand};
use super::wording;

/// As many questions as stand at the foot of a cover under a title of three lines.
const MOST_FIELDS: usize = 5;

/// What the cover and the title bar call the workbook.
pub(super) struct Title {
    /// The code of the one node that is covered, if it is one.
    pub(super) figure: Option<String>,
    /// Its title, or the programme's.
    pub(super) title: String,
    /// Kind of document.
    pub(super) kind: String,
    /// Language of the node, where it differs.
    entries: Vec<CoverEntry>,
}

/// What a form is called by what it covers.
pub(super) fn title(planner: &Planner<'_>, covered: &[Covered<'_>]) -> Title {
    let groups: Vec<&Node> = covered
        .iter()
        .flat_map(|covered| covered.groups.iter().map(|group| group.node))
        .collect();
    let alone = match (covered, groups.as_slice()) {
        (
            [
                Covered {
                    area: Some(area), ..
                },
            ],
            _,
        ) => Some(area.node),
        (_, [group]) => Some(*group),
        _ => None,
    };
    let wording = alone.and_then(|node| node.wording.as_deref());
    let title = wording.unwrap_or(&planner.spec.programme.title);
    let form = &planner.form.title;
    let kind = if form == title {
        &planner.spec.framework.title
    } else {
        form
    };
    let parts = match (alone, groups.as_slice()) {
        (Some(node), [group]) if node.id == group.id && node.id.kind == NodeKind::Competency => {
            group
                .children
                .iter()
                .filter(|part| !part.is_announced)
                .collect()
        }
        (Some(node), [group]) if node.id == group.id => Vec::new(),
        _ => groups,
    };
    let entry = |node: &Node| CoverEntry {
        code: node.code.clone(),
        title: wording::title(node).to_owned(),
    };
    Title {
        figure: alone.and_then(|node| node.code.clone()),
        title: title.to_owned(),
        kind: kind.clone(),
        entries: parts.into_iter().map(entry).collect(),
    }
}

/// Adds the cover. Returns the questions of the form as a whole that stand on pages of their own.
pub(super) fn add<'a>(
    planner: &mut Planner<'a>,
    title: Title,
    counts: &[(NodeKind, usize)],
) -> Vec<&'a Ask> {
    let (on_cover, elsewhere) = split(planner.asks(Level::Workbook).collect());
    let heading = heading(planner);
    let scope = Scope {
        owner: Owner::Form(planner.form.id),
        level: Level::Workbook,
        node: None,
        spoken: heading.to_owned(),
    };
    let ask = |ask: &&Ask| planner.ask(&scope, ask, Stand::Group, &ask.prompt);
    let fields: Vec<_> = on_cover.iter().map(ask).collect();
    let is_asked = !fields.is_empty();
    let notes = figures::cover_notes(planner, counts);
    let Some(identity) = planner.identify() else {
        return elsewhere;
    };
    planner.sections.push(Section::Cover(Cover {
        publisher: planner.spec.programme.publisher.name.clone(),
        figure: title.figure,
        kind: title.kind,
        title: title.title,
        entries: title.entries,
        notes,
        heading: if is_asked { heading } else { "" }.to_owned(),
        help: if is_asked {
            planner.words.form.once
        } else {
            ""
        }
        .to_owned(),
        fields,
        identity,
    }));
    elsewhere
}

/// Who fills the form in.
pub(super) fn heading<'a>(planner: &Planner<'a>) -> &'a str {
    let form = &planner.words.form;
    let programme = &planner.spec.programme;
    match (planner.form.of, &programme.respondent, programme.subject) {
        (Some(_), _, _) => form.assessor,
        (None, Some(own), _) => own,
        (None, None, Subject::Person) => form.candidate,
        (None, None, Subject::Organisation) => form.organisation,
    }
}

/// Short questions without a group stand on the cover, as many as it holds.
fn split(asks: Vec<&Ask>) -> (Vec<&Ask>, Vec<&Ask>) {
    let mut on_cover = Vec::new();
    let mut elsewhere = Vec::new();
    for ask in asks {
        if ask.group.is_none() && is_short(ask.kind) && on_cover.len() < MOST_FIELDS {
            on_cover.push(ask);
        } else {
            elsewhere.push(ask);
        }
    }
    (on_cover, elsewhere)
}

const fn is_short(kind: AskKind) -> bool {
    match kind {
        AskKind::Text
        | AskKind::Date
        | AskKind::Percent
        | AskKind::EvidenceRefs
        | AskKind::Choice
        | AskKind::Rating
        | AskKind::Judgement
        | AskKind::MarkingCredit
        | AskKind::YesNo
        | AskKind::Attest
        | AskKind::NotApplicable => true,
        AskKind::Narrative
        | AskKind::Prescription
        | AskKind::Signature
        | AskKind::EvidenceRegister => false,
    }
}
