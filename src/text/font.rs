//! The built-in faces, and text shaped in them.
//!
//! In: text and a face. Out: glyphs with advances, in the order they are painted. Never: breaks a line or knows a page.

use crate::geometry::Pt;

/// One of the faces that paint (`assets/fonts`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    /// Source Sans 3 Regular.
    Sans,
    /// Source Sans 3 Semibold.
    SansSemibold,
    /// Source Serif 4 Regular.
    Serif,
    /// Source Serif 4 Italic.
    SerifItalic,
    /// Source Serif 4 Display Regular.
    Display,
}

impl Face {
    /// Every face.
    pub const ALL: [Self; 5] = [
        Self::Sans,
        Self::SansSemibold,
        Self::Serif,
        Self::SerifItalic,
        Self::Display,
    ];
}

/// Text in one face and size, shaped.
#[derive(Clone, Debug, PartialEq)]
pub struct Shaped {
    /// The face.
    pub face: Face,
    /// Size in points.
    pub size: Pt,
    /// Glyphs in visual order.
    pub glyphs: Vec<Glyph>,
    /// Sum of the advances.
    pub width: Pt,
}

/// One glyph of a shaped text.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Glyph index in the whole face, never 0.
    pub id: u16,
    /// How far the pen moves, in font units (1000 per em in all faces).
    pub advance: i32,
    /// How far the glyph is set off to the right, in font units.
    pub x_offset: i32,
    /// How far the glyph is set up, in font units.
    pub y_offset: i32,
    /// The letters it stands for, whole cluster at its first glyph, empty at the others.
    pub text: String,
}
