//! Text in the font of the fields, as our own appearances show it.
//!
//! In: text and the width it has. Out: lines of glyphs as operands of `TJ`. Never: keeps the text, or fails at a letter that the font lacks.
//!
//! Lines are broken and kerned by `text::wrap`, as the program measures them everywhere; ligatures are set as single letters, which is what the font has.

use std::fmt::Write as _;

use crate::geometry::Pt;
use crate::text::Glyph;
use crate::text::font::is_invisible;
use crate::text::wrap::{Line, wrap_typed};

use super::Error;
use super::field_font::{FieldFont, REPLACEMENT, field_font};
use super::values::operand;

/// One line of text.
pub(super) struct TextLine {
    /// Its glyphs as the operand of `TJ`, without brackets; empty for an empty line.
    pub(super) operand: String,
    /// Whether it reaches past the width that it has, so that it must be cut there.
    pub(super) is_wide: bool,
}

/// More letters than the largest box of the largest paper can show; what follows is not looked at.
const MOST_SHOWN: usize = 20_000;

/// A tab as wide as four spaces.
const TAB: &str = "    ";

/// Text that runs on one line, line ends as spaces; what stands past `width` is left out.
///
/// # Errors
///
/// [`Error::Content`] if the font cannot be cut.
pub(super) fn line(text: &str, size: Pt, width: Pt) -> Result<TextLine, Error> {
    let font = field_font()?;
    let text = shown(text, font).replace('\n', " ");
    let lines = wrap_typed(&text, size, Pt(f64::MAX));
    Ok(lines.first().map_or_else(
        || Row::default().finish(false),
        |line| set(line, font, size, width),
    ))
}

/// Text broken into lines; those after the first `most` are left out.
///
/// # Errors
///
/// [`Error::Content`] if the font cannot be cut.
pub(super) fn lines(text: &str, size: Pt, width: Pt, most: usize) -> Result<Vec<TextLine>, Error> {
    let font = field_font()?;
    let lines = wrap_typed(&shown(text, font), size, width);
    let set = |line| set(line, font, size, Pt(f64::MAX));
    Ok(lines.iter().take(most).map(set).collect())
}

/// The text with every letter that cannot be shown replaced, so that it is seen that something stands there.
fn shown(text: &str, font: &FieldFont) -> String {
    let mut shown = String::with_capacity(text.len().min(4 * MOST_SHOWN));
    for letter in text.chars().take(MOST_SHOWN) {
        match letter {
            '\n' => shown.push('\n'),
            '\t' => shown.push_str(TAB),
            _ if is_invisible(letter) => {}
            _ if font.code(letter).is_some() => shown.push(letter),
            _ => shown.push(REPLACEMENT),
        }
    }
    shown
}

/// A line's glyphs up to a width: numbers in TJ move the pen back, in thousandths of the size (ISO 32000-1, 9.4.3).
fn set(line: &Line, font: &FieldFont, size: Pt, width: Pt) -> TextLine {
    let em = size / 1000.0;
    let mut row = Row::default();
    for piece in &line.pieces {
        let mut pen = 0;
        for glyph in &piece.shaped.glyphs {
            if piece.x + em * f64::from(pen) > width {
                return row.finish(true);
            }
            row.glyph(glyph, font);
            pen += glyph.advance;
        }
    }
    row.finish(line.width > width)
}

/// The operand of `TJ` as it grows.
#[derive(Default)]
struct Row {
    operand: String,
    /// How far the pen still has to be moved back before the next glyph.
    back: i32,
    is_open: bool,
}

impl Row {
    fn glyph(&mut self, glyph: &Glyph, font: &FieldFont) {
        self.back -= glyph.x_offset;
        let mut widths = 0;
        match font.code_of_glyph(glyph.id) {
            Some(number) => {
                self.show(number);
                widths = font.width(number);
            }
            // A ligature or an alternate: its letters, in the same width.
            None => {
                for number in glyph.text.chars().filter_map(|letter| font.code(letter)) {
                    self.show(number);
                    widths += font.width(number);
                }
            }
        }
        self.back += widths + glyph.x_offset - glyph.advance;
    }

    fn show(&mut self, number: u16) {
        if self.back != 0 {
            self.close();
            let _ = write!(self.operand, "{}", operand(f64::from(self.back)));
            self.back = 0;
        }
        if !self.is_open {
            self.operand.push('<');
            self.is_open = true;
        }
        let _ = write!(self.operand, "{number:04X}");
    }

    fn close(&mut self) {
        if self.is_open {
            self.operand.push('>');
            self.is_open = false;
        }
    }

    fn finish(mut self, is_wide: bool) -> TextLine {
        self.close();
        TextLine {
            operand: self.operand,
            is_wide,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_shown_or_replaced() {
        let font = field_font().unwrap();
        assert_eq!(shown("a\u{200D}\t中\r", font), "a    \u{25A1}");
        for text in [
            "",
            "\n",
            "\t",
            "中文",
            "أهلا",
            "👩\u{200D}🚀",
            "a\u{301}",
            "fi",
            "\u{0}",
        ] {
            let shown = lines(text, Pt(10.0), Pt(50.0), 9).unwrap();
            assert!(shown.len() <= 2, "{text:?}");
        }
        assert!(
            lines("中", Pt(10.0), Pt(50.0), 9)
                .unwrap()
                .iter()
                .all(|line| line.operand.len() == 6)
        );
    }

    #[test]
    fn a_ligature_is_set_as_letters_of_the_same_width() {
        let font = field_font().unwrap();
        let operand = line("fi", Pt(10.0), Pt(50.0)).unwrap().operand;
        let letters = ['f', 'i'].map(|letter| font.code(letter).unwrap());
        assert!(
            letters
                .iter()
                .all(|glyph| operand.contains(&format!("{glyph:04X}"))),
            "{operand}"
        );
    }
}
