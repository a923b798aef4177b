//! Answers as JSON and JSON Lines: `akam-responses/1` (`docs/formats.md`, "The answers").
//!
//! In: what became of each file, in input order. Out: bytes, the same for the same input on every machine. Never: writes a clock, a host name, or a
//! path that was not given.

mod answers;
mod rows;
mod schema;
mod shape;
mod totals;
mod words;

pub use rows::{AssessedWorkbook, FileOutcome, entry};
pub use schema::schema;
pub use shape::{
    AnswerEntry, CompletenessEntry, CountEntry, EvidenceEntry, FileEntry, MissingEntry, PartEntry,
    PdfFacts, ScoreEntry, SlotEntry, Totals, WarningEntry, WorkbookEntry,
};
pub use words::{KindWord, PlainNumber, SeverityWord, StateWord, StatusWord, WorkbookStatusWord};

use shape::{Document, Line};

/// The format's name, as it stands in every file.
pub const FORMAT: &str = "akam-responses/1";

/// One JSON document: two spaces, LF, keys in the order of the documentation. `program` is name and version.
///
/// # Errors
/// Only if there is no memory left.
pub fn document(files: &[FileEntry], program: &str) -> Result<Vec<u8>, serde_json::Error> {
    let document = Document {
        format: FORMAT,
        program,
        totals: Totals::of(files),
        files,
    };
    let mut bytes = serde_json::to_vec_pretty(&document)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// One entry a line, each with the format in front.
///
/// # Errors
/// Only if there is no memory left.
pub fn lines(files: &[FileEntry]) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = Vec::new();
    for file in files {
        let line = Line {
            format: FORMAT,
            file,
        };
        serde_json::to_writer(&mut bytes, &line)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}
