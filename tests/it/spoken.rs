//! What somebody hears who does not see the page: the structure tree walked from outside, and a whole competency, unit and element as text.
//!
//! In: written workbooks. Out: nothing; words that are lost, doubled or out of order fail. Never: trusts the layout's own tree.

use std::path::PathBuf;

use akam_workbook::plan::field::{Field, Input};
use akam_workbook::spec;

use crate::plans::{SHIPPED, VALID};
use crate::readers::{self, Reader, repository};
use crate::workbook::{Made, made, sound};

/// Makes a form and hears it; `test` keeps the files of tests that run at one time apart.
fn heard(test: &str, name: &str, source: &[u8], form: usize) -> Option<(Made, Vec<String>)> {
    let made = made(&sound(source), form, &format!("heard-{test}-{name}-{form}"));
    let judge = readers::judge(Reader::Pikepdf, made.plan.fields.len())?;
    let lines = judge.spoken(&made.path);
    Some((made, lines))
}

/// How a box is announced.
const fn announced(field: &Field) -> &'static str {
    match field.input {
        Input::Line | Input::Lines | Input::Page => "type",
        Input::Choice(_) => "choose",
        Input::Tick => "tick",
        Input::Signature => "sign",
        Input::Identity(_) => "read only",
    }
}

#[test]
fn every_box_is_heard_once_in_the_order_in_which_it_is_asked() {
    let mut forms = 0;
    for (name, source) in std::iter::once(("built-in", spec::BUILT_IN))
        .chain(SHIPPED)
        .chain(VALID.into_iter().filter(|(name, _)| *name != "marked"))
    {
        for form in 0..sound(source).forms.len() {
            let Some((made, lines)) = heard("boxes", name, source, form) else {
                return;
            };
            let kinds = ["type: ", "choose: ", "tick: ", "sign: "];
            let is_box = |line: &&String| kinds.iter().any(|kind| line.starts_with(kind));
            let boxes: Vec<&str> = lines.iter().filter(is_box).map(String::as_str).collect();
            let asked = made.plan.asked().map(|(_, field)| {
                let words: Vec<&str> = field.tooltip.split_whitespace().collect();
                format!("{}: {}", announced(field), words.join(" "))
            });
            assert_eq!(boxes, asked.collect::<Vec<_>>(), "{name} {form}");
            forms += 1;
        }
    }
    assert_eq!(forms, 22);
}

#[test]
fn headings_go_down_one_level_at_a_time_and_begin_with_the_first() {
    for (name, source) in std::iter::once(("built-in", spec::BUILT_IN)).chain(SHIPPED) {
        let Some((_, lines)) = heard("headings", name, source, 0) else {
            return;
        };
        let levels: Vec<u32> = lines
            .iter()
            .filter_map(|line| line.strip_prefix("heading "))
            .filter_map(|rest| rest.chars().next()?.to_digit(10))
            .collect();
        assert!(levels.len() > 8, "{name}: {levels:?}");
        assert_eq!(
            levels.iter().filter(|level| **level == 1).count(),
            1,
            "{name}"
        );
        assert_eq!(levels.first(), Some(&1), "{name}");
        let skipped = levels.windows(2).find(|pair| pair[1] > pair[0] + 1);
        assert_eq!(skipped, None, "{name}");
    }
}

/// From the first line that begins so to what stands before the next heading of its level, without the small line over that.
fn stretch(lines: &[String], heading: &str) -> String {
    let from = lines
        .iter()
        .position(|line| line.starts_with(heading))
        .unwrap();
    let level = heading.split(':').next().unwrap();
    let rest = lines.iter().skip(from + 1);
    let is_next = |line: &&String| line.starts_with(&format!("{level}:"));
    let count = rest
        .clone()
        .position(|line| is_next(&line))
        .unwrap_or(rest.len());
    let said: Vec<&str> = lines
        .iter()
        .skip(from)
        .take(count)
        .map(String::as_str)
        .collect();
    said.join("\n") + "\n"
}

#[test]
fn a_competency_a_unit_and_an_element_sound_as_they_did_when_somebody_last_listened() {
    let table = [
        (
            "competency",
            "akam-kam-diploma",
            spec::BUILT_IN,
            "heading 2: 4.1",
        ),
        ("unit", "sample-unit", SHIPPED[1].1, "heading 2: S1"),
        (
            "element",
            "sample-healthcheck",
            SHIPPED[2].1,
            "heading 2: Governance",
        ),
    ];
    for (name, file, source, heading) in table {
        let Some((_, lines)) = heard("golden", file, source, 0) else {
            return;
        };
        let said = stretch(&lines, heading);
        assert!(said.lines().count() > 30, "{name}: {said}");
        let path: PathBuf = repository()
            .join("tests/golden/spoken")
            .join(format!("{name}.txt"));
        if std::env::var_os("AKAM_BLESS").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &said).unwrap();
        }
        let known = std::fs::read_to_string(&path).unwrap();
        assert!(
            known == said,
            "{name}: listen, and bless with AKAM_BLESS=1:\n{said}"
        );
    }
}
