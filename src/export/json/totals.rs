//! How many files came to what.
//!
//! In: entries. Out: their number by status. Never: counts a file twice, or not at all.

use crate::responses::Status;

use super::shape::{FileEntry, Totals};

impl Totals {
    /// Counts entries by status.
    #[must_use]
    pub fn of(files: &[FileEntry]) -> Self {
        let count = |status: Status| {
            let is_it = |file: &&FileEntry| file.status.0 == status.as_str();
            files.iter().filter(is_it).count()
        };
        Self {
            files: files.len(),
            answered: count(Status::Answered),
            blank: count(Status::Blank),
            flattened: count(Status::Flattened),
            scanned: count(Status::Scanned),
            locked: count(Status::Locked),
            damaged: count(Status::Damaged),
            empty: count(Status::Empty),
            not_a_pdf: count(Status::NotAPdf),
            not_a_workbook: count(Status::NotAWorkbook),
            unknown_edition: count(Status::UnknownEdition),
            duplicate: count(Status::Duplicate),
            over_limit: count(Status::OverLimit),
            unreadable: count(Status::Unreadable),
            failed: count(Status::Failed),
        }
    }

    /// Number of files of a status.
    #[must_use]
    pub const fn count(&self, status: Status) -> usize {
        match status {
            Status::Answered => self.answered,
            Status::Blank => self.blank,
            Status::Flattened => self.flattened,
            Status::Scanned => self.scanned,
            Status::Locked => self.locked,
            Status::Damaged => self.damaged,
            Status::Empty => self.empty,
            Status::NotAPdf => self.not_a_pdf,
            Status::NotAWorkbook => self.not_a_workbook,
            Status::UnknownEdition => self.unknown_edition,
            Status::Duplicate => self.duplicate,
            Status::OverLimit => self.over_limit,
            Status::Unreadable => self.unreadable,
            Status::Failed => self.failed,
        }
    }
}
