//! From bytes to text and from text to a tree, within bounds.
//!
//! In: the bytes of a hand-written file. Out: its text, its lines, its tree; or the one reason why there is none. Never: recurses before the depth is known.

use crate::diagnostic::{Code, Diagnostic, Place};

use super::lines::Lines;
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
                "is this the right file? a specification is text alone, and AKAM's own has 0.1 MB",
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
    let whole: Result<&serde_json::value::RawValue, _> = serde_json::from_str(text);
    let raw = whole.map_err(|error| not_json(text, lines, &Failure { start: 0, error }))?;
    let start = text.len() - text.trim_start_matches([' ', '\t', '\n', '\r']).len();
    tree::read(text, start, raw.get()).map_err(|failure| not_json(text, lines, &failure))
}

/// Where the text first nests too deep, if it does: a scan without recursion.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => depth += 1,
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Some(at);
        }
    }
    None
}

/// What `serde_json` found, in words for somebody who writes the file by hand.
fn not_json(text: &str, lines: &Lines, failure: &Failure) -> Box<Diagnostic> {
    let error = &failure.error;
    let part = text.get(failure.start..).unwrap_or_default();
    let part_lines = Lines::of(part);
    let offset = failure.start + part_lines.offset(part, error.line(), error.column());
    let rest = text.get(offset..).unwrap_or_default();
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let (message, help) = explain(said, rest, error.is_eof());
    let length = rest
        .chars()
        .next()
        .filter(|letter| *letter != '\n')
        .map_or(0, char::len_utf8);
    let place = Place::Source(lines.span(text, offset..offset + length));
    let found = Diagnostic::error(
        Code::S005,
        place,
        format!("the file is not JSON: {message}"),
    );
    Box::new(found.help(help))
}

/// A sentence and a help for a syntax error; `rest` is the text from where it was noticed.
fn explain(said: &str, rest: &str, is_end: bool) -> (String, &'static str) {
    let first = rest.chars().next();
    let shown = first.map_or_else(String::new, |letter| format!(", found {letter:?}"));
    if is_end {
        return (
            "it ends in the middle of a value".to_owned(),
            "close every \", [ and { that was opened; was the file cut off when it was copied?",
        );
    }
    match (said, first) {
        ("trailing comma", _) => (
            "a comma with nothing after it".to_owned(),
            "take out the comma before the closing bracket",
        ),
        (_, Some('/' | '#')) => (
            "a comment".to_owned(),
            "JSON has no comments: write \"comment\": \"...\" inside an object instead",
        ),
        (_, Some('“' | '”' | '„' | '‘' | '’' | '\'')) => (
            format!("expected a straight double quotation mark{shown}"),
            "keys and texts stand between straight double quotation marks: \"",
        ),
        ("expected `,` or `}`" | "expected `,` or `]`", _) => (
            format!("{}{shown}", said.replace('`', "\"").replace("\"\"\"", "\"")),
            "put a comma after the value before this place, or close the bracket",
        ),
        ("key must be a string", _) => (
            format!("expected a key{shown}"),
            "keys stand between straight double quotation marks",
        ),
        ("trailing characters", _) => (
            format!("something follows after its end{shown}"),
            "the file holds one object: look for a bracket that is closed too early",
        ),
        ("control character (\\u0000-\\u001F) found while parsing a string", _) => (
            "a text goes over the end of the line, or holds a tab or another control character"
                .to_owned(),
            "close the quotation mark on the same line; a long text is a list of lines",
        ),
        _ => (
            format!("{}{shown}", said.replace('`', "")),
            "compare this place with the example in docs/formats.md",
        ),
    }
}
