//! Valid and invalid specifications, with every message.
//!
//! In: `tests/specs/valid`, `tests/specs/invalid` and the built-in specification. Out: nothing. Never: trusts that a folder holds what it should.

mod digests;
mod properties;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use akam_workbook::diagnostic::{Checked, Code, Diagnostic, Place, Severity};
use akam_workbook::ids::{Level, NodeKind};
use akam_workbook::spec::model::{Node, WordGuide};
use akam_workbook::spec::{self, Spec, edition, schema};
use akam_workbook::{layout, plan};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::readers::{Reader, judge, repository};

/// A specification that has no findings.
fn sound(checked: Checked<Spec>) -> Spec {
    assert!(checked.diagnostics.is_empty(), "{}", all(&checked));
    checked.value.unwrap()
}

fn all<T>(checked: &Checked<T>) -> String {
    let lines: Vec<String> = checked.diagnostics.iter().map(shown).collect();
    lines.join("\n")
}

fn shown(found: &Diagnostic) -> String {
    format!("{} {:?}: {}", found.code, found.place, found.message)
}

/// Files of a folder of specifications with one ending, by name.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = repository().join("tests/specs").join(folder);
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let is_wanted = |path: &PathBuf| path.extension().is_some_and(|found| found == ending);
    let mut found: Vec<_> = paths.filter(is_wanted).collect();
    found.sort();
    found
}

/// A small valid specification.
fn small() -> String {
    fs::read_to_string(repository().join("tests/specs/valid/small.json")).unwrap()
}

/// The one finding that a change to the small specification makes.
fn one_finding(from: &str, to: &str) -> Diagnostic {
    let text = small();
    assert!(
        text.contains(from),
        "{from} is not in the small specification"
    );
    let checked = spec::load(text.replacen(from, to, 1).as_bytes());
    assert_eq!(checked.diagnostics.len(), 1, "{}", all(&checked));
    checked.diagnostics.into_iter().next().unwrap()
}

fn nodes_of(spec: &Spec, kind: NodeKind) -> Vec<&Node> {
    let mut found = Vec::new();
    let mut waiting: Vec<&Node> = spec.framework.nodes.iter().rev().collect();
    while let Some(node) = waiting.pop() {
        if node.id.kind == kind {
            found.push(node);
        }
        waiting.extend(node.children.iter().rev());
    }
    found
}

#[test]
fn the_built_in_specification_holds_area_4_whole() {
    let spec = sound(spec::load(spec::BUILT_IN));
    let by_competency: Vec<Vec<usize>> = nodes_of(&spec, NodeKind::Competency)
        .iter()
        .filter(|competency| !competency.is_announced)
        .map(|competency| {
            let parts = competency.children.iter();
            parts.map(|part| part.children.len()).collect()
        })
        .collect();
    let expected = [vec![5, 4, 8, 4], vec![7, 7, 7], vec![7, 6, 6]];
    assert_eq!(by_competency, expected);
}

/// AKAM's words are AKAM's to change: `spec/NOTES.md` lists what looks wrong, and whoever changes one of these numbers has AKAM's answer.
#[test]
fn the_words_of_the_built_in_specification_are_those_of_akams_documents() {
    let file: Value = serde_json::from_slice(spec::BUILT_IN).unwrap();
    let spec = sound(spec::load(spec::BUILT_IN));
    let mut area = Vec::new();
    let mut waiting: Vec<&Node> = spec.framework.nodes.iter().rev().collect();
    while let Some(node) = waiting.pop() {
        if node.code.as_deref() == Some("1") {
            continue;
        }
        area.extend(node.wording.clone());
        waiting.extend(node.children.iter().rev());
    }
    assert_eq!(area.len(), 75);
    let body = |block: &Value| match &block["body"] {
        Value::Array(lines) => lines
            .iter()
            .map(|line| line.as_str().unwrap())
            .collect::<Vec<_>>()
            .join("\n"),
        text => text.as_str().unwrap().to_owned(),
    };
    let guidance = file["programme"]["guidance"].as_array().unwrap().iter();
    let groups = file["workbooks"][0]["groups"].as_array().unwrap().iter();
    let sign_off = groups.filter(|group| group["id"] == "signOff");
    let page: Vec<String> = guidance.chain(sign_off).map(body).collect();
    assert_eq!(page.len(), 7);
    let sha256 = |texts: &[String]| digests::hex(&Sha256::digest(texts.join("\n").as_bytes()));
    assert_eq!(
        sha256(&area),
        "97c8bc2df0c0ae6e789bc34e09a3791ea3bd94e1ad7103dec3d4ec8eacac7f0f"
    );
    assert_eq!(
        sha256(&page),
        "f38ca10545116b6b85611602e0df4e9a3cb7081995dc51b2549be3139fe17784"
    );
}

/// Every text of the older edition, sorted: AKAM's document has them in another order.
fn older_texts(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for key in ["title", "text", "body"] {
                let is_heading = key == "title" && map.contains_key("role");
                let text = map.get(key).and_then(Value::as_str).filter(|_| !is_heading);
                let code = map
                    .get("code")
                    .and_then(Value::as_str)
                    .filter(|_| key == "title");
                texts.extend(text.map(|text| match code {
                    Some(code) => format!("{code} {text}"),
                    None => text.to_owned(),
                }));
            }
            let below = map.values().filter(|value| value.is_array());
            below.for_each(|value| older_texts(value, texts));
        }
        Value::Array(list) => list.iter().for_each(|value| older_texts(value, texts)),
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
    }
}

/// As above: `spec/NOTES.md` lists what was mended. The digest was taken of AKAM's document, line by line.
#[test]
fn the_words_of_the_older_edition_are_those_of_akams_document() {
    let path = repository().join("spec/akam-kam-diploma-5d.json");
    let file: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let mut texts = Vec::new();
    older_texts(&file["framework"]["areas"], &mut texts);
    texts.sort();
    assert_eq!(texts.len(), 63);
    assert_eq!(
        digests::hex(&Sha256::digest(texts.join("\n").as_bytes())),
        "ad211eeaa25e95b7de834cee6ea502fe455490d61fb6b479eb64f647561e7b98"
    );
}

#[test]
fn what_is_present_announced_and_declared_is_counted_apart() {
    let spec = sound(spec::load(spec::BUILT_IN));
    let counts = edition::counts(&spec);
    let numbers: Vec<_> = counts
        .iter()
        .map(|count| (count.kind, count.present, count.announced, count.declared))
        .collect();
    let expected = [
        (NodeKind::Area, 1, 1, Some(4)),
        (NodeKind::Competency, 3, 1, Some(14)),
        (NodeKind::Part, 10, 0, None),
        (NodeKind::Indicator, 61, 0, None),
    ];
    assert_eq!(numbers, expected);
    let competencies = &counts[1];
    assert_eq!(competencies.present_codes, ["4.1", "4.2", "4.3"]);
    assert_eq!(competencies.announced_codes, ["1.4"]);
}

#[test]
fn narratives_take_their_word_guide_from_the_rules_on_workbooks_alone() {
    let spec = sound(spec::load(spec::BUILT_IN));
    let words = |form: usize, kind: NodeKind, slot: &str| {
        let levels = &spec.forms[form].asks;
        let level = levels.iter().find(|one| one.level == Level::Node(kind));
        let asks = &level.unwrap().asks;
        let ask = asks.iter().find(|ask| ask.slot.as_str() == slot);
        ask.unwrap().words
    };
    assert_eq!(
        words(0, NodeKind::Part, "narrative"),
        Some(WordGuide::About(500))
    );
    assert_eq!(
        words(0, NodeKind::Competency, "theory"),
        Some(WordGuide::About(200))
    );
    assert_eq!(words(1, NodeKind::Part, "feedback"), None);
}

#[test]
fn every_valid_specification_loads_without_a_finding() {
    let valid = files("valid", "json");
    assert!(
        valid.len() >= 6,
        "only {} valid specifications",
        valid.len()
    );
    for path in valid {
        let checked = spec::load(&fs::read(&path).unwrap());
        assert!(
            checked.diagnostics.is_empty(),
            "{}: {}",
            path.display(),
            all(&checked)
        );
    }
}

#[test]
fn every_invalid_specification_has_the_finding_that_its_name_says() {
    let invalid = files("invalid", "json");
    assert!(
        invalid.len() > 100,
        "only {} invalid specifications",
        invalid.len()
    );
    for path in invalid {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let checked = looked_through(&fs::read(&path).unwrap());
        let code = name.split('-').next().unwrap().to_uppercase();
        let codes: BTreeSet<&str> = checked
            .diagnostics
            .iter()
            .map(|found| found.code.as_str())
            .collect();
        assert!(codes.contains(code.as_str()), "{name}: {}", all(&checked));
        if !name.contains("several") {
            assert_eq!(
                codes.len(),
                1,
                "{name} has other findings: {}",
                all(&checked)
            );
        }
        let is_error = checked
            .diagnostics
            .iter()
            .any(|found| found.severity == Severity::Error);
        assert_eq!(checked.value.is_none(), is_error, "{name}");
    }
}

/// What `check` finds: in the specification, then in each form as planned and laid out.
fn looked_through(source: &[u8]) -> Checked<Spec> {
    let loaded = spec::load(source);
    let Some(spec) = loaded.value else {
        return loaded;
    };
    let mut found = loaded.diagnostics;
    for form in &spec.forms {
        let planned = plan::plan(&spec, form);
        found.extend(planned.diagnostics);
        let laid_out = planned.value.map(|plan| layout::lay_out(&plan, None));
        found.extend(
            laid_out
                .into_iter()
                .flat_map(|laid_out| laid_out.diagnostics),
        );
    }
    Checked::new(spec, found)
}

/// As a person sees it: the program is run in the repository's own folder, without colours.
#[test]
fn every_invalid_specification_is_explained_on_the_console_as_written_beside_it() {
    let mut wrong = String::new();
    let mut expected: BTreeSet<PathBuf> = files("invalid", "stderr").into_iter().collect();
    for path in files("invalid", "json") {
        let shown = path.strip_prefix(repository()).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_akam-workbook"))
            .current_dir(repository())
            .args(["check", "--color", "never"])
            .arg(shown)
            .output()
            .unwrap();
        let beside = path.with_extension("stderr");
        if std::env::var_os("AKAM_BLESS").is_some_and(|value| value == "1") {
            fs::write(&beside, &output.stderr).unwrap();
        }
        expected.remove(&beside);
        let console = String::from_utf8(output.stderr).unwrap();
        let before = fs::read_to_string(&beside)
            .unwrap_or_default()
            .replace("\r\n", "\n");
        if console != before {
            writeln!(wrong, "{}\n{console}", shown.display()).unwrap();
        }
        let exit = if console.contains("error[") { 2 } else { 1 };
        assert_eq!(output.status.code(), Some(exit), "{}", shown.display());
    }
    assert!(expected.is_empty(), "no specification beside {expected:?}");
    assert!(
        wrong.is_empty(),
        "look, and bless with AKAM_BLESS=1:\n{wrong}"
    );
}

#[test]
fn every_code_of_a_specification_has_a_case() {
    // Made below: files that would be too large for the repository.
    let made = ["S003", "S004", "S053"].map(str::to_owned);
    let names = files("invalid", "json").into_iter().map(|path| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        name.split('-').next().unwrap().to_uppercase()
    });
    let cases: BTreeSet<String> = names.chain(made).collect();
    let codes = Code::ALL.iter().map(|code| code.as_str().to_owned());
    // P1.. are of given values, P001 is found by S034 before, and L004 needs a mark: `marks` and `plan_findings` provoke them.
    let is_of_check = |code: &String| {
        let elsewhere = ["P001", "L004"].contains(&code.as_str()) || code.starts_with("P1");
        code.starts_with(['S', 'P', 'T', 'L']) && !elsewhere
    };
    let codes: BTreeSet<String> = codes.filter(is_of_check).collect();
    assert!(codes.len() > 50, "only {} codes", codes.len());
    assert_eq!(cases, codes);
}

#[test]
fn every_finding_says_where_it_is_and_what_to_do() {
    let mut seen = 0;
    for path in files("invalid", "json") {
        let bytes = fs::read(&path).unwrap();
        for found in looked_through(&bytes).diagnostics {
            seen += 1;
            well_formed(&found, &bytes);
        }
    }
    assert!(seen > 110, "only {seen} findings");
}

/// The form of the house: no full stop, a help, and a place that lies in the file.
fn well_formed(found: &Diagnostic, source: &[u8]) {
    let message = &found.message;
    assert!(
        !message.is_empty() && !message.ends_with('.'),
        "{message:?}"
    );
    assert!(!message.chars().any(char::is_control), "{message:?}");
    let help = found.help.as_deref().unwrap_or_default();
    assert!(
        !help.is_empty() && !help.chars().any(char::is_control),
        "{message}: {help:?}"
    );
    for place in std::iter::once(&found.place).chain(found.related.iter().map(|one| &one.place)) {
        match place {
            Place::Source(span) => {
                assert!(
                    span.start <= span.end && span.end <= source.len(),
                    "{message}: {span:?}"
                );
                let text = std::str::from_utf8(source).unwrap();
                let before = text.get(..span.start).unwrap();
                assert!(text.is_char_boundary(span.end), "{message}: {span:?}");
                let line = before.matches('\n').count() + 1;
                let column = before
                    .chars()
                    .rev()
                    .take_while(|letter| *letter != '\n')
                    .count()
                    + 1;
                let expected = (u32::try_from(line).unwrap(), u32::try_from(column).unwrap());
                assert_eq!((span.line, span.column), expected, "{message}");
            }
            Place::Whole => {
                let is_of_file = found.code <= Code::S005 || found.code == Code::S053;
                assert!(is_of_file, "{message} has no place");
            }
            Place::Pdf { .. } => panic!("{message} is no place in a specification"),
        }
    }
}

#[test]
fn faults_of_every_room_of_the_file_are_reported_in_one_run() {
    let path = repository().join("tests/specs/invalid/s009-several-faults-at-once.json");
    let checked = spec::load(&fs::read(path).unwrap());
    let codes: Vec<Code> = checked.diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::S009, Code::S011, Code::S012, Code::S010]);
    let text = small()
        .replacen("2026-11-22", "2026-11-31", 1)
        .replacen("\"i0002\"", "\"i0001\"", 1)
        .replacen("\"scale\": \"claim\"", "\"scale\": \"claims\"", 1)
        .replacen("\"Waiver\"", "\"\"", 1);
    let checked = spec::load(text.as_bytes());
    let codes: Vec<Code> = checked.diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::S036, Code::S014, Code::S019, Code::S025]);
}

#[test]
fn a_place_in_a_list_of_lines_is_in_the_line_that_holds_it() {
    let body = "[\"One.\", \"\", \"Two \\u00e9 <b>three</b>.\"]";
    let text = small().replacen("\"Begin with one competency.\"", body, 1);
    let found = spec::load(text.as_bytes()).diagnostics;
    let stretches: Vec<&str> = found
        .iter()
        .map(|found| match found.place {
            Place::Source(span) => text.get(span.start..span.end).unwrap(),
            Place::Whole | Place::Pdf { .. } => panic!("no place"),
        })
        .collect();
    assert_eq!(stretches, ["<b>", "</b>"]);
}

#[test]
fn long_words_of_a_file_are_cut_in_messages() {
    let long = "x".repeat(100_000);
    let found = one_finding("\"i0002\"", &format!("\"{long}\""));
    assert!(found.message.len() < 300, "{} bytes", found.message.len());
    let found = one_finding(
        "\"code\": \"1.1\"",
        &format!("\"{long}\": 1, \"code\": \"1.1\""),
    );
    assert!(found.message.len() < 300, "{} bytes", found.message.len());
}

#[test]
fn of_more_findings_than_a_person_can_use_the_rest_is_counted() {
    let with = |faults: usize| {
        let keys: String = (0..faults).map(|key| format!("\"x{key}\": 1, ")).collect();
        let from = "\"id\": \"c0001\"";
        small().replacen(from, &format!("{keys}{from}"), 1)
    };
    assert_eq!(spec::load(with(500).as_bytes()).diagnostics.len(), 500);
    let text = with(700);
    let checked = spec::load(text.as_bytes());
    assert!(checked.value.is_none());
    assert_eq!(checked.diagnostics.len(), 501);
    let last = &checked.diagnostics[500];
    assert_eq!((last.code, last.severity), (Code::S053, Severity::Note));
    assert_eq!(last.message, "200 more findings are not shown");
    well_formed(last, text.as_bytes());
}

#[test]
fn a_file_over_16_mb_is_refused_and_one_of_16_mb_is_read() {
    let mut text = small().trim_end().to_owned();
    text.push_str(&" ".repeat(spec::MOST_BYTES - text.len()));
    assert!(spec::load(text.as_bytes()).value.is_some());
    text.push(' ');
    let found = spec::load(text.as_bytes()).diagnostics;
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].code, &found[0].place),
        (Code::S003, &Place::Whole)
    );
}

#[test]
fn nesting_10_000_deep_is_refused_where_it_becomes_too_deep() {
    let table = [
        "[".repeat(10_000),
        format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)),
        format!("{}1{}", "{\"a\":".repeat(10_000), "}".repeat(10_000)),
        small().replacen("\"Begin with one competency.\"", &"[".repeat(10_000), 1),
    ];
    for (row, text) in table.iter().enumerate() {
        let checked = spec::load(text.as_bytes());
        assert_eq!(checked.diagnostics.len(), 1, "row {row}: {}", all(&checked));
        let found = &checked.diagnostics[0];
        assert_eq!(found.code, Code::S004, "row {row}");
        well_formed(found, text.as_bytes());
    }
}

#[test]
fn brackets_in_texts_nest_nothing() {
    let brackets = format!("\"{}\\\"{}\"", "[".repeat(1_000), "{".repeat(1_000));
    let text = small().replacen("\"Begin with one competency.\"", &brackets, 1);
    let checked = spec::load(text.as_bytes());
    assert!(checked.value.is_some(), "{}", all(&checked));
}

#[test]
fn the_schema_that_is_committed_is_current() {
    let path = repository().join("docs/schema/spec.schema.json");
    if std::env::var_os("AKAM_BLESS").is_some() {
        fs::write(&path, schema::spec()).unwrap();
    }
    let committed = fs::read_to_string(path).unwrap();
    assert_eq!(
        committed,
        schema::spec(),
        "docs/schema/spec.schema.json is not current: AKAM_BLESS=1 writes it"
    );
}

#[test]
fn the_schema_accepts_valid_specifications_and_refuses_those_of_a_wrong_shape() {
    let mut valid = files("valid", "json");
    valid.push(repository().join("spec/akam-kam-diploma.json"));
    let shapes = [
        "s006-no-format",
        "s006-other",
        "s009",
        "s010",
        "s011",
        "s012",
        "s013",
        "s015",
        "s032",
        "s036-day-first",
        "s038",
        "s041",
    ];
    let of_shape = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap();
        shapes.iter().any(|shape| name.starts_with(shape)) || name.starts_with("s016")
    };
    let invalid: Vec<PathBuf> = files("invalid", "json")
        .into_iter()
        .filter(of_shape)
        .collect();
    assert!(
        valid.len() > 5 && invalid.len() > 25,
        "{} and {}",
        valid.len(),
        invalid.len()
    );
    let Some(judge) = judge(Reader::JsonSchema, valid.len() + invalid.len()) else {
        return;
    };
    let schema = repository().join("docs/schema/spec.schema.json");
    let documents: Vec<_> = valid.iter().chain(&invalid).map(PathBuf::as_path).collect();
    let verdicts = judge.validate(&schema, &documents);
    assert_eq!(verdicts.len(), documents.len());
    for (path, errors) in documents.iter().zip(verdicts) {
        let is_valid = valid.iter().any(|one| one == path);
        assert_eq!(
            errors.is_empty(),
            is_valid,
            "{}: {errors:?}",
            path.display()
        );
    }
}
