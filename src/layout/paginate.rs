//! Page breaks: how high rows are, where tables and running text are cut.
//!
//! In: heights in points and the room on a page. Out: rows a page with their heights, and the lines that begin pages.
//! Never: splits a row, leaves a heading at the foot, or knows a coordinate beyond the height of a page.

use crate::geometry::Pt;

use super::measure::number;

/// Rows grow no higher than this before space is left at the foot.
const HIGHEST_BASE: u8 = 108;
/// Below this a row has no room for its fields.
const LOWEST_BASE: u8 = 56;
/// Line distance of the wording of a row, as usual and compact, and what is added to its lines.
const LINE: f64 = 13.0;
const COMPACT_LINE: f64 = 12.5;
const ROW_MARGIN: f64 = 10.0;
/// Guards sums of lengths against the last bit.
const TOLERANCE: f64 = 1e-6;

/// What a row needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowNeed {
    /// Lines of its wording.
    pub(super) lines: usize,
    /// Lines in the compact style.
    pub(super) compact_lines: usize,
    /// Whether a box is as high as the row gives.
    pub(super) grows: bool,
    /// Lines of fields that share the row's height, at least 1.
    pub(super) field_lines: usize,
    /// What the other lines, and labels of several lines, add.
    pub(super) extra: Pt,
}

/// How a table of rows is laid out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowPlan {
    /// Height that a row has at least, for one line of fields.
    pub(super) base: Pt,
    /// Whether the wording is set in the compact style.
    pub(super) is_compact: bool,
    /// Rows on each page.
    pub(super) counts: Vec<usize>,
    /// Whether some row is higher than a page.
    pub(super) is_too_high: bool,
}

impl RowPlan {
    /// Height of a row.
    pub(super) fn height(&self, need: &RowNeed) -> Pt {
        Pt(height(need, self.base.0, self.is_compact))
    }
}

/// Lays out rows in `first` on the first page and `next` on the others: the highest base up to 108 at which all fit; below 56 the compact style; then as many pages as it
/// takes, balanced, with one base for all.
pub(super) fn rows(needs: &[RowNeed], first: Pt, next: Pt) -> RowPlan {
    let least: f64 = needs
        .iter()
        .map(|need| height(need, f64::from(LOWEST_BASE), true))
        .sum();
    let mut pages = 1;
    while first.0 + number(pages - 1) * next.0 < least && pages < needs.len() {
        pages += 1;
    }
    while pages <= needs.len() {
        let counts = balanced(needs.len(), pages);
        for is_compact in [false, true] {
            if let Some(base) = common_base(needs, &counts, [first, next], is_compact) {
                return RowPlan {
                    base,
                    is_compact,
                    counts,
                    is_too_high: false,
                };
            }
        }
        pages += 1;
    }
    RowPlan {
        base: Pt(f64::from(LOWEST_BASE)),
        is_compact: true,
        counts: vec![1; needs.len()],
        is_too_high: !needs.is_empty(),
    }
}

/// `count` things on `pages` pages, as evenly as can be, the longer pages first.
pub(super) fn balanced(count: usize, pages: usize) -> Vec<usize> {
    let pages = pages.max(1);
    (0..pages)
        .map(|page| count / pages + usize::from(page < count % pages))
        .collect()
}

/// The highest base at which each page's rows fit: the smallest of the pages'.
fn common_base(
    needs: &[RowNeed],
    counts: &[usize],
    [first, next]: [Pt; 2],
    is_compact: bool,
) -> Option<Pt> {
    let mut from = 0;
    let mut base = HIGHEST_BASE;
    let rooms = std::iter::once(first).chain(std::iter::repeat(next));
    for (count, room) in counts.iter().zip(rooms) {
        let page = needs.get(from..from + count)?;
        let fits = |base: u8| {
            let sum: f64 = page
                .iter()
                .map(|need| height(need, f64::from(base), is_compact))
                .sum();
            sum <= room.0 + TOLERANCE
        };
        base = (LOWEST_BASE..=base).rev().find(|base| fits(*base))?;
        from += count;
    }
    Some(Pt(f64::from(base)))
}

fn height(need: &RowNeed, base: f64, is_compact: bool) -> f64 {
    let wording = if is_compact {
        COMPACT_LINE * number(need.compact_lines)
    } else {
        LINE * number(need.lines)
    };
    // Height gives nothing to rows whose boxes do not grow.
    let base = if need.grows {
        base
    } else {
        f64::from(LOWEST_BASE)
    };
    let fields = base * number(need.field_lines) + need.extra.0;
    fields.max(wording + ROW_MARGIN)
}

/// What a line of running text needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineNeed {
    /// Distance from the baseline before it.
    pub(super) gap: Pt,
    /// How far what stands on it reaches below its baseline.
    pub(super) extent: Pt,
    /// Whether a page may begin with it.
    pub(super) may_begin: bool,
    /// Whether a section begins with it.
    pub(super) is_section: bool,
}

/// Baselines between which running text stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// First baseline on the first page.
    pub(super) first: Pt,
    /// First baseline on the others.
    pub(super) next: Pt,
    /// Below this nothing reaches.
    pub(super) bottom: Pt,
}

impl Room {
    /// The least depth of a page that is not almost empty: a third.
    fn least(&self) -> Pt {
        (self.bottom - self.next) / 3.0
    }
}

/// The blocks that begin pages, the first of them 0, where `between` lies from the end of one to the next. First fit; then the last page takes
/// whole blocks from the one before until it is a third full.
pub(super) fn blocks(depths: &[Pt], between: Pt, room: &Room) -> Vec<usize> {
    let mut starts = vec![0];
    let mut y = room.first;
    for (index, pair) in (1..).zip(depths.windows(2)) {
        let [above, depth] = pair else { continue };
        y = y + *above + between;
        if y + *depth > room.bottom {
            starts.push(index);
            y = room.next;
        }
    }
    if let [.., before, last] = starts.as_mut_slice() {
        let height = |from: usize| -> Pt {
            let on_page = depths.get(from..).unwrap_or_default();
            on_page.iter().map(|depth| *depth + between).sum()
        };
        while *last > *before + 1 && height(*last) < room.least() {
            *last -= 1;
        }
    }
    starts
}

/// The lines that begin pages, the first of them 0. First fit; then the last page takes from the one before what it needs to be a third full.
pub(super) fn breaks(lines: &[LineNeed], room: &Room) -> Vec<usize> {
    let mut starts = vec![0];
    let mut start = 0;
    while let Some(next) = page_end(lines, start, room) {
        starts.push(next);
        start = next;
    }
    fill_last(lines, room, &mut starts);
    starts
}

/// The line that begins the page after the one that begins with `start`; `None` if all fit.
fn page_end(lines: &[LineNeed], start: usize, room: &Room) -> Option<usize> {
    let mut y = if start == 0 { room.first } else { room.next };
    let mut may_end = None;
    for (index, line) in lines.iter().enumerate().skip(start) {
        if index > start {
            y = y + line.gap;
            if line.may_begin {
                may_end = Some(index);
            }
        }
        if (y + line.extent).0 > room.bottom.0 + TOLERANCE && index > start {
            return Some(may_end.unwrap_or(index));
        }
    }
    None
}

/// Distance from the first baseline of a page to its last.
fn depth(lines: &[LineNeed], from: usize, to: usize) -> Pt {
    lines
        .get(from + 1..to)
        .map_or(Pt(0.0), |rest| rest.iter().map(|line| line.gap).sum())
}

fn fill_last(lines: &[LineNeed], room: &Room, starts: &mut Vec<usize>) {
    let [.., before, last] = starts.as_slice() else {
        return;
    };
    let (before, last) = (*before, *last);
    if depth(lines, last, lines.len()) >= room.least() {
        return;
    }
    let suits = |index: &usize| {
        let fits = room.next + depth(lines, *index, lines.len()) <= room.bottom;
        lines.get(*index).is_some_and(|line| line.may_begin)
            && depth(lines, *index, lines.len()) >= room.least()
            && depth(lines, before, *index) >= room.least()
            && fits
    };
    let begins_section = |index: &usize| lines.get(*index).is_some_and(|line| line.is_section);
    let candidates = || (before + 1..last).rev().filter(suits);
    let chosen = candidates().find(begins_section).or(candidates().next());
    if let (Some(chosen), Some(last)) = (chosen, starts.last_mut()) {
        *last = chosen;
    }
}
