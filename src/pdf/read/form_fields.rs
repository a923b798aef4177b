//! From widgets to fields: widgets of one name become one field with one value.
//!
//! In: the leaves of the field tree, those on pages first. Out: [`FormField`]s in the order of their first widget.
//! Never: chooses between two values without saying so.

use std::collections::{BTreeMap, BTreeSet};

use super::appearance::Appearances;
use super::button;
use super::leaf::{Inherited, Leaf};
use super::model::{FieldKind, FieldValue, FormField, Widget};
use super::object::{Dictionary, File, Node};
use super::stored;
use super::value::{self, Budget, Options};
use super::warnings::Warnings;
use crate::diagnostic::Code;
use crate::pdf::flags;

/// Makes fields of leaves.
pub(super) fn gather<'a>(
    leaves: &[Leaf<'a>],
    file: &'a File,
    warnings: &mut Warnings,
) -> Vec<FormField> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&Leaf<'_>>> = Vec::new();
    for leaf in leaves {
        let place = *places.entry(&leaf.name).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(leaf),
            None => groups.push(vec![leaf]),
        }
    }
    let mut gather = Gather {
        budget: Budget::of_file(),
        appearances: Appearances::of(file),
        warnings,
    };
    groups
        .iter()
        .filter_map(|group| gather.field(group))
        .collect()
}

struct Gather<'a, 'w> {
    budget: Budget,
    appearances: Appearances<'a>,
    warnings: &'w mut Warnings,
}

impl<'a> Gather<'a, '_> {
    fn field(&mut self, leaves: &[&Leaf<'a>]) -> Option<FormField> {
        let first = leaves.first()?;
        let flags = leaves
            .iter()
            .find_map(|leaf| bits(leaf.inherited.flags))
            .unwrap_or(0);
        let Some(kind) = leaves.iter().find_map(|leaf| kind(leaf, flags)) else {
            if leaves.iter().any(|leaf| has_value(leaf)) {
                self.warnings.of_field(
                    Code::R025,
                    page_of(first),
                    &first.name,
                    "the field has a value and no type",
                );
            }
            return None;
        };
        if first.name.is_empty() {
            if leaves.iter().any(|leaf| has_value(leaf)) {
                self.warnings.of_file(
                    Code::R014,
                    "a field has a value and no name; it was left out",
                );
            }
            return None;
        }
        let options = match kind {
            FieldKind::Choice => value::options(
                first_of(leaves, |inherited| inherited.options),
                &mut self.budget,
            ),
            _ => Options::default(),
        };
        if options.is_over_limit {
            self.warnings.of_field(
                Code::R015,
                page_of(first),
                &first.name,
                "the field's options are more than are read",
            );
        }
        let value = self.value(kind, leaves, &options);
        let default = first_of(leaves, |inherited| inherited.default_value);
        let default_value = value::decode(kind, default, &options, &mut self.budget).value;
        Some(FormField {
            name: first.name.to_string(),
            kind,
            value,
            default_value,
            flags,
            options: options.pairs,
            widgets: leaves.iter().filter_map(|leaf| widget(leaf)).collect(),
            copies: self.copies(leaves),
        })
    }

    /// Fields of one name that stand on different pages, each by itself.
    fn copies(&mut self, leaves: &[&Leaf<'a>]) -> Vec<FormField> {
        let mut by_owner: BTreeMap<usize, usize> = BTreeMap::new();
        let mut fields: Vec<Vec<&Leaf<'a>>> = Vec::new();
        for leaf in leaves.iter().filter(|leaf| leaf.place.is_some()) {
            let place = *by_owner.entry(leaf.owner).or_insert(fields.len());
            match fields.get_mut(place) {
                Some(field) => field.push(leaf),
                None => fields.push(vec![leaf]),
            }
        }
        let pages = |field: &Vec<&Leaf<'a>>| field.first().and_then(|leaf| page_of(leaf));
        let distinct: BTreeSet<Option<usize>> = fields.iter().map(pages).collect();
        if fields.len() < 2 || distinct.len() < fields.len() {
            return Vec::new();
        }
        fields
            .iter()
            .filter_map(|field| self.field(field))
            .collect()
    }

    fn value(&mut self, kind: FieldKind, leaves: &[&Leaf<'a>], options: &Options) -> FieldValue {
        let Some(first) = leaves.first() else {
            return FieldValue::None;
        };
        let page = page_of(first);
        if matches!(kind, FieldKind::CheckBox | FieldKind::Radio) {
            let found = button::state(leaves);
            if found.is_disputed {
                self.warnings.of_field(
                    Code::R022,
                    page,
                    &first.name,
                    "field and page show different states",
                );
            }
            return FieldValue::State(found.state);
        }
        let stored = stored::values(kind, leaves, options, &mut self.budget);
        if stored.iter().any(|found| found.value.is_unreadable) {
            let message = "something stands where the field's value should be that is not a plain value, or is too long";
            self.warnings
                .of_field(Code::R025, page, &first.name, message);
        }
        let Some(chosen) = stored::choose(&stored, leaves, &mut self.appearances) else {
            return value::chosen(first_of(leaves, |inherited| inherited.chosen), options);
        };
        if let Some((code, message)) = chosen.dispute {
            self.warnings.of_field(code, page, &first.name, message);
        }
        if chosen.value.is_lossy {
            let message = "letters that no program can have meant were replaced";
            self.warnings
                .of_field(Code::R024, page, &first.name, message);
        }
        if chosen.value.may_be_cut {
            let message = "letters stand in the value that may be what is left of emoji";
            self.warnings
                .of_field(Code::R026, page, &first.name, message);
        }
        chosen.value.value.clone()
    }
}

fn kind(leaf: &Leaf<'_>, flags: u32) -> Option<FieldKind> {
    match leaf.inherited.field_type.as_name()? {
        b"Tx" => Some(FieldKind::Text),
        b"Ch" => Some(FieldKind::Choice),
        b"Sig" => Some(FieldKind::Signature),
        b"Btn" if flags & flags::PUSH_BUTTON != 0 => Some(FieldKind::Button),
        b"Btn" if flags & flags::RADIO != 0 => Some(FieldKind::Radio),
        b"Btn" => Some(FieldKind::CheckBox),
        _ => None,
    }
}

/// Flags as bits; some programs write them as a negative number of 32 bits.
fn bits(node: Node<'_>) -> Option<u32> {
    let number = node.as_number()?;
    if (-2_147_483_648.0..0.0).contains(&number) {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the range was checked in the line above"
        )]
        let negative = number as i32;
        return Some(negative.cast_unsigned());
    }
    u32::try_from(node.as_index()?).ok()
}

/// The first entry of this kind that a field or widget has.
fn first_of<'a>(leaves: &[&Leaf<'a>], entry: fn(&Inherited<'a>) -> Node<'a>) -> Node<'a> {
    let mut entries = leaves.iter().map(|leaf| entry(&leaf.inherited));
    entries.find(|node| !node.is_null()).unwrap_or(Node::Null)
}

const fn has_value(leaf: &Leaf<'_>) -> bool {
    !leaf.inherited.value.is_null() || !leaf.own_value.is_null()
}

fn page_of(leaf: &Leaf<'_>) -> Option<usize> {
    leaf.place.map(|(page, _)| page)
}

fn widget(leaf: &Leaf<'_>) -> Option<Widget> {
    let rect = rect(leaf.dictionary);
    let is_widget = leaf.place.is_some() || rect.is_some();
    is_widget.then(|| Widget {
        page: page_of(leaf),
        rect: rect.unwrap_or_default(),
    })
}

/// The rectangle of an annotation, corners sorted.
fn rect(annotation: Dictionary<'_>) -> Option<[f64; 4]> {
    let array = annotation.get(b"Rect").as_array()?;
    let mut numbers = [0.0_f64; 4];
    for (index, number) in numbers.iter_mut().enumerate() {
        *number = array
            .get(index)
            .as_number()
            .filter(|number| number.is_finite())?;
    }
    let [x0, y0, x1, y1] = numbers;
    Some([x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)])
}
