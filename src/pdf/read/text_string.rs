//! Text strings: from the bytes in a file to letters.
//!
//! In: the bytes of a string, decrypted. Out: text, and whether letters had to be replaced.
//! Never: fails, or changes line ends.
//!
//! `PDFDocEncoding` and UTF-16BE are the standard's (ISO 32000-1, 7.9.2.2 and annex D.3), UTF-8 with a mark is PDF 2.0's;
//! UTF-16LE with a mark and UTF-8 without one are met in the wild.

use std::iter;

/// A decoded text string.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text.
    pub(super) text: String,
    /// Whether bytes that stand for no letter were replaced with U+FFFD.
    pub(super) is_lossy: bool,
}

/// Decodes a text string.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, u16::from_be_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(rest);
    }
    if let Some(text) = bare_utf8(bytes) {
        return Decoded {
            text: text.to_owned(),
            is_lossy: false,
        };
    }
    pdf_doc(bytes)
}

/// Decodes a name, which is UTF-8 where it is text at all (ISO 32000-1, 7.3.5).
pub(super) fn decode_name(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| pdf_doc(bytes).text, str::to_owned)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = without_language(pairs.iter().map(|pair| unit(*pair)), 0x1B);
    // An odd last byte is half a letter, unless it is the zero that some programs end strings with.
    let is_cut = rest.iter().any(|byte| *byte != 0);
    let mut is_lossy = is_cut;
    let mut text: String = char::decode_utf16(units)
        .map(|letter| {
            letter.unwrap_or_else(|_| {
                is_lossy = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    if is_cut {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    Decoded { text, is_lossy }
}

fn utf8(bytes: &[u8]) -> Decoded {
    let lossy = String::from_utf8_lossy(bytes);
    let is_lossy = std::str::from_utf8(bytes).is_err();
    let text = without_language(lossy.chars(), '\u{1B}').collect();
    Decoded { text, is_lossy }
}

/// The units of a text without its language escapes: U+001B, a language and perhaps a country, U+001B (ISO 32000-1, 7.9.2.2).
fn without_language<T: Copy + PartialEq>(
    units: impl Iterator<Item = T>,
    escape: T,
) -> impl Iterator<Item = T> {
    let units: Vec<T> = units.collect();
    let mut at = 0_usize;
    iter::from_fn(move || {
        while units.get(at) == Some(&escape) {
            // Two to five letters ("de", "en-GB" without its hyphen); anything longer is text with a stray escape.
            let behind = at.saturating_add(1);
            let inner = units.get(behind..).unwrap_or_default();
            let Some(length) = inner.iter().take(6).position(|unit| *unit == escape) else {
                break;
            };
            at = behind.saturating_add(length).saturating_add(1);
        }
        let unit = units.get(at).copied();
        at = at.saturating_add(1);
        unit
    })
}

/// The text, if it is UTF-8 without a mark. Every string of ASCII letters is both; of the others, a string that happens to
/// be UTF-8 throughout is hardly ever `PDFDocEncoding`, where it would show as pairs such as "Ã©".
fn bare_utf8(bytes: &[u8]) -> Option<&str> {
    if bytes.is_ascii() {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let others: Vec<char> = text.chars().filter(|letter| !letter.is_ascii()).collect();
    let is_letter = |letter: &char| letter.is_alphabetic() || *letter > '\u{2000}';
    // One pair alone could be a capital and a closing mark ("MENÜ™"): then it has to make a common letter.
    let is_plausible = match others.as_slice() {
        [only] => matches!(*only, '\u{A0}'..='\u{17F}' | '\u{2010}'..),
        many => {
            many.iter()
                .filter(|letter| is_letter(letter))
                .count()
                .saturating_mul(2)
                >= many.len()
        }
    };
    is_plausible.then_some(text)
}

fn pdf_doc(bytes: &[u8]) -> Decoded {
    let mut is_lossy = false;
    let text = bytes
        .iter()
        .map(|byte| {
            pdf_doc_letter(*byte).unwrap_or_else(|| {
                is_lossy = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    Decoded { text, is_lossy }
}

/// The letter of a byte in `PDFDocEncoding` (ISO 32000-1, annex D.3); control characters are themselves.
pub(super) const fn pdf_doc_letter(byte: u8) -> Option<char> {
    Some(match byte {
        0x18 => '\u{02D8}',
        0x19 => '\u{02C7}',
        0x1A => '\u{02C6}',
        0x1B => '\u{02D9}',
        0x1C => '\u{02DD}',
        0x1D => '\u{02DB}',
        0x1E => '\u{02DA}',
        0x1F => '\u{02DC}',
        0x80 => '\u{2022}',
        0x81 => '\u{2020}',
        0x82 => '\u{2021}',
        0x83 => '\u{2026}',
        0x84 => '\u{2014}',
        0x85 => '\u{2013}',
        0x86 => '\u{0192}',
        0x87 => '\u{2044}',
        0x88 => '\u{2039}',
        0x89 => '\u{203A}',
        0x8A => '\u{2212}',
        0x8B => '\u{2030}',
        0x8C => '\u{201E}',
        0x8D => '\u{201C}',
        0x8E => '\u{201D}',
        0x8F => '\u{2018}',
        0x90 => '\u{2019}',
        0x91 => '\u{201A}',
        0x92 => '\u{2122}',
        0x93 => '\u{FB01}',
        0x94 => '\u{FB02}',
        0x95 => '\u{0141}',
        0x96 => '\u{0152}',
        0x97 => '\u{0160}',
        0x98 => '\u{0178}',
        0x99 => '\u{017D}',
        0x9A => '\u{0131}',
        0x9B => '\u{0142}',
        0x9C => '\u{0153}',
        0x9D => '\u{0161}',
        0x9E => '\u{017E}',
        0xA0 => '\u{20AC}',
        0x7F | 0x9F | 0xAD => return None,
        other => other as char,
    })
}
