//! How many columns of a terminal a letter takes.
//!
//! In: text. Out: clusters that are safe to print, each with its width. Never: lets a control character through.

use unicode_segmentation::UnicodeSegmentation;

/// Columns that a tab takes, wherever it stands.
const TAB: usize = 4;

/// What is printed for one letter with its marks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// Where the letter begins in the text, in bytes.
    pub(super) offset: usize,
    /// What is printed for it.
    pub(super) shown: String,
    /// Columns that it takes.
    pub(super) width: usize,
}

/// The letters of a line, each with its marks (extended grapheme clusters, UAX #29).
pub(super) fn cells(line: &str) -> Vec<Cell> {
    let cell = |(offset, cluster): (usize, &str)| {
        let (shown, width) = match cluster {
            "\t" => (" ".repeat(TAB), TAB),
            _ => (visible(cluster), width(cluster)),
        };
        Cell {
            offset,
            shown,
            width,
        }
    };
    line.grapheme_indices(true).map(cell).collect()
}

/// The text with a visible sign for each character that would steer a terminal or hide.
pub(super) fn visible(text: &str) -> String {
    let sign = |letter: char| match letter {
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{200b}'
        | '\u{200e}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' => '\u{fffd}',
        _ => letter,
    };
    text.chars().map(sign).collect()
}

/// Columns of one cluster: its first letter decides, except that an emoji sign makes it wide.
fn width(cluster: &str) -> usize {
    let is_wide_letter = cluster.chars().next().is_some_and(is_wide);
    let is_flag = cluster.starts_with(|letter| matches!(letter, '\u{1f1e6}'..='\u{1f1ff}'));
    if is_wide_letter || is_flag || cluster.contains('\u{fe0f}') {
        2
    } else {
        1
    }
}

fn is_wide(letter: char) -> bool {
    let point = u32::from(letter);
    let after = WIDE.partition_point(|(_, last)| *last < point);
    WIDE.get(after).is_some_and(|(first, _)| *first <= point)
}

/// East Asian Wide and Fullwidth (UAX #11, Unicode 14; points unassigned there are joined to their neighbours).
#[rustfmt::skip]
const WIDE: &[(u32, u32)] = &[
    (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3), (0x25FD, 0x25FE),
    (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1), (0x26AA, 0x26AB), (0x26BD, 0x26BE),
    (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA), (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA),
    (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755),
    (0x2757, 0x2757), (0x2795, 0x2797), (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55),
    (0x2E80, 0x303E), (0x3041, 0x3247), (0x3250, 0x4DBF), (0x4E00, 0xA4C6), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAD9),
    (0xFE10, 0xFE19), (0xFE30, 0xFE6B), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x1B2FB), (0x1F004, 0x1F004),
    (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F200, 0x1F320), (0x1F32D, 0x1F335), (0x1F337, 0x1F37C),
    (0x1F37E, 0x1F393), (0x1F3A0, 0x1F3CA), (0x1F3CF, 0x1F3D3), (0x1F3E0, 0x1F3F0), (0x1F3F4, 0x1F3F4), (0x1F3F8, 0x1F43E),
    (0x1F440, 0x1F440), (0x1F442, 0x1F4FC), (0x1F4FF, 0x1F53D), (0x1F54B, 0x1F54E), (0x1F550, 0x1F567), (0x1F57A, 0x1F57A),
    (0x1F595, 0x1F596), (0x1F5A4, 0x1F5A4), (0x1F5FB, 0x1F64F), (0x1F680, 0x1F6C5), (0x1F6CC, 0x1F6CC), (0x1F6D0, 0x1F6D2),
    (0x1F6D5, 0x1F6DF), (0x1F6EB, 0x1F6EC), (0x1F6F4, 0x1F6FC), (0x1F7E0, 0x1F7F0), (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945),
    (0x1F947, 0x1F9FF), (0x1FA70, 0x1FAF6), (0x20000, 0x3134A),
];
