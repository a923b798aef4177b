//! What a page or an appearance shows: its text, and how many images.
//!
//! In: content streams and their resources. Out: text in the order of the stream, words apart, and a count.
//! Never: draws, or does more work than its budget allows, however often forms paint one another.

mod character_map;
mod font;
mod glyph_names;
mod lexer;
mod matrix;
mod operands;
mod text_state;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::limits::MAX_CONTENT_BYTES;
use super::object::{Array, Dictionary, Node, ObjectId, Stream};
use font::Font;
use lexer::{Lexer, Token};
use matrix::Matrix;
use operands::{Operand, Operands};
use text_state::{Pen, TextState};

/// Levels of forms that paint forms.
const MAX_FORMS: usize = 12;
/// Levels of `q`.
const MAX_SAVED: usize = 256;
/// Bytes of text kept of one page.
const MAX_PAGE_TEXT: usize = 1 << 20;
/// What a form costs beside its bytes, so that empty ones are not free.
const FORM_COST: usize = 256;

/// What was shown.
#[derive(Default)]
pub(super) struct Shown {
    /// The text.
    pub(super) text: String,
    /// Images painted.
    pub(super) image_count: usize,
}

/// Reads contents; fonts that were read once are kept.
pub(super) struct PageReader {
    fonts: BTreeMap<ObjectId, Rc<Font>>,
    budget: usize,
}

impl PageReader {
    /// With the budget of one file.
    pub(super) const fn new() -> Self {
        Self {
            fonts: BTreeMap::new(),
            budget: MAX_CONTENT_BYTES,
        }
    }

    /// What a page shows.
    pub(super) fn page<'a>(&mut self, page: Dictionary<'a>) -> Shown {
        let mut content = Vec::new();
        let single = page.get(b"Contents").as_stream();
        let several = page.get(b"Contents").as_array();
        let streams = several
            .into_iter()
            .flat_map(Array::iter)
            .filter_map(Node::as_stream);
        for stream in single.into_iter().chain(streams) {
            if let Some(part) = stream.content(self.budget) {
                self.spend(part.len());
                content.extend_from_slice(&part);
                content.push(b'\n');
            }
        }
        let mut run = Run::new(self);
        run.contents(&content, inherited_resources(page), Matrix::IDENTITY, 0);
        run.shown()
    }

    /// What a form shows, such as an appearance stream.
    pub(super) fn form<'a>(
        &mut self,
        form: Stream<'a>,
        resources: Option<Dictionary<'a>>,
    ) -> Shown {
        let mut run = Run::new(self);
        run.form(form, resources, Matrix::IDENTITY, 0);
        run.shown()
    }

    const fn spend(&mut self, bytes: usize) {
        self.budget = self.budget.saturating_sub(bytes);
    }

    fn font(&mut self, dictionary: Dictionary<'_>) -> Rc<Font> {
        if let Some(known) = dictionary.id().and_then(|id| self.fonts.get(&id)) {
            return Rc::clone(known);
        }
        let font = Rc::new(Font::read(dictionary, &mut self.budget));
        if let Some(id) = dictionary.id() {
            self.fonts.insert(id, Rc::clone(&font));
        }
        font
    }
}

/// `/Resources` of a page, inherited from the page tree.
fn inherited_resources(page: Dictionary<'_>) -> Option<Dictionary<'_>> {
    let mut node = Some(page);
    for _ in 0..super::limits::MAX_DEPTH {
        let here = node?;
        if let Some(resources) = here.get(b"Resources").as_dictionary() {
            return Some(resources);
        }
        node = here.get(b"Parent").as_dictionary();
    }
    None
}

/// One reading of a page.
struct Run<'r> {
    reader: &'r mut PageReader,
    pen: Pen,
    image_count: usize,
}

impl<'r> Run<'r> {
    const fn new(reader: &'r mut PageReader) -> Self {
        Self {
            reader,
            pen: Pen::new(),
            image_count: 0,
        }
    }

    fn shown(self) -> Shown {
        Shown {
            text: self.pen.text,
            image_count: self.image_count,
        }
    }

    fn form<'a>(
        &mut self,
        form: Stream<'a>,
        above: Option<Dictionary<'a>>,
        ctm: Matrix,
        depth: usize,
    ) {
        if depth > MAX_FORMS || self.reader.budget == 0 {
            return;
        }
        let Some(content) = form.content(self.reader.budget) else {
            return;
        };
        self.reader.spend(content.len().saturating_add(FORM_COST));
        let own = form.dictionary().get(b"Resources").as_dictionary();
        let numbers = form.dictionary().get(b"Matrix").as_array();
        let numbers: Vec<f64> = numbers
            .into_iter()
            .flat_map(Array::iter)
            .filter_map(Node::as_number)
            .take(6)
            .collect();
        let matrix = Matrix::of(&numbers).unwrap_or(Matrix::IDENTITY);
        self.contents(&content, own.or(above), matrix.then(ctm), depth);
    }

    fn contents<'a>(
        &mut self,
        content: &[u8],
        resources: Option<Dictionary<'a>>,
        ctm: Matrix,
        depth: usize,
    ) {
        let mut states = vec![TextState::new(ctm)];
        let mut operands = Operands::default();
        let mut lexer = Lexer::new(content);
        while let Some(token) = lexer.next() {
            let Token::Word(operator) = token else {
                operands.push(token);
                continue;
            };
            match operator {
                b"ID" => {
                    lexer.skip_image_data();
                    self.image_count = self.image_count.saturating_add(1);
                }
                b"q" if states.len() < MAX_SAVED => states.extend(states.last().cloned()),
                b"Q" if states.len() > 1 => drop(states.pop()),
                b"Do" => {
                    let state = states.last().map_or(ctm, |state| state.ctm);
                    self.paint(operands.name(), resources, state, depth);
                }
                _ => {
                    if let Some(state) = states.last_mut() {
                        self.operate(operator, &operands, state, resources);
                    }
                }
            }
            operands.clear();
        }
    }

    /// `Do`.
    fn paint<'a>(
        &mut self,
        name: &[u8],
        resources: Option<Dictionary<'a>>,
        ctm: Matrix,
        depth: usize,
    ) {
        let Some(object) = resource(resources, b"XObject", name).as_stream() else {
            return;
        };
        match object.dictionary().get(b"Subtype").as_name() {
            Some(b"Image") => self.image_count = self.image_count.saturating_add(1),
            Some(b"Form") => self.form(object, resources, ctm, depth.saturating_add(1)),
            _ => {}
        }
    }

    fn operate(
        &mut self,
        operator: &[u8],
        operands: &Operands,
        state: &mut TextState,
        resources: Option<Dictionary<'_>>,
    ) {
        let number = operands.numbers.last().copied().unwrap_or(0.0);
        match operator {
            b"cm" => {
                state.ctm =
                    Matrix::of(&operands.numbers).map_or(state.ctm, |matrix| matrix.then(state.ctm))
            }
            b"BT" => self.pen.set(Matrix::IDENTITY),
            b"Tm" => self
                .pen
                .set(Matrix::of(&operands.numbers).unwrap_or(Matrix::IDENTITY)),
            b"Tf" => {
                let found = resource(resources, b"Font", operands.name()).as_dictionary();
                state.font = found.map(|dictionary| self.reader.font(dictionary));
                state.font_size = number;
            }
            b"Tc" => state.char_spacing = number,
            b"Tw" => state.word_spacing = number,
            b"Tz" => state.scaling = number / 100.0,
            b"TL" => state.leading = number,
            b"Td" | b"TD" => {
                if let [.., x, y] = *operands.numbers {
                    if operator == b"TD" {
                        state.leading = -y;
                    }
                    self.pen.move_line(x, y);
                }
            }
            b"T*" => self.pen.move_line(0.0, -state.leading),
            b"'" | b"\"" => {
                if let (b"\"", [.., word, letter]) = (operator, operands.numbers.as_slice()) {
                    (state.word_spacing, state.char_spacing) = (*word, *letter);
                }
                self.pen.move_line(0.0, -state.leading);
                self.show(operands, state);
            }
            b"Tj" | b"TJ" => self.show(operands, state),
            _ => {}
        }
    }

    fn show(&mut self, operands: &Operands, state: &TextState) {
        for operand in &operands.shown {
            match operand {
                Operand::Text(text) => self.pen.show(text, state, MAX_PAGE_TEXT),
                Operand::Shift(number) => self.pen.adjust(*number, state),
            }
        }
    }
}

fn resource<'a>(resources: Option<Dictionary<'a>>, kind: &[u8], name: &[u8]) -> Node<'a> {
    let found = resources.and_then(|resources| resources.get(kind).as_dictionary());
    found.map_or(Node::Null, |found| found.get(name))
}
