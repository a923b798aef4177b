//! Which field of a returned file is which field of which workbook.
//!
//! In: the fields of a file, and the plans of every edition that is known. Out: the fields in groups, one for each copy of a workbook.
//! Never: takes a name for another that is like it; case counts, and nothing is guessed.
//!
//! A copy is told by its form and by what stands around its names: programs that merge files put "1." before or "+1" behind every name of the
//! second copy. Names that one program changed and another did not are two copies, each with fields missing, and both are told.

use std::collections::{BTreeMap, BTreeSet};

use crate::field_name::{FieldName, PageMark};
use crate::ids::{Edition, FormId, FrameworkId, Owner};
use crate::pdf::read::{FieldValue, FormField};
use crate::plan::Plan;
use crate::plan::field::Field;

use super::model::Affix;

/// More copies in one file than anybody sends; each is written out whole, so there is a bound.
pub(super) const MAX_COPIES: usize = 256;

/// Framework, edition and form.
pub(super) type FormKey = (FrameworkId, Edition, FormId);

/// The workbooks whose answers can be read.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    plans: &'a [Plan],
    forms: BTreeMap<FormKey, Vec<usize>>,
    names: BTreeSet<&'a FieldName>,
}

impl<'a> Known<'a> {
    /// Takes the plans of every known form. Of two of the same name the later counts, unless a file says by its digest that it is the earlier.
    #[must_use]
    pub fn new(plans: &'a [Plan]) -> Self {
        let mut forms: BTreeMap<FormKey, Vec<usize>> = BTreeMap::new();
        for (plan_index, plan) in plans.iter().enumerate() {
            let identity = &plan.identity;
            let key = (
                identity.framework.clone(),
                identity.edition.clone(),
                identity.form,
            );
            forms.entry(key).or_default().push(plan_index);
        }
        let asked = plans.iter().flat_map(Plan::asked);
        Self {
            plans,
            forms,
            names: asked.map(|(_, field)| &field.name).collect(),
        }
    }

    /// The plan of a form: the one with this digest, else the last.
    pub(super) fn plan(&self, key: &FormKey, digest: Option<&str>) -> Option<(usize, &'a Plan)> {
        let indices = self.forms.get(key)?;
        let plan = |index: &usize| self.plans.get(*index).map(|plan| (*index, plan));
        let same_digest = |(_, plan): &(usize, &Plan)| {
            digest.is_some_and(|digest| plan.identity.value().digest == digest)
        };
        let mut all = indices.iter().rev().filter_map(plan);
        all.clone().find(same_digest).or_else(|| all.next())
    }

    /// Whether the form of a page mark is known.
    pub(super) fn has(&self, mark: &PageMark) -> bool {
        let key = (mark.framework.clone(), mark.edition.clone(), mark.form);
        self.forms.contains_key(&key)
    }

    fn is_known(&self, name: &FieldName) -> bool {
        self.names.contains(name) || is_identity(name) && self.forms.contains_key(&key_of(name))
    }
}

/// The fields of one copy of one workbook.
#[derive(Debug)]
pub(super) struct Copy<'f> {
    /// Which form.
    pub(super) key: FormKey,
    /// What stands around its names.
    pub(super) affix: Affix,
    /// The read-only field that names edition and form.
    pub(super) identity: Option<&'f FormField>,
    /// Its fields by name; of two of the same name the first that holds anything.
    pub(super) fields: BTreeMap<FieldName, &'f FormField>,
    /// Fields that another one of the same name came before.
    pub(super) repeated: Vec<&'f FormField>,
}

/// The fields of a file, sorted.
#[derive(Debug, Default)]
pub(super) struct Sorted<'f> {
    /// Copies of workbooks, in the order in which their first fields stand.
    pub(super) copies: Vec<Copy<'f>>,
    /// Whether there are more than [`MAX_COPIES`].
    pub(super) has_too_many_copies: bool,
    /// Number of fields that are no workbook's.
    pub(super) foreign_count: usize,
}

/// Sorts the fields of a file by copy.
pub(super) fn sort<'f>(fields: &'f [FormField], known: &Known<'_>) -> Sorted<'f> {
    let mut sorted = Sorted::default();
    let mut positions: BTreeMap<(FormKey, Affix), usize> = BTreeMap::new();
    for field in fields {
        let Some(found) = FieldName::find_known(&field.name, &|name| known.is_known(name)) else {
            sorted.foreign_count += 1;
            continue;
        };
        let affix = Affix {
            before: found.before,
            after: found.after,
        };
        let key = key_of(&found.name);
        let next = sorted.copies.len();
        let position = *positions
            .entry((key.clone(), affix.clone()))
            .or_insert(next);
        if position == MAX_COPIES {
            sorted.has_too_many_copies = true;
            return sorted;
        }
        if position == next {
            sorted.copies.push(Copy::new(key, affix));
        }
        if let Some(copy) = sorted.copies.get_mut(position) {
            copy.take(found.name, field);
        }
    }
    sorted
}

impl<'f> Copy<'f> {
    const fn new(key: FormKey, affix: Affix) -> Self {
        Self {
            key,
            affix,
            identity: None,
            fields: BTreeMap::new(),
            repeated: Vec::new(),
        }
    }

    fn take(&mut self, name: FieldName, field: &'f FormField) {
        let is_first = if is_identity(&name) {
            let is_first = self.identity.is_none();
            self.identity.get_or_insert(field);
            is_first
        } else {
            let is_first = !self.fields.contains_key(&name);
            let kept = self.fields.entry(name).or_insert(field);
            if holds_nothing(kept) {
                *kept = field;
            }
            is_first
        };
        if !is_first {
            self.repeated.push(field);
        }
    }
}

/// Whether a field is as empty as it was published.
fn holds_nothing(field: &FormField) -> bool {
    match &field.value {
        FieldValue::None => true,
        FieldValue::Text(text) => text.is_blank(),
        FieldValue::List(options) => options.is_empty(),
        FieldValue::State(state) => state == "Off",
        FieldValue::Signed => false,
    }
}

/// Whether a name is that of the read-only field which names edition and form.
pub(super) fn is_identity(name: &FieldName) -> bool {
    matches!(name.owner, Owner::Form(_)) && name.slot.as_str() == Field::IDENTITY_SLOT
}

fn key_of(name: &FieldName) -> FormKey {
    (name.framework.clone(), name.edition.clone(), name.form)
}
