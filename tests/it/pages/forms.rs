//! Specifications of any size.
//!
//! In: counts and texts. Out: a sound specification with one form. Never: a file.

use akam_workbook::spec::{self, Spec};
use serde_json::{Value, json};

/// What varies.
#[derive(Clone, Debug)]
pub(crate) struct Sizes {
    /// Title of the area, of each competency and of each part.
    pub(crate) titles: [String; 3],
    /// The wordings of the indicators of each part, of one competency after the other.
    pub(crate) competencies: Vec<Vec<Vec<String>>>,
    /// Rows of the evidence register; none for no register.
    pub(crate) register: u16,
    /// Labels of the options.
    pub(crate) options: Vec<String>,
    /// Prompts of what is asked once.
    pub(crate) once: Vec<String>,
    /// Paragraphs of the rationale.
    pub(crate) rationale: Vec<String>,
    /// Kinds of what is asked of an indicator.
    pub(crate) of_indicators: Vec<&'static str>,
    /// Kinds of what is asked of a part.
    pub(crate) of_parts: Vec<&'static str>,
    /// Kinds of what is asked at the end of a competency.
    pub(crate) at_the_end: Vec<&'static str>,
    /// Whether that is a group with a statement.
    pub(crate) is_grouped: bool,
    /// The paper.
    pub(crate) paper: &'static str,
}

/// One part of so many indicators, each of so many lines, asked as the Diploma asks.
pub(crate) fn one_part(count: usize, lines: usize, paper: &'static str) -> Sizes {
    let title = || "A title".to_owned();
    let text = "Builds relations with senior people ".repeat(lines);
    Sizes {
        titles: [title(), title(), title()],
        competencies: vec![vec![vec![text.trim().to_owned(); count]]],
        register: 0,
        options: ["Shown fully", "Not yet"].map(str::to_owned).to_vec(),
        once: Vec::new(),
        rationale: Vec::new(),
        of_indicators: vec!["choice", "evidenceRefs", "text"],
        of_parts: vec!["narrative"],
        at_the_end: Vec::new(),
        is_grouped: false,
        paper,
    }
}

/// A specification of these sizes; its one form covers all of it.
pub(crate) fn spec(sizes: &Sizes) -> Spec {
    let text = source(sizes).to_string();
    let checked = spec::load(text.as_bytes());
    checked
        .value
        .unwrap_or_else(|| panic!("{:?}", checked.diagnostics))
}

fn source(sizes: &Sizes) -> Value {
    let [area, competency, part] = &sizes.titles;
    let mut number = 0;
    let mut id = |letter: char| {
        number += 1;
        format!("{letter}{number:04}")
    };
    let mut competencies = Vec::new();
    for (index, parts) in sizes.competencies.iter().enumerate() {
        let mut nodes = Vec::new();
        for indicators in parts {
            let rows: Vec<Value> = indicators
                .iter()
                .map(|text| json!({ "id": id('i'), "text": text }))
                .collect();
            nodes.push(json!({ "id": id('p'), "title": part, "indicators": rows }));
        }
        competencies.push(json!({
            "id": id('c'), "code": format!("4.{}", index + 1), "title": competency,
            "blocks": blocks(&sizes.rationale), "parts": nodes,
        }));
    }
    let options: Vec<Value> = sizes
        .options
        .iter()
        .enumerate()
        .map(|(index, label)| json!({ "value": format!("o{index}"), "label": label }))
        .collect();
    json!({
        "format": "akam-workbook/1",
        "programme": {
            "title": "Diploma",
            "publisher": { "name": "The Publisher", "shortName": "P" },
            "language": "en-GB",
            "subject": "person",
        },
        "framework": {
            "id": "kamd", "edition": "2026a", "title": "Specification", "published": "2026-11-22",
            "areas": [{ "id": "a0001", "code": "4", "title": area, "competencies": competencies }],
        },
        "scales": [{ "id": "scale", "options": options }],
        "workbooks": [form(sizes)],
    })
}

fn blocks(rationale: &[String]) -> Vec<Value> {
    if rationale.is_empty() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    for text in rationale {
        lines.extend([text.clone(), String::new()]);
    }
    for text in rationale {
        lines.extend([format!("- {text}"), format!("  - {text}")]);
    }
    let sources: Vec<Value> = rationale
        .iter()
        .map(|text| json!({ "body": text }))
        .collect();
    vec![
        json!({ "role": "rationale", "body": lines }),
        json!({ "role": "sources", "items": sources }),
    ]
}

fn form(sizes: &Sizes) -> Value {
    let mut statement = Vec::new();
    for text in sizes.rationale.iter().take(2) {
        statement.extend([text.clone(), String::new()]);
    }
    let mut group = json!({ "id": "group", "title": "Sign-off" });
    if !statement.is_empty() {
        group["body"] = json!(statement);
    }
    let mut of_competencies = asks(&sizes.at_the_end, sizes.is_grouped.then_some("group"));
    if sizes.register > 0 {
        of_competencies.push(json!({
            "slot": "register", "kind": "evidenceRegister", "place": "before",
            "rows": sizes.register, "prompt": "Evidence",
        }));
    }
    let once: Vec<Value> = sizes
        .once
        .iter()
        .enumerate()
        .map(|(index, prompt)| ask(index, "text", prompt, None))
        .collect();
    let mut levels = json!({});
    for (level, asks) in [
        ("workbook", once),
        ("competency", of_competencies),
        ("part", asks(&sizes.of_parts, None)),
        ("indicator", asks(&sizes.of_indicators, None)),
    ] {
        if !asks.is_empty() {
            levels[level] = json!(asks);
        }
    }
    let mut form = json!({
        "id": "w0001", "title": "Workbook", "file": "workbook", "covers": ["a0001"],
        "theme": { "base": "house", "paper": sizes.paper }, "asks": levels,
    });
    if sizes.is_grouped && !sizes.at_the_end.is_empty() {
        form["groups"] = json!([group]);
    }
    form
}

fn asks(kinds: &[&str], group: Option<&str>) -> Vec<Value> {
    let kinds = kinds.iter().enumerate();
    kinds
        .map(|(index, kind)| ask(index, kind, kind, group))
        .collect()
}

fn ask(index: usize, kind: &str, prompt: &str, group: Option<&str>) -> Value {
    let letter = char::from(b'a' + u8::try_from(index).unwrap());
    let mut ask = json!({ "slot": format!("ask_{letter}"), "kind": kind, "prompt": prompt });
    if matches!(kind, "choice" | "rating" | "judgement" | "markingCredit") {
        ask["scale"] = json!("scale");
    }
    if let Some(group) = group {
        ask["group"] = json!(group);
    }
    ask
}
