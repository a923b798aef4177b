//! Text that a candidate wrote, unable to print itself.
//!
//! In: text from a returned file or a file of given values. Out: the same text, to the few rooms that may look.
//! Never: appears in a message; there is no `Display`, and `Debug` gives the length alone.

use std::fmt;

/// Text a candidate wrote. No `Display`; `Debug` gives the length alone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct CandidateText(String);

impl CandidateText {
    /// Takes text into confidence.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself. Only the rooms that `tests/it/architecture.rs` lists may call this.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether the text is exactly `known`, a word of the program or of the specification.
    #[must_use]
    pub fn is(&self, known: &str) -> bool {
        self.0 == known
    }

    /// Whether the text is `shown`, what a page shows, white space left aside: a page breaks lines where the text has none.
    #[must_use]
    pub fn is_but_for_space(&self, shown: &str) -> bool {
        let letters = |text: &str| -> String { text.split_whitespace().collect() };
        letters(&self.0) == letters(shown)
    }

    /// Whether nothing but white space was written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.chars().all(char::is_whitespace)
    }

    /// Number of characters (Unicode scalar values).
    #[must_use]
    pub fn char_count(&self) -> usize {
        self.0.chars().count()
    }
}

impl fmt::Debug for CandidateText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CandidateText({} characters)", self.char_count())
    }
}
