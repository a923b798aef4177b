//! The fuzzers' seeds, replayed through the same functions on a stable compiler (`fuzz/README.md`).
//!
//! In: `fuzz/seeds`. Out: nothing; a fault fails. Never: a target without seeds, or seeds without a target.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use akam_workbook::field_name::{FieldName, IdentityValue, PageMark};
use akam_workbook::pdf::read::{Error, read};
use akam_workbook::plan::{Plan, plan};
use akam_workbook::{layout, pdf, spec, values};

use crate::readers::repository;

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let paths = entries(&repository().join("fuzz/seeds").join(target));
    assert!(paths.len() >= 2, "{target} has {} seeds", paths.len());
    paths
        .iter()
        .map(|path| std::fs::read(path).unwrap())
        .collect()
}

#[test]
fn every_fuzz_target_has_seeds_and_is_replayed_here() {
    let names = |folder: &str| -> BTreeSet<String> {
        let paths = entries(&repository().join(folder));
        let stems = paths
            .iter()
            .map(|path| path.file_stem().unwrap().to_owned());
        stems.map(|stem| stem.into_string().unwrap()).collect()
    };
    let replayed = ["field_name", "open", "spec_json", "values"].map(str::to_owned);
    assert_eq!(names("fuzz/fuzz_targets"), BTreeSet::from(replayed));
    assert_eq!(names("fuzz/seeds"), names("fuzz/fuzz_targets"));
}

#[test]
fn seeds_of_specifications_load_or_are_explained() {
    for bytes in seeds("spec_json") {
        let loaded = spec::load(&bytes);
        assert!(loaded.value.is_some() || !loaded.diagnostics.is_empty());
        for (spec, form) in loaded
            .value
            .iter()
            .flat_map(|spec| spec.forms.iter().map(move |form| (spec, form)))
        {
            let planned = plan(spec, form).value.unwrap();
            if let Some(layout) = layout::lay_out(&planned, None).value {
                pdf::write::write(&planned, &layout, None, &Default::default()).unwrap();
            }
        }
    }
}

#[test]
fn seeds_of_values_load_or_are_explained() {
    let spec = spec::load(spec::BUILT_IN).value.unwrap();
    let plans: Vec<Plan> = spec
        .forms
        .iter()
        .map(|form| plan(&spec, form).value.unwrap())
        .collect();
    let sound = seeds("values")
        .iter()
        .filter(|bytes| {
            let loaded = values::load(bytes, &plans);
            assert!(loaded.value.is_some() || !loaded.diagnostics.is_empty());
            loaded.value.is_some()
        })
        .count();
    assert_eq!(sound, 1);
}

#[test]
fn seeds_of_returned_files_are_read_or_refused() {
    let read_count = seeds("open")
        .iter()
        .filter(|bytes| {
            let outcome = read(bytes);
            assert_ne!(outcome.as_ref().err(), Some(&Error::Fault));
            outcome.is_ok()
        })
        .count();
    assert!(read_count >= 2, "only {read_count} were read");
}

#[test]
fn seeds_of_names_are_found_as_they_were_written() {
    let mut found_count = 0;
    for bytes in seeds("field_name") {
        let text = String::from_utf8(bytes).unwrap();
        if let Some(found) = FieldName::find(&text) {
            found_count += 1;
            assert_eq!(
                format!("{}{}{}", found.before, found.name, found.after),
                text
            );
        }
        found_count += usize::from(IdentityValue::parse(&text).is_some());
        found_count += usize::from(PageMark::find(&text).is_some());
    }
    assert_eq!(found_count, 3);
}
