//! A face cut down to the glyphs that are used.
//!
//! In: a face and glyphs. Out: a font file that holds only these, without hints, and their new numbers. Never: keeps a `cmap`; the result is for CID fonts.

use std::collections::BTreeMap;

use subsetter::GlyphRemapper;

use super::bare::without_hints;
use super::{Face, data};

/// A face cut down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subset {
    /// The font file.
    pub bytes: Vec<u8>,
    /// New number of each glyph, by its number in the whole face; without glyph 0, which stays glyph 0.
    pub glyphs: BTreeMap<u16, u16>,
}

/// Cuts a face down to some of its glyphs; new numbers rise in the order given. `None` if a glyph is not in the face.
#[must_use]
pub fn subset(face: Face, glyphs: impl IntoIterator<Item = u16>) -> Option<Subset> {
    let mut mapper = GlyphRemapper::new();
    let numbers = glyphs
        .into_iter()
        .filter(|glyph| *glyph != 0)
        .map(|glyph| (glyph, mapper.remap(glyph)))
        .collect();
    let bytes = without_hints(&subsetter::subset(data(face), 0, &mapper).ok()?)?;
    Some(Subset {
        bytes,
        glyphs: numbers,
    })
}
