//! What happens when the program itself is at fault.
//!
//! In: a panic. Out: one line that names the place in the program. Never: shows what the panic says, which may hold a candidate's text.

use std::io::Write as _;
use std::panic::{AssertUnwindSafe, Location, PanicHookInfo, catch_unwind, set_hook};

use super::Exit;

/// From here on a panic prints one line of ours.
pub(crate) fn announce_faults() {
    set_hook(Box::new(|panic: &PanicHookInfo<'_>| {
        // Not through `eprintln!`, which panics where standard error is closed.
        let _closed = std::io::stderr().write_all(line(panic.location()).as_bytes());
    }));
}

fn line(location: Option<&Location<'_>>) -> String {
    let place = location.map_or_else(
        || "an unknown place".to_owned(),
        |at| format!("{}:{}", at.file(), at.line()),
    );
    format!(
        "error: this is a fault of the program, at {place} in akam-workbook {}\n  help: report it with this line and the command that caused it\n",
        env!("CARGO_PKG_VERSION")
    )
}

/// Runs the work; a panic in it ends the program with [`Exit::Fault`].
pub(crate) fn guarded(work: impl FnOnce() -> Exit) -> Exit {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Exit::Fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_ends_with_a_fault_and_a_line_that_names_the_place_alone() {
        let shown = line(Some(Location::caller()));
        assert!(shown.contains("fault.rs:"), "{shown}");
        assert_eq!(
            guarded(|| std::panic::resume_unwind(Box::new("a candidate's text"))),
            Exit::Fault
        );
        assert_eq!(guarded(|| Exit::Findings), Exit::Findings);
    }
}
