//! Keys that belong to some kinds of question only.
//!
//! In: a question as written. Out: findings S034 and S049. Never: looks at what a key says.

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::{Level, NodeKind};
use crate::spec::json;
use crate::spec::locate::At;
use crate::spec::model::AskKind;

/// Checks the keys of a question, and that a register stands where its references reach.
pub(super) fn check(shape: &json::Ask, level: Level, at: At<'_>, found: &mut Vec<Diagnostic>) {
    let kind = AskKind::from(shape.kind);
    let is_register = kind == AskKind::EvidenceRegister;
    let rules = [
        (
            "scale",
            shape.scale.is_some(),
            kind.takes_scale(),
            kind.takes_scale(),
        ),
        ("rows", shape.rows.is_some(), is_register, is_register),
        (
            "words",
            shape.words.is_some(),
            kind == AskKind::Narrative,
            false,
        ),
    ];
    for (key, is_there, may_be, must_be) in rules {
        if is_there && !may_be {
            let message = format!("a question of kind {:?} takes no {key:?}", kind.as_str());
            let help = format!(
                "take {key:?} out, or choose one of the kinds that take it: {}",
                takers(key)
            );
            found.push(Diagnostic::error(Code::S034, at.key(key).place(), message).help(help));
        }
        if must_be && !is_there {
            let message = format!("a question of kind {:?} needs {key:?}", kind.as_str());
            let example = if key == "rows" {
                "8"
            } else {
                "\"shown\", the id of a scale"
            };
            let help = format!("add {key:?}, as in {key:?}: {example}");
            found.push(Diagnostic::error(Code::S034, at.key("kind").place(), message).help(help));
        }
    }
    if is_register && !may_register(level) {
        let message = format!(
            "an evidence register cannot be asked at the level {:?}",
            level.as_str()
        );
        found.push(
            Diagnostic::error(Code::S049, at.key("kind").place(), message)
                .help("ask it at the level of a competency, unit or element, or once per workbook: what is below refers to its rows as E1, E2"),
        );
    }
}

fn takers(key: &str) -> &'static str {
    match key {
        "scale" => "choice, rating, judgement, markingCredit",
        "rows" => "evidenceRegister",
        _ => "narrative",
    }
}

const fn may_register(level: Level) -> bool {
    match level {
        Level::Workbook
        | Level::Node(NodeKind::Competency | NodeKind::Unit | NodeKind::Element) => true,
        Level::Node(
            NodeKind::Area
            | NodeKind::Part
            | NodeKind::Indicator
            | NodeKind::MarkingPoint
            | NodeKind::Question,
        ) => false,
    }
}

/// Two registers at one level would both have an item E1 (S049).
pub(super) fn check_registers(shapes: &[json::Ask], at: At<'_>, found: &mut Vec<Diagnostic>) {
    let registers = shapes.iter().zip(at.each());
    let mut registers =
        registers.filter(|(shape, _)| AskKind::from(shape.kind) == AskKind::EvidenceRegister);
    let Some((_, first)) = registers.next() else {
        return;
    };
    for (_, second) in registers {
        found.push(
            Diagnostic::error(
                Code::S049,
                second.key("slot").place(),
                "a second evidence register at this level",
            )
            .also(first.key("slot").place(), "the first stands here")
            .help("join the two: nobody could tell which item E1 is meant"),
        );
    }
}
