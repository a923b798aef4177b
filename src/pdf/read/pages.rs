//! The pages of a file, however damaged their tree is.
//!
//! In: an opened file. Out: its pages in order, and whether the tree was sound. Never: follows a ring, or a tree deeper
//! than `limits` allow.

use std::collections::BTreeSet;

use super::limits::{MAX_DEPTH, MAX_PAGES, MAX_WIDGETS};
use super::object::{Dictionary, File, Node};

/// The pages of a file.
pub(super) struct Pages<'a> {
    /// In reading order; by object number where the tree is lost.
    pub(super) pages: Vec<Dictionary<'a>>,
    /// Whether the tree was damaged.
    pub(super) is_damaged: bool,
}

/// Finds the pages.
pub(super) fn find(file: &File) -> Pages<'_> {
    let root = file.catalog().map(|catalog| catalog.get(b"Pages"));
    let mut found = Pages {
        pages: Vec::new(),
        is_damaged: false,
    };
    let mut seen = BTreeSet::new();
    let mut open: Vec<(Dictionary<'_>, usize)> = Vec::new();
    match root.and_then(|root| root.as_dictionary()) {
        Some(root) => open.push((root, 0)),
        None => found.is_damaged = true,
    }
    while let Some((node, depth)) = open.pop() {
        if depth > MAX_DEPTH
            || found.pages.len() >= MAX_PAGES
            || node.id().is_some_and(|id| !seen.insert(id))
        {
            found.is_damaged = true;
            continue;
        }
        let Some(kids) = node.get(b"Kids").as_array() else {
            // A page without `/Type` is a page all the same; the root of a tree is not.
            if node.is_type(b"Pages") {
                found.is_damaged = true;
            } else {
                found.pages.push(node);
            }
            continue;
        };
        let kids: Vec<_> = kids.iter().map(|kid| kid.as_dictionary()).collect();
        found.is_damaged |= kids.iter().any(Option::is_none);
        open.extend(
            kids.into_iter()
                .flatten()
                .rev()
                .map(|kid| (kid, depth.saturating_add(1))),
        );
    }
    if found.is_damaged {
        let has_id = |page: &Dictionary<'_>| page.id().is_some_and(|id| !seen.contains(&id));
        let lost = file
            .dictionaries()
            .filter(|page| page.is_type(b"Page"))
            .filter(has_id);
        found.pages.extend(lost.take(MAX_PAGES));
    }
    found
}

/// Annotations that can hold what somebody wrote beside the fields (ISO 32000-1, table 169).
const NOTES: [&[u8]; 5] = [b"FreeText", b"Text", b"Ink", b"Stamp", b"FileAttachment"];

/// How many notes, drawings, stamps and attachments stand on pages.
pub(super) fn note_count(pages: &[Dictionary<'_>]) -> usize {
    let annotations = pages
        .iter()
        .filter_map(|page| page.get(b"Annots").as_array())
        .flat_map(|annotations| annotations.iter())
        .take(MAX_WIDGETS);
    annotations
        .filter_map(Node::as_dictionary)
        .filter(|annotation| is_note(*annotation))
        .count()
}

fn is_note(annotation: Dictionary<'_>) -> bool {
    let subtype = annotation.get(b"Subtype");
    subtype.as_name().is_some_and(|name| NOTES.contains(&name))
}
