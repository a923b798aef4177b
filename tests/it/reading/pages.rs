//! What pages show where a file has no fields.

use akam_workbook::diagnostic::Code;

use super::made::{Made, stream};
use super::{codes, reading};

/// A page with contents and resources, and no form.
fn page(contents: &str, resources: &str) -> Made {
    Made::parts(&[], &[])
        .with(1, "<</Type/Catalog/Pages 2 0 R>>")
        .with(
            3,
            format!("<</Type/Page/Parent 2 0 R/Contents 20 0 R/Resources<<{resources}>>>>"),
        )
        .with(20, stream("", contents.as_bytes()))
}

const HELVETICA: &str = "/Font<</F 5 0 R>>";

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn text_comes_in_the_order_of_the_stream_with_words_apart() {
    let table = [
        ("one string", "BT /F 10 Tf (two words) Tj ET", "two words"),
        (
            "escapes",
            r"BT /F 10 Tf (a\(b\051\n) Tj <63> Tj ET",
            "a(b)\nc",
        ),
        (
            "a kern inside a word",
            "BT /F 10 Tf [(wo) 40 (rd)] TJ ET",
            "word",
        ),
        (
            "a gap between words",
            "BT /F 10 Tf [(two) -300 (words)] TJ ET",
            "two words",
        ),
        (
            "moved along",
            "BT /F 10 Tf (two) Tj 30 0 Td (words) Tj ET",
            "two words",
        ),
        (
            "moved to where the word ended",
            "BT /F 10 Tf (wo) Tj 10 0 Td (rd) Tj ET",
            "word",
        ),
        (
            "a new line",
            "BT /F 10 Tf (one) Tj 0 -12 Td (two) Tj ET",
            "one\ntwo",
        ),
        (
            "a new line by leading",
            "BT /F 10 Tf 12 TL (one) Tj T* (two) Tj (three) ' ET",
            "one\ntwo\nthree",
        ),
        (
            "a matrix",
            "BT /F 1 Tf 10 0 0 10 50 700 Tm (one) Tj 10 0 0 10 50 600 Tm (two) Tj ET",
            "one\ntwo",
        ),
        (
            "saved and brought back",
            "q BT /F 10 Tf (one) Tj ET Q q 1 0 0 1 0 -99 cm BT /F 10 Tf (two) Tj ET Q",
            "one\ntwo",
        ),
        (
            "quotes of Windows",
            "BT /F 10 Tf <93 61 94 80> Tj ET",
            "“a”€",
        ),
        (
            "an inline image",
            "BI /W 1 /H 1 ID (abc) Tj \nEI BT /F 10 Tf (after) Tj ET",
            "after",
        ),
        ("a font that is not there", "BT /G 10 Tf (lost) Tj ET", ""),
        ("a comment", "BT /F 10 Tf % (no)\n(yes) Tj ET", "yes"),
    ];
    for (row, contents, wanted) in table {
        let read = reading(row, &page(contents, HELVETICA).file());
        assert_eq!(read.page_contents.len(), 1, "{row}");
        assert_eq!(read.page_contents[0].text.reveal(), wanted, "{row}");
        assert_eq!(codes(&read), [Code::R017], "{row}");
    }
}

#[test]
fn fonts_say_what_their_codes_mean() {
    let map = "1 begincodespacerange <0000> <FFFF> endcodespacerange
        2 beginbfchar <0003> <0020> <0010> <00660066> endbfchar
        2 beginbfrange <0024> <0026> <0041> <0030> <0031> [<017B> <D83DDE00>] endbfrange";
    let composite = "<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 21 0 R/DescendantFonts[<</W[3[250]36 40 600]>>]>>";
    let named =
        "<</Type/Font/Subtype/Type1/Encoding<</Differences[65/Lslash/eacute/uni6771/g7/A.sc]>>>>";
    let table = [
        (
            "a map",
            composite,
            "<0024 0025 0026 0003 0010 0030 0031>",
            "ABC ffŻ😀",
        ),
        ("a code that no map has", composite, "<0999>", "\u{FFFD}"),
        ("names", named, "(ABCDE)", "Łé東DA"),
    ];
    for (row, font, shown, wanted) in table {
        let contents = format!("BT /F 10 Tf {shown} Tj ET");
        let made = page(&contents, "/Font<</F 22 0 R>>")
            .with(21, stream("", map.as_bytes()))
            .with(22, font);
        let read = reading(row, &made.file());
        assert_eq!(read.page_contents[0].text.reveal(), wanted, "{row}");
    }
}

#[test]
fn images_are_counted_through_forms_and_forms_end() {
    let objects = "/XObject<</I 30 0 R/X 31 0 R>>";
    let image = stream("/Subtype/Image/Width 1/Height 1", b"x");
    let form = stream(
        "/Subtype/Form/Resources<</XObject<</I 30 0 R/X 31 0 R>>>>",
        b"/I Do /X Do /X Do",
    );
    let made = page("/I Do", objects).with(30, image).with(31, form);
    let read = reading("image", &made.file());
    assert_eq!(read.page_contents[0].image_count, 1);
    // A form that paints itself twice would paint for ever.
    let read = reading("ring", &made.with(20, stream("", b"/X Do")).file());
    assert!(read.page_contents[0].image_count > 1);
}

#[test]
fn files_with_fields_are_read_without_their_pages() {
    let made = page("BT /F 10 Tf (x) Tj ET", HELVETICA)
        .with(
            1,
            "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R]>>>>",
        )
        .with(10, "<</FT/Tx/T(t)>>");
    assert!(reading("form", &made.file()).page_contents.is_empty());
}

#[test]
fn a_form_kept_as_xfa_alone_is_named() {
    let made = Made::parts(&[], &[])
        .with(4, "<</Fields[]/XFA 20 0 R>>")
        .with(20, stream("", b"<xdp/>"));
    assert_eq!(codes(&reading("xfa", &made.file())), [Code::R016]);
}
