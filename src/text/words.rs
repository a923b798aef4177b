//! Counting words.
//!
//! In: any text. Out: a number. Never: keeps or shows the text.
//!
//! The rule is Unicode's (UAX #29, "Unicode Text Segmentation", section 4, word boundaries): a word is a stretch between two boundaries that
//! holds at least one letter or digit. So "cross-functional" is two words, "and/or" two, "e.g." one, "AKAM's" one and "1,500" one.
//! Han characters count one by one, as office programs count them. Scripts written without spaces (Thai, Lao, Khmer, Burmese) are
//! counted too high, which is why whatever shows a count says "about".

use unicode_segmentation::UnicodeSegmentation as _;

/// Number of words in a text.
///
/// ```
/// use akam_workbook::text::words::count;
/// assert_eq!(count("cross-functional and/or e.g. AKAM's 1,500 words"), 8);
/// ```
#[must_use]
pub fn count(text: &str) -> usize {
    text.unicode_words().count()
}
