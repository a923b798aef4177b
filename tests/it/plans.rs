//! What a form prints and asks: the built-in one, five small ones of every shape, and random ones.
//!
//! In: specifications as JSON. Out: nothing. Never: looks at a page.

use std::collections::BTreeSet;

use akam_workbook::field_name::{FieldName, IdentityValue};
use akam_workbook::ids::{Level, NodeKind};
use akam_workbook::plan::block::{
    AskBlock, Contents, Markup, MarkupBlock, Opener, ProseSection, Recalled, Section, SectionIndex,
    Target,
};
use akam_workbook::plan::field::{FieldIndex, Input, Options};
use akam_workbook::plan::{self, Plan};
use akam_workbook::spec::model::Form;
use akam_workbook::spec::{self, Spec};

/// The small specifications, by name.
pub(crate) const VALID: [(&str, &[u8]); 11] = [
    (
        "older-edition",
        include_bytes!("../specs/valid/older-edition.json"),
    ),
    ("unit", include_bytes!("../specs/valid/unit.json")),
    (
        "health-check",
        include_bytes!("../specs/valid/health-check.json"),
    ),
    ("polish", include_bytes!("../specs/valid/polish.json")),
    ("marked", include_bytes!("../specs/valid/marked.json")),
    ("small", include_bytes!("../specs/valid/small.json")),
    ("made-up", include_bytes!("../specs/valid/made-up.json")),
    (
        "every-kind-areas",
        include_bytes!("../specs/valid/every-kind-areas.json"),
    ),
    (
        "every-kind-units",
        include_bytes!("../specs/valid/every-kind-units.json"),
    ),
    (
        "every-kind-elements",
        include_bytes!("../specs/valid/every-kind-elements.json"),
    ),
    ("stress", include_bytes!("../specs/valid/stress.json")),
];

/// The specifications that are handed out beside the built-in one, by name.
pub(crate) const SHIPPED: [(&str, &[u8]); 3] = [
    (
        "akam-kam-diploma-5d",
        include_bytes!("../../spec/akam-kam-diploma-5d.json"),
    ),
    ("sample-unit", include_bytes!("../../spec/sample-unit.json")),
    (
        "sample-healthcheck",
        include_bytes!("../../spec/sample-healthcheck.json"),
    ),
];

pub(crate) fn load(name: &str, source: &[u8]) -> Spec {
    let loaded = spec::load(source);
    assert!(
        loaded.diagnostics.is_empty(),
        "{name}: {:?}",
        loaded.diagnostics
    );
    loaded.value.expect("a specification without findings")
}

pub(crate) fn plan_without_findings(name: &str, spec: &Spec, form: &Form) -> Plan {
    let planned = plan::plan(spec, form);
    assert!(
        planned.diagnostics.is_empty(),
        "{name} {}: {:?}",
        form.id,
        planned.diagnostics
    );
    planned.value.expect("a plan without findings")
}

pub(crate) fn built_in() -> Spec {
    load("built-in", spec::BUILT_IN)
}

pub(crate) fn workbook_4() -> Plan {
    let spec = built_in();
    plan_without_findings("built-in", &spec, &spec.forms[0])
}

pub(crate) fn small(name: &str) -> Spec {
    let (_, source) = VALID.iter().find(|(one, _)| *one == name).unwrap();
    load(name, source)
}

/// Every form of every specification, with its name.
fn every_plan() -> Vec<(String, Plan)> {
    let mut plans = Vec::new();
    let sources = std::iter::once(("built-in", spec::BUILT_IN))
        .chain(VALID)
        .chain(SHIPPED);
    for (name, source) in sources {
        let spec = load(name, source);
        for form in &spec.forms {
            let plan = plan_without_findings(name, &spec, form);
            plans.push((format!("{name} {}", form.id), plan));
        }
    }
    assert_eq!(plans.len(), 24, "forms planned");
    plans
}

fn fields_of_blocks(blocks: &[AskBlock]) -> Vec<FieldIndex> {
    let fields = blocks.iter().flat_map(|block| match block {
        AskBlock::Register(register) => {
            let cells = register.rows.iter().flat_map(|row| row.fields);
            cells.collect::<Vec<_>>()
        }
        AskBlock::Group(group) => group.fields.clone(),
    });
    fields.collect()
}

/// The fields of a section, in reading order.
pub(crate) fn fields_of(section: &Section) -> Vec<FieldIndex> {
    match section {
        Section::Cover(cover) => {
            let mut fields = cover.fields.clone();
            fields.push(cover.identity);
            fields
        }
        Section::Prose(_) | Section::Contents(_) => Vec::new(),
        Section::Opener(opener) => fields_of_blocks(&opener.asks),
        Section::Rows(rows) => rows
            .rows
            .iter()
            .flat_map(|row| row.fields.clone())
            .collect(),
        Section::Account(account) => account.fields.clone(),
        Section::Closing(closing) => fields_of_blocks(&closing.asks),
    }
}

/// A letter for each section: Cover, Prose, contenTs, Opener, Rows, Account, closing (E for end).
fn shape(plan: &Plan) -> String {
    let letter = |section: &Section| match section {
        Section::Cover(_) => 'C',
        Section::Prose(_) => 'P',
        Section::Contents(_) => 'T',
        Section::Opener(_) => 'O',
        Section::Rows(_) => 'R',
        Section::Account(_) => 'A',
        Section::Closing(_) => 'E',
    };
    plan.sections.iter().map(letter).collect()
}

pub(crate) fn section(plan: &Plan, index: usize) -> &Section {
    plan.sections.get(index).unwrap()
}

fn contents(plan: &Plan) -> &Contents {
    let contents = plan.sections.iter().find_map(|section| match section {
        Section::Contents(contents) => Some(contents),
        _ => None,
    });
    contents.unwrap()
}

fn opener(plan: &Plan, index: usize) -> &Opener {
    match section(plan, index) {
        Section::Opener(opener) => opener,
        other => panic!("section {index} is {other:?}"),
    }
}

fn tooltip(plan: &Plan, name: &str) -> String {
    let field = plan
        .fields
        .iter()
        .find(|field| field.name.to_string() == name);
    field
        .unwrap_or_else(|| panic!("no field {name}"))
        .tooltip
        .clone()
}

/// All the words of a text.
pub(crate) fn words(section: &ProseSection) -> String {
    let items = section.items.iter();
    let items = items.map(|item| {
        let term = item.term.clone().unwrap_or_default();
        format!("{term}: {}\n", words_of(&item.body))
    });
    words_of(&section.body) + &items.collect::<String>()
}

fn words_of(markup: &Markup) -> String {
    let paragraph = |block: &MarkupBlock| match block {
        MarkupBlock::Paragraph(runs) => {
            let runs = runs.iter().map(|run| run.text.as_str());
            runs.collect::<String>() + "\n"
        }
        MarkupBlock::List(items) => panic!("no fixed text has a list: {items:?}"),
    };
    markup.blocks.iter().map(paragraph).collect()
}

#[test]
fn the_area_4_workbook_has_290_fields_in_printing_order() {
    let plan = workbook_4();
    assert_eq!(plan.fields.len(), 290);
    assert_eq!(plan.asked().count(), 289);
    let names: Vec<String> = plan
        .fields
        .iter()
        .map(|field| field.name.to_string())
        .collect();
    let expected = [
        (0, "kamd-2026a-w0001-w0001-name"),
        (3, "kamd-2026a-w0001-w0001-identity"),
        (4, "kamd-2026a-w0001-c0001-evidence-r01-what"),
        (27, "kamd-2026a-w0001-c0001-evidence-r08-share"),
        (28, "kamd-2026a-w0001-i0001-claim"),
        (29, "kamd-2026a-w0001-i0001-evidence_refs"),
        (30, "kamd-2026a-w0001-i0001-note"),
        (43, "kamd-2026a-w0001-p0001-narrative"),
        (95, "kamd-2026a-w0001-c0001-theory"),
        (96, "kamd-2026a-w0001-c0001-signoff_attest"),
        (101, "kamd-2026a-w0001-c0001-signoff_waiver"),
        (289, "kamd-2026a-w0001-c0003-signoff_waiver"),
    ];
    for (index, name) in expected {
        assert_eq!(names[index], name, "field {index}");
    }
}

#[test]
fn every_field_stands_in_exactly_one_section_in_the_order_of_the_fields() {
    for (name, plan) in every_plan() {
        let placed: Vec<FieldIndex> = plan.sections.iter().flat_map(fields_of).collect();
        let all: Vec<FieldIndex> = (0..plan.fields.len()).map(FieldIndex).collect();
        assert_eq!(placed, all, "{name}");
    }
}

#[test]
fn every_name_is_used_once_and_read_back() {
    for (plan_name, plan) in every_plan() {
        let mut names = BTreeSet::new();
        for field in &plan.fields {
            let name = field.name.to_string();
            assert!(name.len() <= 60 && name.is_ascii(), "{plan_name}: {name}");
            let found = FieldName::find(&name).unwrap();
            assert_eq!(found.name, field.name, "{plan_name}");
            assert_eq!((found.before.as_str(), found.after.as_str()), ("", ""));
            assert!(names.insert(name), "{plan_name}: a name twice");
        }
    }
}

#[test]
fn every_tooltip_is_said_of_one_field_alone() {
    for (name, plan) in every_plan() {
        let tooltips: BTreeSet<&str> = plan
            .fields
            .iter()
            .map(|field| field.tooltip.as_str())
            .collect();
        assert_eq!(tooltips.len(), plan.fields.len(), "{name}");
        assert!(!tooltips.contains(""), "{name}");
    }
}

#[test]
fn a_tooltip_says_where_the_field_belongs_and_what_is_asked() {
    let plan = workbook_4();
    let table = [
        ("w0001-name", "Candidate: name"),
        (
            "c0001-evidence-r02-share",
            "4.1, evidence item E2: your share, in percent",
        ),
        (
            "i0002-claim",
            "4.1, Customer attractiveness, indicator 2 of 5: Recognises and accepts that customer attractiveness is dependent upon their potential for superior returns on investment rather than current turnover. How far shown",
        ),
        (
            "i0002-note",
            "4.1, Customer attractiveness, indicator 2 of 5: note",
        ),
        (
            "p0003-narrative",
            "4.1, Relationship management: how you meet this part",
        ),
        (
            "c0002-theory",
            "4.2, Relevant theory: relevant theory, and how you applied it",
        ),
        ("c0003-signoff_name", "4.3, Sign-off: name"),
    ];
    for (name, expected) in table {
        assert_eq!(
            tooltip(&plan, &format!("kamd-2026a-w0001-{name}")),
            expected
        );
    }
    let polish = small("polish");
    let plan = plan_without_findings("polish", &polish, &polish.forms[0]);
    assert_eq!(
        tooltip(&plan, "dokk-2026-w0001-i0004-jak"),
        "A.1, Wiedza o branży, wskaźnik 2 z 3: Łączy wieści z rynku z planami klienta. Na ile pokazane"
    );
}

#[test]
fn the_identity_says_which_edition_it_is_and_asks_nothing() {
    let spec = built_in();
    let plan = workbook_4();
    let Section::Cover(cover) = section(&plan, 0) else {
        panic!("the first section is no cover");
    };
    let field = &plan.fields[cover.identity.0];
    assert!(!field.is_asked() && !field.is_needed);
    let Input::Identity(value) = &field.input else {
        panic!("{:?}", field.input);
    };
    assert_eq!(
        IdentityValue::parse(&value.to_string()).as_ref(),
        Some(value)
    );
    let begin = format!("{:02x}{:02x}", spec.digest.0[0], spec.digest.0[1]);
    assert!(value.digest.starts_with(&begin), "{} {begin}", value.digest);
    assert_eq!(plan.identity.value(), *value);
}

/// The sections that each form has, a letter each.
fn shapes() -> Vec<(&'static str, String)> {
    let part = "RA";
    let competency = |parts: usize| format!("O{}E", part.repeat(parts));
    vec![
        (
            "built-in w0001",
            format!("CPPT{}{}{}", competency(4), competency(3), competency(3)),
        ),
        (
            "built-in w0002",
            format!(
                "CPTO{}O{}O{}",
                part.repeat(4),
                part.repeat(3),
                part.repeat(3)
            ),
        ),
        (
            "older-edition w0001",
            format!("CPT{}{}", competency(2), competency(1)),
        ),
        ("unit w0001", "CPTORA".to_owned()),
        ("unit w0002", "CPTRA".to_owned()),
        ("health-check w0001", "CPTREREREE".to_owned()),
        (
            "polish w0001",
            format!("CPPT{}{}", competency(2), competency(1)),
        ),
        (
            "polish w0002",
            format!("CPT{}{}", competency(2), competency(1)),
        ),
        ("marked w0001", "CPTEOARAE".to_owned()),
        ("marked w0002", "CPTOORORE".to_owned()),
        ("small w0001", "CPPTORAE".to_owned()),
        ("small w0002", "CPTOE".to_owned()),
        ("made-up w0001", "CPTORARAEORAE".to_owned()),
        ("made-up w0002", "CPTORROR".to_owned()),
        ("every-kind-areas w0001", "CPTORAAEEE".to_owned()),
        ("every-kind-units w0001", "CPTORAAEE".to_owned()),
        ("every-kind-elements w0001", "CPTRAAEE".to_owned()),
        (
            "stress w0001",
            format!("CPT{}{}", competency(2).repeat(2), competency(1).repeat(10)),
        ),
        (
            "akam-kam-diploma-5d w0003",
            format!("CPT{}{}", competency(4), competency(3)),
        ),
        (
            "akam-kam-diploma-5d w0004",
            format!("CPTO{}O{}", part.repeat(4), part.repeat(3)),
        ),
        ("sample-unit w0001", "CPTORAE".to_owned()),
        ("sample-unit w0002", "CPTORA".to_owned()),
        (
            "sample-healthcheck w0001",
            format!("CPT{}E", "RE".repeat(7)),
        ),
        ("sample-healthcheck w0002", format!("CPT{}", "RE".repeat(7))),
    ]
}

#[test]
fn each_shape_of_specification_has_its_sections() {
    let table = shapes();
    let plans = every_plan();
    assert_eq!(plans.len(), table.len());
    for ((name, plan), (expected_name, expected)) in plans.iter().zip(table) {
        assert_eq!((name.as_str(), shape(plan)), (expected_name, expected));
    }
}

#[test]
fn the_contents_lead_to_the_sections_they_name() {
    let plan = workbook_4();
    let contents = contents(&plan);
    assert_eq!(contents.heads, ["Competency", "Part", "Indicators", "Page"]);
    assert_eq!(
        contents.totals,
        ["3 competencies", "10 parts", "61 indicators"]
    );
    let mut targets = Vec::new();
    for group in &contents.groups {
        for row in &group.rows {
            let target = match row.target {
                Target::Section(target) => target,
                Target::Field(field) => {
                    let holds = |section| fields_of(section).contains(&field);
                    SectionIndex(plan.sections.iter().position(holds).unwrap())
                }
            };
            targets.push(target);
            match section(&plan, target.0) {
                Section::Opener(opener) => {
                    assert_eq!(row.label, "Evidence register");
                    assert_eq!(opener.title, group.title);
                }
                Section::Rows(rows) => {
                    assert_eq!(row.label, rows.title);
                    assert_eq!(row.count, Some(rows.rows.len()));
                }
                Section::Closing(_) => assert_eq!(row.label, "Relevant theory · Sign-off"),
                other => panic!("{} leads to {other:?}", row.label),
            }
        }
    }
    assert_eq!(targets.len(), 16);
    assert!(targets.is_sorted(), "{targets:?}");
}

#[test]
fn what_is_announced_stands_in_the_contents_and_leads_nowhere() {
    let table = [
        ("polish", vec!["A.3 Wspólne planowanie (zapowiedź)"]),
        (
            "health-check",
            vec![
                " Depth of customer knowledge (announced)",
                " Teams around an account (announced)",
            ],
        ),
    ];
    for (name, expected) in table {
        let spec = small(name);
        let plan = plan_without_findings(name, &spec, &spec.forms[0]);
        let groups = contents(&plan).groups.iter();
        let announced = groups.filter(|group| group.rows.is_empty());
        let said = announced.map(|group| {
            let code = group.code.clone().unwrap_or_default();
            format!("{code} {}", group.title)
        });
        assert_eq!(said.collect::<Vec<_>>(), expected, "{name}");
    }
}

#[test]
fn an_account_knows_where_its_rows_are() {
    let plan = workbook_4();
    let mut seen = 0;
    for (index, section_here) in plan.sections.iter().enumerate() {
        if let Section::Account(account) = section_here {
            assert_eq!(account.rows_section, Some(SectionIndex(index - 1)));
            let Section::Rows(rows) = section(&plan, index - 1) else {
                panic!("no rows before account {index}");
            };
            let texts: Vec<_> = rows
                .rows
                .iter()
                .map(|row| Recalled {
                    number: row.number,
                    wording: row.text.clone(),
                    language: row.language.clone(),
                })
                .collect();
            assert_eq!(account.recalled, texts);
            seen += 1;
        }
    }
    assert_eq!(seen, 10);
}

#[test]
fn declared_present_and_announced_are_told_apart() {
    let rows = |plan: &Plan| contents(plan).figures.clone().unwrap().rows;
    let plan = workbook_4();
    let figures = rows(&plan);
    let row = |number: &str, words: &str| (number.to_owned(), words.to_owned());
    assert_eq!(
        figures[0],
        row("4", "areas declared; 1 given (4), 1 announced (1)")
    );
    assert_eq!(
        figures[1],
        row(
            "14",
            "competencies declared; 3 given (4.1 to 4.3), 1 announced (1.4)"
        )
    );
    assert_eq!(
        figures[4],
        row("1,500–2,000", "words as a guide for each competency")
    );
    let spec = small("health-check");
    let plan = plan_without_findings("health-check", &spec, &spec.forms[0]);
    assert_eq!(
        rows(&plan),
        [
            row(
                "12",
                "elements declared; 3 given, 2 announced (Depth of customer knowledge; Teams around an account)"
            ),
            row("120", "indicators declared; 6 given"),
        ]
    );
    let Section::Rows(first) = section(&plan, 3) else {
        panic!("{:?}", section(&plan, 3));
    };
    assert_eq!(first.running.right, "120 indicators declared, 6 given");
    assert_eq!(first.kicker, "Element 1 of 12  Questions");
    let key = first.key.clone().unwrap();
    assert_eq!(key.1, ["0 Absent", "1 In part", "2 Sound"]);
    let Section::Cover(cover) = section(&plan, 0) else {
        panic!("no cover");
    };
    assert_eq!(
        cover.notes,
        ["3 of 12 elements", "120 indicators declared, 6 given"]
    );
    assert_eq!(cover.heading, "Organisation");
}

#[test]
fn every_text_of_a_node_is_printed_in_akams_order() {
    let spec = small("older-edition");
    let plan = plan_without_findings("older-edition", &spec, &spec.forms[0]);
    let opener_of = |index| {
        let opener = opener(&plan, index);
        let headings = |sections: &[ProseSection]| {
            let headings = sections.iter().map(|section| section.heading.clone());
            headings.collect::<Vec<_>>()
        };
        (
            headings(&opener.sections),
            headings(&opener.more_sections),
            opener.asks.clone(),
        )
    };
    let (before, after, asks) = opener_of(3);
    assert_eq!(before, ["Rationale"]);
    assert_eq!(after, ["Examples of relevant theory", "Some sources"]);
    let [AskBlock::Register(register)] = asks.as_slice() else {
        panic!("{asks:?}");
    };
    let beside: Vec<&str> = register
        .guidance
        .iter()
        .map(|text| text.heading.as_str())
        .collect();
    assert_eq!(beside, ["Evidence"]);
    assert_eq!(register.rows.len(), 12);
    assert!(register.help.contains("E1 to E12"), "{}", register.help);

    let spec = small("marked");
    let plan = plan_without_findings("marked", &spec, &spec.forms[0]);
    let opener = opener(&plan, 4);
    assert_eq!(opener.sections[0].language.as_deref(), Some("fr"));
    // What a part says of itself stands on the opening page, under the part's name.
    assert_eq!(
        opener.more_sections[0].heading,
        "During the meeting: Instructions"
    );
    // The requirement has its own text, so the list of parts is headed otherwise.
    assert_eq!(opener.parts.as_ref().unwrap().heading, "Parts");
    let Section::Rows(rows) = section(&plan, 6) else {
        panic!("no rows");
    };
    assert_eq!(rows.rows[1].language.as_deref(), Some("en-US"));
}

#[test]
fn a_drop_down_begins_with_choose() {
    let mut seen = 0;
    for (name, plan) in every_plan() {
        let expected = if plan.document.language == "pl" {
            "(wybierz)"
        } else {
            "(choose)"
        };
        for field in &plan.fields {
            if let Input::Choice(options) = &field.input {
                assert_eq!(options.unset_label(), expected, "{name}");
                assert!(!options.options().is_empty(), "{name} {}", field.name);
                assert!(
                    options
                        .options()
                        .iter()
                        .all(|option| option.value.as_str() != Options::UNSET)
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 150, "{seen} drop-downs seen");
}

#[test]
fn a_field_knows_the_wording_it_asks_about() {
    let plan = workbook_4();
    let field = plan
        .fields
        .iter()
        .find(|field| field.name.to_string().ends_with("i0004-claim"))
        .unwrap();
    assert_eq!(
        field.wording.as_deref(),
        Some("Rates customers objectively and accurately against criteria when requested.")
    );
    assert_eq!(
        (field.rev, field.question.as_str()),
        (Some(1), "How far shown")
    );
    assert_eq!(field.level, Level::Node(NodeKind::Indicator));
    let waived = plan
        .fields
        .iter()
        .filter(|field| field.unless.is_some())
        .count();
    assert_eq!(
        waived, 12,
        "four of the sign-off in each of three competencies"
    );
}
