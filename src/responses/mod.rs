//! From the fields of a returned PDF to the answers of workbooks.

mod copies;
mod matching;
pub mod model;
mod notes;
mod outcome;
mod typed;
mod workbook;

pub use matching::Known;
pub use model::{
    Affix, Answer, Collected, Companion, FileFacts, FilePlace, Origin, Response, Status,
    WorkbookResponses,
};
pub use outcome::{collect, refused};
