//! Why a file was not read or written.
//!
//! In: what was wanted, and what the system said. Out: one [`Error`], and a diagnostic for it. Never: holds what is in a file.

use std::io::ErrorKind;

use akam_workbook::diagnostic::{Code, Diagnostic, Place};

/// Why a file was not read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Error {
    /// What was wanted, as in "the specification".
    pub(crate) what: String,
    /// Where, as shown.
    pub(crate) path: String,
    /// What stood in the way.
    pub(crate) reason: Reason,
}

/// What stood in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// There is nothing at the path.
    Missing,
    /// A folder where a file is wanted.
    IsFolder,
    /// A file where a folder is wanted.
    IsFile,
    /// It could not be read.
    NotRead(ErrorKind),
    /// It could not be written.
    NotWritten(ErrorKind),
    /// It is there and differs from what was to be written.
    Differs,
    /// It lies outside the folder of the specification.
    Outside,
    /// The folder that it was to be written into does not exist.
    NoFolder,
    /// A link to a folder, which is not followed.
    IsLink,
    /// A pipe, a device or the like.
    IsNoFile,
}

impl From<Error> for Diagnostic {
    fn from(error: Error) -> Self {
        let what = error.what;
        let (code, message, help) = match error.reason {
            Reason::Missing => (
                Code::C001,
                format!("{what} does not exist"),
                "look for a typing error in the path; it counts from the folder that the command is run in, that of a picture from the folder of the specification",
            ),
            Reason::IsFolder => (
                Code::C002,
                format!("{what} is a folder, and a file was expected"),
                "name a file in it",
            ),
            Reason::IsFile => (
                Code::C002,
                format!("{what} is a file, and a folder was expected"),
                "name a folder; the specification gives the names of the files in it",
            ),
            Reason::NotRead(kind) => (
                Code::C003,
                format!("{what} could not be read: {kind}"),
                "see that you may read it and that the disk is there, then try again",
            ),
            Reason::NotWritten(kind) => (
                Code::C004,
                format!("{what} could not be written: {kind}"),
                "see that you may write there and that there is room, then try again",
            ),
            Reason::Differs => (
                Code::C005,
                format!("{what} is there already and differs, so it was left alone"),
                "it may be somebody's filled copy: move it away, write to another folder, or replace it with --force",
            ),
            Reason::Outside => (
                Code::C008,
                format!("{what} lies outside the folder of the specification"),
                "put a copy of it beside the specification, and name that",
            ),
            Reason::NoFolder => (
                Code::C001,
                format!("the folder of {what} does not exist"),
                "make the folder first, or look for a typing error in the path",
            ),
            Reason::IsLink => (
                Code::C009,
                format!("{what} is a link to a folder, which was not followed"),
                "name the folder that it leads to",
            ),
            Reason::IsNoFile => (
                Code::C009,
                format!("{what} is a pipe or a device, which was not read"),
                "name it by itself if it is meant",
            ),
        };
        Self::error(code, Place::Whole, message)
            .in_file(&error.path)
            .help(help)
    }
}

impl From<Error> for Box<Diagnostic> {
    fn from(error: Error) -> Self {
        Self::new(error.into())
    }
}
