//! Content streams and character maps, token by token (ISO 32000-1, 7.8.2).
//!
//! In: the bytes of a stream, filters undone. Out: tokens. Never: keeps more than one token, or stops before the end.

use crate::pdf::read::scan::{find, is_delimiter, is_space, skip_space};

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// A number.
    Number(f64),
    /// A name, escapes undone.
    Name(Vec<u8>),
    /// A string, escapes undone.
    Text(Vec<u8>),
    /// An array begins.
    Open,
    /// An array ends.
    Close,
    /// An operator, or any other word.
    Word(&'a [u8]),
}

/// A reader of tokens.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    /// Starts at the first byte.
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Leaves out the data of an inline image, up to and with `EI` (ISO 32000-1, 8.9.7).
    pub(super) fn skip_image_data(&mut self) {
        let mut from = self.at;
        while let Some(found) = find(self.bytes, b"EI", from) {
            from = found.saturating_add(2);
            let before = found
                .checked_sub(1)
                .and_then(|before| self.bytes.get(before));
            let is_word = before.is_none_or(|byte| is_space(*byte))
                && self.bytes.get(from).is_none_or(|byte| is_space(*byte));
            if is_word {
                self.at = from;
                return;
            }
        }
        self.at = self.bytes.len();
    }

    fn next_byte(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at = self.at.saturating_add(1);
        byte
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// A stretch of bytes that are neither space nor delimiter.
    fn regular(&mut self) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest
            .iter()
            .take_while(|byte| !is_space(**byte) && !is_delimiter(**byte))
            .count();
        self.at = self.at.saturating_add(length);
        rest.get(..length).unwrap_or_default()
    }

    fn name(&mut self) -> Vec<u8> {
        let raw = self.regular();
        let mut name = Vec::with_capacity(raw.len());
        let mut rest = raw;
        while let Some((first, others)) = rest.split_first() {
            rest = others;
            let escaped = match others {
                [high, low, ..] if *first == b'#' => hex_digit(*high).zip(hex_digit(*low)),
                _ => None,
            };
            match escaped {
                Some((high, low)) => {
                    name.push(high << 4 | low);
                    rest = rest.get(2..).unwrap_or_default();
                }
                None => name.push(*first),
            }
        }
        name
    }

    /// A literal string, its opening bracket read (ISO 32000-1, 7.3.4.2).
    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 1_usize;
        while let Some(byte) = self.next_byte() {
            match byte {
                b'(' => depth = depth.saturating_add(1),
                b')' => depth = depth.saturating_sub(1),
                b'\\' => {
                    text.extend(self.escape());
                    continue;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
            text.push(byte);
        }
        text
    }

    fn escape(&mut self) -> Option<u8> {
        match self.next_byte()? {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'\n' => None,
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at = self.at.saturating_add(1);
                }
                None
            }
            digit @ b'0'..=b'7' => {
                let mut code = u32::from(digit & 7);
                for _ in 0..2 {
                    let Some(next @ b'0'..=b'7') = self.peek() else {
                        break;
                    };
                    self.at = self.at.saturating_add(1);
                    code = code << 3 | u32::from(next & 7);
                }
                // High-order overflow is ignored (ISO 32000-1, table 3).
                u8::try_from(code & 0xFF).ok()
            }
            other => Some(other),
        }
    }

    /// A hexadecimal string, its opening bracket read.
    fn hexadecimal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut high = None;
        while let Some(byte) = self.next_byte() {
            if byte == b'>' {
                break;
            }
            let Some(digit) = hex_digit(byte) else {
                continue;
            };
            match high.take() {
                None => high = Some(digit),
                Some(high) => text.push(high << 4 | digit),
            }
        }
        text.extend(high.map(|high| high << 4));
        text
    }
}

impl<'a> Iterator for Lexer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            self.at = skip_space(self.bytes, self.at);
            let start = self.at;
            match self.next_byte()? {
                b'%' => {
                    let rest = self.bytes.get(self.at..).unwrap_or_default();
                    let line = rest
                        .iter()
                        .take_while(|byte| !matches!(byte, b'\r' | b'\n'))
                        .count();
                    self.at = self.at.saturating_add(line);
                }
                b'/' => return Some(Token::Name(self.name())),
                b'(' => return Some(Token::Text(self.literal())),
                b'<' if self.peek() == Some(b'<') => self.at = self.at.saturating_add(1),
                b'<' => return Some(Token::Text(self.hexadecimal())),
                b'[' => return Some(Token::Open),
                b']' => return Some(Token::Close),
                b')' | b'>' | b'{' | b'}' => {}
                _ => {
                    self.at = start;
                    return Some(word(self.regular()));
                }
            }
        }
    }
}

fn word(word: &[u8]) -> Token<'_> {
    let is_number = word
        .iter()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.'));
    if !is_number {
        return Token::Word(word);
    }
    let number = std::str::from_utf8(word)
        .ok()
        .and_then(|word| word.parse().ok());
    Token::Number(number.unwrap_or(0.0))
}

const fn hex_digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte & 0x0F),
        b'a'..=b'f' | b'A'..=b'F' => Some((byte & 0x0F).saturating_add(9)),
        _ => None,
    }
}
