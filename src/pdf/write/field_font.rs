//! The font of what is typed, `/WbSans`: Source Sans 3 cut by script, because readers set letters in it that no page shows.
//!
//! In: nothing. Out: a composite font with every letter's glyph, width and meaning; the glyph of a letter.
//! Never: depends on a document, so it is cut once in a process.
//!
//! `/W` and `/ToUnicode` are complete, since readers encode with them what is typed. A code says one letter only, so letters that share a glyph (a
//! space and a no-break space) have codes of their own, which `/CIDToGIDMap` leads to that glyph; so have the tab and the carriage return, for which
//! readers would look in fonts of the system. The name is its own and carries no subset tag: an installed font of the same name would have other
//! glyph numbers.
//! Readers take the distance of lines from the descriptor: with an ascent of 1000 and a descent of -400 PDFium sets 10 pt text 14 pt apart.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use lopdf::{Dictionary, Object, ObjectId};

use crate::text::font::{Face, advance, is_invisible, letters, metrics, subset};

use super::Error;
use super::codes::to_unicode;
use super::compress::{deflate, up, up_parameters};
use super::file::{File, plain_stream};
use super::values::{ascii, integer, name};

/// The name of the font in every `/Font` resource and in every `/DA`.
pub(super) const NAME: &str = "WbSans";
/// The face it is cut from.
pub(super) const FACE: Face = Face::Sans;

/// Top and foot of a line in thousandths of the size, for the descriptor and for our own appearances.
pub(super) const ASCENT: i32 = 1000;
/// See [`ASCENT`].
pub(super) const DESCENT: i32 = -400;

/// Shown in place of a letter that the font lacks; the value itself stays whole.
pub(super) const REPLACEMENT: char = '\u{25A1}';

/// The letters that the font is cut to, as far as the face has them; first and last of each stretch.
const SCRIPTS: [(char, char); 27] = [
    // Latin: Basic, Latin-1, Extended-A.
    ('\u{20}', '\u{17F}'),
    // Of Extended-B and IPA, what living languages write: Azerbaijani and Hausa, Vietnamese, Pinyin, Romanian.
    ('\u{181}', '\u{181}'),
    ('\u{18A}', '\u{18A}'),
    ('\u{18F}', '\u{18F}'),
    ('\u{192}', '\u{192}'),
    ('\u{198}', '\u{199}'),
    ('\u{1A0}', '\u{1A1}'),
    ('\u{1AF}', '\u{1B0}'),
    ('\u{1CD}', '\u{1DC}'),
    ('\u{1E6}', '\u{1E7}'),
    ('\u{218}', '\u{21B}'),
    ('\u{253}', '\u{259}'),
    // Spacing accents, and the combining marks of decomposed text.
    ('\u{2C6}', '\u{2DD}'),
    ('\u{300}', '\u{331}'),
    // Greek, without archaic letters and Coptic.
    ('\u{37E}', '\u{3CE}'),
    // Cyrillic of living languages.
    ('\u{400}', '\u{45F}'),
    ('\u{490}', '\u{4F9}'),
    // Latin Extended Additional: Vietnamese, Welsh.
    ('\u{1E02}', '\u{1EF9}'),
    // General punctuation, superscripts and subscripts.
    ('\u{2000}', '\u{2044}'),
    ('\u{2070}', '\u{2089}'),
    // Currency.
    ('\u{20A0}', '\u{20CF}'),
    // Letter-like symbols and fractions, arrows.
    ('\u{2105}', '\u{215E}'),
    ('\u{2190}', '\u{2195}'),
    // Mathematical operators.
    ('\u{2202}', '\u{2265}'),
    // Squares and bullets, ballot boxes, ticks.
    ('\u{25A0}', '\u{25CF}'),
    ('\u{2610}', '\u{2612}'),
    ('\u{2713}', '\u{2717}'),
];

/// Control characters that come with pasted text, and how many spaces wide each is.
const CONTROLS: [(char, i32); 2] = [('\t', 4), ('\r', 0)];

/// The font, cut and compressed.
pub(super) struct FieldFont {
    program: Vec<u8>,
    program_length: usize,
    /// Widths in thousandths of the size, by code, from code 0.
    widths: Vec<i32>,
    to_unicode: Vec<u8>,
    /// Glyph numbers by code, compressed.
    glyphs_by_code: Vec<u8>,
    /// Codes by the glyph numbers of the whole face: as far as glyphs go, codes are glyph numbers.
    glyphs: BTreeMap<u16, u16>,
    /// Codes by letter.
    letters: BTreeMap<char, u16>,
}

impl FieldFont {
    /// The code of a letter.
    pub(super) fn code(&self, letter: char) -> Option<u16> {
        self.letters.get(&letter).copied()
    }

    /// The code of a glyph that has another number in the whole face.
    pub(super) fn code_of_glyph(&self, glyph: u16) -> Option<u16> {
        self.glyphs.get(&glyph).copied()
    }

    /// A code's width in thousandths of the size.
    pub(super) fn width(&self, glyph: u16) -> i32 {
        self.widths.get(usize::from(glyph)).copied().unwrap_or(0)
    }
}

/// The font of what is typed.
///
/// # Errors
///
/// [`Error::Content`] if the face cannot be cut.
pub(super) fn field_font() -> Result<&'static FieldFont, Error> {
    static FONT: OnceLock<Option<FieldFont>> = OnceLock::new();
    FONT.get_or_init(cut).as_ref().ok_or(Error::Content {
        reason: "the font of the fields could not be cut",
    })
}

fn cut() -> Option<FieldFont> {
    let chosen: Vec<(char, u16)> = letters(FACE)
        .into_iter()
        .filter(|(letter, _)| {
            let is_in = |(first, last): &(char, char)| (first..=last).contains(&letter);
            SCRIPTS.iter().any(is_in)
        })
        .collect();
    // In the order of the letters, so that ranges of glyphs say ranges of letters.
    let cut = subset(FACE, chosen.iter().map(|(_, glyph)| *glyph))?;
    let mut codes = Codes::of_glyphs(&chosen, &cut.glyphs)?;
    codes.letters.get(&REPLACEMENT)?;
    codes.add_shared()?;
    codes.add_controls()?;
    let glyphs = codes.glyphs.iter().map(|glyph| glyph.to_be_bytes());
    Some(FieldFont {
        program: deflate(&cut.bytes).ok()?,
        program_length: cut.bytes.len(),
        to_unicode: deflate(to_unicode(&codes.meanings).as_bytes()).ok()?,
        glyphs_by_code: deflate(&up(glyphs)).ok()?,
        glyphs: cut.glyphs,
        widths: codes.widths,
        letters: codes.letters,
    })
}

/// The codes of the font while they are given out.
struct Codes {
    /// By code.
    glyphs: Vec<u16>,
    /// By code.
    widths: Vec<i32>,
    /// By code.
    meanings: BTreeMap<u16, char>,
    letters: BTreeMap<char, u16>,
}

impl Codes {
    /// A code for each glyph, its number; `numbers` are those of the cut font by those of the face.
    fn of_glyphs(chosen: &[(char, u16)], numbers: &BTreeMap<u16, u16>) -> Option<Self> {
        let mut by_number: Vec<(u16, u16)> =
            numbers.iter().map(|(old, new)| (*new, *old)).collect();
        by_number.sort_unstable();
        let mut widths = vec![advance(FACE, 0)];
        widths.extend(by_number.iter().map(|(_, old)| advance(FACE, *old)));
        let mut letters = BTreeMap::new();
        let mut meanings = BTreeMap::new();
        for (letter, glyph) in chosen {
            let number = *numbers.get(glyph)?;
            letters.insert(*letter, number);
            // Of several letters with one glyph the first is the plain one: a space, not a no-break space; a hyphen, not a soft one.
            meanings.entry(number).or_insert(*letter);
        }
        // But a micro sign comes before mu, and mu is the letter that Greek is written with.
        meanings.insert(*letters.get(&'\u{3BC}')?, '\u{3BC}');
        Some(Self {
            glyphs: (0..).take(widths.len()).collect(),
            widths,
            meanings,
            letters,
        })
    }

    fn add(&mut self, letter: char, glyph: u16, width: i32) -> Option<u16> {
        let code = u16::try_from(self.glyphs.len()).ok()?;
        self.glyphs.push(glyph);
        self.widths.push(width);
        self.meanings.insert(code, letter);
        Some(code)
    }

    fn width(&self, code: u16) -> Option<i32> {
        self.widths.get(usize::from(code)).copied()
    }

    /// Gives a code of its own to each letter whose glyph says another. A soft hyphen is not painted: without one, readers leave it out.
    fn add_shared(&mut self) -> Option<()> {
        let says_other = |(letter, code): (&char, &u16)| {
            let is_painted = self.meanings.get(code) != Some(letter) && !is_invisible(*letter);
            is_painted.then_some((*letter, *code))
        };
        let shared: Vec<(char, u16)> = self.letters.iter().filter_map(says_other).collect();
        for (letter, glyph) in shared {
            let code = self.add(letter, glyph, self.width(glyph)?)?;
            self.letters.insert(letter, code);
        }
        Some(())
    }

    fn add_controls(&mut self) -> Option<()> {
        let space = *self.letters.get(&' ')?;
        let width = self.width(space)?;
        for (letter, spaces) in CONTROLS {
            self.add(letter, space, spaces * width)?;
        }
        Some(())
    }
}

/// Adds the font to a file: what stands in `/DR` and in the resources of every appearance.
///
/// A simple font with `/Differences`, should some reader need one, would be added here in its place.
///
/// # Errors
///
/// [`Error::Content`] if the face cannot be cut.
pub(super) fn add_to(file: &mut File) -> Result<ObjectId, Error> {
    let font = field_font()?;
    let program = Dictionary::from_iter([
        ("Filter", name("FlateDecode")),
        ("Length1", integer(font.program_length)),
    ]);
    let program = file.add(plain_stream(program, font.program.clone()));
    let descriptor = file.add(descriptor(program));
    let widths = font.widths.iter().map(|width| Object::from(*width));
    let widths = vec![integer(0), Object::Array(widths.collect())];
    let glyphs = Dictionary::from_iter([
        ("Filter", name("FlateDecode")),
        ("DecodeParms", up_parameters(2).into()),
    ]);
    let glyphs = file.add(plain_stream(glyphs, font.glyphs_by_code.clone()));
    let descendant = file.add(Dictionary::from_iter([
        ("Type", name("Font")),
        ("Subtype", name("CIDFontType2")),
        ("BaseFont", name(NAME)),
        (
            "CIDSystemInfo",
            Object::from(Dictionary::from_iter([
                ("Registry", ascii("Adobe")),
                ("Ordering", ascii("Identity")),
                ("Supplement", integer(0)),
            ])),
        ),
        ("CIDToGIDMap", glyphs.into()),
        ("FontDescriptor", descriptor.into()),
        ("W", Object::Array(widths)),
    ]));
    let map = Dictionary::from_iter([("Filter", name("FlateDecode"))]);
    let map = file.add(plain_stream(map, font.to_unicode.clone()));
    Ok(file.add(Dictionary::from_iter([
        ("Type", name("Font")),
        ("Subtype", name("Type0")),
        ("BaseFont", name(NAME)),
        ("Encoding", name("Identity-H")),
        ("DescendantFonts", Object::Array(vec![descendant.into()])),
        ("ToUnicode", map.into()),
    ])))
}

fn descriptor(program: ObjectId) -> Dictionary {
    /// Not symbolic (ISO 32000-1, table 123, bit 6).
    const NON_SYMBOLIC: i32 = 1 << 5;
    /// Width of an upright stem of Source Sans 3 Regular.
    const STEM: i32 = 84;
    let measures = metrics(FACE);
    Dictionary::from_iter([
        ("Type", name("FontDescriptor")),
        ("FontName", name(NAME)),
        ("Flags", NON_SYMBOLIC.into()),
        (
            "FontBBox",
            Object::Array(measures.bounds.map(Object::from).to_vec()),
        ),
        ("ItalicAngle", integer(0)),
        ("Ascent", ASCENT.into()),
        ("Descent", DESCENT.into()),
        ("CapHeight", measures.cap_height.into()),
        ("XHeight", measures.x_height.into()),
        ("StemV", STEM.into()),
        ("FontFile2", program.into()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_holds_what_european_candidates_type() {
        let font = field_font().unwrap();
        let typed =
            "Zażółć gęślą jaźń — €1.200 „tak” ‘ok’ “so” Ωμέγα Ёлка Đặng ŵ ŷ ẁ ✓ ☐ → ½ • … №";
        let lacking: String = typed
            .chars()
            .filter(|letter| font.code(*letter).is_none())
            .collect();
        assert_eq!(lacking, "", "of {} letters", font.letters.len());
        assert!(font.code('\u{639}').is_none(), "Arabic is replaced");
    }
}
