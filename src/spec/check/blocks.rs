//! Blocks: texts with a role.
//!
//! In: their shapes. Out: their sound types. Findings: S045, S046, and those of texts. Never: knows where a block prints.

use crate::diagnostic::{Code, Diagnostic};
use crate::spec::json;
use crate::spec::locate::At;
use crate::spec::model::{Block, BlockItem, BlockRole};

use super::once::Once;
use super::texts;

/// Checks blocks; within a node each role may occur once.
pub(super) fn blocks<'d>(
    shapes: &[json::Block],
    places: impl Iterator<Item = At<'d>>,
    is_node: bool,
    found: &mut Vec<Diagnostic>,
) -> Vec<Block> {
    let mut once = Once::default();
    let mut blocks = Vec::new();
    for (shape, at) in shapes.iter().zip(places) {
        let role_at = at.key("role");
        let role = role_at.value.as_text().unwrap_or_default();
        if is_node && let Some(first) = once.again(role, role_at) {
            found.push(
                Diagnostic::error(
                    Code::S045,
                    role_at.place(),
                    format!("the node has two blocks with the role {role:?}"),
                )
                .also(first, "first used here")
                .help("join them into one block, or give one of them another role"),
            );
        }
        blocks.push(block(shape, at, found));
    }
    blocks
}

fn block(shape: &json::Block, at: At<'_>, found: &mut Vec<Diagnostic>) -> Block {
    if shape.body.is_none() && shape.items.is_empty() {
        found.push(
            Diagnostic::error(
                Code::S046,
                at.place(),
                "a block has neither \"body\" nor \"items\"",
            )
            .help("add the text, or take the block out"),
        );
    }
    let mut items = Vec::new();
    for (item, at) in shape.items.iter().zip(at.items("items")) {
        items.push(BlockItem {
            term: texts::optional(item.term.as_ref(), "term", at, found),
            body: texts::body(&item.body, at.key("body"), found),
        });
    }
    Block {
        role: BlockRole::from(shape.role),
        title: texts::optional(shape.title.as_ref(), "title", at, found),
        language: shape
            .lang
            .as_ref()
            .map(|tag| texts::language(tag, at.key("lang"), found)),
        body: shape
            .body
            .as_ref()
            .map(|body| texts::body(body, at.key("body"), found)),
        items,
        at: at.span(),
    }
}
