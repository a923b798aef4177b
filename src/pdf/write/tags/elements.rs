//! One structure element after another (ISO 32000-1, table 323).
//!
//! In: a layout's elements, the numbers of the objects they become, and the annotations that were added. Out: their dictionaries.
//! Never: changes an order or a role.

use lopdf::{Dictionary, Object, ObjectId};

use crate::layout::page::{Element, ElementIndex, Kid, Layout};
use crate::pdf::write::Error;
use crate::pdf::write::links::Link;
use crate::pdf::write::values::{integer, name, text};

use super::owners::Owners;
use super::parents::Parents;
use super::roles::{attributes, standard_type};

/// What elements refer to.
pub(super) struct Surroundings<'a> {
    pub(super) layout: &'a Layout,
    pub(super) parents: &'a Parents,
    /// By page and field.
    pub(super) widgets: &'a [Vec<ObjectId>],
    pub(super) links: &'a [Link],
    pub(super) pages: &'a [ObjectId],
    /// By element.
    pub(super) ids: &'a [ObjectId],
    /// The root of the tree.
    pub(super) root: ObjectId,
}

impl Surroundings<'_> {
    /// An element's dictionary, without `/Type`, which only tells it from what has another: a workbook has 2,000 of them.
    ///
    /// # Errors
    ///
    /// [`Error::Disagreement`] if it holds what is another's, or not there.
    pub(super) fn dictionary(
        &self,
        index: usize,
        element: &Element,
        owners: &mut Owners<'_>,
    ) -> Result<Dictionary, Error> {
        let id = |index: usize| self.ids.get(index).copied();
        let parent = self.parents.parent(index).and_then(id);
        let mut dictionary = Dictionary::from_iter([
            ("S", name(standard_type(element.role))),
            ("P", parent.unwrap_or(self.root).into()),
        ]);
        if let Some(language) = &element.language {
            dictionary.set("Lang", text(language));
        }
        if let Some(alt) = &element.alt {
            dictionary.set("Alt", text(alt));
        }
        if let Some(attributes) = attributes(self.layout, element) {
            dictionary.set("A", attributes);
        }
        // The page of what an element shows itself, so that a number is enough to name it.
        let own_page = element.kids.iter().find_map(|kid| match kid {
            Kid::Item(page, _) => Some(*page),
            Kid::Element(_) | Kid::Field(..) => None,
        });
        if let Some(page) = own_page.and_then(|page| self.pages.get(page)) {
            dictionary.set("Pg", *page);
        }
        let mut kids = Vec::with_capacity(element.kids.len());
        for kid in &element.kids {
            let kid = self.kid(*kid, index, own_page, owners)?;
            // Lines that share marked content are one kid.
            if kids.last() != Some(&kid) {
                kids.push(kid);
            }
        }
        let links = self.links.iter().filter(|link| link.element.0 == index);
        kids.extend(links.map(|link| self.object_reference(link.page, link.id)));
        match kids.len() {
            0 => {}
            1 => dictionary.set("K", kids.swap_remove(0)),
            _ => dictionary.set("K", Object::Array(kids)),
        }
        Ok(dictionary)
    }

    fn kid(
        &self,
        kid: Kid,
        index: usize,
        own_page: Option<usize>,
        owners: &mut Owners<'_>,
    ) -> Result<Object, Error> {
        let wrong = |page: usize, reason| Error::Disagreement { page, reason };
        let id = |index: usize| {
            self.ids
                .get(index)
                .copied()
                .ok_or(wrong(0, "an element holds one that is not there"))
        };
        match kid {
            Kid::Element(kid) => id(kid.0).map(Object::from),
            Kid::Item(page, item) => {
                let number = owners.hold_item(page, item, id(index)?)?;
                let item = self
                    .layout
                    .pages
                    .get(page)
                    .and_then(|page| page.items.get(item));
                if item.and_then(|item| item.tag) != Some(ElementIndex(index)) {
                    return Err(wrong(
                        page + 1,
                        "an element holds an item that is tagged as another's",
                    ));
                }
                if own_page == Some(page) {
                    return Ok(integer(number));
                }
                Ok(Object::from(Dictionary::from_iter([
                    ("Type", name("MCR")),
                    ("Pg", self.page(page)),
                    ("MCID", integer(number)),
                ])))
            }
            Kid::Field(page, field) => {
                owners.hold_field(page, field, id(index)?)?;
                let placed = self
                    .layout
                    .pages
                    .get(page)
                    .and_then(|page| page.fields.get(field));
                let widget = self.widgets.get(page).and_then(|page| page.get(field));
                match (widget, placed) {
                    (Some(widget), Some(placed)) if placed.element.0 == index => {
                        Ok(self.object_reference(page, *widget))
                    }
                    _ => Err(wrong(page + 1, "an element holds a field of another")),
                }
            }
        }
    }

    fn page(&self, page: usize) -> Object {
        self.pages
            .get(page)
            .map_or(Object::Null, |page| Object::from(*page))
    }

    fn object_reference(&self, page: usize, annotation: ObjectId) -> Object {
        Object::from(Dictionary::from_iter([
            ("Type", name("OBJR")),
            ("Pg", self.page(page)),
            ("Obj", annotation.into()),
        ]))
    }

    /// Every page's annotations in reading order: as the tree comes to them.
    pub(super) fn annotations(&self) -> Vec<Vec<Object>> {
        let mut pages = vec![Vec::new(); self.pages.len()];
        let mut add = |page: usize, id: ObjectId| {
            if let Some(page) = pages.get_mut(page) {
                page.push(Object::from(id));
            }
        };
        let mut waiting = vec![Kid::Element(ElementIndex(0))];
        while let Some(kid) = waiting.pop() {
            match kid {
                Kid::Element(index) => {
                    let links = self.links.iter().filter(|link| link.element == index);
                    links.for_each(|link| add(link.page, link.id));
                    let element = self.layout.elements.get(index.0);
                    waiting.extend(element.iter().flat_map(|element| element.kids.iter().rev()));
                }
                Kid::Field(page, field) => {
                    if let Some(widget) = self.widgets.get(page).and_then(|page| page.get(field)) {
                        add(page, *widget);
                    }
                }
                Kid::Item(..) => {}
            }
        }
        pages
    }
}
