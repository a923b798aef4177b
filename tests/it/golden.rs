//! A few pages as pictures, and the list of fields as text: so that whoever changes a page sees what changed.
//!
//! In: the built-in workbook, painted and listed by outside readers. Out: files under `tests/golden`, written only with `AKAM_BLESS=1`;
//! on a difference, a picture of it in `target/tmp`. Never: blesses by itself.

use std::fmt::Write as _;
use std::path::PathBuf;

use akam_workbook::pdf::flags;
use image::RgbImage;

use crate::readers::{self, Reader, repository};
use crate::workbook::{area_4, placed, scratch};

/// A channel may differ by this much before a pixel counts as different.
const CHANNEL_TOLERANCE: u8 = 24;

/// So many pixels of a million may differ.
const MILLIONTHS_TOLERATED: usize = 200;

/// What a picture is called, and a field that stands on its page; the cover is page 1.
const PAGES: [(&str, &str); 5] = [
    ("cover", "kamd-2026a-w0001-w0001-name"),
    ("opener", "kamd-2026a-w0001-c0001-evidence-r01-what"),
    ("part", "kamd-2026a-w0001-i0001-claim"),
    ("account", "kamd-2026a-w0001-p0001-narrative"),
    ("sign-off", "kamd-2026a-w0001-c0001-signoff_attest"),
];

fn golden(path: &str) -> PathBuf {
    repository().join("tests/golden").join(path)
}

fn is_blessing() -> bool {
    std::env::var_os("AKAM_BLESS").is_some_and(|value| value == "1")
}

#[test]
fn five_pages_look_as_they_did_when_somebody_last_looked() {
    let made = area_4();
    let Some(judge) = readers::judge(Reader::Pdfium, PAGES.len()) else {
        return;
    };
    let folder = scratch("pages");
    std::fs::create_dir_all(&folder).unwrap();
    let pages: Vec<usize> = PAGES
        .iter()
        .map(|(picture, name)| {
            let is_it = |(_, field, _): &(usize, &akam_workbook::plan::field::Field, _)| {
                field.name.to_string() == *name
            };
            let found = placed(made).into_iter().find(is_it);
            found
                .unwrap_or_else(|| panic!("{picture}: no field {name}"))
                .0
        })
        .collect();
    judge.render(&made.path, 72, &folder, &pages);
    let mut wrong = String::new();
    for ((picture, _), page) in PAGES.iter().zip(&pages) {
        let now = folder.join(format!("page-{page:02}.png"));
        let before = golden(&format!("pages/{picture}.png"));
        if is_blessing() {
            std::fs::create_dir_all(before.parent().unwrap()).unwrap();
            std::fs::copy(&now, &before).unwrap();
        }
        if let Err(difference) = compare(&before, &now, picture) {
            writeln!(wrong, "{picture}, page {page}: {difference}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}look, and bless with AKAM_BLESS=1");
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
