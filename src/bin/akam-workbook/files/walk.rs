//! Walking folders of returned files.
//!
//! In: files and folders as given. Out: every file, in an order that does not depend on the machine. Never: follows a link to a folder, which
//! may lead round in a circle; it names it instead.

use std::fs::{metadata, read_dir};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::{Error, Reason};
use super::shown;

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    /// Every file: arguments as given, files in a folder by the bytes of their paths.
    pub(crate) files: Vec<PathBuf>,
    /// Links to folders, which were not followed.
    pub(crate) links: Vec<PathBuf>,
    /// What could not be looked at.
    pub(crate) errors: Vec<Error>,
}

/// Every file at or below the paths.
pub(crate) fn walk(paths: &[PathBuf]) -> Walk {
    let mut walk = Walk::default();
    for path in paths {
        match metadata(path) {
            Ok(found) if found.is_dir() => below(path, &mut walk),
            Ok(_) => walk.files.push(path.clone()),
            Err(error) => walk.errors.push(not_looked_at(path, error.kind())),
        }
    }
    walk
}

fn below(folder: &Path, walk: &mut Walk) {
    let first = walk.files.len();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = match read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                walk.errors.push(not_looked_at(&folder, error.kind()));
                continue;
            }
        };
        for entry in entries {
            match entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))) {
                Ok((path, kind)) if kind.is_dir() => folders.push(path),
                Ok((path, kind)) if kind.is_symlink() && path.is_dir() => walk.links.push(path),
                Ok((path, _)) => walk.files.push(path),
                Err(error) => walk.errors.push(not_looked_at(&folder, error.kind())),
            }
        }
    }
    walk.links.sort();
    if let Some(found) = walk.files.get_mut(first..) {
        found.sort_by(|a, b| {
            let (a, b) = (a.as_os_str(), b.as_os_str());
            a.as_encoded_bytes().cmp(b.as_encoded_bytes())
        });
    }
}

fn not_looked_at(path: &Path, kind: ErrorKind) -> Error {
    Error {
        what: "the file or folder".to_owned(),
        path: shown(path),
        reason: match kind {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Reason::Missing,
            other => Reason::NotRead(other),
        },
    }
}
