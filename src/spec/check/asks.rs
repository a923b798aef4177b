//! Questions: each on a slot of its own, with what its kind needs and nothing else.
//!
//! In: their shapes by level. Out: their sound types. Findings: S018, S025, S027, S031 to S035, S044, S048, S049, and those of texts. Never: names a field.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::{FormId, GrammarError, Level, NodeKind, Slot};
use crate::spec::edition;
use crate::spec::json;
use crate::spec::locate::At;
use crate::spec::model::{Ask, AskDigest, AskKind, LevelAsks, WordGuide};
use crate::spec::quote::{one_of, quoted};

use super::forms::Known;
use super::once::Once;
use super::{Draft, ask_keys, programme, texts};

/// The slot of the field that says which workbook it is.
const RESERVED_SLOT: &str = "identity";

/// The form that questions belong to.
pub(super) struct Context<'s> {
    /// What is referred to.
    pub(super) known: &'s Known<'s>,
    /// Its groups.
    pub(super) groups: &'s [json::Group],
    /// Kinds of node that it covers.
    pub(super) kinds: BTreeSet<NodeKind>,
    /// A workbook, not an assessor's form.
    pub(super) is_workbook: bool,
    /// Its id, if it can be read.
    pub(super) form: Option<FormId>,
}

impl Context<'_> {
    /// Checks what is asked at all levels.
    pub(super) fn levels(
        &self,
        shape: &json::Asks,
        at: At<'_>,
        draft: &mut Draft,
    ) -> Vec<LevelAsks> {
        let levels = shape.levels();
        if levels.is_empty() {
            let found = Diagnostic::error(Code::S018, at.place(), "the form asks nothing");
            draft.found.push(found.help("add a question, as in \"workbook\": [ { \"slot\": \"name\", \"kind\": \"text\", \"prompt\": \"Name\" } ]"));
        }
        let asks_parts = levels.iter().any(|(level, asks)| {
            *level == Level::Node(NodeKind::Part)
                && asks
                    .iter()
                    .any(|ask| AskKind::from(ask.kind) == AskKind::Narrative)
        });
        let mut checked = Vec::new();
        for (level, shapes) in levels {
            let list_at = at.key(level.as_str());
            self.check_level(level, list_at, &mut draft.found);
            let guide = self.guide(level, asks_parts);
            let mut slots = Once::default();
            let mut asks = Vec::new();
            for (shape, at) in shapes.iter().zip(list_at.each()) {
                let slot = slot(shape, at, &mut slots, &mut draft.found);
                self.check_references(shape, at, &mut draft.found);
                ask_keys::check(shape, level, at, &mut draft.found);
                check_unless(shape, shapes, at, &mut draft.found);
                let ask = ask(shape, slot, guide, at, &mut draft.found);
                if let (Some(ask), Some(form)) = (&ask, self.form) {
                    draft.digests.asks.push(AskDigest {
                        form,
                        level,
                        slot: ask.slot.clone(),
                        rev: ask.rev,
                        digest: edition::ask_digest(shape),
                    });
                }
                asks.extend(ask);
            }
            ask_keys::check_registers(shapes, list_at, &mut draft.found);
            checked.push(LevelAsks { level, asks });
        }
        checked
    }

    /// A question for a kind of node that is not covered is never asked (S048).
    fn check_level(&self, level: Level, at: At<'_>, found: &mut Vec<Diagnostic>) {
        let Level::Node(kind) = level else { return };
        // With another fault, nodes that are missing may be the reason.
        if self.kinds.contains(&kind) || super::has_error(found) {
            return;
        }
        let covered: Vec<&str> = self.kinds.iter().map(|kind| kind.as_str()).collect();
        let message = format!(
            "the questions of level {:?} are never asked: the form covers none of this kind",
            kind.as_str()
        );
        found.push(
            Diagnostic::warning(Code::S048, at.place(), message).help(format!(
                "ask at a level that is covered: workbook, {}",
                covered.join(", ")
            )),
        );
    }

    /// The guide that the rules give to narratives of a level; assessors are given none.
    fn guide(&self, level: Level, asks_parts: bool) -> Option<WordGuide> {
        match level {
            Level::Node(NodeKind::Part) if self.is_workbook => self.known.rules.part_words,
            // The competency's guide is for all that is written in it, so it is for one box only where parts have none.
            Level::Node(NodeKind::Competency) if self.is_workbook && !asks_parts => {
                self.known.rules.competency_words
            }
            Level::Node(_) | Level::Workbook => None,
        }
    }

    /// Scales and groups that do not exist (S025, S027).
    fn check_references(&self, shape: &json::Ask, at: At<'_>, found: &mut Vec<Diagnostic>) {
        let scales: Vec<&str> = self
            .known
            .spec
            .scales
            .iter()
            .map(|scale| scale.id.as_str())
            .collect();
        let groups: Vec<&str> = self.groups.iter().map(|group| group.id.as_str()).collect();
        let references = [
            (Code::S025, "scale", &shape.scale, scales),
            (Code::S027, "group", &shape.group, groups),
        ];
        for (code, what, written, known) in references {
            let Some(written) = written
                .as_deref()
                .filter(|written| !known.contains(written))
            else {
                continue;
            };
            let nothing = format!("leave {what:?} out");
            let help = format!(
                "{}, or add the {what} under \"{what}s\"",
                one_of(&known, &nothing)
            );
            found.push(
                Diagnostic::error(
                    code,
                    at.key(what).place(),
                    format!("there is no {what} {}", quoted(written)),
                )
                .help(help),
            );
        }
    }
}

/// The slot: its grammar (S032), not reserved (S033), once a level (S031).
fn slot(
    shape: &json::Ask,
    at: At<'_>,
    slots: &mut Once,
    found: &mut Vec<Diagnostic>,
) -> Option<Slot> {
    let at = at.key("slot");
    let written = &shape.slot;
    if let Some(first) = slots.again(written, at) {
        found.push(
            Diagnostic::error(
                Code::S031,
                at.place(),
                format!(
                    "two questions of this level are on slot {}",
                    quoted(written)
                ),
            )
            .also(first, "first used here")
            .help("give one of them another slot: their fields would have one name"),
        );
    }
    if written == RESERVED_SLOT {
        found.push(
            Diagnostic::error(
                Code::S033,
                at.place(),
                format!("the slot {} is reserved", quoted(written)),
            )
            .help("choose another name: this field says which workbook it is"),
        );
    }
    match Slot::parse(written) {
        Ok(slot) => Some(slot),
        Err(GrammarError(expected)) => {
            let message = format!(
                "a field cannot be named after slot {}, expected {expected}",
                quoted(written)
            );
            found.push(
                Diagnostic::error(Code::S032, at.place(), message)
                    .help("change the slot; once published, it never changes again"),
            );
            None
        }
    }
}

/// `unless` names another slot of the level, and lifts something (S035).
fn check_unless(shape: &json::Ask, level: &[json::Ask], at: At<'_>, found: &mut Vec<Diagnostic>) {
    let Some(unless) = &shape.unless else { return };
    let others: Vec<&str> = level
        .iter()
        .map(|ask| ask.slot.as_str())
        .filter(|slot| *slot != shape.slot)
        .collect();
    let (message, help) = if *unless == shape.slot {
        (
            format!(
                "the question on slot {} is lifted by its own answer",
                quoted(unless)
            ),
            "name the slot of another question, or take \"unless\" out".to_owned(),
        )
    } else if !others.contains(&unless.as_str()) {
        (
            format!(
                "\"unless\" names the slot {}, which no question of this level has",
                quoted(unless)
            ),
            format!(
                "{}, or take \"unless\" out",
                one_of(&others, "add the other question")
            ),
        )
    } else if !shape.needed {
        (
            "\"unless\" has nothing to lift: the question is not needed".to_owned(),
            "add \"needed\": true, or take \"unless\" out".to_owned(),
        )
    } else {
        return;
    };
    found.push(Diagnostic::error(Code::S035, at.key("unless").place(), message).help(help));
}

fn ask(
    shape: &json::Ask,
    slot: Option<Slot>,
    guide: Option<WordGuide>,
    at: At<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<Ask> {
    let kind = AskKind::from(shape.kind);
    let own = shape.words.as_ref();
    let own = own.and_then(|words| programme::word_guide(words, at.key("words"), found));
    let inherited = guide.filter(|_| kind == AskKind::Narrative);
    let prompt = texts::plain(&shape.prompt, "prompt", at.key("prompt"), found);
    Some(Ask {
        slot: slot?,
        kind,
        prompt,
        place: shape.place.into(),
        group: shape.group.clone(),
        is_needed: shape.needed,
        unless: shape
            .unless
            .as_deref()
            .and_then(|unless| Slot::parse(unless).ok()),
        words: own.or(inherited),
        rows: shape.rows,
        scale: shape.scale.clone(),
        rev: shape.rev.0,
        at: at.key("slot").span(),
    })
}
