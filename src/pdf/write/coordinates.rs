//! From the page's downward y to PDF's upward one.
//!
//! In: places in points from the top left corner. Out: the same places from the lower left corner, rounded to a thousandth of a point.
//! Never: moves anything.

use crate::geometry::{Point, Pt, Rect};

/// A number of points as it is written: rounded to a thousandth, so that the same place always has the same digits.
#[must_use]
pub(crate) fn rounded(length: Pt) -> f64 {
    (length.0 * 1000.0).round() / 1000.0
}

/// A point from the lower left corner of a page of the given height: x, y.
#[must_use]
pub(crate) fn point(place: Point, page_height: Pt) -> [f64; 2] {
    [rounded(place.x), rounded(page_height - place.y)]
}

/// A rectangle as PDF gives it: left, lower, right and upper edge.
#[must_use]
pub(crate) fn corners(rect: &Rect, page_height: Pt) -> [f64; 4] {
    [
        rounded(rect.x),
        rounded(page_height - rect.bottom()),
        rounded(rect.right()),
        rounded(page_height - rect.y),
    ]
}

/// A number as the single precision that PDF libraries write.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    reason = "lengths on a page are far below the range of f32; rounding is wanted"
)]
pub(crate) fn single(number: f64) -> f32 {
    number as f32
}
