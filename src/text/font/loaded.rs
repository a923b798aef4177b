//! Faces parsed once in a process, with their shaping plans.
//!
//! In: a face. Out: its parsed font. Never: fails; the faces are compiled in.

use std::sync::OnceLock;

use harfrust::{Direction, Feature, Font, Script, ShapePlan, Tag};

use super::{Face, data};

/// A face, parsed, and its shaping plans as they are first needed.
pub(super) struct Loaded {
    /// The parsed font.
    pub(super) font: Font,
    /// What is switched on beyond the shaper's own.
    pub(super) features: Vec<Feature>,
    plans: [OnceLock<ShapePlan>; 3],
}

impl Loaded {
    /// The shaping plan for a script.
    pub(super) fn plan(&self, writing: Writing) -> &ShapePlan {
        let [latin, greek, cyrillic] = &self.plans;
        let slot = match writing {
            Writing::Latin => latin,
            Writing::Greek => greek,
            Writing::Cyrillic => cyrillic,
        };
        slot.get_or_init(|| {
            ShapePlan::new(
                &self.font,
                Direction::LeftToRight,
                Some(writing.tag()),
                None,
                &self.features,
            )
        })
    }
}

/// A face, parsed the first time it is asked for.
pub(super) fn loaded(face: Face) -> &'static Loaded {
    static FACES: [OnceLock<Loaded>; 5] = [const { OnceLock::new() }; 5];
    let [sans, semibold, serif, italic, display] = &FACES;
    let slot = match face {
        Face::Sans => sans,
        Face::SansSemibold => semibold,
        Face::Serif => serif,
        Face::SerifItalic => italic,
        Face::Display => display,
    };
    slot.get_or_init(|| load(face))
}

#[expect(
    clippy::expect_used,
    reason = "the bytes are compiled in; a test parses every face"
)]
fn load(face: Face) -> Loaded {
    let features = if face.is_serif() {
        vec![Feature::new(Tag::new(b"tnum"), 1, ..)]
    } else {
        Vec::new()
    };
    Loaded {
        font: Font::new(data(face), 0).expect("a built-in face is a font"),
        features,
        plans: [const { OnceLock::new() }; 3],
    }
}

/// The scripts that the built-in faces cover.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// Latin, and whatever has no script of its own.
    Latin,
    /// Greek.
    Greek,
    /// Cyrillic.
    Cyrillic,
}

impl Writing {
    /// The script of a letter; `None` for what belongs to every script.
    pub(super) const fn of(letter: char) -> Option<Self> {
        match letter {
            'A'..='Z'
            | 'a'..='z'
            | '\u{AA}'
            | '\u{BA}'
            | '\u{C0}'..='\u{2AF}'
            | '\u{1E00}'..='\u{1EFF}' => Some(Self::Latin),
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Some(Self::Greek),
            '\u{400}'..='\u{52F}' => Some(Self::Cyrillic),
            _ => None,
        }
    }

    /// Its OpenType tag.
    pub(super) const fn tag(self) -> Script {
        match self {
            Self::Latin => Script::LATIN,
            Self::Greek => Script::GREEK,
            Self::Cyrillic => Script::CYRILLIC,
        }
    }
}
