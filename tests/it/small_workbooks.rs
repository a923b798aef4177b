//! The small specifications from end to end: made with their marks, and read back.
//!
//! In: every specification under `tests/specs/valid`. Out: nothing. Never: opens a file with an outside program.

use std::collections::BTreeMap;

use akam_workbook::images;
use akam_workbook::layout;
use akam_workbook::pdf::{read, write};
use akam_workbook::plan::{self, Paper, Plan};
use akam_workbook::responses::{Known, Status, collect};

use crate::plans::{VALID, load};
use crate::readers::repository;

const MARK: &[u8] = include_bytes!("../specs/valid/mark.png");

/// Every form of a specification, planned.
fn plans_of(name: &str, source: &[u8]) -> Vec<Plan> {
    let spec = load(name, source);
    let plans = spec.forms.iter().map(|form| plan::plan(&spec, form).value);
    plans.collect::<Option<_>>().unwrap()
}

#[test]
fn every_small_form_is_made_without_findings_and_reads_as_blank() {
    let mark = images::decode(MARK).unwrap();
    let mut forms = 0;
    for (name, source) in VALID {
        let plans = plans_of(name, source);
        let known = Known::new(&plans);
        for plan in &plans {
            let what = format!("{name} {}", plan.identity.form);
            let mark = plan.mark.as_ref().map(|_| &mark);
            assert_eq!(mark.is_some(), name == "marked", "{what}");
            let laid_out = layout::lay_out(plan, mark);
            assert!(
                laid_out.diagnostics.is_empty(),
                "{what}: {:?}",
                laid_out.diagnostics
            );
            let layout = laid_out.value.unwrap();
            let bytes = write::write(plan, &layout, mark, &BTreeMap::new()).unwrap();
            let file = read::read(&bytes).unwrap();
            let collected = collect(&file, &known);
            assert_eq!(
                collected.status,
                Status::Blank,
                "{what}: {:?}",
                collected.diagnostics
            );
            let [workbook] = collected.workbooks.as_slice() else {
                panic!("{what}: {} workbooks", collected.workbooks.len());
            };
            assert_eq!(workbook.absent_count(), 0, "{what}");
            forms += 1;
        }
    }
    assert_eq!(forms, 10);
}

#[test]
fn the_small_specifications_have_both_papers_and_a_mark_beside_them() {
    let plans = VALID.map(|(name, source)| plans_of(name, source));
    let papers = plans.iter().map(|plans| plans[0].theme.paper);
    assert_eq!(
        papers.collect::<Vec<_>>(),
        [
            Paper::A4,
            Paper::Letter,
            Paper::A4,
            Paper::A4,
            Paper::Letter,
            Paper::A4
        ]
    );
    let mark = plans[4][0].mark.clone().unwrap();
    let beside = repository().join("tests/specs/valid").join(&mark.file);
    assert!(beside.is_file(), "{}", beside.display());
    assert!(mark.alt.starts_with("Sample Institute"));
}

#[test]
fn every_file_under_valid_is_tested() {
    let folder = repository().join("tests/specs/valid");
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
        .collect();
    found.sort_unstable();
    let mut tested = VALID.map(|(name, _)| name.to_owned());
    tested.sort_unstable();
    assert_eq!(found, tested);
}
