//! What is asked: one [`Field`] for each form field, with its name, kind, options and tooltip.
//!
//! In: nothing; these are the types that `plan` builds. Out: fields that `layout` places, `pdf::write` makes and `responses` matches.
//! Never: knows where a field stands.

pub use crate::spec::model::{AskKind, WordGuide};

use crate::diagnostic::SourceSpan;
use crate::field_name::{FieldName, IdentityValue};
use crate::ids::{Level, OptionValue, Slot};

/// Which field, counted from 0 in [`super::Plan::fields`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldIndex(pub usize);

/// One form field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name; level, owner, slot, row and column are in it.
    pub name: FieldName,
    /// At which level it is asked.
    pub level: Level,
    /// Kind of the question; `EvidenceRegister` for each cell of a register.
    pub kind: AskKind,
    /// What is put on the page.
    pub input: Input,
    /// The question exactly as written, or the label of the column.
    pub question: String,
    /// The words printed beside the field.
    pub label: String,
    /// What a screen reader says: where it belongs, then what is asked (`/TU`).
    pub tooltip: String,
    /// Listed as missing when the competency is started.
    pub is_needed: bool,
    /// Slot of the same owner whose answer lifts `is_needed`.
    pub unless: Option<Slot>,
    /// Guide for the words.
    pub words: Option<WordGuide>,
    /// Revision of the owner's wording; `None` for the form's own fields.
    pub rev: Option<u32>,
    /// Code of the owner, as in "4.1".
    pub code: Option<String>,
    /// Wording of the owner, exactly as asked.
    pub wording: Option<String>,
    /// Where the question is written; of the identity, where the form is.
    pub at: SourceSpan,
}

impl Field {
    /// The slot of the read-only identity field, which no question may take.
    pub const IDENTITY_SLOT: &'static str = "identity";

    /// Whether a person is asked to fill it in: true of all but the identity.
    #[must_use]
    pub const fn is_asked(&self) -> bool {
        !matches!(self.input, Input::Identity(_))
    }
}

/// What is put on the page for a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// One line that scrolls sideways.
    Line,
    /// A few lines.
    Lines,
    /// As many lines as the page has, ruled for a pen while empty.
    Page,
    /// A drop-down.
    Choice(Options),
    /// A box to tick, on-state `Yes`.
    Tick,
    /// A signature field.
    Signature,
    /// A read-only line that says which form of which edition this is; not a question.
    Identity(IdentityValue),
}

/// Entries of a drop-down. The first is always the "(choose)" entry, stored as `unset`.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    unset_label: String,
    options: Vec<FieldOption>,
}

impl Options {
    /// Entries, the first left out, that a copy for the pen has a tick for each of; more are written into a box.
    pub const MOST_TICKS: usize = 4;

    /// What the first entry stores.
    pub const UNSET: &'static str = "unset";

    /// A drop-down whose first entry says `unset_label`, as in "(choose)".
    #[must_use]
    pub const fn new(unset_label: String, options: Vec<FieldOption>) -> Self {
        Self {
            unset_label,
            options,
        }
    }

    /// The label of the first entry.
    #[must_use]
    pub fn unset_label(&self) -> &str {
        &self.unset_label
    }

    /// The entries after the first.
    #[must_use]
    pub fn options(&self) -> &[FieldOption] {
        &self.options
    }
}

/// One entry of a drop-down.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldOption {
    /// What is stored.
    pub value: OptionValue,
    /// What is shown.
    pub label: String,
    /// What it counts, if anything.
    pub score: Option<f64>,
}
