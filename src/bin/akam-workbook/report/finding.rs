//! One finding in the house's look (`docs/diagnostics.md`, "How a finding is shown").
//!
//! In: a diagnostic, and the text of its file. Out: lines with colour codes, which the console takes out where they are not wanted.
//! Never: shows what a candidate wrote; a diagnostic holds none of it.

use akam_workbook::diagnostic::{Diagnostic, Place, Severity, SourceSpan};

use super::Text;
use super::columns::visible;
use super::snippet::Snippet;

const BOLD: &str = "\u{1b}[1m";
const DIM: &str = "\u{1b}[2m";
const PLAIN: &str = "\u{1b}[0m";

/// The finding as lines, with an empty line behind.
pub(super) fn render(found: &Diagnostic, text: Option<&Text>) -> String {
    let color = color(found.severity);
    let mut lines = format!(
        "{color}{}[{}]{PLAIN}{BOLD}: {}{PLAIN}\n",
        found.severity.as_str(),
        found.code,
        visible(&found.message)
    );
    let file = found.file.as_deref();
    let file = file.or_else(|| text.map(|text| text.name.as_str()));
    if let Some(place) = place(file, &found.place) {
        lines.push_str(&format!("  {place}\n"));
    }
    let quoted = text.filter(|text| file == Some(text.name.as_str()));
    if let (Some(text), Place::Source(span)) = (quoted, &found.place) {
        lines.push_str(&quote(text, *span, color));
    }
    for related in &found.related {
        let label = visible(&related.label);
        match place(file, &related.place) {
            Some(place) => lines.push_str(&format!("  {label}: {place}\n")),
            None => lines.push_str(&format!("  {label}\n")),
        }
    }
    if let Some(help) = &found.help {
        let help = help.lines().map(visible).collect::<Vec<_>>();
        lines.push_str(&format!("  help: {}\n", help.join("\n        ")));
    }
    lines.push('\n');
    lines
}

const fn color(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "\u{1b}[1;31m",
        Severity::Warning => "\u{1b}[1;33m",
        Severity::Note => "\u{1b}[1;36m",
    }
}

/// "spec/area-4.json:212:17", or "returns/0137.pdf, page 6, field …"; `None` if there is nothing to name.
fn place(file: Option<&str>, place: &Place) -> Option<String> {
    let mut parts: Vec<String> = file.map(visible).into_iter().collect();
    match place {
        Place::Whole => {}
        Place::Source(span) => {
            let at = format!("{}:{}", span.line, span.column);
            let place = match file {
                Some(file) => format!("{}:{at}", visible(file)),
                None => at,
            };
            return Some(place);
        }
        Place::Pdf { page, field } => {
            parts.extend(page.map(|page| format!("page {page}")));
            parts.extend(
                field
                    .as_ref()
                    .map(|field| format!("field {}", visible(field))),
            );
        }
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The line, and carets under the place.
fn quote(text: &Text, span: SourceSpan, color: &str) -> String {
    let Some(snippet) = Snippet::new(&text.bytes, span) else {
        return String::new();
    };
    let number = span.line.to_string();
    let margin = " ".repeat(number.len());
    let indent = " ".repeat(snippet.indent);
    let carets = "^".repeat(snippet.caret_count);
    format!(
        "  {DIM}{number} |{PLAIN} {}\n  {DIM}{margin} |{PLAIN} {indent}{color}{carets}{PLAIN}\n",
        snippet.text
    )
}
