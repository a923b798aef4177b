//! Texts by role: in which order and voice they print, and which stand before the list of parts.
//!
//! In: blocks of a node or of the programme. Out: sections of prose. Never: loses a text.

use crate::messages::Messages;
use crate::spec::model::{Block, BlockRole};

use super::block::{ProseItem, ProseSection, Voice};
use super::covered::Placed;
use super::wording;

/// Where a text prints on the opening page of its node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Position {
    /// Before the list of parts.
    Before(u8),
    /// Between the list and the questions.
    After(u8),
}

/// AKAM's order: rationale, requirement, theory, evidence; then what only units and older editions have.
pub(super) const fn position(role: BlockRole) -> Position {
    match role {
        BlockRole::Rationale => Position::Before(0),
        BlockRole::Synopsis => Position::Before(1),
        BlockRole::Guidance => Position::Before(2),
        BlockRole::Instructions => Position::Before(3),
        BlockRole::Requirement => Position::Before(4),
        BlockRole::KeyConcepts => Position::After(0),
        BlockRole::Theory => Position::After(1),
        BlockRole::EvidenceGuidance => Position::After(2),
        BlockRole::Sources => Position::After(3),
        BlockRole::ExamTips => Position::After(4),
        BlockRole::Misconceptions => Position::After(5),
    }
}

const fn voice(role: BlockRole) -> Voice {
    match role {
        BlockRole::Sources
        | BlockRole::KeyConcepts
        | BlockRole::ExamTips
        | BlockRole::Misconceptions => Voice::Reference,
        BlockRole::Rationale
        | BlockRole::Requirement
        | BlockRole::Theory
        | BlockRole::EvidenceGuidance
        | BlockRole::Synopsis
        | BlockRole::Guidance
        | BlockRole::Instructions => Voice::Prose,
    }
}

/// One text under its own heading or its role's.
pub(super) fn section(
    words: &'static Messages,
    block: &Block,
    language: Option<&str>,
) -> ProseSection {
    let heading = block.title.as_deref();
    let items = block.items.iter().map(|item| ProseItem {
        term: item.term.clone(),
        body: item.body.clone(),
    });
    ProseSection {
        number: None,
        heading: heading
            .unwrap_or_else(|| wording::role(words, block.role))
            .to_owned(),
        voice: voice(block.role),
        language: block.language.as_deref().or(language).map(str::to_owned),
        body: block.body.clone().unwrap_or_default(),
        items: items.collect(),
    }
}

/// The texts of a node, sorted into those before the list of parts and those after it.
#[derive(Default)]
pub(super) struct NodeTexts {
    pub(super) before: Vec<ProseSection>,
    pub(super) after: Vec<ProseSection>,
}

/// The texts of a node and of the nodes below it, which have no opening page of their own.
pub(super) fn of_node(words: &'static Messages, placed: Placed<'_>) -> NodeTexts {
    let mut texts = NodeTexts::default();
    let mut blocks: Vec<&Block> = placed.node.blocks.iter().collect();
    blocks.sort_by_key(|block| position(block.role));
    for block in blocks {
        let section = section(words, block, placed.language);
        match position(block.role) {
            Position::Before(_) => texts.before.push(section),
            Position::After(_) => texts.after.push(section),
        }
    }
    for child in placed.children() {
        below(words, child, "", &mut texts.after);
    }
    texts
}

/// The texts of an area; its competencies have opening pages of their own.
pub(super) fn of_area(words: &'static Messages, placed: Placed<'_>) -> Vec<ProseSection> {
    let mut blocks: Vec<&Block> = placed.node.blocks.iter().collect();
    blocks.sort_by_key(|block| position(block.role));
    let section = |block: &&Block| section(words, block, placed.language);
    blocks.iter().map(section).collect()
}

/// Texts of parts and rows, each headed by whose it is.
fn below(
    words: &'static Messages,
    placed: Placed<'_>,
    above: &str,
    sections: &mut Vec<ProseSection>,
) {
    let own = wording::title(placed.node);
    let name = if above.is_empty() {
        own.to_owned()
    } else {
        format!("{above}: {own}")
    };
    for block in &placed.node.blocks {
        let mut section = section(words, block, placed.language);
        section.heading = format!("{name}: {}", section.heading);
        sections.push(section);
    }
    for child in placed.children() {
        below(words, child, &name, sections);
    }
}
