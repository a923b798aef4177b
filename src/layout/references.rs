//! Page numbers and links to sections and fields that have no page yet.
//!
//! In: items and links that wait for the first page of a section, or the page of a field. Out: the same, filled in. Never: moves anything but the left end of a number.

use std::collections::BTreeMap;

use crate::plan::block::Target;
use crate::plan::field::FieldIndex;

use super::measure::one_line;
use super::page::{Drawing, ElementIndex, Item, LinkTarget, Page};
use super::theme::Style;
use super::tree::Tree;

/// An item that waits for the page of a section.
struct Pending {
    page: usize,
    item: usize,
    target: Target,
    /// What stands before the number, and its style, where the number is painted; a link otherwise.
    number: Option<(String, Style)>,
}

/// What waits for the numbers of pages.
#[derive(Default)]
pub(super) struct References {
    pending: Vec<Pending>,
    spoken: Vec<(ElementIndex, String, Target)>,
    /// Pages of the fields, or of what stands in their place on a copy for the pen.
    fields: BTreeMap<FieldIndex, usize>,
}

impl References {
    /// An item that is to show the first page of a section, its right end where the item now begins.
    pub(super) fn number(
        &mut self,
        page: usize,
        item: usize,
        target: Target,
        before: String,
        style: Style,
    ) {
        self.pending.push(Pending {
            page,
            item,
            target,
            number: Some((before, style)),
        });
    }

    /// An item that is to lead to the first page of a section.
    pub(super) fn link(&mut self, page: usize, item: usize, target: Target) {
        self.pending.push(Pending {
            page,
            item,
            target,
            number: None,
        });
    }

    /// A link whose spoken text is to end in the first page of a section.
    pub(super) fn speak(&mut self, link: ElementIndex, words: String, target: Target) {
        self.spoken.push((link, words, target));
    }

    /// Notes the page of a field, from 0.
    pub(super) fn field(&mut self, field: FieldIndex, page: usize) {
        self.fields.entry(field).or_insert(page);
    }

    /// Fills in everything; `starts` are the first pages of the sections, from 0.
    pub(super) fn resolve(&mut self, starts: &[usize], pages: &mut [Page], tree: &mut Tree) {
        let fields = std::mem::take(&mut self.fields);
        let page_of = |target: Target| {
            let page = match target {
                Target::Section(section) => starts.get(section.0),
                Target::Field(field) => fields.get(&field),
            };
            page.copied().unwrap_or_default()
        };
        for pending in self.pending.drain(..) {
            let target = page_of(pending.target);
            let page = pages.get_mut(pending.page);
            let Some(Item {
                drawing: Drawing::Text(run),
                ..
            }) = page.and_then(|page| page.items.get_mut(pending.item))
            else {
                continue;
            };
            let Some((before, style)) = pending.number else {
                run.link = Some(LinkTarget::Page(target));
                continue;
            };
            let text = format!("{before}{}", target + 1);
            let mut lines = one_line(&text, style).lines.into_iter();
            if let Some(piece) = lines.next().and_then(|line| line.pieces.into_iter().next()) {
                run.origin.x = run.origin.x - piece.shaped.width;
                run.shaped = piece.shaped;
            }
        }
        for (link, words, target) in self.spoken.drain(..) {
            tree.speak(link, &format!("{words} {}", page_of(target) + 1));
        }
    }
}
