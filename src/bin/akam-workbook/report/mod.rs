//! The console: findings, notes and progress on standard error, and the exit code they add up to.
//!
//! In: diagnostics and lines. Out: text on standard error. Never: writes on standard output, or shows a control character of a file.

mod columns;
mod fault;
mod finding;
mod progress;
mod snippet;

use std::io::{Stderr, Write as _};

use akam_workbook::diagnostic::{Code, Diagnostic, Severity};
use anstream::{AutoStream, ColorChoice};

use crate::args::{Color, Console};

pub(crate) use fault::{announce_faults, guarded};
pub(crate) use progress::Progress;

/// How the program ends; the highest wins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Done.
    #[default]
    Done = 0,
    /// Done, with findings for a person.
    Findings = 1,
    /// The arguments or the specification cannot be used.
    Unusable = 2,
    /// A file could not be read or written, or the program is at fault.
    Fault = 3,
}

impl Exit {
    /// What one finding amounts to.
    fn of(found: &Diagnostic) -> Self {
        match (found.severity, found.code) {
            (Severity::Note, _) => Self::Done,
            (Severity::Warning, _) => Self::Findings,
            (Severity::Error, Code::C003 | Code::C004 | Code::W001 | Code::W003 | Code::W004) => {
                Self::Fault
            }
            (Severity::Error, _) => Self::Unusable,
        }
    }
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// A hand-written file that findings are about: its name, and its text to quote from.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    /// As shown.
    pub(crate) name: String,
    /// As read.
    pub(crate) bytes: Vec<u8>,
}

/// As in "1 page" or "2,000 pages".
pub(crate) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", thousands(count))
}

/// A number with a comma between thousands.
pub(crate) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The console.
pub(crate) struct Report {
    stderr: AutoStream<Stderr>,
    is_quiet: bool,
    exit: Exit,
}

impl Report {
    /// Standard error, coloured as asked.
    pub(crate) fn new(console: Console) -> Self {
        let choice = match console.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self {
            stderr: AutoStream::new(std::io::stderr(), choice),
            is_quiet: console.quiet,
            exit: Exit::Done,
        }
    }

    /// Counts findings towards the exit code, and shows them; `text` is the file that they are about.
    pub(crate) fn show(&mut self, found: &[Diagnostic], text: Option<&Text>) {
        self.count(found);
        self.tell(found, text);
    }

    /// Counts and shows findings about several files, each quoted from the text whose name it carries.
    pub(crate) fn show_in(&mut self, found: &[Diagnostic], texts: &[Text]) {
        self.count(found);
        for one in found {
            let named = |text: &&Text| one.file.as_deref() == Some(text.name.as_str());
            self.tell(std::slice::from_ref(one), texts.iter().find(named));
        }
    }

    /// Shows findings without counting them, as those about returned files: one that cannot be read is a finding, not a failure.
    pub(crate) fn tell(&mut self, found: &[Diagnostic], text: Option<&Text>) {
        for one in found {
            if !self.is_quiet || one.severity == Severity::Error {
                self.write(&finding::render(one, text));
            }
        }
    }

    /// Counts findings towards the exit code without showing them, as when they are printed as JSON.
    pub(crate) fn count(&mut self, found: &[Diagnostic]) {
        for one in found {
            self.raise(Exit::of(one));
        }
    }

    /// Raises the exit code; the highest wins.
    pub(crate) fn raise(&mut self, exit: Exit) {
        self.exit = self.exit.max(exit);
    }

    /// A line for the person at the console.
    pub(crate) fn say(&mut self, line: &str) {
        if !self.is_quiet {
            self.write(&format!("{}\n", columns::visible(line)));
        }
    }

    /// Shows how far long work has come, on a terminal only.
    pub(crate) fn progress(&self, what: &'static str, count: usize) -> Progress {
        Progress::new(what, count, self.is_quiet)
    }

    /// How the program ends, as far as is known.
    pub(crate) fn exit(&self) -> Exit {
        self.exit
    }

    fn write(&mut self, text: &str) {
        // Nobody is left to tell if standard error is closed; the exit code still says what happened.
        let _closed = self.stderr.write_all(text.as_bytes());
    }
}
