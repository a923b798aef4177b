//! The structure tree while it grows.
//!
//! In: elements, each below one that is there already, and what is put in them. Out: the elements of a layout.
//! Never: holds a thing twice, or an element before something is put in it or below it.
//!
//! An element joins its parent when the first thing inside it is put on a page, so siblings stand in the order of painting, which is the
//! order of reading.

use super::page::{Element, ElementIndex, Kid, Page, Role};

/// The element of the document as a whole.
pub(super) const DOCUMENT: ElementIndex = ElementIndex(0);

/// Elements, and the parents that they have not joined yet.
pub(super) struct Tree {
    elements: Vec<Element>,
    parents: Vec<Option<ElementIndex>>,
}

impl Tree {
    /// A tree that holds the document and nothing else.
    pub(super) fn new() -> Self {
        let mut tree = Self {
            elements: Vec::new(),
            parents: Vec::new(),
        };
        tree.push(None, Role::Document, None);
        tree
    }

    /// A new element below another.
    pub(super) fn add(
        &mut self,
        parent: ElementIndex,
        role: Role,
        language: Option<&str>,
    ) -> ElementIndex {
        self.push(Some(parent), role, language)
    }

    /// Gives an element a text to be spoken in place of what is seen.
    pub(super) fn speak(&mut self, element: ElementIndex, words: &str) {
        if let Some(element) = self.elements.get_mut(element.0) {
            element.alt = Some(words.to_owned());
        }
    }

    /// Joins an element to its parent, and that to its own, where they are not joined yet.
    pub(super) fn attach(&mut self, element: ElementIndex) {
        let mut child = element;
        while let Some(parent) = self.parents.get_mut(child.0).and_then(Option::take) {
            if let Some(parent) = self.elements.get_mut(parent.0) {
                parent.kids.push(Kid::Element(child));
            }
            child = parent;
        }
    }

    /// Puts an item or a field in an element.
    pub(super) fn hold(&mut self, element: ElementIndex, kid: Kid) {
        self.attach(element);
        if let Some(element) = self.elements.get_mut(element.0) {
            element.kids.push(kid);
        }
    }

    /// The elements that hold something, numbered anew; what is on the pages follows them.
    pub(super) fn finish(&mut self, pages: &mut [Page]) -> Vec<Element> {
        let mut numbers = Vec::with_capacity(self.elements.len());
        let mut count = 0;
        for (index, waiting) in self.parents.iter().enumerate() {
            let is_kept = index == DOCUMENT.0 || waiting.is_none();
            numbers.push(ElementIndex(count));
            count += usize::from(is_kept);
        }
        let renumber = |element: &mut ElementIndex| {
            if let Some(number) = numbers.get(element.0) {
                *element = *number;
            }
        };
        for page in pages {
            page.items
                .iter_mut()
                .filter_map(|item| item.tag.as_mut())
                .for_each(renumber);
            let fields = page.fields.iter_mut();
            fields.for_each(|field| renumber(&mut field.element));
        }
        let elements = std::mem::take(&mut self.elements);
        let kept = elements.into_iter().zip(&self.parents).enumerate();
        kept.filter(|(index, (_, waiting))| *index == DOCUMENT.0 || waiting.is_none())
            .map(|(_, (mut element, _))| {
                for kid in &mut element.kids {
                    if let Kid::Element(child) = kid {
                        renumber(child);
                    }
                }
                element
            })
            .collect()
    }

    fn push(
        &mut self,
        parent: Option<ElementIndex>,
        role: Role,
        language: Option<&str>,
    ) -> ElementIndex {
        let index = ElementIndex(self.elements.len());
        self.elements.push(Element {
            role,
            language: language.map(str::to_owned),
            alt: None,
            kids: Vec::new(),
        });
        self.parents.push(parent);
        index
    }
}
