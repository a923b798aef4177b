//! What an edition amounts to: its digests, and how many nodes it has of those that the programme declares.
//!
//! In: shapes that are sound; a sound specification. Out: SHA-256 of compact JSON, and counts. Never: sees a comment, or where a text is broken into lines.
//!
//! A digest is taken of compact JSON, keys in the order of the shapes, without `$schema`, `comment` and whatever says no more than its
//! default. Of a node it leaves out `id`, `rev` and the lists of children; of a question `slot` and `rev`; of a scale `id` and `rev`.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::ids::NodeKind;

use super::json;
use super::model::{Declaration, EditionDigest, Node, Spec};

/// How many nodes of a kind there are, and how many the programme declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindCount {
    /// Which kind.
    pub kind: NodeKind,
    /// Nodes that are here, announced ones not counted.
    pub present: u32,
    /// Nodes known by code or title alone.
    pub announced: u32,
    /// How many the programme says it has, if it says so.
    pub declared: Option<u32>,
    /// The programme's own word for them, in the plural.
    pub called: Option<String>,
    /// Codes of the present ones that have one, in order.
    pub present_codes: Vec<String>,
    /// Codes of the announced ones that have one, in order.
    pub announced_codes: Vec<String>,
}

/// Counts of each kind that is present, announced or declared, from the outermost kind to the innermost.
#[must_use]
pub fn counts(spec: &Spec) -> Vec<KindCount> {
    let mut counts = count(&spec.framework.nodes, &spec.programme.declares);
    for own in &spec.programme.nouns {
        let of_kind = counts.iter_mut().find(|count| count.kind == own.kind);
        if let Some(count) = of_kind.filter(|count| count.called.is_none()) {
            count.called = Some(own.many.clone());
        }
    }
    counts
}

/// The same, before there is a whole specification.
pub(crate) fn count(nodes: &[Node], declares: &[Declaration]) -> Vec<KindCount> {
    let mut by_kind: BTreeMap<NodeKind, KindCount> = BTreeMap::new();
    for declaration in declares {
        let entry = entry(&mut by_kind, declaration.kind);
        entry.declared = Some(declaration.count);
        entry.called.clone_from(&declaration.called);
    }
    let mut waiting: Vec<&Node> = nodes.iter().rev().collect();
    while let Some(node) = waiting.pop() {
        let entry = entry(&mut by_kind, node.id.kind);
        if node.is_announced {
            entry.announced = entry.announced.saturating_add(1);
            entry.announced_codes.extend(node.code.clone());
        } else {
            entry.present = entry.present.saturating_add(1);
            entry.present_codes.extend(node.code.clone());
        }
        waiting.extend(node.children.iter().rev());
    }
    by_kind.into_values().collect()
}

fn entry(by_kind: &mut BTreeMap<NodeKind, KindCount>, kind: NodeKind) -> &mut KindCount {
    by_kind.entry(kind).or_insert_with(|| KindCount {
        kind,
        present: 0,
        announced: 0,
        declared: None,
        called: None,
        present_codes: Vec::new(),
        announced_codes: Vec::new(),
    })
}

/// The whole edition as compact JSON, and the digest of it.
pub(crate) fn canonical(shape: &json::Spec) -> (String, EditionDigest) {
    let content = json::compact(shape);
    let digest = EditionDigest(sha256(content.as_bytes()));
    (content, digest)
}

/// The digest of what a node says itself.
pub(crate) fn node_digest(content: &json::NodeContent<'_>) -> [u8; 32] {
    sha256(json::compact(content).as_bytes())
}

/// The digest of a question.
pub(crate) fn ask_digest(ask: &json::Ask) -> [u8; 32] {
    sha256(json::compact(&ask.content()).as_bytes())
}

/// The digest of a scale.
pub(crate) fn scale_digest(scale: &json::Scale) -> [u8; 32] {
    sha256(json::compact(&scale.content()).as_bytes())
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
