//! What is written into a workbook comes back: by outside programs, by `generate --values`, and for specifications that nobody wrote.
//!
//! In: the built-in workbook, and random texts and specifications. Out: nothing; a value that comes back changed fails a test.

use std::collections::BTreeMap;
use std::process::Command;

use akam_workbook::pdf::read::model::{FieldValue, ReturnedPdf};
use akam_workbook::pdf::read::read;
use akam_workbook::plan::field::Input;
use akam_workbook::responses::{Known, Status, collect};
use akam_workbook::{pdf, values};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use crate::readers::{self, Filling, Judge, Reader, SeenValue};
use crate::workbook::{Made, area_4, both_sides, made, placed, scratch, sound};

/// Texts that programs are known to spoil, each on its own.
fn hard_texts() -> Vec<(&'static str, String)> {
    let long: Vec<String> = (1..=3000).map(|number| format!("word{number}")).collect();
    vec![
        (
            "euro and curly quotes",
            "€1,000 “quoted” ‘so’ – and — …".to_owned(),
        ),
        ("Polish", "Zażółć gęślą jaźń".to_owned()),
        ("Greek", "Ο πελάτης είπε ναι".to_owned()),
        ("Arabic", "العميل وافق على الخطة".to_owned()),
        ("Chinese", "客户同意了我们的计划".to_owned()),
        ("emoji", "done 👍🏽 👩‍💼 🇵🇱".to_owned()),
        ("3,000 words", long.join(" ")),
        ("tabs", "a\tb\t\tc".to_owned()),
        ("LF", "first\nsecond\n\nfourth".to_owned()),
        ("CR", "first\rsecond".to_owned()),
        ("CRLF", "first\r\nsecond".to_owned()),
        (
            "brackets and backslashes",
            "a (b) \\n \\ ) ( \\101".to_owned(),
        ),
        ("accents apart", "e\u{301} a\u{308} o\u{328}".to_owned()),
        (
            "no-break and thin spaces",
            "10\u{a0}000\u{2009}€ \u{200b}x".to_owned(),
        ),
    ]
}

/// What a program does to what it is given, so that it is not asked for more than it can do.
pub(crate) struct Habits {
    pub(crate) reader: Reader,
    /// Hard texts that it changes before it writes them, in a box of any kind.
    spoils: &'static [&'static str],
    /// Hard texts that it changes in a box of one line.
    spoils_in_one_line: &'static [&'static str],
    /// Whether it picks an entry by its label, as a person does.
    pub(crate) picks_labels: bool,
    /// How often it fills the workbook: a drop-down has four entries.
    rounds: usize,
}

pub(crate) const HABITS: [Habits; 5] = [
    habits(Reader::Pypdf, &[], &[], false, 4),
    habits(Reader::Pikepdf, &[], &[], false, 4),
    habits(Reader::Mupdf, &[], &[], false, 1),
    // It sets every line itself, which takes minutes for 3,000 words in every box.
    habits(Reader::Poppler, &["3,000 words"], &[], true, 1),
    // Typed, a tab is a blank; letters beyond U+FFFF lose their upper bits.
    habits(
        Reader::Pdfium,
        &["tabs", "emoji"],
        &["LF", "CR", "CRLF"],
        true,
        1,
    ),
];

const fn habits(
    reader: Reader,
    spoils: &'static [&'static str],
    spoils_in_one_line: &'static [&'static str],
    picks_labels: bool,
    rounds: usize,
) -> Habits {
    Habits {
        reader,
        spoils,
        spoils_in_one_line,
        picks_labels,
        rounds,
    }
}

/// Everything that can be filled, filled: texts, entries and states in turn, begun at `round`; each text meets every kind of box.
fn filling(made: &Made, habits: &Habits, round: usize) -> Filling {
    let mut texts = hard_texts();
    texts.retain(|(name, _)| !habits.spoils.contains(name));
    let mut in_one_line = texts.clone();
    in_one_line.retain(|(name, _)| !habits.spoils_in_one_line.contains(name));
    let mut filling = Filling::default();
    let mut counts = [round; 5];
    let mut turn = |kind: usize| {
        counts[kind] += 1;
        counts[kind]
    };
    for (index, field) in made.plan.fields.iter().enumerate() {
        let name = field.name.to_string();
        // The number tells fields apart that hold the same text.
        let text = |texts: &[(&str, String)], turn: usize| {
            format!("{index} {}", texts[turn % texts.len()].1)
        };
        match &field.input {
            Input::Line => _ = filling.text.insert(name, text(&in_one_line, turn(0))),
            Input::Lines => _ = filling.text.insert(name, text(&texts, turn(1))),
            Input::Page => _ = filling.text.insert(name, text(&texts, turn(2))),
            Input::Choice(options) => {
                let values = both_sides(options);
                let (value, _) = &values[turn(3) % values.len()];
                filling.choices.insert(name, value.clone());
            }
            Input::Tick => {
                let state = if turn(4).is_multiple_of(2) {
                    "Yes"
                } else {
                    "Off"
                };
                filling.ticks.insert(name, state.to_owned());
            }
            Input::Signature | Input::Identity(_) => {}
        }
    }
    filling
}

/// The same with labels for entries.
fn labelled(made: &Made, filling: &Filling) -> Filling {
    let mut labelled = filling.clone();
    for field in &made.plan.fields {
        if let Input::Choice(options) = &field.input {
            let entry = labelled.choices.get_mut(&field.name.to_string()).unwrap();
            let found = both_sides(options)
                .into_iter()
                .find(|(value, _)| value == entry);
            *entry = found.unwrap().1;
        }
    }
    labelled
}

/// The value that `responses` gives for a text: line ends LF, letters NFC.
pub(crate) fn normal(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .nfc()
        .collect()
}

/// Every value of a filling is read back, as stored and as an answer.
fn comes_back(made: &Made, filling: &Filling, file: &ReturnedPdf, who: &str) {
    assert!(!file.is_recovered, "{who}");
    let plans = [made.plan.clone()];
    let collected = collect(file, &Known::new(&plans));
    assert_eq!(collected.status, Status::Answered, "{who}");
    assert_eq!(collected.workbooks.len(), 1, "{who}");
    let responses = &collected.workbooks[0].responses;
    assert_eq!(
        responses.len(),
        made.plan.fields.len() - 1,
        "{who}: all but the identity"
    );
    let mut seen = 0;
    for response in responses {
        let field = &made.plan.fields[response.field.0];
        let name = field.name.to_string();
        let expected = if let Some(text) = filling.text.get(&name) {
            Some(normal(text))
        } else if let Some(value) = filling.choices.get(&name) {
            Some(value.clone()).filter(|value| value != "unset")
        } else if let Some(state) = filling.ticks.get(&name) {
            (state == "Yes").then(|| "yes".to_owned())
        } else {
            assert_eq!(
                field.input,
                Input::Signature,
                "{who}: {name} was not filled"
            );
            None
        };
        let value = response
            .answer
            .value()
            .map(|value| value.reveal().to_owned());
        assert_eq!(value, expected, "{who}: {name}");
        seen += 1;
    }
    assert_eq!(seen, made.plan.fields.len() - 1, "{who}");
}

fn fills_and_comes_back(reader: Reader) {
    let made = area_4();
    let habits = HABITS
        .iter()
        .find(|habits| habits.reader == reader)
        .unwrap();
    let Some(judge) = readers::judge(reader, habits.rounds * made.plan.fields.len()) else {
        return;
    };
    for round in 0..habits.rounds {
        fills(&judge, habits, made, "area-4", round);
    }
}

/// Fills a form and reads it back.
pub(crate) fn fills(judge: &Judge, habits: &Habits, made: &Made, name: &str, round: usize) {
    let filling = filling(made, habits, round);
    let filled = scratch(&format!("filled-{name}-by-{}-{round}.pdf", habits.reader));
    if habits.picks_labels {
        judge.fill(&made.path, &labelled(made, &filling), &filled);
    } else {
        judge.fill(&made.path, &filling, &filled);
    }
    let file = read(&std::fs::read(&filled).unwrap()).unwrap();
    let who = format!("{name}, {}, round {round}", judge.version);
    comes_back(made, &filling, &file, &who);
}

#[test]
fn whatever_pypdf_fills_in_is_read_back() {
    fills_and_comes_back(Reader::Pypdf);
}

#[test]
fn whatever_pikepdf_fills_in_is_read_back() {
    fills_and_comes_back(Reader::Pikepdf);
}

#[test]
fn whatever_mupdf_fills_in_is_read_back() {
    fills_and_comes_back(Reader::Mupdf);
}

#[test]
fn whatever_poppler_fills_in_is_read_back() {
    fills_and_comes_back(Reader::Poppler);
}

#[test]
fn whatever_is_typed_in_pdfium_is_read_back() {
    fills_and_comes_back(Reader::Pdfium);
}

/// Texts of letters, marks, signs and line ends from all of Unicode; nothing that is no character, and no control characters but tab and line ends.
fn any_text() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        4 => prop::char::range(' ', '~'),
        2 => prop::char::range('\u{a0}', '\u{24f}'),
        2 => prop::char::range('\u{370}', '\u{4ff}'),
        2 => any::<char>().prop_filter("no control characters", |letter| !letter.is_control()),
        1 => Just('\n'),
        1 => Just('\t'),
    ];
    prop::collection::vec(letter, 1..60).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(crate::properties(12))]

    #[test]
    fn any_text_given_beforehand_is_read_back(texts in prop::collection::vec(any_text(), 8)) {
        let made = area_4();
        let text_fields: Vec<String> = made
            .plan
            .asked()
            .filter(|(_, field)| matches!(field.input, Input::Line | Input::Lines | Input::Page))
            .map(|(_, field)| field.name.to_string())
            .collect();
        prop_assert!(text_fields.len() > 200);
        let given: BTreeMap<String, String> = text_fields
            .into_iter()
            .enumerate()
            .map(|(index, name)| (name, format!("{index}{}", texts[index % texts.len()])))
            .collect();
        let file = serde_json::json!({ "format": "akam-values/1", "values": given });
        let plans = [made.plan.clone()];
        let loaded = values::load(file.to_string().as_bytes(), &plans);
        let found = loaded.diagnostics;
        let values = loaded.value.unwrap_or_else(|| panic!("{found:#?}"));
        let bytes = pdf::write::write(&made.plan, &made.layout, None, &values[0]).unwrap();
        let read = read(&bytes).unwrap();
        let mut seen = 0;
        for field in &read.fields {
            if let Some(text) = given.get(&field.name) {
                let FieldValue::Text(value) = &field.value else {
                    panic!("{} holds {:?}", field.name, field.value);
                };
                prop_assert_eq!(normal(value.reveal()), normal(text), "{}", &field.name);
                prop_assert_eq!(&field.value, &field.default_value);
                seen += 1;
            }
        }
        prop_assert_eq!(seen, given.len());
    }
}

/// A specification that nobody wrote: how many competencies, parts and indicators, what is asked of each, and in which words.
#[derive(Clone, Debug)]
struct Invented {
    /// Areas, their competencies, their parts: how many indicators each has.
    tree: Vec<Vec<Vec<usize>>>,
    /// Kinds asked of the workbook, and of each competency, part and indicator.
    asks: [Vec<&'static str>; 4],
    /// Wordings of indicators, used in turn.
    words: Vec<String>,
    /// Titles, used in turn; a cover has room for a few lines.
    titles: Vec<String>,
    /// Questions, used in turn; they head narrow columns.
    prompts: Vec<String>,
}

const KINDS: [&str; 9] = [
    "text",
    "narrative",
    "date",
    "percent",
    "evidenceRefs",
    "choice",
    "yesNo",
    "attest",
    "signature",
];

const LEVELS: [&str; 4] = ["workbook", "competency", "part", "indicator"];

/// Up to `most` words in Latin, Greek and Cyrillic letters.
fn any_wording(most: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[A-Za-z]{1,12}",
        1 => "[0-9]{1,4}",
        1 => "[ąćęłńóśźżéüñ]{1,8}",
        1 => "[α-ω]{1,9}",
        1 => "[а-я]{1,9}",
        1 => Just("‘so’".to_owned()),
        1 => Just("office-based".to_owned()),
        1 => Just("and/or,".to_owned()),
    ];
    prop::collection::vec(word, 1..most).prop_map(|words| words.join(" "))
}

fn invented() -> impl Strategy<Value = Invented> {
    let part = 1..9_usize;
    let competency = prop::collection::vec(part, 1..4);
    let area = prop::collection::vec(competency, 1..4);
    let kinds = |least, most| prop::collection::vec(prop::sample::select(&KINDS[..]), least..most);
    (
        prop::collection::vec(area, 1..3),
        [
            // A form that asks nothing is refused, so something is asked of the workbook.
            kinds(1, 4).boxed(),
            kinds(0, 5).boxed(),
            kinds(0, 3).boxed(),
            kinds(0, 4).boxed(),
        ],
        prop::collection::vec(any_wording(50), 5..20),
        prop::collection::vec(any_wording(9), 5..20),
        prop::collection::vec(any_wording(6), 3..9),
    )
        .prop_map(|(tree, asks, words, titles, prompts)| Invented {
            tree,
            asks,
            words,
            titles,
            prompts,
        })
}

impl Invented {
    /// As a publisher would write it.
    fn source(&self) -> String {
        let mut counts = [0; 4];
        let mut words = self.words.iter().cycle();
        let mut titles = self.titles.iter().cycle();
        let mut id = |level: usize| {
            counts[level] += 1;
            format!("{}{:04}", ["a", "c", "p", "i"][level], counts[level])
        };
        let mut areas = Vec::new();
        for area in &self.tree {
            let area_id = id(0);
            let mut competencies = Vec::new();
            for competency in area {
                let competency_id = id(1);
                let mut parts = Vec::new();
                for &indicators in competency {
                    let part_id = id(2);
                    let indicators: Vec<_> = (0..indicators)
                        .map(|_| serde_json::json!({ "id": id(3), "text": words.next() }))
                        .collect();
                    parts.push(serde_json::json!({ "id": part_id, "title": titles.next(), "indicators": indicators }));
                }
                competencies.push(serde_json::json!({ "id": competency_id, "code": competency_id, "title": titles.next(), "parts": parts }));
            }
            areas.push(serde_json::json!({ "id": area_id, "code": area_id, "title": titles.next(), "competencies": competencies }));
        }
        let covers: Vec<String> = (1..=self.tree.len())
            .map(|number| format!("a{number:04}"))
            .collect();
        let asks: serde_json::Map<String, serde_json::Value> = LEVELS
            .iter()
            .zip(&self.asks)
            .filter(|(_, kinds)| !kinds.is_empty())
            .map(|(level, kinds)| ((*level).to_owned(), asks(level, kinds, &self.prompts)))
            .collect();
        serde_json::json!({
            "format": "akam-workbook/1",
            "programme": {
                "title": "Invented programme",
                "publisher": { "name": "Nobody", "shortName": "Nobody" },
                "language": "en-GB",
                "subject": "person",
            },
            "framework": {
                "id": "inv", "edition": "1", "title": "Invented framework", "published": "2026-01-31", "areas": areas,
            },
            "scales": [ { "id": "claim", "options": [
                { "value": "fully", "label": "Shown fully" }, { "value": "notyet", "label": "Not yet" } ] } ],
            "workbooks": [ { "id": "w0001", "title": "Invented workbook", "file": "invented", "covers": covers, "asks": asks } ],
        })
        .to_string()
    }

    /// How many fields its workbook must have, the identity among them.
    fn fields(&self) -> usize {
        let competencies: Vec<&Vec<usize>> = self.tree.iter().flatten().collect();
        let parts: Vec<usize> = competencies.iter().copied().flatten().copied().collect();
        let counts = [1, competencies.len(), parts.len(), parts.iter().sum()];
        let asked = counts
            .iter()
            .zip(&self.asks)
            .map(|(count, kinds)| count * kinds.len());
        1 + asked.sum::<usize>()
    }
}

/// Questions of one level, with slots that tell their places.
fn asks(level: &str, kinds: &[&str], prompts: &[String]) -> serde_json::Value {
    let letters = ["a", "b", "c", "d", "e"];
    let prompts = prompts.iter().cycle();
    let asks = kinds
        .iter()
        .zip(letters)
        .zip(prompts)
        .map(|((kind, letter), prompt)| {
            let slot = format!("{level}_{letter}");
            let mut ask = serde_json::json!({ "slot": slot, "kind": kind, "prompt": prompt });
            if *kind == "choice" {
                ask["scale"] = "claim".into();
            }
            ask
        });
    asks.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 60, ..crate::properties(24) })]

    #[test]
    fn any_specification_that_is_sound_becomes_a_workbook_with_every_field(invented in invented()) {
        let spec = sound(invented.source().as_bytes());
        let made = made(&spec, 0, "invented");
        prop_assert_eq!(made.plan.fields.len(), invented.fields());
        let read = read(&made.bytes).unwrap();
        prop_assert!(read.warnings.is_empty() && !read.is_recovered, "{:?}", read.warnings);
        let seen: Vec<&str> = read.fields.iter().map(|field| field.name.as_str()).collect();
        let expected: Vec<String> = placed(&made).iter().map(|(_, field, _)| field.name.to_string()).collect();
        prop_assert_eq!(seen, expected);
        // Nothing stands on another field, or outside the page.
        for page in &made.layout.pages {
            for (index, field) in page.fields.iter().enumerate() {
                let rect = field.rect;
                prop_assert!(rect.x.0 >= 0.0 && rect.right() <= made.layout.paper.width, "{:?}", rect);
                prop_assert!(rect.y.0 >= 0.0 && rect.bottom() <= made.layout.paper.height, "{:?}", rect);
                prop_assert!(rect.width.0 > 5.0 && rect.height.0 > 5.0, "{:?}", rect);
                for other in &page.fields[..index] {
                    prop_assert!(!rect.overlaps(&other.rect), "{:?} and {:?}", rect, other.rect);
                }
            }
        }
    }
}

/// Runs the program; what it printed, if it ended with one of these codes.
fn program(arguments: &[&str], codes: &[i32]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_akam-workbook"))
        .args(arguments)
        .env("TZ", "Asia/Tokyo")
        .env("LANG", "tr_TR.UTF-8")
        .output()
        .unwrap();
    let code = output.status.code().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        codes.contains(&code),
        "{arguments:?} ended with {code}: {stderr}"
    );
    output.stdout
}

#[test]
fn the_program_makes_the_same_bytes_in_another_process_language_and_time_zone() {
    let printed = program(&["generate", "--workbook", "w0001", "--out", "-"], &[0]);
    assert!(printed == area_4().bytes, "the two files differ");
}

#[test]
fn the_program_extracts_every_value_that_pikepdf_filled_in() {
    let made = area_4();
    let Some(judge) = readers::judge(Reader::Pikepdf, made.plan.fields.len()) else {
        return;
    };
    let filling = filling(made, &HABITS[1], 1);
    let filled = scratch("filled-for-the-program.pdf");
    judge.fill(&made.path, &filling, &filled);
    // 1 says that there is something for a person: text longer than its box, for one.
    let printed = program(&["extract", filled.to_str().unwrap()], &[0, 1]);
    let answers: serde_json::Value = serde_json::from_slice(&printed).unwrap();
    assert_eq!(answers["format"], "akam-responses/1");
    let file = &answers["files"][0];
    assert_eq!(file["status"], "answered");
    let answers = file["workbooks"][0]["answers"].as_array().unwrap();
    let values: BTreeMap<&str, &serde_json::Value> = answers
        .iter()
        .map(|answer| (answer["field"].as_str().unwrap(), &answer["value"]))
        .collect();
    assert_eq!(
        values.len(),
        made.plan.fields.len() - 1,
        "all but the identity"
    );
    for (name, text) in &filling.text {
        assert_eq!(*values[name.as_str()], normal(text), "{name}");
    }
    for (name, value) in filling
        .choices
        .iter()
        .filter(|(_, value)| *value != "unset")
    {
        assert_eq!(values[name.as_str()], value, "{name}");
    }
    for (name, state) in &filling.ticks {
        let expected = if state == "Yes" {
            "yes".into()
        } else {
            serde_json::Value::Null
        };
        assert_eq!(*values[name.as_str()], expected, "{name}");
    }
}

#[test]
fn what_the_program_is_given_beforehand_every_reader_sees() {
    let made = area_4();
    let filling = filling(made, &HABITS[1], 2);
    let mut given = filling.text.clone();
    given.extend(
        filling
            .choices
            .clone()
            .into_iter()
            .filter(|(_, value)| value != "unset"),
    );
    given.extend(
        filling
            .ticks
            .iter()
            .filter(|(_, state)| *state == "Yes")
            .map(|(name, _)| (name.clone(), "yes".to_owned())),
    );
    let values = scratch("given.json");
    let file = serde_json::json!({ "format": "akam-values/1", "values": given });
    std::fs::write(&values, file.to_string()).unwrap();
    let values = values.to_str().unwrap();
    let printed = program(
        &[
            "generate",
            "--workbook",
            "w0001",
            "--values",
            values,
            "--out",
            "-",
        ],
        &[0, 1],
    );
    let path = scratch("given.pdf");
    std::fs::write(&path, printed).unwrap();
    for reader in [Reader::Pikepdf, Reader::Mupdf, Reader::Pdfium] {
        let Some(judge) = readers::judge(reader, given.len()) else {
            continue;
        };
        let form = judge.fields(&path);
        for (name, value) in &given {
            let expected = if filling.ticks.contains_key(name) {
                "Yes"
            } else {
                value
            };
            let seen = &form.field(name).unwrap().value;
            let Some(SeenValue::One(seen)) = seen else {
                panic!("{}, {name}: {seen:?}", judge.version);
            };
            assert_eq!(normal(seen), normal(expected), "{}, {name}", judge.version);
        }
    }
}

/// `form-with-a-later-copy.pdf` is `form.pdf` with an object stream that holds the field "line" once more, saying "newer"; its table still
/// leads to the first copy, and no other program says a word.
#[test]
fn a_later_copy_that_the_table_passes_over_is_told() {
    let folder = readers::repository().join("tests/readers");
    let codes = |name: &str| -> Vec<&str> {
        let file = read(&std::fs::read(folder.join(name)).unwrap()).unwrap();
        assert_eq!(file.fields.len(), 5, "{name}");
        let warnings = file.warnings.iter();
        warnings.map(|warning| warning.code.as_str()).collect()
    };
    assert!(codes("form.pdf").is_empty());
    assert_eq!(codes("form-with-a-later-copy.pdf"), ["R018"]);
}
