//! A page of prose: title, then sections of heading and text.
//!
//! In: a prose section. Out: its pages. Never: numbers a step; the plan has.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::flow::Flow;
use crate::layout::page::{ElementIndex, Role};
use crate::plan::block::Prose;

use super::titles;

/// First baseline of the first section.
const FIRST: Pt = Pt(142.0);

/// Places a page of prose.
pub(super) fn place(composer: &mut Composer<'_>, prose: &Prose, parent: ElementIndex) {
    composer.start_page(None);
    composer.bookmark(
        prose.title.clone(),
        1,
        composer.theme.spacing.title_baseline,
    );
    let section = composer.element(parent, Role::Sect);
    let down = titles::page(composer, &prose.kicker, &prose.title, section);
    let mut flow = Flow::default();
    for part in &prose.sections {
        flow.section(composer, section, part, 3);
    }
    flow.place(composer, FIRST + down, None);
}
