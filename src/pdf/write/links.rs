//! Link annotations over the text runs that lead somewhere (ISO 32000-1, 12.5.6.5).
//!
//! In: a layout. Out: an annotation for each line of each link, and the `Link` element that it belongs to.
//! Never: paints; runs of one link that stand side by side share an annotation.

use lopdf::{Dictionary, Object, ObjectId};

use crate::geometry::{Pt, Rect};
use crate::layout::page::{Drawing, ElementIndex, Layout, LinkTarget, Role, TextRun};

use super::Error;
use super::file::File;
use super::tags::Parents;
use super::values::{ascii, integer, name, rectangle, text};

/// A link annotation that was added.
pub(super) struct Link {
    /// The object.
    pub(super) id: ObjectId,
    /// Its page, from 0.
    pub(super) page: usize,
    /// The `Link` element that it belongs to.
    pub(super) element: ElementIndex,
}

/// One line of a link before it is added.
struct Stretch<'a> {
    page: usize,
    element: ElementIndex,
    target: &'a LinkTarget,
    rect: Rect,
    text: String,
}

/// How far below and above the baseline the sensitive area goes, as shares of the size of the text.
const BELOW: f64 = 0.25;
const ABOVE: f64 = 0.95;
/// Runs no further apart than this, in points, are one stretch.
const GAP: f64 = 1.0;

/// Adds every link. Keys in the parent tree go from `struct_parent` on.
///
/// # Errors
///
/// [`Error::Disagreement`] if a link stands outside a `Link` element or leads to a page that is not there.
pub(super) fn add(
    file: &mut File,
    layout: &Layout,
    parents: &Parents,
    struct_parent: usize,
) -> Result<Vec<Link>, Error> {
    let mut links = Vec::new();
    for stretch in stretches(layout, parents)? {
        let wrong = Error::Disagreement {
            page: stretch.page + 1,
            reason: "a link leads to a page that is not there",
        };
        let alt = layout
            .elements
            .get(stretch.element.0)
            .and_then(|element| element.alt.as_deref());
        let mut dictionary = Dictionary::from_iter([
            ("Type", name("Annot")),
            ("Subtype", name("Link")),
            ("F", crate::pdf::flags::PRINT.into()),
            ("Rect", rectangle(&stretch.rect, layout.paper.height)),
            ("Border", Object::Array(vec![integer(0); 3])),
            ("Contents", text(alt.unwrap_or(&stretch.text))),
            ("StructParent", integer(struct_parent + links.len())),
        ]);
        match stretch.target {
            LinkTarget::Address(address) => {
                let action = [
                    ("S", name("URI")),
                    ("URI", ascii(&percent_encoded(address))),
                ];
                dictionary.set("A", Dictionary::from_iter(action));
            }
            LinkTarget::Page(page) => {
                let page = *file.pages.get(*page).ok_or(wrong)?;
                dictionary.set("Dest", Object::Array(vec![page.into(), name("Fit")]));
            }
        }
        links.push(Link {
            id: file.add(dictionary),
            page: stretch.page,
            element: stretch.element,
        });
    }
    Ok(links)
}

fn stretches<'a>(layout: &'a Layout, parents: &Parents) -> Result<Vec<Stretch<'a>>, Error> {
    let mut stretches: Vec<Stretch<'a>> = Vec::new();
    for (page_index, page) in layout.pages.iter().enumerate() {
        for item in &page.items {
            let Drawing::Text(run) = &item.drawing else {
                continue;
            };
            let Some(target) = &run.link else { continue };
            let element = item
                .tag
                .and_then(|tag| parents.nearest(layout, tag, Role::Link))
                .ok_or(Error::Disagreement {
                    page: page_index + 1,
                    reason: "a link stands outside a Link element",
                })?;
            let rect = area(run);
            let words: String = run
                .shaped
                .glyphs
                .iter()
                .map(|glyph| glyph.text.as_str())
                .collect();
            match stretches.last_mut() {
                Some(last)
                    if last.page == page_index
                        && last.element == element
                        && last.target == target
                        && is_beside(&last.rect, &rect) =>
                {
                    last.rect = around(&last.rect, &rect);
                    last.text.push_str(&words);
                }
                _ => stretches.push(Stretch {
                    page: page_index,
                    element,
                    target,
                    rect,
                    text: words,
                }),
            }
        }
    }
    Ok(stretches)
}

fn area(run: &TextRun) -> Rect {
    let size = run.shaped.size;
    Rect {
        x: run.origin.x,
        y: run.origin.y - size * ABOVE,
        width: run.shaped.width,
        height: size * (ABOVE + BELOW),
    }
}

/// Whether the second stands on the line of the first, where it ends.
fn is_beside(first: &Rect, second: &Rect) -> bool {
    let gap = (second.x - first.right()).0;
    gap.abs() <= GAP && first.y < second.bottom() && second.y < first.bottom()
}

fn around(first: &Rect, second: &Rect) -> Rect {
    let (x, y) = (first.x.min(second.x), first.y.min(second.y));
    let right: Pt = first.right().max(second.right());
    let bottom: Pt = first.bottom().max(second.bottom());
    Rect {
        x,
        y,
        width: right - x,
        height: bottom - y,
    }
}

/// An address in ASCII (ISO 32000-1, 12.6.4.7): letters beyond it percent-encoded as UTF-8.
fn percent_encoded(address: &str) -> String {
    let encode = |byte: u8| match byte {
        b'!'..=b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    address.bytes().map(encode).collect()
}
