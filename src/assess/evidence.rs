//! Items of evidence, and which answers cite them.
//!
//! In: the questions of a workbook with what came back. Out: rows of registers that are begun or cited; references that name no item.
//! Never: reads a reference that is not plain.
//!
//! A reference such as E2 means row 2 of the nearest register: of the node itself, else of the nodes above it, else of the workbook.

use crate::confidential::CandidateText;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::ids::{Owner, Row, Slot};
use crate::plan::field::{AskKind, FieldIndex};
use crate::responses::Companion;

use super::assessment::Item;
use super::scope::Scopes;

/// One row of a register.
#[derive(Clone, Debug)]
pub struct EvidenceItem {
    /// Whose register.
    pub owner: Owner,
    /// Its slot.
    pub slot: Slot,
    /// Which row; printed as E and the number.
    pub row: Row,
    /// What it is.
    pub what: Option<CandidateText>,
    /// What it shows.
    pub shows: Option<CandidateText>,
    /// The share of it that is the candidate's, as typed.
    pub share_as_typed: Option<CandidateText>,
    /// The same as a number, where it plainly reads as one.
    pub share: Option<f64>,
    /// Who cites it, each once, in printing order.
    pub cited_by: Vec<Owner>,
}

impl EvidenceItem {
    const fn is_begun(&self) -> bool {
        self.what.is_some() || self.shows.is_some() || self.share_as_typed.is_some()
    }
}

/// Rows that are begun or cited, in printing order, and what a person should know about references.
pub(super) fn gather(items: &[Item<'_>], scopes: &Scopes) -> (Vec<EvidenceItem>, Vec<Diagnostic>) {
    let mut rows = rows(items);
    let mut diagnostics = Vec::new();
    for item in items {
        if item.asked.kind != AskKind::EvidenceRefs || !item.response.answer.is_answered() {
            continue;
        }
        let Some(Companion::Refs(refs)) = item.response.answer.companion() else {
            diagnostics.push(unread(item));
            continue;
        };
        let owner = item.asked.name.owner;
        let Some(register) = register_of(owner, &rows, scopes) else {
            continue;
        };
        let mut names_nothing = false;
        for cited in refs {
            let at = rows.iter_mut().find(|row| {
                (row.owner, &row.slot) == (register.0, &register.1) && row.row == *cited
            });
            match at {
                Some(row) => {
                    names_nothing |= !row.is_begun();
                    if !row.cited_by.contains(&owner) {
                        row.cited_by.push(owner);
                    }
                }
                None => names_nothing = true,
            }
        }
        if names_nothing {
            diagnostics.push(cites_nothing(item));
        }
    }
    rows.retain(|row| row.is_begun() || !row.cited_by.is_empty());
    (rows, diagnostics)
}

/// Share cells of rows that are begun without one.
pub(super) fn without_share<'a>(items: &'a [Item<'a>]) -> impl Iterator<Item = FieldIndex> + 'a {
    let rows = rows(items);
    let lacks = move |owner: Owner, slot: &Slot, row: Row| {
        rows.iter().any(|one| {
            (one.owner, &one.slot, one.row) == (owner, slot, row)
                && one.is_begun()
                && one.share_as_typed.is_none()
        })
    };
    items.iter().filter_map(move |item| {
        let (row, column) = register_cell(item)?;
        let name = &item.asked.name;
        (column == "share" && lacks(name.owner, &name.slot, row)).then_some(item.index)
    })
}

/// Every row of every register.
fn rows(items: &[Item<'_>]) -> Vec<EvidenceItem> {
    let mut rows: Vec<EvidenceItem> = Vec::new();
    for item in items {
        let Some((row, column)) = register_cell(item) else {
            continue;
        };
        let name = &item.asked.name;
        let is_same =
            |one: &EvidenceItem| (one.owner, &one.slot, one.row) == (name.owner, &name.slot, row);
        if !rows.last().is_some_and(is_same) {
            rows.push(EvidenceItem {
                owner: name.owner,
                slot: name.slot.clone(),
                row,
                what: None,
                shows: None,
                share_as_typed: None,
                share: None,
                cited_by: Vec::new(),
            });
        }
        let value = item.response.answer.value().cloned();
        if let Some(last) = rows.last_mut() {
            match column {
                "what" => last.what = value,
                "shows" => last.shows = value,
                "share" => {
                    last.share_as_typed = value;
                    last.share = match item.response.answer.companion() {
                        Some(Companion::Number(number)) => Some(*number),
                        _ => None,
                    };
                }
                _ => {}
            }
        }
    }
    rows
}

fn register_cell<'a>(item: &Item<'a>) -> Option<(Row, &'a str)> {
    let (row, column) = item.asked.name.cell.as_ref()?;
    (item.asked.kind == AskKind::EvidenceRegister).then_some((*row, column.as_str()))
}

/// The register that a reference of this owner means.
fn register_of(owner: Owner, rows: &[EvidenceItem], scopes: &Scopes) -> Option<(Owner, Slot)> {
    let of = |owner: Owner| {
        let row = rows.iter().find(|row| row.owner == owner);
        row.map(|row| (row.owner, row.slot.clone()))
    };
    let above = match owner {
        Owner::Node(node) => scopes.upward(node).find_map(|node| of(Owner::Node(node))),
        Owner::Form(_) => of(owner),
    };
    above.or_else(|| {
        let row = rows.iter().find(|row| matches!(row.owner, Owner::Form(_)));
        row.map(|row| (row.owner, row.slot.clone()))
    })
}

fn cites_nothing(item: &Item<'_>) -> Diagnostic {
    let message =
        "a reference names no item of the evidence register, or one that is not filled in";
    Diagnostic::warning(Code::A002, place(item), message)
        .help("ask the candidate which item is meant")
}

fn unread(item: &Item<'_>) -> Diagnostic {
    let message = "the evidence references cannot be read; expected references such as E1, E3";
    Diagnostic::warning(Code::A003, place(item), message)
        .help("the text is kept as typed; read it by eye")
}

/// Where an answer stands.
pub(super) fn place(item: &Item<'_>) -> Place {
    Place::Pdf {
        page: item.response.place.as_ref().and_then(|place| place.page),
        field: Some(item.asked.name.to_string()),
    }
}
