//! The forms of a sound specification: what is asked at each level, with which options, and how it looks.
//!
//! In: nothing; these are types. Out: plain data. Never: knows where a question is printed.

use super::WordGuide;
use crate::diagnostic::SourceSpan;
use crate::ids::{FormId, Level, NodeId, OptionValue, Slot};
use crate::spec::markup::Markup;

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
    /// The look that it starts from.
    pub base: ThemeBase,
    /// Paper size.
    pub paper: Paper,
    /// Accent colour as red, green, blue, where the form has its own.
    pub accent: Option<[u8; 3]>,
    /// Whether it is printed and written on by hand: it has no form fields, and choices are drawn as ticks. No specification says so; whoever
    /// makes a copy does.
    pub is_for_pen: bool,
}

/// The look that a theme starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeBase {
    /// The house's own.
    House,
    /// The same a quarter larger, for whoever reads with effort.
    LargePrint,
}

impl ThemeBase {
    /// Every look.
    pub const ALL: [Self; 2] = [Self::House, Self::LargePrint];
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
