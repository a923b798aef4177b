//! The program as a person runs it: arguments, output, exit codes.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::readers::repository;

const NAME: &str = "akam-diploma-area-4-2026a.pdf";
const SECRET: &str = "Meridian takeover";

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("akam-workbook"));
    command.args(arguments).env_remove("NO_COLOR");
    command
}

/// Runs the program in a folder, with `input` on standard input.
fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = program(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that stops at its arguments closes the pipe.
    let _closed = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn put(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let mut file = fs::File::create(folder.join(name)).unwrap();
    file.write_all(bytes.as_ref()).unwrap();
}

fn bytes(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut file = fs::File::open(path).unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

/// Runs the program and compares its exit code and, where one is named, the first code on standard error.
fn check_end(row: &str, folder: &Path, arguments: &[&str], exit: i32, code: &str) -> Output {
    let output = run(folder, arguments, b"");
    let shown = stderr(&output);
    assert_eq!(output.status.code(), Some(exit), "{row}: {shown}");
    if code.is_empty() {
        assert_eq!(shown, "", "{row}");
    } else {
        assert!(shown.contains(&format!("[{code}]: ")), "{row}: {shown}");
    }
    output
}

#[test]
fn the_exit_code_and_the_finding_say_what_stood_in_the_way() {
    let home = folder();
    let here = home.path();
    fs::create_dir(here.join("folder")).unwrap();
    put(here, "file", "x");
    put(here, "bad.json", "{");
    let table: [(&str, &[&str], i32, &str); 9] = [
        ("sound", &["check"], 0, ""),
        ("missing", &["check", "none.json"], 2, "C001"),
        ("below a file", &["check", "file/none.json"], 2, "C001"),
        ("a folder", &["check", "folder"], 2, "C002"),
        ("out is a file", &["generate", "--out", "file"], 2, "C002"),
        (
            "no such workbook",
            &["generate", "--workbook", "w0009"],
            2,
            "C006",
        ),
        (
            "not an id",
            &["generate", "--workbook", "area-4"],
            2,
            "C006",
        ),
        (
            "two results on one stream",
            &["generate", "--out", "-", "--json"],
            2,
            "C007",
        ),
        (
            "two readers of one stream",
            &["generate", "--spec", "-", "--values", "-"],
            2,
            "C007",
        ),
    ];
    for (row, arguments, exit, code) in table {
        let _output = check_end(row, here, arguments, exit, code);
    }
    assert_eq!(names(here), ["bad.json", "file", "folder"]);
    let shown = stderr(&run(here, &["generate", "--workbook", "w0009"], b""));
    assert!(
        shown.contains("w0001 (") && shown.contains("w0002 ("),
        "{shown}"
    );
    assert_eq!(
        run(here, &["check", "bad.json"], b"").status.code(),
        Some(2)
    );
    assert_eq!(run(here, &["chek"], b"").status.code(), Some(2));
    assert_eq!(run(here, &["--help"], b"").status.code(), Some(0));
}

#[test]
fn a_file_that_differs_is_left_alone_and_nothing_temporary_stays() {
    let home = folder();
    let out = home.path().join("out");
    let made = check_end("made", home.path(), &["generate"], 0, "");
    let line = String::from_utf8(made.stdout).unwrap();
    assert!(line.contains(NAME) && line.contains("290 fields"), "{line}");
    let whole = bytes(&out.join(NAME));
    let again = check_end("again", home.path(), &["generate"], 0, "");
    assert!(
        String::from_utf8(again.stdout)
            .unwrap()
            .contains("(unchanged)")
    );

    put(&out, NAME, "somebody's filled copy");
    let refused = check_end("differs", home.path(), &["generate"], 2, "C005");
    assert_eq!(refused.stdout, b"");
    assert!(stderr(&refused).contains(NAME));
    assert_eq!(bytes(&out.join(NAME)), b"somebody's filled copy");
    assert_eq!(names(&out), [NAME]);
    let _forced = check_end("forced", home.path(), &["generate", "--force"], 0, "");
    assert_eq!(bytes(&out.join(NAME)), whole);
    assert_eq!(names(&out), [NAME]);
    let streamed = check_end("streamed", home.path(), &["generate", "--out", "-"], 0, "");
    assert!(
        streamed.stdout == whole,
        "standard output holds other bytes than the file"
    );
}

#[test]
fn copies_in_large_print_and_for_the_pen_have_names_of_their_own() {
    let home = folder();
    let out = home.path().join("out");
    for (arguments, name, fields) in [
        (
            &["--large-print"][..],
            "akam-diploma-area-4-large-print-2026a.pdf",
            290,
        ),
        (&["--pen"], "akam-diploma-area-4-pen-2026a.pdf", 0),
        (
            &["--pen", "--large-print"],
            "akam-diploma-area-4-large-print-pen-2026a.pdf",
            0,
        ),
    ] {
        let arguments = [&["generate", "--json"], arguments].concat();
        let made = check_end(name, home.path(), &arguments, 0, "");
        let said: serde_json::Value = serde_json::from_slice(&made.stdout).unwrap();
        let [one] = said["files"].as_array().unwrap().as_slice() else {
            panic!("{said}");
        };
        assert_eq!(one["fields"], fields, "{said}");
        assert!(out.join(name).is_file(), "{name}: {:?}", names(&out));
    }
    assert_eq!(names(&out).len(), 3);
    let both = ["generate", "--pen", "--values", "values.json"];
    let refused = run(home.path(), &both, b"");
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("--pen"), "{}", stderr(&refused));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault() {
    let mut child = program(&["generate", "--out", "-"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stderr(&output), "");
}

#[test]
fn a_specification_comes_in_on_standard_input_as_from_a_file() {
    let home = folder();
    let spec = bytes(&repository().join("tests/specs/valid/small.json"));
    put(home.path(), "small.json", &spec);
    let from_file = run(home.path(), &["check", "small.json"], b"");
    let from_stream = run(home.path(), &["check", "-"], &spec);
    assert!(!from_file.stdout.is_empty());
    assert_eq!(from_stream.stdout, from_file.stdout);
    assert_eq!(from_stream.status.code(), from_file.status.code());
}

#[test]
fn json_holds_the_findings_and_standard_error_stays_empty() {
    let home = folder();
    put(home.path(), "bad.json", "{\n  \"format\": ]\n}\n");
    for arguments in [
        ["check", "--json", "bad.json"].as_slice(),
        &["generate", "--json", "--spec", "bad.json"],
        &["generate", "--json", "--spec", "none.json"],
    ] {
        let output = run(home.path(), arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stderr(&output), "", "{arguments:?}");
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let found = json["diagnostics"].as_array().unwrap();
        assert_eq!(found.len(), 1, "{arguments:?}");
        for key in ["severity", "code", "message", "help"] {
            assert!(found[0][key].is_string(), "{arguments:?}: {key}");
        }
    }
}

#[test]
fn colour_is_shown_when_asked_for_and_never_in_a_pipe_otherwise() {
    let home = folder();
    let table: [(&str, &[&str], bool); 3] = [
        ("auto", &["check", "none.json"], false),
        ("never", &["check", "none.json", "--color", "never"], false),
        ("always", &["check", "none.json", "--color", "always"], true),
    ];
    for (row, arguments, is_colored) in table {
        let shown = stderr(&run(home.path(), arguments, b""));
        assert!(shown.contains("C001"), "{row}");
        assert_eq!(shown.contains('\u{1b}'), is_colored, "{row}");
    }
}

/// A file of values for each code, each with a secret in it, and the exit code.
#[rustfmt::skip]
fn faulty_values() -> [(&'static str, String, i32); 14] {
    let name = "kamd-2026a-w0001-w0001-name";
    let claim = "kamd-2026a-w0001-i0001-claim";
    let values =
        |inner: &str| format!("{{\"format\": \"akam-values/1\",\n \"values\": {{ {inner} }} }}");
    [
        ("P102", format!("\u{feff}{}", values("")), 2),
        (
            "P103",
            format!("{{\"format\": \"akam-values/1\", \"{SECRET}\" }}"),
            2,
        ),
        (
            "P104",
            format!("{{\"format\": \"akam-values/2\", \"news\": \"{SECRET}\"}}"),
            2,
        ),
        ("P104", format!("{{\"format\": \"{SECRET}\"}}"), 2),
        (
            "P105",
            format!(
                "{{\"format\": \"akam-values/1\", \"valuse\": \"{SECRET}\", \"values\": {{}}}}"
            ),
            2,
        ),
        (
            "P106",
            values(&format!(
                "\"{name}\": \"{SECRET}\", \"{name}\": \"{SECRET}\""
            )),
            2,
        ),
        ("P107", values(&format!("\"{name}\": [\"{SECRET}\"]")), 2),
        ("P108", "{\"format\": \"akam-values/1\"}".to_owned(), 2),
        ("P109", values(&format!("\"{SECRET}\": \"{SECRET}\"")), 2),
        (
            "P110",
            values(&format!(
                "\"kamd-2026a-w0002-i0001-judgement\": \"{SECRET}\""
            )),
            1,
        ),
        ("P111", values(&format!("\"{claim}\": \"{SECRET}\"")), 2),
        (
            "P112",
            values(&format!(
                "\"kamd-2026a-w0001-w0001-identity\": \"{SECRET}\""
            )),
            2,
        ),
        (
            "P113",
            values(&format!("\"{name}\": \"{SECRET}\\u0007\"")),
            1,
        ),
        (
            "P114",
            values(&format!("\"{name}\": \"{SECRET}\\ud800\"")),
            2,
        ),
    ]
}

#[test]
fn every_fault_of_a_file_of_values_is_named_with_its_place_and_without_the_value() {
    let home = folder();
    for (code, text, exit) in faulty_values() {
        put(home.path(), "values.json", &text);
        let arguments = ["generate", "--values", "values.json", "--force"];
        let output = check_end(code, home.path(), &arguments, exit, code);
        let shown = stderr(&output);
        assert!(shown.contains("  values.json"), "{code}: {shown}");
        let json = run(home.path(), &[&arguments[..], &["--json"]].concat(), b"");
        let json = String::from_utf8(json.stdout).unwrap();
        assert!(json.contains(code), "{code}: {json}");
        for word in SECRET.split(' ') {
            assert!(
                !shown.contains(word) && !json.contains(word),
                "{code}: {shown}{json}"
            );
        }
    }
    put(home.path(), "values.json", vec![b' '; (16 << 20) + 1]);
    let arguments = ["generate", "--values", "values.json"];
    let _output = check_end("P101", home.path(), &arguments, 2, "P101");
}

#[cfg(unix)]
#[test]
fn an_image_outside_the_folder_of_the_specification_is_refused_through_a_link_too() {
    let home = folder();
    let inside = home.path().join("inside");
    fs::create_dir(&inside).unwrap();
    let valid = repository().join("tests/specs/valid");
    put(&inside, "marked.json", bytes(&valid.join("marked.json")));
    put(home.path(), "mark.png", bytes(&valid.join("mark.png")));
    let _missing = check_end("missing", &inside, &["check", "marked.json"], 2, "C001");
    std::os::unix::fs::symlink(home.path().join("mark.png"), inside.join("mark.png")).unwrap();
    let output = check_end("linked", &inside, &["check", "marked.json"], 2, "C008");
    assert!(
        stderr(&output).contains("  marked.json:"),
        "the place in the specification is named"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read_or_written_is_a_fault_of_its_own() {
    let home = folder();
    // Reading the first byte of a process's memory is an input/output error, for root too.
    let _unread = check_end(
        "unread",
        home.path(),
        &["check", "/proc/self/mem"],
        3,
        "C003",
    );
    let no_folder = ["generate", "--out", "/proc/akam-workbook"];
    let _unmade = check_end("unmade", home.path(), &no_folder, 3, "C004");
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let mut command = program(&["generate", "--out", "-"]);
    let output = command.stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).contains("[C004]: "), "{}", stderr(&output));
}
