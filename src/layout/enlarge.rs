//! Large print: everything that was placed, enlarged.
//!
//! In: pages placed on a smaller sheet. Out: the same pages on the sheet that is printed. Never: changes what stands where, relative to the sheet.

use crate::geometry::{Point, Pt, Rect, Size};

use super::page::{Bookmark, Drawing, Page, PlacedField};

/// Enlarges pages and bookmarks; returns the size of the sheet.
pub(super) fn enlarge(
    pages: &mut [Page],
    bookmarks: &mut [Bookmark],
    paper: Size,
    scale: f64,
) -> Size {
    for page in pages {
        for item in &mut page.items {
            drawing(&mut item.drawing, scale);
        }
        for placed in &mut page.fields {
            field(placed, scale);
        }
    }
    for bookmark in bookmarks {
        bookmark.y = bookmark.y * scale;
    }
    Size {
        width: paper.width * scale,
        height: paper.height * scale,
    }
}

fn drawing(drawing: &mut Drawing, scale: f64) {
    match drawing {
        Drawing::Text(run) => {
            run.origin = point(run.origin, scale);
            run.shaped.size = run.shaped.size * scale;
            run.shaped.width = run.shaped.width * scale;
        }
        Drawing::Rule {
            from, to, width, ..
        } => {
            *from = point(*from, scale);
            *to = point(*to, scale);
            *width = *width * scale;
        }
        Drawing::Rectangle { rect, stroke, .. } => {
            *rect = rectangle(rect, scale);
            if let Some((width, _)) = stroke {
                *width = *width * scale;
            }
        }
        Drawing::Mark(rect) => *rect = rectangle(rect, scale),
    }
}

fn field(placed: &mut PlacedField, scale: f64) {
    placed.rect = rectangle(&placed.rect, scale);
    placed.text_size = placed.text_size * scale;
    if let Some((distance, _)) = &mut placed.writing_lines {
        *distance = *distance * scale;
    }
}

fn point(point: Point, scale: f64) -> Point {
    Point {
        x: point.x * scale,
        y: point.y * scale,
    }
}

fn rectangle(rect: &Rect, scale: f64) -> Rect {
    let side = |length: Pt| length * scale;
    Rect {
        x: side(rect.x),
        y: side(rect.y),
        width: side(rect.width),
        height: side(rect.height),
    }
}
