//! The pages of a part, unit or element: its rows, then a page for each long answer.
//!
//! In: a node whose children are rows, and how it stands among its neighbours. Out: sections, and what the contents say of them.
//! Never: splits a table; the layout decides that.

use crate::ids::{Level, NodeKind};
use crate::messages::fill;
use crate::spec::model::{Ask, AskKind, ScaleOption};

use super::block::{
    Account, AskBlock, Closing, ProseSection, Recalled, Row, Rows, RunningHead, Section,
    SectionIndex,
};
use super::covered::Placed;
use super::field::FieldIndex;
use super::pieces::{self, Piece, is_long};
use super::planner::{Planner, Scope, Stand};
use super::wording;

/// A node whose children are rows, and how its pages are headed.
pub(super) struct Sheet<'a> {
    pub(super) placed: Placed<'a>,
    pub(super) scope: Scope<'a>,
    /// Texts above the rows.
    pub(super) intro: Vec<ProseSection>,
    /// What is asked before the rows.
    pub(super) before: Vec<&'a Ask>,
    /// What is asked after the rows.
    pub(super) after: Vec<&'a Ask>,
    /// As in "4.1  Part 3".
    pub(super) kicker: String,
    /// Title of the table.
    pub(super) title: String,
    pub(super) running: RunningHead,
    /// Level of the table's heading in the structure tree.
    pub(super) heading_level: u8,
}

/// One page of a sheet, as the contents name it.
pub(super) struct SheetPage {
    /// The questions' own title; `None` for the table of rows.
    pub(super) label: Option<String>,
    /// Number of rows.
    pub(super) count: Option<usize>,
    pub(super) target: SectionIndex,
}

impl<'a> Planner<'a> {
    /// Adds the pages of a sheet.
    pub(super) fn sheet(&mut self, sheet: &Sheet<'a>) -> Vec<SheetPage> {
        let mut pages = self.answers(sheet, &sheet.before, None);
        let rows = self.rows(sheet);
        let rows_section = rows.as_ref().map(|page| page.target);
        pages.extend(rows);
        pages.extend(self.answers(sheet, &sheet.after, rows_section));
        pages
    }

    /// The table of rows; `None` where nothing is asked of them.
    fn rows(&mut self, sheet: &Sheet<'a>) -> Option<SheetPage> {
        let kind = sheet.placed.node.id.kind.child()?;
        let asks: Vec<&Ask> = self.asks(Level::Node(kind)).collect();
        let children: Vec<Placed<'a>> = sheet.placed.children().collect();
        let count = children.len();
        if asks.is_empty() || count == 0 {
            return None;
        }
        let target = self.next_section();
        let numbered = (1..).zip(children);
        let rows = numbered.map(|(number, placed)| self.row(sheet, &asks, placed, (number, count)));
        let rows = rows.collect();
        let nouns = wording::noun(self.nouns, kind).headings.as_ref();
        let stretch = fill(self.words.form.stretch, &[("nouns", nouns)]);
        let heading = wording::noun(self.nouns, kind).heading.as_ref();
        let values = [("noun", heading), ("number", "{from}")];
        let single = fill(self.words.form.numbered_of, &values);
        self.sections.push(Section::Rows(Rows {
            kicker: kicker_of_rows(sheet, nouns),
            split_kicker: wording::kicker(&[&sheet.kicker, &stretch]),
            single_kicker: wording::kicker(&[&sheet.kicker, &single]),
            title: sheet.title.clone(),
            language: sheet.placed.language(),
            help: self.rows_help(kind, &asks),
            intro: sheet.intro.clone(),
            ground: self.ground(),
            running: sheet.running.clone(),
            heading_level: sheet.heading_level,
            key: self.key(&asks),
            rows,
        }));
        Some(SheetPage {
            label: None,
            count: Some(count),
            target,
        })
    }

    /// On an assessor's form the answers stand on a ground that says whose they are.
    fn ground(&self) -> Option<String> {
        let words = self.words.form.assessor_only;
        self.form.of.is_some().then(|| words.to_owned())
    }

    fn row(
        &mut self,
        sheet: &Sheet<'_>,
        asks: &[&Ask],
        placed: Placed<'_>,
        (number, count): (usize, usize),
    ) -> Row {
        let noun = wording::noun(self.nouns, placed.node.id.kind).one.as_ref();
        let place = self.spoken_row(noun, number, count);
        let spoken = sheet.scope.within(&place).spoken;
        let scope = Scope::of_node(placed.node, spoken);
        let ask = |ask: &&Ask| self.ask(&scope, ask, Stand::Row, &ask.prompt);
        let fields: Vec<FieldIndex> = asks.iter().map(ask).collect();
        let text = wording::title(placed.node).to_owned();
        // Whoever goes from box to box hears what the row asks on coming to it.
        let first = fields.first().zip(asks.first());
        if let Some((FieldIndex(first), ask)) = first
            && let Some(field) = self.fields.get_mut(*first)
        {
            field.tooltip = wording::first_of_row(&scope.spoken, &text, &ask.prompt);
        }
        Row {
            number,
            text,
            language: placed.language(),
            fields,
        }
    }

    fn rows_help(&self, kind: NodeKind, asks: &[&Ask]) -> String {
        let form = &self.words.form;
        let each_of = wording::noun(self.nouns, kind).each_of.as_ref();
        let asks_for = |kind| asks.iter().any(|ask| ask.kind == kind);
        let when = |kind, sentence| if asks_for(kind) { sentence } else { "" };
        wording::sentences(&[
            &fill(form.rows_help, &[("each_of", each_of)]),
            when(AskKind::EvidenceRefs, form.rows_help_evidence),
            when(AskKind::NotApplicable, form.rows_help_not_applicable),
        ])
    }

    /// The scale in words, where it has scores.
    fn key(&self, asks: &[&Ask]) -> Option<(String, Vec<String>)> {
        let rating = asks.iter().find(|ask| ask.kind == AskKind::Rating)?;
        let scale = self.scale(rating)?;
        let entry = |option: &ScaleOption| match option.score {
            Some(score) => format!("{score} {}", option.label),
            None => option.label.clone(),
        };
        let entries = scale.options.iter().map(entry).collect();
        Some((self.words.form.scale.to_owned(), entries))
    }

    /// A page for each long answer, and one for each stretch of groups. What to do next follows from the rows and is told with them: it
    /// has no line of the contents to itself.
    fn answers(
        &mut self,
        sheet: &Sheet<'a>,
        asks: &[&'a Ask],
        rows_section: Option<SectionIndex>,
    ) -> Vec<SheetPage> {
        let mut pages = Vec::new();
        for piece in pieces::pieces(&self.form.groups, asks) {
            let target = self.next_section();
            let is_told = rows_section.is_some() && piece.prescribes();
            let (label, section) = match piece {
                Piece::Run(asks) if is_told => self.closing(sheet, &asks),
                Piece::Run(asks) => self.account(sheet, &asks, rows_section),
                Piece::Register(ask) => self.closing(sheet, &[ask]),
                Piece::Group(_, asks) => self.closing(sheet, &asks),
            };
            self.sections.push(section);
            if is_told {
                continue;
            }
            pages.push(SheetPage {
                label: Some(label),
                count: None,
                target,
            });
        }
        pages
    }

    fn account(
        &mut self,
        sheet: &Sheet<'a>,
        asks: &[&'a Ask],
        rows_section: Option<SectionIndex>,
    ) -> (String, Section) {
        let form = &self.words.form;
        let node = sheet.placed.node;
        let main = asks.iter().find(|ask| is_long(ask)).or(asks.first());
        let is_account =
            self.form.of.is_none() && main.is_some_and(|ask| ask.kind == AskKind::Narrative);
        let name = match main {
            Some(ask) if !is_account => ask.prompt.as_str(),
            _ => form.account,
        };
        let noun = wording::noun(self.nouns, node.id.kind);
        let rows = node
            .id
            .kind
            .child()
            .map(|kind| wording::noun(self.nouns, kind).headings.as_ref());
        let heading = [
            ("rows", rows.unwrap_or_default()),
            ("in_this", noun.in_this.as_ref()),
        ];
        let recalled = (1..).zip(sheet.placed.children());
        let account = Account {
            kicker: wording::kicker(&[&sheet.kicker, if is_account { name } else { "" }]),
            title: wording::title(node).to_owned(),
            spoken_title: wording::headed(name, wording::title(node)),
            language: sheet.placed.language(),
            help: self.group_help(asks),
            running: sheet.running.clone(),
            band_heading: fill(form.recalled, &heading),
            recalled: recalled
                .map(|(number, placed)| Recalled {
                    number,
                    wording: wording::title(placed.node).to_owned(),
                    language: placed.language(),
                })
                .collect(),
            recalled_more: form.recalled_more.to_owned(),
            recalled_one: form.recalled_one.to_owned(),
            rows_section,
            fields: asks
                .iter()
                .map(|ask| self.ask(&sheet.scope, ask, Stand::Sheet, &ask.prompt))
                .collect(),
        };
        (name.to_owned(), Section::Account(account))
    }

    fn closing(&mut self, sheet: &Sheet<'a>, asks: &[&'a Ask]) -> (String, Section) {
        let asks = self.ask_blocks(&sheet.scope, asks);
        let label = asks
            .first()
            .map(pieces::title)
            .unwrap_or_default()
            .to_owned();
        let running = sheet.running.clone();
        (label, Section::Closing(Closing { running, asks }))
    }
}

/// "4.1  Part 3  Indicators"; the nouns are left out where they are the title.
fn kicker_of_rows(sheet: &Sheet<'_>, nouns: &str) -> String {
    let nouns = if sheet.title == nouns { "" } else { nouns };
    wording::kicker(&[&sheet.kicker, nouns])
}

/// The blocks of questions at the end of a node, under the page head of that node.
pub(super) fn closing_label(blocks: &[AskBlock]) -> String {
    let mut titles: Vec<&str> = Vec::new();
    for title in blocks.iter().map(pieces::title) {
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.join(" · ")
}
