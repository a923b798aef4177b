//! Answers: matched with what was asked, typed, and never called blank without certainty.

use akam_workbook::confidential::CandidateText;
use akam_workbook::diagnostic::{Code, Diagnostic, SourceSpan};
use akam_workbook::field_name::FieldName;
use akam_workbook::ids::{Date, Edition, FormId, FrameworkId, Level, OptionValue};
use akam_workbook::pdf::read::{
    FieldKind, FieldValue, FormField, PageContent, ReadWarning, ReturnedPdf, Widget,
};
use akam_workbook::plan::field::{AskKind, Field, FieldOption, Input, Options};
use akam_workbook::plan::{Document, EditionDigest, Identity, Paper, Plan, ThemeBase, ThemeChoice};
use akam_workbook::responses::{Answer, Collected, Companion, Known, Response, Status, collect};
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

/// One question of each kind, by slot.
const ASKED: [(&str, AskKind); 9] = [
    ("narrative", AskKind::Narrative),
    ("date", AskKind::Date),
    ("percent", AskKind::Percent),
    ("evidence_refs", AskKind::EvidenceRefs),
    ("claim", AskKind::Choice),
    ("yes_no", AskKind::YesNo),
    ("attest", AskKind::Attest),
    ("signed", AskKind::Signature),
    ("note", AskKind::Text),
];

fn name(edition: &str, slot: &str) -> FieldName {
    let text = format!("kamd-{edition}-w0001-c0001-{slot}");
    FieldName::find(&text).unwrap().name
}

fn input(kind: AskKind) -> Input {
    let option = |value: &str, label: &str, score| FieldOption {
        value: OptionValue::parse(value).unwrap(),
        label: label.to_owned(),
        score,
    };
    let options = |options| Input::Choice(Options::new("(choose)".to_owned(), options));
    match kind {
        AskKind::Narrative => Input::Page,
        AskKind::Choice => options(vec![
            option("fully", "Shown fully", Some(2.0)),
            option("partly", "Shown partly", Some(1.5)),
            option("notyet", "Nie\u{301}", None),
        ]),
        AskKind::YesNo => options(vec![option("yes", "Yes", None), option("no", "No", None)]),
        AskKind::Attest => Input::Tick,
        AskKind::Signature => Input::Signature,
        _ => Input::Line,
    }
}

fn field(edition: &str, slot: &str, kind: AskKind) -> Field {
    Field {
        name: name(edition, slot),
        level: Level::Node(akam_workbook::ids::NodeKind::Competency),
        kind,
        input: input(kind),
        question: slot.to_owned(),
        label: slot.to_owned(),
        tooltip: slot.to_owned(),
        is_needed: false,
        unless: None,
        words: None,
        rev: Some(1),
        code: Some("4.1".to_owned()),
        wording: Some("Collaborating".to_owned()),
        at: SourceSpan::default(),
    }
}

/// A plan of one form; `digest` is the first byte of its edition's digest.
fn plan(edition: &str, digest: u8) -> Plan {
    let mut bytes = [0; 32];
    bytes[0] = digest;
    let identity = Identity {
        framework: FrameworkId::parse("kamd").unwrap(),
        edition: Edition::parse(edition).unwrap(),
        form: FormId::parse("w0001").unwrap(),
        digest: EditionDigest(bytes),
    };
    let mut fields: Vec<Field> = ASKED
        .into_iter()
        .map(|(slot, kind)| field(edition, slot, kind))
        .collect();
    let mut own = field(edition, "note", AskKind::Text);
    own.name = FieldName::find(&format!("kamd-{edition}-w0001-w0001-identity"))
        .unwrap()
        .name;
    own.input = Input::Identity(identity.value());
    fields.push(own);
    Plan {
        identity,
        document: Document {
            title: "Workbook".to_owned(),
            language: "en-GB".to_owned(),
            author: "AKAM".to_owned(),
            foot: "Workbook".to_owned(),
            page_phrase: "Page {page} of {pages}".to_owned(),
            published: Date {
                year: 2026,
                month: 11,
                day: 22,
            },
            file_name: format!("workbook-{edition}.pdf"),
            attachment: None,
        },
        of: None,
        counts: Vec::new(),
        theme: ThemeChoice {
            base: ThemeBase::House,
            paper: Paper::A4,
            accent: None,
            is_for_pen: false,
        },
        mark: None,
        sections: Vec::new(),
        fields,
        sources: Vec::new(),
    }
}

pub(crate) fn text(text: &str) -> FieldValue {
    FieldValue::Text(CandidateText::new(text.to_owned()))
}

pub(crate) fn returned(name: &str, value: FieldValue) -> FormField {
    FormField {
        name: name.to_owned(),
        kind: FieldKind::Text,
        value,
        default_value: FieldValue::None,
        flags: 0,
        options: Vec::new(),
        widgets: vec![Widget {
            page: Some(3),
            rect: [0.0, 0.0, 100.0, 20.0],
        }],
        copies: Vec::new(),
    }
}

/// The workbook as published, each name with `before` and `behind` around it.
fn blank_fields(plan: &Plan, before: &str, behind: &str) -> Vec<FormField> {
    let value = |field: &Field| match &field.input {
        Input::Choice(_) => text("unset"),
        Input::Tick => FieldValue::State("Off".to_owned()),
        Input::Identity(value) => text(&value.to_string()),
        Input::Line | Input::Lines | Input::Page | Input::Signature => FieldValue::None,
    };
    plan.fields
        .iter()
        .map(|field| FormField {
            default_value: value(field),
            ..returned(&format!("{before}{}{behind}", field.name), value(field))
        })
        .collect()
}

pub(crate) fn pdf(fields: Vec<FormField>) -> ReturnedPdf {
    ReturnedPdf {
        page_count: 3,
        revision_count: 1,
        revision_read: 1,
        fields,
        ..ReturnedPdf::default()
    }
}

pub(crate) fn set(fields: &mut [FormField], slot: &str, value: FieldValue) {
    let ending = format!("-{slot}");
    let field = fields
        .iter_mut()
        .find(|field| field.name.ends_with(&ending));
    field.unwrap().value = value;
}

/// What the file gives with edition 2026a known.
fn read(file: &ReturnedPdf) -> Collected {
    collect(file, &Known::new(&[plan("2026a", 1)]))
}

/// The response to one question, in a workbook where it alone was answered.
fn answer_to(slot: &str, value: FieldValue) -> (Response, Collected) {
    let plan = plan("2026a", 1);
    let mut fields = blank_fields(&plan, "", "");
    set(&mut fields, slot, value);
    let collected = read(&pdf(fields));
    let index = ASKED.iter().position(|(asked, _)| *asked == slot).unwrap();
    let workbook = collected.workbooks.first().expect("a workbook is found");
    (workbook.responses[index].clone(), collected)
}

fn value(response: &Response) -> Option<&str> {
    response.answer.value().map(CandidateText::reveal)
}

fn raw(response: &Response) -> Option<&str> {
    response.raw.as_ref().map(CandidateText::reveal)
}

fn codes(found: &[Diagnostic]) -> Vec<Code> {
    found.iter().map(|one| one.code).collect()
}

#[test]
fn a_date_is_read_only_where_nobody_could_mean_another_day() {
    let table = [
        ("2026-04-03", Some("2026-04-03")),
        ("2026/04/03", Some("2026-04-03")),
        ("2026-4-3", Some("2026-04-03")),
        (" 3 April 2026\n", Some("2026-04-03")),
        ("3 Apr 2026", Some("2026-04-03")),
        ("3 Apr. 2026", Some("2026-04-03")),
        ("3-Apr-2026", Some("2026-04-03")),
        ("3rd of April, 2026", Some("2026-04-03")),
        ("April 3, 2026", Some("2026-04-03")),
        ("APRIL 3RD 2026", Some("2026-04-03")),
        ("9 sept 2026", Some("2026-09-09")),
        ("Friday, 3 April 2026", Some("2026-04-03")),
        ("Monday, 3 April 2026", None),
        ("13/04/2026", Some("2026-04-13")),
        ("04/13/2026", Some("2026-04-13")),
        ("13.04.2026", Some("2026-04-13")),
        ("13. 04. 2026", Some("2026-04-13")),
        ("13-04-2026", Some("2026-04-13")),
        ("03/03/2026", Some("2026-03-03")),
        ("29 February 2028", Some("2028-02-29")),
        ("03/04/2026", None),
        ("03.04.2026", None),
        ("3-4-2026", None),
        ("13/04/26", None),
        ("3 April 26", None),
        ("3 April", None),
        ("April 2026", None),
        ("29 February 2026", None),
        ("31/04/2026", None),
        ("2026-13-01", None),
        ("13/04-2026", None),
        ("2026-04-03T10:00", None),
        ("3 Apr 2026, or 4 Apr 2026", None),
        ("today", None),
        ("\u{663}/\u{664}/2026", None),
        ("3 Ma 2026", None),
    ];
    for (typed, expected) in table {
        let (response, collected) = answer_to("date", text(typed));
        let date = match response.answer.companion() {
            Some(Companion::Date(date)) => Some(date.to_string()),
            _ => None,
        };
        assert_eq!(date.as_deref(), expected, "{typed}");
        assert_eq!(value(&response), Some(typed), "{typed}: kept as typed");
        assert_eq!(collected.status, Status::Answered, "{typed}");
    }
}

#[test]
fn a_share_is_a_number_only_where_it_is_plain() {
    let table = [
        ("60", Some(60.0)),
        ("60%", Some(60.0)),
        (" 60 %", Some(60.0)),
        ("60\u{a0}%", Some(60.0)),
        ("12.5", Some(12.5)),
        ("0", Some(0.0)),
        ("100", Some(100.0)),
        ("100.0", Some(100.0)),
        ("100.1", None),
        ("101", None),
        ("-5", None),
        ("+5", None),
        ("12,5", None),
        ("about 60", None),
        ("60-70", None),
        ("6e1", None),
        ("060", None),
        (".5", None),
        ("5.", None),
        ("60%%", None),
        ("NaN", None),
        ("\u{666}\u{660}", None),
    ];
    for (typed, expected) in table {
        let (response, _) = answer_to("percent", text(typed));
        let number = match response.answer.companion() {
            Some(Companion::Number(number)) => Some(*number),
            _ => None,
        };
        assert_eq!(number, expected, "{typed}");
        assert_eq!(value(&response), Some(typed), "{typed}: kept as typed");
    }
}

#[test]
fn evidence_references_are_read_only_from_a_plain_list() {
    let table: [(&str, Option<&[u16]>); 20] = [
        ("E1", Some(&[1])),
        ("E1, e3", Some(&[1, 3])),
        ("e3;E1", Some(&[3, 1])),
        ("E1 and E3.", Some(&[1, 3])),
        ("E1 & E3\nE2", Some(&[1, 3, 2])),
        ("E1/E2 + E3", Some(&[1, 2, 3])),
        ("E1, E1, E01", Some(&[1])),
        ("E1-E3", Some(&[1, 2, 3])),
        ("E1 \u{2013} E3, E7", Some(&[1, 2, 3, 7])),
        ("E1 to E3", Some(&[1, 2, 3])),
        ("E3-E1", None),
        ("E1-3", None),
        ("1, 3", None),
        ("E0", None),
        ("E1000", None),
        ("E1, see also the plan", None),
        ("not E1", None),
        ("E 1", None),
        ("F1", None),
        (",", None),
    ];
    for (typed, expected) in table {
        let (response, _) = answer_to("evidence_refs", text(typed));
        let rows = match response.answer.companion() {
            Some(Companion::Refs(rows)) => {
                Some(rows.iter().map(|row| row.number()).collect::<Vec<_>>())
            }
            _ => None,
        };
        assert_eq!(rows.as_deref(), expected, "{typed}");
        assert_eq!(value(&response), Some(typed), "{typed}: kept as typed");
    }
}

#[test]
fn text_comes_back_in_lf_and_nfc_with_what_was_stored_beside_it() {
    let table = [
        ("CRLF", "a\r\nb", "a\nb", true),
        ("CR", "a\rb", "a\nb", true),
        ("LF", "a\nb", "a\nb", false),
        ("mixed", "a\r\n\rb\n", "a\n\nb\n", true),
        ("decomposed", "e\u{301}le\u{300}ve", "\u{e9}l\u{e8}ve", true),
        ("composed", "\u{e9}l\u{e8}ve", "\u{e9}l\u{e8}ve", false),
        ("spaces around", "  a  ", "  a  ", false),
    ];
    for (row, stored, expected, has_raw) in table {
        let (response, _) = answer_to("narrative", text(stored));
        assert_eq!(value(&response), Some(expected), "{row}");
        assert_eq!(raw(&response), has_raw.then_some(stored), "{row}");
    }
}

#[test]
fn a_choice_is_known_by_its_value_else_by_its_label() {
    let table = [
        ("the value", text("partly"), Some("partly"), None),
        (
            "the label",
            text("Shown partly"),
            Some("partly"),
            Some("Shown partly"),
        ),
        (
            "the label, composed",
            text("Ni\u{e9}"),
            Some("notyet"),
            Some("Ni\u{e9}"),
        ),
        (
            "a list of one",
            FieldValue::List(vec![CandidateText::new("fully".to_owned())]),
            Some("fully"),
            None,
        ),
        ("unset", text("unset"), None, None),
        ("the first entry's label", text("(choose)"), None, None),
        ("nothing", text(""), None, None),
        ("none", FieldValue::None, None, None),
    ];
    for (row, stored, expected, stored_beside) in table {
        let (response, collected) = answer_to("claim", stored);
        assert_eq!(value(&response), expected, "{row}");
        assert_eq!(raw(&response), stored_beside, "{row}");
        let status = if expected.is_some() {
            Status::Answered
        } else {
            Status::Blank
        };
        assert_eq!(collected.status, status, "{row}");
    }
    let (response, _) = answer_to("claim", text("partly"));
    let expected = Companion::Choice {
        label: "Shown partly".to_owned(),
        score: Some(1.5),
    };
    assert_eq!(response.answer.companion(), Some(&expected));
}

#[test]
fn what_is_none_of_the_options_is_kept_told_and_not_called_blank() {
    let table = [
        ("another text", text("mostly")),
        ("another case", text("Fully")),
        (
            "two options",
            FieldValue::List(vec![
                CandidateText::new("fully".to_owned()),
                CandidateText::new("partly".to_owned()),
            ]),
        ),
    ];
    for (row, stored) in table {
        let (response, collected) = answer_to("claim", stored);
        assert_eq!(response.answer, Answer::Unread, "{row}");
        assert!(response.raw.is_some(), "{row}");
        assert_eq!(codes(&collected.diagnostics), [Code::M012], "{row}");
        assert_eq!(collected.status, Status::Answered, "{row}");
    }
    let (response, collected) = answer_to("note", FieldValue::State("On".to_owned()));
    assert_eq!(response.answer, Answer::Unread);
    assert_eq!(codes(&collected.diagnostics), [Code::M013]);
}

#[test]
fn ticks_yes_and_no_and_signatures_have_one_value_each() {
    let state = |state: &str| FieldValue::State(state.to_owned());
    let table = [
        ("attest", state("Yes"), Some("yes"), None),
        ("attest", state("On"), Some("yes"), Some("On")),
        ("attest", text("Yes"), Some("yes"), None),
        ("attest", state("Off"), None, None),
        ("attest", text("Off"), None, None),
        ("yes_no", text("no"), Some("no"), None),
        ("yes_no", text("Yes"), Some("yes"), Some("Yes")),
        ("yes_no", text("unset"), None, None),
        ("signed", FieldValue::Signed, Some("signed"), None),
        ("signed", FieldValue::None, None, None),
    ];
    for (slot, stored, expected, stored_beside) in table {
        let row = format!("{slot} {stored:?}");
        let (response, _) = answer_to(slot, stored);
        assert_eq!(value(&response), expected, "{row}");
        assert_eq!(raw(&response), stored_beside, "{row}");
        let flag = match (slot, expected) {
            ("signed", _) | (_, None) => None,
            (_, Some(value)) => Some(Companion::Flag(value == "yes")),
        };
        let companion = response
            .answer
            .companion()
            .filter(|one| **one != Companion::None);
        assert_eq!(companion, flag.as_ref(), "{row}");
    }
}

#[test]
fn white_space_and_untouched_given_values_are_no_answers() {
    let (response, collected) = answer_to("narrative", text(" \r\n\u{a0}"));
    assert_eq!(response.answer, Answer::Unanswered);
    assert_eq!(raw(&response), Some(" \r\n\u{a0}"));
    assert_eq!(collected.status, Status::Blank);

    let plan = plan("2026a", 1);
    let given = |default: &str, stored: &str| {
        let mut fields = blank_fields(&plan, "", "");
        let note = fields
            .iter_mut()
            .find(|field| field.name.ends_with("-note"));
        let note = note.unwrap();
        note.default_value = text(default);
        note.value = text(stored);
        read(&pdf(fields))
    };
    let untouched = given("Given\nbefore", "Given\rbefore");
    assert_eq!(untouched.status, Status::Blank);
    let note = &untouched.workbooks[0].responses[8];
    assert_eq!(
        (note.answer.clone(), raw(note)),
        (Answer::Given, Some("Given\rbefore"))
    );
    assert!(
        untouched.diagnostics[0]
            .message
            .ends_with("published with: 1")
    );
    let table = [
        ("a b \u{f44d} c\r\nd", "a\tb \u{1f44d} c\nd", Status::Blank),
        ("a  b", "a\t b", Status::Blank),
        ("Given before, mended", "Given\nbefore", Status::Answered),
        ("a b", "a  b", Status::Answered),
        ("a\tb", "a b", Status::Answered),
        ("a b \u{f44e}", "a\tb \u{1f44d}", Status::Answered),
    ];
    for (stored, default, status) in table {
        let found = given(default, stored).status;
        assert_eq!(found, status, "{default:?} {stored:?}");
    }
}

#[test]
fn a_file_is_blank_only_if_it_was_read_whole_and_has_every_field() {
    let plan = plan("2026a", 1);
    let blank = || pdf(blank_fields(&plan, "", ""));
    let warned = |code| ReadWarning {
        code,
        page: None,
        field: None,
        message: "odd".to_owned(),
    };
    let mut recovered = blank();
    recovered.is_recovered = true;
    let mut older = blank();
    older.revision_count = 2;
    let mut doubtful = blank();
    doubtful.warnings.push(warned(Code::R021));
    let mut encrypted = blank();
    encrypted.warnings.push(warned(Code::R012));
    let mut cut = blank();
    cut.warnings.push(warned(Code::R026));
    let mut lacking = blank();
    lacking.fields.remove(0);
    let table = [
        ("whole", blank(), Status::Blank, Code::M014),
        ("encrypted", encrypted, Status::Blank, Code::M014),
        ("letters cut", cut, Status::Blank, Code::M014),
        ("recovered", recovered, Status::Damaged, Code::M015),
        ("an older revision", older, Status::Damaged, Code::M015),
        ("a value in doubt", doubtful, Status::Damaged, Code::M015),
        ("a field lost", lacking, Status::Damaged, Code::M015),
    ];
    for (row, mut file, status, code) in table {
        let collected = read(&file);
        assert_eq!(collected.status, status, "{row}");
        assert!(codes(&collected.diagnostics).contains(&code), "{row}");
        assert_eq!(
            collected.workbooks.is_empty(),
            status == Status::Damaged,
            "{row}"
        );
        set(&mut file.fields, "note", text("Something"));
        assert_eq!(
            read(&file).status,
            Status::Answered,
            "{row}, with an answer"
        );
    }
}

#[test]
fn what_was_written_on_pages_beside_empty_fields_is_not_blank() {
    let plan = plan("2026a", 1);
    let mut file = pdf(blank_fields(&plan, "", ""));
    file.note_count = 2;
    let collected = read(&file);
    assert_eq!(collected.status, Status::Flattened);
    assert_eq!(codes(&collected.diagnostics), [Code::M019]);
    assert!(collected.workbooks.is_empty());
    set(&mut file.fields, "note", text("Something"));
    let collected = read(&file);
    assert_eq!(collected.status, Status::Answered);
    assert_eq!(codes(&collected.diagnostics), [Code::M019]);
}

#[test]
fn merged_copies_are_told_apart_by_what_stands_around_their_names() {
    let plan = plan("2026a", 1);
    let mut first = blank_fields(&plan, "1.", "");
    let mut second = blank_fields(&plan, "", "+1");
    set(&mut first, "note", text("first"));
    second
        .iter_mut()
        .find(|field| field.name.ends_with("-note+1"))
        .unwrap()
        .value = text("second");
    first.extend(second);
    let collected = read(&pdf(first));
    assert_eq!(collected.status, Status::Answered);
    assert_eq!(codes(&collected.diagnostics), [Code::M008]);
    let found: Vec<_> = collected
        .workbooks
        .iter()
        .map(|one| {
            let affix = (&*one.origin.affix.before, &*one.origin.affix.after);
            (affix, value(&one.responses[8]), one.absent_count())
        })
        .collect();
    assert_eq!(
        found,
        [
            (("1.", ""), Some("first"), 0),
            (("", "+1"), Some("second"), 0)
        ]
    );
}

#[test]
fn an_edition_is_known_by_name_and_its_digest_is_compared() {
    let known = [plan("2026a", 1), plan("2026a", 2), plan("2027a", 3)];
    let known = Known::new(&known);
    let answered = |plan: &Plan| {
        let mut fields = blank_fields(plan, "", "");
        set(&mut fields, "note", text("Something"));
        collect(&pdf(fields), &known)
    };
    let table = [
        (
            "the first of two",
            plan("2026a", 1),
            Status::Answered,
            Some(0),
            vec![],
        ),
        (
            "the second of two",
            plan("2026a", 2),
            Status::Answered,
            Some(1),
            vec![],
        ),
        (
            "neither of the two",
            plan("2026a", 9),
            Status::Answered,
            Some(1),
            vec![Code::M005],
        ),
        (
            "another edition",
            plan("2027a", 3),
            Status::Answered,
            Some(2),
            vec![],
        ),
        (
            "a later edition",
            plan("2028a", 4),
            Status::UnknownEdition,
            None,
            vec![Code::M004],
        ),
    ];
    for (row, made_from, status, plan_index, expected) in table {
        let collected = answered(&made_from);
        assert_eq!(collected.status, status, "{row}");
        assert_eq!(codes(&collected.diagnostics), expected, "{row}");
        let found = collected.workbooks.first().map(|one| one.plan_index);
        assert_eq!(found, plan_index, "{row}");
        let origins = collected.workbooks.iter().map(|one| &one.origin);
        let origin = origins.chain(&collected.strangers).next().unwrap();
        let digest = made_from.identity.value().digest;
        assert_eq!(origin.digest.as_deref(), Some(&*digest), "{row}");
    }
}

#[test]
fn what_the_identity_field_says_is_checked() {
    let plan = plan("2026a", 1);
    let with_identity = |value: Option<&str>| {
        let mut fields = blank_fields(&plan, "", "");
        set(&mut fields, "note", text("Something"));
        match value {
            Some(value) => set(&mut fields, "identity", text(value)),
            None => fields.retain(|field| !field.name.ends_with("-identity")),
        }
        codes(&read(&pdf(fields)).diagnostics)
    };
    let digest = plan.identity.value().digest;
    let table = [
        (
            "as published",
            Some(format!("akam-workbook/1 kamd 2026a w0001 {digest}")),
            vec![],
        ),
        (
            "another form",
            Some(format!("akam-workbook/1 kamd 2026a w0002 {digest}")),
            vec![Code::M006],
        ),
        ("something else", Some("Anna".to_owned()), vec![Code::M006]),
        ("not there", None, vec![Code::M007]),
    ];
    for (row, value, expected) in table {
        assert_eq!(with_identity(value.as_deref()), expected, "{row}");
    }
}

#[test]
fn fields_that_are_lost_in_excess_or_foreign_are_told() {
    let plan = plan("2026a", 1);
    let changed = |change: &dyn Fn(&mut Vec<FormField>)| {
        let mut fields = blank_fields(&plan, "", "");
        set(&mut fields, "note", text("Something"));
        change(&mut fields);
        let collected = read(&pdf(fields));
        assert_eq!(collected.status, Status::Answered);
        codes(&collected.diagnostics)
    };
    let lost = changed(&|fields| drop(fields.remove(0)));
    assert_eq!(lost, [Code::M009]);
    let excess = changed(&|fields| {
        fields.push(returned("kamd-2026a-w0001-c0001-other", text("x")));
    });
    assert_eq!(excess, [Code::M010]);
    let foreign = changed(&|fields| fields.push(returned("Signature1", FieldValue::Signed)));
    assert_eq!(foreign, [Code::M017]);
}

/// The fields of two files merged under the same names, the second behind the first.
fn merged_under_one_name(first: &[FormField], second: &[FormField]) -> Vec<FormField> {
    let merged = first.iter().zip(second);
    merged
        .map(|(first, second)| {
            let mut later = second.clone();
            later.widgets[0].page = Some(30);
            FormField {
                copies: vec![first.clone(), later],
                ..first.clone()
            }
        })
        .collect()
}

#[test]
fn copies_under_the_same_names_are_told_apart_by_the_order_of_pages() {
    let plan = plan("2026a", 1);
    let mut first = blank_fields(&plan, "", "");
    let mut second = first.clone();
    set(&mut first, "note", text("first"));
    set(&mut second, "narrative", text("second"));
    let mut file = pdf(merged_under_one_name(&first, &second));
    file.warnings.push(ReadWarning {
        code: Code::R023,
        page: Some(3),
        field: Some("kamd-2026a-w0001-c0001-note".to_owned()),
        message: "fields of this name hold different values; one was taken".to_owned(),
    });
    let collected = read(&file);
    assert_eq!(codes(&collected.diagnostics), [Code::M008, Code::M011]);
    let answers: Vec<_> = collected
        .workbooks
        .iter()
        .map(|one| (value(&one.responses[0]), value(&one.responses[8])))
        .collect();
    assert_eq!(answers, [(None, Some("first")), (Some("second"), None)]);
}

#[test]
fn names_that_are_numbered_one_by_one_are_one_copy_until_one_comes_again() {
    let plan = plan("2026a", 1);
    let mut fields = blank_fields(&plan, "", "");
    set(&mut fields, "note", text("first"));
    for (copy, written) in [(1, "second"), (2, "third")] {
        for (index, mut field) in blank_fields(&plan, "", "").into_iter().enumerate() {
            if field.name.ends_with("-note") {
                field.value = text(written);
            }
            field.name = format!("{} [{}]", field.name, 1_000 * copy + 2 * index);
            field.widgets[0].page = Some(30 * copy);
            fields.push(field);
        }
    }
    let collected = read(&pdf(fields));
    assert_eq!(codes(&collected.diagnostics), [Code::M008, Code::M018]);
    let answers: Vec<_> = collected
        .workbooks
        .iter()
        .map(|one| {
            (
                &*one.origin.affix.after,
                value(&one.responses[8]),
                one.absent_count(),
            )
        })
        .collect();
    let expected = [("", "first"), (" [#]", "second"), (" [#]", "third")];
    assert_eq!(
        answers,
        expected.map(|(after, note)| (after, Some(note), 0))
    );
}

#[test]
fn a_copied_field_is_still_that_field_of_another_copy() {
    let plan = plan("2026a", 1);
    let mut fields = blank_fields(&plan, "", "");
    fields.push(returned(
        "kamd-2026a-w0001-c0001-note_copy",
        text("Something"),
    ));
    let collected = read(&pdf(fields));
    assert_eq!(collected.status, Status::Answered);
    let copy = &collected.workbooks[1];
    assert_eq!(copy.origin.affix.after, "_copy");
    assert_eq!(value(&copy.responses[8]), Some("Something"));
}

#[test]
fn more_copies_than_anybody_sends_are_refused() {
    let plan = plan("2026a", 1);
    let with = |count: usize| {
        let fields = (0..count)
            .flat_map(|copy| {
                let name = |index: usize| format!("{copy}.{}", plan.fields[index].name);
                [returned(&name(0), text("x")), returned(&name(8), text("x"))]
            })
            .collect();
        read(&pdf(fields))
    };
    assert_eq!(with(256).status, Status::Answered);
    let refused = with(257);
    assert_eq!(refused.status, Status::OverLimit);
    assert_eq!(codes(&refused.diagnostics), [Code::M016]);
    assert!(refused.workbooks.is_empty());
}

#[test]
fn a_file_without_our_fields_is_judged_by_its_pages() {
    let page = |text: &str, image_count| PageContent {
        text: CandidateText::new(text.to_owned()),
        image_count,
    };
    let marked = |number: u32, images| {
        let text = format!("Some words\nkamd-2026a-w0001 {number}/3\nPage {number} of 3");
        page(&text, images)
    };
    let later = "kamd-2030a-w0001 1/3";
    let (other, flat, scan) = (
        (Status::NotAWorkbook, Code::M001),
        (Status::Flattened, Code::M002),
        (Status::Scanned, Code::M003),
    );
    let table = [
        ("no pages", vec![], other),
        ("a letter", vec![page("Dear Sir", 0)], other),
        ("a letter, a picture", vec![page("Dear Sir", 1)], other),
        ("drawings alone", vec![page("", 0)], other),
        (
            "printed",
            vec![marked(1, 1), marked(2, 0), marked(3, 0)],
            flat,
        ),
        ("printed, later edition", vec![page(later, 0)], flat),
        (
            "scanned and recognised",
            vec![marked(1, 1), marked(2, 1)],
            scan,
        ),
        ("scanned", vec![page("", 1), page(" ", 2)], scan),
    ];
    for (row, page_contents, (status, code)) in table {
        let collected = read(&ReturnedPdf {
            page_contents,
            ..pdf(Vec::new())
        });
        assert_eq!(collected.status, status, "{row}");
        assert_eq!(codes(&collected.diagnostics), [code], "{row}");
    }
    let mended = read(&ReturnedPdf {
        is_recovered: true,
        page_contents: vec![marked(1, 0)],
        ..pdf(Vec::new())
    });
    assert_eq!(mended.status, Status::Damaged, "fields may have been lost");
    let other_form = read(&pdf(vec![returned("topmostSubform[0].f1[0]", text("x"))]));
    assert_eq!(other_form.status, Status::NotAWorkbook);
    assert_eq!(codes(&other_form.diagnostics), [Code::M001]);
}

#[test]
fn no_finding_holds_what_a_candidate_wrote() {
    let secret = "S\u{e9}cret strategy";
    let plan = plan("2026a", 1);
    let mut fields = blank_fields(&plan, "", "");
    for field in &mut fields {
        field.value = text(secret);
    }
    fields.push(returned("kamd-2026a-w0001-c0001-note", text(secret)));
    fields.push(returned("kamd-2026a-w0001-c0001-other", text(secret)));
    fields.push(returned("other", text(secret)));
    let collected = read(&pdf(fields));
    assert!(
        collected.diagnostics.len() >= 6,
        "{:?}",
        codes(&collected.diagnostics)
    );
    assert!(!format!("{collected:?}").contains("cret strategy"));
}

fn any_value() -> impl Strategy<Value = FieldValue> {
    proptest::prop_oneof![
        "\\PC{0,40}".prop_map(|t| text(&t)),
        "(E[0-9]{1,4}[-, ]{0,2}){0,5}".prop_map(|t| text(&t)),
        "[0-9]{1,4}[-/. ][0-9A-Za-z]{1,9}[-/. ][0-9]{1,5}".prop_map(|t| text(&t)),
        "(Yes|Off|On|fully)".prop_map(FieldValue::State),
        "(fully|partly|unset|yes|no)".prop_map(|t| text(&t)),
        proptest::strategy::Just(FieldValue::Signed),
        proptest::strategy::Just(FieldValue::None),
    ]
}

proptest! {
    #![proptest_config(crate::properties(256))]

    #[test]
    fn every_question_has_a_response_whatever_comes_back(values in proptest::collection::vec(any_value(), 9)) {
        let plan = plan("2026a", 1);
        let mut fields = blank_fields(&plan, "", "");
        for (field, value) in fields.iter_mut().zip(values.iter()) {
            field.value = value.clone();
        }
        let collected = read(&pdf(fields));
        prop_assert_eq!(collected.workbooks.len(), 1);
        let responses = &collected.workbooks[0].responses;
        prop_assert_eq!(responses.len(), 9);
        let is_something = responses.iter().any(|one| one.answer.is_something());
        prop_assert_eq!(collected.status == Status::Answered, is_something);
        for (response, stored) in responses.iter().zip(&values) {
            if let FieldValue::Text(stored) = stored {
                let is_kept = stored.is_blank()
                    || stored.is("unset")
                    || stored.is("Yes")
                    || stored.is("Off")
                    || response.answer.value() == Some(stored)
                    || response.raw.as_ref() == Some(stored);
                prop_assert!(is_kept, "nothing that was written is lost");
            }
        }
    }
}
