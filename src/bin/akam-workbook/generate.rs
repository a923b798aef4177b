//! `generate`: workbooks as writable PDF files.
//!
//! In: a specification, and answers given beforehand. Out: a file for each workbook, and a line that says what was made.
//! Never: replaces a file that differs unless it is told to, or writes one workbook of several when another cannot be made.

use std::collections::BTreeMap;

use akam_workbook::confidential::CandidateText;
use akam_workbook::diagnostic::{Code, Diagnostic, Place};
use akam_workbook::export::findings::{self, MadeFile};
use akam_workbook::pdf;
use akam_workbook::plan::field::FieldIndex;
use akam_workbook::plan::{Plan, ThemeBase};
use akam_workbook::spec::Spec;
use akam_workbook::spec::model::Form;
use akam_workbook::values;

use crate::files::{self, Written};
use crate::press::{Proof, Ready};
use crate::report::{Report, Text, counted, thousands};
use crate::request::{Destination, Generate};

/// What came of it.
#[derive(Default)]
struct Outcome {
    made: Vec<MadeFile>,
    found: Vec<Diagnostic>,
    texts: Vec<Text>,
}

/// Makes the workbooks.
///
/// # Errors
/// C004 if standard output takes no more.
pub(crate) fn run(request: &Generate, report: &mut Report) -> Result<(), Box<Diagnostic>> {
    let mut outcome = Outcome::default();
    if let Err(found) = make(request, &mut outcome) {
        outcome.found.push(*found);
    }
    if request.is_json {
        report.count(&outcome.found);
        let json = findings::made(&outcome.made, &outcome.found);
        let json = json.map_err(|_| files::not_printed(std::io::ErrorKind::OutOfMemory))?;
        files::print(&json)?;
        return Ok(());
    }
    report.show_in(&outcome.found, &outcome.texts);
    if request.out != Destination::StandardOutput {
        let lines: String = outcome.made.iter().map(line).collect();
        files::print(lines.as_bytes())?;
    }
    Ok(())
}

fn make(request: &Generate, outcome: &mut Outcome) -> Result<(), Box<Diagnostic>> {
    let mut proof = Proof::read(&request.spec)?;
    let ready = prepare(request, &mut proof);
    outcome.found.append(&mut proof.found);
    outcome.texts.push(proof.text.clone());
    let Some(ready) = ready? else { return Ok(()) };
    let (plans, layouts): (Vec<Plan>, Vec<_>) =
        ready.into_iter().map(|one| (one.plan, one.layout)).unzip();
    let Some(given) = given(request, &plans, outcome)? else {
        return Ok(());
    };
    let mut finished = Vec::new();
    for ((plan, layout), given) in plans.iter().zip(&layouts).zip(&given) {
        let bytes = pdf::write::write(plan, layout, proof.mark.as_ref(), given)
            .map_err(|error| Box::new(Diagnostic::from(error).in_file(&proof.text.name)))?;
        let fields = layout.pages.iter().map(|page| page.fields.len()).sum();
        finished.push((plan, layout.pages.len(), fields, bytes));
    }
    for (plan, page_count, field_count, bytes) in finished {
        match deliver(request, plan, &bytes) {
            Ok((path, written)) => outcome.made.push(MadeFile {
                path,
                is_new: written == Written::Written,
                workbook: plan.identity.form,
                page_count,
                field_count,
                byte_count: bytes.len(),
                framework: plan.identity.framework.clone(),
                edition: plan.identity.edition.clone(),
                digest: plan.identity.digest,
            }),
            // The others are made all the same; this one is named.
            Err(found) => outcome.found.push(*found),
        }
    }
    Ok(())
}

/// The forms that are wanted, ready to be written; `None` if one of them cannot be.
fn prepare(request: &Generate, proof: &mut Proof) -> Result<Option<Vec<Ready>>, Box<Diagnostic>> {
    let Some(spec) = proof.spec.take() else {
        return Ok(None);
    };
    let mut ready = Vec::new();
    for form in wanted(request, &spec)? {
        let mut form = form.clone();
        if request.is_large {
            form.theme.base = ThemeBase::LargePrint;
            form.file.push_str("-large-print");
        }
        if request.is_for_pen {
            form.theme.is_for_pen = true;
            form.file.push_str("-pen");
        }
        ready.extend(proof.prepare(&spec, &form));
    }
    Ok((!proof.is_unusable()).then_some(ready))
}

/// The form that was named, or every workbook for candidates, and perhaps the assessors' forms.
fn wanted<'a>(request: &Generate, spec: &'a Spec) -> Result<Vec<&'a Form>, Box<Diagnostic>> {
    let forms: Vec<&Form> = match &request.workbook {
        None => {
            let is_wanted = |form: &&Form| request.has_assessors || form.of.is_none();
            spec.forms.iter().filter(is_wanted).collect()
        }
        Some(id) => {
            let named = |form: &&Form| form.id.to_string() == *id;
            spec.forms.iter().filter(named).collect()
        }
    };
    let listed = |forms: &mut dyn Iterator<Item = &Form>| {
        let each = forms.map(|form| format!("{} ({})", form.id, form.title));
        each.collect::<Vec<_>>().join(", ")
    };
    if let (Some(id), true) = (&request.workbook, forms.is_empty()) {
        let message = format!("the specification has no workbook \"{id}\"");
        let help = format!("it has {}", listed(&mut spec.forms.iter()));
        let found = Diagnostic::error(Code::C006, Place::Whole, message);
        return Err(Box::new(found.help(help)));
    }
    if request.out == Destination::StandardOutput && forms.len() != 1 {
        let message = format!(
            "\"--out -\" takes one workbook, and there are {}",
            forms.len()
        );
        let help = format!(
            "choose one with --workbook: {}",
            listed(&mut forms.into_iter())
        );
        let found = Diagnostic::error(Code::C007, Place::Whole, message);
        return Err(Box::new(found.help(help)));
    }
    Ok(forms)
}

/// The answers for each plan; `None` if the file of values cannot be used.
fn given(
    request: &Generate,
    plans: &[Plan],
    outcome: &mut Outcome,
) -> Result<Option<Vec<BTreeMap<FieldIndex, CandidateText>>>, Box<Diagnostic>> {
    let Some(source) = &request.values else {
        return Ok(Some(vec![BTreeMap::new(); plans.len()]));
    };
    let most = u64::try_from(values::MOST_BYTES).unwrap_or(u64::MAX);
    let text = files::read(source, "the file of values", most)?;
    let loaded = values::load(&text.bytes, plans);
    let found = loaded.diagnostics.into_iter();
    outcome
        .found
        .extend(found.map(|found| found.in_file(&text.name)));
    // Its text is not kept to quote from: a line of it holds what a candidate wrote.
    Ok(loaded.value)
}

/// Puts the bytes where they are wanted; the path as shown.
fn deliver(
    request: &Generate,
    plan: &Plan,
    bytes: &[u8],
) -> Result<(String, Written), Box<Diagnostic>> {
    match &request.out {
        Destination::StandardOutput => {
            files::print(bytes)?;
            Ok(("-".to_owned(), Written::Written))
        }
        Destination::Path(folder) => {
            files::make_folder(folder)?;
            let path = folder.join(&plan.document.file_name);
            let written = files::write(&path, bytes, request.must_replace)?;
            Ok((files::shown(&path), written))
        }
    }
}

/// As in "out/a.pdf: 32 pages, 290 fields, 251,007 bytes, edition kamd 2026a, digest 3f0c9d2b71a8e654".
fn line(made: &MadeFile) -> String {
    let unchanged = if made.is_new { "" } else { " (unchanged)" };
    format!(
        "{}{unchanged}: {}, {}, {} bytes, edition {} {}, digest {}\n",
        made.path,
        counted(made.page_count, "page"),
        counted(made.field_count, "field"),
        thousands(made.byte_count),
        made.framework,
        made.edition,
        made.digest.short()
    )
}
