//! How long a workbook takes, beside lopdf alone writing the very same objects.
//!
//!     benches/setup && cargo bench --locked --bench generate [-- --rounds 30]
//!
//! The floor: the finished workbook is loaded once; each round builds a document from clones of its objects and saves it. The second floor
//! compresses the streams as well, as whoever writes them must. The peer is WeasyPrint, the one free program that makes tagged PDF/UA with form
//! fields: `peer_weasyprint.py` has it make pages of the same shape, words and number of fields.

#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a benchmark may stop, and reads what the program leaves to its binary"
)]

mod measure;
mod peer;

use std::collections::BTreeMap;
use std::io::{Error, Result};
use std::path::Path;
use std::process::{Command, Stdio};

use akam_workbook::layout::lay_out;
use akam_workbook::layout::page::Layout;
use akam_workbook::pdf::write::write;
use akam_workbook::plan::{Plan, plan};
use akam_workbook::spec;
use akam_workbook::spec::model::Spec;
use lopdf::xref::XrefType;
use lopdf::{Document, Object};
use measure::{Contestant, alternate, child_task, peak_of, rounds, say, say_peak, show};
use peer::Peer;

const PROGRAM: &str = env!("CARGO_BIN_EXE_akam-workbook");

fn main() -> Result<()> {
    match child_task().as_deref() {
        Some("ours") => {
            ours()?;
            return say_peak();
        }
        Some("floor") => {
            let finished = std::fs::read(measure_file()?)?;
            save(load(&finished)?, false)?;
            return say_peak();
        }
        _ => {}
    }
    let finished = ours()?;
    std::fs::write(measure_file()?, &finished)?;
    let document = load(&finished)?;
    let floor_size = save(document.clone(), false)?.len();
    let mut loose = document.clone();
    loose.decompress();
    let compressed_size = save(loose.clone(), true)?.len();
    say(&format!(
        "workbook of area 4: {} bytes, {} objects; saved by lopdf alone {floor_size} bytes, compressed by it {compressed_size}",
        finished.len(),
        document.objects.len(),
    ))?;
    let mut weasyprint = weasyprint()?;
    let (_, made) = weasyprint.round()?;
    say(&format!("WeasyPrint's: {made} (bytes, pages, form fields)"))?;
    race(&document, &loose, weasyprint)?;
    stages()?;
    say(&format!(
        "\npeak memory, one workbook: ours {}",
        peak_of("ours")?
    ))?;
    say(&format!(
        "peak memory, loading it and saving the floor: {}",
        peak_of("floor")?
    ))
}

/// Where the child that measures the floor's memory finds the workbook.
fn measure_file() -> Result<std::path::PathBuf> {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join("bench-workbook.pdf"))
}

/// WeasyPrint in a process of its own.
fn weasyprint() -> Result<Peer> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(repository.join("benches/.venv/bin/python"));
    let paths = [
        "benches/peer_weasyprint.py",
        "spec/akam-kam-diploma.json",
        "assets/fonts",
    ];
    command.args(paths.map(|path| repository.join(path)));
    Peer::start("WeasyPrint: specification to bytes", &mut command)
}

fn race(document: &Document, loose: &Document, weasyprint: Peer) -> Result<()> {
    let contestants = vec![
        Contestant::new("floor: lopdf saves the same objects", || {
            save(document.clone(), false).map(drop)
        }),
        Contestant::new("floor, compressing the streams too", || {
            save(loose.clone(), true).map(drop)
        }),
        Contestant::new("ours, warm: specification to bytes", || ours().map(drop)),
        Contestant::new("ours, whole process", || {
            let status = Command::new(PROGRAM)
                .args(["generate", "--workbook", "w0001", "--out", "-"])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()?;
            // 1 would be warnings; anything above made nothing.
            if status.code().is_some_and(|code| code <= 1) {
                Ok(())
            } else {
                Err(Error::other(format!("generate ended with {status}")))
            }
        }),
        weasyprint.contestant(),
    ];
    let times = alternate(rounds(30), contestants)?;
    show("one workbook, 290 fields; ratio to the floor", &times, 0)?;
    say(&format!(
        "whole process over warm: {:.2}; warm over the compressing floor: {:.2}; WeasyPrint over warm: {:.1}",
        times[3].median() / times[2].median(),
        times[2].median() / times[1].median(),
        times[4].median() / times[2].median(),
    ))
}

/// Each stage by itself, on what the stage before made.
fn stages() -> Result<()> {
    let spec = loaded()?;
    let plan = planned(&spec)?;
    let layout = laid_out(&plan)?;
    let contestants = vec![
        Contestant::new("spec::load", || loaded().map(drop)),
        Contestant::new("plan", || planned(&spec).map(drop)),
        Contestant::new("lay_out", || laid_out(&plan).map(drop)),
        Contestant::new("write", || written(&plan, &layout).map(drop)),
    ];
    let times = alternate(rounds(30), contestants)?;
    show("stage by stage; ratio to write", &times, 3)
}

fn loaded() -> Result<Spec> {
    spec::load(spec::BUILT_IN)
        .value
        .ok_or_else(|| failed("spec"))
}

fn planned(spec: &Spec) -> Result<Plan> {
    plan(spec, &spec.forms[0])
        .value
        .ok_or_else(|| failed("plan"))
}

fn laid_out(plan: &Plan) -> Result<Layout> {
    lay_out(plan, None).value.ok_or_else(|| failed("layout"))
}

fn written(plan: &Plan, layout: &Layout) -> Result<Vec<u8>> {
    write(plan, layout, None, &BTreeMap::new()).map_err(Error::other)
}

fn ours() -> Result<Vec<u8>> {
    let plan = planned(&loaded()?)?;
    written(&plan, &laid_out(&plan)?)
}

fn failed(stage: &str) -> Error {
    Error::other(format!("the built-in specification fails at {stage}"))
}

fn load(bytes: &[u8]) -> Result<Document> {
    Document::load_mem(bytes).map_err(Error::other)
}

/// A document from these objects, saved with a classic cross-reference table.
fn save(from: Document, compresses: bool) -> Result<Vec<u8>> {
    let mut document = Document::with_version("1.7");
    document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
    document.max_id = from.max_id;
    document.trailer = from.trailer;
    for (id, object) in from.objects {
        let is_table = matches!(&object, Object::Stream(stream) if stream.dict.has_type(b"XRef"));
        if !is_table {
            document.objects.insert(id, object);
        }
    }
    if compresses {
        document.compress();
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}
