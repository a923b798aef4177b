//! The program's fixed words by language: everything a page says that the specification does not.
//!
//! In: a language tag, numbers and words to put into a phrase. Out: words in that language.
//! Never: knows what a workbook is made of, or prints.

mod english;
mod guide;
mod polish;
mod words;

pub use guide::{Guide, Passage, PenGuide};
pub use words::{FormWords, Noun, Nouns, Overview, Roles, RulesInBrief, Spoken, Word};

/// Every fixed word of one language. Words in braces are filled in by [`fill`].
#[derive(Clone, Debug)]
pub struct Messages {
    /// Primary subtag of the language, as in `en`.
    pub language: &'static str,
    /// The forms that a noun takes after a number.
    plural: fn(usize) -> PluralForm,
    /// The same after "at least" and a number.
    least: fn(usize) -> PluralForm,
    /// How digits are grouped: the sign, and the smallest number that is grouped.
    grouping: (&'static str, u32),
    /// Words for the kinds of node.
    pub nouns: Nouns,
    /// The forms of a word that a programme brings along: one, a few, many.
    own_noun: fn([&str; 3]) -> Noun,
    /// Words for the roles of texts.
    pub roles: Roles,
    /// Words on and around the boxes.
    pub form: FormWords,
    /// Words for the overviews.
    pub overview: Overview,
    /// What is said to a screen reader.
    pub spoken: Spoken,
    /// The rules of the programme in brief.
    pub rules: RulesInBrief,
    /// How to use the workbook.
    pub guide: Guide,
}

/// Which form of a noun stands after a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PluralForm {
    One,
    Few,
    Many,
}

impl Messages {
    /// Every language that the program speaks.
    pub const ALL: [&'static Self; 2] = [&english::MESSAGES, &polish::MESSAGES];

    /// The words for a BCP 47 tag, by its primary subtag; `None` if the program does not speak it.
    #[must_use]
    pub fn for_language(tag: &str) -> Option<&'static Self> {
        let primary = tag.split(['-', '_']).next()?;
        let speaks = |words: &&Self| words.language.eq_ignore_ascii_case(primary);
        Self::ALL.into_iter().find(speaks)
    }

    /// British English, used where a language is not spoken.
    #[must_use]
    pub const fn english() -> &'static Self {
        &english::MESSAGES
    }

    /// The noun alone, in the form that stands after `count`.
    #[must_use]
    pub fn counted<'n>(&self, noun: &'n Noun, count: usize) -> &'n str {
        noun.in_form((self.plural)(count))
    }

    /// The noun alone, in the form that stands after "at least" and `count`.
    #[must_use]
    pub fn at_least<'n>(&self, noun: &'n Noun, count: usize) -> &'n str {
        noun.in_form((self.least)(count))
    }

    /// A word that a programme brings along, in the forms that the phrases need. Where the language bends words in ways that cannot be
    /// known, a word of the program's own is bent in its place.
    #[must_use]
    pub fn own_noun(&self, one: &str, few: Option<&str>, many: &str) -> Noun {
        (self.own_noun)([one, few.unwrap_or(many), many])
    }

    /// Number and noun: "8 indicators".
    #[must_use]
    pub fn count(&self, noun: &Noun, count: usize) -> String {
        format!("{count} {}", self.counted(noun, count))
    }

    /// A number as the language writes it: "1,500".
    #[must_use]
    pub fn number(&self, number: u32) -> String {
        let (sign, from) = self.grouping;
        if number < 1000 || number < from {
            return number.to_string();
        }
        let above = self.number_above(number / 1000);
        format!("{above}{sign}{:03}", number % 1000)
    }

    /// The digits before the last three of a number that is grouped.
    fn number_above(&self, number: u32) -> String {
        if number < 1000 {
            return number.to_string();
        }
        let above = self.number_above(number / 1000);
        format!("{above}{}{:03}", self.grouping.0, number % 1000)
    }

    /// A text as it stands after a colon: its first letter made small, unless it begins a word that keeps it.
    #[must_use]
    pub fn after_colon(text: &str) -> String {
        let mut letters = text.chars();
        match (letters.next(), letters.clone().next()) {
            (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
                first.to_lowercase().chain(letters).collect()
            }
            _ => text.to_owned(),
        }
    }
}

impl Noun {
    fn in_form(&self, form: PluralForm) -> &str {
        let [one, few, many] = &self.counted;
        match form {
            PluralForm::One => one,
            PluralForm::Few => few,
            PluralForm::Many => many,
        }
    }
}

/// A word as it stands at the head of something: its first letter made large.
#[must_use]
pub fn at_the_head(word: &str) -> Word {
    let mut letters = word.chars();
    let first = letters.next();
    let first = first.into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect::<String>().into()
}

/// Puts values into a phrase: `{name}` becomes its value. A name that is not given stays as it is.
#[must_use]
pub fn fill(phrase: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(phrase.len());
    let mut rest = phrase;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after.split_once('}').and_then(|(name, behind)| {
            let value = values.iter().find(|(known, _)| *known == name);
            value.map(|(_, value)| (*value, behind))
        });
        match known {
            Some((value, behind)) => {
                filled.push_str(value);
                rest = behind;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}
