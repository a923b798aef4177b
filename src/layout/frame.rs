//! Sheets of paper, and the measures of a page on them.
//!
//! In: what a theme says of a sheet. Out: where everything may stand. Never: knows what stands there.

use crate::geometry::{Pt, Size};
use crate::plan::Paper;

use super::theme::Spacing;

/// The sheets that a theme is made for.
pub(super) struct Papers {
    /// 595.28 × 841.89 pt.
    pub(super) a4: Sheet,
    /// 612 × 792 pt.
    pub(super) letter: Sheet,
}

impl Papers {
    /// The sheet that a form chose.
    pub(super) const fn sheet(&self, paper: Paper) -> &Sheet {
        match paper {
            Paper::A4 => &self.a4,
            Paper::Letter => &self.letter,
        }
    }
}

/// A sheet and where content stands on it.
pub(super) struct Sheet {
    /// Its width.
    pub(super) width: Pt,
    /// Its height.
    pub(super) height: Pt,
    /// Left edge of everything.
    pub(super) left: Pt,
    /// Right edge of everything.
    pub(super) right: Pt,
    /// From the foot of the sheet to where content ends.
    pub(super) foot: Pt,
    /// From the foot of the sheet to the page mark's baseline.
    pub(super) mark: Pt,
}

/// The measures of a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The sheet.
    pub(super) paper: Size,
    /// Left edge of everything, and of what is asked.
    pub(super) left: Pt,
    /// Right edge of everything.
    pub(super) right: Pt,
    /// The line that runs through every page: answers stand right of it.
    pub(super) column: Pt,
    /// Where content ends.
    pub(super) bottom: Pt,
    /// Baseline of the page mark.
    pub(super) mark: Pt,
    /// Width of the band of what is asked.
    pub(super) band: Pt,
}

impl Frame {
    /// Width of the column of what is answered.
    pub(super) fn column_width(&self) -> Pt {
        self.right - self.column
    }

    /// Width of the whole frame.
    pub(super) fn width(&self) -> Pt {
        self.right - self.left
    }

    /// The frame of a sheet, seen from so much nearer as everything that is placed on it is enlarged in the end.
    pub(super) fn of(sheet: &Sheet, scale: f64, spacing: &Spacing) -> Self {
        let left = sheet.left / scale;
        Self {
            paper: Size {
                width: sheet.width / scale,
                height: sheet.height / scale,
            },
            left,
            right: sheet.right / scale,
            column: left + spacing.band + spacing.gutter,
            bottom: (sheet.height - sheet.foot) / scale,
            mark: (sheet.height - sheet.mark) / scale,
            band: spacing.band,
        }
    }
}
