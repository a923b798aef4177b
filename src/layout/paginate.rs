//! Page breaks: how high rows are, where tables and running text are cut.
//!
//! In: heights in points and the room on a page. Out: rows a page with their heights, and the lines that begin pages.
//! Never: splits a row, leaves a heading at the foot, or knows a coordinate beyond the height of a page.

use crate::geometry::Pt;

use super::measure::number;
use super::theme::Theme;

/// Guards sums of lengths against the last bit.
const TOLERANCE: f64 = 1e-6;

/// What is common to the rows of a table, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measures {
    /// Rows grow no higher than this before space is left at the foot.
    pub(super) highest: f64,
    /// Below this a row has no room for its fields.
    pub(super) lowest: f64,
    /// Line distance of the wording, as usual and compact.
    pub(super) lines: [f64; 2],
    /// What is added to its lines.
    pub(super) margin: f64,
}

impl Measures {
    /// As a theme has them; `least` is what boxes need that do not grow.
    pub(super) fn of(theme: &Theme, least: Pt) -> Self {
        let lowest = theme.rows.lowest.max(least).0;
        Self {
            highest: theme.rows.highest.0.max(lowest),
            lowest,
            lines: [theme.text.list.leading.0, theme.text.list_compact.leading.0],
            margin: theme.rows.margin.0,
        }
    }

    fn height(&self, need: &RowNeed, base: f64, is_compact: bool) -> f64 {
        let [usual, compact] = self.lines;
        let wording = if is_compact {
            compact * number(need.compact_lines)
        } else {
            usual * number(need.lines)
        };
        // Height gives nothing to rows whose boxes do not grow.
        let base = if need.grows { base } else { self.lowest };
        let fields = base * number(need.field_lines) + need.extra.0;
        fields.max(wording + self.margin)
    }
}

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
    measures: Measures,
}

impl RowPlan {
    /// Height of a row.
    pub(super) fn height(&self, need: &RowNeed) -> Pt {
        Pt(self.measures.height(need, self.base.0, self.is_compact))
    }
}

/// Lays out rows in `first` on the first page and `next` on the others: the highest base at which all fit; under the lowest the compact style; then as many pages as it
/// takes, balanced, with one base for all.
pub(super) fn rows(measures: Measures, needs: &[RowNeed], first: Pt, next: Pt) -> RowPlan {
    let least: f64 = needs
        .iter()
        .map(|need| measures.height(need, measures.lowest, true))
        .sum();
    let mut pages = 1;
    while first.0 + number(pages - 1) * next.0 < least && pages < needs.len() {
        pages += 1;
    }
    while pages <= needs.len() {
        let counts = balanced(needs.len(), pages);
        for is_compact in [false, true] {
            if let Some(base) = common_base(&measures, needs, &counts, [first, next], is_compact) {
                return RowPlan {
                    base,
                    is_compact,
                    counts,
                    is_too_high: false,
                    measures,
                };
            }
        }
        pages += 1;
    }
    RowPlan {
        base: Pt(measures.lowest),
        is_compact: true,
        counts: vec![1; needs.len()],
        is_too_high: !needs.is_empty(),
        measures,
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
    measures: &Measures,
    needs: &[RowNeed],
    counts: &[usize],
    [first, next]: [Pt; 2],
    is_compact: bool,
) -> Option<Pt> {
    let mut from = 0;
    let mut base = measures.highest;
    let rooms = std::iter::once(first).chain(std::iter::repeat(next));
    for (count, room) in counts.iter().zip(rooms) {
        let page = needs.get(from..from + count)?;
        let fits = |base: f64| {
            let sum: f64 = page
                .iter()
                .map(|need| measures.height(need, base, is_compact))
                .sum();
            sum <= room.0 + TOLERANCE
        };
        while !fits(base) {
            base -= 1.0;
            if base < measures.lowest {
                return None;
            }
        }
        from += count;
    }
    Some(Pt(base))
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
