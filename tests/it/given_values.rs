//! A file of values (`akam-values/1`): where its mistakes are, in which order they are told, and which form gets which value.
//!
//! In: small files. Out: nothing; a finding or value that is misplaced fails a test. Each mistake by itself stands in `command_line`.

use akam_workbook::diagnostic::{Code, Diagnostic, Place, Severity};
use akam_workbook::plan::plan;
use akam_workbook::{spec, values};

use crate::workbook::{area_4, sound};

/// What `load` finds in a file, for the workbook of area 4 alone.
fn found(source: &[u8]) -> Vec<Diagnostic> {
    let plans = [area_4().plan.clone()];
    let checked = values::load(source, &plans);
    let has_error = checked
        .diagnostics
        .iter()
        .any(|found| found.severity == Severity::Error);
    assert_eq!(checked.value.is_none(), has_error);
    checked.diagnostics
}

/// A file whose `values` are these.
fn file(values: &str) -> String {
    format!("{{ \"format\": \"akam-values/1\",\n  \"values\": {{ {values} }} }}")
}

const NAME: &str = "kamd-2026a-w0001-w0001-name";

#[test]
fn bytes_that_are_no_utf_8_are_found_at_their_place() {
    let mut source = file(&format!("\"{NAME}\": \"Zo\u{fffd}\"")).into_bytes();
    let at = source
        .windows(3)
        .position(|bytes| bytes == "\u{fffd}".as_bytes())
        .unwrap();
    source.splice(at..at + 3, [0xeb]);
    let found = found(&source);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].code, Code::P102);
    let Place::Source(span) = found[0].place else {
        panic!("{:?}", found[0].place);
    };
    assert_eq!((span.start, span.line), (at, 2));
}

#[test]
fn all_mistakes_are_told_at_once_in_the_order_of_the_file() {
    let source = file(
        "\"kamd-2026a-w0001-i0001-claim\": \"no\", \"x\": \"y\", \"kamd-2026a-w0001-w0001-name\": 1",
    );
    let codes: Vec<Code> = found(source.as_bytes())
        .iter()
        .map(|found| found.code)
        .collect();
    assert_eq!(codes, [Code::P111, Code::P109, Code::P107]);
}

#[test]
fn values_of_one_file_are_sorted_to_the_forms_that_ask_for_them() {
    let spec = sound(spec::BUILT_IN);
    let plans: Vec<_> = spec
        .forms
        .iter()
        .map(|form| plan(&spec, form).value.unwrap())
        .collect();
    assert!(plans.len() >= 2);
    let source = file(&format!(
        "\"{NAME}\": \"A. Candidate\\r\\n\", \"kamd-2026a-w0002-c0001-outcome\": \"pass\", \"kamd-2026a-w0001-c0001-signoff_attest\": \"yes\", \"kamd-2026a-w0001-w0001-date\": \" \""
    ));
    let checked = values::load(source.as_bytes(), &plans);
    assert!(checked.diagnostics.is_empty(), "{:#?}", checked.diagnostics);
    let given = checked.value.unwrap();
    let shown: Vec<Vec<(String, &str)>> = given
        .iter()
        .zip(&plans)
        .map(|(given, plan)| {
            let named = given.iter();
            named
                .map(|(index, text)| (plan.fields[index.0].name.to_string(), text.reveal()))
                .collect()
        })
        .collect();
    let owned = |name: &str| name.to_owned();
    let first = vec![
        (owned(NAME), "A. Candidate\n"),
        (owned("kamd-2026a-w0001-c0001-signoff_attest"), "yes"),
    ];
    let second = vec![(owned("kamd-2026a-w0002-c0001-outcome"), "pass")];
    assert_eq!(shown[..2], [first, second], "a blank value gives nothing");
}
