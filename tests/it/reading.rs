//! Any PDF's fields, however they were saved: one small file a trap.

mod command;
mod damage;
pub(crate) mod made;
mod pages;
mod places;
mod refusals;
mod values;

use akam_workbook::diagnostic::Code;
use akam_workbook::pdf::read::{FieldValue, FormField, ReturnedPdf, read};

/// Reads a file that has to be readable.
fn reading(row: &str, bytes: &[u8]) -> ReturnedPdf {
    read(bytes).unwrap_or_else(|error| panic!("{row}: {error}"))
}

/// The field of a name.
fn field<'a>(row: &str, read: &'a ReturnedPdf, name: &str) -> &'a FormField {
    let mut found = read.fields.iter().filter(|field| field.name == name);
    let names: Vec<&str> = read
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    let first = found
        .next()
        .unwrap_or_else(|| panic!("{row}: no {name} in {names:?}"));
    assert!(found.next().is_none(), "{row}: {name} twice");
    first
}

/// A value in a form that tests can compare.
fn plain(value: &FieldValue) -> String {
    match value {
        FieldValue::None => "-".to_owned(),
        FieldValue::Text(text) => format!("{:?}", text.reveal()),
        FieldValue::List(texts) => {
            let texts: Vec<_> = texts.iter().map(|text| text.reveal().to_owned()).collect();
            format!("{texts:?}")
        }
        FieldValue::State(state) => format!("/{state}"),
        FieldValue::Signed => "signed".to_owned(),
    }
}

/// The codes of a file's warnings, in order.
fn codes(read: &ReturnedPdf) -> Vec<Code> {
    read.warnings.iter().map(|warning| warning.code).collect()
}
