//! A file inside the workbook: the specification that it was made from.
//!
//! In: its name and content. Out: an embedded file, named in the catalog and associated with the document. Never: attaches what a candidate wrote.

use lopdf::{Dictionary, Object};

use crate::plan::Document;

use super::Error;
use super::compress::deflate;
use super::file::{File, plain_stream};
use super::metadata;
use super::values::{name, text};

/// Adds the file (ISO 32000-1, 7.11.4) and gives what the catalog says of it; `/AF` and `/AFRelationship` are those of ISO 19005-3, annex E, which readers of
/// 1.7 pass over.
///
/// # Errors
///
/// [`Error::Save`] if it cannot be compressed.
pub(super) fn add(file: &mut File, document: &Document) -> Result<Dictionary, Error> {
    let Some(attachment) = &document.attachment else {
        return Ok(Dictionary::new());
    };
    let bytes = attachment.content.as_bytes();
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let parameters = Dictionary::from_iter([
        ("Size", Object::from(size)),
        ("ModDate", metadata::date(document)),
    ]);
    let stream = Dictionary::from_iter([
        ("Type", name("EmbeddedFile")),
        ("Subtype", name("application/json")),
        ("Filter", name("FlateDecode")),
        ("Params", parameters.into()),
    ]);
    let embedded = file.add(plain_stream(stream, deflate(bytes)?));
    let streams = Dictionary::from_iter([("F", Object::from(embedded)), ("UF", embedded.into())]);
    let specification = file.add(Dictionary::from_iter([
        ("Type", name("Filespec")),
        ("F", text(&attachment.name)),
        ("UF", text(&attachment.name)),
        ("Desc", text(&attachment.description)),
        ("AFRelationship", name("Source")),
        ("EF", streams.into()),
    ]));
    let entry = vec![text(&attachment.name), specification.into()];
    let tree = Dictionary::from_iter([("Names", Object::Array(entry))]);
    let names = Dictionary::from_iter([("EmbeddedFiles", Object::from(tree))]);
    Ok(Dictionary::from_iter([
        ("Names", Object::from(names)),
        ("AF", vec![Object::from(specification)].into()),
    ]))
}
