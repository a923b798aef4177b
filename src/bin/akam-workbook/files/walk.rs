//! Walking folders of returned files.
//!
//! In: files and folders as given. Out: every file, in an order that does not depend on the machine. Never: leaves anything out: what cannot be
//! looked at stands in its place with the reason. A link to a folder is not followed, for it may lead round in a circle, and is named instead.

use std::fs::{FileType, metadata, read_dir};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::{Error, Reason};
use super::shown;

/// A file, or something in the place of one.
#[derive(Debug)]
pub(crate) struct Found {
    /// Where.
    pub(crate) path: PathBuf,
    /// Why it cannot be read, if that is known already.
    pub(crate) error: Option<Error>,
}

/// Everything at or below the paths: paths as given, what is below a folder by the bytes of its path.
pub(crate) fn walk(paths: &[PathBuf]) -> Vec<Found> {
    let mut found = Vec::new();
    for path in paths {
        match metadata(path) {
            Ok(at) if at.is_dir() => found.extend(below(path)),
            Ok(_) => found.push(file(path.clone())),
            Err(error) => found.push(unread(path.clone(), not_looked_at(error.kind()))),
        }
    }
    found
}

fn below(folder: &Path) -> Vec<Found> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = match read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                found.push(unread(folder, not_looked_at(error.kind())));
                continue;
            }
        };
        for entry in entries {
            match entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))) {
                Ok((path, kind)) if kind.is_dir() => folders.push(path),
                Ok((path, kind)) => found.push(entry_of(path, kind)),
                Err(error) => found.push(unread(folder.clone(), not_looked_at(error.kind()))),
            }
        }
    }
    found.sort_by(|a, b| {
        let (a, b) = (a.path.as_os_str(), b.path.as_os_str());
        a.as_encoded_bytes().cmp(b.as_encoded_bytes())
    });
    found
}

/// What is no folder: a file, a link to one, or something that only looks like a file.
fn entry_of(path: PathBuf, kind: FileType) -> Found {
    let kind = if kind.is_symlink() {
        match metadata(&path) {
            Ok(at) if at.is_dir() => return unread(path, Reason::IsLink),
            Ok(at) => at.file_type(),
            Err(error) => return unread(path, not_looked_at(error.kind())),
        }
    } else {
        kind
    };
    if kind.is_file() {
        file(path)
    } else {
        // Reading a pipe or a device may never end.
        unread(path, Reason::IsNoFile)
    }
}

const fn file(path: PathBuf) -> Found {
    Found { path, error: None }
}

fn unread(path: PathBuf, reason: Reason) -> Found {
    let error = Error {
        what: "the file".to_owned(),
        path: shown(&path),
        reason,
    };
    Found {
        path,
        error: Some(error),
    }
}

const fn not_looked_at(kind: ErrorKind) -> Reason {
    match kind {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Reason::Missing,
        other => Reason::NotRead(other),
    }
}
