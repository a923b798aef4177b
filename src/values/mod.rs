//! Answers given beforehand: a file of values (`akam-values/1`, `docs/formats.md`) in, one map of fields a workbook out.
//!
//! In: the bytes of the file, and the plans of the workbooks that are being made. Out: a text for each field that is given one.
//! Never: shows a value, or guesses which field is meant.

mod entries;
mod matching;

use std::collections::BTreeMap;

use crate::confidential::CandidateText;
use crate::diagnostic::{Checked, Code, Diagnostic, Place, SourceSpan};
use crate::plan::Plan;
use crate::plan::field::FieldIndex;

use entries::{Entry, Kind, Object, Source};
use matching::Names;

/// The largest file of values that is read, in bytes: far more than every box of a workbook holds.
pub const MOST_BYTES: usize = 16 << 20;

/// The format that is read.
const FORMAT: &str = "akam-values/1";

/// The texts for the fields of one workbook.
pub type Given = BTreeMap<FieldIndex, CandidateText>;

/// Reads a file of values for the workbooks of `plans`; one map a plan, in their order.
///
/// Line ends become LF, and control characters are taken out. A blank text gives its field nothing.
///
/// Findings: P101 to P103 the file as a whole, P104 its format, P105 to P108 its shape, P109 and P110 names, P111 to P114 values.
pub fn load(source: &[u8], plans: &[Plan]) -> Checked<Vec<Given>> {
    let text = match text(source) {
        Ok(text) => text,
        Err(found) => return Checked::failed(vec![*found]),
    };
    let source = Source::new(text);
    let file = match source.file() {
        Ok(file) => file,
        Err(found) => return Checked::failed(vec![*found]),
    };
    if let Err(found) = check_format(&file) {
        return Checked::failed(vec![*found]);
    }
    let mut found = Vec::new();
    let values = values(&file, &mut found);
    let mut names = Names::new(plans);
    let mut given = vec![Given::new(); plans.len()];
    let entries = match &values {
        Some(values) => values.once(&mut found),
        None => Vec::new(),
    };
    for entry in entries {
        if let Some((plan, field, text)) = names.take(entry, &mut found)
            && let Some(given) = given.get_mut(plan)
        {
            given.insert(field, text);
        }
    }
    Checked::new(given, found)
}

/// The file as text.
fn text(source: &[u8]) -> Result<&str, Box<Diagnostic>> {
    let whole = |code, message: &str, help: &str| {
        Box::new(Diagnostic::error(code, Place::Whole, message).help(help))
    };
    if source.len() > MOST_BYTES {
        return Err(whole(
            Code::P101,
            "the file of values is larger than 16 MB",
            "give the values of one candidate at a time",
        ));
    }
    let help = "save it as UTF-8 without a byte order mark (BOM), which editors offer under \"Encoding\" when saving";
    if source.starts_with(b"\xef\xbb\xbf") {
        let message = "the file of values begins with a byte order mark (BOM)";
        return Err(whole(Code::P102, message, help));
    }
    std::str::from_utf8(source).map_err(|error| {
        let at = error.valid_up_to();
        let place = Place::Source(entries::span(source, at, at + 1));
        let message = "the file of values is not UTF-8";
        Box::new(Diagnostic::error(Code::P102, place, message).help(help))
    })
}

/// The format is looked at alone, so that a newer one is named before its news are called mistakes.
fn check_format(file: &Object<'_>) -> Result<(), Box<Diagnostic>> {
    let wanted = format!("a file of values says \"format\": \"{FORMAT}\"");
    let Some(entry) = file.get("format") else {
        let place = Place::Source(file.opening());
        let found = Diagnostic::error(Code::P104, place, "the key \"format\" is missing");
        return Err(Box::new(found.help(wanted)));
    };
    let written = entry.string();
    let (message, help) = match written.as_deref() {
        Some(FORMAT) => return Ok(()),
        Some(text) if is_newer(text) => (
            "the file of values is of a newer format".to_owned(),
            format!("this program reads {FORMAT}; get the newest version of akam-workbook"),
        ),
        Some(text) if text.starts_with("akam-") && is_plain(text) => (
            format!("the file is of the format {text}, not a file of values"),
            wanted,
        ),
        Some(_) | None => ("the file is not a file of values".to_owned(), wanted),
    };
    let place = Place::Source(entry.value_span());
    Err(Box::new(
        Diagnostic::error(Code::P104, place, message).help(help),
    ))
}

fn is_newer(format: &str) -> bool {
    let number = format.strip_prefix("akam-values/");
    number.is_some_and(|number| number.parse::<u32>().is_ok_and(|number| number > 1))
}

/// Whether a text of the file may be shown: it can only be a word of a format or a field name, nothing that a candidate wrote.
fn is_plain(text: &str) -> bool {
    let allowed = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_' | b'/')
    };
    text.len() <= crate::field_name::MAX_LENGTH && text.bytes().all(allowed)
}

/// The object under "values", and what is odd about the keys beside it.
fn values<'t>(file: &Object<'t>, found: &mut Vec<Diagnostic>) -> Option<Object<'t>> {
    let mut values = None;
    let mut is_there = false;
    for entry in file.once(found) {
        match entry.key.as_ref() {
            "format" | "$schema" => {}
            "comment" => check_comment(entry, found),
            "values" => {
                is_there = true;
                match entry.object() {
                    Some(object) => values = Some(object),
                    None => found.push(wrong_type("\"values\"", "an object of field names", entry)),
                }
            }
            key => found.push(unknown_key(key, entry.key_span())),
        }
    }
    if !is_there {
        let place = Place::Source(file.opening());
        let missing = Diagnostic::error(Code::P108, place, "the key \"values\" is missing");
        found.push(missing.help(
            "put the answers there, as in \"values\": { \"sample-1-w0001-w0001-name\": \"…\" }",
        ));
    }
    values
}

fn check_comment(entry: &Entry<'_>, found: &mut Vec<Diagnostic>) {
    let is_text = match entry.kind() {
        Kind::String => true,
        Kind::Array => serde_json::from_str::<Vec<String>>(entry.raw()).is_ok(),
        Kind::Object | Kind::Number | Kind::Boolean | Kind::Null => false,
    };
    if !is_text {
        found.push(wrong_type(
            "\"comment\"",
            "a text or a list of lines",
            entry,
        ));
    }
}

fn unknown_key(key: &str, at: SourceSpan) -> Diagnostic {
    const KNOWN: [&str; 4] = ["format", "values", "comment", "$schema"];
    let shown = if is_plain(&key.to_ascii_lowercase()) {
        format!("the key \"{key}\" is not known")
    } else {
        "a key is not known".to_owned()
    };
    let help = match matching::nearest(key, KNOWN.into_iter()) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => {
            "the keys of a file of values are \"format\", \"values\", \"comment\" and \"$schema\""
                .to_owned()
        }
    };
    Diagnostic::error(Code::P105, Place::Source(at), shown).help(help)
}

fn wrong_type(what: &str, expected: &str, entry: &Entry<'_>) -> Diagnostic {
    let place = Place::Source(entry.value_span());
    let message = format!(
        "{what} is {}, and {expected} was expected",
        entry.kind().as_str()
    );
    Diagnostic::error(Code::P107, place, message).help(
        "every value is a text in quotes, as in \"60\" or \"yes\"; leave out what is not given",
    )
}
