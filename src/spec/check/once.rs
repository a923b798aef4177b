//! Things that may be said once: ids, slots, file names.
//!
//! In: a key and its place. Out: the place of the first, if it was said before. Never: says what that means.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::spec::locate::At;
use crate::spec::quote::quoted;

/// What was said so far, and where.
#[derive(Default)]
pub(super) struct Once {
    first: BTreeMap<String, Place>,
    /// Ids that must not come back, and where they are listed.
    pub(super) retired: BTreeMap<String, Place>,
}

impl Once {
    /// Remembers a key; the place of its first use if this is not it.
    pub(super) fn again(&mut self, key: &str, at: At<'_>) -> Option<Place> {
        if let Some(first) = self.first.get(key) {
            return Some(first.clone());
        }
        self.first.insert(key.to_owned(), at.place());
        None
    }

    /// Finds fault with an id that is used twice (S014) or retired (S017); `what` as in "indicator".
    pub(super) fn id(&mut self, what: &str, id: &str, at: At<'_>, found: &mut Vec<Diagnostic>) {
        if let Some(first) = self.again(id, at) {
            found.push(
                Diagnostic::error(
                    Code::S014,
                    at.place(),
                    format!("{what} id {} is used twice", quoted(id)),
                )
                .also(first, "first used here")
                .help("give one of them the next free id; retired ids stay retired"),
            );
        }
        if let Some(listed) = self.retired.get(id) {
            found.push(
                Diagnostic::error(Code::S017, at.place(), format!("{what} id {} is retired", quoted(id)))
                    .also(listed.clone(), "retired here")
                    .help("give it the next free id: answers to the old one must not be taken for answers to this"),
            );
        }
    }

    /// Finds fault with a name that is used twice within one list (S014).
    pub(super) fn name(&mut self, what: &str, name: &str, at: At<'_>, found: &mut Vec<Diagnostic>) {
        if let Some(first) = self.again(name, at) {
            found.push(
                Diagnostic::error(
                    Code::S014,
                    at.place(),
                    format!("{what} {} is used twice", quoted(name)),
                )
                .also(first, "first used here")
                .help("give one of them another name"),
            );
        }
    }
}
