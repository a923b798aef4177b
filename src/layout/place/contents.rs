//! Contents: what is covered, part by part, with its rows counted as squares, and the figures of the programme.
//!
//! In: contents. Out: a table, its heads repeated on every page. Never: counts or names anything.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::frame::Frame;
use crate::layout::mark::{Goal, Mark};
use crate::layout::measure::{TextBlock, block, number, one_line};
use crate::layout::page::{ElementIndex, Role};
use crate::layout::paginate::{self, Room};
use crate::plan::block::{Contents, ContentsGroup, ContentsRow};

use super::figures::{self, leading_number};
use super::squares;
use super::titles;

/// Baseline of the heads on the first page, the rule below them, and the first row below that.
const HEADS: Pt = Pt(130.0);
const HEADS_TO_RULE: Pt = Pt(6.0);
const RULE_TO_ROW: Pt = Pt(18.0);
/// From row to row, and what a group adds; the rule below a row.
const ROW: Pt = Pt(20.0);
const GROUP_GAP: Pt = Pt(13.0);
const RULE_BELOW_ROW: Pt = Pt(10.0);
/// Where a competency's title begins, right of its code, and what stays free right of it.
const TITLE_INDENT: Pt = Pt(28.0);
const RIGHT_OF_TITLE: Pt = Pt(4.0);
/// Measured from the right edge: the head of the counts, and their right end.
const COUNT_HEAD: Pt = Pt(148.0);
const COUNT_END: Pt = Pt(134.0);
const BETWEEN_HEADS: Pt = Pt(8.0);

/// Places the contents.
pub(super) fn place(composer: &mut Composer<'_>, contents: &Contents, parent: ElementIndex) {
    let theme = composer.theme;
    composer.start_page(None);
    composer.bookmark(contents.title.clone(), 1, theme.spacing.title_baseline);
    let section = composer.element(parent, Role::Sect);
    let down = titles::page(composer, &contents.kicker, &contents.title, section);
    let table = composer.element(section, Role::Table);
    let mut y = heads(composer, contents, HEADS + down, Some(table));
    let groups = contents.groups.iter();
    let measured: Vec<Measured> = groups.map(|group| Measured::of(composer, group)).collect();
    let limit = theme.frame.bottom - RULE_BELOW_ROW;
    let depths: Vec<Pt> = measured.iter().map(Measured::depth).collect();
    let room = Room {
        first: y,
        next: theme.spacing.title_baseline + HEADS_TO_RULE + RULE_TO_ROW,
        bottom: limit,
    };
    let starts = paginate::blocks(&depths, ROW + GROUP_GAP, &room);
    let all = contents.groups.iter().zip(measured).enumerate();
    for (index, (group, measured)) in all {
        if index > 0 {
            let is_over = y + GROUP_GAP + measured.depth() > limit;
            if is_over || starts.contains(&index) {
                composer.start_page(None);
                y = heads(composer, contents, theme.spacing.title_baseline, None);
            } else {
                composer.hairline(y - ROW + RULE_BELOW_ROW);
                y = y + GROUP_GAP;
            }
        }
        y = place_group(composer, contents, group, measured, y, table);
    }
    let y = totals(composer, contents, y - ROW, table);
    if let Some(figures) = &contents.figures {
        figures::place(composer, figures, y, section);
    }
}

/// The heads of the columns and their rule; returns the baseline of the first row. On later pages they are artefacts.
fn heads(
    composer: &mut Composer<'_>,
    contents: &Contents,
    y: Pt,
    table: Option<ElementIndex>,
) -> Pt {
    let theme = composer.theme;
    let frame = theme.frame;
    let row = table.map(|table| composer.element(table, Role::TR));
    let [covered, part, count, page] = &contents.heads;
    let page = one_line(page, theme.text.column_head);
    let page_x = frame.right - page.width();
    let count_x = frame.right - COUNT_HEAD;
    let head = |text: &str, width| block(text, theme.text.column_head, width);
    let heads = [
        (frame.left, head(covered, frame.band)),
        (frame.column, head(part, part_width(&frame))),
        (count_x, head(count, page_x - BETWEEN_HEADS - count_x)),
        (page_x, page),
    ];
    // A word of the programme's own may take more than one line; all end on the rule.
    let depths = heads.iter().map(|(_, text)| text.depth());
    let last = y + depths.fold(Pt(0.0), Pt::max);
    for (x, text) in heads {
        let tag = row.map(|row| composer.element(row, Role::ColumnHeader));
        if let Some(tag) = tag {
            composer.attach(tag);
        }
        let first = last - text.depth();
        composer.text(text, x, first, tag);
    }
    let y = last;
    composer.heavy_rule(y + HEADS_TO_RULE);
    y + HEADS_TO_RULE + RULE_TO_ROW
}

/// A group, measured.
struct Measured {
    code: Option<TextBlock>,
    indent: Pt,
    title: TextBlock,
    rows: Vec<TextBlock>,
}

impl Measured {
    fn of(composer: &Composer<'_>, group: &ContentsGroup) -> Self {
        let theme = composer.theme;
        let accented = theme.accented(theme.text.body_strong);
        let code = group.code.as_ref();
        let code = code.map(|code| one_line(&format!("{code} "), accented));
        let indent = code
            .as_ref()
            .map_or(Pt(0.0), |code| TITLE_INDENT.max(code.width() + Pt(8.0)));
        let title_width = (theme.frame.band - RIGHT_OF_TITLE - indent).max(Pt(60.0));
        let width = part_width(&theme.frame);
        let style = |row: &ContentsRow| {
            theme.text.body.colored(if row.is_secondary {
                theme.colors.label
            } else {
                theme.colors.ink
            })
        };
        Self {
            code,
            indent,
            title: block(&group.title, theme.text.body, title_width),
            rows: group
                .rows
                .iter()
                .map(|row| block(&row.label, style(row), width))
                .collect(),
        }
    }

    /// From the first baseline to the last.
    fn depth(&self) -> Pt {
        let rows = ROW * number(self.rows.len().saturating_sub(1))
            + self.rows.iter().map(TextBlock::depth).sum();
        rows.max(self.title.depth())
    }
}

fn part_width(frame: &Frame) -> Pt {
    frame.right - COUNT_HEAD - BETWEEN_HEADS - frame.column
}

/// Places a group; returns the baseline of the row after it, were it one of the group.
fn place_group(
    composer: &mut Composer<'_>,
    contents: &Contents,
    group: &ContentsGroup,
    measured: Measured,
    first: Pt,
    table: ElementIndex,
) -> Pt {
    let theme = composer.theme;
    let frame = theme.frame;
    let limit = frame.bottom - RULE_BELOW_ROW;
    let line = composer.element(table, Role::TR);
    let tag = composer.element(line, Role::RowHeader);
    composer.attach(tag);
    if let Some(code) = measured.code {
        composer.text(code, frame.left, first, Some(tag));
    }
    let x = frame.left + measured.indent;
    let mut deepest = composer.text(measured.title, x, first, Some(tag));
    if group.rows.is_empty() {
        for _ in 0..3 {
            let cell = composer.element(line, Role::TD);
            composer.attach(cell);
        }
    }
    let mut y = first;
    for (index, (row, label)) in group.rows.iter().zip(measured.rows).enumerate() {
        let mut line = line;
        if index > 0 {
            if y + label.depth() > limit {
                // A group longer than a page: it goes on below repeated heads.
                composer.start_page(None);
                y = heads(composer, contents, theme.spacing.title_baseline, None);
                deepest = y;
            }
            line = composer.element(table, Role::TR);
            let tag = composer.element(line, Role::TD);
            composer.attach(tag);
        }
        y = place_row(composer, contents, row, label, y, line);
        deepest = deepest.max(y);
        y = y + ROW;
    }
    deepest + ROW
}

/// Places the part, count and page of a row; returns its last baseline.
fn place_row(
    composer: &mut Composer<'_>,
    contents: &Contents,
    row: &ContentsRow,
    label: TextBlock,
    y: Pt,
    line: ElementIndex,
) -> Pt {
    let theme = composer.theme;
    let frame = theme.frame;
    let style = label.style;
    let [_, _, _, page_word] = &contents.heads;
    let cell = composer.element(line, Role::TD);
    let words = format!("{}, {}", row.label, page_word.to_lowercase());
    let link = composer.element(cell, Role::Link);
    composer.references.speak(link, words, row.target);
    let (leading, depth) = (label.style.leading, label.depth());
    let lines = composer.marks(label, frame.column, Some(link));
    for (index, marks) in lines.into_iter().enumerate() {
        for mark in marks {
            let goal = Some(Goal::Inside(row.target));
            composer.put(Mark { goal, ..mark }, y + leading * number(index));
        }
    }
    let cell = composer.element(line, Role::TD);
    composer.attach(cell);
    if let Some(count) = row.count {
        let figure = one_line(&count.to_string(), style);
        composer.text_to(figure, frame.right - COUNT_END, y, Some(cell));
        squares::place(composer, count, y);
    }
    let cell = composer.element(line, Role::TD);
    composer.page_number(
        String::new(),
        row.target,
        theme.text.body,
        frame.right,
        y,
        cell,
    );
    y + depth
}

/// The line under the table, below its last baseline; returns its own last baseline.
fn totals(composer: &mut Composer<'_>, contents: &Contents, last: Pt, table: ElementIndex) -> Pt {
    let theme = composer.theme;
    let frame = theme.frame;
    let mut rule = last + RULE_BELOW_ROW;
    if rule + RULE_TO_ROW > frame.bottom {
        composer.start_page(None);
        rule = theme.spacing.title_baseline - RULE_TO_ROW;
    }
    let y = rule + RULE_TO_ROW;
    composer.heavy_rule(rule);
    let row = composer.element(table, Role::TR);
    let [covered, parts, rows] = &contents.totals;
    let cells = [
        (covered, frame.left, frame.band, Role::RowHeader),
        (parts, frame.column, part_width(&frame), Role::TD),
    ];
    let mut end = y;
    for (text, x, width, role) in cells {
        let tag = composer.element(row, role);
        composer.attach(tag);
        let text = block(text, theme.text.body_strong, width);
        end = end.max(composer.text(text, x, y, Some(tag)));
    }
    let tag = composer.element(row, Role::TD);
    composer.attach(tag);
    let (figure, words) = leading_number(rows);
    let figure_end = frame.right - COUNT_END;
    composer.text_to(
        one_line(figure, theme.text.body_strong),
        figure_end,
        y,
        Some(tag),
    );
    let words = block(words, theme.text.body, squares::FIRST);
    end = end.max(composer.text(words, frame.right - squares::FIRST, y, Some(tag)));
    let tag = composer.element(row, Role::TD);
    composer.attach(tag);
    end
}
