//! Letters: shaping, measuring, breaking lines, counting words.

pub mod coverage;
pub mod font;
mod paragraph;
pub mod words;
pub mod wrap;

pub use font::{Face, Glyph, Metrics, Shaped};
