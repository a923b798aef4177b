//! The specification: JSON by hand in, a sound [`Spec`] out.

pub mod markup;
pub mod model;

pub use model::Spec;
