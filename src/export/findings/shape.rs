//! The shapes of findings as they are written.
//!
//! In: diagnostics, and what was made or checked. Out: shapes that serialise with keys in the documented order. Never: decides anything.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Place, Related};
use crate::spec::edition::KindCount;

use super::{CheckedEdition, CheckedForm, MadeFile};

/// What `generate --json` prints.
#[derive(Serialize)]
pub(super) struct MadeDocument<'a> {
    files: Vec<FileRow<'a>>,
    diagnostics: Vec<Finding<'a>>,
}

/// What `check --json` prints.
#[derive(Serialize)]
pub(super) struct CheckDocument<'a> {
    edition: Option<EditionRow<'a>>,
    diagnostics: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct FileRow<'a> {
    path: &'a str,
    written: bool,
    workbook: String,
    pages: usize,
    fields: usize,
    bytes: usize,
    framework: &'a str,
    edition: &'a str,
    digest: String,
}

#[derive(Serialize)]
struct EditionRow<'a> {
    framework: &'a str,
    edition: &'a str,
    published: String,
    digest: String,
    counts: Vec<CountRow<'a>>,
    workbooks: Vec<FormRow<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CountRow<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    called: Option<&'a str>,
    present: u32,
    announced: u32,
    declared: Option<u32>,
    present_codes: &'a [String],
    announced_codes: &'a [String],
}

#[derive(Serialize)]
struct FormRow<'a> {
    workbook: String,
    title: &'a str,
    pages: usize,
    fields: usize,
}

/// One finding; the keys of a place are there only where there is one.
#[derive(Serialize)]
struct Finding<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(flatten)]
    place: PlaceKeys<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<RelatedRow<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

#[derive(Serialize)]
struct RelatedRow<'a> {
    label: &'a str,
    #[serde(flatten)]
    place: PlaceKeys<'a>,
}

#[derive(Default, Serialize)]
struct PlaceKeys<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
}

impl<'a> MadeDocument<'a> {
    pub(super) fn new(files: &'a [MadeFile], found: &'a [Diagnostic]) -> Self {
        let row = |file: &'a MadeFile| FileRow {
            path: &file.path,
            written: file.is_new,
            workbook: file.workbook.to_string(),
            pages: file.page_count,
            fields: file.field_count,
            bytes: file.byte_count,
            framework: file.framework.as_str(),
            edition: file.edition.as_str(),
            digest: file.digest.hex(),
        };
        Self {
            files: files.iter().map(row).collect(),
            diagnostics: found.iter().map(finding).collect(),
        }
    }
}

impl<'a> CheckDocument<'a> {
    pub(super) fn new(edition: Option<&'a CheckedEdition>, found: &'a [Diagnostic]) -> Self {
        let row = |edition: &'a CheckedEdition| EditionRow {
            framework: edition.framework.as_str(),
            edition: edition.edition.as_str(),
            published: edition.published.to_string(),
            digest: edition.digest.hex(),
            counts: edition.counts.iter().map(count).collect(),
            workbooks: edition.forms.iter().map(form).collect(),
        };
        Self {
            edition: edition.map(row),
            diagnostics: found.iter().map(finding).collect(),
        }
    }
}

fn count(count: &KindCount) -> CountRow<'_> {
    CountRow {
        kind: count.kind.as_str(),
        called: count.called.as_deref(),
        present: count.present,
        announced: count.announced,
        declared: count.declared,
        present_codes: &count.present_codes,
        announced_codes: &count.announced_codes,
    }
}

fn form(form: &CheckedForm) -> FormRow<'_> {
    FormRow {
        workbook: form.id.to_string(),
        title: &form.title,
        pages: form.page_count,
        fields: form.field_count,
    }
}

fn finding(found: &Diagnostic) -> Finding<'_> {
    Finding {
        severity: found.severity.as_str(),
        code: found.code.as_str(),
        message: &found.message,
        file: found.file.as_deref(),
        place: place(&found.place),
        related: found.related.iter().map(related).collect(),
        help: found.help.as_deref(),
    }
}

fn related(related: &Related) -> RelatedRow<'_> {
    RelatedRow {
        label: &related.label,
        place: place(&related.place),
    }
}

fn place(place: &Place) -> PlaceKeys<'_> {
    match place {
        Place::Whole => PlaceKeys::default(),
        Place::Source(span) => PlaceKeys {
            line: Some(span.line),
            column: Some(span.column),
            ..PlaceKeys::default()
        },
        Place::Pdf { page, field } => PlaceKeys {
            page: *page,
            field: field.as_deref(),
            ..PlaceKeys::default()
        },
    }
}
