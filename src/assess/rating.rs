//! What ratings count, and where they contradict the tick beside them.
//!
//! In: the questions of a workbook, or of one competency, unit or element. Out: sums and means by slot; what a person should know. Never: weighs or ranks.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::{Owner, Slot};
use crate::plan::field::{AskKind, Field, Input};
use crate::responses::Companion;

use super::assessment::Item;
use super::evidence;
use super::scope::Scopes;

/// Scores of one slot.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Which slot.
    pub slot: Slot,
    /// Number of questions.
    pub asked: usize,
    /// How many were ticked as not applicable; their scores do not count.
    pub not_applicable: usize,
    /// How many of the others have a score.
    pub scored: usize,
    /// Sum of these scores.
    pub sum: f64,
    /// The highest sum that these could have had.
    pub highest: f64,
}

/// Scores of every slot whose options have them, in printing order.
pub(super) fn scores(items: &[Item<'_>], excused: &BTreeSet<Owner>) -> Vec<Score> {
    let mut scores: Vec<Score> = Vec::new();
    for item in items {
        let Some(highest) = highest(item.asked) else {
            continue;
        };
        let slot = &item.asked.name.slot;
        let position = scores.iter().position(|score| score.slot == *slot);
        if position.is_none() {
            scores.push(Score::new(slot.clone()));
        }
        let at = position.unwrap_or(scores.len() - 1);
        if let Some(score) = scores.get_mut(at) {
            let is_excused = excused.contains(&item.asked.name.owner);
            score.add(item, highest, is_excused);
        }
    }
    scores
}

/// Whose questions are ticked as not applicable: what is ticked, and all that is asked below it, of the whole workbook.
pub(super) fn excused(items: &[Item<'_>], scopes: &Scopes) -> BTreeSet<Owner> {
    let is_ticked = |item: &&Item<'_>| {
        item.asked.kind == AskKind::NotApplicable && item.response.answer.is_answered()
    };
    let ticked = items.iter().filter(is_ticked);
    let ticked: BTreeSet<Owner> = ticked.map(|item| item.asked.name.owner).collect();
    let is_below = |owner: &Owner| match owner {
        Owner::Form(_) => ticked.contains(owner),
        Owner::Node(node) => {
            let mut above = scopes.upward(*node);
            above.any(|node| ticked.contains(&Owner::Node(node)))
        }
    };
    let owners = items.iter().map(|item| item.asked.name.owner);
    owners.filter(is_below).collect()
}

/// Ratings of what is ticked as not applicable: one of the two is a mistake, and only a person can say which (A004).
pub(super) fn contradictions(items: &[Item<'_>], excused: &BTreeSet<Owner>) -> Vec<Diagnostic> {
    let is_contradicted = |item: &&Item<'_>| {
        item.asked.kind.takes_scale()
            && item.response.answer.is_answered()
            && excused.contains(&item.asked.name.owner)
    };
    let told = |item: &Item<'_>| {
        let message =
            "ticked as not applicable, and yet an option is chosen; it enters no sum and no mean";
        Diagnostic::warning(Code::A004, evidence::place(item), message)
            .help("ask which of the two is meant")
    };
    items.iter().filter(is_contradicted).map(told).collect()
}

impl Score {
    /// The mean of the scores, to three decimals; `None` if there is none. What does not apply is in neither the sum nor the count.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        let count = u32::try_from(self.scored).ok().filter(|count| *count > 0)?;
        Some((self.sum / f64::from(count) * 1000.0).round() / 1000.0)
    }

    const fn new(slot: Slot) -> Self {
        Self {
            slot,
            asked: 0,
            not_applicable: 0,
            scored: 0,
            sum: 0.0,
            highest: 0.0,
        }
    }

    fn add(&mut self, item: &Item<'_>, highest: f64, is_excused: bool) {
        self.asked += 1;
        if is_excused {
            self.not_applicable += 1;
        } else if let Some(Companion::Choice {
            score: Some(score), ..
        }) = item.response.answer.companion()
        {
            self.scored += 1;
            self.sum += score;
            self.highest += highest;
        }
    }
}

/// The highest score among the options of a question; `None` if none has one.
fn highest(asked: &Field) -> Option<f64> {
    let Input::Choice(options) = &asked.input else {
        return None;
    };
    let scores = options.options().iter().filter_map(|option| option.score);
    scores.reduce(f64::max)
}
