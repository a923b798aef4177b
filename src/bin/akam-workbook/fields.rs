//! `fields`: the form fields of any PDF, one line of JSON a file.
//!
//! In: files. Out: one line for each, in the order given, whatever is in it; exit code 1 if one could not be read.
//! Never: stops at a file, or lets a fault in one reach the next.

use std::panic::{AssertUnwindSafe, catch_unwind};

use akam_workbook::diagnostic::Diagnostic;
use akam_workbook::export::fields::{error_line, line};
use akam_workbook::pdf::read::limits::MAX_FILE_BYTES;
use akam_workbook::pdf::read::{Error, ReturnedPdf, read};

use crate::files;
use crate::report::{Exit, Report};
use crate::request::{Fields, Source};

/// Lists the fields of each file.
///
/// # Errors
/// C004 if standard output takes no more.
pub(crate) fn run(request: &Fields, report: &mut Report) -> Result<(), Box<Diagnostic>> {
    for source in &request.files {
        let (name, outcome) = read_guarded(source);
        let written = match &outcome {
            Ok(read) => line(&name, read),
            Err(error) => {
                report.raise(Exit::Findings);
                error_line(&name, error)
            }
        };
        let line = written.map_err(|_| files::not_printed(std::io::ErrorKind::OutOfMemory))?;
        files::print(&line)?;
    }
    Ok(())
}

/// Reads one file; what goes wrong in it, our own faults too, is its alone.
fn read_guarded(source: &Source) -> (String, Result<ReturnedPdf, Box<Diagnostic>>) {
    let most = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX);
    let text = match files::read(source, "the file", most) {
        Ok(text) => text,
        Err(error) => return (error.path.clone(), Err(error.into())),
    };
    let outcome = catch_unwind(AssertUnwindSafe(|| read(&text.bytes))).unwrap_or(Err(Error::Fault));
    (text.name, outcome.map_err(|error| Box::new(error.into())))
}
