//! Operands of content stream operators.
//!
//! In: tokens. Out: numbers, names and strings, as operators want them. Never: more than one operator can need.

use super::lexer::Token;

/// Operands kept for one operator.
const MAX_OPERANDS: usize = 10_000;

/// What stands before an operator.
#[derive(Default)]
pub(super) struct Operands {
    /// Numbers.
    pub(super) numbers: Vec<f64>,
    names: Vec<Vec<u8>>,
    /// Strings, and the shifts between them.
    pub(super) shown: Vec<Operand>,
}

/// A part of what `TJ` shows.
pub(super) enum Operand {
    /// A string.
    Text(Vec<u8>),
    /// A shift to the left, in thousandths of the font size.
    Shift(f64),
}

impl Operands {
    /// Takes a token that is no operator.
    pub(super) fn push(&mut self, token: Token<'_>) {
        if self
            .numbers
            .len()
            .max(self.names.len())
            .max(self.shown.len())
            >= MAX_OPERANDS
        {
            return;
        }
        match token {
            Token::Number(number) => {
                self.numbers.push(number);
                if !self.shown.is_empty() {
                    self.shown.push(Operand::Shift(number));
                }
            }
            Token::Name(name) => self.names.push(name),
            Token::Text(text) => self.shown.push(Operand::Text(text)),
            Token::Open | Token::Close | Token::Word(_) => {}
        }
    }

    /// The last name, or none.
    pub(super) fn name(&self) -> &[u8] {
        self.names.last().map_or(&[], Vec::as_slice)
    }

    /// Forgets them.
    pub(super) fn clear(&mut self) {
        self.numbers.clear();
        self.names.clear();
        self.shown.clear();
    }
}
