//! The shape of `akam-responses/1`, key by key, in the order in which the keys are written.
//!
//! In: nothing; these are the rows that `rows` fills in. Out: what serde writes and the schema describes. Never: holds what a stage works with.
//!
//! A key without a value is left out, except `value`, `what`, `shows` and `shareAsTyped`, which are null. Keys may be added, never taken away
//! or given another meaning; doc comments here are the descriptions in `docs/schema/responses.schema.json`.

mod workbook;

use schemars::JsonSchema;
use serde::Serialize;

pub use workbook::{
    AnswerEntry, CompletenessEntry, CountEntry, EvidenceEntry, MissingEntry, PartEntry, ScoreEntry,
    SlotEntry, WorkbookEntry,
};

use super::words::{SeverityWord, StatusWord};

/// Answers read back from returned files
///
/// Who reads this must ignore keys that are not described here: later versions of the program may add some, as well as kinds, statuses and warning codes.
///
/// In JSON Lines, every line is one "file" with "format" in front.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "responses")]
pub(super) struct Document<'a> {
    /// Name and number of the format
    #[schemars(extend("const" = "akam-responses/1"))]
    pub(super) format: &'a str,
    /// Name and version of the program that wrote the file
    pub(super) program: &'a str,
    /// Number of input files, and of files of each status that occurs; the statuses add up to "files"
    pub(super) totals: Totals,
    /// One entry per input file, in input order
    #[schemars(with = "Vec<FileEntry>")]
    pub(super) files: &'a [FileEntry],
}

/// One line of JSON Lines.
#[derive(Serialize)]
pub(super) struct Line<'a> {
    pub(super) format: &'a str,
    #[serde(flatten)]
    pub(super) file: &'a FileEntry,
}

/// Number of input files, and of files of each status that occurs; the statuses add up to `files`
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "totals")]
pub struct Totals {
    /// Number of input files
    pub files: usize,
    /// Workbooks with at least one answer
    #[serde(skip_serializing_if = "is_zero")]
    pub answered: usize,
    /// Workbooks read whole in which nothing was filled in
    #[serde(skip_serializing_if = "is_zero")]
    pub blank: usize,
    /// Pages of a workbook without form fields
    #[serde(skip_serializing_if = "is_zero")]
    pub flattened: usize,
    /// Pictures of pages
    #[serde(skip_serializing_if = "is_zero")]
    pub scanned: usize,
    /// Encrypted with a password
    #[serde(skip_serializing_if = "is_zero")]
    pub locked: usize,
    /// Broken, cut off or incomplete, with no answer in what is left
    #[serde(skip_serializing_if = "is_zero")]
    pub damaged: usize,
    /// Files of no bytes
    #[serde(skip_serializing_if = "is_zero")]
    pub empty: usize,
    /// Other kinds of file
    #[serde(rename = "notAPdf", skip_serializing_if = "is_zero")]
    pub not_a_pdf: usize,
    /// PDF files that are no workbook
    #[serde(skip_serializing_if = "is_zero")]
    pub not_a_workbook: usize,
    /// Workbooks of an edition or form that the program does not know
    #[serde(skip_serializing_if = "is_zero")]
    pub unknown_edition: usize,
    /// Files with the same bytes as an earlier one
    #[serde(skip_serializing_if = "is_zero")]
    pub duplicate: usize,
    /// Larger or more involved than the program reads
    #[serde(skip_serializing_if = "is_zero")]
    pub over_limit: usize,
    /// Files that the operating system did not let be read
    #[serde(skip_serializing_if = "is_zero")]
    pub unreadable: usize,
    /// Files on which the program failed
    #[serde(skip_serializing_if = "is_zero")]
    pub failed: usize,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
const fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// One input file, whatever it is
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "file")]
pub struct FileEntry {
    /// Number of the file in the run, from 1
    #[schemars(range(min = 1))]
    pub file: usize,
    /// Its path as given, or below a folder as given; "-" is standard input
    pub path: String,
    /// Its size
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    pub bytes: Option<u64>,
    /// SHA-256 of its bytes
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: Option<String>,
    /// What became of it
    pub status: StatusWord,
    /// With status duplicate: the number of the earlier file with the same bytes
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize", range(min = 1))]
    pub duplicate_of: Option<usize>,
    /// What the PDF is; these keys are there if it could be opened
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub pdf: Option<PdfFacts>,
    /// The workbooks in it: usually one, none, or as many as were merged into it
    pub workbooks: Vec<WorkbookEntry>,
    /// What a person should know, by page, field and code
    pub warnings: Vec<WarningEntry>,
}

/// What the PDF is
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PdfFacts {
    /// Whether damage was repaired to read it: answers may be missing or older
    pub recovered: bool,
    /// Whether it was encrypted with an empty password
    pub encrypted: bool,
    /// Number of revisions in it: one, and one more for each time that a program added its changes at the end
    pub revisions: usize,
    /// Which of them was read, from 1
    pub revision_read: usize,
    /// Number of pages
    pub pages: usize,
    /// The program that says it wrote it
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub producer: Option<String>,
}

/// Something a person should know
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "warning")]
pub struct WarningEntry {
    /// Its stable code, explained in docs/diagnostics.md
    #[schemars(regex(pattern = "^[A-Z][0-9]{3}$"))]
    pub code: String,
    /// How bad it is
    pub severity: SeverityWord,
    /// Page, from 1
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u32", range(min = 1))]
    pub page: Option<u32>,
    /// Field name
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub field: Option<String>,
    /// What was found, without anything a candidate wrote
    pub message: String,
    /// What to do
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub help: Option<String>,
}
