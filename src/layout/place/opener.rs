//! The opening page of a competency, unit or element.
//!
//! In: an opener. Out: code and title, its texts, the list of its parts, and what is asked first. Never: shrinks a title below a part's.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::flow::{Flow, SECTION_RULE, stacked};
use crate::layout::mark::{Content, Goal, Mark};
use crate::layout::measure::{block, number, one_line};
use crate::layout::page::{ElementIndex, Role};
use crate::plan::block::{Opener, PartsList, PartsRow};

use super::closing::{self, Place};

/// The accent rule at the head, the kicker, and the code.
const RULE: Pt = Pt(48.0);
const KICKER_BASELINE: Pt = Pt(72.0);
const CODE_BASELINE: Pt = Pt(116.0);
/// First baseline of the first section.
const FIRST: Pt = Pt(160.0);
/// Titles have so many lines at 28; more are set at 20.
const MOST_LINES: usize = 3;
/// From line to line of the list of parts, and where counts end, from the right edge.
const PART: Pt = Pt(18.0);
const COUNT_END: Pt = Pt(60.0);

/// Places an opening page; `section` is the element of all that belongs to it.
pub(super) fn place(composer: &mut Composer<'_>, opener: &Opener, section: ElementIndex) {
    let theme = composer.theme;
    composer.start_page(None);
    let name = match &opener.code {
        Some(code) => format!("{code}  {}", opener.title),
        None => opener.title.clone(),
    };
    composer.bookmark(name, 1, Pt(0.0));
    composer.rule(RULE, theme.rules.opening, theme.colors.accent);
    let down = title(composer, opener, section);
    let mut flow = Flow::default();
    for part in &opener.sections {
        flow.section(composer, section, part, 3);
    }
    if let Some(parts) = &opener.parts {
        parts_list(composer, parts, section, &mut flow);
    }
    for part in &opener.more_sections {
        flow.section(composer, section, part, 3);
    }
    let head = &opener.running;
    let start = if flow.lines.is_empty() {
        composer.hairline(FIRST + down - SECTION_RULE);
        Place::UnderTitle(FIRST + down - SECTION_RULE)
    } else {
        Place::Below(flow.place(composer, FIRST + down, Some(head)))
    };
    closing::blocks(composer, &opener.asks, start, head, section);
}

/// Kicker, code and title; returns how far the title pushes the rest down.
fn title(composer: &mut Composer<'_>, opener: &Opener, section: ElementIndex) -> Pt {
    let theme = composer.theme;
    let frame = theme.frame;
    let tag = composer.element(section, Role::P);
    let kicker = one_line(&opener.kicker, theme.text.kicker);
    composer.text(kicker, frame.left, KICKER_BASELINE, Some(tag));
    let heading = composer.element(section, Role::Heading(2));
    if let Some(code) = &opener.code {
        let style = theme.text.code;
        // The space keeps code and title apart when the heading is read aloud or copied.
        let code = format!("{code} ");
        let full = one_line(&code, style);
        let scale = (theme.frame.band.0 / full.width().0.max(1.0)).min(1.0);
        let code = if scale < 1.0 {
            one_line(&code, style.sized(style.size * scale))
        } else {
            full
        };
        composer.text(code, frame.left, CODE_BASELINE, Some(heading));
    }
    let mut title = block(&opener.title, theme.text.page_title, frame.column_width());
    if title.lines.len() > MOST_LINES {
        title = block(&opener.title, theme.text.part_title, frame.column_width());
    }
    // The last line stands on the code's baseline; two lines grow upward, more grow downward.
    let above = title.style.leading * number(title.lines.len().saturating_sub(1).min(1));
    let first = CODE_BASELINE - above;
    composer.text(title, frame.column, first, Some(heading)) - CODE_BASELINE
}

/// The list of parts as a section of its own.
fn parts_list(
    composer: &mut Composer<'_>,
    parts: &PartsList,
    parent: ElementIndex,
    flow: &mut Flow,
) {
    let theme = composer.theme;
    let group = composer.element(parent, Role::Sect);
    let heading = composer.element(group, Role::Heading(3));
    let title = block(&parts.heading, theme.text.section_heading, theme.frame.band);
    let left = theme.frame.left;
    let marks = stacked(composer, title, left, heading);
    let depth = flow.begin_section(marks);
    let before = flow.lines.len();
    let list = composer.element(group, Role::L);
    for row in &parts.rows {
        let item = composer.element(list, Role::LI);
        let body = composer.element(item, Role::LBody);
        part(composer, parts, row, body, flow);
    }
    flow.end_section(before, depth);
}

fn part(
    composer: &mut Composer<'_>,
    parts: &PartsList,
    row: &PartsRow,
    body: ElementIndex,
    flow: &mut Flow,
) {
    let theme = composer.theme;
    let frame = theme.frame;
    let color = if row.is_secondary {
        theme.colors.label
    } else {
        theme.text.body.color
    };
    let style = theme.text.body.colored(color);
    let count = one_line(&row.count, style);
    let count_start = frame.right - COUNT_END - count.width();
    let link = composer.element(body, Role::Link);
    let said: Vec<&str> = [&row.title, &row.count, &parts.page_word]
        .map(String::as_str)
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect();
    composer.references.speak(link, said.join(", "), row.target);
    let title = block(&row.title, style, count_start - Pt(8.0) - frame.column);
    let mut lines = composer.marks(title, frame.column, Some(link));
    for mark in lines.iter_mut().flatten() {
        mark.goal = Some(Goal::Inside(row.target));
    }
    let mut rest = vec![Mark {
        x: frame.right,
        down: Pt(0.0),
        content: Content::PageNumber {
            before: format!("{} ", parts.page_word),
            target: row.target,
            style: composer.theme.text.body.colored(theme.colors.label),
        },
        color: theme.colors.label,
        // Within the link, which says title, count and page in one: a figure by itself says nothing.
        tag: Some(link),
        goal: Some(Goal::Inside(row.target)),
    }];
    let count = composer.marks(count, count_start, Some(link));
    rest.extend(count.into_iter().flatten());
    // Page and count follow the title in reading order, so they stand on its last line.
    let last = lines.len().saturating_sub(1);
    if lines.is_empty() {
        flow.line(PART, true, std::mem::take(&mut rest));
    }
    for (index, mut marks) in lines.into_iter().enumerate() {
        if index == last {
            marks.append(&mut rest);
        }
        let leading = if index == 0 {
            PART
        } else {
            theme.text.body.leading
        };
        flow.line(leading, index == 0, marks);
    }
}
