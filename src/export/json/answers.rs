//! One question and its answer as a row.
//!
//! In: the question, what came back, what is known of it. Out: its row. Never: a companion without a value.

use crate::assess::AnswerFacts;
use crate::ids::Row;
use crate::plan::field::Field;
use crate::responses::{Answer, Companion, Response};

use super::shape::AnswerEntry;
use super::words::{KindWord, PlainNumber};

/// The row of one question.
pub(super) fn row(asked: &Field, response: &Response, facts: AnswerFacts) -> AnswerEntry {
    let name = &asked.name;
    let cell = name.cell.as_ref();
    let companions = Companions::of(response.answer.companion());
    AnswerEntry {
        field: name.to_string(),
        node: name.owner.to_string(),
        rev: asked.rev,
        level: asked.level.as_str().to_owned(),
        code: asked.code.clone(),
        wording: asked.wording.clone(),
        slot: name.slot.to_string(),
        kind: KindWord(asked.kind.as_str()),
        row: cell.map(|(row, _)| row.number()),
        column: cell.map(|(_, column)| column.to_string()),
        question: asked.question.clone(),
        page: response.place.as_ref().and_then(|place| place.page),
        value: response.answer.value().map(|text| text.reveal().to_owned()),
        raw: response.raw.as_ref().map(|text| text.reveal().to_owned()),
        given: response.answer == Answer::Given,
        absent: response.place.is_none(),
        date: companions.date,
        number: companions.number,
        refs: companions.refs,
        label: companions.label,
        score: companions.score,
        flag: companions.flag,
        words: facts.words,
        fits: facts.fits,
    }
}

/// The typed keys beside a value.
#[derive(Default)]
struct Companions {
    date: Option<String>,
    number: Option<PlainNumber>,
    refs: Option<Vec<String>>,
    label: Option<String>,
    score: Option<PlainNumber>,
    flag: Option<bool>,
}

impl Companions {
    fn of(companion: Option<&Companion>) -> Self {
        let mut keys = Self::default();
        match companion {
            None | Some(Companion::None) => {}
            Some(Companion::Date(date)) => keys.date = Some(date.to_string()),
            Some(Companion::Number(number)) => keys.number = Some(PlainNumber(*number)),
            Some(Companion::Refs(rows)) => {
                let reference = |row: &Row| format!("E{}", row.number());
                keys.refs = Some(rows.iter().map(reference).collect());
            }
            Some(Companion::Choice { label, score }) => {
                keys.label = Some(label.clone());
                keys.score = score.map(PlainNumber);
            }
            Some(Companion::Flag(flag)) => keys.flag = Some(*flag),
        }
        keys
    }
}
