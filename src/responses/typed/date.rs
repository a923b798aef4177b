//! Dates as people type them, read only where nobody could mean another day (`docs/formats.md`, "Dates").
//!
//! In: a text. Out: the day, or nothing. Never: decides whether 03/04/2026 is in March or in April, completes a year, or asks what day it is.

use jiff::civil;

use crate::ids::Date;

/// English months; their first letters will do, three at least.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// English days of the week, Monday first; their first letters will do, three at least.
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Longer texts are not dates.
const MAX_LENGTH: usize = 40;

/// The day that a text means, if it can mean only one.
pub(super) fn read(text: &str) -> Option<Date> {
    let text = text.trim().trim_end_matches('.');
    if text.len() > MAX_LENGTH {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    numeric(&lower).or_else(|| in_words(&lower))
}

/// `2026-04-03`, `13/04/2026`, `04/13/2026`, `03.03.2026`: one separator throughout.
fn numeric(text: &str) -> Option<Date> {
    ['-', '/', '.'].into_iter().find_map(|separator| {
        let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
        let [first, second, third] = parts.as_slice() else {
            return None;
        };
        match (year(first), year(third)) {
            (Some(year), None) => day(year, number(second)?, number(third)?),
            (None, Some(year)) => either_order(year, number(first)?, number(second)?),
            (Some(_), Some(_)) | (None, None) => None,
        }
    })
}

/// Day and month in unknown order: one day only if one of the two orders is no date, or both are the same.
fn either_order(year: i16, first: i8, second: i8) -> Option<Date> {
    let day_first = day(year, second, first);
    let month_first = day(year, first, second);
    match (day_first, month_first) {
        (Some(one), Some(other)) => (one == other).then_some(one),
        // "31/04/2026" has one order with a month, but that month has no such day.
        (Some(one), None) | (None, Some(one)) => Some(one),
        (None, None) => None,
    }
}

/// `3 April 2026`, `3rd of Apr. 2026`, `April 3, 2026`, `Friday, 3 April 2026`, `3-Apr-2026`.
fn in_words(text: &str) -> Option<Date> {
    let separators = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/');
    let words: Vec<&str> = text
        .split(separators)
        .filter(|word| !word.is_empty() && !matches!(*word, "of" | "the"))
        .collect();
    let (weekday, rest) = match words.split_first() {
        Some((first, rest)) if index_of(&WEEKDAYS, first).is_some() => {
            (index_of(&WEEKDAYS, first), rest)
        }
        Some(_) | None => (None, words.as_slice()),
    };
    let [first, second, third] = rest else {
        return None;
    };
    let (month, day_of_month) = match (index_of(&MONTHS, first), index_of(&MONTHS, second)) {
        (Some(month), None) => (month, ordinal(second)?),
        (None, Some(month)) => (month, ordinal(first)?),
        (Some(_), Some(_)) | (None, None) => return None,
    };
    let date = day(year(third)?, month, day_of_month)?;
    weekday
        .is_none_or(|weekday| weekday_of(date) == Some(weekday))
        .then_some(date)
}

/// Which name this is or begins, from 1: "september", "sept", "sep".
fn index_of(names: &[&str], word: &str) -> Option<i8> {
    let is_meant = |name: &&str| word.len() >= 3 && name.starts_with(word);
    let index = names.iter().position(is_meant)?;
    i8::try_from(index + 1).ok()
}

/// `3`, `03`, `3rd`.
fn ordinal(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    number(digits)
}

/// One or two digits.
fn number(text: &str) -> Option<i8> {
    let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// Four digits, from 1000 on: a year of two digits is never completed.
fn year(text: &str) -> Option<i16> {
    let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|year| is_year && *year >= 1000)
}

/// The date, if the calendar has it.
fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    let date = civil::Date::new(year, month, day).ok()?;
    Some(Date {
        year: u16::try_from(date.year()).ok()?,
        month: u8::try_from(date.month()).ok()?,
        day: u8::try_from(date.day()).ok()?,
    })
}

/// Day of the week, Monday 1.
fn weekday_of(date: Date) -> Option<i8> {
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    let day = i8::try_from(date.day).ok()?;
    let date = civil::Date::new(year, month, day).ok()?;
    Some(date.weekday().to_monday_one_offset())
}
