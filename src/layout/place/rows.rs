//! A table of rows: what is asked on the left, its fields on the right.
//!
//! In: rows of a part, unit or element. Out: as many pages as they take. Never: splits a row.

use crate::diagnostic::{Code, Diagnostic};
use crate::geometry::{Pt, Rect};
use crate::layout::compose::Composer;
use crate::layout::measure::{TextBlock, block, shortened};
use crate::layout::overrun::place_of;
use crate::layout::page::{ElementIndex, Role};
use crate::layout::paginate::{self, Measures, RowNeed, RowPlan};
use crate::plan::block::{Row, Rows, SectionIndex};
use crate::plan::field::FieldIndex;

use super::boxes;
use super::columns::{self, CellLine, Height, box_height};
use super::head::Top;

/// Where the wording begins, right of the number; it fills the band.
const TEXT_INDENT: Pt = Pt(18.0);
/// First baseline of a row, and upper edge of its boxes.
const BASELINE: Pt = Pt(14.0);
const BOXES: Pt = Pt(18.0);
/// A tick stands so much lower than a box.
const TICK_DOWN: Pt = Pt(4.0);
/// The least base of rows that leave room for what follows them: answers of three lines.
const LEAST_BESIDE: Pt = Pt(64.0);

/// One row, measured.
struct Measured<'a> {
    row: &'a Row,
    text: TextBlock,
    compact: Option<TextBlock>,
    need: RowNeed,
    /// Which of the layouts of fields is its own.
    cells: usize,
}

/// Rows with the layouts of fields that they share.
struct Table<'a> {
    rows: Vec<Measured<'a>>,
    cells: Vec<Vec<CellLine>>,
}

/// Places a table of rows; returns where it ends on its last page. Where something of the height `below` follows and the rows keep room
/// enough for their answers beside it, they leave room for it.
pub(super) fn place(
    composer: &mut Composer<'_>,
    index: SectionIndex,
    rows: &Rows,
    below: Option<Pt>,
    parent: ElementIndex,
) -> Pt {
    let theme = composer.theme;
    let language = rows.language.as_deref();
    let section = composer.element_in(parent, Role::Sect, language);
    let mut top = Top::of(composer, rows, section);
    let bottom = theme.frame.bottom;
    let room = [bottom - top.depth(true), bottom - top.depth(false)];
    let (mut table, mut plan) = planned(composer, rows, true, room, below);
    if plan.is_too_high {
        // In a copy for the pen, choices that take no room: a box to write into.
        (table, plan) = planned(composer, rows, false, room, below);
    }
    warn_of_narrow(composer, &table);
    if plan.is_too_high {
        too_high(composer, &table);
    }
    let list = composer.element(section, Role::L);
    let mut left = table.rows.into_iter();
    let mut end = Pt(0.0);
    let mut from = 1;
    for (page, count) in plan.counts.iter().enumerate() {
        let kicker = match plan.counts.len() {
            1 => rows.kicker.clone(),
            _ => split_kicker(rows, from, from + count - 1),
        };
        composer.start_page(Some(&rows.running));
        let stretch: Vec<Measured<'_>> = left.by_ref().take(*count).collect();
        let heights = stretch.iter().map(|row| plan.height(&row.need));
        let depth = top.depth(page == 0);
        let foot = depth + heights.sum();
        top.place(
            composer,
            rows,
            &kicker,
            (page == 0).then_some(section),
            foot,
        );
        let mut y = depth;
        for row in stretch {
            let height = plan.height(&row.need);
            let cells = table.cells.get(row.cells).map_or(&[][..], Vec::as_slice);
            place_row(composer, row, cells, y, height, &plan, list);
            y = y + height;
            composer.hairline(y);
            let page = composer.page();
            if let Some(pages) = composer.row_pages.get_mut(index.0) {
                pages.push(page);
            }
        }
        composer.box_fill = None;
        end = y;
        from += count;
    }
    end
}

/// Measures rows and finds their heights and pages; `may_tick` is whether choices may have ticks in a copy for the pen.
fn planned<'a>(
    composer: &Composer<'_>,
    rows: &'a Rows,
    may_tick: bool,
    [first, next]: [Pt; 2],
    below: Option<Pt>,
) -> (Table<'a>, RowPlan) {
    let table = measure(composer, rows, may_tick);
    let needs: Vec<RowNeed> = table.rows.iter().map(|row| row.need).collect();
    let lines = table.cells.iter().flatten();
    let least = lines.map(CellLine::ticks_height);
    let measures = Measures::of(composer.theme, least.fold(Pt(0.0), Pt::max));
    let plan = paginate::rows(measures, &needs, first, next);
    let plan = beside(plan, measures, &needs, first, below);
    (table, plan)
}

/// The rows as laid out, or closer together if something of the height `below` then stands with them.
fn beside(
    plan: RowPlan,
    measures: Measures,
    needs: &[RowNeed],
    room: Pt,
    below: Option<Pt>,
) -> RowPlan {
    let closer = below.map(|below| paginate::rows(measures, needs, room - below, room - below));
    let is_roomy = |closer: &RowPlan| {
        plan.counts.len() == 1
            && closer.counts.len() == 1
            && !closer.is_compact
            && !closer.is_too_high
            && closer.base >= LEAST_BESIDE
    };
    closer.filter(is_roomy).unwrap_or(plan)
}

fn measure<'a>(composer: &Composer<'_>, rows: &'a Rows, may_tick: bool) -> Table<'a> {
    let theme = composer.theme;
    let frame = theme.frame;
    let text_width = frame.band - TEXT_INDENT;
    let mut table = Table {
        rows: Vec::with_capacity(rows.rows.len()),
        cells: Vec::new(),
    };
    let mut before: Option<&[FieldIndex]> = None;
    for row in &rows.rows {
        let is_known =
            before.is_some_and(|before| columns::are_alike(composer.plan, before, &row.fields));
        if !is_known {
            table
                .cells
                .push(columns::lines(composer.plan, &row.fields, theme, may_tick));
        }
        before = Some(&row.fields);
        let cells = table.cells.last().map_or(&[][..], Vec::as_slice);
        let text = block(&row.text, theme.text.list, text_width);
        let (field_lines, fixed) = columns::shares(cells);
        let labels: Pt = cells.iter().map(|line| line.extra).sum();
        let need = RowNeed {
            lines: text.lines.len(),
            // Compact text takes no more lines; how many less is measured where it matters.
            compact_lines: text.lines.len(),
            grows: cells.iter().any(CellLine::grows),
            field_lines,
            extra: labels + fixed,
        };
        table.rows.push(Measured {
            row,
            text,
            compact: None,
            need,
            cells: table.cells.len().saturating_sub(1),
        });
    }
    // More than eight rows of one line of fields may need the compact style.
    if rows.rows.len() > FEW_ROWS || has_long_text(&table) {
        for row in &mut table.rows {
            let compact = block(&row.row.text, theme.text.list_compact, text_width);
            row.need.compact_lines = compact.lines.len();
            row.compact = Some(compact);
        }
    }
    table
}

/// So many rows of usual length stand on a page of either size in the usual style.
const FEW_ROWS: usize = 8;
const USUAL_LINES: usize = 6;

fn has_long_text(table: &Table<'_>) -> bool {
    table
        .rows
        .iter()
        .any(|row| row.need.lines > USUAL_LINES || row.need.field_lines > 1)
}

/// The line over a page of a table that is split.
fn split_kicker(rows: &Rows, from: usize, to: usize) -> String {
    let phrase = if from == to {
        &rows.single_kicker
    } else {
        &rows.split_kicker
    };
    phrase
        .replace("{from}", &from.to_string())
        .replace("{to}", &to.to_string())
        .replace("{count}", &rows.rows.len().to_string())
}

fn place_row(
    composer: &mut Composer<'_>,
    measured: Measured<'_>,
    cells: &[CellLine],
    y: Pt,
    height: Pt,
    plan: &RowPlan,
    list: ElementIndex,
) {
    let theme = composer.theme;
    let frame = theme.frame;
    let row = measured.row;
    let item = composer.element_in(list, Role::LI, row.language.as_deref());
    let label = composer.element(item, Role::Lbl);
    let style = theme.text.number;
    let figure = block(&row.number.to_string(), style, TEXT_INDENT);
    composer.text(figure, frame.left, y + BASELINE, Some(label));
    let body = composer.element(item, Role::LBody);
    let wording = composer.element(body, Role::P);
    let text = match measured.compact {
        Some(compact) if plan.is_compact => compact,
        Some(_) | None => measured.text,
    };
    composer.text(text, frame.left + TEXT_INDENT, y + BASELINE, Some(wording));
    let mut fields = row.fields.iter();
    let mut y = y;
    for line in cells {
        let line_height = columns::line_height(cells, line, height);
        for (cell, index) in line.cells.iter().zip(fields.by_ref()) {
            let x = frame.column + cell.x;
            let down = line.extra - cell.label.depth();
            let tag = composer.element(body, Role::P);
            composer.text(cell.label.clone(), x, y + BASELINE + down, Some(tag));
            let top = y + BOXES + line.extra;
            let area = match cell.height {
                Height::Tick => boxes::square(theme, x, top + TICK_DOWN),
                Height::Line | Height::Ticks(_) | Height::Row => Rect {
                    x,
                    y: top,
                    width: cell.width,
                    height: box_height(theme, cell.height, line_height),
                },
            };
            composer.field(*index, area, body);
        }
        y = y + line_height + line.extra;
    }
}

fn warn_of_narrow(composer: &mut Composer<'_>, table: &Table<'_>) {
    let mut found = Vec::new();
    for row in &table.rows {
        let cells = table.cells.get(row.cells).into_iter().flatten();
        let cells = cells.flat_map(|line| &line.cells);
        for (cell, index) in cells.zip(&row.row.fields) {
            if cell.is_too_narrow {
                found.push(*index);
            }
        }
    }
    for index in found {
        composer.warn_of_narrow_choice(index);
    }
}

fn too_high(composer: &mut Composer<'_>, table: &Table<'_>) {
    let highest = table.rows.iter().max_by_key(|row| row.need.lines);
    let text = highest.map_or("", |row| row.row.text.as_str());
    let message = format!("the row \"{}\" is higher than a page", shortened(text));
    let found = Diagnostic::error(Code::L001, place_of(composer.plan, text), message)
        .help("shorten its wording or the title of its table, or ask fewer questions of it");
    composer.findings.push(found);
}
