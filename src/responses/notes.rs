//! What a person should know about a returned file, in words.
//!
//! In: facts. Out: diagnostics with a code of the letter M, a place and what to do. Never: holds a word of what a candidate wrote.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::field_name::{FieldName, IdentityValue, PageMark};

use super::model::{FilePlace, Origin};

/// A name in a returned file that is longer than this, or not plain ASCII, is told by the name that the workbook gave it.
const SHOWN_NAME: usize = 120;

/// A PDF without a field or page of a workbook.
pub(super) fn not_a_workbook(field_count: usize) -> Diagnostic {
    let message = if field_count == 0 {
        "the PDF has no form fields, and no page carries a workbook's mark".to_owned()
    } else {
        format!("none of the PDF's {field_count} form fields is a workbook's")
    };
    Diagnostic::warning(Code::M001, Place::Whole, message)
        .help("ask the candidate for the workbook itself, saved and not printed to PDF")
}

/// Pages of a workbook whose fields are gone.
pub(super) fn flattened(mark: &PageMark, is_known: bool) -> Diagnostic {
    let edition = if is_known {
        ""
    } else {
        ", an edition that is not known"
    };
    if mark.is_for_pen {
        let message = format!(
            "the pages are those of {}-{}-{}{edition}, in the copy for the pen, which has no form fields",
            mark.framework, mark.edition, mark.form
        );
        return Diagnostic::warning(Code::M002, Place::Whole, message)
            .help("what was written on it by hand must be read by eye");
    }
    Diagnostic::warning(
        Code::M002,
        Place::Whole,
        format!(
            "the pages are those of {}-{}-{}{edition}, but the form fields are gone",
            mark.framework, mark.edition, mark.form
        ),
    )
    .help("it was printed to PDF or flattened; ask for the file that was filled in, saved and not printed")
}

/// Pictures of pages.
pub(super) fn scanned(mark: Option<&PageMark>) -> Diagnostic {
    let message = match mark {
        Some(mark) => format!(
            "the pages are pictures of {}-{}-{}, with recognised text and without form fields",
            mark.framework, mark.edition, mark.form
        ),
        None => "the pages are pictures without text or form fields; a workbook or not, nothing can be read from it".to_owned(),
    };
    let help = if mark.is_some_and(|mark| mark.is_for_pen) {
        "it was filled in by hand, in the copy for the pen, and must be read by eye"
    } else {
        "it was scanned or photographed; ask for the file that was filled in, or read it by eye"
    };
    Diagnostic::warning(Code::M003, Place::Whole, message).help(help)
}

/// A workbook whose specification the program does not have.
pub(super) fn unknown_edition(origin: &Origin) -> Diagnostic {
    Diagnostic::warning(
        Code::M004,
        Place::Whole,
        format!(
            "form {} of edition {} of {} is not known",
            origin.form, origin.edition, origin.framework
        ),
    )
    .help("give the specification that it was made from with --spec")
}

/// The same edition, other content.
pub(super) fn other_digest(place: &FilePlace, value: &IdentityValue, expected: &str) -> Diagnostic {
    Diagnostic::warning(
        Code::M005,
        at(place, None),
        format!(
            "the workbook was made from a specification with digest {}, the known one has {expected}",
            value.digest
        ),
    )
    .help("the questions may have been worded otherwise; give the specification that it was made from with --spec")
}

/// An identity field that says something else.
pub(super) fn strange_identity(place: &FilePlace) -> Diagnostic {
    Diagnostic::warning(
        Code::M006,
        at(place, None),
        "the read-only identity field does not name the form that the field names do",
    )
    .help("the field names were followed; some program changed the field, so look whether the answers belong together")
}

/// No identity field.
pub(super) fn no_identity() -> Diagnostic {
    Diagnostic::note(
        Code::M007,
        Place::Whole,
        "the read-only identity field is not in the file, so the wording that was answered cannot be checked",
    )
    .help("nothing to do if some pages were sent alone")
}

/// More than one workbook.
pub(super) fn several_workbooks(count: usize) -> Diagnostic {
    Diagnostic::warning(
        Code::M008,
        Place::Whole,
        format!("the file holds {count} workbooks or copies of one"),
    )
    .help("look which of them is meant, and whose it is")
}

/// Fields that are not there.
pub(super) fn fields_absent(absent_count: usize, count: usize) -> Diagnostic {
    Diagnostic::warning(
        Code::M009,
        Place::Whole,
        format!("{absent_count} of the workbook's {count} fields are not in the file"),
    )
    .help("pages were taken out, or a program lost the fields; the answers marked absent are not blank but unknown")
}

/// Fields that the edition does not have.
pub(super) fn fields_in_excess(count: usize) -> Diagnostic {
    Diagnostic::warning(
        Code::M010,
        Place::Whole,
        format!("{count} of the file's fields are named like the workbook's, but the edition does not have them"),
    )
    .help("what stands in them is left out; give the specification that the workbook was made from with --spec")
}

/// Copies under the same names.
pub(super) fn shared_names() -> Diagnostic {
    Diagnostic::warning(
        Code::M011,
        Place::Whole,
        "copies of the workbook share their field names; they were told apart by the order of pages",
    )
    .help("if answers look mixed, ask for the files that were merged, one by one")
}

/// A copy whose names are numbered one by one.
pub(super) fn numbered_names() -> Diagnostic {
    Diagnostic::warning(
        Code::M018,
        Place::Whole,
        "some program numbered the field names one by one; those that follow each other were taken for one copy",
    )
    .help("if answers look mixed, ask for the files that were merged, one by one")
}

/// Something that is no answer to the question.
pub(super) fn unread(place: &FilePlace, name: &FieldName, is_choice: bool) -> Diagnostic {
    let (code, message) = if is_choice {
        (Code::M012, "the value is none of the question's options")
    } else {
        (
            Code::M013,
            "the value is not of the kind that the question asks for",
        )
    };
    Diagnostic::warning(code, at(place, Some(name)), message)
        .help("it is kept as \"raw\" and not counted as an answer; ask the candidate what is meant")
}

/// Nothing was answered.
pub(super) fn blank(given_count: usize) -> Diagnostic {
    let message = match given_count {
        0 => "nothing was filled in".to_owned(),
        _ => format!("nothing was filled in; answers it was published with: {given_count}"),
    };
    Diagnostic::warning(Code::M014, Place::Whole, message).help(
        "if the candidate did fill it in, the wrong file was sent: press Tab after the last answer, then save with changes",
    )
}

/// Nothing answered in what could be read, but not everything could be.
pub(super) fn nothing_in_damaged(origins: &[&Origin]) -> Diagnostic {
    let form = origins.first().map_or_else(String::new, |origin| {
        format!(
            " of {}-{}-{}",
            origin.framework, origin.edition, origin.form
        )
    });
    Diagnostic::warning(
        Code::M015,
        Place::Whole,
        format!(
            "nothing is answered in what could be read{form}, but the file is damaged or incomplete"
        ),
    )
    .help("answers may have been lost; ask for the file again")
}

/// Too many copies.
pub(super) fn too_many_copies(limit: usize) -> Diagnostic {
    Diagnostic::warning(
        Code::M016,
        Place::Whole,
        format!("the file holds more than {limit} copies of workbooks"),
    )
    .help("split it, and read the parts one by one")
}

/// Fields of other forms.
pub(super) fn foreign_fields(count: usize) -> Diagnostic {
    Diagnostic::note(
        Code::M017,
        Place::Whole,
        format!("{count} form fields are no workbook's, and were left out"),
    )
    .help("nothing to do if a cover sheet or a signature was added")
}

/// What was put on pages instead of into fields, or besides.
pub(super) fn beside_the_fields(count: usize, is_answered: bool) -> Diagnostic {
    if is_answered {
        let message = format!("notes, drawings or stamps on the pages beside the fields: {count}");
        Diagnostic::note(Code::M019, Place::Whole, message)
            .help("look at the pages: an answer may stand there")
    } else {
        let message = format!(
            "nothing is in the fields, but notes, drawings or stamps are on the pages: {count}"
        );
        Diagnostic::warning(Code::M019, Place::Whole, message).help(
            "the candidate wrote on the pages and not into the fields; read them by eye, or ask for the answers in the fields",
        )
    }
}

/// A place in a returned file; by the name as it is there, if that can be shown.
fn at(place: &FilePlace, name: Option<&FieldName>) -> Place {
    let is_plain =
        place.name.len() <= SHOWN_NAME && place.name.bytes().all(|b| b.is_ascii_graphic());
    let field = if is_plain {
        Some(place.name.clone())
    } else {
        name.map(FieldName::to_string)
    };
    Place::Pdf {
        page: place.page,
        field,
    }
}
