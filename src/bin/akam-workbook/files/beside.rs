//! Files that a specification names, such as the publisher's mark.
//!
//! In: the specification's path and a relative one. Out: the file's bytes. Never: leaves the folder of the specification, by ".." or a link.

use std::path::{Path, PathBuf};

use super::error::{Error, Reason};
use super::read::read_file;
use crate::request::Source;

/// Reads the file `name` beside the specification. Beside standard input means the folder that the command is run in.
pub(crate) fn read_beside(
    spec: &Source,
    name: &str,
    what: &str,
    most: u64,
) -> Result<Vec<u8>, Error> {
    let failed = |reason| Error {
        what: what.to_owned(),
        path: name.to_owned(),
        reason,
    };
    let folder = match spec {
        Source::BuiltIn => return Err(failed(Reason::Missing)),
        Source::StandardInput => PathBuf::from("."),
        Source::File(path) => match path.parent() {
            Some(folder) if folder != Path::new("") => folder.to_path_buf(),
            _ => PathBuf::from("."),
        },
    };
    let path = folder.join(name);
    // Links are followed first: what counts is where the file really lies.
    if let (Ok(folder), Ok(path)) = (folder.canonicalize(), path.canonicalize())
        && !path.starts_with(folder)
    {
        return Err(failed(Reason::Outside));
    }
    read_file(&path, what, most)
}
