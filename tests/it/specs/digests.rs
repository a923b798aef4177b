//! Digests of an edition: what they see, and what they do not.

use std::fmt::Write as _;

use akam_workbook::spec;
use sha2::{Digest, Sha256};

use super::{small, sound};

pub(super) fn hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        write!(text, "{byte:02x}").unwrap();
    }
    text
}

fn digest_of(text: &str) -> String {
    hex(&sound(spec::load(text.as_bytes())).digest.0)
}

#[test]
fn remarks_spelt_out_defaults_and_line_breaks_leave_the_digest_as_it_is() {
    let before = digest_of(&small());
    let table = [
        (
            "a comment",
            "\"id\": \"a0001\",",
            "\"comment\": [\"One\", \"two\"], \"id\": \"a0001\",",
        ),
        (
            "$schema",
            "  \"$schema\": \"../../../docs/schema/spec.schema.json\",\n",
            "",
        ),
        (
            "rev 1",
            "\"id\": \"i0001\",",
            "\"rev\": 1, \"id\": \"i0001\",",
        ),
        (
            "not announced",
            "\"id\": \"i0001\",",
            "\"id\": \"i0001\", \"announced\": false,",
        ),
        (
            "no blocks",
            "\"id\": \"i0001\",",
            "\"id\": \"i0001\", \"blocks\": [],",
        ),
        (
            "the default place",
            "\"prompt\": \"Waiver\"",
            "\"place\": \"after\", \"prompt\": \"Waiver\"",
        ),
        (
            "the default theme",
            "\"covers\": [\"a0001\"],",
            "\"covers\": [\"a0001\"], \"theme\": { \"base\": \"house\", \"paper\": \"a4\" },",
        ),
        (
            "a list of lines",
            "\"Begin with one competency.\"",
            "[\"Begin with one competency.\"]",
        ),
        ("escapes", "Begin with", "Begin\\u0020with"),
        (
            "order of keys",
            "\"value\": \"yes\", \"label\": \"Shown\"",
            "\"label\": \"Shown\", \"value\": \"yes\"",
        ),
        ("spaces", "\n", "\r\n\t"),
    ];
    for (row, from, to) in table {
        let text = small();
        assert!(text.contains(from), "{row}");
        assert_eq!(digest_of(&text.replacen(from, to, 1)), before, "{row}");
    }
}

#[test]
fn every_other_change_changes_the_digest() {
    let mut seen = vec![digest_of(&small())];
    let table = [
        ("Sample diploma", "Sample diplomas"),
        ("\"edition\": \"1\"", "\"edition\": \"2\""),
        ("2026-11-22", "2026-11-23"),
        ("Agrees the agenda.", "Agrees the agenda"),
        ("\"id\": \"i0001\",", "\"id\": \"i0001\", \"rev\": 2,"),
        ("\"id\": \"i0001\"", "\"id\": \"i0003\""),
        ("Begin with", "Begin  with"),
        (
            "\"Begin with one competency.\"",
            "[\"Begin with\", \"one competency.\"]",
        ),
        ("\"Not yet\"", "\"No\""),
        ("\"label\": \"Shown\"", "\"label\": \"Shown\", \"score\": 1"),
        (
            "\"label\": \"Shown\"",
            "\"label\": \"Shown\", \"score\": 1.5",
        ),
        ("\"rows\": 4", "\"rows\": 5"),
        ("\"count\": 1", "\"count\": 2"),
        ("\"file\": \"sample\"", "\"file\": \"example\""),
        (
            "\"prompt\": \"Feedback\"",
            "\"prompt\": \"Feedback\", \"needed\": true",
        ),
    ];
    for (from, to) in table {
        let text = small();
        assert!(text.contains(from), "{from}");
        let digest = digest_of(&text.replacen(from, to, 1));
        assert!(!seen.contains(&digest), "{to} makes no difference");
        seen.push(digest);
    }
}

#[test]
fn a_score_of_1_and_one_of_1_0_are_one() {
    let with = |score: &str| {
        small().replacen(
            "\"label\": \"Shown\"",
            &format!("\"label\": \"Shown\", \"score\": {score}"),
            1,
        )
    };
    assert_eq!(digest_of(&with("1")), digest_of(&with("1.0")));
}

/// The bytes are written down here by hand, so that whoever has to compute a digest elsewhere sees what it is of.
#[test]
fn digests_of_nodes_questions_and_scales_are_of_compact_json_without_id_and_rev() {
    let text = small().replacen("\"id\": \"p0001\",", "\"id\": \"p0001\", \"rev\": 3, \"comment\": \"x\", \"blocks\": [{ \"items\": [{ \"body\": [\"A\", \"b\"], \"term\": \"T\" }], \"role\": \"theory\" }],", 1);
    let digests = sound(spec::load(text.as_bytes())).digests;
    let sha256 = |json: &str| hex(&Sha256::digest(json.as_bytes()));
    let node = |id: &str| {
        let found = digests.nodes.iter().find(|one| one.id.to_string() == id);
        found.map(|one| (one.rev, hex(&one.digest))).unwrap()
    };
    assert_eq!(
        node("i0001"),
        (1, sha256(r#"{"text":"Agrees the agenda."}"#))
    );
    assert_eq!(
        node("c0001"),
        (1, sha256(r#"{"code":"1.1","title":"Meetings"}"#))
    );
    let part = r#"{"title":"Before the meeting","blocks":[{"role":"theory","items":[{"term":"T","body":"A\nb"}]}]}"#;
    assert_eq!(node("p0001"), (3, sha256(part)));
    let asks: Vec<(String, String)> = digests
        .asks
        .iter()
        .map(|one| {
            (
                format!("{} {} {}", one.form, one.level.as_str(), one.slot),
                hex(&one.digest),
            )
        })
        .collect();
    let attest = r#"{"kind":"attest","group":"signOff","prompt":"This is true.","needed":true,"unless":"waiver"}"#;
    let register = r#"{"kind":"evidenceRegister","rows":4,"prompt":"Evidence"}"#;
    for (name, json) in [
        ("w0001 competency attest", attest),
        ("w0001 competency evidence", register),
    ] {
        let found = asks.iter().find(|(one, _)| one == name).unwrap();
        assert_eq!(found.1, sha256(json), "{name}");
    }
    assert_eq!(asks.len(), 6);
    let scale = r#"{"options":[{"value":"yes","label":"Shown"},{"value":"no","label":"Not yet"}]}"#;
    assert_eq!(hex(&digests.scales[0].digest), sha256(scale));
}

/// A digest is printed in workbooks that come back after years: if this changes, every one of them is of an unknown state.
#[test]
fn the_digest_of_the_small_specification_never_changes() {
    let json = concat!(
        r#"{"format":"akam-workbook/1","programme":{"title":"Sample diploma","publisher":{"name":"Sample publisher","shortName":"SP"},"#,
        r#""language":"en-GB","subject":"person","declares":[{"kind":"competency","count":1}],"rules":{"minimumCompetencies":1},"#,
        r#""guidance":[{"role":"guidance","body":"Begin with one competency."}]},"#,
        r#""framework":{"id":"sample","edition":"1","title":"Sample","published":"2026-11-22","retired":[{"id":"i0009","lastEdition":"0"}],"#,
        r#""areas":[{"id":"a0001","code":"1","title":"Relationships","competencies":[{"id":"c0001","code":"1.1","title":"Meetings","#,
        r#""parts":[{"id":"p0001","title":"Before the meeting","indicators":[{"id":"i0001","text":"Agrees the agenda."},{"id":"i0002","text":"Invites in time."}]}]}]}]},"#,
        r#""scales":[{"id":"claim","options":[{"value":"yes","label":"Shown"},{"value":"no","label":"Not yet"}]}],"#,
        r#""workbooks":[{"id":"w0001","title":"Workbook","file":"sample","covers":["a0001"],"groups":[{"id":"signOff","title":"Sign-off"}],"#,
        r#""asks":{"competency":[{"slot":"evidence","kind":"evidenceRegister","rows":4,"prompt":"Evidence"},"#,
        r#"{"slot":"attest","kind":"attest","group":"signOff","prompt":"This is true.","needed":true,"unless":"waiver"},"#,
        r#"{"slot":"waiver","kind":"text","group":"signOff","prompt":"Waiver"}],"#,
        r#""part":[{"slot":"narrative","kind":"narrative","prompt":"How you meet this part"}],"#,
        r#""indicator":[{"slot":"claim","kind":"choice","scale":"claim","prompt":"How far shown"}]}}],"#,
        r#""assessment":[{"id":"w0002","of":"w0001","title":"Assessor's form","file":"sample-assessor","#,
        r#""asks":{"competency":[{"slot":"feedback","kind":"narrative","prompt":"Feedback"}]}}]}"#
    );
    assert_eq!(digest_of(&small()), hex(&Sha256::digest(json.as_bytes())));
}
