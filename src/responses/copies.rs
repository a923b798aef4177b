//! The fields of a returned file, sorted by copy of a workbook.
//!
//! In: the fields of a file, and the workbooks that are known. Out: the fields of each copy. Never: puts the answers of two people into one copy
//! where anything in the file tells them apart.
//!
//! What programs that merge files do to the second copy (seen in the programs named): qpdf puts "+1" behind every name, pypdf a name before it if
//! it is asked to; pikepdf, pypdf and poppler keep the names, so that two fields share one; `PyMuPDF` puts another number behind every name. So a copy
//! is told by its form, by what stands around its names, numbers that differ from field to field aside, and by the order of pages: where a name
//! comes for the second time, the next copy has begun.

use std::collections::BTreeMap;

use crate::field_name::FieldName;
use crate::pdf::read::FormField;

use super::matching::{FormKey, Known, is_identity, key_of};
use super::model::Affix;

/// More copies in one file than anybody sends; each is written out whole, so there is a bound.
pub(super) const MAX_COPIES: usize = 256;

/// The fields of one copy of one workbook.
#[derive(Debug)]
pub(super) struct Copy<'f> {
    /// Which form.
    pub(super) key: FormKey,
    /// What stands around its names; `#` for numbers that differ from field to field.
    pub(super) affix: Affix,
    /// The read-only field that names edition and form.
    pub(super) identity: Option<&'f FormField>,
    /// Its fields by name.
    pub(super) fields: BTreeMap<FieldName, &'f FormField>,
}

/// The fields of a file, sorted.
#[derive(Debug, Default)]
pub(super) struct Sorted<'f> {
    /// Copies of workbooks, in the order in which their first fields stand.
    pub(super) copies: Vec<Copy<'f>>,
    /// Whether there are more than [`MAX_COPIES`].
    pub(super) has_too_many_copies: bool,
    /// Whether copies share their names, and were told apart by the order of pages.
    pub(super) has_shared_names: bool,
    /// Whether the names of a copy are numbered one by one.
    pub(super) has_numbered_names: bool,
    /// Number of fields that are no workbook's.
    pub(super) foreign_count: usize,
}

/// A field that is named like a workbook's.
struct Found<'f> {
    name: FieldName,
    affix: Affix,
    field: &'f FormField,
}

/// Sorts the fields of a file by copy.
pub(super) fn sort<'f>(fields: &'f [FormField], known: &Known<'_>) -> Sorted<'f> {
    let mut sorted = Sorted::default();
    let mut found = Vec::new();
    for field in fields {
        match FieldName::find_known(&field.name, &|name| known.has_field(name)) {
            None => sorted.foreign_count += 1,
            Some(one) => {
                let alone = std::slice::from_ref(field);
                let each = if field.copies.is_empty() {
                    alone
                } else {
                    &field.copies
                };
                found.extend(each.iter().map(|field| Found {
                    name: one.name.clone(),
                    affix: Affix {
                        before: one.before.clone(),
                        after: one.after.clone(),
                    },
                    field,
                }));
            }
        }
    }
    found.sort_by_key(|one| page(one.field).unwrap_or(usize::MAX));
    sorted.has_numbered_names = take_out_numbers(&mut found);
    sorted.fill(found);
    sorted
}

/// Page of a field's first widget.
fn page(field: &FormField) -> Option<usize> {
    field.widgets.iter().find_map(|widget| widget.page)
}

/// Puts `#` for the numbers in affixes where no two fields share one; says whether there were any.
fn take_out_numbers(found: &mut [Found<'_>]) -> bool {
    // By form and affix without numbers: how many affixes with numbers, and how many fields.
    let mut classes: BTreeMap<(FormKey, Affix), BTreeMap<Affix, usize>> = BTreeMap::new();
    for one in &*found {
        let class = (key_of(&one.name), without_numbers(&one.affix));
        let affixes = classes.entry(class).or_default();
        *affixes.entry(one.affix.clone()).or_default() += 1;
    }
    classes.retain(|_, affixes| affixes.len() > 1 && affixes.values().all(|count| *count == 1));
    for one in found {
        let affix = without_numbers(&one.affix);
        let class = (key_of(&one.name), affix.clone());
        if classes.contains_key(&class) {
            one.affix = affix;
        }
    }
    !classes.is_empty()
}

fn without_numbers(affix: &Affix) -> Affix {
    Affix {
        before: hashed(&affix.before),
        after: hashed(&affix.after),
    }
}

/// The text with one `#` for each run of digits.
fn hashed(text: &str) -> String {
    let mut hashed = String::with_capacity(text.len());
    for letter in text.chars() {
        if !letter.is_ascii_digit() {
            hashed.push(letter);
        } else if !hashed.ends_with('#') {
            hashed.push('#');
        }
    }
    hashed
}

impl Affix {
    /// Whether numbers were taken out of it.
    fn is_numbered(&self) -> bool {
        self.before.contains('#') || self.after.contains('#')
    }
}

impl<'f> Sorted<'f> {
    /// Puts fields, in page order, into copies.
    fn fill(&mut self, found: Vec<Found<'f>>) {
        let mut current: BTreeMap<(FormKey, Affix), usize> = BTreeMap::new();
        for one in found {
            let key = (key_of(&one.name), one.affix);
            let open = current.get(&key).copied();
            let has = |copy: &Copy<'_>| copy.has(&one.name);
            let is_repeated = open.and_then(|at| self.copies.get(at)).is_some_and(has);
            self.has_shared_names |= is_repeated && !key.1.is_numbered();
            let at = match open {
                Some(at) if !is_repeated => at,
                Some(_) | None => {
                    if self.copies.len() == MAX_COPIES {
                        self.has_too_many_copies = true;
                        return;
                    }
                    let at = self.copies.len();
                    self.copies.push(Copy::new(&key));
                    current.insert(key, at);
                    at
                }
            };
            if let Some(copy) = self.copies.get_mut(at) {
                copy.take(one.name, one.field);
            }
        }
    }
}

impl<'f> Copy<'f> {
    fn new((key, affix): &(FormKey, Affix)) -> Self {
        Self {
            key: key.clone(),
            affix: affix.clone(),
            identity: None,
            fields: BTreeMap::new(),
        }
    }

    fn has(&self, name: &FieldName) -> bool {
        if is_identity(name) {
            self.identity.is_some()
        } else {
            self.fields.contains_key(name)
        }
    }

    fn take(&mut self, name: FieldName, field: &'f FormField) {
        if is_identity(&name) {
            self.identity = Some(field);
        } else {
            self.fields.insert(name, field);
        }
    }
}
