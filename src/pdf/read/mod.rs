//! From the bytes of any PDF to its form fields.
//!
//! In: the bytes of a file that came back. Out: its fields and values, what was repaired, and what was odd.
//! Never: knows a workbook, writes to the file, or lets an earlier revision pass for the newest.
//!
//! `open` doubts the file (`tail`, `scan`) before the library parses it, and `recover` chooses the newest objects;
//! `object` shows them without the library; `pages` and `field_tree` find widgets, `form_fields` makes fields of them.

#![deny(clippy::indexing_slicing, clippy::arithmetic_side_effects)]

mod appearance;
mod button;
mod error;
mod field_tree;
mod form_fields;
mod leaf;
pub mod limits;
mod lock;
pub mod model;
mod object;
mod open;
mod page_text;
mod pages;
mod recover;
mod rescue;
mod scan;
mod stored;
mod tail;
mod text_string;
mod value;
mod warnings;

pub use error::Error;
pub use model::{FieldKind, FieldValue, FormField, PageContent, ReadWarning, ReturnedPdf, Widget};

use std::any::Any;

use crate::confidential::CandidateText;
use crate::diagnostic::Code;
use open::{Opened, Repair};
use warnings::Warnings;

/// Reads the form fields of a PDF.
///
/// The work is done on a stack of its own size, so that nesting, which `limits` bound, can never exhaust it.
///
/// # Errors
///
/// R001 to R006: [`Error`] says why nothing can be read.
pub fn read(bytes: &[u8]) -> Result<ReturnedPdf, Error> {
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(limits::STACK_BYTES)
            .spawn_scoped(scope, || read_here(bytes))
            .map_err(|_| Error::Fault)?
            .join()
            .unwrap_or_else(|reason| Err(why_it_ended(&*reason)))
    })
}

/// Why a reading ended before its time.
fn why_it_ended(reason: &(dyn Any + Send)) -> Error {
    if reason.is::<recover::ParsedTooMuch>() {
        open::over_tokens()
    } else {
        Error::Fault
    }
}

fn read_here(bytes: &[u8]) -> Result<ReturnedPdf, Error> {
    let opened = open::open(bytes)?;
    let mut warnings = Warnings::default();
    say_how_it_was_opened(&opened, &mut warnings);
    let pages = pages::find(&opened.file);
    if pages.is_damaged {
        warnings.of_file(
            Code::R013,
            "the list of pages is damaged; pages were looked for among all objects",
        );
    }
    let leaves = field_tree::leaves(&opened.file, &pages.pages, &mut warnings);
    let fields = form_fields::gather(&leaves, &opened.file, &mut warnings);
    let mut page_contents = Vec::new();
    if fields.is_empty() {
        say_that_nothing_was_found(&opened, &mut warnings);
    }
    // A signature is often put under a form that was flattened.
    if fields
        .iter()
        .all(|field| matches!(field.kind, FieldKind::Signature | FieldKind::Button))
    {
        let mut reader = page_text::PageReader::new();
        page_contents.extend(
            pages
                .pages
                .iter()
                .map(|page| page_content(*page, &mut reader)),
        );
    }
    let mut warnings = warnings.into_vec();
    warnings.sort_by(|a, b| (a.page, &a.field, a.code).cmp(&(b.page, &b.field, b.code)));
    // A field that has copies is judged together with them and by itself.
    warnings.dedup();
    Ok(ReturnedPdf {
        page_count: pages.pages.len(),
        producer: producer(&opened),
        revision_count: opened.revision_count,
        revision_read: opened.revision_count,
        is_encrypted: opened.is_encrypted,
        is_recovered: opened.repair.is_some(),
        fields,
        page_contents,
        note_count: pages::note_count(&pages.pages),
        warnings,
    })
}

fn say_how_it_was_opened(opened: &Opened, warnings: &mut Warnings) {
    match opened.repair {
        None => {}
        Some(Repair::End) => {
            warnings.of_file(
                Code::R011,
                "the end of the file is missing, or something foreign follows it",
            );
        }
        Some(Repair::Offset) => warnings.of_file(
            Code::R010,
            "the file does not say rightly where its objects are",
        ),
        Some(Repair::Scan) => {
            warnings.of_file(
                Code::R010,
                "the file is damaged; the newest copy of each object was looked for",
            );
        }
    }
    if opened.has_later_copies {
        let message = "the file holds later copies of objects than those its table names";
        warnings.of_file(Code::R018, message);
    }
    if opened.is_encrypted {
        warnings.of_file(
            Code::R012,
            "the file is encrypted, though anybody may open it",
        );
    }
}

fn say_that_nothing_was_found(opened: &Opened, warnings: &mut Warnings) {
    let form = opened
        .file
        .catalog()
        .and_then(|catalog| catalog.get(b"AcroForm").as_dictionary());
    if form.is_some_and(|form| !form.get(b"XFA").is_null()) {
        warnings.of_file(
            Code::R016,
            "the form is kept as XFA alone, which is not read",
        );
    } else {
        warnings.of_file(Code::R017, "the file has no form fields: it was never a form, or was printed, flattened or scanned");
    }
}

fn page_content(page: object::Dictionary<'_>, reader: &mut page_text::PageReader) -> PageContent {
    let shown = reader.page(page);
    PageContent {
        text: CandidateText::new(shown.text),
        image_count: shown.image_count,
    }
}

/// The program that wrote the file, as it says itself.
fn producer(opened: &Opened) -> Option<String> {
    let info = opened.file.trailer().get(b"Info").as_dictionary()?;
    let text = text_string::decode(info.get(b"Producer").as_text()?).text;
    let kept: String = text
        .chars()
        .filter(|letter| !letter.is_control())
        .take(200)
        .collect();
    (!kept.is_empty()).then_some(kept)
}
