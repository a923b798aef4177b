//! From a sound specification to everything a workbook prints and asks.

pub mod block;
pub mod field;

use crate::ids::{Date, Edition, FormId, FrameworkId};

pub use crate::spec::model::{EditionDigest, Mark, Paper, ThemeChoice};

use block::Section;
use field::{Field, FieldIndex};

/// One form, planned: what is printed and what is asked, in reading order.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Which form of which edition.
    pub identity: Identity,
    /// Facts about the document as a whole.
    pub document: Document,
    /// How it looks.
    pub theme: ThemeChoice,
    /// The publisher's mark, if the specification has one.
    pub mark: Option<Mark>,
    /// What is printed.
    pub sections: Vec<Section>,
    /// Every form field, in printing order; each stands in exactly one section. One of them is the identity.
    pub fields: Vec<Field>,
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
}
