//! Pages as `lay_out` places them.

pub(crate) mod checks;
mod forms;

use akam_workbook::layout::{Layout, lay_out};
use akam_workbook::plan::{Plan, plan};
use akam_workbook::spec::model::{AskKind, Paper, Spec};
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_oneof, proptest};
use proptest::{collection, sample};

use checks::faults;
use forms::Sizes;

/// Plans and lays out the first form.
fn laid_out(spec: &Spec) -> (Plan, Layout) {
    let plan = plan(spec, &spec.forms[0]).value.expect("the form plans");
    let checked = lay_out(&plan, None);
    let layout = checked
        .value
        .unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    (plan, layout)
}

/// A text of some words, long ones and foreign ones among them.
fn text(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let word = prop_oneof![
        20 => "[a-z]{1,12}",
        2 => "[A-Z][a-z]{2,9}[,.;]",
        1 => Just("cross-functional/and/or".to_owned()),
        1 => Just("Świętosławę".to_owned()),
        1 => Just("ἐπιστήμη".to_owned()),
        1 => "[a-z]{30,60}",
    ];
    collection::vec(word, words).prop_map(|words| words.join(" "))
}

fn kinds(most: usize, from: &'static [AskKind]) -> impl Strategy<Value = Vec<AskKind>> {
    collection::vec(sample::select(from), 0..=most)
}

fn sizes() -> impl Strategy<Value = Sizes> {
    let titles = [text(1..40), text(1..40), text(1..40)];
    let part = collection::vec(text(1..40), 1..40);
    let competencies = collection::vec(collection::vec(part, 1..4), 1..3);
    let shape = (
        titles,
        competencies,
        0..31_u16,
        collection::vec(text(1..5), 1..5),
    );
    let asked = (
        collection::vec(text(1..4), 0..8),
        collection::vec(text(1..60), 0..12),
        kinds(6, &AskKind::ALL[..14]),
        kinds(4, &AskKind::ALL[..14]),
        kinds(9, &AskKind::ALL[..14]),
    );
    let rest = (
        sample::select(vec![Paper::A4, Paper::Letter]),
        sample::select(vec![false, true]),
    );
    (shape, asked, rest).prop_map(|(shape, asked, (paper, is_grouped))| {
        let (titles, competencies, register, options) = shape;
        let (once, rationale, of_indicators, of_parts, at_the_end) = asked;
        Sizes {
            titles,
            competencies,
            register,
            options,
            once,
            rationale,
            of_indicators,
            of_parts,
            at_the_end,
            is_grouped,
            paper,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_sizes_nothing_is_lost_and_nothing_overlaps(sizes in sizes()) {
        let (plan, layout) = laid_out(&forms::spec(&sizes));
        let found = faults(&plan, &layout);
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
