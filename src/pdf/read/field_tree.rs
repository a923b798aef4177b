//! The fields of a form, found from both ends: down from `/AcroForm /Fields` and up from the widgets on the pages.
//!
//! In: an opened file and its pages. Out: one [`Leaf`] for each widget, and for each field without one, with its full name
//! and what it inherits. Never: decides which of two values counts, or visits an object twice.
//!
//! Some programs lose `/Fields` when they merge files, some leave widgets out of it, some damage the page tree: neither
//! end alone finds every field.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::leaf::{Inherited, Leaf};
use super::limits::{MAX_DEPTH, MAX_NAME_BYTES, MAX_NAMES_BYTES, MAX_WIDGETS};
use super::object::{Dictionary, File, Node, ObjectId};
use super::text_string;
use super::warnings::Warnings;
use crate::diagnostic::Code;

/// A field on the way down.
#[derive(Clone)]
struct Branch<'a> {
    name: Rc<str>,
    owner: usize,
    inherited: Inherited<'a>,
}

struct Walk<'a, 'w> {
    leaves: Vec<Leaf<'a>>,
    /// Every object met on the way down; a leaf's place in `leaves`.
    met: BTreeMap<ObjectId, Option<usize>>,
    owners: usize,
    names_bytes: usize,
    warnings: &'w mut Warnings,
}

/// Finds every widget, and every field without one: first those on pages, in the order of pages and annotations.
pub(super) fn leaves<'a>(
    file: &'a File,
    pages: &[Dictionary<'a>],
    warnings: &mut Warnings,
) -> Vec<Leaf<'a>> {
    let mut walk = Walk {
        leaves: Vec::new(),
        met: BTreeMap::new(),
        owners: 0,
        names_bytes: 0,
        warnings,
    };
    let form = file
        .catalog()
        .map_or(Node::Null, |catalog| catalog.get(b"AcroForm"));
    if let Some(form) = form.as_dictionary() {
        walk.descend(form);
    }
    for (index, page) in pages.iter().enumerate() {
        walk.visit_page(*page, index.saturating_add(1));
    }
    let mut leaves = walk.leaves;
    leaves.sort_by_key(|leaf| (leaf.place.is_none(), leaf.place));
    leaves
}

impl<'a> Walk<'a, '_> {
    fn descend(&mut self, form: Dictionary<'a>) {
        let Some(fields) = form.get(b"Fields").as_array() else {
            return;
        };
        self.note_missing(fields.missing_count());
        let root = Branch {
            name: Rc::from(""),
            owner: 0,
            inherited: Inherited::nothing(),
        };
        let mut open: Vec<(Dictionary<'a>, Branch<'a>, usize)> = Vec::new();
        let tops: Vec<_> = fields.iter().filter_map(Node::as_dictionary).collect();
        open.extend(tops.into_iter().rev().map(|field| (field, root.clone(), 0)));
        while let Some((node, parent, depth)) = open.pop() {
            if node.id().is_some_and(|id| self.met.contains_key(&id)) {
                self.warnings.of_file(
                    Code::R014,
                    "an object stands in the field tree more than once",
                );
                continue;
            }
            if depth > MAX_DEPTH {
                self.warnings.of_file(
                    Code::R015,
                    format!("fields nested more than {MAX_DEPTH} deep were left out"),
                );
                continue;
            }
            let Some(branch) = self.branch(node, &parent) else {
                continue;
            };
            let kids = node.get(b"Kids").as_array();
            self.note_missing(kids.map_or(0, super::object::Array::missing_count));
            let kids: Vec<_> = kids
                .into_iter()
                .flat_map(super::object::Array::iter)
                .filter_map(Node::as_dictionary)
                .collect();
            if kids.is_empty() {
                self.add(node, &branch, &parent, None);
                continue;
            }
            if let Some(id) = node.id() {
                self.met.insert(id, None);
            }
            open.extend(
                kids.into_iter()
                    .rev()
                    .map(|kid| (kid, branch.clone(), depth.saturating_add(1))),
            );
        }
    }

    fn visit_page(&mut self, page: Dictionary<'a>, number: usize) {
        let Some(annotations) = page.get(b"Annots").as_array() else {
            return;
        };
        for (index, annotation) in annotations.iter().enumerate() {
            let Some(widget) = annotation.as_dictionary().filter(|found| is_widget(*found)) else {
                continue;
            };
            let place = Some((number, index));
            match widget.id().and_then(|id| self.met.get(&id)).copied() {
                Some(Some(known)) => {
                    if let Some(leaf) = self.leaves.get_mut(known) {
                        leaf.place = leaf.place.or(place);
                    }
                }
                // A field that is drawn as well as divided; its kids are the widgets.
                Some(None) => {}
                None => self.ascend(widget, place),
            }
        }
    }

    /// Adds a widget that the field tree does not know, named by its `/Parent` links.
    fn ascend(&mut self, widget: Dictionary<'a>, place: Option<(usize, usize)>) {
        let mut chain = vec![widget];
        let mut above = widget.get(b"Parent").as_dictionary();
        while let Some(parent) = above {
            let is_ring = chain.iter().any(|link| link.id() == parent.id());
            if is_ring || chain.len() > MAX_DEPTH {
                self.warnings.of_file(
                    Code::R014,
                    "the parents of a field form a ring, or are nested too deep",
                );
                break;
            }
            chain.push(parent);
            above = parent.get(b"Parent").as_dictionary();
        }
        let mut parent = Branch {
            name: Rc::from(""),
            owner: 0,
            inherited: Inherited::nothing(),
        };
        while let Some(link) = chain.pop() {
            let Some(branch) = self.branch(link, &parent) else {
                return;
            };
            if chain.is_empty() {
                self.add(link, &branch, &parent, place);
            }
            parent = branch;
        }
    }

    /// What a field adds to its parent; `None` if its name is too long.
    fn branch(&mut self, node: Dictionary<'a>, parent: &Branch<'a>) -> Option<Branch<'a>> {
        let inherited = parent.inherited.with(node);
        let Some(partial) = node.get(b"T").as_text() else {
            return Some(Branch {
                inherited,
                ..parent.clone()
            });
        };
        let partial = text_string::decode(partial).text;
        let name = match &*parent.name {
            "" => partial,
            above => format!("{above}.{partial}"),
        };
        self.names_bytes = self.names_bytes.saturating_add(name.len());
        if name.len() > MAX_NAME_BYTES || self.names_bytes > MAX_NAMES_BYTES {
            self.warnings.of_file(
                Code::R015,
                format!("fields with names longer than {MAX_NAME_BYTES} bytes were left out"),
            );
            return None;
        }
        self.owners = self.owners.saturating_add(1);
        Some(Branch {
            name: Rc::from(name),
            owner: self.owners,
            inherited,
        })
    }

    fn add(
        &mut self,
        node: Dictionary<'a>,
        branch: &Branch<'a>,
        parent: &Branch<'a>,
        place: Option<(usize, usize)>,
    ) {
        if self.leaves.len() >= MAX_WIDGETS {
            self.warnings.of_file(
                Code::R015,
                format!("widgets after the first {MAX_WIDGETS} were left out"),
            );
            return;
        }
        if let Some(id) = node.id() {
            self.met.insert(id, Some(self.leaves.len()));
        }
        let is_field = branch.owner != parent.owner;
        let inherited = if is_field {
            branch.inherited
        } else {
            parent.inherited.on_widget(node)
        };
        self.leaves.push(Leaf {
            name: Rc::clone(&branch.name),
            owner: branch.owner,
            dictionary: node,
            inherited,
            own_value: if is_field { Node::Null } else { node.get(b"V") },
            place,
        });
    }

    fn note_missing(&mut self, count: usize) {
        if count > 0 {
            self.warnings.of_file(
                Code::R014,
                "the form names fields that are not in the file, or cannot be read",
            );
        }
    }
}

/// Whether an annotation is a widget; some programs leave `/Subtype` out.
fn is_widget(annotation: Dictionary<'_>) -> bool {
    match annotation.get(b"Subtype").as_name() {
        Some(subtype) => subtype == b"Widget",
        None => annotation.get(b"FT").as_name().is_some(),
    }
}
