//! Values: from what stands under `/V` to text, options and states.
//!
//! In: nodes of a file. Out: [`FieldValue`]s and remarks about them. Never: knows which field a value belongs to, or
//! which of two counts.

use std::collections::{BTreeMap, BTreeSet};

use super::limits::{MAX_OPTIONS, MAX_VALUE_STREAM_BYTES, MAX_VALUES_BYTES};
use super::model::{FieldKind, FieldValue};
use super::object::{Dictionary, Node};
use super::text_string::{self, Decoded};
use crate::confidential::CandidateText;

/// A value as it was decoded.
#[derive(Clone, Debug, Default)]
pub(super) struct Value {
    /// The value.
    pub(super) value: FieldValue,
    /// Whether letters had to be replaced.
    pub(super) is_lossy: bool,
    /// Whether letters stand there that are left when others are cut.
    pub(super) may_be_cut: bool,
    /// Whether something stands there that is no value, or cannot be read.
    pub(super) is_unreadable: bool,
}

/// What values and options may still cost: many fields may share one value, or one list of options.
pub(super) struct Budget {
    bytes: usize,
    options: usize,
}

impl Budget {
    /// The budget of one file.
    pub(super) const fn of_file() -> Self {
        Self {
            bytes: MAX_VALUES_BYTES,
            options: MAX_OPTIONS,
        }
    }

    const fn take_bytes(&mut self, count: usize) -> Option<()> {
        match self.bytes.checked_sub(count) {
            Some(left) => {
                self.bytes = left;
                Some(())
            }
            None => None,
        }
    }
}

/// The options of a choice.
#[derive(Clone, Debug, Default)]
pub(super) struct Options {
    /// Export value and display text.
    pub(super) pairs: Vec<(String, String)>,
    /// Whether there are more than are read; then none is.
    pub(super) is_over_limit: bool,
}

/// Decodes the value of a field of a kind; of a choice, with `options`, the export value where the display text is stored.
pub(super) fn decode(
    kind: FieldKind,
    node: Node<'_>,
    options: &Options,
    budget: &mut Budget,
) -> Value {
    match kind {
        FieldKind::Button => Value::default(),
        FieldKind::Signature => Value {
            value: match node {
                Node::Null => FieldValue::None,
                _ => FieldValue::Signed,
            },
            ..Value::default()
        },
        FieldKind::CheckBox | FieldKind::Radio => Value {
            value: state(node).map_or(FieldValue::None, FieldValue::State),
            ..Value::default()
        },
        FieldKind::Text | FieldKind::Choice => texts(kind, node, options, budget),
    }
}

/// The state that a button's `/V` or `/AS` names: a name, or a string as some programs write it.
pub(super) fn state(node: Node<'_>) -> Option<String> {
    match node {
        Node::Name(name) => Some(text_string::decode_name(name)),
        Node::Text(text) => Some(text_string::decode(text).text),
        Node::Array(items) => items
            .iter()
            .find_map(|item| item.as_name().map(text_string::decode_name)),
        _ => None,
    }
}

/// The on-states of a widget: the appearances it has under `/AP`, `Off` left out.
pub(super) fn on_states(widget: Dictionary<'_>) -> Vec<String> {
    let appearances = widget.get(b"AP").as_dictionary();
    let of = |key: &[u8]| appearances.and_then(|found| found.get(key).as_dictionary());
    let states = of(b"N").or_else(|| of(b"D"));
    states
        .into_iter()
        .flat_map(Dictionary::keys)
        .filter(|name| *name != b"Off")
        .map(text_string::decode_name)
        .collect()
}

/// The options of a choice (ISO 32000-1, table 231).
pub(super) fn options(node: Node<'_>, budget: &mut Budget) -> Options {
    let Some(items) = node.as_array() else {
        return Options::default();
    };
    let Some(left) = budget.options.checked_sub(items.len()) else {
        return Options {
            pairs: Vec::new(),
            is_over_limit: true,
        };
    };
    budget.options = left;
    let mut plain = |node: Node<'_>| {
        let text = node.as_text()?;
        budget.take_bytes(text.len())?;
        Some(text_string::decode(text).text)
    };
    let option = |item: Node<'_>| match item {
        Node::Array(pair) => {
            let export = plain(pair.get(0))?;
            let display = plain(pair.get(1)).unwrap_or_else(|| export.clone());
            Some((export, display))
        }
        other => plain(other).map(|text| (text.clone(), text)),
    };
    Options {
        pairs: items.iter().filter_map(option).collect(),
        is_over_limit: false,
    }
}

/// The options that `/I` names, for a choice without `/V`.
pub(super) fn chosen(indices: Node<'_>, options: &Options) -> FieldValue {
    let numbers: Vec<Node<'_>> = match indices {
        Node::Number(_) => vec![indices],
        Node::Array(items) => items.iter().take(options.pairs.len()).collect(),
        _ => Vec::new(),
    };
    let named = numbers
        .into_iter()
        .filter_map(Node::as_index)
        .filter_map(|index| options.pairs.get(index));
    list(named.map(|(export, _)| export.clone()).collect())
}

/// Display texts turned into export values, where the text is no export value and only one option shows it.
fn to_export(texts: Vec<String>, options: &Options) -> Vec<String> {
    let exports: BTreeSet<&str> = options
        .pairs
        .iter()
        .map(|(export, _)| export.as_str())
        .collect();
    let mut shown: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    if !texts.iter().all(|text| exports.contains(text.as_str())) {
        for (export, display) in &options.pairs {
            shown.entry(display).or_default().push(export);
        }
    }
    let export = |text: String| match shown.get(text.as_str()).map(Vec::as_slice) {
        Some([only]) if !exports.contains(text.as_str()) => (*only).to_owned(),
        _ => text,
    };
    texts.into_iter().map(export).collect()
}

fn texts(kind: FieldKind, node: Node<'_>, options: &Options, budget: &mut Budget) -> Value {
    let mut value = Value::default();
    let mut found = Vec::new();
    let mut take = |item: Node<'_>| match text(item, budget) {
        Ok(Some(decoded)) => {
            value.is_lossy |= decoded.is_lossy;
            value.may_be_cut |= decoded.text.chars().any(may_be_cut);
            found.push(decoded.text);
        }
        Ok(None) => {}
        Err(Unreadable) => value.is_unreadable = true,
    };
    match node {
        Node::Array(items) => items.iter().for_each(&mut take),
        other => take(other),
    }
    // A text field has one value: an array there is somebody's mistake, though its text is not lost.
    value.is_unreadable |=
        kind == FieldKind::Text && node.as_array().is_some_and(|items| items.len() > 0);
    value.value = list(to_export(found, options));
    value
}

/// Whether a letter lies where emoji, U+1F100 to U+1FAFF, come to lie when `PDFium` cuts them to 16 bits: letters for private use, and Chinese ones
/// for compatibility. Not from U+F000 on, where Windows keeps the bullets of its symbol fonts.
fn may_be_cut(letter: char) -> bool {
    ('\u{f100}'..='\u{faff}').contains(&letter)
}

fn list(texts: Vec<String>) -> FieldValue {
    let mut texts: Vec<_> = texts.into_iter().map(CandidateText::new).collect();
    match texts.len() {
        0 => FieldValue::None,
        1 => texts.pop().map_or(FieldValue::None, FieldValue::Text),
        _ => FieldValue::List(texts),
    }
}

struct Unreadable;

fn text(node: Node<'_>, budget: &mut Budget) -> Result<Option<Decoded>, Unreadable> {
    let plain = |text: String| {
        Ok(Some(Decoded {
            text,
            is_lossy: false,
        }))
    };
    match node {
        Node::Null => Ok(None),
        Node::Text(text) => {
            budget.take_bytes(text.len()).ok_or(Unreadable)?;
            Ok(Some(text_string::decode(text)))
        }
        Node::Name(name) => plain(text_string::decode_name(name)),
        Node::Number(number) => plain(number.to_string()),
        Node::Boolean(value) => plain(value.to_string()),
        Node::Stream(stream) => {
            let limit = MAX_VALUE_STREAM_BYTES.min(budget.bytes);
            let content = stream.whole_content(limit).ok_or(Unreadable)?;
            budget.take_bytes(content.len()).ok_or(Unreadable)?;
            Ok(Some(text_string::decode(&content)))
        }
        Node::Array(_) | Node::Dictionary(_) => Err(Unreadable),
    }
}
