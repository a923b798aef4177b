//! What `generate --json` and `check --json` print (`docs/formats.md`, "Findings").
//!
//! In: what was made or checked, and the findings. Out: one JSON document. Never: holds what a candidate wrote; a diagnostic holds none of it.

mod shape;

use crate::diagnostic::Diagnostic;
use crate::ids::{Date, Edition, FormId, FrameworkId};
use crate::spec::edition::KindCount;
use crate::spec::model::EditionDigest;

use shape::{CheckDocument, MadeDocument};

/// A workbook that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeFile {
    /// Where it is, as shown.
    pub path: String,
    /// Whether the file is new or was replaced; otherwise it was there with these very bytes.
    pub is_new: bool,
    /// Which form.
    pub workbook: FormId,
    /// Number of pages.
    pub page_count: usize,
    /// Number of form fields.
    pub field_count: usize,
    /// Size in bytes.
    pub byte_count: usize,
    /// As in `kamd`.
    pub framework: FrameworkId,
    /// As in `2026a`.
    pub edition: Edition,
    /// Digest of the edition.
    pub digest: EditionDigest,
}

/// What a specification holds.
#[derive(Clone, Debug)]
pub struct CheckedEdition {
    /// As in `kamd`.
    pub framework: FrameworkId,
    /// As in `2026a`.
    pub edition: Edition,
    /// The date that dates every output.
    pub published: Date,
    /// Digest of the edition.
    pub digest: EditionDigest,
    /// How many of each kind.
    pub counts: Vec<KindCount>,
    /// The forms that could be planned and laid out.
    pub forms: Vec<CheckedForm>,
}

/// A form that could be planned and laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedForm {
    /// Which form.
    pub id: FormId,
    /// Its title.
    pub title: String,
    /// Number of pages.
    pub page_count: usize,
    /// Number of form fields.
    pub field_count: usize,
}

/// What `generate --json` prints.
///
/// # Errors
/// Only if there is no memory left.
pub fn made(files: &[MadeFile], found: &[Diagnostic]) -> Result<Vec<u8>, serde_json::Error> {
    document(&MadeDocument::new(files, found))
}

/// What `check --json` prints; `edition` is null where the specification could not be used.
///
/// # Errors
/// Only if there is no memory left.
pub fn checked(
    edition: Option<&CheckedEdition>,
    found: &[Diagnostic],
) -> Result<Vec<u8>, serde_json::Error> {
    document(&CheckDocument::new(edition, found))
}

fn document(shape: &impl serde::Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(shape)?;
    bytes.push(b'\n');
    Ok(bytes)
}
