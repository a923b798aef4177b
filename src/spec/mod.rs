//! The specification: JSON by hand in, a sound [`Spec`] out.
//!
//! In: the bytes of a file. Out: a specification, and every finding with its place. Never: opens a file.

mod bound;
mod check;
pub mod edition;
mod format;
mod json;
mod locate;
pub mod markup;
pub mod model;
mod quote;
pub mod schema;

use crate::diagnostic::{Checked, Code, Diagnostic};

pub use model::Spec;

use locate::Document;

/// AKAM's own specification, `spec/akam-kam-diploma.json`.
pub const BUILT_IN: &[u8] = include_bytes!("../../spec/akam-kam-diploma.json");

/// The largest specification that is read, in bytes.
pub const MOST_BYTES: usize = locate::MAX_BYTES;

/// Reads and checks a specification.
///
/// Findings: S001 to S005 the file as a whole, S006 and S007 its format, S008 to S013 and S016 its shape, S014 to S052 its rules.
/// Each stage reports all it finds; the next begins only if there was no error. Of more than 500 findings the rest is counted (S053).
pub fn load(source: &[u8]) -> Checked<Spec> {
    let mut checked = load_all(source);
    bound::bound(&mut checked.diagnostics);
    checked
}

fn load_all(source: &[u8]) -> Checked<Spec> {
    let document = match Document::open(source) {
        Ok(document) => document,
        Err(found) => return Checked::failed(vec![*found]),
    };
    if let Some(found) = format::check(document.root()) {
        return Checked::failed(vec![found]);
    }
    let misfits = schema::check(document.root());
    if !misfits.is_empty() {
        return Checked::failed(misfits);
    }
    match json::read(document.text()) {
        Ok(shape) => check::check(&shape, document.root()),
        Err(misfit) => {
            let at = document.pointer(&misfit.pointer);
            let place = at.unwrap_or_else(|| document.root()).place();
            let found = Diagnostic::error(Code::S011, place, misfit.reason);
            Checked::failed(vec![found])
        }
    }
}
