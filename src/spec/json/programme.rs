//! Shapes of the programme: publisher, declarations, rules, guidance.
//!
//! In: text. Out: shapes. Never: is sound; see `check`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Block;
use super::words::{Kind, Subject};

shape! {
    /// The programme: who publishes it, its rules, its guidance.
    Programme "the programme" {
        /// As in "Diploma in Key Account Management".
        title: String,
        /// Who publishes it.
        publisher: Publisher,
        /// BCP 47 tag of the language that the specification is written in, as in `en-GB`.
        language: String,
        /// Whether a person or an organisation is described by the answers.
        subject: Subject,
        /// The programme's own word for whoever fills the workbook in, as in "Learner".
        respondent: Option<String>,
        /// The programme's own words for the kinds of node, where it does not call them as the keys do.
        #[serde(default)]
        nouns: Vec<Noun>,
        /// How many of each kind the programme has in all, present here or not.
        #[serde(default)]
        declares: Vec<Declaration>,
        /// Rules of the programme.
        #[serde(default)]
        rules: Option<Rules>,
        /// Texts for the opening pages.
        #[serde(default)]
        guidance: Vec<Block>,
    }
}

shape! {
    /// Who publishes the programme.
    Publisher "the publisher" {
        /// As in "The Association for Key Account Management".
        name: String,
        /// As in "AKAM".
        short_name: String,
        /// How to reach the publisher.
        contact: Option<String>,
        /// The publisher's mark.
        mark: Option<Mark>,
    }
}

shape! {
    /// A picture beside the specification.
    Mark "a mark" {
        /// Path of a PNG or JPEG file, relative to the specification and never outside its folder.
        file: String,
        /// What to say to somebody who does not see it.
        alt: String,
    }
}

shape! {
    /// How many of a kind the programme has in all.
    Declaration "a declared count" {
        /// Which kind is counted.
        kind: Kind,
        /// How many there are.
        count: u32,
        /// The programme's own word for them, in the plural.
        called: Option<String>,
    }
}

shape! {
    /// A word of the programme's own for a kind of node.
    Noun "a noun" {
        /// Which kind is called so.
        kind: Kind,
        /// One of them, as within a sentence: "module".
        one: String,
        /// After a few, in languages that count so: Polish "2 moduły".
        few: Option<String>,
        /// Several of them: "modules"; in Polish after 5: "modułów".
        many: String,
    }
}

shape! {
    /// Rules of the programme; every one may be left out.
    Rules "the rules" {
        /// How many competencies are needed at least.
        minimum_competencies: Option<u32>,
        /// Whether one competency is sent first, on trial.
        #[serde(default)]
        trial_competency_first: bool,
        /// Guides for the number of words; never limits.
        words: Option<RuleWords>,
        /// What is asked of evidence.
        evidence: Option<RuleEvidence>,
        /// Who signs off.
        sign_off: Option<RuleSignOff>,
    }
}

shape! {
    /// Guides for the number of words.
    RuleWords "the word rules" {
        /// For each part.
        part: Option<WordGuide>,
        /// For each competency.
        competency: Option<WordGuide>,
    }
}

shape! {
    /// A guide for the number of words: `about`, or `from` and `to`.
    WordGuide "a word guide" {
        /// About so many.
        about: Option<u32>,
        /// At least so many.
        from: Option<u32>,
        /// At most so many.
        to: Option<u32>,
    }
}

shape! {
    /// What is asked of evidence.
    RuleEvidence "the evidence rules" {
        /// Whether each item of evidence states the candidate's share.
        #[serde(default)]
        states_share: bool,
    }
}

shape! {
    /// Who signs off, and what to do where they cannot.
    RuleSignOff "the sign-off rules" {
        /// As in "your line manager or other senior manager".
        by: String,
        /// As in "contact AKAM for guidance on validation".
        waiver: Option<String>,
    }
}
