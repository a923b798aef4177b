//! What does not fit, in words.
//!
//! In: the part of the schema, and the place in the file. Out: findings S009 to S013 and S016. Never: decides what fits, but for ranges of numbers.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::spec::locate::{At, Kind};

use super::words::nearest;

/// Lists of nodes: where one stands in the wrong node, that is said.
const NODE_LISTS: [&str; 8] = [
    "areas",
    "competencies",
    "parts",
    "indicators",
    "units",
    "markingPoints",
    "elements",
    "questions",
];

pub(super) fn unknown_key(
    key: &str,
    place: Place,
    label: &str,
    properties: &Map<String, Value>,
) -> Diagnostic {
    let keys = properties.keys().map(String::as_str);
    let own_list = NODE_LISTS
        .iter()
        .find(|list| properties.contains_key(**list));
    if NODE_LISTS.contains(&key) && label != "the framework" {
        let (expected, help) = match own_list {
            Some(own) => (
                format!("expected {own}"),
                format!("{label} holds {own}: put the {key} where they belong, or rename the key"),
            ),
            None => (
                "which has none below it".to_owned(),
                format!("put the {key} into a node above {label}"),
            ),
        };
        let message = format!("{label} cannot hold {key}, {expected}");
        return Diagnostic::error(Code::S016, place, message).help(help);
    }
    let help = match (key, nearest(key, keys.clone())) {
        ("kind" | "type", _) if own_list.is_some() => {
            "leave it out: a node's kind is the list that it stands in".to_owned()
        }
        ("children", _) if own_list.is_some() => {
            format!("did you mean {:?}?", own_list.copied().unwrap_or_default())
        }
        (_, Some(near)) => format!("did you mean {near:?}?"),
        (_, None) => {
            let known: Vec<&str> = keys
                .filter(|key| !matches!(*key, "$schema" | "comment"))
                .collect();
            format!("known here: {}", known.join(", "))
        }
    };
    Diagnostic::error(Code::S009, place, format!("unknown key {key:?} in {label}")).help(help)
}

/// Required keys that are not there, in one finding.
pub(super) fn missing(
    schema: &Value,
    at: At<'_>,
    label: &str,
    present: &BTreeMap<&str, Place>,
) -> Option<Diagnostic> {
    let required = schema.get("required").and_then(Value::as_array);
    let required = required.map_or(&[][..], Vec::as_slice);
    let missing: Vec<String> = required
        .iter()
        .filter_map(Value::as_str)
        .filter(|key| !present.contains_key(key))
        .map(|key| format!("{key:?}"))
        .collect();
    if missing.is_empty() {
        return None;
    }
    let described: Vec<String> = missing
        .iter()
        .filter_map(|key| {
            let text = schema
                .get("properties")?
                .get(key.trim_matches('"'))?
                .get("description")?;
            Some(format!("{key}: {}", text.as_str()?.trim_end_matches('.')))
        })
        .collect();
    let message = format!("{label} lacks {}", missing.join(", "));
    let found = Diagnostic::error(Code::S010, at.place(), message);
    Some(found.help(format!("add {}", described.join("; "))))
}

pub(super) fn word(words: &[&str], at: At<'_>, name: &str) -> Option<Diagnostic> {
    let Some(written) = at.value.as_text() else {
        let message = format!("{name} is {}, expected a text", type_of(at));
        return Some(
            Diagnostic::error(Code::S011, at.place(), message)
                .help(format!("write one of {}", words.join(", "))),
        );
    };
    if words.contains(&written) {
        return None;
    }
    let help = nearest(written, words.iter().copied()).map_or_else(
        || format!("write one of {}", words.join(", ")),
        |near| format!("did you mean {near:?}?"),
    );
    let message = format!(
        "{name} is {written:?}, expected one of {}",
        words.join(", ")
    );
    Some(Diagnostic::error(Code::S012, at.place(), message).help(help))
}

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
        (_, "a list") => "write it between [ and ], even if it is only one",
        (_, "an object") => "write it between { and }, with its keys",
        (_, _) => "see docs/formats.md for an example",
    };
    let message = format!("{name} is {}, expected {expected}", type_of(at));
    Diagnostic::error(Code::S011, at.place(), message).help(help)
}

const fn type_of(at: At<'_>) -> &'static str {
    match at.value.kind {
        Kind::Null => "null",
        Kind::Bool => "true or false",
        Kind::Number => "a number",
        Kind::Text(_) => "a text",
        Kind::List(_) => "a list",
        Kind::Object(_) => "an object",
    }
}

pub(super) fn out_of_range(schema: &Value, at: At<'_>, name: &str) -> Option<Diagnostic> {
    let Kind::Number = at.value.kind else {
        return None;
    };
    let bound = |key: &str| schema.get(key).and_then(Value::as_f64);
    let format_most = match schema.get("format").and_then(Value::as_str) {
        Some("uint16") => Some(f64::from(u16::MAX)),
        Some("uint32") => Some(f64::from(u32::MAX)),
        Some(_) | None => None,
    };
    let least = bound("minimum").unwrap_or(f64::NEG_INFINITY);
    let most = bound("maximum").or(format_most).unwrap_or(f64::MAX);
    let number = at.written().parse::<f64>().unwrap_or(f64::INFINITY);
    if (least..=most).contains(&number) {
        return None;
    }
    let message = format!(
        "{name} is {}, expected a number from {least} to {most}",
        at.written()
    );
    Some(
        Diagnostic::error(Code::S013, at.place(), message)
            .help("choose a number within this range"),
    )
}
