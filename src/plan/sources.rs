//! Where the texts of a form are written, for findings about their letters and lengths.
//!
//! In: the specification and a form. Out: every wording, and the other texts that hold letters beyond ASCII, each with its place.
//! Never: decides whether a letter is good.

use crate::diagnostic::SourceSpan;
use crate::spec::markup::{Markup, MarkupBlock, MarkupItem, Run};
use crate::spec::model::{Block, Form, Node, Spec};

/// A text of the specification, and where it, or the thing it belongs to, is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    /// The text; of marked-up text one run.
    pub text: String,
    /// Where.
    pub at: SourceSpan,
}

/// The wordings, and the texts with letters beyond ASCII, that a form may print, in the order of the specification.
pub(super) fn sources(spec: &Spec, form: &Form) -> Vec<SourceText> {
    let mut found = Found(Vec::new());
    let programme = &spec.programme;
    found.text(&programme.title, programme.title_at);
    found.text(&programme.publisher.name, programme.publisher.at);
    found.text(&programme.publisher.short_name, programme.publisher.at);
    for block in &spec.programme.guidance {
        found.block(block);
    }
    for node in &spec.framework.nodes {
        found.node(node);
    }
    for scale in &spec.scales {
        for option in &scale.options {
            found.text(&option.label, option.at);
        }
    }
    found.text(&form.title, form.at);
    for group in &form.groups {
        found.text(&group.title, group.at);
        if let Some(body) = &group.body {
            found.markup(body, group.at);
        }
    }
    for ask in form.asks.iter().flat_map(|level| &level.asks) {
        found.text(&ask.prompt, ask.at);
    }
    found.0
}

struct Found(Vec<SourceText>);

impl Found {
    fn text(&mut self, text: &str, at: SourceSpan) {
        if !text.is_ascii() {
            self.0.push(SourceText {
                text: text.to_owned(),
                at,
            });
        }
    }

    fn node(&mut self, node: &Node) {
        if let Some(code) = &node.code {
            self.text(code, node.at);
        }
        if let Some(text) = &node.wording {
            self.0.push(SourceText {
                text: text.clone(),
                at: node.wording_at,
            });
        }
        for block in &node.blocks {
            self.block(block);
        }
        for child in &node.children {
            self.node(child);
        }
    }

    fn block(&mut self, block: &Block) {
        if let Some(title) = &block.title {
            self.text(title, block.at);
        }
        if let Some(body) = &block.body {
            self.markup(body, block.at);
        }
        for item in &block.items {
            if let Some(term) = &item.term {
                self.text(term, block.at);
            }
            self.markup(&item.body, block.at);
        }
    }

    fn markup(&mut self, markup: &Markup, at: SourceSpan) {
        for part in &markup.blocks {
            match part {
                MarkupBlock::Paragraph(runs) => self.runs(runs, at),
                MarkupBlock::List(items) => self.items(items, at),
            }
        }
    }

    fn items(&mut self, items: &[MarkupItem], at: SourceSpan) {
        for item in items {
            self.runs(&item.runs, at);
            self.items(&item.children, at);
        }
    }

    fn runs(&mut self, runs: &[Run], at: SourceSpan) {
        for run in runs {
            self.text(&run.text, at);
        }
    }
}
