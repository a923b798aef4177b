//! The built-in faces, and text shaped in them.
//!
//! In: text and a face. Out: glyphs with advances, in the order they are painted; measures of a face; ink of a text.
//! Never: breaks a line, knows a page, or returns a glyph that stands for a missing letter.
//!
//! Each face is parsed once in a process and shaped with kerning and ligatures; the serif faces with figures of one width (`tnum`),
//! which Source Sans has by default. Advances are whole font units, 1000 to the em in all five.

use std::sync::OnceLock;

use harfrust::{
    Buffer, BufferFlags, Direction, Feature, Font, Script, ShapeOptions, ShapePlan, ShaperFont, Tag,
};
use skrifa::GlyphId;

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

/// Measures of a face in font units, 1000 to the em; heights count upward from the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// Top of the line.
    pub ascent: i32,
    /// Foot of the line, negative.
    pub descent: i32,
    /// Height of a capital.
    pub cap_height: i32,
    /// Height of an x.
    pub x_height: i32,
    /// Degrees counter-clockwise from upright: negative where the letters lean to the right.
    pub italic_angle: f64,
    /// The box that holds every glyph: left, foot, right, top.
    pub bounds: [i32; 4],
}

/// The box that a text's ink fills, in points from the left end of its baseline; `top` and `bottom` count upward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    /// Left edge: positive where the first letter has white before it.
    pub left: Pt,
    /// Right edge.
    pub right: Pt,
    /// Upper edge, above the baseline.
    pub top: Pt,
    /// Lower edge; negative below the baseline.
    pub bottom: Pt,
}

/// One glyph as the shaper gave it, before it is given its text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawGlyph {
    /// Glyph index; 0 for a letter that the face lacks, with no advance, kept only for its cluster.
    pub(crate) id: u16,
    /// Advance in font units.
    pub(crate) advance: i32,
    /// Offset to the right.
    pub(crate) x_offset: i32,
    /// Offset upward.
    pub(crate) y_offset: i32,
    /// First byte of its cluster in the text.
    pub(crate) cluster: usize,
    /// Whether a break before this cluster would change glyphs on either side.
    pub(crate) unsafe_to_break: bool,
}

/// Shapes a text of one line. Letters that the face lacks are left out: ask [`super::coverage`] first.
#[must_use]
pub fn shape(text: &str, face: Face, size: Pt) -> Shaped {
    assemble(&shape_raw(text, face), text, 0, face, size)
}

/// The bytes of a face's font file.
#[must_use]
pub const fn data(face: Face) -> &'static [u8] {
    match face {
        Face::Sans => include_bytes!("../../assets/fonts/SourceSans3-Regular.ttf"),
        Face::SansSemibold => include_bytes!("../../assets/fonts/SourceSans3-Semibold.ttf"),
        Face::Serif => include_bytes!("../../assets/fonts/SourceSerif4-Regular.ttf"),
        Face::SerifItalic => include_bytes!("../../assets/fonts/SourceSerif4-It.ttf"),
        Face::Display => include_bytes!("../../assets/fonts/SourceSerif4Display-Regular.ttf"),
    }
}

/// Measures of a face.
#[must_use]
pub fn metrics(face: Face) -> Metrics {
    let font = &loaded(face).font;
    let found = font.metrics();
    let (ascent, descent) = found.hhea_line.map_or((0, 0), |line| {
        (line.ascender.to_i32(), line.descender.to_i32())
    });
    Metrics {
        ascent,
        descent,
        cap_height: found.cap_height.map_or(0, |height| height.to_i32()),
        x_height: found.x_height.map_or(0, |height| height.to_i32()),
        italic_angle: font
            .style_metrics()
            .italic_angle
            .map_or(0.0, skrifa::raw::types::Fixed::to_f64),
        bounds: [
            found.bounds.x_min.to_i32(),
            found.bounds.y_min.to_i32(),
            found.bounds.x_max.to_i32(),
            found.bounds.y_max.to_i32(),
        ],
    }
}

/// The box that a text's ink fills; `None` if nothing is painted.
#[must_use]
pub fn ink(text: &str, face: Face, size: Pt) -> Option<Ink> {
    let glyph_metrics = loaded(face).font.glyph_metrics();
    let mut pen = 0;
    let mut found: Option<[f64; 4]> = None;
    for glyph in shape_raw(text, face) {
        if let Some(extents) = glyph_metrics.extents(GlyphId::from(glyph.id))
            && glyph.id != 0
            && extents.width > 0.0
        {
            let left = f64::from(pen + glyph.x_offset) + f64::from(extents.x_bearing);
            let top = f64::from(glyph.y_offset) + f64::from(extents.y_bearing);
            let right = left + f64::from(extents.width);
            let bottom = top - f64::from(extents.height);
            let [l, r, t, b] = found.unwrap_or([left, right, top, bottom]);
            found = Some([l.min(left), r.max(right), t.max(top), b.min(bottom)]);
        }
        pen += glyph.advance;
    }
    let [left, right, top, bottom] = found?.map(|units| size * (units / UNITS_PER_EM));
    Some(Ink {
        left,
        right,
        top,
        bottom,
    })
}

/// Advance of a glyph when nothing is kerned, in font units.
#[must_use]
pub fn advance(face: Face, glyph: u16) -> i32 {
    loaded(face)
        .font
        .glyph_metrics()
        .h_advance_exact(GlyphId::from(glyph))
        .to_i32()
}

/// The glyph of a letter by itself; `None` where the face lacks it.
#[must_use]
pub fn nominal_glyph(letter: char, face: Face) -> Option<u16> {
    let glyph = loaded(face).font.charmap().map_unicode(letter)?;
    u16::try_from(glyph.to_u32()).ok().filter(|id| *id != 0)
}

/// Every letter of a face with its glyph, in the order of the letters.
#[must_use]
pub fn letters(face: Face) -> Vec<(char, u16)> {
    let mut found: Vec<(char, u16)> = loaded(face)
        .font
        .charmap()
        .unicodes()
        .filter_map(|(code, glyph)| {
            let id = u16::try_from(glyph.to_u32()).ok().filter(|id| *id != 0)?;
            Some((char::from_u32(code)?, id))
        })
        .collect();
    found.sort_unstable();
    found
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

/// Sum of font units as a length at a size.
#[must_use]
pub(crate) fn length(units: i32, size: Pt) -> Pt {
    size * (f64::from(units) / UNITS_PER_EM)
}

/// Shapes a text; clusters are byte offsets into it. Stretches of one script are shaped by themselves.
pub(crate) fn shape_raw(text: &str, face: Face) -> Vec<RawGlyph> {
    let face_loaded = loaded(face);
    let mut glyphs = Vec::with_capacity(text.len());
    let mut stretch_start = 0;
    let mut stretch_script = None;
    for (at, letter) in text.char_indices() {
        let Some(script) = Writing::of(letter) else {
            continue;
        };
        if let Some(before) = stretch_script
            && before != script
        {
            let stretch = text.get(stretch_start..at).unwrap_or_default();
            shape_stretch(face_loaded, before, stretch, stretch_start, &mut glyphs);
            stretch_start = at;
        }
        stretch_script = Some(script);
    }
    let stretch = text.get(stretch_start..).unwrap_or_default();
    let script = stretch_script.unwrap_or(Writing::Latin);
    shape_stretch(face_loaded, script, stretch, stretch_start, &mut glyphs);
    glyphs
}

/// Gives shaped glyphs their text. `start` is the byte at which `text` begins, in the count that the clusters use.
pub(crate) fn assemble(raw: &[RawGlyph], text: &str, start: usize, face: Face, size: Pt) -> Shaped {
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(raw.len());
    let mut units = 0;
    let mut clusters = raw.chunk_by(|a, b| a.cluster == b.cluster).peekable();
    while let Some(cluster) = clusters.next() {
        let from = cluster.first().map_or(start, |glyph| glyph.cluster) - start;
        let to = clusters
            .peek()
            .and_then(|next| next.first())
            .map_or(text.len(), |next| next.cluster - start);
        let letters: Vec<char> = text
            .get(from..to)
            .unwrap_or_default()
            .chars()
            .filter(|letter| !is_invisible(*letter))
            .collect();
        // A letter and its marks, each with a glyph of its own: each carries its own text, so that
        // the letter's glyph means the same wherever it stands.
        let one_each = cluster.len() == letters.len()
            && cluster
                .iter()
                .zip(&letters)
                .all(|(glyph, letter)| nominal_glyph(*letter, face) == Some(glyph.id));
        for (index, glyph) in cluster.iter().enumerate() {
            if glyph.id == 0 {
                continue;
            }
            let text = match (one_each, index) {
                (true, _) => letters.get(index).map(char::to_string),
                (false, 0) => Some(letters.iter().collect()),
                (false, _) => None,
            };
            units += glyph.advance;
            glyphs.push(Glyph {
                id: glyph.id,
                advance: glyph.advance,
                x_offset: glyph.x_offset,
                y_offset: glyph.y_offset,
                text: text.unwrap_or_default(),
            });
        }
    }
    Shaped {
        face,
        size,
        glyphs,
        width: length(units, size),
    }
}

/// The scripts that the built-in faces cover.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    Latin,
    Greek,
    Cyrillic,
}

impl Writing {
    /// The script of a letter; `None` for what belongs to every script.
    const fn of(letter: char) -> Option<Self> {
        match letter {
            'A'..='Z'
            | 'a'..='z'
            | '\u{AA}'
            | '\u{BA}'
            | '\u{C0}'..='\u{2AF}'
            | '\u{1E00}'..='\u{1EFF}' => Some(Self::Latin),
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Some(Self::Greek),
            '\u{400}'..='\u{52F}' => Some(Self::Cyrillic),
            _ => None,
        }
    }

    const fn tag(self) -> Script {
        match self {
            Self::Latin => Script::LATIN,
            Self::Greek => Script::GREEK,
            Self::Cyrillic => Script::CYRILLIC,
        }
    }
}

/// A face, parsed, and its shaping plans as they are first needed.
struct Loaded {
    font: Font,
    features: Vec<Feature>,
    plans: [OnceLock<ShapePlan>; 3],
}

impl Loaded {
    fn plan(&self, writing: Writing) -> &ShapePlan {
        let [latin, greek, cyrillic] = &self.plans;
        let slot = match writing {
            Writing::Latin => latin,
            Writing::Greek => greek,
            Writing::Cyrillic => cyrillic,
        };
        slot.get_or_init(|| {
            ShapePlan::new(
                &self.font,
                Direction::LeftToRight,
                Some(writing.tag()),
                None,
                &self.features,
            )
        })
    }
}

fn loaded(face: Face) -> &'static Loaded {
    static FACES: [OnceLock<Loaded>; 5] = [const { OnceLock::new() }; 5];
    let [sans, semibold, serif, italic, display] = &FACES;
    let slot = match face {
        Face::Sans => sans,
        Face::SansSemibold => semibold,
        Face::Serif => serif,
        Face::SerifItalic => italic,
        Face::Display => display,
    };
    slot.get_or_init(|| load(face))
}

#[expect(
    clippy::expect_used,
    reason = "the bytes are compiled in; a test parses every face"
)]
fn load(face: Face) -> Loaded {
    let features = if face.is_serif() {
        vec![Feature::new(Tag::new(b"tnum"), 1, ..)]
    } else {
        Vec::new()
    };
    Loaded {
        font: Font::new(data(face), 0).expect("a built-in face is a font"),
        features,
        plans: [const { OnceLock::new() }; 3],
    }
}

/// Shapes one stretch of one script; clusters count from `offset`.
fn shape_stretch(
    face: &Loaded,
    writing: Writing,
    text: &str,
    offset: usize,
    glyphs: &mut Vec<RawGlyph>,
) {
    let mut buffer = Buffer::new();
    for (at, letter) in text.char_indices() {
        if let (false, Ok(cluster)) = (letter.is_control(), u32::try_from(offset + at)) {
            buffer.push(u32::from(letter), cluster);
        }
    }
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(Some(writing.tag()));
    buffer.set_flags(
        BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE,
    );
    let options = ShapeOptions::new()
        .plan(Some(face.plan(writing)))
        .features(&face.features);
    let shaper = ShaperFont::new(&face.font);
    if harfrust::shape(&shaper, &mut buffer, options).is_err() {
        return;
    }
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let (Ok(id), Ok(cluster)) = (u16::try_from(info.glyph_id), usize::try_from(info.cluster))
        else {
            continue;
        };
        glyphs.push(RawGlyph {
            id,
            advance: if id == 0 { 0 } else { position.x_advance },
            x_offset: position.x_offset,
            y_offset: position.y_offset,
            cluster,
            unsafe_to_break: info.unsafe_to_break(),
        });
    }
}
