"""The programs that are asked: how each fills, rewrites or merges, and which version it is."""

import base64
import json
import os
import pathlib
import re
import subprocess
import sys

import viewers
from desk import Desk
from values import CHOICES, ENDS, LABELS, PLAIN, PREFIX, TEXT, TICKS

SLOW = pathlib.Path(__file__).resolve().parent
READERS = SLOW.parent / "readers"
JARS = [f"/usr/share/java/{name}.jar" for name in ("pdfbox2", "fontbox2", "commons-logging")]


def asked(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=600, cwd=SLOW).stdout


def number(*command):
    """The version that a program prints: the first number with a full stop in it."""
    # Okular does not even print its version without a screen.
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    return re.search(r"\d+\.[\d.]*\d", done.stdout + done.stderr)[0]


def named(values):
    return {PREFIX + short: value for short, value in values.items()}


def reader(script, is_by_label=False):
    """One of tests/readers, which fills by its own interface."""
    python = "/usr/bin/python3" if script == "poppler" else sys.executable

    def fill(source, typed, target):
        choices = {short: LABELS[value] for short, value in CHOICES.items()} if is_by_label else CHOICES
        values = {"text": named(typed), "choices": named(choices), "ticks": named(TICKS)}
        path = target.with_suffix(".values")
        path.write_text(json.dumps(values))
        asked(python, READERS / f"{script}.py", "fill", source, path, target)

    return fill, lambda: json.loads(asked(python, READERS / f"{script}.py", "version"))["version"].split(" ", 1)[1]


def node(script, is_by_label=False):
    def fill(source, typed, target):
        choices = {short: LABELS[value] for short, value in CHOICES.items()} if is_by_label else CHOICES
        path = target.with_suffix(".values")
        path.write_text(json.dumps({"text": named(typed), "choices": named(choices), "ticks": named(TICKS)}))
        asked("node", f"{script}.mjs", source, path, target)

    package = {"pdflib": "pdf-lib", "pdfjs": "pdfjs-dist"}[script]
    manifest = SLOW / "node_modules" / package / "package.json"
    return fill, lambda: json.loads(manifest.read_text())["version"]


def pdfbox(source, typed, target):
    path = target.with_suffix(".values")
    lines = named(typed | CHOICES | TICKS).items()
    path.write_text("".join(f"{name} {base64.b64encode(value.encode()).decode()}\n" for name, value in lines))
    refused = asked("java", "-cp", ":".join(JARS), "PdfBox.java", source, path, target).split()
    return {name.removeprefix(PREFIX) for name in refused}


def pdftk(source, typed, target):
    def string(value):
        return f"<feff{value.encode('utf-16-be').hex()}>"

    fields = [f"<</T({PREFIX}{short})/V{string(value)}>>" for short, value in (typed | CHOICES).items()]
    fields += [f"<</T({PREFIX}{short})/V/{state}>>" for short, state in TICKS.items()]
    path = target.with_suffix(".fdf")
    path.write_text(f"%FDF-1.2\n1 0 obj\n<</FDF<</Fields[{' '.join(fields)}]>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
    asked("pdftk", source, "fill_form", path, "output", target)


def stops(source):
    """What Tab may stop at, in order: fields, links, and where one page ends and another begins."""
    import pikepdf

    kinds = {"/Tx": "text", "/Ch": "choice", "/Btn": "tick", "/Sig": "signature"}
    found = []
    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            annotations = list(page.get("/Annots", []))
            found.append(("page" if annotations else "empty page", None))
            for one in annotations:
                name = str(one.get("/T", ""))
                kind = "link" if one.Subtype == "/Link" else "identity" if name.endswith("-identity") else kinds[one.FT]
                found.append((kind, name))
    return found[1:]


def boxes(source):
    """Page from 1, name and box of every field."""
    import pikepdf

    with pikepdf.open(source) as pdf:
        widgets = [(number, one) for number, page in enumerate(pdf.pages, 1) for one in page.get("/Annots", []) if one.Subtype == "/Widget"]
        return [(number, str(one.T), [float(edge) for edge in one.Rect]) for number, one in widgets]


def viewer(drive, program, places):
    def fill(source, typed, target, others=CHOICES | TICKS):
        with Desk(target.parent / f"desk-{target.stem}") as desk:
            try:
                drive(desk, source, typed | others, target, places(source))
            finally:
                desk.look("end")

    return fill, lambda: number(program, "--version")


# Those that are handed a workbook with values in it as well.
GIVEN = ["chromium", "firefox", "okular"]
# Name of the folder: name in the table, how it fills, its version, and the texts that it is given.
FILL = {
    "chromium": ("Chromium, by keyboard", *viewer(viewers.chromium, "chromium", stops), TEXT),
    "firefox": ("Firefox ESR, by keyboard", *viewer(viewers.firefox, "firefox-esr", stops), TEXT),
    "evince": ("Evince, by mouse and keyboard", *viewer(viewers.evince, "evince", boxes), TEXT),
    "okular": ("Okular, by mouse and keyboard", *viewer(viewers.okular, "okular", boxes), TEXT),
    "pdfium": ("PDFium", *reader("pdfium", True), ENDS),
    "mupdf": ("MuPDF", *reader("mupdf"), ENDS),
    "poppler": ("poppler", *reader("poppler", True), ENDS),
    "pypdf": ("pypdf", *reader("pypdf_"), ENDS),
    "pikepdf": ("pikepdf", *reader("pikepdf_"), ENDS),
    "pdfjs": ("pdf.js, its storage", *node("pdfjs"), ENDS),
    "pdf-lib": ("pdf-lib", *node("pdflib", True), ENDS),
    "pdfbox": ("PDFBox", pdfbox, lambda: asked("java", "-cp", ":".join(JARS), "PdfBox.java", "version").strip(), PLAIN),
    "pdftk": ("pdftk-java, fill_form", pdftk, lambda: number("pdftk", "--version"), ENDS),
}


def by_pypdf(first, second, target):
    asked(sys.executable, READERS / "pypdf_.py", "merge", first, second, target)


# Folder and file: name in the table, what is done, and the version. Each takes the files that these engines saved.
REWRITE = {
    "qpdf/linearized": ("qpdf --linearize", ["firefox"], lambda a, out: asked("qpdf", "--linearize", a, out), "qpdf"),
    "qpdf/object-streams": ("qpdf --object-streams=generate", ["chromium"], lambda a, out: asked("qpdf", "--object-streams=generate", a, out), "qpdf"),
    "mutool/cleaned": ("mutool clean", ["mupdf"], lambda a, out: asked("mutool", "clean", a, out), "mutool"),
    "pdftk/rewritten": ("pdftk cat", ["pdfbox"], lambda a, out: asked("pdftk", a, "cat", "output", out), "pdftk"),
    "qpdf/merged": ("qpdf --pages, two files", ["firefox", "pikepdf"], lambda a, b, out: asked("qpdf", "--empty", "--pages", a, b, "--", out), "qpdf"),
    "pdftk/merged": ("pdftk cat, two files", ["pdfjs", "pypdf"], lambda a, b, out: asked("pdftk", a, b, "cat", "output", out), "pdftk"),
    "pypdf/merged": ("pypdf, two files", ["pdf-lib", "pdftk"], by_pypdf, "pypdf"),
}


def version_of_rewriter(program):
    if program == "pypdf":
        return FILL["pypdf"][2]()
    return number("mutool", "-v") if program == "mutool" else number(program, "--version")
