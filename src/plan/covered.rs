//! What a form covers: the nodes it names, found in the tree, by area.
//!
//! In: the tree and the ids that a form covers. Out: areas and the groups (competencies, units, elements) in them.
//! Never: takes in an announced node, which asks nothing.

use crate::ids::NodeKind;
use crate::spec::model::{Form, Node};

use super::index::Index;

/// A node with the language that it is in, where that is not the programme's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed<'a> {
    pub(super) node: &'a Node,
    pub(super) language: Option<&'a str>,
}

impl<'a> Placed<'a> {
    /// The nodes below that ask something, in order.
    pub(super) fn children(self) -> impl Iterator<Item = Self> {
        let present = self.node.children.iter().filter(|node| !node.is_announced);
        present.map(move |node| Self::below(node, self.language))
    }

    pub(super) fn below(node: &'a Node, language: Option<&'a str>) -> Self {
        Self {
            node,
            language: node.language.as_deref().or(language),
        }
    }

    /// The language to say, as text of its own.
    pub(super) fn language(self) -> Option<String> {
        self.language.map(str::to_owned)
    }
}

/// An area that is covered, or groups that are covered without theirs.
#[derive(Clone, Debug)]
pub(super) struct Covered<'a> {
    /// The area, if it is covered as a whole.
    pub(super) area: Option<Placed<'a>>,
    /// Competencies, units or elements.
    pub(super) groups: Vec<Placed<'a>>,
}

/// What a form covers, in the order in which it names it.
pub(super) fn covered<'a>(index: &Index<'a>, form: &Form) -> Vec<Covered<'a>> {
    let named = form.covers.iter().filter_map(|&id| index.node(id));
    let present = named.filter(|placed| !placed.node.is_announced);
    let covered = present.filter_map(|placed| match placed.node.id.kind {
        NodeKind::Area => Some(Covered {
            area: Some(placed),
            groups: placed.children().collect(),
        }),
        NodeKind::Competency | NodeKind::Unit | NodeKind::Element => Some(Covered {
            area: None,
            groups: vec![placed],
        }),
        // These have no pages of their own: P010.
        NodeKind::Part | NodeKind::Indicator | NodeKind::MarkingPoint | NodeKind::Question => None,
    });
    covered.collect()
}
