//! From widgets to fields: widgets of one name become one field with one value.
//!
//! In: the leaves of the field tree, those on pages first. Out: [`FormField`]s in the order of their first widget.
//! Never: chooses between two values without saying so.

use std::collections::{BTreeMap, BTreeSet};

use super::button;
use super::leaf::Leaf;
use super::model::{FieldKind, FieldValue, FormField, Widget};
use super::object::{Dictionary, Node};
use super::value::{self, Budget, Options, Value};
use super::warnings::Warnings;
use crate::diagnostic::Code;
use crate::pdf::flags;

/// Makes fields of leaves.
pub(super) fn gather(leaves: &[Leaf<'_>], warnings: &mut Warnings) -> Vec<FormField> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&Leaf<'_>>> = Vec::new();
    for leaf in leaves {
        let place = *places.entry(&leaf.name).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(leaf),
            None => groups.push(vec![leaf]),
        }
    }
    let mut budget = Budget::of_file();
    groups
        .iter()
        .filter_map(|group| field(group, &mut budget, warnings))
        .collect()
}

fn field(leaves: &[&Leaf<'_>], budget: &mut Budget, warnings: &mut Warnings) -> Option<FormField> {
    let first = leaves.first()?;
    let flags = leaves
        .iter()
        .find_map(|leaf| bits(leaf.inherited.flags))
        .unwrap_or(0);
    let Some(kind) = leaves.iter().find_map(|leaf| kind(leaf, flags)) else {
        if leaves.iter().any(|leaf| !leaf.inherited.value.is_null()) {
            warnings.of_field(
                Code::R025,
                page_of(first),
                &first.name,
                "the field has a value and no type",
            );
        }
        return None;
    };
    if first.name.is_empty() {
        if !first.inherited.value.is_null() {
            warnings.of_file(
                Code::R014,
                "a field has a value and no name; it was left out",
            );
        }
        return None;
    }
    let options = match kind {
        FieldKind::Choice => {
            let node = leaves
                .iter()
                .map(|leaf| leaf.inherited.options)
                .find(|node| !node.is_null());
            value::options(node.unwrap_or(Node::Null), budget)
        }
        _ => Options::default(),
    };
    if options.is_over_limit {
        warnings.of_field(
            Code::R015,
            page_of(first),
            &first.name,
            "the field's options are more than are read",
        );
    }
    let value = value_of(kind, leaves, &options, budget, warnings);
    let default = leaves
        .iter()
        .map(|leaf| leaf.inherited.default_value)
        .find(|node| !node.is_null());
    let default_value = value::decode(kind, default.unwrap_or(Node::Null), &options, budget).value;
    Some(FormField {
        name: first.name.to_string(),
        kind,
        value,
        default_value,
        flags,
        options: options.pairs,
        widgets: leaves.iter().filter_map(|leaf| widget(leaf)).collect(),
    })
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

/// One value that is stored for a field.
struct Stored<'a> {
    leaf: &'a Leaf<'a>,
    value: Value,
    /// Whether a widget on a page shows it.
    is_shown: bool,
}

fn value_of<'a>(
    kind: FieldKind,
    leaves: &[&'a Leaf<'a>],
    options: &Options,
    budget: &mut Budget,
    warnings: &mut Warnings,
) -> FieldValue {
    let Some(first) = leaves.first() else {
        return FieldValue::None;
    };
    if matches!(kind, FieldKind::CheckBox | FieldKind::Radio) {
        let found = button::state(leaves);
        if found.is_disputed {
            warnings.of_field(
                Code::R022,
                page_of(first),
                &first.name,
                "field and page show different states",
            );
        }
        return FieldValue::State(found.state);
    }
    let stored = stored_values(kind, leaves, options, budget);
    if let Some(found) = stored.iter().find(|found| found.value.is_unreadable) {
        let message = "something stands where the field's value should be that is not a plain value, or is too long";
        warnings.of_field(Code::R025, page_of(found.leaf), &first.name, message);
    }
    let Some(taken) = choose(&stored, warnings) else {
        let indices = leaves
            .iter()
            .map(|leaf| leaf.inherited.chosen)
            .find(|node| !node.is_null());
        return value::chosen(indices.unwrap_or(Node::Null), options);
    };
    if taken.value.is_lossy {
        let message = "letters that no program can have meant were replaced";
        warnings.of_field(Code::R024, page_of(taken.leaf), &first.name, message);
    }
    taken.value.value.clone()
}

/// The value that counts among those stored for a field, if there is one; says so where they differ.
fn choose<'a>(stored: &'a [Stored<'a>], warnings: &mut Warnings) -> Option<&'a Stored<'a>> {
    let mut named: Vec<&Stored<'_>> = stored
        .iter()
        .filter(|found| found.value.value != FieldValue::None)
        .collect();
    let first = named.first().copied()?;
    if named
        .iter()
        .all(|found| found.value.value == first.value.value)
    {
        return Some(first);
    }
    // Something before nothing, what a page shows before what none does, the first before the second.
    let is_one_field = named
        .iter()
        .all(|found| found.leaf.owner == first.leaf.owner);
    named.sort_by_key(|found| (is_blank(&found.value.value), !found.is_shown));
    let taken = named.first().copied()?;
    let (code, message) = match (is_one_field, taken.is_shown) {
        (true, true) => (
            Code::R021,
            "field and page hold different values; the page's was taken",
        ),
        (true, false) => (
            Code::R021,
            "the field holds a value that its page does not show; it was taken",
        ),
        (false, _) => (
            Code::R023,
            "fields of this name hold different values; one was taken",
        ),
    };
    warnings.of_field(code, page_of(first.leaf), &first.leaf.name, message);
    Some(taken)
}

/// Every value that is stored for a field: those of widgets that have their own, and the field's, which the other widgets
/// show; once for each field object of the name.
fn stored_values<'a>(
    kind: FieldKind,
    leaves: &[&'a Leaf<'a>],
    options: &Options,
    budget: &mut Budget,
) -> Vec<Stored<'a>> {
    let mut seen = BTreeSet::new();
    let mut stored = Vec::new();
    for leaf in leaves.iter().copied() {
        let is_on_page = leaf.place.is_some();
        let is_own = !leaf.own_value.is_null();
        let shows_field = is_on_page && !is_own;
        let of_widget = is_own.then_some((leaf.own_value, is_on_page));
        let of_field = seen
            .insert((leaf.owner, shows_field))
            .then_some((leaf.inherited.value, shows_field));
        for (node, is_shown) in of_widget.into_iter().chain(of_field) {
            stored.push(Stored {
                leaf,
                value: value::decode(kind, node, options, budget),
                is_shown,
            });
        }
    }
    stored
}

fn is_blank(value: &FieldValue) -> bool {
    match value {
        FieldValue::None => true,
        FieldValue::Text(text) => text.is_blank(),
        FieldValue::List(texts) => texts.is_empty(),
        FieldValue::State(_) | FieldValue::Signed => false,
    }
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
