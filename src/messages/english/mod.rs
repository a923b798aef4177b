//! British English.
//!
//! In: nothing. Out: the words. Never: claims of a program what was neither measured nor reported (`docs/readers.md`).

mod guide;

use std::borrow::Cow;

use super::{FormWords, Messages, Noun, Nouns, Overview, PluralForm, Roles, Spoken, at_the_head};

pub(super) const MESSAGES: Messages = Messages {
    language: "en",
    plural,
    least: plural,
    grouping: (",", 1000),
    nouns: NOUNS,
    own_noun,
    roles: ROLES,
    form: FORM,
    overview: OVERVIEW,
    spoken: SPOKEN,
    rules: guide::RULES,
    guide: guide::GUIDE,
};

const fn plural(count: usize) -> PluralForm {
    if count == 1 {
        PluralForm::One
    } else {
        PluralForm::Many
    }
}

macro_rules! noun {
    ($heading:literal, $headings:literal, $one:literal, $many:literal) => {
        Noun {
            heading: Cow::Borrowed($heading),
            headings: Cow::Borrowed($headings),
            one: Cow::Borrowed($one),
            one_done: Cow::Borrowed(concat!("one ", $one)),
            with_one: Cow::Borrowed(concat!("one ", $one)),
            each: Cow::Borrowed(concat!("each ", $one)),
            each_of: Cow::Borrowed(concat!("each of the ", $many)),
            in_this: Cow::Borrowed(concat!("in this ", $one)),
            counted: [
                Cow::Borrowed($one),
                Cow::Borrowed($many),
                Cow::Borrowed($many),
            ],
        }
    };
}

fn own_noun([one, _, many]: [&str; 3]) -> Noun {
    Noun {
        heading: at_the_head(one),
        headings: at_the_head(many),
        one: one.to_owned().into(),
        one_done: format!("one {one}").into(),
        with_one: format!("one {one}").into(),
        each: format!("each {one}").into(),
        each_of: format!("each of the {many}").into(),
        in_this: format!("in this {one}").into(),
        counted: [one, many, many].map(|word| word.to_owned().into()),
    }
}

const NOUNS: Nouns = Nouns {
    area: noun!("Area", "Areas", "area", "areas"),
    competency: noun!("Competency", "Competencies", "competency", "competencies"),
    part: noun!("Part", "Parts", "part", "parts"),
    indicator: noun!("Indicator", "Indicators", "indicator", "indicators"),
    unit: noun!("Unit", "Units", "unit", "units"),
    marking_point: noun!(
        "Marking point",
        "Marking points",
        "marking point",
        "marking points"
    ),
    element: noun!("Element", "Elements", "element", "elements"),
    question: noun!("Question", "Questions", "question", "questions"),
};

const ROLES: Roles = Roles {
    rationale: "Rationale",
    requirement: "{noun} requirement",
    theory: "Theory",
    evidence_guidance: "Evidence",
    sources: "Sources",
    synopsis: "Synopsis",
    key_concepts: "Key concepts",
    exam_tips: "Exam tips",
    misconceptions: "Common misconceptions",
    guidance: "Guidance",
    instructions: "Instructions",
};

const FORM: FormWords = FormWords {
    questions: "Questions",
    choose: "(choose)",
    yes_no: ["Yes", "No"],
    your_answer: "Your answer",
    candidate: "Candidate",
    organisation: "Organisation",
    assessor: "Assessor",
    assessor_only: "Assessor only",
    once: "Fill this in once. It serves the whole workbook.",
    numbered_of: "{noun} {number} of {count}",
    numbered: "{noun} {number}",
    stretch: "{nouns} {from} to {to} of {count}",
    account: "Account",
    recalled: "{rows} {in_this}",
    recalled_more: "{from} to {to}: see page {page}",
    recalled_one: "{from}: see page {page}",
    rows_help: "Answer for {each_of}.",
    rows_help_evidence: "Give evidence as E1, E2.",
    rows_help_not_applicable: "Tick the box if it does not apply.",
    about_words: "About {count} words as a guide, never a limit.",
    between_words: "{from} to {to} words as a guide, never a limit.",
    beyond_the_box: "Text beyond the box is kept in the file.",
    scale: "Scale",
    register_heads: ["Ref.", "What it is", "What it shows", "Your share"],
    register_help: "List each item once. Elsewhere, refer to it as E1 to {last}.",
    register_help_share: "Give your own share of the work in percent, as in 60%.",
    specification: "The specification that this workbook was made from",
    for_pen: " (to fill in by hand)",
    page_of: "Page {page} of {pages}",
};

const OVERVIEW: Overview = Overview {
    kicker: "At a glance",
    contents: "Contents",
    page: "Page",
    page_word: "page",
    section: "Section",
    register: "Evidence register",
    follows: "What follows",
    figures: "Where this workbook stands in the programme",
    figures_help: "Numbers of words are guides, never limits.",
    announced: "{title} (announced)",
    given_of: "{given} of {declared}",
    declared: "{noun} declared; {given} given{codes}",
    declared_announced: "{noun} declared; {given} given{codes}, {announced} announced{announced_codes}",
    range: "{from} to {to}",
    declared_given: "{declared} declared, {given} given",
    minimum: "{least} at least need evidence",
    words_of: "words as a guide for {each}",
    number_range: "{from}–{to}",
};

const SPOKEN: Spoken = Spoken {
    row: "{noun} {number} of {count}",
    evidence_item: "evidence item {reference}",
    columns: ["what it is", "what it shows", "your share, in percent"],
    identity: "Identification of this workbook; read only, nothing to fill in",
};
