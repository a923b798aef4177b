//! Ids of nodes and forms: the letter of a kind and a number.
//!
//! In: text. Out: ids that are sound by construction. Never: says anything about position, title or meaning.

use std::fmt;

use super::{GrammarError, all};

/// What kind of node: given by the list that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeKind {
    /// A group of competencies.
    Area,
    /// The unit of submission of a diploma.
    Competency,
    /// A headed part of a competency.
    Part,
    /// A criterion within a part.
    Indicator,
    /// A qualification unit.
    Unit,
    /// A criterion of a unit, credited by an assessor.
    MarkingPoint,
    /// An element of a health check.
    Element,
    /// A guiding question of an element.
    Question,
}

impl NodeKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Area,
        Self::Competency,
        Self::Part,
        Self::Indicator,
        Self::Unit,
        Self::MarkingPoint,
        Self::Element,
        Self::Question,
    ];

    /// The letter that ids of this kind begin with.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Area => 'a',
            Self::Competency => 'c',
            Self::Part => 'p',
            Self::Indicator => 'i',
            Self::Unit => 'u',
            Self::MarkingPoint => 'm',
            Self::Element => 'e',
            Self::Question => 'q',
        }
    }

    /// The kind's name in the formats: `markingPoint`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Competency => "competency",
            Self::Part => "part",
            Self::Indicator => "indicator",
            Self::Unit => "unit",
            Self::MarkingPoint => "markingPoint",
            Self::Element => "element",
            Self::Question => "question",
        }
    }

    /// The kind's name in English sentences, in the plural: "marking points".
    #[must_use]
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Area => "areas",
            Self::Competency => "competencies",
            Self::Part => "parts",
            Self::Indicator => "indicators",
            Self::Unit => "units",
            Self::MarkingPoint => "marking points",
            Self::Element => "elements",
            Self::Question => "questions",
        }
    }

    /// The kind that stands below this one; `None` for the leaves.
    #[must_use]
    pub const fn child(self) -> Option<Self> {
        match self {
            Self::Area => Some(Self::Competency),
            Self::Competency => Some(Self::Part),
            Self::Part => Some(Self::Indicator),
            Self::Unit => Some(Self::MarkingPoint),
            Self::Element => Some(Self::Question),
            Self::Indicator | Self::MarkingPoint | Self::Question => None,
        }
    }
}

fn parse_number(digits: &str, expected: &'static str) -> Result<u32, GrammarError> {
    let canonical = match digits.len() {
        4 => true,
        5 => !digits.starts_with('0'),
        _ => false,
    };
    let number = digits
        .parse::<u32>()
        .ok()
        .filter(|_| canonical && all(digits, |b| b.is_ascii_digit()));
    number.filter(|&n| n > 0).ok_or(GrammarError(expected))
}

/// A node's minted id, as in `i0031`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId {
    /// What kind of node.
    pub kind: NodeKind,
    number: u32,
}

impl NodeId {
    /// Reads `i0031`.
    ///
    /// # Errors
    /// What the grammar expects, if the text does not follow it.
    pub fn parse(text: &str) -> Result<Self, GrammarError> {
        const EXPECTED: &str = "the letter of its kind and four digits, as in \"i0031\"";
        let mut chars = text.chars();
        let letter = chars.next().ok_or(GrammarError(EXPECTED))?;
        let kind = NodeKind::ALL
            .into_iter()
            .find(|kind| kind.letter() == letter)
            .ok_or(GrammarError(EXPECTED))?;
        Ok(Self {
            kind,
            number: parse_number(chars.as_str(), EXPECTED)?,
        })
    }
}

impl fmt::Display for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:04}", self.kind.letter(), self.number)
    }
}

/// The id of a workbook or of an assessor's form, as in `w0001`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormId(u32);

impl FormId {
    /// Reads `w0001`.
    ///
    /// # Errors
    /// What the grammar expects, if the text does not follow it.
    pub fn parse(text: &str) -> Result<Self, GrammarError> {
        const EXPECTED: &str = "the letter w and four digits, as in \"w0001\"";
        let digits = text.strip_prefix('w').ok_or(GrammarError(EXPECTED))?;
        Ok(Self(parse_number(digits, EXPECTED)?))
    }
}

impl fmt::Display for FormId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "w{:04}", self.0)
    }
}

/// Whose field it is: the form's own, or a node's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// Asked once per workbook.
    Form(FormId),
    /// Asked of a node.
    Node(NodeId),
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(id) => id.fmt(f),
            Self::Node(id) => id.fmt(f),
        }
    }
}

/// At which level something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Once per workbook.
    Workbook,
    /// Once per node of a kind.
    Node(NodeKind),
}

impl Level {
    /// The level's name in the formats: `workbook`, `indicator`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Workbook => "workbook",
            Self::Node(kind) => kind.as_str(),
        }
    }
}
