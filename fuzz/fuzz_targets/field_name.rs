//! Any text as a field's name: what is found in it is a name that is found again.

#![no_main]

use akam_workbook::field_name::{FieldName, IdentityValue, PageMark};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(found) = FieldName::find(text) {
        assert_eq!(
            format!("{}{}{}", found.before, found.name, found.after),
            text
        );
        assert_eq!(
            FieldName::find(&found.name.to_string()).map(|again| again.name),
            Some(found.name)
        );
    }
    if let Some(identity) = IdentityValue::parse(text) {
        assert_eq!(IdentityValue::parse(&identity.to_string()), Some(identity));
    }
    let _mark = PageMark::find(text);
});
