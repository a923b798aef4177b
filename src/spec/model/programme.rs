//! The programme of a sound specification: who publishes it, what it declares, its rules and its guidance.
//!
//! In: nothing; these are types. Out: plain data. Never: knows the tree or the forms.

use super::Block;
use crate::diagnostic::SourceSpan;
use crate::ids::NodeKind;

/// The programme: its rules and guidance.
#[derive(Clone, Debug)]
pub struct Programme {
    /// As in "Diploma in Key Account Management".
    pub title: String,
    /// Where its title is written.
    pub title_at: SourceSpan,
    /// Who publishes it.
    pub publisher: Publisher,
    /// BCP 47 tag of the language the specification is written in, as in `en-GB`.
    pub language: String,
    /// Where its language is written.
    pub language_at: SourceSpan,
    /// Whether a person or an organisation is described by the answers.
    pub subject: Subject,
    /// The programme's own word for whoever fills the workbook in, as in "Learner".
    pub respondent: Option<String>,
    /// The programme's own words for kinds of node, each kind once.
    pub nouns: Vec<OwnNoun>,
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
    /// Where its name is written.
    pub at: SourceSpan,
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

/// A word of the programme's own for a kind of node.
#[derive(Clone, Debug)]
pub struct OwnNoun {
    /// Which kind is called so.
    pub kind: NodeKind,
    /// As in "module".
    pub one: String,
    /// After a few, in languages that count so.
    pub few: Option<String>,
    /// As in "modules".
    pub many: String,
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
