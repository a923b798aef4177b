//! Letters that a face lacks.
//!
//! In: text and a face. Out: the letters that would be missing from the page. Never: shapes or replaces anything.
//!
//! The serif faces lack a few letters that the sans has (Ĭ ĭ Ĳ ĳ Ŧ ŧ and polytonic Greek), so a word with such a letter is set in
//! the sans at [`FALLBACK_SCALE`] of its size; only what the sans lacks too is missing.

use super::font::{Face, is_invisible, nominal_glyph};

/// Size of a word set in the sans in place of a serif, as a share of its size: the sans looks larger.
pub const FALLBACK_SCALE: f64 = 0.98;

/// Letters of a text that can be painted neither in the face nor in its fallback, each once, in order of appearance.
#[must_use]
pub fn missing(text: &str, face: Face) -> Vec<char> {
    let mut found = Vec::new();
    for letter in text.chars() {
        let is_there = has(letter, face) || fallback(face).is_some_and(|other| has(letter, other));
        if !is_there && !found.contains(&letter) {
            found.push(letter);
        }
    }
    found
}

/// The face that stands in for a letter that `face` lacks.
#[must_use]
pub const fn fallback(face: Face) -> Option<Face> {
    match face {
        Face::Serif | Face::SerifItalic | Face::Display => Some(Face::Sans),
        Face::Sans | Face::SansSemibold => None,
    }
}

/// Whether a face can paint a letter, or need not because nothing is painted for it.
#[must_use]
pub fn has(letter: char, face: Face) -> bool {
    // Every face has the printable letters of ASCII; a test of the faces says so.
    (' '..='~').contains(&letter) || is_invisible(letter) || nominal_glyph(letter, face).is_some()
}

/// Whether every letter of a text is in the face itself.
#[must_use]
pub fn covers(text: &str, face: Face) -> bool {
    text.chars().all(|letter| has(letter, face))
}

#[cfg(test)]
mod tests {
    use super::{Face, nominal_glyph};

    #[test]
    fn every_face_has_the_printable_letters_of_ascii() {
        for face in Face::ALL {
            for letter in '!'..='~' {
                assert!(
                    nominal_glyph(letter, face).is_some(),
                    "{letter} in {face:?}"
                );
            }
        }
    }
}
