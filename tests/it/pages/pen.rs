//! Copies to be written on by hand.
//!
//! In: every specification. Out: nothing. Never: looks at a PDF: that one has no form is seen in `form_rules`.

use akam_workbook::layout::page::{Drawing, Item, Page};
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
        let whole: String = layout.pages.iter().map(words).collect();
        for (_, field) in plan.asked() {
            let Input::Choice(options) = &field.input else {
                continue;
            };
            if options.options().len() <= 4 {
                let first = options.options()[0].label.split(' ').next().unwrap();
                assert!(whole.contains(first), "{name}: {first} is not printed");
                ticks_seen += options.options().len();
            }
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
