//! The interactive form: every field of the plan, once, and the font that is typed in.
//!
//! In: a plan, its layout and given values. Out: the fields with their widgets, and the `AcroForm` dictionary that names them.
//! Never: asks a reader to make appearances (`/NeedAppearances`): every widget has its own.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};

use crate::confidential::CandidateText;
use crate::layout::page::Layout;
use crate::plan::Plan;
use crate::plan::field::FieldIndex;

use super::Error;
use super::field_font;
use super::file::File;
use super::prefill;
use super::values::ascii;
use super::widget;

/// The form as it was added.
pub(super) struct Form {
    /// The `AcroForm` dictionary.
    pub(super) dictionary: Dictionary,
    /// The widgets by page and by their place in [`crate::layout::page::Page::fields`].
    pub(super) widgets: Vec<Vec<ObjectId>>,
}

/// Adds every field. Keys in the parent tree go from the number of pages on, in the order of pages and fields.
///
/// # Errors
///
/// [`Error::Disagreement`] if a field is not on a page, twice, or a value belongs to none; [`Error::Value`] if a value does not fit its field.
pub(super) fn add(
    file: &mut File,
    plan: &Plan,
    layout: &Layout,
    values: &BTreeMap<FieldIndex, CandidateText>,
) -> Result<Form, Error> {
    let font = field_font::add_to(file)?;
    let fonts = Dictionary::from_iter([(field_font::NAME, Object::from(font))]);
    let resources = Dictionary::from_iter([("Font", Object::from(fonts))]);
    let shared_resources = file.add(resources.clone());
    let mut lists = widget::Lists::default();
    let mut fields = vec![None; plan.fields.len()];
    let mut widgets = Vec::with_capacity(layout.pages.len());
    let mut struct_parent = layout.pages.len();
    for (page_index, (page, id)) in layout.pages.iter().zip(file.pages.clone()).enumerate() {
        let wrong = |reason| Error::Disagreement {
            page: page_index + 1,
            reason,
        };
        let mut on_page = Vec::with_capacity(page.fields.len());
        for placed in &page.fields {
            let (Some(field), Some(added)) = (
                plan.fields.get(placed.field.0),
                fields.get_mut(placed.field.0),
            ) else {
                return Err(wrong("a field is placed that the plan does not have"));
            };
            if added.is_some() {
                return Err(wrong("a field is placed twice"));
            }
            let filled = prefill::fill(field, placed, values.get(&placed.field), shared_resources)?;
            let place = widget::Place {
                page: id,
                page_height: layout.paper.height,
                struct_parent,
            };
            let widget = widget::add(file, field, placed, filled, &place, &mut lists);
            *added = Some(widget);
            on_page.push(widget);
            struct_parent += 1;
        }
        widgets.push(on_page);
    }
    let fields: Option<Vec<ObjectId>> = fields.into_iter().collect();
    let fields = fields.ok_or(Error::Disagreement {
        page: 0,
        reason: "a field of the plan is on no page",
    })?;
    if values.keys().any(|field| field.0 >= fields.len()) {
        return Err(Error::Disagreement {
            page: 0,
            reason: "a value is given for a field that the plan does not have",
        });
    }
    Ok(Form {
        dictionary: dictionary(&fields, resources),
        widgets,
    })
}

fn dictionary(fields: &[ObjectId], resources: Dictionary) -> Dictionary {
    let fields = fields.iter().map(|field| Object::Reference(*field));
    Dictionary::from_iter([
        ("Fields", Object::Array(fields.collect())),
        ("DR", resources.into()),
        ("DA", ascii(&format!("/{} 10 Tf 0 g", field_font::NAME))),
    ])
}
