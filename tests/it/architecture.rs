//! The walls of the house: which room may name which, where candidate text may be looked at, how long a file may grow.
//!
//! In: every file under `src`, as text without comments and strings. Out: nothing; a wall that is broken fails a test.
//! Never: trusts that it looked: a room without a file, or a file without a room, fails too.

#![expect(
    clippy::string_slice,
    reason = "the scanner cuts where it has just found a letter or a sign"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::readers::repository;

/// A room, what it may name, and where: a name with a file or folder behind it may stand there alone.
struct Row {
    room: &'static str,
    rooms: &'static [(&'static str, &'static [&'static str])],
    crates: &'static [(&'static str, &'static [&'static str])],
}

const ANYWHERE: &[&str] = &[];

/// The rooms in order: a row names only rows above it. `thiserror` may derive any room's `Error` and is not listed.
const ROWS: &[Row] = &[
    row("geometry", &[], &[]),
    row("ids", &[], &[]),
    row("confidential", &[], &[]),
    row("messages", &[], &[]),
    row("diagnostic", &[], &[]),
    row(
        "field_name",
        &[("ids", ANYWHERE), ("diagnostic", ANYWHERE)],
        &[],
    ),
    row(
        "images",
        &[("geometry", ANYWHERE), ("diagnostic", ANYWHERE)],
        &[("image", ANYWHERE)],
    ),
    row(
        "text",
        &[("geometry", ANYWHERE), ("diagnostic", ANYWHERE)],
        &[
            ("skrifa", &["font"]),
            ("harfrust", &["font"]),
            ("subsetter", &["font"]),
            ("icu_segmenter", &["wrap"]),
            ("unicode_segmentation", &["words", "wrap"]),
        ],
    ),
    row(
        "spec",
        &[
            ("ids", ANYWHERE),
            ("field_name", ANYWHERE),
            ("messages", ANYWHERE),
            ("diagnostic", ANYWHERE),
        ],
        &[
            ("serde", &["json", "locate"]),
            ("serde_path_to_error", &["json"]),
            ("schemars", &["json", "schema"]),
            ("serde_json", &["json", "locate", "schema"]),
            ("pulldown_cmark", &["markup"]),
            ("sha2", &["edition"]),
        ],
    ),
    row(
        "plan",
        &[
            ("spec", ANYWHERE),
            ("ids", ANYWHERE),
            ("field_name", ANYWHERE),
            ("messages", ANYWHERE),
            ("diagnostic", ANYWHERE),
        ],
        &[],
    ),
    row(
        "values",
        &[
            ("plan", ANYWHERE),
            ("spec", ANYWHERE),
            ("ids", ANYWHERE),
            ("field_name", ANYWHERE),
            ("confidential", ANYWHERE),
            ("diagnostic", ANYWHERE),
        ],
        &[("serde", ANYWHERE), ("serde_json", ANYWHERE)],
    ),
    row(
        "layout",
        &[
            ("plan", ANYWHERE),
            ("text", ANYWHERE),
            ("images", ANYWHERE),
            ("geometry", ANYWHERE),
            ("ids", ANYWHERE),
            ("field_name", ANYWHERE),
            ("diagnostic", ANYWHERE),
        ],
        &[],
    ),
    row("pdf::flags", &[], &[]),
    row(
        "pdf::write",
        &[
            ("layout", ANYWHERE),
            ("plan", ANYWHERE),
            ("text", ANYWHERE),
            ("images", ANYWHERE),
            ("geometry", ANYWHERE),
            ("ids", ANYWHERE),
            ("field_name", ANYWHERE),
            ("confidential", ANYWHERE),
            ("pdf::flags", ANYWHERE),
            ("diagnostic", ANYWHERE),
        ],
        &[
            ("lopdf", ANYWHERE),
            ("printpdf", &["content"]),
            ("flate2", &["compress"]),
            ("sha2", &["metadata"]),
        ],
    ),
    row(
        "pdf::read",
        &[
            ("geometry", ANYWHERE),
            ("confidential", ANYWHERE),
            ("pdf::flags", ANYWHERE),
            ("diagnostic", ANYWHERE),
        ],
        &[("lopdf", ANYWHERE), ("flate2", ANYWHERE)],
    ),
    row(
        "responses",
        &[
            ("pdf::read", ANYWHERE),
            ("plan", ANYWHERE),
            ("ids", ANYWHERE),
            ("field_name", ANYWHERE),
            ("confidential", ANYWHERE),
            ("diagnostic", ANYWHERE),
            ("layout", &["rescue"]),
            ("geometry", &["rescue"]),
        ],
        &[("unicode_normalization", &["typed"]), ("jiff", &["typed"])],
    ),
    row(
        "assess",
        &[
            ("responses", ANYWHERE),
            ("plan", ANYWHERE),
            ("spec", ANYWHERE),
            ("ids", ANYWHERE),
            ("confidential", ANYWHERE),
            ("diagnostic", ANYWHERE),
            ("text", &["completeness", "overflow"]),
            ("layout", &["overflow"]),
            ("geometry", &["overflow"]),
        ],
        &[],
    ),
    row(
        "export",
        &[
            ("assess", ANYWHERE),
            ("responses", ANYWHERE),
            ("plan", ANYWHERE),
            ("spec", ANYWHERE),
            ("ids", ANYWHERE),
            ("confidential", ANYWHERE),
            ("messages", ANYWHERE),
            ("diagnostic", ANYWHERE),
            ("pdf::read", &["fields"]),
        ],
        &[
            ("serde", ANYWHERE),
            ("serde_json", ANYWHERE),
            ("schemars", &["json"]),
        ],
    ),
    row(
        BINARY,
        &[],
        &[
            ("clap", &["args", "completions", "main"]),
            ("clap_complete", &["args", "completions"]),
            ("clap_mangen", &["completions"]),
            ("anstream", &["report"]),
            ("indicatif", &["report"]),
            ("unicode_segmentation", &["report"]),
            ("rayon", &["extract"]),
            ("sha2", &["extract"]),
        ],
    ),
];

/// The program itself; it names the library's public face.
const BINARY: &str = "binary";

/// Files that only put rooms side by side: `lib.rs` and `pdf/mod.rs`.
const FACE: [&str; 2] = ["src/lib.rs", "src/pdf/mod.rs"];

/// Where `reveal()` may be called: a room, or a file or folder in one.
const MAY_REVEAL: &[&str] = &[
    "confidential",
    "pdf::write::prefill",
    "responses::typed",
    "responses::rescue",
    "assess",
    "export",
];

const fn row(
    room: &'static str,
    rooms: &'static [(&'static str, &'static [&'static str])],
    crates: &'static [(&'static str, &'static [&'static str])],
) -> Row {
    Row {
        room,
        rooms,
        crates,
    }
}

/// A file under `src`.
struct Source {
    /// From the repository, with `/`.
    path: String,
    /// As written.
    text: String,
    /// Without comments, strings and letters in quotes.
    code: String,
}

impl Source {
    /// As a module path, without `crate::` and `mod`; files of the binary begin with `binary`.
    fn module(&self) -> String {
        let path = self.path.trim_end_matches(".rs").trim_end_matches("/mod");
        let inner = path.trim_start_matches("src/");
        inner
            .replacen("bin/akam-workbook", BINARY, 1)
            .replace('/', "::")
    }

    /// The code that ships: what stands above the tests.
    fn shipped(&self) -> &str {
        self.code.split("#[cfg(test)]").next().unwrap()
    }
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(&repository().join("src"), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 30, "only {} files under src", found.len());
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let inside = path.strip_prefix(repository()).unwrap();
            found.push(Source {
                path: inside.to_str().unwrap().replace('\\', "/"),
                code: code_of(&text),
                text,
            });
        }
    }
}

/// The text without comments, strings and letters in quotes; lines stay lines.
fn code_of(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = skipped(rest, &code);
        if length == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            let lines = rest[..length].matches('\n').count();
            code.extend(std::iter::repeat_n('\n', lines));
            code.push(' ');
            rest = &rest[length..];
        }
    }
    code
}

/// How many bytes of comment, string or quoted letter `rest` begins with; `before` is the code so far.
fn skipped(rest: &str, before: &str) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return block_comment(rest);
    }
    let is_inside_word = before
        .chars()
        .next_back()
        .is_some_and(|last| last.is_alphanumeric() || last == '_');
    let unprefixed = rest.trim_start_matches(['b', 'c']);
    if !is_inside_word && unprefixed.starts_with('r') && rest.len() - unprefixed.len() <= 1 {
        let raw = &unprefixed[1..];
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let body = hashes + 1;
            let close = raw[body..].find(&end).unwrap();
            return rest.len() - raw.len() + body + close + end.len();
        }
    }
    if rest.starts_with('"') {
        return quoted(rest, '"');
    }
    // A lifetime has no quote after its letter: 'a, but 'a' and '\n'.
    let mut after = rest.chars().skip(1);
    let is_letter = rest.starts_with('\'')
        && match after.next() {
            Some('\\') => true,
            Some(_) => after.next() == Some('\''),
            None => false,
        };
    if is_letter { quoted(rest, '\'') } else { 0 }
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().unwrap().len_utf8();
        }
    }
    rest.len()
}

/// Every path in code, as its segments: `crate::geometry::{Pt, Rect}` gives `crate geometry {`.
fn paths(code: &str) -> Vec<Vec<&str>> {
    let mut found: Vec<Vec<&str>> = Vec::new();
    let mut rest = code;
    let mut is_joined = false;
    while let Some(start) = rest.find(|letter: char| letter.is_alphabetic() || letter == '_') {
        let between = rest[..start].trim();
        is_joined = is_joined && between == "::";
        let word_end = rest[start..]
            .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .map_or(rest.len(), |length| start + length);
        let word = &rest[start..word_end];
        match found.last_mut() {
            Some(path) if is_joined => path.push(word),
            _ => found.push(vec![word]),
        }
        rest = &rest[word_end..];
        let follows = rest.trim_start();
        is_joined = follows.starts_with("::");
        let inner = follows.trim_start_matches("::").trim_start();
        if is_joined && let Some(sign @ ("{" | "*")) = inner.get(..1) {
            found.last_mut().unwrap().push(sign);
        }
    }
    found
}

/// The rows that a module lies in, by number.
fn rows_of(module: &str) -> Vec<usize> {
    let is_in = |row: &Row| is_within(module, row.room);
    let numbered = ROWS.iter().enumerate();
    numbered
        .filter(|(_, row)| is_in(row))
        .map(|(number, _)| number)
        .collect()
}

fn is_within(module: &str, room: &str) -> bool {
    let rest = module.strip_prefix(room);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The library's crates as code names them, from `Cargo.toml`.
fn library_crates() -> BTreeSet<String> {
    let manifest = std::fs::read_to_string(repository().join("Cargo.toml")).unwrap();
    let table = manifest.split("[dependencies]").nth(1).unwrap();
    let lines = table.split("\n[").next().unwrap().lines();
    let names = lines.filter_map(|line| line.split_once(" = "));
    let crates: BTreeSet<String> = names.map(|(name, _)| name.replace('-', "_")).collect();
    assert!(crates.len() > 20, "{crates:?}");
    crates
}

/// Everything a file names that its row does not allow.
fn trespasses(source: &Source, row: &Row, crates: &BTreeSet<String>) -> Vec<String> {
    let module = source.module();
    let may = |listed: &[(&str, &[&str])], name: &str| {
        listed.iter().any(|(allowed, only)| {
            let is_here = |place: &&str| is_within(&module, &format!("{}::{place}", row.room));
            *allowed == name && (only.is_empty() || only.iter().any(is_here))
        })
    };
    let mut found = Vec::new();
    for path in paths(&source.code) {
        let shown = path.join("::");
        match path.as_slice() {
            ["crate", ..] if row.room == BINARY => {}
            ["crate", "pdf", second, ..] if may(row.rooms, &format!("pdf::{second}")) => {}
            ["crate", rest @ ..] if is_within(&rest.join("::"), row.room) => {}
            ["crate", first, ..] if may(row.rooms, first) => {}
            ["crate"] => {}
            ["crate", ..] => found.push(shown),
            ["super", "super", ..] => found.push(shown),
            ["akam_workbook", ..] if row.room != BINARY => found.push(shown),
            [first, _, ..] if crates.contains(*first) && !may(row.crates, first) => {
                found.push(shown);
            }
            _ => {}
        }
    }
    // From the room's own top, `super` is the street.
    if module == row.room
        && paths(source.shipped())
            .iter()
            .any(|path| path[0] == "super")
    {
        found.push("super:: (leaves the room)".to_owned());
    }
    found
}

#[test]
fn every_room_names_only_the_rooms_and_crates_of_its_row() {
    let mut crates = library_crates();
    crates.remove("thiserror");
    let mut seen = 0;
    let mut wrong = String::new();
    for source in sources() {
        if FACE.contains(&source.path.as_str()) {
            continue;
        }
        let row = &ROWS[rows_of(&source.module())[0]];
        seen += 1;
        for name in trespasses(&source, row, &crates) {
            writeln!(wrong, "{} names {name}", source.path).unwrap();
        }
    }
    assert!(seen > 30, "only {seen} files looked at");
    assert!(wrong.is_empty(), "not in their row:\n{wrong}");
}

#[test]
fn every_source_file_lies_in_one_room_and_every_room_has_a_file() {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for source in sources() {
        if FACE.contains(&source.path.as_str()) {
            continue;
        }
        let rows = rows_of(&source.module());
        assert_eq!(
            rows.len(),
            1,
            "{} lies in {} rooms",
            source.path,
            rows.len()
        );
        *files.entry(ROWS[rows[0]].room).or_default() += 1;
    }
    let empty: Vec<&str> = ROWS.iter().map(|row| row.room).collect();
    let empty: Vec<&&str> = empty
        .iter()
        .filter(|room| !files.contains_key(*room))
        .collect();
    assert!(empty.is_empty(), "rooms without a file: {empty:?}");
}

#[test]
fn a_row_names_only_rows_above_it() {
    let mut above: Vec<&str> = Vec::new();
    for row in ROWS {
        for (room, _) in row.rooms {
            assert!(
                above.contains(room),
                "{} names {room}, which is below it",
                row.room
            );
        }
        above.push(row.room);
    }
}

#[test]
fn every_crate_of_the_manifest_stands_in_the_table_and_no_other() {
    let mut manifest = library_crates();
    manifest.remove("thiserror");
    let listed = ROWS.iter().flat_map(|row| row.crates);
    let listed: BTreeSet<String> = listed.map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(listed, manifest);
}

#[test]
fn the_walls_are_seen_through_comments_and_strings() {
    let table: [(&str, &[&str]); 9] = [
        ("use crate::layout::Layout;", &["crate::layout::Layout"]),
        ("// crate::layout\nfn a() {}", &[]),
        ("/* a /* crate::layout */ crate::layout */", &[]),
        ("let a = \"\\\" crate::layout\";", &[]),
        (
            "let a = r#\"\" crate::layout\"#; lopdf::Object",
            &["lopdf::Object"],
        ),
        (
            "let a: &'a str = crate :: layout :: x;",
            &["crate::layout::x"],
        ),
        (
            "let a = ('\"', crate::layout::y, '\\'');",
            &["crate::layout::y"],
        ),
        ("use crate::{ids, layout};", &["crate::{"]),
        ("use super::super::Thing;", &["super::super::Thing"]),
    ];
    let crates = BTreeSet::from(["lopdf".to_owned()]);
    for (text, expected) in table {
        let source = Source {
            path: "src/text/wrap.rs".to_owned(),
            text: text.to_owned(),
            code: code_of(text),
        };
        let row = &ROWS[rows_of("text::wrap")[0]];
        assert_eq!(trespasses(&source, row, &crates), expected, "{text}");
    }
}

#[test]
fn every_source_file_has_a_header_and_no_more_than_300_lines_above_its_tests() {
    let mut wrong = String::new();
    for source in sources() {
        let path = &source.path;
        let lines = source.text.lines();
        let header: Vec<&str> = lines.take_while(|line| line.starts_with("//!")).collect();
        if header.is_empty() {
            writeln!(wrong, "{path} does not begin with //!").unwrap();
        }
        // A file that only joins others needs no more than its sentence.
        if source.shipped().contains("fn ") {
            for word in ["In: ", "Out: ", "Never: "] {
                if !header.iter().any(|line| line.contains(word)) {
                    writeln!(wrong, "the header of {path} has no \"{word}\"").unwrap();
                }
            }
        }
        let above = source.text.split("#[cfg(test)]").next().unwrap();
        let above = above.lines().count();
        if above > 300 {
            writeln!(wrong, "{path} has {above} lines above its tests").unwrap();
        }
        let name = path.rsplit('/').next().unwrap().trim_end_matches(".rs");
        let vague = ["util", "utils", "helpers", "common", "misc", "manager"];
        if vague.contains(&name) {
            writeln!(wrong, "{path}: find the noun").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn candidate_text_is_revealed_in_the_listed_rooms_alone() {
    let mut used = BTreeSet::new();
    for source in sources() {
        let reveals = paths(source.shipped())
            .iter()
            .any(|path| path.last() == Some(&"reveal"));
        if reveals {
            let module = source.module();
            let room = MAY_REVEAL.iter().find(|room| is_within(&module, room));
            assert!(room.is_some(), "{} calls reveal()", source.path);
            used.insert(room);
        }
    }
    assert!(used.len() >= 3, "reveal() is seen only in {used:?}");
}

/// The table as `docs/architecture.md` shows it.
fn shown_table() -> String {
    let names = |listed: &[(&str, &[&str])]| -> String {
        let one = |(name, only): &(&str, &[&str])| {
            if only.is_empty() {
                return format!("`{name}`");
            }
            let only: Vec<String> = only.iter().map(|place| format!("`{place}`")).collect();
            format!("`{name}` (in {} only)", only.join(", "))
        };
        let shown: Vec<String> = listed.iter().map(one).collect();
        if shown.is_empty() {
            "–".to_owned()
        } else {
            shown.join(", ")
        }
    };
    let mut table =
        "| room | our rooms it may name | crates it may name |\n|---|---|---|\n".to_owned();
    for row in ROWS {
        let rooms = if row.room == BINARY {
            "the library's public face".to_owned()
        } else {
            names(row.rooms)
        };
        writeln!(
            table,
            "| `{}` | {rooms} | {} |",
            row.room,
            names(row.crates)
        )
        .unwrap();
    }
    table
}

#[test]
fn the_page_on_architecture_shows_the_table_that_is_tested() {
    let page = std::fs::read_to_string(repository().join("docs/architecture.md")).unwrap();
    let table = shown_table();
    assert!(
        page.contains(&table),
        "docs/architecture.md should hold:\n{table}"
    );
    for row in ROWS {
        let sentence = format!("- `{}`: ", row.room);
        assert!(page.contains(&sentence), "no sentence on {}", row.room);
    }
}
