//! Which items share marked content, and its number (ISO 32000-1, 14.7.4.2).
//!
//! In: a layout. Out: by page and item, a number. Never: lets items share one that their element does not hold one right after the other.

use std::collections::BTreeSet;

use crate::layout::page::{Kid, Layout};

/// The number of every tagged item's marked content, by page and item.
pub(in crate::pdf::write) struct MarkedContent(Vec<Vec<Option<usize>>>);

impl MarkedContent {
    /// Numbers the marked content of every page from 0: lines of one paragraph are one, so that nothing is marked oftener than it is spoken.
    pub(in crate::pdf::write) fn of(layout: &Layout) -> Self {
        let followed = followed(layout);
        let mut pages = Vec::with_capacity(layout.pages.len());
        for (number, page) in layout.pages.iter().enumerate() {
            let mut last = None;
            let mut before = None;
            let numbers = page.items.iter().enumerate().map(|(index, item)| {
                let goes_on = before == Some(item.tag)
                    && index
                        .checked_sub(1)
                        .is_some_and(|before| followed.contains(&(number, before)));
                before = Some(item.tag);
                item.tag?;
                if !goes_on {
                    last = Some(last.map_or(0, |last: usize| last + 1));
                }
                last
            });
            pages.push(numbers.collect());
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

/// Page and number of each item that its element holds right before the next item of the page.
fn followed(layout: &Layout) -> BTreeSet<(usize, usize)> {
    let mut followed = BTreeSet::new();
    for element in &layout.elements {
        for pair in element.kids.windows(2) {
            if let [Kid::Item(page, item), Kid::Item(next_page, next)] = pair
                && page == next_page
                && item + 1 == *next
            {
                followed.insert((*page, *item));
            }
        }
    }
    followed
}
