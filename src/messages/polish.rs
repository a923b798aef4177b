//! Polish.
//!
//! In: nothing. Out: the words. Never: claims of a program what was neither measured nor reported (`docs/readers.md`).
//!
//! Plain style: the reader is addressed directly, in forms that are the same for women and men. Names and words of the
//! specification stand where they need no ending of their own.

use super::{
    FormWords, Guide, Messages, Noun, Nouns, Overview, Passage, PluralForm, Roles, RulesInBrief,
    Spoken,
};

pub(super) const MESSAGES: Messages = Messages {
    language: "pl",
    plural,
    grouping: ("\u{a0}", 10_000),
    nouns: NOUNS,
    roles: ROLES,
    form: FORM,
    overview: OVERVIEW,
    spoken: SPOKEN,
    rules: RULES,
    guide: GUIDE,
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
    theory: "Właściwa teoria",
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
    given_of: "{given} z {declared}",
    declared: "{noun} w programie; opisane: {given}{codes}",
    declared_announced: "{noun} w programie; opisane: {given}{codes}, zapowiedziane: {announced}{announced_codes}",
    range: "od {from} do {to}",
    declared_given: "w programie: {declared}; opisane: {given}",
    minimum: "tyle kompetencji co najmniej trzeba potwierdzić dowodami",
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

const RULES: RulesInBrief = RulesInBrief {
    kicker: "O programie",
    heading: "Zasady w skrócie",
    minimum: (
        "Ile kompetencji",
        "Dowody trzeba złożyć dla co najmniej {count} kompetencji.",
    ),
    trial: (
        "Na początek",
        "Wyślij do oceny jedną kompetencję ({publisher}) i poczekaj na opinię, zanim opracujesz pozostałe.",
    ),
    part_words: ("Każda część", "{guide}"),
    competency_words: ("Każda kompetencja", "{guide}"),
    share: (
        "Twój udział",
        "Przy każdym dowodzie podaj, jaka część pracy jest Twoja.",
    ),
    sign_off: ("Potwierdzenie", "Składa je {by}."),
    waiver: ("Jeśli to niemożliwe", "{waiver}."),
};

const GUIDE: Guide = Guide {
    kicker: "Najpierw przeczytaj",
    title: "Jak korzystać z zeszytu",
    one_first: Passage {
        heading: "Zacznij od jednej kompetencji",
        text: &[
            "Opracuj jedną kompetencję, wyślij zeszyt ({publisher}) i poczekaj na opinię, zanim pójdziesz dalej. Następne strony mogą zostać puste: to nie błąd.",
        ],
    },
    evidence: Passage {
        heading: "Wypisz dowody",
        text: &[
            "Tabela na dowody jest na początku {each}. Napisz, czym jest każdy dowód i co pokazuje. Później podawaj jego numer: E1, E2 i tak dalej.",
        ],
    },
    evidence_share: "Podaj też w procentach, jaka część pracy jest Twoja, na przykład 60%.",
    rows: Passage {
        heading: "Odpowiadaj wiersz po wierszu",
        text: &["Odpowiedz krótko przy {each_of}."],
    },
    rows_choice: "Jeśli jest lista, rozwiń ją i wybierz odpowiedź; do tego czasu widać „{choose}”.",
    rows_evidence: "Dowody podawaj według numerów, na przykład E1, E3.",
    rows_note: "W uwagach wystarczy jedno zdanie.",
    rows_not_applicable: "Jeśli coś nie dotyczy, zaznacz pole, które to mówi.",
    long_answers: Passage {
        heading: "Pisz tyle, ile trzeba",
        text: &[
            "Liczby słów to wskazówki, nie limity. W pełnym polu można pisać dalej: cały tekst zostaje w pliku i dotrze do osoby, która go czyta, choć na papierze widać tylko to, co się zmieści.",
        ],
    },
    sign_off: Passage {
        heading: "Poproś o potwierdzenie",
        text: &["Miejsce na potwierdzenie jest na ostatniej stronie {each}."],
    },
    sign_off_by: "Składa je {by}. Podpis jest zawsze na końcu: podpisanego pliku już nie zmieniaj.",
    save: Passage {
        heading: "Naciśnij Tab, potem zapisz",
        text: &[
            "Po ostatniej odpowiedzi naciśnij klawisz Tab: dopiero wtedy program ją przyjmie. Potem zapisz plik. Jeśli program zapyta, jak to zrobić, wybierz zapis ze zmianami.",
        ],
    },
    check: Passage {
        heading: "Obejrzyj zapisany plik",
        text: &[
            "Zanim zamkniesz program, otwórz zapisany plik jeszcze raz i odszukaj swoją ostatnią odpowiedź. Jeśli jej nie ma, wróć do okna, w którym ją widać, naciśnij Tab i zapisz plik pod nową nazwą.",
        ],
    },
    send: Passage {
        heading: "Wyślij plik bez przeróbek",
        text: &[
            "Wyślij sam zapisany plik ({publisher}). Nie łącz go z innymi plikami, nie drukuj go do nowego pliku PDF i nie zabezpieczaj hasłem.",
        ],
    },
    send_contact: "Kontakt: {contact}.",
    programs: Passage {
        heading: "Programy, które mogą zgubić odpowiedzi",
        text: &["Wystarczy zwykły program do plików PDF. Niektóre wymagają uwagi:"],
    },
    program_list: &[
        (
            "Chrome, Edge",
            "mogą zapisać pusty zeszyt, jeśli po ostatniej odpowiedzi nie naciśniesz klawisza Tab albo nie wybierzesz zapisu ze zmianami.",
        ),
        (
            "Podgląd (Mac)",
            "podobno gubi niektóre rodzaje odpowiedzi. W tym zeszycie ich nie ma, ale i tak obejrzyj zapisany plik.",
        ),
        (
            "Druk do PDF",
            "tworzy tylko obraz zeszytu: pola znikają, a długie odpowiedzi są obcięte. Użyj polecenia Zapisz, nie Drukuj.",
        ),
    ],
    no_scripts: Passage {
        heading: "Nic nie dzieje się samo",
        text: &[
            "W zeszycie nie ma skryptów (JavaScript). Nic nie liczy słów, nie sprawdza odpowiedzi i nie wypełnia pól za Ciebie. Internet nie jest potrzebny.",
        ],
    },
    letters: Passage {
        heading: "Twój język, Twoje litery",
        text: &[
            "Możesz pisać w dowolnym języku. Niektóre programy źle pokazują w polach litery arabskie lub emoji; wpisany tekst i tak zostaje w pliku.",
        ],
    },
    screen_reader: Passage {
        heading: "Z czytnikiem ekranu",
        text: &[
            "Każde pole mówi, do czego należy i o co pyta. Nagłówki prowadzą od rozdziału do rozdziału, a klawisz Tab od pola do pola.",
        ],
    },
    paper: Passage {
        heading: "Na papierze",
        text: &[
            "Wydrukuj zeszyt dwustronnie i pisz w polach. Gdzie w polu jest lista, wpisz swój wybór. Jeśli potrzebujesz więcej miejsca, weź własną kartkę i zaznacz na niej stronę i pytanie.",
        ],
    },
    privacy: Passage {
        heading: "Twoja prywatność",
        text: &[
            "Twoje odpowiedzi są w zapisanym pliku i nigdzie indziej: zeszyt niczego nie wysyła. Kto ma ten plik, może go przeczytać, dlatego chroń go jak każdy poufny dokument. Serwis PDF w internecie dostaje kopię pliku; lepiej użyj programu na własnym komputerze.",
        ],
    },
};
