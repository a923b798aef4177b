//! Texts by role: in which order and voice they print, and which stand before the list of parts.
//!
//! In: blocks of a node or of the programme. Out: sections of prose. Never: loses a text.

use crate::ids::NodeKind;
use crate::spec::model::{Block, BlockRole};

use super::block::{
    AskBlock, Markup, MarkupBlock, MarkupItem, ProseItem, ProseSection, Run, Voice,
};
use super::covered::Placed;
use super::planner::Planner;
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
    planner: &Planner<'_>,
    kind: NodeKind,
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
        heading: heading.map_or_else(
            || {
                wording::role(
                    planner.words,
                    wording::noun(planner.nouns, kind),
                    block.role,
                )
            },
            str::to_owned,
        ),
        voice: voice(block.role),
        language: block.language.as_deref().or(language).map(str::to_owned),
        body: block.body.clone().unwrap_or_default(),
        items: items.collect(),
    }
}

/// The texts of a node, sorted into those before the list of parts, those after it, and what may be offered as evidence.
#[derive(Default)]
pub(super) struct NodeTexts {
    pub(super) before: Vec<ProseSection>,
    pub(super) after: Vec<ProseSection>,
    /// Where among those after the list the guidance on evidence stands, if there is any.
    evidence_at: Option<usize>,
}

/// Texts of no more than this stand above a table of rows and need no page of their own: some ten lines.
const BRIEF: usize = 600;
/// What a paragraph, a bullet or a heading counts at least: the letters of a line.
const LINE: usize = 60;

impl NodeTexts {
    /// Whether they need no page of their own.
    pub(super) fn are_brief(&self) -> bool {
        let sections = self.before.iter().chain(&self.after);
        sections.map(letters).sum::<usize>() <= BRIEF
    }

    /// All of them, in order.
    pub(super) fn take(&mut self) -> Vec<ProseSection> {
        let before = std::mem::take(&mut self.before);
        before
            .into_iter()
            .chain(std::mem::take(&mut self.after))
            .collect()
    }

    /// Moves the guidance on evidence to the register, if one is asked.
    pub(super) fn set_beside_register(&mut self, asks: &mut [AskBlock]) {
        let registers = asks.iter_mut().filter_map(|block| match block {
            AskBlock::Register(register) => Some(register),
            AskBlock::Group(_) => None,
        });
        for register in registers {
            let at = self.evidence_at.take();
            register.guidance.extend(at.map(|at| self.after.remove(at)));
        }
    }
}

/// How many letters a text has, every paragraph, item and heading at least those of a line.
fn letters(section: &ProseSection) -> usize {
    let of_runs = |runs: &[Run]| {
        let letters: usize = runs.iter().map(|run| run.text.chars().count()).sum();
        letters.max(LINE)
    };
    let of_list = |items: &[MarkupItem]| {
        let below = items.iter().flat_map(|item| &item.children);
        let all = items.iter().chain(below);
        all.map(|item| of_runs(&item.runs)).sum::<usize>()
    };
    let of_markup = |markup: &Markup| {
        let blocks = markup.blocks.iter().map(|block| match block {
            MarkupBlock::Paragraph(runs) => of_runs(runs),
            MarkupBlock::List(items) => of_list(items),
        });
        blocks.sum::<usize>()
    };
    let items = section
        .items
        .iter()
        .map(|item| of_markup(&item.body).max(LINE));
    LINE + of_markup(&section.body) + items.sum::<usize>()
}

/// The texts of a node and of the nodes below it, which have no opening page of their own.
pub(super) fn of_node(planner: &Planner<'_>, placed: Placed<'_>) -> NodeTexts {
    let mut texts = NodeTexts::default();
    for block in told(planner, placed) {
        let section = section(planner, placed.node.id.kind, block, placed.language);
        if block.role == BlockRole::EvidenceGuidance {
            texts.evidence_at = Some(texts.after.len());
        }
        match position(block.role) {
            Position::Before(_) => texts.before.push(section),
            Position::After(_) => texts.after.push(section),
        }
    }
    for child in placed.children() {
        below(planner, child, "", &mut texts.after);
    }
    texts
}

/// The texts of a node that this form prints, in order. What is said to candidates about their work is left out for assessors.
fn told<'a>(planner: &Planner<'_>, placed: Placed<'a>) -> Vec<&'a Block> {
    let is_candidate = planner.form.of.is_none();
    let blocks = placed.node.blocks.iter();
    let mut told: Vec<&Block> = blocks
        .filter(|block| is_candidate || !is_advice(block.role))
        .collect();
    told.sort_by_key(|block| position(block.role));
    told
}

/// Whether a text helps a candidate, and does not say what is asked.
const fn is_advice(role: BlockRole) -> bool {
    match role {
        BlockRole::Guidance
        | BlockRole::Instructions
        | BlockRole::ExamTips
        | BlockRole::Misconceptions => true,
        BlockRole::Rationale
        | BlockRole::Requirement
        | BlockRole::Theory
        | BlockRole::EvidenceGuidance
        | BlockRole::Sources
        | BlockRole::Synopsis
        | BlockRole::KeyConcepts => false,
    }
}

/// The texts of an area; its competencies have opening pages of their own.
pub(super) fn of_area(planner: &Planner<'_>, placed: Placed<'_>) -> Vec<ProseSection> {
    let blocks = told(planner, placed);
    let section = |block: &&Block| section(planner, placed.node.id.kind, block, placed.language);
    blocks.iter().map(section).collect()
}

/// Texts of parts and rows, each headed by whose it is.
fn below(planner: &Planner<'_>, placed: Placed<'_>, above: &str, sections: &mut Vec<ProseSection>) {
    let own = wording::title(placed.node);
    let name = if above.is_empty() {
        own.to_owned()
    } else {
        format!("{above}: {own}")
    };
    for block in told(planner, placed) {
        let mut section = section(planner, placed.node.id.kind, block, placed.language);
        section.heading = format!("{name}: {}", section.heading);
        sections.push(section);
    }
    for child in placed.children() {
        below(planner, child, &name, sections);
    }
}
