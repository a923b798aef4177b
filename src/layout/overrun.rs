//! What does not fit on its page.
//!
//! In: finished pages. Out: a finding for each page that something leaves at the foot. Never: moves anything.
//!
//! Rows, questions and running text are cut into pages before they are placed. What is left is what is never cut: a title, a heading, a label.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::geometry::Pt;
use crate::plan::{Plan, SourceText};

use super::measure::shortened;
use super::page::{Drawing, ElementIndex, Item, Page};
use super::theme::Frame;

/// L003 for each page with a text or a box below where content ends.
pub(super) fn findings(plan: &Plan, pages: &[Page], frame: &Frame) -> Vec<Diagnostic> {
    let lowest = frame.bottom + Pt(0.01);
    let leaves = |item: &Item| match &item.drawing {
        Drawing::Text(run) => item.tag.is_some() && run.origin.y > lowest,
        Drawing::Rectangle { rect, .. } => rect.bottom() > lowest,
        Drawing::Rule { .. } | Drawing::Mark(_) => false,
    };
    let pages = (1..).zip(pages);
    pages
        .filter(|(_, page)| page.items.iter().any(leaves))
        .map(|(number, page)| no_room(plan, number, &longest(page)))
        .collect()
}

/// L003: a text that is never cut leaves no room for what belongs below it.
pub(super) fn no_room(plan: &Plan, page: usize, text: &str) -> Diagnostic {
    // A heading may have its code before it.
    let quoted = source_of(plan, text).map_or(text, |source| source.text.as_str());
    let message = format!(
        "what belongs on page {page} is higher than the page; the longest text on it is \"{}\"",
        shortened(quoted.trim())
    );
    Diagnostic::error(Code::L003, place_of(plan, text), message)
        .help("shorten the titles and texts that stand on the page")
}

/// Where a text is written, if the plan knows.
pub(super) fn place_of(plan: &Plan, text: &str) -> Place {
    source_of(plan, text).map_or(Place::Whole, |source| Place::Source(source.at))
}

/// The longest text of the specification with which a printed text ends.
fn source_of<'a>(plan: &'a Plan, text: &str) -> Option<&'a SourceText> {
    let sources = plan.sources.iter();
    sources
        .filter(|source| {
            let written = source.text.trim();
            !written.is_empty() && text.trim_end().ends_with(written)
        })
        .max_by_key(|source| source.text.len())
}

/// The longest text of a page: all that one element says on it.
fn longest(page: &Page) -> String {
    let mut texts: BTreeMap<ElementIndex, String> = BTreeMap::new();
    for item in &page.items {
        if let (Some(tag), Drawing::Text(run)) = (item.tag, &item.drawing) {
            let glyphs = run.shaped.glyphs.iter();
            let text = texts.entry(tag).or_default();
            text.extend(glyphs.map(|glyph| glyph.text.as_str()));
        }
    }
    let longest = texts.into_values().max_by_key(String::len);
    longest.unwrap_or_default()
}
