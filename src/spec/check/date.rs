//! Dates of the calendar.
//!
//! In: a date as written. Out: the date, if there is such a day. Never: reads any other form than 2026-11-22.

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::Date;
use crate::spec::locate::At;
use crate::spec::quote::quoted;

/// Reads `2026-11-22` (S036).
pub(super) fn date(written: &str, at: At<'_>, found: &mut Vec<Diagnostic>) -> Option<Date> {
    let date = parse(written);
    if date.is_none() {
        found.push(
            Diagnostic::error(
                Code::S036,
                at.place(),
                format!(
                    "{} is not a date, expected year, month and day as in \"2026-11-22\"",
                    quoted(written)
                ),
            )
            .help("write four digits, two and two, with hyphens; the day must exist"),
        );
    }
    date
}

fn parse(written: &str) -> Option<Date> {
    let is_shaped = written.len() == 10
        && written.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let mut parts = written.split('-').filter(|_| is_shaped);
    let year: u16 = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let day: u8 = parts.next()?.parse().ok()?;
    let is_day = year >= 1 && day >= 1 && day <= days(year, month)?;
    is_day.then_some(Date { year, month, day })
}

const fn days(year: u16, month: u8) -> Option<u8> {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if is_leap => Some(29),
        2 => Some(28),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn only_days_that_exist_are_dates() {
        let days = [
            "2026-11-22",
            "2024-02-29",
            "2000-02-29",
            "0001-01-01",
            "9999-12-31",
        ];
        for day in days {
            assert_eq!(
                parse(day).map(|date| date.to_string()).as_deref(),
                Some(day)
            );
        }
        let others = [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-1-1",
            "22-11-2026",
            "0000-01-01",
            "2026-11-22 ",
            "2026/11/22",
            "+026-11-22",
            "",
        ];
        for other in others {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
