//! What was found in a returned file: its fields, and what was odd about it.
//!
//! In: nothing; these are the types that `read` builds. Out: plain data, text in confidence.
//! Never: knows a workbook.

use crate::confidential::CandidateText;

/// A PDF as it was read.
#[derive(Clone, Debug, Default)]
pub struct ReturnedPdf {
    /// Number of pages.
    pub page_count: usize,
    /// The program that the file says wrote it (`/Producer`), at most 200 characters, control characters removed.
    pub producer: Option<String>,
    /// Number of revisions (sections that end in `%%EOF`), at least 1.
    pub revision_count: usize,
    /// Which was read, from 1; less than `revision_count` only with a warning.
    pub revision_read: usize,
    /// Whether it was encrypted, with an empty user password.
    pub is_encrypted: bool,
    /// Whether damage was repaired to read it.
    pub is_recovered: bool,
    /// Fields by full name, in the order of pages and annotations; then those on no page.
    pub fields: Vec<FormField>,
    /// What the pages show, one entry a page in order; gathered only where the file has no fields but
    /// signatures and buttons (flattened, printed or scanned).
    pub page_contents: Vec<PageContent>,
    /// Number of notes, drawings, stamps and attachments that were put on pages beside the fields.
    pub note_count: usize,
    /// What was odd.
    pub warnings: Vec<ReadWarning>,
}

/// What a page without fields shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageContent {
    /// Its text in the order of the content stream, words apart, as far as the fonts say what their glyphs mean.
    pub text: CandidateText,
    /// Number of images painted on it.
    pub image_count: usize,
}

/// One field, all its widgets together.
#[derive(Clone, Debug)]
pub struct FormField {
    /// Full name, partial names joined with full stops (ISO 32000-1, 12.7.3.2).
    pub name: String,
    /// What kind.
    pub kind: FieldKind,
    /// Its value; the page's where page and field disagree.
    pub value: FieldValue,
    /// Its default value (`/DV`).
    pub default_value: FieldValue,
    /// Field flags (`/Ff`), inherited.
    pub flags: u32,
    /// Options of a choice: export value and display text.
    pub options: Vec<(String, String)>,
    /// Its widgets, in page order.
    pub widgets: Vec<Widget>,
    /// Where several fields of this name stand on different pages, as after merging files: each by itself, in page order; else empty.
    pub copies: Vec<FormField>,
}

/// One place on a page.
#[derive(Clone, Debug)]
pub struct Widget {
    /// Page, from 1; `None` if it is on no page.
    pub page: Option<usize>,
    /// x0, y0, x1, y1 in points, y upward, as in the file, corners sorted.
    pub rect: [f64; 4],
}

/// Kinds of field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Text.
    Text,
    /// Check box.
    CheckBox,
    /// Radio buttons.
    Radio,
    /// Drop-down or list.
    Choice,
    /// Signature.
    Signature,
    /// Push button.
    Button,
}

/// A field's value.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum FieldValue {
    /// No value, or an unsigned signature field.
    #[default]
    None,
    /// Text, line ends and letters as stored.
    Text(CandidateText),
    /// Several options of a list.
    List(Vec<CandidateText>),
    /// The on-state of a button, or `Off`.
    State(String),
    /// A signature is there.
    Signed,
}

/// Something odd about a file, with a stable code: told, never fatal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadWarning {
    /// Which.
    pub code: crate::diagnostic::Code,
    /// Page, from 1.
    pub page: Option<usize>,
    /// Field name.
    pub field: Option<String>,
    /// One sentence without what anybody wrote.
    pub message: String,
}
