//! Whether a file has the shape that the schema asks for: every misfit, each at its place.
//!
//! In: the tree of a file. Out: findings S008 to S013 and S016; with none, `serde` can read the file. Never: stops at the first, or knows a shape itself.
//!
//! It understands the parts of JSON Schema that the shapes make: `$ref`, `anyOf`, `oneOf` of constants, `type`, `properties`, `required`,
//! `items`, `minimum`, `maximum`. Objects are closed.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::spec::locate::{At, Kind};
use crate::spec::quote::quoted;

use super::misfit::{missing, out_of_range, unknown_key, word, wrong_type};
use super::words::nearest;

/// Compares a file with the schema.
pub(crate) fn check(at: At<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let fit = Fit {
        root: super::root(),
    };
    fit.value(super::root(), at, "the file", &mut found);
    found
}

struct Fit {
    root: &'static Value,
}

impl Fit {
    /// Follows `$ref`.
    fn resolve(&self, schema: &'static Value) -> &'static Value {
        let target = schema.get("$ref").and_then(Value::as_str);
        let pointer = target.and_then(|target| target.strip_prefix('#'));
        pointer
            .and_then(|pointer| self.root.pointer(pointer))
            .unwrap_or(schema)
    }

    fn value(&self, schema: &'static Value, at: At<'_>, name: &str, found: &mut Vec<Diagnostic>) {
        let mut schema = self.resolve(schema);
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let mut choices = choices.iter().map(|one| self.resolve(one));
            let Some(choice) = choices.find(|one| is_of_type(one, at)) else {
                found.push(wrong_type(schema, at, name));
                return;
            };
            schema = choice;
        }
        if let Some(words) = words(schema) {
            found.extend(word(&words, at, name));
        } else if !is_of_type(schema, at) {
            found.push(wrong_type(schema, at, name));
        } else if let Some(items) = schema.get("items") {
            for item in at.each() {
                self.value(items, item, &format!("an item of {name}"), found);
            }
        } else if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            self.object(schema, properties, at, found);
        } else {
            found.extend(out_of_range(schema, at, name));
        }
    }

    fn object(
        &self,
        schema: &'static Value,
        properties: &'static Map<String, Value>,
        at: At<'_>,
        found: &mut Vec<Diagnostic>,
    ) {
        let label = label(schema);
        let mut first: BTreeMap<&str, Place> = BTreeMap::new();
        let mut meant = Vec::new();
        for (member, value) in at.members() {
            let key = member.key.as_str();
            let place = at.place_of_key(member);
            if let Some(before) = first.get(key) {
                let message = format!("key {} is written twice in {label}", quoted(key));
                found.push(
                    Diagnostic::error(Code::S008, place, message)
                        .also(before.clone(), "first written here")
                        .help("take one of them out"),
                );
                continue;
            }
            first.insert(key, place.clone());
            if let Some(property) = properties.get(key) {
                self.value(property, value, &format!("{key:?}"), found);
            } else {
                let near = nearest(key, properties.keys().map(String::as_str));
                meant.extend(near);
                found.push(unknown_key(key, near, place, &label, properties));
            }
        }
        // A key that is there under a wrong name is not reported as missing too.
        let present: Vec<&str> = first.into_keys().chain(meant).collect();
        found.extend(missing(schema, at, &label, &present));
    }
}

/// What an object is called in messages: the title of its schema, as in "a competency".
fn label(schema: &Value) -> String {
    let title = schema.get("title").and_then(Value::as_str);
    title.unwrap_or("an object").to_owned()
}

/// The words that a closed set holds, if the schema is one.
fn words(schema: &Value) -> Option<Vec<&str>> {
    let choices = schema
        .get("oneOf")
        .or_else(|| schema.get("enum"))?
        .as_array()?;
    let constants = choices.iter().flat_map(|choice| {
        let inner = choice.get("enum").and_then(Value::as_array);
        let several = inner.map_or(&[][..], Vec::as_slice).iter();
        choice
            .get("const")
            .or(Some(choice))
            .into_iter()
            .chain(several)
    });
    Some(constants.filter_map(Value::as_str).collect())
}

fn is_of_type(schema: &Value, at: At<'_>) -> bool {
    match (schema.get("type").and_then(Value::as_str), &at.value.kind) {
        // "-0" is a fraction to `serde_json`.
        (Some("integer"), Kind::Number) => {
            !at.written().contains(['.', 'e', 'E']) && at.written() != "-0"
        }
        (Some("string"), Kind::Text(_))
        | (Some("array"), Kind::List(_))
        | (Some("object"), Kind::Object(_))
        | (Some("boolean"), Kind::Bool)
        | (Some("number"), Kind::Number)
        | (None, _) => true,
        (Some(_), _) => false,
    }
}
