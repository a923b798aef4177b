//! Marked-up text: `CommonMark` cut down to paragraphs, two levels of bullets, emphasis, strong and links.
//!
//! In: a text as written. Out: paragraphs and lists of runs, or what lies outside the subset. Never: changes a letter of the text.

mod parse;

pub(crate) use parse::parse;

/// A marked-up text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Markup {
    /// Paragraphs and lists, in order.
    pub blocks: Vec<MarkupBlock>,
}

/// One block of a marked-up text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkupBlock {
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A bulleted list.
    List(Vec<MarkupItem>),
}

/// One bullet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkupItem {
    /// Its text.
    pub runs: Vec<Run>,
    /// The bullets below it, which have none below them.
    pub children: Vec<MarkupItem>,
}

/// A stretch of text in one style.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Run {
    /// The text; line breaks of the source are spaces.
    pub text: String,
    /// Set in italic.
    pub is_emphasis: bool,
    /// Set in semibold.
    pub is_strong: bool,
    /// Where the link leads, if it is one.
    pub link: Option<String>,
}

impl Run {
    /// Text in the plain style.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}
