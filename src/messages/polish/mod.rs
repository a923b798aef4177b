//! Polish.
//!
//! In: nothing. Out: the words. Never: claims of a program what was neither measured nor reported (`docs/readers.md`).
//!
//! Plain style: the reader is addressed directly, in forms that are the same for women and men. Names and words of the
//! specification stand where they need no ending of their own.

mod guide;

use std::borrow::Cow;

use super::{FormWords, Messages, Noun, Nouns, Overview, PluralForm, Roles, Spoken, at_the_head};

pub(super) const MESSAGES: Messages = Messages {
    language: "pl",
    plural,
    least: |_| PluralForm::Many,
    grouping: ("\u{a0}", 10_000),
    nouns: NOUNS,
    own_noun,
    roles: ROLES,
    form: FORM,
    overview: OVERVIEW,
    spoken: SPOKEN,
    rules: guide::RULES,
    guide: guide::GUIDE,
};

/// 1 wskaźnik; 2, 3, 4, 22 wskaźniki; 0, 5, 12, 25 wskaźników.
const fn plural(count: usize) -> PluralForm {
    match (count, count % 100, count % 10) {
        (1, _, _) => PluralForm::One,
        (_, 12..=14, _) => PluralForm::Many,
        (_, _, 2..=4) => PluralForm::Few,
        _ => PluralForm::Many,
    }
}

macro_rules! noun {
    ($heading:literal, $headings:literal, $one_done:literal, $with_one:literal, $each:literal, $each_of:literal, $in_this:literal, $counted:expr) => {{
        let [one, few, many]: [&'static str; 3] = $counted;
        Noun {
            heading: Cow::Borrowed($heading),
            headings: Cow::Borrowed($headings),
            one: Cow::Borrowed(one),
            one_done: Cow::Borrowed($one_done),
            with_one: Cow::Borrowed($with_one),
            each: Cow::Borrowed($each),
            each_of: Cow::Borrowed($each_of),
            in_this: Cow::Borrowed($in_this),
            counted: [Cow::Borrowed(one), Cow::Borrowed(few), Cow::Borrowed(many)],
        }
    }};
}

const NOUNS: Nouns = Nouns {
    area: noun!(
        "Obszar",
        "Obszary",
        "jeden obszar",
        "jednego obszaru",
        "każdego obszaru",
        "każdym z obszarów",
        "w tym obszarze",
        ["obszar", "obszary", "obszarów"]
    ),
    competency: noun!(
        "Kompetencja",
        "Kompetencje",
        "jedną kompetencję",
        "jednej kompetencji",
        "każdej kompetencji",
        "każdej z kompetencji",
        "w tej kompetencji",
        ["kompetencja", "kompetencje", "kompetencji"]
    ),
    part: noun!(
        "Część",
        "Części",
        "jedną część",
        "jednej części",
        "każdej części",
        "każdej z części",
        "w tej części",
        ["część", "części", "części"]
    ),
    indicator: noun!(
        "Wskaźnik",
        "Wskaźniki",
        "jeden wskaźnik",
        "jednego wskaźnika",
        "każdego wskaźnika",
        "każdym ze wskaźników",
        "w tym wskaźniku",
        ["wskaźnik", "wskaźniki", "wskaźników"]
    ),
    unit: noun!(
        "Jednostka",
        "Jednostki",
        "jedną jednostkę",
        "jednej jednostki",
        "każdej jednostki",
        "każdej z jednostek",
        "w tej jednostce",
        ["jednostka", "jednostki", "jednostek"]
    ),
    marking_point: noun!(
        "Kryterium oceny",
        "Kryteria oceny",
        "jedno kryterium oceny",
        "jednego kryterium oceny",
        "każdego kryterium oceny",
        "każdym z kryteriów oceny",
        "w tym kryterium oceny",
        ["kryterium oceny", "kryteria oceny", "kryteriów oceny"]
    ),
    element: noun!(
        "Element",
        "Elementy",
        "jeden element",
        "jednego elementu",
        "każdego elementu",
        "każdym z elementów",
        "w tym elemencie",
        ["element", "elementy", "elementów"]
    ),
    question: noun!(
        "Pytanie",
        "Pytania",
        "jedno pytanie",
        "jednego pytania",
        "każdego pytania",
        "każdym z pytań",
        "w tym pytaniu",
        ["pytanie", "pytania", "pytań"]
    ),
};

/// A word that a programme brings along is never bent: „pozycja” (an item) stands before it and takes the endings.
fn own_noun([one, few, many]: [&str; 3]) -> Noun {
    Noun {
        heading: at_the_head(one),
        headings: at_the_head(few),
        one: one.to_owned().into(),
        one_done: format!("jedną pozycję „{one}”").into(),
        with_one: format!("jednej pozycji „{one}”").into(),
        each: format!("każdej pozycji „{one}”").into(),
        each_of: format!("każdej pozycji „{one}”").into(),
        in_this: "w tej pozycji".into(),
        counted: [one, few, many].map(|word| word.to_owned().into()),
    }
}

const ROLES: Roles = Roles {
    rationale: "Uzasadnienie",
    requirement: "{noun}: wymagania",
    theory: "Podstawy teoretyczne",
    evidence_guidance: "Dowody",
    sources: "Źródła",
    synopsis: "Streszczenie",
    key_concepts: "Najważniejsze pojęcia",
    exam_tips: "Wskazówki przed egzaminem",
    misconceptions: "Częste nieporozumienia",
    guidance: "Wskazówki",
    instructions: "Instrukcje",
};

const FORM: FormWords = FormWords {
    questions: "Pytania",
    choose: "(wybierz)",
    yes_no: ["Tak", "Nie"],
    your_answer: "Twoja odpowiedź",
    candidate: "Kandydat lub kandydatka",
    organisation: "Organizacja",
    assessor: "Osoba oceniająca",
    assessor_only: "Wypełnia osoba oceniająca",
    once: "Wypełnij raz. Dotyczy całego zeszytu.",
    numbered_of: "{noun} {number} z {count}",
    numbered: "{noun} {number}",
    stretch: "{nouns} od {from} do {to} z {count}",
    account: "Opis",
    recalled: "{rows} {in_this}",
    recalled_more: "Od {from} do {to}: patrz strona {page}",
    recalled_one: "{from}: patrz strona {page}",
    rows_help: "Odpowiedz przy {each_of}.",
    rows_help_evidence: "Dowody podaj jako E1, E2.",
    rows_help_not_applicable: "Zaznacz pole, jeśli nie dotyczy.",
    about_words: "Około {count} słów; to wskazówka, nie limit.",
    between_words: "Od {from} do {to} słów; to wskazówka, nie limit.",
    beyond_the_box: "Tekst, który nie mieści się w polu, zostaje w pliku.",
    scale: "Skala",
    register_heads: ["Nr", "Co to jest", "Co pokazuje", "Twój udział"],
    register_help: "Każdy dowód wpisz raz. W innych miejscach podawaj jego numer, od E1 do {last}.",
    register_help_share: "Swój udział w pracy podaj w procentach, na przykład 60%.",
    specification: "Specyfikacja, według której powstał ten zeszyt",
    for_pen: " (do wypełnienia odręcznego)",
    page_of: "Strona {page} z {pages}",
};

const OVERVIEW: Overview = Overview {
    kicker: "W skrócie",
    contents: "Spis treści",
    page: "Strona",
    page_word: "strona",
    section: "Zawartość",
    register: "Wykaz dowodów",
    follows: "Co dalej",
    figures: "Miejsce tego zeszytu w programie",
    figures_help: "Liczby słów to wskazówki, nie limity.",
    announced: "{title} (zapowiedź)",
    given_of: "{given} z {declared}",
    declared: "{noun} w programie; opisane: {given}{codes}",
    declared_announced: "{noun} w programie; opisane: {given}{codes}, zapowiedziane: {announced}{announced_codes}",
    range: "od {from} do {to}",
    declared_given: "w programie: {declared}; opisane: {given}",
    minimum: "najmniejsza liczba {least}, które trzeba potwierdzić dowodami",
    words_of: "słów to wskazówka dla {each}",
    number_range: "{from}–{to}",
};

const SPOKEN: Spoken = Spoken {
    row: "{noun} {number} z {count}",
    evidence_item: "dowód {reference}",
    columns: ["co to jest", "co pokazuje", "twój udział w procentach"],
    identity: "Oznaczenie tego zeszytu; tylko do odczytu, niczego nie wpisuj",
};
