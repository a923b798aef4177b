//! A copy to be written on by hand: boxes and ticks in place of fields.
//!
//! In: a question and the area that its field would have. Out: what a pen needs, as page content. Never: places a field.

use crate::geometry::{Pt, Rect};
use crate::layout::compose::Composer;
use crate::layout::measure::{TextBlock, block, one_line};
use crate::layout::page::{Drawing, ElementIndex, Role};
use crate::layout::theme::Theme;
use crate::plan::Plan;
use crate::plan::field::{Field, Input, Options};

use super::boxes::{LABEL_ABOVE, TICK_BASELINE, TICK_WORDS};

/// Between one tick with its words and the next.
const GAP: Pt = Pt(4.0);
/// Writing lines stay so far from the sides of their box, and from its foot.
const LINE_INSET: Pt = Pt(6.0);
const ABOVE_FOOT: Pt = Pt(4.0);
/// Width of a writing line.
const LINE_WIDTH: Pt = Pt(0.4);

/// A tick for each entry of a choice, below each other, measured.
pub(super) struct Ticks {
    /// Upper edge of each below the first's, and its words.
    entries: Vec<(Pt, TextBlock)>,
    /// From the upper edge of the first to the lower edge of the last.
    pub(super) height: Pt,
}

impl Ticks {
    /// Measures the ticks of a choice in a width; `None` where it has none.
    pub(super) fn of(plan: &Plan, theme: &Theme, options: &Options, width: Pt) -> Option<Self> {
        if !has_ticks(plan, options) {
            return None;
        }
        let mut entries = Vec::with_capacity(options.options().len());
        let mut height = Pt(0.0);
        for option in options.options() {
            let top = if entries.is_empty() {
                Pt(0.0)
            } else {
                height + GAP
            };
            let words = block(&option.label, theme.text.body, width - TICK_WORDS);
            height = top
                + theme
                    .boxes
                    .tick
                    .max(TICK_BASELINE + words.depth() + LABEL_ABOVE);
            entries.push((top, words));
        }
        Some(Self { entries, height })
    }
}

/// Whether a choice has a tick for each entry: in a copy for the pen, where they are few.
pub(super) fn has_ticks(plan: &Plan, options: &Options) -> bool {
    plan.theme.is_for_pen && options.options().len() <= Options::MOST_TICKS
}

/// Width of ticks with their words on one line.
pub(super) fn ticks_width(theme: &Theme, options: &Options) -> Pt {
    let words = options.options().iter();
    let widths = words.map(|option| one_line(&option.label, theme.text.body).width());
    TICK_WORDS + widths.fold(Pt(0.0), Pt::max)
}

impl Composer<'_> {
    /// Draws what is written on in place of a field.
    pub(in crate::layout) fn written_on(
        &mut self,
        asked: &Field,
        area: Rect,
        parent: ElementIndex,
    ) {
        match &asked.input {
            Input::Choice(options) => {
                let (plan, theme) = (self.plan, self.theme);
                let ticks = Ticks::of(plan, theme, options, area.width);
                match ticks.filter(|ticks| ticks.height <= area.height) {
                    Some(ticks) => self.ticks(ticks, &area, parent),
                    // Whoever placed it left no room for them.
                    None => self.paper(area),
                }
            }
            Input::Page => {
                self.paper(area);
                self.writing_lines(&area);
            }
            Input::Line | Input::Lines | Input::Tick | Input::Signature => self.paper(area),
            // The mark on every page says it.
            Input::Identity(_) => {}
        }
    }

    fn ticks(&mut self, ticks: Ticks, area: &Rect, parent: ElementIndex) {
        let side = self.theme.boxes.tick;
        for (top, words) in ticks.entries {
            let y = area.y + top;
            self.paper(Rect {
                x: area.x,
                y,
                width: side,
                height: side,
            });
            let tag = self.element(parent, Role::P);
            self.text(words, area.x + TICK_WORDS, y + TICK_BASELINE, Some(tag));
        }
    }

    /// The box of a field, which belongs to the page.
    pub(in crate::layout) fn paper(&mut self, area: Rect) {
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
