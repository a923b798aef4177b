//! Writable PDF workbooks from a competency specification, and completed ones read back as data.
//!
//! The pipeline: `spec` → `plan` → `layout` → `pdf::write`; `pdf::read` → `responses` → `assess` → `export`.
//! `docs/architecture.md` has a sentence for every room.

pub mod assess;
pub mod confidential;
pub mod diagnostic;
pub mod export;
pub mod field_name;
pub mod geometry;
pub mod ids;
pub mod images;
pub mod layout;
pub mod messages;
pub mod pdf;
pub mod plan;
pub mod responses;
pub mod spec;
pub mod text;
pub mod values;
