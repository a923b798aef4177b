//! Values of the format that are one of a list or follow a grammar.
//!
//! In: a value of a stage. Out: its word, and the schema of all such words. Never: a word that the stage does not know itself.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::assess::State;
use crate::diagnostic::Severity;
use crate::plan::field::AskKind;
use crate::responses::Status;

macro_rules! closed_list {
    ($(#[$doc:meta])+ $name:ident, $schema_name:literal, $description:literal, $all:expr) => {
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(pub &'static str);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $schema_name.into()
            }

            fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
                let all: Vec<&str> = $all;
                json_schema!({ "type": "string", "description": $description, "enum": all })
            }
        }
    };
}

closed_list!(
    /// What became of a file.
    StatusWord,
    "status",
    "What became of the file; exclusive, so that the totals add up",
    Status::ALL.into_iter().map(Status::as_str).collect()
);

closed_list!(
    /// What became of one workbook in a file.
    WorkbookStatusWord,
    "workbookStatus",
    "What became of this workbook or copy",
    [Status::Answered, Status::Blank, Status::UnknownEdition]
        .into_iter()
        .map(Status::as_str)
        .collect()
);

closed_list!(
    /// How far a competency, unit or element is answered.
    StateWord,
    "state",
    "notAttempted: nothing was written; complete: nothing needed is missing; else started",
    State::ALL.into_iter().map(State::as_str).collect()
);

closed_list!(
    /// Kind of a question.
    KindWord,
    "kind",
    "Kind of the question; decides which companions stand beside the value",
    AskKind::ALL.into_iter().map(AskKind::as_str).collect()
);

closed_list!(
    /// How bad a finding is.
    SeverityWord,
    "severity",
    "error: nothing can be read; warning: a person should look; note: for information",
    [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(Severity::as_str)
        .collect()
);

/// A number written without a needless ".0".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlainNumber(pub f64);

impl Serialize for PlainNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The shortest text that reads back as the same number, as in "60" and "12.5".
        let text = self.0.to_string();
        match text.parse::<serde_json::Number>() {
            Ok(number) => number.serialize(serializer),
            Err(_) => serializer.serialize_f64(self.0),
        }
    }
}
