//! The opening prose: about the programme, and how to use the workbook.
//!
//! In: guidance and rules of the programme. Out: pages of prose. Never: words a step of the guide.

use crate::ids::NodeKind;
use crate::messages::{at_the_head, fill};
use crate::spec::markup::Markup;
use crate::spec::model::{BlockRole, Rules};

use super::block::{Prose, ProseItem, ProseSection, Section, Voice};
use super::covered::Covered;
use super::guide;
use super::planner::Planner;
use super::texts;
use super::wording;

/// Adds the pages of prose. An assessor's form leaves out what is said to candidates.
pub(super) fn add(planner: &mut Planner<'_>, covered: &[Covered<'_>]) {
    let is_candidate = planner.form.of.is_none();
    let mut brief = brief(planner).filter(|_| is_candidate);
    let mut about = guidance(planner, |role| role != BlockRole::Instructions);
    if is_candidate && !about.is_empty() {
        about.extend(brief.take());
        planner.sections.push(Section::Prose(Prose {
            kicker: planner.words.rules.kicker.to_owned(),
            title: planner.spec.programme.title.clone(),
            sections: about,
        }));
    }
    let is_told = |role| is_candidate && role == BlockRole::Instructions;
    let mut sections = guidance(planner, is_told);
    // Rules without guidance are too little for a page.
    sections.extend(brief);
    sections.extend(
        (1..)
            .zip(guide::steps(planner, covered))
            .map(|(number, step)| {
                let number = Some(number);
                ProseSection { number, ..step }
            }),
    );
    sections.extend(guide::good_to_know(planner));
    planner.sections.push(Section::Prose(Prose {
        kicker: planner.words.guide.kicker.to_owned(),
        title: planner.words.guide.title.to_owned(),
        sections,
    }));
}

/// The programme's guidance in its own words, of some roles.
fn guidance(planner: &Planner<'_>, is_told: impl Fn(BlockRole) -> bool) -> Vec<ProseSection> {
    let blocks = planner.spec.programme.guidance.iter();
    let told = blocks.filter(|block| is_told(block.role));
    told.map(|block| texts::section(planner, NodeKind::Competency, block, None))
        .collect()
}

/// The rules of the programme in brief; `None` if it has none.
fn brief(planner: &Planner<'_>) -> Option<ProseSection> {
    let items = rules_in_brief(planner);
    (!items.is_empty()).then(|| ProseSection {
        number: None,
        heading: planner.words.rules.heading.to_owned(),
        voice: Voice::Form,
        language: planner.words_language.clone(),
        body: Markup::default(),
        items,
    })
}

fn rules_in_brief(planner: &Planner<'_>) -> Vec<ProseItem> {
    let words = planner.words;
    let brief = &words.rules;
    let Rules {
        minimum_competencies,
        trial_competency_first,
        part_words,
        competency_words,
        evidence_states_share,
        sign_off,
    } = &planner.spec.programme.rules;
    let mut items = Vec::new();
    let noun = wording::noun(planner.nouns, NodeKind::Competency);
    let mut say = |(term, meaning): (&str, &str), values: &[(&str, &str)]| {
        items.push(ProseItem {
            term: Some(at_the_head(&fill(term, values)).into_owned()),
            body: wording::paragraph(fill(meaning, values)),
        });
    };
    if let Some(count) = minimum_competencies {
        let number = words.number(*count);
        let least = wording::least(words, noun, *count);
        let values = [("count", number.as_str()), ("least", least)];
        say(brief.minimum, &values);
    }
    if *trial_competency_first {
        let publisher = planner.spec.programme.publisher.short_name.as_str();
        let values = [
            ("publisher", publisher),
            ("one_done", noun.one_done.as_ref()),
        ];
        say(brief.trial, &values);
    }
    for (kind, guide) in [
        (NodeKind::Part, part_words),
        (NodeKind::Competency, competency_words),
    ] {
        if guide.is_some() {
            let each = wording::noun(planner.nouns, kind).each.as_ref();
            let guide = wording::word_guide(words, *guide);
            say(brief.words, &[("each", each), ("guide", &guide)]);
        }
    }
    if *evidence_states_share {
        say(brief.share, &[]);
    }
    if let Some(sign_off) = sign_off {
        say(brief.sign_off, &[("by", &sign_off.by)]);
        if let Some(waiver) = &sign_off.waiver {
            say(brief.waiver, &[("waiver", waiver)]);
        }
    }
    items
}
