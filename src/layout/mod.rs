//! From a plan to placed pages.
//!
//! In: a plan and the publisher's mark. Out: a [`Layout`] with every box placed, and what could not be placed well.
//! Never: chooses a word, or knows how a PDF is written.

mod compose;
mod enlarge;
mod flow;
mod frame;
mod letters;
mod mark;
mod measure;
mod overrun;
pub mod page;
mod paginate;
mod place;
mod prose;
mod references;
mod running;
mod texts;
mod theme;
mod tree;

pub use page::Layout;

use crate::diagnostic::Checked;
use crate::images::Pixels;
use crate::plan::Plan;

use compose::Composer;
use theme::Theme;

/// Places everything that a plan prints and asks.
///
/// Every field of the plan stands on exactly one page. Findings: T001 for letters that no built-in face has, L001 to L004
/// for what cannot be placed well.
pub fn lay_out(plan: &Plan, mark: Option<&Pixels>) -> Checked<Layout> {
    let theme = Theme::of(&plan.theme);
    let mut composer = Composer::new(plan, mark, &theme);
    composer.findings = letters::missing(plan);
    place::sections(&mut composer);
    running::finish(&mut composer);
    let mut bookmarks = std::mem::take(&mut composer.bookmarks);
    let (frame, scale) = (theme.frame, theme.scale);
    let (mut pages, elements, mut findings) = composer.finish();
    overrun::add_findings(plan, &pages, &frame, &mut findings);
    let paper = if scale > 1.0 {
        enlarge::enlarge(&mut pages, &mut bookmarks, frame.paper, scale)
    } else {
        frame.paper
    };
    let layout = Layout {
        paper,
        pages,
        elements,
        bookmarks,
        mark: running::mark(plan),
    };
    Checked::new(layout, findings)
}
