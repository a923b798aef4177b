//! Where a question belongs: to which competency, unit or element, and which nodes stand above it.
//!
//! In: a specification. Out: the ancestors of every node. Never: looks at an answer.

use std::collections::BTreeMap;

use crate::ids::{NodeId, NodeKind, Owner};
use crate::spec::model::{Node, Spec};

/// The tree of a framework, from below.
#[derive(Clone, Debug, Default)]
pub struct Scopes {
    parents: BTreeMap<NodeId, Option<NodeId>>,
}

impl Scopes {
    /// Takes the tree of a specification.
    #[must_use]
    pub fn new(spec: &Spec) -> Self {
        let mut scopes = Self::default();
        let mut waiting: Vec<(&Node, Option<NodeId>)> = spec
            .framework
            .nodes
            .iter()
            .map(|node| (node, None))
            .collect();
        while let Some((node, parent)) = waiting.pop() {
            scopes.parents.insert(node.id, parent);
            waiting.extend(node.children.iter().map(|child| (child, Some(node.id))));
        }
        scopes
    }

    /// The node itself, then the nodes above it.
    pub(super) fn upward(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(node), |node| self.parents.get(node).copied().flatten())
    }

    /// The competency, unit or element that a question counts for; `None` for what is asked once per workbook or area.
    pub(super) fn submission(&self, owner: Owner) -> Option<NodeId> {
        let Owner::Node(node) = owner else {
            return None;
        };
        self.upward(node).find(|node| is_submission(node.kind))
    }
}

/// Whether nodes of a kind are handed in by themselves.
const fn is_submission(kind: NodeKind) -> bool {
    match kind {
        NodeKind::Competency | NodeKind::Unit | NodeKind::Element => true,
        NodeKind::Area
        | NodeKind::Part
        | NodeKind::Indicator
        | NodeKind::MarkingPoint
        | NodeKind::Question => false,
    }
}
