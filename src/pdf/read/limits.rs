//! Every bound on what a returned file may cost, in one place.
//!
//! In: nothing. Out: constants. Never: decides what happens when one is reached; who reads says so, aloud.
//!
//! Real files the bounds leave room for: 20 MB for a page of emoji, forms of a few thousand fields, some hundred
//! revisions. With them a hostile file costs at most some hundred megabytes and a few seconds.

/// Bytes of a file that is read at all.
pub const MAX_FILE_BYTES: usize = 128 << 20;
/// Tokens (numbers, names, strings, brackets) outside streams and inside object streams: each costs about a hundred bytes once parsed.
pub(super) const MAX_TOKENS: usize = 6_000_000;
/// Objects parsed, with everything in them, each as often as it was: a table can name one place many times.
pub(super) const MAX_PARSED: usize = 4 * MAX_TOKENS;
/// Bytes of one cross-reference stream, inflated.
pub(super) const MAX_XREF_STREAM_BYTES: usize = 8 << 20;
/// Bytes of all object streams together, inflated.
pub(super) const MAX_OBJECT_STREAM_BYTES: usize = 64 << 20;
/// Bytes that the object streams of an encrypted file may inflate to, shared equally: they are inflated before their tokens can be counted.
pub(super) const MAX_ENCRYPTED_STREAM_BYTES: usize = 16 << 20;
/// The least that a single object stream of an encrypted file may inflate to, however many there are.
pub(super) const MIN_ENCRYPTED_STREAM_BYTES: usize = 128 << 10;
/// Bytes of one value that is kept as a stream, inflated; a longer one is left out with a warning, never cut.
pub(super) const MAX_VALUE_STREAM_BYTES: usize = 16 << 20;
/// Bytes of all values and options together, counted for each field that has them.
pub(super) const MAX_VALUES_BYTES: usize = 128 << 20;
/// Options of all choices together, counted for each field that has them.
pub(super) const MAX_OPTIONS: usize = 1_000_000;
/// Bytes of all page contents and appearances together, inflated.
pub(super) const MAX_CONTENT_BYTES: usize = 64 << 20;
/// Cross-reference sections followed through `/Prev`.
pub(super) const MAX_SECTIONS: usize = 100_000;
/// Entries of cross-reference tables that name a place that another names too; sound tables have none.
pub(super) const MAX_SHARED_PLACES: usize = 64;
/// References followed from one to the next.
pub(super) const MAX_HOPS: usize = 32;
/// Levels of the field tree, of `/Parent` links and of the page tree.
pub(super) const MAX_DEPTH: usize = 64;
/// Widgets and fields without a widget, together.
pub(super) const MAX_WIDGETS: usize = 1_000_000;
/// Pages.
pub(super) const MAX_PAGES: usize = 100_000;
/// Bytes of one full field name.
pub(super) const MAX_NAME_BYTES: usize = 16 << 10;
/// Bytes of all full field names together.
pub(super) const MAX_NAMES_BYTES: usize = 64 << 20;
/// Bytes of stack for one reading; the library that parses objects stops at 100 levels, each well under 10 kB.
pub(super) const STACK_BYTES: usize = 16 << 20;
