//! The font of what is typed, as others will use it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::each;
use super::written::Written;

fn font(file: &Written) -> &Value {
    file.get(&file.form()["/DR"]["/Font"]["/WbSans"])
}

#[test]
fn the_field_font_is_composite_embedded_and_has_a_name_of_its_own() {
    each(|file| {
        let font = font(file);
        assert_eq!(font["/Subtype"], "/Type0");
        assert_eq!(font["/Encoding"], "/Identity-H");
        assert_eq!(
            font["/BaseFont"], "/WbSans",
            "no subset tag, no name of an installed font"
        );
        let descendant = file.get(&font["/DescendantFonts"][0]);
        assert_eq!(descendant["/Subtype"], "/CIDFontType2");
        let descriptor = file.get(&descendant["/FontDescriptor"]);
        assert_eq!(
            (&descriptor["/Ascent"], &descriptor["/Descent"]),
            (&1000.into(), &(-400).into())
        );
        let program = file.get(&descriptor["/FontFile2"]);
        let data = program["data"].as_str().unwrap();
        assert_eq!(program["dict"]["/Length1"], data.chars().count());
        assert!(
            data.starts_with("\u{0}\u{1}\u{0}\u{0}"),
            "a TrueType program"
        );
    });
}

/// The glyph that each code leads to.
fn glyphs(file: &Written) -> Vec<u32> {
    let descendant = file.get(&font(file)["/DescendantFonts"][0]);
    let map = file.get(&descendant["/CIDToGIDMap"])["data"].as_str();
    let bytes: Vec<u32> = map.unwrap().chars().map(u32::from).collect();
    bytes
        .chunks(2)
        .map(|pair| 256 * pair[0] + pair[1])
        .collect()
}

#[test]
fn letters_that_share_a_glyph_have_codes_of_their_own() {
    each(|file| {
        let glyphs = glyphs(file);
        let plain = glyphs
            .iter()
            .zip(0..)
            .take_while(|(glyph, code)| **glyph == *code);
        let count = plain.count();
        assert!(count > 900, "{count} glyphs");
        assert!(glyphs.len() > count + 5, "{} codes", glyphs.len());
        let meanings = meanings(file);
        assert_eq!(
            meanings.len() + 1,
            glyphs.len(),
            "each code but 0 says something"
        );
        let glyph_of = |letter: &str| {
            let mut codes = meanings.iter().filter(|(_, said)| *said == letter);
            let (code, _) = codes
                .next()
                .unwrap_or_else(|| panic!("{letter:?} has no code"));
            assert!(codes.next().is_none(), "{letter:?} has two codes");
            glyphs[usize::try_from(*code).unwrap()]
        };
        for (letter, plain) in [
            ("\u{A0}", " "),
            ("\t", " "),
            ("\r", " "),
            ("\u{B5}", "μ"),
            ("\u{2011}", "-"),
        ] {
            assert_eq!(glyph_of(letter), glyph_of(plain), "{letter:?}");
        }
        let said: BTreeSet<&str> = meanings.values().map(String::as_str).collect();
        assert!(!said.contains("\u{AD}"), "a soft hyphen would be seen");
    });
}

/// What each code says.
fn meanings(file: &Written) -> BTreeMap<u32, String> {
    let map = file.get(&font(file)["/ToUnicode"])["data"]
        .as_str()
        .unwrap();
    let hex = |text: &str| u32::from_str_radix(text, 16).unwrap();
    let mut found = BTreeMap::new();
    for line in map.lines().filter(|line| line.matches('<').count() == 3) {
        let digits: Vec<&str> = line
            .split(['<', '>', ' '])
            .filter(|part| !part.is_empty())
            .collect();
        let [first, last, letter] = [0, 1, 2].map(|index| hex(digits[index]));
        for glyph in first..=last {
            let letter = char::from_u32(letter + glyph - first).unwrap();
            assert!(
                found.insert(glyph, letter.to_string()).is_none(),
                "code {glyph} says two things"
            );
        }
    }
    found
}

#[test]
fn every_glyph_that_a_reader_may_set_has_a_width_and_a_meaning() {
    each(|file| {
        let meanings = meanings(file);
        let descendant = file.get(&font(file)["/DescendantFonts"][0]);
        let widths = descendant["/W"].as_array().unwrap();
        assert_eq!(widths.len(), 2, "one stretch");
        assert_eq!(widths[0], 0);
        let widths = widths[1].as_array().unwrap();
        let unsaid = (1..u32::try_from(widths.len()).unwrap())
            .filter(|glyph| !meanings.contains_key(glyph))
            .count();
        assert_eq!(unsaid, 0, "{}", file.name);
        let said: String = meanings.values().map(String::as_str).collect();
        for letter in "AZaz09 ąćęłńóśźż ÄÖÜäöüß ñÑ€£$ ЁжЯ αΩς “”‘’–—…•✓☐→□".chars()
        {
            assert!(said.contains(letter), "{letter}");
        }
    });
}

#[test]
fn a_composed_letter_keeps_the_parts_that_its_glyph_is_put_together_from() {
    // Drawn by PDFium from the prefilled value: if the accent's glyph were lost, the two letters would look the same.
    let Some(pdfium) = crate::readers::judge(crate::readers::Reader::Pdfium, 1) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (plan, layout) = crate::workbook::hand_made::document();
    let dark = |text: &str| {
        let values = crate::workbook::hand_made::given(&[("name", text)]);
        let bytes = akam_workbook::pdf::write::write(&plan, &layout, None, &values).unwrap();
        let path = folder.path().join("letters.pdf");
        std::fs::write(&path, bytes).unwrap();
        pdfium.render(&path, 144, folder.path(), &[1]);
        let page = image::open(folder.path().join("page-01.png"))
            .unwrap()
            .to_luma8();
        page.pixels()
            .map(|pixel| u64::from(255 - pixel.0[0]))
            .sum::<u64>()
    };
    let nothing = dark(" ");
    for (plain, composed) in [
        ("aaaaaa", "ąąąąąą"),
        ("zzzzzz", "żżżżżż"),
        ("иииииии", "ййййййй"),
        ("ααααα", "άάάάά"),
    ] {
        let (plain, composed) = (dark(plain) - nothing, dark(composed) - nothing);
        assert!(
            plain > 1000 && composed > plain + plain / 50,
            "{plain} and {composed}"
        );
    }
}
