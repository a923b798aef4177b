//! Pages as `lay_out` places them.

pub(crate) mod checks;
mod forms;
mod pen;

use akam_workbook::diagnostic::Place;
use akam_workbook::geometry::Rect;
use akam_workbook::images::Pixels;
use akam_workbook::layout::page::Drawing;
use akam_workbook::layout::{Layout, lay_out};
use akam_workbook::plan::block::Section;
use akam_workbook::plan::{Plan, ThemeBase, plan};
use akam_workbook::spec::model::{AskKind, Form, Paper};
use akam_workbook::spec::{self, Spec};
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_oneof, proptest};
use proptest::{collection, sample};

use crate::readers::repository;
use checks::faults;
use forms::Sizes;

/// Plans and lays out the first form.
fn laid_out(spec: &Spec) -> (Plan, Layout) {
    laid_out_form(spec, &spec.forms[0])
}

fn laid_out_form(spec: &Spec, form: &Form) -> (Plan, Layout) {
    let plan = plan(spec, form).value.expect("the form plans");
    let checked = lay_out(&plan, None);
    let layout = checked
        .value
        .unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    (plan, layout)
}

/// A text of some words, long ones and foreign ones among them.
fn text(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let word = prop_oneof![
        20 => "[a-z]{1,12}",
        2 => "[A-Z][a-z]{2,9}[,.;]",
        1 => Just("cross-functional/and/or".to_owned()),
        1 => Just("Świętosławę".to_owned()),
        1 => Just("ἐπιστήμη".to_owned()),
        1 => "[a-z]{30,60}",
    ];
    collection::vec(word, words).prop_map(|words| words.join(" "))
}

/// Kinds of question, all but registers.
const KINDS: &[&str] = &[
    "text",
    "narrative",
    "prescription",
    "date",
    "percent",
    "evidenceRefs",
    "choice",
    "rating",
    "judgement",
    "markingCredit",
    "yesNo",
    "attest",
    "notApplicable",
    "signature",
];

fn kinds(most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    collection::vec(sample::select(KINDS), 0..=most)
}

/// A text of at most 300 letters.
fn title() -> impl Strategy<Value = String> {
    text(1..40).prop_map(|text| {
        let cut: String = text.chars().take(300).collect();
        cut.trim().to_owned()
    })
}

fn sizes() -> impl Strategy<Value = Sizes> {
    let titles = [title(), title(), title()];
    let part = collection::vec(title(), 1..40);
    let competencies = collection::vec(collection::vec(part, 1..3), 1..3);
    let shape = (
        titles,
        competencies,
        0..31_u16,
        collection::vec(text(1..5), 2..5),
    );
    let asked = (
        collection::vec(text(1..4), 0..8),
        collection::vec(text(1..60), 0..12),
        kinds(6),
        kinds(4),
        kinds(9),
    );
    let rest = (
        sample::select(vec!["a4", "letter"]),
        sample::select(vec![false, true]),
    );
    (shape, asked, rest).prop_map(|(shape, asked, (paper, is_grouped))| {
        let (titles, competencies, register, mut options) = shape;
        // Two options may not be called the same.
        options.sort_unstable();
        options.dedup();
        let (once, rationale, of_indicators, of_parts, at_the_end) = asked;
        Sizes {
            titles,
            competencies,
            register,
            options,
            once,
            rationale,
            of_indicators,
            of_parts,
            at_the_end,
            is_grouped,
            paper,
        }
    })
}

/// Every paper, as usual and in large print, and whether it is for the pen.
const LOOKS: [(Paper, ThemeBase, bool); 8] = [
    (Paper::A4, ThemeBase::House, false),
    (Paper::Letter, ThemeBase::House, false),
    (Paper::A4, ThemeBase::LargePrint, false),
    (Paper::Letter, ThemeBase::LargePrint, false),
    (Paper::A4, ThemeBase::House, true),
    (Paper::Letter, ThemeBase::House, true),
    (Paper::A4, ThemeBase::LargePrint, true),
    (Paper::Letter, ThemeBase::LargePrint, true),
];

/// AKAM's own specifications, the samples and every valid one of the tests, each form of them in every look.
fn every_form() -> Vec<(String, Plan, Layout)> {
    let mut sources = vec![("built-in".to_owned(), spec::BUILT_IN.to_vec())];
    let folders = ["tests/specs/valid", "spec"].map(|folder| repository().join(folder));
    let mut paths: Vec<_> = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    paths.sort();
    paths.retain(|path| !path.ends_with("akam-kam-diploma.json"));
    assert!(paths.len() > 12, "only {} specifications", paths.len());
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        sources.push((name, std::fs::read(path).unwrap()));
    }
    let mut found = Vec::new();
    for (name, source) in sources {
        let checked = spec::load(&source);
        let mut spec = checked
            .value
            .unwrap_or_else(|| panic!("{name}: {:?}", checked.diagnostics));
        for (paper, base, is_for_pen) in LOOKS {
            for index in 0..spec.forms.len() {
                spec.forms[index].theme.paper = paper;
                spec.forms[index].theme.base = base;
                spec.forms[index].theme.is_for_pen = is_for_pen;
                let form = spec.forms[index].clone();
                let (plan, layout) = laid_out_form(&spec, &form);
                let pen = if is_for_pen { " for the pen" } else { "" };
                let name = format!("{name} {} {paper:?} {base:?}{pen}", form.id);
                found.push((name, plan, layout));
            }
        }
    }
    found
}

#[test]
fn every_form_of_every_valid_specification_is_laid_out_without_a_fault() {
    let mut found = Vec::new();
    for (name, plan, layout) in every_form() {
        let faults = faults(&plan, &layout).into_iter();
        found.extend(faults.map(|fault| format!("{name}: {fault}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A page may be emptier only if it is all there is of its section, as an opening page that asks nothing.
#[test]
fn no_section_is_cut_so_that_a_page_is_less_than_a_third_full() {
    let mut found = Vec::new();
    // Large print has its own measure: paper is no object, and fewer lines fill a page.
    let usual = every_form()
        .into_iter()
        .filter(|(name, _, _)| name.contains(" House"));
    for (name, _, layout) in usual {
        let third = (checks::frame(&layout).bottom - 48.0) / 3.0 + 48.0;
        for (index, page) in layout.pages.iter().enumerate() {
            let depth = checks::depth(&layout, page);
            let is_all_there_is = checks::begins_section(page)
                && layout
                    .pages
                    .get(index + 1)
                    .is_none_or(checks::begins_section);
            let is_the_workbook = name.starts_with("built-in w0001");
            if depth < third && (is_the_workbook || !is_all_there_is) {
                found.push(format!("{name}, page {} ends at {depth:.0}", index + 1));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_cover_of_a_shipped_workbook_is_one_page_in_every_look() {
    let mut covers = 0;
    for (name, _, layout) in every_form() {
        let is_shipped = name.starts_with("built-in")
            || name.starts_with("sample-")
            || name.starts_with("akam-");
        if is_shipped {
            covers += 1;
            assert!(
                checks::begins_section(&layout.pages[1]),
                "{name}: the cover has two pages"
            );
        }
    }
    assert_eq!(covers, 8 * LOOKS.len());
}

/// The workbook of area 4 on a paper.
fn area_4(paper: Paper) -> (Plan, Layout) {
    let mut spec = spec::load(spec::BUILT_IN)
        .value
        .expect("the built-in is sound");
    spec.forms[0].theme.paper = paper;
    laid_out(&spec)
}

/// The page of a field, from 0, and the box it lies in.
fn box_of(plan: &Plan, layout: &Layout, name: &str) -> (usize, Rect) {
    let field = plan
        .fields
        .iter()
        .position(|field| field.name.to_string() == name);
    let field = field.unwrap_or_else(|| panic!("no field {name}"));
    for (number, page) in layout.pages.iter().enumerate() {
        let placed = page.fields.iter().find(|placed| placed.field.0 == field);
        if let Some(placed) = placed {
            let mut boxes = checks::boxes(page).into_iter();
            let area = boxes.find(|area| area.overlaps(&placed.rect));
            return (number, area.expect("a box around the widget"));
        }
    }
    panic!("{name} stands on no page");
}

/// Height of the lowest row of each part: its box and the 24 points around it.
fn bases(plan: &Plan, layout: &Layout) -> Vec<f64> {
    let tables = plan.sections.iter().filter_map(|section| match section {
        Section::Rows(rows) => Some(rows),
        _ => None,
    });
    tables
        .map(|rows| {
            let notes = rows.rows.iter().map(|row| {
                let note = &plan.fields[row.fields.last().unwrap().0];
                box_of(plan, layout, &note.name.to_string()).1.height.0 + 24.0
            });
            notes.fold(f64::INFINITY, f64::min)
        })
        .collect()
}

#[test]
fn rows_are_as_high_as_the_design_says() {
    // 5, 4, 8, 4; 7, 7, 7; 7, 6 and 6 indicators.
    let table = [
        (
            Paper::A4,
            [
                108.0, 108.0, 82.0, 108.0, 95.0, 95.0, 95.0, 95.0, 108.0, 108.0,
            ],
        ),
        (
            Paper::Letter,
            [
                108.0, 108.0, 75.0, 108.0, 88.0, 88.0, 88.0, 88.0, 103.0, 103.0,
            ],
        ),
    ];
    for (paper, wanted) in table {
        let (plan, layout) = area_4(paper);
        assert_eq!(bases(&plan, &layout), wanted, "{paper:?}");
    }
}

#[test]
fn boxes_stand_where_the_design_says() {
    let (plan, layout) = area_4(Paper::A4);
    let table = [
        ("w0001-name", Rect::new(232.0, 689.89, 320.0, 28.0)),
        ("w0001-organisation", Rect::new(232.0, 739.89, 212.0, 28.0)),
        ("w0001-date", Rect::new(452.0, 739.89, 100.0, 28.0)),
        (
            "c0001-evidence-r01-what",
            Rect::new(68.0, 337.0, 156.0, 49.0),
        ),
        (
            "c0001-evidence-r01-shows",
            Rect::new(232.0, 337.0, 252.0, 49.0),
        ),
        (
            "c0001-evidence-r02-share",
            Rect::new(492.0, 394.0, 60.0, 24.0),
        ),
        ("i0010-claim", Rect::new(232.0, 140.0, 88.0, 24.0)),
        ("i0010-evidence_refs", Rect::new(328.0, 140.0, 52.0, 58.0)),
        ("i0010-note", Rect::new(388.0, 140.0, 164.0, 58.0)),
        ("i0017-note", Rect::new(388.0, 714.0, 164.0, 64.0)),
        ("p0003-narrative", Rect::new(232.0, 144.0, 320.0, 645.89)),
    ];
    for (name, wanted) in table {
        let (_, area) = box_of(&plan, &layout, &format!("kamd-2026a-w0001-{name}"));
        let is_there = (area.x.0 - wanted.x.0).abs() < 0.1
            && (area.y.0 - wanted.y.0).abs() < 0.1
            && (area.width.0 - wanted.width.0).abs() < 0.1
            && (area.height.0 - wanted.height.0).abs() < 0.1;
        assert!(is_there, "{name}: {area:?}, not {wanted:?}");
    }
    let (plan, layout) = area_4(Paper::Letter);
    let (_, area) = box_of(&plan, &layout, "kamd-2026a-w0001-p0003-narrative");
    assert_eq!(area, Rect::new(236.0, 144.0, 328.0, 596.0));
}

#[test]
fn a_competency_takes_an_opening_page_two_for_each_part_and_one_at_the_end() {
    for paper in [Paper::A4, Paper::Letter] {
        let (plan, layout) = area_4(paper);
        let page = |name: &str| box_of(&plan, &layout, &format!("kamd-2026a-w0001-{name}")).0;
        let first = page("c0001-evidence-r01-what");
        let table = [
            ("c0001-evidence-r08-share", 0),
            ("i0001-claim", 1),
            ("p0001-narrative", 2),
            ("p0004-narrative", 8),
            ("c0001-theory", 9),
            ("c0001-signoff_waiver", 9),
            ("c0002-evidence-r01-what", 10),
            ("c0002-theory", 17),
            ("c0003-evidence-r01-what", 18),
            ("c0003-signoff_signed", 25),
        ];
        for (name, after) in table {
            assert_eq!(page(name), first + after, "{paper:?}: {name}");
        }
        assert_eq!(layout.pages.len(), first + 26, "{paper:?}");
    }
}

#[test]
fn a_table_that_is_too_long_is_split_evenly_with_one_height_for_all() {
    let table = [
        (11, 3, "a4", vec![11]),
        (11, 4, "letter", vec![6, 5]),
        (12, 3, "a4", vec![6, 6]),
        (25, 3, "a4", vec![9, 8, 8]),
    ];
    for (count, length, paper, wanted) in table {
        let (plan, layout) = laid_out(&forms::spec(&forms::one_part(count, length, paper)));
        let notes = plan
            .asked()
            .map(|(_, field)| field)
            .filter(|field| field.kind == AskKind::Text);
        let heights: Vec<f64> = notes
            .map(|note| box_of(&plan, &layout, &note.name.to_string()).1.height.0)
            .collect();
        assert_eq!(heights.len(), count, "{count} rows on {paper}");
        assert!(
            heights
                .iter()
                .all(|height| (height - heights[0]).abs() < 0.01),
            "{count} rows on {paper}: {heights:?}"
        );
        let rows: Vec<usize> = layout
            .pages
            .iter()
            .map(|page| {
                page.fields
                    .iter()
                    .filter(|placed| placed.writing_lines.is_none())
                    .count()
            })
            .filter(|fields| *fields > 2)
            .map(|fields| fields / 3)
            .collect();
        assert_eq!(rows, wanted, "{count} rows on {paper}");
    }
}

#[test]
fn a_letter_that_no_font_has_is_named_once_where_it_is_written() {
    let mut sizes = forms::one_part(3, 2, "a4");
    sizes.competencies[0][0][1] = "Knows 客 and 客 again".to_owned();
    sizes.options[1] = "Yes 🎉".to_owned();
    let spec = forms::spec(&sizes);
    let plan = plan(&spec, &spec.forms[0]).value.unwrap();
    let checked = lay_out(&plan, None);
    assert!(checked.value.is_none());
    let found: Vec<(&str, bool)> = checked
        .diagnostics
        .iter()
        .map(|found| (found.code.as_str(), matches!(found.place, Place::Source(_))))
        .collect();
    assert_eq!(found, [("T001", true), ("T001", true)]);
    let messages: String = checked
        .diagnostics
        .iter()
        .map(|found| found.message.clone())
        .collect();
    for code_point in ["U+5BA2", "U+1F389"] {
        assert!(messages.contains(code_point), "{messages}");
    }
}

#[test]
fn a_row_higher_than_a_page_is_named() {
    let mut sizes = forms::one_part(3, 2, "a4");
    sizes.competencies[0][0][1] = "word ".repeat(800).trim().to_owned();
    assert_eq!(codes(&sizes), ["L001"]);
    assert!(are_placed(&sizes));
}

#[test]
fn options_wider_than_the_widest_box_are_named() {
    let mut sizes = forms::one_part(3, 2, "a4");
    sizes.options[0] = "shown in every case that was looked at".to_owned();
    assert_eq!(codes(&sizes), ["L002"]);
}

#[test]
fn a_title_longer_than_its_page_is_named() {
    let mut sizes = forms::one_part(3, 2, "a4");
    sizes.titles[1] = "word ".repeat(200).trim().to_owned();
    assert_eq!(codes(&sizes), ["L003"]);
    assert!(are_placed(&sizes));
}

#[test]
fn a_mark_of_too_few_pixels_is_named_and_one_of_enough_is_not() {
    let source = std::fs::read(repository().join("tests/specs/valid/marked.json")).unwrap();
    let spec = spec::load(&source).value.unwrap();
    let plan = plan(&spec, &spec.forms[0]).value.unwrap();
    for (width, height, wanted) in [(240, 72, vec![]), (120, 36, vec!["L004"]), (80, 72, vec![])] {
        let mark = Pixels {
            width,
            height,
            rgb: vec![0; usize::try_from(width * height * 3).unwrap()],
            alpha: None,
        };
        let checked = lay_out(&plan, Some(&mark));
        let codes: Vec<&str> = checked
            .diagnostics
            .iter()
            .map(|found| found.code.as_str())
            .collect();
        assert_eq!(codes, wanted, "{width} by {height}");
        let layout = checked.value.unwrap();
        let area = layout.pages[0]
            .items
            .iter()
            .find_map(|item| match item.drawing {
                Drawing::Mark(area) => Some(area),
                _ => None,
            });
        let area = area.unwrap();
        assert!(area.width.0 <= 120.01 && area.height.0 <= 36.01, "{area:?}");
        let stretch = area.width.0 / f64::from(width) - area.height.0 / f64::from(height);
        assert!(stretch.abs() < 1e-9, "{area:?}");
    }
}

/// Whether each finding names its place in the specification.
fn are_placed(sizes: &Sizes) -> bool {
    let spec = forms::spec(sizes);
    let plan = plan(&spec, &spec.forms[0]).value.unwrap();
    let found = lay_out(&plan, None).diagnostics;
    found
        .iter()
        .all(|found| matches!(found.place, Place::Source(_)))
}

/// The codes of what `lay_out` finds.
fn codes(sizes: &Sizes) -> Vec<&'static str> {
    let spec = forms::spec(sizes);
    let plan = plan(&spec, &spec.forms[0]).value.unwrap();
    let mut codes: Vec<&str> = lay_out(&plan, None)
        .diagnostics
        .iter()
        .map(|found| found.code.as_str())
        .collect();
    codes.dedup();
    codes
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 0, ..crate::properties(16) })]

    #[test]
    fn whatever_the_sizes_nothing_is_lost_and_nothing_overlaps(sizes in sizes()) {
        let (plan, layout) = laid_out(&forms::spec(&sizes));
        let found = faults(&plan, &layout);
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
