//! Who holds whom among the elements.
//!
//! In: a layout. Out: every element's one parent. Never: takes a tree in which an element has none, or two, or stands before its parent.

use crate::layout::page::{ElementIndex, Kid, Layout, Role};
use crate::pdf::write::Error;

/// The parent of every element; element 0 has none.
pub(in crate::pdf::write) struct Parents(Vec<Option<usize>>);

impl Parents {
    /// Finds every element's parent.
    ///
    /// # Errors
    ///
    /// [`Error::Disagreement`] if an element has no parent, two, or one that stands after it.
    pub(in crate::pdf::write) fn of(layout: &Layout) -> Result<Self, Error> {
        let wrong = |reason| Error::Disagreement { page: 0, reason };
        let mut parents = vec![None; layout.elements.len()];
        for (index, element) in layout.elements.iter().enumerate() {
            for kid in &element.kids {
                let Kid::Element(kid) = kid else { continue };
                let parent = parents
                    .get_mut(kid.0)
                    .filter(|parent| parent.is_none() && kid.0 > index)
                    .ok_or(wrong("an element has two parents or stands before its own"))?;
                *parent = Some(index);
            }
        }
        if parents.is_empty() || parents.iter().skip(1).any(Option::is_none) {
            return Err(wrong("an element has no parent"));
        }
        Ok(Self(parents))
    }

    /// An element's parent.
    pub(super) fn parent(&self, element: usize) -> Option<usize> {
        self.0.get(element).copied().flatten()
    }

    /// The nearest element of a role: the element itself or one above it.
    pub(in crate::pdf::write) fn nearest(
        &self,
        layout: &Layout,
        element: ElementIndex,
        role: Role,
    ) -> Option<ElementIndex> {
        let mut at = element.0;
        while layout.elements.get(at)?.role != role {
            at = self.parent(at)?;
        }
        Some(ElementIndex(at))
    }
}
