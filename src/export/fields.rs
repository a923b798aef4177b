//! The form fields of any PDF as JSON, one object a line (`docs/formats.md`, "fields").
//!
//! In: a file's name, and what was read or why nothing was. Out: one line, always an object with the same keys.
//! Never: knows whether the form is one of ours.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::pdf::read::{FieldKind, FieldValue, FormField, ReadWarning, ReturnedPdf};

/// A file as it is written.
#[derive(Serialize)]
struct FileRow<'a> {
    file: &'a str,
    fields: Vec<FieldRow<'a>>,
    warnings: Vec<WarningRow<'a>>,
    error: Option<ErrorRow<'a>>,
}

/// A field as it is written.
#[derive(Serialize)]
struct FieldRow<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: ValueCell<'a>,
    flags: u32,
    /// From 1; 0 is on no page.
    pages: Vec<usize>,
    /// x0, y0, x1, y1 in points, y upward; one for each page above.
    rects: Vec<[f64; 4]>,
}

/// A value as it is written: null, a string, or a list of several options.
#[derive(Serialize)]
#[serde(untagged)]
enum ValueCell<'a> {
    None,
    One(&'a str),
    Several(Vec<&'a str>),
}

/// A warning as it is written.
#[derive(Serialize)]
struct WarningRow<'a> {
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    help: &'static str,
}

/// Why a file could not be read, as it is written.
#[derive(Serialize)]
struct ErrorRow<'a> {
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

/// The line of a file that was read.
///
/// # Errors
/// Only if there is no memory left.
pub fn line(file: &str, read: &ReturnedPdf) -> Result<Vec<u8>, serde_json::Error> {
    written(&FileRow {
        file,
        fields: read.fields.iter().map(field).collect(),
        warnings: read.warnings.iter().map(warning).collect(),
        error: None,
    })
}

/// The line of a file that could not be read.
///
/// # Errors
/// Only if there is no memory left.
pub fn error_line(file: &str, error: &Diagnostic) -> Result<Vec<u8>, serde_json::Error> {
    written(&FileRow {
        file,
        fields: Vec::new(),
        warnings: Vec::new(),
        error: Some(ErrorRow {
            code: error.code.as_str(),
            message: &error.message,
            help: error.help.as_deref(),
        }),
    })
}

fn written(row: &FileRow<'_>) -> Result<Vec<u8>, serde_json::Error> {
    let mut line = serde_json::to_vec(row)?;
    line.push(b'\n');
    Ok(line)
}

fn field(field: &FormField) -> FieldRow<'_> {
    FieldRow {
        name: &field.name,
        kind: match field.kind {
            FieldKind::Text => "text",
            FieldKind::CheckBox => "checkbox",
            FieldKind::Radio => "radio",
            FieldKind::Choice => "choice",
            FieldKind::Signature => "signature",
            FieldKind::Button => "button",
        },
        value: match &field.value {
            FieldValue::None => ValueCell::None,
            FieldValue::Text(text) => ValueCell::One(text.reveal()),
            FieldValue::List(texts) => {
                ValueCell::Several(texts.iter().map(|text| text.reveal()).collect())
            }
            FieldValue::State(state) => ValueCell::One(state),
            FieldValue::Signed => ValueCell::One("signed"),
        },
        flags: field.flags,
        pages: field
            .widgets
            .iter()
            .map(|widget| widget.page.unwrap_or(0))
            .collect(),
        rects: field.widgets.iter().map(|widget| widget.rect).collect(),
    }
}

fn warning(warning: &ReadWarning) -> WarningRow<'_> {
    WarningRow {
        code: warning.code.as_str(),
        message: &warning.message,
        page: warning.page,
        field: warning.field.as_deref(),
        help: warning.help(),
    }
}
