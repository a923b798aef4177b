//! What the command line cannot do, each with its code and exit code: paths, folders, files that are there, arguments that do not go together.
//!
//! In: the program, run in a folder of its own. Out: nothing; a fault that is told otherwise fails a test. Unix-only where a device or a link is needed.

use std::path::Path;
use std::process::Command;

use crate::readers::repository;

/// Exit code and what was said on standard error.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_akam-workbook"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

/// Runs the program and compares exit code, code and the path that is named.
fn fails(folder: &Path, arguments: &[&str], exit: i32, code: &str, names: &str) {
    let (ended, said) = run(folder, arguments);
    assert_eq!(ended, exit, "{arguments:?}: {said}");
    assert!(
        said.contains(&format!("error[{code}]: ")),
        "{arguments:?}: {said}"
    );
    assert!(
        said.contains(names),
        "{arguments:?} does not name {names}: {said}"
    );
    assert!(said.contains("help: "), "{arguments:?}: {said}");
}

#[test]
fn every_fault_of_paths_and_arguments_has_its_code_and_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    std::fs::create_dir(folder.join("folder")).unwrap();
    std::fs::write(folder.join("file"), "x").unwrap();
    let table: [(&[&str], i32, &str, &str); 8] = [
        (&["check", "nowhere.json"], 2, "C001", "nowhere.json"),
        (
            &["generate", "--values", "nowhere.json"],
            2,
            "C001",
            "nowhere.json",
        ),
        (&["check", "folder"], 2, "C002", "folder"),
        (&["generate", "--out", "file"], 2, "C002", "file"),
        (&["generate", "--workbook", "w0099"], 2, "C006", "w0099"),
        (&["generate", "--out", "-", "--json"], 2, "C007", "--json"),
        (
            &["generate", "--spec", "-", "--values", "-"],
            2,
            "C007",
            "standard input",
        ),
        (&["man", "nonsense"], 2, "C007", "nonsense"),
    ];
    for (arguments, exit, code, names) in table {
        fails(folder, arguments, exit, code, names);
    }
    let left = std::fs::read_dir(folder).unwrap().count();
    assert_eq!(left, 2, "something was written");
}

#[test]
fn a_workbook_that_is_there_and_differs_is_left_alone_unless_forced() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let made = "out/akam-diploma-area-4-2026a.pdf";
    assert_eq!(run(folder, &["generate"]).0, 0);
    let fresh = std::fs::read(folder.join(made)).unwrap();
    assert_eq!(
        run(folder, &["generate"]).0,
        0,
        "the same bytes are no finding"
    );
    std::fs::write(folder.join(made), "somebody's filled copy").unwrap();
    fails(folder, &["generate"], 2, "C005", made);
    assert_eq!(
        std::fs::read(folder.join(made)).unwrap(),
        b"somebody's filled copy"
    );
    assert_eq!(run(folder, &["generate", "--force"]).0, 0);
    assert!(std::fs::read(folder.join(made)).unwrap() == fresh);
    let files = std::fs::read_dir(folder.join("out")).unwrap().count();
    assert_eq!(files, 1, "a temporary file was left");
}

#[cfg(unix)]
#[test]
fn a_mark_that_a_link_takes_out_of_the_specifications_folder_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("inner");
    std::fs::create_dir(&inner).unwrap();
    let specs = repository().join("tests/specs/valid");
    std::fs::copy(specs.join("marked.json"), inner.join("marked.json")).unwrap();
    std::fs::copy(specs.join("mark.png"), folder.path().join("mark.png")).unwrap();
    std::os::unix::fs::symlink("../mark.png", inner.join("mark.png")).unwrap();
    fails(
        &inner,
        &["generate", "--spec", "marked.json"],
        2,
        "C008",
        "mark.png",
    );
}

#[cfg(target_os = "linux")]
#[test]
fn what_the_system_does_not_let_be_read_or_written_ends_with_3() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    // Reading a process's memory from its start, and making a folder in /proc, fail for everybody, root included.
    fails(
        folder,
        &["check", "/proc/self/mem"],
        3,
        "C003",
        "/proc/self/mem",
    );
    fails(
        folder,
        &["generate", "--out", "/proc/none"],
        3,
        "C004",
        "/proc/none",
    );
}
