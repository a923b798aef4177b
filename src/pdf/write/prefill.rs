//! Given values: what a field holds, and what it shows of it, before anybody has filled it in.
//!
//! In: a field of the plan, its place, and perhaps a given value. Out: `/V`, as it is stored, and an appearance.
//! Never: cuts or mends a value; what the font lacks and what the box cannot show is whole in `/V`.
//!
//! The one room of writing that may look at what a candidate wrote.

use lopdf::{Object, ObjectId, Stream};

use crate::confidential::CandidateText;
use crate::layout::page::PlacedField;
use crate::plan::field::{Field, Input, Options};

use super::Error;
use super::appearance;
use super::field_text::{TextLine, line, lines};
use super::values::{ascii, name, text};

/// The on-state of every check box.
pub(super) const ON: &str = "Yes";
/// The state of a check box that is not ticked.
pub(super) const OFF: &str = "Off";
/// The value that ticks a check box.
const TICKED: &str = "yes";

/// What a field holds and shows.
pub(super) struct Filled {
    /// `/V` and `/DV`; `None` where nothing is stored.
    pub(super) value: Option<Object>,
    /// `/AP /N` of a field that is not a check box, or the on-state of one.
    pub(super) appearance: Stream,
    /// Whether a check box is ticked.
    pub(super) is_ticked: bool,
}

/// What a field holds and shows; a value of no letters is none.
///
/// # Errors
///
/// [`Error::Value`] if the field cannot hold the value, [`Error::Content`] if the font cannot be cut.
pub(super) fn fill(
    field: &Field,
    placed: &PlacedField,
    given: Option<&CandidateText>,
    resources: ObjectId,
) -> Result<Filled, Error> {
    let given = given.filter(|value| value.char_count() > 0);
    let refused = || Error::Value {
        field: field.name.to_string(),
    };
    let is_one_line = match &field.input {
        Input::Line => true,
        Input::Lines | Input::Page => false,
        Input::Choice(options) => {
            let (value, label) = chosen(options, given).ok_or_else(refused)?;
            let label = label_line(label, placed)?;
            let is_chosen = value != Options::UNSET;
            let appearance = appearance::choice(placed, resources, &label, is_chosen);
            return Ok(filled(Some(ascii(value)), appearance));
        }
        Input::Tick => {
            if given.is_some_and(|value| !value.is(TICKED)) {
                return Err(refused());
            }
            let is_ticked = given.is_some();
            return Ok(Filled {
                value: Some(name(if is_ticked { ON } else { OFF })),
                appearance: appearance::tick(placed),
                is_ticked,
            });
        }
        Input::Signature if given.is_none() => {
            return Ok(filled(None, appearance::blank(placed)));
        }
        // The page mark that is painted under the widget says the same, so nothing is shown over it.
        Input::Identity(identity) if given.is_none() => {
            let appearance = appearance::empty(placed, resources);
            return Ok(filled(Some(ascii(&identity.to_string())), appearance));
        }
        Input::Signature | Input::Identity(_) => return Err(refused()),
    };
    let Some(given) = given else {
        let appearance = match placed.writing_lines {
            Some((distance, color)) => appearance::ruled(placed, resources, distance, color),
            None => appearance::empty(placed, resources),
        };
        return Ok(filled(None, appearance));
    };
    let written = with_line_feeds(given.reveal());
    let appearance = if is_one_line {
        let line = line(&written, placed.text_size, placed.rect.width)?;
        appearance::one_line(placed, resources, &line)
    } else {
        let most = appearance::line_count(placed);
        let lines = lines(&written, placed.text_size, placed.rect.width, most)?;
        appearance::several_lines(placed, resources, &lines)
    };
    Ok(filled(Some(text(&written)), appearance))
}

const fn filled(value: Option<Object>, appearance: Stream) -> Filled {
    Filled {
        value,
        appearance,
        is_ticked: false,
    }
}

/// The stored value and the label of the entry that is chosen; `None` if the value is no entry's.
fn chosen<'a>(options: &'a Options, given: Option<&CandidateText>) -> Option<(&'a str, &'a str)> {
    let Some(given) = given.filter(|value| !value.is(Options::UNSET)) else {
        return Some((Options::UNSET, options.unset_label()));
    };
    let option = options
        .options()
        .iter()
        .find(|option| given.is(option.value.as_str()))?;
    Some((option.value.as_str(), &option.label))
}

fn label_line(label: &str, placed: &PlacedField) -> Result<TextLine, Error> {
    line(label, placed.text_size, appearance::choice_width(placed))
}

/// Every kind of line end as a line feed.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
