//! What a person or a script gets from the console: colours, quiet, JSON, and where a finding is.
//!
//! In: the program, run on invalid specifications. Out: nothing. Never: needs a terminal.

use std::process::{Command, Output};

use serde_json::Value;

use crate::readers::repository;

const TWICE: &str = "tests/specs/invalid/s014-indicator-id-twice.json";
const WARNED: &str = "tests/specs/invalid/p004-language-without-words.json";

/// What asks programs for colours although nobody sees them.
const FORCED: (&str, &str) = ("CLICOLOR_FORCE", "1");

fn run(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_akam-workbook"))
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .envs(environment.iter().copied())
        .current_dir(repository())
        .output()
        .unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The JSON that a command printed.
fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn colours_come_when_asked_for_and_never_into_a_pipe_of_their_own() {
    let table = [
        (vec!["check", TWICE], vec![], false),
        (vec!["check", "--color", "always", TWICE], vec![], true),
        (
            vec!["check", "--color", "never", TWICE],
            vec![FORCED],
            false,
        ),
        (vec!["check", TWICE], vec![("NO_COLOR", "1"), FORCED], false),
    ];
    for (arguments, environment, is_colored) in table {
        let shown = stderr(&run(&arguments, &environment));
        assert!(shown.contains("S014"), "{arguments:?}: {shown}");
        assert_eq!(
            shown.contains('\u{1b}'),
            is_colored,
            "{arguments:?} {environment:?}"
        );
    }
}

#[test]
fn quiet_shows_errors_alone_and_leaves_exit_code_and_results_as_they_are() {
    let loud = run(&["check", WARNED], &[]);
    let quiet = run(&["check", "--quiet", WARNED], &[]);
    assert!(stderr(&loud).contains("P004"));
    assert_eq!(stderr(&quiet), "");
    assert_eq!(
        (loud.status.code(), quiet.status.code()),
        (Some(1), Some(1))
    );
    assert_eq!(loud.stdout, quiet.stdout);
    assert!(stderr(&run(&["check", "--quiet", TWICE], &[])).contains("S014"));
}

#[test]
fn findings_in_json_say_file_line_and_column_and_what_belongs_to_them() {
    let output = run(&["check", "--json", TWICE], &[]);
    assert_eq!(
        (output.status.code(), stderr(&output).as_str()),
        (Some(2), "")
    );
    let printed = json(&output);
    assert_eq!(printed["edition"], Value::Null);
    let found = printed["diagnostics"].as_array().unwrap();
    assert_eq!(found.len(), 1);
    let found = &found[0];
    assert_eq!(
        (&found["code"], &found["severity"]),
        (&"S014".into(), &"error".into())
    );
    assert_eq!(found["file"], TWICE);
    // The same place as on the console.
    let at = format!("{TWICE}:{}:{}\n", found["line"], found["column"]);
    let console = stderr(&run(&["check", TWICE], &[]));
    assert!(console.contains(&at), "{at} is not in {console}");
    let related = &found["related"][0];
    assert!(related["line"].as_u64().unwrap() < found["line"].as_u64().unwrap());
    assert!(!found["help"].as_str().unwrap().is_empty());
}

#[test]
fn what_two_forms_have_in_common_is_told_once() {
    let path = "tests/specs/invalid/t001-letter-in-an-indicator.json";
    let printed = json(&run(&["check", "--json", path], &[]));
    assert_eq!(printed["diagnostics"].as_array().unwrap().len(), 1);
}

#[test]
fn a_sound_specification_says_what_it_holds() {
    let printed = json(&run(&["check", "--json"], &[]));
    assert_eq!(printed["diagnostics"], Value::Array(Vec::new()));
    let counts = printed["edition"]["counts"].as_array().unwrap();
    let of = |kind: &str| counts.iter().find(|count| count["kind"] == kind).unwrap();
    let three = |kind: &str| {
        let count = of(kind);
        ["present", "announced", "declared"].map(|key| count[key].as_u64())
    };
    assert_eq!(three("area"), [Some(1), Some(1), Some(4)]);
    assert_eq!(three("competency"), [Some(3), Some(1), Some(14)]);
    assert_eq!(three("indicator"), [Some(61), Some(0), None]);
    let shown = String::from_utf8(run(&["check"], &[]).stdout).unwrap();
    let line = "competencies: 3 present (4.1 to 4.3), 1 announced (1.4), 14 declared\n";
    assert!(shown.contains(line), "{shown}");
}

#[test]
fn two_workbooks_do_not_go_to_one_stream() {
    let spec = "tests/specs/valid/marked.json";
    let output = run(&["generate", "--spec", spec, "--out", "-"], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let shown = stderr(&output);
    assert!(
        shown.contains("C007") && shown.contains("w0001") && shown.contains("w0002"),
        "{shown}"
    );
}

#[test]
fn a_result_for_a_folder_that_is_not_there_says_so() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("a.txt"), "no PDF").unwrap();
    let input = home.path().join("a.txt");
    let out = home.path().join("none/answers.json");
    let arguments = [
        "extract",
        input.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ];
    let output = run(&arguments, &[]);
    assert_eq!(output.status.code(), Some(2));
    let shown = stderr(&output);
    assert!(
        shown.contains("C001") && shown.contains("folder of the file to write"),
        "{shown}"
    );
    assert!(!home.path().join("none").exists());
}

#[test]
fn a_file_name_given_for_the_folder_makes_no_folder_of_that_name() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("workbook.pdf");
    let output = run(&["generate", "--out", out.to_str().unwrap()], &[]);
    assert_eq!(output.status.code(), Some(2));
    let shown = stderr(&output);
    assert!(
        shown.contains("C002") && shown.contains("name a folder"),
        "{shown}"
    );
    assert!(!out.exists());
}

#[test]
fn the_two_ways_to_ask_for_json_agree_and_a_third_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let input = home.path().to_str().unwrap();
    let plain = run(&["extract", input], &[]);
    let twice = run(&["extract", input, "--json", "--format", "json"], &[]);
    assert_eq!((plain.stdout, twice.status.code()), (twice.stdout, Some(0)));
    let other = run(&["extract", input, "--json", "--format", "jsonl"], &[]);
    assert_eq!(other.status.code(), Some(2));
    assert!(stderr(&other).contains("C007"));
}
