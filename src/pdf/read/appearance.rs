//! What the appearance of a widget shows.
//!
//! In: widgets. Out: the text of their normal appearance. Never: more than a number of them, for it is needed only where
//! stored values disagree.

use super::object::{Dictionary, File};
use super::page_text::PageReader;

/// Appearances that are read in one file.
const MAX_APPEARANCES: usize = 10_000;

/// A reader of appearances.
pub(super) struct Appearances<'a> {
    reader: PageReader,
    /// `/DR` of the form, for appearances that bring no resources.
    resources: Option<Dictionary<'a>>,
    left: usize,
}

impl<'a> Appearances<'a> {
    /// Of the widgets of a file.
    pub(super) fn of(file: &'a File) -> Self {
        let form = file
            .catalog()
            .and_then(|catalog| catalog.get(b"AcroForm").as_dictionary());
        Self {
            reader: PageReader::new(),
            resources: form.and_then(|form| form.get(b"DR").as_dictionary()),
            left: MAX_APPEARANCES,
        }
    }

    /// The text that a widget's normal appearance shows; empty if there is none, or it cannot be read.
    pub(super) fn text(&mut self, widget: Dictionary<'a>) -> String {
        let normal = widget
            .get(b"AP")
            .as_dictionary()
            .and_then(|found| found.get(b"N").as_stream());
        let Some(normal) = normal.filter(|_| self.left > 0) else {
            return String::new();
        };
        self.left = self.left.saturating_sub(1);
        self.reader.form(normal, self.resources).text
    }
}
