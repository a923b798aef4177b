//! Which items share marked content, and its number (ISO 32000-1, 14.7.4.2).
//!
//! In: a layout. Out: by page and item, a number. Never: lets items share one that their element does not hold one right after the other.

use crate::layout::page::{Element, Kid, Layout};

/// The number of every tagged item's marked content, by page and item.
pub(in crate::pdf::write) struct MarkedContent(Vec<Vec<Option<usize>>>);

impl MarkedContent {
    /// Numbers the marked content of every page from 0: lines of one paragraph are one, so that nothing is marked oftener than it is spoken.
    pub(in crate::pdf::write) fn of(layout: &Layout) -> Self {
        let mut pages: Vec<Vec<Option<usize>>> = layout
            .pages
            .iter()
            .map(|page| vec![None; page.items.len()])
            .collect();
        for (page, numbers) in layout.pages.iter().zip(0..) {
            let mut count = 0;
            for (index, item) in page.items.iter().enumerate() {
                let Some(tag) = item.tag else { continue };
                let before = index.checked_sub(1);
                let goes_on = before.is_some_and(|before| {
                    let element = layout.elements.get(tag.0);
                    element.is_some_and(|element| follow(element, numbers, before))
                });
                count += usize::from(!goes_on);
                if let Some(number) = pages.get_mut(numbers).and_then(|page| page.get_mut(index)) {
                    *number = Some(count - 1);
                }
            }
        }
        Self(pages)
    }

    /// The number of an item's marked content; `None` for an artefact, or what is not there.
    pub(in crate::pdf::write) fn number(&self, page: usize, item: usize) -> Option<usize> {
        *self.0.get(page)?.get(item)?
    }

    /// How much marked content a page has.
    pub(super) fn count(&self, page: usize) -> usize {
        let numbers = self.0.get(page).into_iter().flatten();
        numbers.flatten().max().map_or(0, |last| last + 1)
    }
}

/// Whether an element holds an item of a page and right after it the next.
fn follow(element: &Element, page: usize, item: usize) -> bool {
    let pair = [Kid::Item(page, item), Kid::Item(page, item + 1)];
    element.kids.windows(2).any(|kids| kids == pair)
}
