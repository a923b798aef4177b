//! Opening: from bytes to the objects of the newest revision, or a refusal.
//!
//! In: the bytes of a file. Out: its objects, and how they were come by. Never: hands out an earlier revision as if it
//! were the newest, parses before the tail was looked at, or lets the library's words out (they may quote the file).

use std::borrow::Cow;

use super::error::Error;
use super::limits::{
    MAX_ENCRYPTED_STREAM_BYTES, MAX_FILE_BYTES, MAX_TOKENS, MAX_XREF_STREAM_BYTES,
    MIN_ENCRYPTED_STREAM_BYTES,
};
use super::lock;
use super::object::File;
use super::recover;
use super::rescue;
use super::scan::{self, Survey};
use super::tail::{self, Ending, Tail};

/// A file that was opened.
pub(super) struct Opened {
    /// Its objects.
    pub(super) file: File,
    /// Number of revisions.
    pub(super) revision_count: usize,
    /// Whether it was encrypted, with an empty user password.
    pub(super) is_encrypted: bool,
    /// How it was repaired, if it was.
    pub(super) repair: Option<Repair>,
    /// Whether an object stream holds a copy of an object that the table passes over for an earlier one.
    pub(super) has_later_copies: bool,
}

/// How a file was repaired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repair {
    /// What follows the last section was missing or foreign, and left aside.
    End,
    /// The place of the last section was put right.
    Offset,
    /// All objects were looked for anew.
    Scan,
}

/// Opens a file.
pub(super) fn open(bytes: &[u8]) -> Result<Opened, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if bytes.len() > MAX_FILE_BYTES {
        return Err(Error::OverLimit {
            what: "bytes",
            limit: MAX_FILE_BYTES,
        });
    }
    let survey = scan::survey(bytes);
    let window = bytes.get(..1024).unwrap_or(bytes);
    let header = scan::find(window, b"%PDF-", 0);
    if survey.last_copies.is_empty() {
        return Err(header.map_or(Error::NotAPdf, |_| Error::Damaged {
            reason: "it has a header and no object",
        }));
    }
    if header.is_none() && scan::find(window, b"%FDF-", 0).is_some() {
        return Err(Error::NotAPdf);
    }
    if survey.tokens > MAX_TOKENS {
        return Err(over_tokens());
    }
    let tail = tail::inspect(bytes, header.unwrap_or(0));
    let (document, repair) =
        load(bytes, header, tail, &survey).map_err(|error| match (error, header) {
            (Error::Damaged { .. }, None) => Error::NotAPdf,
            _ => error,
        })?;
    if document.trailer.has(b"Encrypt") {
        return Err(Error::Locked);
    }
    let is_encrypted = document.was_encrypted();
    let newest_by_place = repair == Some(Repair::Scan);
    let (mut file, has_later_copies) =
        recover::objects_of(document, newest_by_place, survey.tokens)?;
    if !rescue::find_catalog(&mut file, bytes) || file.catalog().is_none() {
        return Err(header.map_or(Error::NotAPdf, |_| Error::Damaged {
            reason: "its catalog, from which everything hangs, cannot be found",
        }));
    }
    Ok(Opened {
        file,
        revision_count: tail.revisions,
        is_encrypted,
        repair,
        has_later_copies,
    })
}

/// More tokens than are parsed.
pub(super) const fn over_tokens() -> Error {
    Error::OverLimit {
        what: "numbers, names and strings",
        limit: MAX_TOKENS,
    }
}

/// Parses a file as its tail allows.
fn load(
    bytes: &[u8],
    header: Option<usize>,
    tail: Tail,
    survey: &Survey,
) -> Result<(lopdf::Document, Option<Repair>), Error> {
    let rebuilt = || rebuild(&with_header(bytes, header), survey);
    if tail.ending == Ending::Lost || header.is_none() {
        return rebuilt();
    }
    let Ok(document) = parse_with_end(&with_end(bytes, tail), tail, survey) else {
        return rebuilt();
    };
    let repair = match (document.xref_recovery, tail.ending) {
        (Some(lopdf::xref::XrefRecovery::Reconstructed), _) => Some(Repair::Scan),
        (Some(_), _) => Some(Repair::Offset),
        (None, Ending::Frayed) => Some(Repair::End),
        (None, _) => None,
    };
    let is_trusted = document.trailer.has(b"Encrypt")
        || leads_somewhere(&document)
            && names_its_objects(&document, bytes, header.unwrap_or(0), survey);
    if repair != Some(Repair::Scan) && !is_trusted {
        return rebuilt().or(Ok((document, repair)));
    }
    Ok((document, repair))
}

/// Parses a file from its end, which is as it should be. An encryption dictionary in the trailer is moved for the library's sake.
fn parse_with_end(bytes: &[u8], tail: Tail, survey: &Survey) -> Result<lopdf::Document, Error> {
    let document = parse(bytes, survey, false)?;
    let moved = tail
        .pointer
        .and_then(|pointer| lock::with_reference(bytes, &document, pointer.offset));
    let Some((moved, number)) = moved else {
        return Ok(document);
    };
    parse(&moved, survey, false).map_or(Ok(document), |mut opened| {
        // What was appended is not in the file, and not to be looked for there.
        opened.reference_table.entries.remove(&number);
        Ok(opened)
    })
}

/// Parses a file by looking for its objects.
fn rebuild(bytes: &[u8], survey: &Survey) -> Result<(lopdf::Document, Option<Repair>), Error> {
    let is_rebuilt = |document: &lopdf::Document| {
        document.xref_recovery == Some(lopdf::xref::XrefRecovery::Reconstructed)
    };
    let lost = Error::Damaged {
        reason: "its end is lost, and nothing else says which objects are the newest",
    };
    // The library reads a file as written when its search finds no trailer: that could be any revision.
    let outcome = match parse(bytes, survey, true) {
        Ok(document) if is_rebuilt(&document) => Ok(document),
        Err(error @ (Error::OverLimit { .. } | Error::Locked)) => Err(error),
        Ok(_) | Err(_) => {
            let mended = rescue::with_trailer(bytes).ok_or(lost)?;
            parse(&mended, survey, true).and_then(|document| {
                if is_rebuilt(&document) {
                    Ok(document)
                } else {
                    Err(lost)
                }
            })
        }
    };
    outcome.map(|document| (document, Some(Repair::Scan)))
}

/// The file as it should end: the library wants `startxref`, number and `%%EOF` on lines of their own.
fn with_end(bytes: &[u8], tail: Tail) -> Cow<'_, [u8]> {
    let Some(pointer) = tail.pointer else {
        return Cow::Borrowed(bytes);
    };
    let proper = format!("startxref\n{}\n%%EOF", pointer.offset);
    if bytes.get(pointer.start..pointer.end) == Some(proper.as_bytes()) {
        return Cow::Borrowed(bytes.get(..pointer.end).unwrap_or(bytes));
    }
    let mut mended = bytes.get(..pointer.start).unwrap_or(bytes).to_vec();
    mended.extend_from_slice(proper.as_bytes());
    Cow::Owned(mended)
}

/// The file with a header.
fn with_header(bytes: &[u8], header: Option<usize>) -> Cow<'_, [u8]> {
    if header.is_some() {
        return Cow::Borrowed(bytes);
    }
    let mut mended = b"%PDF-1.7\n".to_vec();
    mended.extend_from_slice(bytes);
    Cow::Owned(mended)
}

fn parse(bytes: &[u8], survey: &Survey, force_reconstruct: bool) -> Result<lopdf::Document, Error> {
    let share = MAX_ENCRYPTED_STREAM_BYTES
        .checked_div(survey.object_streams)
        .unwrap_or(MAX_XREF_STREAM_BYTES);
    let may_be_encrypted =
        scan::find(bytes, b"/Encrypt", 0).is_some() || scan::find(bytes, b"crypt", 0).is_some();
    let limit = if may_be_encrypted {
        share.clamp(MIN_ENCRYPTED_STREAM_BYTES, MAX_XREF_STREAM_BYTES)
    } else {
        MAX_XREF_STREAM_BYTES
    };
    let options = lopdf::LoadOptions {
        password: None,
        filter: Some(recover::hold_back),
        strict: false,
        max_decompressed_size: Some(limit),
        force_reconstruct,
    };
    lopdf::Document::load_mem_with_options(bytes, options).map_err(|error| match error {
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { limit }) => {
            Error::OverLimit {
                what: "bytes in a compressed stream",
                limit,
            }
        }
        lopdf::Error::InvalidPassword
        | lopdf::Error::UnsupportedSecurityHandler(_)
        | lopdf::Error::Decryption(_) => Error::Locked,
        _ => Error::Damaged {
            reason: "its table of objects cannot be read, and no search finds the newest",
        },
    })
}

/// Whether each entry of the table leads to the object that it names, and to its last copy in the file. One digit changed
/// in a table can make it name the previous copy of an object, which nothing else would show.
fn names_its_objects(
    document: &lopdf::Document,
    bytes: &[u8],
    header: usize,
    survey: &Survey,
) -> bool {
    let table = &document.reference_table.entries;
    let place = |number: u32| match table.get(&number) {
        // Some programs write 0 for objects that are not used.
        Some(lopdf::xref::XrefEntry::Normal { offset, .. }) if *offset > 0 => {
            let offset = usize::try_from(*offset).unwrap_or(usize::MAX);
            Some(scan::skip_comments(bytes, header.saturating_add(offset)))
        }
        _ => None,
    };
    let is_named = |number: u32, entry: &lopdf::xref::XrefEntry| {
        let (lopdf::xref::XrefEntry::Normal { generation, .. }, Some(at)) = (entry, place(number))
        else {
            return true;
        };
        let found = scan::object_header(bytes, at);
        found.is_some_and(|(found, of, _)| {
            u32::try_from(found) == Ok(number) && of == usize::from(*generation)
        })
    };
    let is_last = |number: u32, last: usize| {
        let meant = match table.get(&number) {
            Some(lopdf::xref::XrefEntry::Compressed { container, .. }) => place(*container),
            _ => place(number),
        };
        meant.is_none_or(|at| at >= last)
    };
    table.iter().all(|(number, entry)| is_named(*number, entry))
        && survey
            .last_copies
            .iter()
            .all(|(number, last)| is_last(*number, *last))
}

/// Whether the catalog leads to a form or to a page tree.
fn leads_somewhere(document: &lopdf::Document) -> bool {
    let Ok(catalog) = document.catalog() else {
        // It may lie in an object stream, which is opened later.
        return recover::is_in_object_stream(document);
    };
    let leads = |key: &[u8]| match catalog.get(key) {
        Ok(lopdf::Object::Reference(id)) => {
            document.objects.contains_key(id)
                || document
                    .reference_table
                    .get(id.0)
                    .is_some_and(lopdf::xref::XrefEntry::is_compressed)
        }
        Ok(lopdf::Object::Dictionary(_)) => true,
        _ => false,
    };
    leads(b"AcroForm") || leads(b"Pages")
}
