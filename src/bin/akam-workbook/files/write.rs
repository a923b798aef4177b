//! Writing a file whole or not at all, and never over somebody's work by surprise.
//!
//! In: a path and bytes. Out: the file with exactly these bytes, or the file as it was. Never: leaves half a file, or a temporary one.

use std::fs::{File, OpenOptions, create_dir_all, metadata, remove_file, rename};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::error::{Error, Reason};
use super::read::read_file;
use super::shown;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// The file is new, or was replaced because that was asked for.
    Written,
    /// The file was there with exactly these bytes.
    Unchanged,
}

/// Makes a folder and those above it, where they are missing. A name that ends in ".pdf" was meant as a file, unless there is such a folder.
pub(crate) fn make_folder(path: &Path) -> Result<(), Error> {
    let ending = path.extension().unwrap_or_default();
    if ending.eq_ignore_ascii_case("pdf") && !path.exists() {
        return Err(Error {
            what: "the folder to write into".to_owned(),
            path: shown(path),
            reason: Reason::IsFile,
        });
    }
    create_dir_all(path).map_err(|error| Error {
        what: "the folder to write into".to_owned(),
        path: shown(path),
        reason: match error.kind() {
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory => Reason::IsFile,
            other => Reason::NotWritten(other),
        },
    })
}

/// Writes `bytes` to `path`. A file that is there and differs is left alone unless `must_replace`.
pub(crate) fn write(path: &Path, bytes: &[u8], must_replace: bool) -> Result<Written, Error> {
    let failed = |reason| Error {
        what: "the file to write".to_owned(),
        path: shown(path),
        reason,
    };
    if let Ok(found) = metadata(path) {
        if found.is_dir() {
            return Err(failed(Reason::IsFolder));
        }
        let most = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        match read_file(path, "the file to write", most) {
            Ok(there) if there == bytes => return Ok(Written::Unchanged),
            Ok(_) | Err(_) if must_replace => {}
            Ok(_) => return Err(failed(Reason::Differs)),
            Err(error) => return Err(error),
        }
    }
    replace(path, bytes).map_err(|kind| {
        failed(match kind {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Reason::NoFolder,
            other => Reason::NotWritten(other),
        })
    })?;
    Ok(Written::Written)
}

/// Puts a temporary file with the bytes in the place of whatever is there.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), ErrorKind> {
    let (mut file, temporary) = Temporary::beside(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.map_err(|error| error.kind())?;
    drop(file);
    temporary.become_file(path)?;
    // The new name lasts through a power failure once the folder is on disk too. Where folders cannot be opened, the system sees to it.
    if let Ok(folder) = File::open(folder_of(path)) {
        let _not_supported = folder.sync_all();
    }
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// A file that is removed again unless it takes its place.
struct Temporary(Option<PathBuf>);

impl Temporary {
    /// A new, empty file in the folder of `path`, so that the rename stays on one disk.
    fn beside(path: &Path) -> Result<(File, Self), ErrorKind> {
        let name = path.file_name().ok_or(ErrorKind::InvalidFilename)?;
        let name = name.to_string_lossy();
        let process = std::process::id();
        for attempt in 0..100 {
            let temporary = folder_of(path).join(format!(".{name}.{process}-{attempt}.part"));
            match OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(&temporary)
            {
                Ok(file) => return Ok((file, Self(Some(temporary)))),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error.kind()),
            }
        }
        Err(ErrorKind::AlreadyExists)
    }

    fn become_file(mut self, path: &Path) -> Result<(), ErrorKind> {
        if let Some(temporary) = &self.0 {
            rename(temporary, path).map_err(|error| error.kind())?;
        }
        self.0 = None;
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if let Some(path) = &self.0 {
            let _gone = remove_file(path);
        }
    }
}
