//! Valid and invalid specifications, with every message.

use akam_workbook::diagnostic::{Checked, Diagnostic};
use akam_workbook::ids::NodeKind;
use akam_workbook::spec::model::Node;
use akam_workbook::spec::{self, Spec, edition};

/// A specification that has no findings.
fn sound(checked: Checked<Spec>) -> Spec {
    let shown: Vec<String> = checked.diagnostics.iter().map(shown).collect();
    assert!(shown.is_empty(), "{}", shown.join("\n"));
    checked.value.unwrap()
}

fn shown(found: &Diagnostic) -> String {
    format!("{} {:?}: {}", found.code, found.place, found.message)
}

fn nodes_of(spec: &Spec, kind: NodeKind) -> Vec<&Node> {
    let mut found = Vec::new();
    let mut waiting: Vec<&Node> = spec.framework.nodes.iter().rev().collect();
    while let Some(node) = waiting.pop() {
        if node.id.kind == kind {
            found.push(node);
        }
        waiting.extend(node.children.iter().rev());
    }
    found
}

#[test]
fn the_built_in_specification_holds_area_4_whole() {
    let spec = sound(spec::load(spec::BUILT_IN));
    let indicators = |part: &Node| part.children.len();
    let by_competency: Vec<Vec<usize>> = nodes_of(&spec, NodeKind::Competency)
        .iter()
        .filter(|competency| !competency.is_announced)
        .map(|competency| competency.children.iter().map(indicators).collect())
        .collect();
    assert_eq!(
        by_competency,
        [vec![5, 4, 8, 4], vec![7, 7, 7], vec![7, 6, 6]]
    );
    let counts: Vec<_> = edition::counts(&spec)
        .into_iter()
        .map(|count| (count.kind, count.present, count.announced, count.declared))
        .collect();
    let expected = [
        (NodeKind::Area, 1, 1, Some(4)),
        (NodeKind::Competency, 3, 1, Some(14)),
        (NodeKind::Part, 10, 0, None),
        (NodeKind::Indicator, 61, 0, None),
    ];
    assert_eq!(counts, expected);
}
