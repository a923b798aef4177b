//! The running head and the page mark of every page.
//!
//! In: finished pages and their heads. Out: the same pages with both, as artefacts.
//! Never: lets a text touch another: the head is cut at a word, the line at the foot is left out of the whole document.

use crate::field_name::PageMark;
use crate::geometry::{Point, Pt};
use crate::plan::Plan;
use crate::plan::block::RunningHead;

use super::compose::Composer;
use super::measure::{TextBlock, one_line};
use super::page::{Drawing, Item, TextRun};
use super::theme::Style;

/// Baseline of the running head, and the hairline below it.
const HEAD_BASELINE: Pt = Pt(40.0);
const HEAD_RULE: Pt = Pt(48.0);
/// The mark for machines ends so far from the right edge.
const MARK_INDENT: Pt = Pt(80.0);
/// The running head keeps this distance between its texts, the foot a little less.
const HEAD_DISTANCE: Pt = Pt(20.0);
const FOOT_DISTANCE: Pt = Pt(12.0);

/// The page mark without page numbers, as in `kamd-2026a-w0001`.
pub(super) fn mark(plan: &Plan) -> String {
    let identity = &plan.identity;
    let (framework, edition) = (&identity.framework, &identity.edition);
    PageMark::document(framework, edition, identity.form, plan.theme.is_for_pen)
}

/// Adds running head and page mark to every page.
pub(super) fn finish(composer: &mut Composer<'_>) {
    let theme = composer.theme;
    let frame = theme.frame;
    let mark = mark(composer.plan);
    let document = &composer.plan.document;
    let count = composer.pages.len();
    let heads = std::mem::take(&mut composer.heads);
    let foot = one_line(&document.foot, theme.text.page_mark);
    // What the last page has no room for stands on none.
    let widest = one_line(&format!("{mark} {count}/{count}"), theme.text.page_mark).width();
    let mark_start = frame.right - MARK_INDENT - widest;
    let has_foot = frame.left + foot.width() + FOOT_DISTANCE <= mark_start;
    // Pages of one competency carry one head: it is shaped once.
    let mut shaped: Option<(RunningHead, TextBlock, TextBlock)> = None;
    for (index, (page, head)) in composer.pages.iter_mut().zip(heads).enumerate() {
        let items = &mut page.items;
        if let Some(head) = head {
            if shaped.as_ref().is_none_or(|(before, ..)| *before != head) {
                let right = one_line(&head.right, theme.text.running_head);
                let room = frame.width() - right.width() - HEAD_DISTANCE;
                let left = cut(&head.left, theme.text.running_head, room);
                shaped = Some((head, left, right));
            }
            if let Some((_, left, right)) = &shaped {
                let start = frame.right - right.width();
                add(items, left, frame.left, HEAD_BASELINE);
                add(items, right, start, HEAD_BASELINE);
            }
            let point = |x| Point { x, y: HEAD_RULE };
            items.push(Item {
                tag: None,
                drawing: Drawing::Rule {
                    from: point(frame.left),
                    to: point(frame.right),
                    width: theme.rules.row,
                    color: theme.colors.hair,
                },
            });
        }
        let number = (index + 1).to_string();
        let y = frame.mark;
        let spoken = document
            .page_phrase
            .replace("{pages}", &count.to_string())
            .replace("{page}", &number);
        let machine = one_line(&format!("{mark} {number}/{count}"), theme.text.page_mark);
        let machine_start = frame.right - MARK_INDENT - machine.width();
        if has_foot {
            add(items, &foot, frame.left, y);
        }
        add(items, &machine, machine_start, y);
        let phrase = one_line(&spoken, theme.text.page_mark);
        let start = frame.right - phrase.width();
        add(items, &phrase, start, y);
    }
}

fn add(items: &mut Vec<Item>, block: &TextBlock, x: Pt, y: Pt) {
    let color = block.style.color;
    for piece in block.lines.iter().flat_map(|line| &line.pieces) {
        items.push(Item {
            tag: None,
            drawing: Drawing::Text(TextRun {
                origin: Point { x: x + piece.x, y },
                shaped: piece.shaped.clone(),
                color,
                link: None,
            }),
        });
    }
}

/// A text on one line, cut at a word with "…" where it is wider than the room.
fn cut(text: &str, style: Style, room: Pt) -> TextBlock {
    let whole = one_line(text, style);
    if whole.width() <= room {
        return whole;
    }
    let mut words: Vec<&str> = text.split_whitespace().collect();
    while words.pop().is_some() && !words.is_empty() {
        let kept = words.join(" ");
        let kept = kept.trim_end_matches([',', ';', ':', '-', '–']);
        let shorter = one_line(&format!("{kept} …"), style);
        if shorter.width() <= room {
            return shorter;
        }
    }
    one_line("…", style)
}
