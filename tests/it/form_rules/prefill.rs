//! Given values: whole in the file, shown as far as font and box allow.

use akam_workbook::confidential::CandidateText;
use akam_workbook::diagnostic::Diagnostic;
use akam_workbook::geometry::Pt;
use akam_workbook::pdf::read::model::FieldValue;
use akam_workbook::pdf::read::read;
use akam_workbook::pdf::write::{Error, write};
use akam_workbook::text::wrap::wrap_typed;
use proptest::prelude::*;
use serde_json::Value;

use super::written::{Written, looked_at};
use crate::readers::{Reader, SeenValue, judge};
use crate::workbook::hand_made;

fn written(values: &[(&str, &str)]) -> Vec<u8> {
    let (plan, layout) = hand_made::document();
    write(&plan, &layout, None, &hand_made::given(values)).unwrap()
}

fn seen(values: &[(&str, &str)]) -> Option<Written> {
    let bytes = written(values);
    looked_at((
        "a prefilled workbook",
        bytes.clone(),
        bytes,
        hand_made::slots().len(),
    ))
}

fn shown<'a>(file: &'a Written, slot: &str) -> &'a str {
    file.get(&file.field(slot)["/AP"]["/N"])["data"]
        .as_str()
        .unwrap()
}

/// Texts that are hard to keep or to show.
fn hard_texts() -> Vec<(&'static str, String)> {
    let texts = [
        ("a euro sign and curly quotes", "€ “so” ‘so’ – …"),
        ("Polish", "Zażółć gęślą jaźń"),
        ("Greek and Cyrillic", "Ωμέγα, Ёлка"),
        ("Arabic", "مرحبا بالعالم"),
        ("Chinese", "客户关系管理"),
        ("emoji, joined", "👩‍🚀 👍🏽 🇵🇱"),
        (
            "combining marks",
            "e\u{301} o\u{308}\u{304} q\u{307}\u{323}",
        ),
        ("tabs", "a\tb\t\tc"),
        ("line feeds", "a\nb\n\nc\n"),
        ("brackets and a backslash", "(a) ) ( \\ \\n <b>"),
        ("white space alone", " \n "),
        ("a byte order mark", "\u{FEFF}a"),
        ("a soft hyphen", "co\u{AD}operate"),
        ("controls", "a\u{1}\u{7F}b"),
    ];
    let mut texts: Vec<(&str, String)> = texts.map(|(name, text)| (name, text.to_owned())).into();
    texts.push(("3,000 words", "known relationships ".repeat(1500)));
    texts.push(("one word of 100,000 letters", "m".repeat(100_000)));
    texts
}

#[test]
fn hard_texts_are_whole_in_the_file_as_pikepdf_reads_it() {
    let texts = hard_texts();
    let Some(pikepdf) = judge(Reader::Pikepdf, texts.len()) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hard.pdf");
    for (name, text) in texts {
        for slot in ["name", "note", "narrative"] {
            std::fs::write(&path, written(&[(slot, &text)])).unwrap();
            let form = pikepdf.fields(&path);
            let field = form
                .fields
                .iter()
                .find(|field| field.name.ends_with(&format!("-{slot}")))
                .unwrap();
            assert_eq!(
                field.value,
                Some(SeenValue::One(text.clone())),
                "{name} in {slot}"
            );
        }
    }
}

#[test]
fn every_kind_of_line_end_is_stored_as_a_line_feed() {
    for text in ["a\r\nb", "a\rb", "a\nb"] {
        let Some(file) = seen(&[("note", text)]) else {
            return;
        };
        assert_eq!(file.field("note")["/V"], "u:a\nb", "{text:?}");
        assert_eq!(shown(&file, "note").matches("T*").count(), 2, "{text:?}");
    }
}

#[test]
fn given_values_are_default_values_too() {
    let Some(file) = seen(&[("name", "Zoë"), ("claim", "fully"), ("attest", "yes")]) else {
        return;
    };
    for (slot, value) in [("name", "u:Zoë"), ("claim", "u:fully"), ("attest", "/Yes")] {
        assert_eq!(file.field(slot)["/V"], value, "{slot}");
        assert_eq!(file.field(slot)["/DV"], value, "{slot}");
    }
    for slot in ["note", "narrative", "signed"] {
        assert_eq!(file.field(slot)["/V"], Value::Null, "{slot}");
        assert_eq!(file.field(slot)["/DV"], Value::Null, "{slot}");
    }
    assert_eq!(file.field("attest")["/AS"], "/Yes");
}

#[test]
fn given_values_are_seen_on_the_page() {
    let Some(poppler) = judge(Reader::Poppler, 3) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("seen.pdf");
    let values = [
        ("name", "Zażółć Ωμέγα"),
        ("claim", "fully"),
        ("note", "first office\nsecond line"),
    ];
    std::fs::write(&path, written(&values)).unwrap();
    let page = &poppler.page_texts(&path)[0];
    for words in ["Zażółć Ωμέγα", "Shown fully", "first office", "second line"] {
        assert!(page.contains(words), "{words:?} in {page:?}");
    }
    assert!(!page.contains("(choose)"), "{page:?}");
    std::fs::write(&path, written(&[])).unwrap();
    let page = &poppler.page_texts(&path)[0];
    assert!(page.contains("(choose)"), "{page:?}");
}

#[test]
fn letters_that_the_font_lacks_are_seen_to_be_there() {
    let Some(poppler) = judge(Reader::Poppler, 3) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("replaced.pdf");
    for text in ["客户", "مر", "👍👍"] {
        std::fs::write(&path, written(&[("name", text)])).unwrap();
        let page = &poppler.page_texts(&path)[0];
        assert_eq!(page.matches('□').count(), 2, "{text}: {page:?}");
    }
}

#[test]
fn writing_lines_are_in_the_empty_narrative_alone() {
    let Some(empty) = seen(&[]) else { return };
    let content = shown(&empty, "narrative");
    assert!(
        content.starts_with("/Tx BMC") && content.ends_with("EMC\n"),
        "{content}"
    );
    assert_eq!(content.matches(" l\n").count(), 12, "{content}");
    let given = seen(&[("narrative", "Typed.")]).unwrap();
    assert!(!shown(&given, "narrative").contains(" l\n"));
}

#[test]
fn text_longer_than_its_box_is_clipped_and_not_painted_far_beyond_it() {
    let Some(file) = seen(&[
        ("note", &"word ".repeat(3000)),
        ("name", &"word ".repeat(3000)),
    ]) else {
        return;
    };
    let content = shown(&file, "note");
    assert!(content.contains("re W n"), "{content}");
    assert_eq!(
        content.matches("TJ").count(),
        4,
        "four lines of 14 are seen in 54"
    );
    assert!(content.len() < 2000 && shown(&file, "name").len() < 1000);
    assert_eq!(file.field("note")["/V"].as_str().unwrap().len(), 2 + 15_000);
}

#[test]
fn an_empty_value_is_none() {
    let (plan, layout) = hand_made::document();
    let nothing = write(&plan, &layout, None, &hand_made::given(&[])).unwrap();
    for slot in ["name", "claim", "note", "narrative", "attest", "signed"] {
        assert!(written(&[(slot, "")]) == nothing, "{slot}");
    }
    assert!(written(&[("claim", "unset")]) == nothing);
}

#[test]
fn a_value_that_its_field_cannot_hold_is_refused_by_field_and_not_quoted() {
    let (plan, layout) = hand_made::document();
    for (slot, value) in [
        ("claim", "Shown fully"),
        ("attest", "true"),
        ("signed", "secret"),
        ("identity", "secret"),
    ] {
        let error = write(&plan, &layout, None, &hand_made::given(&[(slot, value)])).unwrap_err();
        assert!(
            matches!(&error, Error::Value { field } if field.ends_with(slot)),
            "{error}"
        );
        let diagnostic = Diagnostic::from(error);
        assert_eq!(diagnostic.code.as_str(), "W005");
        assert!(!format!("{diagnostic:?}").contains(value), "{diagnostic:?}");
    }
}

proptest! {
    #![proptest_config(crate::properties(48))]

    #[test]
    fn any_text_at_all_is_written_and_read_back_whole(line in any::<String>(), lines in ".{0,400}", long in "(\\PC|[\r\n\t]){0,2000}") {
        let (plan, layout) = hand_made::document();
        let texts = [("name", line), ("note", lines), ("narrative", long)];
        let given = texts.each_ref().map(|(slot, text)| (*slot, text.as_str()));
        let bytes = write(&plan, &layout, None, &hand_made::given(&given)).unwrap();
        let returned = read(&bytes).unwrap();
        prop_assert_eq!(returned.fields.len(), plan.fields.len());
        for (slot, text) in texts {
            let field = returned.fields.iter().find(|field| field.name.ends_with(&format!("-{slot}"))).unwrap();
            // An escape character begins the name of a language in a text string (ISO 32000-1, 7.9.2.2), so it cannot be stored.
            let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\u{1B}', "");
            let expected = if text.is_empty() { FieldValue::None } else { FieldValue::Text(CandidateText::new(text)) };
            prop_assert!(field.value == expected && field.default_value == expected, "{}", slot);
        }
    }
}

#[test]
fn a_word_of_a_hundred_thousand_letters_is_broken_into_lines_that_fit() {
    // With steps that grow as the square of the letters this would take minutes.
    let lines = wrap_typed(&"mAV".repeat(33_333), Pt(10.0), Pt(312.0));
    assert!(lines.len() > 1000, "{} lines", lines.len());
    assert!(lines.iter().all(|line| line.width <= Pt(312.001)));
}
