//! From bytes to text and from text to a tree, within bounds.
//!
//! In: the bytes of a hand-written file. Out: its text, its lines, its tree; or the one reason why there is none. Never: recurses before the depth is known.

use serde_json::value::RawValue;

use crate::diagnostic::{Code, Diagnostic, Place};

use super::lines::Lines;
use super::syntax;
use super::tree::{self, Failure, Value};

/// The largest file that is read: 16 MB, some two hundred times AKAM's own.
pub(crate) const MAX_BYTES: usize = 16 * 1024 * 1024;

/// How deep lists and objects may nest; the formats need 16.
pub(crate) const MAX_DEPTH: usize = 64;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The file as text.
pub(crate) fn text(source: &[u8]) -> Result<(&str, Lines), Box<Diagnostic>> {
    if source.len() > MAX_BYTES {
        let message = format!("the file has more than 16 MB ({MAX_BYTES} bytes)");
        return Err(Box::new(
            Diagnostic::error(Code::S003, Place::Whole, message).help(
                "is this the right file? a specification is text alone, and the built-in one has less than 0.1 MB",
            ),
        ));
    }
    if source.starts_with(BYTE_ORDER_MARK) {
        return Err(Box::new(
            Diagnostic::error(
                Code::S002,
                Place::Whole,
                "the file begins with a byte order mark",
            )
            .help("save it as \"UTF-8\", not as \"UTF-8 with BOM\" or \"UTF-8 signature\""),
        ));
    }
    let text = std::str::from_utf8(source).map_err(|error| not_utf8(source, error))?;
    Ok((text, Lines::of(text)))
}

fn not_utf8(source: &[u8], error: std::str::Utf8Error) -> Box<Diagnostic> {
    let help = "save it as \"UTF-8\" in your editor (\"Save as\", \"Encoding\")";
    if matches!(source, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
        let message = "the file is UTF-16, expected UTF-8";
        return Box::new(Diagnostic::error(Code::S001, Place::Whole, message).help(help));
    }
    let sound = source.get(..error.valid_up_to()).unwrap_or_default();
    let line = sound.iter().filter(|byte| **byte == b'\n').count() + 1;
    let byte = source.get(sound.len()).copied().unwrap_or_default();
    let message = format!(
        "the file is not UTF-8: byte {byte:02x} (hexadecimal) on line {line} is no part of a letter"
    );
    Box::new(Diagnostic::error(Code::S001, Place::Whole, message).help(help))
}

/// The text as a tree.
pub(crate) fn tree(text: &str, lines: &Lines) -> Result<Value, Box<Diagnostic>> {
    if let Some(offset) = too_deep(text) {
        let place = Place::Source(lines.span(text, offset..offset + 1));
        let message = format!("lists and objects nest deeper than {MAX_DEPTH} levels here");
        return Err(Box::new(
            Diagnostic::error(Code::S004, place, message).help(
                "a specification needs 16 levels at most: look for brackets that are never closed",
            ),
        ));
    }
    // The whole is read once without building anything, so that a fault is found in reading order.
    let whole: Result<&RawValue, _> = serde_json::from_str(text);
    let raw = whole.map_err(|error| syntax::fault(text, lines, &Failure { start: 0, error }))?;
    let start = text.len() - text.trim_start_matches([' ', '\t', '\n', '\r']).len();
    let tree = tree::read(text, start, raw.get());
    tree.map_err(|failure| syntax::fault(text, lines, &failure))
}

/// Where the text first nests too deep, if it does.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    brackets(text).find_map(|(at, bracket)| {
        match bracket {
            Bracket::Open => depth += 1,
            Bracket::Close => depth = depth.saturating_sub(1),
            Bracket::Quote => {}
        }
        (depth > MAX_DEPTH).then_some(at)
    })
}

/// What opens and closes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    /// `[` or `{`.
    Open,
    /// `]` or `}`.
    Close,
    /// The quotation mark before or after a text.
    Quote,
}

/// Brackets outside texts, and quotation marks, by a scan without recursion.
pub(super) fn brackets(text: &str) -> impl Iterator<Item = (usize, Bracket)> {
    let (mut in_text, mut is_escaped) = (false, false);
    text.bytes().enumerate().filter_map(move |(at, byte)| {
        let bracket = match byte {
            _ if is_escaped => {
                is_escaped = false;
                return None;
            }
            b'\\' if in_text => {
                is_escaped = true;
                return None;
            }
            b'"' => {
                in_text = !in_text;
                Bracket::Quote
            }
            b'{' | b'[' if !in_text => Bracket::Open,
            b'}' | b']' if !in_text => Bracket::Close,
            _ => return None,
        };
        Some((at, bracket))
    })
}
