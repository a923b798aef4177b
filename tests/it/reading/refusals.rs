//! Files that are refused, and files that are opened with a word about it.

use akam_workbook::confidential::CandidateText;
use akam_workbook::diagnostic::{Code, Diagnostic};
use akam_workbook::pdf::read::limits::MAX_FILE_BYTES;
use akam_workbook::pdf::read::{Error, FieldKind, FieldValue, read};

use super::made::{Made, stream, text_field};
use super::{codes, field, plain, reading};

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn what_cannot_be_read_is_refused_for_its_reason() {
    let sound = Made::form(&[text_field("t", b"(x)")]);
    let header = b"%PDF-1.7\n";
    let nested = [&header[..], &b"1 0 obj\n"[..], &b"<<".repeat(6_500_000)].concat();
    let bomb = {
        // 80 MB of spaces; the object stream's objects come first.
        let content = [
            &b"1 0 2 40 "[..],
            b"<</Type/Catalog/Pages 2 0 R>>",
            &b" ".repeat(80 << 20),
        ]
        .concat();
        let entries = "/Type/ObjStm/N 1/First 9";
        Made::default()
            .with(1, "<</Type/Catalog>>")
            .with(9, stream(entries, &content))
    };
    let table: Vec<(&str, Vec<u8>, Code)> = vec![
        ("no bytes", Vec::new(), Code::R001),
        ("white space", b" \r\n\t".repeat(1000), Code::R002),
        (
            "a letter",
            b"Dear assessor, 1 0 obj is not here".repeat(3),
            Code::R002,
        ),
        ("a ZIP file", b"PK\x03\x04 and so on".to_vec(), Code::R002),
        (
            "form data",
            b"%FDF-1.2\n1 0 obj\n<</FDF<<>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF".to_vec(),
            Code::R002,
        ),
        ("a header alone", header.to_vec(), Code::R004),
        (
            "noise",
            [&header[..], &b"\x93\x07\xFE\x11".repeat(5000)].concat(),
            Code::R004,
        ),
        ("no catalog", sound.clone().without(1).file(), Code::R004),
        (
            "more bytes than are read",
            vec![b' '; MAX_FILE_BYTES + 1],
            Code::R005,
        ),
        ("brackets alone", nested, Code::R005),
        ("a stream of blanks", bomb.file(), Code::R005),
        (
            "an unknown lock",
            sound
                .clone()
                .with(30, "<</Filter/NoSuchHandler/V 9/R 99>>")
                .file_with("/Encrypt 30 0 R/ID[<00><00>]"),
            Code::R003,
        ),
        (
            "a lock that is not there",
            sound.file_with("/Encrypt 77 0 R"),
            Code::R003,
        ),
    ];
    for (row, bytes, code) in table {
        let error = read(&bytes)
            .err()
            .unwrap_or_else(|| panic!("{row} was read"));
        assert_eq!(Diagnostic::from(error).code, code, "{row}: {error}");
    }
    // Our own fault has a code too, though no file is known that causes it.
    assert_eq!(Diagnostic::from(Error::Fault).code, Code::R006);
}

/// `form-mupdf-aes256.pdf` is `form.pdf` with "Zoë €" in its texts, saved by MuPDF 1.28 with AES 256 and an empty user password. Its encryption
/// dictionary stands in the trailer itself.
#[test]
fn a_file_that_mupdf_encrypted_is_opened_with_the_empty_password() {
    let path = crate::readers::repository().join("tests/readers/form-mupdf-aes256.pdf");
    let bytes = std::fs::read(path).unwrap();
    let read = read(&bytes).unwrap();
    assert!(read.is_encrypted && !read.is_recovered);
    let texts: Vec<&FieldValue> = read
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::Text)
        .map(|field| &field.value)
        .collect();
    let typed = FieldValue::Text(CandidateText::new("Zoë €".to_owned()));
    assert_eq!(texts, [&typed, &typed]);
}

#[test]
fn an_encrypted_file_is_opened_with_the_empty_password_alone() {
    let made = Made::form(&[text_field("t", b"(in confidence)")]);
    let encrypted = |password: &str| -> Vec<u8> {
        let id = "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]";
        let mut document = lopdf::Document::load_mem(&made.file_with(id)).unwrap();
        let version = lopdf::EncryptionVersion::V2 {
            document: &document,
            owner_password: "owner",
            user_password: password,
            key_length: 128,
            permissions: lopdf::Permissions::all(),
        };
        let state = lopdf::EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    };
    let open = encrypted("");
    assert!(!open.windows(13).any(|window| window == b"in confidence"));
    let read = reading("open", &open);
    assert!(read.is_encrypted);
    assert_eq!(plain(&field("open", &read, "t").value), "\"in confidence\"");
    assert_eq!(codes(&read), [Code::R012]);
    let locked = akam_workbook::pdf::read::read(&encrypted("secret"));
    assert_eq!(locked.err(), Some(Error::Locked));
}

#[test]
fn damage_around_a_whole_form_is_mended_and_said() {
    let made = Made::form(&[text_field("t", b"(whole)")]);
    let file = made.file();
    let text = |needle: &[u8]| {
        file.windows(needle.len())
            .rposition(|window| window == needle)
            .unwrap()
    };
    let xref = text(b"xref\n0 1");
    let start = text(b"startxref");
    let modern = made.modern(None);
    let end_of_streams = modern
        .windows(9)
        .position(|window| window == b"901 0 obj")
        .unwrap();
    let crlf: Vec<u8> = file
        .split(|byte| *byte == b'\n')
        .collect::<Vec<_>>()
        .join(&b"\r\n"[..]);
    let table: Vec<(&str, Vec<u8>, &[Code])> = vec![
        ("sound", file.clone(), &[]),
        ("object streams", made.modern(None), &[]),
        ("zeros behind the end", [&file[..], &[0; 600]].concat(), &[]),
        (
            "a mail footer",
            [&file[..], &b"\r\n-- \r\nConfidential. ".repeat(200)].concat(),
            &[Code::R011],
        ),
        ("no %%EOF", file[..file.len() - 6].to_vec(), &[Code::R011]),
        (
            "a mail header",
            [b"Content-Type: application/pdf\r\n\r\n", &file[..]].concat(),
            &[],
        ),
        ("no header", file[9..].to_vec(), &[Code::R010]),
        ("line ends converted", crlf, &[Code::R010]),
        (
            "startxref astray",
            [&file[..start], b"startxref\n7\n%%EOF\n"].concat(),
            &[Code::R010],
        ),
        (
            "no table",
            [&file[..xref], &file[text(b"trailer")..start]].concat(),
            &[Code::R010],
        ),
        (
            "an object stream alone",
            modern[..end_of_streams].to_vec(),
            &[Code::R010],
        ),
        ("objects alone", file[..xref].to_vec(), &[Code::R010]),
    ];
    for (row, bytes, warned) in table {
        let read = reading(row, &bytes);
        assert_eq!(plain(&field(row, &read, "t").value), "\"whole\"", "{row}");
        assert_eq!(codes(&read), warned, "{row}");
        assert_eq!(read.is_recovered, !warned.is_empty(), "{row}");
        assert_eq!((read.revision_count, read.revision_read), (1, 1), "{row}");
    }
}

#[test]
fn a_table_that_names_one_object_again_and_again_costs_no_more_than_another() {
    let array = format!("[{}]", "0 ".repeat(50_000));
    let made = Made::form(&[text_field("t", b"(whole)")]).with(20, array);
    let file = made.file();
    let at = file
        .windows(8)
        .position(|window| window == b"20 0 obj")
        .unwrap();
    let rows = format!("{at:010} 00000 n \n").repeat(20_000);
    let table = made.file_with("");
    let trailer = table
        .windows(7)
        .rposition(|window| window == b"trailer")
        .unwrap();
    let bytes = [
        &table[..trailer],
        b"1000 20000\n",
        rows.as_bytes(),
        &table[trailer..],
    ]
    .concat();
    let read = reading("rows", &bytes);
    assert_eq!(plain(&field("rows", &read, "t").value), "\"whole\"");
    assert_eq!(codes(&read), [Code::R010]);
}

#[test]
fn a_table_in_a_stream_that_names_one_object_again_and_again_is_refused() {
    let array = format!("[{}]", "0 ".repeat(50_000));
    let made = Made::form(&[text_field("t", b"(whole)")]).with(20, array);
    let file = made.file();
    let place = |word: &[u8]| {
        file.windows(word.len())
            .position(|window| window == word)
            .unwrap()
    };
    let objects = &file[..place(b"xref\n0 1")];
    let row = |word: &str| -> Vec<u8> {
        let at = u32::try_from(place(word.as_bytes())).unwrap();
        [&[1][..], &at.to_be_bytes(), &[0]].concat()
    };
    let rows = [row("1 0 obj"), row("20 0 obj").repeat(600)].concat();
    let section = stream(
        "/Type/XRef/W[1 4 1]/Root 1 0 R/Size 602/Index[1 601]",
        &rows,
    );
    let pointer = format!("\nendobj\nstartxref\n{}\n%%EOF\n", objects.len());
    let bytes = [objects, b"700 0 obj\n", &section, pointer.as_bytes()].concat();
    assert!(matches!(read(&bytes), Err(Error::OverLimit { .. })));
}

#[test]
fn the_producer_is_read_without_control_characters() {
    let made = Made::form(&[text_field("t", b"(x)")]).with(8, r"<</Producer(Some\000\nprogram)>>");
    let read = reading("producer", &made.file_with("/Info 8 0 R"));
    assert_eq!(read.producer.as_deref(), Some("Someprogram"));
}
