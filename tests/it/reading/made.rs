//! A small writer of PDF files for tests: every byte of a trap is in the test that sets it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The catalog, page tree, page, form and font of a made file.
pub(crate) const FORM: usize = 4;
/// Number of the first field.
pub(crate) const FIRST: usize = 10;

/// A file in the making: bodies of objects by number.
#[derive(Clone, Default)]
pub(crate) struct Made {
    pub(crate) objects: BTreeMap<usize, Vec<u8>>,
}

/// A text field that is its own widget; `value` is what stands behind `/V`, in PDF syntax.
pub(crate) fn text_field(name: &str, value: &[u8]) -> Vec<u8> {
    [
        format!("<</FT/Tx/T({name})/V ").as_bytes(),
        value,
        WIDGET.as_bytes(),
        b">>",
    ]
    .concat()
}

/// What makes a field a widget.
pub(crate) const WIDGET: &str = "/Type/Annot/Subtype/Widget/F 4/Rect[50 700 300 720]";

/// Bytes as a hexadecimal string.
pub(crate) fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let mut text = String::from("<");
    for byte in bytes {
        write!(text, "{byte:02X}").unwrap();
    }
    text.push('>');
    text.into_bytes()
}

/// A stream.
pub(crate) fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{entries}/Length {}>>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

impl Made {
    /// One page with these fields, numbered from [`FIRST`]; each stands in `/Fields` and on the page.
    pub(crate) fn form(fields: &[Vec<u8>]) -> Self {
        let numbers: Vec<usize> = (FIRST..FIRST + fields.len()).collect();
        let mut made = Self::parts(&numbers, &numbers);
        for (number, field) in numbers.iter().zip(fields) {
            made.objects.insert(*number, field.clone());
        }
        made
    }

    /// One page; `fields` stand in `/Fields`, `annotations` on the page.
    pub(crate) fn parts(fields: &[usize], annotations: &[usize]) -> Self {
        let refs = |numbers: &[usize]| -> String {
            numbers
                .iter()
                .map(|number| format!("{number} 0 R "))
                .collect()
        };
        let mut made = Self::default();
        made.set(1, "<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R>>");
        made.set(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]";
        made.set(3, &format!("{page}/Annots[{}]>>", refs(annotations)));
        let resources = "/DR<</Font<</Helv 5 0 R>>>>";
        made.set(FORM, &format!("<</Fields[{}]{resources}>>", refs(fields)));
        let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
        made.set(5, font);
        made
    }

    /// Sets the body of an object.
    pub(crate) fn set(&mut self, number: usize, body: &str) {
        self.objects.insert(number, body.as_bytes().to_vec());
    }

    /// The same with a body set.
    pub(crate) fn with(mut self, number: usize, body: impl AsRef<[u8]>) -> Self {
        self.objects.insert(number, body.as_ref().to_vec());
        self
    }

    /// The same without an object.
    pub(crate) fn without(mut self, number: usize) -> Self {
        self.objects.remove(&number);
        self
    }

    /// A file with a classic table.
    pub(crate) fn file(&self) -> Vec<u8> {
        self.append_table(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(), "")
    }

    /// A file with a classic table and more in its trailer.
    pub(crate) fn file_with(&self, trailer: &str) -> Vec<u8> {
        self.append_table(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(), trailer)
    }

    /// `before` with these objects as one more revision, in a classic table.
    pub(crate) fn appended_to(&self, before: &[u8]) -> Vec<u8> {
        let previous = last_offset(before);
        self.append_table(before.to_vec(), &format!("/Prev {previous}"))
    }

    /// `before` with these objects as one more revision, `trailer` naming its root and size.
    pub(crate) fn appended_with(&self, before: &[u8], trailer: &str) -> Vec<u8> {
        let previous = last_offset(before);
        self.append_table(before.to_vec(), &format!("/Prev {previous}{trailer}"))
    }

    /// A file, or one more revision, with the objects in an object stream and a cross-reference stream.
    pub(crate) fn modern(&self, before: Option<&[u8]>) -> Vec<u8> {
        let previous = before.map(|before| format!("/Prev {}", last_offset(before)));
        let mut bytes = before.map_or_else(|| b"%PDF-1.7\n".to_vec(), <[u8]>::to_vec);
        // A second revision has streams of its own.
        let container = if before.is_some() { 902 } else { 900 };
        let (mut index, mut bodies) = (String::new(), Vec::new());
        let mut rows = BTreeMap::new();
        for (place, (number, body)) in self.objects.iter().enumerate() {
            write!(index, "{number} {} ", bodies.len()).unwrap();
            bodies.extend_from_slice(body);
            bodies.push(b'\n');
            rows.insert(
                *number,
                [&[2][..], &be(container), &[u8::try_from(place).unwrap()]].concat(),
            );
        }
        let first = index.len();
        let entries = format!("/Type/ObjStm/N {}/First {first}", self.objects.len());
        rows.insert(container, [&[1][..], &be(bytes.len()), &[0]].concat());
        let body = stream(&entries, &[index.as_bytes(), &bodies].concat());
        append_object(&mut bytes, container, &body);
        let at = bytes.len();
        rows.insert(container + 1, [&[1][..], &be(at), &[0]].concat());
        let sections: String = rows.keys().map(|number| format!("{number} 1 ")).collect();
        let entries = format!(
            "/Type/XRef/W[1 4 1]/Root 1 0 R/Size 904/Index[{sections}]{}",
            previous.unwrap_or_default()
        );
        append_object(
            &mut bytes,
            container + 1,
            &stream(&entries, &rows.into_values().collect::<Vec<_>>().concat()),
        );
        bytes.extend_from_slice(format!("startxref\n{at}\n%%EOF\n").as_bytes());
        bytes
    }

    fn append_table(&self, mut bytes: Vec<u8>, trailer: &str) -> Vec<u8> {
        let mut table = String::from("xref\n");
        if !trailer.contains("/Prev") {
            table.push_str("0 1\n0000000000 65535 f \n");
        }
        for (number, body) in &self.objects {
            writeln!(table, "{number} 1\n{:010} 00000 n ", bytes.len()).unwrap();
            append_object(&mut bytes, *number, body);
        }
        let at = bytes.len();
        let root = if trailer.contains("/Root") {
            ""
        } else {
            "/Root 1 0 R/Size 1000"
        };
        write!(
            table,
            "trailer\n<<{root}{trailer}>>\nstartxref\n{at}\n%%EOF\n"
        )
        .unwrap();
        bytes.extend_from_slice(table.as_bytes());
        bytes
    }
}

fn append_object(bytes: &mut Vec<u8>, number: usize, body: &[u8]) {
    bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    bytes.extend_from_slice(body);
    bytes.extend_from_slice(b"\nendobj\n");
}

fn be(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap().to_be_bytes()
}

/// The offset behind the last `startxref`.
fn last_offset(bytes: &[u8]) -> usize {
    let at = bytes
        .windows(9)
        .rposition(|window| window == b"startxref")
        .unwrap();
    let rest = std::str::from_utf8(&bytes[at + 10..]).unwrap();
    rest.lines().next().unwrap().parse().unwrap()
}
