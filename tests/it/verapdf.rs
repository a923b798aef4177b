//! PDF/UA-1 as veraPDF judges it: every form of every specification, blank, and one with answers in it.
//!
//! In: the specifications. Out: nothing; a broken rule fails, and so does a judge who looked at little. Never: judges what veraPDF does not
//! (reading order, headings, bookmarks): see `form_rules::accessibility` and `spoken`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use akam_workbook::plan::{Plan, ThemeBase, plan};
use akam_workbook::{images, layout, pdf, spec, values};

use crate::plans::{SHIPPED, VALID};
use crate::readers::{self, Judgement, Reader};
use crate::workbook::{scratch, sound};

const MARK: &[u8] = include_bytes!("../specs/valid/mark.png");

/// Every form of every specification, written.
fn every_form() -> Vec<PathBuf> {
    let mark = images::decode(MARK).unwrap();
    let mut files = Vec::new();
    for (name, source) in std::iter::once(("built-in", spec::BUILT_IN))
        .chain(SHIPPED)
        .chain(VALID)
    {
        let spec = sound(source);
        let mut forms = spec.forms.clone();
        // One of each specification for the pen, and one in large print.
        let mut pen = forms[0].clone();
        pen.theme.is_for_pen = true;
        let mut large = forms[0].clone();
        large.theme.base = ThemeBase::LargePrint;
        forms.extend([pen, large]);
        for form in &forms {
            let plan = plan(&spec, form).value.unwrap();
            let mark = plan.mark.as_ref().map(|_| &mark);
            let layout = layout::lay_out(&plan, mark).value.unwrap();
            let bytes = pdf::write::write(&plan, &layout, mark, &BTreeMap::new()).unwrap();
            let copy = match (form.theme.is_for_pen, form.theme.base) {
                (true, _) => "-pen",
                (false, ThemeBase::LargePrint) => "-large",
                (false, ThemeBase::House) => "",
            };
            let path = scratch(&format!("judged-{name}-{}{copy}.pdf", form.id));
            std::fs::write(&path, bytes).unwrap();
            files.push(path);
        }
    }
    files
}

/// The workbook of area 4 with an answer in every text field.
fn prefilled() -> PathBuf {
    let spec = sound(spec::BUILT_IN);
    let plan: Plan = plan(&spec, &spec.forms[0]).value.unwrap();
    let texts = plan
        .asked()
        .filter(|(_, field)| field.name.slot.as_str().starts_with("n"))
        .map(|(_, field)| (field.name.to_string(), "Zażółć gęślą jaźń – Ναι, €5"));
    let given: BTreeMap<String, &str> = texts.collect();
    assert!(given.len() > 70, "only {} values", given.len());
    let file = serde_json::json!({ "format": "akam-values/1", "values": given });
    let loaded = values::load(file.to_string().as_bytes(), std::slice::from_ref(&plan));
    let layout = layout::lay_out(&plan, None).value.unwrap();
    let bytes = pdf::write::write(&plan, &layout, None, &loaded.value.unwrap()[0]).unwrap();
    let path = scratch("judged-prefilled.pdf");
    std::fs::write(&path, bytes).unwrap();
    path
}

fn told(file: &Path, judged: &Judgement) -> Vec<String> {
    let failures = judged.failures.iter();
    let line = failures.map(|broken| {
        format!(
            "{}: {} ({} times, first at {}): {}",
            file.display(),
            broken.rule,
            broken.count,
            broken.place,
            broken.message
        )
    });
    line.collect()
}

#[test]
fn verapdf_finds_nothing_against_any_form_of_any_specification() {
    let Some(judge) = readers::judge(Reader::Verapdf, 55) else {
        return;
    };
    let mut files = every_form();
    files.push(prefilled());
    assert_eq!(files.len(), 55);
    let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let judged = judge.breaks("ua1", &paths);
    assert_eq!(judged.len(), files.len(), "{}", judge.version);
    let failures = files.iter().zip(&judged);
    let failures: Vec<String> = failures.flat_map(|(file, one)| told(file, one)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    let least = judged.iter().map(|one| one.checks).min();
    assert!(least > Some(5_000), "one file had {least:?} checks");
    let whole: usize = judged.iter().map(|one| one.checks).sum();
    assert!(whole > 700_000, "only {whole} checks");
}

/// What a file lacks, by replacing a key with one of the same length that nobody knows, and the clause that asks for it.
const LACKS: [(&str, &str, &str); 4] = [
    ("/Lang", "/Lamg", "7.2"),
    ("/TU(", "/TV(", "7.18.1"),
    ("/DisplayDocTitle", "/DisplayNotTitle", "7.1"),
    ("/StructParents", "/StructParentz", "7.1"),
];

#[test]
fn verapdf_finds_what_is_taken_away() {
    let Some(judge) = readers::judge(Reader::Verapdf, LACKS.len()) else {
        return;
    };
    let spec = sound(spec::BUILT_IN);
    let plan = plan(&spec, &spec.forms[1]).value.unwrap();
    let layout = layout::lay_out(&plan, None).value.unwrap();
    let whole = pdf::write::write(&plan, &layout, None, &BTreeMap::new()).unwrap();
    let mut files = Vec::new();
    for (index, (key, other, _)) in LACKS.iter().enumerate() {
        let mut bytes = whole.clone();
        let places: Vec<usize> = whole
            .windows(key.len())
            .enumerate()
            .filter(|(_, seen)| *seen == key.as_bytes())
            .map(|(at, _)| at)
            .collect();
        assert!(!places.is_empty(), "{key} is nowhere");
        for at in places {
            bytes[at..at + key.len()].copy_from_slice(other.as_bytes());
        }
        let path = scratch(&format!("lacking-{index}.pdf"));
        std::fs::write(&path, bytes).unwrap();
        files.push(path);
    }
    let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    for ((key, _, clause), judged) in LACKS.iter().zip(judge.breaks("ua1", &paths)) {
        let rules: Vec<&str> = judged
            .failures
            .iter()
            .map(|broken| broken.rule.as_str())
            .collect();
        assert!(
            rules.iter().any(|rule| rule.starts_with(clause)),
            "{key}: {rules:?}"
        );
    }
}
