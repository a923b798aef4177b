//! The specification travels inside the workbook, and proves itself by the digest that the workbook names.
//!
//! In: the built-in workbook and a sample, and what qpdf finds inside them. Out: nothing. Never: takes the program's word for what is inside.

use akam_workbook::plan::field::{Field, Input};
use akam_workbook::plan::plan;
use akam_workbook::spec;
use sha2::{Digest as _, Sha256};

use crate::plans::SHIPPED;
use crate::readers::{self, Filling, Reader};
use crate::round_trip::HABITS;
use crate::workbook::{made, scratch, sound};

#[test]
fn the_specification_inside_a_workbook_has_the_digest_that_the_workbook_names() {
    let table = [
        ("kamd-2026a.json", spec::BUILT_IN),
        ("samphc-1.json", SHIPPED[2].1),
    ];
    let Some(judge) = readers::judge(Reader::Qpdf, table.len()) else {
        return;
    };
    for (name, source) in table {
        let made = made(&sound(source), 0, &format!("attached-{name}"));
        let found = judge.attachments(&made.path);
        assert_eq!(found.keys().map(String::as_str).collect::<Vec<_>>(), [name]);
        let content: Vec<u8> = found[name]
            .chars()
            .map(|letter| u8::try_from(letter).unwrap())
            .collect();
        let digest: [u8; 32] = Sha256::digest(&content).into();
        assert_eq!(digest, made.plan.identity.digest.0, "{name}");
        // What is inside is a specification, from which the same workbook is made; comments stay at home.
        let inside = sound(&content);
        let again = plan(&inside, &inside.forms[0]).value.unwrap();
        assert_eq!(again.fields.len(), made.plan.fields.len());
        assert_eq!(again.identity, made.plan.identity);
        assert!(!String::from_utf8(content).unwrap().contains("\"comment\":"));
    }
}

#[test]
fn every_program_that_fills_keeps_the_specification() {
    let Some(witness) = readers::judge(Reader::Qpdf, HABITS.len()) else {
        return;
    };
    let made = made(&sound(SHIPPED[2].1), 0, "attached-and-filled");
    let before = witness.attachments(&made.path);
    assert_eq!(before.len(), 1);
    let is_line = |field: &&Field| matches!(field.input, Input::Line);
    let name = made.plan.fields.iter().find(is_line).unwrap();
    let filling = Filling {
        text: [(name.name.to_string(), "A. Candidate".to_owned())].into(),
        ..Filling::default()
    };
    for habits in &HABITS {
        let Some(judge) = readers::judge(habits.reader, 1) else {
            continue;
        };
        let target = scratch(&format!("attached-{}.pdf", habits.reader));
        judge.fill(&made.path, &filling, &target);
        assert_eq!(witness.attachments(&target), before, "{}", judge.version);
    }
}
