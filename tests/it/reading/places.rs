//! Fields and values where different programs leave them.

use akam_workbook::diagnostic::Code;

use super::made::{FORM, Made, WIDGET, stream, text_field};
use super::{codes, field, plain, reading};

/// What a case is called, the field's value, the widget's own, its appearance and that one's stream, and the value taken.
type Dispute<'a> = (&'a str, &'a str, &'a str, &'a str, Vec<u8>, &'a str);
/// Objects by number.
type Bodies = Vec<(usize, String)>;

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn names_and_values_are_inherited_from_the_fields_above() {
    let table = [
        (
            "kid with a name",
            "<</FT/Tx/T(g)/V(up)/Kids[11 0 R]>>",
            "<</Parent 10 0 R/T(p)",
            "g.p",
            "\"up\"",
        ),
        (
            "kid without a name",
            "<</FT/Tx/T(g)/V(up)/Kids[11 0 R]>>",
            "<</Parent 10 0 R",
            "g",
            "\"up\"",
        ),
        (
            "own value",
            "<</FT/Tx/T(g)/V(up)/Kids[11 0 R]>>",
            "<</Parent 10 0 R/T(p)/V(own)",
            "g.p",
            "\"own\"",
        ),
        (
            "value on the widget",
            "<</FT/Tx/T(g)/Kids[11 0 R]>>",
            "<</Parent 10 0 R/V(down)",
            "g",
            "\"down\"",
        ),
        (
            "type on the widget",
            "<</T(g)/V(up)/Kids[11 0 R]>>",
            "<</Parent 10 0 R/FT/Tx",
            "g",
            "\"up\"",
        ),
        (
            "two types",
            "<</FT/Tx/T(g)/V(up)/Kids[11 0 R]>>",
            "<</Parent 10 0 R/FT/Btn",
            "g",
            "\"up\"",
        ),
        (
            "escaped keys",
            "<</F#54/Tx/#54(g)/#56(up)/Kids[11 0 R]>>",
            "<</Parent 10 0 R",
            "g",
            "\"up\"",
        ),
        (
            "a name beyond ASCII",
            "<</FT/Tx/T<FEFF0141>/V(up)/Kids[11 0 R]>>",
            "<</Parent 10 0 R",
            "Ł",
            "\"up\"",
        ),
    ];
    for (row, above, below, name, wanted) in table {
        for (fields, way) in [(&[10][..], "down"), (&[], "up")] {
            let row = format!("{row}, from the form {way}");
            let file = Made::parts(fields, &[11])
                .with(10, above)
                .with(11, format!("{below}{WIDGET}>>"))
                .file();
            let read = reading(&row, &file);
            assert_eq!(plain(&field(&row, &read, name).value), wanted, "{row}");
            assert_eq!(read.fields.len(), 1, "{row}");
            assert_eq!(codes(&read), [], "{row}");
        }
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn fields_are_found_when_form_or_pages_are_broken() {
    let sound = Made::form(&[text_field("a", b"(1)"), text_field("b", b"(2)")]);
    let tree = |body: &str| sound.clone().with(2, body);
    let table: Vec<(&str, Made, &[Code])> = vec![
        ("sound", sound.clone(), &[]),
        (
            "no /Fields",
            sound.clone().with(FORM, "<</Fields null>>"),
            &[],
        ),
        (
            "an empty /Fields",
            sound.clone().with(FORM, "<</Fields[]>>"),
            &[],
        ),
        (
            "/Fields goes round",
            sound
                .clone()
                .with(FORM, "<</Fields 7 0 R>>")
                .with(7, "7 0 R"),
            &[],
        ),
        (
            "no form",
            sound
                .clone()
                .with(1, "<</Type/Catalog/Pages 2 0 R>>")
                .without(FORM),
            &[],
        ),
        (
            "half of the form",
            sound.clone().with(FORM, "<</Fields[11 0 R]>>"),
            &[],
        ),
        (
            "a field that is not there",
            sound
                .clone()
                .with(FORM, "<</Fields[10 0 R 11 0 R 77 0 R]>>"),
            &[Code::R014],
        ),
        (
            "a field twice",
            sound
                .clone()
                .with(FORM, "<</Fields[10 0 R 11 0 R 10 0 R]>>"),
            &[Code::R014],
        ),
        ("no page tree", sound.clone().without(2), &[Code::R013]),
        (
            "kids that are none",
            tree("<</Type/Pages/Kids[17 88 0 R null]/Count 40>>"),
            &[Code::R013],
        ),
        (
            "a tree in itself",
            tree("<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>"),
            &[Code::R013],
        ),
    ];
    for (row, made, warned) in table {
        let read = reading(row, &made.file());
        assert_eq!(plain(&field(row, &read, "a").value), "\"1\"", "{row}");
        assert_eq!(plain(&field(row, &read, "b").value), "\"2\"", "{row}");
        assert_eq!(read.fields.len(), 2, "{row}");
        assert_eq!(read.page_count, 1, "{row}");
        assert_eq!(read.fields[0].widgets[0].page, Some(1), "{row}");
        assert_eq!(codes(&read), warned, "{row}");
    }
}

#[test]
fn fields_stand_in_the_order_of_pages_and_then_those_on_none() {
    let mut made = Made::parts(&[10, 11, 12, 13], &[12, 11]);
    for (number, name) in [
        (10, "nowhere"),
        (11, "second"),
        (12, "first"),
        (13, "third"),
    ] {
        made = made.with(number, text_field(name, b"()"));
    }
    let made = made
        .with(2, "<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>")
        .with(7, "<</Type/Page/Parent 2 0 R/Annots[13 0 R]>>");
    let read = reading("order", &made.file());
    let found: Vec<_> = read
        .fields
        .iter()
        .map(|field| (field.name.as_str(), field.widgets[0].page))
        .collect();
    let wanted = [
        ("first", Some(1)),
        ("second", Some(1)),
        ("third", Some(2)),
        ("nowhere", None),
    ];
    assert_eq!(found, wanted);
    assert_eq!(read.page_count, 2);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn where_field_and_page_differ_the_page_is_taken_and_it_is_said() {
    let shows = |text: &str| {
        stream(
            "/Subtype/Form/BBox[0 0 9 9]",
            format!("/Tx BMC BT /Helv 10 Tf 0 0 Td {text} Tj ET EMC").as_bytes(),
        )
    };
    let table: &[Dispute<'_>] = &[
        (
            "the page has no appearance",
            "(old)",
            "/V(new)",
            "",
            vec![],
            "\"new\"",
        ),
        (
            "the page shows the widget's",
            "(old)",
            "/V(new)",
            "/AP<</N 20 0 R>>",
            shows("(new)"),
            "\"new\"",
        ),
        (
            "the page shows the field's",
            "(two words)",
            "/V(stale)",
            "/AP<</N 20 0 R>>",
            shows("(two) Tj 0 -20 Td (words)"),
            "\"two words\"",
        ),
        (
            "the page shows neither",
            "(old)",
            "/V(new)",
            "/AP<</N 20 0 R>>",
            shows("(other)"),
            "\"new\"",
        ),
        (
            "the page shows nothing",
            "(old)",
            "/V(new)",
            "/AP<</N 20 0 R>>",
            shows("()"),
            "\"new\"",
        ),
        ("an empty widget", "(kept)", "/V()", "", vec![], "\"kept\""),
        ("an empty field", "()", "/V(kept)", "", vec![], "\"kept\""),
    ];
    for (row, field_value, own, appearance, stream, wanted) in table {
        let file = Made::parts(&[10], &[11])
            .with(10, format!("<</FT/Tx/T(t)/V{field_value}/Kids[11 0 R]>>"))
            .with(11, format!("<</Parent 10 0 R{own}{appearance}{WIDGET}>>"))
            .with(20, stream)
            .file();
        let read = reading(row, &file);
        assert_eq!(plain(&field(row, &read, "t").value), *wanted, "{row}");
        assert_eq!(codes(&read), [Code::R021], "{row}");
        assert_eq!(read.warnings[0].field.as_deref(), Some("t"), "{row}");
        assert_eq!(read.warnings[0].page, Some(1), "{row}");
    }
}

#[test]
fn widgets_that_agree_with_their_field_are_not_remarked_on() {
    for own in ["", "/V(same)"] {
        let file = Made::parts(&[10], &[11, 12])
            .with(10, "<</FT/Tx/T(t)/V(same)/Kids[11 0 R 12 0 R]>>")
            .with(11, format!("<</Parent 10 0 R{own}{WIDGET}>>"))
            .with(12, format!("<</Parent 10 0 R{WIDGET}>>"))
            .file();
        let read = reading(own, &file);
        assert_eq!(plain(&field(own, &read, "t").value), "\"same\"", "{own}");
        assert_eq!(read.fields[0].widgets.len(), 2, "{own}");
        assert_eq!(codes(&read), [], "{own}");
    }
}

#[test]
fn of_two_fields_of_one_name_the_first_that_is_filled_in_counts() {
    let table = [
        ("both", "(a)", "(b)", "\"a\""),
        ("the second", "()", "(b)", "\"b\""),
        ("the first", "(a)", "()", "\"a\""),
    ];
    for (row, first, second, wanted) in table {
        let fields = [
            text_field("t", first.as_bytes()),
            text_field("t", second.as_bytes()),
        ];
        let read = reading(row, &Made::form(&fields).file());
        assert_eq!(plain(&field(row, &read, "t").value), wanted, "{row}");
        assert_eq!(codes(&read), [Code::R023], "{row}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn rings_and_depth_end_and_cost_nothing_else() {
    let deep = |count: usize| -> Vec<(usize, String)> {
        (0..count)
            .map(|level| (100 + level, format!("<</T(k)/Kids[{} 0 R]>>", 101 + level)))
            .collect()
    };
    let diamond = (0..48).map(|level| {
        (
            100 + level,
            format!("<</T(d)/Kids[{0} 0 R {0} 0 R]>>", 101 + level),
        )
    });
    let table: Vec<(&str, Bodies, Code)> = vec![
        (
            "its own kid",
            vec![(100, "<</FT/Tx/T(x)/Kids[100 0 R]>>".into())],
            Code::R014,
        ),
        (
            "kids in a ring",
            vec![
                (100, "<</T(x)/Kids[101 0 R]>>".into()),
                (101, "<</T(y)/Kids[100 0 R]>>".into()),
            ],
            Code::R014,
        ),
        (
            "each level names the next twice",
            diamond.collect(),
            Code::R014,
        ),
        ("very deep", deep(300), Code::R015),
        (
            "a very long name",
            vec![(100, format!("<</FT/Tx/T({})>>", "n".repeat(20_000)))],
            Code::R015,
        ),
        (
            "a value without a type",
            vec![(100, "<</T(x)/V(y)>>".into())],
            Code::R025,
        ),
        (
            "a value without a name",
            vec![(100, "<</FT/Tx/V(y)>>".into())],
            Code::R014,
        ),
    ];
    for (row, objects, warned) in table {
        let mut made = Made::parts(&[10, 100], &[10]).with(10, text_field("sound", b"(whole)"));
        for (number, body) in objects {
            made = made.with(number, body);
        }
        let read = reading(row, &made.file());
        assert_eq!(
            plain(&field(row, &read, "sound").value),
            "\"whole\"",
            "{row}"
        );
        assert!(codes(&read).contains(&warned), "{row}: {:?}", codes(&read));
    }
    // From a widget upwards.
    let ring = Made::parts(&[10], &[10, 100])
        .with(10, text_field("sound", b"(whole)"))
        .with(100, format!("<</T(p)/Parent 101 0 R{WIDGET}>>"))
        .with(101, format!("<</T(q)/Parent 100 0 R{WIDGET}>>"));
    let read = reading("parents", &ring.file());
    assert_eq!(plain(&field("parents", &read, "sound").value), "\"whole\"");
    assert!(codes(&read).contains(&Code::R014));
}

#[test]
fn options_that_many_fields_share_are_counted_for_each() {
    let options: String = (0..200_000).map(|number| format!("({number})")).collect();
    let mut made = Made::parts(&[10, 11, 12, 13, 14, 15], &[]).with(20, format!("[{options}]"));
    for number in 10..16 {
        made = made.with(number, format!("<</FT/Ch/T(c{number})/V(7)/Opt 20 0 R>>"));
    }
    let read = reading("options", &made.file());
    assert_eq!(codes(&read), [Code::R015]);
    assert!(
        read.fields
            .iter()
            .all(|field| plain(&field.value) == "\"7\"")
    );
}
