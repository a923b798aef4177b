//! How long reading completed workbooks takes, beside pypdf and pikepdf reading the form values of the same files.
//!
//!     tests/setup && cargo bench --locked --bench extract [-- --rounds 10]
//!
//! The peers run in one Python process each, kept open: neither starting Python nor importing the package is counted. They read values and
//! stop there; ours also types the answers and matches them with what was asked. The whole process reads with every core.

#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a benchmark may stop, and reads what the program leaves to its binary"
)]

mod measure;
mod peer;

use std::collections::BTreeMap;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use akam_workbook::layout::lay_out;
use akam_workbook::pdf::read::read;
use akam_workbook::pdf::write::write;
use akam_workbook::plan::{Plan, plan};
use akam_workbook::responses::{Known, collect};
use akam_workbook::spec;
use measure::{Contestant, alternate, child_task, peak_of, rounds, say, say_peak, show};
use peer::Peer;

const PROGRAM: &str = env!("CARGO_BIN_EXE_akam-workbook");
const MANY: usize = 300;

fn main() -> Result<()> {
    if let Some(file) = child_task() {
        let plans = plans()?;
        answers(&std::fs::read(file)?, &Known::new(&plans))?;
        return say_peak();
    }
    let plans = plans()?;
    let known = Known::new(&plans);
    let files = completed(&plans[0])?;
    let first = std::fs::read(&files[0])?;
    say(&format!(
        "a completed workbook: {} bytes, {} answers read",
        first.len(),
        answers(&first, &known)?
    ))?;

    let one = vec![
        Contestant::new("pdf::read alone", || {
            read(&first).map(drop).map_err(Error::other)
        }),
        Contestant::new("ours: read, type, match", || {
            answers(&first, &known).map(drop)
        }),
        peer("pikepdf", &files[..1])?.contestant(),
        peer("pypdf", &files[..1])?.contestant(),
    ];
    let times = alternate(rounds(30), one)?;
    show("one file; ratio to ours", &times, 1)?;

    let folder = files[0].parent().unwrap_or_else(|| Path::new("."));
    let many = vec![
        Contestant::new("ours: read, type, match", || {
            for file in &files {
                answers(&std::fs::read(file)?, &known)?;
            }
            Ok(())
        }),
        Contestant::new("ours, whole process, every core", || whole_process(folder)),
        peer("pikepdf", &files)?.contestant(),
        peer("pypdf", &files)?.contestant(),
    ];
    let times = alternate(rounds(30).div_ceil(10), many)?;
    show(&format!("{MANY} files; ratio to ours"), &times, 0)?;
    let path = files[0].display().to_string();
    say(&format!(
        "\npeak memory, one file, editions loaded: {}",
        peak_of(&path)?
    ))
}

fn plans() -> Result<Vec<Plan>> {
    let loaded = spec::load(spec::BUILT_IN).value;
    let spec = loaded.ok_or_else(|| Error::other("the built-in specification fails"))?;
    let plans: Option<Vec<Plan>> = spec
        .forms
        .iter()
        .map(|form| plan(&spec, form).value)
        .collect();
    plans.ok_or_else(|| Error::other("the built-in specification cannot be planned"))
}

/// Reads a file as `extract` does; the number of answers in it.
fn answers(bytes: &[u8], known: &Known<'_>) -> Result<usize> {
    let file = read(bytes).map_err(Error::other)?;
    let collected = collect(&file, known);
    let workbooks = collected.workbooks.iter();
    let responses = workbooks.flat_map(|workbook| &workbook.responses);
    let count = responses
        .filter(|response| response.answer.is_answered())
        .count();
    if count == 0 {
        return Err(Error::other("no answer was read"));
    }
    Ok(count)
}

/// Copies of the workbook, each filled with other words by pikepdf.
fn completed(plan: &Plan) -> Result<Vec<PathBuf>> {
    let folder = scratch("bench-extract")?;
    let layout = lay_out(plan, None).value;
    let layout = layout.ok_or_else(|| Error::other("the workbook cannot be laid out"))?;
    let blank = write(plan, &layout, None, &BTreeMap::new()).map_err(Error::other)?;
    let template = folder.with_extension("pdf");
    std::fs::write(&template, blank)?;
    let status = python()
        .arg("make")
        .args([&template, &folder])
        .arg(MANY.to_string())
        .status()?;
    if !status.success() {
        return Err(Error::other("pikepdf did not fill the workbooks"));
    }
    Ok((0..MANY)
        .map(|number| folder.join(format!("{number:04}.pdf")))
        .collect())
}

/// A new folder for files of this run, inside `target`.
fn scratch(name: &str) -> Result<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn whole_process(folder: &Path) -> Result<()> {
    let status = Command::new(PROGRAM)
        .arg("extract")
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    // 1 means findings for a person: the files lack a sign-off.
    if status.code().is_some_and(|code| code <= 1) {
        Ok(())
    } else {
        Err(Error::other(format!("extract ended with {status}")))
    }
}

/// Python with the outside readers, and the script that drives them.
fn python() -> Command {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let venv = std::env::var_os("AKAM_READERS_VENV")
        .map_or_else(|| repository.join("tests/.venv"), PathBuf::from);
    let mut command = Command::new(venv.join("bin/python"));
    command.arg(repository.join("benches/peers.py"));
    command
}

/// A peer that reads these files in every round.
fn peer(name: &str, files: &[PathBuf]) -> Result<Peer> {
    Peer::start(name, python().arg(name).args(files))
}
