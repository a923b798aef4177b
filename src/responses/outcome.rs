//! What became of a file that could be opened.
//!
//! In: the fields and pages of a file, and the workbooks that are known. Out: its status, the answers in it, and what a person should know.
//! Never: calls a file blank for want of anything better. Blank is a file that was read whole to its true end, without repair, with every field of
//! the workbook in it, nothing in any of them, and no note on a page; all else without an answer is told to be damaged, or is no workbook.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::field_name::PageMark;
use crate::pdf::read::{self, ReadWarning, ReturnedPdf};

use super::copies::{MAX_COPIES, Sorted, sort};
use super::matching::Known;
use super::model::{Collected, FileFacts, Origin, Status, WorkbookResponses};
use super::{notes, typed, workbook};

/// Reads the answers of every workbook in a file.
#[must_use]
pub fn collect(file: &ReturnedPdf, known: &Known<'_>) -> Collected {
    let mut diagnostics = told(file);
    let sorted = sort(&file.fields, known);
    if sorted.has_too_many_copies {
        diagnostics.push(notes::too_many_copies(MAX_COPIES));
        return Collected::without_workbooks(file, Status::OverLimit, diagnostics);
    }
    let mut workbooks = Vec::new();
    let mut strangers = Vec::new();
    for copy in &sorted.copies {
        match workbook::responses(copy, known, &mut diagnostics) {
            Some(found) => workbooks.push(found),
            None => strangers.push(workbook::origin(copy)),
        }
    }
    if workbooks.is_empty() && strangers.is_empty() {
        let (status, found) = without_our_fields(file, known);
        diagnostics.extend(found);
        return Collected::without_workbooks(file, status, diagnostics);
    }
    diagnostics.extend(strangers.iter().map(notes::unknown_edition));
    if workbooks.is_empty() {
        return Collected::new(
            file,
            Status::UnknownEdition,
            workbooks,
            strangers,
            diagnostics,
        );
    }
    let count = workbooks.len() + strangers.len();
    diagnostics.extend(of_the_copies(&sorted, count));
    let (status, found) = with_our_fields(file, &workbooks);
    diagnostics.extend(found);
    if status == Status::Answered && file.note_count > 0 {
        diagnostics.push(notes::beside_the_fields(file.note_count, true));
    }
    let kept = match status {
        Status::Answered | Status::Blank => workbooks,
        // Rows of "not answered" would say what nobody knows.
        _ => Vec::new(),
    };
    Collected::new(file, status, kept, strangers, diagnostics)
}

/// What the copies in a file give rise to.
fn of_the_copies(sorted: &Sorted<'_>, count: usize) -> Vec<Diagnostic> {
    let several = (count > 1).then(|| notes::several_workbooks(count));
    let shared = sorted.has_shared_names.then(notes::shared_names);
    let numbered = sorted.has_numbered_names.then(notes::numbered_names);
    let foreign_count = sorted.foreign_count;
    let foreign = (foreign_count > 0).then(|| notes::foreign_fields(foreign_count));
    several
        .into_iter()
        .chain(shared)
        .chain(numbered)
        .chain(foreign)
        .collect()
}

/// The status of a file that holds a known workbook.
fn with_our_fields(
    file: &ReturnedPdf,
    workbooks: &[WorkbookResponses],
) -> (Status, Option<Diagnostic>) {
    if workbooks.iter().any(WorkbookResponses::is_answered) {
        return (Status::Answered, None);
    }
    if file.note_count > 0 {
        let found = notes::beside_the_fields(file.note_count, false);
        return (Status::Flattened, Some(found));
    }
    let is_whole = workbooks.iter().all(|found| found.absent_count() == 0);
    let is_sure = !file.is_recovered
        && file.revision_read == file.revision_count
        && !file.warnings.iter().any(casts_doubt);
    let origins: Vec<&Origin> = workbooks.iter().map(|found| &found.origin).collect();
    if is_whole && is_sure {
        let given = workbooks.iter().map(WorkbookResponses::given_count).sum();
        (Status::Blank, Some(notes::blank(given)))
    } else {
        (Status::Damaged, Some(notes::nothing_in_damaged(&origins)))
    }
}

/// The status of a file that holds no field of a workbook: what its pages show decides.
fn without_our_fields(file: &ReturnedPdf, known: &Known<'_>) -> (Status, Option<Diagnostic>) {
    let has = |code: Code| file.warnings.iter().any(|warning| warning.code == code);
    if file.fields.is_empty() && has(Code::R015) {
        return (Status::OverLimit, None);
    }
    if file.fields.is_empty() && (file.is_recovered || has(Code::R014)) {
        // Fields may have been in what was lost.
        return (Status::Damaged, Some(notes::nothing_in_damaged(&[])));
    }
    let pages = &file.page_contents;
    let marks: Vec<PageMark> = pages
        .iter()
        .filter_map(|page| typed::page_mark(&page.text))
        .collect();
    let with_picture = pages.iter().filter(|page| page.image_count > 0).count();
    let without_text = pages.iter().filter(|page| page.text.is_blank()).count();
    if let Some(mark) = marks.first() {
        // A workbook has one picture at most, the publisher's mark on its first page; a scan with recognised text has one on each.
        return if with_picture * 2 > pages.len() {
            (Status::Scanned, Some(notes::scanned(Some(mark))))
        } else {
            let is_known = known.has(mark);
            (Status::Flattened, Some(notes::flattened(mark, is_known)))
        };
    }
    if !pages.is_empty() && with_picture == pages.len() && without_text == pages.len() {
        return (Status::Scanned, Some(notes::scanned(None)));
    }
    let found = notes::not_a_workbook(file.fields.len());
    (Status::NotAWorkbook, Some(found))
}

/// Whether a warning of the reader leaves open what a field held: all do but those about encryption, and about letters that may be cut, where the
/// rest tells whether somebody wrote.
fn casts_doubt(warning: &ReadWarning) -> bool {
    !matches!(warning.code, Code::R012 | Code::R026)
}

/// The warnings of the reader, but for what is told better here: pages without fields, and names that copies share.
fn told(file: &ReturnedPdf) -> Vec<Diagnostic> {
    let with_copies: BTreeSet<&str> = file
        .fields
        .iter()
        .filter(|field| !field.copies.is_empty())
        .map(|field| field.name.as_str())
        .collect();
    let is_told_here = |warning: &&ReadWarning| match warning.code {
        Code::R017 => true,
        Code::R023 => warning
            .field
            .as_deref()
            .is_some_and(|name| with_copies.contains(name)),
        _ => false,
    };
    let warnings = file
        .warnings
        .iter()
        .filter(|warning| !is_told_here(warning));
    warnings.cloned().map(Diagnostic::from).collect()
}

/// The status of a file that could not be opened, and what a person should know beyond it.
#[must_use]
pub fn refused(error: read::Error) -> (Status, Option<Diagnostic>) {
    let status = match error {
        // These two say it all.
        read::Error::Empty => return (Status::Empty, None),
        read::Error::NotAPdf => return (Status::NotAPdf, None),
        read::Error::Locked => Status::Locked,
        read::Error::Damaged { .. } => Status::Damaged,
        read::Error::OverLimit { .. } => Status::OverLimit,
        read::Error::Fault => Status::Failed,
    };
    (status, Some(error.into()))
}

impl Collected {
    fn new(
        file: &ReturnedPdf,
        status: Status,
        workbooks: Vec<WorkbookResponses>,
        strangers: Vec<Origin>,
        mut diagnostics: Vec<Diagnostic>,
    ) -> Self {
        diagnostics.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
        Self {
            facts: FileFacts::of(file),
            status,
            workbooks,
            strangers,
            diagnostics,
        }
    }

    fn without_workbooks(file: &ReturnedPdf, status: Status, diagnostics: Vec<Diagnostic>) -> Self {
        Self::new(file, status, Vec::new(), Vec::new(), diagnostics)
    }
}

impl FileFacts {
    fn of(file: &ReturnedPdf) -> Self {
        Self {
            page_count: file.page_count,
            producer: file.producer.clone(),
            revision_count: file.revision_count,
            revision_read: file.revision_read,
            is_encrypted: file.is_encrypted,
            is_recovered: file.is_recovered,
        }
    }
}
