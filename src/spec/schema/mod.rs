//! JSON Schema of the specification, made from its shapes.
//!
//! In: the shapes in `json`. Out: the schema that editors complete by, and that `fit` compares a file with. Never: says what the shapes do not.

mod fit;
mod misfit;
mod words;

use std::sync::OnceLock;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::Value;

use super::json;

pub(crate) use fit::check;

/// The JSON Schema (draft 2020-12) of `akam-workbook/1`, as committed under `docs/schema/spec.schema.json`.
#[must_use]
pub fn spec() -> String {
    format!("{:#}\n", root())
}

/// The schema as a value, made once.
fn root() -> &'static Value {
    static ROOT: OnceLock<Value> = OnceLock::new();
    ROOT.get_or_init(|| {
        let mut schema = SchemaSettings::draft2020_12()
            .into_generator()
            .into_root_schema_for::<json::Spec>();
        RecursiveTransform(plain).transform(&mut schema);
        schema.to_value()
    })
}

/// An optional key is left out, never `null`, though `serde` takes both for one.
fn plain(schema: &mut Schema) {
    let is_null = |one: &Value| one == "null" || one.get("type").is_some_and(|kind| kind == "null");
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|one| !is_null(one));
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
        choices.retain(|one| !is_null(one));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            object.remove("anyOf");
            object.extend(only);
        }
    }
    // That a remark is not digested is nothing to an editor.
    object.remove("writeOnly");
    if object.get("default").is_some_and(Value::is_null) {
        object.remove("default");
    }
}
