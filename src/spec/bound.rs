//! The most findings that are of use to a person.
//!
//! In: everything found, by place. Out: the first of it, errors before warnings, and how many more there were. Never: drops one in silence.

use crate::diagnostic::{Code, Diagnostic, Place};

/// The most findings that are reported of one file.
const MOST: usize = 500;

/// Keeps the first findings and counts the others (S053).
pub(crate) fn bound(found: &mut Vec<Diagnostic>) {
    let Some(more) = found.len().checked_sub(MOST).filter(|more| *more > 0) else {
        return;
    };
    // A sort by severity keeps the order of place within errors and within warnings.
    found.sort_by_key(|one| one.severity);
    found.truncate(MOST);
    found.sort_by(|a, b| a.place.cmp(&b.place));
    let message = format!("{more} more findings are not shown");
    let note = Diagnostic::note(Code::S053, Place::Whole, message);
    found.push(
        note.help("mend the first ones, and check again: often one slip is the cause of many"),
    );
}
