//! What is not written, and the publisher's mark.

use std::collections::BTreeMap;

use akam_workbook::diagnostic::Diagnostic;
use akam_workbook::geometry::Rect;
use akam_workbook::images::Pixels;
use akam_workbook::layout::page::{Drawing, Element, ElementIndex, Item, Kid, Layout, Role};
use akam_workbook::pdf::write::write;
use akam_workbook::plan::Plan;

use super::written::looked_at;
use crate::workbook::hand_made;

/// The first text run of a page.
fn first_run(layout: &mut Layout, page: usize) -> &mut akam_workbook::layout::page::TextRun {
    let runs = layout.pages[page].items.iter_mut();
    let run = runs.filter_map(|item| match &mut item.drawing {
        Drawing::Text(run) => Some(run),
        Drawing::Rule { .. } | Drawing::Rectangle { .. } | Drawing::Mark(_) => None,
    });
    run.last().unwrap()
}

/// How a sound document is spoilt.
type Spoil = fn(&mut Plan, &mut Layout);

/// What is wrong, the code that says so, the page that it names, and how it is made wrong.
const SPOILED: [(&str, &str, Option<u32>, Spoil); 13] = [
    ("a glyph that no face has", "W001", None, |_, layout| {
        first_run(layout, 0).shaped.glyphs[0].id = 60_000;
    }),
    ("a missing letter", "W002", Some(2), |_, layout| {
        first_run(layout, 1).shaped.glyphs[0].id = 0;
    }),
    ("a field on no page", "W003", None, |_, layout| {
        layout.pages[1].fields.pop();
    }),
    ("a field on two pages", "W003", Some(2), |_, layout| {
        let again = layout.pages[0].fields[0].clone();
        layout.pages[1].fields.push(again);
    }),
    ("a field that the plan lacks", "W003", Some(2), |plan, _| {
        plan.fields.pop();
    }),
    ("a field in no element", "W003", Some(2), |_, layout| {
        layout.elements.last_mut().unwrap().kids.clear();
    }),
    (
        "a field in another's element",
        "W003",
        Some(1),
        |_, layout| {
            layout.pages[0].fields[0].element = ElementIndex(1);
        },
    ),
    ("an item in no element", "W003", Some(1), |_, layout| {
        layout.elements[1].kids.clear();
    }),
    ("an item held twice", "W003", Some(1), |_, layout| {
        let kid = layout.elements[1].kids[0];
        layout.elements[1].kids.push(kid);
    }),
    ("an element in a circle", "W003", None, |_, layout| {
        layout.elements[1].kids.push(Kid::Element(ElementIndex(0)));
    }),
    (
        "a bookmark that skips a level",
        "W003",
        Some(1),
        |_, layout| {
            layout.bookmarks[1].level = 3;
        },
    ),
    (
        "a link outside a Link element",
        "W003",
        Some(1),
        |_, layout| {
            for element in &mut layout.elements {
                if element.role == Role::Link {
                    element.role = Role::Span;
                }
            }
        },
    ),
    ("a bookmark to no page", "W003", None, |_, layout| {
        layout.bookmarks[0].page = 9;
    }),
];

#[test]
fn a_layout_that_contradicts_itself_or_the_plan_is_refused_with_its_page() {
    for (name, code, page, spoil) in SPOILED {
        let (mut plan, mut layout) = hand_made::document();
        spoil(&mut plan, &mut layout);
        let error = write(&plan, &layout, None, &BTreeMap::new()).expect_err(name);
        let diagnostic = Diagnostic::from(error);
        assert_eq!(
            diagnostic.code.as_str(),
            code,
            "{name}: {}",
            diagnostic.message
        );
        let found = match diagnostic.place {
            akam_workbook::diagnostic::Place::Pdf { page, .. } => page,
            akam_workbook::diagnostic::Place::Whole
            | akam_workbook::diagnostic::Place::Source(_) => None,
        };
        assert_eq!(found, page, "{name}: {}", diagnostic.message);
    }
}

#[test]
fn the_publishers_mark_is_a_figure_with_its_opacity_as_a_soft_mask() {
    let (plan, mut layout) = hand_made::document();
    let figure = layout.elements.len();
    let item = layout.pages[0].items.len();
    layout.elements[0]
        .kids
        .push(Kid::Element(ElementIndex(figure)));
    layout.elements.push(Element {
        role: Role::Figure,
        language: None,
        alt: Some("The Association's mark".to_owned()),
        kids: vec![Kid::Item(0, item)],
    });
    layout.pages[0].items.push(Item {
        tag: Some(ElementIndex(figure)),
        drawing: Drawing::Mark(Rect::new(44.0, 300.0, 120.0, 36.0)),
    });
    let pixels = Pixels {
        width: 2,
        height: 1,
        rgb: vec![255, 0, 0, 0, 0, 255],
        alpha: Some(vec![255, 128]),
    };
    let written = |mark| write(&plan, &layout, mark, &BTreeMap::new()).unwrap();
    let file = (
        "a workbook with a mark",
        written(Some(&pixels)),
        written(Some(&pixels)),
        plan.fields.len(),
    );
    let Some(file) = looked_at(file) else { return };
    assert!(file.bytes == file.again);
    assert_eq!(file.verdict.status, 0, "{}", file.verdict.output);
    let page = file.pages()[0];
    let image = file.get(&file.get(&page["/Resources"])["/XObject"]["/WbMark"]);
    assert_eq!(image["dict"]["/ColorSpace"], "/DeviceRGB");
    assert_eq!(image["data"], "\u{FF}\0\0\0\0\u{FF}");
    let mask = file.get(&image["dict"]["/SMask"]);
    assert_eq!(mask["dict"]["/ColorSpace"], "/DeviceGray");
    assert_eq!(mask["data"], "\u{FF}\u{80}");
    let content = file.get(&page["/Contents"])["data"].as_str().unwrap();
    assert!(content.contains("120 0 0 36 44 505.89 cm"), "{content}");
    assert!(content.contains("/WbMark Do"), "{content}");
    let without = written(None);
    assert!(
        !without.windows(6).any(|window| window == b"WbMark"),
        "no mark, no image"
    );
}
