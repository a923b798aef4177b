//! `extract`: completed workbooks read back as structured answers.
//!
//! In: files and folders, and the specifications that are known. Out: one entry per file on standard output or in a file; what a person should
//! know on standard error. Never: stops at a file, leaves one out, or writes to one.

mod editions;
mod one_file;

use std::collections::BTreeMap;
use std::path::Path;

use akam_workbook::diagnostic::{Code, Diagnostic, Severity};
use akam_workbook::export::json::{self, FileEntry, StatusWord, Totals};
use akam_workbook::responses::Status;
use rayon::ThreadPoolBuilder;
use rayon::prelude::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _,
};

use crate::args::ExtractFormat;
use crate::files::{self, Found};
use crate::report::{Exit, Report};
use crate::request::{Destination, Extract};
use editions::Editions;
use one_file::Outcome;

/// Stack of a worker; what a returned file can nest is bounded by its reader.
const STACK_BYTES: usize = 8 << 20;

/// Name and version, as written into the answers.
const PROGRAM: &str = concat!("akam-workbook ", env!("CARGO_PKG_VERSION"));

/// Reads every file and writes what came of it.
pub(crate) fn run(request: &Extract, report: &mut Report) -> Result<(), Box<Diagnostic>> {
    let Some(editions) = Editions::load(&request.specs, report) else {
        return Ok(());
    };
    let found = inputs(request);
    let mut outcomes = read_all(&found, &editions, report);
    mark_duplicates(&mut outcomes);
    for outcome in &outcomes {
        tell(outcome, &request.inputs, report);
    }
    let files: Vec<FileEntry> = outcomes.into_iter().map(|outcome| outcome.entry).collect();
    let written = match request.format {
        ExtractFormat::Json => json::document(&files, PROGRAM),
        ExtractFormat::Jsonl => json::lines(&files),
    };
    let bytes = written.map_err(|_| files::not_printed(std::io::ErrorKind::OutOfMemory))?;
    match &request.out {
        Destination::StandardOutput => files::print(&bytes)?,
        Destination::Path(path) => {
            files::write(path, &bytes, request.must_replace)?;
        }
    }
    report.say(&summary(&Totals::of(&files)));
    Ok(())
}

/// Every input in order; the file to write is no input of itself.
fn inputs(request: &Extract) -> Vec<Found> {
    let is_output = |found: &Found| match &request.out {
        Destination::Path(out) => {
            !request.inputs.contains(&found.path) && files::is_same(&found.path, out)
        }
        Destination::StandardOutput => false,
    };
    let mut found = Vec::new();
    for path in &request.inputs {
        if path == Path::new("-") {
            let path = path.clone();
            found.push(Found { path, error: None });
        } else {
            found.extend(files::walk(std::slice::from_ref(path)));
        }
    }
    found.retain(|one| !is_output(one));
    found
}

/// Reads the files on all processors; the outcomes stand in input order.
fn read_all(found: &[Found], editions: &Editions, report: &Report) -> Vec<Outcome> {
    let progress = report.progress("Reading file", found.len());
    let reader = editions.reader();
    let read = |(index, one): (usize, &Found)| {
        let outcome = one_file::read(index + 1, one, &reader);
        progress.step();
        outcome
    };
    match ThreadPoolBuilder::new().stack_size(STACK_BYTES).build() {
        Ok(pool) => pool.install(|| found.par_iter().enumerate().map(read).collect()),
        // No threads to be had: one after the other.
        Err(_) => found.iter().enumerate().map(read).collect(),
    }
}

/// Of files with the same bytes the first counts; an empty file is empty, however many there are.
fn mark_duplicates(outcomes: &mut [Outcome]) {
    let mut first_by_digest: BTreeMap<String, usize> = BTreeMap::new();
    for outcome in outcomes {
        let entry = &mut outcome.entry;
        let Some(digest) = entry.sha256.clone().filter(|_| entry.bytes != Some(0)) else {
            continue;
        };
        let first = *first_by_digest.entry(digest).or_insert(entry.file);
        if first != entry.file {
            entry.status = StatusWord(Status::Duplicate.as_str());
            entry.duplicate_of = Some(first);
            entry.workbooks.clear();
            entry.warnings.clear();
            outcome.findings.clear();
        }
    }
}

/// Shows what a person should know about a file, and counts it towards the exit code.
fn tell(outcome: &Outcome, given: &[std::path::PathBuf], report: &mut Report) {
    if outcome.entry.status.0 != Status::Answered.as_str() {
        report.raise(Exit::Findings);
    }
    for found in &outcome.findings {
        let is_given = given
            .iter()
            .any(|path| files::shown(path) == outcome.entry.path);
        report.raise(match (found.code, found.severity) {
            (Code::C001, _) if is_given => Exit::Unusable,
            (Code::C003 | Code::R006, _) => Exit::Fault,
            (_, Severity::Error | Severity::Warning) => Exit::Findings,
            (_, Severity::Note) => Exit::Done,
        });
        if found.severity != Severity::Note {
            report.tell(std::slice::from_ref(found), None);
        }
    }
}

/// As in "3 files: 2 answered, 1 notAPdf".
fn summary(totals: &Totals) -> String {
    let counts: Vec<String> = Status::ALL
        .into_iter()
        .map(|status| (totals.count(status), status.as_str()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, status)| format!("{count} {status}"))
        .collect();
    let files = if totals.files == 1 { "file" } else { "files" };
    let colon = if counts.is_empty() { "" } else { ": " };
    format!("{} {files}{colon}{}", totals.files, counts.join(", "))
}
