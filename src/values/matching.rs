//! Which field a value is for, and whether the field can hold it.
//!
//! In: an entry of the file. Out: field and text, or a finding about the name or the kind of value. Never: shows a value, or a name that no
//! field could have: it might be a text in the wrong place.

use std::collections::{BTreeMap, BTreeSet};

use crate::confidential::CandidateText;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::field_name::FieldName;
use crate::plan::Plan;
use crate::plan::field::{Field, FieldIndex, Input, Options};

use super::entries::{Entry, Kind};
use super::{is_plain, wrong_type};

/// How many unknown names are compared with every known one; a file with more of them is of another edition altogether.
const MOST_SUGGESTIONS: usize = 100;

/// The fields of all workbooks that are made, by name.
pub(super) struct Names<'p> {
    fields: BTreeMap<String, (usize, FieldIndex, &'p Field)>,
    /// How the names of each workbook begin: framework, edition and form.
    forms: BTreeSet<String>,
    /// Framework and edition.
    editions: BTreeSet<String>,
    suggestions_left: usize,
}

impl<'p> Names<'p> {
    pub(super) fn new(plans: &'p [Plan]) -> Self {
        let mut fields = BTreeMap::new();
        for (plan_index, plan) in plans.iter().enumerate() {
            for (index, field) in plan.fields.iter().enumerate() {
                fields.insert(
                    field.name.to_string(),
                    (plan_index, FieldIndex(index), field),
                );
            }
        }
        let identities = || plans.iter().map(|plan| &plan.identity);
        let edition = |of: &crate::plan::Identity| format!("{}-{}", of.framework, of.edition);
        Self {
            fields,
            forms: identities().map(|of| of.form.to_string()).collect(),
            editions: identities().map(edition).collect(),
            suggestions_left: MOST_SUGGESTIONS,
        }
    }

    /// The workbook, field and text of an entry; `None` with a finding, or for a blank text.
    pub(super) fn take(
        &mut self,
        entry: &Entry<'_>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<(usize, FieldIndex, CandidateText)> {
        let Some(&(plan, index, field)) = self.fields.get(entry.key.as_ref()) else {
            found.push(self.unknown(entry));
            return None;
        };
        if entry.kind() != Kind::String {
            let what = format!("the value of {}", entry.key);
            found.push(wrong_type(&what, "a text", entry));
            return None;
        }
        let Some(text) = entry.string() else {
            let message = format!("the value of {} holds half a character", entry.key);
            let help =
                "a letter beyond U+FFFF is written as two \\u escapes; one of them is missing";
            let place = Place::Source(entry.value_span());
            found.push(Diagnostic::error(Code::P114, place, message).help(help));
            return None;
        };
        let text = accepted(field, text, entry, found)?;
        (!text.is_blank()).then_some((plan, index, text))
    }

    fn unknown(&mut self, entry: &Entry<'_>) -> Diagnostic {
        let name = entry.key.as_ref();
        let place = Place::Source(entry.key_span());
        if !is_plain(name) {
            let message = format!(
                "a name of {} characters is not the name of a field",
                name.chars().count()
            );
            return Diagnostic::error(Code::P109, place, message)
                .help("names stand before the colon and look like sample-1-w0001-w0001-name");
        }
        if let Some(other) = self.other_form(name) {
            let message =
                format!("{name} belongs to {other}, which is not made now; its value was left out");
            return Diagnostic::warning(Code::P110, place, message).help(format!(
                "make it with --workbook {other}, or take the name out"
            ));
        }
        let message = format!("{name} is not a field of the workbooks that are made");
        let near = self.suggestions_left.checked_sub(1).and_then(|left| {
            self.suggestions_left = left;
            nearest(name, self.fields.keys().map(String::as_str))
        });
        let help = near.map_or_else(
            || {
                "the names of a workbook are listed by \"akam-workbook fields WORKBOOK.pdf\""
                    .to_owned()
            },
            |near| format!("did you mean {near}?"),
        );
        Diagnostic::error(Code::P109, place, message).help(help)
    }

    /// The form of a name of this edition, if that form is not made.
    fn other_form(&self, name: &str) -> Option<String> {
        let parsed = FieldName::find(name).filter(|found| found.name.to_string() == name)?;
        let edition = format!("{}-{}", parsed.name.framework, parsed.name.edition);
        let form = parsed.name.form.to_string();
        (self.editions.contains(&edition) && !self.forms.contains(&form)).then_some(form)
    }
}

/// The text as the field holds it; `None` with a finding.
fn accepted(
    field: &Field,
    text: String,
    entry: &Entry<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<CandidateText> {
    let place = Place::Source(entry.value_span());
    let name = &entry.key;
    match &field.input {
        Input::Line | Input::Lines | Input::Page => {
            let (text, removed) = clean(&text);
            if removed > 0 {
                let message = match removed {
                    1 => format!("a control character was taken out of the value of {name}"),
                    _ => format!(
                        "{removed} control characters were taken out of the value of {name}"
                    ),
                };
                let help = "they cannot be shown or typed; tabs and line ends are kept";
                found.push(Diagnostic::warning(Code::P113, place, message).help(help));
            }
            Some(CandidateText::new(text))
        }
        Input::Choice(options) => {
            let text = CandidateText::new(text);
            if options
                .options()
                .iter()
                .any(|option| text.is(option.value.as_str()))
            {
                return Some(text);
            }
            found.push(not_an_option(name, options, &text, place));
            None
        }
        Input::Tick => {
            let text = CandidateText::new(text);
            if text.is("yes") {
                return Some(text);
            }
            let message = format!("{name} is a box to tick, and its value is not \"yes\"");
            let help = "give \"yes\" to tick it, or take the name out to leave it empty";
            found.push(Diagnostic::error(Code::P111, place, message).help(help));
            None
        }
        Input::Signature => {
            found.push(not_given(name, "a signature field", place));
            None
        }
        Input::Identity(_) => {
            found.push(not_given(name, "the identity of the workbook", place));
            None
        }
    }
}

fn not_an_option(name: &str, options: &Options, text: &CandidateText, place: Place) -> Diagnostic {
    let message = format!("the value of {name} is none of its options");
    let values = options.options().iter();
    let values = values.map(|option| format!("\"{}\"", option.value));
    let values = values.collect::<Vec<_>>().join(", ");
    let is_label = options
        .options()
        .iter()
        .any(|option| text.is(&option.label));
    let help = if text.is_blank() || text.is(Options::UNSET) || text.is(options.unset_label()) {
        "take the name out to leave it open".to_owned()
    } else if is_label {
        format!("it is what an option shows; give what the option stores, one of {values}")
    } else {
        format!("the options are {values}")
    };
    Diagnostic::error(Code::P111, place, message).help(help)
}

fn not_given(name: &str, what: &str, place: Place) -> Diagnostic {
    let message = format!("{name} is {what}, which takes no value beforehand");
    Diagnostic::error(Code::P112, place, message).help("take the name out")
}

/// Line ends as LF and without control characters, and how many were taken out. A tab stays.
fn clean(text: &str) -> (String, usize) {
    let lines = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let mut removed = 0;
    let kept = |letter: &char| {
        let is_kept = !letter.is_control() || matches!(letter, '\n' | '\t');
        removed += usize::from(!is_kept);
        is_kept
    };
    let text = lines.chars().filter(kept).collect();
    (text, removed)
}

/// The known text that is fewest typing errors away, if those are few for its length.
pub(super) fn nearest<'k>(written: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let most = (written.len() / 4).clamp(1, 4);
    let distances = known.map(|one| (distance(written, one), one));
    let (distance, near) = distances.min()?;
    (distance <= most).then_some(near)
}

/// How many letters have to be put in, taken out or changed (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (line, from) in a.chars().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        for (cell, to) in row.iter_mut().skip(1).zip(b.chars()) {
            let changed = diagonal + usize::from(from != to);
            diagonal = *cell;
            left = changed.min(left + 1).min(*cell + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}
