//! What the file says of itself: Info, XMP, and an `/ID` made from its bytes.
//!
//! In: facts about the document. Out: the same facts in both places, dated by the specification.
//! Never: looks at a clock; the `/ID` is a digest, so the same file always has the same.

use std::ops::Range;

use lopdf::{Dictionary, Object, ObjectId, StringFormat};
use sha2::{Digest as _, Sha256};

use crate::ids::Date;
use crate::plan::Document;

use super::file::{File, plain_stream};
use super::values::{ascii, name, text};

/// The program that makes workbooks, with its version.
const PROGRAM: &str = concat!("akam-workbook ", env!("CARGO_PKG_VERSION"));

/// Adds the Info dictionary (ISO 32000-1, 14.3.3).
pub(super) fn add_info(file: &mut File, document: &Document) -> ObjectId {
    let date = date(document);
    let info = Dictionary::from_iter([
        ("Title", text(&document.title)),
        ("Author", text(&document.author)),
        ("Creator", text(PROGRAM)),
        ("Producer", text(PROGRAM)),
        ("CreationDate", date.clone()),
        ("ModDate", date),
    ]);
    file.add(info)
}

/// The date of every output, as PDF writes dates (ISO 32000-1, 7.9.4).
pub(super) fn date(document: &Document) -> Object {
    let Date { year, month, day } = document.published;
    ascii(&format!("D:{year:04}{month:02}{day:02}000000Z"))
}

/// Adds the XMP (ISO 32000-1, 14.3.2; ISO 14289-1, 5 and 7.1), uncompressed as PDF/UA readers want it.
pub(super) fn add_xmp(file: &mut File, document: &Document) -> ObjectId {
    let title = escaped(&document.title);
    let author = escaped(&document.author);
    let language = escaped(&document.language);
    let date = format!("{}T00:00:00Z", document.published);
    let packet = format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">
<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">
<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">
<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PROGRAM}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end=\"r\"?>"
    );
    let dictionary = Dictionary::from_iter([("Type", name("Metadata")), ("Subtype", name("XML"))]);
    file.add(plain_stream(dictionary, packet.into_bytes()))
}

/// Text for XML: mark-up escaped, characters that XML 1.0 does not allow left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\u{0}'..='\u{8}'
            | '\u{B}'
            | '\u{C}'
            | '\u{E}'..='\u{1F}'
            | '\u{FFFE}'
            | '\u{FFFF}' => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Number of bytes in each half of an `/ID`.
const ID_LENGTH: usize = 16;

/// An `/ID` (ISO 32000-1, 14.4) that holds the place of the one that [`fill_in_id`] writes.
pub(super) fn empty_id() -> Object {
    let half = Object::String(vec![0; ID_LENGTH], StringFormat::Hexadecimal);
    Object::Array(vec![half.clone(), half])
}

/// Writes the digest of a whole file, its `/ID` empty, into that `/ID` in each of the `trailers`, and nowhere else: a text may look like one.
pub(super) fn fill_in_id(bytes: &mut [u8], trailers: &[Range<usize>]) {
    let digest = Sha256::digest(&*bytes);
    let half: String = digest
        .iter()
        .take(ID_LENGTH)
        .map(|byte| format!("{byte:02X}"))
        .collect();
    let empty = "0".repeat(2 * ID_LENGTH);
    let empty = format!("/ID[<{empty}><{empty}>]").into_bytes();
    let full = format!("/ID[<{half}><{half}>]").into_bytes();
    for trailer in trailers {
        let Some(trailer) = bytes.get_mut(trailer.clone()) else {
            continue;
        };
        let place = trailer
            .windows(empty.len())
            .position(|window| window == empty);
        if let Some(window) = place.and_then(|place| trailer.get_mut(place..place + empty.len())) {
            window.copy_from_slice(&full);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_written_in_every_trailer_and_nowhere_else() {
        let empty = "0".repeat(32);
        let id = format!("/ID[<{empty}><{empty}>]");
        let text = format!("({id}) ");
        let mut bytes = format!("{text}<<{id}>> {text}<<{id}>>").into_bytes();
        let half = bytes.len() / 2;
        let trailers = [text.len()..half, half + text.len()..bytes.len()];
        fill_in_id(&mut bytes, &trailers);
        let written = String::from_utf8(bytes).unwrap();
        assert_eq!(written.matches(&text).count(), 2, "{written}");
        assert_eq!(written.matches(&id).count(), 2, "{written}");
        assert_eq!(written.matches("<</ID[<").count(), 2, "{written}");
    }

    #[test]
    fn marked_up_titles_stay_text_in_xml() {
        assert_eq!(escaped("Q&A <\u{1}b>"), "Q&amp;A &lt;b&gt;");
    }
}
