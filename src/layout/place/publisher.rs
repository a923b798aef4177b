//! The publisher at the head of the cover: mark and name.
//!
//! In: the name, and the mark's pixels. Out: both on the page, the mark scaled into its room. Never: stretches the mark.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::geometry::{Pt, Rect};
use crate::layout::compose::Composer;
use crate::layout::measure::balanced;
use crate::layout::page::{Drawing, ElementIndex, Role};

/// Room of the publisher's mark.
const MARK: Rect = Rect::new(0.0, 64.0, 120.0, 36.0);
/// A pixel of it is no larger than this when printed: 144 to the inch.
const LARGEST_PIXEL: f64 = 0.501;
/// First baseline of the publisher's name.
const PUBLISHER: Pt = Pt(76.0);

/// Puts the mark, if there is one, and the publisher's name at the head of the cover.
pub(super) fn place(composer: &mut Composer<'_>, name: &str, section: ElementIndex) {
    let theme = composer.theme;
    let frame = theme.frame;
    if let (Some(pixels), Some(named)) = (composer.mark, &composer.plan.mark) {
        let (width, height) = (f64::from(pixels.width), f64::from(pixels.height));
        let scale = (MARK.width.0 / width).min(MARK.height.0 / height);
        if scale > LARGEST_PIXEL {
            let message = format!(
                "the publisher's mark has {} by {} pixels and will look coarse",
                pixels.width, pixels.height
            );
            let found = Diagnostic::warning(Code::L004, Place::Source(named.at), message)
                .help("give one of at least 240 pixels across or 72 down; it is printed 120 by 36 points large at most");
            composer.findings.push(found);
        }
        let figure = composer.element(section, Role::Figure);
        composer.speak(figure, &named.alt);
        let rect = Rect::new(frame.left.0, MARK.y.0, width * scale, height * scale);
        composer.push(Some(figure), Drawing::Mark(rect));
    }
    let tag = composer.element(section, Role::P);
    let name = balanced(name, theme.text.body_strong, theme.frame.band);
    composer.text(name, frame.column, PUBLISHER, Some(tag));
}
