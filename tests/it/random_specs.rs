//! Specifications made at random: every shape, language and kind of question, in any combination that the format allows.
//!
//! In: chance. Out: the JSON text of a specification, and how many fields its workbook has. Never: makes one that is wrong.

use std::collections::{BTreeMap, BTreeSet};

use akam_workbook::diagnostic::Severity;
use akam_workbook::field_name::FieldName;
use akam_workbook::layout;
use akam_workbook::pdf::write;
use akam_workbook::plan;
use akam_workbook::plan::field::FieldIndex;
use akam_workbook::spec;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::plans::fields_of;

/// A specification as text, and how many fields its first form has.
#[derive(Clone, Debug)]
pub(crate) struct RandomSpec {
    pub(crate) source: String,
    pub(crate) fields: usize,
}

/// A question: kind, whether it stands before the children, whether it is in the group, its prompt.
type Question = (usize, bool, bool, String);

/// What chance decides.
#[derive(Clone, Debug)]
struct Draw {
    shape: usize,
    language: usize,
    /// Groups: whether announced, and the number of rows in each of its parts.
    groups: Vec<(bool, Vec<usize>)>,
    /// Of the workbook, the area, the group, the part, the row.
    asks: [Vec<Question>; 5],
    register_rows: Option<u16>,
    texts: Vec<String>,
    has_rules: bool,
    covers_area: bool,
}

const KINDS: [&str; 14] = [
    "text",
    "narrative",
    "prescription",
    "date",
    "percent",
    "evidenceRefs",
    "choice",
    "rating",
    "judgement",
    "markingCredit",
    "yesNo",
    "attest",
    "notApplicable",
    "signature",
];

const ROLES: [&str; 11] = [
    "rationale",
    "requirement",
    "theory",
    "evidenceGuidance",
    "sources",
    "synopsis",
    "keyConcepts",
    "examTips",
    "misconceptions",
    "guidance",
    "instructions",
];

/// A text that the built-in faces have letters for, and that no mark-up begins.
fn text() -> impl Strategy<Value = String> {
    "[A-ZŁŻΩЖ][A-Za-ząęłńóśźżßéΩЖ0-9 ,.;:?!{}%&'’„”–]{0,40}[a-z]"
}

fn question() -> impl Strategy<Value = Question> {
    (0..KINDS.len(), any::<bool>(), any::<bool>(), text())
}

fn draw() -> impl Strategy<Value = Draw> {
    let groups = vec((prop::bool::weighted(0.2), vec(1..5_usize, 1..4)), 1..4);
    let asks = prop::array::uniform5(vec(question(), 0..4));
    let register_rows = prop::option::of(1..=99_u16);
    (
        (0..3_usize, 0..4_usize, groups, asks),
        (register_rows, vec(text(), 8), any::<bool>(), any::<bool>()),
    )
        .prop_map(|(first, second)| {
            let (shape, language, groups, asks) = first;
            let (register_rows, texts, has_rules, covers_area) = second;
            Draw {
                shape,
                language,
                groups,
                asks,
                register_rows,
                texts,
                has_rules,
                covers_area,
            }
        })
}

/// Any specification.
pub(crate) fn any_spec() -> impl Strategy<Value = RandomSpec> {
    draw().prop_map(|draw| Maker::new(draw).make())
}

/// Mints ids, and counts fields as it goes.
struct Maker {
    draw: Draw,
    minted: usize,
}

impl Maker {
    fn new(draw: Draw) -> Self {
        Self { draw, minted: 0 }
    }

    fn id(&mut self, letter: char) -> String {
        self.minted += 1;
        format!("{letter}{:04}", self.minted)
    }

    /// Texts come round again, so that titles clash now and then.
    fn text(&self) -> &str {
        &self.draw.texts[self.minted % self.draw.texts.len()]
    }

    fn make(mut self) -> RandomSpec {
        let (list, levels) = [
            (
                "areas",
                ["workbook", "area", "competency", "part", "indicator"],
            ),
            ("units", ["workbook", "", "unit", "", "markingPoint"]),
            ("elements", ["workbook", "", "element", "", "question"]),
        ][self.draw.shape];
        let (nodes, covers) = self.nodes(list);
        let asks = self.asks(levels);
        let fields = self.count_fields();
        let language = ["en-GB", "pl", "de", "el"][self.draw.language];
        let mut framework = json!({
            "id": "random", "edition": "1a", "title": self.text(), "published": "2026-11-22",
        });
        framework[list] = Value::Array(nodes);
        let mut programme = json!({
            "title": self.text(),
            "publisher": { "name": self.text(), "shortName": "R" },
            "language": language,
            "subject": if self.draw.covers_area { "person" } else { "organisation" },
            "guidance": [{ "role": "guidance", "title": "Guidance", "body": ["One", "", "- two", "  - three"] }],
        });
        if self.draw.has_rules {
            programme["rules"] = json!({
                "minimumCompetencies": 1, "trialCompetencyFirst": true,
                "words": { "part": { "about": 500 }, "competency": { "from": 10, "to": 20 } },
                "evidence": { "statesShare": true }, "signOff": { "by": "a manager", "waiver": "ask us" },
            });
        }
        let spec = json!({
            "format": "akam-workbook/1",
            "programme": programme,
            "framework": framework,
            "scales": [{ "id": "scale", "options": [
                { "value": "low", "label": "Low", "score": 0 }, { "value": "high", "label": "High", "score": 1.5 } ] }],
            "workbooks": [{
                "id": "w0001", "title": self.text(), "file": "random", "covers": covers,
                "groups": [{ "id": "group", "title": self.text(), "body": "A *group* of questions." }],
                "asks": asks,
            }],
        });
        RandomSpec {
            source: serde_json::to_string_pretty(&spec).unwrap(),
            fields,
        }
    }

    /// The tree, and what the form covers.
    fn nodes(&mut self, list: &str) -> (Vec<Value>, Vec<String>) {
        let groups: Vec<Value> = (0..self.draw.groups.len())
            .map(|index| self.group(list, index))
            .collect();
        let ids = groups
            .iter()
            .map(|group| group["id"].as_str().unwrap().to_owned());
        let ids: Vec<String> = ids.collect();
        if list != "areas" {
            return (groups, ids);
        }
        let id = self.id('a');
        let area = json!({ "id": id, "code": "1", "title": self.text(), "blocks": self.blocks(), "competencies": groups });
        let covers = if self.draw.covers_area { vec![id] } else { ids };
        (vec![area], covers)
    }

    fn group(&mut self, list: &str, index: usize) -> Value {
        let (is_announced, parts) = self.draw.groups[index].clone();
        let (letter, children) = match list {
            "areas" => ('c', "parts"),
            "units" => ('u', "markingPoints"),
            _ => ('e', "questions"),
        };
        let mut group =
            json!({ "id": self.id(letter), "code": format!("1.{index}"), "title": self.text() });
        if is_announced {
            group["announced"] = json!(true);
            return group;
        }
        group["blocks"] = self.blocks();
        group[children] = match list {
            "areas" => parts.iter().map(|&rows| self.part(rows)).collect(),
            "units" => self.rows('m', parts[0]),
            _ => self.rows('q', parts[0]),
        };
        group
    }

    fn part(&mut self, rows: usize) -> Value {
        json!({ "id": self.id('p'), "title": self.text(), "indicators": self.rows('i', rows) })
    }

    fn rows(&mut self, letter: char, count: usize) -> Value {
        let rows = (0..count).map(|_| json!({ "id": self.id(letter), "text": self.text() }));
        rows.collect()
    }

    fn blocks(&self) -> Value {
        let role = ROLES[self.minted % ROLES.len()];
        json!([{ "role": role, "body": "A text.", "items": [{ "term": "Term", "body": "Its **meaning**." }] }])
    }

    fn asks(&self, levels: [&str; 5]) -> Value {
        let mut asks = Map::new();
        for (level, questions) in levels.iter().zip(&self.draw.asks) {
            let mut list: Vec<Value> = (0..).zip(questions).map(ask).collect();
            if let (Some(rows), "competency" | "unit" | "element") =
                (self.draw.register_rows, *level)
            {
                list.push(json!({ "slot": "register", "kind": "evidenceRegister", "place": "before", "rows": rows, "prompt": "Evidence" }));
            }
            if !(level.is_empty() || list.is_empty()) {
                asks.insert((*level).to_owned(), Value::Array(list));
            }
        }
        Value::Object(asks)
    }

    /// The identity, and for each level as many as nodes times questions.
    fn count_fields(&self) -> usize {
        let present = || {
            self.draw
                .groups
                .iter()
                .filter(|(is_announced, _)| !is_announced)
        };
        let has_parts = self.draw.shape == 0;
        let parts: usize = present().map(|(_, parts)| parts.len()).sum();
        let rows: usize = present()
            .map(|(_, parts)| {
                if has_parts {
                    parts.iter().sum()
                } else {
                    parts[0]
                }
            })
            .sum();
        let areas = usize::from(has_parts && self.draw.covers_area);
        let nodes = [
            1,
            areas,
            present().count(),
            if has_parts { parts } else { 0 },
            rows,
        ];
        let asked = nodes
            .iter()
            .zip(&self.draw.asks)
            .map(|(nodes, asks)| nodes * asks.len());
        let register = present().count() * 3 * usize::from(self.draw.register_rows.unwrap_or(0));
        1 + asked.sum::<usize>() + register
    }
}

fn ask((index, (kind, is_before, is_grouped, prompt)): (usize, &Question)) -> Value {
    let kind = KINDS[*kind];
    let slot = ["first", "second", "third", "fourth"][index];
    let mut ask = json!({ "slot": slot, "kind": kind, "prompt": prompt });
    if *is_before {
        ask["place"] = json!("before");
    }
    if *is_grouped {
        ask["group"] = json!("group");
    }
    if matches!(kind, "choice" | "rating" | "judgement" | "markingCredit") {
        ask["scale"] = json!("scale");
    }
    ask
}

proptest! {
    #![proptest_config(crate::properties(256))]

    #[test]
    fn any_specification_is_planned_with_every_field_once(random in any_spec()) {
        let loaded = spec::load(random.source.as_bytes());
        let errors = loaded.diagnostics.iter().filter(|one| one.severity == Severity::Error);
        let errors: Vec<_> = errors.map(|one| one.code.as_str()).collect();
        if random.fields == 1 && errors == ["S018"] {
            // No question at any level.
            return Ok(());
        }
        prop_assert!(errors.is_empty(), "{:?}", loaded.diagnostics);
        let spec = loaded.value.unwrap();
        let planned = plan::plan(&spec, &spec.forms[0]);
        let codes: Vec<_> = planned.diagnostics.iter().map(|one| one.code.as_str()).collect();
        if random.fields == 1 {
            // Questions, but only of what is announced.
            prop_assert!(planned.value.is_none() && codes.contains(&"P002"), "{:?}", codes);
            return Ok(());
        }
        prop_assert!(planned.value.is_some(), "{:?}", planned.diagnostics);
        let plan = planned.value.unwrap();
        prop_assert_eq!(plan.fields.len(), random.fields);
        let placed: Vec<FieldIndex> = plan.sections.iter().flat_map(fields_of).collect();
        prop_assert_eq!(placed, (0..plan.fields.len()).map(FieldIndex).collect::<Vec<_>>());
        let mut names = BTreeSet::new();
        let mut tooltips = BTreeSet::new();
        for field in &plan.fields {
            let name = field.name.to_string();
            prop_assert_eq!(FieldName::find(&name).map(|found| found.name), Some(field.name.clone()));
            prop_assert!(names.insert(name));
            prop_assert!(tooltips.insert(field.tooltip.as_str()) || codes.contains(&"P005"), "{}", field.tooltip);
        }
    }
}

proptest! {
    #![proptest_config(crate::properties(24))]

    #[test]
    fn any_specification_is_laid_out_and_written_with_every_field_on_one_page(random in any_spec()) {
        let Some(spec) = spec::load(random.source.as_bytes()).value else {
            return Ok(());
        };
        let Some(plan) = plan::plan(&spec, &spec.forms[0]).value else {
            return Ok(());
        };
        let laid_out = layout::lay_out(&plan, None);
        let errors = laid_out.diagnostics.iter().filter(|one| one.severity == Severity::Error);
        prop_assert_eq!(errors.count(), 0, "{:?}", laid_out.diagnostics);
        let layout = laid_out.value.unwrap();
        let fields = layout.pages.iter().flat_map(|page| page.fields.iter().map(|placed| placed.field));
        let mut fields: Vec<FieldIndex> = fields.collect();
        fields.sort_unstable();
        prop_assert_eq!(fields, (0..plan.fields.len()).map(FieldIndex).collect::<Vec<_>>());
        let written = write::write(&plan, &layout, None, &BTreeMap::new());
        prop_assert!(written.is_ok(), "{:?}", written);
    }
}
