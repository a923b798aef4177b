//! `akam-workbook fields`, as a person runs it.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use super::made::{Made, WIDGET, text_field};

/// A form whose every key of the output is known.
fn form() -> Vec<u8> {
    let choice = format!("<</FT/Ch/Ff 2097152/T(pick)/Opt[(a)(b)]/V[(a)(b)]{WIDGET}>>");
    let tick = format!("<</FT/Btn/T(tick)/V/Yes/AS/Off{WIDGET}>>");
    let mut made = Made::parts(&[10, 11, 12, 13], &[10, 11, 12]);
    made = made
        .with(10, text_field("text", "(caf\u{E9} \\\"x\\\")".as_bytes()))
        .with(11, choice);
    made.with(12, tick).with(13, "<</FT/Sig/T(sign)>>").file()
}

const LINE: &str = concat!(
    r#"{"file":"FILE","fields":["#,
    r#"{"name":"text","type":"text","value":"caf\u{e9} \"x\"","flags":0,"pages":[1],"rects":[[50.0,700.0,300.0,720.0]]},"#,
    r#"{"name":"pick","type":"choice","value":["a","b"],"flags":2097152,"pages":[1],"rects":[[50.0,700.0,300.0,720.0]]},"#,
    r#"{"name":"tick","type":"checkbox","value":"Yes","flags":0,"pages":[1],"rects":[[50.0,700.0,300.0,720.0]]},"#,
    r#"{"name":"sign","type":"signature","value":null,"flags":0,"pages":[],"rects":[]}],"#,
    r#""warnings":[{"code":"R022","message":"field and page show different states","page":1,"field":"tick","#,
    r#""help":"look at the box on the page; ask the candidate if it matters"}],"error":null}"#,
);

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_akam-workbook"))
        .arg("fields")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<String> {
    String::from_utf8(output.stdout.clone())
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_form_is_one_line_of_json_with_every_key() {
    let wanted = LINE
        .replace("FILE", "standard input")
        .replace("\\u{e9}", "\u{e9}");
    for arguments in [&["-"][..], &["--json", "-"]] {
        let output = run(arguments, &form());
        assert_eq!(lines(&output), [wanted.as_str()], "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_has_its_line_and_the_others_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("empty.pdf"), b"").unwrap();
    std::fs::write(path("letter.pdf"), b"Dear assessor").unwrap();
    std::fs::write(path("good.pdf"), form()).unwrap();
    let files = ["empty.pdf", "missing.pdf", "letter.pdf", "good.pdf"].map(path);
    let arguments: Vec<&str> = files.iter().map(String::as_str).collect();
    let output = run(&arguments, b"");
    let lines = lines(&output);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines.len(), files.len());
    for (line, code) in lines.iter().zip(["R001", "C001", "R002"]) {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(value["error"]["code"], code, "{line}");
        assert_eq!(value["fields"], serde_json::json!([]), "{line}");
    }
    let last: serde_json::Value = serde_json::from_str(&lines[3]).unwrap();
    assert_eq!(last["error"], serde_json::Value::Null);
    assert_eq!(last["fields"].as_array().unwrap().len(), 4);
}
