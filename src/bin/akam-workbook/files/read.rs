//! Reading whole files and standard input.
//!
//! In: a path or a stream, and the most that is wanted of it. Out: its bytes. Never: reads without a bound.

use std::fs::{File, metadata};
use std::io::{ErrorKind, Read, stdin};
use std::path::Path;

use akam_workbook::spec;

use super::error::{Error, Reason};
use super::shown;
use crate::report::Text;
use crate::request::Source;

/// Reads `what`, as in "the specification". Of more than `most` bytes it reads `most` and one more, so that the stage can tell.
pub(crate) fn read(source: &Source, what: &str, most: u64) -> Result<Text, Error> {
    match source {
        Source::BuiltIn => Ok(Text {
            name: "spec/akam-kam-diploma.json (built in)".to_owned(),
            bytes: spec::BUILT_IN.to_vec(),
        }),
        Source::StandardInput => {
            let name = "standard input".to_owned();
            match bounded(stdin().lock(), most) {
                Ok(bytes) => Ok(Text { name, bytes }),
                Err(kind) => Err(Error {
                    what: what.to_owned(),
                    path: name,
                    reason: Reason::NotRead(kind),
                }),
            }
        }
        Source::File(path) => Ok(Text {
            name: shown(path),
            bytes: read_file(path, what, most)?,
        }),
    }
}

/// Reads a file; of more than `most` bytes `most` and one more.
pub(crate) fn read_file(path: &Path, what: &str, most: u64) -> Result<Vec<u8>, Error> {
    let failed = |reason| Error {
        what: what.to_owned(),
        path: shown(path),
        reason,
    };
    match metadata(path) {
        Ok(found) if found.is_dir() => return Err(failed(Reason::IsFolder)),
        Ok(_) => {}
        Err(error) => return Err(failed(not_read(error.kind()))),
    }
    let file = File::open(path).map_err(|error| failed(not_read(error.kind())))?;
    bounded(file, most).map_err(|kind| failed(not_read(kind)))
}

const fn not_read(kind: ErrorKind) -> Reason {
    match kind {
        // "x.json/y" where x.json is a file.
        ErrorKind::NotFound | ErrorKind::NotADirectory => Reason::Missing,
        other => Reason::NotRead(other),
    }
}

fn bounded(stream: impl Read, most: u64) -> Result<Vec<u8>, ErrorKind> {
    let mut bytes = Vec::new();
    let mut stream = stream.take(most.saturating_add(1));
    stream
        .read_to_end(&mut bytes)
        .map_err(|error| error.kind())?;
    Ok(bytes)
}
