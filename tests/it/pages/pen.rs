//! Copies to be written on by hand.
//!
//! In: every specification. Out: nothing. Never: looks at a PDF: that one has no form is seen in `form_rules`.

use std::collections::BTreeMap;

use akam_workbook::layout::page::{Drawing, Item, LinkTarget, Page, TextRun};
use akam_workbook::layout::{Layout, lay_out};
use akam_workbook::plan::field::Input;
use akam_workbook::plan::{Plan, plan};
use akam_workbook::spec;

use crate::plans::{SHIPPED, VALID};
use crate::workbook::sound;

/// Every form of every specification, as a file to type in and as a copy for the pen.
fn pairs() -> Vec<(String, [(Plan, Layout); 2])> {
    let mut pairs = Vec::new();
    let sources = [("built-in", spec::BUILT_IN)];
    for (name, source) in sources.into_iter().chain(SHIPPED).chain(VALID) {
        let spec = sound(source);
        for form in &spec.forms {
            let copies = [false, true].map(|is_for_pen| {
                let mut form = form.clone();
                form.theme.is_for_pen = is_for_pen;
                let plan = plan(&spec, &form).value.unwrap();
                let layout = lay_out(&plan, None).value.unwrap();
                (plan, layout)
            });
            pairs.push((format!("{name} {}", form.id), copies));
        }
    }
    assert!(pairs.len() > 20, "only {} forms", pairs.len());
    pairs
}

fn boxes(page: &Page) -> Vec<&Item> {
    let items = page.items.iter();
    let is_box = |item: &&Item| matches!(&item.drawing, Drawing::Rectangle { stroke: Some(_), rect, .. } if rect.height.0 > 10.0);
    items.filter(is_box).collect()
}

/// What stands in each element, lines joined.
fn texts(layout: &Layout) -> Vec<String> {
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for item in layout.pages.iter().flat_map(|page| &page.items) {
        if let (Some(tag), Drawing::Text(run)) = (item.tag, &item.drawing) {
            let text = run.shaped.glyphs.iter().map(|glyph| glyph.text.as_str());
            texts.entry(tag.0).or_default().extend(text);
        }
    }
    texts
        .into_values()
        .map(|text| text.trim().to_owned())
        .collect()
}

fn words(page: &Page) -> String {
    let items = page.items.iter();
    let texts = items.filter_map(|item| match &item.drawing {
        Drawing::Text(run) => Some(&run.shaped.glyphs),
        _ => None,
    });
    let letters = texts.map(|glyphs| {
        let text: String = glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        text + "\n"
    });
    letters.collect()
}

#[test]
fn every_question_has_its_box_and_every_choice_of_four_its_ticks() {
    let mut ticks_seen = 0;
    for (name, [_, (plan, layout)]) in pairs() {
        let ticks = |input: &Input| match input {
            Input::Choice(options) if options.options().len() <= 4 => options.options().len(),
            _ => 1,
        };
        let wanted: usize = plan.asked().map(|(_, field)| ticks(&field.input)).sum();
        let found: usize = layout.pages.iter().map(|page| boxes(page).len()).sum();
        assert_eq!(found, wanted, "{name}");
        let printed = texts(&layout);
        let mut labels: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, field) in plan.asked() {
            match &field.input {
                Input::Choice(options) if options.options().len() <= 4 => {
                    for option in options.options() {
                        *labels.entry(&option.label).or_default() += 1;
                    }
                }
                // What can be written into the box is said beside it, above its table, or in the guide.
                Input::Choice(options) => {
                    for option in options.options() {
                        let is_said = |text: &String| text.contains(&option.label);
                        assert!(printed.iter().any(is_said), "{name}: {}", option.label);
                    }
                }
                _ => {}
            }
        }
        for (label, count) in labels {
            let found = printed.iter().filter(|text| *text == label).count();
            assert!(
                found >= count,
                "{name}: {label} stands {found} times, not {count}"
            );
            ticks_seen += count;
        }
    }
    assert!(ticks_seen > 500, "only {ticks_seen} ticks");
}

#[test]
fn a_pages_number_is_the_same_in_both_copies_of_area_4() {
    let (name, [(_, typed), (_, pen)]) = pairs().swap_remove(0);
    assert_eq!(name, "built-in w0001");
    let titles = |layout: &Layout| -> Vec<(String, usize)> {
        let bookmarks = layout.bookmarks.iter();
        bookmarks
            .map(|bookmark| (bookmark.title.clone(), bookmark.page))
            .collect()
    };
    assert_eq!(titles(&typed), titles(&pen));
    assert_eq!(typed.pages.len(), pen.pages.len());
}

#[test]
fn what_leads_to_a_page_leads_to_the_same_in_both_copies_of_area_4() {
    let (_, [(_, typed), (_, pen)]) = pairs().swap_remove(0);
    let goals = |layout: &Layout| -> Vec<(String, LinkTarget)> {
        let items = layout.pages.iter().flat_map(|page| &page.items);
        let links = items.filter_map(|item| match &item.drawing {
            Drawing::Text(run) => Some((run, run.link.clone()?)),
            _ => None,
        });
        let text = |run: &TextRun| {
            run.shaped
                .glyphs
                .iter()
                .map(|glyph| glyph.text.as_str())
                .collect()
        };
        links.map(|(run, goal)| (text(run), goal)).collect()
    };
    assert!(goals(&typed).len() > 25);
    assert_eq!(goals(&typed), goals(&pen));
    let numbers = |layout: &Layout| words(&layout.pages[5]);
    assert_eq!(numbers(&typed).replace("w0001", "w0001-pen"), numbers(&pen));
}

/// A specification whose choices are long, many, or too many for the page.
const ODD: &[u8] = include_bytes!("../../specs/pen/long-choices.json");

#[test]
fn long_options_stand_apart_and_many_are_said() {
    let spec = sound(ODD);
    let mut form = spec.forms[0].clone();
    form.theme.is_for_pen = true;
    let plan = plan(&spec, &form).value.unwrap();
    let layout = lay_out(&plan, None).value.unwrap();
    let printed = texts(&layout).join("\n");
    for scale in &spec.scales {
        for option in &scale.options {
            assert!(printed.contains(&option.label), "{}", option.label);
        }
    }
    for page in &layout.pages {
        let lines = page.items.iter().filter_map(|item| match &item.drawing {
            Drawing::Text(run) if !run.shaped.glyphs.is_empty() => {
                Some((run.origin, run.shaped.width))
            }
            _ => None,
        });
        let lines: Vec<_> = lines.collect();
        for (index, (one, width)) in lines.iter().enumerate() {
            for (other, _) in lines.iter().skip(index + 1) {
                let is_over = (one.y.0 - other.y.0).abs() < 8.0
                    && other.x.0 > one.x.0 - 1.0
                    && other.x.0 < one.x.0 + width.0 - 1.0
                    && one.y != other.y;
                assert!(!is_over, "two texts at {one:?} and {other:?}");
            }
        }
    }
}

#[test]
fn long_answers_are_ruled_and_nothing_is_said_of_files_and_keys() {
    for (name, [(_, typed), (plan, pen)]) in pairs() {
        let long = plan.asked().filter(|(_, field)| field.input == Input::Page);
        let is_line =
            |item: &&Item| matches!(&item.drawing, Drawing::Rule { width, .. } if width.0 < 0.45);
        let items = pen.pages.iter().flat_map(|page| &page.items);
        let lines = items.filter(is_line).count();
        assert!(lines >= 2 * long.count(), "{name}: {lines} lines");
        let said = |layout: &Layout, word: &str| {
            let mut pages = layout.pages.iter().map(words);
            pages.any(|page| page.contains(word))
        };
        for word in ["emoji", "Chrome", "(JavaScript)"] {
            assert!(
                said(&typed, word),
                "{name}: {word} is not in the typed copy"
            );
            assert!(
                !said(&pen, word),
                "{name}: {word} is in the copy for the pen"
            );
        }
        assert!(pen.mark.ends_with("-pen"), "{}", pen.mark);
    }
}
