//! From a plan to placed pages.

pub mod page;

pub use page::Layout;
