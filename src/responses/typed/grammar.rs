//! Shares and evidence references, read only where they are plain (`docs/formats.md`, "Percent" and "Evidence references").
//!
//! In: a text. Out: a number, rows of a register, or nothing. Never: reads a number out of a sentence.

use crate::ids::Row;

/// A share from 0 to 100: "60", "60 %", "60%", "12.5".
pub(super) fn percent(text: &str) -> Option<f64> {
    let text = text.trim();
    let digits = text.strip_suffix('%').map_or(text, str::trim_end);
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let is_plain = all_digits(whole)
        && whole.len() <= 3
        && (whole.len() == 1 || !whole.starts_with('0'))
        && fraction.is_none_or(|part| all_digits(part) && part.len() <= 4);
    let number = digits.parse::<f64>().ok().filter(|_| is_plain)?;
    (0.0..=100.0).contains(&number).then_some(number)
}

/// Rows that are cited, each once, in the order of mention: "E1, e3", "E1-E3". The whole text must read so.
///
/// Parted by white space, `,` `;` `&` `+` `/` or "and"; one full stop may end it. "E1-E3", "E1–E3" and "E1 to E3" name the rows between as well;
/// "E1-3" and "1, 3" are not read, for they can mean something else.
pub(super) fn evidence_refs(text: &str) -> Option<Vec<Row>> {
    let spaced = text
        .trim()
        .trim_end_matches('.')
        .replace([',', ';', '&', '+', '/'], " ")
        .replace(
            ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}'],
            " to ",
        );
    let words: Vec<&str> = spaced
        .split_whitespace()
        .filter(|word| !word.eq_ignore_ascii_case("and"))
        .collect();
    let mut rows: Vec<Row> = Vec::new();
    let mut rest = words.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let from = reference(first)?;
        let (to, after) = match after {
            [word, last, after @ ..] if word.eq_ignore_ascii_case("to") => {
                (reference(last).filter(|to| *to > from)?, after)
            }
            _ => (from, after),
        };
        for number in from.number()..=to.number() {
            let row = Row::new(number).ok()?;
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        rest = after;
    }
    (!rows.is_empty()).then_some(rows)
}

/// "E1", "e3", "E01".
fn reference(word: &str) -> Option<Row> {
    let digits = word.strip_prefix(['E', 'e'])?;
    let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let number = digits.parse().ok().filter(|_| is_number)?;
    Row::new(number).ok()
}
