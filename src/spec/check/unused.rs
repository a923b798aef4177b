//! Scales and groups that no question names, and nouns that nothing is called by.
//!
//! In: the file as written, and its tree. Out: findings S052. Never: is an error.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::NodeKind;
use crate::spec::edition;
use crate::spec::json::{self, Ask};
use crate::spec::locate::At;
use crate::spec::model::Node;
use crate::spec::quote::quoted;

/// Finds scales of the file, groups of its forms and nouns of its programme that are never used.
pub(super) fn check(shape: &json::Spec, nodes: &[Node], at: At<'_>, found: &mut Vec<Diagnostic>) {
    nouns(shape, nodes, at, found);
    let workbooks = shape.workbooks.iter().zip(at.items("workbooks"));
    let workbooks = workbooks.map(|(form, at)| (&form.asks, form.groups.as_slice(), at));
    let assessment = shape.assessment.iter().zip(at.items("assessment"));
    let assessment = assessment.map(|(form, at)| (&form.asks, form.groups.as_slice(), at));
    let mut scales = BTreeSet::new();
    for (asks, groups, at) in workbooks.chain(assessment) {
        let levels = asks.levels();
        let asks: Vec<&Ask> = levels.iter().flat_map(|(_, asks)| *asks).collect();
        scales.extend(asks.iter().filter_map(|ask| ask.scale.as_deref()));
        let used: BTreeSet<&str> = asks.iter().filter_map(|ask| ask.group.as_deref()).collect();
        for (group, at) in groups.iter().zip(at.items("groups")) {
            if !used.contains(group.id.as_str()) {
                found.push(unused("group", &group.id, at));
            }
        }
    }
    for (scale, at) in shape.scales.iter().zip(at.items("scales")) {
        if !scales.contains(scale.id.as_str()) {
            found.push(unused("scale", &scale.id, at));
        }
    }
}

/// A noun for a kind that is neither here nor announced is printed nowhere.
fn nouns(shape: &json::Spec, nodes: &[Node], at: At<'_>, found: &mut Vec<Diagnostic>) {
    let here = edition::count(nodes, &[]);
    let nouns = shape.programme.nouns.iter();
    for (noun, at) in nouns.zip(at.key("programme").items("nouns")) {
        let kind = NodeKind::from(noun.kind);
        if here.iter().all(|count| count.kind != kind) {
            let message = format!("the framework has nothing of kind {:?}", kind.as_str());
            let help = "take the noun out, or give it to one of the kinds that the framework has";
            let place = at.key("kind").place();
            found.push(Diagnostic::warning(Code::S052, place, message).help(help));
        }
    }
}

fn unused(what: &str, id: &str, at: At<'_>) -> Diagnostic {
    let message = format!("no question uses the {what} {}", quoted(id));
    let help = format!("name it as {what:?} of a question, or take it out");
    Diagnostic::warning(Code::S052, at.key("id").place(), message).help(help)
}
