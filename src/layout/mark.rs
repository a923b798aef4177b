//! A piece of text ready to be put on a page.
//!
//! In: nothing; these are types. Out: glyphs with a place relative to a line, and what they mean. Never: knows on which page it will stand.

use crate::geometry::Pt;
use crate::plan::block::Target;
use crate::text::Shaped;

use super::page::{Color, ElementIndex};
use super::theme::Style;

/// Where a text leads, before pages have numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Goal {
    /// An address.
    Address(String),
    /// The first page of a section, or the page of a field.
    Inside(Target),
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
        target: Target,
        /// Style.
        style: Style,
    },
}
