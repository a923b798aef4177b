//! Sections of prose as lines of running text: heading in the band, paragraphs, lists and keys in the column.
//!
//! In: sections of a plan. Out: lines of a [`Flow`]. Never: places anything.

use crate::geometry::Pt;
use crate::plan::block::{Markup, MarkupBlock, MarkupItem, ProseItem, ProseSection, Run, Voice};

use super::compose::Composer;
use super::flow::{Flow, stacked};
use super::measure::{block, runs_block};
use super::page::{ElementIndex, Role};
use super::theme::{Style, Theme};

/// Between paragraphs, and between sources, beyond the line distance.
const PARAGRAPH_GAP: Pt = Pt(6.0);
/// Between the items of a list, beyond the line distance.
const ITEM_GAP: Pt = Pt(4.0);
/// From a text to the key below it, and between the lines of a key beyond the line distance.
const KEY_GAP: Pt = Pt(14.0);
const KEY_ITEM_GAP: Pt = Pt(3.0);
/// How far the text of a bullet, of a numbered heading and of a key's meaning is set in.
const BULLET_INDENT: Pt = Pt(14.0);
const STEP_INDENT: Pt = Pt(16.0);
const KEY_INDENT: Pt = Pt(76.0);
/// The widest that terms may grow at the cost of their meaning.
const WIDEST_KEY: Pt = Pt(152.0);

impl Flow {
    /// Adds a section; its headings are of `level`.
    pub(super) fn section(
        &mut self,
        composer: &mut Composer<'_>,
        parent: ElementIndex,
        section: &ProseSection,
        level: u8,
    ) {
        let theme = composer.theme;
        let language = section.language.as_deref();
        let group = composer.element_in(parent, Role::Sect, language);
        let heading = composer.element(group, Role::Heading(level));
        let mut marks = Vec::new();
        let mut indent = Pt(0.0);
        let left = theme.frame.left;
        if let Some(step) = section.number {
            let style = theme.text.number;
            let figure = block(&format!("{step} "), style, theme.frame.band);
            indent = STEP_INDENT.max(figure.width() + Pt(6.0));
            marks.extend(
                composer
                    .marks(figure, left, Some(heading))
                    .into_iter()
                    .flatten(),
            );
        }
        let title = block(
            &section.heading,
            theme.text.section_heading,
            theme.frame.band - indent,
        );
        marks.extend(stacked(composer, title, left + indent, heading));
        let frame = theme.frame;
        let heading_depth = self.begin_section(marks);
        let before = self.lines.len();
        self.markup(
            composer,
            group,
            &section.body,
            Column {
                x: frame.column,
                width: frame.column_width(),
                style: if self.is_compact {
                    theme.text.list
                } else {
                    style_of(theme, section.voice)
                },
            },
        );
        self.items(composer, group, section);
        self.end_section(before, heading_depth);
    }

    fn markup(
        &mut self,
        composer: &mut Composer<'_>,
        parent: ElementIndex,
        markup: &Markup,
        column: Column,
    ) {
        for part in &markup.blocks {
            self.space(PARAGRAPH_GAP);
            match part {
                MarkupBlock::Paragraph(runs) => {
                    let tag = composer.element(parent, Role::P);
                    let text = runs_block(runs, column.style, column.width);
                    let lines = composer.marks(text, column.x, Some(tag));
                    self.text(Vec::new(), lines, column.style.leading, true);
                }
                MarkupBlock::List(items) => {
                    self.list(composer, parent, items, column.smaller(composer.theme), "•");
                }
            }
        }
    }

    fn list(
        &mut self,
        composer: &mut Composer<'_>,
        parent: ElementIndex,
        items: &[MarkupItem],
        column: Column,
        bullet: &str,
    ) {
        let list = composer.element(parent, Role::L);
        for item in items {
            let body = self.bullet(composer, list, &item.runs, column, bullet);
            self.space(ITEM_GAP);
            if !item.children.is_empty() {
                self.list(composer, body, &item.children, column.indented(), "–");
            }
            self.space(ITEM_GAP);
        }
    }

    /// One bullet with its text; returns the body's element.
    fn bullet(
        &mut self,
        composer: &mut Composer<'_>,
        list: ElementIndex,
        runs: &[Run],
        column: Column,
        bullet: &str,
    ) -> ElementIndex {
        let item = composer.element(list, Role::LI);
        let label = composer.element(item, Role::Lbl);
        let body = composer.element(item, Role::LBody);
        let dot = block(bullet, composer.theme.accented(column.style), column.width);
        let lead = composer.marks(dot, column.x, Some(label));
        let inner = column.indented();
        let text = runs_block(runs, column.style, inner.width);
        let lines = composer.marks(text, inner.x, Some(body));
        let lead = lead.into_iter().flatten().collect();
        self.text(lead, lines, column.style.leading, true);
        body
    }

    fn items(&mut self, composer: &mut Composer<'_>, parent: ElementIndex, section: &ProseSection) {
        let theme = composer.theme;
        let frame = theme.frame;
        let column = Column {
            x: frame.column,
            width: frame.column_width(),
            style: match section.voice {
                Voice::Prose | Voice::Reference => theme.text.list,
                Voice::Form => theme.text.body,
            },
        };
        let has_terms = section.items.iter().any(|item| item.term.is_some());
        if has_terms {
            self.space(KEY_GAP);
            self.key(composer, parent, &section.items, column);
        } else if section.voice == Voice::Reference {
            // Sources: paragraphs, each whole.
            for item in &section.items {
                self.space(PARAGRAPH_GAP);
                let tag = composer.element(parent, Role::P);
                let text = runs_block(&joined(&item.body), column.style, column.width);
                let lines = composer.marks(text, column.x, Some(tag));
                self.text(Vec::new(), lines, column.style.leading, false);
            }
        } else if !section.items.is_empty() {
            self.space(PARAGRAPH_GAP);
            let list = composer.element(parent, Role::L);
            for item in &section.items {
                self.bullet(composer, list, &joined(&item.body), column, "•");
                self.space(ITEM_GAP);
            }
        }
    }

    /// Terms and their meanings, side by side.
    fn key(
        &mut self,
        composer: &mut Composer<'_>,
        parent: ElementIndex,
        items: &[ProseItem],
        column: Column,
    ) {
        let theme = composer.theme;
        let widest = items
            .iter()
            .filter_map(|item| item.term.as_deref())
            .map(|term| block(term, theme.text.body_strong, column.width).width())
            .fold(Pt(0.0), Pt::max);
        let indent = KEY_INDENT.max(widest + Pt(8.0)).min(WIDEST_KEY);
        let list = composer.element(parent, Role::L);
        for item in items {
            let entry = composer.element(list, Role::LI);
            let label = composer.element(entry, Role::Lbl);
            let body = composer.element(entry, Role::LBody);
            let term = item.term.as_deref().unwrap_or_default();
            let term = block(term, theme.text.body_strong, indent - Pt(8.0));
            let overhang = term.depth();
            let lead = stacked(composer, term, column.x, label);
            let text = runs_block(&joined(&item.body), theme.text.body, column.width - indent);
            let overhang = (overhang - text.depth()).max(Pt(0.0));
            let lines = composer.marks(text, column.x + indent, Some(body));
            let lines = if lines.is_empty() {
                vec![Vec::new()]
            } else {
                lines
            };
            self.text(lead, lines, theme.text.body.leading, false);
            self.space(KEY_ITEM_GAP + overhang);
        }
    }
}

/// Where a text stands and how it is set.
#[derive(Clone, Copy)]
struct Column {
    x: Pt,
    width: Pt,
    style: Style,
}

impl Column {
    fn indented(self) -> Self {
        Self {
            x: self.x + BULLET_INDENT,
            width: self.width - BULLET_INDENT,
            ..self
        }
    }

    /// Lists stand a little smaller than prose.
    fn smaller(self, theme: &Theme) -> Self {
        let style = if self.style == theme.text.prose {
            theme.text.list
        } else {
            self.style
        };
        Self { style, ..self }
    }
}

/// A marked-up text as one paragraph.
fn joined(markup: &Markup) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut add = |more: &[Run]| {
        if !runs.is_empty() {
            runs.push(Run::plain(" "));
        }
        runs.extend_from_slice(more);
    };
    for part in &markup.blocks {
        match part {
            MarkupBlock::Paragraph(more) => add(more),
            MarkupBlock::List(items) => {
                for item in items {
                    add(&item.runs);
                    for child in &item.children {
                        add(&child.runs);
                    }
                }
            }
        }
    }
    runs
}

const fn style_of(theme: &Theme, voice: Voice) -> Style {
    match voice {
        Voice::Prose => theme.text.prose,
        Voice::Reference => theme.text.list,
        Voice::Form => theme.text.body,
    }
}
