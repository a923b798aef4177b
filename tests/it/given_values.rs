//! A file of values (`akam-values/1`) that cannot be used as it is: each mistake has its code and its place, and no message holds a value.
//!
//! In: files with one mistake each. Out: nothing; a finding that is missing, misplaced or too talkative fails a test.

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

/// A file that gives one field this text.
fn given(name: &str, value: &str) -> String {
    given_raw(name, &format!("\"{value}\""))
}

/// A file that gives one field this JSON value.
fn given_raw(name: &str, value: &str) -> String {
    file(&format!("\"{name}\": {value}"))
}

/// Files that are wrong as a whole.
fn mistakes_of_the_file() -> Vec<(&'static str, Code, String)> {
    vec![
        (
            "too large",
            Code::P101,
            format!("{}{}", " ".repeat(values::MOST_BYTES), file("")),
        ),
        (
            "a byte order mark",
            Code::P102,
            format!("\u{feff}{}", file("")),
        ),
        (
            "a comma missing",
            Code::P103,
            "{ \"format\": \"akam-values/1\" \"values\": {} }".to_owned(),
        ),
        (
            "cut off",
            Code::P103,
            given_raw(NAME, "\"secret").replace(" } }", ""),
        ),
        (
            "another format",
            Code::P104,
            "{ \"format\": \"akam-responses/1\", \"values\": {} }".to_owned(),
        ),
        (
            "a newer format",
            Code::P104,
            "{ \"format\": \"akam-values/2\", \"values\": {} }".to_owned(),
        ),
        (
            "an unknown key",
            Code::P105,
            "{ \"format\": \"akam-values/1\", \"values\": {}, \"secret\": 1 }".to_owned(),
        ),
        (
            "a key twice",
            Code::P106,
            file(&format!(
                "\"{NAME}\": \"secret\", \"{NAME}\": \"secret too\""
            )),
        ),
        ("a number for a text", Code::P107, given_raw(NAME, "60")),
        ("nothing for a text", Code::P107, given_raw(NAME, "null")),
        (
            "no values",
            Code::P108,
            "{ \"format\": \"akam-values/1\" }".to_owned(),
        ),
    ]
}

/// Files in which one value is wrong.
fn mistakes_of_values() -> Vec<(&'static str, Code, String)> {
    vec![
        (
            "an unknown field",
            Code::P109,
            given("kamd-2026a-w0001-w0001-nickname", "secret"),
        ),
        (
            "another form",
            Code::P110,
            given("kamd-2026a-w0002-c0001-outcome", "pass"),
        ),
        (
            "no option",
            Code::P111,
            given("kamd-2026a-w0001-i0001-claim", "secret"),
        ),
        (
            "a label for an option",
            Code::P111,
            given("kamd-2026a-w0001-i0001-claim", "Shown fully"),
        ),
        (
            "a tick that says true",
            Code::P111,
            given("kamd-2026a-w0001-c0001-signoff_attest", "secret"),
        ),
        (
            "a signature",
            Code::P112,
            given("kamd-2026a-w0001-c0001-signoff_signed", "secret"),
        ),
        (
            "the identity",
            Code::P112,
            given("kamd-2026a-w0001-w0001-identity", "secret"),
        ),
        (
            "a control character",
            Code::P113,
            given_raw(NAME, "\"secret\\u0007\""),
        ),
        (
            "half a character",
            Code::P114,
            given_raw(NAME, "\"secret\\ud83d\""),
        ),
    ]
}

#[test]
fn every_mistake_in_a_file_of_values_has_its_code_and_its_place() {
    for (row, code, source) in [mistakes_of_the_file(), mistakes_of_values()].concat() {
        let found = found(source.as_bytes());
        let codes: Vec<Code> = found.iter().map(|found| found.code).collect();
        assert_eq!(codes, [code], "{row}: {found:#?}");
        let found = &found[0];
        assert!(
            found.help.is_some() || !found.related.is_empty(),
            "{row}: no help"
        );
        let said = format!("{found:?}");
        assert!(!said.contains("secret too"), "{row}: {said}");
        let quotes_value = said.contains("secret") && code != Code::P105;
        assert!(!quotes_value, "{row} shows what was given: {said}");
        let is_whole = matches!(code, Code::P101) || row == "a byte order mark";
        assert_eq!(
            found.place == Place::Whole,
            is_whole,
            "{row}: {:?}",
            found.place
        );
    }
}

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
