//! The nodes of an edition by id and by kind: walked once, looked up for every page.
//!
//! In: the tree. Out: look-ups. Never: knows what a form covers.

use std::collections::BTreeMap;

use crate::ids::{NodeId, NodeKind};
use crate::spec::model::{Node, Spec};

use super::covered::Placed;

/// The nodes of an edition.
#[derive(Default)]
pub(super) struct Index<'a> {
    by_id: BTreeMap<NodeId, Entry<'a>>,
    by_kind: BTreeMap<NodeKind, Kind<'a>>,
}

/// A node, and its number among those of its kind, from 1.
struct Entry<'a> {
    placed: Placed<'a>,
    number: usize,
}

/// The nodes of one kind, in the order of the tree.
#[derive(Clone, Default)]
pub(super) struct Kind<'a> {
    /// Those that are there.
    pub(super) present: Vec<&'a Node>,
    /// Those known by code or title alone.
    pub(super) announced: Vec<&'a Node>,
}

impl Kind<'_> {
    const fn count(&self) -> usize {
        self.present.len() + self.announced.len()
    }
}

impl<'a> Index<'a> {
    pub(super) fn of(spec: &'a Spec) -> Self {
        let mut index = Self::default();
        index.add(&spec.framework.nodes, None);
        index
    }

    fn add(&mut self, nodes: &'a [Node], language: Option<&'a str>) {
        for node in nodes {
            let placed = Placed::below(node, language);
            let kind = self.by_kind.entry(node.id.kind).or_default();
            if node.is_announced {
                kind.announced.push(node);
            } else {
                kind.present.push(node);
            }
            let number = kind.count();
            self.by_id.insert(node.id, Entry { placed, number });
            self.add(&node.children, placed.language);
        }
    }

    /// A node by its id.
    pub(super) fn node(&self, id: NodeId) -> Option<Placed<'a>> {
        self.by_id.get(&id).map(|entry| entry.placed)
    }

    /// The number of a node among those of its kind, from 1, and how many of them there are.
    pub(super) fn place_among(&self, id: NodeId) -> Option<(usize, usize)> {
        let number = self.by_id.get(&id)?.number;
        Some((number, self.by_kind.get(&id.kind).map_or(0, Kind::count)))
    }

    /// The nodes of a kind.
    pub(super) fn kind(&self, kind: NodeKind) -> &Kind<'a> {
        const NONE: &Kind<'_> = &Kind {
            present: Vec::new(),
            announced: Vec::new(),
        };
        self.by_kind.get(&kind).unwrap_or(NONE)
    }
}
