//! Faults of syntax, in words for somebody who writes the file by hand.
//!
//! In: what `serde_json` could not read, and where. Out: finding S005 with its place. Never: decides whether a text is JSON.

use crate::diagnostic::{Code, Diagnostic, Place};

use super::lines::Lines;
use super::open::{Bracket, brackets};
use super::tree::Failure;

/// A sentence, a help, and whether the place is the one before.
struct Explained {
    message: String,
    help: &'static str,
    is_before: bool,
}

/// The finding for a text that is not JSON.
pub(super) fn fault(text: &str, lines: &Lines, failure: &Failure) -> Box<Diagnostic> {
    let error = &failure.error;
    if error.is_eof() {
        return Box::new(end(text, lines));
    }
    let part = text.get(failure.start..).unwrap_or_default();
    let offset = Lines::of(part).offset(part, error.line(), error.column());
    let offset = failure.start + offset;
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let before = text.get(..offset).unwrap_or_default().trim_end();
    let first = text.get(offset..).and_then(|rest| rest.chars().next());
    let explained = explain(said, before.chars().next_back(), first);
    let start = match before.char_indices().next_back() {
        Some((last, _)) if explained.is_before => last,
        Some(_) | None => offset,
    };
    let letter = text.get(start..).and_then(|rest| rest.chars().next());
    let length = letter
        .filter(|letter| *letter != '\n')
        .map_or(0, char::len_utf8);
    let place = Place::Source(lines.span(text, start..start + length));
    let message = format!("the file is not JSON: {}", explained.message);
    Box::new(Diagnostic::error(Code::S005, place, message).help(explained.help))
}

/// The text ends too early: says what was opened last and never closed.
fn end(text: &str, lines: &Lines) -> Diagnostic {
    let whole = text.trim_end();
    if whole.is_empty() {
        return Diagnostic::error(
            Code::S005,
            Place::Whole,
            "the file is empty, expected a specification",
        )
        .help("begin with a copy of spec/akam-kam-diploma.json");
    }
    let mut open = Vec::new();
    let mut text_start = None;
    for (at, bracket) in brackets(text) {
        match bracket {
            Bracket::Open => open.push(at),
            Bracket::Close => {
                open.pop();
            }
            Bracket::Quote => text_start = text_start.is_none().then_some(at),
        }
    }
    let last = whole.char_indices().next_back().map_or(0, |(at, _)| at);
    let place = Place::Source(lines.span(text, last..whole.len()));
    let message = "the file is not JSON: it ends in the middle of a value";
    let found = Diagnostic::error(Code::S005, place, message);
    let unclosed = text_start.or(open.last().copied());
    let found = match unclosed.filter(|at| *at != last) {
        Some(at) => found.also(
            Place::Source(lines.span(text, at..at + 1)),
            "this is never closed",
        ),
        None => found,
    };
    found.help("close what was opened; was the file cut off when it was copied?")
}

/// What was expected, by what `serde_json` says and by the characters before and at the place.
fn explain(said: &str, before: Option<char>, first: Option<char>) -> Explained {
    let shown = first.map_or_else(String::new, |letter| format!(", found {letter:?}"));
    let at = |message: String, help| Explained {
        message,
        help,
        is_before: false,
    };
    let before_it = |message: &str, help| Explained {
        message: message.to_owned(),
        help,
        is_before: true,
    };
    if said.contains("escape") || said.contains("surrogate") || said.contains("control character") {
        return in_text(said, &shown);
    }
    match (said, before, first) {
        (_, _, Some('/' | '#')) => at(
            "a comment".to_owned(),
            "JSON has no comments: write \"comment\": \"...\" inside an object instead",
        ),
        (_, _, Some('“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'')) => at(
            format!("expected a straight double quotation mark{shown}"),
            "keys and texts stand between straight double quotation marks: \"",
        ),
        (_, Some(','), Some(']' | '}')) => {
            before_it("a comma with nothing after it", "take the comma out")
        }
        (_, Some(','), Some(',')) => at("two commas in a row".to_owned(), "take one of them out"),
        (_, Some(':'), Some(',' | ']' | '}')) => {
            before_it("a key without a value", "write the value after the colon")
        }
        ("expected `,` or `}`", ..) => before_it(
            "expected a comma or a closing } after this",
            "put a comma between this and what follows, or close the object",
        ),
        ("expected `,` or `]`", ..) => before_it(
            "expected a comma or a closing ] after this",
            "put a comma between this and what follows, or close the list",
        ),
        ("expected `:`", ..) => before_it(
            "expected a colon after the key",
            "write a colon and the value",
        ),
        ("key must be a string", ..) => at(
            format!("expected a key{shown}"),
            "keys stand between straight double quotation marks",
        ),
        ("trailing characters", ..) => at(
            format!("expected the end of the file{shown}"),
            "the file holds one object: look for a bracket that is closed too early",
        ),
        ("expected value" | "expected ident", ..) => at(
            format!("expected a value{shown}"),
            "a value is a text in quotation marks, a number, true, false, a list in [ ] or an object in { }",
        ),
        _ => at(
            format!("{}{shown}", said.replace('`', "")),
            "compare this place with spec/akam-kam-diploma.json",
        ),
    }
}

/// Faults between quotation marks.
fn in_text(said: &str, shown: &str) -> Explained {
    let (message, help) = if said.contains("control character") {
        (
            "a text holds a line break, a tab or another control character".to_owned(),
            "close the quotation mark on the same line; a long body is a list of lines",
        )
    } else if said.contains("surrogate") || said.contains("hex escape") {
        (
            format!("a letter written as \\u is not whole{shown}"),
            "write the letter itself, or \\u and four hexadecimal digits; letters beyond FFFF take two of them",
        )
    } else {
        (
            format!("a backslash with the wrong letter after it{shown}"),
            "write two backslashes for one",
        )
    };
    Explained {
        message,
        help,
        is_before: false,
    }
}
