//! The programme: publisher, declared counts, rules, guidance.
//!
//! In: its shape. Out: its sound type. Findings: S040, S043, S044, S050, S054, and those of texts and blocks. Never: opens the mark's file.

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::NodeKind;
use crate::spec::json;
use crate::spec::locate::At;
use crate::spec::model::{
    Declaration, Mark, OwnNoun, Programme, Publisher, Rules, SignOff, WordGuide,
};
use crate::spec::quote::quoted;

use super::blocks;
use super::once::Once;
use super::texts;

/// Checks the programme.
pub(super) fn programme(
    shape: &json::Programme,
    at: At<'_>,
    found: &mut Vec<Diagnostic>,
) -> Programme {
    let publisher_at = at.key("publisher");
    let publisher = Publisher {
        name: texts::plain(
            &shape.publisher.name,
            "name",
            publisher_at.key("name"),
            found,
        ),
        short_name: texts::plain(
            &shape.publisher.short_name,
            "shortName",
            publisher_at.key("shortName"),
            found,
        ),
        contact: texts::optional(
            shape.publisher.contact.as_ref(),
            "contact",
            publisher_at,
            found,
        ),
        mark: shape
            .publisher
            .mark
            .as_ref()
            .map(|mark| mark_of(mark, publisher_at.key("mark"), found)),
        at: publisher_at.key("name").span(),
    };
    let declares = declares(&shape.declares, at, found);
    let rules = shape
        .rules
        .as_ref()
        .map(|rules| rules_of(rules, at.key("rules"), found));
    let rules = rules.unwrap_or_default();
    check_minimum(&rules, &declares, at.key("rules"), found);
    Programme {
        title: texts::plain(&shape.title, "title", at.key("title"), found),
        title_at: at.key("title").span(),
        publisher,
        language: texts::language(&shape.language, at.key("language"), found),
        language_at: at.key("language").span(),
        subject: shape.subject.into(),
        respondent: texts::optional(shape.respondent.as_ref(), "respondent", at, found),
        nouns: nouns(&shape.nouns, at, found),
        declares,
        rules,
        guidance: blocks::blocks(&shape.guidance, at.items("guidance"), false, found),
    }
}

fn mark_of(shape: &json::Mark, at: At<'_>, found: &mut Vec<Diagnostic>) -> Mark {
    let file_at = at.key("file");
    if !is_inside_folder(&shape.file) {
        let message = format!(
            "{} is not a file in the folder of the specification",
            quoted(&shape.file)
        );
        found.push(
            Diagnostic::error(Code::S040, file_at.place(), message)
                .help("put the picture beside the specification, and write its name, as in \"mark.png\" or \"pictures/mark.png\""),
        );
    }
    Mark {
        file: shape.file.clone(),
        alt: texts::plain(&shape.alt, "alt", at.key("alt"), found),
        at: file_at.span(),
    }
}

/// A relative path with `/`, the same on every system, that never climbs.
fn is_inside_folder(path: &str) -> bool {
    let is_part = |part: &str| {
        !matches!(part, "" | "." | "..")
            && !part.contains(['\\', ':', '*', '?', '"', '<', '>', '|'])
            && !part.chars().any(char::is_control)
    };
    path.split('/').all(is_part)
}

/// What the lists by kind say of a kind twice: the code, and the two messages.
type Twice = (Code, fn(&str) -> String, &'static str);

const DECLARED_TWICE: Twice = (
    Code::S043,
    |kind| format!("the number of kind {kind:?} is declared twice"),
    "first declared here",
);
const NAMED_TWICE: Twice = (
    Code::S054,
    |kind| format!("kind {kind:?} is given a noun twice"),
    "first given one here",
);

/// A kind, which each of these lists may name once.
fn kind_once(
    kind: NodeKind,
    once: &mut Once,
    at: At<'_>,
    (code, message, first_message): Twice,
    found: &mut Vec<Diagnostic>,
) -> NodeKind {
    let at = at.key("kind");
    if let Some(first) = once.again(kind.as_str(), at) {
        found.push(
            Diagnostic::error(code, at.place(), message(kind.as_str()))
                .also(first, first_message)
                .help("take one of them out"),
        );
    }
    kind
}

fn declares(
    shapes: &[json::Declaration],
    at: At<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Declaration> {
    let mut once = Once::default();
    let mut declarations = Vec::new();
    for (shape, at) in shapes.iter().zip(at.items("declares")) {
        declarations.push(Declaration {
            kind: kind_once(shape.kind.into(), &mut once, at, DECLARED_TWICE, found),
            count: shape.count,
            called: texts::optional(shape.called.as_ref(), "called", at, found),
            at: at.key("count").span(),
        });
    }
    declarations
}

fn nouns(shapes: &[json::Noun], at: At<'_>, found: &mut Vec<Diagnostic>) -> Vec<OwnNoun> {
    let mut once = Once::default();
    let mut nouns = Vec::new();
    for (shape, at) in shapes.iter().zip(at.items("nouns")) {
        nouns.push(OwnNoun {
            kind: kind_once(shape.kind.into(), &mut once, at, NAMED_TWICE, found),
            one: texts::plain(&shape.one, "one", at.key("one"), found),
            few: texts::optional(shape.few.as_ref(), "few", at, found),
            many: texts::plain(&shape.many, "many", at.key("many"), found),
        });
    }
    nouns
}

fn rules_of(shape: &json::Rules, at: At<'_>, found: &mut Vec<Diagnostic>) -> Rules {
    let words_at = at.key("words");
    let words = shape.words.as_ref();
    let sign_off_at = at.key("signOff");
    Rules {
        minimum_competencies: shape.minimum_competencies,
        trial_competency_first: shape.trial_competency_first,
        part_words: words
            .and_then(|words| words.part.as_ref())
            .and_then(|guide| word_guide(guide, words_at.key("part"), found)),
        competency_words: words
            .and_then(|words| words.competency.as_ref())
            .and_then(|guide| word_guide(guide, words_at.key("competency"), found)),
        evidence_states_share: shape
            .evidence
            .as_ref()
            .is_some_and(|evidence| evidence.states_share),
        sign_off: shape.sign_off.as_ref().map(|sign_off| SignOff {
            by: texts::plain(&sign_off.by, "by", sign_off_at.key("by"), found),
            waiver: texts::optional(sign_off.waiver.as_ref(), "waiver", sign_off_at, found),
        }),
    }
}

/// "about", or "from" and "to" (S044).
pub(super) fn word_guide(
    shape: &json::WordGuide,
    at: At<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<WordGuide> {
    let (message, help) = match (shape.about, shape.from, shape.to) {
        (Some(about), None, None) if about > 0 => return Some(WordGuide::About(about)),
        (None, Some(from), Some(to)) if from < to => return Some(WordGuide::Between(from, to)),
        (None, Some(from), Some(to)) => (
            format!("a word guide goes from {from} to {to}, expected the smaller number first"),
            "swap the two, or write one number under \"about\"",
        ),
        (Some(_), None, None) => (
            "a word guide of about 0 words asks for none".to_owned(),
            "write a number of words, or take the guide out",
        ),
        (_, _, _) => (
            "a word guide has neither \"about\" alone nor both \"from\" and \"to\"".to_owned(),
            "write { \"about\": 500 } or { \"from\": 1500, \"to\": 2000 }",
        ),
    };
    found.push(Diagnostic::error(Code::S044, at.place(), message).help(help));
    None
}

fn check_minimum(rules: &Rules, declares: &[Declaration], at: At<'_>, found: &mut Vec<Diagnostic>) {
    let declared = declares.iter().find(|one| one.kind == NodeKind::Competency);
    if let (Some(minimum), Some(declared)) = (rules.minimum_competencies, declared)
        && minimum > declared.count
    {
        let message = format!(
            "at least {minimum} competencies are needed, but the programme declares {}",
            declared.count
        );
        found.push(
            Diagnostic::error(Code::S050, at.key("minimumCompetencies").place(), message)
                .also(
                    crate::diagnostic::Place::Source(declared.at),
                    "declared here",
                )
                .help("correct one of the two numbers"),
        );
    }
}
