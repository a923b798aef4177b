//! The documents say what is true: codes, links and paths.
//!
//! In: the Markdown files of the repository. Out: nothing; a document that is behind fails a test.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use akam_workbook::diagnostic::Code;
use serde_json::Value;

use crate::commands::document;
use crate::plans::{load, plan_without_findings};
use crate::readers::repository;

/// Every Markdown file of ours, with its text.
fn documents() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for folder in ["", "docs", "docs/adr", "spec"] {
        for path in files(&repository().join(folder)) {
            if path.extension().is_some_and(|extension| extension == "md") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(found.len() >= 6, "only {} documents", found.len());
    found
}

/// The files of a folder, not of those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.is_file()).collect()
}

/// The targets of inline links.
fn targets(text: &str) -> Vec<&str> {
    let parts = text.split("](").skip(1);
    parts.filter_map(|part| part.split(')').next()).collect()
}

#[test]
fn every_code_has_one_paragraph_and_every_paragraph_a_code() {
    let page = std::fs::read_to_string(repository().join("docs/diagnostics.md")).unwrap();
    let headings: Vec<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .map(|heading| heading.split(':').next().unwrap())
        .collect();
    let known: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert!(known.len() > 100, "only {} codes", known.len());
    let (documented, known_set): (BTreeSet<&str>, BTreeSet<&str>) = (
        headings.iter().copied().collect(),
        known.iter().copied().collect(),
    );
    assert_eq!(documented, known_set);
    assert_eq!(
        headings.len(),
        documented.len(),
        "a code is explained twice"
    );
    for (code, section) in known
        .iter()
        .map(|code| (code, page.split(&format!("### {code}: ")).nth(1)))
    {
        let paragraph = section.unwrap_or_else(|| panic!("{code} has no title"));
        let paragraph = paragraph.split("\n#").next().unwrap();
        let words = paragraph.split_whitespace().count();
        assert!(words >= 12, "{code} is explained in {words} words");
    }
}

/// Faults that no input of ours brings about: bytes that cannot be put into memory.
const UNPROVOKABLE: [&str; 1] = ["W004"];

#[test]
fn every_code_is_raised_somewhere_and_named_by_a_test() {
    let (mut source, mut tests) = (String::new(), String::new());
    gather(&repository().join("src"), &mut source);
    gather(&repository().join("tests/it"), &mut tests);
    gather(&repository().join("tests/specs"), &mut tests);
    // Tests inside a file of the program count as tests, and not as the place where a code is raised.
    let mut raised = String::new();
    for part in source.split("\u{0}") {
        let mut halves = part.splitn(2, "#[cfg(test)]");
        raised.push_str(halves.next().unwrap());
        tests.push_str(halves.next().unwrap_or_default());
    }
    let mut wrong = String::new();
    for code in Code::ALL {
        if !raised.contains(&format!("Code::{code}")) {
            writeln!(wrong, "{code} is never raised").unwrap();
        }
        if !tests.contains(code.as_str()) && !UNPROVOKABLE.contains(&code.as_str()) {
            writeln!(wrong, "{code} is named by no test").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The text of every file below a folder, a zero between them; the list of codes itself is left out.
fn gather(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, text);
        } else if !path.ends_with("diagnostic/code.rs")
            && !path.ends_with("documents.rs")
            && let Ok(content) = std::fs::read_to_string(&path)
        {
            text.push('\0');
            text.push_str(&content);
        }
    }
}

#[test]
fn every_link_of_a_document_leads_to_a_file() {
    let mut seen = 0;
    for (path, text) in documents() {
        let prose: Vec<&str> = text.split("```").step_by(2).collect();
        for target in targets(&prose.concat()) {
            let file = target.split('#').next().unwrap();
            if file.is_empty() || file.contains("://") || file.starts_with("mailto:") {
                continue;
            }
            seen += 1;
            let leads_to = path.parent().unwrap().join(file);
            assert!(leads_to.exists(), "{}: {target}", path.display());
        }
    }
    assert!(seen > 0, "no link was looked at");
}

#[test]
fn every_path_that_a_document_names_exists() {
    let mut seen = 0;
    for (path, text) in documents() {
        // The changelog and the decisions speak of what was.
        if path.ends_with("CHANGELOG.md") || path.parent().unwrap().ends_with("adr") {
            continue;
        }
        for named in text.split('`').skip(1).step_by(2) {
            let is_path = ["src/", "tests/", "benches/", "docs/", "spec/"]
                .iter()
                .any(|start| named.starts_with(start));
            let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
            // Some are made, not kept.
            let is_made = named.starts_with("tests/.venv");
            if is_path && named.chars().all(is_plain) && !is_made {
                seen += 1;
                assert!(
                    repository().join(named).exists(),
                    "{}: {named}",
                    path.display()
                );
            }
        }
    }
    assert!(seen > 10, "only {seen} paths were looked at");
}

#[test]
fn the_documented_specification_is_whole_and_without_findings() {
    let page = document("docs/formats.md");
    let (_, after) = page
        .split_once("<!-- specification example begins -->\n```json\n")
        .unwrap();
    let (shown, _) = after
        .split_once("```\n<!-- specification example ends -->")
        .unwrap();
    let spec = load("docs/formats.md", shown.as_bytes());
    assert_eq!(spec.forms.len(), 2);
    for form in &spec.forms {
        let plan = plan_without_findings("docs/formats.md", &spec, form);
        let laid_out = akam_workbook::layout::lay_out(&plan, None);
        assert!(
            laid_out.diagnostics.is_empty(),
            "{:?}",
            laid_out.diagnostics
        );
    }
}

/// Whoever writes a specification finds each of its keys and fixed words on that page.
#[test]
fn every_key_and_fixed_word_of_a_specification_is_documented() {
    let page = document("docs/formats.md");
    let schema: Value = serde_json::from_str(&document("docs/schema/spec.schema.json")).unwrap();
    let mut words = BTreeSet::new();
    for shape in schema["$defs"].as_object().unwrap().values() {
        words.extend(
            shape["properties"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(key, _)| key.clone()),
        );
        let fixed = shape["oneOf"].as_array().into_iter().flatten();
        words.extend(fixed.filter_map(|one| one["const"].as_str().map(str::to_owned)));
    }
    assert!(words.len() > 90, "{words:?}");
    let is_missing = |word: &&String| {
        !page.contains(&format!("`{word}`")) && !page.contains(&format!("\"{word}\""))
    };
    let missing: Vec<&String> = words.iter().filter(is_missing).collect();
    assert!(
        missing.is_empty(),
        "docs/formats.md says nothing of {missing:?}"
    );
}
