//! A competency, unit or element: its opening page, its parts, and what is asked at its end.
//!
//! In: a node that is the unit of submission. Out: its sections, and its group of the contents.
//! Never: says what stands on a page with another group.

use crate::ids::{Level, NodeKind};
use crate::spec::model::{Ask, AskKind, AskPlace, BlockRole, Node};

use super::block::{
    AskBlock, Closing, ContentsGroup, ContentsRow, Opener, PartsList, PartsRow, ProseSection,
    RunningHead, Section, Target,
};
use super::covered::Placed;
use super::figures;
use super::planner::{Planner, Scope};
use super::sheets::{Sheet, SheetPage, closing_label};
use super::texts::{self, NodeTexts};
use super::wording;

impl<'a> Planner<'a> {
    /// Adds the sections of a competency, unit or element.
    pub(super) fn group(&mut self, placed: Placed<'a>) -> ContentsGroup {
        let node = placed.node;
        let level = Level::Node(node.id.kind);
        let scope = Scope::of_node(node, wording::spoken_name(self.nouns, node));
        let before = self.asks_at(level, AskPlace::Before);
        let mut texts = texts::of_node(self, placed);
        let opener_at = self.sections.len();
        let mut asks = self.ask_blocks(&scope, &before);
        let register = self.register_row(&asks);
        let has_opener = node.id.kind == NodeKind::Competency
            || !asks.is_empty()
            || !(texts.are_brief() && self.has_rows(placed));
        self.pending += usize::from(has_opener);
        let mut rows = if node.id.kind == NodeKind::Competency {
            self.parts(placed)
        } else {
            let intro = if has_opener { Vec::new() } else { texts.take() };
            self.own_sheet(placed, &scope, has_opener, intro)
        };
        texts.set_beside_register(&mut asks);
        rows.extend(self.ending(placed, &scope, &mut texts));
        if has_opener {
            self.pending -= 1;
            let parts = self.parts_list(node, &rows);
            let opener = Section::Opener(Opener {
                kicker: self.group_kicker(placed),
                code: node.code.clone(),
                title: wording::title(node).to_owned(),
                language: placed.language(),
                running: self.running(placed, ""),
                sections: texts.before,
                parts,
                more_sections: texts.after,
                asks,
            });
            self.sections.insert(opener_at, opener);
        }
        ContentsGroup {
            code: node.code.clone(),
            title: wording::title(node).to_owned(),
            rows: register.into_iter().chain(rows).collect(),
        }
    }

    /// The line of the contents for a register: it may stand behind the page that opens its group.
    fn register_row(&self, asks: &[AskBlock]) -> Option<ContentsRow> {
        let rows = asks.iter().find_map(|block| match block {
            AskBlock::Register(register) => Some(&register.rows),
            AskBlock::Group(_) => None,
        });
        let [first, ..] = rows?.first()?.fields;
        Some(ContentsRow {
            label: self.words.overview.register.to_owned(),
            count: None,
            is_secondary: true,
            target: Target::Field(first),
        })
    }

    /// The parts of a competency, one line of the contents each.
    fn parts(&mut self, placed: Placed<'a>) -> Vec<ContentsRow> {
        let parts: Vec<Placed<'a>> = placed.children().collect();
        let count = parts.len();
        let mut rows = Vec::new();
        for (number, part) in (1..).zip(parts) {
            let pages = self.part(placed, part, (number, count));
            let count = pages.iter().find_map(|page| page.count);
            rows.extend(pages.first().map(|page| ContentsRow {
                label: wording::title(part.node).to_owned(),
                count,
                is_secondary: false,
                target: Target::Section(page.target),
            }));
        }
        rows
    }

    fn part(
        &mut self,
        above: Placed<'a>,
        part: Placed<'a>,
        (number, count): (usize, usize),
    ) -> Vec<SheetPage> {
        let noun = wording::noun(self.nouns, NodeKind::Part);
        let level = Level::Node(NodeKind::Part);
        let numbered = wording::numbered(self.words, noun, number);
        let code = above.node.code.as_deref().unwrap_or_default();
        let right = wording::numbered_of(self.words, noun, number, count);
        let above_scope = Scope::of_node(above.node, wording::spoken_name(self.nouns, above.node));
        let spoken = above_scope.within(wording::title(part.node)).spoken;
        let sheet = Sheet {
            placed: part,
            scope: Scope::of_node(part.node, spoken),
            intro: Vec::new(),
            before: self.asks_at(level, AskPlace::Before),
            after: self.asks_at(level, AskPlace::After),
            kicker: wording::kicker(&[code, &numbered]),
            title: wording::title(part.node).to_owned(),
            running: self.running(above, &right),
            heading_level: 3,
        };
        self.sheet(&sheet)
    }

    /// Whether something is asked of the nodes below a unit or element.
    fn has_rows(&self, placed: Placed<'_>) -> bool {
        let below = placed.node.id.kind.child();
        below.is_some_and(|kind| self.asks(Level::Node(kind)).next().is_some())
            && placed.children().next().is_some()
    }

    /// The rows of a unit or element, below texts that need no page of their own, and what is asked of it as a whole.
    fn own_sheet(
        &mut self,
        placed: Placed<'a>,
        scope: &Scope<'a>,
        has_opener: bool,
        intro: Vec<ProseSection>,
    ) -> Vec<ContentsRow> {
        let node = placed.node;
        let rows = node.id.kind.child().unwrap_or(node.id.kind);
        let nouns = wording::noun(self.nouns, rows).headings.as_ref();
        let declared = figures::declared_given(self, rows);
        let title = if has_opener {
            nouns
        } else {
            wording::title(node)
        };
        let sheet = Sheet {
            placed,
            scope: scope.within(""),
            intro,
            before: Vec::new(),
            after: self.asks_of_sheet(placed),
            kicker: node
                .code
                .clone()
                .filter(|_| has_opener)
                .unwrap_or_else(|| self.group_kicker(placed)),
            title: title.to_owned(),
            running: self.running(placed, declared.as_deref().unwrap_or(nouns)),
            heading_level: if has_opener { 3 } else { 2 },
        };
        let pages = self.sheet(&sheet);
        let rows = pages.into_iter().map(|page| ContentsRow {
            is_secondary: page.label.is_some(),
            label: page.label.unwrap_or_else(|| nouns.to_owned()),
            count: page.count,
            target: Target::Section(page.target),
        });
        rows.collect()
    }

    /// What is asked of a unit or element beside its rows: all but registers and groups.
    fn asks_of_sheet(&self, placed: Placed<'_>) -> Vec<&'a Ask> {
        let level = Level::Node(placed.node.id.kind);
        let mut asks = self.asks_at(level, AskPlace::After);
        asks.retain(|ask| !stands_at_the_end(ask));
        asks
    }

    /// What is asked at the end of a group; one line of the contents, if anything is.
    fn ending(
        &mut self,
        placed: Placed<'a>,
        scope: &Scope<'a>,
        texts: &mut NodeTexts,
    ) -> Option<ContentsRow> {
        let kind = placed.node.id.kind;
        let mut asks = self.asks_at(Level::Node(kind), AskPlace::After);
        if kind != NodeKind::Competency {
            asks.retain(|ask| stands_at_the_end(ask));
        }
        let mut blocks = self.ask_blocks(scope, &asks);
        texts.set_beside_register(&mut blocks);
        self.closing_section(placed, blocks)
    }

    /// Adds a closing page; its line of the contents, if there is anything on it.
    pub(super) fn closing_section(
        &mut self,
        placed: Placed<'a>,
        asks: Vec<AskBlock>,
    ) -> Option<ContentsRow> {
        if asks.is_empty() {
            return None;
        }
        let label = closing_label(&asks);
        let running = self.running(placed, &label);
        let target = Target::Section(self.next_section());
        self.sections
            .push(Section::Closing(Closing { running, asks }));
        Some(ContentsRow {
            label,
            count: None,
            is_secondary: true,
            target,
        })
    }

    /// The list of what follows an opening page.
    fn parts_list(&self, node: &Node, rows: &[ContentsRow]) -> Option<PartsList> {
        let is_competency = node.id.kind == NodeKind::Competency;
        let is_told = node
            .blocks
            .iter()
            .any(|block| block.role == BlockRole::Requirement);
        let heading = match (is_competency, is_told) {
            (true, false) => {
                let noun = wording::noun(self.nouns, NodeKind::Competency);
                wording::role(self.words, noun, BlockRole::Requirement)
            }
            (true, true) => wording::noun(self.nouns, NodeKind::Part)
                .headings
                .to_string(),
            (false, _) => self.words.overview.follows.to_owned(),
        };
        let count = |count: usize| {
            if is_competency {
                let noun = wording::noun(self.nouns, NodeKind::Indicator);
                self.words.count(noun, count)
            } else {
                // The rows are what the line is called after.
                count.to_string()
            }
        };
        let rows: Vec<PartsRow> = rows
            .iter()
            .map(|row| PartsRow {
                title: row.label.clone(),
                count: row.count.map(count).unwrap_or_default(),
                is_secondary: row.is_secondary,
                target: row.target,
            })
            .collect();
        (!rows.is_empty()).then(|| PartsList {
            heading,
            rows,
            page_word: self.words.overview.page_word.to_owned(),
        })
    }

    /// "Competency"; for an element "Element 1 of 12".
    fn group_kicker(&self, placed: Placed<'_>) -> String {
        let kind = placed.node.id.kind;
        let noun = wording::noun(self.nouns, kind);
        match (kind, figures::place_among(self, placed.node)) {
            (NodeKind::Element, Some((number, count))) => {
                wording::numbered_of(self.words, noun, number, count)
            }
            _ => noun.heading.to_string(),
        }
    }

    /// The line at the head of a page of a node.
    pub(super) fn running(&self, placed: Placed<'_>, right: &str) -> RunningHead {
        RunningHead {
            left: wording::code_and_title(placed.node),
            right: right.to_owned(),
        }
    }
}

/// Whether a question of a unit or element stands at its end and not beside its rows.
fn stands_at_the_end(ask: &Ask) -> bool {
    ask.kind == AskKind::EvidenceRegister || ask.group.is_some()
}
