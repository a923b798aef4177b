//! The small specifications from end to end: made with their marks, and read back.
//!
//! In: every specification under `tests/specs/valid`. Out: nothing. Never: opens a file with an outside program.

use std::collections::{BTreeMap, BTreeSet};

use akam_workbook::images;
use akam_workbook::layout;
use akam_workbook::layout::page::{Drawing, LinkTarget, Page};
use akam_workbook::pdf::{read, write};
use akam_workbook::plan::field::FieldIndex;
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
    assert_eq!(forms, 16);
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
            Paper::A4,
            Paper::A4,
            Paper::A4,
            Paper::Letter,
            Paper::A4,
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

#[test]
fn the_contents_lead_to_the_page_on_which_a_register_stands() {
    let (name, source) = VALID[0];
    let plans = plans_of(name, source);
    let layout = layout::lay_out(&plans[0], None).value.unwrap();
    let page_of = |name: &str| {
        let field = plans[0]
            .fields
            .iter()
            .position(|field| field.name.to_string() == name);
        let field = FieldIndex(field.unwrap());
        let holds = |page: &Page| page.fields.iter().any(|placed| placed.field == field);
        layout.pages.iter().position(holds).unwrap()
    };
    let registers = [
        page_of("kamd-5d-w0001-c0005-evidence-r01-what"),
        page_of("kamd-5d-w0001-c0006-evidence-r01-what"),
    ];
    // The first register has a page of its own, behind the opening texts.
    assert_eq!(layout.pages[registers[0] - 1].fields.len(), 0);
    let linked = layout.pages[..registers[0]]
        .iter()
        .flat_map(|page| &page.items);
    let linked: BTreeSet<usize> = linked
        .filter_map(|item| match &item.drawing {
            Drawing::Text(run) => run.link.as_ref(),
            Drawing::Rule { .. } | Drawing::Rectangle { .. } | Drawing::Mark(_) => None,
        })
        .filter_map(|link| match link {
            LinkTarget::Page(page) => Some(*page),
            LinkTarget::Address(_) => None,
        })
        .collect();
    assert!(
        registers.iter().all(|page| linked.contains(page)),
        "{registers:?} {linked:?}"
    );
    assert!(!linked.contains(&(registers[0] - 1)), "{linked:?}");
}

/// Forty short items are more than stands above a table of rows, however few letters they have.
#[test]
fn a_unit_with_many_short_items_has_an_opening_page_and_room_for_its_rows() {
    let (_, source) = VALID.into_iter().find(|(name, _)| *name == "unit").unwrap();
    let mut file: serde_json::Value = serde_json::from_slice(source).unwrap();
    let unit = &mut file["framework"]["units"][0];
    let items: Vec<_> = (1..=40)
        .map(|number| serde_json::json!({ "body": format!("Item {number}") }))
        .collect();
    unit["blocks"] = serde_json::json!([{ "role": "keyConcepts", "items": items }]);
    file["workbooks"][0]["asks"]["unit"] = serde_json::json!([]);
    file["assessment"] = serde_json::json!([]);
    let spec = akam_workbook::spec::load(file.to_string().as_bytes());
    let spec = spec.value.unwrap();
    let plan = plan::plan(&spec, &spec.forms[0]).value.unwrap();
    let laid_out = layout::lay_out(&plan, None);
    assert!(
        laid_out.diagnostics.is_empty(),
        "{:?}",
        laid_out.diagnostics
    );
    assert!(laid_out.value.unwrap().pages.len() > 5);
}
