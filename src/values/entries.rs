//! JSON objects with every key, repeated ones too, and the place of each key and value.
//!
//! In: a text. Out: entries in the order written. Never: shows what a value says; syntax errors name a place alone.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::diagnostic::{Code, Diagnostic, Place, SourceSpan};

use super::is_plain;

/// A text and where its lines begin.
pub(super) struct Source<'t> {
    text: &'t str,
    /// Byte offsets of the line ends.
    newlines: Vec<usize>,
}

/// What kind of value, by its first letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    String,
    Number,
    Boolean,
    Null,
    Array,
    Object,
}

impl Kind {
    fn of(raw: &str) -> Self {
        match raw.bytes().next() {
            Some(b'"') => Self::String,
            Some(b'{') => Self::Object,
            Some(b'[') => Self::Array,
            Some(b't' | b'f') => Self::Boolean,
            Some(b'n') => Self::Null,
            _ => Self::Number,
        }
    }

    /// As in "is a number".
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::String => "a text",
            Self::Number => "a number",
            Self::Boolean => "true or false",
            Self::Null => "null",
            Self::Array => "a list",
            Self::Object => "an object",
        }
    }
}

/// One key and its value.
pub(super) struct Entry<'t> {
    source: &'t Source<'t>,
    pub(super) key: Cow<'t, str>,
    raw: &'t str,
}

impl<'t> Entry<'t> {
    /// The value as written.
    pub(super) const fn raw(&self) -> &'t str {
        self.raw
    }

    pub(super) fn kind(&self) -> Kind {
        Kind::of(self.raw)
    }

    /// The value, if it is a string of whole characters.
    pub(super) fn string(&self) -> Option<String> {
        serde_json::from_str(self.raw).ok()
    }

    /// The value, if it is an object.
    pub(super) fn object(&self) -> Option<Object<'t>> {
        self.source.object(self.raw).ok()
    }

    pub(super) fn value_span(&self) -> SourceSpan {
        let start = self.source.offset(self.raw);
        self.source.span(start, start + self.raw.len())
    }

    /// The key with its quotes: found backwards from the value, since only the value remembers where it stands.
    pub(super) fn key_span(&self) -> SourceSpan {
        let before = self.source.text.as_bytes();
        let before = before.get(..self.source.offset(self.raw)).unwrap_or(before);
        let end = before.iter().rposition(|byte| *byte == b'"').unwrap_or(0);
        let mut start = end;
        while let Some(quote) = before
            .get(..start)
            .and_then(|key| key.iter().rposition(|byte| *byte == b'"'))
        {
            start = quote;
            let backslashes = before.iter().take(quote).rev();
            if backslashes.take_while(|byte| **byte == b'\\').count() % 2 == 0 {
                break;
            }
        }
        self.source.span(start, end + 1)
    }
}

/// An object.
pub(super) struct Object<'t> {
    source: &'t Source<'t>,
    start: usize,
    entries: Vec<Entry<'t>>,
}

impl<'t> Object<'t> {
    /// The first entry with this key.
    pub(super) fn get(&self, key: &str) -> Option<&Entry<'t>> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The first entry of each key; each further one is a finding (P106).
    pub(super) fn once(&self, found: &mut Vec<Diagnostic>) -> Vec<&Entry<'t>> {
        let mut seen: BTreeMap<&str, &Entry<'t>> = BTreeMap::new();
        let mut once = Vec::new();
        for entry in &self.entries {
            if let Some(first) = seen.get(entry.key.as_ref()) {
                let place = Place::Source(entry.key_span());
                let shown = if is_plain(&entry.key) {
                    &entry.key
                } else {
                    "a key"
                };
                let again =
                    Diagnostic::error(Code::P106, place, format!("{shown} is written twice"))
                        .also(Place::Source(first.key_span()), "first written here")
                        .help("take one of them out; which one counts would depend on the reader");
                found.push(again);
            } else {
                seen.insert(entry.key.as_ref(), entry);
                once.push(entry);
            }
        }
        once
    }

    /// The opening brace.
    pub(super) fn opening(&self) -> SourceSpan {
        self.source.span(self.start, self.start + 1)
    }
}

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let newlines = newlines.map(|(at, _)| at).collect();
        Self { text, newlines }
    }

    /// The whole text as one object.
    pub(super) fn file(&'t self) -> Result<Object<'t>, Box<Diagnostic>> {
        let raw: &RawValue =
            serde_json::from_str(self.text).map_err(|error| self.syntax(&error))?;
        if Kind::of(raw.get()) != Kind::Object {
            let start = self.offset(raw.get());
            let place = Place::Source(self.span(start, start + 1));
            let message = format!(
                "the file is {}, and an object was expected",
                Kind::of(raw.get()).as_str()
            );
            let help = "a file of values begins with { and ends with }";
            return Err(Box::new(
                Diagnostic::error(Code::P107, place, message).help(help),
            ));
        }
        self.object(raw.get()).map_err(|error| self.syntax(&error))
    }

    fn object(&'t self, raw: &'t str) -> Result<Object<'t>, serde_json::Error> {
        let pairs: Pairs<'t> = serde_json::from_str(raw)?;
        let entry = |(key, raw): (Key<'t>, &'t RawValue)| Entry {
            source: self,
            key: key.0,
            raw: raw.get(),
        };
        Ok(Object {
            source: self,
            start: self.offset(raw),
            entries: pairs.0.into_iter().map(entry).collect(),
        })
    }

    /// What `serde_json` says of the syntax; it quotes nothing of the file there.
    fn syntax(&self, error: &serde_json::Error) -> Box<Diagnostic> {
        let line = error.line().max(1);
        let start = match line.checked_sub(2) {
            Some(before) => self.newlines.get(before).map_or(0, |newline| newline + 1),
            None => 0,
        };
        let at = (start + error.column().saturating_sub(1)).min(self.text.len());
        let place = Place::Source(self.span(at, at + 1));
        let said = error.to_string();
        let said = said.split(" at line ").next().unwrap_or_default();
        let message = format!("the file of values is not JSON: {said}");
        let help = "the mistake is here or just before; look for a missing comma, quote or brace";
        Box::new(Diagnostic::error(Code::P103, place, message).help(help))
    }

    /// Where a stretch of the text begins in it.
    fn offset(&self, part: &str) -> usize {
        part.as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr())
    }

    fn span(&self, start: usize, end: usize) -> SourceSpan {
        let line = self.newlines.partition_point(|newline| *newline < start);
        let from = match line.checked_sub(1) {
            Some(before) => self.newlines.get(before).map_or(0, |newline| newline + 1),
            None => 0,
        };
        placed(self.text.as_bytes(), start..end, line, from)
    }
}

/// The place of some bytes in a file that may not be UTF-8.
pub(super) fn span(source: &[u8], start: usize, end: usize) -> SourceSpan {
    let before = source.get(..start).unwrap_or(source);
    let line = before.iter().filter(|byte| **byte == b'\n').count();
    let from = before.iter().rposition(|byte| *byte == b'\n');
    placed(
        source,
        start..end,
        line,
        from.map_or(0, |newline| newline + 1),
    )
}

fn placed(source: &[u8], bytes: std::ops::Range<usize>, line: usize, from: usize) -> SourceSpan {
    let before = source.get(from..bytes.start).unwrap_or_default();
    let column = String::from_utf8_lossy(before).chars().count();
    SourceSpan {
        start: bytes.start,
        end: bytes.end,
        line: u32::try_from(line + 1).unwrap_or(u32::MAX),
        column: u32::try_from(column + 1).unwrap_or(u32::MAX),
    }
}

/// A key, borrowed where it has no escapes.
#[derive(serde::Deserialize)]
struct Key<'t>(#[serde(borrow)] Cow<'t, str>);

/// An object as a list, so that a repeated key is not lost.
struct Pairs<'t>(Vec<(Key<'t>, &'t RawValue)>);

impl<'t> Deserialize<'t> for Pairs<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor;
        impl<'t> Visitor<'t> for PairsVisitor {
            type Value = Pairs<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(PairsVisitor)
    }
}
