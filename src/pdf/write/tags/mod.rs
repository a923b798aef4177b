//! The structure tree: what every painted item, field and link is, and in which order it is read (ISO 32000-1, 14.7; ISO 14289-1, 7).
//!
//! In: a layout's elements and the annotations that were added. Out: the structure tree, its parent tree, and each page's `/Annots`.
//! Never: takes a tree that leaves something out or names it twice.

mod elements;
mod numbers;
mod owners;
mod parents;
mod roles;

use lopdf::{Dictionary, Object, ObjectId};

use crate::layout::page::Layout;

use super::Error;
use super::file::File;
use super::links::Link;
use super::values::{integer, name};

use elements::Surroundings;
pub(super) use numbers::MarkedContent;
use owners::Owners;
pub(super) use parents::Parents;
pub(super) use roles::standard_type;

/// Adds the tree, and gives every page its keys.
///
/// # Errors
///
/// [`Error::Disagreement`] if the tree leaves out or repeats an item or a field.
pub(super) fn add(
    file: &mut File,
    layout: &Layout,
    marked: &MarkedContent,
    parents: &Parents,
    widgets: &[Vec<ObjectId>],
    links: &[Link],
) -> Result<ObjectId, Error> {
    let root = file.reserve();
    let ids: Vec<ObjectId> = layout.elements.iter().map(|_| file.reserve()).collect();
    let pages = file.pages.clone();
    let surroundings = Surroundings {
        layout,
        parents,
        widgets,
        links,
        pages: &pages,
        ids: &ids,
        root,
    };
    let mut owners = Owners::new(layout, marked);
    for (index, (element, id)) in layout.elements.iter().zip(&ids).enumerate() {
        let dictionary = surroundings.dictionary(index, element, &mut owners)?;
        file.set(*id, dictionary);
    }
    for (index, (annotations, page)) in surroundings
        .annotations()
        .into_iter()
        .zip(&pages)
        .enumerate()
    {
        let page = file.page(*page)?;
        page.set("StructParents", integer(index));
        page.set("Tabs", name("S"));
        if !annotations.is_empty() {
            page.set("Annots", Object::Array(annotations));
        }
    }
    let link_owners: Vec<ObjectId> = links
        .iter()
        .filter_map(|link| ids.get(link.element.0).copied())
        .collect();
    let (parent_tree, next_key) = owners.add_parent_tree(file, &link_owners)?;
    let document = ids.first().map(|id| Object::from(*id));
    file.set(
        root,
        Dictionary::from_iter([
            ("Type", name("StructTreeRoot")),
            ("K", Object::Array(document.into_iter().collect())),
            ("ParentTree", parent_tree.into()),
            ("ParentTreeNextKey", integer(next_key)),
        ]),
    );
    Ok(root)
}
