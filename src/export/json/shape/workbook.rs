//! The shape of one workbook in a file: completeness, answers, evidence.
//!
//! In: nothing; these are the rows that `rows` fills in. Out: what serde writes and the schema describes. Never: holds what a stage works with.

use schemars::JsonSchema;
use serde::Serialize;

use crate::export::json::words::{KindWord, PlainNumber, StateWord, WorkbookStatusWord};

/// One workbook, or one copy of it
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "workbook")]
pub struct WorkbookEntry {
    /// Id of the framework
    #[schemars(regex(pattern = "^[a-z][a-z0-9]{1,7}$"))]
    pub framework: String,
    /// Its edition
    #[schemars(regex(pattern = "^[0-9a-z]{1,6}$"))]
    pub edition: String,
    /// Id of the workbook or assessor's form
    #[schemars(regex(pattern = "^w[0-9]{4,5}$"))]
    pub workbook: String,
    /// On an assessor's form, the workbook that it judges
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", regex(pattern = "^w[0-9]{4,5}$"))]
    pub of: Option<String>,
    /// First 16 hex digits of the edition's digest, as the file itself says; not there if it does not say
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", regex(pattern = "^[0-9a-f]{16}$"))]
    pub digest: Option<String>,
    /// The digest of the specification that wording and questions are taken from, where it is not that of the file
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", regex(pattern = "^[0-9a-f]{16}$"))]
    pub known_digest: Option<String>,
    /// What a merging program wrote around every field name, with "*" for the name and "#" for numbers that differ, as in "1.*" or "*+1"; empty for nothing
    pub affix: String,
    /// What became of it
    pub status: WorkbookStatusWord,
    /// How many nodes of each kind the edition has, for each kind that the programme declares a number of
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<CountEntry>,
    /// What is needed once per workbook and not there; empty if nothing was filled in
    pub missing: Vec<MissingEntry>,
    /// One entry per competency, unit or element, in printing order
    pub completeness: Vec<CompletenessEntry>,
    /// One entry per question (per cell of a register), answered or not, in printing order
    pub answers: Vec<AnswerEntry>,
    /// Rows of evidence registers that are begun or cited
    pub evidence: Vec<EvidenceEntry>,
}

/// How many nodes of one kind there are, and how many the programme says it has
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "count")]
pub struct CountEntry {
    /// The kind
    pub kind: String,
    /// The programme's own word for several of them
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub called: Option<String>,
    /// How many the programme declares
    pub declared: u32,
    /// How many the edition gives
    pub given: u32,
    /// How many more it announces, known by code or title alone
    pub announced: u32,
}

/// A question that is needed and not answered
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "missing")]
pub struct MissingEntry {
    /// Id of the node, or of the form
    pub node: String,
    /// Slot of the question
    pub slot: String,
    /// Row of a register
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u16", range(min = 1))]
    pub row: Option<u16>,
    /// Column of a register
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub column: Option<String>,
}

/// How far one competency, unit or element is answered
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "completeness")]
pub struct CompletenessEntry {
    /// Id of the competency, unit or element
    pub node: String,
    /// Its code
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub code: Option<String>,
    /// How far
    pub state: StateWord,
    /// About how many words its narratives have: of a competency those of its parts, of a unit or element also its own
    pub words: usize,
    /// Number of questions in it and below
    pub asked: usize,
    /// How many of them are answered
    pub answered: usize,
    /// The same for each slot, in printing order; empty if nothing was attempted
    pub by_slot: Vec<SlotEntry>,
    /// Words of each part, in printing order; empty if nothing was attempted
    pub parts: Vec<PartEntry>,
    /// Scores of each slot whose options have them
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<ScoreEntry>,
    /// What is needed and not there, in printing order; empty if nothing was attempted
    pub missing: Vec<MissingEntry>,
}

/// How many questions of one slot are answered
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "slot")]
pub struct SlotEntry {
    /// The slot
    pub slot: String,
    /// Number of questions
    pub asked: usize,
    /// How many of them are answered
    pub answered: usize,
}

/// Words of one part
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "part")]
pub struct PartEntry {
    /// Id of the part
    pub node: String,
    /// About how many words its narratives have
    pub words: usize,
}

/// Scores of one slot
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "score")]
pub struct ScoreEntry {
    /// The slot
    pub slot: String,
    /// Number of questions
    pub asked: usize,
    /// How many were ticked as not applicable; their scores do not count
    pub not_applicable: usize,
    /// How many of the others have a score
    pub scored: usize,
    /// Their mean, to three decimals; not there if none has a score
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "f64")]
    pub mean: Option<PlainNumber>,
    /// Sum of these scores
    #[schemars(with = "f64")]
    pub sum: PlainNumber,
    /// The highest sum that these could have had
    #[schemars(with = "f64")]
    pub highest: PlainNumber,
}

/// One question, or one cell of a register, and its answer
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "answer")]
pub struct AnswerEntry {
    /// Name of the field, without affix
    pub field: String,
    /// Id of the node, or of the form for what is asked once per workbook
    pub node: String,
    /// Revision of the node's wording; not there for what is asked once per workbook
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u32", range(min = 1))]
    pub rev: Option<u32>,
    /// At which level it is asked: workbook, or the kind of the node
    pub level: String,
    /// Code of the node
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub code: Option<String>,
    /// Title or text of the node, exactly as it was printed
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub wording: Option<String>,
    /// Slot of the question
    pub slot: String,
    /// Kind of the question
    pub kind: KindWord,
    /// Row of a register
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u16", range(min = 1))]
    pub row: Option<u16>,
    /// Column of a register
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub column: Option<String>,
    /// The question, or the label of the column, exactly as it was printed
    pub question: String,
    /// Page of the file that the field stands on, from 1
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u32", range(min = 1))]
    pub page: Option<u32>,
    /// The answer; null if there is none
    pub value: Option<String>,
    /// What the file holds, where it is not the value
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub raw: Option<String>,
    /// Whether the field still holds what the workbook was published with, which is no answer
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub given: bool,
    /// Whether the file does not have the field, so that nothing is known about the answer
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub absent: bool,
    /// The day that is meant (ISO 8601), where it is beyond doubt
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub date: Option<String>,
    /// The share as a number
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "f64", range(min = 0.0, max = 100.0))]
    pub number: Option<PlainNumber>,
    /// The items of evidence that are cited, each once, in the order of mention
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub refs: Option<Vec<String>>,
    /// Label of the option
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub label: Option<String>,
    /// Score of the option
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "f64")]
    pub score: Option<PlainNumber>,
    /// Yes or no
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub flag: Option<bool>,
    /// About how many words; narratives only
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize")]
    pub words: Option<usize>,
    /// Whether a printed page shows all of it; typed text only
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub fits: Option<bool>,
}

/// One row of an evidence register that is begun or cited
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "evidence")]
pub struct EvidenceEntry {
    /// Id of the node whose register it is, or of the form
    pub node: String,
    /// The reference printed beside the row
    #[serde(rename = "ref")]
    #[schemars(regex(pattern = "^E[0-9]{1,3}$"))]
    pub reference: String,
    /// The row, from 1
    #[schemars(range(min = 1))]
    pub row: u16,
    /// What the item is
    pub what: Option<String>,
    /// What it shows
    pub shows: Option<String>,
    /// The candidate's share of it as a number
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "f64", range(min = 0.0, max = 100.0))]
    pub share: Option<PlainNumber>,
    /// The candidate's share of it, as typed
    pub share_as_typed: Option<String>,
    /// Ids of the nodes whose answers cite it, in printing order
    pub cited_by: Vec<String>,
}
