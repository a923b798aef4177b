//! Text shaped in a built-in face: kerning, ligatures, figures of one width.
//!
//! In: a text of one line and a face. Out: glyphs with advances in font units, and the letters that each stands for.
//! Never: breaks a line, or returns a glyph that stands for a missing letter.

use harfrust::{Buffer, BufferFlags, Direction, ShapeOptions, ShaperFont};

use crate::geometry::Pt;

use super::loaded::{Loaded, Writing, loaded};
use super::measures::{length, nominal_glyph};
use super::{Face, Glyph, Shaped, is_invisible};

/// One glyph as the shaper gave it, before it is given its text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawGlyph {
    /// Glyph index; 0 for a letter that the face lacks, with no advance, kept only for its cluster.
    pub(crate) id: u16,
    /// Advance in font units.
    pub(crate) advance: i32,
    /// Offset to the right.
    pub(crate) x_offset: i32,
    /// Offset upward.
    pub(crate) y_offset: i32,
    /// First byte of its cluster in the text.
    pub(crate) cluster: usize,
    /// Whether a break before this cluster would change glyphs on either side.
    pub(crate) unsafe_to_break: bool,
}

/// Shapes a text of one line. Letters that the face lacks are left out: ask [`super::coverage`] first.
#[must_use]
pub fn shape(text: &str, face: Face, size: Pt) -> Shaped {
    assemble(&shape_raw(text, face), text, 0, face, size)
}

/// Shapes a text; clusters are byte offsets into it. Stretches of one script are shaped by themselves.
pub(crate) fn shape_raw(text: &str, face: Face) -> Vec<RawGlyph> {
    let face_loaded = loaded(face);
    let mut glyphs = Vec::with_capacity(text.len());
    let mut stretch_start = 0;
    let mut stretch_script = None;
    for (at, letter) in text.char_indices() {
        let Some(script) = Writing::of(letter) else {
            continue;
        };
        if let Some(before) = stretch_script
            && before != script
        {
            let stretch = text.get(stretch_start..at).unwrap_or_default();
            shape_stretch(face_loaded, before, stretch, stretch_start, &mut glyphs);
            stretch_start = at;
        }
        stretch_script = Some(script);
    }
    let stretch = text.get(stretch_start..).unwrap_or_default();
    let script = stretch_script.unwrap_or(Writing::Latin);
    shape_stretch(face_loaded, script, stretch, stretch_start, &mut glyphs);
    glyphs
}

/// Gives shaped glyphs their text. `start` is the byte at which `text` begins, in the count that the clusters use.
pub(crate) fn assemble(raw: &[RawGlyph], text: &str, start: usize, face: Face, size: Pt) -> Shaped {
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(raw.len());
    let mut units = 0;
    let mut clusters = raw.chunk_by(|a, b| a.cluster == b.cluster).peekable();
    while let Some(cluster) = clusters.next() {
        let from = cluster.first().map_or(start, |glyph| glyph.cluster) - start;
        let to = clusters
            .peek()
            .and_then(|next| next.first())
            .map_or(text.len(), |next| next.cluster - start);
        let written = text.get(from..to).unwrap_or_default();
        if let [glyph] = cluster {
            // By far the most: one glyph, which stands for the whole cluster.
            if glyph.id != 0 {
                units += glyph.advance;
                let letters = written.chars().filter(|letter| !is_invisible(*letter));
                glyphs.push(Glyph::of(glyph, letters.collect()));
            }
            continue;
        }
        let letters: Vec<char> = written
            .chars()
            .filter(|letter| !is_invisible(*letter))
            .collect();
        // A letter and its marks, each with a glyph of its own: each carries its own text, so that
        // the letter's glyph means the same wherever it stands.
        let one_each = cluster.len() == letters.len()
            && cluster
                .iter()
                .zip(&letters)
                .all(|(glyph, letter)| nominal_glyph(*letter, face) == Some(glyph.id));
        for (index, glyph) in cluster.iter().enumerate() {
            if glyph.id == 0 {
                continue;
            }
            let text = match (one_each, index) {
                (true, _) => letters.get(index).map(char::to_string),
                (false, 0) => Some(letters.iter().collect()),
                (false, _) => None,
            };
            units += glyph.advance;
            glyphs.push(Glyph::of(glyph, text.unwrap_or_default()));
        }
    }
    Shaped {
        face,
        size,
        glyphs,
        width: length(units, size),
    }
}

impl Glyph {
    fn of(raw: &RawGlyph, text: String) -> Self {
        Self {
            id: raw.id,
            advance: raw.advance,
            x_offset: raw.x_offset,
            y_offset: raw.y_offset,
            text,
        }
    }
}

/// Shapes one stretch of one script; clusters count from `offset`.
fn shape_stretch(
    face: &Loaded,
    writing: Writing,
    text: &str,
    offset: usize,
    glyphs: &mut Vec<RawGlyph>,
) {
    let mut buffer = Buffer::new();
    for (at, letter) in text.char_indices() {
        if let (false, Ok(cluster)) = (letter.is_control(), u32::try_from(offset + at)) {
            buffer.push(u32::from(letter), cluster);
        }
    }
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(Some(writing.tag()));
    buffer.set_flags(
        BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE,
    );
    let options = ShapeOptions::new()
        .plan(Some(face.plan(writing)))
        .features(&face.features);
    let shaper = ShaperFont::new(&face.font);
    if harfrust::shape(&shaper, &mut buffer, options).is_err() {
        return;
    }
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let (Ok(id), Ok(cluster)) = (u16::try_from(info.glyph_id), usize::try_from(info.cluster))
        else {
            continue;
        };
        glyphs.push(RawGlyph {
            id,
            advance: if id == 0 { 0 } else { position.x_advance },
            x_offset: position.x_offset,
            y_offset: position.y_offset,
            cluster,
            unsafe_to_break: info.unsafe_to_break(),
        });
    }
}
