//! Lines and columns of a text.
//!
//! In: byte offsets. Out: spans with line and column, columns counted in characters. Never: fails, or counts a long line from its beginning.

use std::ops::Range;

use crate::diagnostic::SourceSpan;

/// How many bytes are counted at most for a column.
const BLOCK: usize = 1024;

/// Where each line of a text begins, and how many characters there are before each block.
pub(crate) struct Lines {
    starts: Vec<usize>,
    /// Characters before each multiple of [`BLOCK`] bytes.
    before: Vec<usize>,
}

impl Lines {
    /// Finds the lines of a text.
    pub(crate) fn of(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1));
        let mut characters = 0;
        let mut before = Vec::new();
        for block in text.as_bytes().chunks(BLOCK) {
            before.push(characters);
            characters += first_bytes(block);
        }
        Self {
            starts: starts.collect(),
            before,
        }
    }

    /// The span of a range of bytes.
    pub(crate) fn span(&self, text: &str, range: Range<usize>) -> SourceSpan {
        let line = self.starts.partition_point(|start| *start <= range.start);
        let line_start = self.starts.get(line.saturating_sub(1)).copied();
        let before_line = self.characters(text, line_start.unwrap_or(0));
        let column = self.characters(text, range.start) - before_line + 1;
        SourceSpan {
            start: range.start,
            end: range.end,
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
        }
    }

    /// How many characters begin before an offset.
    fn characters(&self, text: &str, offset: usize) -> usize {
        let block = (offset / BLOCK).min(self.before.len().saturating_sub(1));
        let counted = self.before.get(block).copied().unwrap_or(0);
        let rest = text.as_bytes().get(block * BLOCK..offset);
        counted + first_bytes(rest.unwrap_or_default())
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

/// How many characters begin in a stretch of UTF-8.
fn first_bytes(bytes: &[u8]) -> usize {
    let is_first = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    bytes.iter().filter(is_first).count()
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn columns_are_characters_however_long_the_line_and_wherever_the_blocks_end() {
        let text = format!("é\n{}", "aé😀".repeat(1_000));
        let lines = Lines::of(&text);
        let mut expected = (1, 1);
        for (at, letter) in text.char_indices() {
            let span = lines.span(&text, at..at + letter.len_utf8());
            assert_eq!((span.line, span.column), expected, "byte {at}");
            expected = if letter == '\n' {
                (expected.0 + 1, 1)
            } else {
                (expected.0, expected.1 + 1)
            };
        }
        let span = lines.span(&text, text.len()..text.len());
        assert_eq!((span.line, span.column), expected);
    }
}
