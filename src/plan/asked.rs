//! Which kinds of question a form asks, so that the guide explains those and no others.
//!
//! In: the questions of a form. Out: facts about them. Never: says anything in words.

use crate::ids::{Level, NodeKind};
use crate::spec::model::{Ask, AskKind, AskPlace};

use super::pieces::is_long;
use super::planner::Planner;

/// Where the evidence register stands.
#[derive(Clone, Copy)]
pub(super) enum RegisterAt {
    /// Before what is asked of a group's parts or rows.
    Start,
    /// After it.
    End,
    /// Once for the whole workbook.
    Whole,
}

/// Where the register of a form stands, if it has one.
fn register_at(planner: &Planner<'_>, group: NodeKind) -> Option<RegisterAt> {
    let is_register = |ask: &&Ask| ask.kind == AskKind::EvidenceRegister;
    let of_group = planner.asks(Level::Node(group)).find(is_register);
    let of_group = of_group.map(|ask| match ask.place {
        AskPlace::Before => RegisterAt::Start,
        AskPlace::After => RegisterAt::End,
    });
    let whole = planner.asks(Level::Workbook).find(is_register);
    of_group.or(whole.map(|_| RegisterAt::Whole))
}

/// Which kinds of question the form asks.
pub(super) struct Asked {
    pub(super) register: Option<RegisterAt>,
    pub(super) has_long: bool,
    pub(super) has_sign_off: bool,
    /// Kind of the rows, and the kinds of question asked of them.
    pub(super) rows: Option<(NodeKind, Vec<AskKind>)>,
}

impl Asked {
    pub(super) fn of(planner: &Planner<'_>, group: NodeKind) -> Self {
        let is_asked = |level: Level| planner.asks(level).map(|ask| ask.kind).collect::<Vec<_>>();
        let of_group = is_asked(Level::Node(group));
        let levels = planner.form.asks.iter();
        let mut above_rows = levels
            .filter(|asks| !matches!(asks.level, Level::Node(kind) if kind.child().is_none()))
            .flat_map(|asks| &asks.asks);
        let mut kind = group;
        while let Some(below) = kind.child() {
            kind = below;
        }
        let rows = is_asked(Level::Node(kind));
        let is_sign_off = |kind: &AskKind| matches!(kind, AskKind::Attest | AskKind::Signature);
        Self {
            register: register_at(planner, group),
            has_long: above_rows.any(is_long),
            has_sign_off: of_group.iter().any(is_sign_off),
            rows: (!rows.is_empty()).then_some((kind, rows)),
        }
    }
}
