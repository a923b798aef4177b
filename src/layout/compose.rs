//! The pages and the structure tree while they grow.
//!
//! In: texts, rules, boxes and fields with their places, in reading order. Out: a finished [`Layout`].
//! Never: decides where anything stands.
//!
//! An element joins its parent when the first thing inside it is put on a page, so the tree's order is the order of painting. Page numbers
//! that are not known yet keep an item of their own and are filled in at the end.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::geometry::{Point, Pt, Rect};
use crate::images::Pixels;
use crate::plan::Plan;
use crate::plan::block::{RunningHead, SectionIndex};
use crate::plan::field::{FieldIndex, Input};
use crate::text::Shaped;

use super::measure::{TextBlock, number, one_line};
use super::page::{
    Bookmark, Color, Drawing, Element, ElementIndex, Item, Kid, LinkTarget, Page, PlacedField,
    Role, TextRun,
};
use super::theme::{
    BORDER, BOX_STROKE, FIELD_TEXT, HAIR, HAIRLINE, INK, MUTED, RULE, RULING, Style, Theme,
    WRITING_LINE,
};

/// Where a text leads, before pages have numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Goal {
    /// An address.
    Address(String),
    /// The first page of a section.
    Section(SectionIndex),
}

/// A piece of text ready to be put on a page: place relative to the line or section it belongs to.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// Left end, from the left of the page.
    pub(super) x: Pt,
    /// Distance of its baseline below the line's.
    pub(super) down: Pt,
    /// What is painted.
    pub(super) content: Content,
    /// Colour.
    pub(super) color: Color,
    /// Its element; `None` for an artefact.
    pub(super) tag: Option<ElementIndex>,
    /// Where it leads.
    pub(super) goal: Option<Goal>,
}

/// What a mark paints.
#[derive(Clone, Debug)]
pub(super) enum Content {
    /// Glyphs.
    Text(Shaped),
    /// The page on which a section begins, its right end at the mark's x.
    PageNumber {
        /// What stands before the number.
        before: String,
        /// The section.
        target: SectionIndex,
        /// Style.
        style: Style,
    },
}

/// A page number or link to be filled in when all pages are known.
struct Pending {
    page: usize,
    item: usize,
    target: SectionIndex,
    number: Option<(String, Style)>,
}

/// The pages and the structure tree while they grow.
pub(super) struct Composer<'a> {
    /// The plan.
    pub(super) plan: &'a Plan,
    /// The publisher's mark.
    pub(super) mark: Option<&'a Pixels>,
    /// How it looks.
    pub(super) theme: Theme,
    /// The pages so far.
    pub(super) pages: Vec<Page>,
    /// The line at the head of each page.
    pub(super) heads: Vec<Option<RunningHead>>,
    /// Bookmarks so far.
    pub(super) bookmarks: Vec<Bookmark>,
    /// What was found.
    pub(super) findings: Vec<Diagnostic>,
    /// First page of each section so far.
    pub(super) starts: Vec<usize>,
    /// Page of each row of the sections so far that have rows.
    pub(super) row_pages: Vec<Vec<usize>>,
    elements: Vec<Element>,
    parents: Vec<Option<ElementIndex>>,
    alternatives: Vec<(ElementIndex, String, SectionIndex)>,
    pending: Vec<Pending>,
}

/// The element of the document as a whole.
pub(super) const DOCUMENT: ElementIndex = ElementIndex(0);

impl<'a> Composer<'a> {
    /// No page yet.
    pub(super) fn new(plan: &'a Plan, mark: Option<&'a Pixels>) -> Self {
        let mut new = Self {
            plan,
            mark,
            theme: Theme::of(&plan.theme),
            pages: Vec::new(),
            heads: Vec::new(),
            bookmarks: Vec::new(),
            findings: Vec::new(),
            starts: Vec::new(),
            row_pages: Vec::new(),
            elements: Vec::new(),
            parents: Vec::new(),
            alternatives: Vec::new(),
            pending: Vec::new(),
        };
        new.push_element(None, Role::Document, None);
        new
    }

    /// Begins a page.
    pub(super) fn start_page(&mut self, head: Option<&RunningHead>) {
        self.pages.push(Page::default());
        self.heads.push(head.cloned());
    }

    /// The page that is being filled, from 0.
    pub(super) fn page(&self) -> usize {
        self.pages.len().saturating_sub(1)
    }

    /// A new element below another; it joins it when something is put in it.
    pub(super) fn element(&mut self, parent: ElementIndex, role: Role) -> ElementIndex {
        self.push_element(Some(parent), role, None)
    }

    /// The same, in a language of its own.
    pub(super) fn element_in(
        &mut self,
        parent: ElementIndex,
        role: Role,
        language: Option<&str>,
    ) -> ElementIndex {
        self.push_element(Some(parent), role, language)
    }

    /// Gives an element a text to be spoken in place of what is seen.
    pub(super) fn speak(&mut self, element: ElementIndex, words: &str) {
        if let Some(element) = self.elements.get_mut(element.0) {
            element.alt = Some(words.to_owned());
        }
    }

    /// Gives a link a text that ends in the page on which a section begins.
    pub(super) fn speak_page(&mut self, link: ElementIndex, words: String, target: SectionIndex) {
        self.alternatives.push((link, words, target));
    }

    /// Joins an element to its parent, and that to its own, if they are not joined yet.
    pub(super) fn attach(&mut self, element: ElementIndex) {
        let mut child = element;
        while let Some(parent) = self.parents.get_mut(child.0).and_then(Option::take) {
            if let Some(parent) = self.elements.get_mut(parent.0) {
                parent.kids.push(Kid::Element(child));
            }
            child = parent;
            // The ancestors come first in the tree, but order among siblings is set by the first thing put in each.
        }
    }

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
        let accent = self.theme.accent;
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
    pub(super) fn text(
        &mut self,
        block: TextBlock,
        x: Pt,
        y: Pt,
        tag: Option<ElementIndex>,
    ) -> Pt {
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
            } => (empty(style), Some((before, style, target))),
        };
        let link = match &mark.goal {
            Some(Goal::Address(address)) => Some(LinkTarget::Address(address.clone())),
            Some(Goal::Section(_)) | None => None,
        };
        match (number, mark.goal) {
            (Some((before, style, target)), _) => self.pending.push(Pending {
                page,
                item,
                target,
                number: Some((before, style)),
            }),
            (None, Some(Goal::Section(target))) => self.pending.push(Pending {
                page,
                item,
                target,
                number: None,
            }),
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
        target: SectionIndex,
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

    /// Puts something on the page.
    pub(super) fn push(&mut self, tag: Option<ElementIndex>, drawing: Drawing) {
        let page = self.page();
        let Some(sheet) = self.pages.last_mut() else {
            return;
        };
        let item = sheet.items.len();
        sheet.items.push(Item { tag, drawing });
        if let Some(tag) = tag {
            self.attach(tag);
            if let Some(element) = self.elements.get_mut(tag.0) {
                element.kids.push(Kid::Item(page, item));
            }
        }
    }

    /// A level rule from the left of the frame to its right.
    pub(super) fn rule(&mut self, y: Pt, width: Pt, color: Color) {
        let (left, right) = (self.theme.frame.left, self.theme.frame.right);
        self.rule_between(left, right, y, width, color);
    }

    /// A level rule.
    pub(super) fn rule_between(&mut self, left: Pt, right: Pt, y: Pt, width: Pt, color: Color) {
        let drawing = Drawing::Rule {
            from: Point { x: left, y },
            to: Point { x: right, y },
            width,
            color,
        };
        self.push(None, drawing);
    }

    /// The rule of 1 that opens a table or block.
    pub(super) fn heavy_rule(&mut self, y: Pt) {
        self.rule(y, RULE, INK);
    }

    /// The hairline between rows and sections.
    pub(super) fn hairline(&mut self, y: Pt) {
        self.rule(y, HAIRLINE, HAIR);
    }

    /// Draws a box and puts a field's widget inside it; its `Form` element joins `parent`.
    pub(super) fn field(&mut self, field: FieldIndex, area: Rect, parent: ElementIndex) {
        let Some(asked) = self.plan.fields.get(field.0) else {
            return;
        };
        self.push(
            None,
            Drawing::Rectangle {
                rect: area,
                stroke: Some((BOX_STROKE, BORDER)),
                fill: None,
            },
        );
        let (left, right, height) = match asked.input {
            Input::Line | Input::Identity(_) => (4.0, 4.0, 0.5),
            Input::Choice(_) => (4.0, 1.0, 0.5),
            Input::Lines | Input::Page => (4.0, 4.0, 2.0),
            Input::Tick => (0.0, 0.0, 0.0),
            Input::Signature => (1.0, 1.0, 1.0),
        };
        let rect = area.inset(Pt(left), Pt(right), Pt(height), Pt(height));
        let is_ruled = matches!(asked.input, Input::Page);
        self.widget(field, rect, FIELD_TEXT, is_ruled, parent);
    }

    /// Puts a field's widget on the page without a box.
    pub(super) fn widget(
        &mut self,
        field: FieldIndex,
        rect: Rect,
        text_size: Pt,
        is_ruled: bool,
        parent: ElementIndex,
    ) {
        let element = self.element(parent, Role::Form);
        self.attach(element);
        let page = self.page();
        let Some(sheet) = self.pages.last_mut() else {
            return;
        };
        let index = sheet.fields.len();
        sheet.fields.push(PlacedField {
            field,
            element,
            rect,
            text_size,
            color: INK,
            secondary_color: MUTED,
            writing_lines: is_ruled.then_some((WRITING_LINE, RULING)),
        });
        if let Some(form) = self.elements.get_mut(element.0) {
            form.kids.push(Kid::Field(page, index));
        }
    }

    /// A bookmark to a height on the page that is being filled.
    pub(super) fn bookmark(&mut self, title: String, level: u8, y: Pt) {
        let deepest = self.bookmarks.last().map_or(1, |last| last.level + 1);
        self.bookmarks.push(Bookmark {
            title,
            level: level.min(deepest),
            page: self.page(),
            y,
        });
    }

    /// Says that the entries of a drop-down are wider than its box.
    pub(super) fn warn_of_narrow_choice(&mut self, index: FieldIndex) {
        let Some(asked) = self.plan.fields.get(index.0) else {
            return;
        };
        let message = format!(
            "the options of \"{}\" are wider than the widest box that fits beside the other questions",
            asked.question
        );
        let place = Place::Source(asked.at);
        if self.findings.iter().any(|found| found.place == place) {
            return;
        }
        let found = Diagnostic::warning(Code::L002, place, message)
            .help("shorten the labels of its scale, or ask fewer questions beside it");
        self.findings.push(found);
    }

    /// Fills in the page numbers and links that had to wait; returns the structure tree.
    pub(super) fn resolve(&mut self) -> Vec<Element> {
        let start = |starts: &[usize], target: SectionIndex| {
            starts.get(target.0).copied().unwrap_or_default()
        };
        for pending in std::mem::take(&mut self.pending) {
            let target = start(&self.starts, pending.target);
            let page = self.pages.get_mut(pending.page);
            let Some(Item {
                drawing: Drawing::Text(run),
                ..
            }) = page.and_then(|page| page.items.get_mut(pending.item))
            else {
                continue;
            };
            match pending.number {
                None => run.link = Some(LinkTarget::Page(target)),
                Some((before, style)) => {
                    let text = format!("{before}{}", target + 1);
                    let pieces = one_line(&text, style).lines.into_iter().flat_map(|l| l.pieces);
                    if let Some(piece) = pieces.into_iter().next() {
                        run.origin.x = run.origin.x - piece.shaped.width;
                        run.shaped = piece.shaped;
                    }
                }
            }
        }
        for (link, words, target) in std::mem::take(&mut self.alternatives) {
            let page = start(&self.starts, target) + 1;
            self.speak(link, &format!("{words} {page}"));
        }
        std::mem::take(&mut self.elements)
    }

    fn push_element(
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

/// Glyphs of a text that is not known yet.
fn empty(style: Style) -> Shaped {
    Shaped {
        face: style.face,
        size: style.size,
        glyphs: Vec::new(),
        width: Pt(0.0),
    }
}
