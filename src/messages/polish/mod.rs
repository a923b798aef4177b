//! Polish.
//!
//! In: nothing. Out: the words. Never: claims of a program what was neither measured nor reported (`docs/readers.md`).
//!
//! Plain style: the reader is addressed directly, in forms that are the same for women and men. Names and words of the
//! specification stand where they need no ending of their own.

mod guide;

use super::{FormWords, Messages, Noun, Nouns, Overview, PluralForm, Roles, Spoken};

pub(super) const MESSAGES: Messages = Messages {
    language: "pl",
    plural,
    grouping: ("\u{a0}", 10_000),
    nouns: NOUNS,
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
    ($heading:literal, $headings:literal, $each:literal, $each_of:literal, $in_this:literal, $counted:expr) => {{
        let counted: [&'static str; 3] = $counted;
        Noun {
            heading: $heading,
            headings: $headings,
            one: counted[0],
            each: $each,
            each_of: $each_of,
            in_this: $in_this,
            counted,
        }
    }};
}

const NOUNS: Nouns = Nouns {
    area: noun!(
        "Obszar",
        "Obszary",
        "każdego obszaru",
        "każdym z obszarów",
        "w tym obszarze",
        ["obszar", "obszary", "obszarów"]
    ),
    competency: noun!(
        "Kompetencja",
        "Kompetencje",
        "każdej kompetencji",
        "każdej z kompetencji",
        "w tej kompetencji",
        ["kompetencja", "kompetencje", "kompetencji"]
    ),
    part: noun!(
        "Część",
        "Części",
        "każdej części",
        "każdej z części",
        "w tej części",
        ["część", "części", "części"]
    ),
    indicator: noun!(
        "Wskaźnik",
        "Wskaźniki",
        "każdego wskaźnika",
        "każdym ze wskaźników",
        "w tym wskaźniku",
        ["wskaźnik", "wskaźniki", "wskaźników"]
    ),
    unit: noun!(
        "Jednostka",
        "Jednostki",
        "każdej jednostki",
        "każdej z jednostek",
        "w tej jednostce",
        ["jednostka", "jednostki", "jednostek"]
    ),
    marking_point: noun!(
        "Kryterium oceny",
        "Kryteria oceny",
        "każdego kryterium oceny",
        "każdym z kryteriów oceny",
        "w tym kryterium oceny",
        ["kryterium oceny", "kryteria oceny", "kryteriów oceny"]
    ),
    element: noun!(
        "Element",
        "Elementy",
        "każdego elementu",
        "każdym z elementów",
        "w tym elemencie",
        ["element", "elementy", "elementów"]
    ),
    question: noun!(
        "Pytanie",
        "Pytania",
        "każdego pytania",
        "każdym z pytań",
        "w tym pytaniu",
        ["pytanie", "pytania", "pytań"]
    ),
};

const ROLES: Roles = Roles {
    rationale: "Uzasadnienie",
    requirement: "Wymagane kompetencje",
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
    once: "Wypełnij raz. Dotyczy całego zeszytu.",
    numbered_of: "{noun} {number} z {count}",
    numbered: "{noun} {number}",
    stretch: "{nouns} od {from} do {to} z {count}",
    account: "Opis",
    recalled: "{rows} {in_this}",
    recalled_more: "Od {from} do {to}: patrz strona {page}",
    rows_help: "Odpowiedz przy {each_of}.",
    rows_help_evidence: "Dowody podaj jako E1, E2.",
    rows_help_not_applicable: "Zaznacz pole, jeśli nie dotyczy.",
    about_words: "Około {count} słów; to wskazówka, nie limit.",
    between_words: "Od {from} do {to} słów; to wskazówka, nie limit.",
    beyond_the_box: "Tekst, który nie mieści się w polu, zostaje w pliku.",
    scale: "Skala",
    register_heads: ["Nr", "Co to jest", "Co pokazuje", "Twój udział"],
    register_help: "Każdy dowód wpisz raz. Na dalszych stronach podawaj jego numer, od E1 do {last}.",
    register_help_share: "Swój udział w pracy podaj w procentach, na przykład 60%.",
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
    minimum: "najmniejsza liczba kompetencji, które trzeba potwierdzić dowodami",
    part_words: "słów to wskazówka dla każdej części",
    competency_words: "słów to wskazówka dla każdej kompetencji",
    number_range: "{from}–{to}",
};

const SPOKEN: Spoken = Spoken {
    row: "{noun} {number} z {count}",
    evidence_item: "dowód {reference}",
    columns: ["co to jest", "co pokazuje", "twój udział w procentach"],
    identity: "Oznaczenie tego zeszytu; tylko do odczytu, niczego nie wpisuj",
};
