//! Streams made smaller (ISO 32000-1, 7.4.4).
//!
//! In: bytes. Out: what `FlateDecode` reads, the same for the same bytes. Never: makes a stream longer.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Stream};

use super::Error;
use super::values::integer;

/// Bytes as `FlateDecode` reads them.
///
/// # Errors
///
/// [`Error::Save`] if the compressor fails.
pub(super) fn deflate(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    Compressor::new().deflate(bytes)
}

/// Rows as PNG's Up stores them, each as what it adds to the one above: long runs of like rows then take next to nothing (ISO 32000-1, 7.4.4.4).
/// A stream of them has the decode parameters of [`up_parameters`].
pub(super) fn up<const N: usize>(rows: impl IntoIterator<Item = [u8; N]>) -> Vec<u8> {
    const UP: u8 = 2;
    let mut stored = Vec::new();
    let mut above = [0; N];
    for row in rows {
        stored.push(UP);
        let added = row.iter().zip(above);
        stored.extend(added.map(|(byte, above): (&u8, u8)| byte.wrapping_sub(above)));
        above = row;
    }
    stored
}

/// What says how rows of so many bytes that [`up`] stored are read.
pub(super) fn up_parameters(columns: usize) -> Dictionary {
    const PNG: usize = 12;
    Dictionary::from_iter([("Predictor", integer(PNG)), ("Columns", integer(columns))])
}

/// One compressor for all streams of a file: setting one up costs more than most of the streams.
pub(super) struct Compressor(Compress);

/// Streams shorter than this, most of them appearances, would win next to nothing.
const SHORTEST: usize = 160;

impl Compressor {
    /// A compressor that has seen nothing.
    pub(super) fn new() -> Self {
        let has_zlib_header = true;
        Self(Compress::new(Compression::default(), has_zlib_header))
    }

    /// Compresses a stream where that saves bytes.
    ///
    /// # Errors
    ///
    /// [`Error::Save`] if the compressor fails.
    pub(super) fn compress(&mut self, stream: &mut Stream) -> Result<(), Error> {
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

    /// Bytes as `FlateDecode` reads them.
    ///
    /// # Errors
    ///
    /// [`Error::Save`] if the compressor fails.
    pub(super) fn deflate(&mut self, bytes: &[u8]) -> Result<Vec<u8>, Error> {
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
