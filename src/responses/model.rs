//! What was answered, in AKAM's words: workbooks, responses, and what became of a file.
//!
//! In: nothing; these are the types that `collect` builds. Out: plain data, text in confidence.
//! Never: knows a PDF object or a file format; `export` decides how it is written.

use crate::confidential::CandidateText;
use crate::diagnostic::Diagnostic;
use crate::ids::{Date, Edition, FormId, FrameworkId, Row};
use crate::plan::field::FieldIndex;

/// What became of an input file. Exclusive, so that counts add up (`docs/formats.md`, "Statuses").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// A workbook with at least one answer.
    Answered,
    /// A workbook read whole to its true end, every field there, none answered.
    Blank,
    /// Pages of a workbook without form fields: printed to PDF or flattened; or written on beside empty fields.
    Flattened,
    /// Pictures of pages.
    Scanned,
    /// Encrypted with a password.
    Locked,
    /// Broken, cut off, or without some of its fields, and nothing answered in what is left.
    Damaged,
    /// No bytes.
    Empty,
    /// Some other kind of file.
    NotAPdf,
    /// A PDF, but no workbook.
    NotAWorkbook,
    /// A workbook of an edition or form that the program does not know.
    UnknownEdition,
    /// The same bytes as an earlier file of the run.
    Duplicate,
    /// Larger or more involved than the program is willing to read.
    OverLimit,
    /// The operating system did not let the file be read.
    Unreadable,
    /// The program failed: a bug of ours.
    Failed,
}

impl Status {
    /// Every status, in the order of the totals.
    pub const ALL: [Self; 14] = [
        Self::Answered,
        Self::Blank,
        Self::Flattened,
        Self::Scanned,
        Self::Locked,
        Self::Damaged,
        Self::Empty,
        Self::NotAPdf,
        Self::NotAWorkbook,
        Self::UnknownEdition,
        Self::Duplicate,
        Self::OverLimit,
        Self::Unreadable,
        Self::Failed,
    ];

    /// The status's name in the formats: `notAPdf`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Blank => "blank",
            Self::Flattened => "flattened",
            Self::Scanned => "scanned",
            Self::Locked => "locked",
            Self::Damaged => "damaged",
            Self::Empty => "empty",
            Self::NotAPdf => "notAPdf",
            Self::NotAWorkbook => "notAWorkbook",
            Self::UnknownEdition => "unknownEdition",
            Self::Duplicate => "duplicate",
            Self::OverLimit => "overLimit",
            Self::Unreadable => "unreadable",
            Self::Failed => "failed",
        }
    }
}

/// What a PDF is, whatever it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// Number of pages.
    pub page_count: usize,
    /// The program that says it wrote it.
    pub producer: Option<String>,
    /// Number of revisions, at least 1.
    pub revision_count: usize,
    /// Which was read, from 1.
    pub revision_read: usize,
    /// Whether it was encrypted with an empty password.
    pub is_encrypted: bool,
    /// Whether damage was repaired to read it.
    pub is_recovered: bool,
}

/// What a PDF turned out to hold.
#[derive(Clone, Debug)]
pub struct Collected {
    /// What it is.
    pub facts: FileFacts,
    /// What became of it.
    pub status: Status,
    /// The workbooks of known editions in it, in the order in which their first fields stand.
    pub workbooks: Vec<WorkbookResponses>,
    /// The workbooks of other editions in it.
    pub strangers: Vec<Origin>,
    /// What a person should know, by page, field and code.
    pub diagnostics: Vec<Diagnostic>,
}

/// Which workbook fields belong to, and what a merging program wrote around their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// As in `kamd`.
    pub framework: FrameworkId,
    /// As in `2026a`.
    pub edition: Edition,
    /// As in `w0001`.
    pub form: FormId,
    /// First 16 hex digits of the edition's digest, as the file itself says; `None` if it does not say.
    pub digest: Option<String>,
    /// What stands around every name.
    pub affix: Affix,
}

/// What stands before and behind the field names of one copy.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Affix {
    /// As in `1.`.
    pub before: String,
    /// As in `+1`.
    pub after: String,
}

/// The answers of one workbook.
#[derive(Clone, Debug)]
pub struct WorkbookResponses {
    /// Which workbook, and which copy.
    pub origin: Origin,
    /// Index of its plan among those that were known.
    pub plan_index: usize,
    /// One for each field of the plan, in its order.
    pub responses: Vec<Response>,
}

impl WorkbookResponses {
    /// Whether anything at all was written in it, readable or not.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.responses
            .iter()
            .any(|response| response.answer.is_something())
    }

    /// How many fields still hold what the workbook was given beforehand.
    #[must_use]
    pub fn given_count(&self) -> usize {
        let answers = self.responses.iter().map(|response| &response.answer);
        answers.filter(|answer| **answer == Answer::Given).count()
    }

    /// How many fields of the plan are not in the file.
    #[must_use]
    pub fn absent_count(&self) -> usize {
        self.responses
            .iter()
            .filter(|response| response.place.is_none())
            .count()
    }
}

/// What one field holds.
#[derive(Clone, Debug)]
pub struct Response {
    /// Which field of the plan.
    pub field: FieldIndex,
    /// Where it is in the file; `None` if the file does not have it.
    pub place: Option<FilePlace>,
    /// What was answered.
    pub answer: Answer,
    /// The text as stored, where it differs from the value.
    pub raw: Option<CandidateText>,
    /// Width of its first widget in points: copies in another print have other boxes.
    pub width: Option<f64>,
}

/// Where a field is in a returned file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlace {
    /// Its name there, affixes included.
    pub name: String,
    /// Page of its first widget, from 1; `None` if it is on no page.
    pub page: Option<u32>,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Nothing, white space alone, or "(choose)".
    Unanswered,
    /// The value that the workbook was given beforehand, untouched.
    Given,
    /// Something that is no answer to this question, as a text that is none of the options.
    Unread,
    /// An answer.
    Answered {
        /// As the formats hold it: text in LF and NFC, the value of an option, `yes`, `signed`.
        value: CandidateText,
        /// What else is known of it.
        companion: Companion,
    },
}

impl Answer {
    /// Whether it counts as an answer.
    #[must_use]
    pub const fn is_answered(&self) -> bool {
        matches!(self, Self::Answered { .. })
    }

    /// Whether somebody wrote something, be it an answer or not.
    #[must_use]
    pub const fn is_something(&self) -> bool {
        matches!(self, Self::Answered { .. } | Self::Unread)
    }

    /// The value, if it is an answer.
    #[must_use]
    pub const fn value(&self) -> Option<&CandidateText> {
        match self {
            Self::Answered { value, .. } => Some(value),
            Self::Unanswered | Self::Given | Self::Unread => None,
        }
    }

    /// What else is known of an answer.
    #[must_use]
    pub const fn companion(&self) -> Option<&Companion> {
        match self {
            Self::Answered { companion, .. } => Some(companion),
            Self::Unanswered | Self::Given | Self::Unread => None,
        }
    }
}

/// What is known of an answer beside its value.
#[derive(Clone, Debug, PartialEq)]
pub enum Companion {
    /// Nothing.
    None,
    /// The day that is meant, beyond doubt.
    Date(Date),
    /// A number from 0 to 100.
    Number(f64),
    /// Rows of the register that are cited, each once, in the order of mention; not empty.
    Refs(Vec<Row>),
    /// The option that was chosen.
    Choice {
        /// Its label in the specification.
        label: String,
        /// What it counts, if anything.
        score: Option<f64>,
    },
    /// Yes or no.
    Flag(bool),
}
