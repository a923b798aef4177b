//! Image bytes in, checked pixels out.
//!
//! In: a PNG or JPEG file of the publisher's mark. Out: 8-bit RGB, with the opacity apart where there is any.
//! Never: opens a file, scales, or trusts the size that an image claims for itself.
//!
//! Grey, palette and 16-bit images become 8-bit RGB; a turned photograph (EXIF) is turned upright. A colour profile is not applied: a mark
//! is taken as sRGB. CMYK JPEGs are refused, since their inks cannot be turned into RGB without a profile.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, error::LimitErrorKind,
};

use crate::diagnostic::{Code, Diagnostic, Place};

/// The widest and highest image that is read, in pixels.
pub const MOST_PIXELS_A_SIDE: u32 = 10_000;
/// The most memory that decoding one image may take, in bytes.
pub const MOST_MEMORY: u64 = 64 << 20;

/// A decoded image, rows from the top, without padding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels, at least 1.
    pub width: u32,
    /// Height in pixels, at least 1.
    pub height: u32,
    /// Red, green and blue of each pixel, a byte each.
    pub rgb: Vec<u8>,
    /// Opacity of each pixel, a byte each; `None` where every pixel is opaque.
    pub alpha: Option<Vec<u8>>,
}

/// Why an image was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Neither PNG nor JPEG.
    #[error("the image is neither PNG nor JPEG")]
    Format,
    /// The file is broken or cut off.
    #[error("the image is damaged or cut off")]
    Damaged,
    /// More pixels or memory than an image of the publisher needs.
    #[error("the image is larger than 10,000 pixels a side or 64 MiB when decoded")]
    TooLarge,
    /// A JPEG in inks.
    #[error("the image is a CMYK JPEG; RGB or grey was expected")]
    Cmyk,
}

impl From<Error> for Diagnostic {
    fn from(error: Error) -> Self {
        let (code, help) = match error {
            Error::Format => (Code::I001, "save it as PNG, or as JPEG for a photograph"),
            Error::Damaged => (
                Code::I002,
                "open it in an image program and save it again as PNG",
            ),
            Error::TooLarge => (
                Code::I003,
                "scale it down; 1,000 pixels a side are plenty for a mark",
            ),
            Error::Cmyk => (Code::I004, "convert it to sRGB and save it as PNG"),
        };
        Self::error(code, Place::Whole, error.to_string()).help(help)
    }
}

/// Decodes a PNG or JPEG.
///
/// # Errors
///
/// I001 if it is neither, I002 if it is damaged, I003 if it is too large, I004 if it is a CMYK JPEG.
pub fn decode(bytes: &[u8]) -> Result<Pixels, Error> {
    let format = match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg)) => format,
        Ok(_) | Err(_) => return Err(Error::Format),
    };
    if format == ImageFormat::Jpeg && jpeg_component_count(bytes) == Some(4) {
        return Err(Error::Cmyk);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS_A_SIDE);
    limits.max_image_height = Some(MOST_PIXELS_A_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| reason(&error))?;
    let (width, height) = decoder.dimensions();
    if width > MOST_PIXELS_A_SIDE || height > MOST_PIXELS_A_SIDE {
        return Err(Error::TooLarge);
    }
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(Error::TooLarge);
    }
    let orientation = decoder.orientation().map_err(|error| reason(&error))?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| reason(&error))?;
    image.apply_orientation(orientation);
    Ok(split(&image))
}

/// Number of colour components in a JPEG's frame header (ITU-T T.81, B.2.2): 1 grey, 3 colour, 4 inks. The decoder would turn inks into
/// some RGB without saying so.
fn jpeg_component_count(bytes: &[u8]) -> Option<u8> {
    let mut rest = bytes.get(2..)?;
    loop {
        let (marker, after) = match rest {
            [0xFF, 0xFF, ..] => {
                rest = rest.get(1..)?;
                continue;
            }
            [0xFF, marker, after @ ..] => (*marker, after),
            _ => return None,
        };
        match marker {
            0xDA | 0xD9 => return None,
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => return after.get(7).copied(),
            _ => {}
        }
        let [high, low, ..] = after else {
            return None;
        };
        rest = after.get(usize::from(u16::from_be_bytes([*high, *low])).max(2)..)?;
    }
}

/// Colour and opacity of an image, 8 bits each.
fn split(image: &DynamicImage) -> Pixels {
    let (width, height) = (image.width(), image.height());
    if !image.color().has_alpha() {
        return Pixels {
            width,
            height,
            rgb: image.to_rgb8().into_raw(),
            alpha: None,
        };
    }
    let mut rgb = Vec::new();
    let mut alpha = Vec::new();
    for pixel in image.to_rgba8().pixels() {
        let [red, green, blue, opacity] = pixel.0;
        rgb.extend([red, green, blue]);
        alpha.push(opacity);
    }
    let alpha = alpha.iter().any(|opacity| *opacity < 255).then_some(alpha);
    Pixels {
        width,
        height,
        rgb,
        alpha,
    }
}

fn reason(error: &ImageError) -> Error {
    match error {
        ImageError::Limits(limit) => match limit.kind() {
            LimitErrorKind::DimensionError | LimitErrorKind::InsufficientMemory => Error::TooLarge,
            _ => Error::Damaged,
        },
        ImageError::Unsupported(_) => Error::Format,
        ImageError::Decoding(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::IoError(_) => Error::Damaged,
    }
}
