//! The file while it is made: page contents taken over, objects added, bytes in the end.
//!
//! In: the bytes of a PDF that holds pages alone. Out: the bytes of the finished file: with compressed streams, a classic cross-reference table, and
//! behind it a second section for what [`File::hide_from_here`] hides.
//! Never: knows what the objects that are added mean.

use std::collections::BTreeMap;

use lopdf::xref::XrefType;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use super::Error;
use super::compress::Compressor;
use super::hidden::{self, Streams};
use super::metadata;

/// A file under construction.
pub(super) struct File {
    document: Document,
    /// Numbers of the streams that hold and list what is hidden: it has higher ones.
    hidden: Option<Streams>,
    /// The pages, in order.
    pub(super) pages: Vec<ObjectId>,
    /// The root of the page tree.
    pub(super) page_tree: ObjectId,
}

const NOT_TAKEN_OVER: Error = Error::Content {
    reason: "the pages could not be taken over into the finished file",
};

impl File {
    /// Takes over pages: page tree, contents and the resources that all pages share; the rest is left out.
    ///
    /// # Errors
    ///
    /// [`Error::Content`] if the bytes are not what `content` writes.
    pub(super) fn take_over(pages: &[u8]) -> Result<Self, Error> {
        let options = LoadOptions {
            strict: true,
            ..LoadOptions::default()
        };
        let mut document =
            Document::load_mem_with_options(pages, options).map_err(|_| NOT_TAKEN_OVER)?;
        let page_tree = document
            .catalog()
            .and_then(|catalog| catalog.get(b"Pages")?.as_reference())
            .map_err(|_| NOT_TAKEN_OVER)?;
        let pages: Vec<ObjectId> = document.page_iter().collect();
        "1.7".clone_into(&mut document.version);
        document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
        let mut file = Self {
            document,
            hidden: None,
            pages,
            page_tree,
        };
        for key in [b"Root".as_slice(), b"Info"] {
            if let Some(Object::Reference(id)) = file.document.trailer.remove(key) {
                file.leave_out(id);
            }
        }
        file.document.trailer = Dictionary::new();
        file.share_resources()?;
        file.join_strings()?;
        file.close_gaps(page_tree)?;
        Ok(file)
    }

    /// Numbers objects without gaps: a table that no update precedes has one subsection (ISO 32000-1, 7.5.4).
    fn close_gaps(&mut self, page_tree: ObjectId) -> Result<(), Error> {
        self.document.trailer.set("Root", page_tree);
        self.document.renumber_objects();
        let root = self.document.trailer.remove(b"Root");
        self.page_tree = root
            .and_then(|root| root.as_reference().ok())
            .ok_or(NOT_TAKEN_OVER)?;
        let kids = self
            .document
            .get_dictionary(self.page_tree)
            .and_then(|tree| tree.get(b"Kids")?.as_array())
            .map_err(|_| NOT_TAKEN_OVER)?;
        let pages = kids.iter().map(Object::as_reference);
        self.pages = pages
            .collect::<Result<_, _>>()
            .map_err(|_| NOT_TAKEN_OVER)?;
        Ok(())
    }

    /// Makes one string of strings of glyphs that stand side by side in a `TJ`: printpdf writes one for each glyph. `content` writes `>` before `<`
    /// nowhere else.
    fn join_strings(&mut self) -> Result<(), Error> {
        for page in &self.pages {
            for content in self.document.get_page_contents(*page) {
                let stream = self
                    .document
                    .get_object_mut(content)
                    .and_then(Object::as_stream_mut)
                    .map_err(|_| NOT_TAKEN_OVER)?;
                let mut joined = Vec::with_capacity(stream.content.len());
                for byte in &stream.content {
                    if *byte == b'<' && joined.last() == Some(&b'>') {
                        joined.pop();
                    } else {
                        joined.push(*byte);
                    }
                }
                stream.set_content(joined);
            }
        }
        Ok(())
    }

    /// Gives all pages one resource dictionary, without the kinds that are empty.
    fn share_resources(&mut self) -> Result<(), Error> {
        let mut shared = None;
        for page in self.pages.clone() {
            let own = self
                .page(page)?
                .get(b"Resources")
                .and_then(Object::as_reference)
                .map_err(|_| NOT_TAKEN_OVER)?;
            let first = *shared.get_or_insert(own);
            let page = self.page(page)?;
            page.set("Resources", first);
            page.remove(b"Annots");
            page.remove(b"CropBox");
            page.remove(b"TrimBox");
            if own != first {
                self.leave_out(own);
            }
        }
        let Some(shared) = shared else { return Ok(()) };
        let resources = self
            .document
            .get_dictionary(shared)
            .map_err(|_| NOT_TAKEN_OVER)?
            .clone();
        let mut kept = Dictionary::new();
        for (kind, entries) in &resources {
            let id = entries.as_reference().map_err(|_| NOT_TAKEN_OVER)?;
            let entries = self
                .document
                .get_dictionary(id)
                .map_err(|_| NOT_TAKEN_OVER)?
                .clone();
            if !entries.is_empty() {
                kept.set(kind.clone(), entries);
            }
            self.leave_out(id);
        }
        self.set(shared, kept);
        Ok(())
    }

    fn leave_out(&mut self, id: ObjectId) {
        self.document.objects.remove(&id);
    }

    /// A page's dictionary.
    ///
    /// # Errors
    ///
    /// [`Error::Content`] if it is not there.
    pub(super) fn page(&mut self, page: ObjectId) -> Result<&mut Dictionary, Error> {
        self.document
            .get_dictionary_mut(page)
            .map_err(|_| NOT_TAKEN_OVER)
    }

    /// A number for an object that is set later.
    pub(super) fn reserve(&mut self) -> ObjectId {
        self.document.new_object_id()
    }

    /// Hides every object whose number is given out from now on; none of them may be a stream.
    pub(super) fn hide_from_here(&mut self) {
        if self.hidden.is_none() {
            let (objects, _) = self.document.new_object_id();
            let (references, _) = self.document.new_object_id();
            self.hidden = Some(Streams {
                objects,
                references,
            });
        }
    }

    /// Puts an object under its number.
    pub(super) fn set(&mut self, id: ObjectId, object: impl Into<Object>) {
        self.document.objects.insert(id, object.into());
    }

    /// Adds an object.
    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let id = self.reserve();
        self.set(id, object);
        id
    }

    /// The finished bytes.
    ///
    /// # Errors
    ///
    /// [`Error::Save`] if the objects cannot be put into bytes.
    pub(super) fn save(mut self, catalog: ObjectId, info: ObjectId) -> Result<Vec<u8>, Error> {
        let mut compressor = Compressor::new();
        for object in self.document.objects.values_mut() {
            if let Object::Stream(stream) = object {
                compressor.compress(stream)?;
            }
        }
        let trailer = Dictionary::from_iter([
            ("Root", Object::from(catalog)),
            ("Info", info.into()),
            ("ID", metadata::empty_id()),
        ]);
        self.document.trailer = trailer.clone();
        let mut hidden = BTreeMap::new();
        if let Some(streams) = self.hidden {
            hidden = self.document.objects.split_off(&(streams.objects, 0));
            self.document.max_id = streams.objects - 1;
        }
        let mut bytes = Vec::with_capacity(300 << 10);
        self.document.save_to(&mut bytes).map_err(|_| Error::Save)?;
        let (table, end) = table_and_end(&bytes)?;
        let mut trailers: Vec<_> = std::iter::once(table..bytes.len()).collect();
        match self.hidden {
            Some(streams) if !hidden.is_empty() => {
                // One file has one end, though it has two sections.
                bytes.truncate(end);
                trailers.extend(hidden::append(
                    &mut bytes,
                    table,
                    &trailer,
                    streams,
                    &hidden,
                    &mut compressor,
                )?);
            }
            _ => bytes.push(b'\n'),
        }
        metadata::fill_in_id(&mut bytes, &trailers);
        Ok(bytes)
    }
}

/// Where the table of a saved file begins, as its last lines say, and where those lines begin.
fn table_and_end(bytes: &[u8]) -> Result<(usize, usize), Error> {
    const START: &[u8] = b"startxref\n";
    let mut windows = bytes.windows(START.len());
    let end = windows.rposition(|window| window == START);
    let end = end.ok_or(Error::Save)?;
    let lines = bytes
        .get(end..)
        .and_then(|lines| str::from_utf8(lines).ok());
    let table = lines.and_then(|lines| lines.lines().nth(1)?.parse().ok());
    Ok((table.ok_or(Error::Save)?, end))
}

/// A stream that stays as it is: one that must be readable as text, or that is compressed already.
pub(super) fn plain_stream(dictionary: Dictionary, content: Vec<u8>) -> Stream {
    Stream::new(dictionary, content).with_compression(false)
}
