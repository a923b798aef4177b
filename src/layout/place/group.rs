//! A group of questions under a heading: theory, sign-off, prescription.
//!
//! In: a group. Out: its height, then its place. Never: decides on which page.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::measure::{TextBlock, block, runs_block};
use crate::layout::page::{ElementIndex, Role};
use crate::layout::theme::Theme;
use crate::plan::block::{Markup, MarkupBlock, QuestionGroup, Run, RunningHead};

use super::questions::{Stack, Stacking};
use super::titles::HELP_BELOW_TITLE;

/// From a title to the first label at least where help stands between; from help and from a statement to it; from a title alone.
const LABEL_BELOW_TITLE: Pt = Pt(56.0);
const LABEL_BELOW_HELP: Pt = Pt(25.5);
const LABEL_BELOW_STATEMENT: Pt = Pt(29.0);
const LABEL_BELOW_BARE_TITLE: Pt = Pt(26.0);
/// How the questions of a block are stacked.
fn stacking(theme: &Theme) -> Stacking<'_> {
    Stacking {
        theme,
        line: theme.boxes.sign_off_line,
        below: Pt(16.0),
        date: Pt(108.0),
        whole_lines: 2,
        least_page: Pt(130.0),
    }
}

/// A group of questions, measured.
pub(super) struct Block<'a> {
    group: &'a QuestionGroup,
    kicker: TextBlock,
    side: Vec<TextBlock>,
    title: TextBlock,
    help: TextBlock,
    statement: Option<TextBlock>,
    /// Its questions.
    pub(super) stack: Stack,
}

impl<'a> Block<'a> {
    /// Measures a group.
    pub(super) fn of(composer: &Composer<'_>, group: &'a QuestionGroup) -> Self {
        let theme = composer.theme;
        let frame = theme.frame;
        let width = frame.column_width();
        let stack = Stack::new(composer.plan, &group.fields, &stacking(theme));
        let help_width = theme.spacing.help_width.min(width);
        let mut paragraphs = paragraphs(&group.statement).into_iter();
        let first = paragraphs.next();
        // What is stated stands first; what follows it says what to do where it cannot be stated, and stands in the band as help. Over a
        // long answer nothing is stated: there the first paragraph is the help.
        let begins_with_answer = stack.rows.first().is_some_and(|row| row.is_page);
        let (statement, help, beside) = match first {
            Some(runs) if begins_with_answer => {
                let help = runs_block(runs, theme.text.help, help_width);
                (
                    None,
                    help,
                    block(&group.help, theme.text.help, theme.frame.band),
                )
            }
            first => {
                let statement = first.map(|runs| runs_block(runs, theme.text.list, width));
                let nothing = block("", theme.text.help, theme.frame.band);
                (
                    statement,
                    block(&group.help, theme.text.help, help_width),
                    nothing,
                )
            }
        };
        let mut side = vec![
            block(&group.side_help, theme.text.help, theme.frame.band),
            beside,
        ];
        side.extend(paragraphs.map(|runs| runs_block(runs, theme.text.help, theme.frame.band)));
        side.retain(|text| !text.lines.is_empty());
        Self {
            group,
            kicker: block(&group.kicker, theme.text.kicker, theme.frame.band),
            side,
            title: block(&group.title, theme.text.part_title, width),
            help,
            statement,
            stack,
        }
    }

    /// From the title's first baseline to the first label's.
    fn head_depth(&self) -> Pt {
        let mut y = self.title.depth();
        if !self.help.lines.is_empty() {
            y = y + HELP_BELOW_TITLE + self.help.depth();
        }
        if let Some(statement) = &self.statement {
            return y + HELP_BELOW_TITLE + statement.depth() + LABEL_BELOW_STATEMENT;
        }
        if self.help.lines.is_empty() {
            return y + LABEL_BELOW_BARE_TITLE;
        }
        let aligned = if self.stack.rows.first().is_some_and(|row| row.is_page) {
            self.title.depth() + LABEL_BELOW_TITLE
        } else {
            Pt(0.0)
        };
        (y + LABEL_BELOW_HELP).max(aligned)
    }

    /// From the title's first baseline to the last of what stands in the band.
    fn side_depth(&self) -> Pt {
        self.side.iter().fold(self.kicker.depth(), |y, text| {
            y + HELP_BELOW_TITLE + text.depth()
        })
    }

    /// From the title's first baseline to where the block ends.
    pub(super) fn depth(&self) -> Pt {
        (self.head_depth() + self.stack.height()).max(self.side_depth())
    }

    /// Places a block from its title's baseline on; returns where it ends.
    pub(super) fn place(
        self,
        composer: &mut Composer<'_>,
        first: Pt,
        head: &RunningHead,
        parent: ElementIndex,
    ) -> Pt {
        let theme = composer.theme;
        let frame = theme.frame;
        let (head_depth, side_end) = (self.head_depth(), first + self.side_depth());
        composer.bookmark(
            self.group.title.clone(),
            2,
            first - theme.text.part_title.size,
        );
        let section = composer.element(parent, Role::Sect);
        let tag = composer.element(section, Role::P);
        let y = composer.text(self.kicker, frame.left, first, Some(tag));
        let heading = composer.element(section, Role::Heading(3));
        let title_end = composer.text(self.title, frame.column, first, Some(heading));
        let mut text_y = title_end;
        if !self.help.lines.is_empty() {
            let tag = composer.element(section, Role::P);
            let from = text_y + HELP_BELOW_TITLE;
            text_y = composer.text(self.help, frame.column, from, Some(tag));
        }
        if let Some(statement) = self.statement {
            let tag = composer.element(section, Role::P);
            let from = text_y + HELP_BELOW_TITLE;
            composer.text(statement, frame.column, from, Some(tag));
        }
        let mut side_y = y;
        for text in self.side {
            let tag = composer.element(section, Role::P);
            let from = side_y + HELP_BELOW_TITLE;
            side_y = composer.text(text, frame.left, from, Some(tag));
        }
        let mut label = first + head_depth;
        let mut stack = Some(self.stack);
        let mut end = label;
        while let Some(mut part) = stack {
            stack = part.cut_evenly(frame.bottom - label);
            part.place(composer, frame.column, label, section);
            end = label + part.height();
            if stack.is_some() {
                composer.start_page(Some(head));
                label = theme.spacing.title_baseline;
            }
        }
        end.max(side_end)
    }
}

/// The paragraphs of a text, items of lists among them.
fn paragraphs(markup: &Markup) -> Vec<&[Run]> {
    let mut found: Vec<&[Run]> = Vec::new();
    for part in &markup.blocks {
        match part {
            MarkupBlock::Paragraph(runs) => found.push(runs),
            MarkupBlock::List(items) => {
                for item in items {
                    found.push(&item.runs);
                    found.extend(item.children.iter().map(|child| child.runs.as_slice()));
                }
            }
        }
    }
    found
}
