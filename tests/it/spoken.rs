//! What somebody hears who does not see the page: the structure tree walked from outside, and a whole competency, unit and element as text.
//!
//! In: written workbooks. Out: nothing; words that are lost, doubled or out of order fail. Never: trusts the layout's own tree.

use std::collections::BTreeMap;
use std::path::PathBuf;

use akam_workbook::plan::field::{Field, Input};
use akam_workbook::plan::plan;
use akam_workbook::{images, layout, pdf, spec};

use crate::plans::{SHIPPED, VALID};
use crate::readers::{self, Reader, repository};
use crate::workbook::{Made, made, scratch, sound};

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
        // Nothing follows, not even the small line.
        .unwrap_or(rest.len() + 1);
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

#[test]
fn running_heads_page_marks_and_page_numbers_are_not_heard() {
    for (name, source) in std::iter::once(("built-in", spec::BUILT_IN)).chain(SHIPPED) {
        let Some((made, lines)) = heard("artifacts", name, source, 0) else {
            return;
        };
        let pages = made.layout.pages.len();
        let number = |page: usize| {
            let phrase = made.plan.document.page_phrase.as_str();
            let phrase = phrase.replace("{page}", &page.to_string());
            phrase.replace("{pages}", &pages.to_string())
        };
        let mut silent: Vec<String> = (1..=pages).map(number).collect();
        silent.extend([made.layout.mark.clone(), made.plan.document.foot.clone()]);
        assert!(silent.len() > 8, "{name}: {silent:?}");
        let said = lines
            .iter()
            .find(|line| silent.iter().any(|one| line.contains(one)));
        assert_eq!(said, None, "{name}");
    }
}

#[test]
fn every_cell_that_heads_others_says_which() {
    let mut heads = 0;
    for (name, source) in std::iter::once(("built-in", spec::BUILT_IN)).chain(SHIPPED) {
        let Some((_, lines)) = heard("tables", name, source, 0) else {
            return;
        };
        let is_head = |line: &&String| {
            line.split_once(": ")
                .is_some_and(|(kind, _)| kind.ends_with(" head"))
        };
        for head in lines.iter().filter(is_head) {
            let says = ["column head: ", "row head: "]
                .iter()
                .any(|kind| head.starts_with(kind));
            assert!(says, "{name}: {head}");
            heads += 1;
        }
    }
    assert!(heads > 50, "only {heads} heads");
}

#[test]
fn the_mark_says_what_it_shows_and_parts_in_another_language_say_so() {
    let (_, source) = VALID
        .into_iter()
        .find(|(name, _)| *name == "marked")
        .unwrap();
    let spec = sound(source);
    let plan = plan(&spec, &spec.forms[0]).value.unwrap();
    let mark = images::decode(include_bytes!("../specs/valid/mark.png")).unwrap();
    let layout = layout::lay_out(&plan, Some(&mark)).value.unwrap();
    let bytes = pdf::write::write(&plan, &layout, Some(&mark), &BTreeMap::new()).unwrap();
    let path = scratch("heard-marked.pdf");
    std::fs::write(&path, bytes).unwrap();
    let Some(judge) = readers::judge(Reader::Pikepdf, 5) else {
        return;
    };
    let lines = judge.spoken(&path);
    let pictures: Vec<&String> = lines
        .iter()
        .filter(|line| line.starts_with("picture: "))
        .collect();
    assert_eq!(
        pictures,
        ["picture: Sample Institute: a dark ring, open at the right, and two bars"]
    );
    // The text in French once, after its title; the row at its questions, and recalled on two pages.
    for (language, words, times) in [
        ("fr", "Ce que deux personnes", 1),
        ("en-US", "Reads back what was agreed.", 3),
    ] {
        let said = lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.starts_with(words));
        let places: Vec<usize> = said.map(|(at, _)| at).collect();
        assert_eq!(places.len(), times, "{words}");
        for at in places {
            let (before, after) = lines.split_at(at);
            let opened = before.iter().rfind(|line| line.starts_with('[')).unwrap();
            let closed = after.iter().find(|line| line.starts_with('[')).unwrap();
            assert_eq!(*opened, format!("[in {language}]"), "line {at}");
            assert_eq!(*closed, format!("[end of {language}]"), "line {at}");
        }
    }
}

#[test]
fn boxes_are_asked_down_the_page_and_from_left_to_right() {
    let mut pairs = 0;
    for (name, source) in std::iter::once(("built-in", spec::BUILT_IN))
        .chain(SHIPPED)
        .chain(VALID.into_iter().filter(|(name, _)| *name != "marked"))
    {
        for form in 0..sound(source).forms.len() {
            let made = made(&sound(source), form, &format!("heard-order-{name}-{form}"));
            let Some(judge) = readers::judge(Reader::Pypdf, made.plan.fields.len()) else {
                return;
            };
            let seen = judge.fields(&made.path);
            let places: Vec<(usize, [f64; 4], String)> = made
                .plan
                .asked()
                .map(|(_, field)| {
                    let field = seen.field(&field.name.to_string()).unwrap();
                    let widget = &field.widgets.as_ref().unwrap()[0];
                    (widget.page, widget.rect.unwrap(), field.name.clone())
                })
                .collect();
            for pair in places.windows(2) {
                let ((page, [_, bottom, right, _], first), (next, [left, _, _, top], second)) =
                    (&pair[0], &pair[1]);
                assert!(page <= next, "{name} {form}: {first} before {second}");
                let is_after = left >= right || top <= bottom;
                assert!(
                    page < next || is_after,
                    "{name} {form}, page {page}: {first} before {second}"
                );
                pairs += 1;
            }
        }
    }
    assert!(pairs > 1_000, "only {pairs} pairs");
}
