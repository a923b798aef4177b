//! PDF: written in `write`, read in `read`; the two do not name each other.

pub mod flags;
pub mod read;
pub mod write;
