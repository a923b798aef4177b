//! The values stored for a field, and which of them counts.
//!
//! In: the widgets of one field. Out: its values, and the one that counts. Never: lets one win without saying that there
//! were two.
//!
//! Evince and Okular write new text on the widget alone, where the field's old text stays; the next program may write the
//! field and leave the widget's. What the page shows settles it, if it can be read.

use std::collections::BTreeSet;

use super::appearance::Appearances;
use super::leaf::Leaf;
use super::model::{FieldKind, FieldValue};
use super::value::{self, Budget, Options, Value};
use crate::diagnostic::Code;

/// One value that is stored for a field.
pub(super) struct Stored {
    /// The value.
    pub(super) value: Value,
    /// Which field object it belongs to.
    owner: usize,
    /// Whether a widget on a page has it, or has none of its own and shows it.
    is_shown: bool,
}

/// The value that counts.
pub(super) struct Chosen<'s> {
    /// The value.
    pub(super) value: &'s Value,
    /// What to say if there was another.
    pub(super) dispute: Option<(Code, &'static str)>,
}

/// Every value that is stored for a field: those of widgets that have their own, and the field's, which the other widgets
/// show; once for each field object of the name.
pub(super) fn values(
    kind: FieldKind,
    leaves: &[&Leaf<'_>],
    options: &Options,
    budget: &mut Budget,
) -> Vec<Stored> {
    let mut seen = BTreeSet::new();
    let mut stored = Vec::new();
    for leaf in leaves {
        let is_on_page = leaf.place.is_some();
        let is_own = !leaf.own_value.is_null();
        let shows_field = is_on_page && !is_own;
        let of_widget = is_own.then_some((leaf.own_value, is_on_page));
        let of_field = seen
            .insert((leaf.owner, shows_field))
            .then_some((leaf.inherited.value, shows_field));
        for (node, is_shown) in of_widget.into_iter().chain(of_field) {
            stored.push(Stored {
                value: value::decode(kind, node, options, budget),
                owner: leaf.owner,
                is_shown,
            });
        }
    }
    stored
}

/// The value that counts, if there is one.
pub(super) fn choose<'s, 'a>(
    stored: &'s [Stored],
    leaves: &[&Leaf<'a>],
    appearances: &mut Appearances<'a>,
) -> Option<Chosen<'s>> {
    let mut named: Vec<&Stored> = stored
        .iter()
        .filter(|found| found.value.value != FieldValue::None)
        .collect();
    let first = named.first().copied()?;
    if named
        .iter()
        .all(|found| found.value.value == first.value.value)
    {
        return Some(Chosen {
            value: &first.value,
            dispute: None,
        });
    }
    let is_one_field = named.iter().all(|found| found.owner == first.owner);
    // Something before nothing, what a page shows before what none does, the first before the second.
    named.sort_by_key(|found| (is_blank(&found.value.value), !found.is_shown));
    let seen = seen_on_page(&named, leaves, appearances);
    let taken = seen.or_else(|| named.first().copied())?;
    let dispute = match (is_one_field, taken.is_shown || seen.is_some()) {
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
    Some(Chosen {
        value: &taken.value,
        dispute: Some(dispute),
    })
}

/// The one value that the first widget with a readable appearance shows, if it shows one of them and no other.
fn seen_on_page<'s, 'a>(
    named: &[&'s Stored],
    leaves: &[&Leaf<'a>],
    appearances: &mut Appearances<'a>,
) -> Option<&'s Stored> {
    let on_pages = leaves.iter().filter(|leaf| leaf.place.is_some());
    let shown = on_pages
        .map(|leaf| appearances.text(leaf.dictionary))
        .find(|text| !text.trim().is_empty())?;
    let is_seen = |found: &&&'s Stored| match &found.value.value {
        FieldValue::Text(text) => text.is_but_for_space(&shown),
        _ => false,
    };
    let mut seen = named.iter().filter(is_seen);
    let first = seen.next().copied()?;
    seen.all(|other| other.value.value == first.value.value)
        .then_some(first)
}

fn is_blank(value: &FieldValue) -> bool {
    match value {
        FieldValue::None => true,
        FieldValue::Text(text) => text.is_blank(),
        FieldValue::List(texts) => texts.is_empty(),
        FieldValue::State(_) | FieldValue::Signed => false,
    }
}
