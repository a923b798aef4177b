//! The head of a page below the running head: kicker, title and help.
//!
//! In: the three texts. Out: their marks on the page, and how far they push what follows down.
//! Never: cuts or shrinks a title.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::measure::{TextBlock, block};
use crate::layout::page::{ElementIndex, Role};
use crate::layout::theme::{
    Frame, HELP, HELP_WIDTH, KICKER, PAGE_TITLE, PART_TITLE, TITLE_BASELINE,
};

/// From a part's title to its help.
pub(super) const HELP_BELOW_TITLE: Pt = Pt(18.0);

/// What stands at the head of a page.
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

/// Where the head of a page ends.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    /// How far further down the title ends than one of one line would.
    pub(super) title: Pt,
    /// How far further down the help ends than help of one line would, the title's part counted.
    pub(super) help: Pt,
}

/// The three texts, broken into lines.
struct Broken {
    kicker: TextBlock,
    title: TextBlock,
    help: TextBlock,
}

impl Broken {
    fn of(composer: &Composer<'_>, titles: &Titles<'_>) -> Self {
        let frame = composer.theme.frame;
        let help_width = HELP_WIDTH.min(frame.column_width());
        Self {
            kicker: block(titles.kicker, composer.theme.accented(KICKER), Frame::BAND),
            title: block(titles.title, PART_TITLE, frame.column_width()),
            help: block(titles.help, HELP, help_width),
        }
    }

    fn ends(&self) -> Ends {
        let title = self.title.depth();
        Ends {
            title,
            help: (title + self.help.depth()).max(over(&self.kicker)),
        }
    }
}

/// A kicker of three lines still ends above what follows one line of title and help.
fn over(kicker: &TextBlock) -> Pt {
    kicker.depth() - KICKER.leading * 2.0
}

/// Where a head would end, without putting it on a page.
pub(super) fn measure(composer: &Composer<'_>, titles: &Titles<'_>) -> Ends {
    Broken::of(composer, titles).ends()
}

/// Puts kicker, part title and help on the page, as artefacts if they only repeat what stood there before.
pub(super) fn part(
    composer: &mut Composer<'_>,
    titles: &Titles<'_>,
    parent: Option<ElementIndex>,
) -> Ends {
    let frame = composer.theme.frame;
    let broken = Broken::of(composer, titles);
    let ends = broken.ends();
    let tag = parent.map(|parent| composer.element(parent, Role::P));
    composer.text(broken.kicker, frame.left, TITLE_BASELINE, tag);
    let heading = parent.map(|parent| composer.element(parent, Role::Heading(titles.level)));
    if let (Some(heading), Some(spoken)) = (heading, titles.spoken) {
        composer.speak(heading, spoken);
    }
    composer.text(broken.title, frame.column, TITLE_BASELINE, heading);
    let tag = parent.map(|parent| composer.element(parent, Role::P));
    let y = TITLE_BASELINE + ends.title + HELP_BELOW_TITLE;
    composer.text(broken.help, frame.column, y, tag);
    ends
}

/// Puts kicker and page title on the page; returns how far further down they end than a title of one line would.
pub(super) fn page(
    composer: &mut Composer<'_>,
    kicker: &str,
    title: &str,
    parent: ElementIndex,
) -> Pt {
    let frame = composer.theme.frame;
    let kicker = block(kicker, composer.theme.accented(KICKER), Frame::BAND);
    let over = over(&kicker);
    let tag = composer.element(parent, Role::P);
    composer.text(kicker, frame.left, TITLE_BASELINE, Some(tag));
    let heading = composer.element(parent, Role::Heading(2));
    let title = block(title, PAGE_TITLE, frame.column_width());
    let depth = title.depth();
    composer.text(title, frame.column, TITLE_BASELINE, Some(heading));
    depth.max(over)
}
