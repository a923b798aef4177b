//! The workbooks that are known, by the names of their fields.
//!
//! In: the plans of every known form. Out: which plan a name or a page mark belongs to.
//! Never: takes a name for another that is like it; case counts, and nothing is guessed.

use std::collections::{BTreeMap, BTreeSet};

use crate::field_name::{FieldName, PageMark};
use crate::ids::{Edition, FormId, FrameworkId, Owner};
use crate::plan::Plan;
use crate::plan::field::Field;

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

    /// Whether a known form has a field of this name.
    pub(super) fn has_field(&self, name: &FieldName) -> bool {
        self.names.contains(name) || is_identity(name) && self.forms.contains_key(&key_of(name))
    }
}

/// Whether a name is that of the read-only field which names edition and form.
pub(super) fn is_identity(name: &FieldName) -> bool {
    matches!(name.owner, Owner::Form(_)) && name.slot.as_str() == Field::IDENTITY_SLOT
}

/// Which form a name belongs to.
pub(super) fn key_of(name: &FieldName) -> FormKey {
    (name.framework.clone(), name.edition.clone(), name.form)
}
