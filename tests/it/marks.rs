//! A publisher's mark that cannot be used: each mistake has its code.
//!
//! In: images with one mistake each, made here. Out: nothing; a mark that is taken or refused wrongly fails a test.

use std::io::Cursor;

use akam_workbook::diagnostic::{Code, Diagnostic};
use akam_workbook::images::decode;
use image::{ImageFormat, RgbaImage};

/// A picture of this size, half transparent, as a file.
fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let pixels = RgbaImage::from_pixel(width, height, image::Rgba([10, 20, 30, 128]));
    let mut file = Cursor::new(Vec::new());
    let image = image::DynamicImage::ImageRgba8(pixels);
    if format == ImageFormat::Jpeg {
        image.to_rgb8().write_to(&mut file, format).unwrap();
    } else {
        image.write_to(&mut file, format).unwrap();
    }
    file.into_inner()
}

/// A JPEG that says of itself that it has four inks: the head of a picture with another count of components.
fn four_inks() -> Vec<u8> {
    let mut segments = vec![0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 8, 0, 8, 4];
    for component in 1..=4 {
        segments.extend([component, 0x11, 0]);
    }
    segments.extend([
        0xff, 0xda, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0, 0xff, 0xd9,
    ]);
    segments
}

/// The head of a PNG that claims this size and holds nothing.
fn claims(size: u32) -> Vec<u8> {
    let mut file = picture(1, 1, ImageFormat::Png);
    file.splice(16..20, size.to_be_bytes());
    file.splice(20..24, size.to_be_bytes());
    let sum = crc(&file[12..29]);
    file.splice(29..33, sum.to_be_bytes());
    file
}

/// The check sum of a PNG chunk (ISO/IEC 15948, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 {
                0xedb8_8320 ^ (sum >> 1)
            } else {
                sum >> 1
            };
        }
    }
    !sum
}

#[test]
fn every_mark_that_cannot_be_used_has_its_code() {
    let png = picture(40, 30, ImageFormat::Png);
    let jpeg = picture(40, 30, ImageFormat::Jpeg);
    let table: [(&str, Code, Vec<u8>); 7] = [
        ("no bytes", Code::I001, Vec::new()),
        (
            "a drawing",
            Code::I001,
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(),
        ),
        ("a PNG cut off", Code::I002, png[..png.len() / 2].to_vec()),
        (
            "a JPEG cut off in its head",
            Code::I002,
            jpeg[..40].to_vec(),
        ),
        ("a PNG of 20,000 pixels a side", Code::I003, claims(20_000)),
        (
            "a PNG of four thousand million pixels a side",
            Code::I003,
            claims(0x7fff_ffff),
        ),
        ("a JPEG with four inks", Code::I004, four_inks()),
    ];
    for (row, code, bytes) in table {
        let error = match decode(&bytes) {
            Ok(pixels) => panic!("{row} was taken as {} × {}", pixels.width, pixels.height),
            Err(error) => error,
        };
        let said = format!("{error:?}");
        let found = Diagnostic::from(error);
        assert_eq!(found.code, code, "{row}: {said}");
        assert!(found.help.is_some(), "{row}");
    }
}

#[test]
fn a_png_keeps_its_opacity_and_a_jpeg_has_none() {
    for (format, has_opacity) in [(ImageFormat::Png, true), (ImageFormat::Jpeg, false)] {
        let pixels = decode(&picture(40, 30, format)).unwrap();
        assert_eq!((pixels.width, pixels.height), (40, 30), "{format:?}");
        assert_eq!(pixels.alpha.is_some(), has_opacity, "{format:?}");
    }
}
