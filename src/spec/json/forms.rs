//! Shapes of scales, workbooks and assessor's forms.
//!
//! In: text. Out: shapes. Never: is sound; see `check`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use crate::ids::{Level, NodeKind};

use super::programme::WordGuide;
use super::words::{AskKind, Base, Paper, Place};
use super::{Absent, Body, Rev};

shape! {
    /// A named list of options.
    Scale "a scale" {
        /// What questions call it, as in `claim`.
        #[schemars(regex(pattern = r"^[a-zA-Z][a-zA-Z0-9]{0,31}$"))]
        id: String,
        /// Rises by one when a label changes after publication; 1 if left out.
        #[serde(default)]
        rev: Rev,
        /// Its options, in order.
        options: Vec<ScaleOption>,
    }
}

shape! {
    /// One option of a scale.
    ScaleOption "an option" {
        /// What is stored: a lower-case letter and up to 15 lower-case letters and digits, but not `unset`.
        #[schemars(regex(pattern = r"^(?!unset$)[a-z][a-z0-9]{0,15}$"))]
        value: String,
        /// What is shown.
        label: String,
        /// What it counts.
        #[schemars(range(min = -1_000_000, max = 1_000_000))]
        #[serde(serialize_with = "shortest")]
        score: Option<f64>,
    }
}

/// Writes 2 for 2.0, so that both are digested alike.
fn shortest<S: Serializer>(score: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    let shown = score.map(|score| score.to_string());
    let number = shown.and_then(|shown| shown.parse::<serde_json::Number>().ok());
    number.serialize(serializer)
}

shape! {
    /// A workbook for candidates.
    Workbook "a workbook" {
        /// Minted once: the letter w and four digits.
        #[schemars(regex(pattern = r"^w[0-9]{4,5}$"))]
        id: String,
        /// As in "Diploma competency workbook".
        title: String,
        /// File name of the PDF, without edition and ending.
        #[schemars(regex(pattern = r"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,79}$"))]
        file: String,
        /// Ids of the nodes it covers, with all below them.
        covers: Vec<String>,
        /// How it looks.
        theme: Option<Theme>,
        /// Groups of questions under a heading.
        #[serde(default)]
        groups: Vec<Group>,
        /// What is asked at each level.
        asks: Asks,
    }
}

shape! {
    /// The assessor's form of a workbook.
    Assessment "an assessor's form" {
        /// Minted once: the letter w and four digits.
        #[schemars(regex(pattern = r"^w[0-9]{4,5}$"))]
        id: String,
        /// Id of the workbook that it is for.
        #[schemars(regex(pattern = r"^w[0-9]{4,5}$"))]
        of: String,
        /// As in "Assessor's form".
        title: String,
        /// File name of the PDF, without edition and ending.
        #[schemars(regex(pattern = r"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,79}$"))]
        file: String,
        /// How it looks; as its workbook if left out.
        theme: Option<Theme>,
        /// Groups of questions under a heading.
        #[serde(default)]
        groups: Vec<Group>,
        /// What is asked at each level.
        asks: Asks,
    }
}

shape! {
    /// How a form looks.
    Theme "a theme" {
        /// The look to start from.
        #[serde(default)]
        base: Base,
        /// Paper size.
        #[serde(default)]
        paper: Paper,
        /// Accent colour as `#rrggbb`.
        #[schemars(regex(pattern = r"^#[0-9a-fA-F]{6}$"))]
        accent: Option<String>,
    }
}

shape! {
    /// Questions under one heading, as the sign-off.
    Group "a group" {
        /// What questions call it, as in `signOff`.
        #[schemars(regex(pattern = r"^[a-zA-Z][a-zA-Z0-9]{0,31}$"))]
        id: String,
        /// The heading.
        title: String,
        /// What to say before the questions.
        body: Option<Body>,
    }
}

shape! {
    /// What is asked at each level.
    Asks "the questions by level" {
        /// Once per workbook.
        #[serde(default)]
        workbook: Vec<Ask>,
        /// Of every area.
        #[serde(default)]
        area: Vec<Ask>,
        /// Of every competency.
        #[serde(default)]
        competency: Vec<Ask>,
        /// Of every part.
        #[serde(default)]
        part: Vec<Ask>,
        /// Of every indicator.
        #[serde(default)]
        indicator: Vec<Ask>,
        /// Of every unit.
        #[serde(default)]
        unit: Vec<Ask>,
        /// Of every marking point.
        #[serde(default)]
        marking_point: Vec<Ask>,
        /// Of every element.
        #[serde(default)]
        element: Vec<Ask>,
        /// Of every question.
        #[serde(default)]
        question: Vec<Ask>,
    }
}

impl Asks {
    /// The levels at which something is asked, in the order of printing.
    pub(crate) fn levels(&self) -> Vec<(Level, &[Ask])> {
        let of = |kind: NodeKind| match kind {
            NodeKind::Area => &self.area,
            NodeKind::Competency => &self.competency,
            NodeKind::Part => &self.part,
            NodeKind::Indicator => &self.indicator,
            NodeKind::Unit => &self.unit,
            NodeKind::MarkingPoint => &self.marking_point,
            NodeKind::Element => &self.element,
            NodeKind::Question => &self.question,
        };
        let nodes = NodeKind::ALL.map(|kind| (Level::Node(kind), of(kind)));
        std::iter::once((Level::Workbook, &self.workbook))
            .chain(nodes)
            .filter(|(_, asks)| !asks.is_empty())
            .map(|(level, asks)| (level, asks.as_slice()))
            .collect()
    }
}

shape! {
    /// One question.
    Ask "a question" {
        /// Its name in field names: 2 to 16 lower-case letters, with underscores inside.
        #[schemars(regex(pattern = r"^[a-z][a-z_]{0,14}[a-z]$"))]
        slot: String,
        /// Rises by one when the prompt changes after publication; 1 if left out.
        #[serde(default)]
        rev: Rev,
        /// What kind of answer it takes.
        kind: AskKind,
        /// The scale that the answer is one of.
        scale: Option<String>,
        /// Whether it stands before or after the node's children.
        #[serde(default)]
        place: Place,
        /// Number of rows of an evidence register.
        #[schemars(range(min = 1, max = 999))]
        rows: Option<u16>,
        /// The group that it stands in.
        group: Option<String>,
        /// The question.
        prompt: String,
        /// Guide for the number of words of a narrative.
        words: Option<WordGuide>,
        /// Whether it is listed as missing once the competency is started.
        #[serde(default)]
        needed: bool,
        /// Slot of the same level whose answer lifts `needed`.
        #[schemars(regex(pattern = r"^[a-z][a-z_]{0,14}[a-z]$"))]
        unless: Option<String>,
    }
}

/// What a question says, whatever its slot and revision; this is what its digest is taken of.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AskContent<'a> {
    kind: AskKind,
    #[serde(skip_serializing_if = "Absent::is_absent")]
    scale: Option<&'a String>,
    #[serde(skip_serializing_if = "Absent::is_absent")]
    place: Place,
    #[serde(skip_serializing_if = "Absent::is_absent")]
    rows: Option<u16>,
    #[serde(skip_serializing_if = "Absent::is_absent")]
    group: Option<&'a String>,
    prompt: &'a str,
    #[serde(skip_serializing_if = "Absent::is_absent")]
    words: Option<&'a WordGuide>,
    #[serde(skip_serializing_if = "Absent::is_absent")]
    needed: bool,
    #[serde(skip_serializing_if = "Absent::is_absent")]
    unless: Option<&'a String>,
}

impl Ask {
    /// All but slot and revision.
    pub(crate) fn content(&self) -> AskContent<'_> {
        AskContent {
            kind: self.kind,
            scale: self.scale.as_ref(),
            place: self.place,
            rows: self.rows,
            group: self.group.as_ref(),
            prompt: &self.prompt,
            words: self.words.as_ref(),
            needed: self.needed,
            unless: self.unless.as_ref(),
        }
    }
}

/// What a scale says, whatever its id and revision; this is what its digest is taken of.
#[derive(Serialize)]
pub(crate) struct ScaleContent<'a> {
    options: &'a [ScaleOption],
}

impl Scale {
    /// All but id and revision.
    pub(crate) fn content(&self) -> ScaleContent<'_> {
        ScaleContent {
            options: &self.options,
        }
    }
}
