//! What stands above a table of rows: its titles, short texts, the scale in words, and the ground of an assessor's answers.
//!
//! In: rows of a plan. Out: how far down the table begins, then the head on each of its pages. Never: repeats a text on a later page but as an artefact.

use crate::geometry::{Pt, Rect};
use crate::layout::compose::Composer;
use crate::layout::flow::Flow;
use crate::layout::measure::block;
use crate::layout::page::{Drawing, ElementIndex, Role};
use crate::plan::block::Rows;

use super::key::Key;
use super::titles::{Head, Titles};

/// The rule that opens the table under one line of help.
const RULE: Pt = Pt(122.0);
/// First baseline of a short text under one line of help, and what it adds beyond its own depth.
const INTRO: Pt = Pt(128.0);
const INTRO_ADDS: Pt = Pt(27.0);
/// The ground begins left of its boxes and above the rule, its words stand above the rule, and it pushes the rule down.
const GROUND_LEFT: Pt = Pt(8.0);
const GROUND_ABOVE: Pt = Pt(22.0);
const GROUND_WORDS: Pt = Pt(8.0);
const GROUND_ADDS: Pt = Pt(22.0);

/// What stands above a table, measured.
pub(super) struct Top {
    /// Where the table begins under the head alone.
    under_head: Pt,
    /// Until the first page has taken it.
    intro: Option<Flow>,
    head_depth: Pt,
    intro_depth: Pt,
    key: Option<Key>,
}

impl Top {
    /// Measures it.
    pub(super) fn of(composer: &mut Composer<'_>, rows: &Rows, section: ElementIndex) -> Self {
        let key = rows.key.as_ref().map(|key| Key::of(composer.theme, key));
        let head_depth = Head::of(composer, titles(rows, &rows.kicker)).depth();
        let mut intro = Flow::compact();
        for text in &rows.intro {
            intro.section(composer, section, text, rows.heading_level + 1);
        }
        let intro_depth = if intro.lines.is_empty() {
            Pt(0.0)
        } else {
            INTRO_ADDS + intro.depth()
        };
        let mut under_head = RULE + head_depth + key.as_ref().map_or(Pt(0.0), Key::depth);
        if rows.ground.is_some() {
            under_head = under_head + GROUND_ADDS;
        }
        Self {
            under_head,
            intro: Some(intro),
            head_depth,
            intro_depth,
            key,
        }
    }

    /// Where the table begins: on the first page below the texts.
    pub(super) fn depth(&self, is_first: bool) -> Pt {
        if is_first {
            self.under_head + self.intro_depth
        } else {
            self.under_head
        }
    }

    /// Puts it on a page whose table ends at `foot`; as artefacts if it only repeats what stood on the first.
    pub(super) fn place(
        &mut self,
        composer: &mut Composer<'_>,
        rows: &Rows,
        kicker: &str,
        section: Option<ElementIndex>,
        foot: Pt,
    ) {
        let theme = composer.theme;
        let depth = self.depth(section.is_some());
        if section.is_some() {
            let level = rows.heading_level.saturating_sub(1).max(1);
            composer.bookmark(rows.title.clone(), level, theme.spacing.title_baseline);
        }
        if rows.ground.is_some() {
            ground(composer, depth, foot);
        }
        Head::of(composer, titles(rows, kicker)).place(composer, section);
        if let Some(intro) = self.intro.take() {
            intro.place(composer, INTRO + self.head_depth, Some(&rows.running));
        }
        if let Some(key) = &self.key {
            let intro = depth - self.under_head;
            key.place(composer, self.head_depth + intro, section);
        }
        if let Some(words) = &rows.ground {
            let tag = section.map(|section| composer.element(section, Role::P));
            let (x, y) = (theme.frame.column, depth - GROUND_WORDS);
            composer.text(
                block(words, theme.text.column_head, theme.frame.column_width()),
                x,
                y,
                tag,
            );
        }
        composer.heavy_rule(depth);
    }
}

/// The ground, painted below all else; boxes on it are white.
fn ground(composer: &mut Composer<'_>, depth: Pt, foot: Pt) {
    let theme = composer.theme;
    let frame = theme.frame;
    let x = frame.column - GROUND_LEFT;
    let y = depth - GROUND_ABOVE;
    let rect = Rect {
        x,
        y,
        width: frame.right + GROUND_LEFT - x,
        height: foot - y,
    };
    let ground = Drawing::Rectangle {
        rect,
        stroke: None,
        fill: Some(theme.colors.ground),
    };
    composer.push(None, ground);
    composer.box_fill = Some(theme.colors.on_ground);
}

const fn titles<'a>(rows: &'a Rows, kicker: &'a str) -> Titles<'a> {
    Titles {
        kicker,
        title: rows.title.as_str(),
        help: rows.help.as_str(),
        level: rows.heading_level,
        spoken: None,
    }
}
