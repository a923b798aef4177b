//! The specification: JSON by hand in, a sound [`Spec`] out.

pub mod markup;
pub mod model;

pub use model::Spec;

/// AKAM's own specification, `spec/akam-kam-diploma.json`.
pub const BUILT_IN: &[u8] = include_bytes!("../../spec/akam-kam-diploma.json");
