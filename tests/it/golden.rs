//! Every kind of page as a picture, and the list of fields as text: so that whoever changes a page sees what changed.
//!
//! In: workbooks, painted and listed by outside readers. Out: files under `docs/images` and `tests/golden`, written only with `AKAM_BLESS=1`;
//! on a difference, a picture of it in `target/tmp`. Never: blesses by itself.

use std::fmt::Write as _;
use std::path::PathBuf;

use akam_workbook::pdf::flags;
use akam_workbook::plan::ThemeBase;
use akam_workbook::spec;
use image::RgbImage;

use crate::plans::{SHIPPED, VALID};
use crate::readers::{self, Reader, repository};
use crate::workbook::{Made, area_4, made, placed, scratch, sound};

/// A channel may differ by this much before a pixel counts as different.
const CHANNEL_TOLERANCE: u8 = 24;

/// So many pixels of a million may differ.
const MILLIONTHS_TOLERATED: usize = 200;

/// Which page a picture is of.
enum Of {
    /// The page that a field stands on.
    Field(&'static str),
    /// A page without fields, from 1.
    Page(usize),
}

/// Which copy of a form.
#[derive(Clone, Copy, Debug)]
enum Copy {
    /// As its specification says.
    Usual,
    /// In large print.
    Large,
    /// To be written on by hand.
    Pen,
}

/// A form, and its pictures: what each is called, and of which page.
type Pictures = (&'static str, usize, Copy, &'static [(&'static str, Of)]);

/// One picture of every kind of page: specification, form, copy, pages.
const PICTURES: [Pictures; 10] = [
    (
        "built-in",
        0,
        Copy::Usual,
        &[
            ("area-4-cover", Of::Page(1)),
            ("area-4-about", Of::Page(2)),
            ("area-4-how-to", Of::Page(4)),
            ("area-4-contents", Of::Page(6)),
            ("area-4-opener", Of::Field("c0001-evidence-r01-what")),
            ("area-4-part", Of::Field("i0010-claim")),
            ("area-4-account", Of::Field("p0003-narrative")),
            ("area-4-sign-off", Of::Field("c0001-signoff_attest")),
        ],
    ),
    (
        "built-in",
        1,
        Copy::Usual,
        &[("assessor-outcome", Of::Field("c0001-outcome"))],
    ),
    (
        "akam-kam-diploma-5d",
        0,
        Copy::Usual,
        &[
            ("older-opener", Of::Page(5)),
            ("older-register", Of::Field("c0005-evidence-r01-what")),
        ],
    ),
    (
        "sample-unit",
        0,
        Copy::Usual,
        &[
            ("unit-guidance", Of::Page(5)),
            ("unit-marking-points", Of::Field("m0001-seen")),
        ],
    ),
    (
        "sample-unit",
        1,
        Copy::Usual,
        &[("assessor-marking-points", Of::Field("m0001-credit"))],
    ),
    (
        "sample-healthcheck",
        0,
        Copy::Usual,
        &[
            ("health-check-cover", Of::Page(1)),
            ("health-check-element", Of::Field("q0001-rating")),
        ],
    ),
    (
        "unit",
        0,
        Copy::Usual,
        &[("letter-marking-points", Of::Field("m0001-seen"))],
    ),
    (
        "stress",
        0,
        Copy::Usual,
        &[("stress-part", Of::Field("i0004-claim"))],
    ),
    (
        "built-in",
        0,
        Copy::Large,
        &[("large-print-part", Of::Field("i0010-claim"))],
    ),
    (
        "built-in",
        0,
        Copy::Pen,
        &[("pen-how-to", Of::Page(4)), ("pen-part", Of::Page(12))],
    ),
];

fn golden(path: &str) -> PathBuf {
    repository().join("tests/golden").join(path)
}

fn is_blessing() -> bool {
    std::env::var_os("AKAM_BLESS").is_some_and(|value| value == "1")
}

/// The page that is meant, from 1.
fn page_of(made: &Made, of: &Of) -> usize {
    match of {
        Of::Page(page) => *page,
        Of::Field(short) => {
            let placed = placed(made);
            let found = placed
                .iter()
                .find(|(_, field, _)| field.name.to_string().ends_with(&format!("-{short}")));
            found.unwrap_or_else(|| panic!("no field {short}")).0
        }
    }
}

/// The pictures stand in `docs/images`, where people look at them; `docs/images/make` makes them anew.
#[test]
fn every_kind_of_page_looks_as_it_did_when_somebody_last_looked() {
    let count = PICTURES.iter().map(|(_, _, _, pages)| pages.len()).sum();
    assert_eq!(count, 21);
    let Some(judge) = readers::judge(Reader::Pdfium, count) else {
        return;
    };
    let mut wrong = String::new();
    for (name, form, copy, pictures) in &PICTURES {
        let mut sources = std::iter::once(("built-in", spec::BUILT_IN))
            .chain(SHIPPED)
            .chain(VALID);
        let (_, source) = sources.find(|(one, _)| one == name).unwrap();
        let mut spec = sound(source);
        let theme = &mut spec.forms[*form].theme;
        match copy {
            Copy::Usual => {}
            Copy::Large => theme.base = ThemeBase::LargePrint,
            Copy::Pen => theme.is_for_pen = true,
        }
        let made = made(&spec, *form, &format!("pictures-{name}-{form}-{copy:?}"));
        let folder = scratch(&format!("pictures-{name}-{form}-{copy:?}"));
        std::fs::create_dir_all(&folder).unwrap();
        let pages: Vec<usize> = pictures.iter().map(|(_, of)| page_of(&made, of)).collect();
        judge.render(&made.path, 72, &folder, &pages);
        for ((picture, _), page) in pictures.iter().zip(&pages) {
            let now = folder.join(format!("page-{page:02}.png"));
            let before = repository().join(format!("docs/images/{picture}.png"));
            if is_blessing() {
                std::fs::copy(&now, &before).unwrap();
            }
            if let Err(difference) = compare(&before, &now, picture) {
                writeln!(wrong, "{picture}, page {page}: {difference}").unwrap();
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{wrong}look, and bless with docs/images/make"
    );
}

/// Whether two pictures are alike; if not, what differs, with a picture of it.
fn compare(before: &PathBuf, now: &PathBuf, picture: &str) -> Result<(), String> {
    let open = |path: &PathBuf| -> Result<RgbImage, String> {
        let image = image::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(image.to_rgb8())
    };
    let (before, now) = (open(before)?, open(now)?);
    if before.dimensions() != now.dimensions() {
        return Err(format!(
            "was {:?}, is {:?}",
            before.dimensions(),
            now.dimensions()
        ));
    }
    let mut differing = 0;
    let mut shown = RgbImage::new(before.width(), before.height());
    for (x, y, pixel) in before.enumerate_pixels() {
        let other = now.get_pixel(x, y);
        let channels = pixel.0.iter().zip(&other.0);
        let is_different = channels
            .clone()
            .any(|(a, b)| a.abs_diff(*b) > CHANNEL_TOLERANCE);
        differing += usize::from(is_different);
        // What was is red, what is is cyan, what stayed is grey.
        let grey = |pixel: &image::Rgb<u8>| pixel.0[1];
        shown.put_pixel(x, y, image::Rgb([grey(other), grey(pixel), grey(pixel)]));
    }
    let pixels = usize::try_from(before.width() * before.height()).unwrap();
    if differing * 1_000_000 <= pixels * MILLIONTHS_TOLERATED {
        return Ok(());
    }
    let path = scratch(&format!("difference-{picture}.png"));
    shown.save(&path).map_err(|error| error.to_string())?;
    Err(format!(
        "{differing} of {pixels} pixels differ; see {}",
        path.display()
    ))
}

#[test]
fn the_comparison_of_pictures_sees_a_changed_word_and_not_a_shade() {
    let page = RgbImage::from_pixel(600, 800, image::Rgb([255, 255, 255]));
    let mut shade = page.clone();
    shade.put_pixel(1, 1, image::Rgb([240, 240, 240]));
    let mut word = page.clone();
    for x in 100..120 {
        for y in 100..110 {
            word.put_pixel(x, y, image::Rgb([0, 0, 0]));
        }
    }
    let saved = |name: &str, image: &RgbImage| {
        let path = scratch(name);
        image.save(&path).unwrap();
        path
    };
    let page = saved("compared-page.png", &page);
    assert_eq!(
        compare(&page, &saved("compared-shade.png", &shade), "shade"),
        Ok(())
    );
    assert!(compare(&page, &saved("compared-word.png", &word), "word").is_err());
}

#[test]
fn the_list_of_fields_is_the_one_that_was_looked_at() {
    let made = area_4();
    let Some(judge) = readers::judge(Reader::Pypdf, made.plan.fields.len()) else {
        return;
    };
    let form = judge.fields(&made.path);
    let mut list = "page  kind       multi  name  tooltip\n".to_owned();
    for field in &form.fields {
        let page = field.widgets.as_ref().unwrap()[0].page;
        let is_multiline = field.flags.unwrap() & flags::MULTILINE != 0 && field.kind == "text";
        let lines = if is_multiline { "lines" } else { "" };
        let tooltip = field.tooltip.as_deref().unwrap();
        writeln!(
            list,
            "{page:4}  {:9}  {lines:5}  {}  {tooltip}",
            field.kind, field.name
        )
        .unwrap();
    }
    let path = golden("fields/akam-diploma-area-4.txt");
    if is_blessing() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &list).unwrap();
    }
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    let changed: Vec<(Option<&str>, Option<&str>)> = {
        let (mut old, mut new) = (before.lines(), list.lines());
        let pairs = std::iter::from_fn(|| match (old.next(), new.next()) {
            (None, None) => None,
            pair => Some(pair),
        });
        pairs.filter(|(old, new)| old != new).take(5).collect()
    };
    assert!(
        changed.is_empty(),
        "the first lines that differ, before and now: {changed:#?}\nlook, and bless with AKAM_BLESS=1"
    );
}
