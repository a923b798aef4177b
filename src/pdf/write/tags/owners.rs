//! From what is on a page back to the element that holds it (ISO 32000-1, 14.7.4.4).
//!
//! In: who holds which marked content, field or link. Out: the parent tree. Never: lets something be held twice or by nobody.

use lopdf::{Dictionary, Object, ObjectId};

use crate::layout::page::Layout;
use crate::pdf::write::Error;
use crate::pdf::write::file::File;
use crate::pdf::write::values::integer;

/// The element that holds each thing, page by page.
pub(super) struct Owners {
    /// By page and item, the number of its marked content: the tagged items before it, as `content` numbers it.
    numbers: Vec<Vec<Option<usize>>>,
    /// By page and number of marked content.
    contents: Vec<Vec<Option<ObjectId>>>,
    /// By page and field.
    fields: Vec<Vec<Option<ObjectId>>>,
}

impl Owners {
    /// Nobody holds anything yet.
    pub(super) fn new(layout: &Layout) -> Self {
        let mut numbers = Vec::with_capacity(layout.pages.len());
        let mut contents = Vec::with_capacity(layout.pages.len());
        for page in &layout.pages {
            let mut count = 0;
            let mut number = |is_tagged: bool| {
                count += usize::from(is_tagged);
                is_tagged.then(|| count - 1)
            };
            let tagged = page.items.iter().map(|item| item.tag.is_some());
            numbers.push(tagged.map(&mut number).collect());
            contents.push(vec![None; count]);
        }
        let fields = layout
            .pages
            .iter()
            .map(|page| vec![None; page.fields.len()]);
        Self {
            numbers,
            contents,
            fields: fields.collect(),
        }
    }

    /// Notes who holds a tagged item, and gives the number of its marked content.
    ///
    /// # Errors
    ///
    /// [`Error::Disagreement`] if it is not there, or held already.
    pub(super) fn hold_item(
        &mut self,
        page: usize,
        item: usize,
        owner: ObjectId,
    ) -> Result<usize, Error> {
        let number = self.numbers.get(page).and_then(|page| *page.get(item)?);
        let number = number.ok_or(Error::Disagreement {
            page: page + 1,
            reason: "an element holds an item that is not there or not tagged",
        })?;
        hold(&mut self.contents, page, number, owner)?;
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
        hold(&mut self.fields, page, field, owner)
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
    owners.ok_or(Error::Disagreement {
        page: page + 1,
        reason: "a tagged item or a field is in no element",
    })
}

fn hold(
    owners: &mut [Vec<Option<ObjectId>>],
    page: usize,
    place: usize,
    owner: ObjectId,
) -> Result<(), Error> {
    let slot = owners.get_mut(page).and_then(|page| page.get_mut(place));
    let slot = slot
        .filter(|slot| slot.is_none())
        .ok_or(Error::Disagreement {
            page: page + 1,
            reason: "an item or a field is held by two elements, or is not there",
        })?;
    *slot = Some(owner);
    Ok(())
}
