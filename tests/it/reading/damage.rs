//! Cuts, changed bytes and lost stretches: recovered or refused, never the previous revision without a word.

use akam_workbook::pdf::read::{Error, ReturnedPdf, read};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::{prop_assert, proptest};

use super::made::{FIRST, Made, text_field};
use super::{field, plain, reading};

/// A word that stands in the answers alone: no message may hold it.
const ANSWER: &str = "Confidential";
/// What stands in the first revision.
const EARLIER: &str = "draft";

/// A blank form and the same with answers in a second revision, in each way that files are written.
fn histories() -> Vec<(&'static str, Vec<u8>, Vec<u8>)> {
    let fields = |value: &str| -> Vec<Vec<u8>> {
        ["a", "b", "c"]
            .iter()
            .map(|name| text_field(name, value.as_bytes()))
            .collect()
    };
    let blank = Made::form(&fields(&format!("({EARLIER})")));
    let mut answers = Made::default();
    for (number, body) in (FIRST..).zip(fields(&format!("({ANSWER})"))) {
        answers = answers.with(number, body);
    }
    let classic = blank.file();
    let modern = blank.modern(None);
    vec![
        ("tables", classic.clone(), answers.appended_to(&classic)),
        ("streams", modern.clone(), answers.modern(Some(&modern))),
        (
            "a stream behind a table",
            classic.clone(),
            answers.modern(Some(&classic)),
        ),
        (
            "a table behind a stream",
            modern.clone(),
            answers.appended_to(&modern),
        ),
    ]
}

/// Whether an answer is missing though nothing says that anything is wrong.
fn is_silently_blank(read: &ReturnedPdf) -> bool {
    let answered = |name: &str| {
        let mut fields = read.fields.iter();
        fields.any(|field| field.name == name && plain(&field.value).contains(ANSWER))
    };
    read.warnings.is_empty() && !["a", "b", "c"].into_iter().all(answered)
}

fn is_discreet(outcome: &Result<ReturnedPdf, Error>) -> bool {
    // `Debug` of text in confidence gives its length alone, so this looks at everything else.
    !format!("{outcome:?}").contains(ANSWER)
}

#[test]
fn the_newest_revision_is_read() {
    for (row, blank, answered) in histories() {
        let before = reading(row, &blank);
        assert_eq!(plain(&field(row, &before, "a").value), "\"draft\"", "{row}");
        let after = reading(row, &answered);
        for name in ["a", "b", "c"] {
            assert!(
                plain(&field(row, &after, name).value).contains(ANSWER),
                "{row}, {name}"
            );
        }
        assert!(
            after.warnings.is_empty() && !after.is_recovered,
            "{row}: {:?}",
            after.warnings
        );
        assert_eq!(
            (before.revision_count, after.revision_count),
            (1, 2),
            "{row}"
        );
    }
}

#[test]
fn a_file_cut_inside_its_last_revision_is_recovered_or_refused_but_never_read_as_blank() {
    let (mut recovered, mut refused) = (0, 0);
    for (row, blank, answered) in histories() {
        // A cut at the end of a revision leaves a whole, older file: nothing can tell. The line end may be lost.
        for cut in blank.len() + 1..answered.len() - 1 {
            let outcome = read(&answered[..cut]);
            assert!(is_discreet(&outcome), "{row}, cut at byte {cut}");
            match outcome {
                Ok(read) => {
                    assert!(!is_silently_blank(&read), "{row}, cut at byte {cut}");
                    assert!(read.is_recovered, "{row}, cut at byte {cut}");
                    recovered += 1;
                }
                Err(_) => refused += 1,
            }
        }
    }
    assert!(recovered > 1500, "{recovered} recovered, {refused} refused");
}

#[test]
fn answers_whose_objects_are_whole_survive_the_loss_of_everything_behind_them() {
    for (row, _, answered) in histories() {
        let end = answered
            .windows(6)
            .rposition(|window| window == b"endobj")
            .unwrap();
        let of_stream = answered[..end]
            .windows(6)
            .rposition(|window| window == b"endobj")
            .unwrap();
        // In a file of streams, what is lost begins with the last cross-reference stream.
        let is_stream = answered[..end].ends_with(b"endstream\n");
        let kept = if is_stream { of_stream } else { end } + 7;
        let read = reading(row, &answered[..kept]);
        for name in ["a", "b", "c"] {
            assert!(
                plain(&field(row, &read, name).value).contains(ANSWER),
                "{row}, {name}"
            );
        }
        assert!(read.is_recovered, "{row}");
    }
}

#[test]
fn one_changed_byte_never_brings_back_the_previous_revision_without_a_word() {
    let mut tried = 0;
    for (row, blank, answered) in histories() {
        for at in blank.len()..answered.len() {
            for change in [1_u8, 3, 0x20, 0x80] {
                let mut damaged = answered.clone();
                damaged[at] ^= change;
                let outcome = read(&damaged);
                assert!(is_discreet(&outcome), "{row}, byte {at} ^ {change}");
                // A changed letter of an answer is an answer, and a changed key takes one away: nothing can tell.
                let is_earlier = outcome.is_ok_and(|read| {
                    let mut fields = read.fields.iter();
                    read.warnings.is_empty()
                        && fields.any(|field| plain(&field.value).contains(EARLIER))
                });
                assert!(!is_earlier, "{row}, byte {at} ^ {change}");
                tried += 1;
            }
        }
    }
    assert!(tried > 7000, "only {tried} changes tried");
}

/// Damage as copying, mailing and dying disks do it.
#[derive(Clone, Debug)]
enum Damage {
    Cut(usize),
    Flip(usize, u8),
    Lose(usize, usize),
    Zero(usize, usize),
    Repeat(usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let place = any::<usize>();
    prop_oneof![
        place.prop_map(Damage::Cut),
        (any::<usize>(), any::<u8>()).prop_map(|(at, change)| Damage::Flip(at, change)),
        (any::<usize>(), 1..400_usize).prop_map(|(at, length)| Damage::Lose(at, length)),
        (any::<usize>(), 1..400_usize).prop_map(|(at, length)| Damage::Zero(at, length)),
        (any::<usize>(), 1..400_usize).prop_map(|(at, length)| Damage::Repeat(at, length)),
    ]
}

fn damaged(bytes: &[u8], damages: &[Damage]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for damage in damages {
        let size = bytes.len().max(1);
        let stretch =
            |at: usize, length: usize, size: usize| (at % size)..(at % size + length).min(size);
        match *damage {
            Damage::Cut(at) => bytes.truncate(at % size),
            Damage::Flip(at, change) => {
                if let Some(byte) = bytes.get_mut(at % size) {
                    *byte ^= change;
                }
            }
            Damage::Lose(at, length) if !bytes.is_empty() => {
                drop(bytes.drain(stretch(at, length, size)))
            }
            Damage::Zero(at, length) if !bytes.is_empty() => {
                bytes[stretch(at, length, size)].fill(0)
            }
            Damage::Repeat(at, length) if !bytes.is_empty() => {
                let again = bytes[stretch(at, length, size)].to_vec();
                bytes.extend(again);
            }
            Damage::Lose(..) | Damage::Zero(..) | Damage::Repeat(..) => {}
        }
    }
    bytes
}

proptest! {
    #![proptest_config(crate::properties(400))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..600), has_header in any::<bool>()) {
        let head: &[u8] = if has_header { b"%PDF-1.7\n1 0 obj\n" } else { b"" };
        let outcome = read(&[head, &bytes].concat());
        prop_assert!(!matches!(outcome, Err(Error::Fault)));
    }

    #[test]
    fn damage_of_every_kind_ends_in_a_reading_or_a_refusal_that_names_no_answer(
        which in 0..4_usize,
        damages in vec(damage(), 1..5),
    ) {
        let (_, _, answered) = histories().swap_remove(which);
        let outcome = read(&damaged(&answered, &damages));
        prop_assert!(is_discreet(&outcome));
        prop_assert!(!matches!(outcome, Err(Error::Fault)));
    }

    #[test]
    fn lost_stretches_of_the_last_revision_are_never_read_as_blank(
        which in 0..4_usize,
        at in any::<usize>(),
        length in 1..300_usize,
    ) {
        let (_, blank, answered) = histories().swap_remove(which);
        let newest = answered.len() - blank.len();
        let from = blank.len() + at % newest;
        let to = (from + length).min(answered.len());
        // All of the last revision lost is the older file, whole.
        if from > blank.len() || to < answered.len() {
            let bytes = [&answered[..from], &answered[to..]].concat();
            if bytes.len() > blank.len() + 1 {
                let outcome = read(&bytes);
                prop_assert!(outcome.is_err() || outcome.is_ok_and(|read| !is_silently_blank(&read)));
            }
        }
    }
}
