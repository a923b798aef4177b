//! From a sound specification to everything a workbook prints and asks.
//!
//! In: a specification and one of its forms. Out: a [`Plan`], every section in reading order, every field named; and what is wrong with the form.
//! Never: knows how wide a page is, or that there are pages.

pub mod block;
pub mod field;

mod areas;
mod asked;
mod check;
mod cover;
mod covered;
mod figures;
mod groups;
mod guide;
mod index;
mod pieces;
mod planner;
mod prose;
mod sections;
mod sheets;
mod sources;
mod texts;
mod wording;

use crate::diagnostic::Checked;
use crate::field_name::IdentityValue;
use crate::ids::{Date, Edition, FormId, FrameworkId};
use crate::messages::Messages;
use crate::spec::edition::{self, KindCount};
use crate::spec::model::{Form, Spec};

pub use crate::spec::model::{EditionDigest, Mark, Paper, ThemeBase, ThemeChoice};
pub use sources::SourceText;

use block::Section;
use cover::Title;
use field::{Field, FieldIndex};
use index::Index;
use planner::Planner;

/// One form, planned: what is printed and what is asked, in reading order.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Which form of which edition.
    pub identity: Identity,
    /// Facts about the document as a whole.
    pub document: Document,
    /// The workbook that this is the assessor's form of.
    pub of: Option<FormId>,
    /// How many nodes of each kind the edition has, and how many the programme declares.
    pub counts: Vec<KindCount>,
    /// How it looks.
    pub theme: ThemeChoice,
    /// The publisher's mark, if the specification has one.
    pub mark: Option<Mark>,
    /// What is printed.
    pub sections: Vec<Section>,
    /// Every form field, in printing order; each stands in exactly one section. One of them is the identity.
    pub fields: Vec<Field>,
    /// Wordings, and other texts with letters beyond ASCII, and where each is written, so that what cannot be printed has a place.
    pub sources: Vec<SourceText>,
}

impl Plan {
    /// What a person is asked, in printing order: every field but the identity.
    pub fn asked(&self) -> impl Iterator<Item = (FieldIndex, &Field)> {
        let indexed = self.fields.iter().enumerate();
        indexed
            .filter(|(_, field)| field.is_asked())
            .map(|(index, field)| (FieldIndex(index), field))
    }
}

/// Which form of which edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// As in `kamd`.
    pub framework: FrameworkId,
    /// As in `2026a`.
    pub edition: Edition,
    /// As in `w0001`.
    pub form: FormId,
    /// Digest of the edition.
    pub digest: EditionDigest,
}

impl Identity {
    /// What the read-only identity field holds.
    #[must_use]
    pub fn value(&self) -> IdentityValue {
        IdentityValue {
            framework: self.framework.clone(),
            edition: self.edition.clone(),
            form: self.form,
            digest: self.digest.short(),
        }
    }
}

/// Facts about the document as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Title for the title bar and the XMP, as in "Diploma competency workbook 4: Relationships and interaction".
    pub title: String,
    /// BCP 47 tag.
    pub language: String,
    /// The publisher's name.
    pub author: String,
    /// The line at the foot, as in "AKAM Diploma workbook 4 · Relationships and interaction".
    pub foot: String,
    /// "Page {page} of {pages}".
    pub page_phrase: String,
    /// The date of every output.
    pub published: Date,
    /// File name without folder: `akam-diploma-area-4-2026a.pdf`.
    pub file_name: String,
    /// The specification, which travels inside the file; `None` for no attachment.
    pub attachment: Option<Attachment>,
}

/// A file inside the workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// As in `kamd-2026a.json`.
    pub name: String,
    /// What it is, in words.
    pub description: String,
    /// JSON.
    pub content: String,
}

/// Plans a form: everything it prints and asks, in reading order.
///
/// Findings: P001 to P006.
pub fn plan(spec: &Spec, form: &Form) -> Checked<Plan> {
    let spoken = Messages::for_language(&spec.programme.language);
    let words = spoken.unwrap_or(Messages::english());
    let identity = Identity {
        framework: spec.framework.id.clone(),
        edition: spec.framework.edition.clone(),
        form: form.id,
        digest: spec.digest,
    };
    let nouns = wording::nouns(words, &spec.programme.nouns);
    let mut planner = Planner {
        index: Index::of(spec),
        spec,
        form,
        identity: &identity,
        words,
        nouns: &nouns,
        words_language: spoken.is_none().then(|| words.language.to_owned()),
        fields: Vec::new(),
        sections: Vec::new(),
        pending: 0,
    };
    let covered = covered::covered(&planner.index, form);
    let title = cover::title(&planner, &covered);
    let document = document(spec, form, words, &title);
    sections::add(&mut planner, &covered, title);
    let Planner {
        fields,
        sections,
        index,
        ..
    } = planner;
    let findings = check::findings(spec, form, &index, &fields);
    let plan = Plan {
        identity,
        document,
        of: form.of,
        counts: edition::counts(spec),
        theme: form.theme.clone(),
        mark: spec.programme.publisher.mark.clone(),
        sections,
        fields,
        sources: sources::sources(spec, form),
    };
    Checked::new(plan, findings)
}

fn document(spec: &Spec, form: &Form, words: &Messages, title: &Title) -> Document {
    let publisher = &spec.programme.publisher;
    let name = match &title.figure {
        Some(figure) => format!("{} {figure}", title.kind),
        None => title.kind.clone(),
    };
    let for_pen = if form.theme.is_for_pen {
        words.form.for_pen
    } else {
        ""
    };
    Document {
        title: format!("{name}: {}{for_pen}", title.title),
        language: spec.programme.language.clone(),
        author: publisher.name.clone(),
        foot: format!("{} {name} · {}", publisher.short_name, title.title),
        page_phrase: words.form.page_of.to_owned(),
        published: spec.framework.published,
        file_name: format!("{}-{}.pdf", form.file, spec.framework.edition),
        attachment: Some(Attachment {
            name: format!("{}-{}.json", spec.framework.id, spec.framework.edition),
            description: words.form.specification.to_owned(),
            content: spec.canonical.clone(),
        }),
    }
}
