//! No programme is known to the program: its names, titles, codes and wordings stand in `spec/` and nowhere in `src`.
//!
//! In: the specifications and the string literals of the source. Out: nothing; a literal that holds words of a programme fails.
//! Never: looks at comments, at tests, or at the names of the formats.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::readers::repository;

/// Keys whose values are a programme's own words or names.
const WORDS: [&str; 17] = [
    "title",
    "text",
    "label",
    "prompt",
    "term",
    "body",
    "name",
    "shortName",
    "contact",
    "by",
    "waiver",
    "called",
    "one",
    "many",
    "respondent",
    "file",
    "code",
];

fn entries(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(entries(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Values of those keys anywhere in a specification; of a `body` each line.
fn words(value: &Value, key: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| words(value, key, found)),
        Value::Array(list) => list.iter().for_each(|value| words(value, key, found)),
        Value::String(text) if WORDS.contains(&key) => {
            found.insert(text.clone());
        }
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
    }
}

/// What must not stand in the source, and whether it does only as a whole word.
fn of_programmes() -> BTreeMap<String, bool> {
    let mut found = BTreeSet::new();
    let mut names = BTreeSet::new();
    let files = entries(&repository().join("spec"), "json");
    assert!(files.len() >= 4, "{files:?}");
    for file in files {
        let spec: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        words(&spec, "", &mut found);
        let publisher = &spec["programme"]["publisher"];
        names.extend(
            [
                publisher["shortName"].as_str(),
                spec["framework"]["id"].as_str(),
            ]
            .map(|name| name.unwrap().to_owned()),
        );
    }
    // A single word such as "Evidence" belongs to nobody, but a name or a code does: "4.1", "kamd".
    let is_code = |text: &str| text.chars().any(|letter| letter.is_ascii_digit()) && text.len() > 2;
    let several = found
        .iter()
        .filter(|text| text.split_whitespace().count() > 1);
    let codes = found
        .iter()
        .filter(|text| !text.contains(' ') && is_code(text));
    let mut sought: BTreeMap<String, bool> = several.map(|text| (text.clone(), false)).collect();
    sought.extend(names.iter().chain(codes).map(|text| (text.clone(), true)));
    sought
}

/// String literals of a source file, above its tests.
fn literals(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let (before, from) = rest.split_at(at);
        if let Some(comment) = from.strip_prefix("//") {
            rest = comment.split_once('\n').map_or("", |(_, after)| after);
        } else if let Some(letter) = from.strip_prefix('\'') {
            // A letter in quotes; else a lifetime.
            let mut letters = letter.char_indices();
            let end = match letters.next() {
                Some((_, '\\')) => letter.char_indices().skip(2).find(|(_, one)| *one == '\''),
                _ => letters.next().filter(|(_, one)| *one == '\''),
            };
            rest = end.map_or(letter, |(at, _)| letter.split_at(at + 1).1);
        } else if let Some(text) = from.strip_prefix('"') {
            let hashes = before.len() - before.trim_end_matches('#').len();
            let is_raw = before.trim_end_matches('#').ends_with('r');
            let end = if is_raw {
                text.find(&format!("\"{}", "#".repeat(hashes))).unwrap()
            } else {
                end_of_text(text)
            };
            let (literal, after) = text.split_at(end);
            found.push(literal.to_owned());
            rest = after.split_at(1).1;
        } else {
            rest = from.split_at(1).1;
        }
    }
    found
}

fn end_of_text(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices() {
        if letter == '"' && !is_escaped {
            return at;
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    panic!("a literal without an end: {text:.40}");
}

fn holds_word(text: &str, word: &str) -> bool {
    let is_edge =
        |letter: Option<char>| letter.is_none_or(|letter| !letter.is_ascii_alphanumeric());
    text.match_indices(word).any(|(at, found)| {
        let (before, from) = text.split_at(at);
        let after = from.split_at(found.len()).1;
        is_edge(before.chars().next_back()) && is_edge(after.chars().next())
    })
}

#[test]
fn literals_are_found_whatever_stands_around_them() {
    let source = r##"let a = "one"; // "no"
        let b: &'static str = r#"two "2""#; let c = '"'; let d = '\''; let e = "thr\"ee"; let f = 1 / 2;"##;
    assert_eq!(literals(source), ["one", "two \"2\"", "thr\\\"ee"]);
}

#[test]
fn no_programme_is_written_into_the_program() {
    let sought = of_programmes();
    assert!(sought.len() > 250, "only {} words sought", sought.len());
    let mut literal_count = 0;
    let mut found = Vec::new();
    for path in entries(&repository().join("src"), "rs") {
        for literal in literals(&fs::read_to_string(&path).unwrap()) {
            literal_count += 1;
            let bad = sought.iter().find(|(text, is_word)| {
                if **is_word {
                    holds_word(&literal, text)
                } else {
                    literal.contains(text.as_str())
                }
            });
            found.extend(
                bad.map(|(text, _)| format!("{}: {text:?} in {literal:?}", path.display())),
            );
        }
    }
    assert!(literal_count > 1_000, "only {literal_count} literals seen");
    assert!(found.is_empty(), "{}", found.join("\n"));
}
