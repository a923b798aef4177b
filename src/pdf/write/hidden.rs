//! The second section of a file: objects that only a reader of cross-reference streams finds (ISO 32000-1, 7.5.8.4, hybrid-reference files).
//!
//! In: the bytes of a file that ends with its trailer, and the objects to hide. Out: the same bytes, an object stream, a cross-reference stream that
//! lists what is in it, and a table and trailer that lead to both.
//! Never: hides a stream, a page or a field: what must survive is in the first section, where it is found without inflating anything.
//!
//! The table of the first section stands behind `/Prev`: PDFium finds nothing hidden by a section without one.

use std::collections::BTreeMap;
use std::io::Write as _;

use lopdf::{Dictionary, Object, ObjectId, Stream, Writer};

use super::Error;
use super::compress::Compressor;
use super::values::{integer, name};

/// Numbers of the two streams; hidden objects have higher ones, every other object a lower one.
#[derive(Clone, Copy)]
pub(super) struct Streams {
    /// The object stream.
    pub(super) objects: u32,
    /// The cross-reference stream.
    pub(super) references: u32,
}

/// Appends the second section to a file whose first table begins at `table`; `trailer` is what both sections say of the whole file.
///
/// # Errors
///
/// [`Error::Save`] if the objects cannot be put into bytes.
pub(super) fn append(
    bytes: &mut Vec<u8>,
    table: usize,
    trailer: &Dictionary,
    streams: Streams,
    objects: &BTreeMap<ObjectId, Object>,
    compressor: &mut Compressor,
) -> Result<(), Error> {
    let first = streams.references + 1;
    let size = objects
        .last_key_value()
        .map_or(first, |((number, _), _)| number + 1);
    let mut trailer = trailer.clone();
    trailer.set("Size", i64::from(size));
    let at_objects = bytes.len();
    indirect(
        bytes,
        streams.objects,
        object_stream(objects, compressor)?.into(),
    )?;
    let at_references = bytes.len();
    let listed = cross_references(streams.objects, objects, trailer.clone(), compressor)?;
    indirect(bytes, streams.references, listed.into())?;
    let at_table = bytes.len();
    trailer.set("Prev", integer(table));
    trailer.set("XRefStm", integer(at_references));
    write(bytes, format_args!("xref\n{} 2\n", streams.objects))?;
    for offset in [at_objects, at_references] {
        write(bytes, format_args!("{offset:010} 00000 n \n"))?;
    }
    write(bytes, format_args!("trailer\n"))?;
    Writer::write_object(bytes, &trailer.into()).map_err(|_| Error::Save)?;
    write(bytes, format_args!("\nstartxref\n{at_table}\n%%EOF\n"))
}

/// The objects one behind the other, their numbers and places before them (ISO 32000-1, 7.5.7).
fn object_stream(
    objects: &BTreeMap<ObjectId, Object>,
    compressor: &mut Compressor,
) -> Result<Stream, Error> {
    let mut places = Vec::with_capacity(12 * objects.len());
    let mut bodies = Vec::with_capacity(80 * objects.len());
    for ((number, _), object) in objects {
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

/// Where each object is: in which stream, and at which place in it (ISO 32000-1, 7.5.8.3).
fn cross_references(
    stream: u32,
    objects: &BTreeMap<ObjectId, Object>,
    mut dictionary: Dictionary,
    compressor: &mut Compressor,
) -> Result<Stream, Error> {
    const IN_A_STREAM: u8 = 2;
    // Each row is stored as what it adds to the one above (PNG's Up), and all but the first add one to the last byte but for a carry.
    const UP: u8 = 2;
    let mut rows = Vec::with_capacity(9 * objects.len());
    let mut above = [0_u8; 8];
    for index in (0_u32..).take(objects.len()) {
        let [a, b, c, d] = stream.to_be_bytes();
        // Three bytes are room for 16 million.
        let [_, e, f, g] = index.to_be_bytes();
        let row = [IN_A_STREAM, a, b, c, d, e, f, g];
        rows.push(UP);
        rows.extend(
            row.iter()
                .zip(above)
                .map(|(byte, above)| byte.wrapping_sub(above)),
        );
        above = row;
    }
    let first = objects
        .first_key_value()
        .map_or(0, |((number, _), _)| *number);
    let widths: Vec<Object> = [1, 4, 3].map(integer).into();
    let range = vec![Object::from(i64::from(first)), integer(objects.len())];
    let predictor = Dictionary::from_iter([("Predictor", integer(12)), ("Columns", integer(8))]);
    dictionary.set("Type", name("XRef"));
    dictionary.set("DecodeParms", predictor);
    dictionary.set("W", widths);
    dictionary.set("Index", range);
    compressed(dictionary, &rows, compressor)
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

fn indirect(bytes: &mut Vec<u8>, number: u32, object: Object) -> Result<(), Error> {
    write(bytes, format_args!("{number} 0 obj\n"))?;
    Writer::write_object(bytes, &object).map_err(|_| Error::Save)?;
    write(bytes, format_args!("\nendobj\n"))
}

fn write(bytes: &mut Vec<u8>, text: std::fmt::Arguments<'_>) -> Result<(), Error> {
    bytes.write_fmt(text).map_err(|_| Error::Save)
}
