//! A small document made by hand, two pages with every kind of field, so that writing is tested without `plan` and `layout`.

use std::collections::BTreeMap;

use akam_workbook::confidential::CandidateText;
use akam_workbook::diagnostic::SourceSpan;
use akam_workbook::field_name::{FieldName, IdentityValue};
use akam_workbook::geometry::{Point, Pt, Rect, Size};
use akam_workbook::ids::{
    Date, Edition, FormId, FrameworkId, Level, NodeId, NodeKind, OptionValue, Owner, Slot,
};
use akam_workbook::layout::page::{
    Bookmark, Color, Drawing, Element, ElementIndex, Item, Kid, Layout, LinkTarget, Page,
    PlacedField, Role, TextRun,
};
use akam_workbook::plan::field::{AskKind, Field, FieldIndex, FieldOption, Input, Options};
use akam_workbook::plan::{Document, EditionDigest, Identity, Paper, Plan, ThemeBase, ThemeChoice};
use akam_workbook::text::Face;
use akam_workbook::text::font::shape;

const INK: Color = Color([0x1A, 0x1C, 0x1E]);
const MUTED: Color = Color([0x5C, 0x64, 0x6B]);
const RULING: Color = Color([0xCF, 0xD5, 0xD8]);
const BORDER: Color = Color([0x64, 0x6C, 0x73]);

/// One field of the document: slot, kind, input, label, box, page.
type Asked = (&'static str, AskKind, Input, &'static str, Rect, usize);

fn claims() -> Options {
    let option = |value: &str, label: &str| FieldOption {
        value: OptionValue::parse(value).unwrap(),
        label: label.to_owned(),
        score: None,
    };
    Options::new(
        "(choose)".to_owned(),
        vec![
            option("fully", "Shown fully"),
            option("partly", "Shown partly – więcej"),
        ],
    )
}

/// What the read-only identity holds.
pub(crate) fn identity() -> IdentityValue {
    IdentityValue {
        framework: FrameworkId::parse("kamd").unwrap(),
        edition: Edition::parse("2026a").unwrap(),
        form: FormId::parse("w0001").unwrap(),
        digest: "3f0c9d2b71a8e654".to_owned(),
    }
}

fn asked() -> Vec<Asked> {
    let at = Rect::new;
    let text = AskKind::Text;
    vec![
        (
            "name",
            text,
            Input::Line,
            "Name",
            at(232.0, 140.0, 320.0, 28.0),
            0,
        ),
        (
            "claim",
            AskKind::Choice,
            Input::Choice(claims()),
            "How far shown",
            at(232.0, 200.0, 88.0, 24.0),
            0,
        ),
        (
            "note",
            text,
            Input::Lines,
            "Note – więcej",
            at(388.0, 200.0, 164.0, 58.0),
            0,
        ),
        (
            "identity",
            text,
            Input::Identity(identity()),
            "Workbook",
            at(400.0, 800.0, 100.0, 12.0),
            0,
        ),
        (
            "narrative",
            AskKind::Narrative,
            Input::Page,
            "How you meet this part",
            at(232.0, 144.0, 320.0, 300.0),
            1,
        ),
        (
            "attest",
            AskKind::Attest,
            Input::Tick,
            "True",
            at(232.0, 500.0, 16.0, 16.0),
            1,
        ),
        (
            "signed",
            AskKind::Signature,
            Input::Signature,
            "Signature (optional)",
            at(232.0, 540.0, 320.0, 56.0),
            1,
        ),
    ]
}

/// The slots of the document's fields, in order.
pub(crate) fn slots() -> Vec<&'static str> {
    asked().into_iter().map(|field| field.0).collect()
}

/// Given values by slot.
pub(crate) fn given(values: &[(&str, &str)]) -> BTreeMap<FieldIndex, CandidateText> {
    let slots = slots();
    let index = |slot: &str| slots.iter().position(|known| *known == slot).unwrap();
    values
        .iter()
        .map(|(slot, value)| {
            (
                FieldIndex(index(slot)),
                CandidateText::new((*value).to_owned()),
            )
        })
        .collect()
}

fn field((slot, kind, input, label, _, _): Asked) -> Field {
    let identity = identity();
    Field {
        name: FieldName {
            framework: identity.framework,
            edition: identity.edition,
            form: identity.form,
            owner: Owner::Node(NodeId::parse("p0001").unwrap()),
            slot: Slot::parse(slot).unwrap(),
            cell: None,
        },
        level: Level::Node(NodeKind::Part),
        kind,
        input,
        question: label.to_owned(),
        label: label.to_owned(),
        tooltip: format!("4.1, Customer attractiveness: {label}"),
        is_needed: false,
        unless: None,
        words: None,
        rev: Some(1),
        code: None,
        wording: None,
        at: SourceSpan::default(),
    }
}

fn plan() -> Plan {
    let identity = identity();
    Plan {
        identity: Identity {
            framework: identity.framework,
            edition: identity.edition,
            form: identity.form,
            digest: EditionDigest([0x3F; 32]),
        },
        document: Document {
            title: "Workbook 4: R & I <draft>".to_owned(),
            language: "en-GB".to_owned(),
            author: "The Association".to_owned(),
            foot: "Workbook 4".to_owned(),
            page_phrase: "Page {page} of {pages}".to_owned(),
            published: Date {
                year: 2026,
                month: 11,
                day: 22,
            },
            file_name: "workbook-2026a.pdf".to_owned(),
            attachment: None,
        },
        of: None,
        counts: Vec::new(),
        theme: ThemeChoice {
            base: ThemeBase::House,
            paper: Paper::A4,
            accent: None,
            is_for_pen: false,
        },
        mark: None,
        sections: Vec::new(),
        fields: asked().into_iter().map(field).collect(),
        sources: Vec::new(),
    }
}

/// Pages and elements as they grow.
struct Drawn {
    pages: Vec<Page>,
    elements: Vec<Element>,
}

impl Drawn {
    fn element(&mut self, parent: usize, role: Role) -> usize {
        let index = self.elements.len();
        self.elements.push(Element {
            role,
            language: None,
            alt: None,
            kids: Vec::new(),
        });
        if index > 0 {
            self.elements[parent]
                .kids
                .push(Kid::Element(ElementIndex(index)));
        }
        index
    }

    fn text(
        &mut self,
        page: usize,
        element: Option<usize>,
        text: &str,
        at: (f64, f64),
        link: Option<LinkTarget>,
    ) {
        if let Some(element) = element {
            let item = self.pages[page].items.len();
            self.elements[element].kids.push(Kid::Item(page, item));
        }
        self.pages[page].items.push(Item {
            tag: element.map(ElementIndex),
            drawing: Drawing::Text(TextRun {
                origin: Point {
                    x: Pt(at.0),
                    y: Pt(at.1),
                },
                shaped: shape(text, Face::Serif, Pt(12.0)),
                color: INK,
                link,
            }),
        });
    }

    fn field(&mut self, parent: usize, index: usize, (_, _, input, label, rect, page): &Asked) {
        if !matches!(input, Input::Identity(_)) {
            let label_element = self.element(parent, Role::P);
            self.text(
                *page,
                Some(label_element),
                label,
                (rect.x.0, rect.y.0 - 4.0),
                None,
            );
            self.pages[*page].items.push(Item {
                tag: None,
                drawing: Drawing::Rectangle {
                    rect: *rect,
                    stroke: Some((Pt(0.75), BORDER)),
                    fill: None,
                },
            });
        }
        let element = self.element(parent, Role::Form);
        let field = self.pages[*page].fields.len();
        self.elements[element].kids.push(Kid::Field(*page, field));
        let widget = match input {
            Input::Tick | Input::Identity(_) => *rect,
            Input::Signature => rect.inset(Pt(1.0), Pt(1.0), Pt(1.0), Pt(1.0)),
            Input::Lines | Input::Page => rect.inset(Pt(4.0), Pt(4.0), Pt(2.0), Pt(2.0)),
            Input::Choice(_) => rect.inset(Pt(4.0), Pt(1.0), Pt(0.5), Pt(0.5)),
            Input::Line => rect.inset(Pt(4.0), Pt(4.0), Pt(0.5), Pt(0.5)),
        };
        self.pages[*page].fields.push(PlacedField {
            field: FieldIndex(index),
            element: ElementIndex(element),
            rect: widget,
            text_size: Pt(10.0),
            color: INK,
            secondary_color: MUTED,
            writing_lines: matches!(input, Input::Page).then_some((Pt(24.0), RULING)),
        });
    }
}

fn bookmarks() -> Vec<Bookmark> {
    let bookmark = |title: &str, level, page, y| Bookmark {
        title: title.to_owned(),
        level,
        page,
        y: Pt(y),
    };
    vec![
        bookmark("Customer attractiveness", 1, 0, 60.0),
        bookmark("Notes – więcej", 2, 0, 180.0),
        bookmark("Claims", 2, 0, 180.0),
        bookmark("Account", 1, 1, 60.0),
    ]
}

/// The plan and its layout: a heading, a linked paragraph, a list, a heading on the second page, and every kind of field.
pub(crate) fn document() -> (Plan, Layout) {
    let mut drawn = Drawn {
        pages: vec![Page::default(), Page::default()],
        elements: Vec::new(),
    };
    let root = drawn.element(0, Role::Document);
    drawn.text(0, None, "Running head", (44.0, 40.0), None);
    let heading = drawn.element(root, Role::Heading(1));
    drawn.text(
        0,
        Some(heading),
        "Customer attractiveness",
        (44.0, 80.0),
        None,
    );
    let paragraph = drawn.element(root, Role::P);
    drawn.text(0, Some(paragraph), "See ", (44.0, 100.0), None);
    let link = drawn.element(paragraph, Role::Link);
    let address = LinkTarget::Address("https://www.example.org/zażółć".to_owned());
    drawn.text(0, Some(link), "the website", (66.0, 100.0), Some(address));
    let link = drawn.element(paragraph, Role::Link);
    drawn.text(
        0,
        Some(link),
        "page 2",
        (140.0, 100.0),
        Some(LinkTarget::Page(1)),
    );
    let list = drawn.element(root, Role::L);
    for (number, words) in [("1", "First indicator"), ("2", "Second indicator")] {
        let item = drawn.element(list, Role::LI);
        let label = drawn.element(item, Role::Lbl);
        let y = if number == "1" { 120.0 } else { 135.0 };
        drawn.text(0, Some(label), number, (44.0, y), None);
        let body = drawn.element(item, Role::LBody);
        drawn.text(0, Some(body), words, (62.0, y), None);
    }
    let mut on_second_page = root;
    for (index, asked) in asked().iter().enumerate() {
        if asked.5 == 1 && on_second_page == root {
            on_second_page = drawn.element(root, Role::Sect);
            let heading = drawn.element(on_second_page, Role::Heading(2));
            drawn.text(1, Some(heading), "Account", (44.0, 80.0), None);
        }
        drawn.field(on_second_page, index, asked);
    }
    let layout = Layout {
        paper: Size {
            width: Pt(595.28),
            height: Pt(841.89),
        },
        pages: drawn.pages,
        elements: drawn.elements,
        bookmarks: bookmarks(),
        mark: "kamd-2026a-w0001".to_owned(),
    };
    (plan(), layout)
}
