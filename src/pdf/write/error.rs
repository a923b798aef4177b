//! Why a workbook could not be written.
//!
//! In: facts found while writing. Out: one [`Error`], and a diagnostic for it.
//! Never: holds text that a candidate wrote, or the words of an outside program, which may quote it.

use crate::diagnostic::{Code, Diagnostic, Place};

/// Why a workbook could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The page contents could not be made, or not be taken over.
    #[error("the page contents could not be made: {reason}")]
    Content {
        /// What went wrong, in our words.
        reason: &'static str,
    },
    /// A letter is to be painted for which no face has a glyph.
    #[error("page {page} holds the letter U+{:04X}, which no built-in face has", *.letter as u32)]
    NoGlyph {
        /// Page, from 1.
        page: usize,
        /// The letter.
        letter: char,
    },
    /// Plan and layout are not of one document, or a layout contradicts itself.
    #[error("plan and layout disagree on page {page}: {reason}")]
    Disagreement {
        /// Page, from 1; 0 for the document as a whole.
        page: usize,
        /// What was found, in our words.
        reason: &'static str,
    },
    /// A field cannot hold the value given for it.
    #[error("the value given for the field {field} is not one that it can hold")]
    Value {
        /// The field's name.
        field: String,
    },
    /// The finished file could not be put into bytes.
    #[error("the finished file could not be put into bytes")]
    Save,
}

impl From<Error> for Diagnostic {
    fn from(error: Error) -> Self {
        let message = error.to_string();
        let (code, page, help) = match error {
            Error::Content { .. } => (Code::W001, 0, OURS),
            Error::NoGlyph { page, .. } => (
                Code::W002,
                page,
                "replace the letter in the specification; `check` names the place",
            ),
            Error::Disagreement { page, .. } => (Code::W003, page, OURS),
            Error::Save => (Code::W004, 0, OURS),
            Error::Value { field } => {
                let place = Place::Pdf {
                    page: None,
                    field: Some(field),
                };
                return Self::error(Code::W005, place, message).help(UNFIT_VALUE);
            }
        };
        let place = match u32::try_from(page) {
            Ok(page) if page > 0 => Place::Pdf {
                page: Some(page),
                field: None,
            },
            _ => Place::Whole,
        };
        Self::error(code, place, message).help(help)
    }
}

/// Help for faults that no specification should be able to cause.
const OURS: &str =
    "this is a fault of the program: report it with the specification that caused it";

/// Help for a value that a field cannot hold.
const UNFIT_VALUE: &str = "give one of the option values for a choice, \"yes\" for a tick, and nothing for a signature or the identity";
