//! Scales: named lists of options.
//!
//! In: their shapes. Out: their sound types. Findings: S014, S015, S018, and those of texts. Never: knows who uses one.

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::OptionValue;
use crate::spec::edition;
use crate::spec::json;
use crate::spec::locate::At;
use crate::spec::model::{Scale, ScaleDigest, ScaleOption};
use crate::spec::quote::quoted;

use super::once::Once;
use super::{Draft, texts};

/// Checks the scales of the file at `at`.
pub(super) fn scales(shapes: &[json::Scale], at: At<'_>, draft: &mut Draft) -> Vec<Scale> {
    let Draft { digests, found, .. } = draft;
    let mut once = Once::default();
    let mut scales = Vec::new();
    for (shape, at) in shapes.iter().zip(at.items("scales")) {
        let id_at = at.key("id");
        texts::name(&shape.id, "a scale's id", id_at, found);
        once.name("scale", &shape.id, id_at, found);
        if shape.options.is_empty() {
            let message = format!("the scale {} has no options", quoted(&shape.id));
            found.push(
                Diagnostic::error(Code::S018, at.key("options").place(), message)
                    .help("add the options, or take the scale out"),
            );
        }
        digests.scales.push(ScaleDigest {
            id: shape.id.clone(),
            rev: shape.rev.0,
            digest: edition::scale_digest(shape),
        });
        scales.push(Scale {
            id: shape.id.clone(),
            rev: shape.rev.0,
            options: options(&shape.options, at, found),
            at: id_at.span(),
        });
    }
    scales
}

fn options(
    shapes: &[json::ScaleOption],
    at: At<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<ScaleOption> {
    let mut values = Once::default();
    let mut labels = Once::default();
    let mut options = Vec::new();
    for (shape, at) in shapes.iter().zip(at.items("options")) {
        let value_at = at.key("value");
        values.name("option", &shape.value, value_at, found);
        labels.name("label", &shape.label, at.key("label"), found);
        let label = texts::plain(&shape.label, "label", at.key("label"), found);
        let value = texts::grammar(
            OptionValue::parse(&shape.value),
            &shape.value,
            "an option's value",
            value_at,
            found,
        );
        if let Some(value) = value {
            options.push(ScaleOption {
                value,
                label,
                score: shape.score,
                at: at.key("label").span(),
            });
        }
    }
    options
}
