//! Why a returned file could not be read at all.
//!
//! In: facts found while opening. Out: one [`Error`], and a diagnostic for it.
//! Never: holds text from the file, or the words of the library that parses it, which may quote the file.

use crate::diagnostic::{Code, Diagnostic, Place};

/// Why a returned file could not be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// Nothing in it says that it is a PDF.
    #[error("the file is not a PDF")]
    NotAPdf,
    /// It is encrypted, and the empty password does not open it.
    #[error("the file is locked with a password")]
    Locked,
    /// It is a PDF, and what is left of it does not say what was written last.
    #[error("the file is damaged: {reason}")]
    Damaged {
        /// What was found, in our words.
        reason: &'static str,
    },
    /// It asks for more than any workbook does.
    #[error("the file has more {what} than the {limit} that are read")]
    OverLimit {
        /// What there is too much of.
        what: &'static str,
        /// How much is read.
        limit: usize,
    },
    /// The program failed on it.
    #[error("the program failed on this file")]
    Fault,
}

impl From<Error> for Diagnostic {
    fn from(error: Error) -> Self {
        let (code, help) = match error {
            Error::Empty => (Code::R001, "ask for the file again; it was lost on its way"),
            Error::NotAPdf => (
                Code::R002,
                "ask for the PDF itself; this is another kind of file",
            ),
            Error::Locked => (
                Code::R003,
                "ask for a copy without a password, or open the file with it and save it without",
            ),
            Error::Damaged { .. } => (
                Code::R004,
                "ask for the file again, sent inside a ZIP file so that nothing can change it on the way",
            ),
            Error::OverLimit { .. } => (
                Code::R005,
                "ask for the file again, without large attachments or pictures",
            ),
            Error::Fault => (
                Code::R006,
                "this is a fault of the program: report it, without the file if it is confidential",
            ),
        };
        Self::error(code, Place::Whole, error.to_string()).help(help)
    }
}
