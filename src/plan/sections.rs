//! The order of a workbook: cover, prose, contents, then each covered group, then what is asked of the whole.
//!
//! In: a planner that has nothing yet. Out: the same with every section and field. Never: says what stands within a section.

use crate::ids::{Level, NodeKind, Owner};
use crate::messages::fill;
use crate::spec::model::{Ask, AskPlace, Node};

use super::block::{Closing, Contents, ContentsGroup, ContentsRow, RunningHead, Section, Target};
use super::cover::{self, Title};
use super::covered::{Covered, Placed};
use super::figures;
use super::planner::{Planner, Scope};
use super::prose;
use super::sheets::closing_label;
use super::wording;

/// Adds every section.
pub(super) fn add<'a>(planner: &mut Planner<'a>, covered: &[Covered<'a>], title: Title) {
    let counts = counts(covered);
    let elsewhere = cover::add(planner, title, &counts);
    prose::add(planner, covered);
    let contents_at = planner.sections.len();
    planner.pending += 1;
    let (before, after): (Vec<&Ask>, Vec<&Ask>) = elsewhere
        .into_iter()
        .partition(|ask| ask.place == AskPlace::Before);
    let mut groups = Vec::new();
    groups.extend(whole(planner, &before));
    for covered in covered {
        groups.extend(covered.area.and_then(|area| planner.area_opening(area)));
        for &group in &covered.groups {
            groups.push(planner.group(group));
        }
        let below = covered.area.map_or(&[][..], |area| &area.node.children);
        groups.extend(announced(planner, below));
        groups.extend(covered.area.and_then(|area| planner.area_ending(area)));
    }
    // Units and elements stand in no area: those of the edition that are announced.
    let nodes = &planner.spec.framework.nodes;
    let top = nodes.iter().filter(|node| node.id.kind != NodeKind::Area);
    groups.extend(top.flat_map(|node| announced(planner, std::slice::from_ref(node))));
    groups.extend(whole(planner, &after));
    planner.pending -= 1;
    let contents = contents(planner, groups, &counts);
    planner
        .sections
        .insert(contents_at, Section::Contents(contents));
}

/// Nodes that are announced: lines of the contents that lead nowhere yet.
fn announced(planner: &Planner<'_>, nodes: &[Node]) -> Vec<ContentsGroup> {
    let phrase = planner.words.overview.announced;
    let announced = nodes.iter().filter(|node| node.is_announced);
    let group = |node: &Node| ContentsGroup {
        code: node.code.clone(),
        title: fill(
            phrase,
            &[("title", node.wording.as_deref().unwrap_or_default())],
        ),
        rows: Vec::new(),
    };
    announced.map(group).collect()
}

/// A page of questions of the form as a whole.
fn whole<'a>(planner: &mut Planner<'a>, asks: &[&'a Ask]) -> Option<ContentsGroup> {
    let scope = Scope {
        owner: Owner::Form(planner.form.id),
        level: Level::Workbook,
        node: None,
        spoken: cover::heading(planner).to_owned(),
    };
    let asks = planner.ask_blocks(&scope, asks);
    let label = closing_label(&asks);
    let target = Target::Section(planner.next_section());
    let title = planner.form.title.clone();
    (!asks.is_empty()).then(|| {
        let running = RunningHead {
            left: title.clone(),
            right: label.clone(),
        };
        planner
            .sections
            .push(Section::Closing(Closing { running, asks }));
        ContentsGroup {
            code: None,
            title,
            rows: vec![ContentsRow {
                label,
                count: None,
                is_secondary: true,
                target,
            }],
        }
    })
}

/// How many nodes of each kind the form covers.
fn counts(covered: &[Covered<'_>]) -> Vec<(NodeKind, usize)> {
    let mut counts = Vec::new();
    let mut level: Vec<Placed<'_>> = covered
        .iter()
        .flat_map(|covered| covered.groups.iter().copied())
        .collect();
    while let Some(first) = level.first() {
        counts.push((first.node.id.kind, level.len()));
        level = level.into_iter().flat_map(Placed::children).collect();
    }
    counts
}

fn contents(
    planner: &Planner<'_>,
    groups: Vec<ContentsGroup>,
    counts: &[(NodeKind, usize)],
) -> Contents {
    let overview = &planner.words.overview;
    let noun = |kind| wording::noun(planner.nouns, kind);
    let counted = |count: Option<&(NodeKind, usize)>| {
        count.map_or_else(String::new, |(kind, count)| {
            planner.words.count(noun(*kind), *count)
        })
    };
    let head = |count: Option<&(NodeKind, usize)>| {
        count
            .map_or("", |(kind, _)| noun(*kind).heading.as_ref())
            .to_owned()
    };
    let rows = counts.last().filter(|_| counts.len() > 1);
    let middle = counts.get(1).filter(|_| counts.len() > 2);
    let middle_head = match middle {
        Some(_) => head(middle),
        None => overview.section.to_owned(),
    };
    let rows_head = rows.map_or("", |(kind, _)| noun(*kind).headings.as_ref());
    Contents {
        kicker: overview.kicker.to_owned(),
        title: overview.contents.to_owned(),
        heads: [
            head(counts.first()),
            middle_head,
            rows_head.to_owned(),
            overview.page.to_owned(),
        ],
        groups,
        totals: [counted(counts.first()), counted(middle), counted(rows)],
        figures: figures::figures(planner),
    }
}
