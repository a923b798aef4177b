//! One input file, whatever it is, to its entry.
//!
//! In: a file as found. Out: its entry and what a person should know. Never: fails; what goes wrong is the file's status.

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use akam_workbook::diagnostic::Diagnostic;
use akam_workbook::export::json::{self, FileEntry, FileOutcome};
use akam_workbook::pdf::read;
use akam_workbook::responses::{self, Status};
use sha2::{Digest as _, Sha256};

use super::editions::Reader;
use crate::files::{self, Error, Found};
use crate::request::Source;

/// What came of one file.
pub(super) struct Outcome {
    /// As it is written.
    pub(super) entry: FileEntry,
    /// What a person should know.
    pub(super) findings: Vec<Diagnostic>,
}

/// Reads one file.
pub(super) fn read(number: usize, found: &Found, reader: &Reader<'_>) -> Outcome {
    let path = files::shown(&found.path);
    let bytes = match &found.error {
        Some(error) => Err(error.clone()),
        None => bytes_of(&found.path),
    };
    let outcome = match bytes {
        Err(error) => {
            let mut outcome = FileOutcome::new(number, path, Status::Unreadable);
            outcome.diagnostics.push(error.into());
            outcome
        }
        Ok(bytes) => {
            let guarded = AssertUnwindSafe(|| answers(&bytes, reader));
            let mut outcome = catch_unwind(guarded).unwrap_or_else(|_| refused(read::Error::Fault));
            (outcome.number, outcome.path) = (number, path);
            if bytes.len() <= read::limits::MAX_FILE_BYTES {
                outcome.bytes = u64::try_from(bytes.len()).ok();
                outcome.sha256 = Some(sha256(&bytes));
            }
            outcome
        }
    };
    let named = |found: &Diagnostic| found.clone().in_file(&outcome.path);
    Outcome {
        entry: json::entry(&outcome),
        findings: outcome.findings().into_iter().map(named).collect(),
    }
}

/// Of a file that is larger than is read, as much as shows that it is.
fn bytes_of(path: &Path) -> Result<Vec<u8>, Error> {
    let most = u64::try_from(read::limits::MAX_FILE_BYTES).unwrap_or(u64::MAX);
    let source = Source::typed(path.to_path_buf());
    files::read(&source, "the file", most).map(|text| text.bytes)
}

fn answers<'a>(bytes: &[u8], reader: &Reader<'a>) -> FileOutcome<'a> {
    let pdf = match read::read(bytes) {
        Ok(pdf) => pdf,
        Err(error) => return refused(error),
    };
    let collected = responses::collect(&pdf, &reader.known);
    let mut outcome = FileOutcome::new(0, String::new(), collected.status);
    outcome.facts = Some(collected.facts);
    outcome.workbooks = collected
        .workbooks
        .into_iter()
        .filter_map(|found| reader.assessed(found))
        .collect();
    outcome.strangers = collected.strangers;
    outcome.diagnostics = collected.diagnostics;
    outcome
}

fn refused<'a>(error: read::Error) -> FileOutcome<'a> {
    let (status, finding) = responses::refused(error);
    let mut outcome = FileOutcome::new(0, String::new(), status);
    outcome.diagnostics.extend(finding);
    outcome
}

fn sha256(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _written = write!(digits, "{byte:02x}");
    }
    digits
}
