//! The build rules for forms, each looked at in written files through qpdf's eyes.
//!
//! In: workbooks that `write` makes. Out: nothing; a rule that is broken fails the test that is named after it.

mod accessibility;
mod field_font;
mod prefill;
mod refusals;
mod sections;
mod written;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use written::{Written, all};

/// Runs a check on every written file that qpdf can look at.
fn each(check: impl Fn(&Written)) {
    for written in all() {
        check(written);
    }
}

#[test]
fn qpdf_finds_nothing_to_say_about_a_written_file() {
    each(|file| {
        assert_eq!(
            file.verdict.status, 0,
            "{}: {}",
            file.name, file.verdict.output
        );
        assert!(
            !file.verdict.output.contains("WARNING"),
            "{}: {}",
            file.name,
            file.verdict.output
        );
    });
}

#[test]
fn no_reader_is_asked_to_make_appearances() {
    each(|file| {
        assert_eq!(
            file.form()["/NeedAppearances"],
            Value::Null,
            "{}",
            file.name
        )
    });
}

#[test]
fn every_widget_has_a_normal_appearance_and_neither_border_nor_ground() {
    each(|file| {
        for field in file.fields() {
            let name = field["/T"].to_string();
            let normal = &field["/AP"]["/N"];
            let streams: Vec<&Value> = match normal {
                Value::Object(states) => states.values().collect(),
                _ => vec![normal],
            };
            for stream in streams {
                let stream = file.get(stream);
                assert_eq!(stream["dict"]["/Subtype"], "/Form", "{name}");
                let rect: Vec<f64> = field["/Rect"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|n| n.as_f64().unwrap())
                    .collect();
                let corners: Vec<f64> = stream["dict"]["/BBox"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|n| n.as_f64().unwrap())
                    .collect();
                let is_near = |a: f64, b: f64| (a - b).abs() < 0.002;
                assert!(
                    is_near(corners[2], rect[2] - rect[0])
                        && is_near(corners[3], rect[3] - rect[1]),
                    "{name}"
                );
                let content = stream["data"].as_str().unwrap();
                if ["/Tx", "/Ch"].map(Value::from).contains(&field["/FT"]) {
                    assert_eq!(content.matches("/Tx BMC").count(), 1, "{name}");
                    assert_eq!(content.matches("EMC").count(), 1, "{name}");
                }
            }
            assert_eq!(field["/MK"], Value::Null, "{name}");
            assert_eq!(field["/BS"], json!({"/W": 0}), "{name}");
        }
    });
}

#[test]
fn what_is_typed_has_a_fixed_size_in_the_embedded_font() {
    each(|file| {
        let mut count = 0;
        for field in file.fields() {
            if ["/Btn", "/Sig"].map(Value::from).contains(&field["/FT"]) {
                continue;
            }
            count += 1;
            let appearance = field["/DA"]
                .as_str()
                .unwrap()
                .strip_prefix("u:/WbSans ")
                .unwrap();
            let size: f64 = appearance.split(' ').next().unwrap().parse().unwrap();
            assert!(size > 5.0 || field["/Ff"] == 1, "{}: {size}", field["/T"]);
        }
        assert!(count > 2, "{}: {count} fields", file.name);
        assert!(
            file.form()["/DR"]["/Font"]["/WbSans"].is_string(),
            "{}",
            file.name
        );
        assert_eq!(file.form()["/DA"], "u:/WbSans 10 Tf 0 g", "{}", file.name);
    });
}

#[test]
fn no_field_limits_or_stops_typing() {
    const DO_NOT_SCROLL: u64 = 1 << 23;
    const OTHERS: u64 = (1 << 13) | (1 << 20) | (1 << 24) | (1 << 25);
    each(|file| {
        for field in file.fields() {
            let flags = field["/Ff"].as_u64().unwrap_or(0);
            assert_eq!(field["/MaxLen"], Value::Null, "{}", field["/T"]);
            assert_eq!(flags & (DO_NOT_SCROLL | OTHERS), 0, "{}", field["/T"]);
        }
    });
}

#[test]
fn every_widget_is_printed() {
    each(|file| {
        for field in file.fields() {
            assert_eq!(field["/F"], 4, "{}", field["/T"]);
        }
    });
}

#[test]
fn every_field_is_one_object_with_one_plain_name() {
    each(|file| {
        let mut names = BTreeSet::new();
        let mut widgets = 0;
        for page in file.pages() {
            for annotation in file.annotations(page) {
                if annotation["/Subtype"] == "/Widget" {
                    widgets += 1;
                    assert!(
                        annotation["/T"].is_string() && annotation["/FT"].is_string(),
                        "{annotation}"
                    );
                    assert_eq!(annotation["/Kids"], Value::Null);
                    assert_eq!(annotation["/Parent"], Value::Null);
                }
            }
        }
        for field in file.fields() {
            let name = field["/T"]
                .as_str()
                .unwrap()
                .strip_prefix("u:")
                .unwrap()
                .to_owned();
            let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
            assert!(name.len() <= 60 && name.bytes().all(is_plain), "{name}");
            assert!(names.insert(name.clone()), "{name} is there twice");
        }
        assert_eq!(names.len(), widgets, "{}", file.name);
        assert_eq!(names.len(), file.field_count, "{}", file.name);
    });
}

#[test]
fn choices_are_closed_lists_that_begin_with_choose() {
    const COMBO: u64 = 1 << 17;
    each(|file| {
        let mut count = 0;
        for field in file.fields().iter().filter(|field| field["/FT"] == "/Ch") {
            count += 1;
            assert_eq!(field["/Ff"], COMBO, "{}", field["/T"]);
            let options = file.get(&field["/Opt"]).as_array().unwrap();
            assert_eq!(options[0][0], "u:unset", "{}", field["/T"]);
            for option in options {
                let export = option[0].as_str().unwrap().strip_prefix("u:").unwrap();
                assert!(
                    export.bytes().all(|byte| byte.is_ascii_alphanumeric()),
                    "{export}"
                );
            }
            let values: Vec<&Value> = options.iter().map(|option| &option[0]).collect();
            assert!(
                values.contains(&&field["/V"]),
                "{} stands on no entry",
                field["/T"]
            );
            assert_eq!(field["/V"], field["/DV"], "{}", field["/T"]);
        }
        assert!(count > 0, "{}", file.name);
    });
}

#[test]
fn ticks_are_check_boxes_with_both_states_drawn_without_a_font() {
    each(|file| {
        let mut count = 0;
        for field in file.fields().iter().filter(|field| field["/FT"] == "/Btn") {
            count += 1;
            assert_eq!(field["/Ff"], Value::Null, "{} is no check box", field["/T"]);
            let states = field["/AP"]["/N"].as_object().unwrap();
            let names: Vec<&String> = states.keys().collect();
            assert_eq!(names, ["/Off", "/Yes"], "{}", field["/T"]);
            assert_eq!(field["/AS"], field["/V"], "{}", field["/T"]);
            let on = file.get(&states["/Yes"])["data"].as_str().unwrap();
            assert!(
                on.contains(" l\n") && on.contains("S\n") && !on.contains("Tf"),
                "{on}"
            );
            assert_eq!(file.get(&states["/Off"])["data"], "", "{}", field["/T"]);
        }
        assert!(count > 0, "{}", file.name);
    });
}

#[test]
fn streams_are_compressed_where_it_saves_bytes() {
    each(|file| {
        assert!(
            file.bytes
                .windows(12)
                .filter(|window| window == b"/FlateDecode")
                .count()
                > file.pages().len(),
            "{}",
            file.name
        );
    });
}

#[test]
fn signature_fields_are_unsigned() {
    each(|file| {
        let signatures: Vec<&Value> = file
            .fields()
            .into_iter()
            .filter(|field| field["/FT"] == "/Sig")
            .collect();
        assert!(!signatures.is_empty(), "{}", file.name);
        for field in signatures {
            assert_eq!(field["/V"], Value::Null, "{}", field["/T"]);
        }
        assert_eq!(file.form()["/SigFlags"], Value::Null, "{}", file.name);
    });
}

#[test]
fn a_read_only_field_says_which_workbook_it_is() {
    each(|file| {
        let read_only: Vec<&Value> = file
            .fields()
            .into_iter()
            .filter(|field| field["/Ff"] == 1)
            .collect();
        assert_eq!(read_only.len(), 1, "{}", file.name);
        let identity = read_only[0]["/V"]
            .as_str()
            .unwrap()
            .strip_prefix("u:")
            .unwrap();
        assert!(
            akam_workbook::field_name::IdentityValue::parse(identity).is_some(),
            "{identity}"
        );
        let stream = file.get(&read_only[0]["/AP"]["/N"]);
        assert_eq!(
            stream["data"], "/Tx BMC\nEMC\n",
            "shows nothing over the page mark"
        );
    });
}

#[test]
fn the_same_workbook_has_the_same_bytes_in_one_process() {
    each(|file| assert!(file.bytes == file.again, "{}", file.name));
}

#[test]
fn the_same_workbook_has_the_same_bytes_in_two_processes() {
    let other = std::process::Command::new(env!("CARGO_BIN_EXE_akam-workbook"))
        .args(["generate", "--workbook", "w0001", "--out", "-"])
        .output()
        .unwrap();
    assert!(other.status.success());
    assert!(other.stdout == crate::workbook::area_4().bytes);
}
