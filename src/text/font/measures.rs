//! Measures of faces and glyphs.
//!
//! In: a face, a glyph, a letter or a text. Out: font units, 1000 to the em, or points. Never: paints.

use skrifa::GlyphId;

use crate::geometry::Pt;

use super::loaded::loaded;
use super::shaping::shape_raw;
use super::{Face, UNITS_PER_EM};

/// Measures of a face in font units, 1000 to the em; heights count upward from the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// Top of the line.
    pub ascent: i32,
    /// Foot of the line, negative.
    pub descent: i32,
    /// Height of a capital.
    pub cap_height: i32,
    /// Height of an x.
    pub x_height: i32,
    /// Degrees counter-clockwise from upright: negative where the letters lean to the right.
    pub italic_angle: f64,
    /// The box that holds every glyph: left, foot, right, top.
    pub bounds: [i32; 4],
}

/// The box that a text's ink fills, in points from the left end of its baseline; `top` and `bottom` count upward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    /// Left edge: positive where the first letter has white before it.
    pub left: Pt,
    /// Right edge.
    pub right: Pt,
    /// Upper edge, above the baseline.
    pub top: Pt,
    /// Lower edge; negative below the baseline.
    pub bottom: Pt,
}

/// Measures of a face.
#[must_use]
pub fn metrics(face: Face) -> Metrics {
    let font = &loaded(face).font;
    let found = font.metrics();
    let (ascent, descent) = found.hhea_line.map_or((0, 0), |line| {
        (line.ascender.to_i32(), line.descender.to_i32())
    });
    Metrics {
        ascent,
        descent,
        cap_height: found.cap_height.map_or(0, |height| height.to_i32()),
        x_height: found.x_height.map_or(0, |height| height.to_i32()),
        italic_angle: font
            .style_metrics()
            .italic_angle
            .map_or(0.0, skrifa::raw::types::Fixed::to_f64),
        bounds: [
            found.bounds.x_min.to_i32(),
            found.bounds.y_min.to_i32(),
            found.bounds.x_max.to_i32(),
            found.bounds.y_max.to_i32(),
        ],
    }
}

/// The box that a text's ink fills; `None` if nothing is painted.
#[must_use]
pub fn ink(text: &str, face: Face, size: Pt) -> Option<Ink> {
    let glyph_metrics = loaded(face).font.glyph_metrics();
    let mut pen = 0;
    let mut found: Option<[f64; 4]> = None;
    for glyph in shape_raw(text, face) {
        if let Some(extents) = glyph_metrics.extents(GlyphId::from(glyph.id))
            && glyph.id != 0
            && extents.width > 0.0
        {
            let left = f64::from(pen + glyph.x_offset) + f64::from(extents.x_bearing);
            let top = f64::from(glyph.y_offset) + f64::from(extents.y_bearing);
            let right = left + f64::from(extents.width);
            let bottom = top - f64::from(extents.height);
            let [l, r, t, b] = found.unwrap_or([left, right, top, bottom]);
            found = Some([l.min(left), r.max(right), t.max(top), b.min(bottom)]);
        }
        pen += glyph.advance;
    }
    let [left, right, top, bottom] = found?.map(|units| size * (units / UNITS_PER_EM));
    Some(Ink {
        left,
        right,
        top,
        bottom,
    })
}

/// Advance of a glyph when nothing is kerned, in font units.
#[must_use]
pub fn advance(face: Face, glyph: u16) -> i32 {
    loaded(face)
        .font
        .glyph_metrics()
        .h_advance_exact(GlyphId::from(glyph))
        .to_i32()
}

/// The glyph of a letter by itself; `None` where the face lacks it.
#[must_use]
pub fn nominal_glyph(letter: char, face: Face) -> Option<u16> {
    let glyph = loaded(face).font.charmap().map_unicode(letter)?;
    u16::try_from(glyph.to_u32()).ok().filter(|id| *id != 0)
}

/// Every letter of a face with its glyph, in the order of the letters.
#[must_use]
pub fn letters(face: Face) -> Vec<(char, u16)> {
    let mut found: Vec<(char, u16)> = loaded(face)
        .font
        .charmap()
        .unicodes()
        .filter_map(|(code, glyph)| {
            let id = u16::try_from(glyph.to_u32()).ok().filter(|id| *id != 0)?;
            Some((char::from_u32(code)?, id))
        })
        .collect();
    found.sort_unstable();
    found
}

/// Sum of font units as a length at a size.
#[must_use]
pub(crate) fn length(units: i32, size: Pt) -> Pt {
    size * (f64::from(units) / UNITS_PER_EM)
}
