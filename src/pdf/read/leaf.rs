//! A widget and what its field passes on to it.
//!
//! In: dictionaries of fields, from the top of the tree down. Out: what holds for a widget in the end.
//! Never: looks for anything.

use std::rc::Rc;

use super::object::{Dictionary, Node};

/// What fields pass on to their kids (ISO 32000-1, table 220, "inheritable").
#[derive(Clone, Copy)]
pub(super) struct Inherited<'a> {
    /// `/FT`.
    pub(super) field_type: Node<'a>,
    /// `/Ff`.
    pub(super) flags: Node<'a>,
    /// `/V`.
    pub(super) value: Node<'a>,
    /// `/DV`.
    pub(super) default_value: Node<'a>,
    /// `/Opt`.
    pub(super) options: Node<'a>,
    /// `/I`, which has the same fate as `/V`.
    pub(super) chosen: Node<'a>,
}

/// A widget, or a field without one.
pub(super) struct Leaf<'a> {
    /// Full name; empty if no partial name was met.
    pub(super) name: Rc<str>,
    /// Which field object it belongs to; two fields of one name differ here.
    pub(super) owner: usize,
    /// The widget's dictionary.
    pub(super) dictionary: Dictionary<'a>,
    /// What its field says.
    pub(super) inherited: Inherited<'a>,
    /// `/V` on a widget that is not itself the field.
    pub(super) own_value: Node<'a>,
    /// Page from 1, and place in its `/Annots`.
    pub(super) place: Option<(usize, usize)>,
}

impl<'a> Inherited<'a> {
    /// What the form passes on: nothing.
    pub(super) const fn nothing() -> Self {
        Self {
            field_type: Node::Null,
            flags: Node::Null,
            value: Node::Null,
            default_value: Node::Null,
            options: Node::Null,
            chosen: Node::Null,
        }
    }

    /// The same with what a field sets anew.
    pub(super) fn with(&self, node: Dictionary<'a>) -> Self {
        let nearest = |key: &[u8], above: Node<'a>| match node.get(key) {
            Node::Null => above,
            own => own,
        };
        Self {
            field_type: nearest(b"FT", self.field_type),
            flags: nearest(b"Ff", self.flags),
            value: nearest(b"V", self.value),
            default_value: nearest(b"DV", self.default_value),
            options: nearest(b"Opt", self.options),
            chosen: nearest(b"I", self.chosen),
        }
    }

    /// What holds for a widget that is not itself a field: its field's entries before its own, and never its own value.
    /// Some programs leave entries of another field on a widget.
    pub(super) fn on_widget(&self, widget: Dictionary<'a>) -> Self {
        let fields_first = |above: Node<'a>, key: &[u8]| match above {
            Node::Null => widget.get(key),
            fields => fields,
        };
        Self {
            field_type: fields_first(self.field_type, b"FT"),
            flags: fields_first(self.flags, b"Ff"),
            value: self.value,
            default_value: fields_first(self.default_value, b"DV"),
            options: fields_first(self.options, b"Opt"),
            chosen: self.chosen,
        }
    }
}
