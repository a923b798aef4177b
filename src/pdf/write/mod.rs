//! From placed pages to a fillable, tagged PDF.
//!
//! In: a plan, its layout, the publisher's mark, and given values. Out: the bytes of a PDF 1.7.
//! Never: decides where anything stands, looks at a clock, or edits a file in place.

pub mod content;
pub(crate) mod coordinates;
pub mod error;

pub use error::Error;
