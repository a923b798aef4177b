//! Whether a typed text fits its box, so that a printed page shows all of it.
//!
//! In: where the boxes were put, and what was typed. Out: yes or no. Never: cuts anything; the text is whole in the answers.
//!
//! Measured with our own face at the size and line distance that the field asks for, inside the 2 points that readers leave free at each side
//! of a widget. Readers differ by a few letters a line, so a text that just fits here may just not fit there.

use std::collections::BTreeMap;

use crate::confidential::CandidateText;
use crate::diagnostic::{Code, Diagnostic};
use crate::geometry::{Pt, Rect};
use crate::layout::Layout;
use crate::plan::field::{Field, FieldIndex, Input};
use crate::responses::Response;
use crate::text::{Face, coverage, wrap};

use super::assessment::Item;
use super::evidence::place;

/// Room that readers leave free at each side of a widget.
const INSET: Pt = Pt(2.0);
/// Line distance as a multiple of the text's size.
const LINE_DISTANCE: f64 = 1.4;
/// More characters than any page holds: not measured.
const MOST_CHARACTERS: usize = 20_000;
/// Stands for a letter that our face lacks, which readers take from another: wide, and a line may end on either side of it.
const STAND_IN: char = '\u{2014}';

/// Where the boxes were put, and the size of their text, in each print that a form is made in.
#[derive(Clone, Debug, Default)]
pub struct Boxes {
    prints: Vec<BTreeMap<FieldIndex, (Rect, Pt)>>,
}

impl Boxes {
    /// Takes the boxes of a form's layouts, the usual one first.
    #[must_use]
    pub fn new(layouts: &[Layout]) -> Self {
        let placed = |layout: &Layout| {
            let fields = layout.pages.iter().flat_map(|page| &page.fields);
            let placed = fields.map(|field| (field.field, (field.rect, field.text_size)));
            placed.collect()
        };
        Self {
            prints: layouts.iter().map(placed).collect(),
        }
    }

    /// The boxes of the print that a copy is in: those that are as wide as its widgets, or most nearly.
    pub(super) fn of_copy(&self, responses: &[Response]) -> Print<'_> {
        let off = |boxes: &&BTreeMap<FieldIndex, (Rect, Pt)>| -> f64 {
            let differences = responses.iter().filter_map(|response| {
                let (rect, _) = boxes.get(&response.field)?;
                Some((rect.width.0 - response.width?).abs())
            });
            differences.sum()
        };
        // The first of those that are equally near.
        let nearest = self
            .prints
            .iter()
            .min_by(|one, other| off(one).total_cmp(&off(other)));
        Print(nearest)
    }
}

/// The boxes of one print.
#[derive(Clone, Copy)]
pub(super) struct Print<'a>(Option<&'a BTreeMap<FieldIndex, (Rect, Pt)>>);

impl Print<'_> {
    /// Whether a typed text fits; `None` for what is not typed, or has no box.
    pub(super) fn fits(
        &self,
        field: FieldIndex,
        asked: &Field,
        value: &CandidateText,
    ) -> Option<bool> {
        let is_one_line = match asked.input {
            Input::Line => true,
            Input::Lines | Input::Page => false,
            Input::Choice(_) | Input::Tick | Input::Signature | Input::Identity(_) => return None,
        };
        let (rect, size) = *self.0?.get(&field)?;
        if value.char_count() > MOST_CHARACTERS {
            return Some(false);
        }
        let inside = rect.inset(INSET, INSET, INSET, INSET);
        let text = with_stand_ins(value.reveal().trim_end());
        let lines = wrap::wrap_typed(&text, size, inside.width).len();
        Some(if is_one_line {
            lines <= 1
        } else {
            needed_height(lines, size) <= inside.height
        })
    }
}

/// Height of some lines: whole lines, the last without the room below it.
fn needed_height(lines: usize, size: Pt) -> Pt {
    let lines = u32::try_from(lines).unwrap_or(u32::MAX);
    let between = f64::from(lines.saturating_sub(1)) * LINE_DISTANCE;
    if lines == 0 {
        Pt(0.0)
    } else {
        size * (between + 1.0)
    }
}

/// The text with each letter that our face lacks replaced by one that is as wide as letters get.
fn with_stand_ins(text: &str) -> String {
    text.chars()
        .map(|letter| {
            if coverage::has(letter, Face::Sans) || letter.is_whitespace() {
                letter
            } else {
                STAND_IN
            }
        })
        .collect()
}

/// A finding about a text that does not fit.
pub(super) fn told(item: &Item<'_>) -> Option<Diagnostic> {
    (item.facts.fits == Some(false)).then(|| {
        let message = "the text is longer than its box, so a printed page does not show all of it";
        Diagnostic::note(Code::A001, place(item), message)
            .help("nothing is lost: the answers hold the whole text")
    })
}
