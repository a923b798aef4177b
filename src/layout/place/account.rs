//! A page for one long answer, the rows that it is about recalled beside it.
//!
//! In: an account. Out: its page, and more where it asks more than a page holds. Never: lets a long answer have less than 300 points.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::measure::{block, number};
use crate::layout::page::{ElementIndex, Role};
use crate::layout::theme::Theme;
use crate::plan::Plan;
use crate::plan::block::{Account, Section, SectionIndex};

use super::questions::{Stack, Stacking};
use super::titles::{Head, Titles};

/// Label of the answer and heading of the band, under two lines of help; the rule and the first recalled row.
const LABEL: Pt = Pt(140.0);
const RULE_BELOW_LABEL: Pt = Pt(4.0);
const FIRST_RECALLED: Pt = Pt(19.0);
/// Where the wording begins, right of its number, and what stays free right of it.
const RIGHT_OF_TEXT: Pt = Pt(4.0);
const TEXT_INDENT: Pt = Pt(14.0);
/// Between recalled rows, beyond the line distance.
const BETWEEN: Pt = Pt(5.0);
/// A second line of help is part of the page as drawn.
const SECOND_HELP: Pt = Pt(12.5);
/// How far letters reach below their baseline.
const DESCENT: Pt = Pt(3.0);

/// How the questions of an account are stacked.
fn stacking(theme: &Theme) -> Stacking<'_> {
    Stacking {
        theme,
        line: theme.boxes.sign_off_line,
        below: Pt(16.0),
        date: Pt(108.0),
        whole_lines: 2,
        least_page: Pt(300.0),
    }
}

/// Places an account. Where a closing of the height `below` fits on its last page, leaves room for it and returns where the account ends.
pub(super) fn place(
    composer: &mut Composer<'_>,
    index: SectionIndex,
    account: &Account,
    below: Option<Pt>,
    parent: ElementIndex,
) -> Option<Pt> {
    let theme = composer.theme;
    let frame = theme.frame;
    let section = composer.element_in(parent, Role::Sect, account.language.as_deref());
    let titles = Titles {
        kicker: &account.kicker,
        title: &account.title,
        help: &account.help,
        level: level(composer.plan, index, account),
        spoken: Some(&account.spoken_title),
    };
    let mut head = Some(Head::of(composer, titles));
    let down = head.as_ref().map_or(Pt(0.0), Head::depth) - SECOND_HELP;
    let label = LABEL + down.max(Pt(0.0));
    let stacking = stacking(theme);
    let mut stack = Some(Stack::new(composer.plan, &account.fields, &stacking));
    let mut is_first = true;
    let mut end = None;
    while let Some(mut page) = stack {
        stack = page.cut_evenly(frame.bottom - label);
        composer.start_page(Some(&account.running));
        let head = head.take().unwrap_or_else(|| Head::of(composer, titles));
        head.place(composer, is_first.then_some(section));
        let spare = frame.bottom - label - page.height();
        let left = below.filter(|height| stack.is_none() && *height <= spare);
        let bottom = frame.bottom - left.unwrap_or_default();
        if is_first {
            recalled(composer, account, label, bottom, section);
        }
        is_first = false;
        let share = (spare - left.unwrap_or_default()).max(Pt(0.0));
        page.grow(share / number(page.page_count().max(1)));
        page.place(composer, frame.column, label, section);
        end = left.map(|_| bottom);
    }
    end
}

/// An account is one level below the table of rows that it follows, and on its level where it comes first.
fn level(plan: &Plan, index: SectionIndex, account: &Account) -> u8 {
    let Some(rows_at) = account.rows_section else {
        return 3;
    };
    let level = match plan.sections.get(rows_at.0) {
        Some(Section::Rows(rows)) => rows.heading_level,
        Some(_) | None => 3,
    };
    level + u8::from(rows_at < index)
}

/// The rows that the account is about; those that run past the box are named by their numbers alone.
fn recalled(
    composer: &mut Composer<'_>,
    account: &Account,
    label: Pt,
    bottom: Pt,
    section: ElementIndex,
) {
    let theme = composer.theme;
    if account.recalled.is_empty() {
        return;
    }
    let frame = theme.frame;
    let tag = composer.element(section, Role::P);
    let heading = block(
        &account.band_heading,
        theme.text.column_head,
        theme.frame.band,
    );
    let y = composer.text(heading, frame.left, label, Some(tag));
    let rule = y + RULE_BELOW_LABEL;
    composer.rule_between(
        frame.left,
        frame.left + theme.frame.band,
        rule,
        theme.rules.table,
        theme.colors.ink,
    );
    let list = composer.element(section, Role::L);
    let step = theme.text.recalled.leading + BETWEEN;
    let limit = bottom - DESCENT;
    let count = account.recalled.len();
    let mut y = rule + FIRST_RECALLED - RULE_BELOW_LABEL;
    for (index, row) in account.recalled.iter().enumerate() {
        let text = block(
            &row.wording,
            theme.text.recalled,
            frame.band - TEXT_INDENT - RIGHT_OF_TEXT,
        );
        // The line that names the rest needs its own room, unless this row is the last.
        let rest = if index + 1 < count { step } else { Pt(0.0) };
        if y + text.depth() + rest > limit {
            the_rest(composer, account, index, y, list);
            return;
        }
        let item = composer.element(list, Role::LI);
        let tag = composer.element(item, Role::Lbl);
        let figure = block(
            &row.number.to_string(),
            theme.accented(theme.text.recalled),
            TEXT_INDENT,
        );
        composer.text(figure, frame.left, y, Some(tag));
        let body = composer.element_in(item, Role::LBody, row.language.as_deref());
        y = composer.text(text, frame.left + TEXT_INDENT, y, Some(body)) + step;
    }
}

/// "15 to 24: see page 40".
fn the_rest(
    composer: &mut Composer<'_>,
    account: &Account,
    first_left: usize,
    y: Pt,
    list: ElementIndex,
) {
    let theme = composer.theme;
    let (Some(from), Some(to)) = (account.recalled.get(first_left), account.recalled.last()) else {
        return;
    };
    let pages = account
        .rows_section
        .and_then(|section| composer.row_pages.get(section.0));
    let page = pages
        .and_then(|pages| pages.get(first_left).copied())
        .unwrap_or_else(|| composer.page());
    let phrase = if from.number == to.number {
        &account.recalled_one
    } else {
        &account.recalled_more
    };
    let words = phrase
        .replace("{from}", &from.number.to_string())
        .replace("{to}", &to.number.to_string())
        .replace("{page}", &(page + 1).to_string());
    let item = composer.element(list, Role::LI);
    let body = composer.element(item, Role::LBody);
    let style = theme.accented(theme.text.recalled);
    let left = theme.frame.left;
    composer.text(block(&words, style, theme.frame.band), left, y, Some(body));
}
