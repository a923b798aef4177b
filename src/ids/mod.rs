//! Identities: their grammar, nothing else (`docs/formats.md`, "Ids and field names").
//!
//! In: text. Out: ids that are sound by construction. Never: says anything about position, title or meaning.

use std::fmt;

mod node;

pub use node::{FormId, Level, NodeId, NodeKind, Owner};

/// Why a text is not an id: what the grammar asks for, in words that complete "expected …".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GrammarError(pub &'static str);

fn all(text: &str, allowed: impl Fn(u8) -> bool) -> bool {
    text.bytes().all(allowed)
}

macro_rules! text_id {
    ($(#[$doc:meta])+ $name:ident, $expected:literal, |$text:ident| $rule:expr) => {
        $(#[$doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Checks the grammar.
            ///
            /// # Errors
            /// What the grammar expects, if the text does not follow it.
            pub fn parse($text: &str) -> Result<Self, GrammarError> {
                if $rule { Ok(Self($text.to_owned())) } else { Err(GrammarError($expected)) }
            }

            /// The id as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id!(
    /// A framework, as in `kamd`: `[a-z][a-z0-9]{1,7}`.
    FrameworkId, "a lower-case letter and one to seven lower-case letters or digits, as in \"sample\"",
    |text| (2..=8).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && all(text, |b| b.is_ascii_lowercase() || b.is_ascii_digit())
);

text_id!(
    /// An edition of a framework, as in `2026a`: `[0-9a-z]{1,6}`.
    Edition, "one to six lower-case letters or digits, as in \"2027b\"",
    |text| (1..=6).contains(&text.len()) && all(text, |b| b.is_ascii_lowercase() || b.is_ascii_digit())
);

text_id!(
    /// What a question is called in a field name, as in `evidence_refs`: `[a-z][a-z_]{0,14}[a-z]`.
    Slot, "2 to 16 lower-case letters, with underscores inside, as in \"evidence_refs\"",
    |text| (2..=16).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.ends_with(|c: char| c.is_ascii_lowercase())
        && all(text, |b| b.is_ascii_lowercase() || b == b'_')
);

text_id!(
    /// A column of a table, as in `share`: `[a-z]{2,8}`.
    Column, "two to eight lower-case letters, as in \"share\"",
    |text| (2..=8).contains(&text.len()) && all(text, |b| b.is_ascii_lowercase())
);

text_id!(
    /// The stored value of an option, as in `notyet`: `[a-z][a-z0-9]{0,15}`; `unset` is reserved.
    OptionValue, "a lower-case letter and up to 15 lower-case letters or digits, but not \"unset\"",
    |text| (1..=16).contains(&text.len())
        && text != "unset"
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && all(text, |b| b.is_ascii_lowercase() || b.is_ascii_digit())
);

/// A row of a table, from 1; written with two or three digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row(u16);

impl Row {
    /// The largest row that a field name can hold.
    pub const MAX: u16 = 999;

    /// A row from 1 to 999.
    ///
    /// # Errors
    /// What the grammar expects, if the number is outside.
    pub fn new(number: u16) -> Result<Self, GrammarError> {
        if (1..=Self::MAX).contains(&number) {
            Ok(Self(number))
        } else {
            Err(GrammarError("a row from 1 to 999"))
        }
    }

    /// The number, from 1.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

/// A calendar date, from 0001-01-01 on; the specification's `published`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, four digits.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
