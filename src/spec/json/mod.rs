//! The specification as it is written by hand: shapes for `serde`, from which the JSON Schema is made too.
//!
//! In: text that fits the schema. Out: shapes, and the compact JSON that digests are taken of. Never: is sound; ids and references are still texts.
//!
//! Fields stand in the order in which they are digested, so their order is part of the format. What is left out and what is
//! written as its default are one, and so are a text and its list of lines: a digest sees no difference.

#[macro_use]
mod shape;
mod forms;
mod nodes;
mod programme;
mod words;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(crate) use forms::{Ask, Asks, Assessment, Group, Scale, ScaleOption, Theme, Workbook};
pub(crate) use nodes::{Block, Framework, NodeContent, Retired, View};
pub(crate) use programme::{Declaration, Mark, Noun, Programme, Rules, WordGuide};
pub(crate) use shape::{Absent, Body, Rev};

shape! {
    /// One edition of one framework, with the programme's rules and the workbooks made from it.
    Spec "the specification" {
        /// The format and its number: `akam-workbook/1`.
        #[schemars(regex(pattern = r"^akam-workbook/1$"))]
        format: String,
        /// The programme that the framework belongs to.
        programme: Programme,
        /// The tree of what is to be shown.
        framework: Framework,
        /// Named lists of options, for questions that take one of them.
        #[serde(default)]
        scales: Vec<Scale>,
        /// The workbooks for candidates.
        workbooks: Vec<Workbook>,
        /// The assessor's forms.
        #[serde(default)]
        assessment: Vec<Assessment>,
    }
}

/// What `serde` could not read: a pointer to the value, and why.
pub(crate) struct Misfit {
    /// JSON pointer.
    pub(crate) pointer: String,
    /// In `serde`'s words.
    pub(crate) reason: String,
}

/// Reads the shapes.
///
/// # Errors
/// A text that does not fit; `schema::fit` finds all such places first, so this is the net below it.
pub(crate) fn read(text: &str) -> Result<Spec, Misfit> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let mut pointer = String::new();
        for segment in error.path() {
            let token = match segment {
                serde_path_to_error::Segment::Seq { index } => index.to_string(),
                serde_path_to_error::Segment::Map { key } => {
                    key.replace('~', "~0").replace('/', "~1")
                }
                serde_path_to_error::Segment::Enum { variant } => variant.clone(),
                serde_path_to_error::Segment::Unknown => continue,
            };
            pointer.push('/');
            pointer.push_str(&token);
        }
        let reason = error.inner().to_string();
        let reason = reason
            .split(" at line ")
            .next()
            .unwrap_or_default()
            .to_owned();
        Misfit { pointer, reason }
    })
}

/// The compact JSON that a digest is taken of.
pub(crate) fn compact(shape: &impl Serialize) -> String {
    // Writing shapes of texts, numbers and lists into memory cannot fail; were it to, nothing would be digested and every test on digests would say so.
    serde_json::to_string(shape).unwrap_or_default()
}
