"""MuPDF through PyMuPDF."""

import pymupdf

import judge

KINDS = {"Text": "text", "CheckBox": "checkbox", "RadioButton": "radio", "ComboBox": "choice", "ListBox": "choice", "Signature": "signature", "Button": "button"}


def seen(page, widget):
    kind = KINDS[widget.field_type_string]
    # Turned to y upward, as the file counts.
    box = widget.rect * ~page.transformation_matrix
    options = [one if isinstance(one, (list, tuple)) else (one, one) for one in widget.choice_values or []]
    return judge.field(
        widget.field_name,
        kind,
        None if kind in ("signature", "button") else widget.field_value,
        widget.field_label,
        widget.field_flags,
        [list(one) for one in options] if kind == "choice" else None,
        [{"page": page.number + 1, "rect": [box.x0, box.y0, box.x1, box.y1]}],
    )


def fields(path):
    document = pymupdf.open(path)
    found = [seen(page, widget) for page in document for widget in page.widgets()]
    return {"page_count": len(document), "fields": judge.merged(found)}


def texts(path):
    return [page.get_text() for page in pymupdf.open(path)]


def fill(source, values, target):
    text, choices, ticks = judge.values_of(values)
    given = text | choices | {name: state != "Off" for name, state in ticks.items()}
    document = pymupdf.open(source)
    for page in document:
        for widget in page.widgets():
            if widget.field_name in given:
                widget.field_value = given[widget.field_name]
                widget.update()
    document.save(target)


def merge(first, second, target):
    document = pymupdf.open(first)
    document.insert_pdf(pymupdf.open(second))
    document.save(target)


def flatten(source, target):
    document = pymupdf.open(source)
    document.bake()
    document.save(target)


def scan(source, target):
    scanned = pymupdf.open()
    for page in pymupdf.open(source):
        copy = scanned.new_page(width=page.rect.width, height=page.rect.height)
        copy.insert_image(copy.rect, pixmap=page.get_pixmap(dpi=40))
    scanned.save(target)


if __name__ == "__main__":
    judge.run(lambda: f"MuPDF {pymupdf.mupdf_version}", fields=fields, texts=texts, merge=merge, flatten=flatten, scan=scan, fill=fill)
