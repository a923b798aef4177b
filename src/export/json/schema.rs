//! The JSON Schema of `akam-responses/1`, made from the types that are written.
//!
//! In: nothing. Out: the schema as it is committed under `docs/schema/`. Never: forbids keys that a later version may add.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;

use super::shape::Document;

/// The schema: two spaces, LF.
///
/// # Errors
/// Only if there is no memory left.
pub fn schema() -> Result<Vec<u8>, serde_json::Error> {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RecursiveTransform(without_number_formats))
        .into_generator();
    let schema = generator.into_root_schema_for::<Document<'_>>();
    let mut bytes = serde_json::to_vec_pretty(&schema)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Takes out what Rust says of the size of a number, as in "uint": no standard has it.
fn without_number_formats(schema: &mut Schema) {
    schema.remove("format");
}
