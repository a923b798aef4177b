//! What does not fit, in words.
//!
//! In: the part of the schema, and the place in the file. Out: findings S009 to S013 and S016. Never: decides what fits, but for ranges of numbers.

use serde_json::{Map, Value};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::spec::locate::{At, Kind};
use crate::spec::quote::quoted;

use super::words::nearest;

/// Lists of nodes, and where each stands.
const NODE_LISTS: [(&str, &str); 8] = [
    ("areas", "the framework"),
    ("competencies", "an area"),
    ("parts", "a competency"),
    ("indicators", "a part"),
    ("units", "the framework"),
    ("markingPoints", "a unit"),
    ("elements", "the framework"),
    ("questions", "an element"),
];

/// A key that an object does not have; `near` is the one that was probably meant.
pub(super) fn unknown_key(
    key: &str,
    near: Option<&str>,
    place: Place,
    label: &str,
    properties: &Map<String, Value>,
) -> Diagnostic {
    let mut lists = NODE_LISTS.iter().map(|(list, _)| *list);
    let own_list = lists.find(|list| properties.contains_key(*list));
    let is_node = properties.contains_key("announced");
    if let Some((list, home)) = NODE_LISTS.iter().find(|(list, _)| *list == key && is_node) {
        let message = format!("{label} cannot hold {list}: they stand in {home}");
        let help = match own_list {
            Some(own) => format!("{label} holds {own}; move the {list}, or rename the key"),
            None => format!("{label} holds no others; move the {list}"),
        };
        return Diagnostic::error(Code::S016, place, message).help(help);
    }
    let help = match (key, own_list, near) {
        ("kind" | "type", _, _) if is_node => {
            "leave it out: the kind of a node is the list that it stands in".to_owned()
        }
        ("children", Some(own), _) => format!("did you mean {own:?}?"),
        (_, _, Some(near)) => format!("did you mean {near:?}?"),
        (_, _, None) => {
            let keys = properties.keys().map(String::as_str);
            let known = keys.filter(|key| !matches!(*key, "$schema" | "comment"));
            format!("known here: {}", known.collect::<Vec<_>>().join(", "))
        }
    };
    let message = format!("unknown key {} in {label}", quoted(key));
    Diagnostic::error(Code::S009, place, message).help(help)
}

/// Required keys that are not there, in one finding.
pub(super) fn missing(
    schema: &Value,
    at: At<'_>,
    label: &str,
    present: &[&str],
) -> Option<Diagnostic> {
    let required = schema.get("required").and_then(Value::as_array);
    let required = required.map_or(&[][..], Vec::as_slice);
    let missing: Vec<&str> = required
        .iter()
        .filter_map(Value::as_str)
        .filter(|key| !present.contains(key))
        .collect();
    if missing.is_empty() {
        return None;
    }
    let keys: Vec<String> = missing.iter().map(|key| format!("{key:?}")).collect();
    let described: Vec<String> = missing.iter().map(|key| described(schema, key)).collect();
    let message = format!("{label} lacks {}", keys.join(", "));
    let found = Diagnostic::error(Code::S010, at.place(), message);
    Some(found.help(format!("add {}", described.join(", "))))
}

/// A key with what the schema says of it, as in `"of" (id of the workbook that it is for)`.
fn described(schema: &Value, key: &str) -> String {
    let property = schema.get("properties").and_then(|all| all.get(key));
    let text = property.and_then(|one| one.get("description"));
    let text = text.and_then(Value::as_str).unwrap_or_default();
    let mut letters = text.trim_end_matches('.').replace('`', "\"");
    if let Some(first) = letters.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    format!("{key:?} ({letters})")
}

/// A word that is none of a closed set.
pub(super) fn word(words: &[&str], at: At<'_>, name: &str) -> Option<Diagnostic> {
    let list = words.join(", ");
    let Some(written) = at.value.as_text() else {
        let message = format!("{name} is {}, expected a text", type_of(at));
        let help = format!("write one of {list}");
        return Some(Diagnostic::error(Code::S011, at.place(), message).help(help));
    };
    if words.contains(&written) {
        return None;
    }
    let help = nearest(written, words.iter().copied()).map_or_else(
        || format!("write one of {list}"),
        |near| format!("did you mean {near:?}? it is one of {list}"),
    );
    let message = format!("{name} is {}, which is none of its words", quoted(written));
    Some(Diagnostic::error(Code::S012, at.place(), message).help(help))
}

/// A value of another type.
pub(super) fn wrong_type(schema: &'static Value, at: At<'_>, name: &str) -> Diagnostic {
    let expected = match schema.get("type").and_then(Value::as_str) {
        Some("integer") => "a whole number",
        Some("string") => "a text",
        Some("array") => "a list",
        Some("object") => "an object",
        Some("boolean") => "true or false",
        Some("number") => "a number",
        Some(_) | None => "a text or a list of lines",
    };
    let help = match (&at.value.kind, expected) {
        (Kind::Null, _) => "leave the key out where there is nothing to say",
        (Kind::Text(_), "a whole number" | "a number" | "true or false") => {
            "write it without quotation marks"
        }
        (Kind::Number | Kind::Bool, "a text") => "write it between quotation marks",
        (Kind::List(_), "a text") => "this text is one line: only a body may be a list of lines",
        (Kind::Number, _) => "write a whole number, as in 8",
        (_, "a list") => "write it between [ and ], even if it is only one",
        (_, "an object") => "write it between { and }, with its keys",
        (_, _) => "docs/formats.md says what stands here",
    };
    let message = format!("{name} is {}, expected {expected}", type_of(at));
    Diagnostic::error(Code::S011, at.place(), message).help(help)
}

/// What a value is, as in "a text"; a number is shown.
fn type_of(at: At<'_>) -> String {
    let kind = match at.value.kind {
        Kind::Null => "null",
        Kind::Bool => "true or false",
        Kind::Number => return shortened(at.written()),
        Kind::Text(_) => "a text",
        Kind::List(_) => "a list",
        Kind::Object(_) => "an object",
    };
    kind.to_owned()
}

/// A number that is too small or too large.
pub(super) fn out_of_range(schema: &Value, at: At<'_>, name: &str) -> Option<Diagnostic> {
    let Kind::Number = at.value.kind else {
        return None;
    };
    let bound = |key: &str| schema.get(key).and_then(Value::as_f64);
    let most_held = match schema.get("format").and_then(Value::as_str) {
        Some("uint16") => f64::from(u16::MAX),
        Some("uint32") => f64::from(u32::MAX),
        Some(_) | None => f64::INFINITY,
    };
    let least = bound("minimum").unwrap_or(f64::NEG_INFINITY);
    let most = bound("maximum").unwrap_or(most_held);
    let number = at.written().parse::<f64>().unwrap_or(f64::INFINITY);
    let expected = if number < least {
        format!("{least} or more")
    } else if number > most {
        format!("{most} or less")
    } else {
        return None;
    };
    let message = format!("{name} is {}, expected {expected}", shortened(at.written()));
    let help = match (bound("minimum"), bound("maximum")) {
        (Some(least), Some(most)) => format!("choose a number from {least} to {most}"),
        (_, _) => format!("choose a number that is {expected}"),
    };
    Some(Diagnostic::error(Code::S013, at.place(), message).help(help))
}

/// A number as written, or its beginning.
fn shortened(number: &str) -> String {
    if number.len() <= 20 {
        return number.to_owned();
    }
    format!("{}…", number.get(..20).unwrap_or_default())
}
