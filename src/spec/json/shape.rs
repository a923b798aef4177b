//! What all shapes have in common: the two keys that every object may hold, defaults that are not written, texts in lines.
//!
//! In: field lists. Out: shapes. Never: knows a particular shape.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize, Serializer};

/// Whether a value says no more than leaving its key out would.
pub(crate) trait Absent {
    /// Whether the key is left out of the digested JSON.
    fn is_absent(&self) -> bool {
        false
    }
}

impl<T: Absent> Absent for Option<T> {
    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(T::is_absent)
    }
}

impl<T: Absent> Absent for &T {
    fn is_absent(&self) -> bool {
        (*self).is_absent()
    }
}

impl<T> Absent for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl Absent for bool {
    fn is_absent(&self) -> bool {
        !*self
    }
}

impl Absent for String {}
impl Absent for u16 {}
impl Absent for u32 {}
impl Absent for f64 {}

/// A revision: 1 where none is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Rev(#[schemars(range(min = 1))] pub(crate) u32);

impl Default for Rev {
    fn default() -> Self {
        Self(1)
    }
}

impl Absent for Rev {
    fn is_absent(&self) -> bool {
        *self == Self::default()
    }
}

/// Marked-up text: one text, or a list of lines.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Body {
    /// One text.
    Whole(String),
    /// Lines, joined by LF.
    Lines(Vec<String>),
}

impl Body {
    /// The text, its lines joined by LF.
    pub(crate) fn joined(&self) -> Cow<'_, str> {
        match self {
            Self::Whole(text) => Cow::Borrowed(text),
            Self::Lines(lines) => Cow::Owned(lines.join("\n")),
        }
    }
}

impl Absent for Body {}

impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.joined())
    }
}

impl JsonSchema for Body {
    fn schema_name() -> Cow<'static, str> {
        "Body".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Marked-up text: CommonMark cut down to paragraphs, two levels of bullets, emphasis, strong and links. One text, or a list of lines; an empty line ends a paragraph.",
            "anyOf": [
                { "type": "string" },
                { "type": "array", "items": { "type": "string" } }
            ]
        })
    }
}

/// Defines a shape: an object in the file. Every shape may also hold `$schema` and `comment`, which are never digested.
macro_rules! shape {
    ($(#[$meta:meta])* $name:ident $label:literal { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[schemars(title = $label)]
        pub(crate) struct $name {
            /// Where an editor finds the JSON Schema.
            #[serde(rename = "$schema", skip_serializing)]
            #[expect(dead_code, reason = "for editors")]
            schema: Option<String>,
            /// A remark for whoever edits the file: never printed, never digested.
            #[serde(skip_serializing)]
            #[expect(dead_code, reason = "for people")]
            comment: Option<$crate::spec::json::shape::Body>,
            $(
                $(#[$field_meta])*
                #[serde(skip_serializing_if = "crate::spec::json::Absent::is_absent")]
                pub(crate) $field: $type,
            )*
        }

        impl crate::spec::json::Absent for $name {
            fn is_absent(&self) -> bool {
                true $(&& self.$field.is_absent())*
            }
        }
    };
}

/// Defines a closed set of words, each turned into the variant of the same name in the model.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident => $model:path { $($(#[$variant_meta:meta])* $variant:ident,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "camelCase")]
        pub(crate) enum $name {
            $($(#[$variant_meta])* $variant,)*
        }

        impl From<$name> for $model {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$variant => Self::$variant,)*
                }
            }
        }
    };
}
