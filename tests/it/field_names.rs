//! Field names: built, parsed, and found inside what merging programs make of them.

use akam_workbook::field_name::{FieldName, IdentityValue, MAX_LENGTH, PageMark};
use proptest::prelude::{Strategy, prop_assert_eq, proptest};

const PLAIN: &str = "kamd-2026a-w0001-i0014-note";

fn grammar() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9]{1,7}-[0-9a-z]{1,6}-w000[1-9]-[acpiumeq][1-9][0-9]{3,4}-[a-z][a-z_]{0,14}[a-z](-r(0[1-9]|[1-9][0-9]{1,2})-[a-z]{2,8})?"
}

#[test]
fn a_name_is_found_in_whatever_merging_put_around_it() {
    let table = [
        ("alone", PLAIN.to_owned(), "", ""),
        ("pdf merger's prefix", format!("1.{PLAIN}"), "1.", ""),
        (
            "form's path",
            format!("form1.page[0].{PLAIN}"),
            "form1.page[0].",
            "",
        ),
        ("suffix +1", format!("{PLAIN}+1"), "", "+1"),
        ("suffix _2", format!("{PLAIN}_2"), "", "_2"),
        ("suffix -2", format!("{PLAIN}-2"), "", "-2"),
        ("suffix .1", format!("{PLAIN}.1"), "", ".1"),
        ("both", format!("A-{PLAIN}#0"), "A-", "#0"),
    ];
    for (row, text, before, after) in table {
        let found = FieldName::find(&text).unwrap_or_else(|| panic!("{row}: nothing found"));
        assert_eq!(found.name.to_string(), PLAIN, "{row}");
        assert_eq!(
            (found.before.as_str(), found.after.as_str()),
            (before, after),
            "{row}"
        );
    }
}

#[test]
fn a_copy_of_a_known_field_is_still_that_field() {
    let text = format!("{PLAIN}_copy");
    assert_eq!(
        FieldName::find(&text).unwrap().name.slot.as_str(),
        "note_copy"
    );
    let known = |name: &FieldName| name.slot.as_str() == "note";
    let found = FieldName::find_known(&text, &known).unwrap();
    assert_eq!(
        (found.name.to_string().as_str(), found.after.as_str()),
        (PLAIN, "_copy")
    );
}

#[test]
fn what_is_no_name_is_not_taken_for_one() {
    let table = [
        ("empty", ""),
        ("another form's", "topmostSubform[0].Page1[0].f1_01[0]"),
        ("upper case", "KAMD-2026a-w0001-i0014-note"),
        ("a letter before", "xyzxyzkamd-2026a-w0001-i0014-note"),
        ("a digit behind", "kamd-2026a-w0001-i0014-note2"),
        ("a short id", "kamd-2026a-w1-i0014-note"),
        ("a padded id", "kamd-2026a-w0001-i00014-note"),
    ];
    for (row, text) in table {
        assert_eq!(FieldName::find(text), None, "{row}");
    }
}

#[test]
fn the_longest_name_has_no_more_than_sixty_letters() {
    let longest = "abcdefgh-2026ab-w99999-i99999-evidence_refs_ab-r999-abcdefgh";
    assert_eq!(FieldName::find(longest).unwrap().name.to_string(), longest);
    assert_eq!(longest.len(), MAX_LENGTH);
}

#[test]
fn a_long_hostile_name_is_searched_in_bounded_time() {
    // Each start is followed by at most 60 letters, so 200,000 letters are a few million steps, not 40 billion.
    let text = "a-".repeat(100_000);
    assert_eq!(FieldName::find(&text), None);
}

#[test]
fn the_identity_value_and_the_page_mark_read_as_written() {
    let identity = "akam-workbook/1 kamd 2026a w0001 3f0c9d2b71a8e654";
    assert_eq!(
        IdentityValue::parse(identity).unwrap().to_string(),
        identity
    );
    assert_eq!(
        IdentityValue::parse("akam-workbook/2 kamd 2026a w0001 3f0c9d2b71a8e654"),
        None
    );
    assert_eq!(
        IdentityValue::parse("akam-workbook/1 kamd 2026a w0001 3f0c"),
        None
    );
    let mark = PageMark::find("Some words on a page\nkamd-2026a-w0001 3/30 Page 3 of 30").unwrap();
    assert_eq!(mark.to_string(), "kamd-2026a-w0001 3/30");
    let pen = PageMark::find("kamd-2026a-w0001-pen 3/30").unwrap();
    assert!(pen.is_for_pen && !mark.is_for_pen);
    assert_eq!(pen.to_string(), "kamd-2026a-w0001-pen 3/30");
    assert_eq!(PageMark::find("kamd-2026a-w0001-pencil 3/30"), None);
    assert_eq!(PageMark::find("kamd-2026a-w0001-pen-x 3/30"), None);
    assert_eq!(PageMark::find("no mark 3/30"), None);
}

proptest! {
    #![proptest_config(crate::properties(256))]

    #[test]
    fn every_name_of_the_grammar_is_found_whole(text in grammar()) {
        let found = FieldName::find(&text).unwrap();
        prop_assert_eq!(found.name.to_string(), text);
    }

    #[test]
    fn every_name_is_found_inside_affixes(text in grammar(), before in "([0-9]{1,3}\\.){0,2}", after in "([+#.][0-9]{1,3})?") {
        let found = FieldName::find(&format!("{before}{text}{after}")).unwrap();
        prop_assert_eq!(found.name.to_string(), text);
        prop_assert_eq!(found.before, before);
        prop_assert_eq!(found.after, after);
    }

    #[test]
    fn any_text_is_searched_without_a_fault(text in "\\PC{0,200}") {
        let _found = FieldName::find(&text);
    }
}
