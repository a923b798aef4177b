//! What was odd about a file, collected while reading.
//!
//! In: codes, places and sentences of our own. Out: [`ReadWarning`]s, each cause once, and a diagnostic for each.
//! Never: holds what anybody wrote in a field.

use std::collections::BTreeSet;

use super::model::ReadWarning;
use crate::diagnostic::{Code, Diagnostic, Place};

/// Warnings about one file, in the order they were met.
#[derive(Default)]
pub(super) struct Warnings {
    found: Vec<ReadWarning>,
    files_own: BTreeSet<(Code, String)>,
}

impl Warnings {
    /// Something about the file as a whole; said once.
    pub(super) fn of_file(&mut self, code: Code, message: impl Into<String>) {
        let message = message.into();
        if self.files_own.insert((code, message.clone())) {
            self.found.push(ReadWarning {
                code,
                page: None,
                field: None,
                message,
            });
        }
    }

    /// Something about one field.
    pub(super) fn of_field(
        &mut self,
        code: Code,
        page: Option<usize>,
        field: &str,
        message: impl Into<String>,
    ) {
        self.found.push(ReadWarning {
            code,
            page,
            field: Some(field.to_owned()),
            message: message.into(),
        });
    }

    /// All of them.
    pub(super) fn into_vec(self) -> Vec<ReadWarning> {
        self.found
    }
}

impl ReadWarning {
    /// What a person should do about it.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        match self.code {
            Code::R010 | Code::R011 => {
                "the answers that are there can be used; ask for the file again if one is missing"
            }
            Code::R012 => "nothing to do; a copy saved without encryption is easier to work with",
            Code::R013 | Code::R014 => {
                "compare with the file in a PDF reader, and ask for it again if an answer is missing"
            }
            Code::R015 => "read the file's fields in a PDF reader: it asks for more than is read",
            Code::R016 => "ask for a copy saved by a reader that keeps ordinary form fields",
            Code::R017 => {
                "read the pages; ask for the file as it was saved, not printed or exported"
            }
            Code::R018 => "ask for the file again: an answer may be an earlier one",
            Code::R021 => {
                "the file was saved by two programs; ask the candidate which text is meant"
            }
            Code::R022 => "look at the box on the page; ask the candidate if it matters",
            Code::R023 => "look at both fields on the pages; ask the candidate which is meant",
            Code::R024 => "look at the field on the page for the letters that were lost",
            Code::R026 => {
                "the rest of the text is whole; ask the candidate if an emoji stood there that matters"
            }
            _ => "look at the field on the page",
        }
    }
}

impl From<ReadWarning> for Diagnostic {
    fn from(warning: ReadWarning) -> Self {
        let help = warning.help();
        let place = if warning.page.is_none() && warning.field.is_none() {
            Place::Whole
        } else {
            Place::Pdf {
                page: warning.page.and_then(|page| u32::try_from(page).ok()),
                field: warning.field,
            }
        };
        Self::warning(warning.code, place, warning.message).help(help)
    }
}
