//! The themes of assets/themes: that each can be chosen, and that its colours can be read.
//!
//! In: the files. Out: nothing. Never: lays anything out: that what is printed is what a theme says is seen in pictures (`golden.rs`).

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use crate::commands::document;
use crate::readers::repository;

/// Each theme by the name of its file, with what it takes from the one that it is like.
fn themes() -> BTreeMap<String, Value> {
    let mut themes = written();
    let all = themes.clone();
    for theme in themes.values_mut() {
        let Some(like) = theme.get("like") else {
            continue;
        };
        let mut whole = all[like.as_str().unwrap()].clone();
        for (key, value) in theme.as_object().unwrap() {
            match (whole.get_mut(key).and_then(Value::as_object_mut), value) {
                (Some(part), Value::Object(changed)) => part.extend(changed.clone()),
                _ => whole[key] = value.clone(),
            }
        }
        *theme = whole;
    }
    themes
}

/// Each theme as it is written.
fn written() -> BTreeMap<String, Value> {
    let folder = repository().join("assets/themes");
    let themes = std::fs::read_dir(folder).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        let theme = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        (
            path.file_stem().unwrap().to_str().unwrap().to_owned(),
            theme,
        )
    });
    themes.collect()
}

/// Red, green and blue of a colour as it is written.
fn color(text: &Value) -> [u8; 3] {
    let digits = text.as_str().unwrap().strip_prefix('#').unwrap();
    let [_, parts @ ..] = u32::from_str_radix(digits, 16).unwrap().to_be_bytes();
    parts
}

/// Contrast of two colours (WCAG 2.2, "contrast ratio").
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let luminance = |color: [u8; 3]| {
        let [red, green, blue] = color.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_theme_can_be_chosen_and_no_other() {
    let schema: Value = serde_json::from_str(&document("docs/schema/spec.schema.json")).unwrap();
    let base = schema["$defs"]["Base"]["oneOf"].as_array().unwrap();
    let name = |one: &Value| one["const"].as_str().unwrap().to_lowercase();
    let mut named: Vec<String> = base.iter().map(name).collect();
    named.sort();
    let files: Vec<String> = themes().keys().map(|name| name.replace('-', "")).collect();
    assert_eq!(files, named);
}

#[test]
fn what_is_read_stands_out_from_what_it_stands_on() {
    let mut count = 0;
    for (name, theme) in themes() {
        count += 1;
        let colors = &theme["colors"];
        let scale = theme["scale"].as_f64().unwrap();
        let answers = &theme["answers"];
        let letterings = theme["text"].as_object().unwrap().iter();
        let typed = [
            ("color", &answers["color"]),
            ("placeholder", &answers["placeholder"]),
        ];
        let used = letterings
            .map(|(role, style)| (role.as_str(), &style["color"]))
            .chain(typed);
        for (role, color) in used {
            let color = color.as_str().unwrap();
            let is_read = ["ink", "label", "muted", "accent"].contains(&color);
            assert!(is_read, "{name}: {role} is set in {color}");
        }
        for (role, style) in theme["text"].as_object().unwrap() {
            let size = style["size"].as_f64().unwrap() * scale;
            assert!(size >= 8.0, "{name}: {role} is {size} points");
        }
        let grounds = [[255; 3], color(&colors["ground"])];
        let at_least = [
            ("ink", 7.0),
            ("label", 7.0),
            ("muted", 4.5),
            ("accent", 4.5),
            ("border", 4.5),
        ];
        for (role, least) in at_least {
            for ground in grounds {
                let found = contrast(color(&colors[role]), ground);
                assert!(found >= least, "{name}: {role} on {ground:?}: {found:.2}");
            }
        }
    }
    assert_eq!(count, 2);
}

#[test]
fn a_forms_accent_is_checked_against_the_ground_that_the_themes_have() {
    let ground = color(&themes()["house"]["colors"]["ground"]);
    for (name, theme) in themes() {
        let other = color(&theme["colors"]["ground"]);
        assert_eq!(other, ground, "{name}: `check` knows one ground for all");
    }
    // The greys around the least contrast on the ground: the lightest that may be an accent, and the darkest that may not.
    let lightest = (0..=255)
        .rev()
        .find(|grey| contrast([*grey; 3], ground) >= 4.5)
        .unwrap();
    assert!(
        contrast([lightest + 1; 3], [255; 3]) >= 4.5,
        "white would allow it"
    );
    let spec = document("spec/sample-unit.json");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("spec.json");
    for (grey, expected) in [(lightest, 0), (lightest + 1, 2)] {
        let accent =
            format!("\"base\": \"house\", \"accent\": \"#{grey:02X}{grey:02X}{grey:02X}\"");
        let changed = spec.replacen("\"base\": \"house\"", &accent, 1);
        assert_ne!(changed, spec);
        std::fs::write(&path, changed).unwrap();
        let program = env!("CARGO_BIN_EXE_akam-workbook");
        let checked = Command::new(program)
            .arg("check")
            .arg(&path)
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&checked.stderr);
        assert_eq!(checked.status.code(), Some(expected), "{grey:02X}: {told}");
    }
}
