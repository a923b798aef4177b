//! What is wrong with a form that only shows when it is planned.
//!
//! In: the specification, the form, what it covers and its fields. Out: findings P001 to P010, each with its place.
//! Never: mends, or repeats what `spec` has found.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place, SourceSpan};
use crate::field_name::FieldName;
use crate::ids::{Level, NodeId, NodeKind, Owner, Slot};
use crate::messages::Messages;
use crate::spec::model::{Ask, AskKind, Form, Node, Spec};

use super::field::Field;

/// The most rows of an evidence register: references of two digits.
const MOST_ROWS: u16 = 99;

/// Every finding about a form.
pub(super) fn findings(spec: &Spec, form: &Form, fields: &[Field]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    findings.extend(language(spec));
    findings.extend(covers(spec, form));
    slots(form, &mut findings);
    registers(form, &mut findings);
    findings.extend(empty_levels(spec, form));
    findings.extend(asks_nothing(form, fields));
    findings.extend(fields.iter().find_map(unnameable));
    findings.extend(alike(spec, fields));
    findings
}

/// P006: the program has no words in this language.
fn language(spec: &Spec) -> Option<Diagnostic> {
    let language = &spec.programme.language;
    Messages::for_language(language).is_none().then(|| {
        let spoken = Messages::ALL.map(|words| words.language).join(", ");
        let message = format!("the program has no words in \"{language}\"; English ones are used");
        Diagnostic::warning(Code::P006, Place::Whole, message).help(format!(
            "words such as \"Page 1 of 30\" and how to use the workbook are there in: {spoken}"
        ))
    })
}

/// P009 and P010: something is covered twice, or cannot be covered.
fn covers(spec: &Spec, form: &Form) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut seen: Vec<NodeId> = Vec::new();
    for &id in &form.covers {
        let Some(node) = find(&spec.framework.nodes, id) else {
            continue;
        };
        match id.kind {
            NodeKind::Area | NodeKind::Competency | NodeKind::Unit | NodeKind::Element => {}
            NodeKind::Part | NodeKind::Indicator | NodeKind::MarkingPoint | NodeKind::Question => {
                let message = format!(
                    "form \"{}\" covers {} \"{id}\", which has no pages of its own",
                    form.id,
                    id.kind.as_str()
                );
                findings.push(
                    Diagnostic::error(Code::P010, Place::Source(form.at), message)
                        .also(Place::Source(node.at), "this node")
                        .help("cover the area, competency, unit or element that it belongs to"),
                );
            }
        }
        let mut below = Vec::new();
        collect(node, &mut below);
        if let Some(twice) = below.iter().find(|node| seen.contains(&node.id)) {
            let message = format!("form \"{}\" covers \"{}\" twice", form.id, twice.id);
            findings.push(
                Diagnostic::error(Code::P009, Place::Source(form.at), message)
                    .also(Place::Source(twice.at), "covered twice")
                    .help("an area covers its competencies: name it alone, or them alone"),
            );
        }
        seen.extend(below.iter().map(|node| node.id));
    }
    findings
}

fn find(nodes: &[Node], id: NodeId) -> Option<&Node> {
    nodes.iter().find_map(|node| {
        if node.id == id {
            Some(node)
        } else {
            find(&node.children, id)
        }
    })
}

fn collect<'a>(node: &'a Node, found: &mut Vec<&'a Node>) {
    found.push(node);
    for child in &node.children {
        collect(child, found);
    }
}

/// P001 and P002: one slot for two questions, or the slot of the identity.
fn slots(form: &Form, findings: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<(Level, &Slot), SourceSpan> = BTreeMap::new();
    for (level, ask) in leveled(form) {
        if ask.slot.as_str() == Field::IDENTITY_SLOT {
            let message = format!("slot \"{}\" is reserved for the program", ask.slot);
            findings.push(
                Diagnostic::error(Code::P002, Place::Source(ask.at), message)
                    .help("choose another slot"),
            );
        }
        if let Some(&other) = first.get(&(level, &ask.slot)) {
            let message = format!(
                "two questions on one slot: \"{}\" at level \"{}\"",
                ask.slot,
                level.as_str()
            );
            findings.push(
                Diagnostic::error(Code::P001, Place::Source(ask.at), message)
                    .also(Place::Source(other), "first used here")
                    .help("give one of them another slot; after publication a slot stays"),
            );
        } else {
            first.insert((level, &ask.slot), ask.at);
        }
    }
}

fn leveled(form: &Form) -> impl Iterator<Item = (Level, &Ask)> {
    let levels = form.asks.iter();
    levels.flat_map(|asks| asks.asks.iter().map(|ask| (asks.level, ask)))
}

/// P003 and P008: registers that cannot be numbered, or that stand where references would not be unique.
fn registers(form: &Form, findings: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<Level, SourceSpan> = BTreeMap::new();
    for (level, ask) in leveled(form).filter(|(_, ask)| ask.kind == AskKind::EvidenceRegister) {
        let rows = ask.rows.unwrap_or(0);
        if !(1..=MOST_ROWS).contains(&rows) {
            let message = format!(
                "register \"{}\" has {rows} rows, which cannot be named; expected 1 to {MOST_ROWS}",
                ask.slot
            );
            findings.push(
                Diagnostic::error(Code::P003, Place::Source(ask.at), message)
                    .help("set \"rows\" to the number of evidence items there is room for"),
            );
        }
        let misplaced = |message: String| {
            Diagnostic::error(Code::P008, Place::Source(ask.at), message)
                .help("ask for one register at the level \"competency\", \"unit\" or \"element\"")
        };
        if !is_level_of_groups(level) {
            let message = format!(
                "a register at level \"{}\": its references E1, E2 would not be unique",
                level.as_str()
            );
            findings.push(misplaced(message));
        } else if let Some(&other) = first.get(&level) {
            let message = format!(
                "two registers at level \"{}\" share the references E1, E2",
                level.as_str()
            );
            findings.push(misplaced(message).also(Place::Source(other), "the other register"));
        } else {
            first.insert(level, ask.at);
        }
    }
}

const fn is_level_of_groups(level: Level) -> bool {
    match level {
        Level::Node(NodeKind::Competency | NodeKind::Unit | NodeKind::Element) => true,
        Level::Workbook
        | Level::Node(
            NodeKind::Area
            | NodeKind::Part
            | NodeKind::Indicator
            | NodeKind::MarkingPoint
            | NodeKind::Question,
        ) => false,
    }
}

/// P005: questions at a level of which nothing is covered.
fn empty_levels(spec: &Spec, form: &Form) -> Vec<Diagnostic> {
    let mut covered = Vec::new();
    for &id in &form.covers {
        if let Some(node) = find(&spec.framework.nodes, id) {
            collect(node, &mut covered);
        }
    }
    let has = |kind| {
        let mut present = covered.iter().filter(|node| !node.is_announced);
        present.any(|node| node.id.kind == kind)
    };
    let empty = form.asks.iter().filter_map(|asks| {
        let Level::Node(kind) = asks.level else {
            return None;
        };
        let first = asks.asks.first().filter(|_| !has(kind))?;
        let message = format!(
            "form \"{}\" asks at level \"{}\", but covers no node of that kind",
            form.id,
            kind.as_str()
        );
        Some(
            Diagnostic::warning(Code::P005, Place::Source(first.at), message)
                .also(Place::Source(form.at), "this form")
                .help("cover such nodes, or remove the questions"),
        )
    });
    empty.collect()
}

/// P004: nothing is asked.
fn asks_nothing(form: &Form, fields: &[Field]) -> Option<Diagnostic> {
    let is_asked = fields.iter().any(Field::is_asked);
    (!is_asked).then(|| {
        let message = format!("form \"{}\" asks nothing", form.id);
        Diagnostic::error(Code::P004, Place::Source(form.at), message)
            .help("name nodes that are not announced in \"covers\", and questions in \"asks\"")
    })
}

/// P003: a name that would not be read back as it was written.
fn unnameable(field: &Field) -> Option<Diagnostic> {
    let name = field.name.to_string();
    let is_read_back = FieldName::find(&name).is_some_and(|found| found.name == field.name);
    (!is_read_back).then(|| {
        let message = format!("field \"{name}\" could not be read back by its name");
        Diagnostic::error(Code::P003, Place::Source(field.at), message)
            .help("shorten the framework, edition or slot: a name has at most 60 letters")
    })
}

/// P007: fields that a screen reader cannot tell apart; once for each pair of owners.
fn alike(spec: &Spec, fields: &[Field]) -> Vec<Diagnostic> {
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
        Diagnostic::warning(Code::P007, owner_place(spec, field), message)
            .also(owner_place(spec, other), "the other one")
            .help("give one of them another code, title or prompt, so that a screen reader can tell them apart")
    });
    said.collect()
}

/// Where a field's node is written; the question, if the form itself or the same node asks twice.
fn owner_place(spec: &Spec, field: &Field) -> Place {
    let node = match field.name.owner {
        Owner::Node(id) => find(&spec.framework.nodes, id),
        Owner::Form(_) => None,
    };
    Place::Source(node.map_or(field.at, |node| node.at))
}
