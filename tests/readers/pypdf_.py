"""pypdf, in Python alone. (The trailing underscore keeps this file from being imported in its stead.)"""

import pypdf

import judge

RADIO, PUSH_BUTTON = 1 << 15, 1 << 16


def kind(one):
    flags = one.flags or 0
    if one.field_type == "/Btn":
        return "radio" if flags & RADIO else "button" if flags & PUSH_BUTTON else "checkbox"
    return {"/Tx": "text", "/Ch": "choice", "/Sig": "signature"}[one.field_type]


def value(one):
    if one.value is None or kind(one) == "signature":
        return None
    return [str(part) for part in one.value] if isinstance(one.value, list) else str(one.value).removeprefix("/")


def options(one):
    if kind(one) != "choice":
        return None
    return [[str(part[0]), str(part[1])] if isinstance(part, list) else [str(part)] * 2 for part in one.get("/_States_", [])]


def fields(path):
    reader = pypdf.PdfReader(path)
    widgets = {}
    for number, page in enumerate(reader.pages, 1):
        for annotation in page.annotations or []:
            annotation = annotation.get_object()
            if annotation["/Subtype"] == "/Widget":
                box = [float(edge) for edge in annotation["/Rect"]]
                widgets.setdefault(annotation.get("/T"), []).append({"page": number, "rect": box})
    found = [
        judge.field(name, kind(one), value(one), one.alternate_name, one.flags or 0, options(one), widgets.get(name))
        for name, one in (reader.get_fields() or {}).items()
    ]
    return {"page_count": len(reader.pages), "fields": found}


def texts(path):
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def fill(source, values, target):
    text, choices, ticks = judge.values_of(values)
    given = text | choices | {name: f"/{state}" for name, state in ticks.items()}
    writer = pypdf.PdfWriter(clone_from=source)
    for page in writer.pages:
        here = {annotation.get_object().get("/T") for annotation in page.annotations or []}
        # Only what stands on this page: pypdf's own loop takes widgets times values.
        mine = {name: given[name] for name in given if name in here}
        if mine:
            writer.update_page_form_field_values(page, mine, auto_regenerate=None)
    writer.write(target)


def merge(first, second, target):
    writer = pypdf.PdfWriter()
    writer.append(first)
    writer.append(second)
    writer.write(target)


if __name__ == "__main__":
    judge.run(lambda: f"pypdf {pypdf.__version__}", fields=fields, texts=texts, merge=merge, fill=fill)
