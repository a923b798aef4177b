//! How a workbook looks: the page's measures, the colours, and the letterings.
//!
//! In: the theme that a form chose, and the files of assets/themes as build.rs makes functions of them. Out: a frame, colours and styles, in points from
//! the top left corner.
//! Never: knows what is printed, or holds a number of its own.

use crate::geometry::Pt;
use crate::plan::{Paper, ThemeBase, ThemeChoice};
use crate::text::{Face, Shaped};

use super::frame::{Frame, Papers, Sheet};
use super::page::Color;

include!(concat!(env!("OUT_DIR"), "/themes.rs"));

/// How a form looks.
#[derive(Clone, Debug)]
pub(super) struct Theme {
    /// The page's measures.
    pub(super) frame: Frame,
    /// How much larger than placed everything is printed.
    pub(super) scale: f64,
    /// Colours.
    pub(super) colors: Colors,
    /// Letterings.
    pub(super) text: Text,
    /// What is typed.
    pub(super) answers: Answers,
    /// Widths of rules and strokes.
    pub(super) rules: Rules,
    /// Heights of boxes.
    pub(super) boxes: Boxes,
    /// Heights of rows.
    pub(super) rows: Rows,
    /// What stands how far from what.
    pub(super) spacing: Spacing,
    /// What stands where on a cover.
    pub(super) cover: Cover,
}

impl Theme {
    /// The look that a form chose.
    pub(super) fn of(choice: &ThemeChoice) -> Self {
        let accent = choice.accent.map(Color);
        match choice.base {
            ThemeBase::House => house(choice.paper, accent),
            ThemeBase::LargePrint => large_print(choice.paper, accent),
        }
    }

    /// A style in the accent.
    pub(super) const fn accented(&self, style: Style) -> Style {
        style.colored(self.colors.accent)
    }
}

/// The colours of a theme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Colors {
    /// Text, and rules of 1 pt.
    pub(super) ink: Color,
    /// Labels, help, secondary rows.
    pub(super) label: Color,
    /// Running head, page mark, "(choose)".
    pub(super) muted: Color,
    /// Boxes and count squares.
    pub(super) border: Color,
    /// Rules between rows: decoration only.
    pub(super) hair: Color,
    /// Writing lines: decoration only.
    pub(super) ruling: Color,
    /// Under what an assessor alone fills in.
    pub(super) ground: Color,
    /// Inside the boxes that stand on it.
    pub(super) on_ground: Color,
    /// Figures, codes, kickers, numbers, and the opening rule; a form may have its own.
    pub(super) accent: Color,
}

/// The letterings of a theme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    /// The large figure on the cover.
    pub(super) area_figure: Style,
    /// The code on an opener.
    pub(super) code: Style,
    /// The title on the cover.
    pub(super) cover_title: Style,
    /// Titles of openers and prose pages.
    pub(super) page_title: Style,
    /// Titles of parts, accounts, theory, sign-off.
    pub(super) part_title: Style,
    /// Rationale and guidance.
    pub(super) prose: Style,
    /// Lists and sources; the wording of a row.
    pub(super) list: Style,
    /// The wording of a row where rows are many.
    pub(super) list_compact: Style,
    /// Rows recalled beside an account.
    pub(super) recalled: Style,
    /// Headings in the band.
    pub(super) section_heading: Style,
    /// The small line over a page.
    pub(super) kicker: Style,
    /// Numbers of rows and steps.
    pub(super) number: Style,
    /// Labels above boxes.
    pub(super) field_label: Style,
    /// Heads of columns.
    pub(super) column_head: Style,
    /// Help under titles.
    pub(super) help: Style,
    /// Text of tables and lists.
    pub(super) body: Style,
    /// The same, stronger.
    pub(super) body_strong: Style,
    /// The line at the head of a page.
    pub(super) running_head: Style,
    /// The line at the foot of a page.
    pub(super) page_mark: Style,
}

/// What is typed into boxes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answers {
    /// Size of typed text, the same in every field.
    pub(super) size: Pt,
    /// Its colour.
    pub(super) color: Color,
    /// The colour of "(choose)", of chevrons and ticks.
    pub(super) placeholder: Color,
    /// Distance of writing lines.
    pub(super) writing_line: Pt,
}

/// Widths of rules and strokes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    /// The accent rule that opens a competency.
    pub(super) opening: Pt,
    /// The rule that opens a table.
    pub(super) table: Pt,
    /// The rule between rows.
    pub(super) row: Pt,
    /// The stroke of a box.
    pub(super) stroke: Pt,
}

/// Heights of boxes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Boxes {
    /// One line in a table, and a drop-down anywhere.
    pub(super) line: Pt,
    /// Several lines that stand by themselves.
    pub(super) lines: Pt,
    /// A tick, as wide as it is high.
    pub(super) tick: Pt,
    /// A signature.
    pub(super) signature: Pt,
    /// One line on the cover.
    pub(super) cover_line: Pt,
    /// One line beside a group's title.
    pub(super) sign_off_line: Pt,
}

/// Heights of rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows {
    /// Rows grow no higher than this before space is left at the foot.
    pub(super) highest: Pt,
    /// Below this a row has no room for its fields.
    pub(super) lowest: Pt,
    /// What is added to the lines of a row's wording.
    pub(super) margin: Pt,
}

/// What stands how far from what.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spacing {
    /// Width of the band of what is asked.
    pub(super) band: Pt,
    /// From the band to the column of what is answered.
    pub(super) gutter: Pt,
    /// Between boxes that stand side by side.
    pub(super) beside: Pt,
    /// The least width of a note in a row beside other boxes.
    pub(super) note: Pt,
    /// Help is set at most this wide.
    pub(super) help_width: Pt,
    /// Baseline of the titles of parts and of prose pages.
    pub(super) title_baseline: Pt,
}

/// What stands where on a cover.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cover {
    /// Baseline of the figure, and of the title's last line while it has two at most.
    pub(super) figure: Pt,
    /// No text of the title's block stands higher.
    pub(super) highest_title: Pt,
    /// The block at the foot begins no higher.
    pub(super) highest_block: Pt,
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
