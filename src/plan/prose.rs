//! The opening prose: about the programme, and how to use the workbook.
//!
//! In: guidance and rules of the programme, and which kinds of question the form asks. Out: pages of prose.
//! Never: explains something that the form does not have.

use crate::ids::NodeKind;
use crate::messages::{Passage, at_the_head, fill};
use crate::spec::markup::{Markup, MarkupBlock, Run};
use crate::spec::model::{AskKind, BlockRole, Rules};

use super::asked::{Asked, RegisterAt};
use super::block::{Prose, ProseItem, ProseSection, Section, Voice};
use super::covered::Covered;
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
    sections.extend((1..).zip(steps(planner, covered)).map(|(number, step)| {
        let number = Some(number);
        ProseSection { number, ..step }
    }));
    sections.extend(good_to_know(planner));
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

/// How to use the workbook: a step for everything the form asks.
fn steps(planner: &Planner<'_>, covered: &[Covered<'_>]) -> Vec<ProseSection> {
    let guide = &planner.words.guide;
    let publisher = &planner.spec.programme.publisher;
    let rules = &planner.spec.programme.rules;
    let groups = covered.iter().flat_map(|covered| &covered.groups);
    let kinds: Vec<NodeKind> = groups.map(|group| group.node.id.kind).collect();
    let group = kinds.first().copied().unwrap_or(NodeKind::Competency);
    let noun = wording::noun(planner.nouns, group);
    let is_candidate = planner.form.of.is_none();
    let asks = Asked::of(planner, group);
    let values = [
        ("each", noun.each.as_ref()),
        ("one_done", noun.one_done.as_ref()),
        ("with_one", noun.with_one.as_ref()),
        ("publisher", publisher.short_name.as_str()),
    ];
    let step =
        |passage: &Passage, more: &[String]| passage_section(planner, passage, more, &values);
    let mut steps = Vec::new();
    if is_candidate && rules.trial_competency_first && kinds.len() > 1 {
        steps.push(step(&guide.one_first, &[]));
    }
    if let Some(at) = asks.register {
        let is_shared = rules.evidence_states_share && is_candidate;
        let share = is_shared.then_some(guide.evidence_share);
        let [start, end, whole] = guide.evidence_where;
        let place = match at {
            RegisterAt::Start => start,
            RegisterAt::End => end,
            RegisterAt::Whole => whole,
        };
        let place = fill(place, &values);
        let values = [("where", place.as_str())];
        let section = passage_section(planner, &guide.evidence, &owned(share), &values);
        steps.push(section);
    }
    if let Some((kind, asked)) = &asks.rows {
        let each_of = wording::noun(planner.nouns, *kind).each_of.as_ref();
        let values = [("each_of", each_of)];
        steps.push(passage_section(
            planner,
            &guide.rows,
            &rows_steps(planner, asked),
            &values,
        ));
    }
    if asks.has_long {
        steps.push(step(&guide.long_answers, &[]));
    }
    if let (true, Some(sign_off)) = (asks.has_sign_off && is_candidate, &rules.sign_off) {
        let by = fill(guide.sign_off_by, &[("by", &sign_off.by)]);
        steps.push(step(&guide.sign_off, &[by]));
    }
    steps.push(step(&guide.save, &[]));
    steps.push(step(&guide.check, &[]));
    let contact = publisher.contact.as_ref();
    let contact = contact.map(|contact| fill(guide.send_contact, &[("contact", contact)]));
    steps.push(step(&guide.send, &contact.into_iter().collect::<Vec<_>>()));
    steps
}

fn rows_steps(planner: &Planner<'_>, asked: &[AskKind]) -> Vec<String> {
    let guide = &planner.words.guide;
    let has = |wanted: &dyn Fn(AskKind) -> bool| asked.iter().any(|kind| wanted(*kind));
    let mut more = Vec::new();
    if has(&|kind| kind.takes_scale() || kind == AskKind::YesNo) {
        more.push(fill(
            guide.rows_choice,
            &[("choose", planner.words.form.choose)],
        ));
    }
    if has(&|kind| kind == AskKind::EvidenceRefs) {
        more.push(guide.rows_evidence.to_owned());
    }
    if has(&|kind| kind == AskKind::Text) {
        more.push(guide.rows_note.to_owned());
    }
    if has(&|kind| kind == AskKind::NotApplicable) {
        more.push(guide.rows_not_applicable.to_owned());
    }
    more
}

fn owned(text: Option<&str>) -> Vec<String> {
    text.map(str::to_owned).into_iter().collect()
}

fn good_to_know(planner: &Planner<'_>) -> Vec<ProseSection> {
    let guide = &planner.words.guide;
    let mut programs = passage_section(planner, &guide.programs, &[], &[]);
    let item = |(term, body): &(&str, &str)| ProseItem {
        term: Some((*term).to_owned()),
        body: wording::paragraph(*body),
    };
    programs.items = guide.program_list.iter().map(item).collect();
    let rest = [
        &guide.no_scripts,
        &guide.letters,
        &guide.screen_reader,
        &guide.paper,
        &guide.privacy,
    ];
    let rest = rest.map(|passage| passage_section(planner, passage, &[], &[]));
    std::iter::once(programs).chain(rest).collect()
}

/// A passage of our own; `more` are sentences that go on its last paragraph.
fn passage_section(
    planner: &Planner<'_>,
    passage: &Passage,
    more: &[String],
    values: &[(&str, &str)],
) -> ProseSection {
    let mut paragraphs: Vec<String> = passage.text.iter().map(|text| fill(text, values)).collect();
    for sentence in more {
        match paragraphs.last_mut() {
            Some(last) => *last = wording::sentences(&[last, sentence]),
            None => paragraphs.push(sentence.clone()),
        }
    }
    let paragraph = |text: String| MarkupBlock::Paragraph(vec![Run::plain(text)]);
    ProseSection {
        number: None,
        heading: fill(passage.heading, values),
        voice: Voice::Prose,
        language: planner.words_language.clone(),
        body: Markup {
            blocks: paragraphs.into_iter().map(paragraph).collect(),
        },
        items: Vec::new(),
    }
}
