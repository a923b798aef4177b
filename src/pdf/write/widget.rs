//! One form field: its dictionary and its widget's, merged (ISO 32000-1, 12.5.6.19 and 12.7.3).
//!
//! In: a field of the plan, its place and what it holds. Out: one object in the file, with its appearances.
//! Never: has a border or a background (`/MK`), a longest length, or a size of text that the reader chooses.

use lopdf::{Dictionary, Object, ObjectId};

use crate::geometry::Pt;
use crate::layout::page::PlacedField;
use crate::pdf::flags::{COMBO, MULTILINE, PRINT, READ_ONLY};
use crate::plan::field::{Field, Input, Options};

use super::appearance;
use super::field_font::NAME;
use super::file::File;
use super::prefill::{Filled, OFF, ON};
use super::values::{ascii, color_operands, integer, name, operand, rectangle, text};

/// Where a widget belongs.
pub(super) struct Place {
    /// Its page.
    pub(super) page: ObjectId,
    /// Height of the page.
    pub(super) page_height: Pt,
    /// Its key in the parent tree.
    pub(super) struct_parent: usize,
}

/// The lists of entries that drop-downs have: those with the same entries share one.
#[derive(Default)]
pub(super) struct Lists(Vec<(Options, ObjectId)>);

impl Lists {
    fn of(&mut self, file: &mut File, options: &Options) -> ObjectId {
        if let Some((_, list)) = self.0.iter().find(|(known, _)| known == options) {
            return *list;
        }
        let list = file.add(option_pairs(options));
        self.0.push((options.clone(), list));
        list
    }
}

/// Adds a field.
pub(super) fn add(
    file: &mut File,
    field: &Field,
    placed: &PlacedField,
    filled: Filled,
    place: &Place,
    lists: &mut Lists,
) -> ObjectId {
    let mut dictionary = Dictionary::from_iter([
        ("Type", name("Annot")),
        ("Subtype", name("Widget")),
        ("FT", name(field_type(&field.input))),
        ("T", ascii(&field.name.to_string())),
        ("TU", text(&field.tooltip)),
        ("F", PRINT.into()),
        ("P", place.page.into()),
        ("Rect", rectangle(&placed.rect, place.page_height)),
        ("BS", Dictionary::from_iter([("W", integer(0))]).into()),
        ("StructParent", integer(place.struct_parent)),
    ]);
    let flags = flags(&field.input);
    if flags != 0 {
        dictionary.set("Ff", flags);
    }
    if let Input::Choice(options) = &field.input {
        dictionary.set("Opt", lists.of(file, options));
    }
    if has_text(&field.input) {
        dictionary.set("DA", default_appearance(placed));
    }
    if let Some(value) = filled.value {
        dictionary.set("DV", value.clone());
        dictionary.set("V", value);
    }
    let appearance = file.add(filled.appearance);
    let normal = if matches!(field.input, Input::Tick) {
        dictionary.set("AS", if filled.is_ticked { ON } else { OFF });
        let off = file.add(appearance::blank(placed));
        Dictionary::from_iter([(ON, Object::from(appearance)), (OFF, off.into())]).into()
    } else {
        Object::from(appearance)
    };
    dictionary.set("AP", Dictionary::from_iter([("N", normal)]));
    file.add(dictionary)
}

const fn field_type(input: &Input) -> &'static str {
    match input {
        Input::Line | Input::Lines | Input::Page | Input::Identity(_) => "Tx",
        Input::Choice(_) => "Ch",
        Input::Tick => "Btn",
        Input::Signature => "Sig",
    }
}

const fn flags(input: &Input) -> u32 {
    match input {
        Input::Line | Input::Tick | Input::Signature => 0,
        Input::Lines | Input::Page => MULTILINE,
        Input::Choice(_) => COMBO,
        Input::Identity(_) => READ_ONLY,
    }
}

const fn has_text(input: &Input) -> bool {
    match input {
        Input::Line | Input::Lines | Input::Page | Input::Identity(_) | Input::Choice(_) => true,
        Input::Tick | Input::Signature => false,
    }
}

/// Export value and label of every entry, "(choose)" first.
fn option_pairs(options: &Options) -> Object {
    let pair = |value: &str, label: &str| Object::Array(vec![ascii(value), text(label)]);
    let mut pairs = vec![pair(Options::UNSET, options.unset_label())];
    let rest = options.options().iter();
    pairs.extend(rest.map(|option| pair(option.value.as_str(), &option.label)));
    Object::Array(pairs)
}

fn default_appearance(placed: &PlacedField) -> Object {
    let (size, color) = (operand(placed.text_size.0), color_operands(placed.color));
    ascii(&format!("/{NAME} {size} Tf {color} rg"))
}
