//! Blocks of questions: theory, prescription, sign-off, registers; below a text or on pages of their own.
//!
//! In: blocks in order. Out: as many on a page as fit whole, long answers growing into what the page has left.
//! Never: splits a group that fits on a page.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::measure::number;
use crate::layout::page::ElementIndex;
use crate::plan::block::{AskBlock, Closing, RunningHead};
use crate::plan::field::{AskKind, FieldIndex, Input};

use super::boxes;
use super::group::Block;
use super::register;

/// From the last box of a block to the rule of the next, and from there to its title.
const RULE_BELOW_BOX: Pt = Pt(26.0);
const TITLE_BELOW_RULE: Pt = Pt(28.0);
/// Blocks that do not end in a long answer end so far above the foot of the sheet.
const ABOVE_FOOT: Pt = Pt(67.0);

/// Where blocks begin.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// On a new page.
    NewPage,
    /// Below a text that ends here, if they fit.
    Below(Pt),
    /// Below a title that ends here and would stand alone without them.
    UnderTitle(Pt),
}

/// Places what is asked after the children.
pub(super) fn place(composer: &mut Composer<'_>, closing: &Closing, parent: ElementIndex) {
    let start = Place::NewPage;
    blocks(composer, &closing.asks, start, &closing.running, parent);
}

/// The height of a closing that would leave most of a page empty, rule and all; `None` if it is worth a page. What to do next is not: it is
/// best read with what it follows from.
pub(super) fn short(composer: &Composer<'_>, closing: &Closing) -> Option<Pt> {
    let is_answer = |index: &FieldIndex| {
        boxes::field(composer.plan, *index)
            .is_some_and(|asked| asked.input == Input::Page && asked.kind != AskKind::Prescription)
    };
    let mut groups = Vec::new();
    for ask in &closing.asks {
        match ask {
            AskBlock::Group(group) if !group.fields.iter().any(is_answer) => groups.push(group),
            AskBlock::Group(_) | AskBlock::Register(_) => return None,
        }
    }
    let groups: Vec<Block<'_>> = groups
        .into_iter()
        .map(|group| Block::of(composer, group))
        .collect();
    let height = first_title(composer, Place::Below(Pt(0.0))) + depth(groups.iter());
    (height <= composer.theme.frame.bottom / 3.0).then_some(height)
}

/// Places a short closing below what ends at `above`.
pub(super) fn place_below(
    composer: &mut Composer<'_>,
    closing: &Closing,
    above: Pt,
    parent: ElementIndex,
) {
    let start = Place::Below(above);
    blocks(composer, &closing.asks, start, &closing.running, parent);
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
                let end = register::place(composer, register, start, head, parent);
                start = Place::Below(end);
            }
        }
    }
    if !waiting.is_empty() {
        place_page(composer, waiting, start, head, parent);
    }
}

/// First title's baseline of blocks that begin at `start`.
fn first_title(composer: &Composer<'_>, start: Place) -> Pt {
    match start {
        Place::NewPage => composer.theme.spacing.title_baseline,
        Place::Below(y) | Place::UnderTitle(y) => y + RULE_BELOW_BOX + TITLE_BELOW_RULE,
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
    let theme = composer.theme;
    let all = depth(blocks.iter().chain(more));
    let here = first_title(composer, start) + all <= theme.frame.bottom;
    here || (start != Place::NewPage
        && first_title(composer, Place::NewPage) + all <= theme.frame.bottom)
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
    let here = first_title(composer, start) + depth(blocks.iter()) <= frame.bottom;
    let start = match start {
        Place::Below(_) | Place::UnderTitle(_) if here => start,
        Place::Below(_) | Place::UnderTitle(_) | Place::NewPage => {
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
    let mut y = first_title(composer, start);
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
        y = block.place(composer, y, head, parent);
    }
}
