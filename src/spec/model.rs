//! A sound specification: what `load` has checked and later stages rely on.
//!
//! In: nothing; these are the types that `check` builds. Out: plain data with every id, reference and count known to be good.
//! Never: serialises itself; the shapes as written are in `json`.

use crate::diagnostic::SourceSpan;
use crate::ids::{Date, Edition, FormId, FrameworkId, Level, NodeId, NodeKind, OptionValue, Slot};

use super::markup::Markup;

/// One edition of one framework, with the programme's rules and the workbooks made from it.
#[derive(Clone, Debug)]
pub struct Spec {
    /// The programme the framework belongs to.
    pub programme: Programme,
    /// The tree of what is to be shown.
    pub framework: Framework,
    /// Named lists of options.
    pub scales: Vec<Scale>,
    /// Workbooks for candidates, then the assessor's forms (those with `of`), each in the order written.
    pub forms: Vec<Form>,
    /// SHA-256 of the edition's content.
    pub digest: EditionDigest,
}

/// SHA-256 of an edition's content, without comments and `$schema`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EditionDigest(pub [u8; 32]);

/// The programme: its rules and guidance.
#[derive(Clone, Debug)]
pub struct Programme {
    /// As in "Diploma in Key Account Management".
    pub title: String,
    /// Who publishes it.
    pub publisher: Publisher,
    /// BCP 47 tag of the language the specification is written in, as in `en-GB`.
    pub language: String,
    /// Whether a person or an organisation is described by the answers.
    pub subject: Subject,
    /// How many of each kind the programme says it has, in the order written.
    pub declares: Vec<Declaration>,
    /// Rules that completeness and the pages follow.
    pub rules: Rules,
    /// Text for the opening pages.
    pub guidance: Vec<Block>,
}

/// Who publishes the programme.
#[derive(Clone, Debug)]
pub struct Publisher {
    /// As in "The Association for Key Account Management".
    pub name: String,
    /// As in "AKAM".
    pub short_name: String,
    /// How to reach the publisher, if given.
    pub contact: Option<String>,
    /// The publisher's mark, if given.
    pub mark: Option<Mark>,
}

/// A picture beside the specification.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Path relative to the specification, never outside its folder.
    pub file: String,
    /// What to say to somebody who does not see it.
    pub alt: String,
    /// Where it is named.
    pub at: SourceSpan,
}

/// What the answers describe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A candidate.
    Person,
    /// An organisation.
    Organisation,
}

/// "14 competencies", said by the programme whether or not they are present.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// Which kind is counted.
    pub kind: NodeKind,
    /// How many there are said to be.
    pub count: u32,
    /// The programme's own word for them in the plural, as in "indicators".
    pub called: Option<String>,
    /// Where it is written.
    pub at: SourceSpan,
}

/// Rules of the programme; every one may be absent.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// How many competencies are needed at least.
    pub minimum_competencies: Option<u32>,
    /// Whether one competency is sent first, on trial.
    pub trial_competency_first: bool,
    /// Guide for the words of a part.
    pub part_words: Option<WordGuide>,
    /// Guide for the words of a competency.
    pub competency_words: Option<WordGuide>,
    /// Whether each item of evidence states the candidate's share.
    pub evidence_states_share: bool,
    /// Who signs off.
    pub sign_off: Option<SignOff>,
}

/// A guide, never a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordGuide {
    /// About so many.
    About(u32),
    /// Between the first and the second.
    Between(u32, u32),
}

/// Who attests, and what to do where they cannot.
#[derive(Clone, Debug)]
pub struct SignOff {
    /// As in "your line manager or other senior manager".
    pub by: String,
    /// As in "contact AKAM for guidance on validation".
    pub waiver: Option<String>,
}

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
    /// Which.
    pub id: NodeId,
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

/// A named list of options.
#[derive(Clone, Debug)]
pub struct Scale {
    /// As in `claim`.
    pub id: String,
    /// Revision, from 1.
    pub rev: u32,
    /// At least one option.
    pub options: Vec<ScaleOption>,
    /// Where its id is written.
    pub at: SourceSpan,
}

/// One option of a scale.
#[derive(Clone, Debug)]
pub struct ScaleOption {
    /// What is stored.
    pub value: OptionValue,
    /// What is shown.
    pub label: String,
    /// What it counts, if anything.
    pub score: Option<f64>,
    /// Where its label is written.
    pub at: SourceSpan,
}

/// A workbook, or the assessor's form of one.
#[derive(Clone, Debug)]
pub struct Form {
    /// As in `w0001`.
    pub id: FormId,
    /// The workbook that this is the assessor's form of.
    pub of: Option<FormId>,
    /// As in "Diploma competency workbook".
    pub title: String,
    /// File name without edition and ending.
    pub file: String,
    /// The nodes it covers, with all below them; for an assessor's form those of its workbook.
    pub covers: Vec<NodeId>,
    /// How it looks.
    pub theme: ThemeChoice,
    /// Named groups of questions.
    pub groups: Vec<Group>,
    /// What is asked at each level, in the order written.
    pub asks: Vec<LevelAsks>,
    /// Where its id is written.
    pub at: SourceSpan,
}

/// How a form looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeChoice {
    /// Name of the theme, as in `house`.
    pub base: String,
    /// Paper size.
    pub paper: Paper,
    /// Accent colour as red, green, blue, where the form has its own.
    pub accent: Option<[u8; 3]>,
}

/// Paper size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 595.28 × 841.89 pt.
    A4,
    /// 612 × 792 pt.
    Letter,
}

/// A group of questions under one heading, as the sign-off.
#[derive(Clone, Debug)]
pub struct Group {
    /// As in `signOff`.
    pub id: String,
    /// Heading.
    pub title: String,
    /// What to say before the questions.
    pub body: Option<Markup>,
    /// Where its id is written.
    pub at: SourceSpan,
}

/// What is asked at one level.
#[derive(Clone, Debug)]
pub struct LevelAsks {
    /// At which level.
    pub level: Level,
    /// The questions, in order; no two on one slot.
    pub asks: Vec<Ask>,
}

/// One question.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Its name in field names.
    pub slot: Slot,
    /// What kind of answer it takes.
    pub kind: AskKind,
    /// The question, exactly as written.
    pub prompt: String,
    /// Whether it stands before or after the node's children.
    pub place: AskPlace,
    /// Id of its group, which exists.
    pub group: Option<String>,
    /// Listed as missing when the competency is started.
    pub is_needed: bool,
    /// Slot of the same level whose answer lifts `is_needed`.
    pub unless: Option<Slot>,
    /// Guide for its words; narrative only. Already filled in from the rules where the ask gives none.
    pub words: Option<WordGuide>,
    /// Number of rows; evidence register only.
    pub rows: Option<u16>,
    /// Id of its scale, which exists; choice, rating, judgement and marking credit only.
    pub scale: Option<String>,
    /// Revision of the question, from 1.
    pub rev: u32,
    /// Where its slot is written.
    pub at: SourceSpan,
}

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskPlace {
    /// Before the node's children.
    Before,
    /// After them.
    After,
}

/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskKind {
    /// One line or a few.
    Text,
    /// A long text with a word count.
    Narrative,
    /// A long text: what to do next.
    Prescription,
    /// A date, as typed.
    Date,
    /// A share in percent.
    Percent,
    /// References such as E1, E3.
    EvidenceRefs,
    /// One of a scale.
    Choice,
    /// One of a scale, usually with scores.
    Rating,
    /// One of a scale, by an assessor.
    Judgement,
    /// One of a scale, crediting a marking point.
    MarkingCredit,
    /// Yes or no.
    YesNo,
    /// A tick under a statement.
    Attest,
    /// A tick that takes a question out of the count.
    NotApplicable,
    /// A signature field.
    Signature,
    /// A table of evidence items.
    EvidenceRegister,
}

impl AskKind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::Text,
        Self::Narrative,
        Self::Prescription,
        Self::Date,
        Self::Percent,
        Self::EvidenceRefs,
        Self::Choice,
        Self::Rating,
        Self::Judgement,
        Self::MarkingCredit,
        Self::YesNo,
        Self::Attest,
        Self::NotApplicable,
        Self::Signature,
        Self::EvidenceRegister,
    ];

    /// The kind's name in the formats: `evidenceRefs`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Narrative => "narrative",
            Self::Prescription => "prescription",
            Self::Date => "date",
            Self::Percent => "percent",
            Self::EvidenceRefs => "evidenceRefs",
            Self::Choice => "choice",
            Self::Rating => "rating",
            Self::Judgement => "judgement",
            Self::MarkingCredit => "markingCredit",
            Self::YesNo => "yesNo",
            Self::Attest => "attest",
            Self::NotApplicable => "notApplicable",
            Self::Signature => "signature",
            Self::EvidenceRegister => "evidenceRegister",
        }
    }

    /// Whether the answer is one option of a named scale.
    #[must_use]
    pub const fn takes_scale(self) -> bool {
        matches!(
            self,
            Self::Choice | Self::Rating | Self::Judgement | Self::MarkingCredit
        )
    }
}
