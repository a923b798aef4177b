//! The file while it is made: page contents taken over, objects added, bytes in the end.
//!
//! In: the bytes of a PDF that holds pages alone. Out: the bytes of the finished file, with a classic cross-reference table and compressed streams.
//! Never: knows what the objects that are added mean.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::xref::XrefType;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use super::Error;
use super::metadata;

/// A file under construction.
pub(super) struct File {
    document: Document,
    /// Numbers of objects that were left out.
    free: Vec<ObjectId>,
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
            free: Vec::new(),
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
        Ok(file)
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
        if self.document.objects.remove(&id).is_some() {
            self.free.push(id);
        }
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
        self.free
            .pop()
            .unwrap_or_else(|| self.document.new_object_id())
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
        let trailer = &mut self.document.trailer;
        trailer.set("Root", catalog);
        trailer.set("Info", info);
        trailer.set("ID", metadata::empty_id());
        let mut bytes = Vec::with_capacity(300 << 10);
        self.document.save_to(&mut bytes).map_err(|_| Error::Save)?;
        bytes.push(b'\n');
        metadata::fill_in_id(&mut bytes);
        Ok(bytes)
    }
}

/// A stream that stays as it is: one that must be readable as text, or that is compressed already.
pub(super) fn plain_stream(dictionary: Dictionary, content: Vec<u8>) -> Stream {
    Stream::new(dictionary, content).with_compression(false)
}

/// Bytes as `FlateDecode` reads them.
///
/// # Errors
///
/// [`Error::Save`] if the compressor fails.
pub(super) fn deflate(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    Compressor::new().deflate(bytes)
}

/// One compressor for all streams of a file: setting one up costs more than most of the streams.
struct Compressor(Compress);

/// Streams shorter than this, most of them appearances, would win next to nothing.
const SHORTEST: usize = 256;

impl Compressor {
    fn new() -> Self {
        let has_zlib_header = true;
        Self(Compress::new(Compression::default(), has_zlib_header))
    }

    /// Compresses a stream where that saves bytes.
    fn compress(&mut self, stream: &mut Stream) -> Result<(), Error> {
        if !stream.allows_compression
            || stream.content.len() < SHORTEST
            || stream.dict.has(b"Filter")
        {
            return Ok(());
        }
        let compressed = self.deflate(&stream.content)?;
        // `/Filter/FlateDecode` takes 19 bytes itself.
        if compressed.len() + 19 < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(compressed);
        }
        Ok(())
    }

    fn deflate(&mut self, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        self.0.reset();
        // At worst, stored in blocks: 5 bytes in 16,000, and header and sum.
        let mut compressed = Vec::with_capacity(bytes.len() + bytes.len() / 1000 + 64);
        let status = self
            .0
            .compress_vec(bytes, &mut compressed, FlushCompress::Finish)
            .map_err(|_| Error::Save)?;
        match status {
            Status::StreamEnd => Ok(compressed),
            Status::Ok | Status::BufError => Err(Error::Save),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compressor_forgets_one_stream_before_the_next() {
        let mut noise: u32 = 1;
        let mut random = Vec::new();
        for _ in 0..40_000 {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            random.extend(noise.to_be_bytes());
        }
        let mut compressor = Compressor::new();
        for bytes in [
            b"".to_vec(),
            b"a".repeat(100_000),
            random,
            b"a".repeat(100_000),
        ] {
            let compressed = compressor.deflate(&bytes).unwrap();
            assert_eq!(compressed, deflate(&bytes).unwrap());
            let dictionary = Dictionary::from_iter([("Filter", "FlateDecode".into())]);
            let stream = Stream::new(dictionary, compressed);
            assert!(stream.decompressed_content().unwrap() == bytes);
        }
    }
}
