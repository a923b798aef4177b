//! Blocks of questions: theory, prescription, sign-off, registers; below a text or on pages of their own.
//!
//! In: blocks in order. Out: as many on a page as fit whole, long answers growing into what the page has left.
//! Never: splits a group that fits on a page.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::flow::Flow;
use crate::layout::measure::{TextBlock, block, number, runs_block};
use crate::layout::page::{ElementIndex, Role};
use crate::layout::theme::{
    Frame, HELP, HELP_WIDTH, KICKER, LIST, PART_TITLE, TITLE_BASELINE,
};
use crate::plan::block::{
    AskBlock, Closing, MarkupBlock, QuestionGroup, RunningHead,
};

use super::questions::{Stack, Stacking};
use super::register;
use super::titles::HELP_BELOW_TITLE;

/// From the last box of a block to the rule of the next, and from there to its title.
const RULE_BELOW_BOX: Pt = Pt(26.0);
const TITLE_BELOW_RULE: Pt = Pt(28.0);
/// From a title to the first label at least where help stands between; from help and from a statement to it; from a title alone.
const LABEL_BELOW_TITLE: Pt = Pt(56.0);
const LABEL_BELOW_HELP: Pt = Pt(25.5);
const LABEL_BELOW_STATEMENT: Pt = Pt(29.0);
const LABEL_BELOW_BARE_TITLE: Pt = Pt(26.0);
/// Between the paragraphs of a statement.
const PARAGRAPH_GAP: Pt = Pt(6.0);
/// Blocks that do not end in a long answer end so far above the foot of the sheet.
const ABOVE_FOOT: Pt = Pt(67.0);

/// Where blocks begin.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// On a new page.
    NewPage,
    /// Below a text that ends here, if they fit.
    Below(Pt),
}

/// How the questions of a block are stacked.
fn stacking(frame: &Frame) -> Stacking {
    Stacking {
        width: frame.column_width(),
        line: Pt(26.0),
        below: Pt(16.0),
        date: Pt(108.0),
        whole_lines: 2,
        least_page: Pt(130.0),
    }
}

/// Places what is asked after the children.
pub(super) fn place(composer: &mut Composer<'_>, closing: &Closing, parent: ElementIndex) {
    let mut start = Place::NewPage;
    let mut flow = Flow::default();
    guidance(composer, &closing.asks, parent, &mut flow);
    if !flow.lines.is_empty() {
        composer.start_page(Some(&closing.running));
        start = Place::Below(flow.place(composer, TITLE_BASELINE, Some(&closing.running)));
    }
    blocks(composer, &closing.asks, start, &closing.running, parent);
}

/// The texts on evidence that stand above registers.
pub(super) fn guidance(
    composer: &mut Composer<'_>,
    asks: &[AskBlock],
    parent: ElementIndex,
    flow: &mut Flow,
) {
    for ask in asks {
        if let AskBlock::Register(register) = ask {
            for part in &register.guidance {
                flow.section(composer, parent, part, 3);
            }
        }
    }
}

/// A group of questions, measured.
struct Block<'a> {
    group: &'a QuestionGroup,
    kicker: TextBlock,
    side_help: TextBlock,
    title: TextBlock,
    help: TextBlock,
    statement: Vec<TextBlock>,
    stack: Stack,
}

impl<'a> Block<'a> {
    fn of(composer: &Composer<'_>, group: &'a QuestionGroup) -> Self {
        let frame = composer.theme.frame;
        let width = frame.column_width();
        let paragraphs = group.statement.blocks.iter().flat_map(|part| match part {
            MarkupBlock::Paragraph(runs) => vec![runs],
            MarkupBlock::List(items) => items
                .iter()
                .flat_map(|item| {
                    let children = item.children.iter().map(|child| &child.runs);
                    std::iter::once(&item.runs).chain(children)
                })
                .collect(),
        });
        Self {
            group,
            kicker: block(&group.kicker, composer.theme.accented(KICKER), Frame::BAND),
            side_help: block(&group.side_help, HELP, Frame::BAND),
            title: block(&group.title, PART_TITLE, width),
            help: block(&group.help, HELP, HELP_WIDTH.min(width)),
            statement: paragraphs.map(|runs| runs_block(runs, LIST, width)).collect(),
            stack: Stack::new(composer.plan, &group.fields, &stacking(&frame)),
        }
    }

    /// From the title's first baseline to the first label's.
    fn head_depth(&self) -> Pt {
        let mut y = self.title.depth();
        if !self.help.lines.is_empty() {
            y = y + HELP_BELOW_TITLE + self.help.depth();
        }
        if !self.statement.is_empty() {
            let texts: Pt = self.statement.iter().map(TextBlock::depth).sum();
            let between = (LIST.leading + PARAGRAPH_GAP) * number(self.statement.len() - 1);
            return y + HELP_BELOW_TITLE + texts + between + LABEL_BELOW_STATEMENT;
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
        let kicker = self.kicker.depth();
        if self.side_help.lines.is_empty() {
            kicker
        } else {
            kicker + HELP_BELOW_TITLE + self.side_help.depth()
        }
    }

    /// From the title's first baseline to where the block ends.
    fn depth(&self) -> Pt {
        (self.head_depth() + self.stack.height()).max(self.side_depth())
    }
}

/// Places blocks of questions.
pub(super) fn blocks(
    composer: &mut Composer<'_>,
    asks: &[AskBlock],
    start: Place,
    head: &RunningHead,
    parent: ElementIndex,
) {
    let mut start = start;
    let mut waiting: Vec<Block<'_>> = Vec::new();
    for ask in asks {
        match ask {
            AskBlock::Group(group) => {
                let block = Block::of(composer, group);
                if !waiting.is_empty() && !fit(composer, &waiting, Some(&block), start) {
                    place_page(composer, std::mem::take(&mut waiting), start, head, parent);
                    start = Place::NewPage;
                }
                waiting.push(block);
            }
            AskBlock::Register(register) => {
                if !waiting.is_empty() {
                    place_page(composer, std::mem::take(&mut waiting), start, head, parent);
                    start = Place::NewPage;
                }
                let above = match start {
                    Place::NewPage => None,
                    Place::Below(y) => Some(y),
                };
                let end = register::place(composer, register, above, head, parent);
                start = Place::Below(end);
            }
        }
    }
    if !waiting.is_empty() {
        place_page(composer, waiting, start, head, parent);
    }
}

/// First title's baseline of blocks that begin at `start`.
fn first_title(start: Place) -> Pt {
    match start {
        Place::NewPage => TITLE_BASELINE,
        Place::Below(y) => y + RULE_BELOW_BOX + TITLE_BELOW_RULE,
    }
}

/// From the first title's baseline to the end of the last block.
fn depth<'b, 'a: 'b>(blocks: impl Iterator<Item = &'b Block<'a>>) -> Pt {
    let mut depth = Pt(0.0);
    for (index, block) in blocks.enumerate() {
        if index > 0 {
            depth = depth + RULE_BELOW_BOX + TITLE_BELOW_RULE;
        }
        depth = depth + block.depth();
    }
    depth
}

fn fit(
    composer: &Composer<'_>,
    blocks: &[Block<'_>],
    more: Option<&Block<'_>>,
    start: Place,
) -> bool {
    let all = depth(blocks.iter().chain(more));
    let here = first_title(start) + all <= composer.theme.frame.bottom;
    here || (start != Place::NewPage
        && first_title(Place::NewPage) + all <= composer.theme.frame.bottom)
}

/// Places blocks that stand on one page; a block that is longer than a page goes on over the next.
fn place_page(
    composer: &mut Composer<'_>,
    mut blocks: Vec<Block<'_>>,
    start: Place,
    head: &RunningHead,
    parent: ElementIndex,
) {
    let frame = composer.theme.frame;
    let here = first_title(start) + depth(blocks.iter()) <= frame.bottom;
    let start = match start {
        Place::Below(_) if here => start,
        Place::Below(_) | Place::NewPage => {
            composer.start_page(Some(head));
            Place::NewPage
        }
    };
    let ends_in_answer = blocks
        .last()
        .and_then(|block| block.stack.rows.last())
        .is_some_and(|row| row.is_page);
    let foot = if ends_in_answer {
        frame.bottom
    } else {
        Pt((frame.paper.height - ABOVE_FOOT).0.round())
    };
    let mut y = first_title(start);
    let spare = (foot - y - depth(blocks.iter())).max(Pt(0.0));
    let answers: usize = blocks.iter().map(|block| block.stack.page_count()).sum();
    for block in &mut blocks {
        block.stack.grow(spare / number(answers.max(1)));
    }
    for (index, block) in blocks.into_iter().enumerate() {
        if index > 0 {
            y = y + RULE_BELOW_BOX + TITLE_BELOW_RULE;
        }
        if index > 0 || start != Place::NewPage {
            composer.heavy_rule(y - TITLE_BELOW_RULE);
        }
        y = place_block(composer, block, y, head, parent);
    }
}

/// Places a block from its title's baseline on; returns where it ends.
fn place_block(
    composer: &mut Composer<'_>,
    block: Block<'_>,
    first: Pt,
    head: &RunningHead,
    parent: ElementIndex,
) -> Pt {
    let frame = composer.theme.frame;
    let (head_depth, side_end) = (block.head_depth(), first + block.side_depth());
    composer.bookmark(block.group.title.clone(), 2, first - PART_TITLE.size);
    let section = composer.element(parent, Role::Sect);
    let tag = composer.element(section, Role::P);
    let y = composer.text(block.kicker, frame.left, first, Some(tag));
    let heading = composer.element(section, Role::Heading(3));
    let title_end = composer.text(block.title, frame.column, first, Some(heading));
    let mut text_y = title_end;
    if !block.help.lines.is_empty() {
        let tag = composer.element(section, Role::P);
        let from = text_y + HELP_BELOW_TITLE;
        text_y = composer.text(block.help, frame.column, from, Some(tag));
    }
    let mut gap = HELP_BELOW_TITLE;
    for paragraph in block.statement {
        let tag = composer.element(section, Role::P);
        text_y = composer.text(paragraph, frame.column, text_y + gap, Some(tag));
        gap = LIST.leading + PARAGRAPH_GAP;
    }
    let tag = composer.element(section, Role::P);
    composer.text(block.side_help, frame.left, y + HELP_BELOW_TITLE, Some(tag));
    let mut label = first + head_depth;
    let mut stack = Some(block.stack);
    let mut end = label;
    while let Some(mut part) = stack {
        stack = part.cut(frame.bottom - label);
        part.place(composer, frame.column, label, section);
        end = label + part.height();
        if stack.is_some() {
            composer.start_page(Some(head));
            label = TITLE_BASELINE;
        }
    }
    end.max(side_end)
}
