//! Object streams opened under a budget, and the newest copy of each object chosen.
//!
//! In: a parsed document whose object streams are still closed. Out: all its objects. Never: inflates more than
//! `limits` allow, or lets an object lose against an older copy of itself.
//!
//! The library opens every object stream while it loads, without a common bound; and in a file whose table was rebuilt
//! it prefers the stream with the lowest number to the one written last. So they are held back and opened here.

use std::cell::Cell;
use std::panic::resume_unwind;

use super::error::Error;
use super::limits::{MAX_OBJECT_STREAM_BYTES, MAX_PARSED, MAX_TOKENS};
use super::object::File;
use super::open::over_tokens;
use super::scan;

/// The type that an object stream has while it is held back.
const HELD_BACK: &[u8] = b"AkamHeldBack";

/// What ends a reading that parses more than it may; unwound with, and caught where the reading's thread is joined.
pub(super) struct ParsedTooMuch;

thread_local! {
    /// Objects parsed by this thread, which has one file to read. The library's filter can be given no state.
    static PARSED: Cell<usize> = const { Cell::new(0) };
}

/// A filter for loading: hides object streams from the library, and ends a load that parses the same objects for ever.
pub(super) fn hold_back(
    id: (u32, u16),
    object: &mut lopdf::Object,
) -> Option<((u32, u16), lopdf::Object)> {
    PARSED.set(PARSED.get().saturating_add(weight(object)));
    if PARSED.get() > MAX_PARSED {
        resume_unwind(Box::new(ParsedTooMuch));
    }
    if let lopdf::Object::Stream(stream) = object
        && stream.dict.has_type(b"ObjStm")
    {
        stream
            .dict
            .set("Type", lopdf::Object::Name(HELD_BACK.to_vec()));
    }
    // The library keeps `object`; what is returned says only that it may.
    Some((id, lopdf::Object::Null))
}

/// How many objects an object is, with everything in it; long strings and streams count for more than one.
fn weight(object: &lopdf::Object) -> usize {
    let mut open = vec![object];
    let mut weight = 0_usize;
    while let Some(object) = open.pop() {
        let bytes = match object {
            lopdf::Object::Array(items) => {
                open.extend(items);
                0
            }
            lopdf::Object::Dictionary(entries) => {
                open.extend(entries.iter().map(|(_, value)| value));
                0
            }
            lopdf::Object::Stream(stream) => {
                open.extend(stream.dict.iter().map(|(_, value)| value));
                stream.content.len()
            }
            lopdf::Object::String(text, _) | lopdf::Object::Name(text) => text.len(),
            _ => 0,
        };
        weight = weight.saturating_add(1).saturating_add(bytes >> 6);
    }
    weight
}

/// Whether the table says that the catalog lies in an object stream.
pub(super) fn is_in_object_stream(document: &lopdf::Document) -> bool {
    let root = document
        .trailer
        .get(b"Root")
        .and_then(lopdf::Object::as_reference);
    root.is_ok_and(|id| {
        document
            .reference_table
            .get(id.0)
            .is_some_and(lopdf::xref::XrefEntry::is_compressed)
    })
}

/// Takes all objects out of a document. `newest_by_place`: the table was rebuilt, so of several copies of an object the
/// one that stands last in the file counts. Otherwise the table does, and the second result says whether a later object
/// stream holds another copy of an object.
pub(super) fn objects_of(
    mut document: lopdf::Document,
    newest_by_place: bool,
    tokens_outside: usize,
) -> Result<(File, bool), Error> {
    let table = std::mem::take(&mut document.reference_table.entries);
    let place = |number: u32| match table.get(&number) {
        Some(lopdf::xref::XrefEntry::Normal { offset, .. }) => Some(*offset),
        _ => None,
    };
    let mut held: Vec<(u32, u32)> = document
        .objects
        .iter()
        .filter(|(_, object)| {
            object
                .as_stream()
                .is_ok_and(|stream| is_held(stream, newest_by_place))
        })
        .map(|((number, _), _)| (place(*number).unwrap_or(0), *number))
        .collect();
    // From the last in the file to the first: the newest copy of a member comes first.
    held.sort_unstable_by(|a, b| b.cmp(a));
    let mut budget = Budget {
        bytes: MAX_OBJECT_STREAM_BYTES,
        tokens: MAX_TOKENS.saturating_sub(tokens_outside),
    };
    let mut has_later_copies = false;
    let mut from_streams = std::collections::BTreeMap::new();
    for (at, container) in held {
        let Some(members) = document
            .objects
            .get(&(container, 0))
            .and_then(|object| budget.members(object))
        else {
            continue;
        };
        for (id, member) in members? {
            let is_passed_over = |meant: Option<u32>| meant.is_some_and(|meant| meant < at);
            let is_meant = match table.get(&id.0) {
                _ if newest_by_place => place(id.0).is_none_or(|own| own < at),
                Some(lopdf::xref::XrefEntry::Compressed {
                    container: meant, ..
                }) => {
                    has_later_copies |= *meant != container && is_passed_over(place(*meant));
                    *meant == container
                }
                Some(lopdf::xref::XrefEntry::Normal { offset, .. }) => {
                    has_later_copies |= is_passed_over(Some(*offset));
                    false
                }
                Some(_) => false,
                None => true,
            };
            if is_meant {
                from_streams.entry(id).or_insert(member);
            }
        }
    }
    let mut objects = std::mem::take(&mut document.objects);
    objects.append(&mut from_streams);
    let trailer = std::mem::take(&mut document.trailer);
    Ok((File { objects, trailer }, has_later_copies))
}

/// Whether a stream is a held-back object stream. The streams of an encrypted file were opened by the library; in a
/// rebuilt file they are opened again, to choose the newest copies.
fn is_held(stream: &lopdf::Stream, newest_by_place: bool) -> bool {
    stream.dict.has_type(HELD_BACK) || newest_by_place && stream.dict.has_type(b"ObjStm")
}

/// What object streams may still cost.
struct Budget {
    bytes: usize,
    tokens: usize,
}

type Members = std::collections::BTreeMap<(u32, u16), lopdf::Object>;

impl Budget {
    /// The members of an object stream; `None` if it is damaged.
    fn members(&mut self, object: &lopdf::Object) -> Option<Result<Members, Error>> {
        let stream = object.as_stream().ok()?;
        let content = match stream.get_plain_content_with_limit(self.bytes) {
            Ok(content) => content,
            Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded {
                ..
            })) => {
                return Some(Err(Error::OverLimit {
                    what: "bytes in object streams",
                    limit: MAX_OBJECT_STREAM_BYTES,
                }));
            }
            Err(_) => return None,
        };
        self.bytes = self.bytes.saturating_sub(content.len());
        let tokens = scan::survey(&content).tokens;
        if tokens > self.tokens {
            return Some(Err(over_tokens()));
        }
        self.tokens = self.tokens.saturating_sub(tokens);
        let mut plain = lopdf::Stream::new(stream.dict.clone(), Vec::new());
        plain.set_plain_content(content);
        plain.dict.remove(b"DecodeParms");
        let parsed =
            lopdf::ObjectStream::new_with_limit(&plain, Some(MAX_OBJECT_STREAM_BYTES)).ok()?;
        Some(Ok(parsed.objects))
    }
}
