//! A question outside a table: its label, its box, and how much room they take.
//!
//! In: a field and a width. Out: heights, then label and box on the page. Never: decides where on the page.

use std::borrow::Cow;

use crate::geometry::{Pt, Rect};
use crate::layout::compose::Composer;
use crate::layout::measure::block;
use crate::layout::page::{ElementIndex, Role};
use crate::layout::theme::Theme;
use crate::plan::Plan;
use crate::plan::field::{AskKind, Field, FieldIndex, Input, Options};

use super::pen::{Ticks, has_ticks};

/// Label baseline above its box.
pub(super) const LABEL_ABOVE: Pt = Pt(4.0);
/// Words beside a tick, from its left edge; their first baseline below its upper edge.
pub(super) const TICK_WORDS: Pt = Pt(24.0);
pub(super) const TICK_BASELINE: Pt = Pt(12.0);
/// What a drop-down needs beside its widest entry: the widget's insets, the text's own, and the chevron.
const CHOICE_FURNITURE: Pt = Pt(23.0);

/// The field of an index; `None` if the plan contradicts itself.
pub(super) fn field(plan: &Plan, index: FieldIndex) -> Option<&Field> {
    plan.fields.get(index.0)
}

/// The usual width of a drop-down.
pub(super) const fn choice_width(kind: AskKind) -> Pt {
    match kind {
        AskKind::Rating => Pt(80.0),
        AskKind::MarkingCredit => Pt(76.0),
        AskKind::Text
        | AskKind::Narrative
        | AskKind::Prescription
        | AskKind::Date
        | AskKind::Percent
        | AskKind::EvidenceRefs
        | AskKind::Choice
        | AskKind::Judgement
        | AskKind::YesNo
        | AskKind::Attest
        | AskKind::NotApplicable
        | AskKind::Signature
        | AskKind::EvidenceRegister => Pt(88.0),
    }
}

/// The width that a drop-down needs to show its widest entry.
pub(super) fn options_width(theme: &Theme, options: &Options) -> Pt {
    let labels = options.options().iter().map(|option| option.label.as_str());
    labels
        .chain([options.unset_label()])
        .map(|label| block(label, theme.text.body, Pt(1.0e6)).width())
        .fold(Pt(0.0), Pt::max)
        + CHOICE_FURNITURE
}

/// The label of a question; in a copy for the pen a choice that has a box to write into says what it can be.
fn label_of<'a>(plan: &Plan, asked: &'a Field) -> Cow<'a, str> {
    match &asked.input {
        Input::Choice(options) if plan.theme.is_for_pen && !has_ticks(plan, options) => {
            let labels = options.options().iter().map(|option| option.label.as_str());
            let labels: Vec<&str> = labels.collect();
            Cow::Owned(format!("{} ({})", asked.label, labels.join(", ")))
        }
        _ => Cow::Borrowed(&asked.label),
    }
}

/// What a question takes: its label above, and its box.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// From the first label baseline to the upper edge of the box; nothing for a tick, whose words stand beside it.
    pub(super) label: Pt,
    /// Height of the box, or of the words beside a tick.
    pub(super) height: Pt,
    /// Width of the box.
    pub(super) width: Pt,
    /// Width that the label or the words may take.
    pub(super) slot: Pt,
}

/// What a question takes in a column of `width`; boxes for one line are `line` high.
pub(super) fn room(theme: &Theme, plan: &Plan, asked: &Field, width: Pt, line: Pt) -> Room {
    let label = label_of(plan, asked);
    let label = block(&label, theme.text.field_label, width).depth() + LABEL_ABOVE;
    let (height, box_width) = match &asked.input {
        Input::Tick => {
            let words = block(&asked.label, theme.text.body, width - TICK_WORDS);
            let height = theme
                .boxes
                .tick
                .max(TICK_BASELINE + words.depth() + LABEL_ABOVE);
            return Room {
                label: Pt(0.0),
                height,
                width,
                slot: width,
            };
        }
        Input::Line | Input::Identity(_) => (line, width),
        Input::Choice(options) => match Ticks::of(plan, theme, options, width) {
            Some(ticks) => (ticks.height, width),
            None => {
                let needed = choice_width(asked.kind).max(options_width(theme, options));
                (theme.boxes.line, needed.min(width))
            }
        },
        Input::Lines => (theme.boxes.lines, width),
        Input::Page => (Pt(0.0), width),
        Input::Signature => (theme.boxes.signature, width),
    };
    Room {
        label,
        height,
        width: box_width,
        slot: width,
    }
}

/// Puts a question on the page: its label from `y` on, its box below; a tick with its words beside it, `y` its upper edge.
pub(super) fn place(
    composer: &mut Composer<'_>,
    index: FieldIndex,
    x: Pt,
    y: Pt,
    room: &Room,
    parent: ElementIndex,
) {
    let theme = composer.theme;
    let Some(asked) = field(composer.plan, index) else {
        return;
    };
    let label = composer.element(parent, Role::P);
    if matches!(asked.input, Input::Tick) {
        let words = block(&asked.label, theme.text.body, room.slot - TICK_WORDS);
        composer.text(words, x + TICK_WORDS, y + TICK_BASELINE, Some(label));
        let area = square(theme, x, y);
        composer.field(index, area, parent);
        return;
    }
    let words = block(
        &label_of(composer.plan, asked),
        theme.text.field_label,
        room.slot,
    );
    composer.text(words, x, y, Some(label));
    let area = Rect {
        x,
        y: y + room.label,
        width: room.width,
        height: room.height,
    };
    composer.field(index, area, parent);
}

/// A tick's box.
pub(super) const fn square(theme: &Theme, x: Pt, y: Pt) -> Rect {
    Rect {
        x,
        y,
        width: theme.boxes.tick,
        height: theme.boxes.tick,
    }
}
