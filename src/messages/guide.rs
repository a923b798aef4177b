//! The shape of the words on how to use a workbook.
//!
//! In: nothing; the languages fill these in, each completely. Out: plain data. Never: holds a word itself.

/// A heading and its paragraphs.
#[derive(Clone, Copy, Debug)]
pub struct Passage {
    /// Heading.
    pub heading: &'static str,
    /// Paragraphs.
    pub text: &'static [&'static str],
}

/// How to use the workbook.
#[derive(Clone, Copy, Debug)]
pub struct Guide {
    /// Small line beside the title.
    pub kicker: &'static str,
    /// Title.
    pub title: &'static str,
    /// Begin with one competency; `{publisher}`, `{one_done}`, and `{with_one}` in the heading.
    pub one_first: Passage,
    /// The evidence register; `{where}` is one of the following.
    pub evidence: Passage,
    /// Where it stands: at the start or at the end of `{each}`, or once for the whole workbook.
    pub evidence_where: [&'static str; 3],
    /// More of it, where the share is asked.
    pub evidence_share: &'static str,
    /// The rows; `{each_of}`.
    pub rows: Passage,
    /// More of it: drop-downs, with `{choose}`.
    pub rows_choice: &'static str,
    /// More of it: what a drop-down holds, with its `{label}` and `{options}`.
    pub rows_options: &'static str,
    /// More of it: evidence.
    pub rows_evidence: &'static str,
    /// More of it: notes.
    pub rows_note: &'static str,
    /// More of it: where a row may not apply.
    pub rows_not_applicable: &'static str,
    /// Long answers.
    pub long_answers: Passage,
    /// The sign-off; `{each}`.
    pub sign_off: Passage,
    /// More of it: `{by}`.
    pub sign_off_by: &'static str,
    /// Saving.
    pub save: Passage,
    /// Looking at what was saved.
    pub check: Passage,
    /// Sending; `{publisher}`.
    pub send: Passage,
    /// More of it: `{contact}`.
    pub send_contact: &'static str,
    /// Programs that may lose answers.
    pub programs: Passage,
    /// Them one by one: program, and what to know.
    pub program_list: &'static [(&'static str, &'static str)],
    /// No scripts.
    pub no_scripts: Passage,
    /// Letters.
    pub letters: Passage,
    /// Screen readers.
    pub screen_reader: Passage,
    /// Paper.
    pub paper: Passage,
    /// Privacy.
    pub privacy: Passage,
    /// What is said otherwise in a copy to be written on by hand.
    pub pen: PenGuide,
}

/// How to use a copy that is written on by hand: what differs.
#[derive(Clone, Copy, Debug)]
pub struct PenGuide {
    /// Choices that are drawn as ticks, in place of drop-downs.
    pub rows_ticks: &'static str,
    /// Choices that are written into a box.
    pub rows_written: &'static str,
    /// What a choice can be, with its `{label}` and `{options}`.
    pub rows_options: &'static str,
    /// Long answers.
    pub long_answers: Passage,
    /// Beside each: where to go on.
    pub beyond_the_box: &'static str,
    /// Printing and writing.
    pub write: Passage,
    /// Of the sign-off: `{by}`.
    pub sign_off_by: &'static str,
    /// Looking through the pages.
    pub look: Passage,
    /// Sending them; `{publisher}`.
    pub send: Passage,
    /// The file with boxes to type in; `{publisher}`.
    pub typing: Passage,
    /// Letters.
    pub letters: Passage,
    /// What was written wrongly.
    pub corrections: Passage,
    /// Pages that part.
    pub loose_pages: Passage,
    /// Privacy.
    pub privacy: Passage,
}
