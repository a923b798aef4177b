//! The first page: whose workbook, of what, for whom.
//!
//! In: a cover. Out: its page, and more where it asks or lists more than a page holds. Never: cuts a name or a title.

use crate::geometry::{Pt, Rect};
use crate::layout::compose::Composer;
use crate::layout::measure::{TextBlock, block, number, one_line};
use crate::layout::page::{ElementIndex, Role};
use crate::layout::running::mark_baseline;
use crate::layout::theme::{
    AREA_FIGURE, BODY, BODY_STRONG, COVER_TITLE, Frame, HAIR, HAIRLINE, HELP, OPENING_RULE,
    PAGE_MARK, PAGE_TITLE, PART_TITLE, SECTION_HEADING, TITLE_BASELINE,
};
use crate::plan::block::Cover;
use crate::text::font::ink;

use super::publisher;
use super::questions::{Stack, Stacking};

/// The accent rule at the head.
const RULE: Pt = Pt(48.0);
/// Baseline of the figure, and of the title's last line while it has two at most.
const FIGURE: Pt = Pt(384.0);
/// No text of the title's block stands higher.
const HIGHEST: Pt = Pt(150.0);
/// From the title's last baseline to the hairline, from there to the first entry, and from entry to entry.
const TITLE_TO_RULE: Pt = Pt(20.0);
const RULE_TO_ENTRY: Pt = Pt(22.0);
const ENTRY: Pt = Pt(20.0);
/// Where the title of an entry begins, right of the column's edge.
const ENTRY_INDENT: Pt = Pt(28.0);
/// The last box ends so far above the foot of the sheet.
const ABOVE_FOOT: Pt = Pt(74.0);
/// The block's rule above its first label; its heading and help below that rule.
const RULE_ABOVE_LABEL: Pt = Pt(28.0);
const HEADING_BELOW_RULE: Pt = Pt(30.0);
const HELP_BELOW_HEADING: Pt = Pt(16.0);
/// The block at the foot begins no higher than this below the head of the sheet.
const HIGHEST_BLOCK: Pt = Pt(440.0);
/// Line of the identity above the page mark.
const IDENTITY_ABOVE_MARK: Pt = Pt(22.0);
const IDENTITY_HEIGHT: Pt = Pt(12.0);

/// How the questions of a cover are stacked.
fn stacking(frame: &Frame) -> Stacking {
    Stacking {
        width: frame.column_width(),
        line: Pt(28.0),
        below: Pt(18.0),
        date: Pt(100.0),
        whole_lines: 1,
        least_page: Pt(120.0),
    }
}

/// Places the cover.
pub(super) fn place(composer: &mut Composer<'_>, cover: &Cover, parent: ElementIndex) {
    composer.start_page(None);
    composer.bookmark(cover.title.clone(), 1, Pt(0.0));
    let frame = composer.theme.frame;
    let section = composer.element(parent, Role::Sect);
    composer.rule(RULE, OPENING_RULE, composer.theme.accent);
    publisher::place(composer, &cover.publisher, section);
    let mut stack = Stack::new(composer.plan, &cover.fields, &stacking(&frame));
    let last = frame.paper.height - ABOVE_FOOT;
    let longest = block(&cover.title, PART_TITLE, frame.column_width()).depth();
    let least_title = HIGHEST + Middle::around_title() + longest;
    let highest = HIGHEST_BLOCK.max(least_title + TITLE_TO_RULE + RULE_ABOVE_LABEL);
    let rest = stack.cut(last - highest);
    let heading = block(&cover.heading, SECTION_HEADING, composer.theme.frame.band);
    let help = block(&cover.help, HELP, composer.theme.frame.band);
    // One low box leaves less room beside it than the words in the band need.
    let band = HEADING_BELOW_RULE + heading.depth() + HELP_BELOW_HEADING + help.depth();
    let first_label = last - stack.height().max(band - RULE_ABOVE_LABEL);
    let rule = first_label - RULE_ABOVE_LABEL;
    let foot = if cover.fields.is_empty() { last } else { rule };
    let left_over = titles(composer, cover, foot - TITLE_TO_RULE, section);
    if !cover.fields.is_empty() {
        composer.heavy_rule(rule);
        let tag = composer.element(section, Role::Heading(2));
        let y = composer.text(heading, frame.left, rule + HEADING_BELOW_RULE, Some(tag));
        let tag = composer.element(section, Role::P);
        composer.text(help, frame.left, y + HELP_BELOW_HEADING, Some(tag));
        stack.place(composer, frame.column, first_label, section);
    }
    let identity = Rect {
        x: frame.left,
        y: mark_baseline(&frame) - IDENTITY_ABOVE_MARK,
        width: frame.width(),
        height: IDENTITY_HEIGHT,
    };
    composer.widget(cover.identity, identity, PAGE_MARK.size, false, section);
    more_entries(composer, left_over, section);
    more_questions(composer, rest, section);
}

/// The figure, shrunk until its ink is no wider than the band; its ink begins at the left edge.
fn figure(composer: &mut Composer<'_>, text: &str, heading: ElementIndex) {
    let style = composer.theme.accented(AREA_FIGURE);
    let Some(full) = ink(text, style.face, style.size) else {
        return;
    };
    let width = (full.right - full.left).0;
    let scale = (composer.theme.frame.band.0 / width).min(1.0);
    let x = composer.theme.frame.left - full.left * scale;
    // The space keeps figure and title apart when the heading is read aloud or copied.
    let figure = one_line(&format!("{text} "), style.sized(style.size * scale));
    composer.text(figure, x, FIGURE, Some(heading));
}

/// What the cover says of the workbook, measured.
struct Middle {
    kind: TextBlock,
    title: TextBlock,
    entries: Vec<Entry>,
}

/// One line of the list: code and title, or a note.
struct Entry {
    code: Option<TextBlock>,
    text: TextBlock,
    is_note: bool,
}

impl Middle {
    /// From the kind's last baseline to the title's first, and from the title's last to the first entry's.
    fn around_title() -> Pt {
        COVER_TITLE.leading + TITLE_TO_RULE + RULE_TO_ENTRY
    }

    /// From the first entry's baseline to the last one's.
    fn list_depth(&self) -> Pt {
        let entries: Pt = self.entries.iter().map(|entry| entry.text.depth()).sum();
        entries + ENTRY * number(self.entries.len().saturating_sub(1))
    }

    /// From the kind's last baseline to the last entry's.
    fn depth(&self) -> Pt {
        Self::around_title() + self.title.depth() + self.list_depth()
    }
}

/// Kind, figure and title, and the list of what is covered, ending above `foot`; returns the entries that do not fit.
fn titles(
    composer: &mut Composer<'_>,
    cover: &Cover,
    foot: Pt,
    section: ElementIndex,
) -> Vec<Entry> {
    let frame = composer.theme.frame;
    let middle = measured(composer, cover, foot);
    // The title's last line stands beside the figure while it has two at most; more grow downward. What reaches the block below moves up.
    let above = middle.title.depth().min(COVER_TITLE.leading);
    let natural = FIGURE - above - COVER_TITLE.leading;
    let y = natural.min(foot - middle.depth()).max(HIGHEST);
    let kind = composer.element(section, Role::P);
    let kind_y = y - middle.kind.depth();
    composer.text(middle.kind, frame.column, kind_y, Some(kind));
    let heading = composer.element(section, Role::Heading(1));
    if let Some(code) = &cover.figure {
        figure(composer, code, heading);
    }
    let leading = COVER_TITLE.leading;
    let y = composer.text(middle.title, frame.column, y + leading, Some(heading));
    let rule = y + TITLE_TO_RULE;
    if rule > foot {
        composer.warn_of_no_room(&cover.title);
    }
    composer.rule_between(frame.column, frame.right, rule, HAIRLINE, HAIR);
    entries(
        composer,
        middle.entries,
        rule + RULE_TO_ENTRY,
        foot,
        true,
        section,
    )
}

/// Measures the middle of the cover in the largest title that leaves room for it; where the list is too long for any, in the largest
/// that leaves room for itself.
fn measured(composer: &Composer<'_>, cover: &Cover, foot: Pt) -> Middle {
    let width = composer.theme.frame.column_width();
    let mut middle = Middle {
        kind: block(&cover.kind, BODY, width),
        title: block(&cover.title, COVER_TITLE, width),
        entries: list(composer, cover),
    };
    let list_depth = middle.list_depth();
    let room = foot - HIGHEST - Middle::around_title();
    for with_list in [list_depth, Pt(0.0)] {
        for style in [COVER_TITLE, PAGE_TITLE, PART_TITLE] {
            middle.title = block(&cover.title, style, width);
            if middle.title.depth() + with_list <= room {
                return middle;
            }
        }
    }
    middle
}

fn list(composer: &Composer<'_>, cover: &Cover) -> Vec<Entry> {
    let width = composer.theme.frame.column_width();
    let code_style = composer.theme.accented(BODY_STRONG);
    let mut entries: Vec<Entry> = cover
        .entries
        .iter()
        .map(|entry| {
            let code = entry.code.as_ref().map(|code| one_line(code, code_style));
            let indent = code.as_ref().map_or(Pt(0.0), indent);
            Entry {
                code,
                text: block(&entry.title, BODY, width - indent),
                is_note: false,
            }
        })
        .collect();
    entries.extend(cover.notes.iter().map(|note| Entry {
        code: None,
        text: block(note, HELP, width),
        is_note: true,
    }));
    entries
}

/// Where the title beside a code begins.
fn indent(code: &TextBlock) -> Pt {
    ENTRY_INDENT.max(code.width() + Pt(8.0))
}

/// Places entries from a baseline down to `foot`, on the cover perhaps none; returns those that are left.
fn entries(
    composer: &mut Composer<'_>,
    entries: Vec<Entry>,
    first: Pt,
    foot: Pt,
    is_cover: bool,
    section: ElementIndex,
) -> Vec<Entry> {
    let x = composer.theme.frame.column;
    let list = composer.element(section, Role::L);
    let mut y = first;
    let mut entries = entries.into_iter();
    let mut left = Vec::new();
    for entry in entries.by_ref() {
        if y + entry.text.depth() > foot && (y > first || is_cover) {
            left.push(entry);
            break;
        }
        if entry.is_note {
            let tag = composer.element(section, Role::P);
            y = composer.text(entry.text, x, y, Some(tag)) + ENTRY;
            continue;
        }
        let item = composer.element(list, Role::LI);
        let mut across = Pt(0.0);
        if let Some(code) = entry.code {
            across = indent(&code);
            let label = composer.element(item, Role::Lbl);
            composer.text(code, x, y, Some(label));
        }
        let body = composer.element(item, Role::LBody);
        y = composer.text(entry.text, x + across, y, Some(body)) + ENTRY;
    }
    left.extend(entries);
    left
}

/// Entries that the cover has no room for.
fn more_entries(composer: &mut Composer<'_>, left: Vec<Entry>, section: ElementIndex) {
    let mut left = left;
    while !left.is_empty() {
        composer.start_page(None);
        let foot = composer.theme.frame.bottom;
        left = entries(composer, left, TITLE_BASELINE, foot, false, section);
    }
}

/// Questions that the cover has no room for.
fn more_questions(composer: &mut Composer<'_>, rest: Option<Stack>, section: ElementIndex) {
    let frame = composer.theme.frame;
    let mut rest = rest;
    while let Some(mut stack) = rest {
        composer.start_page(None);
        rest = stack.cut(frame.bottom - TITLE_BASELINE);
        stack.place(composer, frame.column, TITLE_BASELINE, section);
    }
}
