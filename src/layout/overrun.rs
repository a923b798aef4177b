//! What does not fit on its page.
//!
//! In: finished pages. Out: a finding for each page that something leaves at the foot. Never: moves anything.
//!
//! Rows, questions and running text are cut into pages before they are placed. What is left is what is never cut: a title, a heading, a label.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::geometry::Pt;

use super::page::{Drawing, Item, Page, TextRun};
use super::theme::Frame;

/// L003 for each page with a text or a box below where content ends.
pub(super) fn findings(pages: &[Page], frame: &Frame) -> Vec<Diagnostic> {
    let lowest = frame.bottom + Pt(0.01);
    let leaves = |item: &Item| match &item.drawing {
        Drawing::Text(run) => item.tag.is_some() && run.origin.y > lowest,
        Drawing::Rectangle { rect, .. } => rect.bottom() > lowest,
        Drawing::Rule { .. } | Drawing::Mark(_) => false,
    };
    let pages = (1..).zip(pages);
    pages
        .filter_map(|(number, page)| {
            let at = page.items.iter().position(leaves)?;
            let texts = page.items.get(..=at)?.iter().rev();
            let last = texts.filter(|item| item.tag.is_some()).find_map(text);
            Some(no_room(number, &words(last)))
        })
        .collect()
}

/// L003: a text that is never cut leaves no room for what belongs below it.
pub(super) fn no_room(page: usize, text: &str) -> Diagnostic {
    let message =
        format!("what belongs on page {page} is higher than the page; \"{text}\" has no room");
    Diagnostic::error(Code::L003, Place::Whole, message)
        .help("shorten the titles and texts that stand on the page")
}

fn words(text: Option<&TextRun>) -> String {
    let glyphs = text.map_or(&[][..], |run| &run.shaped.glyphs);
    let words: String = glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
    words.trim().to_owned()
}

const fn text(item: &Item) -> Option<&TextRun> {
    match &item.drawing {
        Drawing::Text(run) => Some(run),
        Drawing::Rectangle { .. } | Drawing::Rule { .. } | Drawing::Mark(_) => None,
    }
}
