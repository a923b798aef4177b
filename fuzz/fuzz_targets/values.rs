//! Any bytes as given values for the built-in workbook: values or findings, never a fault.

#![no_main]

use std::sync::OnceLock;

use akam_workbook::plan::{self, Plan};
use akam_workbook::{spec, values};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    static PLANS: OnceLock<Vec<Plan>> = OnceLock::new();
    let plans = PLANS.get_or_init(|| {
        let spec = spec::load(spec::BUILT_IN)
            .value
            .expect("a sound specification");
        let planned = spec.forms.iter().map(|form| plan::plan(&spec, form).value);
        planned.collect::<Option<_>>().expect("plans")
    });
    let loaded = values::load(bytes, plans);
    assert!(loaded.value.is_some() || !loaded.diagnostics.is_empty());
});
