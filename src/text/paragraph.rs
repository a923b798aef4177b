//! A paragraph shaped once, so that any number of line breaks can be tried on it.
//!
//! In: styled runs. Out: the width between any two places, and the glyphs of the lines in the end.
//! Never: decides where a line ends.
//!
//! The shaper says at which clusters a break would change a glyph (a kern or ligature across it). Everywhere else a line's glyphs are
//! cut out of the paragraph's; where it would, the line's stretch is shaped again, so what is measured is what is painted.

use std::borrow::Cow;

use crate::geometry::Pt;

use super::coverage::{FALLBACK_SCALE, covers, fallback};
use super::font::{Face, RawGlyph, assemble, length, shape_raw};
use super::wrap::{Line, Piece, StyledRun};

/// A shaped paragraph.
pub(super) struct Paragraph<'a> {
    text: Cow<'a, str>,
    stretches: Vec<Stretch>,
}

/// A stretch of one run and one face.
struct Stretch {
    run: usize,
    face: Face,
    size: Pt,
    /// First byte in the paragraph.
    start: usize,
    /// One past its last byte.
    end: usize,
    /// Glyphs; clusters count from `start`.
    glyphs: Vec<RawGlyph>,
    /// Advance before each glyph, and after the last.
    pen: Vec<i32>,
}

impl<'a> Paragraph<'a> {
    /// Shapes runs; with `mend`, words with letters that a face lacks go to its fallback.
    pub(super) fn shape(runs: &'a [StyledRun], mend: bool) -> Self {
        let text = match runs {
            [only] => Cow::Borrowed(only.text.as_str()),
            _ => Cow::Owned(runs.iter().map(|run| run.text.as_str()).collect()),
        };
        let mut stretches = Vec::with_capacity(runs.len());
        let mut start = 0;
        for (index, run) in runs.iter().enumerate() {
            let end = start + run.text.len();
            match fallback(run.face).filter(|_| mend && !covers(&run.text, run.face)) {
                None => {
                    stretches.extend(Stretch::new(&text, index, run.face, run.size, start..end))
                }
                Some(other) => {
                    shape_by_words(&text, index, run, other, start, &mut stretches);
                }
            }
            start = end;
        }
        Self { text, stretches }
    }

    /// The whole text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether a line must end at a place: after a line feed or its like.
    pub(super) fn must_end_at(&self, place: usize) -> bool {
        self.text.get(..place).is_some_and(|before| {
            before.ends_with([
                '\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}',
            ])
        })
    }

    /// Width of a line from one place to another, spaces at its end not counted.
    pub(super) fn width(&self, start: usize, end: usize) -> Pt {
        let line = self.text.get(start..end).unwrap_or_default();
        let inked = start + line.trim_end().len();
        self.stretches
            .iter()
            .filter(|stretch| stretch.start < inked && stretch.end > start)
            .map(|stretch| {
                stretch.width(
                    &self.text,
                    start.max(stretch.start),
                    inked.min(stretch.end),
                    end,
                )
            })
            .sum()
    }

    /// The lines that end at the given places.
    pub(super) fn lines(&self, ends: &[usize]) -> Vec<Line> {
        let mut start = 0;
        let mut lines = Vec::with_capacity(ends.len());
        for end in ends.iter().copied() {
            lines.push(self.line(start, end));
            start = end;
        }
        lines
    }

    fn line(&self, start: usize, end: usize) -> Line {
        let mut x = Pt(0.0);
        let mut pieces = Vec::new();
        for stretch in &self.stretches {
            let (from, to) = (start.max(stretch.start), end.min(stretch.end));
            if from >= to {
                continue;
            }
            let text = self.text.get(from..to).unwrap_or_default();
            let shaped = match stretch.slice(from, to) {
                Some(range) => assemble(
                    stretch.glyphs.get(range).unwrap_or_default(),
                    text,
                    from,
                    stretch.face,
                    stretch.size,
                ),
                None => super::font::shape(text, stretch.face, stretch.size),
            };
            if shaped.glyphs.is_empty() {
                continue;
            }
            let width = shaped.width;
            pieces.push(Piece {
                shaped,
                x,
                run: stretch.run,
            });
            x = x + width;
        }
        Line {
            pieces,
            width: self.width(start, end),
        }
    }
}

impl Stretch {
    fn new(
        text: &str,
        run: usize,
        face: Face,
        size: Pt,
        range: std::ops::Range<usize>,
    ) -> Option<Self> {
        let stretch = text.get(range.clone()).filter(|text| !text.is_empty())?;
        let mut glyphs = shape_raw(stretch, face);
        let mut pen = Vec::with_capacity(glyphs.len() + 1);
        let mut advanced = 0;
        for glyph in &mut glyphs {
            glyph.cluster += range.start;
            pen.push(advanced);
            advanced += glyph.advance;
        }
        pen.push(advanced);
        Some(Self {
            run,
            face,
            size,
            start: range.start,
            end: range.end,
            glyphs,
            pen,
        })
    }

    /// Index of the first glyph at or after a place, and whether the text may be cut there without changing a glyph.
    fn cut(&self, place: usize) -> (usize, bool) {
        let index = self.glyphs.partition_point(|glyph| glyph.cluster < place);
        let is_clean = match self.glyphs.get(index) {
            None => place >= self.end || self.glyphs.is_empty(),
            Some(glyph) => {
                place <= self.start || (glyph.cluster == place && !glyph.unsafe_to_break)
            }
        };
        (index, is_clean)
    }

    /// The glyphs between two places, if they are the same as when shaped alone.
    fn slice(&self, from: usize, to: usize) -> Option<std::ops::Range<usize>> {
        let ((first, first_is_clean), (last, last_is_clean)) = (self.cut(from), self.cut(to));
        (first_is_clean && last_is_clean).then_some(first..last)
    }

    /// Width between two places of a line; the line's own end says what the last glyph stands beside.
    fn width(&self, text: &str, from: usize, inked: usize, line_end: usize) -> Pt {
        let to = line_end.min(self.end);
        let units = match self.slice(from, to) {
            Some(range) => {
                let last = self.cut(inked).0.min(range.end);
                match (self.pen.get(range.start), self.pen.get(last)) {
                    (Some(left), Some(right)) => right - left,
                    _ => 0,
                }
            }
            None => shape_raw(text.get(from..to).unwrap_or_default(), self.face)
                .iter()
                .filter(|glyph| from + glyph.cluster < inked)
                .map(|glyph| glyph.advance)
                .sum(),
        };
        length(units, self.size)
    }
}

/// Shapes a run whose face lacks some of its letters: each word with such a letter in the fallback, the rest together.
fn shape_by_words(
    text: &str,
    index: usize,
    run: &StyledRun,
    other: Face,
    start: usize,
    stretches: &mut Vec<Stretch>,
) {
    let mut at = start;
    for word in run.text.split_inclusive(char::is_whitespace) {
        let end = at + word.len();
        let lettered = at + word.trim_end().len();
        if covers(word, run.face) {
            match stretches
                .last()
                .map(|last| (last.run, last.face, last.start))
            {
                Some((last_run, face, from)) if last_run == index && face == run.face => {
                    stretches.pop();
                    stretches.extend(Stretch::new(text, index, face, run.size, from..end));
                }
                _ => stretches.extend(Stretch::new(text, index, run.face, run.size, at..end)),
            }
        } else {
            let size = run.size * FALLBACK_SCALE;
            stretches.extend(Stretch::new(text, index, other, size, at..lettered));
            stretches.extend(Stretch::new(text, index, run.face, run.size, lettered..end));
        }
        at = end;
    }
}

/// Whether two letters stand right before the last character of `before`, and two at the start of `after`.
pub(super) fn has_two_letters_at_each_side(before: &str, after: &str) -> bool {
    let are_letters = |letters: &mut dyn Iterator<Item = char>| {
        let mut count = 0;
        for letter in letters.take(2) {
            count += usize::from(letter.is_alphabetic());
        }
        count == 2
    };
    are_letters(&mut before.chars().rev().skip(1)) && are_letters(&mut after.chars())
}
