//! The rules of a specification: shapes in, a sound [`Spec`] out.
//!
//! In: shapes as written, and the tree of the file for places. Out: a specification that later stages need not check again, and every finding.
//! Never: stops at the first finding.

mod ask_keys;
mod asks;
mod blocks;
mod colour;
mod counts;
mod covers;
mod date;
mod forms;
mod nodes;
mod once;
mod programme;
mod scales;
mod texts;
mod tree;
mod unused;

use crate::diagnostic::{Checked, Diagnostic, Severity};

use super::edition;
use super::json;
use super::locate::At;
use super::model::{Digests, Spec};

use once::Once;

/// What is collected while a specification is checked.
#[derive(Default)]
struct Draft {
    found: Vec<Diagnostic>,
    /// Ids of nodes and forms, which share one space.
    ids: Once,
    /// Names of files.
    files: Once,
    digests: Digests,
}

/// Checks shapes that stand at `at`. Findings: S014 to S052.
pub(crate) fn check(shape: &json::Spec, at: At<'_>) -> Checked<Spec> {
    let mut draft = Draft::default();
    let programme = programme::programme(&shape.programme, at.key("programme"), &mut draft.found);
    let framework = tree::framework(&shape.framework, at.key("framework"), &mut draft);
    let scales = scales::scales(&shape.scales, at, &mut draft);
    let known = forms::Known {
        spec: shape,
        tree: shape.framework.lists(),
        rules: &programme.rules,
    };
    let forms = forms::forms(&known, at, &mut draft);
    let Some(framework) = framework else {
        return Checked::failed(draft.found);
    };
    counts::check(&programme, &framework.nodes, at, &mut draft.found);
    // A name that is wrong elsewhere makes this one look unused.
    if !has_error(&draft.found) {
        unused::check(shape, &framework.nodes, at, &mut draft.found);
    }
    let (canonical, digest) = edition::canonical(shape);
    let spec = Spec {
        programme,
        framework,
        scales,
        forms,
        canonical,
        digest,
        digests: draft.digests,
    };
    Checked::new(spec, draft.found)
}

fn has_error(found: &[Diagnostic]) -> bool {
    found.iter().any(|one| one.severity == Severity::Error)
}
