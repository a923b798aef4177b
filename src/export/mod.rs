//! Answers as files of a documented shape (`docs/formats.md`).

pub mod fields;
pub mod findings;
pub mod json;
