//! What ratings count.
//!
//! In: the questions of one competency, unit or element. Out: sums by slot. Never: rounds, weighs or ranks.

use std::collections::BTreeSet;

use crate::ids::{Owner, Slot};
use crate::plan::field::{AskKind, Field, Input};
use crate::responses::Companion;

use super::assessment::Item;

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
pub(super) fn scores(items: &[Item<'_>]) -> Vec<Score> {
    let excused: BTreeSet<Owner> = items
        .iter()
        .filter(|item| {
            item.asked.kind == AskKind::NotApplicable && item.response.answer.is_answered()
        })
        .map(|item| item.asked.name.owner)
        .collect();
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

impl Score {
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
