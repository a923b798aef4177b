//! The words that a workbook brings along: how to use it, the rules in brief, and a programme's own words for its things.
//!
//! In: specifications as JSON. Out: nothing. Never: looks at a page.

use std::collections::BTreeSet;

use akam_workbook::plan::Plan;
use akam_workbook::plan::block::Section;
use serde_json::{Value, json};

use crate::plans::{VALID, load, plan_without_findings, section, small, words, workbook_4};

#[test]
fn the_guide_explains_what_the_form_has_and_nothing_else() {
    let headings = |plan: &Plan| {
        let prose = plan
            .sections
            .iter()
            .rev()
            .find_map(|section| match section {
                Section::Prose(prose) => Some(prose),
                _ => None,
            });
        let sections = &prose.unwrap().sections;
        let headings = sections.iter().map(|one| (one.number, one.heading.clone()));
        headings.collect::<Vec<_>>()
    };
    let steps = |plan: &Plan| {
        let steps = headings(plan)
            .into_iter()
            .filter(|(number, _)| number.is_some());
        steps.map(|(_, heading)| heading).collect::<Vec<_>>()
    };
    let always = [
        "Press Tab, then save",
        "Look at what you saved",
        "Send the file as it is",
    ];
    let with = |first: &[&'static str]| [first, &always].concat();
    assert_eq!(
        steps(&workbook_4()),
        with(&[
            "Begin with one competency",
            "List your evidence",
            "Answer row by row",
            "Write as much as you need",
            "Ask for the sign-off",
        ])
    );
    let spec = small("health-check");
    let plan = plan_without_findings("health-check", &spec, &spec.forms[0]);
    assert_eq!(
        steps(&plan),
        with(&["Answer row by row", "Write as much as you need"])
    );
    let spec = small("unit");
    let plan = plan_without_findings("unit", &spec, &spec.forms[0]);
    assert_eq!(headings(&plan)[0], (None, "Before you begin".to_owned()));
    assert_eq!(headings(&plan).last().unwrap().1, "Your privacy");
}

#[test]
fn the_guide_tells_how_answers_are_lost_and_kept() {
    let plan = workbook_4();
    let Section::Prose(guide) = section(&plan, 2) else {
        panic!("no guide");
    };
    let all: String = guide.sections.iter().map(words).collect();
    for said in [
        "press the Tab key",
        "save with your changes",
        "Chrome, Edge",
        "Preview (Mac)",
        "Print to PDF",
        "JavaScript",
        "a guide, never a limit",
        "sends nothing",
        "Print on both sides",
        "your line manager or other senior manager",
    ] {
        assert!(all.contains(said), "{said}");
    }
    assert!(!all.contains('{'), "a word was not filled in: {all}");
}

#[test]
fn the_rules_are_told_in_brief_after_the_programmes_own_words() {
    let plan = workbook_4();
    let Section::Prose(about) = section(&plan, 1) else {
        panic!("no page about the programme");
    };
    assert_eq!(about.title, "Diploma in Key Account Management");
    assert_eq!(about.sections.len(), 7);
    let last = about.sections.last().unwrap();
    assert_eq!(last.heading, "The rules in brief");
    let said = words(last);
    for rule in [
        "at least 12",
        "to AKAM",
        "About 500",
        "1,500 to 2,000",
        "Given by your line manager",
    ] {
        assert!(said.contains(rule), "{rule} in {said}");
    }
}

/// Every text in a plan.
fn texts(plan: &Plan) -> BTreeSet<String> {
    let all = format!("{:?} {:?} {:?}", plan.document, plan.sections, plan.fields);
    let texts = all.split('"').skip(1).step_by(2);
    texts.map(str::to_owned).collect()
}

/// A word in small letters, without the signs around it.
fn bare(word: &str) -> String {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    word.to_lowercase()
}

#[test]
fn a_polish_workbook_says_nothing_in_english() {
    let (_, source) = VALID[3];
    let source = str::from_utf8(source).unwrap();
    let own_words = source.to_lowercase();
    let polish = load("polish", source.as_bytes());
    let english = source.replace("\"language\": \"pl\"", "\"language\": \"en\"");
    let english = load("polish as English", english.as_bytes());
    for (form, in_english) in polish.forms.iter().zip(&english.forms) {
        let said = texts(&plan_without_findings("polish", &polish, form));
        let in_english = texts(&plan_without_findings("as English", &english, in_english));
        let shared: Vec<&String> = said.intersection(&in_english).collect();
        assert!(
            said.len() > 100 && shared.len() > 20,
            "{} {}",
            said.len(),
            shared.len()
        );
        for text in shared {
            let is_own = text
                .split_whitespace()
                .all(|word| own_words.contains(bare(word).as_str()));
            let is_same_in_both = matches!(
                text.as_str(),
                "Chrome, Edge" | "identity" | "what" | "shows" | "share"
            );
            let is_reference = text.starts_with('E') && text.len() < 4;
            let is_made_of_ids = text.contains("-2026");
            assert!(
                is_own || is_same_in_both || is_reference || is_made_of_ids,
                "{text}"
            );
        }
    }
}

/// A small specification, changed.
fn changed(name: &str, change: impl FnOnce(&mut Value)) -> Plan {
    let (_, source) = VALID.into_iter().find(|(one, _)| *one == name).unwrap();
    let mut file: Value = serde_json::from_slice(source).unwrap();
    // Of the pages of prose the program's own words are left.
    file["programme"]["guidance"] = json!([]);
    change(&mut file);
    let spec = load(name, file.to_string().as_bytes());
    plan_without_findings(name, &spec, &spec.forms[0])
}

/// All that the guide and the pages before it say.
fn told(plan: &Plan) -> String {
    let prose = plan.sections.iter().filter_map(|section| match section {
        Section::Prose(prose) => Some(prose),
        _ => None,
    });
    let sections = prose.flat_map(|prose| &prose.sections);
    let all = sections.map(|section| format!("{} {}", section.heading, words(section)));
    all.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_guide_says_where_the_evidence_register_stands() {
    let plan = changed("unit", |_| {});
    assert!(told(&plan).contains("stands at the start of each unit."));
    let plan = changed("unit", |file| {
        file["workbooks"][0]["asks"]["unit"][0]["place"] = json!("after");
    });
    assert!(told(&plan).contains("stands at the end of each unit."));
    let plan = changed("unit", |file| {
        let asks = &mut file["workbooks"][0]["asks"];
        let register = asks["unit"].as_array_mut().unwrap().remove(0);
        asks["workbook"].as_array_mut().unwrap().push(register);
    });
    let all = told(&plan);
    assert!(
        all.contains("One table for your evidence serves the whole workbook."),
        "{all}"
    );
}

#[test]
fn guidance_on_evidence_stands_with_the_register_wherever_that_is_asked() {
    for place in ["before", "after"] {
        let plan = changed("older-edition", |file| {
            file["workbooks"][0]["asks"]["competency"][0]["place"] = json!(place);
        });
        let shown = format!("{:?}", plan.sections);
        let registers: Vec<&str> = shown.split("Register(Register {").skip(1).collect();
        assert_eq!(registers.len(), 2, "{place}");
        // The second competency of the specification has no guidance.
        let with_guidance = registers
            .iter()
            .filter(|shown| shown.contains("guidance: [ProseSection"));
        assert_eq!(with_guidance.count(), 1, "{place}");
    }
}

#[test]
fn a_programme_is_told_in_its_own_words() {
    let plan = changed("made-up", |_| {});
    let all = told(&plan);
    assert!(
        all.contains("Give a short answer for each of the habits."),
        "{all}"
    );
    for usual in ["area", "competenc", "indicator", "candidate"] {
        assert!(!all.to_lowercase().contains(usual), "{usual}: {all}");
    }
    let Section::Cover(cover) = section(&plan, 0) else {
        panic!("no cover");
    };
    assert_eq!(cover.heading, "Keeper");
    let boxes: Vec<&str> = plan
        .fields
        .iter()
        .map(|field| field.tooltip.as_str())
        .collect();
    assert!(
        boxes.contains(
            &"N-a, Lamp and lens, habit 2 of 2: Cleans the lens from the middle outwards. How often"
        ),
        "{boxes:?}"
    );
}
