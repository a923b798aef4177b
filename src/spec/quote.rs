//! Words of a file in a message.
//!
//! In: a text from a file. Out: the same in quotes, its control characters visible, cut to a length that a line can hold. Never: lets a file write to a terminal.

/// The most characters of a text that a message shows.
const MOST: usize = 60;

/// A text in quotes.
pub(crate) fn quoted(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((cut, _)) => format!("{:?}", format!("{}…", text.get(..cut).unwrap_or_default())),
        None => format!("{text:?}"),
    }
}

/// What can be written, as in "write one of w0001, w0003"; `none` where there is nothing.
pub(crate) fn one_of(words: &[&str], none: &str) -> String {
    match words {
        [] => none.to_owned(),
        [word] => format!("write {word:?}"),
        [..] => format!("write one of {}", words.join(", ")),
    }
}
