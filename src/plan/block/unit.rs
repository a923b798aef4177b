//! The pages of one competency, unit or element: opening page, registers, rows, accounts, closing questions.
//!
//! In: nothing; these are types. Out: plain data. Never: knows how wide a page is.

use super::{Markup, ProseSection, RunningHead, SectionIndex, Target};
use crate::plan::field::FieldIndex;

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
    /// Its texts that stand between the list of parts and the questions: theory, evidence, sources.
    pub more_sections: Vec<ProseSection>,
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
    /// Where it leads.
    pub target: Target,
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
    /// Texts on what may be listed, which stand with it.
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
    /// As in "4.1  Part 3  Indicator {from} of {count}", for a page of it with one row.
    pub single_kicker: String,
    /// Title of the part.
    pub title: String,
    /// Language of the node, where it differs.
    pub language: Option<String>,
    /// One line of help.
    pub help: String,
    /// Short texts above the table.
    pub intro: Vec<ProseSection>,
    /// On an assessor's form, the words at the head of the answers' ground.
    pub ground: Option<String>,
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
    /// The rows recalled.
    pub recalled: Vec<Recalled>,
    /// Said where the recalled rows run past the box: "{from} to {to}: see page {page}".
    pub recalled_more: String,
    /// The same where one is left: "15: see page 40".
    pub recalled_one: String,
    /// The section that holds the rows.
    pub rows_section: Option<SectionIndex>,
    /// In printing order; at most one is [`crate::plan::field::Input::Page`], which takes the height that the others leave.
    pub fields: Vec<FieldIndex>,
}

/// A row recalled beside an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recalled {
    /// Its number within the part.
    pub number: usize,
    /// What it says.
    pub wording: String,
    /// Language of the wording, where it differs.
    pub language: Option<String>,
}

/// What is asked after the children.
#[derive(Clone, Debug)]
pub struct Closing {
    /// Head of the page.
    pub running: RunningHead,
    /// Its blocks, in order.
    pub asks: Vec<AskBlock>,
}
