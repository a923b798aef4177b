//! Whatever comes in: a specification or a finding comes out, and never a panic.

use akam_workbook::diagnostic::Severity;
use akam_workbook::spec;
use proptest::prelude::{any, prop, proptest};
use proptest::sample::Index;
use serde_json::{Value, json};

use super::{all, small, well_formed};

/// A specification and no error, or no specification and an error; each finding in the form of the house.
fn hold(source: &[u8]) {
    let checked = spec::load(source);
    let has_error = checked
        .diagnostics
        .iter()
        .any(|found| found.severity == Severity::Error);
    assert_eq!(checked.value.is_none(), has_error, "{}", all(&checked));
    for found in &checked.diagnostics {
        well_formed(found, source);
    }
}

proptest! {
    #![proptest_config(crate::properties(512))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        hold(&bytes);
    }

    #[test]
    fn any_text_of_json_signs_is_read_or_refused(text in "[\\[\\]{}\",:a\\\\u0-9 \n“é]{0,60}") {
        hold(text.as_bytes());
    }

    #[test]
    fn any_body_is_read_or_refused(body in "[-*#_>`<\\[\\]()!:/a\\\\ \n1.\té]{0,60}") {
        let text = small().replacen("\"Begin with one competency.\"", &json!(body).to_string(), 1);
        hold(text.as_bytes());
    }

    #[test]
    fn the_small_specification_with_bytes_changed_is_read_or_refused(
        changes in prop::collection::vec((any::<Index>(), any::<u8>(), 0_u8..3), 1..6),
    ) {
        let mut bytes = small().into_bytes();
        for (index, byte, how) in changes {
            let at = index.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.remove(at); }
            }
        }
        hold(&bytes);
    }
}

proptest! {
    #![proptest_config(crate::properties(48))]

    #[test]
    fn the_built_in_specification_with_a_stretch_moved_is_read_or_refused(
        from in any::<Index>(), length in 1_usize..400, to in any::<Index>(),
    ) {
        let mut bytes = spec::BUILT_IN.to_vec();
        let start = from.index(bytes.len());
        let stretch: Vec<u8> = bytes.drain(start..(start + length).min(spec::BUILT_IN.len())).collect();
        let at = to.index(bytes.len());
        bytes.splice(at..at, stretch);
        hold(&bytes);
    }
}

/// Every value of the small specification in turn is replaced by values of every type, taken out, or given another key.
#[test]
fn every_value_can_be_anything_and_what_serde_would_refuse_is_found_before() {
    let whole: Value = serde_json::from_str(&small()).unwrap();
    let replacements = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(1e300),
        json!(4_294_967_296_u64),
        json!(""),
        json!("x"),
        json!("w0001"),
        json!([]),
        json!([1]),
        json!(["x"]),
        json!({}),
        json!({ "x": 1 }),
    ];
    let mut pointers = Vec::new();
    collect(&whole, String::new(), &mut pointers);
    assert!(pointers.len() > 100, "only {} values", pointers.len());
    let mut seen = 0;
    for pointer in &pointers {
        for replacement in &replacements {
            let mut changed = whole.clone();
            *changed.pointer_mut(pointer).unwrap() = replacement.clone();
            hold(changed.to_string().as_bytes());
            seen += 1;
        }
        for key in ["x", "title", "comment"] {
            let mut changed = whole.clone();
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            if let Some(Value::Object(members)) = changed.pointer_mut(parent) {
                let value = members.remove(name).unwrap();
                members.insert(key.to_owned(), value);
                hold(changed.to_string().as_bytes());
                seen += 1;
            }
        }
    }
    assert!(seen > 1_500, "only {seen} changes");
}

fn collect(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                collect(value, format!("{pointer}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                collect(value, format!("{pointer}/{index}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    if !pointer.is_empty() {
        found.push(pointer);
    }
}
