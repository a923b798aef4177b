//! `check`: everything that can be found in a specification before anything is published.
//!
//! In: a specification. Out: its findings, and what the edition holds. Never: writes a workbook.

use std::fmt::Write as _;

use akam_workbook::diagnostic::Diagnostic;
use akam_workbook::export::findings::{self, CheckedEdition, CheckedForm};
use akam_workbook::spec::edition::{self, KindCount};

use crate::files;
use crate::press::Proof;
use crate::report::{Report, counted};
use crate::request::Check;

/// Looks through a specification: the specification itself, then every form planned and laid out.
///
/// # Errors
/// C001 to C003 if the specification cannot be read, C004 if standard output takes no more.
pub(crate) fn run(request: &Check, report: &mut Report) -> Result<(), Box<Diagnostic>> {
    let read = Proof::read(&request.spec);
    let (mut proof, unread) = match read {
        Ok(proof) => (Some(proof), Vec::new()),
        Err(found) => (None, vec![*found]),
    };
    let edition = proof.as_mut().and_then(examine);
    let found = proof
        .as_ref()
        .map_or(unread.as_slice(), |proof| &proof.found);
    if request.is_json {
        report.count(found);
        let json = findings::checked(edition.as_ref(), found);
        let json = json.map_err(|_| files::not_printed(std::io::ErrorKind::OutOfMemory))?;
        files::print(&json)?;
        return Ok(());
    }
    report.show(found, proof.as_ref().map(|proof| &proof.text));
    let summary = edition.map_or_else(String::new, |edition| summary(&edition));
    files::print(summary.as_bytes())?;
    Ok(())
}

/// Plans and lays out every form; what the edition holds, if it is sound as far as the forms.
fn examine(proof: &mut Proof) -> Option<CheckedEdition> {
    let spec = proof.spec.take()?;
    let mut forms = Vec::new();
    for form in &spec.forms {
        let ready = proof.prepare(&spec, form);
        forms.extend(ready.map(|ready| CheckedForm {
            id: form.id,
            title: ready.plan.document.title,
            page_count: ready.layout.pages.len(),
            field_count: ready.plan.fields.len(),
        }));
    }
    Some(CheckedEdition {
        framework: spec.framework.id.clone(),
        edition: spec.framework.edition.clone(),
        published: spec.framework.published,
        digest: spec.digest,
        counts: edition::counts(&spec),
        forms,
    })
}

/// What the edition holds, a line each.
fn summary(edition: &CheckedEdition) -> String {
    let mut text = format!(
        "edition {} {}, published {}, digest {}\n",
        edition.framework,
        edition.edition,
        edition.published,
        edition.digest.short()
    );
    for count in &edition.counts {
        text.push_str(&count_line(count));
    }
    for form in &edition.forms {
        let pages = counted(form.page_count, "page");
        let fields = counted(form.field_count, "field");
        // Writing to a string cannot fail.
        let _written = writeln!(text, "{} {}: {pages}, {fields}", form.id, form.title);
    }
    text
}

/// As in "competencies: 3 present (4.1 to 4.3), 1 announced (1.4), 14 declared"; of rows, which have no codes, "120 indicators declared, 36 given".
fn count_line(count: &KindCount) -> String {
    let name = count
        .called
        .as_deref()
        .unwrap_or_else(|| count.kind.plural());
    let is_bare = count.announced == 0 && count.present_codes.is_empty();
    if let (Some(declared), None, true) = (count.declared, count.kind.child(), is_bare) {
        return format!("{declared} {name} declared, {} given\n", count.present);
    }
    let mut parts = vec![part(count.present, "present", &count.present_codes)];
    if count.announced > 0 {
        parts.push(part(count.announced, "announced", &count.announced_codes));
    }
    parts.extend(count.declared.map(|number| format!("{number} declared")));
    format!("{name}: {}\n", parts.join(", "))
}

fn part(number: u32, word: &str, codes: &[String]) -> String {
    match codes {
        [] => format!("{number} {word}"),
        [only] => format!("{number} {word} ({only})"),
        [first, last] => format!("{number} {word} ({first} and {last})"),
        [first, .., last] => format!("{number} {word} ({first} to {last})"),
    }
}
