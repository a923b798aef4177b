//! What viewers and libraries saved is read for ever: `tests/corpus`, made by `tests/slow/run`, which no run of the tests needs.
//!
//! In: one folder an edition, with its specification, the saved files, and beside each what was typed and what must come back. Out: nothing; a value that is
//! lost, altered or invented fails.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use akam_workbook::pdf::read::read;
use akam_workbook::plan::{Plan, plan};
use akam_workbook::responses::{Answer, Known, Response, Status, WorkbookResponses, collect};
use serde::Deserialize;
use serde_json::Value;

use crate::readers::{self, Reader, repository};
use crate::workbook::sound;

/// What stands beside a saved file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    /// Who saved it, with its version.
    engine: String,
    /// One entry for each workbook in the file.
    copies: Vec<Copy>,
    /// What `extract` says about the file: code and field.
    warnings: Vec<BTreeMap<String, String>>,
}

/// One workbook in a saved file; all by the field's name without what all names begin with.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Copy {
    /// What was typed.
    typed: BTreeMap<String, String>,
    /// What must be read.
    values: BTreeMap<String, String>,
    /// Why that is not what was typed.
    changes: BTreeMap<String, String>,
    /// What stood there beforehand and was left alone.
    #[serde(default)]
    given: BTreeSet<String>,
}

/// A saved file and what stands beside it.
struct Saved {
    path: PathBuf,
    record: Record,
}

/// What was saved of the workbook as it is made now, and of the same workbook as it was made before its structure stood in a section of its own.
const EDITIONS: [&str; 2] = ["tests/corpus/viewer-1", "tests/corpus/viewer-1-one-section"];

/// How much there is, so that nothing is passed over: saved files, who saved them, values, given values that were left alone, values that a program changed, warnings.
const FILES: usize = 46;
const VIEWERS: usize = 15;
const VALUES: usize = 834;
const GIVEN: usize = 54;
const CHANGES: usize = 12;
const WARNINGS: usize = 62;

/// What every field's name begins with.
const PREFIX: &str = "viewer-1-w0001-";

/// The specification, the same for all.
fn specification() -> PathBuf {
    let [path, other] = EDITIONS.map(|edition| repository().join(edition).join("spec.json"));
    assert_eq!(std::fs::read(&path).unwrap(), std::fs::read(other).unwrap());
    path
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Every saved file; each has its record, and each record its file.
fn saved() -> Vec<Saved> {
    let mut found = Vec::new();
    let editions = EDITIONS.map(|edition| entries(&repository().join(edition)));
    for viewer in editions.iter().flatten().filter(|path| path.is_dir()) {
        for path in entries(viewer) {
            let is_pdf = path.extension().is_some_and(|ending| ending == "pdf");
            assert!(
                path.with_extension(if is_pdf { "json" } else { "pdf" })
                    .exists(),
                "{} stands alone",
                path.display()
            );
            if is_pdf {
                let record = std::fs::read(path.with_extension("json")).unwrap();
                let record = serde_json::from_slice(&record).unwrap();
                found.push(Saved { path, record });
            }
        }
    }
    found
}

/// The answers of one copy by short name; nothing where nothing was written.
fn answers(plan: &Plan, copy: &WorkbookResponses) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for response in &copy.responses {
        let name = plan.fields[response.field.0].name.to_string();
        let short = name.strip_prefix(PREFIX).unwrap().to_owned();
        if let Some(value) = response.answer.value() {
            found.insert(short, value.reveal().to_owned());
        }
    }
    found
}

/// The fields of one copy that hold what they were given, by short name.
fn given(plan: &Plan, copy: &WorkbookResponses) -> BTreeSet<String> {
    let is_given = |response: &&Response| matches!(response.answer, Answer::Given);
    let name = |response: &Response| plan.fields[response.field.0].name.to_string();
    let names = copy.responses.iter().filter(is_given).map(name);
    names
        .map(|name| name.strip_prefix(PREFIX).unwrap().to_owned())
        .collect()
}

#[test]
fn whatever_a_viewer_saved_is_read_back_to_the_letter() {
    let spec = sound(&std::fs::read(specification()).unwrap());
    let plans = [plan(&spec, &spec.forms[0]).value.unwrap()];
    let known = Known::new(&plans);
    let (mut file_count, mut value_count, mut given_count) = (0, 0, 0);
    let mut viewers = BTreeSet::new();
    for Saved { path, record } in saved() {
        let who = format!("{} ({})", path.display(), record.engine);
        let file = read(&std::fs::read(&path).unwrap()).unwrap();
        assert!(!file.is_recovered, "{who}");
        let is_of_reader = |warning: &&BTreeMap<String, String>| warning["code"].starts_with('R');
        let expected: Vec<_> = record.warnings.iter().filter(is_of_reader).collect();
        let found = file.warnings.iter().map(|found| found.code.as_str());
        assert!(
            found.eq(expected.iter().map(|warning| &*warning["code"])),
            "{who}: {:?}",
            file.warnings
        );
        let collected = collect(&file, &known);
        assert_eq!(collected.status, Status::Answered, "{who}");
        assert_eq!(collected.workbooks.len(), record.copies.len(), "{who}");
        for (copy, expected) in collected.workbooks.iter().zip(&record.copies) {
            assert_eq!(answers(&plans[0], copy), expected.values, "{who}");
            assert_eq!(copy.responses.len(), plans[0].fields.len() - 1, "{who}");
            assert_eq!(given(&plans[0], copy), expected.given, "{who}");
            value_count += expected.values.len();
            given_count += expected.given.len();
        }
        file_count += 1;
        viewers.insert(path.parent().unwrap().file_name().unwrap().to_owned());
    }
    assert_eq!(
        (file_count, viewers.len(), value_count, given_count),
        (FILES, VIEWERS, VALUES, GIVEN)
    );
}

#[test]
fn what_differs_from_what_was_typed_is_a_change_that_is_written_down() {
    let mut change_count = 0;
    for Saved { path, record } in saved() {
        let who = path.display();
        assert!(!record.copies.is_empty(), "{who}");
        for copy in &record.copies {
            assert!(copy.typed.keys().eq(copy.values.keys()), "{who}");
            let count = copy.typed.len() + copy.given.len();
            assert!(count >= 11, "{who}: {count}");
            for (short, typed) in &copy.typed {
                let is_tick = short == "c0001-tick";
                let typed = if is_tick {
                    "yes".to_owned()
                } else {
                    crate::round_trip::normal(typed)
                };
                let is_changed = copy.values[short] != typed;
                assert_eq!(
                    is_changed,
                    copy.changes.contains_key(short),
                    "{who}: {short}"
                );
                change_count += usize::from(is_changed);
            }
        }
    }
    assert_eq!(change_count, CHANGES);
}

/// Files whose structure tree was left behind: programs that merge take pages and fields along, and `pdftk cat` does too.
const UNTAGGED: [&str; 4] = [
    "pdftk/merged.pdf",
    "pdftk/rewritten.pdf",
    "pypdf/merged.pdf",
    "qpdf/merged.pdf",
];

#[test]
fn whatever_a_viewer_saved_is_still_heard_as_it_was() {
    let Some(judge) = readers::judge(Reader::Pikepdf, FILES) else {
        return;
    };
    // The older edition's files were made over some time, in which the words of the guide changed.
    let [edition, _] = EDITIONS.map(|edition| repository().join(edition));
    let mut heard: BTreeMap<Vec<String>, Vec<PathBuf>> = BTreeMap::new();
    for Saved { path, .. } in saved() {
        if path.starts_with(&edition) && !UNTAGGED.iter().any(|name| path.ends_with(name)) {
            heard.entry(judge.spoken(&path)).or_default().push(path);
        }
    }
    let (lines, paths) = heard.pop_first().unwrap();
    assert!(lines.len() > 60, "{} lines", lines.len());
    assert!(
        heard.is_empty(),
        "other than {paths:?}: {:?}",
        heard.values()
    );
    assert_eq!(paths.len() + UNTAGGED.len(), FILES / 2);
}

#[test]
fn the_program_warns_of_what_it_warned_of_when_the_file_was_new() {
    let output = Command::new(env!("CARGO_BIN_EXE_akam-workbook"))
        .args(["extract", "--spec"])
        .arg(specification())
        .args(saved().iter().map(|saved| &saved.path))
        .output()
        .unwrap();
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let files = said["files"].as_array().unwrap();
    assert_eq!(files.len(), saved().len());
    let mut warning_count = 0;
    for (Saved { path, record }, file) in saved().iter().zip(files) {
        let warnings: Vec<BTreeMap<String, String>> = file["warnings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|warning| {
                let keys = ["code", "field"].into_iter();
                keys.filter_map(|key| Some((key.to_owned(), warning[key].as_str()?.to_owned())))
                    .collect()
            })
            .collect();
        assert_eq!(warnings, record.warnings, "{}", path.display());
        warning_count += warnings.len();
    }
    assert_eq!(warning_count, WARNINGS);
}
