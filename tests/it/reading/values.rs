//! Values in every encoding and shape that programs store them in.

use akam_workbook::diagnostic::Code;
use akam_workbook::pdf::read::FieldKind;

use super::made::{Made, WIDGET, hexadecimal, stream, text_field};
use super::{codes, field, plain, reading};

const SURE: &[Code] = &[];

/// What a case is called, what the group says, what its two kids say, the state, and the warnings.
type Group<'a> = (&'a str, &'a str, [&'a str; 2], &'a str, &'a [Code]);

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn text_comes_back_from_every_encoding() {
    let utf16 = |text: &str| -> Vec<u8> {
        let units = text.encode_utf16().flat_map(u16::to_be_bytes);
        [0xFE, 0xFF].into_iter().chain(units).collect()
    };
    let lone: &[u8] = b"\xFE\xFF\0o\xD8\x3D\0k\xDE\x00";
    let all_pdf_doc: Vec<u8> = (0x80..=0x9E).chain([0xA0]).chain(0x18..=0x1F).collect();
    let table: &[(&str, &[u8], &str, &[Code])] = &[
        ("ASCII", b"plain (text)", "plain (text)", SURE),
        (
            "line ends stay",
            b"a\r\nb\rc\nd\te",
            "a\r\nb\rc\nd\te",
            SURE,
        ),
        (
            "PDFDocEncoding, euro and quotes",
            b"\xA0 5 \x8Dx\x8E \x8Fy\x90 caf\xE9",
            "€ 5 “x” ‘y’ café",
            SURE,
        ),
        (
            "PDFDocEncoding, all its own",
            &all_pdf_doc,
            "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž€˘ˇˆ˙˝˛˚˜",
            SURE,
        ),
        (
            "PDFDocEncoding, undefined",
            b"a\x9Fb\xE9",
            "a\u{FFFD}bé",
            &[Code::R024],
        ),
        ("UTF-16BE", &utf16("Łódź Ω 東京 😀"), "Łódź Ω 東京 😀", SURE),
        ("UTF-16LE", b"\xFF\xFEG\0\xFC\0", "Gü", SURE),
        (
            "UTF-16, lone halves",
            lone,
            "o\u{FFFD}k\u{FFFD}",
            &[Code::R024],
        ),
        (
            "UTF-16, half a letter",
            b"\xFE\xFF\0a\x01",
            "a\u{FFFD}",
            &[Code::R024],
        ),
        (
            "UTF-16, an emoji that PDFium cut to a letter for private use",
            &utf16("ok \u{f44d}"),
            "ok \u{f44d}",
            &[Code::R026],
        ),
        (
            "UTF-16, an emoji that PDFium cut to a Chinese letter",
            &utf16("ok \u{f91d}"),
            "ok \u{f91d}",
            &[Code::R026],
        ),
        (
            "UTF-16, the bullet of a symbol font, and Arabic forms",
            &utf16("\u{f0b7} \u{fb50}"),
            "\u{f0b7} \u{fb50}",
            SURE,
        ),
        ("UTF-16, a zero at the end", b"\xFE\xFF\0a\0", "a", SURE),
        ("UTF-16, mark alone", b"\xFE\xFF", "", SURE),
        (
            "UTF-16, language",
            b"\xFE\xFF\0a\0\x1B\0d\0e\0\x1B\0b",
            "ab",
            SURE,
        ),
        (
            "UTF-16, language and country",
            b"\xFE\xFF\0\x1B\0e\0n\0G\0B\0\x1B\0b",
            "b",
            SURE,
        ),
        (
            "UTF-16, a stray escape",
            b"\xFE\xFF\0a\0\x1B\0b",
            "a\u{1B}b",
            SURE,
        ),
        (
            "UTF-8 with a mark",
            b"\xEF\xBB\xBFna\xC3\xAFve",
            "naïve",
            SURE,
        ),
        (
            "UTF-8 with a mark, broken",
            b"\xEF\xBB\xBFa\xC3",
            "a\u{FFFD}",
            &[Code::R024],
        ),
        (
            "UTF-8 with a mark, language",
            b"\xEF\xBB\xBF\x1Bde\x1Bb",
            "b",
            SURE,
        ),
        ("UTF-8 without", "Łódź, 東京".as_bytes(), "Łódź, 東京", SURE),
        ("UTF-8 without, one letter", "café".as_bytes(), "café", SURE),
        (
            "not UTF-8, a capital and a mark",
            b"MEN\xDC\x92",
            "MENÜ™",
            SURE,
        ),
        ("not UTF-8, French quotes", b"\xAB\xC9\xBB", "«É»", SURE),
    ];
    for (row, bytes, wanted, warned) in table {
        let file = Made::form(&[text_field("t", &hexadecimal(bytes))]).file();
        let read = reading(row, &file);
        assert_eq!(
            plain(&field(row, &read, "t").value),
            format!("{wanted:?}"),
            "{row}"
        );
        assert_eq!(codes(&read), *warned, "{row}");
    }
}

#[test]
fn a_text_value_is_found_in_every_shape() {
    let table: &[(&str, &str, &str, &[Code])] = &[
        (
            "literal",
            r"(a\1012 \50x\51 (in (side)) go\
on \q)",
            "\"aA2 (x) (in (side)) goon q\"",
            SURE,
        ),
        ("hexadecimal, odd", "<48 65\n6c6C 6f 2>", "\"Hello \"", SURE),
        ("null", "null", "-", SURE),
        ("empty", "()", "\"\"", SURE),
        ("a name", "/Na#6De", "\"Name\"", SURE),
        ("a number", "42", "\"42\"", SURE),
        ("a real number", "-1.5", "\"-1.5\"", SURE),
        ("a truth value", "true", "\"true\"", SURE),
        ("a stream", "20 0 R", "\"from a stream\"", SURE),
        ("a reference to a reference", "21 0 R", "\"far\"", SURE),
        ("a ring of references", "23 0 R", "-", SURE),
        ("nothing there", "99 0 R", "-", SURE),
        ("a list", "[(a) null (b)]", "[\"a\", \"b\"]", &[Code::R025]),
        ("a list of one", "[(a)]", "\"a\"", &[Code::R025]),
        ("a dictionary", "<</X 1>>", "-", &[Code::R025]),
        (
            "a stream that does not unpack",
            "24 0 R",
            "-",
            &[Code::R025],
        ),
    ];
    for (row, value, wanted, warned) in table {
        let file = Made::form(&[text_field("t", value.as_bytes())])
            .with(20, stream("", b"from a stream"))
            .with(21, "22 0 R")
            .with(22, "(far)")
            .with(23, "23 0 R")
            .with(24, stream("/Filter/FlateDecode", b"not deflated"))
            .file();
        let read = reading(row, &file);
        assert_eq!(plain(&field(row, &read, "t").value), *wanted, "{row}");
        assert_eq!(codes(&read), *warned, "{row}");
    }
}

#[test]
fn rich_text_is_left_aside() {
    let body = format!("<</FT/Tx/T(t)/V(plain)/RV(<body>old</body>){WIDGET}>>");
    let read = reading("rich", &Made::form(&[body.into_bytes()]).file());
    assert_eq!(plain(&field("rich", &read, "t").value), "\"plain\"");
}

#[test]
fn choices_are_read_by_export_value_display_text_or_index() {
    let options = "/Opt[[(x1)(Weak)][(x2)(Sound)](x3)[(x4)(Same)][(x5)(Same)]]";
    let table = [
        ("export value", "/V(x2)", "\"x2\""),
        ("display text", "/V(Sound)", "\"x2\""),
        ("display text of two", "/V(Same)", "\"Same\""),
        ("an option without display text", "/V(x3)", "\"x3\""),
        ("a name", "/V/x1", "\"x1\""),
        ("typed by hand", "/V(my own)", "\"my own\""),
        ("a list of one", "/V[(x3)]", "\"x3\""),
        ("a list", "/V[(x1)(Sound)]", "[\"x1\", \"x2\"]"),
        ("an empty list", "/V[]", "-"),
        ("index alone", "/I[1]", "\"x2\""),
        ("indices alone", "/I[0 2]", "[\"x1\", \"x3\"]"),
        ("indices out of range", "/I[-1 7 1.5]", "\"x2\""),
        ("value before index", "/V(x1)/I[2]", "\"x1\""),
        ("nothing", "", "-"),
    ];
    for (row, value, wanted) in table {
        let body = format!("<</FT/Ch/Ff 131072/T(c){options}{value}{WIDGET}>>");
        let read = reading(row, &Made::form(&[body.into_bytes()]).file());
        let found = field(row, &read, "c");
        assert_eq!(plain(&found.value), wanted, "{row}");
        assert_eq!(found.options.len(), 5, "{row}");
        assert_eq!(codes(&read), SURE, "{row}");
    }
}

#[test]
fn buttons_are_read_from_field_and_widget() {
    let table: &[(&str, &str, &str, &[Code])] = &[
        ("on", "/V/Yes/AS/Yes", "/Yes", SURE),
        ("off", "/V/Off/AS/Off", "/Off", SURE),
        ("nothing", "", "/Off", SURE),
        ("a string", "/V(Yes)/AS/Yes", "/Yes", SURE),
        ("an empty string", "/V()/AS/Off", "/Off", SURE),
        ("escaped differently", "/V/Y#65s/AS/#59es", "/Yes", SURE),
        ("widget alone", "/AS/Yes", "/Yes", SURE),
        ("field alone", "/V/Yes", "/Yes", SURE),
        ("stale widget", "/V/Yes/AS/Off", "/Yes", &[Code::R022]),
        ("stale field", "/V/Off/AS/Yes", "/Yes", &[Code::R022]),
        (
            "a state that is none",
            "/V/Other/AS/Yes",
            "/Yes",
            &[Code::R022],
        ),
    ];
    for (row, entries, wanted, warned) in table {
        let body = format!("<</FT/Btn/T(b){entries}/AP<</N<</Yes 6 0 R/Off 6 0 R>>>>{WIDGET}>>");
        let file = Made::form(&[body.into_bytes()])
            .with(6, stream("", b""))
            .file();
        let read = reading(row, &file);
        let found = field(row, &read, "b");
        assert_eq!(
            (found.kind, plain(&found.value)),
            (FieldKind::CheckBox, (*wanted).to_owned()),
            "{row}"
        );
        assert_eq!(codes(&read), *warned, "{row}");
    }
}

#[test]
fn radio_buttons_are_read_from_group_and_kids() {
    let table: &[Group<'_>] = &[
        ("group and kid", "/V/2", ["/AS/Off", "/AS/2"], "/2", SURE),
        ("kid alone", "", ["/AS/Off", "/AS/2"], "/2", SURE),
        ("group alone", "/V/1", ["", ""], "/1", SURE),
        ("none", "/V/Off", ["/AS/Off", "/AS/Off"], "/Off", SURE),
        (
            "group says another",
            "/V/1",
            ["/AS/Off", "/AS/2"],
            "/1",
            &[Code::R022],
        ),
        ("on in unison", "/V/1", ["/AS/1", "/AS/2"], "/1", SURE),
    ];
    for (row, value, states, wanted, warned) in table {
        let kid = |state: &str, on: usize| {
            format!("<</Parent 10 0 R{state}/AP<</N<</{on} 6 0 R>>>>{WIDGET}>>")
        };
        let file = Made::parts(&[10], &[11, 12])
            .with(6, stream("", b""))
            .with(
                10,
                format!("<</FT/Btn/Ff 49152/T(r){value}/Kids[11 0 R 12 0 R]>>"),
            )
            .with(11, kid(states[0], 1))
            .with(12, kid(states[1], 2))
            .file();
        let read = reading(row, &file);
        let found = field(row, &read, "r");
        assert_eq!(
            (found.kind, plain(&found.value)),
            (FieldKind::Radio, (*wanted).to_owned()),
            "{row}"
        );
        assert_eq!(found.widgets.len(), 2, "{row}");
        assert_eq!(codes(&read), *warned, "{row}");
    }
}

#[test]
fn every_kind_of_field_is_known() {
    let table = [
        ("/FT/Tx/V(x)", FieldKind::Text, "\"x\""),
        ("/FT/Ch/Opt[(x)]/V(x)", FieldKind::Choice, "\"x\""),
        ("/FT/Btn", FieldKind::CheckBox, "/Off"),
        ("/FT/Btn/Ff 32768", FieldKind::Radio, "/Off"),
        ("/FT/Btn/Ff 65536", FieldKind::Button, "-"),
        ("/FT/Btn/Ff -2147418112", FieldKind::Button, "-"),
        ("/FT/Sig", FieldKind::Signature, "-"),
        ("/FT/Sig/V<</Type/Sig>>", FieldKind::Signature, "signed"),
    ];
    for (entries, kind, wanted) in table {
        let body = format!("<</T(f){entries}{WIDGET}>>");
        let read = reading(entries, &Made::form(&[body.into_bytes()]).file());
        let found = field(entries, &read, "f");
        assert_eq!(
            (found.kind, plain(&found.value).as_str()),
            (kind, wanted),
            "{entries}"
        );
    }
}

#[test]
fn default_values_and_flags_are_read_beside_the_value() {
    let body = format!("<</FT/Tx/Ff 4097/T(t)/V(now)/DV(before){WIDGET}>>");
    let read = reading("default", &Made::form(&[body.into_bytes()]).file());
    let found = field("default", &read, "t");
    assert_eq!(plain(&found.default_value), "\"before\"");
    assert_eq!(found.flags, 4097);
    let rect = found.widgets[0].rect;
    assert!(
        rect.iter()
            .zip([50.0, 700.0, 300.0, 720.0])
            .all(|(a, b)| (a - b).abs() < 0.01),
        "{rect:?}"
    );
}
