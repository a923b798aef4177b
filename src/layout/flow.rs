//! Running text in sections: a heading in the band, text in the column, across as many pages as it takes.
//!
//! In: lines as marks, with their distances. Out: the same on pages. Never: leaves a heading without two lines of its text.

use crate::geometry::Pt;
use crate::plan::block::RunningHead;

use super::compose::Composer;
use super::mark::Mark;
use super::measure::{TextBlock, number};
use super::page::ElementIndex;
use super::paginate::{LineNeed, Room, breaks};

/// Hairline above the first baseline of a section.
pub(super) const SECTION_RULE: Pt = Pt(20.0);
/// From the last baseline of a section to the first of the next.
pub(super) const SECTION_GAP: Pt = Pt(45.0);
/// The same where text is set close.
const COMPACT_GAP: Pt = Pt(24.0);
/// How far letters reach below their baseline.
const DESCENT: Pt = Pt(4.0);

/// One line of running text.
pub(super) struct FlowLine {
    /// What the page breaks have to know.
    pub(super) need: LineNeed,
    /// What stands on it.
    pub(super) marks: Vec<Mark>,
}

/// Running text that is growing.
#[derive(Default)]
pub(super) struct Flow {
    /// Its lines.
    pub(super) lines: Vec<FlowLine>,
    /// Distance that the next line keeps beyond its own line distance.
    pending_gap: Pt,
    /// Lines of the section so far.
    in_section: usize,
    /// How much deeper the heading of the last section is than its text.
    overhang: Pt,
    /// Set close, without rules between sections, above something else on a page.
    pub(super) is_compact: bool,
    /// Stands directly under the rule of a page's head, so that the first section needs none.
    pub(super) is_under_head: bool,
}

impl Flow {
    /// Text set close, without rules between sections.
    pub(super) fn compact() -> Self {
        Self {
            is_compact: true,
            ..Self::default()
        }
    }

    /// From the first baseline to the deepest, on one page.
    pub(super) fn depth(&self) -> Pt {
        let mut y = Pt(0.0);
        let mut deepest = Pt(0.0);
        for (index, line) in self.lines.iter().enumerate() {
            if index > 0 {
                y = y + line.need.gap;
            }
            deepest = deepest.max(y + line.need.extent - DESCENT);
        }
        deepest
    }

    /// Begins a section with what stands in its band; returns how deep that is.
    pub(super) fn begin_section(&mut self, marks: Vec<Mark>) -> Pt {
        let depth = marks.iter().map(|mark| mark.down).fold(Pt(0.0), Pt::max);
        self.lines.push(FlowLine {
            need: LineNeed {
                gap: self.overhang
                    + if self.is_compact {
                        COMPACT_GAP
                    } else {
                        SECTION_GAP
                    },
                extent: depth + DESCENT,
                may_begin: true,
                is_section: true,
            },
            marks,
        });
        self.in_section = 0;
        self.overhang = Pt(0.0);
        self.pending_gap = Pt(0.0);
        depth
    }

    /// Ends a section whose own lines begin at `before`.
    pub(super) fn end_section(&mut self, before: usize, heading_depth: Pt) {
        let depth: Pt = self
            .lines
            .get(before..)
            .unwrap_or_default()
            .iter()
            .map(|line| line.need.gap)
            .sum();
        self.overhang = (heading_depth - depth).max(Pt(0.0));
    }

    /// Adds a line of a section. The first stands on the heading's baseline; neither it nor the second begins a page.
    pub(super) fn line(&mut self, leading: Pt, may_begin: bool, marks: Vec<Mark>) {
        let is_first = self.in_section == 0;
        let gap = if is_first {
            Pt(0.0)
        } else {
            leading + self.pending_gap
        };
        self.lines.push(FlowLine {
            need: LineNeed {
                gap,
                extent: DESCENT,
                may_begin: may_begin && self.in_section >= 2,
                is_section: false,
            },
            marks,
        });
        self.in_section += 1;
        self.pending_gap = Pt(0.0);
    }

    /// Keeps a distance before the next line.
    pub(super) fn space(&mut self, gap: Pt) {
        self.pending_gap = self.pending_gap.max(gap);
    }

    /// Adds a text, cut nowhere but after two lines and before two.
    pub(super) fn text(
        &mut self,
        lead: Vec<Mark>,
        lines: Vec<Vec<Mark>>,
        leading: Pt,
        may_split: bool,
    ) {
        let count = lines.len();
        let mut lead = lead;
        for (index, mut marks) in lines.into_iter().enumerate() {
            let may_begin = index == 0 || (may_split && index >= 2 && count - index >= 2);
            marks.splice(0..0, std::mem::take(&mut lead));
            self.line(leading, may_begin, marks);
        }
    }

    /// Places the lines from a baseline on; pages after the first carry `head`. Returns the last baseline.
    pub(super) fn place(
        self,
        composer: &mut Composer<'_>,
        first: Pt,
        head: Option<&RunningHead>,
    ) -> Pt {
        let room = Room {
            first,
            next: composer.theme.spacing.title_baseline,
            bottom: composer.theme.frame.bottom,
        };
        let needs: Vec<LineNeed> = self.lines.iter().map(|line| line.need).collect();
        let mut starts = breaks(&needs, &room).into_iter().skip(1).peekable();
        let (is_compact, is_under_head) = (self.is_compact, self.is_under_head);
        let mut y = first;
        let mut deepest = first;
        for (index, line) in self.lines.into_iter().enumerate() {
            if starts.next_if_eq(&index).is_some() {
                composer.start_page(head);
                y = room.next;
                deepest = y;
            } else if index > 0 {
                y = y + line.need.gap;
            }
            let is_bare = is_compact || (is_under_head && index == 0);
            if line.need.is_section && !is_bare {
                composer.hairline(y - SECTION_RULE);
            }
            deepest = deepest.max(y + line.need.extent - DESCENT);
            for mark in line.marks {
                composer.put(mark, y);
            }
        }
        deepest
    }
}

/// The marks of a text whose lines hang below one baseline.
pub(super) fn stacked(
    composer: &mut Composer<'_>,
    text: TextBlock,
    x: Pt,
    tag: ElementIndex,
) -> Vec<Mark> {
    let leading = text.style.leading;
    let mut stacked = Vec::new();
    for (index, line) in composer.marks(text, x, Some(tag)).into_iter().enumerate() {
        let down = leading * number(index);
        stacked.extend(line.into_iter().map(|mark| Mark { down, ..mark }));
    }
    stacked
}
