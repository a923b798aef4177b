//! From what is on a page back to the element that holds it (ISO 32000-1, 14.7.4.4).
//!
//! In: who holds which marked content, field or link. Out: the parent tree. Never: lets something be held twice or by nobody.

use lopdf::{Dictionary, Object, ObjectId};

use crate::layout::page::Layout;
use crate::pdf::write::Error;
use crate::pdf::write::file::File;
use crate::pdf::write::values::integer;

use super::numbers::MarkedContent;

/// The element that holds each thing, page by page.
pub(super) struct Owners<'a> {
    marked: &'a MarkedContent,
    /// By page and item, whether an element holds it.
    is_held: Vec<Vec<bool>>,
    /// By page and number of marked content.
    contents: Vec<Vec<Option<ObjectId>>>,
    /// By page and field.
    fields: Vec<Vec<Option<ObjectId>>>,
}

impl<'a> Owners<'a> {
    /// Nobody holds anything yet.
    pub(super) fn new(layout: &Layout, marked: &'a MarkedContent) -> Self {
        let pages = || layout.pages.iter().enumerate();
        Self {
            marked,
            is_held: pages()
                .map(|(_, page)| vec![false; page.items.len()])
                .collect(),
            contents: pages()
                .map(|(index, _)| vec![None; marked.count(index)])
                .collect(),
            fields: pages()
                .map(|(_, page)| vec![None; page.fields.len()])
                .collect(),
        }
    }

    /// Notes who holds a tagged item, and gives the number of its marked content.
    ///
    /// # Errors
    ///
    /// [`Error::Disagreement`] if it is not there, held already, or shares its marked content with an item of another element.
    pub(super) fn hold_item(
        &mut self,
        page: usize,
        item: usize,
        owner: ObjectId,
    ) -> Result<usize, Error> {
        let wrong = |reason| Error::Disagreement {
            page: page + 1,
            reason,
        };
        let number = self.marked.number(page, item).ok_or(wrong(
            "an element holds an item that is not there or not tagged",
        ))?;
        let slot = self
            .is_held
            .get_mut(page)
            .and_then(|page| page.get_mut(item));
        match slot {
            Some(is_held) if !*is_held => *is_held = true,
            _ => return Err(wrong("an item is held by two elements")),
        }
        let slot = self
            .contents
            .get_mut(page)
            .and_then(|page| page.get_mut(number))
            .filter(|slot| slot.is_none_or(|holder| holder == owner));
        *slot.ok_or(wrong("items of two elements share marked content"))? = Some(owner);
        Ok(number)
    }

    /// Notes who holds a field.
    ///
    /// # Errors
    ///
    /// [`Error::Disagreement`] if it is not there, or held already.
    pub(super) fn hold_field(
        &mut self,
        page: usize,
        field: usize,
        owner: ObjectId,
    ) -> Result<(), Error> {
        let slot = self
            .fields
            .get_mut(page)
            .and_then(|page| page.get_mut(field));
        let slot = slot.filter(|slot| slot.is_none());
        *slot.ok_or(Error::Disagreement {
            page: page + 1,
            reason: "a field is held by two elements, or is not there",
        })? = Some(owner);
        Ok(())
    }

    /// The first page with a tagged item that nobody holds.
    fn unheld(&self) -> Option<usize> {
        self.is_held.iter().enumerate().find_map(|(page, items)| {
            let mut items = items.iter().enumerate();
            let is_left = |(item, is_held): (usize, &bool)| {
                !is_held && self.marked.number(page, item).is_some()
            };
            items.any(is_left).then_some(page)
        })
    }

    /// Adds the parent tree: pages, then fields, then links, keys rising.
    ///
    /// # Errors
    ///
    /// [`Error::Disagreement`] if something is held by nobody.
    pub(super) fn add_parent_tree(
        self,
        file: &mut File,
        links: &[ObjectId],
    ) -> Result<(ObjectId, usize), Error> {
        let mut entries = Vec::new();
        let mut key = 0;
        let mut add = |owner: Object| {
            entries.extend([integer(key), owner]);
            key += 1;
        };
        if let Some(page) = self.unheld() {
            return Err(not_held(page));
        }
        for (page, contents) in self.contents.into_iter().enumerate() {
            add(file.add(Object::Array(held(page, contents)?)).into());
        }
        for (page, fields) in self.fields.into_iter().enumerate() {
            held(page, fields)?.into_iter().for_each(&mut add);
        }
        links.iter().for_each(|link| add(Object::from(*link)));
        let tree = Dictionary::from_iter([("Nums", Object::Array(entries))]);
        Ok((file.add(tree), key))
    }
}

fn held(page: usize, owners: Vec<Option<ObjectId>>) -> Result<Vec<Object>, Error> {
    let owners: Option<Vec<Object>> = owners
        .into_iter()
        .map(|owner| owner.map(Object::from))
        .collect();
    owners.ok_or(not_held(page))
}

fn not_held(page: usize) -> Error {
    Error::Disagreement {
        page: page + 1,
        reason: "a tagged item or a field is in no element",
    }
}
