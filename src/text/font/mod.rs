//! The built-in faces, and text shaped in them.
//!
//! In: text and a face. Out: glyphs with advances, in the order they are painted; measures of a face; ink of a text.
//! Never: breaks a line, knows a page, or returns a glyph that stands for a missing letter.
//!
//! Each face is parsed once in a process and shaped with kerning and ligatures; the serif faces with figures of one width (`tnum`),
//! which Source Sans has by default. Advances are whole font units, 1000 to the em in all five.

mod bare;
mod loaded;
mod measures;
mod shaping;
mod subset;

pub(crate) use measures::length;
pub use measures::{Ink, Metrics, advance, ink, letters, metrics, nominal_glyph};
pub use shaping::shape;
pub(crate) use shaping::{RawGlyph, assemble, shape_raw};
pub use subset::{Subset, subset};

use crate::geometry::Pt;

/// Font units in an em, in every built-in face.
pub const UNITS_PER_EM: f64 = 1000.0;

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

    /// Whether the face is one of the serif family, which has fewer letters than the sans.
    #[must_use]
    pub const fn is_serif(self) -> bool {
        match self {
            Self::Sans | Self::SansSemibold => false,
            Self::Serif | Self::SerifItalic | Self::Display => true,
        }
    }

    /// The `PostScript` name, without a subset's tag.
    #[must_use]
    pub const fn post_script_name(self) -> &'static str {
        match self {
            Self::Sans => "SourceSans3-Regular",
            Self::SansSemibold => "SourceSans3-Semibold",
            Self::Serif => "SourceSerif4-Regular",
            Self::SerifItalic => "SourceSerif4-It",
            Self::Display => "SourceSerif4Display-Regular",
        }
    }
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

/// The bytes of a face's font file.
#[must_use]
pub const fn data(face: Face) -> &'static [u8] {
    match face {
        Face::Sans => include_bytes!("../../../assets/fonts/SourceSans3-Regular.ttf"),
        Face::SansSemibold => include_bytes!("../../../assets/fonts/SourceSans3-Semibold.ttf"),
        Face::Serif => include_bytes!("../../../assets/fonts/SourceSerif4-Regular.ttf"),
        Face::SerifItalic => include_bytes!("../../../assets/fonts/SourceSerif4-It.ttf"),
        Face::Display => include_bytes!("../../../assets/fonts/SourceSerif4Display-Regular.ttf"),
    }
}

/// Whether a character is never painted: controls, joiners, soft hyphens, variation selectors (Unicode 15.1, `Default_Ignorable_Code_Point`).
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}
