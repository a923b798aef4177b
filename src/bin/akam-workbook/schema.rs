//! `schema`: the JSON Schema of a format.
//!
//! In: which format. Out: its schema on standard output, as committed under `docs/schema`. Never: reads a file.

use akam_workbook::diagnostic::Diagnostic;
use akam_workbook::{export, spec};

use crate::args::SchemaFormat;
use crate::files;

/// Prints the schema.
///
/// # Errors
/// C004 if standard output takes no more.
pub(crate) fn run(format: SchemaFormat) -> Result<(), Box<Diagnostic>> {
    let schema = match format {
        SchemaFormat::Spec => spec::schema::spec().into_bytes(),
        SchemaFormat::Responses => export::json::schema()
            .map_err(|_| files::not_printed(std::io::ErrorKind::OutOfMemory))?,
    };
    files::print(&schema)?;
    Ok(())
}
