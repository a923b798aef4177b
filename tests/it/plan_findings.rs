//! What is found when a form is planned, and where.
//!
//! In: sound specifications, changed by hand. Out: nothing. Never: looks at a page.

use std::collections::BTreeSet;

use akam_workbook::diagnostic::{Code, Diagnostic, Place, Severity};
use akam_workbook::ids::{Level, NodeId, NodeKind};
use akam_workbook::plan;
use akam_workbook::spec::Spec;
use akam_workbook::spec::model::{Ask, AskKind};

use crate::plans::{built_in, small};

fn asks_of(spec: &mut Spec, level: Level) -> &mut Vec<Ask> {
    let form = &mut spec.forms[0];
    let asks = form.asks.iter_mut().find(|asks| asks.level == level);
    &mut asks.unwrap().asks
}

fn competency() -> Level {
    Level::Node(NodeKind::Competency)
}

/// What is changed in the built-in specification, and what is then found.
type Case = (Code, Severity, &'static str, fn(&mut Spec));

const CASES: [Case; 9] = [
    (
        Code::P001,
        Severity::Error,
        "the fields of 1000 rows cannot be named, expected 1 to 999 in register \"evidence\"",
        |spec| asks_of(spec, competency())[0].rows = Some(1000),
    ),
    (
        Code::P001,
        Severity::Error,
        "the fields of 0 rows cannot be named, expected 1 to 999 in register \"evidence\"",
        |spec| asks_of(spec, competency())[0].rows = Some(0),
    ),
    (
        Code::P002,
        Severity::Error,
        "form \"w0001\" asks nothing of what it covers",
        |spec| spec.forms[0].asks.clear(),
    ),
    (
        Code::P003,
        Severity::Error,
        "form \"w0001\" covers part \"p0001\", which has no pages of its own",
        |spec| spec.forms[0].covers = vec![NodeId::parse("p0001").unwrap()],
    ),
    (
        Code::P004,
        Severity::Warning,
        "the program has no words in \"de-AT\"; English ones are used",
        |spec| "de-AT".clone_into(&mut spec.programme.language),
    ),
    (
        Code::P005,
        Severity::Warning,
        "two fields sound alike: \"4.1, Customer attractiveness: how you meet this part\"",
        |spec| {
            let parts = &mut spec.framework.nodes[1].children[0].children;
            parts[1].wording = parts[0].wording.clone();
            // With fewer rows, only what is asked of the part itself sounds alike.
            parts[1].children.truncate(3);
        },
    ),
    (
        Code::P005,
        Severity::Warning,
        "two fields sound alike: \"Candidate: name\"",
        |spec| "Name".clone_into(&mut asks_of(spec, Level::Workbook)[1].prompt),
    ),
    (
        Code::P005,
        Severity::Warning,
        "two fields sound alike: \"4.1, Customer attractiveness, indicator 1 of 5: note\"",
        |spec| {
            let indicator = Level::Node(NodeKind::Indicator);
            "Note".clone_into(&mut asks_of(spec, indicator)[1].prompt);
        },
    ),
    (
        Code::P006,
        Severity::Error,
        "the references E1, E2 of two registers meet: one of the workbook, one of every competency",
        |spec| {
            let register = asks_of(spec, competency())[0].clone();
            asks_of(spec, Level::Workbook).push(register);
        },
    ),
];

fn findings(spec: &Spec) -> (bool, Vec<Diagnostic>) {
    let planned = plan::plan(spec, &spec.forms[0]);
    (planned.value.is_some(), planned.diagnostics)
}

#[test]
fn every_fault_of_a_form_is_found_once_with_its_place() {
    for (code, severity, message, change) in CASES {
        let mut spec = built_in();
        change(&mut spec);
        let (has_plan, found) = findings(&spec);
        let hits: Vec<_> = found.iter().filter(|one| one.message == message).collect();
        let [hit] = hits.as_slice() else {
            panic!("{message}: {found:?}");
        };
        assert_eq!((hit.code, hit.severity), (code, severity), "{message}");
        assert!(hit.help.is_some(), "{message}");
        assert_eq!(has_plan, severity != Severity::Error, "{message}");
        let is_placed = matches!(hit.place, Place::Source(at) if at.line > 1 && at.end > at.start);
        assert!(is_placed, "{message}: {:?}", hit.place);
    }
}

#[test]
fn every_code_of_planning_is_provoked() {
    let provoked: BTreeSet<Code> = CASES.iter().map(|(code, ..)| *code).collect();
    let codes = Code::ALL
        .iter()
        .filter(|code| code.as_str().starts_with("P0"));
    assert_eq!(provoked, codes.copied().collect());
}

#[test]
fn words_of_an_unspoken_language_are_marked_as_english() {
    let mut spec = built_in();
    "de-AT".clone_into(&mut spec.programme.language);
    let plan = plan::plan(&spec, &spec.forms[0]).value.unwrap();
    let guide = plan
        .sections
        .iter()
        .rev()
        .find_map(|section| match section {
            plan::block::Section::Prose(prose) => Some(prose),
            _ => None,
        });
    let sections = &guide.unwrap().sections;
    assert!(sections.len() > 8);
    for section in sections {
        assert_eq!(
            section.language.as_deref(),
            Some("en"),
            "{}",
            section.heading
        );
    }
    assert_eq!(plan.document.language, "de-AT");
    // A prompt in a language that the program does not know keeps its capital.
    let references = plan
        .fields
        .iter()
        .find(|field| field.kind == AskKind::EvidenceRefs);
    assert!(references.unwrap().tooltip.ends_with(": Evidence"));
}

#[test]
fn a_form_that_covers_only_what_is_announced_asks_nothing() {
    let mut spec = small("health-check");
    spec.forms[0].covers = vec![NodeId::parse("e0008").unwrap()];
    spec.forms[0].asks.remove(0);
    let (has_plan, found) = findings(&spec);
    assert!(!has_plan);
    assert!(found.iter().any(|one| one.code == Code::P002), "{found:?}");
}
