//! The themes of assets/themes as functions of `layout::theme`.
//!
//! In: a JSON file for each theme. Out: `themes.rs`, a function for each that the compiler holds against the types there, so that a theme in which a
//! key is missing, unknown or of the wrong kind is not built.
//! Never: knows which keys there are.

#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads files, the environment, and writes what it makes"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

const THEMES: &str = "assets/themes";
/// The type of each part of a theme; `layout::theme` has it.
const PARTS: [(&str, &str); 9] = [
    ("colors", "Colors"),
    ("text", "Text"),
    ("answers", "Answers"),
    ("rules", "Rules"),
    ("boxes", "Boxes"),
    ("rows", "Rows"),
    ("spacing", "Spacing"),
    ("cover", "Cover"),
    ("papers", "Papers"),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={THEMES}");
    let themes = files()?;
    let mut code = String::new();
    for (name, theme) in &themes {
        let theme = resolved(name, theme, &themes)?;
        function(&mut code, name, &theme)
            .map_err(|error| format!("{THEMES}/{name}.json: {error}"))?;
    }
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    std::fs::write(out.join("themes.rs"), code)?;
    Ok(())
}

fn files() -> Result<BTreeMap<String, Map<String, Value>>, Box<dyn Error>> {
    let mut themes = BTreeMap::new();
    for entry in std::fs::read_dir(THEMES)? {
        let path = entry?.path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let name = path.file_stem().and_then(|stem| stem.to_str());
        let name = name.ok_or("a theme's name is not text")?.to_owned();
        let theme = serde_json::from_str(&std::fs::read_to_string(&path)?);
        themes.insert(name, theme.map_err(|error| at(&path, &error))?);
    }
    Ok(themes)
}

fn at(path: &Path, error: &dyn Error) -> String {
    format!("{}: {error}", path.display())
}

/// A theme with what it takes from the one that it is like.
fn resolved(
    name: &str,
    theme: &Map<String, Value>,
    themes: &BTreeMap<String, Map<String, Value>>,
) -> Result<Map<String, Value>, String> {
    let mut theme = theme.clone();
    let Some(like) = theme.remove("like") else {
        return Ok(theme);
    };
    let other = like.as_str().filter(|other| *other != name);
    let other = other.and_then(|other| themes.get(other));
    let mut whole = other
        .filter(|other| !other.contains_key("like"))
        .ok_or(format!("{THEMES}/{name}.json: like {like}: no whole theme"))?
        .clone();
    for (key, value) in theme {
        match (whole.get_mut(&key), value) {
            (Some(Value::Object(part)), Value::Object(changed)) => part.extend(changed),
            (_, value) => {
                whole.insert(key, value);
            }
        }
    }
    Ok(whole)
}

fn function(code: &mut String, name: &str, theme: &Map<String, Value>) -> Result<(), String> {
    let name = snake(name);
    code.push_str(&format!(
        "fn {name}(paper: Paper, accent: Option<Color>) -> Theme {{\n"
    ));
    for (key, kind) in PARTS {
        let part = theme.get(key).ok_or(format!("no {key}"))?;
        let part = expression(part, kind).map_err(|error| format!("{key}{error}"))?;
        code.push_str(&format!("    let {key} = {part};\n"));
        if key == "colors" {
            code.push_str(
                "    let colors = Colors { accent: accent.unwrap_or(colors.accent), ..colors };\n",
            );
        }
    }
    let unknown = theme
        .keys()
        .find(|key| *key != "scale" && PARTS.iter().all(|(part, _)| part != key));
    if let Some(unknown) = unknown {
        return Err(format!("unknown: {unknown}"));
    }
    let scale = theme.get("scale").and_then(Value::as_f64);
    let scale = scale.ok_or("no scale")?;
    // The paper that a form chose is its frame.
    let parts = PARTS.iter().map(|(key, _)| *key);
    let parts: Vec<&str> = parts.filter(|key| *key != "papers").collect();
    code.push_str(&format!(
        "    let scale = {scale:?};\n    let frame = Frame::of(papers.sheet(paper), scale, &spacing);\n    \
         Theme {{ frame, scale, {} }}\n}}\n",
        parts.join(", ")
    ));
    Ok(())
}

/// A value as Rust: a number is a length, a text a colour, an object with a face a lettering, any other a part of the theme.
fn expression(value: &Value, kind: &str) -> Result<String, String> {
    match value {
        Value::Number(number) => {
            let number = number.as_f64().ok_or(": not a number")?;
            Ok(format!("Pt({number:?})"))
        }
        Value::String(text) => match text.strip_prefix('#') {
            Some(digits) => {
                let hex = |from: usize| {
                    let pair = digits.get(from..from + 2).filter(|_| digits.len() == 6);
                    pair.and_then(|pair| u8::from_str_radix(pair, 16).ok())
                        .ok_or(format!(": {text} is no colour"))
                };
                Ok(format!("Color([{}, {}, {}])", hex(0)?, hex(2)?, hex(4)?))
            }
            None => Ok(format!("colors.{}", snake(text))),
        },
        Value::Object(entries) => {
            let is_lettering = entries.contains_key("face");
            let kind = if is_lettering { "Style" } else { kind };
            let inner = if kind == "Papers" { "Sheet" } else { "" };
            let mut code = format!("{kind} {{");
            for (key, value) in entries {
                let value = match value {
                    Value::String(face) if key == "face" => Ok(format!("Face::{}", pascal(face))),
                    value => expression(value, inner),
                };
                let value = value.map_err(|error| format!(".{key}{error}"))?;
                code.push_str(&format!(" {}: {value},", snake(key)));
            }
            code.push_str(" }");
            Ok(code)
        }
        Value::Null | Value::Bool(_) | Value::Array(_) => {
            Err(": not a length, colour or part".to_owned())
        }
    }
}

/// `largePrint` and `large-print` as `large_print`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        match letter {
            '-' => snake.push('_'),
            'A'..='Z' => {
                snake.push('_');
                snake.push(letter.to_ascii_lowercase());
            }
            _ => snake.push(letter),
        }
    }
    snake
}

fn pascal(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
