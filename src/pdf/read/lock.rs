//! An encryption dictionary that stands in the trailer itself, as MuPDF writes it; ISO 32000-1, 7.5.5 allows that and a reference.
//!
//! In: the bytes of a file, and its trailer. Out: the same bytes with the dictionary appended as an object of its own.
//! Never: opens anything, or changes what is there.
//!
//! The library decrypts only where the trailer refers to the dictionary.

use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object};

/// How deep the dictionary's own dictionaries are followed; `/CF` needs two.
const MAX_DEPTH: usize = 4;

/// The file with its encryption dictionary as an object, and the object's number; `None` if it is one already, or there is none. `table` is where
/// the file's last table begins.
pub(super) fn with_reference(
    bytes: &[u8],
    document: &Document,
    table: usize,
) -> Option<(Vec<u8>, u32)> {
    let trailer = &document.trailer;
    let encryption = trailer.get(b"Encrypt").and_then(Object::as_dict).ok()?;
    let size = trailer.get(b"Size").and_then(Object::as_i64).ok()?;
    let number = u32::try_from(size).ok()?;
    let mut text = String::new();
    write!(text, "\n{number} 0 obj\n").ok()?;
    let object_at = bytes.len().checked_add(1)?;
    dictionary(encryption, MAX_DEPTH, &mut text)?;
    text.push_str("\nendobj\n");
    let table_at = bytes.len().checked_add(text.len())?;
    write!(
        text,
        "xref\n{number} 1\n{object_at:010} 00000 n \ntrailer\n"
    )
    .ok()?;
    write!(text, "<</Size {}/Prev {table}", number.checked_add(1)?).ok()?;
    for key in ["Root", "Info", "ID"] {
        if let Ok(value) = trailer.get(key.as_bytes()) {
            write!(text, "/{key} ").ok()?;
            object(value, MAX_DEPTH, &mut text)?;
        }
    }
    write!(
        text,
        "/Encrypt {number} 0 R>>\nstartxref\n{table_at}\n%%EOF"
    )
    .ok()?;
    Some(([bytes, text.as_bytes()].concat(), number))
}

/// Writes a dictionary; `None` for what no encryption dictionary holds.
fn dictionary(from: &Dictionary, depth: usize, text: &mut String) -> Option<()> {
    text.push_str("<<");
    for (key, value) in from {
        name(key, text)?;
        text.push(' ');
        object(value, depth, text)?;
    }
    text.push_str(">>");
    Some(())
}

fn object(value: &Object, depth: usize, text: &mut String) -> Option<()> {
    let below = depth.checked_sub(1)?;
    match value {
        Object::Null => text.push_str("null"),
        Object::Boolean(flag) => write!(text, "{flag}").ok()?,
        Object::Integer(number) => write!(text, "{number}").ok()?,
        Object::Name(bytes) => name(bytes, text)?,
        Object::String(bytes, _) => {
            text.push('<');
            for byte in bytes {
                write!(text, "{byte:02x}").ok()?;
            }
            text.push('>');
        }
        Object::Array(items) => {
            text.push('[');
            for item in items {
                object(item, below, text)?;
                text.push(' ');
            }
            text.push(']');
        }
        Object::Dictionary(entries) => dictionary(entries, below, text)?,
        Object::Reference((number, generation)) => write!(text, "{number} {generation} R").ok()?,
        Object::Real(_) | Object::Stream(_) => return None,
    }
    Some(())
}

/// Writes a name, every byte that is no letter or digit as its number (ISO 32000-1, 7.3.5).
fn name(bytes: &[u8], text: &mut String) -> Option<()> {
    text.push('/');
    for byte in bytes {
        if byte.is_ascii_alphanumeric() {
            text.push(char::from(*byte));
        } else {
            write!(text, "#{byte:02x}").ok()?;
        }
    }
    Some(())
}
