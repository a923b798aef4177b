//! A font program without its hints.
//!
//! In: a TrueType program as `subset` cut it. Out: the same outlines and widths, without the instructions that fit them to coarse pixels.
//! Never: changes a glyph's number, outline or width.
//!
//! Programs that show PDF files smooth their letters and leave instructions alone; in Source Sans and Source Serif these are two fifths of the file.
//! The tables that stay are those that a PDF needs (ISO 32000-1, 9.9, table 126), and `name`, which holds the copyright.

/// The tables that stay, in the order of the directory.
const KEPT: [[u8; 4]; 7] = [
    *b"glyf", *b"head", *b"hhea", *b"hmtx", *b"loca", *b"maxp", *b"name",
];

/// Takes the hints out of a font program; `None` if it is not one.
pub(super) fn without_hints(program: &[u8]) -> Option<Vec<u8>> {
    let head = table(program, *b"head")?;
    let is_long = number(head, 50)? == 1;
    let (glyphs, places) = bare_glyphs(
        table(program, *b"glyf")?,
        table(program, *b"loca")?,
        is_long,
    )?;
    let mut tables = Vec::with_capacity(KEPT.len());
    for tag in KEPT {
        let content = match &tag {
            b"glyf" => glyphs.clone(),
            b"loca" => places.clone(),
            b"head" => {
                // The sum over the whole file is filled in at the end.
                let mut head = head.to_vec();
                head.get_mut(8..12)?.fill(0);
                head
            }
            _ => table(program, tag)?.to_vec(),
        };
        tables.push((tag, content));
    }
    assembled(program.get(..4)?, &tables)
}

/// The content of a table.
fn table(program: &[u8], tag: [u8; 4]) -> Option<&[u8]> {
    let count = usize::from(number(program, 4)?);
    let directory = program.get(12..12 + count * 16)?;
    let record = directory
        .chunks(16)
        .find(|record| record.starts_with(&tag))?;
    let start = long(record, 8)?;
    program.get(start..start.checked_add(long(record, 12)?)?)
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at + 2)?;
    Some(u16::from_be_bytes(bytes.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + 4)?;
    usize::try_from(u32::from_be_bytes(bytes.try_into().ok()?)).ok()
}

/// Every glyph without instructions, and where each begins.
fn bare_glyphs(glyphs: &[u8], places: &[u8], is_long: bool) -> Option<(Vec<u8>, Vec<u8>)> {
    let starts: Option<Vec<usize>> = if is_long {
        (0..places.len() / 4)
            .map(|at| long(places, at * 4))
            .collect()
    } else {
        let start = |at| Some(usize::from(number(places, at * 2)?) * 2);
        (0..places.len() / 2).map(start).collect()
    };
    let mut bare = Vec::with_capacity(glyphs.len());
    let mut bare_places = Vec::with_capacity(places.len());
    let mut note = |place: usize| -> Option<()> {
        if is_long {
            bare_places.extend(u32::try_from(place).ok()?.to_be_bytes());
        } else {
            bare_places.extend(u16::try_from(place / 2).ok()?.to_be_bytes());
        }
        Some(())
    };
    for pair in starts?.windows(2) {
        let [start, end] = pair else { continue };
        note(bare.len())?;
        let glyph = glyphs.get(*start..*end)?;
        if !glyph.is_empty() {
            bare_glyph(glyph, &mut bare)?;
            // Places are counted in twos in the short form.
            bare.resize(bare.len().next_multiple_of(2), 0);
        }
    }
    note(bare.len())?;
    Some((bare, bare_places))
}

/// One glyph (OpenType 1.9, `glyf`).
fn bare_glyph(glyph: &[u8], bare: &mut Vec<u8>) -> Option<()> {
    const HEADER: usize = 10;
    let contours = number(glyph, 0)?;
    if contours & 0x8000 != 0 {
        bare.extend(glyph.get(..HEADER)?);
        return bare_components(glyph, HEADER, bare);
    }
    let length_at = HEADER + 2 * usize::from(contours);
    let instructions = usize::from(number(glyph, length_at)?);
    bare.extend(glyph.get(..length_at)?);
    bare.extend([0, 0]);
    bare.extend(glyph.get(length_at + 2 + instructions..)?);
    Some(())
}

/// The components of a composed glyph, without the flag that instructions follow them.
fn bare_components(glyph: &[u8], mut at: usize, bare: &mut Vec<u8>) -> Option<()> {
    const WORDS: u16 = 0x0001;
    const SCALE: u16 = 0x0008;
    const MORE: u16 = 0x0020;
    const TWO_SCALES: u16 = 0x0040;
    const MATRIX: u16 = 0x0080;
    const INSTRUCTIONS: u16 = 0x0100;
    loop {
        let flags = number(glyph, at)?;
        let mut length = 4 + if flags & WORDS == 0 { 2 } else { 4 };
        length += match flags & (SCALE | TWO_SCALES | MATRIX) {
            SCALE => 2,
            TWO_SCALES => 4,
            MATRIX => 8,
            _ => 0,
        };
        bare.extend((flags & !INSTRUCTIONS).to_be_bytes());
        bare.extend(glyph.get(at + 2..at + length)?);
        if flags & MORE == 0 {
            return Some(());
        }
        at += length;
    }
}

/// A font program of these tables.
fn assembled(version: &[u8], tables: &[([u8; 4], Vec<u8>)]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let selector = u16::try_from(count.checked_ilog2()?).ok()?;
    let range = 16 << selector;
    let mut program = version.to_vec();
    for part in [count, range, selector, count * 16 - range] {
        program.extend(part.to_be_bytes());
    }
    let mut place = 12 + tables.len() * 16;
    let mut head_place = 0;
    for (tag, content) in tables {
        if tag == b"head" {
            head_place = place;
        }
        program.extend(tag);
        program.extend(sum(content).to_be_bytes());
        program.extend(u32::try_from(place).ok()?.to_be_bytes());
        program.extend(u32::try_from(content.len()).ok()?.to_be_bytes());
        place += content.len().next_multiple_of(4);
    }
    for (_, content) in tables {
        program.extend(content);
        program.resize(program.len().next_multiple_of(4), 0);
    }
    let adjustment = 0xB1B0_AFBA_u32.wrapping_sub(sum(&program));
    let slot = program.get_mut(head_place + 8..head_place + 12)?;
    slot.copy_from_slice(&adjustment.to_be_bytes());
    Some(program)
}

/// The sum of a table's longs, as if zeros stood behind it.
fn sum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).fold(0, |sum: u32, chunk| {
        let mut long = [0; 4];
        long.iter_mut()
            .zip(chunk)
            .for_each(|(to, from)| *to = *from);
        sum.wrapping_add(u32::from_be_bytes(long))
    })
}

#[cfg(test)]
mod tests {
    use skrifa::{FontRef, GlyphId, MetadataProvider as _, raw::TableProvider as _};

    use super::*;
    use crate::text::font::{Face, letters, subset};

    #[test]
    fn outlines_and_widths_are_those_of_the_whole_face() {
        use skrifa::instance::{LocationRef, Size};
        use skrifa::outline::{DrawSettings, pen::SvgPen};
        for face in Face::ALL {
            let wanted = letters(face).into_iter().take(400);
            let cut = subset(face, wanted.map(|(_, glyph)| glyph)).unwrap();
            let (bare, whole) = (
                FontRef::new(&cut.bytes).unwrap(),
                FontRef::new(crate::text::font::data(face)).unwrap(),
            );
            assert!(bare.fpgm().is_err(), "{face:?} has hints");
            let drawn = |font: &FontRef<'_>, glyph: u16| {
                let mut pen = SvgPen::new();
                let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
                let outline = font.outline_glyphs().get(GlyphId::from(glyph)).unwrap();
                outline.draw(settings, &mut pen).unwrap();
                let width = font
                    .glyph_metrics(Size::unscaled(), LocationRef::default())
                    .advance_width(GlyphId::from(glyph));
                (pen.to_string(), width)
            };
            assert!(
                cut.glyphs.len() > 250,
                "{face:?}: {} glyphs",
                cut.glyphs.len()
            );
            for (old, new) in &cut.glyphs {
                assert_eq!(
                    drawn(&bare, *new),
                    drawn(&whole, *old),
                    "{face:?}, glyph {old}"
                );
            }
        }
    }

    #[test]
    fn what_is_no_font_program_has_no_hints_to_take_out() {
        assert_eq!(without_hints(b""), None);
        assert_eq!(without_hints(&[0; 64]), None);
    }
}
