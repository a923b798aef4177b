//! Polish: the rules in brief, and how to use the workbook.
//!
//! In: nothing. Out: the words. Never: claims of a program what was neither measured nor reported (`docs/readers.md`).

use crate::messages::{Guide, Passage, PenGuide, RulesInBrief};

pub(super) const RULES: RulesInBrief = RulesInBrief {
    kicker: "O programie",
    heading: "Zasady w skrócie",
    minimum: (
        "Ile",
        "Dowody trzeba złożyć dla co najmniej {count} {least}.",
    ),
    trial: (
        "Na początek",
        "Wyślij do oceny {one_done} ({publisher}) i poczekaj na opinię, zanim opracujesz pozostałe.",
    ),
    words: ("Dla {each}", "{guide}"),
    share: (
        "Twój udział",
        "Przy każdym dowodzie podaj, jaka część pracy jest Twoja.",
    ),
    sign_off: ("Potwierdzenie", "Składa je {by}."),
    waiver: ("W razie przeszkód", "{waiver}."),
};

pub(super) const GUIDE: Guide = Guide {
    kicker: "Najpierw przeczytaj",
    title: "Jak korzystać z zeszytu",
    one_first: Passage {
        heading: "Zacznij od {with_one}",
        text: &[
            "Opracuj {one_done}, wyślij zeszyt do oceny ({publisher}) i poczekaj na opinię, zanim pójdziesz dalej. Następne strony mogą zostać puste: to nie błąd.",
        ],
    },
    evidence: Passage {
        heading: "Wypisz dowody",
        text: &[
            "{where} Napisz, czym jest każdy dowód i co pokazuje. W innych miejscach podawaj jego numer: E1, E2 i tak dalej.",
        ],
    },
    evidence_where: [
        "Tabela na dowody jest na początku {each}.",
        "Tabela na dowody jest na końcu {each}.",
        "Jedna tabela na dowody służy całemu zeszytowi.",
    ],
    evidence_share: "Podaj też w procentach, jaka część pracy jest Twoja, na przykład 60%.",
    rows: Passage {
        heading: "Odpowiadaj wiersz po wierszu",
        text: &["Odpowiedz krótko przy {each_of}."],
    },
    rows_choice: "Jeśli jest lista, rozwiń ją i wybierz odpowiedź; do tego czasu widać „{choose}”.",
    rows_options: "Lista „{label}” zawiera: {options}.",
    rows_evidence: "Dowody podawaj według numerów, na przykład E1, E3.",
    rows_note: "W uwagach wystarczy jedno zdanie.",
    rows_not_applicable: "Jeśli coś nie ma zastosowania, zaznacz odpowiednie pole.",
    long_answers: Passage {
        heading: "Pisz tyle, ile trzeba",
        text: &[
            "Liczby słów to wskazówki, nie limity. W pełnym polu można pisać dalej: cały tekst zostaje w pliku i dotrze do osoby, która go przeczyta, choć na papierze widać tylko to, co się zmieści.",
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
            "Wyślij sam zapisany plik. Adresat: {publisher}. Nie łącz go z innymi plikami, nie drukuj go do nowego pliku PDF i nie zabezpieczaj hasłem.",
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
            "podobno gubi niektóre rodzaje odpowiedzi. W tym zeszycie takich nie ma, ale i tak obejrzyj zapisany plik.",
        ),
        (
            "Druk do PDF",
            "tworzy tylko obraz zeszytu: pola znikają, a długie odpowiedzi są obcięte. Użyj polecenia Zapisz, nie Drukuj.",
        ),
    ],
    no_scripts: Passage {
        heading: "Bez skryptów",
        text: &[
            "W zeszycie nie ma skryptów (JavaScript). Nic nie liczy słów, nie sprawdza odpowiedzi i nie wypełnia pól za Ciebie. Internet nie jest potrzebny.",
        ],
    },
    letters: Passage {
        heading: "Twój język, Twoje litery",
        text: &[
            "Możesz pisać w dowolnym języku. Niektóre programy źle pokazują w polach litery arabskie; wpisany tekst i tak zostaje w pliku. Nie używaj emoji: Chrome i podobne programy je gubią.",
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
    pen: PenGuide {
        rows_ticks: "Przy wyborze zaznacz jedno z pól.",
        rows_written: "Gdzie na wybór jest jedno puste pole, wpisz w nie słowa albo liczbę, którą wybierasz.",
        rows_options: "Możliwości przy „{label}”: {options}.",
        long_answers: Passage {
            heading: "Pisz tyle, ile trzeba",
            text: &[
                "Liczby słów to wskazówki, nie limity. Gdy pole jest pełne, pisz dalej na osobnej kartce i podaj na niej numer strony i pytanie, a także swoje imię i nazwisko.",
            ],
        },
        beyond_the_box: "Gdy pole jest pełne, pisz dalej na osobnej kartce.",
        write: Passage {
            heading: "Pisz wyraźnie, z myślą o kopii",
            text: &[
                "Wydrukuj zeszyt dwustronnie i bez zmniejszania. Pisz w polach ciemnym długopisem: ołówek i jasne kolory giną na kopii.",
            ],
        },
        sign_off_by: "Składa je {by}: długopisem i na samym końcu.",
        look: Passage {
            heading: "Przejrzyj całość",
            text: &[
                "Przed wysłaniem przejrzyj każdą stronę i sprawdź, czy nie zostały puste pola, które miały być wypełnione. Osobne kartki ponumeruj.",
            ],
        },
        send: Passage {
            heading: "Wyślij wszystkie strony",
            text: &[
                "Wyślij wszystkie strony wraz z osobnymi kartkami albo skan, na którym da się odczytać każdą stronę. Adresat: {publisher}. Zachowaj kopię.",
            ],
        },
        typing: Passage {
            heading: "Jeśli wolisz pisać na klawiaturze",
            text: &[
                "Ten zeszyt jest też dostępny jako plik do wypełnienia na komputerze, czytelny dla czytnika ekranu, oraz w wersji z dużym drukiem. Można o nie poprosić: {publisher}.",
            ],
        },
        letters: Passage {
            heading: "Twój język, Twoje litery",
            text: &[
                "Możesz pisać w dowolnym języku. Nazwiska i adresy zapisuj tak, by mógł je odczytać ktoś, kto ich nie zna.",
            ],
        },
        corrections: Passage {
            heading: "Poprawki",
            text: &[
                "Skreśl to, co już nieaktualne, i napisz obok, jak ma być. Błędne zaznaczenie skreśl i zaznacz inne pole.",
            ],
        },
        loose_pages: Passage {
            heading: "Luźne strony",
            text: &[
                "Strony kopiuje się pojedynczo i mogą się rozdzielić. U góry każdej strony, którą wypełniasz, napisz swoje imię i nazwisko.",
            ],
        },
        privacy: Passage {
            heading: "Twoja prywatność",
            text: &[
                "Kto ma te strony, może je przeczytać, dlatego chroń je jak każdy poufny dokument.",
            ],
        },
    },
};
