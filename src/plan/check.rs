//! What is wrong with a form that only shows when it is planned.
//!
//! In: the specification, the form and its fields. Out: findings P001 to P006, each with its place.
//! Never: mends, or looks again at what `spec` has found sound.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::ids::{Level, NodeId, NodeKind, Owner, Row};
use crate::messages::Messages;
use crate::spec::model::{Ask, AskKind, Form, Spec};

use super::field::Field;
use super::index::Index;

/// Every finding about a form.
pub(super) fn findings(
    spec: &Spec,
    form: &Form,
    index: &Index<'_>,
    fields: &[Field],
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    findings.extend(register_rows(form));
    findings.extend(asks_nothing(form, fields));
    findings.extend(without_pages(index, form));
    findings.extend(language(spec));
    findings.extend(alike(index, fields));
    findings.extend(registers_meet(form));
    findings
}

/// P001: rows of a register that cannot be named.
fn register_rows(form: &Form) -> Vec<Diagnostic> {
    let bad = registers(form).filter_map(|(_, ask)| {
        let rows = ask.rows.unwrap_or(0);
        let is_sound = (1..=Row::MAX).contains(&rows);
        (!is_sound).then(|| {
            let most = Row::MAX;
            let message = format!(
                "the fields of {rows} rows cannot be named, expected 1 to {most} in register \"{}\"",
                ask.slot
            );
            Diagnostic::error(Code::P001, Place::Source(ask.at), message)
                .help("set \"rows\" to the number of evidence items there is room for")
        })
    });
    bad.collect()
}

fn registers(form: &Form) -> impl Iterator<Item = (Level, &Ask)> {
    let levels = form.asks.iter();
    let asks = levels.flat_map(|asks| asks.asks.iter().map(|ask| (asks.level, ask)));
    asks.filter(|(_, ask)| ask.kind == AskKind::EvidenceRegister)
}

/// P002: nothing is asked.
fn asks_nothing(form: &Form, fields: &[Field]) -> Option<Diagnostic> {
    let is_asked = fields.iter().any(Field::is_asked);
    (!is_asked).then(|| {
        let message = format!("form \"{}\" asks nothing of what it covers", form.id);
        Diagnostic::error(Code::P002, Place::Source(form.at), message)
            .help("name nodes that are not announced in \"covers\", and questions in \"asks\"")
    })
}

/// P003: what is covered has no pages of its own.
fn without_pages(index: &Index<'_>, form: &Form) -> Vec<Diagnostic> {
    // An assessor's form covers what its workbook does, which is found there.
    let own = form.covers.iter().filter(|_| form.of.is_none());
    let without = own.filter(|id| match id.kind {
        NodeKind::Area | NodeKind::Competency | NodeKind::Unit | NodeKind::Element => false,
        NodeKind::Part | NodeKind::Indicator | NodeKind::MarkingPoint | NodeKind::Question => true,
    });
    let finding = |id: &NodeId| {
        let message = format!(
            "form \"{}\" covers {} \"{id}\", which has no pages of its own",
            form.id,
            id.kind.as_str()
        );
        let node = index.node(*id);
        let place = Place::Source(node.map_or(form.at, |placed| placed.node.at));
        Diagnostic::error(Code::P003, Place::Source(form.at), message)
            .also(place, "covered by it")
            .help("cover the area, competency, unit or element that it belongs to")
    };
    without.map(finding).collect()
}

/// P004: the program has no words in this language.
fn language(spec: &Spec) -> Option<Diagnostic> {
    let language = &spec.programme.language;
    Messages::for_language(language).is_none().then(|| {
        let spoken = Messages::ALL.map(|words| words.language).join(", ");
        let message = format!("the program has no words in \"{language}\"; English ones are used");
        let place = Place::Source(spec.programme.language_at);
        Diagnostic::warning(Code::P004, place, message).help(format!(
            "words such as \"Page 1 of 30\" and how to use the workbook are there in: {spoken}"
        ))
    })
}

/// P005: fields that a screen reader cannot tell apart; once for each pair of owners.
fn alike(index: &Index<'_>, fields: &[Field]) -> Vec<Diagnostic> {
    let mut first: BTreeMap<&str, &Field> = BTreeMap::new();
    let mut pairs: BTreeMap<(Owner, Owner), (&Field, &Field)> = BTreeMap::new();
    for field in fields {
        if let Some(other) = first.get(field.tooltip.as_str()) {
            let pair = (other.name.owner, field.name.owner);
            pairs.entry(pair).or_insert((other, field));
        } else {
            first.insert(&field.tooltip, field);
        }
    }
    let said = pairs.into_values().map(|(other, field)| {
        let message = format!("two fields sound alike: \"{}\"", field.tooltip);
        let is_one_owner = other.name.owner == field.name.owner;
        let place = |field| owner_place(index, field, is_one_owner);
        Diagnostic::warning(Code::P005, place(field), message)
            .also(place(other), "the other one")
            .help("give one of them another code, title or prompt, so that they can be told apart by ear")
    });
    said.collect()
}

/// Where a field's node is written; its question, if one owner is asked both.
fn owner_place(index: &Index<'_>, field: &Field, is_one_owner: bool) -> Place {
    let node = match field.name.owner {
        Owner::Node(id) if !is_one_owner => index.node(id),
        Owner::Node(_) | Owner::Form(_) => None,
    };
    Place::Source(node.map_or(field.at, |placed| placed.node.at))
}

/// P006: a register of the whole workbook and others below it.
fn registers_meet(form: &Form) -> Option<Diagnostic> {
    let (_, whole) = registers(form).find(|(level, _)| *level == Level::Workbook)?;
    let (level, other) = registers(form).find(|(level, _)| *level != Level::Workbook)?;
    let message = format!(
        "the references E1, E2 of two registers meet: one of the workbook, one of every {}",
        level.as_str()
    );
    Some(
        Diagnostic::error(Code::P006, Place::Source(other.at), message)
            .also(Place::Source(whole.at), "of the workbook")
            .help("ask for one of the two"),
    )
}
