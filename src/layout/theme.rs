//! How a workbook looks: the page's measures, the colours, and the letterings.
//!
//! In: the theme that a form chose. Out: a frame, colours and styles, in points from the top left corner.
//! Never: knows what is printed. Every number is from the design of the house (README, "The page").

use crate::geometry::{Pt, Size};
use crate::plan::{Paper, ThemeBase, ThemeChoice};
use crate::text::{Face, Shaped};

use super::page::Color;

/// Text, and rules of 1 pt.
pub(super) const INK: Color = Color([0x1A, 0x1C, 0x1E]);
/// Labels, help, secondary rows.
pub(super) const LABEL: Color = Color([0x45, 0x4C, 0x52]);
/// Running head, page mark, "(choose)".
pub(super) const MUTED: Color = Color([0x5C, 0x64, 0x6B]);
/// Boxes and count squares.
pub(super) const BORDER: Color = Color([0x64, 0x6C, 0x73]);
/// Rules between rows: decoration only.
pub(super) const HAIR: Color = Color([0xB9, 0xC0, 0xC5]);
/// Writing lines: decoration only.
pub(super) const RULING: Color = Color([0xCF, 0xD5, 0xD8]);
/// Under what an assessor alone fills in, and inside the boxes that stand on it.
pub(super) const GROUND: Color = Color([0xED, 0xF0, 0xF1]);
pub(super) const ON_GROUND: Color = Color([0xFF, 0xFF, 0xFF]);
/// Accent of the house.
const ACCENT: Color = Color([0x0E, 0x4A, 0x5A]);

/// Width of the rule that opens a table.
pub(super) const RULE: Pt = Pt(1.0);
/// Width of the rule between rows.
pub(super) const HAIRLINE: Pt = Pt(0.5);
/// Width of the accent rule that opens a competency.
pub(super) const OPENING_RULE: Pt = Pt(3.0);
/// Width of a box's stroke.
pub(super) const BOX_STROKE: Pt = Pt(0.75);
/// Distance of boxes that stand side by side.
pub(super) const GAP: Pt = Pt(8.0);
/// Baseline of the titles of parts and of prose pages.
pub(super) const TITLE_BASELINE: Pt = Pt(84.0);
/// Distance of writing lines.
pub(super) const WRITING_LINE: Pt = Pt(24.0);
/// Large print: labels of 11 points, answers of 12.5.
const LARGE_PRINT: f64 = 1.25;
/// Size of typed text, the same in every field.
pub(super) const FIELD_TEXT: Pt = Pt(10.0);

/// The measures of a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The sheet.
    pub(super) paper: Size,
    /// Left edge of everything, and of what is asked.
    pub(super) left: Pt,
    /// Right edge of everything.
    pub(super) right: Pt,
    /// The line that runs through every page: answers stand right of it.
    pub(super) column: Pt,
    /// Where content ends.
    pub(super) bottom: Pt,
    /// Width of the band of what is asked.
    pub(super) band: Pt,
    /// The least width of a note in a row beside other boxes.
    pub(super) note: Pt,
}

impl Frame {
    /// Width of the column of what is answered.
    pub(super) fn column_width(&self) -> Pt {
        self.right - self.column
    }

    /// Width of the whole frame.
    pub(super) fn width(&self) -> Pt {
        self.right - self.left
    }

    const fn of(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self {
                paper: Size {
                    width: Pt(595.28),
                    height: Pt(841.89),
                },
                left: Pt(44.0),
                right: Pt(552.0),
                column: Pt(232.0),
                bottom: Pt(789.89),
                band: Pt(172.0),
                note: Pt(120.0),
            },
            Paper::Letter => Self {
                paper: Size {
                    width: Pt(612.0),
                    height: Pt(792.0),
                },
                left: Pt(48.0),
                right: Pt(564.0),
                column: Pt(236.0),
                bottom: Pt(740.0),
                band: Pt(172.0),
                note: Pt(120.0),
            },
        }
    }

    /// The same sheet seen from so much nearer: everything that is placed on it is enlarged in the end. The band gives way so that a note still
    /// stands beside a choice and evidence.
    fn enlarged(self, scale: f64) -> Self {
        let left = self.left / scale;
        let band = Pt(132.0);
        Self {
            paper: Size {
                width: self.paper.width / scale,
                height: self.paper.height / scale,
            },
            left,
            right: self.right / scale,
            column: left + band + Pt(12.0),
            bottom: self.bottom / scale,
            band,
            note: Pt(100.0),
        }
    }
}

/// Face, size, line distance and colour of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    /// The face.
    pub(super) face: Face,
    /// Its size.
    pub(super) size: Pt,
    /// Distance of its baselines.
    pub(super) leading: Pt,
    /// Its colour.
    pub(super) color: Color,
}

impl Style {
    const fn new(face: Face, size: f64, leading: f64, color: Color) -> Self {
        Self {
            face,
            size: Pt(size),
            leading: Pt(leading),
            color,
        }
    }

    /// The same in another colour.
    pub(super) const fn colored(self, color: Color) -> Self {
        Self { color, ..self }
    }

    /// A text of no glyphs, to be filled in later.
    pub(super) const fn nothing(self) -> Shaped {
        Shaped {
            face: self.face,
            size: self.size,
            glyphs: Vec::new(),
            width: Pt(0.0),
        }
    }

    /// The same in another size, leading with it.
    pub(super) fn sized(self, size: Pt) -> Self {
        Self {
            size,
            leading: self.leading * (size.0 / self.size.0),
            ..self
        }
    }
}

/// The large figure on the cover; its accent comes from the theme.
pub(super) const AREA_FIGURE: Style = Style::new(Face::Display, 264.0, 264.0, INK);
/// The title on the cover.
pub(super) const COVER_TITLE: Style = Style::new(Face::Display, 40.0, 44.0, INK);
/// Titles of openers and prose pages.
pub(super) const PAGE_TITLE: Style = Style::new(Face::Display, 28.0, 32.0, INK);
/// Titles of parts, accounts, theory, sign-off.
pub(super) const PART_TITLE: Style = Style::new(Face::Display, 20.0, 24.0, INK);
/// The code on an opener; its accent comes from the theme.
pub(super) const CODE: Style = Style::new(Face::Display, 44.0, 44.0, INK);
/// Rationale and guidance.
pub(super) const PROSE: Style = Style::new(Face::Serif, 10.5, 15.0, INK);
/// Lists and sources; the wording of a row.
pub(super) const LIST: Style = Style::new(Face::Serif, 10.0, 13.0, INK);
/// The wording of a row where rows are many.
pub(super) const LIST_COMPACT: Style = Style::new(Face::Serif, 9.5, 12.5, INK);
/// Rows recalled beside an account.
pub(super) const RECALLED: Style = Style::new(Face::Serif, 9.0, 11.5, INK);
/// Headings in the band.
pub(super) const SECTION_HEADING: Style = Style::new(Face::SansSemibold, 10.5, 14.0, INK);
/// The small line over a page; its accent comes from the theme.
pub(super) const KICKER: Style = Style::new(Face::SansSemibold, 9.0, 12.0, INK);
/// Numbers of rows and steps; its accent comes from the theme.
pub(super) const NUMBER: Style = Style::new(Face::SansSemibold, 10.0, 13.0, INK);
/// Labels above boxes.
pub(super) const FIELD_LABEL: Style = Style::new(Face::Sans, 9.0, 11.0, LABEL);
/// Heads of columns.
pub(super) const COLUMN_HEAD: Style = Style::new(Face::SansSemibold, 9.0, 11.0, INK);
/// Help under titles.
pub(super) const HELP: Style = Style::new(Face::Sans, 9.5, 12.5, LABEL);
/// Text of tables and lists.
pub(super) const BODY: Style = Style::new(Face::Sans, 10.0, 14.0, INK);
/// The same, stronger.
pub(super) const BODY_STRONG: Style = Style::new(Face::SansSemibold, 10.0, 14.0, INK);
/// The line at the head of a page.
pub(super) const RUNNING_HEAD: Style = Style::new(Face::Sans, 8.5, 8.5, MUTED);
/// The line at the foot of a page.
pub(super) const PAGE_MARK: Style = Style::new(Face::Sans, 8.0, 8.0, MUTED);

/// Help is set at most this wide.
pub(super) const HELP_WIDTH: Pt = Pt(296.0);

/// What a form chose: frame and accent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Theme {
    /// The page's measures.
    pub(super) frame: Frame,
    /// How much larger than placed everything is printed.
    pub(super) scale: f64,
    /// Figures, codes, kickers, numbers, and the opening rule.
    pub(super) accent: Color,
}

impl Theme {
    /// The look that a form chose.
    pub(super) fn of(choice: &ThemeChoice) -> Self {
        let house = Frame::of(choice.paper);
        let (frame, scale) = match choice.base {
            ThemeBase::House => (house, 1.0),
            ThemeBase::LargePrint => (house.enlarged(LARGE_PRINT), LARGE_PRINT),
        };
        Self {
            frame,
            scale,
            accent: choice.accent.map_or(ACCENT, Color),
        }
    }

    /// A style in the accent.
    pub(super) const fn accented(&self, style: Style) -> Style {
        style.colored(self.accent)
    }
}
