//! The middle of a cover: figure, kind, title, and the list of what is covered.
//!
//! In: a cover and how low its middle may reach. Out: the middle on the page, and the entries that are left for the next.
//! Never: shortens a title.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::measure::{TextBlock, block, number, one_line};
use crate::layout::page::{ElementIndex, Role};
use crate::layout::theme::Theme;
use crate::plan::block::Cover;
use crate::text::font::ink;

/// From the title's last baseline to the hairline, from there to the first entry, and from entry to entry.
const TITLE_TO_RULE: Pt = Pt(20.0);
const RULE_TO_ENTRY: Pt = Pt(22.0);
const ENTRY: Pt = Pt(20.0);
/// Where the title of an entry begins, right of the column's edge.
const ENTRY_INDENT: Pt = Pt(28.0);

/// The figure, shrunk until its ink is no wider than the band; its ink begins at the left edge.
fn figure(composer: &mut Composer<'_>, text: &str, heading: ElementIndex) {
    let theme = composer.theme;
    let style = theme.text.area_figure;
    let Some(full) = ink(text, style.face, style.size) else {
        return;
    };
    let width = (full.right - full.left).0;
    let scale = (theme.frame.band.0 / width).min(1.0);
    let x = theme.frame.left - full.left * scale;
    // The space keeps figure and title apart when the heading is read aloud or copied.
    let figure = one_line(&format!("{text} "), style.sized(style.size * scale));
    composer.text(figure, x, theme.cover.figure, Some(heading));
}

/// What the cover says of the workbook, measured.
struct Middle {
    kind: TextBlock,
    title: TextBlock,
    entries: Vec<Entry>,
    /// What stands around the title.
    around_title: Pt,
}

/// One line of the list: code and title, or a note.
pub(super) struct Entry {
    code: Option<TextBlock>,
    text: TextBlock,
    is_note: bool,
}

impl Middle {
    /// From the kind's last baseline to the title's first, and from the title's last to the first entry's.
    fn around_title(theme: &Theme) -> Pt {
        theme.text.cover_title.leading + TITLE_TO_RULE + RULE_TO_ENTRY
    }

    /// From the first entry's baseline to the last one's.
    fn list_depth(&self) -> Pt {
        let entries: Pt = self.entries.iter().map(|entry| entry.text.depth()).sum();
        entries + ENTRY * number(self.entries.len().saturating_sub(1))
    }

    /// From the kind's last baseline to the last entry's.
    fn depth(&self) -> Pt {
        self.around_title + self.title.depth() + self.list_depth()
    }
}

/// Where the middle of a cover ends at least, and what stays free below it.
pub(super) fn least_end(theme: &Theme, cover: &Cover) -> Pt {
    let title = block(
        &cover.title,
        theme.text.part_title,
        theme.frame.column_width(),
    );
    theme.cover.highest_title + Middle::around_title(theme) + title.depth() + TITLE_TO_RULE
}

/// Kind, figure and title, and the list of what is covered, ending above `end`; returns the entries that do not fit.
pub(super) fn place(
    composer: &mut Composer<'_>,
    cover: &Cover,
    end: Pt,
    section: ElementIndex,
) -> Vec<Entry> {
    let theme = composer.theme;
    let frame = theme.frame;
    let foot = end - TITLE_TO_RULE;
    let middle = measured(composer, cover, foot);
    // The title's last line stands beside the figure while it has two at most; more grow downward. What reaches the block below moves up.
    let above = middle.title.depth().min(theme.text.cover_title.leading);
    let natural = theme.cover.figure - above - theme.text.cover_title.leading;
    let y = natural
        .min(foot - middle.depth())
        .max(theme.cover.highest_title);
    let kind = composer.element(section, Role::P);
    let kind_y = y - middle.kind.depth();
    composer.text(middle.kind, frame.column, kind_y, Some(kind));
    let heading = composer.element(section, Role::Heading(1));
    if let Some(code) = &cover.figure {
        figure(composer, code, heading);
    }
    let leading = theme.text.cover_title.leading;
    let y = composer.text(middle.title, frame.column, y + leading, Some(heading));
    let rule = y + TITLE_TO_RULE;
    if rule > foot {
        composer.warn_of_no_room(&cover.title);
    }
    composer.rule_between(
        frame.column,
        frame.right,
        rule,
        theme.rules.row,
        theme.colors.hair,
    );
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
    let theme = composer.theme;
    let width = theme.frame.column_width();
    let mut middle = Middle {
        around_title: Middle::around_title(theme),
        kind: block(&cover.kind, theme.text.body, width),
        title: block(&cover.title, theme.text.cover_title, width),
        entries: list(composer, cover),
    };
    let list_depth = middle.list_depth();
    let room = foot - theme.cover.highest_title - Middle::around_title(theme);
    for with_list in [list_depth, Pt(0.0)] {
        for style in [
            theme.text.cover_title,
            theme.text.page_title,
            theme.text.part_title,
        ] {
            middle.title = block(&cover.title, style, width);
            if middle.title.depth() + with_list <= room {
                return middle;
            }
        }
    }
    middle
}

fn list(composer: &Composer<'_>, cover: &Cover) -> Vec<Entry> {
    let theme = composer.theme;
    let width = theme.frame.column_width();
    let code_style = theme.accented(theme.text.body_strong);
    let mut entries: Vec<Entry> = cover
        .entries
        .iter()
        .map(|entry| {
            let code = entry.code.as_ref().map(|code| one_line(code, code_style));
            let indent = code.as_ref().map_or(Pt(0.0), indent);
            Entry {
                code,
                text: block(&entry.title, theme.text.body, width - indent),
                is_note: false,
            }
        })
        .collect();
    entries.extend(cover.notes.iter().map(|note| Entry {
        code: None,
        text: block(note, theme.text.help, width),
        is_note: true,
    }));
    entries
}

/// Where the title beside a code begins.
fn indent(code: &TextBlock) -> Pt {
    ENTRY_INDENT.max(code.width() + Pt(8.0))
}

/// Places entries from a baseline down to `foot`, on the cover perhaps none; returns those that are left.
pub(super) fn entries(
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
