//! The whole workbook, answered, and then what mail and dying disks do to it.
//!
//! In: the built-in workbook. Out: nothing; a file that comes back blank, or without a word, fails.

use std::sync::OnceLock;

use akam_workbook::diagnostic::Code;
use akam_workbook::pdf::read::{FieldKind, FieldValue, ReturnedPdf, read};
use akam_workbook::spec;

use crate::reading::made::Made;
use crate::workbook;

/// What a candidate wrote into every text field.
const ANSWER: &str = "What I did";

/// The blank workbook, and the same with one more revision that holds an answer in every text field.
fn blank_and_answered() -> &'static (Vec<u8>, Vec<u8>) {
    static MADE: OnceLock<(Vec<u8>, Vec<u8>)> = OnceLock::new();
    MADE.get_or_init(make)
}

fn make() -> (Vec<u8>, Vec<u8>) {
    let blank = workbook::made(&workbook::sound(spec::BUILT_IN), 0, "corpus").bytes;
    let document = lopdf::Document::load_mem(&blank).unwrap();
    let mut answers = Made::default();
    for (id, offset) in &document.reference_table.entries {
        let lopdf::xref::XrefEntry::Normal { offset, .. } = *offset else {
            continue;
        };
        let object = &blank[usize::try_from(offset).unwrap()..];
        let end = find(object, b"endobj").unwrap();
        let body = object[find(object, b"obj").unwrap() + 3..end].trim_ascii();
        if find(body, b"/FT/Tx").is_some() && find(body, b"/T(").is_some() {
            let open = body.strip_suffix(b">>").unwrap();
            let answered = [open, format!("/V({ANSWER})>>").as_bytes()].concat();
            answers = answers.with(usize::try_from(*id).unwrap(), answered);
        }
    }
    let root = document
        .trailer
        .get(b"Root")
        .unwrap()
        .as_reference()
        .unwrap()
        .0;
    let trailer = format!("/Root {root} 0 R/Size {}", document.max_id + 1);
    let answered = answers.appended_with(&blank, &trailer);
    (blank, answered)
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

/// Fields with text in them: all, and those that hold the answer.
fn texts(read: &ReturnedPdf) -> (usize, usize) {
    let texts = || {
        read.fields
            .iter()
            .filter(|field| field.kind == FieldKind::Text)
    };
    let is_answered = |value: &FieldValue| match value {
        FieldValue::Text(text) => text.is(ANSWER),
        _ => false,
    };
    (
        texts().count(),
        texts().filter(|field| is_answered(&field.value)).count(),
    )
}

#[test]
fn an_answered_workbook_is_read_whole() {
    let (blank, answered) = blank_and_answered();
    let before = read(blank).unwrap();
    let after = read(answered).unwrap();
    assert_eq!(before.fields.len(), after.fields.len());
    let (all, filled) = texts(&after);
    assert!(all > 200, "only {all} text fields");
    assert_eq!((filled, texts(&before).1), (all, 0));
    assert!(after.warnings.is_empty(), "{:?}", after.warnings);
    assert_eq!((before.revision_count, after.revision_count), (1, 2));
}

#[test]
fn a_truncated_workbook_is_recovered_or_refused_but_never_read_as_blank() {
    let (blank, answered) = blank_and_answered();
    // A cut at the end of a revision leaves a whole, older file: nothing can tell.
    let inside = blank.len() + 1..answered.len() - 1;
    let last = inside.end;
    let step = inside.len() / 90;
    let cuts: Vec<usize> = inside.step_by(step).chain(last - 30..last).collect();
    assert!(cuts.len() > 100, "only {} cuts tried", cuts.len());
    for cut in cuts {
        if let Ok(read) = read(&answered[..cut]) {
            assert!(
                read.is_recovered && !read.warnings.is_empty(),
                "cut at byte {cut}"
            );
        }
    }
}

#[test]
fn answers_survive_the_loss_of_the_table_behind_them() {
    let (blank, answered) = blank_and_answered();
    let table = blank.len() + find(&answered[blank.len()..], b"xref\n").unwrap();
    let read = read(&answered[..table]).unwrap();
    let (all, filled) = texts(&read);
    assert_eq!((filled, read.is_recovered), (all, true));
    assert_eq!(read.warnings[0].code, Code::R010);
}

#[test]
fn a_workbook_without_fields_still_shows_its_mark_on_every_page() {
    let (blank, _) = blank_and_answered();
    let mut flattened = blank.clone();
    for key in ["/AcroForm", "/Annots"] {
        let mut hidden = 0;
        while let Some(at) = find(&flattened, key.as_bytes()) {
            flattened[at + 1] = b'Z';
            hidden += 1;
        }
        assert!(hidden > 0, "{key}");
    }
    let read = read(&flattened).unwrap();
    assert!(read.fields.is_empty());
    assert!(read.page_count > 20);
    for (number, page) in (1..).zip(&read.page_contents) {
        let mark = format!("kamd-2026a-w0001 {number}/{}", read.page_count);
        assert!(
            page.text.reveal().contains(&mark),
            "page {number} has no {mark}"
        );
    }
    assert_eq!(read.warnings[0].code, Code::R017);
}
