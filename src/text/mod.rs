//! Letters: shaping, measuring, breaking lines, counting words.

pub mod font;

pub use font::{Face, Glyph, Shaped};
