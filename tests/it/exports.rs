//! Answers as JSON and JSON Lines: completeness, evidence, words, and the documented shape.

use akam_workbook::assess::{self, Boxes, Scopes, State};
use akam_workbook::confidential::CandidateText;
use akam_workbook::diagnostic::{Code, Place};
use akam_workbook::export::json::{self, AssessedWorkbook, FileEntry, FileOutcome};
use akam_workbook::layout;
use akam_workbook::pdf::read::{FieldKind, FieldValue, FormField, ReturnedPdf, Widget};
use akam_workbook::plan::field::Input;
use akam_workbook::plan::{self, Plan};
use akam_workbook::responses::{Known, Status, collect};
use akam_workbook::spec;
use akam_workbook::spec::model::Spec;
use serde_json::Value;

use crate::readers::{self, Reader, repository};

/// A workbook with two competencies, small enough to be shown whole in `docs/formats.md`.
const SMALL: &str = r#"{
  "format": "akam-workbook/1",
  "programme": {
    "title": "Diploma", "publisher": { "name": "A publisher", "shortName": "AP" }, "language": "en-GB", "subject": "person",
    "declares": [ { "kind": "competency", "count": 2 } ],
    "rules": { "evidence": { "statesShare": true } }, "guidance": []
  },
  "framework": {
    "id": "kamd", "edition": "2026a", "title": "Specification", "published": "2026-11-22", "retired": [],
    "areas": [ { "id": "a0001", "code": "4", "title": "Relationships and interaction", "competencies": [
      { "id": "c0001", "code": "4.1", "title": "Customer categorization and relationships", "parts": [
        { "id": "p0001", "title": "Customer attractiveness", "indicators": [
          { "id": "i0001", "text": "Rates customers objectively and accurately against criteria when requested." } ] } ] },
      { "id": "c0002", "code": "4.2", "title": "Collaborating", "parts": [
        { "id": "p0005", "title": "Cross functional working", "indicators": [
          { "id": "i0022", "text": "Shares what is learnt with other functions" } ] } ] } ] } ]
  },
  "scales": [ { "id": "claim", "options": [ { "value": "fully", "label": "Shown fully" }, { "value": "partly", "label": "Shown partly" } ] } ],
  "workbooks": [ { "id": "w0001", "title": "Workbook", "file": "small", "covers": ["a0001"], "theme": { "base": "house", "paper": "a4" }, "groups": [],
    "asks": {
      "workbook": [ { "slot": "date", "kind": "date", "prompt": "Date", "needed": true } ],
      "competency": [
        { "slot": "evidence", "kind": "evidenceRegister", "place": "before", "rows": 2, "prompt": "Evidence" },
        { "slot": "attest", "kind": "attest", "prompt": "To my knowledge this submission is factually true.", "needed": true, "unless": "waiver" },
        { "slot": "waiver", "kind": "text", "prompt": "Or: waiver agreed with AKAM (reference)" } ],
      "part": [ { "slot": "narrative", "kind": "narrative", "prompt": "How you meet this part", "needed": true } ],
      "indicator": [
        { "slot": "claim", "kind": "choice", "scale": "claim", "prompt": "How far shown" },
        { "slot": "evidence_refs", "kind": "evidenceRefs", "prompt": "Evidence" } ] } } ],
  "assessment": []
}"#;

/// A health check with scores, and an element that is not attempted.
const SCORED: &str = r#"{
  "format": "akam-workbook/1",
  "programme": {
    "title": "Check", "publisher": { "name": "A publisher", "shortName": "AP" }, "language": "en-GB", "subject": "organisation",
    "declares": [], "rules": {}, "guidance": []
  },
  "framework": {
    "id": "demo", "edition": "1", "title": "Check", "published": "2026-11-22", "retired": [],
    "elements": [
      { "id": "e0001", "title": "Governance", "questions": [
        { "id": "q0001", "text": "Is there an owner?" }, { "id": "q0002", "text": "Is there a plan?" }, { "id": "q0003", "text": "Is there a log?" } ] },
      { "id": "e0002", "title": "Knowledge", "questions": [ { "id": "q0004", "text": "Is it shared?" } ] } ]
  },
  "scales": [ { "id": "health", "options": [ { "value": "absent", "label": "Absent", "score": 0 }, { "value": "partial", "label": "In part", "score": 0.5 }, { "value": "sound", "label": "Sound", "score": 2 } ] } ],
  "workbooks": [ { "id": "w0001", "title": "Check", "file": "check", "covers": ["e0001", "e0002"], "theme": { "base": "house", "paper": "a4" }, "groups": [],
    "asks": {
      "element": [ { "slot": "account", "kind": "narrative", "prompt": "What you found", "needed": true } ],
      "question": [
        { "slot": "rating", "kind": "rating", "scale": "health", "prompt": "Rating", "needed": true },
        { "slot": "na", "kind": "notApplicable", "prompt": "Not applicable" },
        { "slot": "share", "kind": "percent", "prompt": "Share" },
        { "slot": "known", "kind": "yesNo", "prompt": "Known" } ] } } ],
  "assessment": []
}"#;

/// Answers by the end of the field's name.
type Answers = &'static [(&'static str, &'static str)];

/// One form of a specification, with all that reading it needs.
struct Published {
    spec: Spec,
    plan: Plan,
    boxes: Boxes,
}

fn published(source: &str) -> Published {
    let checked = spec::load(source.as_bytes());
    let spec = checked
        .value
        .unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    let plan = plan::plan(&spec, &spec.forms[0]).value.unwrap();
    let layout = layout::lay_out(&plan, None).value.unwrap();
    Published {
        boxes: Boxes::new(std::slice::from_ref(&layout)),
        spec,
        plan,
    }
}

impl Published {
    /// The file as it comes back with these answers, by the end of the field's name.
    fn returned(&self, answers: &[(&str, &str)]) -> ReturnedPdf {
        let mut used = 0;
        let mut fields = Vec::new();
        for (index, field) in self.plan.fields.iter().enumerate() {
            let name = field.name.to_string();
            let answer = answers
                .iter()
                .find(|(ending, _)| name.ends_with(&format!("-{ending}")));
            used += usize::from(answer.is_some());
            let text = |text: &str| FieldValue::Text(CandidateText::new(text.to_owned()));
            let value = match (&field.input, answer) {
                (Input::Identity(value), _) => text(&value.to_string()),
                (Input::Tick, answer) => {
                    FieldValue::State(answer.map_or("Off", |(_, value)| value).to_owned())
                }
                (Input::Choice(_), None) => text("unset"),
                (_, Some((_, answer))) => text(answer),
                (_, None) => FieldValue::None,
            };
            fields.push(FormField {
                name,
                kind: FieldKind::Text,
                value,
                default_value: FieldValue::None,
                flags: 0,
                options: Vec::new(),
                widgets: vec![Widget {
                    // Pages of no layout, so that the documented example does not change with one.
                    page: Some(1 + index / 4),
                    rect: [0.0; 4],
                }],
                copies: Vec::new(),
            });
        }
        assert_eq!(used, answers.len(), "an answer has no field");
        ReturnedPdf {
            page_count: 24,
            producer: Some("PDFium".to_owned()),
            revision_count: 2,
            revision_read: 2,
            fields,
            ..ReturnedPdf::default()
        }
    }

    fn outcome(&self, file: &ReturnedPdf) -> FileOutcome<'_> {
        let known = Known::new(std::slice::from_ref(&self.plan));
        let collected = collect(file, &known);
        let scopes = Scopes::new(&self.spec);
        let rules = &self.spec.programme.rules;
        let mut outcome = FileOutcome::new(1, "returns/0137.pdf".to_owned(), collected.status);
        outcome.facts = Some(collected.facts);
        outcome.diagnostics = collected.diagnostics;
        for found in collected.workbooks {
            outcome.workbooks.push(AssessedWorkbook {
                assessment: assess::assess(&found, rules, &scopes, &self.plan, &self.boxes),
                responses: found,
                plan: &self.plan,
            });
        }
        outcome
    }

    fn answered(&self, answers: &[(&str, &str)]) -> FileOutcome<'_> {
        self.outcome(&self.returned(answers))
    }
}

fn value_of(files: &[FileEntry]) -> Value {
    serde_json::from_slice(&json::document(files, "akam-workbook 0.1.0").unwrap()).unwrap()
}

fn codes(outcome: &FileOutcome<'_>) -> Vec<Code> {
    outcome.findings().iter().map(|found| found.code).collect()
}

/// The answer in the first file whose field's name ends so.
pub(crate) fn answer<'a>(document: &'a Value, ending: &str) -> &'a Value {
    let answers = document["files"][0]["workbooks"][0]["answers"]
        .as_array()
        .unwrap();
    let is_it = |answer: &&Value| answer["field"].as_str().unwrap().ends_with(ending);
    answers.iter().find(is_it).unwrap()
}

/// The sum of the statuses, and the number of files, as the totals say.
pub(crate) fn sums(document: &Value) -> (u64, u64) {
    let totals = document["totals"].as_object().unwrap();
    let count = |(_, count): (&String, &Value)| count.as_u64().unwrap();
    let statuses = totals.iter().filter(|(key, _)| *key != "files").map(count);
    (statuses.sum(), totals["files"].as_u64().unwrap())
}

/// The text without white space outside of strings, so that only keys, values and their order count.
fn compact(text: &str) -> String {
    let mut is_string = false;
    let mut is_escaped = false;
    let mut kept = String::new();
    for letter in text.chars() {
        if is_string || !letter.is_whitespace() {
            kept.push(letter);
        }
        if letter == '"' && !is_escaped {
            is_string = !is_string;
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    kept
}

/// What `docs/formats.md` shows.
fn example() -> Vec<FileEntry> {
    let small = published(SMALL);
    let mut answered = small.answered(&[
        ("w0001-date", "03/04/2026"),
        ("c0001-evidence-r01-what", "Account plan"),
        ("c0001-evidence-r01-shows", "How relations were planned"),
        ("c0001-evidence-r01-share", "60 %"),
        ("c0001-evidence-r02-what", "Minutes of a review"),
        ("p0001-narrative", "First line\r\nSecond line"),
        ("i0001-claim", "fully"),
        ("i0001-evidence_refs", "E1, e3"),
    ]);
    answered.bytes = Some(412_345);
    answered.sha256 = Some("9a3e".repeat(16));
    let mut other = FileOutcome::new(2, "returns/notes.docx".to_owned(), Status::NotAPdf);
    other.bytes = Some(20_480);
    other.sha256 = Some("51bc".repeat(16));
    vec![json::entry(&answered), json::entry(&other)]
}

#[test]
fn the_documented_example_is_what_is_written() {
    let path = repository().join("docs/formats.md");
    let page = std::fs::read_to_string(path).unwrap();
    let (_, after) = page
        .split_once("<!-- responses example begins -->\n```json\n")
        .unwrap();
    let (shown, _) = after
        .split_once("```\n<!-- responses example ends -->")
        .unwrap();
    let written = json::document(&example(), "akam-workbook 0.1.0").unwrap();
    let written = String::from_utf8(written).unwrap();
    assert_eq!(compact(shown), compact(&written), "written:\n{written}");
}

#[test]
fn one_competency_alone_is_a_whole_submission() {
    let small = published(SMALL);
    let complete = [
        ("w0001-date", "2026-04-03"),
        ("p0001-narrative", "Three plain words"),
        ("c0001-attest", "Yes"),
    ];
    let outcome = small.answered(&complete);
    let assessment = &outcome.workbooks[0].assessment;
    let states: Vec<_> = assessment
        .completeness
        .iter()
        .map(|entry| {
            (
                entry.code.as_deref(),
                entry.state,
                entry.missing.len(),
                entry.words,
            )
        })
        .collect();
    assert_eq!(
        states,
        [
            (Some("4.1"), State::Complete, 0, 3),
            (Some("4.2"), State::NotAttempted, 0, 0)
        ]
    );
    assert!(assessment.missing.is_empty());
    assert!(codes(&outcome).is_empty(), "{:?}", codes(&outcome));
}

#[test]
fn what_is_needed_is_missing_once_a_competency_is_begun() {
    let small = published(SMALL);
    let missing = |answers: &[(&str, &str)]| -> Vec<String> {
        let outcome = small.answered(answers);
        let entry = &outcome.workbooks[0].assessment.completeness[0];
        let name = |index: &plan::field::FieldIndex| small.plan.fields[index.0].name.to_string();
        entry.missing.iter().map(name).collect()
    };
    let table: [(&str, Answers, &[&str]); 6] = [
        (
            "begun",
            &[("i0001-claim", "partly")],
            &["c0001-attest", "p0001-narrative"],
        ),
        ("waived", &[("c0001-waiver", "W7")], &["p0001-narrative"]),
        (
            "an item without a share",
            &[("c0001-evidence-r02-shows", "x"), ("c0001-attest", "Yes")],
            &["c0001-evidence-r02-share", "p0001-narrative"],
        ),
        (
            "an item with a share in words",
            &[
                ("c0001-evidence-r02-what", "x"),
                ("c0001-evidence-r02-share", "most"),
                ("c0001-attest", "Yes"),
            ],
            &["p0001-narrative"],
        ),
        (
            "an option that is none",
            &[("i0001-claim", "mostly"), ("c0001-attest", "Yes")],
            &["p0001-narrative"],
        ),
        ("nothing", &[("w0001-date", "x")], &[]),
    ];
    for (row, answers, expected) in table {
        let mut expected: Vec<String> = expected
            .iter()
            .map(|name| format!("kamd-2026a-w0001-{name}"))
            .collect();
        let mut found = missing(answers);
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{row}");
    }
    let outcome = small.answered(&[("i0001-claim", "partly")]);
    let once = &outcome.workbooks[0].assessment.missing;
    assert_eq!(once.len(), 1, "the date is needed once per workbook");
}

#[test]
fn items_of_evidence_know_who_cites_them() {
    let small = published(SMALL);
    let outcome = small.answered(&[
        ("c0001-evidence-r01-what", "Account plan"),
        ("i0001-evidence_refs", "E1"),
        ("i0022-evidence_refs", "E1"),
    ]);
    let evidence = &outcome.workbooks[0].assessment.evidence;
    let rows: Vec<_> = evidence
        .iter()
        .map(|item| {
            let cited_by: Vec<String> = item.cited_by.iter().map(ToString::to_string).collect();
            (
                item.owner.to_string(),
                item.row.number(),
                item.what.is_some(),
                cited_by,
            )
        })
        .collect();
    let expected =
        |owner: &str, is_begun, by: &str| (owner.to_owned(), 1, is_begun, vec![by.to_owned()]);
    assert_eq!(
        rows,
        [
            expected("c0001", true, "i0001"),
            expected("c0002", false, "i0022")
        ]
    );
    assert_eq!(
        codes(&outcome),
        [Code::A002],
        "4.2 has its own E1, which is empty"
    );
}

#[test]
fn references_that_name_nothing_or_cannot_be_read_are_told() {
    let small = published(SMALL);
    let table = [
        ("a row that the register does not have", "E7", Code::A002),
        ("an empty row", "E2", Code::A002),
        ("a sentence", "see my plan", Code::A003),
    ];
    for (row, refs, code) in table {
        let outcome = small.answered(&[("i0001-evidence_refs", refs)]);
        assert_eq!(codes(&outcome), [code], "{row}");
    }
}

#[test]
fn a_text_that_does_not_fit_its_box_is_told_and_kept_whole() {
    let small = published(SMALL);
    let words = |count: usize| "several plain words of usual length ".repeat(count / 6);
    let table = [
        ("a line", "p0001-narrative", words(12), true),
        (
            "about as much as asked",
            "p0001-narrative",
            words(300),
            true,
        ),
        (
            "twice as much as a page holds",
            "p0001-narrative",
            words(1_800),
            false,
        ),
        ("ten times a page", "p0001-narrative", words(9_000), false),
        (
            "a hundred empty lines inside",
            "p0001-narrative",
            format!("a{}b", "\n".repeat(100)),
            false,
        ),
        (
            "line ends at the end",
            "p0001-narrative",
            format!("a{}", "\n".repeat(100)),
            true,
        ),
        ("a short date", "w0001-date", "2026-04-03".to_owned(), true),
        ("a long date", "w0001-date", words(60), false),
        (
            "two lines in one",
            "w0001-date",
            "3 April\n2026".to_owned(),
            false,
        ),
        (
            "Chinese",
            "p0001-narrative",
            "\u{5ba2}\u{6237}".repeat(100),
            true,
        ),
        (
            "much Chinese",
            "p0001-narrative",
            "\u{5ba2}\u{6237}".repeat(3_000),
            false,
        ),
    ];
    for (row, slot, text, fits) in table {
        let outcome = small.answered(&[(slot, &text)]);
        let document = value_of(&[json::entry(&outcome)]);
        let answer = answer(&document, slot);
        assert_eq!(answer["fits"], fits, "{row}");
        assert_eq!(answer["value"], text.as_str(), "{row}");
        assert_eq!(codes(&outcome).contains(&Code::A001), !fits, "{row}");
    }
}

#[test]
fn scores_leave_out_what_does_not_apply() {
    let scored = published(SCORED);
    let outcome = scored.answered(&[
        ("q0001-rating", "sound"),
        ("q0002-rating", "partial"),
        ("q0003-na", "Yes"),
        ("q0003-rating", "sound"),
        ("q0001-share", "12.5"),
        ("q0001-known", "no"),
        ("e0001-account", "Four words are here"),
    ]);
    let document = value_of(&[json::entry(&outcome)]);
    let entries = &document["files"][0]["workbooks"][0]["completeness"];
    let first = &entries[0];
    assert_eq!(
        first["scores"].to_string(),
        r#"[{"asked":3,"highest":4,"mean":1.25,"notApplicable":1,"scored":2,"slot":"rating","sum":2.5}]"#
    );
    assert_eq!(
        (&first["state"], &first["words"]),
        (&"complete".into(), &4.into())
    );
    // What is ticked as not applicable, and rated all the same, is counted nowhere, and a person is told.
    let contradictions: Vec<_> = outcome
        .findings()
        .into_iter()
        .filter(|found| found.code == Code::A004)
        .map(|found| found.place.clone())
        .collect();
    let Some(Place::Pdf {
        field: Some(field), ..
    }) = contradictions.first()
    else {
        panic!("{contradictions:?}");
    };
    assert!(
        contradictions.len() == 1 && field.ends_with("q0003-rating"),
        "{field}"
    );
    assert_eq!(entries[1]["state"], "notAttempted");
    assert!(entries[1].get("scores").is_none());
    let answer = |ending: &str| answer(&document, ending);
    assert_eq!(answer("q0001-rating")["score"], 2);
    assert_eq!(answer("q0002-rating")["score"], 0.5);
    assert_eq!(answer("q0001-share")["number"], 12.5);
    assert_eq!(answer("q0001-known")["flag"], false);
    assert_eq!(answer("q0003-na")["flag"], true);
}

#[test]
fn totals_add_up_and_lines_say_the_same_as_the_document() {
    let small = published(SMALL);
    let mut files: Vec<FileEntry> = Status::ALL
        .into_iter()
        .enumerate()
        .map(|(index, status)| json::entry(&FileOutcome::new(index + 1, "x".to_owned(), status)))
        .collect();
    files.push(json::entry(&small.answered(&[("w0001-date", "x")])));
    let document = value_of(&files);
    assert_eq!(sums(&document), (15, 15));
    let totals = document["totals"].as_object().unwrap();
    assert_eq!(totals["answered"], 2);
    assert_eq!(
        totals.len(),
        15,
        "every status is counted under its own name"
    );
    for status in Status::ALL {
        assert!(totals.contains_key(status.as_str()), "{}", status.as_str());
    }
    let lines = String::from_utf8(json::lines(&files).unwrap()).unwrap();
    assert!(lines.starts_with(r#"{"format":"akam-responses/1","file":1,"path":"x","#));
    let lines: Vec<Value> = lines
        .lines()
        .map(|line| {
            let mut line: Value = serde_json::from_str(line).unwrap();
            line.as_object_mut().unwrap().remove("format");
            line
        })
        .collect();
    assert_eq!(&lines, document["files"].as_array().unwrap());
}

#[test]
fn the_committed_schema_is_made_from_the_types() {
    let path = repository().join("docs/schema/responses.schema.json");
    let made = json::schema().unwrap();
    if std::env::var_os("AKAM_BLESS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let committed = std::fs::read(&path).unwrap_or_default();
    assert!(
        committed == made,
        "docs/schema/responses.schema.json is not current: AKAM_BLESS=1 writes it"
    );
}

#[test]
fn what_is_written_follows_the_schema_and_what_is_not_does_not() {
    let Some(judge) = readers::judge(Reader::JsonSchema, 6) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, value: &Value| {
        let path = folder.path().join(name);
        std::fs::write(&path, serde_json::to_vec(value).unwrap()).unwrap();
        path
    };
    let scored = published(SCORED);
    let scored = scored.answered(&[
        ("q0001-rating", "sound"),
        ("q0001-share", "12.5"),
        ("q0002-known", "yes"),
    ]);
    let mut files = example();
    files.push(json::entry(&scored));
    let sound = value_of(&files);
    let broken = |change: &dyn Fn(&mut Value)| {
        let mut value = sound.clone();
        change(&mut value);
        value
    };
    let answer = "/files/0/workbooks/0/answers/0";
    let documents = [
        write("sound", &sound),
        write("more-keys", &broken(&|v| v["files"][0]["later"] = 1.into())),
        write(
            "status",
            &broken(&|v| v["files"][0]["status"] = "lost".into()),
        ),
        write(
            "no-value",
            &broken(&|v| {
                v.pointer_mut(answer)
                    .unwrap()
                    .as_object_mut()
                    .unwrap()
                    .remove("value");
            }),
        ),
        write(
            "number",
            &broken(&|v| v.pointer_mut(answer).unwrap()["value"] = 7.into()),
        ),
        write(
            "format",
            &broken(&|v| v["format"] = "akam-responses/2".into()),
        ),
    ];
    let paths: Vec<&std::path::Path> = documents.iter().map(std::path::PathBuf::as_path).collect();
    let schema = repository().join("docs/schema/responses.schema.json");
    let findings = judge.validate(&schema, &paths);
    let sound: Vec<bool> = findings.iter().map(Vec::is_empty).collect();
    assert_eq!(
        sound,
        [true, true, false, false, false, false],
        "{findings:#?}"
    );
}
