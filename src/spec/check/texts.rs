//! Texts: titles and other plain ones, marked-up bodies, language tags, ids by grammar.
//!
//! In: a text as written, and its place. Out: the same text, or what its grammar makes of it. Never: changes a letter.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::ids::GrammarError;
use crate::spec::json::Body;
use crate::spec::locate::At;
use crate::spec::markup::{self, Markup};
use crate::spec::quote::quoted;

/// A plain text on one line; `key` is what messages call it. Findings: S019 to S021.
pub(super) fn plain(text: &str, key: &str, at: At<'_>, found: &mut Vec<Diagnostic>) -> String {
    if text.trim().is_empty() {
        found.push(
            Diagnostic::error(Code::S019, at.place(), format!("{key:?} is empty"))
                .help("write a text, or leave the key out where the format allows it"),
        );
    } else {
        controls(text, key, at, false, found);
        spaces(text, key, at, found);
    }
    text.to_owned()
}

/// A plain text that may be left out.
pub(super) fn optional(
    text: Option<&String>,
    key: &str,
    at: At<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<String> {
    text.map(|text| plain(text, key, at.key(key), found))
}

/// A marked-up text. Findings: S019, S020, S030.
pub(super) fn body(body: &Body, at: At<'_>, found: &mut Vec<Diagnostic>) -> Markup {
    let text = body.joined();
    if text.trim().is_empty() {
        found.push(
            Diagnostic::error(Code::S019, at.place(), "\"body\" is empty")
                .help("write a text, or leave the key out where the format allows it"),
        );
        return Markup::default();
    }
    let before = found.len();
    match body {
        Body::Whole(text) => controls(text, "body", at, true, found),
        Body::Lines(lines) => {
            for (line, line_at) in lines.iter().zip(at.each()) {
                controls(line, "body", line_at, false, found);
            }
        }
    }
    if found.len() > before {
        return Markup::default();
    }
    match markup::parse(&text) {
        Ok(markup) => markup,
        Err(faults) => {
            for fault in faults {
                let place = place_in_body(body, at, fault.range);
                let message = format!(
                    "{} is outside the marked-up text that is printed",
                    fault.what
                );
                found.push(Diagnostic::error(Code::S030, place, message).help(fault.help));
            }
            Markup::default()
        }
    }
}

/// Where a stretch of the joined text stands: in the line that holds its beginning.
fn place_in_body(body: &Body, at: At<'_>, range: Range<usize>) -> Place {
    let Body::Lines(lines) = body else {
        return at.place_inside(range);
    };
    let mut start = 0;
    for (line, line_at) in lines.iter().zip(at.each()) {
        let end = start + line.len();
        if range.start <= end {
            let inside = range.start - start..range.end.min(end).saturating_sub(start);
            return line_at.place_inside(inside);
        }
        start = end + 1;
    }
    at.place()
}

/// Finds the first letter that cannot be printed or spoken (S020).
fn controls(text: &str, key: &str, at: At<'_>, may_break: bool, found: &mut Vec<Diagnostic>) {
    let is_allowed = |letter: char| may_break && letter == '\n';
    let mut letters = text.char_indices();
    let Some((start, letter)) =
        letters.find(|(_, letter)| is_control(*letter) && !is_allowed(*letter))
    else {
        return;
    };
    let place = at.place_inside(start..start + letter.len_utf8());
    let name = control_name(letter);
    let code_point = u32::from(letter);
    let message =
        format!("{key:?} holds {name} (U+{code_point:04X}), expected letters, signs and spaces");
    let help = match letter {
        '\n' | '\r' => {
            "a title or prompt is one line, and a line of a body is one line: take out the line break"
        }
        '\t' => "write spaces instead",
        '\u{FFFD}' => "a letter was lost when the text was copied: put it back",
        _ => "take it out; it came with the text when it was copied",
    };
    found.push(Diagnostic::error(Code::S020, place, message).help(help));
}

/// Letters that mean something to a terminal, a typesetter or a reader of bidirectional text, and are never part of the wording.
const fn is_control(letter: char) -> bool {
    matches!(
        letter,
        '\0'..='\u{1F}'
            | '\u{7F}'..='\u{9F}'
            | '\u{200B}'
            | '\u{200E}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FDD0}'..='\u{FDEF}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFF}'
            | '\u{E000}'..='\u{F8FF}'
    )
}

const fn control_name(letter: char) -> &'static str {
    match letter {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => "a line break",
        '\t' => "a tab",
        '\u{200B}' | '\u{2060}' => "an invisible space",
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "a sign that turns the direction of writing"
        }
        '\u{FEFF}' => "a byte order mark",
        '\u{FFFD}' => "the sign for a lost letter",
        '\u{E000}'..='\u{F8FF}' => "a letter for private use",
        _ => "a control character",
    }
}

/// Finds spaces that nobody sees (S021).
fn spaces(text: &str, key: &str, at: At<'_>, found: &mut Vec<Diagnostic>) {
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    let range = if start > 0 {
        0..start
    } else if end < text.len() {
        end..text.len()
    } else if let Some(double) = text.find("  ") {
        double..double + 2
    } else {
        return;
    };
    let what = if start > 0 || end < text.len() {
        "begins or ends with a space"
    } else {
        "holds two spaces in a row"
    };
    found.push(
        Diagnostic::warning(
            Code::S021,
            at.place_inside(range),
            format!("{key:?} {what}"),
        )
        .help("take it out: the text is printed, spoken and exported exactly as written"),
    );
}

/// A BCP 47 tag, as in `en-GB` (S037).
pub(super) fn language(tag: &str, at: At<'_>, found: &mut Vec<Diagnostic>) -> String {
    let mut parts = tag.split('-');
    let is_primary = parts.next().is_some_and(|first| {
        (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    let is_rest = parts.all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    if !is_primary || !is_rest || tag.len() > 35 {
        found.push(
            Diagnostic::error(
                Code::S037,
                at.place(),
                format!(
                    "{} is not a language tag, expected one as in \"en-GB\"",
                    quoted(tag)
                ),
            )
            .help("write the tag that web pages use (BCP 47): \"en-GB\", \"pl\", \"de-CH\""),
        );
    }
    tag.to_owned()
}

/// A text with a grammar (S015), or a slot (S032); `what` is what messages call it.
pub(super) fn grammar<T>(
    parsed: Result<T, GrammarError>,
    written: &str,
    what: &str,
    at: At<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<T> {
    match parsed {
        Ok(value) => Some(value),
        Err(GrammarError(expected)) => {
            found.push(bad_grammar(written, what, expected, at));
            None
        }
    }
}

/// The finding for a text that does not follow its grammar.
pub(super) fn bad_grammar(written: &str, what: &str, expected: &str, at: At<'_>) -> Diagnostic {
    let message = format!("{what} is {}, expected {expected}", quoted(written));
    Diagnostic::error(Code::S015, at.place(), message)
        .help("change it to fit; once published, it never changes again")
}

/// The name of a scale or group: a letter, then letters and digits (S015).
pub(super) fn name(name: &str, what: &str, at: At<'_>, found: &mut Vec<Diagnostic>) {
    let is_sound = (1..=32).contains(&name.len())
        && name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_sound {
        found.push(bad_grammar(
            name,
            what,
            "a letter and up to 31 letters and digits, as in \"signOff\"",
            at,
        ));
    }
}
