//! Letters that no built-in face can paint.
//!
//! In: a plan. Out: a finding for each such letter, once, where the specification has it.
//! Never: replaces a letter, or looks at an answer.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::plan::Plan;
use crate::plan::block::{AskBlock, Markup, MarkupBlock, MarkupItem, ProseSection, Run, Section};
use crate::plan::field::Input;
use crate::text::Face;
use crate::text::coverage;

/// T001 for each letter that cannot be printed.
///
/// Every face has what Source Sans has, through its stand-in, so one face speaks for all.
pub(super) fn missing(plan: &Plan) -> Vec<Diagnostic> {
    let mut letters = Letters::default();
    let document = &plan.document;
    letters.texts([&document.foot, &document.page_phrase], "line at the foot");
    // Fields first: the guide repeats labels and options within sentences of its own.
    for field in &plan.fields {
        letters.text(&field.label, "label of a question");
        if let Input::Choice(options) = &field.input {
            letters.text(options.unset_label(), "option");
            for option in options.options() {
                letters.text(&option.label, "option");
            }
        }
    }
    for section in &plan.sections {
        letters.section(section);
    }
    let findings = letters.found.into_iter();
    findings
        .map(|(letter, (part, text))| finding(plan, letter, part, &text))
        .collect()
}

fn finding(plan: &Plan, letter: char, part: &str, text: &str) -> Diagnostic {
    let source = plan
        .sources
        .iter()
        .find(|source| source.text.contains(letter));
    let place = source.map_or(Place::Whole, |source| Place::Source(source.at));
    let code = u32::from(letter);
    let message = format!(
        "the letter '{letter}' (U+{code:04X}) in the {part} \"{}\" is in no built-in font",
        around(text, letter)
    );
    Diagnostic::error(Code::T001, place, message)
        .help("replace it; the built-in fonts have Latin, Greek and Cyrillic letters")
}

/// The words around the first place of a letter.
fn around(text: &str, letter: char) -> String {
    const BEFORE: usize = 20;
    const AFTER: usize = 20;
    let letters: Vec<char> = text.chars().collect();
    let at = letters.iter().position(|found| *found == letter);
    let at = at.unwrap_or_default();
    let (from, to) = (at.saturating_sub(BEFORE), (at + AFTER).min(letters.len()));
    let middle: String = letters.get(from..to).unwrap_or_default().iter().collect();
    let open = if from > 0 { "…" } else { "" };
    let close = if to < letters.len() { "…" } else { "" };
    format!("{open}{}{close}", middle.trim())
}

/// Letters found, each with the first text that has it.
#[derive(Default)]
struct Letters {
    found: BTreeMap<char, (&'static str, String)>,
}

impl Letters {
    fn text(&mut self, text: &str, part: &'static str) {
        if text.is_ascii() {
            return;
        }
        for letter in coverage::missing(text, Face::Sans) {
            self.found
                .entry(letter)
                .or_insert_with(|| (part, text.to_owned()));
        }
    }

    fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>, part: &'static str) {
        for text in texts {
            self.text(text, part);
        }
    }

    fn section(&mut self, section: &Section) {
        match section {
            Section::Cover(cover) => {
                let texts = [&cover.publisher, &cover.kind, &cover.heading, &cover.help];
                self.texts(texts, "cover");
                self.text(&cover.title, "title");
                self.texts(&cover.figure, "code");
                self.texts(&cover.notes, "cover");
                for entry in &cover.entries {
                    self.texts(&entry.code, "code");
                    self.text(&entry.title, "title");
                }
            }
            Section::Prose(prose) => {
                self.texts([&prose.kicker, &prose.title], "title");
                self.prose(&prose.sections);
            }
            Section::Contents(contents) => {
                self.texts([&contents.kicker, &contents.title], "title");
                self.texts(contents.heads.iter().chain(&contents.totals), "contents");
                for group in &contents.groups {
                    self.text(&group.title, "title");
                    self.texts(group.rows.iter().map(|row| &row.label), "title");
                }
                if let Some(figures) = &contents.figures {
                    self.texts([&figures.heading, &figures.help], "contents");
                    let rows = figures.rows.iter();
                    self.texts(rows.flat_map(|(figure, words)| [figure, words]), "contents");
                }
            }
            Section::Opener(opener) => {
                self.texts([&opener.kicker, &opener.title], "title");
                self.texts(&opener.code, "code");
                self.prose(&opener.sections);
                self.prose(&opener.more_sections);
                self.asks(&opener.asks);
            }
            Section::Rows(rows) => {
                self.texts([&rows.kicker, &rows.title, &rows.help], "title");
                let entries = rows
                    .key
                    .iter()
                    .flat_map(|(name, entries)| std::iter::once(name).chain(entries));
                self.texts(entries, "scale");
                self.texts(rows.rows.iter().map(|row| &row.text), "text");
            }
            Section::Account(account) => {
                let texts = [&account.kicker, &account.title, &account.help];
                self.texts(texts, "title");
                self.text(&account.band_heading, "heading");
            }
            Section::Closing(closing) => {
                let running = &closing.running;
                self.texts([&running.left, &running.right], "running head");
                self.asks(&closing.asks);
            }
        }
    }

    fn asks(&mut self, asks: &[AskBlock]) {
        for ask in asks {
            match ask {
                AskBlock::Register(register) => {
                    self.texts([&register.heading, &register.help], "heading");
                    self.texts(&register.heads, "heading");
                }
                AskBlock::Group(group) => {
                    self.texts([&group.kicker, &group.title], "title");
                    self.texts([&group.help, &group.side_help], "help");
                    self.markup(&group.statement);
                }
            }
        }
    }

    fn prose(&mut self, sections: &[ProseSection]) {
        for section in sections {
            self.text(&section.heading, "heading");
            self.markup(&section.body);
            for item in &section.items {
                self.texts(&item.term, "term");
                self.markup(&item.body);
            }
        }
    }

    fn markup(&mut self, markup: &Markup) {
        for part in &markup.blocks {
            match part {
                MarkupBlock::Paragraph(runs) => self.runs(runs),
                MarkupBlock::List(items) => self.items(items),
            }
        }
    }

    fn items(&mut self, items: &[MarkupItem]) {
        for item in items {
            self.runs(&item.runs);
            self.items(&item.children);
        }
    }

    fn runs(&mut self, runs: &[Run]) {
        self.texts(runs.iter().map(|run| &run.text), "text");
    }
}
