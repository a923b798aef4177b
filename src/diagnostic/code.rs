//! The codes of all findings, one a line, by room.
//!
//! In: nothing. Out: [`Code`]. Never: renumbers a code or uses one again. `docs/diagnostics.md` has a paragraph for each, and a test provokes it.

use std::fmt;

macro_rules! codes {
    ($($code:ident: $doc:literal,)+) => {
        /// Stable codes: a letter for the room and a number; never renumbered, never reused. `docs/diagnostics.md` has a paragraph for each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $doc] $code,)+
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
    C001: "A path does not exist.",
    C002: "A folder where a file is expected, or a file where a folder is.",
    C003: "A file cannot be read.",
    C004: "A file cannot be written.",
    C005: "A file is there already and differs.",
    C006: "No workbook has the id.",
    C007: "Arguments do not go together.",
    C008: "An image lies outside the folder of the specification.",
    C009: "A link to a folder, a pipe or a device stands among returned files.",

    // ---- S: specification ----
    S001: "The file is not UTF-8.",
    S002: "The file begins with a byte order mark.",
    S003: "The file is too large.",
    S004: "Lists and objects nest too deep.",
    S005: "The file is not JSON.",
    S006: "The file is no specification.",
    S007: "The file has a newer format.",
    S008: "A key is written twice.",
    S009: "A key is not known.",
    S010: "A key is missing.",
    S011: "A value is of the wrong type.",
    S012: "A word is none of those expected.",
    S013: "A number is out of range.",
    S014: "An id or name is used twice.",
    S015: "An id does not follow its grammar.",
    S016: "A node stands where its kind cannot.",
    S017: "A retired id has come back.",
    S018: "Something holds nothing.",
    S019: "A text is empty.",
    S020: "A text holds a control character.",
    S021: "A text holds spaces that nobody sees.",
    S022: "A node has no wording.",
    S023: "A node is announced and yet here.",
    S024: "A framework holds two kinds.",
    S025: "There is no such scale.",
    S026: "There is no such node.",
    S027: "There is no such group.",
    S028: "There is no such workbook.",
    S029: "There is more than the programme declares.",
    S030: "Marked-up text is outside the subset.",
    S031: "Two questions are on one slot.",
    S032: "A field cannot be named after a slot.",
    S033: "A slot is reserved.",
    S034: "A key does not go with the kind of question.",
    S035: "`unless` lifts nothing.",
    S036: "A date does not exist.",
    S037: "A language tag is not one.",
    S038: "A colour is not one.",
    S039: "A colour cannot be read.",
    S040: "A picture is not in the specification's folder.",
    S041: "A file name is not one on every system.",
    S042: "Two forms have one file name.",
    S043: "A number is declared twice.",
    S044: "A word guide says nothing.",
    S045: "A role is used twice in a node.",
    S046: "A block has no text.",
    S047: "A node is covered twice.",
    S048: "Questions are never asked.",
    S049: "An evidence register stands where it cannot.",
    S050: "More competencies are needed than there are.",
    S051: "A code is used twice.",
    S052: "A scale, group or noun is never used.",
    S053: "There are too many findings to show.",
    S054: "A kind is given a noun twice.",

    // ---- P: plan ----
    P001: "A field that cannot be named.",
    P002: "A form asks nothing.",
    P003: "A form covers something that has no pages of its own.",
    P004: "The program has no words in the language of the specification.",
    P005: "Two fields that a screen reader cannot tell apart.",
    P006: "Two evidence registers whose references meet.",
    // values given beforehand, from P101
    P101: "A file of values is too large.",
    P102: "A file of values is not plain UTF-8.",
    P103: "A file of values is not JSON.",
    P104: "A file of values is of another format.",
    P105: "A file of values holds an unknown key.",
    P106: "A file of values holds a key twice.",
    P107: "A file of values holds something of the wrong type.",
    P108: "A file of values lacks a key.",
    P109: "A value is given to a field that no workbook has.",
    P110: "A value is given to a workbook that is not made.",
    P111: "A value is none of the question's options.",
    P112: "A value is given to a field that takes none.",
    P113: "Control characters were taken out of a value.",
    P114: "A value holds half a character.",

    // ---- T: text ----
    T001: "A letter that no built-in font has.",

    // ---- I: images ----
    I001: "An image is neither PNG nor JPEG.",
    I002: "An image is damaged or cut off.",
    I003: "An image is too large.",
    I004: "An image is a CMYK JPEG.",

    // ---- L: layout ----
    L001: "A row is higher than a page.",
    L002: "The entries of a drop-down are wider than its box.",
    L003: "What belongs on a page is higher than the page.",
    L004: "The publisher's mark has too few pixels.",

    // ---- W: write ----
    W001: "The page contents could not be made.",
    W002: "A letter is to be painted for which no built-in face has a glyph.",
    W003: "Plan and layout disagree.",
    W004: "The finished file could not be put into bytes.",
    W005: "A field cannot hold the value given for it.",

    // ---- R: read ----
    R001: "A returned file is empty.",
    R002: "A returned file is not a PDF.",
    R003: "A returned file is locked.",
    R004: "A returned file is damaged.",
    R005: "A returned file is too large.",
    R006: "The program failed on a returned file.",
    R010: "A returned file was repaired.",
    R011: "The end of a returned file is not as it should be.",
    R012: "A returned file was encrypted, with an empty password.",
    R013: "The list of pages is damaged.",
    R014: "A part of the form cannot be used.",
    R015: "A part of a returned file is over a limit.",
    R016: "The form is XFA alone.",
    R017: "A file has no form fields.",
    R018: "A file holds later copies of objects than it names.",
    R021: "Field and page hold different values.",
    R022: "Field and page show different states of a button.",
    R023: "Fields of one name hold different values.",
    R024: "Letters of a value had to be replaced.",
    R025: "A value cannot be read as one.",
    R026: "A value holds letters that may be what is left of others.",

    // ---- M: matching ----
    M001: "A PDF is no workbook.",
    M002: "The form fields of a workbook are gone.",
    M003: "The pages are pictures.",
    M004: "A form or edition is not known.",
    M005: "A workbook was made from a specification with another digest.",
    M006: "The identity field does not name the form that the field names do.",
    M007: "The identity field is not in the file.",
    M008: "A file holds several workbooks.",
    M009: "Fields of a workbook are not in the file.",
    M010: "Fields are named like a workbook's, but the edition does not have them.",
    M011: "Copies of a workbook share their field names.",
    M012: "A value is none of the question's options.",
    M013: "A value is not of the kind that the question asks for.",
    M014: "Nothing was filled in.",
    M015: "Nothing is answered in what could be read of a damaged or incomplete file.",
    M016: "A file holds too many copies of workbooks.",
    M017: "A file holds form fields of another form as well.",
    M018: "Field names are numbered one by one.",
    M019: "Notes or drawings stand on pages beside the fields.",

    // ---- A: assess ----
    A001: "A typed text does not fit its box.",
    A002: "A reference names no item of evidence.",
    A003: "Evidence references cannot be read.",
    A004: "A tick and a choice contradict each other.",

    // ---- X: export ----
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
