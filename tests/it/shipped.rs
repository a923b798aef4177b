//! Every form of every specification in `spec/`, and those of the tests that ask every kind of question: seen and filled by outside programs,
//! and read back by the program as somebody wrote down by hand (`tests/answers`).
//!
//! In: specifications, and what was typed and is expected. Out: nothing; a difference fails. Never: takes an expectation from the program.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use akam_workbook::plan::field::Input;
use akam_workbook::spec;
use serde_json::Value;

use crate::plans::{SHIPPED, VALID};
use crate::readers::{self, Filling, Reader, repository};
use crate::round_trip;
use crate::workbook::{self, Made, made, scratch, sound};

/// The forms that are judged, by the name of their specification.
fn forms() -> &'static [(String, Made)] {
    static FORMS: OnceLock<Vec<(String, Made)>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let of_tests = VALID
            .into_iter()
            .filter(|(name, _)| name.starts_with("every-kind") || *name == "made-up");
        let sources = std::iter::once(("akam-kam-diploma", spec::BUILT_IN));
        let mut forms = Vec::new();
        for (name, source) in sources.chain(SHIPPED).chain(of_tests) {
            let spec = sound(source);
            for (index, form) in spec.forms.iter().enumerate() {
                let file = format!("shipped-{name}-{}", form.id);
                forms.push((format!("{name} {}", form.id), made(&spec, index, &file)));
            }
        }
        assert_eq!(forms.len(), 13);
        forms
    })
}

#[test]
fn six_programs_see_every_form_alike() {
    for shows in &workbook::SHOWS {
        let checks = forms().iter().map(|(_, made)| made.plan.fields.len()).sum();
        let Some(judge) = readers::judge(shows.reader, checks) else {
            continue;
        };
        for (_, made) in forms() {
            workbook::agrees(shows, &judge, made);
        }
    }
}

#[test]
fn five_programs_fill_every_form_and_all_of_it_is_read_back() {
    for habits in &round_trip::HABITS {
        let checks = forms().iter().map(|(_, made)| made.plan.fields.len()).sum();
        let Some(judge) = readers::judge(habits.reader, checks) else {
            continue;
        };
        for (name, made) in forms() {
            round_trip::fills(&judge, habits, made, name, 0);
        }
    }
}

/// What somebody typed, and what they expect to be read.
struct Expected {
    name: String,
    document: Value,
}

impl Expected {
    fn text(&self, key: &str) -> &str {
        self.document[key].as_str().unwrap()
    }

    /// The form that was filled in.
    fn made(&self) -> &'static Made {
        let spec = PathBuf::from(self.text("spec"));
        let name = format!(
            "{} {}",
            spec.file_stem().unwrap().to_str().unwrap(),
            self.text("form")
        );
        let (_, made) = forms().iter().find(|(one, _)| *one == name).unwrap();
        made
    }

    /// The part of field names that all fields of the form share.
    fn prefix(&self) -> String {
        let identity = &self.made().plan.identity;
        format!(
            "{}-{}-{}-",
            identity.framework, identity.edition, identity.form
        )
    }

    fn filling(&self, picks_labels: bool) -> Filling {
        let typed = self.document["typed"].as_object().unwrap();
        let mut filling = Filling::default();
        for field in &self.made().plan.fields {
            let name = field.name.to_string();
            let short = name.strip_prefix(&self.prefix()).unwrap();
            let Some(typed) = typed.get(short) else {
                continue;
            };
            let text = typed.as_str().unwrap().to_owned();
            match &field.input {
                Input::Line | Input::Lines | Input::Page => _ = filling.text.insert(name, text),
                Input::Choice(options) if picks_labels => {
                    let chosen = options
                        .options()
                        .iter()
                        .find(|option| option.value.as_str() == text);
                    filling.choices.insert(name, chosen.unwrap().label.clone());
                }
                Input::Choice(_) => _ = filling.choices.insert(name, text),
                Input::Tick => _ = filling.ticks.insert(name, "Yes".to_owned()),
                Input::Signature | Input::Identity(_) => panic!("{name} is not typed"),
            }
        }
        let count = filling.text.len() + filling.choices.len() + filling.ticks.len();
        assert_eq!(count, typed.len(), "{}: a name is wrong", self.name);
        filling
    }

    /// Compares what the program says of a file with what is expected.
    fn agrees(&self, answers: &Value, who: &str) {
        let file = &answers["files"][0];
        assert_eq!(file["status"], self.document["status"], "{who}");
        let [workbook] = file["workbooks"].as_array().unwrap().as_slice() else {
            panic!("{who}: {file}");
        };
        for (key, expected) in self.document["workbook"].as_object().unwrap() {
            assert_eq!(&workbook[key], expected, "{who}: {key}");
        }
        self.agrees_on_answers(workbook, who);
        let prefix = self.prefix();
        let warnings: Vec<Value> = file["warnings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|warning| {
                let field = warning["field"].as_str().unwrap_or_default();
                serde_json::json!([
                    warning["code"],
                    field.strip_prefix(&prefix).unwrap_or(field)
                ])
            })
            .collect();
        assert_eq!(Value::from(warnings), self.document["warnings"], "{who}");
    }

    fn agrees_on_answers(&self, workbook: &Value, who: &str) {
        let prefix = self.prefix();
        let typed = self.document["typed"].as_object().unwrap();
        let expected = self.document["answers"].as_object().unwrap();
        let rows = workbook["answers"].as_array().unwrap();
        assert_eq!(rows.len(), self.made().plan.fields.len() - 1, "{who}");
        let mut seen = BTreeMap::new();
        for row in rows {
            let short = row["field"]
                .as_str()
                .unwrap()
                .strip_prefix(&prefix)
                .unwrap();
            let is_typed = typed.contains_key(short);
            assert_eq!(
                row["value"].is_string(),
                is_typed,
                "{who}: {short} is {}",
                row["value"]
            );
            seen.insert(short, row);
        }
        for (short, keys) in expected {
            for (key, value) in keys.as_object().unwrap() {
                assert_eq!(&seen[short.as_str()][key], value, "{who}: {short}, {key}");
            }
        }
    }
}

fn expectations() -> Vec<Expected> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(repository().join("tests/answers")).unwrap() {
        let path = entry.unwrap().path();
        let document = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        found.push(Expected { name, document });
    }
    assert!(found.len() >= 10, "only {} expectations", found.len());
    found
}

#[test]
fn what_five_programs_fill_in_is_read_as_was_written_down_by_hand() {
    for habits in &round_trip::HABITS {
        let expectations = expectations();
        let checks = expectations
            .iter()
            .map(|one| one.document["typed"].as_object().unwrap().len());
        let Some(judge) = readers::judge(habits.reader, checks.sum()) else {
            continue;
        };
        for expected in &expectations {
            let filled = scratch(&format!("expected-{}-{}.pdf", expected.name, habits.reader));
            let filling = expected.filling(habits.picks_labels);
            judge.fill(&expected.made().path, &filling, &filled);
            let output = Command::new(env!("CARGO_BIN_EXE_akam-workbook"))
                .args(["extract", "--spec", "spec", "--spec", "tests/specs/valid"])
                .arg(&filled)
                .current_dir(repository())
                .output()
                .unwrap();
            let who = format!("{}, {}", expected.name, judge.version);
            let stderr = String::from_utf8_lossy(&output.stderr);
            assert!(!output.stdout.is_empty(), "{who}: {stderr}");
            expected.agrees(&serde_json::from_slice(&output.stdout).unwrap(), &who);
        }
    }
}

#[test]
fn the_program_makes_workbooks_and_assessors_forms_of_every_specification() {
    let table = [
        (
            "akam-kam-diploma.json",
            [
                "akam-diploma-area-4-2026a.pdf",
                "akam-diploma-area-4-assessor-2026a.pdf",
            ],
        ),
        (
            "akam-kam-diploma-5d.json",
            [
                "akam-diploma-customer-and-internal-5d.pdf",
                "akam-diploma-customer-and-internal-assessor-5d.pdf",
            ],
        ),
        (
            "sample-unit.json",
            ["sample-unit-1.pdf", "sample-unit-assessor-1.pdf"],
        ),
        (
            "sample-healthcheck.json",
            [
                "sample-healthcheck-1.pdf",
                "sample-healthcheck-adviser-1.pdf",
            ],
        ),
    ];
    for (spec, files) in table {
        let folder = scratch(&format!("made-of-{spec}"));
        _ = std::fs::remove_dir_all(&folder);
        let output = Command::new(env!("CARGO_BIN_EXE_akam-workbook"))
            .args(["generate", "--assessors", "--spec"])
            .arg(repository().join("spec").join(spec))
            .arg("--out")
            .arg(&folder)
            .output()
            .unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success() && stderr.is_empty(),
            "{spec}: {stderr}"
        );
        let mut made: Vec<_> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        made.sort();
        assert_eq!(made, files, "{spec}");
    }
}

#[test]
fn what_is_declared_and_what_is_given_is_said_by_check_on_the_cover_and_in_the_answers() {
    let output = Command::new(env!("CARGO_BIN_EXE_akam-workbook"))
        .args(["check", "spec/sample-healthcheck.json"])
        .current_dir(repository())
        .output()
        .unwrap();
    let summary = String::from_utf8(output.stdout).unwrap();
    for line in [
        "elements: 7 present (1 to 7), 5 announced (8 to 12), 12 declared",
        "120 indicators declared, 36 given",
    ] {
        assert!(summary.lines().any(|one| one == line), "{summary}");
    }
    let (_, made) = forms()
        .iter()
        .find(|(name, _)| name == "sample-healthcheck w0001")
        .unwrap();
    let Some(judge) = readers::judge(Reader::Poppler, 1) else {
        return;
    };
    let pages = judge.page_texts(&made.path);
    for line in ["7 of 12 elements", "120 indicators declared, 36 given"] {
        assert!(pages[0].contains(line), "{}", pages[0]);
    }
    // The answers: tests/answers/sample-healthcheck.json.
}
