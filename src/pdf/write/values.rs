//! Rust's values as PDF's objects.
//!
//! In: texts, lengths, counts. Out: strings, numbers and names as ISO 32000-1 writes them. Never: knows what they mean.

use lopdf::{Object, StringFormat};

use crate::geometry::{Pt, Rect};
use crate::layout::page::Color;

use super::coordinates::{corners, single};

/// A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, which `PDFDocEncoding` has too, everything else in UTF-16BE.
///
/// The escape character is the one that cannot be stored: it would begin the name of a language. It is left out.
pub(super) fn text(text: &str) -> Object {
    const ESCAPE: u16 = 0x1B;
    // Of the control characters, PDFDocEncoding has these three alone.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r');
    let bytes = if text.bytes().all(is_plain) {
        text.as_bytes().to_vec()
    } else {
        let letters = text.encode_utf16().filter(|unit| *unit != ESCAPE);
        let units = std::iter::once(0xFEFF).chain(letters);
        units.flat_map(u16::to_be_bytes).collect()
    };
    Object::String(bytes, StringFormat::Literal)
}

/// A byte string of ASCII letters: content operators, names of fields.
pub(super) fn ascii(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

/// A name.
pub(super) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// A count or an index.
pub(super) fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A number, rounded to a thousandth and without a needless point.
pub(super) fn number(number: f64) -> Object {
    let rounded = (number * 1000.0).round() / 1000.0;
    match whole(rounded) {
        Some(whole) => Object::Integer(whole),
        None => Object::Real(single(rounded)),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::float_cmp,
    reason = "only a number that is whole and small is taken"
)]
fn whole(number: f64) -> Option<i64> {
    (number == number.trunc() && number.abs() < 1e9).then_some(number as i64)
}

/// A rectangle of a page: left, lower, right and upper edge.
pub(super) fn rectangle(rect: &Rect, page_height: Pt) -> Object {
    Object::Array(corners(rect, page_height).map(number).to_vec())
}

/// A number as an operand in a content stream.
pub(super) fn operand(number: f64) -> String {
    // Adding nothing turns a negative zero into zero.
    let rounded = (number * 1000.0).round() / 1000.0 + 0.0;
    rounded.to_string()
}

/// A colour as the operands of `rg` or `RG`.
pub(super) fn color_operands(color: Color) -> String {
    color
        .0
        .map(|part| operand(f64::from(part) / 255.0))
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_string_is_ascii_or_utf16_with_a_mark() {
        let bytes = |object: Object| match object {
            Object::String(bytes, _) => bytes,
            _ => Vec::new(),
        };
        assert_eq!(bytes(text("a\n(b)")), b"a\n(b)");
        assert_eq!(bytes(text("€")), [0xFE, 0xFF, 0x20, 0xAC]);
        // U+0018 is a breve in PDFDocEncoding.
        assert_eq!(bytes(text("\u{18}")), [0xFE, 0xFF, 0x00, 0x18]);
        assert_eq!(bytes(text("\u{1B}a\u{1B}")), [0xFE, 0xFF, 0x00, b'a']);
    }

    #[test]
    fn numbers_have_no_needless_point_and_no_negative_zero() {
        assert_eq!(number(12.0), Object::Integer(12));
        assert_eq!(number(12.3456), Object::Real(12.346));
        assert_eq!(operand(-0.0001), "0");
        assert_eq!(operand(12.3456), "12.346");
    }
}
