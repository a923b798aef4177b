//! A count as squares beside its figure.
//!
//! In: a count. Out: a square for each. Never: draws past the numbers of pages.

use crate::geometry::{Pt, Rect};
use crate::layout::compose::Composer;
use crate::layout::measure::number;
use crate::layout::page::Drawing;

/// The first square, from the right edge; what stands in place of squares begins there too.
pub(super) const FIRST: Pt = Pt(124.0);
/// Squares end this far from the right edge.
const END: Pt = Pt(24.0);
const SIDE: Pt = Pt(6.0);
const STEP: Pt = Pt(9.0);

/// One square for each row that is asked, smaller where they are many.
pub(super) fn place(composer: &mut Composer<'_>, count: usize, y: Pt) {
    let theme = composer.theme;
    let right = theme.frame.right;
    let (first, end) = (right - FIRST, right - END);
    let step = STEP.0.min((end - first).0 / number(count.max(1)));
    let side = step * SIDE.0 / STEP.0;
    for index in 0..count {
        let x = first.0 + step * number(index);
        let rect = Rect::new(x, y.0 - side, side, side);
        composer.push(
            None,
            Drawing::Rectangle {
                rect,
                stroke: None,
                fill: Some(theme.colors.border),
            },
        );
    }
}
