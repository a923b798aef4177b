//! The scale in words above a table of rows.
//!
//! In: the name of a scale and its entries. Out: as many columns as fit. Never: shortens an entry.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::measure::{TextBlock, block, number, one_line};
use crate::layout::page::{ElementIndex, Role};
use crate::layout::theme::Theme;

use super::figures::leading_number;

/// Baseline of the first line under one line of help.
const BASELINE: Pt = Pt(130.0);
/// What the key adds to the table's place.
const DEPTH: Pt = Pt(22.0);
/// Columns at most; between two entries stays this much at least.
const MOST_COLUMNS: usize = 5;
const BETWEEN: Pt = Pt(8.0);
/// Between a figure and its words.
const FIGURE_GAP: Pt = Pt(5.0);

/// A scale in words, measured.
pub(super) struct Key {
    name: TextBlock,
    entries: Vec<Entry>,
    columns: usize,
    step: Pt,
    /// Line distance of the entries.
    leading: Pt,
}

/// A figure, perhaps none, and words.
struct Entry {
    figure: TextBlock,
    words: TextBlock,
}

impl Entry {
    fn of(theme: &Theme, text: &str, width: Pt) -> Self {
        let (figure, words) = leading_number(text);
        let figure = one_line(figure, theme.text.body_strong);
        let words = block(words, theme.text.body, width - indent(&figure));
        Self { figure, words }
    }

    fn width(&self) -> Pt {
        indent(&self.figure) + self.words.width()
    }
}

/// Where the words beside a figure begin.
fn indent(figure: &TextBlock) -> Pt {
    if figure.lines.is_empty() {
        Pt(0.0)
    } else {
        figure.width() + FIGURE_GAP
    }
}

impl Key {
    /// Measures a scale: its name, then its entries, each a figure with words or words alone. Entries wider than a fifth of the column
    /// stand in fewer columns, in the end below each other.
    pub(super) fn of(theme: &Theme, (name, texts): &(String, Vec<String>)) -> Self {
        let width = theme.frame.column_width();
        let entries: Vec<Entry> = texts
            .iter()
            .map(|text| Entry::of(theme, text, width))
            .collect();
        let widest = entries.iter().map(Entry::width).fold(Pt(0.0), Pt::max);
        let mut columns = entries.len().clamp(1, MOST_COLUMNS);
        while columns > 1 && widest + BETWEEN > width / number(columns) {
            columns -= 1;
        }
        Self {
            name: block(name, theme.text.column_head, theme.frame.band),
            entries,
            columns,
            step: width / number(columns),
            leading: theme.text.body.leading,
        }
    }

    /// From a line of entries to the next.
    fn line_depth(&self, line: &[Entry]) -> Pt {
        let depths = line.iter().map(|entry| entry.words.depth());
        depths.fold(Pt(0.0), Pt::max) + self.leading
    }

    /// How far the key pushes the table down.
    pub(super) fn depth(&self) -> Pt {
        let lines = self.entries.chunks(self.columns);
        let depth: Pt = lines.map(|line| self.line_depth(line)).sum();
        DEPTH + (depth - self.leading).max(self.name.depth())
    }

    /// Puts the key on the page, `down` below where it stands under one line of help.
    pub(super) fn place(
        &self,
        composer: &mut Composer<'_>,
        down: Pt,
        section: Option<ElementIndex>,
    ) {
        let frame = composer.theme.frame;
        let mut y = BASELINE + down;
        let tag = section.map(|section| composer.element(section, Role::P));
        composer.text(self.name.clone(), frame.left, y, tag);
        let list = section.map(|section| composer.element(section, Role::L));
        for line in self.entries.chunks(self.columns) {
            for (index, entry) in line.iter().enumerate() {
                let x = frame.column + self.step * number(index);
                let item = list.map(|list| composer.element(list, Role::LI));
                let label = item.map(|item| composer.element(item, Role::Lbl));
                composer.text(entry.figure.clone(), x, y, label);
                let body = item.map(|item| composer.element(item, Role::LBody));
                composer.text(entry.words.clone(), x + indent(&entry.figure), y, body);
            }
            y = y + self.line_depth(line);
        }
    }
}
