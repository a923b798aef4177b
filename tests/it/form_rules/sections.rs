//! The file's own structure: its version, its two sections, and a copy without a form.

use serde_json::Value;

use super::each;
use super::written;

#[test]
fn the_file_is_pdf_17_without_scripts_and_without_a_lock() {
    each(|file| {
        assert!(file.bytes.starts_with(b"%PDF-1.7\n"), "{}", file.name);
        for kind in [
            "/Encrypt",
            "/JavaScript",
            "/JS",
            "/OpenAction",
            "/AA",
            "/RV",
            "/XFA",
        ] {
            for (id, object) in &file.objects {
                let object = object.to_string();
                assert!(
                    !object.contains(&format!("\"{kind}\"")),
                    "{}: {kind} in {id}",
                    file.name
                );
            }
        }
    });
}

#[test]
fn fields_and_pages_stand_in_a_classic_table_and_only_what_is_said_of_them_is_hidden() {
    each(|file| {
        let text = String::from_utf8_lossy(&file.bytes);
        let ends = text.matches("%%EOF").count();
        assert_eq!(ends, 1, "{}: one revision", file.name);
        let (first, second) = text.rsplit_once("\nxref\n").unwrap();
        assert_one_subsection(first, file.name);
        assert!(
            second.contains("/Prev ") && second.contains("/XRefStm "),
            "{}: {second}",
            file.name
        );
        let starts = |reference: &str| {
            let number = reference.split(' ').next().unwrap();
            first.contains(&format!("\n{number} 0 obj"))
        };
        let mut hidden = 0;
        for (reference, object) in &file.objects {
            if reference == "trailer" || starts(reference) {
                continue;
            }
            hidden += 1;
            let is_list = object.as_array().is_some_and(|list| {
                let is_element = |one: &Value| {
                    let element = file.get(one);
                    element["/S"].is_string() && element["/P"].is_string()
                };
                !list.is_empty() && list.iter().all(is_element)
            });
            let is_said_of_pages = is_list
                || object["/S"].is_string() && object["/P"].is_string()
                || object["/Subtype"] == "/Link"
                || object["/Type"] == "/StructTreeRoot"
                || object["/Type"] == "/Outlines"
                || object["/Nums"].is_array()
                || object["/Title"].is_string() && object["/Dest"].is_array();
            assert!(is_said_of_pages, "{}: {reference} {object}", file.name);
        }
        assert!(hidden > 20, "{}: {hidden}", file.name);
        let names = [("/FT", 1), ("/Contents", 1), ("/FontFile2", 2)];
        for (key, least) in names {
            let holders = file
                .objects
                .values()
                .filter(|object| !object[key].is_null());
            assert!(holders.count() >= least, "{}: {key}", file.name);
        }
    });
}

/// The first table has one subsection, from 0 (ISO 32000-1, 7.5.4).
fn assert_one_subsection(text: &str, name: &str) {
    let (_, table) = text.rsplit_once("\nxref\n").unwrap();
    let (table, _) = table.split_once("trailer\n").unwrap();
    let heads = table.lines().filter(|line| line.len() < 18);
    let heads: Vec<&str> = heads.collect();
    assert!(
        matches!(heads.as_slice(), [head] if head.starts_with("0 ")),
        "{name}: {heads:?}"
    );
}

#[test]
fn a_copy_for_the_pen_has_no_form_and_is_known_for_what_it_is() {
    let mut spec = crate::workbook::sound(akam_workbook::spec::BUILT_IN);
    spec.forms[0].theme.is_for_pen = true;
    let pen = crate::workbook::made(&spec, 0, "for-the-pen");
    let pages = pen.layout.pages.len();
    let again = pen.bytes.clone();
    let Some(file) = written::looked_at(("for the pen", pen.bytes, again, 0)) else {
        return;
    };
    assert_eq!(file.verdict.status, 0, "{}", file.verdict.output);
    assert_eq!(file.catalog()["/AcroForm"], Value::Null);
    let text = String::from_utf8_lossy(&file.bytes);
    let (first, _) = text.rsplit_once("\nxref\n").unwrap();
    assert_one_subsection(first, "for the pen");
    let widgets = file
        .objects
        .values()
        .filter(|object| object["/Subtype"] == "/Widget");
    assert_eq!(widgets.count(), 0);
    let read = akam_workbook::pdf::read::read(&file.bytes).unwrap();
    let plans = [pen.plan];
    let known = akam_workbook::responses::Known::new(&plans);
    let collected = akam_workbook::responses::collect(&read, &known);
    assert_eq!(
        collected.status,
        akam_workbook::responses::Status::Flattened
    );
    let told = &collected.diagnostics[0];
    assert!(
        told.message.contains("in the copy for the pen"),
        "{}",
        told.message
    );
    assert_eq!(file.pages().len(), pages);
}
