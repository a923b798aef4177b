//! How to use the workbook, or a copy of it that is written on by hand.
//!
//! In: which kinds of question the form asks. Out: steps in order, and what is good to know. Never: explains something that the form does not have.

use crate::ids::{Level, NodeKind};
use crate::messages::{Passage, fill};
use crate::spec::markup::{Markup, MarkupBlock, Run};
use crate::spec::model::{Ask, AskKind};

use super::asked::{Asked, RegisterAt};
use super::block::{ProseItem, ProseSection, Voice};
use super::covered::Covered;
use super::field::Options;
use super::planner::Planner;
use super::wording;

/// How to use the workbook: a step for everything the form asks.
pub(super) fn steps(planner: &Planner<'_>, covered: &[Covered<'_>]) -> Vec<ProseSection> {
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
            &rows_steps(planner, *kind, asked),
            &values,
        ));
    }
    // What is said otherwise where there is a pen in place of a program.
    let pen = planner.form.theme.is_for_pen.then_some(&guide.pen);
    if asks.has_long {
        let long = pen.map_or(&guide.long_answers, |pen| &pen.long_answers);
        steps.push(step(long, &[]));
    }
    if let (true, Some(sign_off)) = (asks.has_sign_off && is_candidate, &rules.sign_off) {
        let by = pen.map_or(guide.sign_off_by, |pen| pen.sign_off_by);
        let by = fill(by, &[("by", &sign_off.by)]);
        steps.push(step(&guide.sign_off, &[by]));
    }
    steps.extend(handing_in(planner, &values));
    steps
}

/// The last steps: saving and looking at the file, or writing and looking through the pages; then sending.
fn handing_in(planner: &Planner<'_>, values: &[(&str, &str)]) -> [ProseSection; 3] {
    let guide = &planner.words.guide;
    let [first, second, send] = if planner.form.theme.is_for_pen {
        [&guide.pen.write, &guide.pen.look, &guide.pen.send]
    } else {
        [&guide.save, &guide.check, &guide.send]
    };
    let contact = planner.spec.programme.publisher.contact.as_ref();
    let contact = contact.map(|contact| fill(guide.send_contact, &[("contact", contact)]));
    let contact: Vec<String> = contact.into_iter().collect();
    [
        passage_section(planner, first, &[], values),
        passage_section(planner, second, &[], values),
        passage_section(planner, send, &contact, values),
    ]
}

fn rows_steps(planner: &Planner<'_>, kind: NodeKind, asked: &[AskKind]) -> Vec<String> {
    let guide = &planner.words.guide;
    let has = |wanted: &dyn Fn(AskKind) -> bool| asked.iter().any(|kind| wanted(*kind));
    let mut more = Vec::new();
    if has(&|kind| kind.takes_scale() || kind == AskKind::YesNo) {
        let options = if planner.form.theme.is_for_pen {
            let counts = option_counts(planner, kind);
            if counts.iter().any(|count| *count <= Options::MOST_TICKS) {
                more.push(guide.pen.rows_ticks.to_owned());
            }
            if counts.iter().any(|count| *count > Options::MOST_TICKS) {
                more.push(guide.pen.rows_written.to_owned());
            }
            guide.pen.rows_options
        } else {
            let choose = [("choose", planner.words.form.choose)];
            more.push(fill(guide.rows_choice, &choose));
            guide.rows_options
        };
        more.extend(lists(planner, kind, options));
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

/// How many entries each choice of the rows has.
fn option_counts(planner: &Planner<'_>, kind: NodeKind) -> Vec<usize> {
    let count = |ask: &Ask| match ask.kind {
        AskKind::YesNo => Some(2),
        _ => Some(planner.scale(ask)?.options.len()),
    };
    planner.asks(Level::Node(kind)).filter_map(count).collect()
}

/// What the choices of the rows can be, so that whoever prepares or prints knows; a rating's scale stands above its table.
fn lists(planner: &Planner<'_>, kind: NodeKind, phrase: &str) -> Vec<String> {
    let asks = planner.asks(Level::Node(kind));
    let lists = asks.filter(|ask| ask.kind.takes_scale() && ask.kind != AskKind::Rating);
    let told = lists.filter_map(|ask| {
        let options = planner.scale(ask)?.options.iter();
        let options: Vec<&str> = options.map(|one| one.label.as_str()).collect();
        let values = [
            ("label", ask.prompt.as_str()),
            ("options", &options.join(", ")),
        ];
        Some(fill(phrase, &values))
    });
    told.collect()
}

fn owned(text: Option<&str>) -> Vec<String> {
    text.map(str::to_owned).into_iter().collect()
}

/// What is good to know beside them.
pub(super) fn good_to_know(planner: &Planner<'_>) -> Vec<ProseSection> {
    let guide = &planner.words.guide;
    if planner.form.theme.is_for_pen {
        let publisher = planner.spec.programme.publisher.short_name.as_str();
        let pen = &guide.pen;
        let told = [
            &pen.typing,
            &pen.letters,
            &pen.corrections,
            &pen.loose_pages,
            &pen.privacy,
        ];
        let values = [("publisher", publisher)];
        return told
            .map(|passage| passage_section(planner, passage, &[], &values))
            .into();
    }
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
