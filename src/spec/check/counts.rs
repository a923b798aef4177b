//! Whether there is more than the programme declares.
//!
//! In: the programme and the tree. Out: findings S029. Never: minds that there is less.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::spec::edition;
use crate::spec::locate::At;
use crate::spec::model::{Node, Programme};

/// Compares what is here with what is declared.
pub(super) fn check(
    programme: &Programme,
    nodes: &[Node],
    at: At<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let declares = at.key("programme").items("declares");
    let places: Vec<At<'_>> = declares.collect();
    for count in edition::count(nodes, &programme.declares) {
        let Some(declared) = count.declared else {
            continue;
        };
        let here = count.present.saturating_add(count.announced);
        if here <= declared {
            continue;
        }
        let index = programme
            .declares
            .iter()
            .position(|one| one.kind == count.kind);
        let place = index
            .and_then(|index| places.get(index))
            .map_or(Place::Whole, |at| at.key("count").place());
        let message = format!(
            "the programme declares {declared} of kind {:?}, but there are {here} ({} present, {} announced)",
            count.kind.as_str(),
            count.present,
            count.announced
        );
        found.push(
            Diagnostic::error(Code::S029, place, message).help(
                "raise the declared number, or take out what does not belong to the programme",
            ),
        );
    }
}
