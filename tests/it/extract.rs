//! `extract`, run as a program over folders of files such as come back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;

use akam_workbook::plan::ThemeBase;
use akam_workbook::{layout, pdf, plan, spec};
use lopdf::encryption::{EncryptionState, EncryptionVersion, Permissions};
use lopdf::{Dictionary, Document, Object, StringFormat, dictionary};
use serde_json::Value;

use crate::exports::{answer, sums};
use crate::readers::{self, Judge, Reader};

/// What a candidate wrote, to be found in no message.
const SECRET: &str = "Our strategy for Contoso";

/// The built-in edition's first workbook as published, with another edition's name if given.
fn blank(edition: Option<&str>) -> Vec<u8> {
    static OWN: OnceLock<Vec<u8>> = OnceLock::new();
    match edition {
        None => OWN.get_or_init(|| published(None)).clone(),
        Some(_) => published(edition),
    }
}

fn published(edition: Option<&str>) -> Vec<u8> {
    let spec = spec::load(source(edition).as_bytes()).value.unwrap();
    let plan = plan::plan(&spec, &spec.forms[0]).value.unwrap();
    let layout = layout::lay_out(&plan, None).value.unwrap();
    pdf::write::write(&plan, &layout, None, &BTreeMap::new()).unwrap()
}

/// The text of the built-in specification, with another edition's name if given.
fn source(edition: Option<&str>) -> String {
    let source = String::from_utf8(spec::BUILT_IN.to_vec()).unwrap();
    let own = "\"edition\": \"2026a\"";
    assert!(source.contains(own));
    source.replace(
        own,
        &format!("\"edition\": \"{}\"", edition.unwrap_or("2026a")),
    )
}

/// Changes every form field of a PDF; `change` gets its name.
fn changed(bytes: &[u8], change: &dyn Fn(&str, &mut Dictionary)) -> Vec<u8> {
    let mut document = Document::load_mem(bytes).unwrap();
    let mut count = 0;
    for object in document.objects.values_mut() {
        if let Ok(field) = object.as_dict_mut()
            && field.has(b"FT")
        {
            let name = field.get(b"T").and_then(Object::as_str).unwrap();
            let name = String::from_utf8(name.to_vec()).unwrap();
            change(&name, field);
            count += 1;
        }
    }
    assert_eq!(count, 290, "fields of the area 4 workbook");
    saved(document)
}

fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// UTF-16BE with its mark, as most programs save.
fn utf16(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// 4.1 answered whole, as a candidate would.
fn with_first_competency(bytes: &[u8]) -> Vec<u8> {
    changed(bytes, &|name, field| {
        let is_of_part = ["p0001", "p0002", "p0003", "p0004"]
            .iter()
            .any(|id| name.contains(id));
        if name.ends_with("-narrative") && is_of_part {
            field.set("V", utf16(&format!("{SECRET}\r{}", "word ".repeat(496))));
        } else if name.ends_with("-c0001-signoff_attest") {
            field.set("V", Object::Name(b"Yes".to_vec()));
            field.set("AS", Object::Name(b"Yes".to_vec()));
        } else if name.ends_with("-c0001-signoff_date") {
            field.set("V", utf16("03/04/2026"));
        } else if name.ends_with("-c0001-signoff_name") || name.ends_with("-c0001-signoff_position")
        {
            field.set("V", utf16("x"));
        } else if name.ends_with("-i0001-claim") {
            field.set("V", utf16("Shown partly"));
        } else if name.ends_with("-c0001-evidence-r02-what") {
            field.set("V", utf16("Account plan"));
        } else if name.ends_with("-i0001-evidence_refs") {
            field.set("V", utf16("E2"));
        }
    })
}

fn locked(bytes: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(bytes).unwrap();
    let id = Object::String(vec![7; 16], StringFormat::Hexadecimal);
    document
        .trailer
        .set("ID", Object::Array(vec![id.clone(), id]));
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    saved(document)
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Runs `extract` in a folder.
fn extract(folder: &Path, arguments: &[&str]) -> Output {
    std::process::Command::new(snapbox::cmd::cargo_bin!("akam-workbook"))
        .current_dir(folder)
        .arg("extract")
        .args(arguments)
        .output()
        .unwrap()
}

fn json(output: &Output) -> Value {
    let stderr = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}\n{stderr}"))
}

/// Path and status of each file.
fn statuses(document: &Value) -> Vec<(String, String)> {
    let files = document["files"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    files
        .iter()
        .map(|file| (text(&file["path"]), text(&file["status"])))
        .collect()
}

/// A folder with one of everything that comes back.
fn messy_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let returns = folder.path().join("returns");
    let blank = blank(None);
    let answered = with_first_competency(&blank);
    write(&returns, "a/answered.pdf", &answered);
    write(&returns, "a/copy of answered.pdf", &answered);
    write(&returns, "blank.pdf", &blank);
    write(&returns, "cut.pdf", &answered[..answered.len() * 2 / 3]);
    write(&returns, "empty.pdf", b"");
    write(&returns, "locked.pdf", &locked(&answered));
    write(&returns, "notes.docx", b"PK\x03\x04 not a PDF");
    let other = changed(&answered, &|name, field| {
        field.set(
            "T",
            Object::string_literal(name.replace("kamd", "Form").replace('-', "_")),
        );
    });
    write(&returns, "other form.pdf", &other);
    write(
        &returns,
        "other edition.pdf",
        &with_first_competency(&self::blank(Some("2027a"))),
    );
    write(&returns, ".hidden", b"x");
    folder
}

const EXPECTED: [(&str, &str); 10] = [
    ("returns/.hidden", "notAPdf"),
    ("returns/a/answered.pdf", "answered"),
    ("returns/a/copy of answered.pdf", "duplicate"),
    ("returns/blank.pdf", "blank"),
    ("returns/cut.pdf", "damaged"),
    ("returns/empty.pdf", "empty"),
    ("returns/locked.pdf", "locked"),
    ("returns/notes.docx", "notAPdf"),
    ("returns/other edition.pdf", "unknownEdition"),
    ("returns/other form.pdf", "notAWorkbook"),
];

#[test]
fn every_file_of_a_messy_folder_has_its_own_status() {
    let folder = messy_folder();
    let output = extract(folder.path(), &["returns"]);
    let document = json(&output);
    let found = statuses(&document);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(path, status)| (&**path, &**status))
        .collect();
    // What is left of a file that was cut may still hold its newest answers: then it says that it was recovered.
    let cut = &document["files"][4];
    assert!(
        cut["status"] == "damaged" || cut["status"] == "answered" && cut["recovered"] == true,
        "{cut}"
    );
    let rest = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        let others = list.iter().filter(|(path, _)| *path != "returns/cut.pdf");
        others
            .map(|(path, status)| ((*path).to_owned(), (*status).to_owned()))
            .collect()
    };
    assert_eq!(rest(&found), rest(&EXPECTED));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(sums(&document), (10, 10));
    assert_eq!(document["files"][2]["duplicateOf"], 2);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        stderr.contains("10 files: 1 answered") || stderr.contains("10 files: 2 answered"),
        "{stderr}"
    );
    assert!(!stderr.contains("Contoso"), "{stderr}");
    let again = extract(folder.path(), &["returns"]);
    assert_eq!(again.stdout, output.stdout, "the same bytes on every run");
}

#[test]
fn a_workbook_with_one_competency_answered_is_a_submission_of_that_one() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "4.1.pdf",
        &with_first_competency(&blank(None)),
    );
    let document = json(&extract(folder.path(), &["4.1.pdf"]));
    let workbook = &document["files"][0]["workbooks"][0];
    assert_eq!(document["files"][0]["status"], "answered");
    assert_eq!(workbook["answers"].as_array().unwrap().len(), 289);
    let states: Vec<String> = workbook["completeness"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| format!("{} {} {}", entry["code"], entry["state"], entry["asked"]))
        .collect();
    let expected = [
        r#""4.1" "started" 98"#,
        r#""4.2" "notAttempted" 97"#,
        r#""4.3" "notAttempted" 91"#,
    ];
    assert_eq!(states, expected);
    let first = &workbook["completeness"][0];
    assert_eq!(first["words"], 2_000);
    let missing: Vec<String> = first["missing"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["slot"], one["column"]))
        .collect();
    assert_eq!(missing, [r#""evidence" "share""#, r#""theory" null"#]);
    assert_eq!(
        workbook["evidence"][0]["citedBy"],
        serde_json::json!(["i0001"])
    );
}

#[test]
fn answers_come_back_as_typed_with_what_was_stored_beside_them() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "4.1.pdf",
        &with_first_competency(&blank(None)),
    );
    let document = json(&extract(folder.path(), &["4.1.pdf"]));
    let answer = |ending: &str| answer(&document, ending);
    assert_eq!(answer("i0001-claim")["value"], "partly");
    assert_eq!(answer("c0001-signoff_attest")["flag"], true);
    assert_eq!(answer("c0001-signoff_date")["value"], "03/04/2026");
    assert!(answer("c0001-signoff_date").get("date").is_none());
    let narrative = answer("p0001-narrative");
    let starts = |key: &str, start: &str| narrative[key].as_str().unwrap().starts_with(start);
    assert!(starts("value", "Our strategy for Contoso\nword word"));
    assert!(starts("raw", "Our strategy for Contoso\rword word"));
    assert_eq!(narrative["words"], 500);
}

#[test]
fn another_edition_is_read_once_its_specification_is_given() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "later.pdf",
        &with_first_competency(&blank(Some("2027a"))),
    );
    write(
        folder.path(),
        "specs/later.json",
        source(Some("2027a")).as_bytes(),
    );
    write(
        folder.path(),
        "specs/lock.json",
        br#"{ "format": "akam-lock/1" }"#,
    );
    write(folder.path(), "specs/notes.txt", b"notes");
    for spec in ["specs", "specs/later.json"] {
        let document = json(&extract(folder.path(), &["later.pdf", "--spec", spec]));
        assert_eq!(document["files"][0]["status"], "answered", "{spec}");
        assert_eq!(
            document["files"][0]["workbooks"][0]["edition"], "2027a",
            "{spec}"
        );
    }
    let reworded = source(None).replace("Rates customers", "Judges customers");
    write(folder.path(), "specs/reworded.json", reworded.as_bytes());
    write(
        folder.path(),
        "own.pdf",
        &with_first_competency(&blank(None)),
    );
    let document = json(&extract(folder.path(), &["own.pdf", "--spec", "specs"]));
    let text = document.to_string();
    assert!(
        !text.contains("Judges customers"),
        "the digest of the file chooses the wording"
    );
    assert!(!text.contains("M005"));
    for (row, spec) in [
        ("a broken one", "specs/lock.json"),
        ("none", "specs/gone.json"),
    ] {
        let output = extract(folder.path(), &["later.pdf", "--spec", spec]);
        assert_eq!(output.status.code(), Some(2), "{row}");
        assert!(output.stdout.is_empty(), "{row}");
    }
}

#[test]
fn files_that_other_programs_merged_are_told_apart_again() {
    let folder = tempfile::tempdir().unwrap();
    let blank = blank(None);
    let of = |who: &str, slot: &str| {
        let filled = changed(&blank, &|name, field| {
            if name.ends_with(slot) {
                field.set("V", utf16(who));
            }
        });
        write(folder.path(), &format!("{who}.pdf"), &filled)
    };
    let first = of("first", "-w0001-name");
    let second = of("second", "-p0005-narrative");
    for reader in [Reader::Qpdf, Reader::Pikepdf, Reader::Pypdf, Reader::Mupdf] {
        let Some(judge) = readers::judge(reader, 1) else {
            continue;
        };
        judge.merge(&first, &second, &folder.path().join("merged.pdf"));
        let document = json(&extract(folder.path(), &["merged.pdf"]));
        let workbooks = document["files"][0]["workbooks"].as_array().unwrap();
        let answered: Vec<Vec<&str>> = workbooks
            .iter()
            .map(|one| {
                let answers = one["answers"].as_array().unwrap().iter();
                answers
                    .filter_map(|answer| answer["value"].as_str())
                    .collect()
            })
            .collect();
        assert_eq!(answered, [["first"], ["second"]], "{}", judge.version);
        assert!(document.to_string().contains("M008"), "{}", judge.version);
    }
}

#[test]
fn pages_without_fields_are_flattened_or_scanned_and_never_blank() {
    let folder = tempfile::tempdir().unwrap();
    let filled = write(
        folder.path(),
        "filled.pdf",
        &with_first_competency(&blank(None)),
    );
    let made = folder.path().join("made.pdf");
    let status = |judge: &Judge, expected: &str| {
        let document = json(&extract(folder.path(), &["made.pdf"]));
        assert_eq!(
            document["files"][0]["status"], expected,
            "{}",
            judge.version
        );
        assert_eq!(document["files"][0]["workbooks"], serde_json::json!([]));
    };
    for reader in [Reader::Qpdf, Reader::Poppler, Reader::Mupdf] {
        if let Some(judge) = readers::judge(reader, 1) {
            judge.flatten(&filled, &made);
            status(&judge, "flattened");
        }
    }
    if let Some(judge) = readers::judge(Reader::Mupdf, 1) {
        judge.scan(&filled, &made);
        status(&judge, "scanned");
    }
}

#[test]
fn a_signature_under_flattened_pages_does_not_make_another_form_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = with_first_competency(&blank(None));
    let mut document = Document::load_mem(&bytes).unwrap();
    let name_of = |object: &Object| {
        let name = object.as_dict().and_then(|field| field.get(b"T"));
        name.and_then(Object::as_str)
            .map(<[u8]>::to_vec)
            .unwrap_or_default()
    };
    for object in document.objects.values_mut() {
        if name_of(object).ends_with(b"-c0001-signoff_signed") {
            object
                .as_dict_mut()
                .unwrap()
                .set("T", Object::string_literal("Signature1"));
        } else if !name_of(object).is_empty() {
            // What remains of a field is an annotation without a meaning.
            *object = Object::Null;
        }
    }
    write(folder.path(), "signed.pdf", &saved(document));
    let document = json(&extract(folder.path(), &["signed.pdf"]));
    assert_eq!(document["files"][0]["status"], "flattened");
}

#[test]
fn text_typed_on_a_page_beside_the_fields_is_not_blank() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = Document::load_mem(&blank(None)).unwrap();
    let note = document.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "FreeText", "Contents" => utf16(SECRET),
        "Rect" => vec![100.into(), 100.into(), 300.into(), 120.into()],
    });
    let page = *document.get_pages().get(&8).unwrap();
    let page = document
        .get_object_mut(page)
        .and_then(Object::as_dict_mut)
        .unwrap();
    page.get_mut(b"Annots")
        .and_then(Object::as_array_mut)
        .unwrap()
        .push(note.into());
    write(folder.path(), "typed on.pdf", &saved(document));
    let output = extract(folder.path(), &["typed on.pdf"]);
    let document = json(&output);
    assert_eq!(document["files"][0]["status"], "flattened");
    assert_eq!(document["files"][0]["warnings"][0]["code"], "M019");
    assert!(!document.to_string().contains("Contoso"));
}

#[test]
fn an_output_file_is_not_replaced_by_surprise_and_is_no_input() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "returns/blank.pdf", &blank(None));
    let arguments = ["returns", "--out", "returns/answers.json"];
    let first = extract(folder.path(), &arguments);
    assert_eq!(first.status.code(), Some(1));
    assert!(first.stdout.is_empty());
    let out = folder.path().join("returns/answers.json");
    let written = std::fs::read(&out).unwrap();
    let document: Value = serde_json::from_slice(&written).unwrap();
    assert_eq!(
        statuses(&document),
        [("returns/blank.pdf".to_owned(), "blank".to_owned())]
    );
    assert_eq!(
        extract(folder.path(), &arguments).status.code(),
        Some(1),
        "the same again is no clash"
    );
    write(folder.path(), "returns/notes.txt", b"x");
    let clash = extract(folder.path(), &arguments);
    assert_eq!(clash.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&clash.stderr).contains("C005"));
    let twice = extract(folder.path(), &["-", "-"]);
    assert_eq!(twice.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&twice.stderr).contains("C007"));
    let into_folder = extract(folder.path(), &["returns", "--out", "returns"]);
    assert_eq!(into_folder.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&into_folder.stderr).contains("C002"));
    assert_eq!(std::fs::read(&out).unwrap(), written);
    let forced = extract(
        folder.path(),
        &["returns", "--out", "returns/answers.json", "--force"],
    );
    assert_eq!(forced.status.code(), Some(1));
    assert_ne!(std::fs::read(&out).unwrap(), written);
}

#[test]
fn lines_hold_one_file_each_and_standard_input_is_a_file() {
    use std::io::Write as _;
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "notes.txt", b"x");
    let mut child = std::process::Command::new(snapbox::cmd::cargo_bin!("akam-workbook"))
        .current_dir(folder.path())
        .args(["extract", "--format", "jsonl", "notes.txt", "-"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(&with_first_competency(&blank(None)))
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let lines: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let found: Vec<_> = lines
        .iter()
        .map(|line| (&line["path"], &line["status"]))
        .collect();
    assert_eq!(
        found,
        [
            (&"notes.txt".into(), &"notAPdf".into()),
            (&"-".into(), &"answered".into())
        ]
    );
}

#[test]
fn a_path_on_which_nothing_stands_has_a_row_and_the_others_go_on() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "notes.txt", b"x");
    let output = extract(folder.path(), &["gone.pdf", "notes.txt"]);
    assert_eq!(output.status.code(), Some(2));
    let found = statuses(&json(&output));
    let expected = [("gone.pdf", "unreadable"), ("notes.txt", "notAPdf")];
    assert_eq!(
        found,
        expected.map(|(path, status)| (path.to_owned(), status.to_owned()))
    );
}

#[cfg(unix)]
#[test]
fn links_are_named_and_pipes_are_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let returns = folder.path().join("returns");
    write(&returns, "notes.txt", b"x");
    std::os::unix::fs::symlink("notes.txt", returns.join("a link to a file")).unwrap();
    std::os::unix::fs::symlink("..", returns.join("a link to the folder above")).unwrap();
    std::os::unix::fs::symlink("itself", returns.join("itself")).unwrap();
    let made = std::process::Command::new("mkfifo")
        .arg(returns.join("pipe"))
        .status();
    assert!(made.unwrap().success());
    let document = json(&extract(folder.path(), &["returns"]));
    let found = statuses(&document);
    let expected = [
        ("returns/a link to a file", "notAPdf"),
        ("returns/a link to the folder above", "unreadable"),
        ("returns/itself", "unreadable"),
        ("returns/notes.txt", "duplicate"),
        ("returns/pipe", "unreadable"),
    ];
    for index in [1, 4] {
        assert_eq!(document["files"][index]["warnings"][0]["code"], "C009");
    }
    assert_eq!(
        found,
        expected.map(|(path, status)| (path.to_owned(), status.to_owned()))
    );
}

/// Numbers without order, the same on every run (Knuth's MMIX generator).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// A file that some program or line has spoilt.
fn spoilt(answered: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = answered.to_vec();
    match random.below(6) {
        0 => bytes.truncate(random.below(answered.len())),
        1 => {
            for _ in 0..=random.below(40) {
                let at = random.below(bytes.len());
                bytes[at] = u8::try_from(random.below(256)).unwrap();
            }
        }
        2 => {
            let from = random.below(bytes.len() - 1_000);
            bytes.drain(from..from + random.below(1_000));
        }
        3 => {
            let at = random.below(bytes.len());
            let piece = bytes[..random.below(2_000)].to_vec();
            bytes.splice(at..at, piece);
        }
        4 => {
            bytes = (0..random.below(3_000))
                .map(|_| u8::try_from(random.below(256)).unwrap())
                .collect()
        }
        _ => {
            let mut start = b"%PDF-1.7\n".to_vec();
            start
                .extend((0..random.below(3_000)).map(|_| u8::try_from(random.below(128)).unwrap()));
            bytes = start;
        }
    }
    bytes
}

#[test]
fn two_hundred_spoilt_files_give_two_hundred_rows_and_none_is_blank() {
    let folder = tempfile::tempdir().unwrap();
    let answered = with_first_competency(&blank(None));
    let mut random = Random(2_026);
    for number in 0..200 {
        write(
            folder.path(),
            &format!("in/{number:03}.pdf"),
            &spoilt(&answered, &mut random),
        );
    }
    let output = extract(folder.path(), &["in"]);
    let document = json(&output);
    let found = statuses(&document);
    assert_eq!(found.len(), 200);
    assert_eq!(sums(&document), (200, 200));
    for (path, status) in &found {
        assert!(
            status != "blank" && status != "failed",
            "{path} is {status}"
        );
    }
    let totals = document["totals"].as_object().unwrap();
    assert!(
        totals.len() >= 4,
        "more than one thing happened: {totals:?}"
    );
    assert!(!String::from_utf8_lossy(&output.stderr).contains("Contoso"));
}

#[test]
fn a_copy_in_large_print_is_measured_in_its_own_boxes() {
    let spec = spec::load(spec::BUILT_IN).value.unwrap();
    let folder = tempfile::tempdir().unwrap();
    // Room for 45 lines of 10 points in one, for 34 of 12.5 in the other.
    let text = "word ".repeat(500);
    for (base, fits) in [(ThemeBase::House, true), (ThemeBase::LargePrint, false)] {
        let mut form = spec.forms[0].clone();
        form.theme.base = base;
        let plan = plan::plan(&spec, &form).value.unwrap();
        let layout = layout::lay_out(&plan, None).value.unwrap();
        let blank = pdf::write::write(&plan, &layout, None, &BTreeMap::new()).unwrap();
        let filled = changed(&blank, &|name, field| {
            if name.ends_with("-p0001-narrative") {
                field.set("V", utf16(text.trim()));
            }
        });
        write(folder.path(), "returned.pdf", &filled);
        let document = json(&extract(folder.path(), &["returned.pdf"]));
        assert_eq!(
            answer(&document, "p0001-narrative")["fits"],
            fits,
            "{base:?}"
        );
    }
}
