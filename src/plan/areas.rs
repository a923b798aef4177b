//! An area: its opening page where it has texts or questions of its own, and what is asked after its competencies.
//!
//! In: an area that is covered as a whole. Out: sections, and groups of the contents. Never: plans its competencies.

use crate::ids::{Level, NodeKind};
use crate::spec::model::AskPlace;

use super::block::{ContentsGroup, ContentsRow, Opener, Section, Target};
use super::covered::Placed;
use super::planner::{Planner, Scope};
use super::texts;
use super::wording;

impl<'a> Planner<'a> {
    /// The opening page of an area that has texts or questions of its own.
    pub(super) fn area_opening(&mut self, placed: Placed<'a>) -> Option<ContentsGroup> {
        let level = Level::Node(NodeKind::Area);
        let scope = self.area_scope(placed);
        let before = self.asks_at(level, AskPlace::Before);
        let asks = self.ask_blocks(&scope, &before);
        let sections = texts::of_area(self, placed);
        if asks.is_empty() && sections.is_empty() {
            return None;
        }
        let target = Target::Section(self.next_section());
        let node = placed.node;
        let kicker = wording::noun(self.nouns, NodeKind::Area).heading.as_ref();
        self.sections.push(Section::Opener(Opener {
            kicker: kicker.to_owned(),
            code: node.code.clone(),
            title: wording::title(node).to_owned(),
            language: placed.language(),
            running: self.running(placed, ""),
            sections,
            parts: None,
            more_sections: Vec::new(),
            asks,
        }));
        let row = ContentsRow {
            label: kicker.to_owned(),
            count: None,
            is_secondary: true,
            target,
        };
        Some(self.contents_group(placed, row))
    }

    /// What is asked of an area after its competencies.
    pub(super) fn area_ending(&mut self, placed: Placed<'a>) -> Option<ContentsGroup> {
        let scope = self.area_scope(placed);
        let asks = self.asks_at(Level::Node(NodeKind::Area), AskPlace::After);
        let blocks = self.ask_blocks(&scope, &asks);
        let row = self.closing_section(placed, blocks)?;
        Some(self.contents_group(placed, row))
    }

    fn contents_group(&self, placed: Placed<'_>, row: ContentsRow) -> ContentsGroup {
        ContentsGroup {
            code: placed.node.code.clone(),
            title: wording::title(placed.node).to_owned(),
            rows: vec![row],
        }
    }

    /// "Area 4".
    fn area_scope(&self, placed: Placed<'a>) -> Scope<'a> {
        let noun = wording::noun(self.nouns, NodeKind::Area).heading.as_ref();
        Scope::of_node(
            placed.node,
            format!("{noun} {}", wording::name(placed.node)),
        )
    }
}
