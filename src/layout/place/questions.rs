//! Questions below each other in the answer column.
//!
//! In: fields in order. Out: rows of boxes with their heights, cut into pages, then placed. Never: changes their order.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::page::ElementIndex;
use crate::layout::theme::Theme;
use crate::plan::Plan;
use crate::plan::field::{AskKind, FieldIndex, Input};

use super::boxes::{self, Room};

/// From the lower edge of a tick to the label below it, and from a box to a tick.
const BELOW_TICK: Pt = Pt(18.0);
const ABOVE_TICK: Pt = Pt(14.0);
/// Where a stack begins with a tick, its edge stands so far above where a label's baseline would.
const FIRST_TICK: Pt = Pt(11.0);

/// What to do next has room for five lines at least.
const LEAST_PRESCRIPTION: Pt = Pt(84.0);
/// A long answer has this much whatever stands above it.
const LEAST_ANSWER: Pt = Pt(60.0);

/// How questions are stacked.
#[derive(Clone, Copy)]
pub(super) struct Stacking<'a> {
    /// How the form looks: the boxes fill its column of answers.
    pub(super) theme: &'a Theme,
    /// Height of a box for one line.
    pub(super) line: Pt,
    /// From the lower edge of a box to the label below it.
    pub(super) below: Pt,
    /// Width of a date.
    pub(super) date: Pt,
    /// So many lines keep the whole width before a date may stand beside one.
    pub(super) whole_lines: usize,
    /// The least height of a box that takes what the page has left.
    pub(super) least_page: Pt,
}

/// One row of a stack: a question, or a line and a date beside it.
#[derive(Clone, Debug)]
pub(super) struct StackRow {
    cells: Vec<(FieldIndex, Pt, Room)>,
    label: Pt,
    height: Pt,
    is_tick: bool,
    /// Whether it takes what the page has left.
    pub(super) is_page: bool,
}

/// Questions below each other.
#[derive(Clone, Debug)]
pub(super) struct Stack {
    /// Its rows.
    pub(super) rows: Vec<StackRow>,
    below: Pt,
}

impl Stack {
    /// Measures questions.
    pub(super) fn new(plan: &Plan, fields: &[FieldIndex], stacking: &Stacking<'_>) -> Self {
        let theme = stacking.theme;
        let (whole, beside) = (theme.frame.column_width(), theme.spacing.beside);
        let mut rows: Vec<StackRow> = Vec::new();
        let mut lines_in_a_row = 0;
        for index in fields.iter().copied() {
            let Some(asked) = boxes::field(plan, index) else {
                continue;
            };
            let is_date = asked.kind == AskKind::Date;
            let is_line = matches!(asked.input, Input::Line);
            if is_date && is_line && lines_in_a_row > stacking.whole_lines {
                let left = whole - beside - stacking.date;
                if let Some(row) = rows.last_mut()
                    && row.share(theme, plan, left, stacking.line)
                {
                    let room = boxes::room(theme, plan, asked, stacking.date, stacking.line);
                    row.add(index, left + beside, room);
                    lines_in_a_row = 0;
                    continue;
                }
            }
            let width = if is_date && is_line {
                stacking.date
            } else {
                whole
            };
            lines_in_a_row = if is_line { lines_in_a_row + 1 } else { 0 };
            let mut room = boxes::room(theme, plan, asked, width, stacking.line);
            let is_page = matches!(asked.input, Input::Page);
            if is_page {
                room.height = match asked.kind {
                    AskKind::Prescription => stacking.least_page.min(LEAST_PRESCRIPTION),
                    _ => stacking.least_page,
                };
            }
            let mut row = StackRow {
                cells: Vec::new(),
                label: Pt(0.0),
                height: Pt(0.0),
                is_tick: matches!(asked.input, Input::Tick),
                is_page,
            };
            row.add(index, Pt(0.0), room);
            rows.push(row);
        }
        Self {
            rows,
            below: stacking.below,
        }
    }

    /// From the first label's baseline to the lower edge of the last box, boxes that take what is left at their least.
    pub(super) fn height(&self) -> Pt {
        self.ends().last().copied().unwrap_or_default()
    }

    /// Number of boxes that take what is left.
    pub(super) fn page_count(&self) -> usize {
        self.rows.iter().filter(|row| row.is_page).count()
    }

    /// Lower edges of the rows, from the first label's baseline.
    fn ends(&self) -> Vec<Pt> {
        let mut ends = Vec::with_capacity(self.rows.len());
        let mut y = Pt(0.0);
        let mut before: Option<&StackRow> = None;
        for row in &self.rows {
            y = y + self.gap(before, row) + row.label + row.height;
            ends.push(y);
            before = Some(row);
        }
        ends
    }

    /// From the lower edge of one row to where the next is placed from.
    fn gap(&self, before: Option<&StackRow>, row: &StackRow) -> Pt {
        match (before, row.is_tick) {
            (None, true) => -FIRST_TICK,
            (None, false) => Pt(0.0),
            (Some(_), true) => ABOVE_TICK,
            (Some(before), false) if before.is_tick => BELOW_TICK,
            (Some(_), false) => self.below,
        }
    }

    /// Cuts off the rows that do not fit in `room`; the first always stays, a long answer that comes first under a very long title
    /// with what room there is.
    pub(super) fn cut(&mut self, room: Pt) -> Option<Self> {
        let ends = self.ends();
        let excess = ends.first().map_or(Pt(0.0), |end| *end - room);
        if let Some(row) = self.rows.first_mut().filter(|row| row.is_page)
            && excess > Pt(0.0)
        {
            row.resize((row.height - excess).max(LEAST_ANSWER));
        }
        let fitting = ends.iter().take_while(|end| **end <= room).count().max(1);
        self.cut_after(fitting)
    }

    /// The same, but what is cut off fills a third of a page if that can be had.
    pub(super) fn cut_evenly(&mut self, room: Pt) -> Option<Self> {
        let rest = self.cut(room)?;
        let mut kept = self.rows.len();
        self.rows.extend(rest.rows);
        let ends = self.ends();
        let whole = ends.last().copied().unwrap_or_default();
        let left = |kept: usize| whole - ends.get(kept - 1).copied().unwrap_or_default();
        while kept > 1 && left(kept) < room / 3.0 {
            kept -= 1;
        }
        self.cut_after(kept)
    }

    fn cut_after(&mut self, kept: usize) -> Option<Self> {
        (kept < self.rows.len()).then(|| Self {
            rows: self.rows.split_off(kept),
            below: self.below,
        })
    }

    /// Gives each box that takes what is left its share of `spare`.
    pub(super) fn grow(&mut self, share: Pt) {
        for row in self.rows.iter_mut().filter(|row| row.is_page) {
            row.resize(row.height + share);
        }
    }

    /// Puts the questions on the page from the first label's baseline on.
    pub(super) fn place(
        &self,
        composer: &mut Composer<'_>,
        x: Pt,
        first: Pt,
        parent: ElementIndex,
    ) {
        let mut y = first;
        let mut before: Option<&StackRow> = None;
        for row in &self.rows {
            y = y + self.gap(before, row);
            for (index, across, room) in &row.cells {
                // Boxes of one row end at one height, however many lines their labels have.
                let down = row.label - room.label;
                boxes::place(composer, *index, x + *across, y + down, room, parent);
            }
            y = y + row.label + row.height;
            before = Some(row);
        }
    }
}

impl StackRow {
    fn add(&mut self, index: FieldIndex, across: Pt, room: Room) {
        self.label = self.label.max(room.label);
        self.height = self.height.max(room.height);
        self.cells.push((index, across, room));
    }

    fn resize(&mut self, height: Pt) {
        self.height = height;
        for (_, _, room) in &mut self.cells {
            room.height = height;
        }
    }

    /// Narrows a row of one line to make room beside it.
    fn share(&mut self, theme: &Theme, plan: &Plan, width: Pt, line: Pt) -> bool {
        let [(index, _, room)] = self.cells.as_mut_slice() else {
            return false;
        };
        let Some(asked) = boxes::field(plan, *index) else {
            return false;
        };
        *room = boxes::room(theme, plan, asked, width, line);
        self.label = room.label;
        true
    }
}
