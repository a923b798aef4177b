//! The pages and the structure tree while they grow.
//!
//! In: texts, rules, boxes and fields with their places, in reading order. Out: a finished [`Layout`].
//! Never: decides where anything stands.
//!
//! An element joins its parent when the first thing inside it is put on a page, so the tree's order is the order of painting. Page numbers
//! that are not known yet keep an item of their own and are filled in at the end ([`References`]).

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::geometry::{Point, Pt, Rect};
use crate::images::Pixels;
use crate::plan::Plan;
use crate::plan::block::RunningHead;
use crate::plan::field::{FieldIndex, Input};

use super::overrun::no_room;
use super::page::{
    Bookmark, Color, Drawing, Element, ElementIndex, Item, Kid, Page, PlacedField, Role,
};
use super::references::References;
use super::theme::Theme;
use super::tree::Tree;

/// The pages and the structure tree while they grow.
pub(super) struct Composer<'a> {
    /// The plan.
    pub(super) plan: &'a Plan,
    /// The publisher's mark.
    pub(super) mark: Option<&'a Pixels>,
    /// How it looks.
    pub(super) theme: &'a Theme,
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
    /// What waits for the numbers of pages.
    pub(super) references: References,
    /// The inside of boxes that stand on a ground.
    pub(super) box_fill: Option<Color>,
    tree: Tree,
}

impl<'a> Composer<'a> {
    /// No page yet.
    pub(super) fn new(plan: &'a Plan, mark: Option<&'a Pixels>, theme: &'a Theme) -> Self {
        Self {
            plan,
            mark,
            theme,
            pages: Vec::new(),
            heads: Vec::new(),
            bookmarks: Vec::new(),
            findings: Vec::new(),
            starts: Vec::new(),
            row_pages: Vec::new(),
            tree: Tree::new(),
            references: References::default(),
            box_fill: None,
        }
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
        self.tree.add(parent, role, None)
    }

    /// The same, in a language of its own.
    pub(super) fn element_in(
        &mut self,
        parent: ElementIndex,
        role: Role,
        language: Option<&str>,
    ) -> ElementIndex {
        self.tree.add(parent, role, language)
    }

    /// Gives an element a text to be spoken in place of what is seen.
    pub(super) fn speak(&mut self, element: ElementIndex, words: &str) {
        self.tree.speak(element, words);
    }

    /// Joins an element to its parent, and that to its own, if they are not joined yet.
    pub(super) fn attach(&mut self, element: ElementIndex) {
        self.tree.attach(element);
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
            self.tree.hold(tag, Kid::Item(page, item));
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
        self.rule(y, self.theme.rules.table, self.theme.colors.ink);
    }

    /// The hairline between rows and sections.
    pub(super) fn hairline(&mut self, y: Pt) {
        self.rule(y, self.theme.rules.row, self.theme.colors.hair);
    }

    /// Draws a box and puts a field's widget inside it; its `Form` element joins `parent`.
    pub(super) fn field(&mut self, field: FieldIndex, area: Rect, parent: ElementIndex) {
        let Some(asked) = self.plan.fields.get(field.0) else {
            return;
        };
        self.references.field(field, self.page());
        if self.plan.theme.is_for_pen {
            self.written_on(asked, area, parent);
            return;
        }
        self.paper(area);
        let (left, right, height) = match asked.input {
            Input::Line | Input::Identity(_) => (4.0, 4.0, 0.5),
            Input::Choice(_) => (4.0, 1.0, 0.5),
            Input::Lines | Input::Page => (4.0, 4.0, 2.0),
            Input::Tick => (0.0, 0.0, 0.0),
            Input::Signature => (1.0, 1.0, 1.0),
        };
        let rect = area.inset(Pt(left), Pt(right), Pt(height), Pt(height));
        let is_ruled = matches!(asked.input, Input::Page);
        self.widget(field, rect, self.theme.answers.size, is_ruled, parent);
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
        if self.plan.theme.is_for_pen {
            return;
        }
        let element = self.element(parent, Role::Form);
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
            color: self.theme.answers.color,
            secondary_color: self.theme.answers.placeholder,
            writing_lines: is_ruled
                .then_some((self.theme.answers.writing_line, self.theme.colors.ruling)),
        });
        self.tree.hold(element, Kid::Field(page, index));
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

    /// Says that a text leaves no room on the page that is being filled.
    pub(super) fn warn_of_no_room(&mut self, text: &str) {
        self.findings.push(no_room(self.plan, text));
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

    /// Fills in the page numbers and links that had to wait; returns the pages and the structure tree.
    pub(super) fn finish(mut self) -> (Vec<Page>, Vec<Element>, Vec<Diagnostic>) {
        self.references
            .resolve(&self.starts, &mut self.pages, &mut self.tree);
        let elements = self.tree.finish(&mut self.pages);
        (self.pages, elements, self.findings)
    }
}
