//! The scale in words above a table of rows.
//!
//! In: the name of a scale and its entries. Out: as many columns as fit. Never: shortens an entry.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::measure::{TextBlock, block, number, one_line};
use crate::layout::page::{ElementIndex, Role};
use crate::layout::theme::{BODY, BODY_STRONG, COLUMN_HEAD, Frame, Theme};

use super::figures::leading_number;

/// Baseline of the first line under one line of help.
const BASELINE: Pt = Pt(130.0);
/// What the key adds to the table's place, and each further line of it.
const DEPTH: Pt = Pt(22.0);
const LINE: Pt = Pt(14.0);
/// Columns at most; between two entries stays this much at least.
const MOST_COLUMNS: usize = 5;
const BETWEEN: Pt = Pt(8.0);
/// Between a figure and its words.
const FIGURE_GAP: Pt = Pt(5.0);

/// A scale in words, measured.
pub(super) struct Key {
    name: TextBlock,
    entries: Vec<(TextBlock, TextBlock)>,
    columns: usize,
    step: Pt,
}

impl Key {
    /// Measures a scale: its name, then its entries, each a figure with words or words alone.
    pub(super) fn of(theme: &Theme, (name, entries): &(String, Vec<String>)) -> Self {
        let width = theme.frame.column_width();
        let entries: Vec<_> = entries
            .iter()
            .map(|entry| {
                let (figure, words) = leading_number(entry);
                (one_line(figure, BODY_STRONG), one_line(words, BODY))
            })
            .collect();
        let widest = entries.iter().map(entry_width).fold(Pt(0.0), Pt::max);
        let mut columns = entries.len().clamp(1, MOST_COLUMNS);
        while columns > 1 && widest + BETWEEN > width / number(columns) {
            columns -= 1;
        }
        Self {
            name: block(name, COLUMN_HEAD, Frame::BAND),
            entries,
            columns,
            step: width / number(columns),
        }
    }

    /// How far the key pushes the table down.
    pub(super) fn depth(&self) -> Pt {
        let lines = self.entries.len().div_ceil(self.columns).max(1);
        DEPTH + LINE * number(lines - 1)
    }

    /// Puts the key on the page, `down` below where it stands under one line of help.
    pub(super) fn place(
        &self,
        composer: &mut Composer<'_>,
        down: Pt,
        section: Option<ElementIndex>,
    ) {
        let frame = composer.theme.frame;
        let y = BASELINE + down;
        let tag = section.map(|section| composer.element(section, Role::P));
        composer.text(self.name.clone(), frame.left, y, tag);
        let list = section.map(|section| composer.element(section, Role::L));
        for (index, (figure, words)) in self.entries.iter().enumerate() {
            let x = frame.column + self.step * number(index % self.columns);
            let y = y + LINE * number(index / self.columns);
            let item = list.map(|list| composer.element(list, Role::LI));
            let mut across = Pt(0.0);
            if !figure.lines.is_empty() {
                let label = item.map(|item| composer.element(item, Role::Lbl));
                composer.text(figure.clone(), x, y, label);
                across = figure.width() + FIGURE_GAP;
            }
            let body = item.map(|item| composer.element(item, Role::LBody));
            composer.text(words.clone(), x + across, y, body);
        }
    }
}

fn entry_width((figure, words): &(TextBlock, TextBlock)) -> Pt {
    let gap = if figure.lines.is_empty() {
        Pt(0.0)
    } else {
        FIGURE_GAP
    };
    figure.width() + gap + words.width()
}
