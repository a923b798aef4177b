//! One page's items as printpdf's operations.
//!
//! In: items in reading order. Out: operations, every item in marked content. Never: decides where anything stands.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color as PrintColor, CurTransMat, DictItem, FontId, Line, LinePoint, Op, PaintMode,
    PdfFontHandle, Point as PrintPoint, Pt as PrintPt, Rect as PrintRect, Rgb, TextItem,
    TextMatrix, XObjectId, XObjectTransform,
};

use crate::geometry::{Point, Pt, Rect};
use crate::layout::page::{Color, Drawing, Item, Layout, TextRun};
use crate::text::font::{Face, UNITS_PER_EM};

use super::MARK;
use super::fonts::{Fonts, resource_name};
use crate::pdf::write::Error;
use crate::pdf::write::coordinates::{corners, point, rounded, single};
use crate::pdf::write::tags::standard_type;

/// Paints one page.
pub(super) struct Painter<'a> {
    layout: &'a Layout,
    fonts: &'a Fonts,
    has_mark: bool,
    page: usize,
    ops: Vec<Op>,
    /// The marked content that is open: its number, or an artefact.
    open: Option<Option<usize>>,
    fill: Option<Color>,
    stroke: Option<Color>,
    line_width: Option<Pt>,
    font: Option<(Face, Pt)>,
}

impl<'a> Painter<'a> {
    /// A painter for a page, counted from 1.
    pub(super) fn new(layout: &'a Layout, fonts: &'a Fonts, has_mark: bool, page: usize) -> Self {
        Self {
            layout,
            fonts,
            has_mark,
            page,
            ops: Vec::new(),
            open: None,
            fill: None,
            stroke: None,
            line_width: None,
            font: None,
        }
    }

    /// The operations, every marked content closed.
    pub(super) fn finish(mut self) -> Vec<Op> {
        self.close();
        self.ops
    }

    /// Paints an item in the marked content of its number; artefacts that follow each other share one too.
    pub(super) fn item(&mut self, item: &Item, number: Option<usize>) -> Result<(), Error> {
        if self.open != Some(number) {
            self.close();
            self.open = Some(number);
            let begin = match (item.tag, number) {
                (Some(tag), Some(number)) => {
                    let element = self.layout.elements.get(tag.0).ok_or(Error::Disagreement {
                        page: self.page,
                        reason: "an item belongs to an element that is not there",
                    })?;
                    let number = DictItem::Int(i64::try_from(number).unwrap_or(i64::MAX));
                    Op::BeginMarkedContentWithProperties {
                        tag: standard_type(element.role).to_owned(),
                        properties: DictItem::Dict {
                            map: BTreeMap::from([("MCID".to_owned(), number)]),
                        },
                    }
                }
                _ => Op::BeginMarkedContent {
                    tag: "Artifact".to_owned(),
                },
            };
            self.ops.push(begin);
        }
        self.drawing(&item.drawing)
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn drawing(&mut self, drawing: &Drawing) -> Result<(), Error> {
        match drawing {
            Drawing::Text(run) => self.text(run),
            Drawing::Rule {
                from,
                to,
                width,
                color,
            } => {
                self.stroke_with(*width, *color);
                let points = vec![self.line_point(*from), self.line_point(*to)];
                self.ops.push(Op::DrawLine {
                    line: Line {
                        points,
                        is_closed: false,
                    },
                });
                Ok(())
            }
            Drawing::Rectangle { rect, stroke, fill } => {
                self.rectangle(rect, *stroke, *fill);
                Ok(())
            }
            Drawing::Mark(rect) => {
                self.mark(rect);
                Ok(())
            }
        }
    }

    fn rectangle(&mut self, rect: &Rect, stroke: Option<(Pt, Color)>, fill: Option<Color>) {
        let mode = match (stroke.is_some(), fill.is_some()) {
            (true, true) => PaintMode::FillStroke,
            (true, false) => PaintMode::Stroke,
            (false, true) => PaintMode::Fill,
            (false, false) => return,
        };
        if let Some(color) = fill {
            self.fill_with(color);
        }
        if let Some((width, color)) = stroke {
            self.stroke_with(width, color);
        }
        let [left, lower, _, _] = corners(rect, self.layout.paper.height);
        self.ops.push(Op::DrawRectangle {
            rectangle: PrintRect {
                x: PrintPt(single(left)),
                y: PrintPt(single(lower)),
                width: PrintPt(single(rounded(rect.width))),
                height: PrintPt(single(rounded(rect.height))),
                mode: Some(mode),
                winding_order: None,
            },
        });
    }

    fn mark(&mut self, rect: &Rect) {
        if !self.has_mark {
            return;
        }
        let [left, lower, _, _] = corners(rect, self.layout.paper.height);
        // An image fills the unit square (ISO 32000-1, 8.9.5.1); printpdf's own scaling by pixels is left out.
        let (width, height) = (rounded(rect.width), rounded(rect.height));
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix {
            matrix: CurTransMat::Raw([width, 0.0, 0.0, height, left, lower].map(single)),
        });
        self.ops.push(Op::UseXobject {
            id: XObjectId(MARK.to_owned()),
            transform: XObjectTransform {
                no_auto_scale: true,
                ..XObjectTransform::default()
            },
        });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn text(&mut self, run: &TextRun) -> Result<(), Error> {
        if run.shaped.glyphs.is_empty() {
            return Ok(());
        }
        self.fill_with(run.color);
        self.ops.push(Op::StartTextSection);
        let font = (run.shaped.face, run.shaped.size);
        if self.font != Some(font) {
            self.font = Some(font);
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(FontId(resource_name(font.0).to_owned())),
                size: PrintPt(single(rounded(font.1))),
            });
        }
        self.glyphs(run)?;
        self.ops.push(Op::EndTextSection);
        Ok(())
    }

    /// One line of glyphs. A glyph set up or down (a mark over a letter) has a text matrix of its own.
    fn glyphs(&mut self, run: &TextRun) -> Result<(), Error> {
        let mut units = 0;
        let mut rise = None;
        let mut items: Vec<TextItem> = Vec::new();
        for glyph in &run.shaped.glyphs {
            let embedded = self
                .fonts
                .glyph(run.shaped.face, glyph.id)
                .ok_or(Error::Content {
                    reason: "a glyph was shaped that is not embedded",
                })?;
            if rise != Some(glyph.y_offset) {
                self.show(&mut items);
                rise = Some(glyph.y_offset);
                self.text_matrix(run, units, glyph.y_offset);
            }
            // A number in TJ moves the pen back, in thousandths of an em (ISO 32000-1, 9.4.3).
            if glyph.x_offset != 0 {
                items.push(TextItem::Offset(-thousandths(glyph.x_offset)));
            }
            let codepoint = Codepoint {
                gid: embedded.id,
                offset: thousandths(embedded.width + glyph.x_offset - glyph.advance),
                cid: Some(embedded.text.clone()),
            };
            match items.last_mut() {
                Some(TextItem::GlyphIds(row)) => row.push(codepoint),
                _ => items.push(TextItem::GlyphIds(vec![codepoint])),
            }
            units += glyph.advance;
        }
        self.show(&mut items);
        Ok(())
    }

    fn show(&mut self, items: &mut Vec<TextItem>) {
        if !items.is_empty() {
            let items = std::mem::take(items);
            self.ops.push(Op::ShowText { items });
        }
    }

    fn text_matrix(&mut self, run: &TextRun, units: i32, rise: i32) {
        let em = run.shaped.size.0 / UNITS_PER_EM;
        let place = Point {
            x: run.origin.x + Pt(f64::from(units) * em),
            y: run.origin.y - Pt(f64::from(rise) * em),
        };
        let [x, y] = point(place, self.layout.paper.height);
        self.ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, single(x), single(y)]),
        });
    }

    fn line_point(&self, place: Point) -> LinePoint {
        let [x, y] = point(place, self.layout.paper.height);
        LinePoint {
            p: PrintPoint {
                x: PrintPt(single(x)),
                y: PrintPt(single(y)),
            },
            bezier: false,
        }
    }

    fn fill_with(&mut self, color: Color) {
        if self.fill != Some(color) {
            self.fill = Some(color);
            self.ops.push(Op::SetFillColor { col: rgb(color) });
        }
    }

    fn stroke_with(&mut self, width: Pt, color: Color) {
        if self.stroke != Some(color) {
            self.stroke = Some(color);
            self.ops.push(Op::SetOutlineColor { col: rgb(color) });
        }
        if self.line_width != Some(width) {
            self.line_width = Some(width);
            self.ops.push(Op::SetOutlineThickness {
                pt: PrintPt(single(rounded(width))),
            });
        }
    }
}

fn rgb(color: Color) -> PrintColor {
    let [red, green, blue] = color
        .0
        .map(|part| single((f64::from(part) / 255.0 * 10_000.0).round() / 10_000.0));
    PrintColor::Rgb(Rgb {
        r: red,
        g: green,
        b: blue,
        icc_profile: None,
    })
}

fn thousandths(units: i32) -> f32 {
    single(f64::from(units) * 1000.0 / UNITS_PER_EM)
}
