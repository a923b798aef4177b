//! The framework: nodes of the right kind in the right place, each with an id of its own.
//!
//! In: its shape. Out: its sound type. Findings: S014, S015, S018, S024, S036, and those of nodes. Never: knows what is asked.

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::{Edition, FormId, FrameworkId, NodeId, Owner};
use crate::spec::json::{self, View};
use crate::spec::locate::At;
use crate::spec::model::{Framework, Retired};

use super::nodes::Walk;
use super::once::Once;
use super::{Draft, date, texts};

/// Checks the framework; none if its id, edition or date cannot be read.
pub(super) fn framework(
    shape: &json::Framework,
    at: At<'_>,
    draft: &mut Draft,
) -> Option<Framework> {
    let found = &mut draft.found;
    let id = texts::grammar(
        FrameworkId::parse(&shape.id),
        &shape.id,
        "the framework's id",
        at.key("id"),
        found,
    );
    let edition = texts::grammar(
        Edition::parse(&shape.edition),
        &shape.edition,
        "the edition",
        at.key("edition"),
        found,
    );
    let published = date::date(&shape.published, at.key("published"), found);
    let title = texts::plain(&shape.title, "title", at.key("title"), found);
    let retired = retired(&shape.retired, at, draft);
    let mut walk = Walk::new(draft);
    let mut nodes = Vec::new();
    let lists = shape.lists();
    for (key, views) in &lists {
        for (view, at) in views.iter().zip(at.items(key)) {
            nodes.extend(walk.node(view, at));
        }
    }
    check_lists(&lists, at, &mut draft.found);
    Some(Framework {
        id: id?,
        edition: edition?,
        title,
        published: published?,
        retired,
        nodes,
    })
}

fn retired(shapes: &[json::Retired], at: At<'_>, draft: &mut Draft) -> Vec<Retired> {
    let Draft { ids, found, .. } = draft;
    let mut once = Once::default();
    let mut retired = Vec::new();
    for (shape, at) in shapes.iter().zip(at.items("retired")) {
        let id_at = at.key("id");
        once.name("retired id", &shape.id, id_at, found);
        ids.retired
            .entry(shape.id.clone())
            .or_insert_with(|| id_at.place());
        let owner = FormId::parse(&shape.id).map(Owner::Form);
        let owner = owner.or_else(|_| NodeId::parse(&shape.id).map(Owner::Node));
        let id = texts::grammar(owner, &shape.id, "a retired id", id_at, found);
        let written = &shape.last_edition;
        let last = texts::grammar(
            Edition::parse(written),
            written,
            "the last edition",
            at.key("lastEdition"),
            found,
        );
        if let (Some(id), Some(last_edition)) = (id, last) {
            retired.push(Retired { id, last_edition });
        }
    }
    retired
}

fn check_lists(lists: &[(&'static str, Vec<View<'_>>)], at: At<'_>, found: &mut Vec<Diagnostic>) {
    match lists {
        [] => found.push(
            Diagnostic::error(
                Code::S018,
                at.place(),
                "the framework holds no areas, units or elements",
            )
            .help("add one of the three lists"),
        ),
        [_] => {}
        [(first, _), others @ ..] => {
            for (key, _) in others {
                found.push(
                    Diagnostic::error(
                        Code::S024,
                        at.key(key).place(),
                        format!("the framework holds {first} and {key}, expected one kind"),
                    )
                    .also(at.key(first).place(), format!("the {first} stand here"))
                    .help("make two frameworks of them, each in a file of its own"),
                );
            }
        }
    }
}
