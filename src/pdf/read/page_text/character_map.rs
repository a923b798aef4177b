//! What the codes of a font mean: `/ToUnicode` maps (ISO 32000-1, 9.10.3).
//!
//! In: the bytes of a map. Out: text for a code. Never: keeps more entries than a font has glyphs.

use std::collections::BTreeMap;

use super::lexer::{Lexer, Token};

/// Entries kept of one map.
const MAX_ENTRIES: usize = 70_000;

/// A map from codes to text.
#[derive(Debug, Default)]
pub(super) struct CharacterMap {
    /// By the first code of a range: its last, and the text of the first in UTF-16.
    ranges: BTreeMap<u32, (u32, Vec<u16>)>,
    /// Bytes of a code, where the map says so.
    pub(super) code_length: Option<usize>,
}

impl CharacterMap {
    /// Reads a map.
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut open: Vec<Vec<u8>> = Vec::new();
        let mut list: Option<Vec<Vec<u8>>> = None;
        for token in Lexer::new(bytes) {
            match token {
                Token::Open => list = Some(Vec::new()),
                Token::Close => {
                    if let (Some(texts), [before @ .., first, _]) = (list.take(), open.as_slice()) {
                        map.insert_ranges(before);
                        let first = code(first);
                        for (code, text) in (first..=u32::MAX).zip(texts) {
                            map.insert(code, code, &text);
                        }
                        open.clear();
                    }
                }
                Token::Text(text) => {
                    // A list belongs to the range before it, wherever it ends.
                    let into = list.as_mut().unwrap_or(&mut open);
                    if into.len() < MAX_ENTRIES {
                        into.push(text);
                    }
                }
                Token::Word(b"endcodespacerange") => {
                    map.code_length = open.iter().map(Vec::len).max();
                    open.clear();
                }
                Token::Word(word) => {
                    match word {
                        b"endbfchar" => map.insert_pairs(&open),
                        b"endbfrange" => map.insert_ranges(&open),
                        _ => {}
                    }
                    if word.starts_with(b"begin") || word.starts_with(b"end") {
                        open.clear();
                        list = None;
                    }
                }
                Token::Number(_) | Token::Name(_) => {}
            }
        }
        map
    }

    /// The text of a code.
    pub(super) fn text(&self, code: u32) -> Option<String> {
        let (first, (last, text)) = self.ranges.range(..=code).next_back()?;
        if code > *last {
            return None;
        }
        let mut text = text.clone();
        if let Some(unit) = text.last_mut() {
            let step = u16::try_from(code.checked_sub(*first)?).ok()?;
            *unit = unit.wrapping_add(step);
        }
        Some(String::from_utf16_lossy(&text))
    }

    fn insert(&mut self, first: u32, last: u32, text: &[u8]) {
        if self.ranges.len() < MAX_ENTRIES {
            let (units, _) = text.as_chunks::<2>();
            let units = units.iter().map(|unit| u16::from_be_bytes(*unit)).collect();
            self.ranges.insert(first, (last, units));
        }
    }

    fn insert_pairs(&mut self, texts: &[Vec<u8>]) {
        let (pairs, _) = texts.as_chunks::<2>();
        for [from, text] in pairs {
            self.insert(code(from), code(from), text);
        }
    }

    fn insert_ranges(&mut self, texts: &[Vec<u8>]) {
        let (ranges, _) = texts.as_chunks::<3>();
        for [first, last, text] in ranges {
            self.insert(code(first), code(last), text);
        }
    }
}

/// The number that the bytes of a code make.
pub(super) fn code(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .take(4)
        .fold(0, |code, byte| code << 8 | u32::from(*byte))
}
