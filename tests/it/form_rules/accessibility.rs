//! What PDF/UA-1 asks of a form, and what veraPDF does not check.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::each;
use super::written::Written;

#[test]
fn the_catalog_says_that_the_file_is_tagged_in_which_language_and_with_which_title() {
    each(|file| {
        let catalog = file.catalog();
        assert_eq!(
            file.get(&catalog["/MarkInfo"]),
            &json!({"/Marked": true}),
            "{}",
            file.name
        );
        assert_eq!(catalog["/Lang"], "u:en-GB", "{}", file.name);
        assert_eq!(
            catalog["/ViewerPreferences"]["/DisplayDocTitle"], true,
            "{}",
            file.name
        );
        assert_eq!(catalog["/PageMode"], "/UseOutlines", "{}", file.name);
    });
}

#[test]
fn metadata_says_the_same_twice_and_can_be_read_without_a_decompressor() {
    each(|file| {
        let metadata = file.get(&file.catalog()["/Metadata"]);
        assert_eq!(metadata["dict"]["/Filter"], Value::Null, "{}", file.name);
        assert!(
            file.bytes
                .windows(28)
                .any(|window| window == b"<pdfuaid:part>1</pdfuaid:par"),
            "{}",
            file.name
        );
        let xmp = metadata["data"].as_str().unwrap();
        let info = file.get(&file.objects["trailer"]["/Info"]);
        let title = info["/Title"].as_str().unwrap().strip_prefix("u:").unwrap();
        let escaped = title
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        assert!(
            xmp.contains(&format!(
                "<rdf:li xml:lang=\"x-default\">{escaped}</rdf:li>"
            )),
            "{}: {title}",
            file.name
        );
        let date = info["/CreationDate"]
            .as_str()
            .unwrap()
            .strip_prefix("u:D:")
            .unwrap();
        let (year, month, day) = (date.get(..4), date.get(4..6), date.get(6..8));
        let day = [year, month, day].map(Option::unwrap).join("-") + "T00:00:00Z";
        assert!(
            xmp.contains(&format!("<xmp:CreateDate>{day}</xmp:CreateDate>")),
            "{}: {day}",
            file.name
        );
        assert_eq!(info["/CreationDate"], info["/ModDate"], "{}", file.name);
        let ids = file.objects["trailer"]["/ID"].as_array().unwrap();
        assert_eq!(ids[0], ids[1]);
        assert_ne!(ids[0], format!("b:{}", "0".repeat(32)), "{}", file.name);
    });
}

#[test]
fn every_page_is_read_in_the_order_of_the_structure() {
    each(|file| {
        for (index, page) in file.pages().into_iter().enumerate() {
            assert_eq!(page["/StructParents"], index, "{}", file.name);
            assert_eq!(page["/Tabs"], "/S", "{}", file.name);
        }
    });
}

/// Every structure element with its object number, parents before kids, in reading order.
fn elements(file: &Written) -> Vec<(&str, &Value)> {
    fn walk<'a>(file: &'a Written, kid: &'a Value, found: &mut Vec<(&'a str, &'a Value)>) {
        if let Some(kids) = kid.as_array() {
            kids.iter().for_each(|kid| walk(file, kid, found));
        } else if let Some(id) = kid.as_str() {
            let element = file.get(kid);
            found.push((id, element));
            walk(file, &element["/K"], found);
        }
    }
    let root = file.get(&file.catalog()["/StructTreeRoot"]);
    let mut found = Vec::new();
    walk(file, &root["/K"], &mut found);
    assert!(found.len() > 10, "{}: {} elements", file.name, found.len());
    found
}

/// The kids of an element, one or many.
fn kids(element: &Value) -> Vec<&Value> {
    match &element["/K"] {
        Value::Array(kids) => kids.iter().collect(),
        Value::Null => Vec::new(),
        kid => vec![kid],
    }
}

#[test]
fn every_annotation_and_every_tagged_content_leads_back_to_its_element() {
    each(|file| {
        let root = file.get(&file.catalog()["/StructTreeRoot"]);
        let numbers = file.get(&root["/ParentTree"])["/Nums"].as_array().unwrap();
        let owner = |key: &Value| {
            let pair = numbers.chunks(2).find(|pair| &pair[0] == key);
            pair.map(|pair| &pair[1])
                .unwrap_or_else(|| panic!("{}: no owner of {key}", file.name))
        };
        let keys: Vec<u64> = numbers
            .chunks(2)
            .map(|pair| pair[0].as_u64().unwrap())
            .collect();
        assert!(keys.is_sorted_by(|a, b| a < b), "{}", file.name);
        let mut seen = 0;
        for (id, element) in elements(file) {
            for kid in kids(element) {
                if kid["/Type"] == "/OBJR" {
                    let annotation = file.get(&kid["/Obj"]);
                    assert_eq!(owner(&annotation["/StructParent"]), id, "{}", file.name);
                    seen += 1;
                } else if let Some(number) = kid.as_u64() {
                    let page = file.get(&element["/Pg"]);
                    let owners = file.get(owner(&page["/StructParents"])).as_array().unwrap();
                    assert_eq!(
                        owners[usize::try_from(number).unwrap()],
                        *id,
                        "{}",
                        file.name
                    );
                    seen += 1;
                }
            }
        }
        let owned: usize = numbers
            .chunks(2)
            .map(|pair| file.get(&pair[1]).as_array().map_or(1, Vec::len))
            .sum();
        assert_eq!(seen, owned, "{}", file.name);
    });
}

#[test]
fn every_field_has_a_spoken_name_and_a_form_element_after_its_label() {
    each(|file| {
        let elements = elements(file);
        let mut forms = 0;
        for (index, (_, element)) in elements.iter().enumerate() {
            if element["/S"] != "/Form" {
                continue;
            }
            forms += 1;
            let kids = kids(element);
            assert_eq!(kids.len(), 1, "{}", file.name);
            let widget = file.get(&kids[0]["/Obj"]);
            assert_eq!(widget["/Subtype"], "/Widget", "{}", file.name);
            let spoken = widget["/TU"].as_str().unwrap();
            assert!(spoken.chars().count() > 5, "{spoken}");
            let before = elements[..index]
                .iter()
                .rev()
                .find(|(_, before)| before["/S"] != "/Form")
                .unwrap()
                .1;
            let kinds =
                ["/P", "/Lbl", "/LBody", "/TD", "/TH", "/LI", "/TR", "/Span"].map(Value::from);
            assert!(
                kinds.contains(&before["/S"]),
                "{}: {} before {spoken}",
                file.name,
                before["/S"]
            );
        }
        assert_eq!(forms, file.field_count, "{}", file.name);
    });
}

#[test]
fn annotations_stand_in_reading_order() {
    each(|file| {
        let mut read = Vec::new();
        for (_, element) in elements(file) {
            for kid in kids(element) {
                if kid["/Type"] == "/OBJR" {
                    read.push((kid["/Pg"].clone(), kid["/Obj"].clone()));
                }
            }
        }
        let ids = file.get(&file.catalog()["/Pages"])["/Kids"]
            .as_array()
            .unwrap();
        let mut count = 0;
        for (id, page) in ids.iter().zip(file.pages()) {
            let on_page: Vec<&Value> = read
                .iter()
                .filter(|(page, _)| page == id)
                .map(|(_, annotation)| annotation)
                .collect();
            let listed: Vec<&Value> = page["/Annots"]
                .as_array()
                .map_or(Vec::new(), |list| list.iter().collect());
            assert_eq!(on_page, listed, "{}", file.name);
            count += listed.len();
        }
        assert!(count >= file.field_count, "{}", file.name);
    });
}

#[test]
fn links_belong_to_link_elements_and_say_where_they_lead() {
    each(|file| {
        let links = file
            .pages()
            .into_iter()
            .flat_map(|page| file.annotations(page));
        for link in links.filter(|annotation| annotation["/Subtype"] == "/Link") {
            assert!(link["/Contents"].as_str().unwrap().len() > 2, "{link}");
            assert_eq!(link["/Border"], json!([0, 0, 0]), "{link}");
            if let Some(address) = link["/A"]["/URI"].as_str() {
                assert!(
                    address.starts_with("u:https://") || address.starts_with("u:mailto:"),
                    "{address}"
                );
                assert!(
                    address.bytes().all(|byte| byte.is_ascii_graphic()),
                    "{address}"
                );
            } else {
                let page = file.get(&link["/Dest"][0]);
                assert_eq!(page["/Type"], "/Page", "{link}");
            }
        }
        for (_, element) in elements(file) {
            let has_link = |kid: &&Value| file.get(&kid["/Obj"])["/Subtype"] == "/Link";
            let count = kids(element).into_iter().filter(has_link).count();
            assert_eq!(
                count > 0,
                element["/S"] == "/Link",
                "{}: {element}",
                file.name
            );
        }
    });
}

#[test]
fn headings_begin_with_one_and_skip_no_level() {
    each(|file| {
        let mut last = 0;
        for (_, element) in elements(file) {
            let Some(level) = element["/S"].as_str().unwrap().strip_prefix("/H") else {
                continue;
            };
            let level: u32 = level.parse().unwrap();
            assert!(level <= last + 1, "{}: H{level} after H{last}", file.name);
            assert!(last > 0 || level == 1, "{}", file.name);
            last = level;
        }
        assert!(last > 0, "{}", file.name);
    });
}

#[test]
fn lists_say_how_they_are_numbered_and_heads_of_tables_what_they_head() {
    each(|file| {
        for (_, element) in elements(file) {
            let has_label = |item: &Value| {
                kids(file.get(item))
                    .iter()
                    .any(|kid| file.get(kid)["/S"] == "/Lbl")
            };
            if element["/S"] == "/L" && kids(element).into_iter().any(has_label) {
                assert_ne!(
                    element["/A"]["/ListNumbering"],
                    Value::Null,
                    "{}",
                    file.name
                );
            }
            if element["/S"] == "/TH" {
                assert_ne!(element["/A"]["/Scope"], Value::Null, "{}", file.name);
            }
        }
    });
}

#[test]
fn only_standard_roles_are_used() {
    const STANDARD: [&str; 21] = [
        "/Document",
        "/Sect",
        "/H1",
        "/H2",
        "/H3",
        "/H4",
        "/H5",
        "/H6",
        "/P",
        "/L",
        "/LI",
        "/Lbl",
        "/LBody",
        "/Table",
        "/TR",
        "/TH",
        "/TD",
        "/Span",
        "/Link",
        "/Figure",
        "/Form",
    ];
    each(|file| {
        let used: BTreeSet<&str> = elements(file)
            .into_iter()
            .map(|(_, element)| element["/S"].as_str().unwrap())
            .collect();
        assert!(
            used.iter().all(|role| STANDARD.contains(role)),
            "{}: {used:?}",
            file.name
        );
    });
}

#[test]
fn everything_painted_is_tagged_or_an_artefact() {
    each(|file| {
        for page in file.pages() {
            let content = file.get(&page["/Contents"])["data"].as_str().unwrap();
            let mut depth = 0;
            let mut painted = 0;
            for line in content.lines() {
                let operator = line.rsplit(' ').next().unwrap();
                match operator {
                    "BDC" | "BMC" => depth += 1,
                    "EMC" => depth -= 1,
                    "TJ" | "Tj" | "S" | "f" | "B" | "Do" | "f*" | "s" => {
                        painted += 1;
                        assert_eq!(depth, 1, "{}: {line}", file.name);
                    }
                    _ => {}
                }
            }
            assert_eq!(depth, 0, "{}", file.name);
            assert!(painted > 1, "{}: {painted} things painted", file.name);
        }
    });
}

#[test]
fn bookmarks_stand_in_the_order_of_the_pages_and_down_each() {
    fn walk(file: &Written, parent: &Value, places: &mut Vec<(usize, f64)>) {
        let pages = file.get(&file.catalog()["/Pages"])["/Kids"].as_array();
        let mut at = &parent["/First"];
        while !at.is_null() {
            let item = file.get(at);
            let leads_to = |page: &&Value| **page == item["/Dest"][0];
            let page = pages.unwrap().iter().position(|page| leads_to(&page));
            // Heights count upward.
            places.push((page.unwrap(), -item["/Dest"][3].as_f64().unwrap()));
            walk(file, item, places);
            at = &item["/Next"];
        }
    }
    each(|file| {
        let mut places = Vec::new();
        walk(file, file.get(&file.catalog()["/Outlines"]), &mut places);
        assert!(places.len() >= 4, "{}: {places:?}", file.name);
        assert!(places.is_sorted(), "{}: {places:?}", file.name);
    });
}

#[test]
fn bookmarks_are_a_tree_whose_links_agree() {
    fn walk(file: &Written, parent: &Value, titles: &mut Vec<(usize, String)>, depth: usize) {
        let mut before = Value::Null;
        let mut at = &parent["/First"];
        while !at.is_null() {
            let item = file.get(at);
            assert_eq!(item["/Prev"], before, "{}", file.name);
            assert_eq!(
                file.get(&item["/Dest"][0])["/Type"],
                "/Page",
                "{}",
                file.name
            );
            titles.push((
                depth,
                item["/Title"]
                    .as_str()
                    .unwrap()
                    .trim_start_matches("u:")
                    .to_owned(),
            ));
            walk(file, item, titles, depth + 1);
            before = at.clone();
            at = &item["/Next"];
        }
        assert_eq!(parent["/Last"], before, "{}", file.name);
    }
    each(|file| {
        let mut titles = Vec::new();
        let outlines = file.get(&file.catalog()["/Outlines"]);
        walk(file, outlines, &mut titles, 1);
        assert!(titles.len() >= 4, "{titles:?}");
        assert!(titles.iter().any(|(depth, _)| *depth == 2), "{titles:?}");
        let seen = titles.iter().filter(|(depth, _)| *depth < 3).count();
        assert_eq!(outlines["/Count"], seen, "{titles:?}");
    });
}
