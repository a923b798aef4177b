//! Shapes of the framework: nodes of eight kinds, and their blocks.
//!
//! In: text. Out: shapes, and one view that all kinds share. Never: is sound; see `check`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::NodeKind;

use super::words::Role;
use super::{Absent, Body, Rev};

shape! {
    /// The tree of one edition: areas, units or elements.
    Framework "the framework" {
        /// Two to eight lower-case letters and digits, as in `kamd`.
        #[schemars(regex(pattern = r"^[a-z][a-z0-9]{1,7}$"))]
        id: String,
        /// One to six lower-case letters and digits, as in `2026a`.
        #[schemars(regex(pattern = r"^[0-9a-z]{1,6}$"))]
        edition: String,
        /// As in "Competency specification".
        title: String,
        /// The date of the edition, as in `2026-11-22`; it dates every output.
        #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
        published: String,
        /// Ids that must not come back.
        #[serde(default)]
        retired: Vec<Retired>,
        /// Groups of competencies.
        #[serde(default)]
        areas: Vec<Area>,
        /// Qualification units.
        #[serde(default)]
        units: Vec<Unit>,
        /// Elements of a health check.
        #[serde(default)]
        elements: Vec<Element>,
    }
}

shape! {
    /// An id that was used once.
    Retired "a retired id" {
        /// The id.
        #[schemars(regex(pattern = r"^[acpiumeqw][0-9]{4,5}$"))]
        id: String,
        /// The last edition that had it.
        #[schemars(regex(pattern = r"^[0-9a-z]{1,6}$"))]
        last_edition: String,
    }
}

shape! {
    /// A text with a role: a body, items, or both.
    Block "a block" {
        /// What it is for.
        role: Role,
        /// Its own heading, where the role's usual one will not do.
        title: Option<String>,
        /// BCP 47 tag, where its language differs.
        lang: Option<String>,
        /// The text.
        body: Option<Body>,
        /// A list.
        #[serde(default)]
        items: Vec<BlockItem>,
    }
}

shape! {
    /// One item of a block.
    BlockItem "an item of a block" {
        /// What is explained, if it is a term.
        term: Option<String>,
        /// The text.
        body: Body,
    }
}

/// What a node says of itself, whatever its kind; this is what its digest is taken of.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct NodeContent<'a> {
    /// For show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) code: Option<&'a str>,
    /// Of kinds with children.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<&'a str>,
    /// Of the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<&'a str>,
    /// Where its language differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lang: Option<&'a str>,
    /// Known by code or title alone.
    #[serde(skip_serializing_if = "Absent::is_absent")]
    pub(crate) announced: bool,
    /// Texts by role.
    #[serde(skip_serializing_if = "is_empty")]
    pub(crate) blocks: &'a [Block],
}

// Serde hands over a reference to the slice.
fn is_empty(blocks: &&[Block]) -> bool {
    blocks.is_empty()
}

/// A node of any kind.
pub(crate) struct View<'a> {
    /// The kind of the list it stands in.
    pub(crate) kind: NodeKind,
    /// Its id as written.
    pub(crate) id: &'a str,
    /// Its revision.
    pub(crate) rev: Rev,
    /// What it says.
    pub(crate) content: NodeContent<'a>,
    /// The key of its children's list; none for the leaves.
    pub(crate) child_key: Option<&'static str>,
    /// The nodes below.
    pub(crate) children: Vec<View<'a>>,
}

impl Framework {
    /// The lists of nodes that are not empty, with their keys.
    pub(crate) fn lists(&self) -> Vec<(&'static str, Vec<View<'_>>)> {
        let areas = self.areas.iter().map(Area::view).collect::<Vec<_>>();
        let units = self.units.iter().map(Unit::view).collect::<Vec<_>>();
        let elements = self.elements.iter().map(Element::view).collect::<Vec<_>>();
        let lists = [("areas", areas), ("units", units), ("elements", elements)];
        lists
            .into_iter()
            .filter(|(_, list)| !list.is_empty())
            .collect()
    }
}

/// Defines a kind of node with children.
macro_rules! parent {
    ($(#[$meta:meta])* $kind:ident $letter:literal $label:literal { $(#[$child_meta:meta])* $children:ident $key:literal: $child:ident }) => {
        shape! {
            $(#[$meta])*
            $kind $label {
                /// Minted once: the letter of its kind and four digits.
                #[schemars(regex(pattern = concat!("^", $letter, "[0-9]{4,5}$")))]
                id: String,
                /// Rises by one when the wording changes after publication; 1 if left out.
                #[serde(default)]
                rev: Rev,
                /// For show only, as in "4.1".
                code: Option<String>,
                /// Its title.
                title: Option<String>,
                /// BCP 47 tag, where its language differs.
                lang: Option<String>,
                /// Known by code or title alone: printed in overviews, asks nothing.
                #[serde(default)]
                announced: bool,
                /// Texts by role.
                #[serde(default)]
                blocks: Vec<Block>,
                $(#[$child_meta])*
                #[serde(default)]
                $children: Vec<$child>,
            }
        }

        impl $kind {
            fn view(&self) -> View<'_> {
                View {
                    kind: NodeKind::$kind,
                    id: &self.id,
                    rev: self.rev,
                    content: NodeContent {
                        code: self.code.as_deref(),
                        title: self.title.as_deref(),
                        text: None,
                        lang: self.lang.as_deref(),
                        announced: self.announced,
                        blocks: &self.blocks,
                    },
                    child_key: Some($key),
                    children: self.$children.iter().map($child::view).collect(),
                }
            }
        }
    };
}

/// Defines a kind of node without children.
macro_rules! leaf {
    ($(#[$meta:meta])* $kind:ident $letter:literal $label:literal) => {
        shape! {
            $(#[$meta])*
            $kind $label {
                /// Minted once: the letter of its kind and four digits.
                #[schemars(regex(pattern = concat!("^", $letter, "[0-9]{4,5}$")))]
                id: String,
                /// Rises by one when the wording changes after publication; 1 if left out.
                #[serde(default)]
                rev: Rev,
                /// For show only, as in "4.1".
                code: Option<String>,
                /// What it says.
                text: Option<String>,
                /// BCP 47 tag, where its language differs.
                lang: Option<String>,
                /// Known by code alone: asks nothing.
                #[serde(default)]
                announced: bool,
                /// Texts by role.
                #[serde(default)]
                blocks: Vec<Block>,
            }
        }

        impl $kind {
            fn view(&self) -> View<'_> {
                View {
                    kind: NodeKind::$kind,
                    id: &self.id,
                    rev: self.rev,
                    content: NodeContent {
                        code: self.code.as_deref(),
                        title: None,
                        text: self.text.as_deref(),
                        lang: self.lang.as_deref(),
                        announced: self.announced,
                        blocks: &self.blocks,
                    },
                    child_key: None,
                    children: Vec::new(),
                }
            }
        }
    };
}

parent! {
    /// A group of competencies.
    Area "a" "an area" {
        /// Its competencies.
        competencies "competencies": Competency
    }
}

parent! {
    /// The unit of submission of a diploma.
    Competency "c" "a competency" {
        /// Its parts.
        parts "parts": Part
    }
}

parent! {
    /// A headed part of a competency.
    Part "p" "a part" {
        /// Its indicators.
        indicators "indicators": Indicator
    }
}

leaf! {
    /// A criterion within a part.
    Indicator "i" "an indicator"
}

parent! {
    /// A qualification unit.
    Unit "u" "a unit" {
        /// Its marking points.
        marking_points "markingPoints": MarkingPoint
    }
}

leaf! {
    /// A criterion of a unit, credited by an assessor.
    MarkingPoint "m" "a marking point"
}

parent! {
    /// An element of a health check.
    Element "e" "an element" {
        /// Its guiding questions.
        questions "questions": Question
    }
}

leaf! {
    /// A guiding question of an element.
    Question "q" "a guiding question"
}
