//! Everything that touches the disk or a standard stream: reading, writing, walking.
//!
//! In: paths and bytes. Out: bytes, or an [`Error`] that names what was wanted and where. Never: looks into what it reads or writes.

mod beside;
mod error;
mod print;
mod read;
mod walk;
mod write;

pub(crate) use beside::read_beside;
pub(crate) use error::Error;
pub(crate) use print::{not_printed, print};
pub(crate) use read::read;
pub(crate) use walk::{Found, walk};
pub(crate) use write::{Written, make_folder, write};

use std::path::Path;

/// A path as shown: as it was given, with a sign for each letter that is not Unicode.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Whether two paths lead to one file.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    let (one, other) = (one.canonicalize(), other.canonicalize());
    matches!((one, other), (Ok(one), Ok(other)) if one == other)
}
