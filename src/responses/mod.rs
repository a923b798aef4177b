//! From the fields of a returned PDF to the answers of workbooks.

mod matching;
pub mod model;
mod outcome;
mod typed;

pub use matching::Known;
pub use model::{
    Affix, Answer, Collected, Companion, FilePlace, Origin, Response, Status, WorkbookResponses,
};
pub use outcome::collect;
