//! Any bytes as a specification: a `Spec` or findings, never a fault; what is sound is planned, laid out and written.

#![no_main]

use akam_workbook::{layout, pdf, plan, spec};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let loaded = spec::load(bytes);
    let Some(spec) = loaded.value else {
        assert!(!loaded.diagnostics.is_empty());
        return;
    };
    for form in &spec.forms {
        let Some(plan) = plan::plan(&spec, form).value else {
            continue;
        };
        if let Some(layout) = layout::lay_out(&plan, None).value {
            let written = pdf::write::write(&plan, &layout, None, &Default::default());
            assert!(written.is_ok());
        }
    }
});
