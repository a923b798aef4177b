//! Placed pages: what stands where, in reading order, and what it means.
//!
//! In: nothing; these are the types that `lay_out` builds. Out: pages and a structure tree that `pdf::write` copies without deciding anything.
//! Never: knows how PDF counts y or how a structure tree is written.

use crate::geometry::{Point, Pt, Rect, Size};
use crate::plan::field::FieldIndex;
use crate::text::Shaped;

/// A whole document, every box placed.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Size of every page.
    pub paper: Size,
    /// The pages, in order.
    pub pages: Vec<Page>,
    /// The structure tree: element 0 is the document; every other has a parent before it.
    pub elements: Vec<Element>,
    /// Bookmarks, in order; a level is at most one deeper than the one before it.
    pub bookmarks: Vec<Bookmark>,
    /// The page mark on every page, without page numbers, as in `kamd-2026a-w0001`.
    pub mark: String,
}

/// One page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What is painted, in painting order, which is reading order.
    pub items: Vec<Item>,
    /// The fields on it, in reading order.
    pub fields: Vec<PlacedField>,
}

/// Which element, counted from 0 in [`Layout::elements`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ElementIndex(pub usize);

/// One element of the structure tree.
#[derive(Clone, Debug)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// Language, where it differs from the parent's.
    pub language: Option<String>,
    /// Alternative text, for figures and links.
    pub alt: Option<String>,
    /// What it holds, in reading order.
    pub kids: Vec<Kid>,
}

/// Standard structure types (ISO 32000-1, 14.8.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The whole document.
    Document,
    /// A section.
    Sect,
    /// Heading, level 1 to 6.
    Heading(u8),
    /// Paragraph, or a label.
    P,
    /// List.
    L,
    /// List item.
    LI,
    /// Number or bullet.
    Lbl,
    /// Body of a list item.
    LBody,
    /// Table.
    Table,
    /// Table row.
    TR,
    /// Header cell of a column.
    ColumnHeader,
    /// Header cell of a row.
    RowHeader,
    /// Data cell.
    TD,
    /// Text of a style within a paragraph.
    Span,
    /// Link.
    Link,
    /// Picture.
    Figure,
    /// Form field.
    Form,
}

/// One kid of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kid {
    /// Another element.
    Element(ElementIndex),
    /// A painted item: page and item, both from 0; its `tag` is this element.
    Item(usize, usize),
    /// A field: page and field, both from 0.
    Field(usize, usize),
}

/// Something painted.
#[derive(Clone, Debug)]
pub struct Item {
    /// The element it belongs to; `None` for an artefact (rules, boxes, running head, page mark).
    pub tag: Option<ElementIndex>,
    /// What is painted.
    pub drawing: Drawing,
}

/// A colour as red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub [u8; 3]);

/// What is painted.
#[derive(Clone, Debug)]
pub enum Drawing {
    /// A run of text on one line.
    Text(TextRun),
    /// A straight line.
    Rule {
        /// From.
        from: Point,
        /// To.
        to: Point,
        /// Width of the line.
        width: Pt,
        /// Colour.
        color: Color,
    },
    /// A rectangle: stroked, filled or both.
    Rectangle {
        /// Where; a stroke straddles its edge.
        rect: Rect,
        /// Width and colour of the stroke.
        stroke: Option<(Pt, Color)>,
        /// Colour of the ground.
        fill: Option<Color>,
    },
    /// The publisher's mark, scaled into the rectangle.
    Mark(Rect),
}

/// Text in one face on one line.
#[derive(Clone, Debug)]
pub struct TextRun {
    /// Left end of the baseline.
    pub origin: Point,
    /// The glyphs.
    pub shaped: Shaped,
    /// Colour.
    pub color: Color,
    /// Where it leads, if it is a link: an address, or a page of this document from 0.
    pub link: Option<LinkTarget>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// An address.
    Address(String),
    /// A page of this document, from 0.
    Page(usize),
}

/// A field with its place. The box is painted as an item; the widget lies inside it without border or background.
#[derive(Clone, Debug)]
pub struct PlacedField {
    /// Which field of the plan.
    pub field: FieldIndex,
    /// Its `Form` element.
    pub element: ElementIndex,
    /// The widget's rectangle.
    pub rect: Rect,
    /// Size of the typed text; line distance is 1.4 times it.
    pub text_size: Pt,
    /// Colour of typed text.
    pub color: Color,
    /// Colour of "(choose)", the chevron and the tick.
    pub secondary_color: Color,
    /// Distance of writing lines in the empty appearance, and their colour.
    pub writing_lines: Option<(Pt, Color)>,
}

/// One bookmark.
#[derive(Clone, Debug)]
pub struct Bookmark {
    /// Text.
    pub title: String,
    /// Level, from 1.
    pub level: u8,
    /// Page, from 0.
    pub page: usize,
    /// Height on the page that is scrolled to.
    pub y: Pt,
}
