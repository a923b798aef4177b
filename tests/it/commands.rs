//! What README and the help say of the commands is what the program does.
//!
//! In: README, `.ci/run`, `docs/commands.md`, and the program's own help. Out: nothing; words that are behind fail a test.
//! `AKAM_BLESS=1` writes `docs/commands.md` anew.

use std::process::{Command, Output};

use crate::readers::repository;

const COMMANDS: [&str; 5] = ["generate", "check", "extract", "fields", "schema"];

fn program(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_akam-workbook"))
        .args(arguments)
        .env_remove("COLUMNS")
        .output()
        .unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = program(arguments);
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

pub(crate) fn document(path: &str) -> String {
    std::fs::read_to_string(repository().join(path)).unwrap()
}

/// The help of a command as a section of the document; "" is the program itself.
fn section(command: &str) -> String {
    let help = if command.is_empty() {
        printed(&["--help"])
    } else {
        printed(&["help", command])
    };
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    let title = format!("akam-workbook {command}");
    format!(
        "## {}\n\n```text\n{}\n```\n",
        title.trim_end(),
        lines.join("\n")
    )
}

#[test]
fn the_help_of_every_command_stands_in_the_documents() {
    let mut wanted = "# The commands\n\nWhat `akam-workbook help` prints. Exit codes and the formats of what is printed: [formats.md](formats.md).\n".to_owned();
    for command in std::iter::once("").chain(COMMANDS) {
        wanted.push('\n');
        wanted.push_str(&section(command));
    }
    let path = repository().join("docs/commands.md");
    if std::env::var_os("AKAM_BLESS").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    assert!(
        document("docs/commands.md") == wanted,
        "docs/commands.md is behind: AKAM_BLESS=1 writes it anew"
    );
}

#[test]
fn every_command_has_examples_and_the_program_lists_every_command() {
    let whole = printed(&["--help"]);
    for command in COMMANDS {
        assert!(whole.contains(&format!("\n  {command} ")), "{command}");
        let help = printed(&["help", command]);
        let examples = help.split("Examples:").nth(1).unwrap_or_default();
        let count = examples
            .lines()
            .filter(|line| line.starts_with(&format!("  akam-workbook {command}")))
            .count();
        assert!(count >= 2, "{command}: {count} examples");
    }
    for hidden in ["completions", "man"] {
        let listed = format!("\n  {hidden} ");
        assert!(!whole.contains(&listed), "{hidden} is meant to be hidden");
    }
}

#[test]
fn completions_and_man_pages_are_written() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = printed(&["completions", shell]);
        assert!(
            script.contains("generate") && script.contains("workbook"),
            "{shell}"
        );
    }
    assert!(printed(&["man"]).contains(".TH akam-workbook 1"));
    for command in COMMANDS {
        assert!(
            printed(&["man", command]).contains("EXAMPLES")
                || printed(&["man", command]).contains("Examples"),
            "{command}"
        );
    }
}

#[test]
fn the_version_names_the_built_in_edition_and_its_whole_digest() {
    let version = printed(&["--version"]);
    let spec = akam_workbook::spec::load(akam_workbook::spec::BUILT_IN)
        .value
        .unwrap();
    assert!(version.starts_with(concat!("akam-workbook ", env!("CARGO_PKG_VERSION"), "\n")));
    assert!(version.contains("edition kamd 2026a"));
    assert!(version.contains(&spec.digest.hex()));
}

/// The lines of README that are commands: indented by four.
fn readme_commands() -> Vec<String> {
    let readme = document("README.md");
    let indented = readme.lines().filter_map(|line| line.strip_prefix("    "));
    let commands = indented.map(|line| line.split('#').next().unwrap_or_default());
    commands.map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn readme_gives_the_two_commands_and_ci_runs_the_second() {
    let commands = readme_commands();
    let expected = [
        "cargo run --release --locked -- generate",
        "tests/setup && cargo test --locked",
    ];
    assert_eq!(commands.get(..2).unwrap(), expected);
    let script = document(".ci/run");
    let steps: Vec<&str> = script.lines().collect();
    assert_eq!(steps.last(), Some(&expected[1]), ".ci/run");
    assert!(steps.contains(&"export AKAM_REQUIRE_READERS=1"));
}

#[test]
fn every_command_of_readme_is_one_that_the_program_takes() {
    let ours = "cargo run --release --locked -- ";
    let commands = readme_commands();
    let given: Vec<&str> = commands
        .iter()
        .filter_map(|command| command.strip_prefix(ours))
        .collect();
    assert!(given.len() >= 2, "{given:?}");
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("returns")).unwrap();
    std::fs::create_dir(folder.path().join("spec")).unwrap();
    for entry in std::fs::read_dir(repository().join("spec")).unwrap() {
        let path = entry.unwrap().path();
        let copy = folder.path().join("spec").join(path.file_name().unwrap());
        std::fs::copy(path, copy).unwrap();
    }
    for command in given {
        let output = Command::new(env!("CARGO_BIN_EXE_akam-workbook"))
            .args(command.split(' '))
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{command}: {output:?}");
    }
    assert!(
        folder
            .path()
            .join("out/akam-diploma-area-4-2026a.pdf")
            .exists()
    );
    assert!(folder.path().join("answers.json").exists());
}

#[test]
fn readme_tells_pages_and_fields_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let line = printed(&["generate", "--out", out]);
    let told = line.split(": ").nth(1).unwrap().to_owned();
    let mut parts = told.split(", ");
    let figures = format!("{}, {}", parts.next().unwrap(), parts.next().unwrap());
    assert!(
        document("README.md").contains(&figures),
        "README does not say \"{figures}\""
    );
}
