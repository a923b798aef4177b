//! A sound specification: what `load` has checked and later stages rely on.
//!
//! In: nothing; these are the types that `check` builds. Out: plain data with every id, reference and count known to be good.
//! Never: serialises itself; the shapes as written are in `json`.

use crate::ids::{FormId, Level, NodeId, Slot};

mod form;
mod programme;
mod tree;

pub use form::{
    Ask, AskKind, AskPlace, Form, Group, LevelAsks, Paper, Scale, ScaleOption, ThemeBase,
    ThemeChoice,
};
pub use programme::{
    Declaration, Mark, OwnNoun, Programme, Publisher, Rules, SignOff, Subject, WordGuide,
};
pub use tree::{Block, BlockItem, BlockRole, Framework, Node, Retired};

/// One edition of one framework, with the programme's rules and the workbooks made from it.
#[derive(Clone, Debug)]
pub struct Spec {
    /// The programme the framework belongs to.
    pub programme: Programme,
    /// The tree of what is to be shown.
    pub framework: Framework,
    /// Named lists of options.
    pub scales: Vec<Scale>,
    /// Workbooks for candidates, then the assessor's forms (those with `of`), each in the order written.
    pub forms: Vec<Form>,
    /// The edition's content as compact JSON, which is itself a specification.
    pub canonical: String,
    /// SHA-256 of the edition's content.
    pub digest: EditionDigest,
    /// SHA-256 of each node, question and scale on its own, for the lock file.
    pub digests: Digests,
}

/// SHA-256 of an edition's content, without comments and `$schema`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EditionDigest(pub [u8; 32]);

impl EditionDigest {
    /// All 64 hex digits.
    #[must_use]
    pub fn hex(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The first 16 hex digits, as in the identity field.
    #[must_use]
    pub fn short(&self) -> String {
        let bytes = self.0.iter().take(8);
        bytes.map(|byte| format!("{byte:02x}")).collect()
    }
}

/// SHA-256 of each node, question and scale, in the order of the specification.
#[derive(Clone, Debug, Default)]
pub struct Digests {
    /// Of each node: what it says itself, not what stands below it.
    pub nodes: Vec<NodeDigest>,
    /// Of each question.
    pub asks: Vec<AskDigest>,
    /// Of each scale.
    pub scales: Vec<ScaleDigest>,
}

/// What a node says, as one number.
#[derive(Clone, Debug)]
pub struct NodeDigest {
    /// Which node.
    pub id: NodeId,
    /// Revision of its wording.
    pub rev: u32,
    /// SHA-256.
    pub digest: [u8; 32],
}

/// What a question says, as one number.
#[derive(Clone, Debug)]
pub struct AskDigest {
    /// On which form.
    pub form: FormId,
    /// At which level.
    pub level: Level,
    /// On which slot.
    pub slot: Slot,
    /// Revision of the question.
    pub rev: u32,
    /// SHA-256.
    pub digest: [u8; 32],
}

/// What a scale says, as one number.
#[derive(Clone, Debug)]
pub struct ScaleDigest {
    /// Which scale.
    pub id: String,
    /// Revision of its labels.
    pub rev: u32,
    /// SHA-256.
    pub digest: [u8; 32],
}
