//! The figures of the programme below the contents, and figures at the head of a text.
//!
//! In: numbers with their words. Out: a list, below a table if it fits there, else on a page of its own. Never: counts anything.

use crate::geometry::Pt;
use crate::layout::compose::Composer;
use crate::layout::measure::{block, one_line};
use crate::layout::page::{ElementIndex, Role};
use crate::plan::block::Figures;

/// The figures: hairline below the totals, first baseline below that, numbers' right end and their words.
const FIGURES_GAP: Pt = Pt(41.0);
const FIGURES_FIRST: Pt = Pt(20.0);
const FIGURE_END: Pt = Pt(64.0);
const FIGURE_WORDS: Pt = Pt(76.0);
const FIGURE_GAP: Pt = Pt(5.0);
const HELP_BELOW_HEADING: Pt = Pt(18.0);

/// A number at the head of a text, and the rest of it.
pub(super) fn leading_number(text: &str) -> (&str, &str) {
    match text.split_once(' ') {
        Some((figure, words)) if is_number(figure) => (figure, words),
        Some(_) | None => ("", text),
    }
}

fn is_number(figure: &str) -> bool {
    figure.starts_with(|letter: char| letter == '-' || letter.is_ascii_digit())
        && figure.parse::<f64>().is_ok()
}

/// The programme's figures, below the totals or on a page of their own.
pub(super) fn place(
    composer: &mut Composer<'_>,
    figures: &Figures,
    totals: Pt,
    section: ElementIndex,
) {
    let theme = composer.theme;
    let frame = theme.frame;
    let width = frame.column_width() - FIGURE_WORDS;
    let rows: Vec<_> = figures
        .rows
        .iter()
        .map(|(figure, words)| {
            (
                one_line(figure, theme.text.body_strong),
                block(words, theme.text.body, width),
            )
        })
        .collect();
    let depth: Pt = rows
        .iter()
        .map(|(_, words)| words.depth() + theme.text.body.leading + FIGURE_GAP)
        .sum();
    let mut rule = totals + FIGURES_GAP;
    if rule + FIGURES_FIRST + depth > frame.bottom + theme.text.body.leading {
        composer.start_page(None);
        rule = theme.spacing.title_baseline - FIGURES_FIRST;
    }
    composer.hairline(rule);
    let first = rule + FIGURES_FIRST;
    let heading = composer.element(section, Role::Heading(3));
    let text = block(
        &figures.heading,
        theme.text.section_heading,
        theme.frame.band,
    );
    let y = composer.text(text, frame.left, first, Some(heading));
    let tag = composer.element(section, Role::P);
    let help = block(&figures.help, theme.text.help, theme.frame.band);
    composer.text(help, frame.left, y + HELP_BELOW_HEADING, Some(tag));
    let list = composer.element(section, Role::L);
    let mut y = first;
    for (figure, words) in rows {
        let item = composer.element(list, Role::LI);
        let label = composer.element(item, Role::Lbl);
        composer.text_to(figure, frame.column + FIGURE_END, y, Some(label));
        let body = composer.element(item, Role::LBody);
        y = composer.text(words, frame.column + FIGURE_WORDS, y, Some(body));
        y = y + theme.text.body.leading + FIGURE_GAP;
    }
}
