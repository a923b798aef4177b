//! The fixed words: every language says the same, with the same places to fill in.
//!
//! In: the words of every language. Out: nothing. Never: judges style; a person does.

use akam_workbook::messages::{Messages, fill};

/// Every text of a language, in the order of the fields.
fn texts(words: &Messages) -> Vec<String> {
    let all = format!("{words:?}");
    let texts = all.split('"').skip(1).step_by(2);
    texts.map(str::to_owned).collect()
}

/// The names in braces, sorted.
fn names(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|after| after.split_once('}').map(|(name, _)| name))
        // `Debug` writes the no-break space as `\u{a0}`.
        .filter(|name| *name != "a0")
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn every_language_fills_in_the_same_words_at_the_same_places() {
    let english = texts(Messages::english());
    assert!(english.len() > 150, "{} texts", english.len());
    for words in Messages::ALL {
        let other = texts(words);
        assert_eq!(other.len(), english.len(), "{}", words.language);
        for (text, english) in other.iter().zip(&english) {
            assert_eq!(names(text), names(english), "{}: {text}", words.language);
            assert!(
                !text.is_empty(),
                "{}: nothing for {english}",
                words.language
            );
        }
    }
}

#[test]
fn no_text_is_left_in_english() {
    let english = texts(Messages::english());
    for words in Messages::ALL
        .into_iter()
        .filter(|words| words.language != "en")
    {
        let other = texts(words);
        let same = other
            .iter()
            .zip(&english)
            .filter(|(one, english)| one == english);
        let same: Vec<&str> = same.map(|(one, _)| one.as_str()).collect();
        assert_eq!(
            same,
            [
                "Element",
                "element",
                "element",
                "{noun} {number}",
                "{rows} {in_this}",
                "{from}–{to}",
                "{guide}",
                "{waiver}.",
                "Chrome, Edge"
            ],
            "{}",
            words.language
        );
    }
}

#[test]
fn the_language_is_chosen_by_its_primary_subtag() {
    let table = [
        ("en-GB", Some("en")),
        ("en", Some("en")),
        ("EN-us", Some("en")),
        ("pl", Some("pl")),
        ("pl-PL", Some("pl")),
        ("plx", None),
        ("de", None),
        ("", None),
    ];
    for (tag, expected) in table {
        let words = Messages::for_language(tag).map(|words| words.language);
        assert_eq!(words, expected, "{tag:?}");
    }
}

#[test]
fn a_noun_takes_the_form_that_its_number_asks_for() {
    let english = Messages::english();
    let polish = Messages::for_language("pl").unwrap();
    let table = [
        (0, "0 indicators", "0 wskaźników"),
        (1, "1 indicator", "1 wskaźnik"),
        (2, "2 indicators", "2 wskaźniki"),
        (4, "4 indicators", "4 wskaźniki"),
        (5, "5 indicators", "5 wskaźników"),
        (12, "12 indicators", "12 wskaźników"),
        (21, "21 indicators", "21 wskaźników"),
        (22, "22 indicators", "22 wskaźniki"),
        (112, "112 indicators", "112 wskaźników"),
        (124, "124 indicators", "124 wskaźniki"),
    ];
    for (count, in_english, in_polish) in table {
        assert_eq!(english.count(&english.nouns.indicator, count), in_english);
        assert_eq!(polish.count(&polish.nouns.indicator, count), in_polish);
    }
}

#[test]
fn digits_are_grouped_as_the_language_does() {
    let polish = Messages::for_language("pl").unwrap();
    let table = [
        (999, "999", "999"),
        (1500, "1,500", "1500"),
        (12_000, "12,000", "12\u{a0}000"),
        (1_000_005, "1,000,005", "1\u{a0}000\u{a0}005"),
    ];
    for (number, in_english, in_polish) in table {
        assert_eq!(Messages::english().number(number), in_english);
        assert_eq!(polish.number(number), in_polish);
    }
}

#[test]
fn only_known_words_in_braces_are_filled_in() {
    let table = [
        ("{a} of {b}", "1 of 2"),
        ("{a}{a}", "11"),
        ("{c} {a", "{c} {a"),
        ("{{a}}", "{1}"),
        ("no braces", "no braces"),
    ];
    for (phrase, expected) in table {
        assert_eq!(
            fill(phrase, &[("a", "1"), ("b", "2")]),
            expected,
            "{phrase}"
        );
    }
    // What is filled in is not looked at again.
    assert_eq!(fill("{a}{b}", &[("a", "{b}"), ("b", "2")]), "{b}2");
}

#[test]
fn after_a_colon_a_word_is_small_unless_it_keeps_its_letters() {
    let table = [
        ("How far shown", "how far shown"),
        ("AKAM reference", "AKAM reference"),
        ("I confirm this", "I confirm this"),
        ("Źródło", "źródło"),
        ("4.1", "4.1"),
        ("", ""),
    ];
    for (text, expected) in table {
        assert_eq!(Messages::after_colon(text), expected);
    }
}
