//! Texts put on pages.
//!
//! In: texts broken into lines, and where they begin. Out: items on the page that is being filled. Never: breaks a line.

use crate::geometry::{Point, Pt};
use crate::plan::block::Target;

use super::compose::Composer;
use super::mark::{Content, Goal, Mark};
use super::measure::{TextBlock, number};
use super::page::{Drawing, ElementIndex, LinkTarget, Role, TextRun};
use super::theme::Style;

impl Composer<'_> {
    /// A text as marks, one list for each line; links become elements of their own.
    pub(super) fn marks(
        &mut self,
        block: TextBlock,
        x: Pt,
        tag: Option<ElementIndex>,
    ) -> Vec<Vec<Mark>> {
        let links: Vec<Option<ElementIndex>> = block
            .links
            .iter()
            .map(|link| {
                let (link, tag) = (link.as_ref()?, tag?);
                let element = self.element(tag, Role::Link);
                self.speak(element, link);
                Some(element)
            })
            .collect();
        let accent = self.theme.colors.accent;
        block
            .lines
            .into_iter()
            .map(|line| {
                line.pieces
                    .into_iter()
                    .map(|piece| {
                        let link = links.get(piece.run).copied().flatten();
                        Mark {
                            x: x + piece.x,
                            down: Pt(0.0),
                            content: Content::Text(piece.shaped),
                            color: link.map_or(block.style.color, |_| accent),
                            tag: link.or(tag),
                            goal: link.and_then(|_| {
                                let address = block.links.get(piece.run)?.clone()?;
                                Some(Goal::Address(address))
                            }),
                        }
                    })
                    .collect()
            })
            .collect()
    }

    /// Puts a text on the page, its first baseline at `y`; returns its last baseline.
    pub(super) fn text(&mut self, block: TextBlock, x: Pt, y: Pt, tag: Option<ElementIndex>) -> Pt {
        let (leading, depth) = (block.style.leading, block.depth());
        for (index, line) in self.marks(block, x, tag).into_iter().enumerate() {
            let baseline = y + leading * number(index);
            for mark in line {
                self.put(mark, baseline);
            }
        }
        y + depth
    }

    /// Puts a text of one line on the page, its right end at `right`.
    pub(super) fn text_to(
        &mut self,
        block: TextBlock,
        right: Pt,
        y: Pt,
        tag: Option<ElementIndex>,
    ) {
        let x = right - block.width();
        self.text(block, x, y, tag);
    }

    /// Puts a mark on the page, `down` below `baseline`.
    pub(super) fn put(&mut self, mark: Mark, baseline: Pt) {
        let origin = Point {
            x: mark.x,
            y: baseline + mark.down,
        };
        let (page, item) = (self.page(), self.pages.last().map_or(0, |p| p.items.len()));
        let (shaped, number) = match mark.content {
            Content::Text(shaped) => (shaped, None),
            Content::PageNumber {
                before,
                target,
                style,
            } => (style.nothing(), Some((before, style, target))),
        };
        let link = match &mark.goal {
            Some(Goal::Address(address)) => Some(LinkTarget::Address(address.clone())),
            Some(Goal::Inside(_)) | None => None,
        };
        match (number, mark.goal) {
            (Some((before, style, target)), _) => {
                self.references.number(page, item, target, before, style);
            }
            (None, Some(Goal::Inside(target))) => self.references.link(page, item, target),
            (None, Some(Goal::Address(_)) | None) => {}
        }
        self.push(
            mark.tag,
            Drawing::Text(TextRun {
                origin,
                shaped,
                color: mark.color,
                link,
            }),
        );
    }

    /// Puts the number of a section's first page on the page, its right end at `right`.
    pub(super) fn page_number(
        &mut self,
        before: String,
        target: Target,
        style: Style,
        right: Pt,
        y: Pt,
        tag: ElementIndex,
    ) {
        let mark = Mark {
            x: right,
            down: Pt(0.0),
            content: Content::PageNumber {
                before,
                target,
                style,
            },
            color: style.color,
            tag: Some(tag),
            goal: None,
        };
        self.put(mark, y);
    }
}
