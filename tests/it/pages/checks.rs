//! What must hold of every layout, whatever the specification.
//!
//! In: a plan and its layout. Out: the rules that are broken, in words. Never: knows what a page should look like.

use std::collections::BTreeSet;

use akam_workbook::geometry::{Pt, Rect};
use akam_workbook::layout::Layout;
use akam_workbook::layout::page::{
    Drawing, ElementIndex, Item, Kid, LinkTarget, Page, Role, TextRun,
};
use akam_workbook::plan::Plan;
use akam_workbook::text::Face;

/// Guards comparisons of sums.
const TOLERANCE: f64 = 0.01;

/// The frame of a page: left, right, and where content ends.
pub(crate) struct Frame {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

/// The frame of a layout's paper (`DESIGN.md`, "Geometry").
pub(crate) fn frame(layout: &Layout) -> Frame {
    if layout.paper.width.0 > 600.0 {
        Frame {
            left: 48.0,
            right: 564.0,
            bottom: 740.0,
        }
    } else {
        Frame {
            left: 44.0,
            right: 552.0,
            bottom: 789.9,
        }
    }
}

/// Every rule that is broken.
pub(crate) fn faults(plan: &Plan, layout: &Layout) -> Vec<String> {
    let mut faults = Vec::new();
    fields_once(plan, layout, &mut faults);
    tree(layout, &mut faults);
    links(layout, &mut faults);
    for (number, page) in (1..).zip(&layout.pages) {
        let mut found = Vec::new();
        marked(layout, page, number, &mut found);
        inside(plan, layout, page, &mut found);
        apart(page, &mut found);
        headings(layout, page, &mut found);
        faults.extend(
            found
                .into_iter()
                .map(|fault| format!("page {number}: {fault}")),
        );
    }
    faults
}

/// Every field of the plan stands on exactly one page, what is asked in the order of the plan; the identity stands on the first.
fn fields_once(plan: &Plan, layout: &Layout, faults: &mut Vec<String>) {
    if plan.theme.is_for_pen {
        if layout.pages.iter().any(|page| !page.fields.is_empty()) {
            faults.push("a copy for the pen has fields".to_owned());
        }
        return;
    }
    let pages = layout.pages.iter().enumerate();
    let placed: Vec<(usize, usize)> = pages
        .flat_map(|(page, sheet)| {
            sheet
                .fields
                .iter()
                .map(move |placed| (page, placed.field.0))
        })
        .collect();
    let (asked, told): (Vec<_>, Vec<_>) = placed
        .into_iter()
        .partition(|(_, field)| plan.fields[*field].is_asked());
    let wanted: Vec<usize> = plan.asked().map(|(index, _)| index.0).collect();
    let found: Vec<usize> = asked.into_iter().map(|(_, field)| field).collect();
    if found != wanted {
        faults.push(format!("of {} fields are placed {found:?}", wanted.len()));
    }
    if !matches!(told.as_slice(), [(0, _)]) {
        faults.push(format!("the identity is placed as {told:?}"));
    }
}

/// The tree holds every element, tagged item and field once, in the order of reading, with no heading level left out.
fn tree(layout: &Layout, faults: &mut Vec<String>) {
    let mut walk = Walk {
        layout,
        elements: BTreeSet::new(),
        items: Vec::new(),
        fields: Vec::new(),
        headings: Vec::new(),
        faults,
    };
    walk.element(ElementIndex(0));
    let Walk {
        elements,
        items,
        fields,
        headings,
        ..
    } = walk;
    if elements.len() != layout.elements.len() {
        faults.push("an element has no parent".to_owned());
    }
    let tagged = positions(layout, |page| {
        let tagged = page.items.iter().enumerate();
        tagged
            .filter(|(_, item)| item.tag.is_some())
            .map(|(index, _)| index)
            .collect()
    });
    if items != tagged {
        faults.push("the tree holds other items than the pages, or in another order".to_owned());
    }
    if fields != positions(layout, |page| (0..page.fields.len()).collect()) {
        faults.push("the tree holds other fields than the pages, or in another order".to_owned());
    }
    if headings.first().is_some_and(|level| *level != 1) {
        faults.push(format!("the first heading is of level {}", headings[0]));
    }
    for pair in headings.windows(2) {
        if pair[1] > pair[0] + 1 {
            faults.push(format!(
                "a heading {} follows a heading {}",
                pair[1], pair[0]
            ));
        }
    }
}

fn positions(layout: &Layout, of: impl Fn(&Page) -> Vec<usize>) -> Vec<(usize, usize)> {
    let pages = layout.pages.iter().enumerate();
    pages
        .flat_map(|(index, page)| of(page).into_iter().map(move |item| (index, item)))
        .collect()
}

struct Walk<'a> {
    layout: &'a Layout,
    elements: BTreeSet<usize>,
    items: Vec<(usize, usize)>,
    fields: Vec<(usize, usize)>,
    headings: Vec<u8>,
    faults: &'a mut Vec<String>,
}

impl Walk<'_> {
    fn element(&mut self, index: ElementIndex) {
        if !self.elements.insert(index.0) {
            self.faults
                .push(format!("element {} has two parents", index.0));
            return;
        }
        let element = &self.layout.elements[index.0];
        if let Role::Heading(level) = element.role {
            self.headings.push(level);
        }
        let form = matches!(element.role, Role::Form);
        if form && !matches!(element.kids.as_slice(), [Kid::Field(..)]) {
            self.faults
                .push("a Form element does not hold one field".to_owned());
        }
        for kid in &element.kids {
            match *kid {
                Kid::Element(child) => {
                    if child <= index {
                        self.faults
                            .push("an element stands before its parent".to_owned());
                    }
                    self.element(child);
                }
                Kid::Item(page, item) => {
                    self.items.push((page, item));
                    if self.layout.pages[page].items[item].tag != Some(index) {
                        self.faults.push("an item names another element".to_owned());
                    }
                }
                Kid::Field(page, field) => {
                    self.fields.push((page, field));
                    if !form || self.layout.pages[page].fields[field].element != index {
                        self.faults.push("a field names another element".to_owned());
                    }
                }
            }
        }
    }
}

/// Links and bookmarks lead to pages that are there; links are tagged as links.
fn links(layout: &Layout, faults: &mut Vec<String>) {
    let count = layout.pages.len();
    for run in layout.pages.iter().flat_map(|page| &page.items) {
        let (Item { tag, .. }, Drawing::Text(text)) = (run, &run.drawing) else {
            continue;
        };
        match &text.link {
            Some(LinkTarget::Page(page)) if *page >= count => {
                faults.push(format!("a link leads to page {page} of {count}"));
            }
            Some(_) if !tag.is_some_and(|tag| layout.elements[tag.0].role == Role::Link) => {
                faults.push("a link is not tagged as one".to_owned());
            }
            Some(_) | None => {}
        }
    }
    let mut level = 0;
    for bookmark in &layout.bookmarks {
        if bookmark.page >= count || bookmark.level > level + 1 || bookmark.level == 0 {
            faults.push(format!("the bookmark \"{}\" is astray", bookmark.title));
        }
        level = bookmark.level;
    }
}

/// Every page has its mark, and something to read or to fill in.
fn marked(layout: &Layout, page: &Page, number: usize, faults: &mut Vec<String>) {
    let mark = format!("{} {number}/{}", layout.mark, layout.pages.len());
    if texts(page).filter(|(_, run)| words(run) == mark).count() != 1 {
        faults.push(format!("the page mark \"{mark}\" is not there once"));
    }
    let is_empty = page.items.iter().all(|item| item.tag.is_none()) && page.fields.is_empty();
    if is_empty {
        faults.push("nothing stands on it".to_owned());
    }
}

/// Everything lies inside the frame; every widget but the identity's inside a box.
fn inside(plan: &Plan, layout: &Layout, page: &Page, faults: &mut Vec<String>) {
    let frame = frame(layout);
    let boxes = boxes(page);
    for placed in &page.fields {
        let rect = &placed.rect;
        let asked = &plan.fields[placed.field.0];
        let holders = boxes.iter().filter(|area| holds(area, rect)).count();
        if asked.is_asked() && holders != 1 {
            faults.push(format!(
                "the widget of {} lies in {holders} boxes",
                asked.name
            ));
        }
        if rect.width.0 < 15.9 || rect.height.0 < 11.9 {
            faults.push(format!("the widget of {} is {rect:?}", asked.name));
        }
    }
    for area in &boxes {
        let fits = area.x.0 >= frame.left - TOLERANCE
            && area.right().0 <= frame.right + TOLERANCE
            && area.y.0 >= 50.0
            && area.bottom().0 <= frame.bottom + TOLERANCE;
        if !fits {
            faults.push(format!("a box leaves the frame: {area:?}"));
        }
    }
    for (item, run) in texts(page) {
        let area = ink(run);
        let is_across =
            area.x.0 < frame.left - side_bearing(run) || area.right().0 > frame.right + TOLERANCE;
        let is_below = item.tag.is_some() && run.origin.y.0 > frame.bottom;
        if is_across || is_below || area.y.0 < 30.0 {
            faults.push(format!("\"{}\" leaves the frame: {area:?}", words(run)));
        }
    }
}

/// The white before the first letter, which may stand left of the frame so that the letter itself stands on its edge.
fn side_bearing(run: &TextRun) -> f64 {
    run.shaped.size.0 * 0.1
}

/// Boxes, texts and widgets lie apart.
fn apart(page: &Page, faults: &mut Vec<String>) {
    let boxes = boxes(page);
    for (index, one) in boxes.iter().enumerate() {
        for other in &boxes[index + 1..] {
            if one.overlaps(other) {
                faults.push(format!("two boxes overlap: {one:?}, {other:?}"));
            }
        }
    }
    let inked = texts(page).filter(|(_, run)| !words(run).is_empty());
    let runs: Vec<(Rect, &TextRun)> = inked.map(|(_, run)| (ink(run), run)).collect();
    for (index, (area, run)) in runs.iter().enumerate() {
        for other in boxes.iter().filter(|other| area.overlaps(other)) {
            faults.push(format!(
                "\"{}\" runs into a box: {area:?}, {other:?}",
                words(run)
            ));
        }
        for (other, second) in &runs[index + 1..] {
            if area.overlaps(other) {
                faults.push(format!(
                    "\"{}\" runs into \"{}\": {area:?}, {other:?}",
                    words(run),
                    words(second)
                ));
            }
        }
    }
}

/// Something to read or to fill in follows every heading on its page.
fn headings(layout: &Layout, page: &Page, faults: &mut Vec<String>) {
    let is_heading = |item: &Item| {
        item.tag
            .is_some_and(|tag| matches!(layout.elements[tag.0].role, Role::Heading(_)))
    };
    let tagged: Vec<&Item> = page
        .items
        .iter()
        .filter(|item| item.tag.is_some())
        .collect();
    if tagged.last().is_some_and(|item| is_heading(item)) && page.fields.is_empty() {
        faults.push("a heading stands alone at the foot".to_owned());
    }
}

/// How far down the lowest thing on a page reaches that is not its page mark.
pub(crate) fn depth(layout: &Layout, page: &Page) -> f64 {
    let bottom = frame(layout).bottom;
    let boxes = boxes(page).into_iter().map(|area| area.bottom().0);
    let texts = texts(page).map(|(_, run)| run.origin.y.0);
    boxes
        .chain(texts)
        .filter(|y| *y <= bottom + TOLERANCE)
        .fold(0.0, f64::max)
}

/// Whether a page begins with a title: whether a section begins on it.
pub(crate) fn begins_section(page: &Page) -> bool {
    let mut titles = texts(page).filter(|(item, _)| item.tag.is_some());
    titles.any(|(_, run)| run.shaped.face == Face::Display && run.shaped.size.0 >= 20.0)
}

/// The boxes of a page: every stroked rectangle.
pub(crate) fn boxes(page: &Page) -> Vec<Rect> {
    let items = page.items.iter();
    items
        .filter_map(|item| match &item.drawing {
            Drawing::Rectangle {
                rect,
                stroke: Some(_),
                ..
            } => Some(*rect),
            _ => None,
        })
        .collect()
}

/// The texts of a page.
pub(crate) fn texts(page: &Page) -> impl Iterator<Item = (&Item, &TextRun)> {
    page.items.iter().filter_map(|item| match &item.drawing {
        Drawing::Text(run) => Some((item, run)),
        _ => None,
    })
}

/// What a text says, without the spaces at its end.
pub(crate) fn words(run: &TextRun) -> String {
    let glyphs = run.shaped.glyphs.iter();
    let words: String = glyphs.map(|glyph| glyph.text.as_str()).collect();
    words.trim_end().to_owned()
}

/// About where the ink of a text is: from the height of a small letter to the baseline.
fn ink(run: &TextRun) -> Rect {
    let glyphs = &run.shaped.glyphs;
    let inked = glyphs.iter().rposition(|glyph| glyph.text.trim() != "");
    let units: i32 = glyphs
        .iter()
        .take(inked.map_or(0, |last| last + 1))
        .map(|glyph| glyph.advance)
        .sum();
    let size = run.shaped.size;
    Rect {
        x: run.origin.x,
        y: run.origin.y - size * 0.5,
        width: size * (f64::from(units) / 1000.0) - Pt(TOLERANCE),
        height: size * 0.5 - Pt(TOLERANCE),
    }
}

fn holds(outer: &Rect, inner: &Rect) -> bool {
    let slack = Pt(TOLERANCE);
    outer.x <= inner.x + slack
        && outer.y <= inner.y + slack
        && inner.right() <= outer.right() + slack
        && inner.bottom() <= outer.bottom() + slack
}
