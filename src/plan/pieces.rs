//! Questions of one level put into blocks: registers, groups under a heading, long answers.
//!
//! In: questions in the order written, and whose they are. Out: pieces in printing order, or the blocks made of them.
//! Never: takes a question of a group out of it.

use crate::ids::{Column, Row};
use crate::messages::{Nouns, fill};
use crate::spec::markup::Markup;
use crate::spec::model::{Ask, AskKind, Group, Node};

use super::block::{AskBlock, QuestionGroup, Register, RegisterRow};
use super::planner::{Planner, Scope, Stand};
use super::wording;

/// Questions that stand together.
pub(super) enum Piece<'a> {
    /// A table of evidence items.
    Register(&'a Ask),
    /// A named group.
    Group(&'a Group, Vec<&'a Ask>),
    /// Questions without a group that follow one another; at most one of them is long.
    Run(Vec<&'a Ask>),
}

impl Piece<'_> {
    /// Whether it is one question alone: what to do next.
    pub(super) fn prescribes(&self) -> bool {
        matches!(self, Self::Run(asks) if matches!(asks.as_slice(), [ask] if ask.kind == AskKind::Prescription))
    }
}

/// Whether a question takes a long answer.
pub(super) const fn is_long(ask: &Ask) -> bool {
    matches!(ask.kind, AskKind::Narrative | AskKind::Prescription)
}

/// Puts questions into pieces. A group stands where its first question is written.
pub(super) fn pieces<'a>(groups: &'a [Group], asks: &[&'a Ask]) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    for &ask in asks {
        let group = groups
            .iter()
            .find(|group| Some(&group.id) == ask.group.as_ref());
        if ask.kind == AskKind::EvidenceRegister {
            pieces.push(Piece::Register(ask));
        } else if let Some(group) = group {
            add_to_group(&mut pieces, group, ask);
        } else {
            add_to_run(&mut pieces, ask);
        }
    }
    pieces
}

fn add_to_group<'a>(pieces: &mut Vec<Piece<'a>>, group: &'a Group, ask: &'a Ask) {
    for piece in pieces.iter_mut() {
        if let Piece::Group(known, asks) = piece
            && known.id == group.id
        {
            asks.push(ask);
            return;
        }
    }
    pieces.push(Piece::Group(group, vec![ask]));
}

fn add_to_run<'a>(pieces: &mut Vec<Piece<'a>>, ask: &'a Ask) {
    match pieces.last_mut() {
        Some(Piece::Run(asks)) if !(is_long(ask) && asks.iter().any(|one| is_long(one))) => {
            asks.push(ask);
        }
        _ => pieces.push(Piece::Run(vec![ask])),
    }
}

impl<'a> Planner<'a> {
    /// The blocks of questions, their fields added in printing order.
    pub(super) fn ask_blocks(&mut self, scope: &Scope<'_>, asks: &[&'a Ask]) -> Vec<AskBlock> {
        let mut blocks = Vec::new();
        for piece in pieces(&self.form.groups, asks) {
            blocks.push(match piece {
                Piece::Register(ask) => AskBlock::Register(self.register(scope, ask)),
                Piece::Group(group, asks) => {
                    AskBlock::Group(self.question_group(scope, group, &asks))
                }
                Piece::Run(asks) => AskBlock::Group(self.run(scope, &asks)),
            });
        }
        blocks
    }

    /// A table of evidence items. Rows that cannot be named are left out; `check` has said so.
    fn register(&mut self, scope: &Scope<'_>, ask: &Ask) -> Register {
        let form = &self.words.form;
        let [_, what, shows, share] = form.register_heads;
        let [spoken_what, spoken_shows, spoken_share] = self.words.spoken.columns;
        let columns = [
            ("what", what, spoken_what),
            ("shows", shows, spoken_shows),
            ("share", share, spoken_share),
        ];
        let mut rows = Vec::new();
        for row in (1..=ask.rows.unwrap_or(0)).filter_map(|row| Row::new(row).ok()) {
            let reference = format!("E{}", row.number());
            let item = fill(
                self.words.spoken.evidence_item,
                &[("reference", &reference)],
            );
            let scope = scope.within(&item);
            let fields = columns.map(|(column, label, spoken)| {
                let column = Column::parse(column).ok()?;
                Some(self.ask_cell(&scope, ask, row, (column, label, spoken)))
            });
            if let [Some(what), Some(shows), Some(share)] = fields {
                rows.push(RegisterRow {
                    reference,
                    fields: [what, shows, share],
                });
            }
        }
        let last = rows.last().map_or("E1", |row| row.reference.as_str());
        let help = fill(form.register_help, &[("last", last)]);
        Register {
            heading: ask.prompt.clone(),
            help: wording::sentences(&[
                &help,
                if self.form.of.is_none() {
                    form.register_help_share
                } else {
                    ""
                },
            ]),
            heads: form.register_heads.map(str::to_owned),
            guidance: Vec::new(),
            rows,
        }
    }

    /// A named group under its own heading.
    fn question_group(&mut self, scope: &Scope<'_>, group: &Group, asks: &[&Ask]) -> QuestionGroup {
        let spoken = scope.within(&group.title);
        QuestionGroup {
            kicker: kicker(self.nouns, scope.node),
            title: group.title.clone(),
            statement: group.body.clone().unwrap_or_default(),
            help: self.group_help(asks),
            side_help: String::new(),
            fields: asks
                .iter()
                .map(|ask| self.ask(&spoken, ask, Stand::Group, &ask.prompt))
                .collect(),
        }
    }

    /// Questions without a group; one alone is its own heading.
    fn run(&mut self, scope: &Scope<'_>, asks: &[&Ask]) -> QuestionGroup {
        let form = &self.words.form;
        let alone = match asks {
            [ask] if !matches!(ask.kind, AskKind::Attest | AskKind::NotApplicable) => Some(*ask),
            _ => None,
        };
        let title = alone.map_or(form.questions, |ask| ask.prompt.as_str());
        let label = |ask: &Ask| match alone {
            Some(_) => form.your_answer.to_owned(),
            None => ask.prompt.clone(),
        };
        QuestionGroup {
            kicker: kicker(self.nouns, scope.node),
            title: title.to_owned(),
            statement: Markup::default(),
            help: self.group_help(asks),
            side_help: String::new(),
            fields: asks
                .iter()
                .map(|ask| self.ask(scope, ask, Stand::Group, &label(ask)))
                .collect(),
        }
    }

    /// The guide for the words of the long answer among the questions, and what becomes of text beyond its box.
    pub(super) fn group_help(&self, asks: &[&Ask]) -> String {
        let guide = asks.iter().find_map(|ask| ask.words);
        let guide = wording::word_guide(self.words, guide);
        let has_long = asks.iter().any(|ask| is_long(ask));
        let beyond = match (has_long, self.form.theme.is_for_pen) {
            (false, _) => "",
            (true, false) => self.words.form.beyond_the_box,
            (true, true) => self.words.guide.pen.beyond_the_box,
        };
        wording::sentences(&[&guide, beyond])
    }
}

fn kicker(nouns: &Nouns, node: Option<&Node>) -> String {
    let name = node.map(|node| wording::spoken_name(nouns, node));
    name.unwrap_or_default()
}

/// What a block is called in the contents.
pub(super) fn title(block: &AskBlock) -> &str {
    match block {
        AskBlock::Register(register) => &register.heading,
        AskBlock::Group(group) => &group.title,
    }
}
