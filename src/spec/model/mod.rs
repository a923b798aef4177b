//! A sound specification: what `load` has checked and later stages rely on.
//!
//! In: nothing; these are the types that `check` builds. Out: plain data with every id, reference and count known to be good.
//! Never: serialises itself; the shapes as written are in `json`.

mod form;
mod programme;
mod tree;

pub use form::{
    Ask, AskKind, AskPlace, Form, Group, LevelAsks, Paper, Scale, ScaleOption, ThemeChoice,
};
pub use programme::{Declaration, Mark, Programme, Publisher, Rules, SignOff, Subject, WordGuide};
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
    /// SHA-256 of the edition's content.
    pub digest: EditionDigest,
}

/// SHA-256 of an edition's content, without comments and `$schema`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EditionDigest(pub [u8; 32]);
