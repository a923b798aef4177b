//! A file of values (`akam-values/1`): where its mistakes are, in which order they are told, and which form gets which value.
//!
//! In: small files, and a workbook made with values. Out: nothing; a finding or value that is misplaced fails a test. Each mistake by itself stands in `command_line`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use akam_workbook::diagnostic::{Code, Diagnostic, Place, Severity};
use akam_workbook::plan::{Plan, plan};
use akam_workbook::responses::{Answer, Known, collect};
use akam_workbook::{layout, pdf, spec, values};

use crate::plans::SHIPPED;
use crate::readers::{self, Filling, Reader};
use crate::workbook::{area_4, scratch, sound};

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

/// Given values of every kind of field, by slot.
const GIVEN: [(&str, &str); 6] = [
    ("w0001-name", "Zoë Żółć"),
    ("w0001-centre", "Centre 12"),
    ("w0001-first_attempt", "yes"),
    ("u0001-account", "First line\nSecond line"),
    ("u0001-witness_true", "yes"),
    ("m0001-seen", "Given text"),
];

/// The sample unit's workbook with those values in it.
fn handed_out() -> (Plan, PathBuf) {
    let (_, source) = SHIPPED[1];
    let spec = sound(source);
    let plan = plan(&spec, &spec.forms[0]).value.unwrap();
    let named = GIVEN.map(|(short, text)| (format!("sampunit-1-w0001-{short}"), text));
    let values = serde_json::json!({ "format": "akam-values/1", "values": BTreeMap::from(named) });
    let loaded = values::load(values.to_string().as_bytes(), std::slice::from_ref(&plan));
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let layout = layout::lay_out(&plan, None).value.unwrap();
    let bytes = pdf::write::write(&plan, &layout, None, &loaded.value.unwrap()[0]).unwrap();
    let path = scratch("given-to-the-learner.pdf");
    std::fs::write(&path, bytes).unwrap();
    (plan, path)
}

/// What is read of each of those fields in each copy of the workbook: the slot and what became of it.
fn read_back(plan: &Plan, path: &Path) -> Vec<Vec<(&'static str, Answer)>> {
    let file = pdf::read::read(&std::fs::read(path).unwrap()).unwrap();
    let collected = collect(&file, &Known::new(std::slice::from_ref(plan)));
    let copies = collected.workbooks.iter();
    copies
        .map(|copy| {
            let of = |short: &'static str| {
                let found = copy.responses.iter().find(|response| {
                    let name = plan.fields[response.field.0].name.to_string();
                    name.ends_with(&format!("w0001-{short}"))
                });
                (short, found.unwrap().answer.clone())
            };
            GIVEN.iter().map(|(short, _)| of(short)).collect()
        })
        .collect()
}

/// docs/adr/0013-given-values.md: every program that was tried keeps `/DV`; these are tried on every run.
#[test]
fn what_was_given_and_left_alone_is_told_from_what_was_written_whoever_saved_the_file() {
    let (plan, path) = handed_out();
    let name = |short: &str| format!("sampunit-1-w0001-{short}");
    let mut filling = Filling::default();
    filling
        .text
        .insert(name("w0001-centre"), "Centre 13".to_owned());
    filling
        .text
        .insert(name("m0002-seen"), "Written".to_owned());
    for reader in [
        Reader::Pypdf,
        Reader::Pikepdf,
        Reader::Mupdf,
        Reader::Poppler,
        Reader::Pdfium,
    ] {
        let Some(judge) = readers::judge(reader, GIVEN.len()) else {
            continue;
        };
        let saved = scratch(&format!("given-saved-by-{reader}.pdf"));
        judge.fill(&path, &filling, &saved);
        let twice = scratch(&format!("given-merged-{reader}.pdf"));
        let Some(merger) = readers::judge(Reader::Qpdf, GIVEN.len()) else {
            continue;
        };
        merger.merge(&saved, &saved, &twice);
        for (file, copy_count) in [(&saved, 1), (&twice, 2)] {
            let copies = read_back(&plan, file);
            assert_eq!(copies.len(), copy_count, "{}", judge.version);
            for (short, answer) in copies.into_iter().flatten() {
                let is_honest = match short {
                    "w0001-centre" => matches!(answer, Answer::Answered { .. }),
                    _ => matches!(answer, Answer::Given),
                };
                assert!(is_honest, "{}, {short}: {answer:?}", judge.version);
            }
        }
    }
}
