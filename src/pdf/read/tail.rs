//! Whether the end of a file is the end that its writer gave it.
//!
//! In: the bytes of a file. Out: how its end looks, how many revisions it holds, and how much of it to hand on.
//! Never: parses an object. Every library that was tried returns the previous, blank revision of a workbook without a
//! word when the tail of the newest is lost, so this check comes before any of them sees the file.
//!
//! Sound is an end where the last `startxref` names a cross-reference section (ISO 32000-1, 7.5.5), `%%EOF` follows and
//! then nothing but white space, and no object stands behind the last section of the chain (a linearised file names its
//! first section last; ISO 32000-1, annex F).

use std::collections::BTreeSet;
use std::ops::Range;

use super::limits::{MAX_SECTIONS, MAX_SHARED_PLACES};
use super::scan;

/// How the end of a file looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// As its writer left it.
    Sound,
    /// The last section is there and names every object; what follows it is missing or foreign.
    Frayed,
    /// What was written last cannot be found through the last section.
    Lost,
}

/// The last `startxref`, its number and `%%EOF`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pointer {
    /// Its first byte.
    pub(super) start: usize,
    /// One past its last.
    pub(super) end: usize,
    /// The offset that it names.
    pub(super) offset: usize,
}

/// What the tail shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tail {
    /// How the end looks.
    pub(super) ending: Ending,
    /// Where the last `startxref` begins, one past what belongs to it, and the offset it names; if the end is known.
    pub(super) pointer: Option<Pointer>,
    /// Number of revisions, at least 1; an unfinished one counts.
    pub(super) revisions: usize,
}

/// Looks at the end of `bytes`, whose header stands at `header`.
pub(super) fn inspect(bytes: &[u8], header: usize) -> Tail {
    let finished = count_revisions(bytes);
    let lost = || {
        let after = scan::rfind(bytes, b"%%EOF").map_or(0, |at| at.saturating_add(5));
        let unfinished = scan::find_object(bytes, after, bytes.len()).is_some();
        Tail {
            ending: Ending::Lost,
            pointer: None,
            revisions: finished.saturating_add(usize::from(unfinished)).max(1),
        }
    };
    let Some(keyword) = scan::rfind(bytes, b"startxref") else {
        return lost();
    };
    let number_at = scan::skip_space(bytes, keyword.saturating_add(9));
    let Some((offset, number_end)) = scan::number(bytes, number_at) else {
        return lost();
    };
    let Some(behind) = end_of_chain(bytes, header, offset) else {
        return lost();
    };
    if scan::find_object(bytes, behind, bytes.len()).is_some() {
        return lost();
    }
    let mark = scan::skip_space(bytes, number_end);
    let is_marked = bytes
        .get(mark..)
        .is_some_and(|rest| rest.starts_with(b"%%EOF"));
    let end = if is_marked {
        mark.saturating_add(5)
    } else {
        number_end
    };
    let is_last = scan::skip_space(bytes, end) == bytes.len();
    Tail {
        ending: if is_marked && is_last {
            Ending::Sound
        } else {
            Ending::Frayed
        },
        pointer: Some(Pointer {
            start: keyword,
            end,
            offset,
        }),
        revisions: finished.saturating_add(usize::from(!is_marked)).max(1),
    }
}

/// Number of `startxref`, number, `%%EOF` in a row. The first of a linearised file ends no revision: its number is 0, or
/// points forward.
fn count_revisions(bytes: &[u8]) -> usize {
    let mut count = 0_usize;
    let mut from = 0;
    while let Some(keyword) = scan::find(bytes, b"startxref", from) {
        from = keyword.saturating_add(9);
        let Some((offset, end)) = scan::number(bytes, scan::skip_space(bytes, from)) else {
            continue;
        };
        let mark = scan::skip_space(bytes, end);
        let is_marked = bytes
            .get(mark..)
            .is_some_and(|rest| rest.starts_with(b"%%EOF"));
        if is_marked && offset > 0 && offset < keyword {
            count = count.saturating_add(1);
        }
    }
    count
}

/// A cross-reference section.
struct Section {
    /// Its rows, if it is a table.
    rows: Range<usize>,
    /// Its dictionary, and all of it.
    body: Range<usize>,
}

/// One past the last section of the chain that begins at `offset`; `None` if no section stands there, or if its tables name
/// the same places again and again, each of which would be parsed anew.
fn end_of_chain(bytes: &[u8], header: usize, offset: usize) -> Option<usize> {
    let mut open = vec![offset];
    let mut seen = BTreeSet::new();
    let mut furthest = None;
    let mut places = Vec::new();
    while let Some(offset) = open.pop() {
        if seen.len() >= MAX_SECTIONS || !seen.insert(offset) {
            continue;
        }
        // Offsets count from the header (ISO 32000-1, 7.5.2, note); some writers count from the first byte.
        let section =
            section_at(bytes, header.saturating_add(offset)).or_else(|| section_at(bytes, offset));
        let Some(section) = section else {
            furthest?;
            continue;
        };
        furthest = furthest.max(Some(section.body.end));
        note_places(bytes.get(section.rows)?, &mut places);
        let body = bytes.get(section.body)?;
        for key in [b"/Prev".as_slice(), b"/XRefStm"] {
            let after = scan::rfind(body, key)
                .map(|at| scan::skip_space(body, at.saturating_add(key.len())));
            open.extend(
                after
                    .and_then(|at| scan::number(body, at))
                    .map(|(offset, _)| offset),
            );
        }
    }
    places.sort_unstable();
    let named = places.len();
    places.dedup();
    furthest.filter(|_| named.saturating_sub(places.len()) <= MAX_SHARED_PLACES)
}

/// Notes the places of the objects in use that a table names; 0 is a way to say that one is not used.
fn note_places(rows: &[u8], places: &mut Vec<usize>) {
    let mut before = [&b""[..]; 2];
    for word in rows
        .split(|byte| scan::is_space(*byte))
        .filter(|word| !word.is_empty())
    {
        let [first, second] = before;
        if word == b"n" {
            places.extend(
                scan::number(first, 0)
                    .map(|(place, _)| place)
                    .filter(|place| *place > 0),
            );
        }
        before = [second, word];
    }
}

/// The cross-reference section at `at`: a table with its trailer, or a stream.
fn section_at(bytes: &[u8], at: usize) -> Option<Section> {
    let start = scan::skip_comments(bytes, at);
    if bytes.get(start..)?.starts_with(b"xref") {
        let trailer = scan::find(bytes, b"trailer", start)?;
        let end = scan::find(bytes, b"startxref", trailer)?;
        return Some(Section {
            rows: start..trailer,
            body: trailer..end,
        });
    }
    let (_, _, after) = scan::object_header(bytes, start)?;
    let stream = scan::find(bytes, b"stream", after)?;
    let is_xref = scan::find(bytes.get(..stream)?, b"XRef", after).is_some();
    let end = scan::find(bytes, b"endstream", stream)?;
    is_xref.then(|| Section {
        rows: start..start,
        body: after..end.saturating_add(9),
    })
}
