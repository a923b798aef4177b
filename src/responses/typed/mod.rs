//! What a field holds, as the answer to its question.
//!
//! In: a field of the plan and the same field of a returned file. Out: the answer with its typed companion, and the text as stored.
//! Never: guesses; what does not plainly read as a date, share, reference or option stays a text, or is told to be unread.
//!
//! One of the two rooms of `responses` that may look at what a candidate wrote.

mod date;
mod grammar;

use unicode_normalization::UnicodeNormalization as _;

use crate::confidential::CandidateText;
use crate::field_name::{IdentityValue, PageMark};
use crate::pdf::read::{FieldValue, FormField};
use crate::plan::field::{AskKind, Field, Input, Options};

use super::model::{Answer, Companion};

/// The column of a register that holds a share.
const SHARE: &str = "share";
/// On-state of a check box, and the value of a tick.
const ON_STATE: &str = "Yes";
/// State of a check box that is off (ISO 32000-1, 12.7.4.2.3).
const OFF_STATE: &str = "Off";

/// The answer that a field holds, and the text as stored where it differs from the answer's value.
pub(super) fn read(asked: &Field, returned: &FormField) -> (Answer, Option<CandidateText>) {
    let Some(stored) = stored(&returned.value) else {
        return (Answer::Unanswered, None);
    };
    let (answer, is_word_of_ours) = answer(asked, &returned.value, &stored, returned);
    let is_given = answer.is_answered()
        && self::stored(&returned.default_value).is_some_and(|default| {
            let (given, _) = self::answer(asked, &returned.default_value, &default, returned);
            answer.value() == given.value() || is_what_passing_leaves(asked, &stored, &default)
        });
    let answer = if is_given { Answer::Given } else { answer };
    let is_same = answer.value().is_some_and(|value| value.is(&stored));
    let raw = !(is_same || is_word_of_ours || stored.is_empty());
    (answer, raw.then(|| CandidateText::new(stored)))
}

/// What the identity field says.
pub(super) fn identity(value: &FieldValue) -> Option<IdentityValue> {
    IdentityValue::parse(&stored(value)?)
}

/// The page mark in a page's text.
pub(super) fn page_mark(text: &CandidateText) -> Option<PageMark> {
    PageMark::find(text.reveal())
}

/// The value as one text; `None` for none.
fn stored(value: &FieldValue) -> Option<String> {
    match value {
        FieldValue::None => None,
        FieldValue::Text(text) => Some(text.reveal().to_owned()),
        FieldValue::List(options) => {
            let options: Vec<&str> = options.iter().map(CandidateText::reveal).collect();
            (!options.is_empty()).then(|| options.join("\n"))
        }
        FieldValue::State(state) => Some(state.clone()),
        FieldValue::Signed => Some("signed".to_owned()),
    }
}

/// The answer in a value (`stored` is its text), and whether the stored text is one of our own words, so that it need not be kept beside the value.
fn answer(asked: &Field, value: &FieldValue, stored: &str, returned: &FormField) -> (Answer, bool) {
    match &asked.input {
        Input::Line | Input::Lines | Input::Page => (text(asked, stored, value), false),
        Input::Choice(options) => choice(asked.kind, options, stored, returned),
        // Not a question: `collect` compares it and never asks for its answer.
        Input::Identity(_) => (Answer::Unanswered, false),
        Input::Tick => tick(stored, value),
        Input::Signature => match value {
            FieldValue::Signed => (answered("signed", Companion::None), true),
            FieldValue::None | FieldValue::Text(_) | FieldValue::List(_) | FieldValue::State(_) => {
                (unless_blank(stored, Answer::Unread), false)
            }
        },
    }
}

fn answered(value: &str, companion: Companion) -> Answer {
    Answer::Answered {
        value: CandidateText::new(value.to_owned()),
        companion,
    }
}

fn unless_blank(stored: &str, answer: Answer) -> Answer {
    if stored.chars().all(char::is_whitespace) {
        Answer::Unanswered
    } else {
        answer
    }
}

/// A typed text in LF and NFC, with what it can be read as.
fn text(asked: &Field, stored: &str, value: &FieldValue) -> Answer {
    match value {
        FieldValue::Text(_) => {}
        FieldValue::None | FieldValue::List(_) | FieldValue::State(_) | FieldValue::Signed => {
            return unless_blank(stored, Answer::Unread);
        }
    }
    let value = normalise(stored);
    let companion = match (asked.kind, &asked.name.cell) {
        (AskKind::Date, _) => date::read(&value).map(Companion::Date),
        (AskKind::EvidenceRefs, _) => grammar::evidence_refs(&value).map(Companion::Refs),
        (AskKind::Percent, _) => grammar::percent(&value).map(Companion::Number),
        (AskKind::EvidenceRegister, Some((_, column))) if column.as_str() == SHARE => {
            grammar::percent(&value).map(Companion::Number)
        }
        _ => None,
    };
    unless_blank(
        stored,
        answered(&value, companion.unwrap_or(Companion::None)),
    )
}

/// Line ends as LF, letters as Unicode's normalisation form C.
fn normalise(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .nfc()
        .collect()
}

/// Whether a text is what is left of a given one when somebody passes through its box with the Tab key: Chrome (`PDFium`) then stores it anew, a
/// tab as a blank, and letters beyond U+FFFF cut to 16 bits.
fn is_what_passing_leaves(asked: &Field, stored: &str, given: &str) -> bool {
    let cut = |letter: char| match letter {
        '\t' => ' ',
        '\u{10000}'.. => {
            char::from_u32(u32::from(letter) & 0xFFFF).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        other => other,
    };
    let is_text = matches!(asked.input, Input::Line | Input::Lines | Input::Page);
    let left: String = given.chars().map(cut).collect();
    is_text && left != given && normalise(stored) == normalise(&left)
}

/// An option by what is stored for it, else by what is shown for it, in the file or in the specification.
fn choice(kind: AskKind, options: &Options, stored: &str, returned: &FormField) -> (Answer, bool) {
    let all = &returned.options;
    let is_export = all.iter().any(|(export, _)| export == stored);
    let shown = all.iter().find(|(_, shown)| !is_export && shown == stored);
    let written = normalise(shown.map_or(stored, |(export, _)| export));
    let written = written.trim();
    if written == Options::UNSET || written == normalise(options.unset_label()) {
        return (Answer::Unanswered, true);
    }
    let by_value = |value: &str| value == written;
    let by_label = |label: &str| normalise(label).trim() == written;
    let all = options.options();
    let found = all
        .iter()
        .find(|option| by_value(option.value.as_str()))
        .or_else(|| {
            let mut labelled = all.iter().filter(|option| by_label(&option.label));
            // A label that two options share names neither.
            labelled.next().filter(|_| labelled.next().is_none())
        });
    let Some(option) = found else {
        return (unless_blank(stored, Answer::Unread), false);
    };
    let value = option.value.as_str();
    let companion = if kind == AskKind::YesNo {
        Companion::Flag(value == "yes")
    } else {
        Companion::Choice {
            label: option.label.clone(),
            score: option.score,
        }
    };
    (answered(value, companion), false)
}

/// A check box: off, or on under whatever name a state has; a text, as some programs store, counts only as "Yes" or "Off".
fn tick(stored: &str, value: &FieldValue) -> (Answer, bool) {
    let ticked = || answered("yes", Companion::Flag(true));
    match value {
        FieldValue::State(state) if state == OFF_STATE => (Answer::Unanswered, true),
        FieldValue::State(state) => (ticked(), state == ON_STATE),
        FieldValue::Text(_) if stored == OFF_STATE => (Answer::Unanswered, true),
        FieldValue::Text(_) if stored == ON_STATE => (ticked(), true),
        FieldValue::None | FieldValue::Text(_) | FieldValue::List(_) | FieldValue::Signed => {
            (unless_blank(stored, Answer::Unread), false)
        }
    }
}
