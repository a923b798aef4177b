//! Bookmarks as a tree (ISO 32000-1, 12.3.3).
//!
//! In: bookmarks in order, each with its level. Out: outline items linked to their neighbours, the first level open.
//! Never: numbers or renames anything.

use lopdf::{Dictionary, Object, ObjectId};

use crate::layout::page::{Bookmark, Layout};

use super::Error;
use super::coordinates::rounded;
use super::file::File;
use super::values::{integer, name, number, text};

/// One bookmark and where it hangs.
struct Item {
    id: ObjectId,
    parent: Option<usize>,
    kids: Vec<usize>,
}

/// Adds the outline; `None` if there are no bookmarks.
///
/// # Errors
///
/// [`Error::Disagreement`] if a level is skipped or a bookmark leads to a page that is not there.
pub(super) fn add(file: &mut File, layout: &Layout) -> Result<Option<ObjectId>, Error> {
    if layout.bookmarks.is_empty() {
        return Ok(None);
    }
    let root = file.reserve();
    let (items, top) = tree(file, &layout.bookmarks)?;
    for (index, (item, bookmark)) in items.iter().zip(&layout.bookmarks).enumerate() {
        let parent = item.parent.and_then(|parent| items.get(parent));
        let siblings = parent.map_or(&top, |parent| &parent.kids);
        let mut dictionary = entry(file, layout, bookmark)?;
        dictionary.set("Parent", parent.map_or(root, |parent| parent.id));
        let at = siblings.iter().position(|sibling| *sibling == index);
        let at = at.unwrap_or_default();
        let neighbour = |at: Option<usize>| items.get(*siblings.get(at?)?).map(|item| item.id);
        if let Some(before) = neighbour(at.checked_sub(1)) {
            dictionary.set("Prev", before);
        }
        if let Some(after) = neighbour(Some(at + 1)) {
            dictionary.set("Next", after);
        }
        hang(&mut dictionary, &items, &item.kids);
        if !item.kids.is_empty() {
            // Negative: closed (table 153). What would be seen if it were opened: its kids, which are closed too.
            let count = i64::try_from(item.kids.len()).unwrap_or(i64::MAX);
            dictionary.set("Count", if item.parent.is_none() { count } else { -count });
        }
        file.set(item.id, dictionary);
    }
    let opened = top.iter().filter_map(|index| items.get(*index));
    let seen = top.len() + opened.map(|item| item.kids.len()).sum::<usize>();
    let mut outlines =
        Dictionary::from_iter([("Type", name("Outlines")), ("Count", integer(seen))]);
    hang(&mut outlines, &items, &top);
    file.set(root, outlines);
    Ok(Some(root))
}

/// Where every bookmark hangs, and which hang from the root.
fn tree(file: &mut File, bookmarks: &[Bookmark]) -> Result<(Vec<Item>, Vec<usize>), Error> {
    let mut items: Vec<Item> = Vec::with_capacity(bookmarks.len());
    let mut top = Vec::new();
    // The last bookmark of each level above the next one.
    let mut open: Vec<usize> = Vec::new();
    for (index, bookmark) in bookmarks.iter().enumerate() {
        let level = usize::from(bookmark.level);
        if level == 0 || level > open.len() + 1 {
            return Err(Error::Disagreement {
                page: bookmark.page + 1,
                reason: "a bookmark skips a level",
            });
        }
        open.truncate(level - 1);
        let parent = open.last().copied();
        match parent.and_then(|parent| items.get_mut(parent)) {
            Some(parent) => parent.kids.push(index),
            None => top.push(index),
        }
        open.push(index);
        items.push(Item {
            id: file.reserve(),
            parent,
            kids: Vec::new(),
        });
    }
    Ok((items, top))
}

fn hang(dictionary: &mut Dictionary, items: &[Item], kids: &[usize]) {
    let id = |index: Option<&usize>| items.get(*index?).map(|item| item.id);
    if let (Some(first), Some(last)) = (id(kids.first()), id(kids.last())) {
        dictionary.set("First", first);
        dictionary.set("Last", last);
    }
}

fn entry(file: &File, layout: &Layout, bookmark: &Bookmark) -> Result<Dictionary, Error> {
    let page = file.pages.get(bookmark.page).ok_or(Error::Disagreement {
        page: 0,
        reason: "a bookmark leads to a page that is not there",
    })?;
    let height = number(rounded(layout.paper.height - bookmark.y));
    let target = vec![
        Object::from(*page),
        name("XYZ"),
        Object::Null,
        height,
        Object::Null,
    ];
    Ok(Dictionary::from_iter([
        ("Title", text(&bookmark.title)),
        ("Dest", Object::Array(target)),
    ]))
}
