//! Breaking text into lines on shaped widths.
//!
//! In: runs of styled text and the width of a column. Out: lines of shaped pieces, each with its place on the line.
//! Never: hyphenates, justifies, or knows where on a page a line stands.
//!
//! Lines are filled greedily. Where a line may end is UAX #14's business (`icu_segmenter`, Unicode 15.1), narrowed in one way: "and/or", "24/7",
//! "10-15" and "e-mail" stay whole; a hyphen or dash ends a line only between two letters on either side. A word wider than its column breaks at
//! any place that UAX #14 allows, a hyphen or slash among them, and failing that between any two graphemes.
//! Spaces at a line's end hang: they are kept as text, so that words stay apart when a reader copies them, and do not count as width.

use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed, options::LineBreakOptions};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::geometry::Pt;

use super::font::{Face, Shaped};
use super::paragraph::{Paragraph, has_two_letters_at_each_side};

/// Text of one style within a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct StyledRun {
    /// The text; a line feed ends a line.
    pub text: String,
    /// Its face.
    pub face: Face,
    /// Its size.
    pub size: Pt,
    /// Which colour, in the caller's own count.
    pub color_key: u8,
    /// Where it leads, if it is a link.
    pub link: Option<String>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its pieces, from left to right.
    pub pieces: Vec<Piece>,
    /// Width without the spaces at its end.
    pub width: Pt,
}

/// Text of one run and one face on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Its glyphs; spaces at the line's end are among them.
    pub shaped: Shaped,
    /// Distance from the line's left end.
    pub x: Pt,
    /// Index of its [`StyledRun`].
    pub run: usize,
}

/// How far a paragraph may be narrowed for the sake of its last line (`DESIGN.md`, "Type").
const NARROWEST: f64 = 0.84;
/// Step in which it is narrowed, in points.
const STEP: f64 = 3.0;
/// A last line of one word with fewer letters than this is too short.
const SHORT_WORD: usize = 8;

/// Breaks printed text into lines no wider than `width`; no lines for no text.
///
/// A word with a letter that a serif face lacks is set in the sans ([`super::coverage`]). When the last line is one word of fewer than 8 letters, the
/// paragraph is narrowed until two words stand there, by at most 16 %, unless that adds a line.
#[must_use]
pub fn wrap(runs: &[StyledRun], width: Pt) -> Vec<Line> {
    let paragraph = Paragraph::shape(runs, true);
    let places = Places::printed(paragraph.text());
    let ends = break_lines(&paragraph, &places, width);
    let ends = mend_last_line(&paragraph, &places, width, ends);
    paragraph.lines(&ends)
}

/// Breaks a typed answer into lines no wider than `width`: Source Sans, line ends kept, a word wider than the column broken anywhere.
#[must_use]
pub fn wrap_typed(text: &str, size: Pt, width: Pt) -> Vec<Line> {
    let run = StyledRun {
        text: text.replace("\r\n", "\n").replace('\r', "\n"),
        face: Face::Sans,
        size,
        color_key: 0,
        link: None,
    };
    let ends_open = run.text.ends_with('\n');
    let paragraph = Paragraph::shape(std::slice::from_ref(&run), false);
    let places = Places::typed(paragraph.text());
    let mut lines = paragraph.lines(&break_lines(&paragraph, &places, width));
    if ends_open {
        lines.push(Line {
            pieces: Vec::new(),
            width: Pt(0.0),
        });
    }
    lines
}

/// Where the lines of a text may end.
struct Places {
    /// Where any line may end: byte offsets, rising, the text's end the last.
    usual: Vec<usize>,
    /// Where a line may end within a word wider than the column; holds `usual`.
    within_words: Vec<usize>,
}

impl Places {
    fn typed(text: &str) -> Self {
        let usual: Vec<usize> = segmenter()
            .segment_str(text)
            .filter(|place| *place > 0)
            .collect();
        Self {
            within_words: usual.clone(),
            usual,
        }
    }

    fn printed(text: &str) -> Self {
        let within_words = Self::typed(text)
            .usual
            .into_iter()
            .filter(|place| !text.get(..*place).is_some_and(|t| t.ends_with('\u{AD}')))
            .collect::<Vec<_>>();
        let usual = within_words
            .iter()
            .copied()
            .filter(|place| is_usual(text, *place))
            .collect();
        Self {
            usual,
            within_words,
        }
    }
}

/// Whether a place that UAX #14 allows is one that a careful compositor would use without need.
fn is_usual(text: &str, place: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..place), text.get(place..)) else {
        return false;
    };
    match before.chars().next_back() {
        Some('/') => after.is_empty(),
        Some('-' | '\u{2010}' | '\u{2012}' | '\u{2013}') => {
            after.is_empty() || has_two_letters_at_each_side(before, after)
        }
        _ => true,
    }
}

fn segmenter() -> LineSegmenterBorrowed<'static> {
    LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default())
}

/// Byte offsets at which lines end.
fn break_lines(paragraph: &Paragraph<'_>, places: &Places, width: Pt) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    while start < paragraph.text().len() {
        let end = line_end(paragraph, places, start, width);
        ends.push(end);
        start = end;
    }
    ends
}

/// Where the line that begins at `start` ends.
///
/// Looks no further than a line can reach, so that a word of a million letters takes a million steps and not their square.
fn line_end(paragraph: &Paragraph<'_>, places: &Places, start: usize, width: Pt) -> usize {
    let reach = Reach::of(paragraph, start, width);
    let fits = |end: usize| reach.holds(end);
    let stops = |end: usize| paragraph.must_end_at(end);
    let (best, next) = furthest(after(&places.usual, start), fits, stops);
    // The word that did not fit on this line may be wider than any line.
    let word_start = best.unwrap_or(start);
    let is_too_wide = next.is_some_and(|end| !Reach::of(paragraph, word_start, width).holds(end));
    if let (Some(best), false) = (best, is_too_wide) {
        return best;
    }
    let (within, _) = furthest(after(&places.within_words, start), fits, stops);
    if let Some(end) = within.max(best) {
        return end;
    }
    let limit = after(&places.within_words, start).next();
    let limit = limit.unwrap_or(paragraph.text().len());
    let letters = || grapheme_ends(paragraph.text(), start, limit);
    let (anywhere, _) = furthest(letters(), fits, |_| false);
    anywhere.or_else(|| letters().next()).unwrap_or(limit)
}

/// What a line that begins at a place can hold.
struct Reach<'a, 'b> {
    paragraph: &'a Paragraph<'b>,
    start: usize,
    most: Pt,
    /// A place at which the line is too wide already, if one was found: nothing behind it is measured.
    limit: Option<usize>,
}

impl<'a, 'b> Reach<'a, 'b> {
    fn of(paragraph: &'a Paragraph<'b>, start: usize, width: Pt) -> Self {
        /// Bytes, more than most lines hold.
        const FAR: usize = 256;
        let most = width + Pt(1e-6);
        let text = paragraph.text();
        let far = text.floor_char_boundary(start + FAR);
        let is_too_wide = far < text.len() && paragraph.width(start, far) > most;
        Self {
            paragraph,
            start,
            most,
            limit: is_too_wide.then_some(far),
        }
    }

    fn holds(&self, end: usize) -> bool {
        let is_near = self.limit.is_none_or(|limit| end <= limit);
        is_near && self.paragraph.width(self.start, end) <= self.most
    }
}

/// The places after one, in order.
fn after(places: &[usize], start: usize) -> impl Iterator<Item = usize> {
    let first = places.partition_point(|place| *place <= start);
    places.iter().copied().skip(first)
}

/// Where graphemes end between two places.
fn grapheme_ends(text: &str, start: usize, end: usize) -> impl Iterator<Item = usize> {
    let word = text.get(start..end).unwrap_or_default();
    word.grapheme_indices(true)
        .map(move |(at, grapheme)| start + at + grapheme.len())
}

/// The furthest place that fits, no further than the first at which a line must end; and the first that does not fit.
fn furthest(
    places: impl Iterator<Item = usize>,
    fits: impl Fn(usize) -> bool,
    stops: impl Fn(usize) -> bool,
) -> (Option<usize>, Option<usize>) {
    let mut best = None;
    for place in places {
        if !fits(place) {
            return (best, Some(place));
        }
        best = Some(place);
        if stops(place) {
            break;
        }
    }
    (best, None)
}

/// Narrows a paragraph whose last line is one short word, so that two words stand there.
fn mend_last_line(
    paragraph: &Paragraph<'_>,
    places: &Places,
    width: Pt,
    ends: Vec<usize>,
) -> Vec<usize> {
    let mut narrower = width - Pt(STEP);
    while is_short(paragraph, &ends) && narrower >= width * NARROWEST {
        let tried = break_lines(paragraph, places, narrower);
        if tried.len() > ends.len() {
            break;
        }
        if !is_short(paragraph, &tried) {
            return tried;
        }
        narrower = narrower - Pt(STEP);
    }
    ends
}

/// Whether the last of several lines is one word of few letters.
fn is_short(paragraph: &Paragraph<'_>, ends: &[usize]) -> bool {
    let [.., start, end] = ends else {
        return false;
    };
    if paragraph.must_end_at(*start) {
        return false;
    }
    let line = paragraph.text().get(*start..*end).unwrap_or_default();
    let mut words = line.split_whitespace();
    match (words.next(), words.next()) {
        (Some(word), None) => {
            word.chars()
                .filter(|letter| letter.is_alphanumeric())
                .count()
                < SHORT_WORD
        }
        (Some(_), Some(_)) | (None, _) => false,
    }
}
