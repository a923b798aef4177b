//! Finding marks in raw bytes, and counting what they would cost to parse.
//!
//! In: bytes and a place. Out: places. Never: builds an object, or reads past the end.

use std::collections::BTreeMap;

/// White space of ISO 32000-1, table 1.
pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

/// Delimiters of ISO 32000-1, table 2.
pub(super) const fn is_delimiter(byte: u8) -> bool {
    matches!(
        byte,
        b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

/// The first place from `from` on that is not white space, or the end.
pub(super) fn skip_space(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let skipped = rest
        .iter()
        .position(|byte| !is_space(*byte))
        .unwrap_or(rest.len());
    from.saturating_add(skipped)
}

/// The first place from `from` on that is neither white space nor a comment, or the end.
pub(super) fn skip_comments(bytes: &[u8], from: usize) -> usize {
    let mut at = skip_space(bytes, from);
    while bytes.get(at) == Some(&b'%') {
        let rest = bytes.get(at..).unwrap_or_default();
        let line = rest
            .iter()
            .take_while(|byte| !matches!(byte, b'\r' | b'\n'))
            .count();
        at = skip_space(bytes, at.saturating_add(line));
    }
    at
}

/// The first place of `word` from `from` on.
pub(super) fn find(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let (first, others) = word.split_first()?;
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        let found = rest.iter().position(|byte| byte == first)?;
        let after = rest.get(found.saturating_add(1)..)?;
        if after.starts_with(others) {
            return Some(at.saturating_add(found));
        }
        at = at.saturating_add(found).saturating_add(1);
    }
}

/// The last place of `word`.
pub(super) fn rfind(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}

/// The unsigned number at `at`, at most 19 digits, and the place behind it.
pub(super) fn number(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let rest = bytes.get(at..)?;
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let text = std::str::from_utf8(rest.get(..digits)?).ok()?;
    let value = text.parse().ok()?;
    Some((value, at.saturating_add(digits)))
}

/// Number and generation of the `n n obj` at `at`, and the place behind it.
pub(super) fn object_header(bytes: &[u8], at: usize) -> Option<(usize, usize, usize)> {
    let (first, after) = number(bytes, at)?;
    let second = skip_comments(bytes, after);
    let (generation, after_second) = number(bytes, second)?;
    let keyword = skip_comments(bytes, after_second);
    let is_header =
        second > after && keyword > after_second && bytes.get(keyword..)?.starts_with(b"obj");
    is_header.then_some((first, generation, keyword.saturating_add(3)))
}

/// The first place between `from` and `to` where an object begins, streams skipped: `n n obj` at the start of a token.
pub(super) fn find_object(bytes: &[u8], from: usize, to: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let keyword = find(bytes, b"obj", at).filter(|keyword| *keyword < to)?;
        at = keyword.saturating_add(3);
        if let Some(start) = header_before(bytes, keyword).filter(|start| *start >= from) {
            return Some(start);
        }
    }
}

/// Where the `n n` before an `obj` at `keyword` begins.
fn header_before(bytes: &[u8], keyword: usize) -> Option<usize> {
    let head = bytes.get(..keyword)?;
    let (head, spaces) = trim_while(head, is_space);
    let (head, generation) = trim_while(head, |byte| byte.is_ascii_digit());
    let (head, spaces_between) = trim_while(head, is_space);
    let (head, number) = trim_while(head, |byte| byte.is_ascii_digit());
    let has_all = spaces > 0 && generation > 0 && spaces_between > 0 && number > 0;
    has_all.then_some(head.len())
}

/// `bytes` without what `is_part` holds for at its end, and how much that was.
fn trim_while(bytes: &[u8], is_part: impl Fn(u8) -> bool) -> (&[u8], usize) {
    let trimmed = bytes
        .iter()
        .rev()
        .take_while(|byte| is_part(**byte))
        .count();
    let kept = bytes.len().saturating_sub(trimmed);
    (bytes.get(..kept).unwrap_or_default(), trimmed)
}

/// What a stretch of PDF syntax holds, as far as its cost goes.
#[derive(Clone, Debug, Default)]
pub(super) struct Survey {
    /// Tokens outside streams.
    pub(super) tokens: usize,
    /// Names `/ObjStm`, however they are written.
    pub(super) object_streams: usize,
    /// Where the last copy of each object begins, of those that begin a line.
    pub(super) last_copies: BTreeMap<u32, usize>,
}

impl Survey {
    /// Notes the object whose `obj` stands at `keyword`.
    fn note_object(&mut self, bytes: &[u8], keyword: usize) {
        let Some(start) = header_before(bytes, keyword) else {
            return;
        };
        let head = bytes.get(..start).unwrap_or_default();
        let (head, _) = trim_while(head, |byte| matches!(byte, b' ' | b'\t'));
        let begins_line = head.last().is_none_or(|byte| matches!(byte, b'\r' | b'\n'));
        let number = scan_number(bytes, start);
        if let Some(number) = number.filter(|_| begins_line) {
            self.last_copies.insert(number, start);
        }
    }
}

fn scan_number(bytes: &[u8], at: usize) -> Option<u32> {
    number(bytes, at).and_then(|(number, _)| u32::try_from(number).ok())
}

/// Counts the tokens of `bytes`, stream contents left out.
pub(super) fn survey(bytes: &[u8]) -> Survey {
    let mut found = Survey::default();
    let mut at = 0;
    let mut has_ends = true;
    while let Some(&byte) = bytes.get(at) {
        if is_space(byte) {
            at = at.saturating_add(1);
            continue;
        }
        if begins_object(byte) {
            found.tokens = found.tokens.saturating_add(1);
        }
        if bytes.get(at..).is_some_and(|rest| rest.starts_with(b"<<")) {
            at = at.saturating_add(2);
            continue;
        }
        let rest = bytes.get(at.saturating_add(1)..).unwrap_or_default();
        let length = rest
            .iter()
            .take_while(|byte| !is_space(**byte) && !is_delimiter(**byte))
            .count();
        let word = rest.get(..length).unwrap_or_default();
        let end = at.saturating_add(1).saturating_add(length);
        if byte == b'/' && is_object_stream_name(word) {
            found.object_streams = found.object_streams.saturating_add(1);
        }
        if byte == b'o' && word == b"bj" {
            found.note_object(bytes, at);
        }
        at = end;
        if has_ends && byte == b's' && word == b"tream" {
            let stream_end = find(bytes, b"endstream", end);
            has_ends = stream_end.is_some();
            at = stream_end.unwrap_or(end);
        }
    }
    found
}

/// Whether a token that begins with this byte can become an object: a number, name, string, array, dictionary, or one of
/// `true`, `false` and `null`. Words inside strings count where they begin alike: a string that is never closed must not
/// hide what follows.
const fn begins_object(byte: u8) -> bool {
    matches!(
        byte,
        b'0'..=b'9' | b'+' | b'-' | b'.' | b'/' | b'(' | b'<' | b'[' | b't' | b'f' | b'n'
    )
}

/// Whether a name is `ObjStm`, `#` escapes undone (ISO 32000-1, 7.3.5).
fn is_object_stream_name(word: &[u8]) -> bool {
    if !word.contains(&b'#') {
        return word == b"ObjStm";
    }
    // Escaped names are rare: one that could be the word counts as the word.
    word.len() <= 18 && word.iter().filter(|byte| **byte == b'#').count() <= 6
}
