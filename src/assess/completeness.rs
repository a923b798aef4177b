//! How far each competency, unit or element has been answered.
//!
//! In: the questions of a workbook with what came back. Out: counts, words, and what is still missing.
//! Never: asks for what was not begun; a workbook with one competency answered is a whole submission.

use std::collections::BTreeSet;

use crate::confidential::CandidateText;
use crate::ids::{NodeId, NodeKind, Owner, Slot};
use crate::plan::field::{AskKind, FieldIndex};
use crate::text::words;

use super::assessment::Item;
use super::evidence;
use super::rating::{self, Score};
use super::scope::Scopes;

/// How far a competency, unit or element is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing was written in it or below.
    NotAttempted,
    /// Something was written, and something needed is missing.
    Started,
    /// Nothing needed is missing.
    Complete,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::NotAttempted, Self::Started, Self::Complete];

    /// The state's name in the formats: `notAttempted`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotAttempted => "notAttempted",
            Self::Started => "started",
            Self::Complete => "complete",
        }
    }
}

/// How far one competency, unit or element is answered.
#[derive(Clone, Debug)]
pub struct Completeness {
    /// Which.
    pub node: NodeId,
    /// Its code, as in "4.1".
    pub code: Option<String>,
    /// How far.
    pub state: State,
    /// About how many words its narratives have: of a competency those of its parts, of a unit or element also its own.
    pub words: usize,
    /// Number of questions in it and below.
    pub asked: usize,
    /// How many of them are answered.
    pub answered: usize,
    /// The same by slot, in printing order; empty where nothing was attempted.
    pub by_slot: Vec<SlotCount>,
    /// Words of each part, in printing order; empty where nothing was attempted.
    pub parts: Vec<PartWords>,
    /// Scores by slot, where the options have them; empty where nothing was attempted.
    pub scores: Vec<Score>,
    /// What is needed and not there, in printing order; empty where nothing was attempted.
    pub missing: Vec<FieldIndex>,
}

/// How many questions of one slot are answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotCount {
    /// Which slot.
    pub slot: Slot,
    /// Number of questions.
    pub asked: usize,
    /// How many of them are answered.
    pub answered: usize,
}

/// Words of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartWords {
    /// Which part.
    pub node: NodeId,
    /// About how many words its narratives have.
    pub words: usize,
}

/// What is missing once per workbook, and one entry per competency, unit or element in printing order.
pub(super) fn weigh(
    items: &[Item<'_>],
    states_share: bool,
    scopes: &Scopes,
    excused: &BTreeSet<Owner>,
) -> (Vec<FieldIndex>, Vec<Completeness>) {
    let lacking = lacking(items, states_share, excused);
    let mut nodes: Vec<NodeId> = Vec::new();
    for node in items
        .iter()
        .filter_map(|item| scopes.submission(item.asked.name.owner))
    {
        if !nodes.contains(&node) {
            nodes.push(node);
        }
    }
    let of = |node: Option<NodeId>| -> Vec<Item<'_>> {
        let belongs = |item: &&Item<'_>| scopes.submission(item.asked.name.owner) == node;
        items.iter().filter(belongs).copied().collect()
    };
    let missing = |items: &[Item<'_>]| -> Vec<FieldIndex> {
        let indices = items.iter().map(|item| item.index);
        indices.filter(|index| lacking.contains(index)).collect()
    };
    let entries = nodes
        .into_iter()
        .map(|node| {
            let items = of(Some(node));
            entry(node, &items, missing(&items), excused)
        })
        .collect();
    (missing(&of(None)), entries)
}

/// One entry.
fn entry(
    node: NodeId,
    items: &[Item<'_>],
    missing: Vec<FieldIndex>,
    excused: &BTreeSet<Owner>,
) -> Completeness {
    let is_attempted = items.iter().any(|item| item.response.answer.is_something());
    let code = items
        .iter()
        .find(|item| item.asked.name.owner == Owner::Node(node))
        .and_then(|item| item.asked.code.clone());
    let mut entry = Completeness {
        node,
        code,
        state: State::NotAttempted,
        words: 0,
        asked: items.len(),
        answered: items.iter().filter(|item| is_answered(item)).count(),
        by_slot: Vec::new(),
        parts: Vec::new(),
        scores: Vec::new(),
        missing: Vec::new(),
    };
    if is_attempted {
        entry.state = if missing.is_empty() {
            State::Complete
        } else {
            State::Started
        };
        entry.words = words_in(node, items);
        entry.by_slot = by_slot(items);
        entry.parts = parts(items);
        entry.scores = rating::scores(items, excused);
        entry.missing = missing;
    }
    entry
}

/// About how many words an answer has; narratives only.
pub(super) fn words_of(kind: AskKind, value: &CandidateText) -> Option<usize> {
    (kind == AskKind::Narrative).then(|| words::count(value.reveal()))
}

fn is_answered(item: &Item<'_>) -> bool {
    item.response.answer.is_answered()
}

/// Words of the narratives that count for a node.
fn words_in(node: NodeId, items: &[Item<'_>]) -> usize {
    let own = Owner::Node(node);
    items
        .iter()
        .filter(|item| node.kind != NodeKind::Competency || item.asked.name.owner != own)
        .filter_map(|item| item.facts.words)
        .sum()
}

fn by_slot(items: &[Item<'_>]) -> Vec<SlotCount> {
    let mut counts: Vec<SlotCount> = Vec::new();
    for item in items {
        let slot = &item.asked.name.slot;
        let answered = usize::from(is_answered(item));
        match counts.iter_mut().find(|count| count.slot == *slot) {
            Some(count) => {
                count.asked += 1;
                count.answered += answered;
            }
            None => counts.push(SlotCount {
                slot: slot.clone(),
                asked: 1,
                answered,
            }),
        }
    }
    counts
}

/// Words of each part that is asked for a narrative.
fn parts(items: &[Item<'_>]) -> Vec<PartWords> {
    let mut parts: Vec<PartWords> = Vec::new();
    for item in items {
        let (Owner::Node(node), AskKind::Narrative) = (item.asked.name.owner, item.asked.kind)
        else {
            continue;
        };
        let words = item.facts.words.unwrap_or(0);
        match parts.iter_mut().find(|part| part.node == node) {
            Some(part) => part.words += words,
            None if node.kind == NodeKind::Part => parts.push(PartWords { node, words }),
            None => {}
        }
    }
    parts
}

/// Fields that are needed and not answered, whether or not anything around them was begun.
fn lacking(
    items: &[Item<'_>],
    states_share: bool,
    excused: &BTreeSet<Owner>,
) -> BTreeSet<FieldIndex> {
    let answered: BTreeSet<(Owner, &Slot)> = items
        .iter()
        .filter(|item| is_answered(item))
        .map(|item| (item.asked.name.owner, &item.asked.name.slot))
        .collect();
    let is_lacking = |item: &&Item<'_>| {
        let owner = item.asked.name.owner;
        let is_lifted = item
            .asked
            .unless
            .as_ref()
            .is_some_and(|slot| answered.contains(&(owner, slot)));
        item.asked.is_needed && !is_answered(item) && !is_lifted && !excused.contains(&owner)
    };
    let needed = items.iter().filter(is_lacking).map(|item| item.index);
    let shares = evidence::without_share(items).filter(|_| states_share);
    needed.chain(shares).collect()
}
