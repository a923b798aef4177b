//! Texts broken into lines, so that their heights are known before they have a place.
//!
//! In: texts with their style and the width of a column. Out: lines of shaped glyphs, counted and summed.
//! Never: knows where on a page a text stands.

use crate::geometry::Pt;
use crate::plan::block::Run;
use crate::text::Face;
use crate::text::wrap::{Line, StyledRun, wrap};

use super::theme::Style;

/// Wider than any page: for texts that stand on one line.
const UNBOUNDED: Pt = Pt(1.0e6);
/// Semibold looks larger than the serif it stands in.
const STRONG_IN_SERIF: f64 = 0.96;

/// A text of one style, broken into lines.
#[derive(Clone, Debug)]
pub(super) struct TextBlock {
    /// Its lines.
    pub(super) lines: Vec<Line>,
    /// Its style.
    pub(super) style: Style,
    /// Where each run leads.
    pub(super) links: Vec<Option<String>>,
}

impl TextBlock {
    /// Distance from the first baseline to the last.
    pub(super) fn depth(&self) -> Pt {
        self.style.leading * number(self.lines.len().saturating_sub(1))
    }

    /// Width of the widest line.
    pub(super) fn width(&self) -> Pt {
        self.lines
            .iter()
            .map(|line| line.width)
            .fold(Pt(0.0), Pt::max)
    }
}

/// Breaks a plain text.
pub(super) fn block(text: &str, style: Style, width: Pt) -> TextBlock {
    runs_block(&[Run::plain(text)], style, width)
}

/// A plain text on one line.
pub(super) fn one_line(text: &str, style: Style) -> TextBlock {
    block(text, style, UNBOUNDED)
}

/// Breaks marked-up text: emphasis in italic, strong in semibold.
pub(super) fn runs_block(runs: &[Run], style: Style, width: Pt) -> TextBlock {
    let styled: Vec<StyledRun> = runs
        .iter()
        .map(|run| {
            let (face, size) = match (run.is_strong, run.is_emphasis) {
                (true, _) if style.face.is_serif() => {
                    (Face::SansSemibold, style.size * STRONG_IN_SERIF)
                }
                (true, _) => (Face::SansSemibold, style.size),
                (false, true) => (Face::SerifItalic, style.size),
                (false, false) => (style.face, style.size),
            };
            StyledRun {
                text: run.text.clone(),
                face,
                size,
                color_key: 0,
                link: run.link.clone(),
            }
        })
        .collect();
    TextBlock {
        lines: wrap(&styled, width),
        style,
        links: styled.into_iter().map(|run| run.link).collect(),
    }
}

/// Breaks a text into as few lines as `width` allows, of about one length: the narrowest width that takes no more lines.
pub(super) fn balanced(text: &str, style: Style, width: Pt) -> TextBlock {
    const STEP: Pt = Pt(4.0);
    let mut found = block(text, style, width);
    let mut narrower = found.width() - STEP;
    while found.lines.len() > 1 && narrower > Pt(0.0) {
        let tried = block(text, style, narrower);
        if tried.lines.len() > found.lines.len() || tried.width() > narrower {
            break;
        }
        narrower = tried.width().min(narrower) - STEP;
        found = tried;
    }
    found
}

/// A count as a factor of lengths.
pub(super) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A text as a finding quotes it: its first 60 letters.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let mut short: String = text.chars().take(MOST).collect();
    if text.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}
