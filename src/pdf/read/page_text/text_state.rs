//! The pen that shows text: where it stands, and when a new word or line begins (ISO 32000-1, 9.3 and 9.4).
//!
//! In: text operators' numbers and shown strings. Out: text with words apart and lines ended.
//! Never: sorts; the order is that of the stream.

use std::rc::Rc;

use super::font::Font;
use super::matrix::Matrix;

/// A gap of this part of the font size is a space.
const WORD_GAP: f64 = 0.18;
/// A shift of this part of the font size across the line is a new line.
const LINE_GAP: f64 = 0.35;

/// What `q` saves and `Q` brings back.
#[derive(Clone)]
pub(super) struct TextState {
    pub(super) ctm: Matrix,
    pub(super) font: Option<Rc<Font>>,
    pub(super) font_size: f64,
    pub(super) char_spacing: f64,
    pub(super) word_spacing: f64,
    /// As a factor: 1 is not scaled.
    pub(super) scaling: f64,
    pub(super) leading: f64,
}

impl TextState {
    /// As at the beginning of a page.
    pub(super) const fn new(ctm: Matrix) -> Self {
        Self {
            ctm,
            font: None,
            font_size: 0.0,
            char_spacing: 0.0,
            word_spacing: 0.0,
            scaling: 1.0,
            leading: 0.0,
        }
    }
}

/// The text so far, and where its last glyph ended.
pub(super) struct Pen {
    pub(super) text: String,
    line: Matrix,
    place: Matrix,
    ended: Option<(f64, f64)>,
}

impl Pen {
    /// Nothing shown.
    pub(super) const fn new() -> Self {
        Self {
            text: String::new(),
            line: Matrix::IDENTITY,
            place: Matrix::IDENTITY,
            ended: None,
        }
    }

    /// `BT`, `Tm`.
    pub(super) const fn set(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.place = matrix;
    }

    /// `Td`.
    pub(super) fn move_line(&mut self, x: f64, y: f64) {
        self.set(Matrix::shift(x, y).then(self.line));
    }

    /// A number in `TJ`.
    pub(super) fn adjust(&mut self, thousandths: f64, state: &TextState) {
        let shift = -thousandths / 1000.0 * state.font_size * state.scaling;
        self.place = Matrix::shift(shift, 0.0).then(self.place);
    }

    /// `Tj`; at most `room` bytes of text are kept.
    pub(super) fn show(&mut self, shown: &[u8], state: &TextState, room: usize) {
        let Some(font) = state.font.as_deref() else {
            return;
        };
        self.begin(state);
        for glyph in font.glyphs(shown) {
            if self.text.len() < room {
                self.text.push_str(&glyph.text);
            }
            let spacing = state.char_spacing
                + if glyph.is_space {
                    state.word_spacing
                } else {
                    0.0
                };
            let advance = (glyph.width / 1000.0 * state.font_size + spacing) * state.scaling;
            self.place = Matrix::shift(advance, 0.0).then(self.place);
        }
        self.ended = Some(self.place.then(state.ctm).origin());
    }

    /// Puts a space or a line end between what was shown and what is going to be.
    fn begin(&mut self, state: &TextState) {
        let Some((x, y)) = self.ended else {
            return;
        };
        let at = self.place.then(state.ctm);
        let along = at.a.hypot(at.b);
        let size = (state.font_size * at.c.hypot(at.d)).abs();
        if along == 0.0
            || size == 0.0
            || self.text.is_empty()
            || self.text.ends_with(char::is_whitespace)
        {
            return;
        }
        let (to_x, to_y) = at.origin();
        let (dx, dy) = (to_x - x, to_y - y);
        let gap = (dx * at.a + dy * at.b) / along / size;
        let across = (dy * at.a - dx * at.b) / along / size;
        if across.abs() > LINE_GAP {
            self.text.push('\n');
        } else if !(-1.0..=WORD_GAP).contains(&gap) {
            self.text.push(' ');
        }
    }
}
