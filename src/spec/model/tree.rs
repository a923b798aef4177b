//! The tree of a sound specification: nodes, their wording and their blocks.
//!
//! In: nothing; these are types. Out: plain data. Never: knows what is asked.

use crate::diagnostic::SourceSpan;
use crate::ids::{Date, Edition, FrameworkId, NodeId, Owner};
use crate::spec::markup::Markup;

/// The tree of one edition.
#[derive(Clone, Debug)]
pub struct Framework {
    /// As in `kamd`.
    pub id: FrameworkId,
    /// As in `2026a`.
    pub edition: Edition,
    /// As in "Competency specification".
    pub title: String,
    /// The date that dates every output.
    pub published: Date,
    /// Ids that must not come back.
    pub retired: Vec<Retired>,
    /// Areas, units or elements: one kind.
    pub nodes: Vec<Node>,
}

/// An id that was used once.
#[derive(Clone, Debug)]
pub struct Retired {
    /// Which: of a node, or of a form.
    pub id: Owner,
    /// The last edition that had it.
    pub last_edition: Edition,
}

/// One node of the tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// Minted once; its kind is that of the list it stands in.
    pub id: NodeId,
    /// Revision of the wording, from 1.
    pub rev: u32,
    /// As in "4.1"; for show only.
    pub code: Option<String>,
    /// Title or text, exactly as written; absent only for announced nodes known by code alone.
    pub wording: Option<String>,
    /// Language of the node, where it differs.
    pub language: Option<String>,
    /// Known by code or title alone: printed in overviews, asks nothing, is not counted as present.
    pub is_announced: bool,
    /// Texts by role.
    pub blocks: Vec<Block>,
    /// The nodes below, in order.
    pub children: Vec<Node>,
    /// Where its id is written.
    pub at: SourceSpan,
    /// Where its title or text is written; the same as `at` where it has none.
    pub wording_at: SourceSpan,
}

/// What a block is for; decides where and in which voice it prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockRole {
    /// Why it is needed.
    Rationale,
    /// What is to be shown.
    Requirement,
    /// Relevant theory.
    Theory,
    /// What may serve as evidence.
    EvidenceGuidance,
    /// Where to read more.
    Sources,
    /// A short account of a unit.
    Synopsis,
    /// Terms and what they mean.
    KeyConcepts,
    /// Advice for the exam.
    ExamTips,
    /// What is often got wrong.
    Misconceptions,
    /// General guidance.
    Guidance,
    /// What to do.
    Instructions,
}

/// A text with a role: a body, items, or both.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is for.
    pub role: BlockRole,
    /// Its own heading, where the role's usual one will not do.
    pub title: Option<String>,
    /// Language, where it differs.
    pub language: Option<String>,
    /// Marked-up text.
    pub body: Option<Markup>,
    /// A list, each item with or without a term.
    pub items: Vec<BlockItem>,
    /// Where the block begins.
    pub at: SourceSpan,
}

/// One item of a block.
#[derive(Clone, Debug)]
pub struct BlockItem {
    /// What is explained, if it is a term.
    pub term: Option<String>,
    /// Marked-up text.
    pub body: Markup,
}
