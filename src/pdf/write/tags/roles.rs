//! What an element is called, and the attributes that its role asks for.
//!
//! In: an element. Out: its standard structure type (ISO 32000-1, 14.8.4) and its attributes (14.8.5). Never: maps a role of our own.

use lopdf::Dictionary;

use crate::layout::page::{Drawing, Element, Kid, Layout, Role};
use crate::pdf::write::values::name;

/// The standard structure type of a role.
pub(in crate::pdf::write) const fn standard_type(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Sect => "Sect",
        Role::Heading(level) => match level {
            0 | 1 => "H1",
            2 => "H2",
            3 => "H3",
            4 => "H4",
            5 => "H5",
            6.. => "H6",
        },
        Role::P => "P",
        Role::L => "L",
        Role::LI => "LI",
        Role::Lbl => "Lbl",
        Role::LBody => "LBody",
        Role::Table => "Table",
        Role::TR => "TR",
        Role::ColumnHeader | Role::RowHeader => "TH",
        Role::TD => "TD",
        Role::Span => "Span",
        Role::Link => "Link",
        Role::Figure => "Figure",
        Role::Form => "Form",
    }
}

/// Attributes that readers of tables and lists need (ISO 14289-1, 7.5 and 7.6).
pub(super) fn attributes(layout: &Layout, element: &Element) -> Option<Dictionary> {
    let of = |owner, key, value| Dictionary::from_iter([("O", name(owner)), (key, name(value))]);
    if element.role == Role::ColumnHeader {
        return Some(of("Table", "Scope", "Column"));
    }
    if element.role == Role::RowHeader {
        return Some(of("Table", "Scope", "Row"));
    }
    let numbering = list_numbering(layout, element)?;
    Some(of("List", "ListNumbering", numbering))
}

/// How a list is numbered, by what its first label says; `None` for what is no list, or one without labels.
fn list_numbering(layout: &Layout, list: &Element) -> Option<&'static str> {
    let first_kid = |element: &Element| {
        element.kids.iter().find_map(|kid| match kid {
            Kid::Element(kid) => layout.elements.get(kid.0),
            Kid::Item(..) | Kid::Field(..) => None,
        })
    };
    let label = Some(list)
        .filter(|list| list.role == Role::L)
        .and_then(first_kid)
        .and_then(first_kid)
        .filter(|label| label.role == Role::Lbl)?;
    let is_number = label.kids.iter().any(|kid| match kid {
        Kid::Item(page, item) => says_a_digit(layout, *page, *item),
        Kid::Element(_) | Kid::Field(..) => false,
    });
    Some(if is_number { "Decimal" } else { "Disc" })
}

fn says_a_digit(layout: &Layout, page: usize, item: usize) -> bool {
    let item = layout.pages.get(page).and_then(|page| page.items.get(item));
    match item.map(|item| &item.drawing) {
        Some(Drawing::Text(run)) => {
            let mut letters = run
                .shaped
                .glyphs
                .iter()
                .flat_map(|glyph| glyph.text.chars());
            letters.any(|letter| letter.is_ascii_digit())
        }
        Some(Drawing::Rule { .. } | Drawing::Rectangle { .. } | Drawing::Mark(_)) | None => false,
    }
}
