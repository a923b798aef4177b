//! The first page: whose workbook, of what, for whom.
//!
//! In: a cover. Out: its page, and more where it asks or lists more than a page holds. Never: cuts a name or a title.

use crate::geometry::{Pt, Rect};
use crate::layout::compose::Composer;
use crate::layout::measure::block;
use crate::layout::page::{ElementIndex, Role};
use crate::layout::theme::Theme;
use crate::plan::block::Cover;

use super::covered::{self, Entry};
use super::publisher;
use super::questions::{Stack, Stacking};

/// The accent rule at the head.
const RULE: Pt = Pt(48.0);
/// The last box ends so far above the foot of the sheet.
const ABOVE_FOOT: Pt = Pt(74.0);
/// The block's rule above its first label; its heading and help below that rule.
const RULE_ABOVE_LABEL: Pt = Pt(28.0);
const HEADING_BELOW_RULE: Pt = Pt(30.0);
const HELP_BELOW_HEADING: Pt = Pt(16.0);
/// Line of the identity above the page mark.
const IDENTITY_ABOVE_MARK: Pt = Pt(22.0);
const IDENTITY_HEIGHT: Pt = Pt(12.0);

/// How the questions of a cover are stacked.
fn stacking(theme: &Theme) -> Stacking<'_> {
    Stacking {
        theme,
        line: theme.boxes.cover_line,
        below: Pt(18.0),
        date: Pt(100.0),
        whole_lines: 1,
        least_page: Pt(120.0),
    }
}

/// Places the cover.
pub(super) fn place(composer: &mut Composer<'_>, cover: &Cover, parent: ElementIndex) {
    let theme = composer.theme;
    composer.start_page(None);
    composer.bookmark(cover.title.clone(), 1, Pt(0.0));
    let frame = theme.frame;
    let section = composer.element(parent, Role::Sect);
    composer.rule(RULE, theme.rules.opening, theme.colors.accent);
    publisher::place(composer, &cover.publisher, section);
    let mut stack = Stack::new(composer.plan, &cover.fields, &stacking(theme));
    let last = frame.paper.height - ABOVE_FOOT;
    let highest = theme
        .cover
        .highest_block
        .max(covered::least_end(theme, cover) + RULE_ABOVE_LABEL);
    let rest = stack.cut(last - highest);
    let heading = block(&cover.heading, theme.text.section_heading, theme.frame.band);
    let help = block(&cover.help, theme.text.help, theme.frame.band);
    // One low box leaves less room beside it than the words in the band need.
    let band = HEADING_BELOW_RULE + heading.depth() + HELP_BELOW_HEADING + help.depth();
    let first_label = last - stack.height().max(band - RULE_ABOVE_LABEL);
    let rule = first_label - RULE_ABOVE_LABEL;
    let foot = if cover.fields.is_empty() { last } else { rule };
    let left_over = covered::place(composer, cover, foot, section);
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
        y: frame.mark - IDENTITY_ABOVE_MARK,
        width: frame.width(),
        height: IDENTITY_HEIGHT,
    };
    composer.widget(
        cover.identity,
        identity,
        theme.text.page_mark.size,
        false,
        section,
    );
    more_entries(composer, left_over, section);
    more_questions(composer, rest, section);
}

/// Entries that the cover has no room for.
fn more_entries(composer: &mut Composer<'_>, left: Vec<Entry>, section: ElementIndex) {
    let theme = composer.theme;
    let mut left = left;
    while !left.is_empty() {
        composer.start_page(None);
        let foot = theme.frame.bottom;
        left = covered::entries(
            composer,
            left,
            theme.spacing.title_baseline,
            foot,
            false,
            section,
        );
    }
}

/// Questions that the cover has no room for.
fn more_questions(composer: &mut Composer<'_>, rest: Option<Stack>, section: ElementIndex) {
    let theme = composer.theme;
    let frame = theme.frame;
    let mut rest = rest;
    while let Some(mut stack) = rest {
        composer.start_page(None);
        rest = stack.cut(frame.bottom - theme.spacing.title_baseline);
        stack.place(
            composer,
            frame.column,
            theme.spacing.title_baseline,
            section,
        );
    }
}
