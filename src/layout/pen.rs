//! A copy to be written on by hand: boxes and ticks in place of fields.
//!
//! In: a question and the area that its field would have. Out: what a pen needs, as page content. Never: places a field.

use crate::geometry::{Pt, Rect};
use crate::plan::Plan;
use crate::plan::field::{Field, Input, Options};

use super::compose::Composer;
use super::measure::{block, number, one_line};
use super::page::{Drawing, ElementIndex, Role};
use super::theme::Theme;

/// More entries than these are written into a box.
pub(super) const MOST_TICKS: usize = 4;
/// From one tick to the next.
const STEP: Pt = Pt(20.0);
/// Words beside a tick, from its left edge; their baseline below its upper edge.
const WORDS: Pt = Pt(24.0);
const BASELINE: Pt = Pt(12.0);
/// Writing lines stay so far from the sides of their box, and from its foot.
const LINE_INSET: Pt = Pt(6.0);
const ABOVE_FOOT: Pt = Pt(4.0);
/// Width of a writing line.
const LINE_WIDTH: Pt = Pt(0.4);

/// How many ticks a choice is drawn as; `None` where it is a drop-down, or has more than `most` entries.
pub(super) fn tick_count(plan: &Plan, options: &Options, most: usize) -> Option<usize> {
    let count = options.options().len();
    (plan.theme.is_for_pen && count <= most).then_some(count)
}

/// Height of so many ticks below each other.
pub(super) fn ticks_height(theme: &Theme, count: usize) -> Pt {
    STEP * number(count.saturating_sub(1)) + theme.boxes.tick
}

/// Width of ticks with their words.
pub(super) fn ticks_width(theme: &Theme, options: &Options) -> Pt {
    let words = options.options().iter();
    let widths = words.map(|option| one_line(&option.label, theme.text.body).width());
    WORDS + widths.fold(Pt(0.0), Pt::max)
}

impl Composer<'_> {
    /// Draws what is written on in place of a field.
    pub(super) fn written_on(&mut self, asked: &Field, area: Rect, parent: ElementIndex) {
        match &asked.input {
            Input::Choice(options) if self.has_ticks(options, &area) => {
                self.ticks(options, &area, parent);
            }
            Input::Page => {
                self.paper(area);
                self.writing_lines(&area);
            }
            Input::Line | Input::Lines | Input::Choice(_) | Input::Tick | Input::Signature => {
                self.paper(area);
            }
            // The mark on every page says it.
            Input::Identity(_) => {}
        }
    }

    /// Whether a choice is drawn as ticks: its area has room for them.
    fn has_ticks(&self, options: &Options, area: &Rect) -> bool {
        let count = tick_count(self.plan, options, MOST_TICKS);
        count.is_some_and(|count| ticks_height(self.theme, count) <= area.height)
    }

    fn ticks(&mut self, options: &Options, area: &Rect, parent: ElementIndex) {
        let theme = self.theme;
        let side = theme.boxes.tick;
        for (index, option) in options.options().iter().enumerate() {
            let y = area.y + STEP * number(index);
            self.paper(Rect {
                x: area.x,
                y,
                width: side,
                height: side,
            });
            let words = block(&option.label, theme.text.body, area.width - WORDS);
            let tag = self.element(parent, Role::P);
            self.text(words, area.x + WORDS, y + BASELINE, Some(tag));
        }
    }

    /// The box of a field, which belongs to the page.
    pub(super) fn paper(&mut self, area: Rect) {
        let (theme, fill) = (self.theme, self.box_fill);
        self.push(
            None,
            Drawing::Rectangle {
                rect: area,
                stroke: Some((theme.rules.stroke, theme.colors.border)),
                fill,
            },
        );
    }

    fn writing_lines(&mut self, area: &Rect) {
        let theme = self.theme;
        let (left, right) = (area.x + LINE_INSET, area.right() - LINE_INSET);
        let step = theme.answers.writing_line;
        let mut y = area.y + step;
        while y < area.bottom() - ABOVE_FOOT && step > Pt(0.0) {
            self.rule_between(left, right, y, LINE_WIDTH, theme.colors.ruling);
            y = y + step;
        }
    }
}
