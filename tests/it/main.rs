//! One binary for all integration tests, so that there is one link and every test has a name of its own.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may stop a test; clippy frees only the test functions themselves"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "tests read and write files; the rule is for the program"
)]

mod architecture;
mod command_line;
mod corpus;
mod dependencies;
mod documents;
mod exports;
mod extract;
mod field_names;
mod form_rules;
mod given_values;
mod golden;
mod marks;
mod messages;
mod pages;
mod plan_findings;
mod plans;
mod random_specs;
mod readers;
mod reading;
mod responses;
mod round_trip;
mod small_workbooks;
mod specs;
mod workbook;
