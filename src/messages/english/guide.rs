//! English: the rules in brief, and how to use the workbook.
//!
//! In: nothing. Out: the words. Never: claims of a program what was neither measured nor reported (`docs/readers.md`).

use crate::messages::{Guide, Passage, PenGuide, RulesInBrief};

pub(super) const RULES: RulesInBrief = RulesInBrief {
    kicker: "About the programme",
    heading: "The rules in brief",
    minimum: (
        "How many",
        "Evidence of at least {count} {least} is needed.",
    ),
    trial: (
        "First",
        "Send {one_done} to {publisher} for feedback before you complete the others.",
    ),
    words: ("{each}", "{guide}"),
    share: (
        "Your share",
        "For each item of evidence, say what share of the work was your own.",
    ),
    sign_off: ("Sign-off", "Given by {by}."),
    waiver: ("Otherwise", "{waiver}."),
};

pub(super) const GUIDE: Guide = Guide {
    kicker: "Read first",
    title: "How to use this workbook",
    one_first: Passage {
        heading: "Begin with {with_one}",
        text: &[
            "Complete {one_done}, send the workbook to {publisher}, and wait for feedback before you go on. Pages that you have not reached may stay empty: that is not a mistake.",
        ],
    },
    evidence: Passage {
        heading: "List your evidence",
        text: &[
            "{where} Say what each item is and what it shows. Elsewhere, refer to it by its number: E1, E2 and so on.",
        ],
    },
    evidence_where: [
        "A table for your evidence stands at the start of {each}.",
        "A table for your evidence stands at the end of {each}.",
        "One table for your evidence serves the whole workbook.",
    ],
    evidence_share: "Give your own share of the work in percent, as in 60%.",
    rows: Passage {
        heading: "Answer row by row",
        text: &["Give a short answer for {each_of}."],
    },
    rows_choice: "Where there is a list, open it and choose; it says “{choose}” until you do.",
    rows_options: "The list under “{label}” offers: {options}.",
    rows_evidence: "Name evidence by its number, as in E1, E3.",
    rows_note: "For a note, a sentence is enough.",
    rows_not_applicable: "Where something does not apply, tick the box that says so.",
    long_answers: Passage {
        heading: "Write as much as you need",
        text: &[
            "Numbers of words are a guide, never a limit. A box lets you go on typing when it is full: everything is kept in the file and reaches the reader, although paper shows only what fits.",
        ],
    },
    sign_off: Passage {
        heading: "Ask for the sign-off",
        text: &["The sign-off stands on the last page of {each}."],
    },
    sign_off_by: "It is given by {by}. Sign last, and leave the file as it is once it is signed.",
    save: Passage {
        heading: "Press Tab, then save",
        text: &[
            "After your last answer, press the Tab key: only then has the program taken it in. Then save. If you are asked how, choose to save with your changes.",
        ],
    },
    check: Passage {
        heading: "Look at what you saved",
        text: &[
            "Before you close the program, open the saved file a second time and look for your last answer. If it is missing, go back to where you typed it, press Tab and save again under a new name.",
        ],
    },
    send: Passage {
        heading: "Send the file as it is",
        text: &[
            "Send the saved file itself to {publisher}. Please do not join it to other files, print it to a new PDF, or lock it with a password.",
        ],
    },
    send_contact: "How to reach us: {contact}.",
    programs: Passage {
        heading: "Programs that can lose answers",
        text: &["An ordinary PDF program is enough. Some need care:"],
    },
    program_list: &[
        (
            "Chrome, Edge",
            "may save the empty workbook if you do not press Tab after the last answer, or do not choose to save with your changes.",
        ),
        (
            "Preview (Mac)",
            "is reported to lose some kinds of answer. This workbook does without those kinds; please look at the saved file all the same.",
        ),
        (
            "Print to PDF",
            "makes a picture of the workbook. The boxes are gone, and long answers are cut off. Use Save, not Print.",
        ),
    ],
    no_scripts: Passage {
        heading: "No scripts",
        text: &[
            "There are no scripts (JavaScript) in this workbook. Nothing counts your words, checks your answers or fills in a box for you, and you need no internet.",
        ],
    },
    letters: Passage {
        heading: "Your language, your letters",
        text: &[
            "You may write in any language. Some programs do not show Arabic letters properly in a box; what you typed is kept all the same. Please leave out emoji: Chrome, and programs built like it, lose them.",
        ],
    },
    screen_reader: Passage {
        heading: "With a screen reader",
        text: &[
            "Each box says where it belongs and what is asked. Headings lead from section to section, and the Tab key from box to box.",
        ],
    },
    paper: Passage {
        heading: "On paper",
        text: &[
            "Print on both sides and write inside the boxes. Where a box offers a list, write your choice into it. If you need more room, use a sheet of your own and note the page and the question.",
        ],
    },
    privacy: Passage {
        heading: "Your privacy",
        text: &[
            "Your answers are in the file that you save and nowhere else: the workbook sends nothing. Whoever has the file can read it, so keep it as you would any confidential paper. An online PDF service receives a copy of it; better use a program on your own computer.",
        ],
    },
    pen: PenGuide {
        rows_ticks: "For a choice, tick one of its boxes.",
        rows_written: "Where a choice has one blank box, write the words or the number of your choice into it.",
        rows_options: "“{label}” can be: {options}.",
        long_answers: Passage {
            heading: "Write as much as you need",
            text: &[
                "Numbers of words are a guide, never a limit. If a box is full, continue on a separate sheet, and write the page, the question and your name on it.",
            ],
        },
        beyond_the_box: "If the box is full, continue on a separate sheet.",
        write: Passage {
            heading: "Write so that it copies well",
            text: &[
                "Print on both sides and at full size. Write inside the boxes and in dark ink: pencil and light colours are lost in a copy.",
            ],
        },
        sign_off_by: "It is given by {by}, in ink, once everything else is filled in.",
        look: Passage {
            heading: "Look through it",
            text: &[
                "Before you send it, look through every page for boxes that you meant to fill. Number any separate sheets.",
            ],
        },
        send: Passage {
            heading: "Send all pages",
            text: &[
                "Send {publisher} all the pages, with any separate sheets, or a scan in which every page can be read. Keep a copy.",
            ],
        },
        typing: Passage {
            heading: "If you would rather type",
            text: &[
                "This workbook is also available as a file with boxes to type in, which works with a screen reader, and in large print. Ask {publisher} for it.",
            ],
        },
        letters: Passage {
            heading: "Your language, your letters",
            text: &[
                "You may write in any language. Write names and addresses so that somebody who does not know them can read them.",
            ],
        },
        corrections: Passage {
            heading: "Corrections",
            text: &[
                "Cross out what no longer holds and write beside it. Cross out a wrong tick and tick another box.",
            ],
        },
        loose_pages: Passage {
            heading: "Loose pages",
            text: &[
                "Pages are copied one by one and can part. Write your name at the head of every page that you fill in.",
            ],
        },
        privacy: Passage {
            heading: "Your privacy",
            text: &[
                "Whoever has the pages can read them, so keep them as you would any confidential paper.",
            ],
        },
    },
};
