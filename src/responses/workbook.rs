//! One copy of a workbook: a response for each question of its plan.
//!
//! In: the fields of the copy, and the workbooks that are known. Out: the responses in the plan's order, or nothing if the edition is unknown.
//! Never: leaves a question out; what the file does not have is listed without a place.

use crate::diagnostic::Diagnostic;
use crate::field_name::IdentityValue;
use crate::pdf::read::FormField;
use crate::plan::Plan;
use crate::plan::field::{Field, FieldIndex, Input};

use super::copies::Copy;
use super::matching::Known;
use super::model::{Answer, FilePlace, Origin, Response, WorkbookResponses};
use super::{notes, typed};

/// The responses of a copy; `None` if no known edition has this form and any of these fields.
pub(super) fn responses(
    copy: &Copy<'_>,
    known: &Known<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<WorkbookResponses> {
    let origin = origin(copy);
    let (plan_index, plan) = known.plan(&copy.key, origin.digest.as_deref())?;
    let responses: Vec<Response> = plan
        .asked()
        .map(|(index, asked)| response(index, asked, copy.fields.get(&asked.name).copied()))
        .collect();
    let present_count = responses.iter().filter(|one| one.place.is_some()).count();
    if present_count == 0 && copy.identity.is_none() {
        return None;
    }
    for (response, (_, asked)) in responses.iter().zip(plan.asked()) {
        if let (Answer::Unread, Some(place)) = (&response.answer, &response.place) {
            let is_choice = matches!(asked.input, Input::Choice(_));
            found.push(notes::unread(place, &asked.name, is_choice));
        }
    }
    found.extend(of_the_identity(copy, plan));
    found.extend(of_the_fields(copy, &responses, present_count));
    Some(WorkbookResponses {
        origin,
        plan_index,
        responses,
    })
}

/// Which workbook a copy says it is.
pub(super) fn origin(copy: &Copy<'_>) -> Origin {
    let (framework, edition, form) = copy.key.clone();
    Origin {
        digest: identity(copy)
            .filter(|value| agrees(value, copy))
            .map(|value| value.digest),
        framework,
        edition,
        form,
        affix: copy.affix.clone(),
    }
}

fn identity(copy: &Copy<'_>) -> Option<IdentityValue> {
    typed::identity(&copy.identity?.value)
}

/// Whether the identity's value names the same form as its name does.
fn agrees(value: &IdentityValue, copy: &Copy<'_>) -> bool {
    let (framework, edition, form) = &copy.key;
    value.framework == *framework && value.edition == *edition && value.form == *form
}

fn response(index: FieldIndex, asked: &Field, returned: Option<&FormField>) -> Response {
    let (answer, raw) = match returned {
        Some(returned) => typed::read(asked, returned),
        None => (Answer::Unanswered, None),
    };
    Response {
        field: index,
        place: returned.map(place),
        answer,
        raw,
        width: returned
            .and_then(|field| field.widgets.first())
            .map(|widget| widget_width(widget.rect)),
    }
}

fn widget_width([left, _, right, _]: [f64; 4]) -> f64 {
    right - left
}

fn place(returned: &FormField) -> FilePlace {
    let page = returned.widgets.iter().find_map(|widget| widget.page);
    FilePlace {
        name: returned.name.clone(),
        page: page.and_then(|page| u32::try_from(page).ok()),
    }
}

/// What the identity field gives rise to.
fn of_the_identity(copy: &Copy<'_>, plan: &Plan) -> Option<Diagnostic> {
    let Some(field) = copy.identity else {
        return Some(notes::no_identity());
    };
    let place = place(field);
    match identity(copy).filter(|value| agrees(value, copy)) {
        None => Some(notes::strange_identity(&place)),
        Some(value) => {
            let expected = plan.identity.value().digest;
            (value.digest != expected).then(|| notes::other_digest(&place, &value, &expected))
        }
    }
}

/// Fields that are missing or in excess: one finding each, however many they are.
fn of_the_fields(copy: &Copy<'_>, responses: &[Response], present_count: usize) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if present_count < responses.len() {
        let absent_count = responses.len() - present_count;
        found.push(notes::fields_absent(absent_count, responses.len()));
    }
    if copy.fields.len() > present_count {
        found.push(notes::fields_in_excess(copy.fields.len() - present_count));
    }
    found
}
