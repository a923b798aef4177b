//! A file whose last trailer is lost, and with it the word for where its catalog is.
//!
//! In: the bytes of a file without a usable trailer. Out: the same with a trailer that the library accepts; later, the
//! catalog. Never: guesses at a file that may be encrypted: its text would come back as noise.
//!
//! The library looks for a catalog outside object streams alone, where programs that write object streams do not keep it.

use super::object::File;
use super::scan;

/// Number of the object that stands in for the catalog until it is found.
const STAND_IN: u32 = 999_983;

/// The file with a catalog and a trailer to stand in; `None` if it may be encrypted.
pub(super) fn with_trailer(bytes: &[u8]) -> Option<Vec<u8>> {
    let names_encryption = scan::find(bytes, b"/Encrypt", 0).is_some();
    if names_encryption {
        return None;
    }
    let catalog = format!("\n{STAND_IN} 0 obj\n<</Type/Catalog>>\nendobj\n");
    let trailer =
        format!("trailer\n<</Root {STAND_IN} 0 R/Size {STAND_IN}>>\nstartxref\n0\n%%EOF\n");
    Some([bytes, catalog.as_bytes(), trailer.as_bytes()].concat())
}

/// Puts the catalog in its place, if a stand-in has it; false if there is none, or the file was encrypted after all.
pub(super) fn find_catalog(file: &mut File, bytes: &[u8]) -> bool {
    let root = file
        .trailer
        .get(b"Root")
        .and_then(lopdf::Object::as_reference);
    if root.ok() != Some((STAND_IN, 0)) {
        return true;
    }
    file.objects.remove(&(STAND_IN, 0));
    let is_encryption = |object: &lopdf::Object| {
        let dictionary = object.as_dict();
        dictionary.is_ok_and(|found| found.has(b"Filter") && found.has(b"O") && found.has(b"U"))
    };
    if file.objects.values().any(is_encryption) {
        return false;
    }
    let is_catalog = |object: &lopdf::Object| {
        object
            .as_dict()
            .is_ok_and(|found| found.has_type(b"Catalog"))
    };
    let named = named_root(bytes).filter(|id| file.objects.get(id).is_some_and(is_catalog));
    let catalogs = || file.objects.iter().filter(|(_, object)| is_catalog(object));
    let with_form = || {
        catalogs().filter(|(_, object)| object.as_dict().is_ok_and(|found| found.has(b"AcroForm")))
    };
    let found = named.or_else(|| with_form().chain(catalogs()).next().map(|(id, _)| *id));
    let Some(found) = found else {
        return false;
    };
    file.trailer.set("Root", lopdf::Object::Reference(found));
    true
}

/// What the last `/Root` in the file names.
fn named_root(bytes: &[u8]) -> Option<(u32, u16)> {
    let at = scan::skip_space(bytes, scan::rfind(bytes, b"/Root")?.saturating_add(5));
    let (number, after) = scan::number(bytes, at)?;
    let (generation, _) = scan::number(bytes, scan::skip_space(bytes, after))?;
    Some((u32::try_from(number).ok()?, u16::try_from(generation).ok()?))
}
