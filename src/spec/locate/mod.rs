//! Where things stand in a JSON file: every value and every key with its place.
//!
//! In: a text that `open` found to be JSON, within the bounds of size and depth. Out: a tree of values that know their stretch of the text.
//! Never: knows what a specification is, or takes one of two equal keys for the other.
//!
//! The tree is built with `serde_json` itself, level by level, so that there is no second grammar of JSON here. It holds every member
//! of an object, repeated ones too, in the order written.

mod lines;
mod open;
mod syntax;
mod tree;

use std::ops::Range;

use crate::diagnostic::{Place, SourceSpan};

pub(crate) use open::MAX_BYTES;
pub(crate) use tree::{Kind, Member, Value};

/// A JSON file and everything in it.
pub(crate) struct Document<'a> {
    text: &'a str,
    lines: lines::Lines,
    root: Value,
}

impl<'a> Document<'a> {
    /// Reads a file.
    ///
    /// # Errors
    /// S001 to S005: the file is too large, not UTF-8, begins with a byte order mark, nests too deep, or is not JSON.
    pub(crate) fn open(source: &'a [u8]) -> Result<Self, Box<crate::diagnostic::Diagnostic>> {
        let (text, lines) = open::text(source)?;
        let root = open::tree(text, &lines)?;
        Ok(Self { text, lines, root })
    }

    /// The file as text.
    pub(crate) const fn text(&self) -> &'a str {
        self.text
    }

    /// The outermost value.
    pub(crate) const fn root(&self) -> At<'_> {
        At {
            document_text: self.text,
            lines: &self.lines,
            value: &self.root,
        }
    }

    /// The value that a JSON pointer (RFC 6901) names, as in `/workbooks/0/title`.
    pub(crate) fn pointer(&self, pointer: &str) -> Option<At<'_>> {
        let mut at = self.root();
        for token in pointer.split('/').skip(1) {
            let token = token.replace("~1", "/").replace("~0", "~");
            at = match &at.value.kind {
                Kind::List(items) => at.to(items.get(token.parse::<usize>().ok()?)?),
                Kind::Object(_) => at.get(&token)?,
                Kind::Null | Kind::Bool | Kind::Number | Kind::Text(_) => return None,
            };
        }
        Some(at)
    }
}

/// A value and the text that it stands in.
#[derive(Clone, Copy)]
pub(crate) struct At<'d> {
    document_text: &'d str,
    lines: &'d lines::Lines,
    /// The value.
    pub(crate) value: &'d Value,
}

impl<'d> At<'d> {
    const fn to(self, value: &'d Value) -> Self {
        Self { value, ..self }
    }

    /// The value of a key, if there is one.
    pub(crate) fn get(self, key: &str) -> Option<Self> {
        let member = self.value.members().iter().find(|one| one.key == key)?;
        Some(self.to(&member.value))
    }

    /// The value of a key, or where it would stand: the object itself.
    pub(crate) fn key(self, key: &str) -> Self {
        self.get(key).unwrap_or(self)
    }

    /// The items of a list under a key, none if there is no list.
    pub(crate) fn items(self, key: &str) -> impl Iterator<Item = Self> {
        let items = self.get(key).map_or(&[][..], |list| list.value.items());
        items.iter().map(move |item| self.to(item))
    }

    /// The items of this list.
    pub(crate) fn each(self) -> impl Iterator<Item = Self> {
        self.value.items().iter().map(move |item| self.to(item))
    }

    /// The members of this object.
    pub(crate) fn members(self) -> impl Iterator<Item = (&'d Member, Self)> {
        let members = self.value.members().iter();
        members.map(move |member| (member, self.to(&member.value)))
    }

    /// The value as it is written.
    pub(crate) fn written(self) -> &'d str {
        let range = self.value.range.clone();
        self.document_text.get(range).unwrap_or_default()
    }

    /// Where the value stands; of a list or an object the opening bracket.
    pub(crate) fn span(self) -> SourceSpan {
        let Range { start, end } = self.value.range;
        match self.value.kind {
            Kind::List(_) | Kind::Object(_) => {
                self.lines.span(self.document_text, start..start + 1)
            }
            Kind::Null | Kind::Bool | Kind::Number | Kind::Text(_) => {
                self.lines.span(self.document_text, start..end)
            }
        }
    }

    /// The same as a place.
    pub(crate) fn place(self) -> Place {
        Place::Source(self.span())
    }

    /// Where a key of this object stands.
    pub(crate) fn place_of_key(self, member: &Member) -> Place {
        Place::Source(
            self.lines
                .span(self.document_text, member.key_range.clone()),
        )
    }

    /// Where a stretch of this text stands; `inside` counts bytes of the text after its escapes are read.
    pub(crate) fn place_inside(self, inside: Range<usize>) -> Place {
        let start = self.value.range.start;
        let raw = self.written();
        let range =
            start + tree::raw_offset(raw, inside.start)..start + tree::raw_offset(raw, inside.end);
        Place::Source(self.lines.span(self.document_text, range))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(place: &Place) -> (u32, u32, usize) {
        match place {
            Place::Source(span) => (span.line, span.column, span.end - span.start),
            Place::Whole | Place::Pdf { .. } => panic!("no place in a source"),
        }
    }

    #[test]
    fn a_pointer_leads_to_line_column_and_length() {
        let text = "{\n  \"a\": [ 1, { \"é/~\": \"x\" } ],\n  \"b\": null\n}";
        let document = Document::open(text.as_bytes()).unwrap();
        let table = [
            ("", (1, 1, 1)),
            ("/a", (2, 8, 1)),
            ("/a/0", (2, 10, 1)),
            ("/a/1/é~1~0", (2, 22, 3)),
            ("/b", (3, 8, 4)),
        ];
        for (pointer, expected) in table {
            let at = document.pointer(pointer).unwrap();
            assert_eq!(shown(&at.place()), expected, "{pointer}");
        }
        assert!(document.pointer("/a/2").is_none());
        assert!(document.pointer("/c").is_none());
    }

    #[test]
    fn a_place_inside_a_text_counts_letters_after_their_escapes_are_read() {
        let text = r#"["a\n\u00e9b😀\ud83d\ude00c"]"#;
        let document = Document::open(text.as_bytes()).unwrap();
        let at = document.pointer("/0").unwrap();
        let Kind::Text(read) = &at.value.kind else {
            panic!("no text");
        };
        let table = [
            ("a", "a"),
            ("\n", "\\n"),
            ("é", "\\u00e9"),
            ("b", "b"),
            ("c", "c"),
        ];
        for (letter, written) in table {
            let start = read.find(letter).unwrap();
            let place = at.place_inside(start..start + letter.len());
            let Place::Source(span) = place else {
                panic!("no place")
            };
            assert_eq!(text.get(span.start..span.end), Some(written), "{letter:?}");
        }
    }

    #[test]
    fn the_place_of_a_key_holds_its_quotes() {
        let text = r#"{ "a\"b" : 1, "c":{} , "a\"b":2 }"#;
        let document = Document::open(text.as_bytes()).unwrap();
        let root = document.root();
        let keys: Vec<_> = root
            .members()
            .map(|(member, _)| text.get(member.key_range.clone()).unwrap())
            .collect();
        assert_eq!(keys, [r#""a\"b""#, r#""c""#, r#""a\"b""#]);
    }
}
