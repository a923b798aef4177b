//! Everything that is worked out from the answers of one workbook.
//!
//! In: its responses, its plan and boxes, and the tree of its framework. Out: facts about each answer, completeness, evidence, and what a person
//! should know. Never: judges what was written.

use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::plan::field::{Field, FieldIndex};
use crate::responses::{Response, WorkbookResponses};
use crate::spec::model::Rules;

use super::completeness::{self, Completeness};
use super::evidence::{self, EvidenceItem};
use super::overflow::{Boxes, Print};
use super::rating;
use super::scope::Scopes;

/// What the answers of one workbook amount to.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// One for each response, in the same order.
    pub answers: Vec<AnswerFacts>,
    /// What is needed once per workbook and not there.
    pub missing: Vec<FieldIndex>,
    /// One entry per competency, unit or element.
    pub completeness: Vec<Completeness>,
    /// Rows of registers that are begun or cited.
    pub evidence: Vec<EvidenceItem>,
    /// What a person should know.
    pub diagnostics: Vec<Diagnostic>,
}

/// What is known of one answer beyond what it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnswerFacts {
    /// About how many words; answered narratives only.
    pub words: Option<usize>,
    /// Whether a printed page shows all of it; answered text only.
    pub fits: Option<bool>,
}

/// One question and what came back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'a> {
    /// The question.
    pub(super) asked: &'a Field,
    /// Which it is.
    pub(super) index: FieldIndex,
    /// What came back.
    pub(super) response: &'a Response,
    /// What is known of it.
    pub(super) facts: AnswerFacts,
}

/// Works out what the answers of one workbook amount to. `plan` and `boxes` are those that it was made with.
#[must_use]
pub fn assess(
    found: &WorkbookResponses,
    rules: &Rules,
    scopes: &Scopes,
    plan: &Plan,
    boxes: &Boxes,
) -> Assessment {
    let print = boxes.of_copy(&found.responses);
    let items: Vec<Item<'_>> = found
        .responses
        .iter()
        .filter_map(|response| {
            let asked = plan.fields.get(response.field.0)?;
            Some(Item {
                asked,
                index: response.field,
                response,
                facts: facts(asked, response, print),
            })
        })
        .collect();
    let (evidence, mut diagnostics) = evidence::gather(&items, scopes);
    diagnostics.extend(items.iter().filter_map(super::overflow::told));
    let excused = rating::excused(&items, scopes);
    diagnostics.extend(rating::contradictions(&items, &excused));
    let states_share = rules.evidence_states_share;
    let (missing, completeness) = completeness::weigh(&items, states_share, scopes, &excused);
    Assessment {
        answers: items.iter().map(|item| item.facts).collect(),
        missing,
        completeness,
        evidence,
        diagnostics,
    }
}

fn facts(asked: &Field, response: &Response, print: Print<'_>) -> AnswerFacts {
    let Some(value) = response.answer.value() else {
        return AnswerFacts::default();
    };
    AnswerFacts {
        words: completeness::words_of(asked.kind, value),
        fits: print.fits(response.field, asked, value),
    }
}
