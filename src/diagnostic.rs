//! What is wrong, where, and what to do about it.
//!
//! In: facts that a stage found. Out: diagnostics with a stable code, a place and a help, for `report` to show.
//! Never: holds what a candidate wrote, opens a file, or prints.

use std::fmt;

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

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $code:ident,)+) => {
        /// Stable codes: a letter for the room and a number; never renumbered, never reused. `docs/diagnostics.md` has a paragraph for each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[doc = $doc])+ $code,)+
        }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$code,)+];

            /// The code as it is shown: `S014`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$code => stringify!($code),)+
                }
            }
        }
    };
}

codes! {
    // ---- C: command line and files ----
    //
    /// A path does not exist.
    C001,
    /// A folder where a file is expected, or a file where a folder is.
    C002,
    /// A file cannot be read.
    C003,
    /// A file cannot be written.
    C004,
    /// A file is there already and differs.
    C005,
    /// No workbook has the id.
    C006,
    /// Arguments do not go together.
    C007,
    /// An image lies outside the folder of the specification.
    C008,
    /// A link to a folder, a pipe or a device stands among returned files.
    C009,
    //
    // ---- S: specification ----
    //
    /// The file is not UTF-8.
    S001,
    /// The file begins with a byte order mark.
    S002,
    /// The file is too large.
    S003,
    /// Lists and objects nest too deep.
    S004,
    /// The file is not JSON.
    S005,
    /// The file is no specification.
    S006,
    /// The file has a newer format.
    S007,
    /// A key is written twice.
    S008,
    /// A key is not known.
    S009,
    /// A key is missing.
    S010,
    /// A value is of the wrong type.
    S011,
    /// A word is none of those expected.
    S012,
    /// A number is out of range.
    S013,
    /// An id or name is used twice.
    S014,
    /// An id does not follow its grammar.
    S015,
    /// A node stands where its kind cannot.
    S016,
    /// A retired id has come back.
    S017,
    /// Something holds nothing.
    S018,
    /// A text is empty.
    S019,
    /// A text holds a control character.
    S020,
    /// A text holds spaces that nobody sees.
    S021,
    /// A node has no wording.
    S022,
    /// A node is announced and yet here.
    S023,
    /// A framework holds two kinds.
    S024,
    /// There is no such scale.
    S025,
    /// There is no such node.
    S026,
    /// There is no such group.
    S027,
    /// There is no such workbook.
    S028,
    /// There is more than the programme declares.
    S029,
    /// Marked-up text is outside the subset.
    S030,
    /// Two questions are on one slot.
    S031,
    /// A field cannot be named after a slot.
    S032,
    /// A slot is reserved.
    S033,
    /// A key does not go with the kind of question.
    S034,
    /// `unless` lifts nothing.
    S035,
    /// A date does not exist.
    S036,
    /// A language tag is not one.
    S037,
    /// A colour is not one.
    S038,
    /// A colour cannot be read.
    S039,
    /// A picture is not in the specification's folder.
    S040,
    /// A file name is not one on every system.
    S041,
    /// Two forms have one file name.
    S042,
    /// A number is declared twice.
    S043,
    /// A word guide says nothing.
    S044,
    /// A role is used twice in a node.
    S045,
    /// A block has no text.
    S046,
    /// A node is covered twice.
    S047,
    /// Questions are never asked.
    S048,
    /// An evidence register stands where it cannot.
    S049,
    /// More competencies are needed than there are.
    S050,
    /// A code is used twice.
    S051,
    /// A scale or group is never used.
    S052,
    //
    // ---- P: plan ----
    //
    /// A field that cannot be named.
    P001,
    /// A form asks nothing.
    P002,
    /// A form covers something that has no pages of its own.
    P003,
    /// The program has no words in the language of the specification.
    P004,
    /// Two fields that a screen reader cannot tell apart.
    P005,
    /// Two evidence registers whose references meet.
    P006,
    //
    // values given beforehand, from P101
    //
    /// A file of values is too large.
    P101,
    /// A file of values is not plain UTF-8.
    P102,
    /// A file of values is not JSON.
    P103,
    /// A file of values is of another format.
    P104,
    /// A file of values holds an unknown key.
    P105,
    /// A file of values holds a key twice.
    P106,
    /// A file of values holds something of the wrong type.
    P107,
    /// A file of values lacks a key.
    P108,
    /// A value is given to a field that no workbook has.
    P109,
    /// A value is given to a workbook that is not made.
    P110,
    /// A value is none of the question's options.
    P111,
    /// A value is given to a field that takes none.
    P112,
    /// Control characters were taken out of a value.
    P113,
    /// A value holds half a character.
    P114,
    //
    // ---- T: text ----
    //
    /// A letter that no built-in font has.
    T001,
    //
    // ---- I: images ----
    //
    /// An image is neither PNG nor JPEG.
    I001,
    /// An image is damaged or cut off.
    I002,
    /// An image is too large.
    I003,
    /// An image is a CMYK JPEG.
    I004,
    //
    // ---- L: layout ----
    //
    /// A row is higher than a page.
    L001,
    /// The entries of a drop-down are wider than its box.
    L002,
    /// What belongs on a page is higher than the page.
    L003,
    //
    // ---- W: write ----
    //
    /// The page contents could not be made.
    W001,
    /// A letter is to be painted for which no built-in face has a glyph.
    W002,
    /// Plan and layout disagree.
    W003,
    /// The finished file could not be put into bytes.
    W004,
    /// A field cannot hold the value given for it.
    W005,
    //
    // ---- R: read ----
    //
    /// A returned file is empty.
    R001,
    /// A returned file is not a PDF.
    R002,
    /// A returned file is locked.
    R003,
    /// A returned file is damaged.
    R004,
    /// A returned file is too large.
    R005,
    /// The program failed on a returned file.
    R006,
    /// A returned file was repaired.
    R010,
    /// The end of a returned file is not as it should be.
    R011,
    /// A returned file was encrypted, with an empty password.
    R012,
    /// The list of pages is damaged.
    R013,
    /// A part of the form cannot be used.
    R014,
    /// A part of a returned file is over a limit.
    R015,
    /// The form is XFA alone.
    R016,
    /// A file has no form fields.
    R017,
    /// A file holds later copies of objects than it names.
    R018,
    /// Field and page hold different values.
    R021,
    /// Field and page show different states of a button.
    R022,
    /// Fields of one name hold different values.
    R023,
    /// Letters of a value had to be replaced.
    R024,
    /// A value cannot be read as one.
    R025,
    //
    // ---- M: matching ----
    //
    /// A PDF is no workbook.
    M001,
    /// The form fields of a workbook are gone.
    M002,
    /// The pages are pictures.
    M003,
    /// A form or edition is not known.
    M004,
    /// A workbook was made from a specification with another digest.
    M005,
    /// The identity field does not name the form that the field names do.
    M006,
    /// The identity field is not in the file.
    M007,
    /// A file holds several workbooks.
    M008,
    /// Fields of a workbook are not in the file.
    M009,
    /// Fields are named like a workbook's, but the edition does not have them.
    M010,
    /// Copies of a workbook share their field names.
    M011,
    /// A value is none of the question's options.
    M012,
    /// A value is not of the kind that the question asks for.
    M013,
    /// Nothing was filled in.
    M014,
    /// Nothing is answered in what could be read of a damaged or incomplete file.
    M015,
    /// A file holds too many copies of workbooks.
    M016,
    /// A file holds form fields of another form as well.
    M017,
    /// Field names are numbered one by one.
    M018,
    //
    // ---- A: assess ----
    //
    /// A typed text does not fit its box.
    A001,
    /// A reference names no item of evidence.
    A002,
    /// Evidence references cannot be read.
    A003,
    //
    // ---- X: export ----
    //
    //
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
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
