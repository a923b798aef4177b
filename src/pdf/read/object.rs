//! Objects of an opened file, looked at without the library that parsed them.
//!
//! In: an opened [`File`]. Out: [`Node`]s, references followed. Never: changes the file, or follows a ring of references
//! for ever.
//!
//! Only this file, `open` and `recover` name the parsing library; a faster reader has to offer these types.

use std::collections::BTreeMap;
use std::io::{Read as _, copy, sink};

use super::limits::MAX_HOPS;

/// Object number and generation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ObjectId(pub(super) u32, pub(super) u16);

/// The objects of a file and its trailer.
pub(super) struct File {
    /// Every object that could be parsed, newest copy.
    pub(super) objects: BTreeMap<(u32, u16), lopdf::Object>,
    /// The trailer's dictionary.
    pub(super) trailer: lopdf::Dictionary,
}

/// Any object.
#[derive(Clone, Copy)]
pub(super) enum Node<'a> {
    /// Nothing, or an object that is not there.
    Null,
    /// A truth value.
    Boolean(bool),
    /// An integer or a real.
    Number(f64),
    /// A name, escapes undone.
    Name(&'a [u8]),
    /// A string, decrypted, escapes undone.
    Text(&'a [u8]),
    /// An array.
    Array(Array<'a>),
    /// A dictionary.
    Dictionary(Dictionary<'a>),
    /// A stream.
    Stream(Stream<'a>),
}

/// An array of a file.
#[derive(Clone, Copy)]
pub(super) struct Array<'a> {
    file: &'a File,
    items: &'a [lopdf::Object],
}

/// A dictionary of a file; a stream's too.
#[derive(Clone, Copy)]
pub(super) struct Dictionary<'a> {
    file: &'a File,
    entries: &'a lopdf::Dictionary,
    id: Option<ObjectId>,
}

/// A stream of a file.
#[derive(Clone, Copy)]
pub(super) struct Stream<'a> {
    file: &'a File,
    stream: &'a lopdf::Stream,
    id: Option<ObjectId>,
}

impl File {
    /// The trailer.
    pub(super) const fn trailer(&self) -> Dictionary<'_> {
        Dictionary {
            file: self,
            entries: &self.trailer,
            id: None,
        }
    }

    /// The catalog.
    pub(super) fn catalog(&self) -> Option<Dictionary<'_>> {
        self.trailer().get(b"Root").as_dictionary()
    }

    /// Every dictionary that is an object of its own, by number.
    pub(super) fn dictionaries(&self) -> impl Iterator<Item = Dictionary<'_>> {
        self.objects.iter().filter_map(|(id, object)| match object {
            lopdf::Object::Dictionary(entries) => Some(Dictionary {
                file: self,
                entries,
                id: Some(ObjectId(id.0, id.1)),
            }),
            _ => None,
        })
    }

    fn node<'a>(&'a self, object: &'a lopdf::Object) -> Node<'a> {
        let mut object = object;
        let mut id = None;
        for _ in 0..MAX_HOPS {
            let lopdf::Object::Reference(target) = object else {
                return self.direct(object, id);
            };
            let Some(found) = self.objects.get(target) else {
                return Node::Null;
            };
            id = Some(ObjectId(target.0, target.1));
            object = found;
        }
        Node::Null
    }

    fn direct<'a>(&'a self, object: &'a lopdf::Object, id: Option<ObjectId>) -> Node<'a> {
        match object {
            lopdf::Object::Null | lopdf::Object::Reference(_) => Node::Null,
            lopdf::Object::Boolean(value) => Node::Boolean(*value),
            #[expect(
                clippy::cast_precision_loss,
                reason = "flags, counts and coordinates are far below 2^53"
            )]
            lopdf::Object::Integer(value) => Node::Number(*value as f64),
            lopdf::Object::Real(value) => Node::Number(f64::from(*value)),
            lopdf::Object::Name(name) => Node::Name(name),
            lopdf::Object::String(text, _) => Node::Text(text),
            lopdf::Object::Array(items) => Node::Array(Array { file: self, items }),
            lopdf::Object::Dictionary(entries) => Node::Dictionary(Dictionary {
                file: self,
                entries,
                id,
            }),
            lopdf::Object::Stream(stream) => Node::Stream(Stream {
                file: self,
                stream,
                id,
            }),
        }
    }
}

impl<'a> Node<'a> {
    /// Whether it is nothing.
    pub(super) const fn is_null(self) -> bool {
        matches!(self, Self::Null)
    }

    /// The dictionary, if it is one; a stream's is not.
    pub(super) const fn as_dictionary(self) -> Option<Dictionary<'a>> {
        match self {
            Self::Dictionary(dictionary) => Some(dictionary),
            _ => None,
        }
    }

    /// The array, if it is one.
    pub(super) const fn as_array(self) -> Option<Array<'a>> {
        match self {
            Self::Array(array) => Some(array),
            _ => None,
        }
    }

    /// The stream, if it is one.
    pub(super) const fn as_stream(self) -> Option<Stream<'a>> {
        match self {
            Self::Stream(stream) => Some(stream),
            _ => None,
        }
    }

    /// The name, if it is one.
    pub(super) const fn as_name(self) -> Option<&'a [u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The string, if it is one.
    pub(super) const fn as_text(self) -> Option<&'a [u8]> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is a whole one from 0 on that fits.
    pub(super) fn as_index(self) -> Option<usize> {
        let number = self
            .as_number()
            .filter(|number| (0.0..=9.0e15).contains(number))?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the range was checked in the line above"
        )]
        let whole = number as u64;
        usize::try_from(whole).ok()
    }

    /// The number, if it is one.
    pub(super) const fn as_number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl<'a> Array<'a> {
    /// Number of items.
    pub(super) const fn len(self) -> usize {
        self.items.len()
    }

    /// The items, references followed.
    pub(super) fn iter(self) -> impl Iterator<Item = Node<'a>> {
        self.items.iter().map(move |item| self.file.node(item))
    }

    /// One item.
    pub(super) fn get(self, index: usize) -> Node<'a> {
        self.items
            .get(index)
            .map_or(Node::Null, |item| self.file.node(item))
    }

    /// Number of references that lead to nothing.
    pub(super) fn missing_count(self) -> usize {
        let is_missing = |item: &&lopdf::Object| matches!(item, lopdf::Object::Reference(id) if !self.file.objects.contains_key(id));
        self.items.iter().filter(is_missing).count()
    }
}

impl<'a> Dictionary<'a> {
    /// What stands under a key, references followed.
    pub(super) fn get(self, key: &[u8]) -> Node<'a> {
        self.entries
            .get(key)
            .map_or(Node::Null, |value| self.file.node(value))
    }

    /// Its object number, if it is an object of its own.
    pub(super) const fn id(self) -> Option<ObjectId> {
        self.id
    }

    /// Its keys, in the order of the file.
    pub(super) fn keys(self) -> impl Iterator<Item = &'a [u8]> {
        self.entries.iter().map(|(key, _)| key.as_slice())
    }

    /// Whether `/Type` is this.
    pub(super) fn is_type(self, name: &[u8]) -> bool {
        self.get(b"Type").as_name() == Some(name)
    }
}

impl<'a> Stream<'a> {
    /// Its dictionary.
    pub(super) const fn dictionary(self) -> Dictionary<'a> {
        Dictionary {
            file: self.file,
            entries: &self.stream.dict,
            id: self.id,
        }
    }

    /// Its bytes, filters undone; `None` if a filter fails or more than `limit` bytes come out.
    pub(super) fn content(self, limit: usize) -> Option<Vec<u8>> {
        let content = self.stream.get_plain_content_with_limit(limit).ok()?;
        (content.len() <= limit).then_some(content)
    }

    /// The same, where half of the bytes would not do: the library keeps what comes out before a stream breaks off.
    pub(super) fn whole_content(self, limit: usize) -> Option<Vec<u8>> {
        let content = self.content(limit)?;
        let filters = self.stream.filters().unwrap_or_default();
        if filters.first() == Some(&b"FlateDecode".as_slice()) {
            let most = u64::try_from(limit).ok()?;
            let inflated = flate2::read::ZlibDecoder::new(self.stream.content.as_slice());
            copy(&mut inflated.take(most), &mut sink()).ok()?;
        }
        Some(content)
    }
}
