//! The faces as they are embedded: cut down once to every glyph of a document.
//!
//! In: a layout. Out: for each face in use its subset, new glyph numbers, widths, and what each glyph says.
//! Never: paints.
//!
//! A glyph can say one thing only in a PDF (`/ToUnicode`, ISO 32000-1, 9.10.3), though one glyph may stand for several letters: a space and a
//! no-break space, a hyphen and a no-break hyphen, a Greek mu and a micro sign. So what each glyph says is settled here, before anything is written:
//! what it stands for in this document, and of several letters the plain one.

use std::collections::BTreeMap;

use printpdf::{FontId, FontMetrics, ParsedFont, PdfFont, PdfFontMetricsStub};

use crate::layout::page::{Drawing, Item, Layout, Page};
use crate::text::font::{Face, Subset, advance, metrics, subset};

use crate::pdf::write::Error;

/// The faces of one document.
pub(super) struct Fonts {
    faces: BTreeMap<Face, Embedded>,
}

/// One face, cut down.
pub(super) struct Embedded {
    subset: Subset,
    glyphs: BTreeMap<u16, EmbeddedGlyph>,
}

/// One glyph of a subset.
pub(super) struct EmbeddedGlyph {
    /// Its number in the subset.
    pub(super) id: u16,
    /// Its width in font units, as in `/W`.
    pub(super) width: i32,
    /// What it says when it is copied or read aloud.
    pub(super) text: String,
}

impl Fonts {
    /// Gathers every glyph of a layout and cuts the faces down to them.
    ///
    /// # Errors
    ///
    /// [`Error::NoGlyph`] for a glyph that stands for a missing letter, [`Error::Content`] if a glyph is not in its face.
    pub(super) fn of(layout: &Layout) -> Result<Self, Error> {
        let mut used: BTreeMap<Face, BTreeMap<u16, String>> = BTreeMap::new();
        for (page, item) in (1..).zip(&layout.pages).flat_map(on_page) {
            let Drawing::Text(run) = &item.drawing else {
                continue;
            };
            let glyphs = used.entry(run.shaped.face).or_default();
            for glyph in &run.shaped.glyphs {
                if glyph.id == 0 {
                    let letter = glyph.text.chars().next();
                    let letter = letter.unwrap_or(char::REPLACEMENT_CHARACTER);
                    return Err(Error::NoGlyph { page, letter });
                }
                match glyphs.get_mut(&glyph.id) {
                    None => {
                        glyphs.insert(glyph.id, glyph.text.clone());
                    }
                    Some(text) if is_plainer(&glyph.text, text) => text.clone_from(&glyph.text),
                    Some(_) => {}
                }
            }
        }
        let faces = used
            .into_iter()
            .map(|(face, glyphs)| Ok((face, embed(face, glyphs)?)))
            .collect::<Result<_, Error>>()?;
        Ok(Self { faces })
    }

    /// A glyph of a face, by its number in the whole face.
    pub(super) fn glyph(&self, face: Face, id: u16) -> Option<&EmbeddedGlyph> {
        self.faces.get(&face)?.glyphs.get(&id)
    }

    /// The faces as printpdf takes them, by resource name.
    pub(super) fn resources(&self) -> BTreeMap<FontId, PdfFont> {
        self.faces
            .iter()
            .map(|(face, embedded)| {
                let font = PdfFont::new(parsed(*face, embedded));
                (FontId(resource_name(*face).to_owned()), font)
            })
            .collect()
    }
}

/// A page's items, each with the page's number.
fn on_page((number, page): (usize, &Page)) -> impl Iterator<Item = (usize, &Item)> {
    page.items.iter().map(move |item| (number, item))
}

/// The name of a face in every page's `/Font` resources.
pub(super) const fn resource_name(face: Face) -> &'static str {
    match face {
        Face::Sans => "WbPageSans",
        Face::SansSemibold => "WbPageSemibold",
        Face::Serif => "WbPageSerif",
        Face::SerifItalic => "WbPageItalic",
        Face::Display => "WbPageDisplay",
    }
}

/// Letters that a built-in face paints with the glyph of a plainer letter, and that letter.
const SAME_GLYPH: [(char, char); 11] = [
    ('\u{A0}', ' '),
    ('\u{AD}', '-'),
    ('\u{2010}', '-'),
    ('\u{2011}', '-'),
    ('\u{B5}', '\u{3BC}'),
    ('\u{2BB}', '\u{2018}'),
    ('\u{2BC}', '\u{2019}'),
    ('\u{202F}', '\u{2009}'),
    ('\u{2126}', '\u{3A9}'),
    ('\u{2206}', '\u{394}'),
    ('\u{2215}', '\u{2044}'),
];

/// Whether a text is the better one for a glyph that stands for both.
fn is_plainer(text: &str, than: &str) -> bool {
    if text == than || text.is_empty() {
        return false;
    }
    if than.is_empty() {
        return true;
    }
    let is_odd = |text: &str| SAME_GLYPH.iter().any(|(odd, _)| text.starts_with(*odd));
    (is_odd(text), text.chars().count(), text) < (is_odd(than), than.chars().count(), than)
}

fn embed(face: Face, used: BTreeMap<u16, String>) -> Result<Embedded, Error> {
    let subset = subset(face, used.keys().copied()).ok_or(Error::Content {
        reason: "a face could not be cut down to its glyphs",
    })?;
    let mut glyphs = BTreeMap::new();
    for (old, text) in used {
        let id = *subset.glyphs.get(&old).ok_or(Error::Content {
            reason: "a glyph is missing from the face it was shaped in",
        })?;
        let width = advance(face, old);
        glyphs.insert(old, EmbeddedGlyph { id, width, text });
    }
    Ok(Embedded { subset, glyphs })
}

fn parsed(face: Face, embedded: &Embedded) -> ParsedFont {
    let measures = metrics(face);
    let small = |units: i32| i16::try_from(units).unwrap_or_default();
    let widths = embedded
        .glyphs
        .values()
        .map(|glyph| (glyph.id, u16::try_from(glyph.width).unwrap_or_default()))
        .collect();
    let mut font = ParsedFont::with_glyph_data(
        embedded.subset.bytes.clone(),
        0,
        Some(format!("{}+{}", tag(embedded), face.post_script_name())),
        BTreeMap::new(),
        widths,
        1000,
        FontMetrics {
            ascent: small(measures.ascent),
            descent: small(measures.descent),
        },
    );
    let [x_min, y_min, x_max, y_max] = measures.bounds.map(small);
    // The slant as a slope: 1000 up and so many across.
    let slope = (-measures.italic_angle).to_radians().tan() * 1000.0;
    font.pdf_font_metrics = PdfFontMetricsStub {
        units_per_em: 1000,
        x_min,
        y_min,
        x_max,
        y_max,
        caret_slope_rise: 1000,
        caret_slope_run: (0..1000)
            .find(|run| f64::from(*run) >= slope.round())
            .unwrap_or_default(),
        us_weight_class: match face {
            Face::SansSemibold => 600,
            Face::Sans | Face::Serif | Face::SerifItalic | Face::Display => 400,
        },
    };
    font
}

/// Six capitals that name a subset (ISO 32000-1, 9.6.4), made from its glyphs so that they do not change from run to run.
fn tag(embedded: &Embedded) -> String {
    let mut sum: u32 = 0x811C_9DC5;
    for id in embedded.glyphs.keys() {
        sum = (sum ^ u32::from(*id)).wrapping_mul(0x0100_0193);
    }
    let mut letters = String::with_capacity(6);
    for _ in 0..6 {
        let letter = u8::try_from(sum % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        sum /= 26;
    }
    letters
}
