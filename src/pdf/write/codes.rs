//! What the codes of a composite font say.
//!
//! In: letters by code. Out: a `ToUnicode` map (ISO 32000-1, 9.10.3). Never: knows a font.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A `ToUnicode` map (ISO 32000-1, 9.10.3) with an entry for every code.
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

/// Stretches of codes that say a stretch of letters: first and last code, first letter. All letters are in the basic plane.
fn ranges(meanings: &BTreeMap<u16, char>) -> Vec<(u16, u16, u32)> {
    let mut ranges: Vec<(u16, u16, u32)> = Vec::new();
    for (code, letter) in meanings {
        let letter = u32::from(*letter);
        match ranges.last_mut() {
            // Only the low byte may change within a range (ISO 32000-1, 9.10.3).
            Some((first, last, start))
                if *last + 1 == *code
                    && *start + u32::from(*code - *first) == letter
                    && *first >> 8 == *code >> 8
                    && *start >> 8 == letter >> 8 =>
            {
                *last = *code;
            }
            _ => ranges.push((*code, *code, letter)),
        }
    }
    ranges
}
