//! British English.
//!
//! In: nothing. Out: the words. Never: claims of a program what was neither measured nor reported (`docs/readers.md`).

use std::borrow::Cow;

use super::{
    FormWords, Guide, Messages, Noun, Nouns, Overview, Passage, PluralForm, Roles, RulesInBrief,
    Spoken, at_the_head,
};

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
    rules: RULES,
    guide: GUIDE,
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

const RULES: RulesInBrief = RulesInBrief {
    kicker: "About the programme",
    heading: "The rules in brief",
    minimum: (
        "How many",
        "Evidence of at least {count} {least} is needed.",
    ),
    trial: (
        "First",
        "Send {one_done} to {publisher} for feedback before you complete the others.",
    ),
    words: ("{each}", "{guide}"),
    share: (
        "Your share",
        "For each item of evidence, say what share of the work was your own.",
    ),
    sign_off: ("Sign-off", "Given by {by}."),
    waiver: ("Otherwise", "{waiver}."),
};

const GUIDE: Guide = Guide {
    kicker: "Read first",
    title: "How to use this workbook",
    one_first: Passage {
        heading: "Begin with {with_one}",
        text: &[
            "Complete {one_done}, send the workbook to {publisher}, and wait for feedback before you go on. Pages that you have not reached may stay empty: that is not a mistake.",
        ],
    },
    evidence: Passage {
        heading: "List your evidence",
        text: &[
            "{where} Say what each item is and what it shows. Elsewhere, refer to it by its number: E1, E2 and so on.",
        ],
    },
    evidence_where: [
        "A table for your evidence stands at the start of {each}.",
        "A table for your evidence stands at the end of {each}.",
        "One table for your evidence serves the whole workbook.",
    ],
    evidence_share: "Give your own share of the work in percent, as in 60%.",
    rows: Passage {
        heading: "Answer row by row",
        text: &["Give a short answer for {each_of}."],
    },
    rows_choice: "Where there is a list, open it and choose; it says “{choose}” until you do.",
    rows_evidence: "Name evidence by its number, as in E1, E3.",
    rows_note: "For a note, a sentence is enough.",
    rows_not_applicable: "Where something does not apply, tick the box that says so.",
    long_answers: Passage {
        heading: "Write as much as you need",
        text: &[
            "Numbers of words are a guide, never a limit. A box lets you go on typing when it is full: everything is kept in the file and reaches the reader, although paper shows only what fits.",
        ],
    },
    sign_off: Passage {
        heading: "Ask for the sign-off",
        text: &["The sign-off stands on the last page of {each}."],
    },
    sign_off_by: "It is given by {by}. Sign last, and leave the file as it is once it is signed.",
    save: Passage {
        heading: "Press Tab, then save",
        text: &[
            "After your last answer, press the Tab key: only then has the program taken it in. Then save. If you are asked how, choose to save with your changes.",
        ],
    },
    check: Passage {
        heading: "Look at what you saved",
        text: &[
            "Before you close the program, open the saved file a second time and look for your last answer. If it is missing, go back to where you typed it, press Tab and save again under a new name.",
        ],
    },
    send: Passage {
        heading: "Send the file as it is",
        text: &[
            "Send the saved file itself to {publisher}. Please do not join it to other files, print it to a new PDF, or lock it with a password.",
        ],
    },
    send_contact: "How to reach us: {contact}.",
    programs: Passage {
        heading: "Programs that can lose answers",
        text: &["An ordinary PDF program is enough. Some need care:"],
    },
    program_list: &[
        (
            "Chrome, Edge",
            "may save the empty workbook if you do not press Tab after the last answer, or do not choose to save with your changes.",
        ),
        (
            "Preview (Mac)",
            "is reported to lose some kinds of answer. This workbook does without those kinds; please look at the saved file all the same.",
        ),
        (
            "Print to PDF",
            "makes a picture of the workbook. The boxes are gone, and long answers are cut off. Use Save, not Print.",
        ),
    ],
    no_scripts: Passage {
        heading: "No scripts",
        text: &[
            "There are no scripts (JavaScript) in this workbook. Nothing counts your words, checks your answers or fills in a box for you, and you need no internet.",
        ],
    },
    letters: Passage {
        heading: "Your language, your letters",
        text: &[
            "You may write in any language. Some programs do not show Arabic letters properly in a box; what you typed is kept all the same. Please leave out emoji: Chrome, and programs built like it, lose them.",
        ],
    },
    screen_reader: Passage {
        heading: "With a screen reader",
        text: &[
            "Each box says where it belongs and what is asked. Headings lead from section to section, and the Tab key from box to box.",
        ],
    },
    paper: Passage {
        heading: "On paper",
        text: &[
            "Print on both sides and write inside the boxes. Where a box offers a list, write your choice into it. If you need more room, use a sheet of your own and note the page and the question.",
        ],
    },
    privacy: Passage {
        heading: "Your privacy",
        text: &[
            "Your answers are in the file that you save and nowhere else: the workbook sends nothing. Whoever has the file can read it, so keep it as you would any confidential paper. An online PDF service receives a copy of it; better use a program on your own computer.",
        ],
    },
};
