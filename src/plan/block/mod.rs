//! What is printed: the sections of a workbook, in reading order, with every word already chosen.
//!
//! In: nothing; these are the types that `plan` builds. Out: sections that `layout` can place without knowing a programme or a language.
//! Never: knows how wide a page is.

mod front;
mod unit;

pub use crate::spec::markup::{Markup, MarkupBlock, MarkupItem, Run};
pub use front::{
    Contents, ContentsGroup, ContentsRow, Cover, CoverEntry, Figures, Prose, ProseItem,
    ProseSection, Voice,
};
pub use unit::{
    Account, AskBlock, Closing, Opener, PartsList, PartsRow, QuestionGroup, Recalled, Register,
    RegisterRow, Row, Rows,
};

use super::field::FieldIndex;

/// Which section, counted from 0 in [`super::Plan::sections`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SectionIndex(pub usize);

/// Where a line of an overview leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// To the first page of a section.
    Section(SectionIndex),
    /// To the page of a field, for a table that may stand behind its section's first page.
    Field(FieldIndex),
}

/// One section; each begins on a new page.
#[derive(Clone, Debug)]
pub enum Section {
    /// The first page.
    Cover(Cover),
    /// A page of prose: about the programme, how to use the workbook.
    Prose(Prose),
    /// Contents and counts.
    Contents(Contents),
    /// The opening page of a competency, unit or element.
    Opener(Opener),
    /// A table of rows, one for each indicator, marking point or question.
    Rows(Rows),
    /// A page for one long answer beside the rows that it is about.
    Account(Account),
    /// What is asked after the children: theory, prescription, sign-off.
    Closing(Closing),
}

/// The line at the head of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunningHead {
    /// As in "4.1  Customer categorization and relationships".
    pub left: String,
    /// As in "Part 3 of 4".
    pub right: String,
}
