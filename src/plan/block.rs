//! What is printed: the sections of a workbook, in reading order, with every word already chosen.
//!
//! In: nothing; these are the types that `plan` builds. Out: sections that `layout` can place without knowing a programme or a language.
//! Never: knows how wide a page is.

pub use crate::spec::markup::{Markup, MarkupBlock, MarkupItem, Run};

use super::field::FieldIndex;

/// Which section, counted from 0 in [`super::Plan::sections`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SectionIndex(pub usize);

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

/// The first page.
#[derive(Clone, Debug)]
pub struct Cover {
    /// Who publishes.
    pub publisher: String,
    /// The large figure, as in "4"; absent if there is no code.
    pub figure: Option<String>,
    /// Kind of document, as in "Diploma competency workbook".
    pub kind: String,
    /// Title, as in "Relationships and interaction".
    pub title: String,
    /// What the workbook covers: code and title.
    pub entries: Vec<CoverEntry>,
    /// Lines about what is declared and present, shown under the entries; may be empty.
    pub notes: Vec<String>,
    /// Heading of the block at the foot, as in "Candidate".
    pub heading: String,
    /// Help beside it.
    pub help: String,
    /// What is asked once per workbook.
    pub fields: Vec<FieldIndex>,
    /// The read-only identity: a widget at the page mark of the first page, after the fields above in reading order.
    pub identity: FieldIndex,
}

/// One line of the cover's list.
#[derive(Clone, Debug)]
pub struct CoverEntry {
    /// As in "4.1".
    pub code: Option<String>,
    /// As in "Collaborating".
    pub title: String,
}

/// A page of prose.
#[derive(Clone, Debug)]
pub struct Prose {
    /// As in "Read first".
    pub kicker: String,
    /// Page title.
    pub title: String,
    /// Its sections, in order.
    pub sections: Vec<ProseSection>,
}

/// A heading and its text.
#[derive(Clone, Debug)]
pub struct ProseSection {
    /// Number of a step, from 1.
    pub number: Option<u32>,
    /// Heading.
    pub heading: String,
    /// In which voice the text is set.
    pub voice: Voice,
    /// Language, where it differs from the document's.
    pub language: Option<String>,
    /// The text.
    pub body: Markup,
    /// Items below the text; a term stands before its meaning.
    pub items: Vec<ProseItem>,
}

/// One item below a text.
#[derive(Clone, Debug)]
pub struct ProseItem {
    /// The term explained, if any.
    pub term: Option<String>,
    /// Text or meaning.
    pub body: Markup,
}

/// The typographic voice of a text (`DESIGN.md`, "Type").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Serif 10.5/15.
    Prose,
    /// Serif 10/13: lists and sources.
    Reference,
    /// Sans 10/14: the form's own explanations of terms.
    Form,
}

/// Contents and counts.
#[derive(Clone, Debug)]
pub struct Contents {
    /// As in "At a glance".
    pub kicker: String,
    /// As in "Contents".
    pub title: String,
    /// Column heads: what is covered, part, rows, page.
    pub heads: [String; 4],
    /// One group per competency, unit or element.
    pub groups: Vec<ContentsGroup>,
    /// The line under the table: what is covered, parts, rows; an empty text is left out.
    pub totals: [String; 3],
    /// Figures of the programme; absent if it has none.
    pub figures: Option<Figures>,
}

/// One group of the contents.
#[derive(Clone, Debug)]
pub struct ContentsGroup {
    /// As in "4.1".
    pub code: Option<String>,
    /// Title.
    pub title: String,
    /// Its rows.
    pub rows: Vec<ContentsRow>,
}

/// One line of the contents.
#[derive(Clone, Debug)]
pub struct ContentsRow {
    /// As in "Relational states".
    pub label: String,
    /// Number of rows asked, if it is a table of rows.
    pub count: Option<usize>,
    /// Whether it is set in the secondary colour (register, closing).
    pub is_secondary: bool,
    /// The section it leads to.
    pub target: SectionIndex,
}

/// Figures of the programme: number and what it counts.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Heading.
    pub heading: String,
    /// Help beside it.
    pub help: String,
    /// Number as shown, and its words.
    pub rows: Vec<(String, String)>,
}

/// The opening page of a competency, unit or element.
#[derive(Clone, Debug)]
pub struct Opener {
    /// As in "Competency".
    pub kicker: String,
    /// As in "4.1".
    pub code: Option<String>,
    /// Title.
    pub title: String,
    /// Language of the node, where it differs.
    pub language: Option<String>,
    /// Head of the pages after the first, if it runs over.
    pub running: RunningHead,
    /// Its texts, in the order of their roles, before the list of parts.
    pub sections: Vec<ProseSection>,
    /// The list of parts; absent if there are none.
    pub parts: Option<PartsList>,
    /// What is asked before the children.
    pub asks: Vec<AskBlock>,
}

/// The list of parts on an opening page.
#[derive(Clone, Debug)]
pub struct PartsList {
    /// As in "Competency requirement".
    pub heading: String,
    /// Its lines.
    pub rows: Vec<PartsRow>,
    /// The word before a page number, as in "page".
    pub page_word: String,
}

/// One line of the list of parts.
#[derive(Clone, Debug)]
pub struct PartsRow {
    /// As in "Relational states".
    pub title: String,
    /// As in "4 indicators"; empty for none.
    pub count: String,
    /// Whether it is set in the secondary colour.
    pub is_secondary: bool,
    /// The section it leads to.
    pub target: SectionIndex,
}

/// A block of questions.
#[derive(Clone, Debug)]
pub enum AskBlock {
    /// A table of evidence items.
    Register(Register),
    /// One question, or a group of them under a heading.
    Group(QuestionGroup),
}

/// A table of evidence items.
#[derive(Clone, Debug)]
pub struct Register {
    /// Heading: the question as written.
    pub heading: String,
    /// Help beside it.
    pub help: String,
    /// Texts on evidence that stand above the table.
    pub guidance: Vec<ProseSection>,
    /// Column heads: reference, what it is, what it shows, share.
    pub heads: [String; 4],
    /// Rows: the printed reference ("E1"), then the fields of the three columns.
    pub rows: Vec<RegisterRow>,
}

/// One row of a register.
#[derive(Clone, Debug)]
pub struct RegisterRow {
    /// As in "E1".
    pub reference: String,
    /// What it is, what it shows, share.
    pub fields: [FieldIndex; 3],
}

/// Questions under one heading.
#[derive(Clone, Debug)]
pub struct QuestionGroup {
    /// Small line beside the heading, as in "4.1".
    pub kicker: String,
    /// Heading.
    pub title: String,
    /// What to say before the questions; empty for none.
    pub statement: Markup,
    /// Help under the heading; empty for none.
    pub help: String,
    /// Help in the left band; empty for none.
    pub side_help: String,
    /// The questions.
    pub fields: Vec<FieldIndex>,
}

/// A table of rows.
#[derive(Clone, Debug)]
pub struct Rows {
    /// As in "4.1  Part 3  Indicators".
    pub kicker: String,
    /// As in "4.1  Part 3  Indicators {from} to {to} of {count}", for a table that is split.
    pub split_kicker: String,
    /// Title of the part.
    pub title: String,
    /// Language of the node, where it differs.
    pub language: Option<String>,
    /// One line of help.
    pub help: String,
    /// Head of the page.
    pub running: RunningHead,
    /// Heading level of the title in the structure tree: 3 below a competency, 2 where it is the competency's own.
    pub heading_level: u8,
    /// The scale in words above the table: label of the list, then the entries; `None` where the options need no key.
    pub key: Option<(String, Vec<String>)>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One row: an indicator, marking point or question.
#[derive(Clone, Debug)]
pub struct Row {
    /// Number as printed, from 1.
    pub number: usize,
    /// Its wording.
    pub text: String,
    /// Language, where it differs.
    pub language: Option<String>,
    /// What is asked, in order.
    pub fields: Vec<FieldIndex>,
}

/// A page for one long answer.
#[derive(Clone, Debug)]
pub struct Account {
    /// As in "4.1  Part 3  Account".
    pub kicker: String,
    /// Title of the part.
    pub title: String,
    /// What a screen reader hears as the heading, as in "Account: Relationship management".
    pub spoken_title: String,
    /// Language of the node, where it differs.
    pub language: Option<String>,
    /// Help under the title.
    pub help: String,
    /// Head of the page.
    pub running: RunningHead,
    /// Heading of the left band, as in "Indicators in this part".
    pub band_heading: String,
    /// The rows recalled: number and wording.
    pub recalled: Vec<(usize, String)>,
    /// Said where the recalled rows run past the box: "{from} to {to}: see page {page}".
    pub recalled_more: String,
    /// The section that holds the rows.
    pub rows_section: Option<SectionIndex>,
    /// The long answer, then any shorter ones below it.
    pub fields: Vec<FieldIndex>,
}

/// What is asked after the children.
#[derive(Clone, Debug)]
pub struct Closing {
    /// Head of the page.
    pub running: RunningHead,
    /// Its blocks, in order.
    pub asks: Vec<AskBlock>,
}
