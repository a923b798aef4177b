//! The tree of a JSON text, with the stretch of text that each value and key was read from.
//!
//! In: text that is JSON and not too deep. Out: values. Never: drops a member of an object, or recurses without the bound that `open` holds.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A value and where it stands.
#[derive(Debug)]
pub(crate) struct Value {
    /// Bytes of the file.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) kind: Kind,
}

/// What a value is.
#[derive(Debug)]
pub(crate) enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number; what it says is in the file.
    Number,
    /// A text, its escapes read.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object, in the order written.
    Object(Vec<Member>),
}

/// A key and its value.
#[derive(Debug)]
pub(crate) struct Member {
    /// The key, its escapes read.
    pub(crate) key: String,
    /// Bytes of the file, with the quotes.
    pub(crate) key_range: Range<usize>,
    /// The value.
    pub(crate) value: Value,
}

/// What could not be read, and from which byte on.
pub(crate) struct Failure {
    /// Where the value begins that could not be read.
    pub(crate) start: usize,
    /// What `serde_json` says of it; line and column count from `start`.
    pub(crate) error: serde_json::Error,
}

impl Value {
    /// The members, if this is an object.
    pub(crate) fn members(&self) -> &[Member] {
        match &self.kind {
            Kind::Object(members) => members,
            Kind::Null | Kind::Bool | Kind::Number | Kind::Text(_) | Kind::List(_) => &[],
        }
    }

    /// The items, if this is a list.
    pub(crate) fn items(&self) -> &[Self] {
        match &self.kind {
            Kind::List(items) => items,
            Kind::Null | Kind::Bool | Kind::Number | Kind::Text(_) | Kind::Object(_) => &[],
        }
    }

    /// The text, if this is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            Kind::Null | Kind::Bool | Kind::Number | Kind::List(_) | Kind::Object(_) => None,
        }
    }
}

/// Reads the value that `raw` is, which begins at byte `start` of `text`.
pub(crate) fn read(text: &str, start: usize, raw: &str) -> Result<Value, Failure> {
    let failure = |error| Failure { start, error };
    let kind = match raw.as_bytes().first() {
        Some(b'n') => Kind::Null,
        Some(b't' | b'f') => Kind::Bool,
        Some(b'"') => Kind::Text(serde_json::from_str(raw).map_err(failure)?),
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(raw).map_err(failure)?;
            let items = items.into_iter().map(RawValue::get);
            let read = items.map(|item| read(text, start + offset_in(raw, item), item));
            Kind::List(read.collect::<Result<_, _>>()?)
        }
        Some(b'{') => Kind::Object(members(text, start, raw)?),
        Some(_) | None => Kind::Number,
    };
    Ok(Value {
        range: start..start + raw.len(),
        kind,
    })
}

fn members(text: &str, start: usize, raw: &str) -> Result<Vec<Member>, Failure> {
    let pairs: Pairs<'_> = serde_json::from_str(raw).map_err(|error| Failure { start, error })?;
    let mut found = Vec::new();
    let mut before = start + 1;
    for (key, value) in pairs.0 {
        let value_start = start + offset_in(raw, value.get());
        let key_range = key_range(text, before..value_start);
        let value = read(text, value_start, value.get())?;
        before = value.range.end;
        found.push(Member {
            key,
            key_range,
            value,
        });
    }
    Ok(found)
}

/// How far into `whole` its stretch `part` begins.
fn offset_in(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// The key between the end of what came before it and the value: from the first quote to the last.
fn key_range(text: &str, between: Range<usize>) -> Range<usize> {
    let stretch = text.get(between.clone()).unwrap_or_default();
    let first = stretch.find('"').unwrap_or(0);
    let last = stretch.rfind('"').map_or(stretch.len(), |at| at + 1);
    between.start + first..between.start + last
}

/// Every member of an object, repeated keys too, which a map would lose.
struct Pairs<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'de> Visitor<'de> for PairsVisitor {
    type Value = Pairs<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}

/// The byte of a string as written, quotes and escapes and all, that holds byte `inside` of the text it says.
pub(crate) fn raw_offset(raw: &str, inside: usize) -> usize {
    let mut said = 0;
    let mut rest = raw.char_indices().skip(1).peekable();
    while let Some((at, letter)) = rest.next() {
        if said >= inside {
            return at;
        }
        said += if letter == '\\' {
            escape(&mut rest)
        } else {
            letter.len_utf8()
        };
    }
    raw.len()
}

/// Passes over what follows a backslash; how many bytes of text it says.
fn escape(rest: &mut impl Iterator<Item = (usize, char)>) -> usize {
    let Some((_, 'u')) = rest.next() else {
        return 1;
    };
    let digits: String = rest.take(4).map(|(_, digit)| digit).collect();
    match u32::from_str_radix(&digits, 16) {
        // Each half of a surrogate pair says two of the four bytes.
        Ok(0xd800..=0xdfff) => 2,
        Ok(code) => char::from_u32(code).map_or(0, char::len_utf8),
        Err(_) => 0,
    }
}
