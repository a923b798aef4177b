//! Field names, a file format that outlives the code (`docs/formats.md`, "Field names").
//!
//! In: the parts of a name, or a name as some program returned it. Out: the name, or its parts and what stood around them.
//! Never: guesses; case counts.

use std::fmt;

use crate::ids::{Column, Edition, FormId, FrameworkId, NodeId, Owner, Row, Slot};

/// One field's name: framework, edition, form, owner, slot, and for a table row and column.
///
/// At most 60 ASCII letters by construction: 8 + 6 + 6 + 6 + 16 + 4 + 8 and the signs between them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldName {
    /// As in `kamd`.
    pub framework: FrameworkId,
    /// As in `2026a`.
    pub edition: Edition,
    /// As in `w0001`.
    pub form: FormId,
    /// The form itself or a node.
    pub owner: Owner,
    /// What is asked.
    pub slot: Slot,
    /// Row and column, for a table.
    pub cell: Option<(Row, Column)>,
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}-{}-{}-{}-{}",
            self.framework, self.edition, self.form, self.owner, self.slot
        )?;
        match &self.cell {
            Some((row, column)) => write!(f, "-r{row}-{column}"),
            None => Ok(()),
        }
    }
}

/// A name found inside a returned one, and what stood around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundName {
    /// The name.
    pub name: FieldName,
    /// What a merging program put before it.
    pub before: String,
    /// What a merging program put behind it.
    pub after: String,
}

/// The longest name a field can have, in bytes.
pub const MAX_LENGTH: usize = 60;

impl FieldName {
    /// The longest stretch of `text` that is a field name, bounded by the ends or by a character outside `[a-z0-9]`.
    #[must_use]
    pub fn find(text: &str) -> Option<FoundName> {
        candidates(text).into_iter().next()
    }

    /// The longest stretch that is a name for which `known` says yes; else what [`Self::find`] finds.
    ///
    /// So `…-note_copy`, a copy that some program made, is still `note`.
    #[must_use]
    pub fn find_known(text: &str, known: &dyn Fn(&Self) -> bool) -> Option<FoundName> {
        let mut found = candidates(text);
        let index = found.iter().position(|one| known(&one.name)).unwrap_or(0);
        (index < found.len()).then(|| found.swap_remove(index))
    }
}

/// Every stretch that is a name, the longest first; among equals the first in the text.
fn candidates(text: &str) -> Vec<FoundName> {
    let bytes = text.as_bytes();
    let mut found: Vec<(usize, usize, FieldName)> = Vec::new();
    for start in 0..bytes.len() {
        let bounded = start == 0 || bytes.get(start - 1).is_some_and(|&before| !is_word(before));
        if bounded && text.get(start..).is_some_and(begins_like_a_name) {
            let window_end = bytes.len().min(start + MAX_LENGTH);
            for end in start + 1..=window_end {
                let bounded = bytes.get(end).is_none_or(|&after| !is_word(after));
                let stretch = text.get(start..end).filter(|_| bounded);
                found.extend(stretch.and_then(parse).map(|name| (start, end, name)));
            }
        }
    }
    found.sort_by_key(|(start, end, _)| (std::cmp::Reverse(end - start), *start));
    let around = |(start, end, name): (usize, usize, FieldName)| FoundName {
        name,
        before: text.get(..start).unwrap_or_default().to_owned(),
        after: text.get(end..).unwrap_or_default().to_owned(),
    };
    found.into_iter().map(around).collect()
}

/// Whether a name can begin here, by its first four parts; looked at before all the places where it could end.
fn begins_like_a_name(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut next = || parts.next().unwrap_or_default();
    FrameworkId::parse(next()).is_ok()
        && Edition::parse(next()).is_ok()
        && FormId::parse(next()).is_ok()
        && parse_owner(next()).is_some()
}

const fn is_word(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

/// Reads a whole text as a name.
fn parse(text: &str) -> Option<FieldName> {
    let mut parts = text.split('-');
    let framework = FrameworkId::parse(parts.next()?).ok()?;
    let edition = Edition::parse(parts.next()?).ok()?;
    let form = FormId::parse(parts.next()?).ok()?;
    let owner = parse_owner(parts.next()?)?;
    let slot = Slot::parse(parts.next()?).ok()?;
    let cell = match (parts.next(), parts.next(), parts.next()) {
        (None, _, _) => None,
        (Some(row), Some(column), None) => Some((parse_row(row)?, Column::parse(column).ok()?)),
        (Some(_), _, _) => return None,
    };
    Some(FieldName {
        framework,
        edition,
        form,
        owner,
        slot,
        cell,
    })
}

fn parse_owner(text: &str) -> Option<Owner> {
    let form = FormId::parse(text).map(Owner::Form);
    form.or_else(|_| NodeId::parse(text).map(Owner::Node)).ok()
}

fn parse_row(text: &str) -> Option<Row> {
    let digits = text
        .strip_prefix('r')
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let row = Row::new(digits.parse().ok()?).ok()?;
    // "r2" and "r002" are not how a row is written, so no two texts are one name.
    (row.to_string() == digits).then_some(row)
}

/// What the read-only field `identity` holds: `akam-workbook/1 kamd 2026a w0001 3f0c9d2b71a8e654`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityValue {
    /// As in `kamd`.
    pub framework: FrameworkId,
    /// As in `2026a`.
    pub edition: Edition,
    /// As in `w0001`.
    pub form: FormId,
    /// The first 16 hex digits of the edition's digest.
    pub digest: String,
}

/// How the identity value begins.
const IDENTITY_FORMAT: &str = "akam-workbook/1";

impl fmt::Display for IdentityValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{IDENTITY_FORMAT} {} {} {} {}",
            self.framework, self.edition, self.form, self.digest
        )
    }
}

impl IdentityValue {
    /// Reads the value; `None` if it is not one, or one of a later format.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split(' ');
        if parts.next()? != IDENTITY_FORMAT {
            return None;
        }
        let framework = FrameworkId::parse(parts.next()?).ok()?;
        let edition = Edition::parse(parts.next()?).ok()?;
        let form = FormId::parse(parts.next()?).ok()?;
        let digest = parts
            .next()
            .filter(|digest| is_short_digest(digest))?
            .to_owned();
        parts.next().is_none().then_some(Self {
            framework,
            edition,
            form,
            digest,
        })
    }
}

fn is_short_digest(text: &str) -> bool {
    text.len() == 16
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// What is printed on every page, for machines: `kamd-2026a-w0001 3/24`, or `kamd-2026a-w0001-pen 3/24` on a copy to be written on by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageMark {
    /// As in `kamd`.
    pub framework: FrameworkId,
    /// As in `2026a`.
    pub edition: Edition,
    /// As in `w0001`.
    pub form: FormId,
    /// Whether the copy was made to be written on by hand.
    pub is_for_pen: bool,
    /// Page, from 1.
    pub page: u32,
    /// Number of pages.
    pub pages: u32,
}

impl fmt::Display for PageMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}/{}",
            Self::document(&self.framework, &self.edition, self.form, self.is_for_pen),
            self.page,
            self.pages
        )
    }
}

impl PageMark {
    /// What follows the form on a copy for the pen.
    const PEN: &'static str = "pen";

    /// The part that all pages share.
    #[must_use]
    pub fn document(
        framework: &FrameworkId,
        edition: &Edition,
        form: FormId,
        is_for_pen: bool,
    ) -> String {
        let mut mark = format!("{framework}-{edition}-{form}");
        if is_for_pen {
            mark.push('-');
            mark.push_str(Self::PEN);
        }
        mark
    }

    /// The first page mark in a page's text.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.windows(2).find_map(|pair| match pair {
            [form, page] => Self::parse(form, page),
            _ => None,
        })
    }

    fn parse(form: &str, page: &str) -> Option<Self> {
        let mut parts = form.split('-');
        let framework = FrameworkId::parse(parts.next()?).ok()?;
        let edition = Edition::parse(parts.next()?).ok()?;
        let form = FormId::parse(parts.next()?).ok()?;
        let is_for_pen = match parts.next() {
            None => false,
            Some(Self::PEN) => true,
            Some(_) => return None,
        };
        if parts.next().is_some() {
            return None;
        }
        let (page, pages) = page.split_once('/')?;
        Some(Self {
            framework,
            edition,
            form,
            is_for_pen,
            page: page.parse().ok()?,
            pages: pages.parse().ok()?,
        })
    }
}
