//! The key `format`, which is read before everything else.
//!
//! In: the tree of a file. Out: why it is not read, if it is not. Never: looks at another key.

use crate::diagnostic::{Code, Diagnostic};

use super::locate::{At, Kind};
use super::quote::quoted;

/// What the format is called.
const NAME: &str = "akam-workbook";

/// The number that this program reads.
const NUMBER: u32 = 1;

/// Finds a file that is no specification (S006), or one of a newer format (S007).
pub(crate) fn check(at: At<'_>) -> Option<Diagnostic> {
    let help = format!("write \"format\": \"{NAME}/{NUMBER}\" as its first key");
    let Kind::Object(_) = at.value.kind else {
        let message =
            "the file is JSON, but not a specification: expected an object, between { and }";
        return Some(Diagnostic::error(Code::S006, at.place(), message).help(help));
    };
    let Some(format_at) = at.get("format") else {
        let message = "the file does not say its \"format\"";
        return Some(Diagnostic::error(Code::S006, at.place(), message).help(help));
    };
    let written = format_at.value.as_text().unwrap_or_default();
    let number = written
        .strip_prefix(NAME)
        .and_then(|rest| rest.strip_prefix('/'));
    let number = number.filter(|number| {
        !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    match number.and_then(|number| number.parse::<u32>().ok()) {
        Some(NUMBER) => None,
        Some(newer) => {
            let message = format!(
                "the file has format {newer} of {NAME}, and this program ({}) reads format {NUMBER}",
                env!("CARGO_PKG_VERSION")
            );
            Some(
                Diagnostic::error(Code::S007, format_at.place(), message).help(format!(
                    "get a version of the program that reads {NAME}/{newer}"
                )),
            )
        }
        None => {
            let message = format!(
                "\"format\" is {}, expected \"{NAME}/{NUMBER}\"",
                format_at
                    .value
                    .as_text()
                    .map_or_else(|| "no text".to_owned(), quoted)
            );
            let help = if written.starts_with("akam-") && !written.starts_with(NAME) {
                "this is another kind of file: give the specification instead".to_owned()
            } else {
                help
            };
            Some(Diagnostic::error(Code::S006, format_at.place(), message).help(help))
        }
    }
}
