//! The boxes of a row side by side: which width each gets.
//!
//! In: the fields of a row. Out: one or more lines of cells that fill the answer column. Never: changes the order of the fields.

use crate::geometry::Pt;
use crate::layout::measure::{TextBlock, block, number};
use crate::layout::theme::Theme;
use crate::plan::Plan;
use crate::plan::field::{AskKind, Field, FieldIndex, Input};

use super::boxes::{self, choice_width, options_width};
use super::pen::{Ticks, has_ticks, ticks_width};

/// Width of evidence references, of a share, of a date, and of the column of a tick.
const REFERENCES: Pt = Pt(52.0);
const SHARE: Pt = Pt(60.0);
const DATE: Pt = Pt(80.0);
const TICK_COLUMN: Pt = Pt(28.0);
/// A tick's label stands on one line if it is no wider.
const WIDEST_TICK: Pt = Pt(64.0);
/// Height of a line of boxes that do not grow, label and all.
const FIXED_LINE: Pt = Pt(50.0);
/// Above ticks below each other, label and all, and below them.
const AROUND_TICKS: Pt = Pt(26.0);
/// Several texts beside each other may be as narrow as this.
const NARROWEST_TEXT: Pt = Pt(84.0);

/// How the box of a cell is as high as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Height {
    /// One line.
    Line,
    /// A tick.
    Tick,
    /// Ticks below each other, so high together, in a copy for the pen.
    Ticks(Pt),
    /// What the row gives.
    Row,
}

/// One field of a row.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// Left edge, from the column's.
    pub(super) x: Pt,
    /// Width of its box, or of the column that a tick stands in.
    pub(super) width: Pt,
    /// Its label.
    pub(super) label: TextBlock,
    /// Height of its box.
    pub(super) height: Height,
    /// Whether the entries of its drop-down are wider than the box.
    pub(super) is_too_narrow: bool,
}

/// Cells beside each other.
#[derive(Clone, Debug)]
pub(super) struct CellLine {
    /// The cells, in the order of the fields.
    pub(super) cells: Vec<Cell>,
    /// What labels of more than one line add to the height.
    pub(super) extra: Pt,
}

impl CellLine {
    /// The height that ticks below each other need, label and all; nothing without them.
    pub(super) fn ticks_height(&self) -> Pt {
        let heights = self.cells.iter().map(|cell| match cell.height {
            Height::Ticks(height) => height + AROUND_TICKS,
            Height::Line | Height::Tick | Height::Row => Pt(0.0),
        });
        heights.fold(Pt(0.0), Pt::max)
    }

    /// Its height where no box in it grows.
    fn fixed(&self) -> Pt {
        FIXED_LINE.max(self.ticks_height())
    }

    /// Whether a box in it is as high as the row gives.
    pub(super) fn grows(&self) -> bool {
        self.cells.iter().any(|cell| cell.height == Height::Row)
    }
}

/// Lines of cells in a row, counted: those that grow, at least one, and the height of the others.
pub(super) fn shares(lines: &[CellLine]) -> (usize, Pt) {
    let growing = lines.iter().filter(|line| line.grows()).count();
    let fixed = lines.iter().filter(|line| !line.grows());
    // Of lines that do not grow the first takes the row's base.
    let fixed = fixed.skip(usize::from(growing == 0));
    let fixed: Pt = fixed.map(CellLine::fixed).sum();
    (growing.max(1), fixed)
}

/// The height of a line of cells in a row `height` high: what its boxes take, or its share of what they leave.
pub(super) fn line_height(lines: &[CellLine], line: &CellLine, height: Pt) -> Pt {
    let labels: Pt = lines.iter().map(|line| line.extra).sum();
    let growing = lines.iter().filter(|line| line.grows()).count();
    let fixed = lines.iter().filter(|line| !line.grows());
    let fixed: Pt = fixed.map(CellLine::fixed).sum();
    if growing == 0 {
        let spare = (height - labels - fixed) / number(lines.len().max(1));
        return line.fixed() + spare;
    }
    if line.grows() {
        return (height - labels - fixed) / number(growing);
    }
    line.fixed()
}

/// What a field asks for.
struct Wish {
    least: Pt,
    grows: bool,
    /// Whether its choice is drawn as ticks.
    has_ticks: bool,
}

/// Lays out the fields of a row in the column of answers; `may_tick` is whether a copy for the pen may have ticks for its choices.
pub(super) fn lines(
    plan: &Plan,
    fields: &[FieldIndex],
    theme: &Theme,
    may_tick: bool,
) -> Vec<CellLine> {
    let wish = |asked: &Field| {
        let has_ticks = match &asked.input {
            Input::Choice(options) => may_tick && has_ticks(plan, options),
            _ => false,
        };
        wish(asked, has_ticks, theme)
    };
    let width = theme.frame.column_width();
    let asked: Vec<&Field> = fields
        .iter()
        .filter_map(|index| boxes::field(plan, *index))
        .collect();
    let texts = asked.iter().filter(|asked| wish(asked).grows).count();
    let narrowest = if texts > 1 {
        NARROWEST_TEXT
    } else {
        theme.spacing.note
    };
    let mut lines = Vec::new();
    let mut line: Vec<(&Field, Wish)> = Vec::new();
    let mut used = Pt(0.0);
    for asked in asked {
        let mut wish = wish(asked);
        if wish.grows {
            wish.least = wish.least.max(narrowest);
        }
        let more = wish.least
            + if line.is_empty() {
                Pt(0.0)
            } else {
                theme.spacing.beside
            };
        if used + more > width && !line.is_empty() {
            lines.push(filled(plan, std::mem::take(&mut line), theme));
            used = wish.least;
        } else {
            used = used + more;
        }
        line.push((asked, wish));
    }
    if !line.is_empty() {
        lines.push(filled(plan, line, theme));
    }
    lines
}

/// Whether two rows are laid out alike, so that one layout serves both.
pub(super) fn are_alike(plan: &Plan, one: &[FieldIndex], other: &[FieldIndex]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| {
            match (boxes::field(plan, *one), boxes::field(plan, *other)) {
                (Some(one), Some(other)) => {
                    one.kind == other.kind && one.label == other.label && one.input == other.input
                }
                (None, None) => true,
                (Some(_), None) | (None, Some(_)) => false,
            }
        })
}

fn wish(asked: &Field, has_ticks: bool, theme: &Theme) -> Wish {
    let width = theme.frame.column_width();
    let word = widest_word(&asked.label, theme);
    let fixed = |usual: Pt| Wish {
        least: usual.max(word).min(width),
        grows: false,
        has_ticks,
    };
    let growing = Wish {
        least: word.min(width),
        grows: true,
        has_ticks,
    };
    match (&asked.input, asked.kind) {
        (Input::Choice(options), kind) => {
            let most = width - theme.spacing.beside * 2.0 - REFERENCES - theme.spacing.note;
            let needed = if has_ticks {
                ticks_width(theme, options)
            } else {
                options_width(theme, options)
            };
            fixed(choice_width(kind).max(needed.min(most)))
        }
        (Input::Tick, _) => {
            let label = block(&asked.label, theme.text.field_label, width).width();
            fixed(TICK_COLUMN.max(if label <= WIDEST_TICK { label } else { Pt(0.0) }))
        }
        (_, AskKind::EvidenceRefs) => fixed(REFERENCES),
        (Input::Line, AskKind::Percent) => fixed(SHARE),
        (Input::Line, AskKind::Date) => fixed(DATE),
        (Input::Line | Input::Lines | Input::Page | Input::Signature | Input::Identity(_), _) => {
            growing
        }
    }
}

/// Gives the fields of a line the whole width: those that grow share what is left.
fn filled(plan: &Plan, line: Vec<(&Field, Wish)>, theme: &Theme) -> CellLine {
    let width = theme.frame.column_width();
    let gaps = theme.spacing.beside * number(line.len().saturating_sub(1));
    let least: Pt = line.iter().map(|(_, wish)| wish.least).sum();
    let growing = line.iter().filter(|(_, wish)| wish.grows).count();
    let spare = (width - gaps - least).max(Pt(0.0)) / number(growing.max(1));
    let mut x = Pt(0.0);
    let mut cells = Vec::with_capacity(line.len());
    for (asked, wish) in line {
        let width = if wish.grows {
            wish.least + spare
        } else {
            wish.least
        };
        let (height, is_too_narrow) = match &asked.input {
            Input::Line | Input::Identity(_) => (Height::Line, false),
            Input::Choice(options) => {
                let ticks = Ticks::of(plan, theme, options, width);
                match ticks.filter(|_| wish.has_ticks) {
                    // Words that are too long take more lines.
                    Some(ticks) => (Height::Ticks(ticks.height), false),
                    None => (Height::Line, options_width(theme, options) > width),
                }
            }
            Input::Tick => (Height::Tick, false),
            Input::Lines | Input::Page | Input::Signature => (Height::Row, false),
        };
        cells.push(Cell {
            x,
            width,
            label: block(&asked.label, theme.text.field_label, width),
            height,
            is_too_narrow,
        });
        x = x + width + theme.spacing.beside;
    }
    let extra = cells
        .iter()
        .map(|cell| cell.label.depth())
        .fold(Pt(0.0), Pt::max);
    CellLine { cells, extra }
}

/// Width of the widest word of a label, so that labels break between words.
fn widest_word(label: &str, theme: &Theme) -> Pt {
    label
        .split_whitespace()
        .map(|word| block(word, theme.text.field_label, Pt(1.0e6)).width())
        .fold(Pt(0.0), Pt::max)
}

/// Height of a box in a line of cells that is `line` high, labels of more than one line already taken off.
pub(super) fn box_height(theme: &Theme, height: Height, line: Pt) -> Pt {
    /// Room of a row above its boxes and below them, and the least height of a box for several lines.
    const AROUND: Pt = Pt(24.0);
    const LEAST: Pt = Pt(33.0);
    match height {
        Height::Line => theme.boxes.line,
        Height::Tick => theme.boxes.tick,
        Height::Ticks(height) => height,
        Height::Row => (line - AROUND).max(LEAST),
    }
}
