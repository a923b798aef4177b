//! What is wrong, where, and what to do about it.
//!
//! In: facts that a stage found. Out: diagnostics with a stable code, a place and a help, for `report` to show.
//! Never: holds what a candidate wrote, opens a file, or prints.

mod code;

pub use code::Code;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing can be made of the input.
    Error,
    /// The work was done; a person should look.
    Warning,
    /// For information.
    Note,
}

impl Severity {
    /// The word shown before the code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A stretch of a hand-written file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceSpan {
    /// First byte, from 0.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line of the first byte, from 1.
    pub line: u32,
    /// Column of the first byte, in characters, from 1.
    pub column: u32,
}

/// Where something was found. The binary knows the file's name and adds it with [`Diagnostic::in_file`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The whole file, or the command line where there is none.
    Whole,
    /// A stretch of a hand-written file.
    Source(SourceSpan),
    /// A page (from 1) or field of a PDF.
    Pdf {
        /// Page number from 1.
        page: Option<u32>,
        /// Full field name.
        field: Option<String>,
    },
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there, as in "first used here".
    pub label: String,
}

/// One finding: severity, code, one sentence, place, related places, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The stable code.
    pub code: Code,
    /// One sentence without a full stop: what was found and what was expected.
    pub message: String,
    /// The file it is in, where the binary has said so.
    pub file: Option<String>,
    /// Where in it.
    pub place: Place,
    /// Other places that matter.
    pub related: Vec<Related>,
    /// What to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding that stops the work.
    #[must_use]
    pub fn error(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, place, message.into())
    }

    /// A finding that a person should look at.
    #[must_use]
    pub fn warning(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, place, message.into())
    }

    /// A finding for information.
    #[must_use]
    pub fn note(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, place, message.into())
    }

    const fn new(severity: Severity, code: Code, place: Place, message: String) -> Self {
        Self {
            severity,
            code,
            message,
            file: None,
            place,
            related: Vec::new(),
            help: None,
        }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn also(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push(Related {
            place,
            label: label.into(),
        });
        self
    }

    /// Names the file, if none is named yet.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        self.file.get_or_insert_with(|| file.to_owned());
        self
    }
}

/// A stage's result: the value, if there is one, and every finding.
#[derive(Clone, Debug)]
#[must_use]
pub struct Checked<T> {
    /// What was made; `None` when a finding is an error.
    pub value: Option<T>,
    /// Everything found, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value with no findings.
    pub const fn sound(value: T) -> Self {
        Self {
            value: Some(value),
            diagnostics: Vec::new(),
        }
    }

    /// A value and findings; the value is dropped if one of them is an error. Sorts by place.
    pub fn new(value: T, mut diagnostics: Vec<Diagnostic>) -> Self {
        diagnostics.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
        let failed = diagnostics
            .iter()
            .any(|found| found.severity == Severity::Error);
        Self {
            value: (!failed).then_some(value),
            diagnostics,
        }
    }

    /// No value. Sorts by place.
    pub fn failed(mut diagnostics: Vec<Diagnostic>) -> Self {
        diagnostics.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
        Self {
            value: None,
            diagnostics,
        }
    }
}
