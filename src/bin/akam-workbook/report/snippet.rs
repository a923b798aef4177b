//! A line of a hand-written file with a mark under the place that is meant.
//!
//! In: the file's bytes and a span. Out: the line, cut around the place if it is long, and where the carets stand.
//! Never: reads more than a few hundred bytes around the place, so that a file of one long line costs no more than another.

use akam_workbook::diagnostic::SourceSpan;

use super::columns::{Cell, cells};

/// The widest line shown, in columns.
const WIDEST: usize = 100;
/// Columns kept before the place when a line is cut.
const KEPT_BEFORE: usize = 30;
/// Bytes looked at on either side of the place: no cluster that is shown is longer.
const LOOKED_AT: usize = 800;

/// A line and its mark.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Snippet {
    /// The line as shown.
    pub(super) text: String,
    /// Columns before the first caret.
    pub(super) indent: usize,
    /// Number of carets, at least 1.
    pub(super) caret_count: usize,
}

impl Snippet {
    /// The line on which `span` begins; `None` if the span is not of this file.
    pub(super) fn new(source: &[u8], span: SourceSpan) -> Option<Self> {
        let line = Line::around(source, span)?;
        let cells = cells(&line.text);
        let first = cells
            .iter()
            .rposition(|cell| cell.offset <= line.marked.0)
            .unwrap_or(0);
        let marked = cells
            .iter()
            .skip(first)
            .take_while(|cell| cell.offset < line.marked.1)
            .count();
        // A place at the very end of a line has nothing under it.
        let first = if line.marked.0 >= line.text.len() {
            cells.len()
        } else {
            first
        };
        Some(fit(&cells, first, marked.max(1), &line))
    }
}

/// The part of a line near the place, as text.
struct Line {
    text: String,
    /// The place in `text`, in bytes.
    marked: (usize, usize),
    is_cut_before: bool,
    is_cut_after: bool,
}

impl Line {
    fn around(source: &[u8], span: SourceSpan) -> Option<Self> {
        let before = source.get(..span.start)?;
        let near = before.len().saturating_sub(LOOKED_AT);
        let newline = before.get(near..)?.iter().rposition(|byte| *byte == b'\n');
        let start = newline.map_or(near, |at| near + at + 1);
        let is_cut_before = newline.is_none() && near > 0;

        let after = source.get(span.start..)?;
        let near = after.get(..LOOKED_AT).unwrap_or(after);
        let newline = near.iter().position(|byte| *byte == b'\n');
        let mut end = span.start + newline.unwrap_or(near.len());
        let is_cut_after = newline.is_none() && near.len() < after.len();
        if source.get(start..end)?.ends_with(b"\r") && !is_cut_after {
            end -= 1;
        }
        let head = String::from_utf8_lossy(source.get(start..span.start.min(end))?);
        let marked_end = span.end.clamp(span.start, end.max(span.start)).min(end);
        let marked = source.get(span.start.min(end)..marked_end)?;
        let marked = String::from_utf8_lossy(marked);
        let tail = String::from_utf8_lossy(source.get(marked_end..end)?);
        Some(Self {
            marked: (head.len(), head.len() + marked.len()),
            text: format!("{head}{marked}{tail}"),
            is_cut_before,
            is_cut_after,
        })
    }
}

/// Keeps what fits, with the place in it.
fn fit(cells: &[Cell], first: usize, marked: usize, line: &Line) -> Snippet {
    let width = |cells: &[Cell]| cells.iter().map(|cell| cell.width).sum::<usize>();
    let before = cells.get(..first).unwrap_or(cells);
    let under = cells
        .get(first..cells.len().min(first + marked))
        .unwrap_or_default();
    let fits = width(cells) <= WIDEST && !line.is_cut_after;
    let from = if line.is_cut_before
        || (!fits && width(before) + width(under).min(KEPT_BEFORE) >= WIDEST)
    {
        let mut kept = 0;
        let fitting = before.iter().rev().take_while(|cell| {
            kept += cell.width;
            kept <= KEPT_BEFORE
        });
        first - fitting.count()
    } else {
        0
    };
    let is_cut_before = from > 0 || line.is_cut_before;
    let mut text = String::from(if is_cut_before { "…" } else { "" });
    let mut column = usize::from(is_cut_before);
    let rest = cells.get(from..).unwrap_or_default();
    let must_cut = line.is_cut_after || column + width(rest) > WIDEST;
    let room = if must_cut { WIDEST - 1 } else { WIDEST };
    let mut indent = None;
    let mut caret_count = 0;
    for (index, cell) in cells.iter().enumerate().skip(from) {
        if column + cell.width > room {
            break;
        }
        if index == first {
            indent = Some(column);
        }
        if (first..first + marked).contains(&index) {
            caret_count += cell.width;
        }
        text.push_str(&cell.shown);
        column += cell.width;
    }
    let text = if must_cut {
        format!("{text}…")
    } else {
        text.trim_end().to_owned()
    };
    Snippet {
        text,
        indent: indent.unwrap_or(column),
        caret_count: caret_count.max(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snippet(source: &str, marked: &str) -> Snippet {
        let start = source.find(marked).unwrap();
        let span = SourceSpan {
            start,
            end: start + marked.len(),
            line: 1,
            column: 1,
        };
        Snippet::new(source.as_bytes(), span).unwrap()
    }

    #[test]
    fn carets_stand_under_the_place_whatever_letters_come_before_it() {
        let table = [
            ("plain", "ab \"cd\" ef", "\"cd\"", 3, 4),
            ("tabs", "\t\t\"cd\"", "\"cd\"", 8, 4),
            ("wide letters", "\"客户\" x", "x", 7, 1),
            ("combining marks", "e\u{301}e\u{301} x", "x", 3, 1),
            ("wide letters marked", "a 客户 b", "客户", 2, 4),
            (
                "a mark alone is marked with its letter",
                "ae\u{301}b",
                "\u{301}",
                1,
                1,
            ),
            ("an emoji of several letters", "👩‍👩‍👧 x", "x", 3, 1),
            ("a flag", "🇵🇱 x", "x", 3, 1),
            ("a control character", "\u{1b}[31m x", "x", 6, 1),
            ("second line", "first\n  x\nthird", "x", 2, 1),
            ("CRLF", "first\r\n  x\r\nthird", "x", 2, 1),
        ];
        for (row, source, marked, indent, caret_count) in table {
            let found = snippet(source, marked);
            assert_eq!(
                (found.indent, found.caret_count),
                (indent, caret_count),
                "{row}"
            );
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let long = format!("{}MARK{}", "a".repeat(5_000), "b".repeat(5_000));
        let found = snippet(&long, "MARK");
        assert_eq!((found.indent, found.caret_count), (31, 4));
        assert!(found.text.starts_with("…a") && found.text.ends_with("b…"));
        assert_eq!(found.text.chars().count(), 100);
        let whole = format!("MARK{}", "b".repeat(500));
        assert_eq!(snippet(&whole, "MARK").indent, 0);
        let all_marked = "x".repeat(3_000);
        assert_eq!(snippet(&all_marked, &all_marked).caret_count, 99);
        let fitting = format!("{}MARK", "a".repeat(96));
        assert_eq!(snippet(&fitting, "MARK").text, fitting);
    }

    #[test]
    fn a_place_at_the_end_of_the_file_or_of_a_line_has_one_caret_behind_the_last_letter() {
        let end = |start| SourceSpan {
            start,
            end: start,
            line: 1,
            column: 1,
        };
        let table = [
            ("file", "abc", 3, 3),
            ("line", "abc\ndef", 3, 3),
            ("CRLF line", "abc\r\n", 4, 3),
            ("empty file", "", 0, 0),
        ];
        for (row, source, start, indent) in table {
            let found = Snippet::new(source.as_bytes(), end(start)).unwrap();
            assert_eq!((found.indent, found.caret_count), (indent, 1), "{row}");
        }
        assert_eq!(Snippet::new(b"abc", end(4)), None);
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_shown_as_such() {
        let span = SourceSpan {
            start: 2,
            end: 3,
            line: 1,
            column: 3,
        };
        let found = Snippet::new(b"ab\xffcd", span).unwrap();
        assert_eq!(
            (found.text.as_str(), found.indent, found.caret_count),
            ("ab\u{fffd}cd", 2, 1)
        );
    }
}
