//! The evidence register: a table of items, each with what it is, what it shows, and the share of it.
//!
//! In: a register and where the text above it ends. Out: what is said about the items, then the table, below that text if both fit, else on
//! pages of their own.
//! Never: splits a table that fits on a page, unless a title would stand alone without it.

use crate::geometry::{Pt, Rect};
use crate::layout::compose::Composer;
use crate::layout::flow::{Flow, SECTION_GAP, SECTION_RULE};
use crate::layout::measure::{TextBlock, block, number, one_line};
use crate::layout::page::{ElementIndex, Role};
use crate::layout::paginate::balanced;
use crate::layout::theme::Theme;
use crate::plan::block::{Register, RegisterRow, RunningHead};
use crate::plan::field::Input;

use super::boxes;
use super::closing::Place;

/// From the text above to the rule; the rule's place on a page of its own.
const RULE_BELOW_TEXT: Pt = Pt(28.0);
const RULE_ON_PAGE: Pt = Pt(64.0);
/// From the rule to the heading, from there to the heads, from those to their rule, and on to the first box.
const HEADING: Pt = Pt(20.0);
const HEADS: Pt = Pt(45.0);
const HEADS_TO_RULE: Pt = Pt(5.0);
const RULE_TO_BOX: Pt = Pt(7.0);
/// From the heading's or help's last baseline to the heads at least.
const HEADS_AT_LEAST: Pt = Pt(31.0);
/// Boxes are so high at most and at least.
const HIGHEST: Pt = Pt(60.0);
const LOWEST: Pt = Pt(36.0);
/// A register that must be split, or whose title would stand alone, begins where it is if so many rows fit.
const FEWEST_UNDER_TITLE: usize = 2;
/// Above this a page has its head.
const PAGE_HEAD: Pt = Pt(48.0);
/// The references' column: the boxes begin right of it.
const FIRST_BOX: Pt = Pt(24.0);
/// Width of the column of shares: "about 60%" fits, which is what people write.
const SHARE: Pt = Pt(60.0);
/// Baseline of a reference below its row's upper edge.
const REFERENCE: Pt = Pt(15.0);

/// What stands above the boxes, measured.
struct Head {
    heading: TextBlock,
    help: TextBlock,
}

impl Head {
    fn of(register: &Register, theme: &Theme) -> Self {
        let (text, frame) = (&theme.text, &theme.frame);
        let help_width = theme.spacing.help_width.min(frame.column_width());
        Self {
            heading: block(&register.heading, text.section_heading, frame.band),
            help: block(&register.help, text.help, help_width),
        }
    }

    /// From the rule to the heads' baseline.
    fn depth(&self) -> Pt {
        HEADING + HEADS.max(self.heading.depth().max(self.help.depth()) + HEADS_AT_LEAST)
    }
}

/// Places a register where it is to begin, or on a page of its own. The head is that of pages it begins. Returns where it ends.
pub(super) fn place(
    composer: &mut Composer<'_>,
    register: &Register,
    start: Place,
    head: &RunningHead,
    parent: ElementIndex,
) -> Pt {
    let theme = composer.theme;
    let frame = theme.frame;
    let beside = theme.spacing.beside;
    let measured = Head::of(register, theme);
    let boxes_below = measured.depth() + HEADS_TO_RULE + RULE_TO_BOX;
    let rule = begin(composer, register, boxes_below, start, head, parent);
    let section = composer.element(parent, Role::Sect);
    let heading = composer.element(section, Role::Heading(3));
    composer.heavy_rule(rule);
    let first = rule + boxes_below;
    let heads = rule + measured.depth();
    composer.text(measured.heading, frame.left, rule + HEADING, Some(heading));
    let tag = composer.element(section, Role::P);
    composer.text(measured.help, frame.column, rule + HEADING, Some(tag));
    let table = composer.element(section, Role::Table);
    let next = RULE_ON_PAGE + HEADING + HEADS_TO_RULE + RULE_TO_BOX;
    let capacity = |top: Pt| ((frame.bottom - top + beside).0 / (LOWEST + beside).0).floor();
    let counts = counts(register.rows.len(), capacity(first), capacity(next));
    let tops = std::iter::once(first).chain(std::iter::repeat(next));
    let highest = counts.iter().zip(tops).map(|(count, top)| {
        let room = frame.bottom - top + beside;
        room.0 / number((*count).max(1)) - beside.0
    });
    let highest = highest.fold(HIGHEST.0, f64::min);
    let height = Pt(highest.floor().max(LOWEST.0));
    place_rows(
        composer,
        register,
        &counts,
        [heads, RULE_ON_PAGE + HEADING],
        height,
        table,
        head,
    )
}

/// Places what is said about the items, and finds the rule's place below it: where the register is to begin, or on a new page.
fn begin(
    composer: &mut Composer<'_>,
    register: &Register,
    boxes_below: Pt,
    start: Place,
    head: &RunningHead,
    parent: ElementIndex,
) -> Pt {
    let theme = composer.theme;
    let bottom = theme.frame.bottom;
    let mut guidance = Flow::default();
    for text in &register.guidance {
        guidance.section(composer, parent, text, 3);
    }
    let depth = (!guidance.lines.is_empty()).then(|| guidance.depth());
    let beside = theme.spacing.beside;
    let least = |rows: usize| boxes_below + (LOWEST + beside) * number(rows) - beside;
    // As many rows as the specification asks (the Diploma eight) stand under the opener's text if boxes of 36 fit there. A table that no
    // page holds begins there with a few; one that fills a page leaves what is said about it behind.
    let all = register.rows.len();
    let few = least(all.min(FEWEST_UNDER_TITLE));
    let top = theme.spacing.title_baseline;
    let is_whole = |depth| rule_at(Place::NewPage, depth, top) + least(all) <= bottom;
    let is_alone = depth.is_some() && !is_whole(depth) && is_whole(None);
    // Under a text that leaves most of the page empty it is rather split than put on the next: both pages are then well filled.
    let third = PAGE_HEAD + (bottom - PAGE_HEAD) / 3.0;
    let fits = |room: Pt| rule_at(start, depth, top) + room <= bottom;
    let begins_here = match start {
        Place::NewPage => false,
        Place::UnderTitle(_) => fits(few),
        Place::Below(y) if y < third || !is_whole(None) => fits(few),
        Place::Below(_) if is_alone => fits(Pt(0.0)),
        Place::Below(_) => fits(least(all)),
    };
    let start = if begins_here {
        start
    } else {
        composer.start_page(Some(head));
        Place::NewPage
    };
    if depth.is_none() {
        return rule_at(start, None, top);
    }
    guidance.is_under_head = start == Place::NewPage;
    let end = guidance.place(composer, first_text(start, top), Some(head));
    let rule = end + RULE_BELOW_TEXT;
    if rule + few <= bottom && !is_alone {
        return rule;
    }
    composer.start_page(Some(head));
    RULE_ON_PAGE
}

/// First baseline of what is said about the items; `top` is that of a page.
fn first_text(start: Place, top: Pt) -> Pt {
    match start {
        Place::NewPage => top,
        Place::Below(y) => y + SECTION_GAP,
        Place::UnderTitle(y) => y + SECTION_RULE,
    }
}

/// The rule's place below a text that is so deep, or below what stands there.
fn rule_at(start: Place, depth: Option<Pt>, top: Pt) -> Pt {
    match (start, depth) {
        (start, Some(depth)) => first_text(start, top) + depth + RULE_BELOW_TEXT,
        (Place::NewPage, None) => RULE_ON_PAGE,
        (Place::Below(y) | Place::UnderTitle(y), None) => y + RULE_BELOW_TEXT,
    }
}

/// Rows on each page: one page if they fit, else as evenly as the first page's room allows.
fn counts(rows: usize, first: f64, next: f64) -> Vec<usize> {
    let holds = |count: usize, room: f64| number(count) <= room || count <= 1;
    let mut pages = 1;
    loop {
        let fits = |counts: &[usize]| counts.iter().all(|count| holds(*count, first.min(next)));
        let even = [balanced(rows, pages), balanced(rows, pages + 1)];
        if let Some(counts) = even.into_iter().find(|counts| fits(counts)) {
            return counts;
        }
        let mut here = (1..=rows).rev();
        let here = here.find(|count| holds(*count, first)).unwrap_or(1);
        let rest = balanced(rows.saturating_sub(here), pages);
        if rest.iter().all(|count| holds(*count, next)) {
            return std::iter::once(here).chain(rest).collect();
        }
        pages += 1;
    }
}

fn place_rows(
    composer: &mut Composer<'_>,
    register: &Register,
    counts: &[usize],
    heads_at: [Pt; 2],
    height: Pt,
    table: ElementIndex,
    head: &RunningHead,
) -> Pt {
    let theme = composer.theme;
    let mut rows = register.rows.iter();
    let [mut heads, next_heads] = heads_at;
    let mut end = heads;
    for (page, count) in counts.iter().enumerate() {
        if page > 0 {
            composer.start_page(Some(head));
            heads = next_heads;
        }
        let mut y = place_heads(composer, register, heads, (page == 0).then_some(table));
        for row in rows.by_ref().take(*count) {
            place_row(composer, row, y, height, table);
            y = y + height + theme.spacing.beside;
        }
        end = y - theme.spacing.beside;
    }
    end
}

/// Left edges and widths of the three columns.
fn columns(theme: &Theme) -> [(Pt, Pt); 3] {
    let (frame, beside) = (&theme.frame, theme.spacing.beside);
    let what = frame.left + FIRST_BOX;
    let share = frame.right - SHARE;
    [
        (what, frame.column - beside - what),
        (frame.column, share - beside - frame.column),
        (share, SHARE),
    ]
}

/// The heads of the columns, repeated as artefacts; returns the upper edge of the first box.
fn place_heads(
    composer: &mut Composer<'_>,
    register: &Register,
    y: Pt,
    table: Option<ElementIndex>,
) -> Pt {
    let theme = composer.theme;
    let frame = theme.frame;
    let [what, shows, share] = columns(theme);
    let row = table.map(|table| composer.element(table, Role::TR));
    let places = [frame.left, what.0, shows.0, share.0];
    for (text, x) in register.heads.iter().zip(places) {
        let tag = row.map(|row| composer.element(row, Role::ColumnHeader));
        if let Some(tag) = tag {
            composer.attach(tag);
        }
        composer.text(one_line(text, theme.text.column_head), x, y, tag);
    }
    composer.heavy_rule(y + HEADS_TO_RULE);
    y + HEADS_TO_RULE + RULE_TO_BOX
}

fn place_row(
    composer: &mut Composer<'_>,
    row: &RegisterRow,
    y: Pt,
    height: Pt,
    table: ElementIndex,
) {
    let theme = composer.theme;
    let frame = theme.frame;
    let line = composer.element(table, Role::TR);
    let tag = composer.element(line, Role::RowHeader);
    let reference = one_line(&row.reference, theme.text.body_strong);
    composer.text(reference, frame.left, y + REFERENCE, Some(tag));
    for (index, (x, width)) in row.fields.iter().zip(columns(theme)) {
        let cell = composer.element(line, Role::TD);
        composer.attach(cell);
        let is_line = boxes::field(composer.plan, *index)
            .is_some_and(|asked| matches!(asked.input, Input::Line));
        let height = if is_line { theme.boxes.line } else { height };
        let area = Rect {
            x,
            y,
            width,
            height,
        };
        composer.field(*index, area, cell);
    }
}
