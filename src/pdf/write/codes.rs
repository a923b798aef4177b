//! What the codes of a composite font say, and which glyphs they lead to.
//!
//! In: letters and glyph numbers by code. Out: a `ToUnicode` map (ISO 32000-1, 9.10.3) and the rows of a `CIDToGIDMap` (9.7.4.2).
//! Never: knows a font.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Glyph numbers as PNG's Up stores rows of two bytes: what each adds to the one above, so that a long run of them takes next to nothing.
pub(super) fn up(glyphs: &[u16]) -> Vec<u8> {
    const UP: u8 = 2;
    let mut rows = Vec::with_capacity(3 * glyphs.len());
    let mut above = [0, 0];
    for glyph in glyphs {
        let [high, low] = glyph.to_be_bytes();
        let [high_above, low_above] = above;
        rows.extend([
            UP,
            high.wrapping_sub(high_above),
            low.wrapping_sub(low_above),
        ]);
        above = [high, low];
    }
    rows
}

/// A `ToUnicode` map (ISO 32000-1, 9.10.3) with an entry for every glyph.
pub(super) fn to_unicode(meanings: &BTreeMap<u16, char>) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    // At most 100 in a section.
    for section in ranges(meanings).chunks(100) {
        let _ = writeln!(map, "{} beginbfrange", section.len());
        for (first, last, letter) in section {
            let _ = writeln!(map, "<{first:04X}> <{last:04X}> <{letter:04X}>");
        }
        map.push_str("endbfrange\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}

/// Stretches of glyphs that say a stretch of letters: first and last glyph, first letter. All letters are in the basic plane.
fn ranges(meanings: &BTreeMap<u16, char>) -> Vec<(u16, u16, u32)> {
    let mut ranges: Vec<(u16, u16, u32)> = Vec::new();
    for (glyph, letter) in meanings {
        let letter = u32::from(*letter);
        match ranges.last_mut() {
            // Only the low byte may change within a range (ISO 32000-1, 9.10.3).
            Some((first, last, start))
                if *last + 1 == *glyph
                    && *start + u32::from(*glyph - *first) == letter
                    && *first >> 8 == *glyph >> 8
                    && *start >> 8 == letter >> 8 =>
            {
                *last = *glyph;
            }
            _ => ranges.push((*glyph, *glyph, letter)),
        }
    }
    ranges
}
