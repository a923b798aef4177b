//! `--version`: the program, and the editions that are built in.
//!
//! In: nothing. Out: lines on standard output. Never: fails because an edition is unsound; a test loads each.

use akam_workbook::diagnostic::Diagnostic;
use akam_workbook::spec;

use crate::files;

/// Prints the version, then a line for each built-in edition: framework, edition, date and the whole digest.
///
/// # Errors
/// C004 if standard output takes no more.
pub(crate) fn print() -> Result<(), Box<Diagnostic>> {
    let mut text = format!("akam-workbook {}\n", env!("CARGO_PKG_VERSION"));
    if let Some(spec) = spec::load(spec::BUILT_IN).value {
        text.push_str(&format!(
            "built-in edition {} {} ({}), published {}, digest {}\n",
            spec.framework.id,
            spec.framework.edition,
            spec.programme.title,
            spec.framework.published,
            spec.digest.hex()
        ));
    }
    files::print(text.as_bytes())?;
    Ok(())
}
