"""What is written into the workbook of tests/corpus/viewer-1/spec.json: by whom, and what may come back.

A value must come back exactly, but for line ends, which are LF, and letters, which are composed (NFC): docs/formats.md, "Text". What an
engine changes before it writes is listed here, value by value; anything else is a fault, whoever's it is.
"""

import unicodedata

PREFIX = "viewer-1-w0001-"

LONG = "\n".join(" ".join(f"On day {day} of week {week} we met and wrote down what was agreed." for day in range(1, 6)) for week in range(1, 13))

TEXT = {
    "w0001-name": "€1,000 “quoted” ‘so’ – Zażółć gęślą jaźń",
    "w0001-date": "27 November 2026",
    "w0001-share": "12.5%",
    "i0001-refs": "E1,\nE2",
    "i0002-refs": "E2",
    "p0001-account": LONG,
    "p0001-setting": "first\nsecond\n\nfourth\n  a (b) \\n \\ ) ( \\101\n10\u00a0000\u2009€\nПривет, Zoe\u0308",
    "c0001-evidence-r01-what": "Ο πελάτης είπε ναι",
    "c0001-evidence-r01-shows": "العميل وافق على الخطة",
    "c0001-evidence-r01-share": "60",
    "c0001-evidence-r02-what": "客户同意了我们的计划",
    "c0001-evidence-r02-shows": "done 👍🏽 👩‍💼 🇵🇱",
    "c0001-evidence-r02-share": "40%",
    "c0001-summary": "a\tb\t\tc",
    "c0001-last": "The last of all: ąęż „ok”",
}
# CR and CRLF are written by programs alone: a keyboard has one key for the end of a line.
ENDS = TEXT | {"p0001-setting": TEXT["p0001-setting"].replace("first\n", "first\r\n").replace("second\n", "second\r")}
# PDFBox has glyphs for the form's font alone.
PLAIN = ENDS | {"p0001-setting": ENDS["p0001-setting"].replace("\u00a0", " ").replace("\u2009", " ").replace("Zoe\u0308", "Zo\u00eb")}
CHOICES = {"w0001-before": "yes", "i0001-claim": "partly", "i0002-claim": "notyet"}
LABELS = {"yes": "Yes", "fully": "Shown fully", "partly": "Shown in part", "notyet": "Not yet"}
TICKS = {"c0001-tick": "Yes"}

# What stands in a workbook beforehand, and what is typed into it; Tab passes through all of it.
GIVEN = {
    "w0001-name": "Zoë Żółć “Sample”",
    "w0001-before": "yes",
    "i0001-claim": "partly",
    "i0001-refs": "E1,\nE2",
    "p0001-setting": "first\n\nthird  \n 10\u00a0000",
    "c0001-evidence-r01-what": "Ο πελάτης",
    "c0001-evidence-r01-shows": "done 👍🏽 and 🤝",
    "c0001-evidence-r01-share": "60",
    "c0001-summary": "a\tb\t\tc",
    "c0001-tick": "yes",
}
AFTERWARDS = {"c0001-evidence-r01-share": "70", "c0001-last": "typed afterwards"}

# In the order of the table: the name of the column, and the fields that it speaks of.
COLUMNS = {
    "first field: €, quotes, Polish": ["w0001-name"],
    "date, numbers": ["w0001-date", "w0001-share", "c0001-evidence-r01-share", "c0001-evidence-r02-share"],
    "drop-downs": list(CHOICES),
    "tick": list(TICKS),
    "840 words": ["p0001-account"],
    "line ends, brackets": ["i0001-refs", "i0002-refs", "p0001-setting"],
    "Greek, Arabic, Chinese": ["c0001-evidence-r01-what", "c0001-evidence-r01-shows", "c0001-evidence-r02-what"],
    "emoji": ["c0001-evidence-r02-shows"],
    "tabs": ["c0001-summary"],
    "last field": ["c0001-last"],
}
assert sorted(sum(COLUMNS.values(), [])) == sorted([*TEXT, *CHOICES, *TICKS])
assert len(LONG.split()) == 840


def normal(text):
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def blanks_for_tabs(text):
    return text.replace("\t", " ")


def half_letters(text):
    """Letters beyond U+FFFF cut to 16 bits, as PDFium's interface takes them."""
    return "".join(letter if ord(letter) < 0x10000 else chr(ord(letter) & 0xFFFF) for letter in text)


# What an engine is known to change before it writes, by field: how, and in which words the table says so.
CHANGES = {
    (engine, short): (change, words)
    for engine in ("chromium", "pdfium")
    for short, change, words in [
        ("c0001-summary", blanks_for_tabs, "a tab is a blank"),
        # R026 has to name the field.
        ("c0001-evidence-r02-shows", half_letters, "emoji are cut, reported"),
    ]
}

CHANGES["okular", "p0001-setting"] = (lambda text: text.replace("\u00a0", " "), "a no-break space is a blank")

# What an engine refuses with an error before it saves anything: it has no glyph for it in the form's font.
REFUSED = {"pdfbox": {"c0001-evidence-r01-shows", "c0001-evidence-r02-what", "c0001-evidence-r02-shows"}}

# Engines that put whole fonts into the file for what the form's font lacks, megabytes of them: judged with it, and kept without.
WIDE = {"c0001-evidence-r01-shows", "c0001-evidence-r02-what", "c0001-evidence-r02-shows", "c0001-summary"}
HEAVY = {"poppler": WIDE, "mupdf": WIDE, "evince": WIDE, "okular": WIDE}
