//! Results on standard output.
//!
//! In: bytes. Out: the same on standard output. Never: fails because whoever reads has seen enough.

use std::io::{ErrorKind, Write, stdout};

use super::error::{Error, Reason};

/// Writes a result on standard output, all of it or as much as is wanted there.
pub(crate) fn print(bytes: &[u8]) -> Result<(), Error> {
    let mut stdout = stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Ok(()) => Ok(()),
        // `akam-workbook … | head` closes the pipe when it has enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(not_printed(error.kind())),
    }
}

/// Standard output did not take a result.
pub(crate) fn not_printed(kind: ErrorKind) -> Error {
    Error {
        what: "the result".to_owned(),
        path: "standard output".to_owned(),
        reason: Reason::NotWritten(kind),
    }
}
