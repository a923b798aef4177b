//! Which fixed words stand for which thing of the specification.
//!
//! In: kinds, roles, word guides and the words of a language. Out: phrases. Never: decides where they stand.

use crate::ids::NodeKind;
use crate::messages::{Messages, Noun, Nouns, fill};
use crate::spec::markup::{Markup, MarkupBlock, Run};
use crate::spec::model::{BlockRole, Node, OwnNoun, WordGuide};

/// The noun after "at least" so many.
pub(super) fn least<'n>(words: &Messages, noun: &'n Noun, count: u32) -> &'n str {
    words.at_least(noun, usize::try_from(count).unwrap_or(usize::MAX))
}

/// The nouns of a programme: the usual ones, and its own where it brings them along.
pub(super) fn nouns(words: &Messages, own: &[OwnNoun]) -> Nouns {
    let mut nouns = words.nouns.clone();
    for own in own {
        let noun = match own.kind {
            NodeKind::Area => &mut nouns.area,
            NodeKind::Competency => &mut nouns.competency,
            NodeKind::Part => &mut nouns.part,
            NodeKind::Indicator => &mut nouns.indicator,
            NodeKind::Unit => &mut nouns.unit,
            NodeKind::MarkingPoint => &mut nouns.marking_point,
            NodeKind::Element => &mut nouns.element,
            NodeKind::Question => &mut nouns.question,
        };
        *noun = words.own_noun(&own.one, own.few.as_deref(), &own.many);
    }
    nouns
}

/// The noun for a kind of node.
pub(super) const fn noun(nouns: &Nouns, kind: NodeKind) -> &Noun {
    match kind {
        NodeKind::Area => &nouns.area,
        NodeKind::Competency => &nouns.competency,
        NodeKind::Part => &nouns.part,
        NodeKind::Indicator => &nouns.indicator,
        NodeKind::Unit => &nouns.unit,
        NodeKind::MarkingPoint => &nouns.marking_point,
        NodeKind::Element => &nouns.element,
        NodeKind::Question => &nouns.question,
    }
}

/// The usual heading of a text in a role, of a node that is called by `noun`.
pub(super) fn role(words: &Messages, noun: &Noun, role: BlockRole) -> String {
    let roles = &words.roles;
    let heading = match role {
        BlockRole::Rationale => roles.rationale,
        BlockRole::Requirement => {
            return fill(roles.requirement, &[("noun", noun.heading.as_ref())]);
        }
        BlockRole::Theory => roles.theory,
        BlockRole::EvidenceGuidance => roles.evidence_guidance,
        BlockRole::Sources => roles.sources,
        BlockRole::Synopsis => roles.synopsis,
        BlockRole::KeyConcepts => roles.key_concepts,
        BlockRole::ExamTips => roles.exam_tips,
        BlockRole::Misconceptions => roles.misconceptions,
        BlockRole::Guidance => roles.guidance,
        BlockRole::Instructions => roles.instructions,
    };
    heading.to_owned()
}

/// "Part 3 of 4".
pub(super) fn numbered_of(words: &Messages, noun: &Noun, number: usize, count: usize) -> String {
    let (number, count) = (number.to_string(), count.to_string());
    let values = [
        ("noun", noun.heading.as_ref()),
        ("number", number.as_str()),
        ("count", count.as_str()),
    ];
    fill(words.form.numbered_of, &values)
}

/// "Part 3".
pub(super) fn numbered(words: &Messages, noun: &Noun, number: usize) -> String {
    let values = [
        ("noun", noun.heading.as_ref()),
        ("number", &number.to_string()),
    ];
    fill(words.form.numbered, &values)
}

/// "About 500 words as a guide, never a limit."; empty without a guide.
pub(super) fn word_guide(words: &Messages, guide: Option<WordGuide>) -> String {
    match guide {
        None => String::new(),
        Some(WordGuide::About(count)) => {
            fill(words.form.about_words, &[("count", &words.number(count))])
        }
        Some(WordGuide::Between(from, to)) => {
            let (from, to) = (words.number(from), words.number(to));
            fill(words.form.between_words, &[("from", &from), ("to", &to)])
        }
    }
}

/// A node's code, or else its wording: how it is named in a phrase.
pub(super) fn name(node: &Node) -> &str {
    let code = node.code.as_deref();
    code.or(node.wording.as_deref()).unwrap_or_default()
}

/// The same where it is heard or stands alone: a bare number says what it is the number of, as in "Element 3".
pub(super) fn spoken_name(nouns: &Nouns, node: &Node) -> String {
    let name = name(node);
    let is_number = name.chars().all(|letter| letter.is_ascii_digit());
    if is_number && !name.is_empty() {
        format!("{} {name}", noun(nouns, node.id.kind).heading)
    } else {
        name.to_owned()
    }
}

/// What is heard at the first box of a row: "4.1, Networking, indicator 2 of 6: Uses networks to solve problems. How far shown".
pub(super) fn first_of_row(place: &str, text: &str, prompt: &str) -> String {
    let closers = ['"', '\'', '’', '”', '»', ')', ']'];
    let inner = text.trim_end_matches(closers);
    let end = if inner.ends_with(['.', '?', '!', '…', ':', ';']) {
        ""
    } else {
        "."
    };
    format!("{place}: {text}{end} {prompt}")
}

/// A node's wording.
pub(super) fn title(node: &Node) -> &str {
    node.wording
        .as_deref()
        .or(node.code.as_deref())
        .unwrap_or_default()
}

/// "4.1  Customer categorization and relationships".
pub(super) fn code_and_title(node: &Node) -> String {
    match (&node.code, &node.wording) {
        (Some(code), Some(wording)) => format!("{code}  {wording}"),
        _ => title(node).to_owned(),
    }
}

/// "Account: Relationship management"; no colon where a question mark or stop stands already.
pub(super) fn headed(heading: &str, text: &str) -> String {
    let colon = if heading.ends_with(['?', '.', '!', ':']) {
        ""
    } else {
        ":"
    };
    format!("{heading}{colon} {text}")
}

/// Words put side by side in a kicker; empty ones are left out.
pub(super) fn kicker(pieces: &[&str]) -> String {
    joined(pieces, "  ")
}

/// Sentences put one behind the other; empty ones are left out.
pub(super) fn sentences(pieces: &[&str]) -> String {
    joined(pieces, " ")
}

fn joined(pieces: &[&str], between: &str) -> String {
    let pieces: Vec<&str> = pieces
        .iter()
        .copied()
        .filter(|piece| !piece.is_empty())
        .collect();
    pieces.join(between)
}

/// Plain text as one paragraph.
pub(super) fn paragraph(text: impl Into<String>) -> Markup {
    Markup {
        blocks: vec![MarkupBlock::Paragraph(vec![Run::plain(text)])],
    }
}
