//! The plan while it grows: fields and sections so far, and how a question becomes a field.
//!
//! In: questions and whose they are. Out: fields with name, input, label and tooltip.
//! Never: decides the order; the callers do.

use crate::field_name::FieldName;
use crate::ids::{Column, Level, OptionValue, Owner, Row, Slot};
use crate::messages::{Messages, Nouns, fill};
use crate::spec::model::{Ask, AskKind, AskPlace, Form, Node, Scale, Spec};

use super::Identity;
use super::block::{Section, SectionIndex};
use super::field::{Field, FieldIndex, FieldOption, Input, Options};
use super::index::Index;

/// The plan while it grows.
pub(super) struct Planner<'a> {
    pub(super) index: Index<'a>,
    pub(super) spec: &'a Spec,
    pub(super) form: &'a Form,
    pub(super) identity: &'a Identity,
    pub(super) words: &'static Messages,
    /// Nouns for the kinds of node.
    pub(super) nouns: &'a Nouns,
    /// Language of the fixed words, where it is not the document's.
    pub(super) words_language: Option<String>,
    pub(super) fields: Vec<Field>,
    pub(super) sections: Vec<Section>,
    /// Sections that will be inserted before those to come, once it is known what they lead to.
    pub(super) pending: usize,
}

/// Whose question it is, and how that is said.
pub(super) struct Scope<'a> {
    pub(super) owner: Owner,
    pub(super) level: Level,
    pub(super) node: Option<&'a Node>,
    /// As in "4.1, Customer attractiveness, indicator 2 of 5".
    pub(super) spoken: String,
}

impl<'a> Scope<'a> {
    pub(super) const fn of_node(node: &'a Node, spoken: String) -> Self {
        Self {
            owner: Owner::Node(node.id),
            level: Level::Node(node.id.kind),
            node: Some(node),
            spoken,
        }
    }

    /// The same owner, with more said about where it stands.
    pub(super) fn within(&self, more: &str) -> Self {
        let spoken = match (self.spoken.is_empty(), more.is_empty()) {
            (false, false) => format!("{}, {more}", self.spoken),
            _ => format!("{}{more}", self.spoken),
        };
        Self { spoken, ..*self }
    }
}

/// Where a question stands, which decides how many lines a short text gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// On the cover or in a group: one line.
    Group,
    /// On a page for one long answer: a few lines.
    Sheet,
    /// In a row of a table: a few lines, even for a long answer.
    Row,
}

impl<'a> Planner<'a> {
    /// The questions of a level, in the order written.
    pub(super) fn asks(&self, level: Level) -> impl Iterator<Item = &'a Ask> + use<'a> {
        let levels = self.form.asks.iter();
        levels
            .filter(move |asks| asks.level == level)
            .flat_map(|asks| &asks.asks)
    }

    /// The questions of a level that stand before or after the children.
    pub(super) fn asks_at(&self, level: Level, place: AskPlace) -> Vec<&'a Ask> {
        self.asks(level).filter(|ask| ask.place == place).collect()
    }

    /// The index of the section that is added next.
    pub(super) const fn next_section(&self) -> SectionIndex {
        SectionIndex(self.sections.len() + self.pending)
    }

    /// Adds a field for a question.
    pub(super) fn ask(
        &mut self,
        scope: &Scope<'_>,
        ask: &Ask,
        stand: Stand,
        label: &str,
    ) -> FieldIndex {
        let question = self.after_colon(&ask.prompt);
        let field = Field {
            input: self.input(ask, stand),
            label: label.to_owned(),
            ..self.field(scope, ask, &question)
        };
        self.add(field)
    }

    /// Adds the field of one cell of a register.
    pub(super) fn ask_cell(
        &mut self,
        scope: &Scope<'_>,
        ask: &Ask,
        row: Row,
        (column, label, spoken): (Column, &str, &str),
    ) -> FieldIndex {
        let one_line = column.as_str() == "share";
        let mut field = self.field(scope, ask, spoken);
        field.name.cell = Some((row, column));
        field.input = if one_line { Input::Line } else { Input::Lines };
        label.clone_into(&mut field.label);
        label.clone_into(&mut field.question);
        self.add(field)
    }

    /// Adds the read-only identity; `None` if its slot could not be named.
    pub(super) fn identify(&mut self) -> Option<FieldIndex> {
        let slot = Slot::parse(Field::IDENTITY_SLOT).ok()?;
        let owner = Owner::Form(self.form.id);
        let spoken = self.words.spoken.identity.to_owned();
        let field = Field {
            name: self.name(owner, slot),
            level: Level::Workbook,
            kind: AskKind::Text,
            input: Input::Identity(self.identity.value()),
            question: spoken.clone(),
            label: String::new(),
            tooltip: spoken,
            is_needed: false,
            unless: None,
            words: None,
            rev: None,
            code: None,
            wording: None,
            at: self.form.at,
        };
        Some(self.add(field))
    }

    /// A prompt as it stands after a colon; as written where the program does not know the language.
    fn after_colon(&self, prompt: &str) -> String {
        if self.words_language.is_some() {
            prompt.to_owned()
        } else {
            Messages::after_colon(prompt)
        }
    }

    fn add(&mut self, field: Field) -> FieldIndex {
        self.fields.push(field);
        FieldIndex(self.fields.len() - 1)
    }

    fn name(&self, owner: Owner, slot: Slot) -> FieldName {
        FieldName {
            framework: self.identity.framework.clone(),
            edition: self.identity.edition.clone(),
            form: self.identity.form,
            owner,
            slot,
            cell: None,
        }
    }

    fn field(&self, scope: &Scope<'_>, ask: &Ask, asked: &str) -> Field {
        let tooltip = match scope.spoken.as_str() {
            "" => asked.to_owned(),
            spoken => format!("{spoken}: {asked}"),
        };
        Field {
            name: self.name(scope.owner, ask.slot.clone()),
            level: scope.level,
            kind: ask.kind,
            input: Input::Line,
            question: ask.prompt.clone(),
            label: ask.prompt.clone(),
            tooltip,
            is_needed: ask.is_needed,
            unless: ask.unless.clone(),
            words: ask.words,
            rev: scope.node.map(|node| node.rev),
            code: scope.node.and_then(|node| node.code.clone()),
            wording: scope.node.and_then(|node| node.wording.clone()),
            at: ask.at,
        }
    }

    fn input(&self, ask: &Ask, stand: Stand) -> Input {
        match ask.kind {
            AskKind::Text | AskKind::EvidenceRefs => match stand {
                Stand::Group => Input::Line,
                Stand::Sheet | Stand::Row => Input::Lines,
            },
            AskKind::Narrative | AskKind::Prescription => match stand {
                Stand::Group | Stand::Sheet => Input::Page,
                Stand::Row => Input::Lines,
            },
            AskKind::Date | AskKind::Percent | AskKind::EvidenceRegister => Input::Line,
            AskKind::Choice | AskKind::Rating | AskKind::Judgement | AskKind::MarkingCredit => {
                Input::Choice(self.options(self.scale_options(ask)))
            }
            AskKind::YesNo => Input::Choice(self.options(self.yes_no())),
            AskKind::Attest | AskKind::NotApplicable => Input::Tick,
            AskKind::Signature => Input::Signature,
        }
    }

    fn options(&self, options: Vec<FieldOption>) -> Options {
        Options::new(self.words.form.choose.to_owned(), options)
    }

    /// The scale of a question, if it has one.
    pub(super) fn scale(&self, ask: &Ask) -> Option<&'a Scale> {
        let id = ask.scale.as_ref()?;
        self.spec.scales.iter().find(|scale| scale.id == *id)
    }

    fn scale_options(&self, ask: &Ask) -> Vec<FieldOption> {
        let options = self.scale(ask).into_iter().flat_map(|scale| &scale.options);
        options
            .map(|option| FieldOption {
                value: option.value.clone(),
                label: option.label.clone(),
                score: option.score,
            })
            .collect()
    }

    fn yes_no(&self) -> Vec<FieldOption> {
        let values = ["yes", "no"].into_iter().zip(self.words.form.yes_no);
        let option = |(value, label): (&str, &str)| {
            let value = OptionValue::parse(value).ok()?;
            Some(FieldOption {
                value,
                label: label.to_owned(),
                score: None,
            })
        };
        values.filter_map(option).collect()
    }

    /// "indicator 2 of 5" for a row of a table.
    pub(super) fn spoken_row(&self, noun: &str, number: usize, count: usize) -> String {
        let (number, count) = (number.to_string(), count.to_string());
        let values = [("noun", noun), ("number", &number), ("count", &count)];
        fill(self.words.spoken.row, &values)
    }
}
