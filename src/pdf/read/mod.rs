//! From the bytes of any PDF to its form fields.

pub mod model;

pub use model::{FieldKind, FieldValue, FormField, PageContent, ReadWarning, ReturnedPdf, Widget};
