//! From placed pages to a fillable, tagged PDF.
//!
//! In: a plan, its layout, the publisher's mark, and given values. Out: the bytes of a PDF 1.7.
//! Never: decides where anything stands, looks at a clock, or edits a file in place.

mod acroform;
mod appearance;
mod attachment;
mod codes;
mod compress;
pub mod content;
pub(crate) mod coordinates;
pub mod error;
mod field_font;
mod field_text;
mod file;
mod hidden;
mod links;
mod metadata;
mod outline;
mod prefill;
mod tags;
mod values;
mod widget;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object};

use crate::confidential::CandidateText;
use crate::images::Pixels;
use crate::layout::Layout;
use crate::plan::Plan;
use crate::plan::field::FieldIndex;

pub use error::Error;
use file::File;
use values::{name, text};

/// Writes a workbook: pages, form, structure and metadata. The same input gives the same bytes.
///
/// `values` are what fields hold from the start; a field without one is empty, a drop-down stands on its first entry.
///
/// # Errors
///
/// [`Error::Value`] (W005) if a field cannot hold the value given for it; otherwise faults of ours: W001 to W004.
pub fn write(
    plan: &Plan,
    layout: &Layout,
    mark: Option<&Pixels>,
    values: &BTreeMap<FieldIndex, CandidateText>,
) -> Result<Vec<u8>, Error> {
    let marked = tags::MarkedContent::of(layout);
    let mut file = File::take_over(&content::pages(layout, &marked, mark)?)?;
    if file.pages.len() != layout.pages.len() {
        return Err(Error::Content {
            reason: "pages were lost between painting and writing",
        });
    }
    let form = if plan.theme.is_for_pen {
        None
    } else {
        Some(acroform::add(&mut file, plan, layout, values)?)
    };
    let xmp = metadata::add_xmp(&mut file, &plan.document);
    let info = metadata::add_info(&mut file, &plan.document);
    let specification = attachment::add(&mut file, &plan.document)?;
    let catalog = file.reserve();
    // What follows says how the pages are read and gone through; without it they can still be seen and filled in.
    file.hide_from_here();
    let parents = tags::Parents::of(layout)?;
    let widgets = form.as_ref().map_or(&[][..], |form| &form.widgets);
    let link_keys = layout.pages.len() + widgets.iter().map(Vec::len).sum::<usize>();
    let links = links::add(&mut file, layout, &parents, link_keys)?;
    let structure = tags::add(&mut file, layout, &marked, &parents, widgets, &links)?;
    let outline = outline::add(&mut file, layout)?;
    let flag = |key| Object::from(Dictionary::from_iter([(key, Object::from(true))]));
    let mut entries = Dictionary::from_iter([
        ("Type", name("Catalog")),
        ("Pages", file.page_tree.into()),
        ("Lang", text(&plan.document.language)),
        ("MarkInfo", flag("Marked")),
        ("ViewerPreferences", flag("DisplayDocTitle")),
        ("Metadata", xmp.into()),
        ("StructTreeRoot", structure.into()),
    ]);
    if let Some(form) = form {
        entries.set("AcroForm", form.dictionary);
    }
    if let Some(outline) = outline {
        entries.set("Outlines", outline);
        entries.set("PageMode", "UseOutlines");
    }
    entries.extend(&specification);
    file.set(catalog, entries);
    file.save(catalog, info)
}
