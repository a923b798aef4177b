//! From text to paragraphs and bullets, by the rules of `CommonMark`.
//!
//! In: a text as written. Out: its markup, or every stretch that lies outside the subset. Never: changes a letter, as smart punctuation would, or drops one.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{Markup, MarkupBlock, MarkupItem, Run};

/// Something outside the subset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// What it is, as in "a heading".
    pub(crate) what: &'static str,
    /// What to do instead.
    pub(crate) help: &'static str,
}

/// Reads a text.
///
/// # Errors
/// Every stretch outside the subset, in order.
pub(crate) fn parse(text: &str) -> Result<Markup, Vec<Fault>> {
    let mut builder = Builder::default();
    let mut events = Parser::new_ext(text, Options::empty()).into_offset_iter();
    for (event, range) in events.by_ref() {
        builder.event(event, range);
    }
    for (_, definition) in events.reference_definitions().iter() {
        builder.fault(
            definition.span.clone(),
            "a definition of a link",
            "write the address behind the words: [words](https://example.org)",
        );
    }
    if builder.faults.is_empty() {
        Ok(Markup {
            blocks: builder.blocks,
        })
    } else {
        builder.faults.sort_by_key(|fault| fault.range.start);
        Err(builder.faults)
    }
}

#[derive(Default)]
struct Builder {
    blocks: Vec<MarkupBlock>,
    /// The open lists, the outermost first, each with its items so far.
    lists: Vec<Vec<MarkupItem>>,
    runs: Vec<Run>,
    emphasis: usize,
    strong: usize,
    link: Option<String>,
    /// Depth inside something outside the subset, of which only the outermost is reported.
    skipped: usize,
    faults: Vec<Fault>,
}

impl Builder {
    fn fault(&mut self, range: Range<usize>, what: &'static str, help: &'static str) {
        self.faults.push(Fault { range, what, help });
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.skipped > 0 {
            match event {
                Event::Start(_) => self.skipped += 1,
                Event::End(_) => self.skipped -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.fault(
                range,
                "a forced line break",
                "take out the spaces or the backslash at the end of the line; an empty line begins a new paragraph",
            ),
            Event::Html(_) | Event::InlineHtml(_) => self.fault(range, "HTML", HTML_HELP),
            Event::Code(_) => self.fault(range, "code between ` signs", "write \\\\` for the sign itself"),
            Event::Rule => self.fault(range, "a line across the page", "take it out, or write \\\\ before its first sign"),
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {
                self.fault(range, "an extension of CommonMark", "take it out");
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.start_paragraph(range),
            Tag::Item => {
                if let Some(list) = self.lists.last_mut() {
                    list.push(MarkupItem {
                        runs: Vec::new(),
                        children: Vec::new(),
                    });
                }
            }
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::List(None) if self.lists.len() < 2 => {
                self.keep_item_runs();
                self.lists.push(Vec::new());
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.start_link(link_type, &dest_url, &title, range),
            outside => {
                let (what, help) = describe(&outside);
                self.fault(range, what, help);
                self.skipped = 1;
            }
        }
    }

    /// A bullet holds one paragraph and, below it, one more level of bullets.
    fn start_paragraph(&mut self, range: Range<usize>) {
        let item = self.lists.last().and_then(|list| list.last());
        let is_second = item.is_some_and(|item| !item.runs.is_empty() || !item.children.is_empty());
        if is_second || (item.is_some() && !self.runs.is_empty()) {
            self.fault(
                range,
                "a second paragraph in a bullet",
                "join the paragraphs, or make two bullets of them",
            );
        }
    }

    fn start_link(&mut self, link_type: LinkType, address: &str, title: &str, range: Range<usize>) {
        let mail = if link_type == LinkType::Email {
            "mailto:"
        } else {
            ""
        };
        let address = format!("{mail}{address}");
        let lower = address.to_ascii_lowercase();
        let is_known = ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| lower.starts_with(scheme) && lower.len() > scheme.len());
        if !is_known {
            self.fault(range.clone(), "a link that is no web or mail address", "give an address that begins with https://, http:// or mailto:; write \\\\[ for the sign itself");
        }
        if !title.is_empty() {
            self.fault(
                range,
                "a link with a title of its own",
                "take out the text in quotation marks behind the address: it would not be printed",
            );
        }
        self.link = Some(address);
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph if self.lists.is_empty() => {
                let runs = std::mem::take(&mut self.runs);
                self.blocks.push(MarkupBlock::Paragraph(runs));
            }
            TagEnd::Item => {
                self.keep_item_runs();
                let item = self.lists.last().and_then(|list| list.last());
                if item.is_some_and(|item| item.runs.is_empty()) {
                    self.fault(
                        range,
                        "a bullet without text",
                        "take it out, or write \\\\ before its sign",
                    );
                }
            }
            TagEnd::List(_) => {
                let items = self.lists.pop().unwrap_or_default();
                match self.lists.last_mut().and_then(|list| list.last_mut()) {
                    Some(parent) => parent.children.extend(items),
                    None => self.blocks.push(MarkupBlock::List(items)),
                }
            }
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => self.link = None,
            // The others are skipped from their start to their end.
            _ => {}
        }
    }

    /// What was written in the open bullet so far is its text.
    fn keep_item_runs(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if let Some(item) = self.lists.last_mut().and_then(|list| list.last_mut()) {
            item.runs.extend(runs);
        }
    }

    fn text(&mut self, text: &str) {
        let run = Run {
            text: text.to_owned(),
            is_emphasis: self.emphasis > 0,
            is_strong: self.strong > 0,
            link: self.link.clone(),
        };
        match self.runs.last_mut() {
            Some(last) if is_same_style(last, &run) => last.text.push_str(text),
            _ => self.runs.push(run),
        }
    }
}

fn is_same_style(one: &Run, other: &Run) -> bool {
    one.is_emphasis == other.is_emphasis
        && one.is_strong == other.is_strong
        && one.link == other.link
}

const HTML_HELP: &str = "take it out; write \\\\< for the sign itself";

/// What a construct outside the subset is called, and what to do instead.
const fn describe(tag: &Tag<'_>) -> (&'static str, &'static str) {
    match tag {
        Tag::Heading { .. } => (
            "a heading",
            "give the block a title instead, or write \\\\# for the sign itself; a line of - or = below a line makes it a heading too",
        ),
        Tag::BlockQuote(_) => ("a quotation", "take out the sign, or write \\\\> for it"),
        Tag::CodeBlock(_) => (
            "a block of code",
            "begin the line with fewer than four spaces, and not with ```",
        ),
        Tag::HtmlBlock => ("HTML", HTML_HELP),
        Tag::List(Some(_)) => (
            "a numbered list",
            "use bullets (-), or write \\\\ before the full stop: 1\\\\. First",
        ),
        Tag::List(None) => (
            "a third level of bullets",
            "two levels are printed: move the bullet up by one",
        ),
        Tag::Image { .. } => ("a picture", "take it out; write \\\\! for the sign itself"),
        _ => ("an extension of CommonMark", "take it out"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(markup: &Markup) -> String {
        let runs = |runs: &[Run]| {
            let one = |run: &Run| {
                let mut text = run.text.clone();
                for (is_on, sign) in [(run.is_emphasis, "*"), (run.is_strong, "**")] {
                    if is_on {
                        text = format!("{sign}{text}{sign}");
                    }
                }
                run.link
                    .as_ref()
                    .map_or(text.clone(), |link| format!("[{text}]({link})"))
            };
            runs.iter().map(one).collect::<Vec<_>>().join("|")
        };
        let mut lines = Vec::new();
        for block in &markup.blocks {
            match block {
                MarkupBlock::Paragraph(text) => lines.push(runs(text)),
                MarkupBlock::List(items) => {
                    for item in items {
                        lines.push(format!("- {}", runs(&item.runs)));
                        lines.extend(
                            item.children
                                .iter()
                                .map(|child| format!("-- {}", runs(&child.runs))),
                        );
                    }
                }
            }
        }
        lines.join("\n")
    }

    #[test]
    fn the_subset_is_read_and_no_letter_is_changed() {
        let table = [
            ("between 1500 - 2000 words", "between 1500 - 2000 words"),
            (
                "5 * 3 * 2, a_b_c, 2 < 3, R&D, \"straight\" 'quotes' -- ...",
                "5 * 3 * 2, a_b_c, 2 < 3, R&D, \"straight\" 'quotes' -- ...",
            ),
            ("one\ntwo\n\nthree", "one two\nthree"),
            ("a *b* **c** ***d***", "a |*b*| |**c**| |***d***"),
            ("- a\n- b\n  - c\n- d", "- a\n- b\n-- c\n- d"),
            ("- a\n\n- b", "- a\n- b"),
            (
                "see [here](https://a.example/x) or <m@a.example>",
                "see |[here](https://a.example/x)| or |[m@a.example](mailto:m@a.example)",
            ),
            ("[not a link] and 1.4 and #1", "[not a link] and 1.4 and #1"),
            ("\\*a\\* 1\\. x", "*a* 1. x"),
            ("", ""),
        ];
        for (text, expected) in table {
            assert_eq!(shown(&parse(text).unwrap()), expected, "{text}");
        }
    }

    #[test]
    fn whatever_lies_outside_the_subset_is_named_with_its_stretch() {
        let table = [
            ("a\n\n# b", "a heading", "# b"),
            ("a\n---", "a heading", "a\n---"),
            ("> a", "a quotation", "> a"),
            ("    a", "a block of code", "a"),
            ("a `b`", "code between ` signs", "`b`"),
            ("a <b>", "HTML", "<b>"),
            ("<div>\na\n</div>", "HTML", "<div>\na\n</div>"),
            ("1. a", "a numbered list", "1. a"),
            ("- a\n  - b\n    - c", "a third level of bullets", "- c"),
            ("- a\n\n  b", "a second paragraph in a bullet", "b"),
            ("- a\n-\n- b", "a bullet without text", "-\n"),
            ("a\n\n***", "a line across the page", "***"),
            ("a  \nb", "a forced line break", "  \n"),
            ("![a](b.png)", "a picture", "![a](b.png)"),
            (
                "[a](javascript:b)",
                "a link that is no web or mail address",
                "[a](javascript:b)",
            ),
            (
                "[a](https://b.example \"c\")",
                "a link with a title of its own",
                "[a](https://b.example \"c\")",
            ),
            (
                "[a]: https://b.example",
                "a definition of a link",
                "[a]: https://b.example",
            ),
        ];
        for (text, what, stretch) in table {
            let faults = parse(text).unwrap_err();
            assert_eq!(faults.len(), 1, "{text:?}: {faults:?}");
            assert_eq!(faults[0].what, what, "{text:?}");
            assert_eq!(text.get(faults[0].range.clone()), Some(stretch), "{text:?}");
        }
    }
}
