//! Sections of a plan placed on pages, one kind a file.
//!
//! In: sections and the composer. Out: pages that grow. Never: chooses a word.

mod account;
mod boxes;
mod closing;
mod columns;
mod contents;
mod cover;
mod figures;
mod group;
mod key;
mod opener;
mod prose;
mod questions;
mod register;
mod rows;
mod titles;

use crate::plan::block::{Section, SectionIndex};

use super::compose::Composer;
use super::page::{ElementIndex, Role};
use super::tree::DOCUMENT;

/// Places every section of the plan.
pub(super) fn sections(composer: &mut Composer<'_>) {
    let plan = composer.plan;
    // Parts, accounts and the closing page belong to the competency that was opened last.
    let mut group = DOCUMENT;
    for (index, section) in plan.sections.iter().enumerate() {
        composer.starts.push(composer.pages.len());
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
        section_at(composer, SectionIndex(index), section, parent);
    }
}

fn section_at(
    composer: &mut Composer<'_>,
    index: SectionIndex,
    section: &Section,
    parent: ElementIndex,
) {
    match section {
        Section::Cover(cover) => cover::place(composer, cover, parent),
        Section::Prose(prose) => prose::place(composer, prose, parent),
        Section::Contents(contents) => contents::place(composer, contents, parent),
        Section::Opener(opener) => opener::place(composer, opener, parent),
        Section::Rows(rows) => rows::place(composer, index, rows, parent),
        Section::Account(account) => account::place(composer, account, parent),
        Section::Closing(closing) => closing::place(composer, closing, parent),
    }
}
