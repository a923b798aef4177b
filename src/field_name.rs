//! Field names, a file format that outlives the code (`docs/formats.md`, "Field names").
//!
//! In: the parts of a name, or a name as some program returned it. Out: the name, or its parts and what stood around them.
//! Never: guesses; case counts.

use std::fmt;

use crate::ids::{Column, Edition, FormId, FrameworkId, Owner, Row, Slot};

/// One field's name: framework, edition, form, owner, slot, and for a table row and column. At most 60 ASCII letters by construction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldName {
    /// As in `kamd`.
    pub framework: FrameworkId,
    /// As in `2026a`.
    pub edition: Edition,
    /// As in `w0001`.
    pub form: FormId,
    /// The form itself or a node.
    pub owner: Owner,
    /// What is asked.
    pub slot: Slot,
    /// Row and column, for a table.
    pub cell: Option<(Row, Column)>,
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}-{}-{}-{}-{}",
            self.framework, self.edition, self.form, self.owner, self.slot
        )?;
        match &self.cell {
            Some((row, column)) => write!(f, "-r{row}-{column}"),
            None => Ok(()),
        }
    }
}
