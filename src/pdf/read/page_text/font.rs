//! Fonts, as far as reading needs them: what their codes mean, and how wide their glyphs are.
//!
//! In: font dictionaries. Out: text and width for each code of a shown string. Never: reads the font program; a code that
//! the dictionaries do not explain becomes U+FFFD, so that a page with letters never looks like one without.

use std::collections::BTreeMap;

use super::character_map::{CharacterMap, code};
use super::glyph_names;
use crate::pdf::read::limits::MAX_VALUE_STREAM_BYTES;
use crate::pdf::read::object::{Array, Dictionary, Node};
use crate::pdf::read::text_string;

/// Width ranges kept of one font.
const MAX_WIDTHS: usize = 70_000;

/// A font.
#[derive(Debug, Default)]
pub(super) struct Font {
    code_length: usize,
    map: Option<CharacterMap>,
    /// Letters of a simple font that differ from its base encoding.
    differences: BTreeMap<u32, String>,
    is_composite: bool,
    /// By the first code of a range: its last, and the width of each in thousandths of the font size.
    widths: BTreeMap<u32, (u32, f64)>,
    default_width: f64,
}

/// A code of a shown string.
pub(super) struct Glyph {
    /// What it means.
    pub(super) text: String,
    /// Its width, in thousandths of the font size.
    pub(super) width: f64,
    /// Whether word spacing applies: the single byte 32 (ISO 32000-1, 9.3.3).
    pub(super) is_space: bool,
}

impl Font {
    /// Reads a font dictionary; `budget` bounds what its map may inflate to.
    pub(super) fn read(dictionary: Dictionary<'_>, budget: &mut usize) -> Self {
        let map = dictionary.get(b"ToUnicode").as_stream().and_then(|stream| {
            let content = stream.content(MAX_VALUE_STREAM_BYTES.min(*budget))?;
            *budget = budget.saturating_sub(content.len());
            Some(CharacterMap::parse(&content))
        });
        let mut font = Self {
            code_length: 1,
            map,
            default_width: 500.0,
            ..Self::default()
        };
        if dictionary.get(b"Subtype").as_name() == Some(b"Type0") {
            font.is_composite = true;
            let told = font.map.as_ref().and_then(|map| map.code_length);
            let is_identity = dictionary.get(b"Encoding").as_name().is_some();
            font.code_length = if is_identity { 2 } else { told.unwrap_or(2) }.clamp(1, 4);
            let descendants = dictionary.get(b"DescendantFonts").as_array();
            if let Some(descendant) = descendants.and_then(|fonts| fonts.get(0).as_dictionary()) {
                font.default_width = descendant.get(b"DW").as_number().unwrap_or(1000.0);
                font.read_composite_widths(descendant.get(b"W"));
            }
        } else {
            font.read_simple_widths(dictionary);
            font.read_differences(dictionary.get(b"Encoding"));
        }
        font
    }

    /// The codes of a shown string.
    pub(super) fn glyphs<'a>(&'a self, shown: &'a [u8]) -> impl Iterator<Item = Glyph> + 'a {
        shown.chunks(self.code_length.max(1)).map(|bytes| {
            let code = code(bytes);
            Glyph {
                text: self.text(code, bytes),
                width: self.width(code),
                is_space: bytes == b" ",
            }
        })
    }

    fn text(&self, code: u32, bytes: &[u8]) -> String {
        let mapped = self.map.as_ref().and_then(|map| map.text(code));
        if let Some(text) = mapped.or_else(|| self.differences.get(&code).cloned()) {
            return text;
        }
        match bytes {
            [byte] if !self.is_composite => windows_letter(*byte).to_string(),
            _ => char::REPLACEMENT_CHARACTER.to_string(),
        }
    }

    fn width(&self, code: u32) -> f64 {
        match self.widths.range(..=code).next_back() {
            Some((_, (last, width))) if code <= *last => *width,
            _ => self.default_width,
        }
    }

    fn insert_width(&mut self, first: u32, last: u32, width: f64) {
        if self.widths.len() < MAX_WIDTHS {
            self.widths.insert(first, (last, width));
        }
    }

    /// `/W` of a composite font: `c [w …]` or `first last w` (ISO 32000-1, 9.7.4.3).
    fn read_composite_widths(&mut self, widths: Node<'_>) {
        let mut first = None;
        let mut last = None;
        for node in widths.as_array().into_iter().flat_map(Array::iter) {
            match (node, first, last) {
                (Node::Array(list), Some(from), None) => {
                    for (code, width) in (from..=u32::MAX).zip(list.iter().take(MAX_WIDTHS)) {
                        self.insert_width(code, code, width.as_number().unwrap_or(0.0));
                    }
                    first = None;
                }
                (Node::Number(width), Some(from), Some(to)) => {
                    self.insert_width(from, to, width);
                    (first, last) = (None, None);
                }
                (node, None, _) => {
                    first = node.as_index().and_then(|code| u32::try_from(code).ok())
                }
                (node, Some(_), None) => {
                    last = node.as_index().and_then(|code| u32::try_from(code).ok())
                }
                (_, Some(_), Some(_)) => (first, last) = (None, None),
            }
        }
    }

    fn read_simple_widths(&mut self, dictionary: Dictionary<'_>) {
        let first = dictionary
            .get(b"FirstChar")
            .as_index()
            .and_then(|code| u32::try_from(code).ok());
        let Some(widths) = dictionary.get(b"Widths").as_array() else {
            return;
        };
        for (code, width) in (first.unwrap_or(0)..=255).zip(widths.iter()) {
            self.insert_width(code, code, width.as_number().unwrap_or(0.0));
        }
    }

    fn read_differences(&mut self, encoding: Node<'_>) {
        let differences = encoding
            .as_dictionary()
            .and_then(|encoding| encoding.get(b"Differences").as_array());
        let mut code = 0_u32;
        for node in differences.into_iter().flat_map(Array::iter).take(1024) {
            match node {
                Node::Name(name) => {
                    if let Some(text) = glyph_names::text(&text_string::decode_name(name)) {
                        self.differences.insert(code, text);
                    }
                    code = code.saturating_add(1);
                }
                other => {
                    code = other
                        .as_index()
                        .and_then(|code| u32::try_from(code).ok())
                        .unwrap_or(0)
                }
            }
        }
    }
}

/// The letter of a byte in `WinAnsiEncoding` (ISO 32000-1, annex D.2), which differs from the other Latin encodings in few
/// letters.
const fn windows_letter(byte: u8) -> char {
    match byte {
        0x80 => '\u{20AC}',
        0x82 => '\u{201A}',
        0x83 => '\u{0192}',
        0x84 => '\u{201E}',
        0x85 => '\u{2026}',
        0x86 => '\u{2020}',
        0x87 => '\u{2021}',
        0x88 => '\u{02C6}',
        0x89 => '\u{2030}',
        0x8A => '\u{0160}',
        0x8B => '\u{2039}',
        0x8C => '\u{0152}',
        0x8E => '\u{017D}',
        0x91 => '\u{2018}',
        0x92 => '\u{2019}',
        0x93 => '\u{201C}',
        0x94 => '\u{201D}',
        0x95 => '\u{2022}',
        0x96 => '\u{2013}',
        0x97 => '\u{2014}',
        0x98 => '\u{02DC}',
        0x99 => '\u{2122}',
        0x9A => '\u{0161}',
        0x9B => '\u{203A}',
        0x9C => '\u{0153}',
        0x9E => '\u{017E}',
        0x9F => '\u{0178}',
        other => other as char,
    }
}
