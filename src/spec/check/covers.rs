//! What a workbook covers: nodes that exist, each once.
//!
//! In: ids as written, and the tree. Out: the ids, and the kinds of all that is covered. Findings: S015, S018, S026, S047. Never: orders them.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::{NodeId, NodeKind};
use crate::spec::json::View;
use crate::spec::locate::At;
use crate::spec::quote::quoted;

use super::forms::Known;
use super::texts;

/// Checks what a workbook covers.
pub(super) fn covers(
    written: &[String],
    at: At<'_>,
    known: &Known<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<NodeId> {
    if written.is_empty() {
        found.push(
            Diagnostic::error(Code::S018, at.place(), "the workbook covers nothing")
                .help("write the ids of areas, units, elements or other nodes"),
        );
    }
    let mut tops = known.tree.iter().flat_map(|(_, views)| views);
    let first = tops.next().map_or("a0001", |view| view.id);
    let mut covered = BTreeMap::new();
    let mut ids = Vec::new();
    for (written, at) in written.iter().zip(at.each()) {
        let Some(id) = texts::grammar(NodeId::parse(written), written, "a covered node", at, found)
        else {
            continue;
        };
        let mut nodes = Vec::new();
        within(written, known, &mut |node, _| {
            nodes.push(node.id.to_owned())
        });
        if nodes.is_empty() && !known.tree.is_empty() {
            found.push(
                Diagnostic::error(
                    Code::S026,
                    at.place(),
                    format!("there is no node {}", quoted(written)),
                )
                .help(format!(
                    "write the id of a node of this file, as in {first:?}"
                )),
            );
        }
        let twice = nodes
            .iter()
            .find_map(|node| covered.get(node).cloned().map(|first| (node, first)));
        if let Some((node, before)) = twice {
            found.push(
                Diagnostic::error(
                    Code::S047,
                    at.place(),
                    format!("node {node:?} is covered twice"),
                )
                .also(
                    before,
                    "covered here first, by itself or with what it belongs to",
                )
                .help("take one of the two out: a node covers all below it"),
            );
        }
        for node in nodes {
            covered.entry(node).or_insert_with(|| at.place());
        }
        ids.push(id);
    }
    ids
}

/// The kinds of node of which something can be asked: covered, and not only announced.
pub(super) fn kinds(covers: &[NodeId], known: &Known<'_>) -> BTreeSet<NodeKind> {
    let mut kinds = BTreeSet::new();
    for id in covers {
        within(&id.to_string(), known, &mut |node, is_announced| {
            if !is_announced {
                kinds.insert(node.kind);
            }
        });
    }
    kinds
}

/// Shows a node and all below it, each with whether it is only announced.
fn within(id: &str, known: &Known<'_>, show: &mut impl FnMut(&View<'_>, bool)) {
    for (_, views) in &known.tree {
        for view in views {
            walk(view, view.id == id, id, show);
        }
    }
}

fn walk(view: &View<'_>, is_within: bool, id: &str, show: &mut impl FnMut(&View<'_>, bool)) {
    if is_within {
        show(view, view.content.announced);
    }
    for child in &view.children {
        walk(child, is_within || child.id == id, id, show);
    }
}
