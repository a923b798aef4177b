//! The built-in workbook, judged by programs that are not ours: what they see in it, and what comes back of what they write.
//!
//! In: the built-in specification, made once for all tests here. Out: nothing; a judge who disagrees fails a test.

pub(crate) mod hand_made;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::OnceLock;

use akam_workbook::layout::page::{Layout, PlacedField};
use akam_workbook::pdf::flags;
use akam_workbook::pdf::read::read;
use akam_workbook::plan::field::{Field, Input, Options};
use akam_workbook::plan::{Plan, plan};
use akam_workbook::spec::model::Spec;
use akam_workbook::{layout, pdf, spec};

use crate::readers::{self, Judge, Reader, SeenField};

/// A form that was made, with all that led to it.
pub(crate) struct Made {
    /// What was asked.
    pub(crate) plan: Plan,
    /// Where each box is.
    pub(crate) layout: Layout,
    /// The file.
    pub(crate) bytes: Vec<u8>,
    /// The file, on disk.
    pub(crate) path: PathBuf,
}

/// A specification that must be sound.
pub(crate) fn sound(source: &[u8]) -> Spec {
    let checked = spec::load(source);
    let found = checked.diagnostics;
    checked.value.unwrap_or_else(|| panic!("{found:#?}"))
}

/// Makes one form of a specification, without a publisher's mark, as `target/tmp/NAME.pdf`.
pub(crate) fn made(spec: &Spec, form: usize, name: &str) -> Made {
    let planned = plan(spec, &spec.forms[form]);
    let found = planned.diagnostics;
    let plan = planned
        .value
        .unwrap_or_else(|| panic!("{name}: {found:#?}"));
    let laid_out = layout::lay_out(&plan, None);
    let found = laid_out.diagnostics;
    let layout = laid_out
        .value
        .unwrap_or_else(|| panic!("{name}: {found:#?}"));
    let bytes = pdf::write::write(&plan, &layout, None, &BTreeMap::new()).unwrap();
    let path = scratch(&format!("{name}.pdf"));
    std::fs::write(&path, &bytes).unwrap();
    Made {
        plan,
        layout,
        bytes,
        path,
    }
}

/// A path in `target/tmp`.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

/// The workbook of area 4.
pub(crate) fn area_4() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| made(&sound(spec::BUILT_IN), 0, "area-4"))
}

/// Fields as placed: page from 1, the plan's field, its place.
pub(crate) fn placed(made: &Made) -> Vec<(usize, &Field, &PlacedField)> {
    let pages = made.layout.pages.iter().enumerate();
    pages
        .flat_map(|(page, content)| {
            let fields = content.fields.iter();
            fields.map(move |placed| (page + 1, &made.plan.fields[placed.field.0], placed))
        })
        .collect()
}

/// How the formats call the field that an input becomes.
const fn kind(input: &Input) -> &'static str {
    match input {
        Input::Line | Input::Lines | Input::Page | Input::Identity(_) => "text",
        Input::Choice(_) => "choice",
        Input::Tick => "checkbox",
        Input::Signature => "signature",
    }
}

/// What a reader's interface shows of each field; `docs/readers.md` has it as a table.
pub(crate) struct Shows {
    pub(crate) reader: Reader,
    flags: Flags,
    options: Labels,
    boxes: bool,
}

/// Which field flags.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flags {
    All,
    ReadOnly,
}

/// Which side of an option.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Labels {
    Both,
    Label,
    None,
}

pub(crate) const SHOWS: [Shows; 6] = [
    shows(Reader::Qpdf, Flags::All, Labels::None, false),
    shows(Reader::Poppler, Flags::ReadOnly, Labels::Label, true),
    shows(Reader::Pdfium, Flags::All, Labels::Label, true),
    shows(Reader::Mupdf, Flags::All, Labels::Both, true),
    shows(Reader::Pypdf, Flags::All, Labels::Both, true),
    shows(Reader::Pikepdf, Flags::All, Labels::Both, true),
];

const fn shows(reader: Reader, flags: Flags, options: Labels, boxes: bool) -> Shows {
    Shows {
        reader,
        flags,
        options,
        boxes,
    }
}

/// Compares what a judge sees with what was planned and placed.
pub(crate) fn agrees(shows: &Shows, judge: &Judge, made: &Made) {
    let form = judge.fields(&made.path);
    let who = &judge.version;
    assert_eq!(form.page_count, made.layout.pages.len(), "{who}");
    let expected = placed(made);
    assert_eq!(
        expected.len(),
        made.plan.fields.len(),
        "every field is placed once"
    );
    let names: BTreeSet<String> = expected
        .iter()
        .map(|(_, field, _)| field.name.to_string())
        .collect();
    let seen: BTreeSet<String> = form.fields.iter().map(|field| field.name.clone()).collect();
    assert_eq!(seen, names, "{who}");
    assert_eq!(
        form.fields.len(),
        expected.len(),
        "{who}: a name occurs twice"
    );
    for (page, field, placed) in expected {
        let name = field.name.to_string();
        let seen = form.field(&name).unwrap();
        let place = format!("{who}, {name}");
        assert_eq!(seen.kind, kind(&field.input), "{place}");
        assert_eq!(seen.tooltip.as_deref(), Some(&*field.tooltip), "{place}");
        let widgets = seen.widgets.as_ref().unwrap();
        assert_eq!(widgets.len(), 1, "{place}");
        assert_eq!(widgets[0].page, page, "{place}");
        agrees_on_flags(shows.flags, seen, field, &place);
        agrees_on_options(shows.options, seen, &field.input, &place);
        assert_eq!(widgets[0].rect.is_some(), shows.boxes, "{place}");
        if let Some(rect) = widgets[0].rect {
            let height = made.layout.paper.height;
            let at = placed.rect;
            let expected = [at.x, height - at.bottom(), at.right(), height - at.y];
            for (edge, expected) in rect.iter().zip(expected) {
                let is_close = (edge - expected.0).abs() < 0.01;
                assert!(is_close, "{place}: {rect:?}, placed at {at:?}");
            }
        }
    }
}

fn agrees_on_flags(shown: Flags, seen: &SeenField, field: &Field, place: &str) {
    let seen = seen.flags.unwrap();
    let is_read_only = matches!(field.input, Input::Identity(_));
    let mut expected = if is_read_only { flags::READ_ONLY } else { 0 };
    if shown == Flags::All {
        expected |= match field.input {
            Input::Lines | Input::Page => flags::MULTILINE,
            Input::Choice(_) => flags::COMBO,
            Input::Line | Input::Tick | Input::Signature | Input::Identity(_) => 0,
        };
    }
    // Whether words are spell-checked is no concern of a judge.
    assert_eq!(seen & !(1 << 22), expected, "{place}: flags");
}

fn agrees_on_options(shown: Labels, seen: &SeenField, input: &Input, place: &str) {
    let Input::Choice(options) = input else {
        assert_eq!(seen.options, None, "{place}");
        return;
    };
    let expected = both_sides(options);
    let expected = match shown {
        Labels::None => None,
        Labels::Both => Some(
            expected
                .into_iter()
                .map(|(value, label)| (Some(value), label))
                .collect(),
        ),
        Labels::Label => Some(
            expected
                .into_iter()
                .map(|(_, label)| (None, label))
                .collect(),
        ),
    };
    assert_eq!(seen.options, expected, "{place}");
}

/// Export value and label of each entry, "(choose)" first.
pub(crate) fn both_sides(options: &Options) -> Vec<(String, String)> {
    let first = (Options::UNSET.to_owned(), options.unset_label().to_owned());
    let others = options.options().iter();
    let others = others.map(|option| (option.value.to_string(), option.label.clone()));
    std::iter::once(first).chain(others).collect()
}

fn judged(reader: Reader) {
    let made = area_4();
    assert_eq!(made.plan.fields.len(), 290);
    let shows = SHOWS.iter().find(|shows| shows.reader == reader).unwrap();
    if let Some(judge) = readers::judge(reader, made.plan.fields.len()) {
        agrees(shows, &judge, made);
    }
}

#[test]
fn qpdf_sees_the_290_fields_as_planned() {
    judged(Reader::Qpdf);
}

#[test]
fn poppler_sees_the_290_fields_as_planned() {
    judged(Reader::Poppler);
}

#[test]
fn pdfium_sees_the_290_fields_as_planned() {
    judged(Reader::Pdfium);
}

#[test]
fn mupdf_sees_the_290_fields_as_planned() {
    judged(Reader::Mupdf);
}

#[test]
fn pypdf_sees_the_290_fields_as_planned() {
    judged(Reader::Pypdf);
}

#[test]
fn pikepdf_sees_the_290_fields_as_planned() {
    judged(Reader::Pikepdf);
}

#[test]
fn our_own_reader_sees_the_290_fields_as_planned() {
    let made = area_4();
    let file = read(&made.bytes).unwrap();
    let seen: Vec<&str> = file
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    let expected: Vec<String> = placed(made)
        .iter()
        .map(|(_, field, _)| field.name.to_string())
        .collect();
    assert_eq!(seen, expected, "in the order of pages and annotations");
    assert_eq!(file.page_count, made.layout.pages.len());
    assert!(
        !file.is_recovered && !file.is_encrypted && file.warnings.is_empty(),
        "{:?}",
        file.warnings
    );
}

#[test]
fn qpdf_finds_nothing_to_say_about_any_form_of_the_built_in_specification() {
    let spec = sound(spec::BUILT_IN);
    let Some(judge) = readers::judge(Reader::Qpdf, spec.forms.len()) else {
        return;
    };
    assert!(spec.forms.len() >= 2, "a workbook and its assessor's form");
    for form in 0..spec.forms.len() {
        let made = made(&spec, form, &format!("checked-{form}"));
        let verdict = judge.check(&made.path);
        assert_eq!(verdict.status, 0, "{}", verdict.output);
        assert!(!verdict.output.contains("WARNING"), "{}", verdict.output);
    }
}

#[test]
fn a_form_made_twice_has_the_same_bytes() {
    let again = made(&sound(spec::BUILT_IN), 0, "area-4-again");
    assert!(again.bytes == area_4().bytes, "the two files differ");
}

#[test]
fn the_page_on_readers_says_what_each_interface_shows() {
    let page = std::fs::read_to_string(readers::repository().join("docs/readers.md")).unwrap();
    let mut table = "| reader | names, kinds, values, tooltips, pages | boxes | flags | options |\n|---|---|---|---|---|\n".to_owned();
    for shows in &SHOWS {
        let boxes = if shows.boxes { "yes" } else { "–" };
        let flags = match shows.flags {
            Flags::All => "all",
            Flags::ReadOnly => "read-only",
        };
        let options = match shows.options {
            Labels::Both => "value and label",
            Labels::Label => "label",
            Labels::None => "–",
        };
        writeln!(
            table,
            "| {} | yes | {boxes} | {flags} | {options} |",
            shows.reader
        )
        .unwrap();
    }
    assert!(
        page.contains(&table),
        "docs/readers.md should hold:\n{table}"
    );
}

/// Words apart by one space, so that line breaks do not matter.
fn words_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// Every text of the specification that the workbook prints, as written there: read with `serde_json`, not with our own loader.
fn wordings() -> Vec<String> {
    let source: serde_json::Value = serde_json::from_slice(spec::BUILT_IN).unwrap();
    let mut found = Vec::new();
    gather(&source["programme"]["guidance"], &mut found);
    // The framework's own title names the edition and is not printed.
    gather(&source["framework"]["areas"], &mut found);
    gather(&source["workbooks"], &mut found);
    gather(&source["programme"]["publisher"]["name"], &mut found);
    let before = found.len();
    assert!(before > 100, "only {before} wordings");
    found
}

/// Strings under the keys that hold text for people; of bodies, each paragraph and bullet without its marks.
fn gather(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(values) => values.iter().for_each(|value| gather(value, found)),
        serde_json::Value::Object(entries) => {
            for (key, value) in entries {
                match (key.as_str(), value) {
                    ("title" | "text" | "prompt", serde_json::Value::String(text)) => {
                        found.push(words_of(text))
                    }
                    ("body", body) => found.extend(paragraphs(body)),
                    _ => gather(value, found),
                }
            }
        }
        _ => {}
    }
}

/// Paragraphs and bullets of marked-up text, marks removed.
fn paragraphs(body: &serde_json::Value) -> Vec<String> {
    let lines: Vec<&str> = match body {
        serde_json::Value::String(text) => text.lines().collect(),
        serde_json::Value::Array(lines) => {
            lines.iter().filter_map(serde_json::Value::as_str).collect()
        }
        _ => panic!("a body is a text or lines: {body}"),
    };
    let mut paragraphs = vec![String::new()];
    for line in lines {
        let text = line.trim_start();
        let bullet = text.strip_prefix("- ");
        if text.is_empty() || bullet.is_some() {
            paragraphs.push(String::new());
        }
        let last = paragraphs.last_mut().unwrap();
        last.push(' ');
        last.push_str(&bullet.unwrap_or(text).replace(['*', '_'], ""));
    }
    let cleaned = paragraphs.iter().map(|text| words_of(text));
    cleaned.filter(|text| !text.is_empty()).collect()
}

#[test]
fn pdftotext_finds_every_wording_of_the_specification_word_for_word() {
    let wordings = wordings();
    let Some(judge) = readers::judge(Reader::Poppler, wordings.len()) else {
        return;
    };
    let text = words_of(&judge.page_texts(&area_4().path).join("\n"));
    let mut missing = String::new();
    for wording in &wordings {
        if !text.contains(wording.as_str()) {
            writeln!(missing, "{wording}").unwrap();
        }
    }
    assert!(missing.is_empty(), "not on the pages:\n{missing}");
}

#[test]
fn a_hand_made_layout_becomes_the_same_bytes_every_time() {
    let (plan, layout) = hand_made::document();
    let values = hand_made::given(&[("name", "Zoë"), ("note", "one\ntwo")]);
    let first = pdf::write::write(&plan, &layout, None, &values).unwrap();
    let second = pdf::write::write(&plan, &layout, None, &values).unwrap();
    assert!(first.starts_with(b"%PDF-1.7\n"));
    assert!(first.ends_with(b"%%EOF\n"));
    assert_eq!(first, second);
}

#[test]
fn every_reader_of_forms_sees_a_hand_made_document_as_planned() {
    let (plan, layout) = hand_made::document();
    let bytes = pdf::write::write(&plan, &layout, None, &BTreeMap::new()).unwrap();
    let path = scratch("hand-made.pdf");
    std::fs::write(&path, &bytes).unwrap();
    let made = Made {
        plan,
        layout,
        bytes,
        path,
    };
    for shows in &SHOWS {
        if let Some(judge) = readers::judge(shows.reader, made.plan.fields.len()) {
            agrees(shows, &judge, &made);
        }
    }
}

#[test]
fn every_page_shows_its_mark_and_number() {
    let made = area_4();
    let pages = made.layout.pages.len();
    let Some(judge) = readers::judge(Reader::Poppler, pages) else {
        return;
    };
    let texts = judge.page_texts(&made.path);
    assert_eq!(texts.len(), pages);
    for (index, text) in texts.iter().enumerate() {
        let mark = format!("kamd-2026a-w0001 {}/{pages}", index + 1);
        assert!(text.contains(&mark), "page {} has no {mark}", index + 1);
    }
}
