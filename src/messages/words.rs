//! The shape of a language's words: which phrases there are, and what is filled into them.
//!
//! In: nothing; the languages fill these in, each completely. Out: plain data. Never: holds a word itself.

use std::borrow::Cow;

/// A word of the program's own, or of a specification.
pub type Word = Cow<'static, str>;

/// A noun in the forms that the phrases need.
#[derive(Clone, Debug)]
pub struct Noun {
    /// At the head of a page or column: "Competency".
    pub heading: Word,
    /// At the head of a column or list of several: "Indicators".
    pub headings: Word,
    /// Within a phrase: "indicator".
    pub one: Word,
    /// As what is done or sent: "one competency".
    pub one_done: Word,
    /// As where to begin: "one competency", after "with".
    pub with_one: Word,
    /// After "of": "each competency".
    pub each: Word,
    /// "each of the indicators", after "for".
    pub each_of: Word,
    /// "in this part".
    pub in_this: Word,
    /// After 1, after a few, after many.
    pub(super) counted: [Word; 3],
}

/// A noun for each kind of node.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each is the kind of node it is named after")]
pub struct Nouns {
    pub area: Noun,
    pub competency: Noun,
    pub part: Noun,
    pub indicator: Noun,
    pub unit: Noun,
    pub marking_point: Noun,
    pub element: Noun,
    pub question: Noun,
}

/// The usual heading of a text in each role.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "each is the role it is named after")]
pub struct Roles {
    pub rationale: &'static str,
    /// `{noun}` is the kind's heading.
    pub requirement: &'static str,
    pub theory: &'static str,
    pub evidence_guidance: &'static str,
    pub sources: &'static str,
    pub synopsis: &'static str,
    pub key_concepts: &'static str,
    pub exam_tips: &'static str,
    pub misconceptions: &'static str,
    pub guidance: &'static str,
    pub instructions: &'static str,
}

/// Words on and around the boxes.
#[derive(Clone, Copy, Debug)]
pub struct FormWords {
    /// Heading of several questions that have no group.
    pub questions: &'static str,
    /// First entry of a drop-down.
    pub choose: &'static str,
    /// The two entries of a yes or no question.
    pub yes_no: [&'static str; 2],
    /// Label of a box whose question is the heading above it.
    pub your_answer: &'static str,
    /// Heading of the cover's block, where a person is described.
    pub candidate: &'static str,
    /// The same, where an organisation is described.
    pub organisation: &'static str,
    /// The same, on an assessor's form.
    pub assessor: &'static str,
    /// At the head of an assessor's answers.
    pub assessor_only: &'static str,
    /// Help beside it.
    pub once: &'static str,
    /// "Part {number} of {count}": noun, number, count.
    pub numbered_of: &'static str,
    /// "Part {number}".
    pub numbered: &'static str,
    /// "Indicators {from} to {to} of {count}".
    pub stretch: &'static str,
    /// What the long page of a part is called.
    pub account: &'static str,
    /// "Indicators in this part": heading and place.
    pub recalled: &'static str,
    /// "{from} to {to}: see page {page}".
    pub recalled_more: &'static str,
    /// "{from}: see page {page}", where one is left.
    pub recalled_one: &'static str,
    /// Help above a table of rows: `{each_of}`.
    pub rows_help: &'static str,
    /// More of it, where evidence is named.
    pub rows_help_evidence: &'static str,
    /// More of it, where a row may not apply.
    pub rows_help_not_applicable: &'static str,
    /// "About {count} words as a guide, never a limit."
    pub about_words: &'static str,
    /// "{from} to {to} words as a guide, never a limit."
    pub between_words: &'static str,
    /// Said below it: what happens to text beyond the box.
    pub beyond_the_box: &'static str,
    /// Label of the scale above a table.
    pub scale: &'static str,
    /// Column heads of the evidence register: reference, what, shows, share.
    pub register_heads: [&'static str; 4],
    /// Help beside it; `{last}` is the last reference.
    pub register_help: &'static str,
    /// More of it, where the share is asked.
    pub register_help_share: &'static str,
    /// What the file inside the workbook is.
    pub specification: &'static str,
    /// After the title of a copy to be written on by hand.
    pub for_pen: &'static str,
    /// "Page {page} of {pages}".
    pub page_of: &'static str,
}

/// Words for the overviews.
#[derive(Clone, Copy, Debug)]
pub struct Overview {
    /// Small line beside the title.
    pub kicker: &'static str,
    /// Title of the contents.
    pub contents: &'static str,
    /// Head of the column of page numbers.
    pub page: &'static str,
    /// The same within a line: "page".
    pub page_word: &'static str,
    /// Head of the column of sections, where there are no parts.
    pub section: &'static str,
    /// The page of the evidence register.
    pub register: &'static str,
    /// Heading of the list of what follows, on the opening page of a unit or element.
    pub follows: &'static str,
    /// Heading of the figures.
    pub figures: &'static str,
    /// Help beside them, where words are counted.
    pub figures_help: &'static str,
    /// "{title} (announced)", of what is known by code or title alone.
    pub announced: &'static str,
    /// "{given} of {declared}".
    pub given_of: &'static str,
    /// After a declared number and its noun: how many are given.
    pub declared: &'static str,
    /// The same where some are announced.
    pub declared_announced: &'static str,
    /// "{from} to {to}", of codes.
    pub range: &'static str,
    /// At the head of a page: "{declared} declared, {given} given".
    pub declared_given: &'static str,
    /// After the least number of competencies, with `{least}`.
    pub minimum: &'static str,
    /// After a guide for words: of `{each}` part or competency.
    pub words_of: &'static str,
    /// "{from}–{to}", of numbers.
    pub number_range: &'static str,
}

/// What is said to a screen reader.
#[derive(Clone, Copy, Debug)]
pub struct Spoken {
    /// "indicator {number} of {count}": noun, number, count.
    pub row: &'static str,
    /// "evidence item {reference}".
    pub evidence_item: &'static str,
    /// What the three columns of the register ask.
    pub columns: [&'static str; 3],
    /// Of the read-only identity.
    pub identity: &'static str,
}

/// The rules of the programme in brief.
#[derive(Clone, Copy, Debug)]
pub struct RulesInBrief {
    /// Small line beside the title of the page.
    pub kicker: &'static str,
    /// Heading.
    pub heading: &'static str,
    /// How many competencies: term, and meaning with `{count}` and `{least}`.
    pub minimum: (&'static str, &'static str),
    /// One first, on trial; `{publisher}`, `{one_done}`.
    pub trial: (&'static str, &'static str),
    /// The words of a part or competency: `{each}` in the term, `{guide}` in the meaning.
    pub words: (&'static str, &'static str),
    /// The candidate's share.
    pub share: (&'static str, &'static str),
    /// Who signs off, with `{by}`.
    pub sign_off: (&'static str, &'static str),
    /// What to do where that cannot be, with `{waiver}`.
    pub waiver: (&'static str, &'static str),
}
