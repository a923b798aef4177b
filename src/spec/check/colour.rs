//! The accent colour: what it is, and whether it can be read.
//!
//! In: a colour as written. Out: red, green and blue. Findings: S038, S039. Never: changes a colour.

use crate::diagnostic::{Code, Diagnostic};
use crate::spec::locate::At;
use crate::spec::quote::quoted;

/// Least contrast of text that is not large (WCAG 2.2, 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

/// What accents are printed on: paper, and the tinted ground of the house's theme.
const GROUNDS: [(&str, [u8; 3]); 2] = [
    ("white", [0xFF, 0xFF, 0xFF]),
    ("the ground #EDF0F1", [0xED, 0xF0, 0xF1]),
];

/// Reads `#1A5276`.
pub(super) fn accent(written: &str, at: At<'_>, found: &mut Vec<Diagnostic>) -> Option<[u8; 3]> {
    let Some(colour) = parse(written) else {
        found.push(
            Diagnostic::error(
                Code::S038,
                at.place(),
                format!(
                    "{} is not a colour, expected # and six hexadecimal digits as in \"#1A5276\"",
                    quoted(written)
                ),
            )
            .help("write red, green and blue with two digits each"),
        );
        return None;
    };
    for (name, ground) in GROUNDS {
        let contrast = contrast(colour, ground);
        if contrast < LEAST_CONTRAST {
            // Cut, not rounded: 4.49 is not 4.5.
            let shown = (contrast * 100.0).floor() / 100.0;
            let message = format!(
                "the accent {written} has a contrast of {shown:.2} on {name}, expected {LEAST_CONTRAST} at least"
            );
            found.push(
                Diagnostic::error(Code::S039, at.place(), message)
                    .help("choose a darker colour: text in it could not be read by everybody"),
            );
            break;
        }
    }
    Some(colour)
}

fn parse(written: &str) -> Option<[u8; 3]> {
    let digits = written.strip_prefix('#')?;
    let is_shaped = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let [_, red, green, blue] = u32::from_str_radix(digits, 16)
        .ok()
        .filter(|_| is_shaped)?
        .to_be_bytes();
    Some([red, green, blue])
}

/// Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::{contrast, parse};

    #[test]
    fn contrast_is_as_wcag_defines_it() {
        let table = [
            ("#000000", "#FFFFFF", 21.0),
            ("#767676", "#FFFFFF", 4.54),
            ("#777777", "#ffffff", 4.48),
            ("#FFFFFF", "#FFFFFF", 1.0),
        ];
        for (one, other, expected) in table {
            let found = contrast(parse(one).unwrap(), parse(other).unwrap());
            assert!(
                (found - expected).abs() < 0.005,
                "{one} on {other}: {found}"
            );
        }
    }
}
