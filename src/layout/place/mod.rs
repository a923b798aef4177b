//! Sections of a plan placed on pages, one kind a file.
//!
//! In: sections and the composer. Out: pages that grow. Never: chooses a word.

mod account;
mod boxes;
mod closing;
mod columns;
mod contents;
mod cover;
mod covered;
mod figures;
mod group;
mod head;
mod key;
mod opener;
mod pen;
mod prose;
mod publisher;
mod questions;
mod register;
mod rows;
mod squares;
mod titles;

use crate::geometry::Pt;
use crate::plan::block::{Section, SectionIndex};

use super::compose::Composer;
use super::page::{ElementIndex, Role};
use super::tree::DOCUMENT;

/// Places every section of the plan.
pub(super) fn sections(composer: &mut Composer<'_>) {
    let plan = composer.plan;
    // Parts, accounts and the closing page belong to the competency that was opened last.
    let mut group = DOCUMENT;
    let mut end = None;
    for (index, section) in plan.sections.iter().enumerate() {
        let next = plan.sections.get(index + 1);
        composer.row_pages.push(Vec::new());
        let parent = match section {
            Section::Cover(_) | Section::Prose(_) | Section::Contents(_) => DOCUMENT,
            Section::Opener(opener) => {
                let language = opener.language.as_deref();
                group = composer.element_in(DOCUMENT, Role::Sect, language);
                group
            }
            Section::Rows(_) | Section::Account(_) | Section::Closing(_) => group,
        };
        let above = end.take();
        if let (Section::Closing(closing), Some(above)) = (section, above) {
            composer.starts.push(composer.page());
            closing::place_below(composer, closing, above, parent);
            continue;
        }
        composer.starts.push(composer.pages.len());
        let below = match next {
            Some(Section::Closing(closing)) => closing::short(composer, closing),
            Some(_) | None => None,
        };
        end = section_at(composer, SectionIndex(index), section, below, parent);
    }
}

/// Places a section. Where a short closing of the height `below` follows and fits on its last page, the section leaves room for it and
/// says where it ends: a page that holds no more than a question or two is no page.
fn section_at(
    composer: &mut Composer<'_>,
    index: SectionIndex,
    section: &Section,
    below: Option<Pt>,
    parent: ElementIndex,
) -> Option<Pt> {
    match section {
        Section::Cover(cover) => cover::place(composer, cover, parent),
        Section::Prose(prose) => prose::place(composer, prose, parent),
        Section::Contents(contents) => contents::place(composer, contents, parent),
        Section::Opener(opener) => opener::place(composer, opener, parent),
        Section::Closing(closing) => closing::place(composer, closing, parent),
        Section::Rows(rows) => {
            let end = rows::place(composer, index, rows, below, parent);
            return below
                .and_then(|height| (end + height <= composer.theme.frame.bottom).then_some(end));
        }
        Section::Account(account) => {
            return account::place(composer, index, account, below, parent);
        }
    }
    None
}
