//! Nodes: of the right kind, with an id of their own, with a wording.
//!
//! In: their shapes. Out: their sound types. Findings: S014 to S018, S022, S023, S051, and those of texts and blocks. Never: knows what is asked.

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::{NodeId, NodeKind};
use crate::spec::edition;
use crate::spec::json::View;
use crate::spec::locate::At;
use crate::spec::model::{Node, NodeDigest};
use crate::spec::quote::quoted;

use super::once::Once;
use super::{Draft, blocks, texts};

/// What is collected on the way through the tree.
pub(super) struct Walk<'c> {
    draft: &'c mut Draft,
    codes: Once,
}

impl<'c> Walk<'c> {
    /// Begins at the top.
    pub(super) fn new(draft: &'c mut Draft) -> Self {
        Self {
            draft,
            codes: Once::default(),
        }
    }

    /// Checks a node and all below it; none if its id cannot be read.
    pub(super) fn node(&mut self, view: &View<'_>, at: At<'_>) -> Option<Node> {
        let id = self.id(view, at);
        let content = &view.content;
        let code = content
            .code
            .map(|code| texts::plain(code, "code", at.key("code"), &mut self.draft.found));
        self.check_code(view.kind, code.as_deref(), at.key("code"));
        let (key, wording) = content
            .title
            .map_or(("text", content.text), |title| ("title", Some(title)));
        let has_wording = wording.is_some();
        let wording =
            wording.map(|wording| texts::plain(wording, key, at.key(key), &mut self.draft.found));
        self.check_content(view, at);
        self.check_children(view, at);
        let blocks = blocks::blocks(
            content.blocks,
            at.items("blocks"),
            true,
            &mut self.draft.found,
        );
        let language = content
            .lang
            .map(|tag| texts::language(tag, at.key("lang"), &mut self.draft.found));
        if let Some(id) = id {
            self.draft.digests.nodes.push(NodeDigest {
                id,
                rev: view.rev.0,
                digest: edition::node_digest(content),
            });
        }
        let mut children = Vec::new();
        let places = view.child_key.into_iter().flat_map(|key| at.items(key));
        for (child, at) in view.children.iter().zip(places) {
            children.extend(self.node(child, at));
        }
        Some(Node {
            id: id?,
            rev: view.rev.0,
            code,
            wording,
            language,
            is_announced: content.announced,
            blocks,
            children,
            at: at.key("id").span(),
            wording_at: if has_wording {
                at.key(key)
            } else {
                at.key("id")
            }
            .span(),
        })
    }

    fn id(&mut self, view: &View<'_>, at: At<'_>) -> Option<NodeId> {
        let at = at.key("id");
        let what = format!("{} id", kind_name(view.kind));
        let id = texts::grammar(
            NodeId::parse(view.id),
            view.id,
            &format!("the {what}"),
            at,
            &mut self.draft.found,
        )?;
        if id.kind != view.kind {
            let letter = view.kind.letter();
            let message = format!(
                "{} is the id of {}, expected one that begins with {letter}",
                quoted(view.id),
                a_kind(id.kind)
            );
            self.draft
                .found
                .push(
                    Diagnostic::error(Code::S016, at.place(), message).help(format!(
                        "move it to where {} stands, or give it the next free id with {letter}",
                        a_kind(id.kind)
                    )),
                );
        }
        self.draft
            .ids
            .id(kind_name(view.kind), view.id, at, &mut self.draft.found);
        Some(id)
    }

    /// Two nodes of a kind with one code cannot be told apart on paper (S051).
    fn check_code(&mut self, kind: NodeKind, code: Option<&str>, at: At<'_>) {
        let Some(code) = code else { return };
        if let Some(first) = self.codes.again(&format!("{} {code}", kind.as_str()), at) {
            self.draft.found.push(
                Diagnostic::warning(
                    Code::S051,
                    at.place(),
                    format!(
                        "the code {code:?} is used by two of kind {:?}",
                        kind.as_str()
                    ),
                )
                .also(first, "first used here")
                .help("change one of them: people tell them apart by the code"),
            );
        }
    }

    /// What a node must and must not say (S022, S023).
    fn check_content(&mut self, view: &View<'_>, at: At<'_>) {
        let content = &view.content;
        let mut children = view.children.iter();
        let has_present_children = children.any(|child| !child.content.announced);
        let has_wording = content.title.or(content.text).is_some();
        // An area only holds its competencies together: its code alone will do.
        let is_named = has_wording || (view.kind == NodeKind::Area && content.code.is_some());
        let (key, list) = (
            if view.child_key.is_some() {
                "title"
            } else {
                "text"
            },
            view.child_key,
        );
        let finding = if content.announced && !has_wording && content.code.is_none() {
            let message = format!(
                "an announced {} has neither \"code\" nor {key:?}",
                kind_name(view.kind)
            );
            Some((
                Code::S022,
                message,
                format!("add \"code\" or {key:?}, whichever is known"),
            ))
        } else if content.announced && !content.blocks.is_empty() {
            let message = format!("an announced {} has blocks", kind_name(view.kind));
            Some((
                Code::S023,
                message,
                "take out \"announced\" if it is here, or the blocks if it is not".to_owned(),
            ))
        } else if content.announced && has_present_children {
            let list = list.unwrap_or_default();
            let message = format!(
                "an announced {} holds {list} that are not announced",
                kind_name(view.kind)
            );
            Some((
                Code::S023,
                message,
                format!("take out \"announced\" if it is here, or announce the {list} too"),
            ))
        } else if !content.announced && !is_named {
            let message = format!("{} has no {key:?}", a_kind(view.kind));
            Some((
                Code::S022,
                message,
                format!("add {key:?}, or \"announced\": true if only its code is known"),
            ))
        } else {
            None
        };
        if let Some((code, message, help)) = finding {
            self.draft
                .found
                .push(Diagnostic::error(code, at.place(), message).help(help));
        }
    }

    /// A node that is here holds something (S018).
    fn check_children(&mut self, view: &View<'_>, at: At<'_>) {
        if let Some(list) = view.child_key
            && view.children.is_empty()
            && !view.content.announced
        {
            let message = format!("{} holds no {list}", a_kind(view.kind));
            self.draft.found.push(
                Diagnostic::error(Code::S018, at.key("id").place(), message).help(format!(
                    "add {list:?}, or \"announced\": true if they are not known yet"
                )),
            );
        }
    }
}

/// A kind in words, as in "marking point".
const fn kind_name(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::MarkingPoint => "marking point",
        NodeKind::Area
        | NodeKind::Competency
        | NodeKind::Part
        | NodeKind::Indicator
        | NodeKind::Unit
        | NodeKind::Element
        | NodeKind::Question => kind.as_str(),
    }
}

/// The same with its article.
fn a_kind(kind: NodeKind) -> String {
    let article = match kind {
        NodeKind::Area | NodeKind::Indicator | NodeKind::Element => "an",
        NodeKind::Competency
        | NodeKind::Part
        | NodeKind::Unit
        | NodeKind::MarkingPoint
        | NodeKind::Question => "a",
    };
    format!("{article} {}", kind_name(kind))
}
