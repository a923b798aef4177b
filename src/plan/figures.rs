//! Counts: what the programme declares, what the edition gives and announces, what the form covers.
//!
//! In: the tree. Out: figures of the programme in words. Never: takes a declared number for a given one.

use crate::ids::NodeKind;
use crate::messages::fill;
use crate::spec::model::{Declaration, Node, Spec, WordGuide};

use super::block::Figures;
use super::index::Kind;
use super::planner::Planner;
use super::wording;

fn declaration(spec: &Spec, kind: NodeKind) -> Option<&Declaration> {
    let mut declares = spec.programme.declares.iter();
    declares.find(|declared| declared.kind == kind)
}

/// The number of a node among those of its kind, and how many there are said to be.
pub(super) fn place_among(planner: &Planner<'_>, node: &Node) -> Option<(usize, usize)> {
    let (number, count) = planner.index.place_among(node.id)?;
    let declared = declaration(planner.spec, node.id.kind).map_or(0, Declaration::number);
    Some((number, count.max(declared)))
}

/// "120 indicators declared, 8 given"; `None` where the kind is not declared.
pub(super) fn declared_given(planner: &Planner<'_>, kind: NodeKind) -> Option<String> {
    let declared = declaration(planner.spec, kind)?;
    let count = planner.words.number(declared.count);
    let declared = format!("{count} {}", declared_noun(planner, declared));
    let given = planner.index.kind(kind).present.len().to_string();
    let values = [("declared", declared.as_str()), ("given", given.as_str())];
    Some(fill(planner.words.overview.declared_given, &values))
}

/// "3 of 14 competencies", for each declared kind of which the form covers some but not all; in the order declared. Of rows, where the form
/// covers all that are given: "120 indicators declared, 8 given".
pub(super) fn cover_notes(planner: &Planner<'_>, counts: &[(NodeKind, usize)]) -> Vec<String> {
    let note = |declared: &Declaration| {
        let (_, count) = counts.iter().find(|(kind, _)| *kind == declared.kind)?;
        let (given, all) = (count.to_string(), planner.words.number(declared.count));
        let values = [("given", given.as_str()), ("declared", all.as_str())];
        let numbers = fill(planner.words.overview.given_of, &values);
        let is_some = (1..declared.number()).contains(count);
        let is_all = planner.index.kind(declared.kind).present.len() == *count;
        if is_some && is_all && declared.kind.child().is_none() {
            return declared_given(planner, declared.kind);
        }
        is_some.then(|| format!("{numbers} {}", declared_noun(planner, declared)))
    };
    let declares = planner.spec.programme.declares.iter();
    declares.filter_map(note).collect()
}

/// The figures of the programme; `None` if it has none.
pub(super) fn figures(planner: &Planner<'_>) -> Option<Figures> {
    let overview = &planner.words.overview;
    let programme = &planner.spec.programme;
    let rules = &programme.rules;
    let declared = programme.declares.iter();
    let mut rows: Vec<(String, String)> = declared
        .map(|declared| declared_row(planner, declared))
        .collect();
    let row = |count: u32, words: &str| (planner.words.number(count), words.to_owned());
    let noun = |kind| wording::noun(planner.nouns, kind);
    rows.extend(rules.minimum_competencies.map(|count| {
        let noun = noun(NodeKind::Competency);
        let least = wording::least(planner.words, noun, count);
        row(count, &fill(overview.minimum, &[("least", least)]))
    }));
    let guide = |guide: WordGuide, words: &str| match guide {
        WordGuide::About(count) => row(count, words),
        WordGuide::Between(from, to) => {
            let (from, to) = (planner.words.number(from), planner.words.number(to));
            let values = [("from", from.as_str()), ("to", to.as_str())];
            (fill(overview.number_range, &values), words.to_owned())
        }
    };
    let words_of = |kind| {
        let each = noun(kind).each.as_ref();
        fill(overview.words_of, &[("each", each)])
    };
    let part = rules
        .part_words
        .map(|words| guide(words, &words_of(NodeKind::Part)));
    let competency = rules.competency_words;
    let competency = competency.map(|words| guide(words, &words_of(NodeKind::Competency)));
    rows.extend(part.into_iter().chain(competency));
    let counts_words = rules.part_words.is_some() || rules.competency_words.is_some();
    (!rows.is_empty()).then(|| Figures {
        heading: overview.figures.to_owned(),
        help: if counts_words {
            overview.figures_help
        } else {
            ""
        }
        .to_owned(),
        rows,
    })
}

/// "14", and "competencies declared; 3 given (4.1 to 4.3), 1 announced (1.4)".
fn declared_row(planner: &Planner<'_>, declared: &Declaration) -> (String, String) {
    let overview = &planner.words.overview;
    let Kind { present, announced } = planner.index.kind(declared.kind);
    let phrase = if announced.is_empty() {
        overview.declared
    } else {
        overview.declared_announced
    };
    let noun = declared_noun(planner, declared);
    let (given, more) = (present.len().to_string(), announced.len().to_string());
    let codes = in_brackets(&codes(planner, present));
    let announced_codes = in_brackets(&names(planner, announced));
    let values = [
        ("noun", noun.as_str()),
        ("given", &given),
        ("codes", &codes),
        ("announced", &more),
        ("announced_codes", &announced_codes),
    ];
    (planner.words.number(declared.count), fill(phrase, &values))
}

/// The programme's own word, or the usual one in the form that its number asks for.
fn declared_noun(planner: &Planner<'_>, declared: &Declaration) -> String {
    let noun = wording::noun(planner.nouns, declared.kind);
    let usual = planner.words.counted(noun, declared.number());
    declared.called.as_deref().unwrap_or(usual).to_owned()
}

fn in_brackets(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!(" ({text})")
    }
}

/// "4.1 to 4.3", or the codes one by one; empty if a node has none.
fn codes(planner: &Planner<'_>, nodes: &[&Node]) -> String {
    let codes: Option<Vec<&str>> = nodes.iter().map(|node| node.code.as_deref()).collect();
    match codes.unwrap_or_default().as_slice() {
        [first, .., last] if nodes.len() > 2 && are_consecutive(nodes) => {
            let values = [("from", *first), ("to", *last)];
            fill(planner.words.overview.range, &values)
        }
        codes => codes.join(", "),
    }
}

/// Codes where there are codes, else titles.
fn names(planner: &Planner<'_>, nodes: &[&Node]) -> String {
    let codes = codes(planner, nodes);
    if codes.is_empty() {
        let titles: Vec<&str> = nodes.iter().map(|node| wording::name(node)).collect();
        titles.join("; ")
    } else {
        codes
    }
}

/// Whether the codes are "4.1", "4.2", "4.3": one beginning, and numbers that follow one another.
fn are_consecutive(nodes: &[&Node]) -> bool {
    let split = |node: &&Node| {
        let code = node.code.clone()?;
        let begin = code.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let number: u32 = code.strip_prefix(begin)?.parse().ok()?;
        Some((begin.to_owned(), number))
    };
    let Some(split) = nodes.iter().map(split).collect::<Option<Vec<_>>>() else {
        return false;
    };
    split.windows(2).all(|pair| match pair {
        [(begin, number), (next_begin, next)] => begin == next_begin && *next == number + 1,
        _ => true,
    })
}

impl Declaration {
    /// The declared number, as large as a count of nodes can be.
    fn number(&self) -> usize {
        usize::try_from(self.count).unwrap_or(usize::MAX)
    }
}
