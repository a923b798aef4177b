//! The second section of a file: objects that only a reader of cross-reference streams finds (ISO 32000-1, 7.5.8.4, hybrid-reference files).
//!
//! In: the bytes of a file that ends with its trailer, and the objects to hide. Out: the same bytes, an object stream, a cross-reference stream, and a
//! table and trailer that lead to both.
//! Never: hides a stream, a page or a field: what must survive is in the first section, where it is found without inflating anything.
//!
//! The table of the first section stands behind `/Prev`: PDFium finds nothing hidden by a section without one. The cross-reference stream lists every
//! object of the file, not the hidden alone: pdf.js 4 names it as the predecessor of what it appends, and all else would be lost.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::ops::Range;

use lopdf::{Dictionary, Object, ObjectId, Stream, Writer};

use super::Error;
use super::compress::{Compressor, up, up_parameters};
use super::values::{integer, name};

/// Numbers of the two streams; hidden objects have higher ones, every other object a lower one.
#[derive(Clone, Copy)]
pub(super) struct Streams {
    /// The object stream.
    pub(super) objects: u32,
    /// The cross-reference stream.
    pub(super) references: u32,
}

/// Appends the second section to a file that ends with its trailer and whose table begins at `table`; `trailer` is what both sections say of the whole
/// file. Returns where the dictionary of the cross-reference stream and the last trailer are, each first in its range.
///
/// # Errors
///
/// [`Error::Save`] if the objects cannot be put into bytes, or one of them is a stream or of a later generation.
pub(super) fn append(
    bytes: &mut Vec<u8>,
    table: usize,
    trailer: &Dictionary,
    streams: Streams,
    objects: &BTreeMap<ObjectId, Object>,
    compressor: &mut Compressor,
) -> Result<[Range<usize>; 2], Error> {
    let mut references = listed(bytes.get(table..).unwrap_or_default()).ok_or(Error::Save)?;
    references.insert(streams.objects, Reference::At(bytes.len()));
    let stream = object_stream(objects, compressor)?;
    indirect(bytes, streams.objects, &stream.into())?;
    let at_references = bytes.len();
    references.insert(streams.references, Reference::At(at_references));
    for ((number, _), index) in objects.keys().zip(0..) {
        references.insert(*number, Reference::Hidden(streams.objects, index));
    }
    let size = references.keys().next_back().map_or(1, |last| last + 1);
    let mut trailer = trailer.clone();
    trailer.set("Size", i64::from(size));
    let stream = cross_references(&references, size, trailer.clone(), compressor)?;
    indirect(bytes, streams.references, &stream.into())?;
    let at_table = bytes.len();
    trailer.set("Prev", integer(table));
    trailer.set("XRefStm", integer(at_references));
    write(bytes, format_args!("xref\n{} 2\n", streams.objects))?;
    for number in [streams.objects, streams.references] {
        if let Some(Reference::At(offset)) = references.get(&number) {
            write(bytes, format_args!("{offset:010} 00000 n \n"))?;
        }
    }
    write(bytes, format_args!("trailer\n"))?;
    Writer::write_object(bytes, &trailer.into()).map_err(|_| Error::Save)?;
    write(bytes, format_args!("\nstartxref\n{at_table}\n%%EOF\n"))?;
    Ok([at_references..at_table, at_table..bytes.len()])
}

/// Where an object is.
enum Reference {
    /// So many bytes from the beginning of the file.
    At(usize),
    /// In an object stream, and at which place in it.
    Hidden(u32, u32),
}

/// What a classic table lists as in use; `None` if it is none (ISO 32000-1, 7.5.4).
fn listed(table: &[u8]) -> Option<BTreeMap<u32, Reference>> {
    const ENTRY: usize = 20;
    let mut references = BTreeMap::new();
    let mut left = table.strip_prefix(b"xref\n")?;
    while !left.starts_with(b"trailer") {
        let end = left.iter().position(|byte| *byte == b'\n')?;
        let (head, entries) = left.split_at_checked(end + 1)?;
        let (first, count) = str::from_utf8(head).ok()?.trim().split_once(' ')?;
        let (first, count): (u32, usize) = (first.parse().ok()?, count.parse().ok()?);
        let (entries, rest) = entries.split_at_checked(count * ENTRY)?;
        for (number, entry) in (first..).zip(entries.chunks_exact(ENTRY)) {
            let entry = str::from_utf8(entry).ok()?;
            let (offset, generation) = entry.split_once(' ')?;
            if generation.contains('n') {
                references.insert(number, Reference::At(offset.parse().ok()?));
            }
        }
        left = rest;
    }
    Some(references)
}

/// The objects one behind the other, their numbers and places before them (ISO 32000-1, 7.5.7).
fn object_stream(
    objects: &BTreeMap<ObjectId, Object>,
    compressor: &mut Compressor,
) -> Result<Stream, Error> {
    let mut places = Vec::with_capacity(12 * objects.len());
    let mut bodies = Vec::with_capacity(80 * objects.len());
    for ((number, generation), object) in objects {
        if *generation != 0 || matches!(object, Object::Stream(_)) {
            return Err(Error::Save);
        }
        write(&mut places, format_args!("{number} {} ", bodies.len()))?;
        Writer::write_object(&mut bodies, object).map_err(|_| Error::Save)?;
        bodies.push(b' ');
    }
    let dictionary = Dictionary::from_iter([
        ("Type", name("ObjStm")),
        ("N", integer(objects.len())),
        ("First", integer(places.len())),
    ]);
    places.append(&mut bodies);
    compressed(dictionary, &places, compressor)
}

/// Where every object is (ISO 32000-1, 7.5.8.3).
fn cross_references(
    references: &BTreeMap<u32, Reference>,
    size: u32,
    mut dictionary: Dictionary,
    compressor: &mut Compressor,
) -> Result<Stream, Error> {
    let mut rows = Vec::new();
    for number in 0..size {
        let (kind, second, third) = match references.get(&number) {
            None if number == 0 => (0, 0, 65_535),
            None => (0, 0, 0),
            Some(Reference::At(offset)) => (1, u32::try_from(*offset).map_err(|_| Error::Save)?, 0),
            Some(Reference::Hidden(stream, index)) => (2, *stream, *index),
        };
        let [a, b, c, d] = second.to_be_bytes();
        // Three bytes are room for 16 million.
        let [_, e, f, g] = third.to_be_bytes();
        rows.push([kind, a, b, c, d, e, f, g]);
    }
    let widths: Vec<Object> = [1, 4, 3].map(integer).into();
    dictionary.set("Type", name("XRef"));
    dictionary.set("DecodeParms", up_parameters(8));
    dictionary.set("W", widths);
    compressed(dictionary, &up(rows), compressor)
}

fn compressed(
    mut dictionary: Dictionary,
    content: &[u8],
    compressor: &mut Compressor,
) -> Result<Stream, Error> {
    dictionary.set("Filter", name("FlateDecode"));
    let content = compressor.deflate(content)?;
    Ok(Stream::new(dictionary, content))
}

fn indirect(bytes: &mut Vec<u8>, number: u32, object: &Object) -> Result<(), Error> {
    write(bytes, format_args!("{number} 0 obj\n"))?;
    Writer::write_object(bytes, object).map_err(|_| Error::Save)?;
    write(bytes, format_args!("\nendobj\n"))
}

fn write(bytes: &mut Vec<u8>, text: std::fmt::Arguments<'_>) -> Result<(), Error> {
    bytes.write_fmt(text).map_err(|_| Error::Save)
}
