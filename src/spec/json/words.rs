//! Closed sets of words in the specification.
//!
//! In: words as written. Out: the variants of the model. Never: takes an unknown word for a known one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids;
use crate::spec::model;

use super::Absent;

words! {
    /// What the answers describe.
    Subject => model::Subject {
        /// A candidate.
        Person,
        /// An organisation.
        Organisation,
    }
}

words! {
    /// A kind of node.
    Kind => ids::NodeKind {
        /// A group of competencies.
        Area,
        /// The unit of submission of a diploma.
        Competency,
        /// A headed part of a competency.
        Part,
        /// A criterion within a part.
        Indicator,
        /// A qualification unit.
        Unit,
        /// A criterion of a unit, credited by an assessor.
        MarkingPoint,
        /// An element of a health check.
        Element,
        /// A guiding question of an element.
        Question,
    }
}

words! {
    /// What a block is for: decides where and in which voice it prints.
    Role => model::BlockRole {
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
}

words! {
    /// What kind of answer a question takes.
    AskKind => model::AskKind {
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
        /// A signature.
        Signature,
        /// A table of evidence items.
        EvidenceRegister,
    }
}

words! {
    /// Where a question stands.
    #[derive(Default)]
    Place => model::AskPlace {
        /// Before the node's children.
        Before,
        /// After them; the default.
        #[default]
        After,
    }
}

impl Absent for Place {
    fn is_absent(&self) -> bool {
        *self == Self::default()
    }
}

words! {
    /// Paper size.
    #[derive(Default)]
    Paper => model::Paper {
        /// 210 by 297 mm; the default.
        #[default]
        A4,
        /// 8.5 by 11 inches.
        Letter,
    }
}

impl Absent for Paper {
    fn is_absent(&self) -> bool {
        *self == Self::default()
    }
}

/// The look that a theme starts from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Base {
    /// The house's own; the default.
    #[default]
    House,
    /// A quarter larger, for whoever reads with effort.
    LargePrint,
}

impl From<Base> for model::ThemeBase {
    fn from(base: Base) -> Self {
        match base {
            Base::House => Self::House,
            Base::LargePrint => Self::LargePrint,
        }
    }
}

impl Absent for Base {
    fn is_absent(&self) -> bool {
        *self == Self::default()
    }
}

impl Absent for Subject {}
impl Absent for Kind {}
impl Absent for Role {}
impl Absent for AskKind {}
