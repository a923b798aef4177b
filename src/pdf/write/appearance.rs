//! Appearance streams: what a reader shows for a field before it draws its own.
//!
//! In: a placed field and the text it shows. Out: form `XObjects` with the origin in the widget's lower left corner.
//! Never: paints a box or a border (those are on the page), or decides what a field shows.
//!
//! Variable text stands between `/Tx BMC` and `EMC`, which readers replace when somebody types (ISO 32000-1, 12.7.3.3); writing lines stand
//! there too, so that they are on a blank sheet and not under typed text.

use std::fmt::Write as _;

use lopdf::{Dictionary, Object, ObjectId, Stream};

use crate::geometry::{Pt, Size};
use crate::layout::page::{Color, PlacedField};

use super::field_font::{ASCENT, DESCENT, NAME};
use super::field_text::TextLine;
use super::values::{color_operands, integer, name, number, operand};

/// Distance of lines and height of the first, as shares of the size: what readers take from the font's descriptor.
const LINE_DISTANCE: f64 = (ASCENT - DESCENT) as f64 / 1000.0;
const TOP: f64 = ASCENT as f64 / 1000.0;

/// How far writing lines stay from the sides of the widget, and from its foot.
const WRITING_LINE_INSET: f64 = 2.0;
/// Width of a writing line.
const WRITING_LINE_WIDTH: f64 = 0.4;

/// Room at the right of a drop-down that its text leaves to the chevron.
const CHEVRON_ROOM: Pt = Pt(18.0);
/// Middle of the chevron from the right.
const CHEVRON_MIDDLE: f64 = 10.0;
/// Half its width and half its height.
const CHEVRON_HALF: (f64, f64) = (4.0, 2.2);

/// The tick, in a square of 16 with y upward, and its width.
const TICK: [(f64, f64); 3] = [(3.4, 7.6), (6.8, 4.0), (12.8, 11.8)];
const TICK_SQUARE: f64 = 16.0;
const TICK_WIDTH: f64 = 1.8;

/// Most lines of a text that are seen in a widget, cut ones included.
pub(super) fn line_count(field: &PlacedField) -> usize {
    let distance = field.text_size.0 * LINE_DISTANCE;
    let whole = (0..10_000).find(|count| f64::from(*count) * distance >= field.rect.height.0);
    usize::try_from(whole.unwrap_or(10_000)).unwrap_or_default()
}

/// The width that the text of a drop-down has.
pub(super) fn choice_width(field: &PlacedField) -> Pt {
    (field.rect.width - CHEVRON_ROOM).max(Pt(0.0))
}

/// Nothing: for what holds no text yet, and for a signature.
pub(super) fn empty(field: &PlacedField, resources: ObjectId) -> Stream {
    form(field, Some(resources), "/Tx BMC\nEMC\n".to_owned())
}

/// Nothing, where there is no text ever: an open box, an unsigned signature.
pub(super) fn blank(field: &PlacedField) -> Stream {
    form(field, None, String::new())
}

/// Writing lines for a pen, in the empty appearance alone.
pub(super) fn ruled(
    field: &PlacedField,
    resources: ObjectId,
    distance: Pt,
    color: Color,
) -> Stream {
    let Size { width, height } = size(field);
    let mut content = format!(
        "/Tx BMC\nq\n{} w {} RG\n",
        operand(WRITING_LINE_WIDTH),
        color_operands(color)
    );
    let right = operand(width.0 - WRITING_LINE_INSET);
    let left = operand(WRITING_LINE_INSET);
    // Lines are counted from the upper edge of the box, above the widget.
    let mut y = height.0 + WRITING_LINE_INSET - distance.0;
    while y > WRITING_LINE_INSET && distance.0 > 0.0 {
        let height = operand(y);
        let _ = writeln!(content, "{left} {height} m {right} {height} l");
        y -= distance.0;
    }
    content.push_str("S\nQ\nEMC\n");
    form(field, Some(resources), content)
}

/// Text on one line, half way up.
pub(super) fn one_line(field: &PlacedField, resources: ObjectId, text: &TextLine) -> Stream {
    let size = size(field);
    let mut content = String::from("/Tx BMC\nq\n");
    show_middle(&mut content, field, field.color, text, size);
    content.push_str("Q\nEMC\n");
    form(field, Some(resources), content)
}

/// Text on several lines from the top down.
pub(super) fn several_lines(
    field: &PlacedField,
    resources: ObjectId,
    lines: &[TextLine],
) -> Stream {
    let size = size(field);
    let mut content = String::from("/Tx BMC\nq\n");
    clip(&mut content, size);
    begin_text(&mut content, field, field.color);
    let distance = operand(field.text_size.0 * LINE_DISTANCE);
    let top = operand(size.height.0 - field.text_size.0 * TOP);
    let _ = writeln!(content, "{distance} TL 0 {top} Td");
    for line in lines {
        if !line.operand.is_empty() {
            let _ = writeln!(content, "[{}] TJ", line.operand);
        }
        content.push_str("T*\n");
    }
    content.push_str("ET\nQ\nEMC\n");
    form(field, Some(resources), content)
}

/// What a drop-down shows: the chosen entry, or in the secondary colour that nothing is chosen; and a chevron.
pub(super) fn choice(
    field: &PlacedField,
    resources: ObjectId,
    text: &TextLine,
    is_chosen: bool,
) -> Stream {
    let Size { width, height } = size(field);
    let color = if is_chosen {
        field.color
    } else {
        field.secondary_color
    };
    let mut content = String::from("/Tx BMC\nq\n");
    let room = Size {
        width: choice_width(field),
        height,
    };
    show_middle(&mut content, field, color, text, room);
    content.push_str("Q\nEMC\n");
    let (across, down) = CHEVRON_HALF;
    let (x, y) = (width.0 - CHEVRON_MIDDLE, height.0 / 2.0);
    let points = [
        (x - across, y + down),
        (x, y - down),
        (x + across, y + down),
    ];
    stroke(&mut content, &points, 1.0, field.secondary_color);
    form(field, Some(resources), content)
}

/// A ticked box: a path, so that no reader needs a font for it.
pub(super) fn tick(field: &PlacedField) -> Stream {
    let Size { width, height } = size(field);
    let scale = width.min(height).0 / TICK_SQUARE;
    let mut content = String::from("q\n1 J 1 j\n");
    let points = TICK.map(|(x, y)| (x * scale, y * scale));
    stroke(
        &mut content,
        &points,
        TICK_WIDTH * scale,
        field.secondary_color,
    );
    content.push_str("Q\n");
    form(field, None, content)
}

fn stroke(content: &mut String, points: &[(f64, f64)], width: f64, color: Color) {
    let _ = writeln!(content, "{} w {} RG", operand(width), color_operands(color));
    for (index, (x, y)) in points.iter().enumerate() {
        let operator = if index == 0 { "m" } else { "l" };
        let _ = writeln!(content, "{} {} {operator}", operand(*x), operand(*y));
    }
    content.push_str("S\n");
}

/// One line, its room half way up; what stands past the room is cut.
fn show_middle(
    content: &mut String,
    field: &PlacedField,
    color: Color,
    text: &TextLine,
    room: Size,
) {
    if text.operand.is_empty() {
        return;
    }
    if text.is_wide {
        clip(content, room);
    }
    begin_text(content, field, color);
    let line = field.text_size.0 * LINE_DISTANCE;
    let baseline = (room.height.0 + line) / 2.0 - field.text_size.0 * TOP;
    let _ = writeln!(
        content,
        "0 {} Td [{}] TJ\nET",
        operand(baseline),
        text.operand
    );
}

fn clip(content: &mut String, room: Size) {
    let (width, height) = (operand(room.width.0), operand(room.height.0));
    let _ = writeln!(content, "0 0 {width} {height} re W n");
}

fn begin_text(content: &mut String, field: &PlacedField, color: Color) {
    let (size, color) = (operand(field.text_size.0), color_operands(color));
    let _ = writeln!(content, "BT\n/{NAME} {size} Tf {color} rg");
}

const fn size(field: &PlacedField) -> Size {
    Size {
        width: field.rect.width,
        height: field.rect.height,
    }
}

fn form(field: &PlacedField, resources: Option<ObjectId>, content: String) -> Stream {
    let Size { width, height } = size(field);
    let corners = [integer(0), integer(0), number(width.0), number(height.0)];
    let mut dictionary = Dictionary::from_iter([
        ("Subtype", name("Form")),
        ("BBox", Object::Array(corners.to_vec())),
    ]);
    // A form without resources would take the page's (ISO 32000-1, 7.8.3).
    dictionary.set(
        "Resources",
        resources.map_or_else(|| Object::from(Dictionary::new()), Object::from),
    );
    Stream::new(dictionary, content.into_bytes())
}
