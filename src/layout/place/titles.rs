//! The head of a page below the running head: kicker, title and help.
//!
//! In: the three texts. Out: their marks on the page, and how far they push what follows down.
//! Never: cuts or shrinks a title.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::measure::{TextBlock, block};
use crate::layout::page::{ElementIndex, Role};

/// From a part's title to its help.
pub(super) const HELP_BELOW_TITLE: Pt = Pt(18.0);

/// What stands at the head of a page.
#[derive(Clone, Copy)]
pub(super) struct Titles<'a> {
    /// The small line in the band.
    pub(super) kicker: &'a str,
    /// The title.
    pub(super) title: &'a str,
    /// Help below it; may be empty.
    pub(super) help: &'a str,
    /// Heading level.
    pub(super) level: u8,
    /// What is spoken in place of the title, where it differs.
    pub(super) spoken: Option<&'a str>,
}

/// The three texts, broken into lines.
pub(super) struct Head<'a> {
    titles: Titles<'a>,
    kicker: TextBlock,
    title: TextBlock,
    help: TextBlock,
}

impl<'a> Head<'a> {
    /// Breaks the texts.
    pub(super) fn of(composer: &Composer<'_>, titles: Titles<'a>) -> Self {
        let theme = composer.theme;
        let frame = theme.frame;
        let help_width = theme.spacing.help_width.min(frame.column_width());
        Self {
            kicker: block(titles.kicker, theme.text.kicker, theme.frame.band),
            title: block(titles.title, theme.text.part_title, frame.column_width()),
            help: block(titles.help, theme.text.help, help_width),
            titles,
        }
    }

    /// How far further down help of more than one line, or a title of more than one, ends than one line of each would.
    pub(super) fn depth(&self) -> Pt {
        (self.title.depth() + self.help.depth()).max(over(&self.kicker))
    }

    /// Puts the head on the page, as artefacts if it only repeats what stood there before.
    pub(super) fn place(self, composer: &mut Composer<'_>, parent: Option<ElementIndex>) {
        let theme = composer.theme;
        let frame = theme.frame;
        let tag = parent.map(|parent| composer.element(parent, Role::P));
        composer.text(self.kicker, frame.left, theme.spacing.title_baseline, tag);
        let level = Role::Heading(self.titles.level);
        let heading = parent.map(|parent| composer.element(parent, level));
        if let (Some(heading), Some(spoken)) = (heading, self.titles.spoken) {
            composer.speak(heading, spoken);
        }
        let title_end = composer.text(
            self.title,
            frame.column,
            theme.spacing.title_baseline,
            heading,
        );
        let tag = parent.map(|parent| composer.element(parent, Role::P));
        let y = title_end + HELP_BELOW_TITLE;
        composer.text(self.help, frame.column, y, tag);
    }
}

/// A kicker of three lines still ends above what follows one line of title and help.
fn over(kicker: &TextBlock) -> Pt {
    kicker.depth() - kicker.style.leading * 2.0
}

/// Puts kicker and page title on the page; returns how far further down they end than a title of one line would.
pub(super) fn page(
    composer: &mut Composer<'_>,
    kicker: &str,
    title: &str,
    parent: ElementIndex,
) -> Pt {
    let theme = composer.theme;
    let frame = theme.frame;
    let kicker = block(kicker, theme.text.kicker, theme.frame.band);
    let over = over(&kicker);
    let tag = composer.element(parent, Role::P);
    composer.text(kicker, frame.left, theme.spacing.title_baseline, Some(tag));
    let heading = composer.element(parent, Role::Heading(2));
    let title = block(title, theme.text.page_title, frame.column_width());
    let depth = title.depth();
    composer.text(
        title,
        frame.column,
        theme.spacing.title_baseline,
        Some(heading),
    );
    depth.max(over)
}
