//! Lines and columns of a text.
//!
//! In: byte offsets. Out: spans with line and column, columns counted in characters. Never: fails; an offset outside is drawn to the end.

use std::ops::Range;

use crate::diagnostic::SourceSpan;

/// Where each line of a text begins.
pub(crate) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of a text.
    pub(crate) fn of(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1));
        Self {
            starts: starts.collect(),
        }
    }

    /// The span of a range of bytes.
    pub(crate) fn span(&self, text: &str, range: Range<usize>) -> SourceSpan {
        let line = self.starts.partition_point(|start| *start <= range.start);
        let line_start = self.starts.get(line.saturating_sub(1)).copied();
        let before = text.get(line_start.unwrap_or(0)..range.start);
        let column = before.unwrap_or_default().chars().count() + 1;
        SourceSpan {
            start: range.start,
            end: range.end,
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
        }
    }

    /// The offset of a line and column as `serde_json` counts them: both from 1, columns in bytes.
    ///
    /// The line may be 0 for a text that ends before its first value, and the column 0 for a place at a line break.
    pub(crate) fn offset(&self, text: &str, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied();
        let mut offset = start.unwrap_or(0) + column.saturating_sub(1);
        offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}
