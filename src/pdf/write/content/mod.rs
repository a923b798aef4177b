//! Page contents, painted with printpdf.
//!
//! In: a layout and the publisher's mark. Out: the bytes of a PDF that holds the pages and nothing else, streams uncompressed.
//! Never: writes a form field, a structure tree or metadata; names a type of printpdf to its caller.
//!
//! Tagged items stand in `/Role <</MCID n>> BDC … EMC`, n being given by `tags`; what is not tagged in
//! `/Artifact BMC … EMC` (ISO 32000-1, 14.6 and 14.8.2.2). All names are given here and the `/ID` is left out, because printpdf would take both
//! from a counter of the process.

mod fonts;
mod painter;

use printpdf::{
    DictItem, ExternalStream, ExternalXObject, PdfDocument, PdfPage, PdfSaveOptions, Pt as PrintPt,
    Rect as PrintRect, XObject, XObjectId, to_lopdf_doc,
};

use crate::images::Pixels;
use crate::layout::page::Layout;

use super::Error;
use super::coordinates::single;
use super::tags::MarkedContent;
use fonts::Fonts;
use painter::Painter;

/// The name of the publisher's mark in every page's `/XObject` resources.
const MARK: &str = "WbMark";

/// Paints the pages of a layout. Without a mark, its items paint nothing but keep their number.
///
/// # Errors
///
/// [`Error::Content`] if a face cannot be cut down or the file not be put into bytes.
pub(super) fn pages(
    layout: &Layout,
    marked: &MarkedContent,
    mark: Option<&Pixels>,
) -> Result<Vec<u8>, Error> {
    let fonts = Fonts::of(layout)?;
    let mut document = PdfDocument::new("");
    document.resources.fonts.map = fonts.resources();
    if let Some(pixels) = mark {
        let image = XObject::External(image(pixels));
        document
            .resources
            .xobjects
            .map
            .insert(XObjectId(MARK.to_owned()), image);
    }
    let paper = PrintRect::from_wh(
        PrintPt(single(layout.paper.width.0)),
        PrintPt(single(layout.paper.height.0)),
    );
    for (index, page) in layout.pages.iter().enumerate() {
        let mut painter = Painter::new(layout, &fonts, mark.is_some(), index + 1);
        for (number, item) in page.items.iter().enumerate() {
            painter.item(item, marked.number(index, number))?;
        }
        document.pages.push(PdfPage {
            media_box: paper.clone(),
            trim_box: paper.clone(),
            crop_box: paper.clone(),
            ops: painter.finish(),
        });
    }
    save(&document)
}

/// The document's bytes, without what printpdf takes from its counter.
fn save(document: &PdfDocument) -> Result<Vec<u8>, Error> {
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: false,
        image_optimization: None,
    };
    let mut file = to_lopdf_doc(document, &options, &mut Vec::new());
    file.trailer.remove(b"ID");
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|_| Error::Content {
        reason: "the pages could not be put into bytes",
    })?;
    Ok(bytes)
}

/// The publisher's mark as an image, its opacity as a soft mask (ISO 32000-1, 11.6.5.3).
fn image(pixels: &Pixels) -> ExternalXObject {
    let mut stream = samples(pixels, "DeviceRGB", &pixels.rgb);
    if let Some(alpha) = &pixels.alpha {
        let mask = samples(pixels, "DeviceGray", alpha);
        stream
            .dict
            .insert("SMask".to_owned(), DictItem::Stream { stream: mask });
    }
    ExternalXObject {
        stream,
        width: None,
        height: None,
        dpi: None,
    }
}

fn samples(pixels: &Pixels, color_space: &str, bytes: &[u8]) -> ExternalStream {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let dict = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(i64::from(pixels.width))),
        ("Height", DictItem::Int(i64::from(pixels.height))),
        ("ColorSpace", name(color_space)),
        ("BitsPerComponent", DictItem::Int(8)),
    ];
    ExternalStream {
        dict: dict
            .into_iter()
            .map(|(key, item)| (key.to_owned(), item))
            .collect(),
        content: bytes.to_vec(),
        compress: true,
    }
}
