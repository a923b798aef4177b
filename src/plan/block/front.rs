//! The opening pages of a workbook: cover, prose, contents and counts.
//!
//! In: nothing; these are types. Out: plain data. Never: knows how wide a page is.

use super::{Markup, Target};
use crate::plan::field::FieldIndex;

/// The first page.
#[derive(Clone, Debug)]
pub struct Cover {
    /// Who publishes.
    pub publisher: String,
    /// The large figure, as in "4"; absent if there is no code.
    pub figure: Option<String>,
    /// Kind of document, as in "Diploma competency workbook".
    pub kind: String,
    /// Title, as in "Relationships and interaction".
    pub title: String,
    /// What the workbook covers: code and title.
    pub entries: Vec<CoverEntry>,
    /// Lines about what is declared and present, shown under the entries; may be empty.
    pub notes: Vec<String>,
    /// Heading of the block at the foot, as in "Candidate".
    pub heading: String,
    /// Help beside it.
    pub help: String,
    /// What is asked once per workbook.
    pub fields: Vec<FieldIndex>,
    /// The read-only identity: a widget at the page mark of the first page, after the fields above in reading order.
    pub identity: FieldIndex,
}

/// One line of the cover's list.
#[derive(Clone, Debug)]
pub struct CoverEntry {
    /// As in "4.1".
    pub code: Option<String>,
    /// As in "Collaborating".
    pub title: String,
}

/// A page of prose.
#[derive(Clone, Debug)]
pub struct Prose {
    /// As in "Read first".
    pub kicker: String,
    /// Page title.
    pub title: String,
    /// Its sections, in order.
    pub sections: Vec<ProseSection>,
}

/// A heading and its text.
#[derive(Clone, Debug)]
pub struct ProseSection {
    /// Number of a step, from 1.
    pub number: Option<u32>,
    /// Heading.
    pub heading: String,
    /// In which voice the text is set.
    pub voice: Voice,
    /// Language, where it differs from the document's.
    pub language: Option<String>,
    /// The text.
    pub body: Markup,
    /// Items below the text; a term stands before its meaning.
    pub items: Vec<ProseItem>,
}

/// One item below a text.
#[derive(Clone, Debug)]
pub struct ProseItem {
    /// The term explained, if any.
    pub term: Option<String>,
    /// Text or meaning.
    pub body: Markup,
}

/// The typographic voice of a text (`DESIGN.md`, "Type").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Serif 10.5/15.
    Prose,
    /// Serif 10/13: lists and sources.
    Reference,
    /// Sans 10/14: the form's own explanations of terms.
    Form,
}

/// Contents and counts.
#[derive(Clone, Debug)]
pub struct Contents {
    /// As in "At a glance".
    pub kicker: String,
    /// As in "Contents".
    pub title: String,
    /// Column heads: what is covered, part, rows, page.
    pub heads: [String; 4],
    /// One group per competency, unit or element.
    pub groups: Vec<ContentsGroup>,
    /// The line under the table: what is covered, parts, rows; an empty text is left out.
    pub totals: [String; 3],
    /// Figures of the programme; absent if it has none.
    pub figures: Option<Figures>,
}

/// One group of the contents.
#[derive(Clone, Debug)]
pub struct ContentsGroup {
    /// As in "4.1".
    pub code: Option<String>,
    /// Title.
    pub title: String,
    /// Its rows.
    pub rows: Vec<ContentsRow>,
}

/// One line of the contents.
#[derive(Clone, Debug)]
pub struct ContentsRow {
    /// As in "Relational states".
    pub label: String,
    /// Number of rows asked, if it is a table of rows.
    pub count: Option<usize>,
    /// Whether it is set in the secondary colour (register, closing).
    pub is_secondary: bool,
    /// Where it leads.
    pub target: Target,
}

/// Figures of the programme: number and what it counts.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Heading.
    pub heading: String,
    /// Help beside it.
    pub help: String,
    /// Number as shown, and its words.
    pub rows: Vec<(String, String)>,
}
