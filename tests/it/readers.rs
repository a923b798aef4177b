//! The outside programs that judge our files: one [`Judge`] each, one Python script each in `tests/readers`.
//!
//! In: a path. Out: what that program's own interface shows, as plain data; `None` is a fact that it does not show (`docs/readers.md` has the table).
//! Never: reads a PDF itself.
//!
//! ```ignore
//! let Some(judge) = readers::judge(Reader::Pypdf, 290) else { return };  // skipped, aloud; a failure with AKAM_REQUIRE_READERS=1
//! let form = judge.fields(&path);
//! judge.fill(&path, &filling, &filled);
//! ```

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// An outside program. `tests/setup` installs them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reader {
    /// qpdf's program: `fields` and `check`.
    Qpdf,
    /// poppler as Evince uses it, and pdftotext: `fields`, `page_texts`, `fill`.
    Poppler,
    /// PDFium through its C interface: `fields`, `page_texts`, `fill`, `render`.
    Pdfium,
    /// MuPDF through `PyMuPDF`: `fields`, `page_texts`, `fill`.
    Mupdf,
    /// pypdf: `fields`, `page_texts`, `fill`.
    Pypdf,
    /// pikepdf: `fields`, `fill`, `spoken`.
    Pikepdf,
    /// Python's jsonschema: `validate`.
    JsonSchema,
    /// veraPDF: `breaks`.
    Verapdf,
}

impl Reader {
    /// The readers of forms.
    pub(crate) const FORMS: [Self; 6] = [
        Self::Qpdf,
        Self::Poppler,
        Self::Pdfium,
        Self::Mupdf,
        Self::Pypdf,
        Self::Pikepdf,
    ];

    /// As it is called in messages and documents, and its script.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Qpdf => ("qpdf", "qpdf.py"),
            Self::Poppler => ("poppler", "poppler.py"),
            Self::Pdfium => ("PDFium", "pdfium.py"),
            Self::Mupdf => ("MuPDF", "mupdf.py"),
            Self::Pypdf => ("pypdf", "pypdf_.py"),
            Self::Pikepdf => ("pikepdf", "pikepdf_.py"),
            Self::JsonSchema => ("jsonschema", "schema.py"),
            Self::Verapdf => ("veraPDF", "verapdf.py"),
        }
    }

    /// The Python it runs under: the bindings of poppler belong to Debian's.
    fn python(self) -> PathBuf {
        if self == Self::Poppler {
            return PathBuf::from("/usr/bin/python3");
        }
        let venv = std::env::var_os("AKAM_READERS_VENV")
            .map_or_else(|| repository().join("tests/.venv"), PathBuf::from);
        venv.join("bin/python")
    }

    fn run(self, arguments: &[&str]) -> Result<Vec<u8>, String> {
        let script = repository().join("tests/readers").join(self.names().1);
        let output = Command::new(self.python())
            .arg(script)
            .args(arguments)
            .output()
            .map_err(|error| error.to_string())?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

impl fmt::Display for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.names().0)
    }
}

/// The folder that `Cargo.toml` is in.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A reader that is there.
#[derive(Clone, Debug)]
pub(crate) struct Judge {
    /// Which.
    pub(crate) reader: Reader,
    /// Its name and version, as it says them itself.
    pub(crate) version: String,
}

/// The reader, or a loud skip of `checks` checks; with `AKAM_REQUIRE_READERS=1` a missing reader fails the test.
pub(crate) fn judge(reader: Reader, checks: usize) -> Option<Judge> {
    static FOUND: [OnceLock<Result<String, String>>; 8] = [const { OnceLock::new() }; 8];
    let asked = || -> Result<String, String> {
        let answer = reader.run(&["version"])?;
        let answer: Answer<()> = serde_json::from_slice(&answer).map_err(|e| e.to_string())?;
        Ok(answer.version)
    };
    match FOUND[reader as usize].get_or_init(asked) {
        Ok(version) => Some(Judge {
            reader,
            version: version.clone(),
        }),
        Err(why) => {
            skip(&reader.to_string(), checks, why);
            None
        }
    }
}

/// Says on the true stderr, which libtest does not swallow, that `checks` checks by `tool` are not made; fails where none may be skipped.
fn skip(tool: &str, checks: usize, why: &str) {
    let line = format!("SKIPPED {tool}: not found; {checks} checks not made\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
    let required = std::env::var_os("AKAM_REQUIRE_READERS").is_some_and(|value| value == "1");
    assert!(!required, "{tool} is required (run tests/setup): {why}");
}

/// What every script prints.
#[derive(Deserialize)]
struct Answer<T> {
    version: String,
    result: T,
}

/// A form as one reader sees it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct SeenForm {
    /// Number of pages.
    pub(crate) page_count: usize,
    /// Fields in the reader's own order, the widgets of one name together.
    pub(crate) fields: Vec<SeenField>,
}

impl SeenForm {
    /// The field of that name.
    pub(crate) fn field(&self, name: &str) -> Option<&SeenField> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A field as one reader sees it; `None` where its interface does not show the fact.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub(crate) struct SeenField {
    /// Full name.
    pub(crate) name: String,
    /// text, checkbox, radio, choice, signature or button.
    pub(crate) kind: String,
    /// Text, option or state without slash. poppler shows a choice's label, and "on" for a ticked box.
    pub(crate) value: Option<SeenValue>,
    /// What a screen reader says (`/TU`).
    pub(crate) tooltip: Option<String>,
    /// `/Ff`; poppler shows bit 1 (read-only) alone.
    pub(crate) flags: Option<u32>,
    /// Export value and label of each option; poppler and PDFium show labels alone, qpdf none.
    pub(crate) options: Option<Vec<(Option<String>, String)>>,
    /// Where it stands.
    pub(crate) widgets: Option<Vec<SeenWidget>>,
}

/// A value.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(untagged)]
pub(crate) enum SeenValue {
    /// One text, option or state.
    One(String),
    /// Several options of a list.
    Several(Vec<String>),
}

/// A widget.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub(crate) struct SeenWidget {
    /// Page, from 1.
    pub(crate) page: usize,
    /// x0, y0, x1, y1 in points, y upward.
    pub(crate) rect: Option<[f64; 4]>,
}

/// What to write into a form, by field name.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Filling {
    /// Text fields.
    pub(crate) text: BTreeMap<String, String>,
    /// Drop-downs: the export value for MuPDF, pypdf and pikepdf; the label for poppler and PDFium, which pick as a person does.
    pub(crate) choices: BTreeMap<String, String>,
    /// Check boxes: the state's name.
    pub(crate) ticks: BTreeMap<String, String>,
}

/// What veraPDF says of a file.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Judgement {
    /// Number of checks that were made.
    pub(crate) checks: usize,
    /// The rules that are broken.
    pub(crate) failures: Vec<BrokenRule>,
}

/// A rule that a file breaks.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct BrokenRule {
    /// Clause and test, as in "7.18.1 2".
    pub(crate) rule: String,
    /// What it asks for.
    pub(crate) message: String,
    /// The first place.
    #[serde(rename = "where")]
    pub(crate) place: String,
    /// How often.
    pub(crate) count: usize,
}

/// What `qpdf --check` says.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Verdict {
    /// 0 sound, 2 errors, 3 warnings.
    pub(crate) status: i32,
    /// All it printed.
    pub(crate) output: String,
}

impl Judge {
    /// The form's fields.
    pub(crate) fn fields(&self, file: &Path) -> SeenForm {
        self.ask(&["fields", utf8(file)])
    }

    /// The text of each page.
    pub(crate) fn page_texts(&self, file: &Path) -> Vec<String> {
        self.ask(&["texts", utf8(file)])
    }

    /// Fills `source` and saves it as `target`; the values go through `target` with `.json` behind.
    pub(crate) fn fill(&self, source: &Path, filling: &Filling, target: &Path) {
        let values = format!("{}.json", utf8(target));
        std::fs::write(&values, serde_json::to_vec(filling).unwrap()).unwrap();
        self.ask::<()>(&["fill", utf8(source), &values, utf8(target)]);
    }

    /// Puts the pages of two files into one.
    pub(crate) fn merge(&self, first: &Path, second: &Path, target: &Path) {
        self.ask::<()>(&["merge", utf8(first), utf8(second), utf8(target)]);
    }

    /// Makes fields part of the page, or prints a copy to PDF.
    pub(crate) fn flatten(&self, source: &Path, target: &Path) {
        self.ask::<()>(&["flatten", utf8(source), utf8(target)]);
    }

    /// Makes a picture of each page; `MuPDF` alone.
    pub(crate) fn scan(&self, source: &Path, target: &Path) {
        self.ask::<()>(&["scan", utf8(source), utf8(target)]);
    }

    /// `qpdf --check`; qpdf alone.
    pub(crate) fn check(&self, file: &Path) -> Verdict {
        self.ask(&["check", utf8(file)])
    }

    /// Every object of a file as JSON, by "N G R", and the trailer; qpdf alone. Names as `/Name`, strings as `u:…` or `b:…`, streams decoded.
    pub(crate) fn objects(&self, file: &Path) -> BTreeMap<String, serde_json::Value> {
        self.ask(&["objects", utf8(file)])
    }

    /// The pages (from 1) as `folder/page-NN.png` with fields painted, and how many pages the file has; PDFium alone.
    pub(crate) fn render(&self, file: &Path, dpi: u32, folder: &Path, pages: &[usize]) -> usize {
        let mut arguments = vec!["render".to_owned(), utf8(file).to_owned()];
        arguments.extend([dpi.to_string(), utf8(folder).to_owned()]);
        arguments.extend(pages.iter().map(ToString::to_string));
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        self.ask(&arguments)
    }

    /// For each document, what the schema has against it; jsonschema alone.
    pub(crate) fn validate(&self, schema: &Path, documents: &[&Path]) -> Vec<Vec<String>> {
        let mut arguments = vec!["validate", utf8(schema)];
        arguments.extend(documents.iter().map(|document| utf8(document)));
        self.ask(&arguments)
    }

    /// The files inside a file: name and content, a byte a letter; qpdf alone.
    pub(crate) fn attachments(&self, file: &Path) -> BTreeMap<String, String> {
        self.ask(&["attachments", utf8(file)])
    }

    /// What a screen reader says of a tagged file, a line each; pikepdf alone.
    pub(crate) fn spoken(&self, file: &Path) -> Vec<String> {
        self.ask(&["spoken", utf8(file)])
    }

    /// What each file breaks of a flavour, `ua1` or `3a`; veraPDF alone.
    pub(crate) fn breaks(&self, flavour: &str, files: &[&Path]) -> Vec<Judgement> {
        let mut arguments = vec!["validate", flavour];
        arguments.extend(files.iter().map(|file| utf8(file)));
        self.ask(&arguments)
    }

    fn ask<T: DeserializeOwned>(&self, arguments: &[&str]) -> T {
        let answer = match self.reader.run(arguments) {
            Ok(answer) => answer,
            Err(why) => panic!("{} could not {arguments:?}:\n{why}", self.version),
        };
        let answer: Answer<T> = serde_json::from_slice(&answer)
            .unwrap_or_else(|why| panic!("{} answered {arguments:?} oddly: {why}", self.version));
        answer.result
    }
}

fn utf8(path: &Path) -> &str {
    path.to_str().expect("paths of tests are UTF-8")
}

/// A form that no program of ours made: `tests/readers/form.pdf`, written with pikepdf.
fn sample() -> PathBuf {
    repository().join("tests/readers/form.pdf")
}

fn one(text: &str) -> Option<SeenValue> {
    Some(SeenValue::One(text.to_owned()))
}

#[test]
fn every_reader_of_forms_sees_the_five_fields_of_a_form_made_by_another_program() {
    for reader in Reader::FORMS {
        let Some(judge) = judge(reader, 5) else {
            continue;
        };
        let form = judge.fields(&sample());
        assert_eq!(form.page_count, 2, "{}", judge.version);
        let seen: Vec<(&str, &str, Option<&str>, usize)> = form
            .fields
            .iter()
            .map(|field| {
                let page = field.widgets.as_ref().unwrap().first().unwrap().page;
                (&*field.name, &*field.kind, field.tooltip.as_deref(), page)
            })
            .collect();
        let expected = [
            ("line", "text", Some("One line, ą and €"), 1),
            ("lines", "text", Some("Lines"), 1),
            ("tick", "checkbox", Some("A tick"), 2),
            ("choice", "choice", Some("A choice"), 2),
            ("signature", "signature", Some("A signature"), 2),
        ];
        assert_eq!(seen, expected, "{}", judge.version);

        let lines = form.field("lines").unwrap();
        assert_eq!(lines.value, one("ł α ع 中 😀\nsecond"), "{}", judge.version);
        let is_poppler = reader == Reader::Poppler;
        assert_eq!(lines.flags, Some(if is_poppler { 0 } else { 4096 }));
        if reader != Reader::Qpdf {
            let rect = lines.widgets.as_ref().unwrap().first().unwrap().rect;
            assert_eq!(rect, Some([20.0, 60.0, 140.0, 110.0]), "{}", judge.version);
            let labels = form.field("choice").unwrap().options.clone().unwrap();
            let labels: Vec<&str> = labels.iter().map(|(_, label)| label.as_str()).collect();
            assert_eq!(labels, ["(choose)", "Shown fully"], "{}", judge.version);
        }
    }
}

#[test]
fn every_reader_that_fills_is_seen_by_pypdf_to_have_filled() {
    let folder = tempfile::tempdir().unwrap();
    let Some(witness) = judge(Reader::Pypdf, 20) else {
        return;
    };
    for reader in Reader::FORMS
        .into_iter()
        .filter(|reader| *reader != Reader::Qpdf)
    {
        let Some(judge) = judge(reader, 4) else {
            continue;
        };
        let by_label = matches!(reader, Reader::Poppler | Reader::Pdfium);
        let choice = if by_label { "(choose)" } else { "unset" };
        let filling = Filling {
            text: [("line", "typed ż"), ("lines", "a\nb")].map(owned).into(),
            choices: [("choice", choice)].map(owned).into(),
            ticks: [("tick", "Off")].map(owned).into(),
        };
        let target = folder.path().join(format!("{reader}.pdf"));
        judge.fill(&sample(), &filling, &target);
        let form = witness.fields(&target);
        let value = |name: &str| form.field(name).unwrap().value.clone();
        assert_eq!(value("line"), one("typed ż"), "{}", judge.version);
        assert_eq!(value("choice"), one("unset"), "{}", judge.version);
        assert_eq!(value("tick"), one("Off"), "{}", judge.version);
        let Some(SeenValue::One(lines)) = value("lines") else {
            panic!("{}: {:?}", judge.version, value("lines"));
        };
        let lines = lines.replace("\r\n", "\n").replace('\r', "\n");
        assert_eq!(lines, "a\nb", "{}", judge.version);
    }
}

fn owned((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

#[test]
fn readers_of_text_see_both_pages() {
    for reader in [
        Reader::Poppler,
        Reader::Pdfium,
        Reader::Mupdf,
        Reader::Pypdf,
    ] {
        let Some(judge) = judge(reader, 2) else {
            continue;
        };
        let texts = judge.page_texts(&sample());
        assert_eq!(texts.len(), 2, "{}", judge.version);
        assert!(
            texts[0].contains("First page"),
            "{}: {texts:?}",
            judge.version
        );
        assert!(
            texts[1].contains("Second page"),
            "{}: {texts:?}",
            judge.version
        );
    }
}

#[test]
fn qpdf_tells_a_sound_file_from_a_cut_one() {
    let Some(judge) = judge(Reader::Qpdf, 2) else {
        return;
    };
    let verdict = judge.check(&sample());
    assert_eq!(verdict.status, 0, "{}", verdict.output);
    let folder = tempfile::tempdir().unwrap();
    let cut = folder.path().join("cut.pdf");
    let whole = std::fs::read(sample()).unwrap();
    std::fs::write(&cut, &whole[..whole.len() - 40]).unwrap();
    let verdict = judge.check(&cut);
    assert_ne!(verdict.status, 0, "{}", verdict.output);
    assert!(verdict.output.contains("WARNING"), "{}", verdict.output);
}

#[test]
fn pdfium_renders_a_page_of_the_size_asked_for() {
    let Some(judge) = judge(Reader::Pdfium, 1) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(judge.render(&sample(), 72, folder.path(), &[2]), 2);
    let image = image::open(folder.path().join("page-02.png")).unwrap();
    assert_eq!((image.width(), image.height()), (300, 200));
}

#[test]
fn jsonschema_says_what_is_wrong_with_which_document() {
    let Some(judge) = judge(Reader::JsonSchema, 2) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let schema = file("schema.json", r#"{ "required": ["id"] }"#);
    let (good, bad) = (file("good.json", r#"{ "id": 1 }"#), file("bad.json", "{}"));
    let complaints = judge.validate(&schema, &[&good, &bad]);
    let counts: Vec<usize> = complaints.iter().map(Vec::len).collect();
    assert_eq!(counts, [0, 1], "{complaints:?}");
}

#[test]
fn a_missing_reader_is_said_aloud_and_fails_where_readers_are_required() {
    let run = |required: &str| {
        Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "readers::jsonschema_says_what_is_wrong_with_which_document",
            ])
            .env("AKAM_READERS_VENV", "/nonexistent")
            .env("AKAM_REQUIRE_READERS", required)
            .output()
            .unwrap()
    };
    for (required, passes) in [("0", true), ("1", false)] {
        let output = run(required);
        let stderr = String::from_utf8_lossy(&output.stderr);
        let said = stderr.contains("SKIPPED jsonschema: not found; 2 checks not made\n");
        assert!(said, "required {required}: {stderr}");
        assert_eq!(output.status.success(), passes, "required {required}");
    }
}
