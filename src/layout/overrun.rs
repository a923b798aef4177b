//! What does not fit on its page.
//!
//! In: finished pages, and what was found while placing them. Out: a finding for each text that leaves no room at the foot. Never: moves anything.
//!
//! Rows, questions and running text are cut into pages before they are placed. What is left is what is never cut: a title, a heading, a label.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::geometry::Pt;
use crate::plan::{Plan, SourceText};

use super::frame::Frame;
use super::measure::shortened;
use super::page::{Drawing, ElementIndex, Item, Page};

/// Adds L003 where a page has a text or a box below where content ends; a text that is to blame for several pages is named once.
pub(super) fn add_findings(
    plan: &Plan,
    pages: &[Page],
    frame: &Frame,
    found: &mut Vec<Diagnostic>,
) {
    let lowest = frame.bottom + Pt(0.01);
    let leaves = |item: &Item| match &item.drawing {
        Drawing::Text(run) => item.tag.is_some() && run.origin.y > lowest,
        Drawing::Rectangle { rect, .. } => rect.bottom() > lowest,
        Drawing::Rule { .. } | Drawing::Mark(_) => false,
    };
    for page in pages.iter().filter(|page| page.items.iter().any(leaves)) {
        let one = no_room(plan, &longest(page));
        let is_told = |known: &Diagnostic| {
            matches!(known.code, Code::L001 | Code::L003) && known.place == one.place
        };
        if !found.iter().any(is_told) {
            found.push(one);
        }
    }
}

/// L003: a text that is never cut leaves no room for what belongs below it.
pub(super) fn no_room(plan: &Plan, text: &str) -> Diagnostic {
    // A heading may have its code before it.
    let quoted = source_of(plan, text).map_or(text, |source| source.text.as_str());
    let message = format!(
        "what belongs on one page is higher than the page; the longest text on it is \"{}\"",
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
