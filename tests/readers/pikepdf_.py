"""pikepdf, over qpdf's library. (The trailing underscore keeps this file from being imported in its stead.)"""

import pikepdf
from pikepdf.form import CheckboxField, ChoiceField, Form, RadioButtonGroup, SignatureField, TextField

import judge
import spoken

KINDS = {TextField: "text", CheckboxField: "checkbox", RadioButtonGroup: "radio", ChoiceField: "choice", SignatureField: "signature"}


def value(field, kind):
    if kind in ("checkbox", "radio"):
        return str(field.value or "/Off").removeprefix("/")
    return str(field.value) if kind in ("text", "choice") and field.value is not None else None


def fields(path):
    with pikepdf.open(path) as pdf:
        boxes = {}
        for number, page in enumerate(pdf.pages, 1):
            for annotation in pdf.acroform.get_widget_annotations_for_page(page):
                name = pdf.acroform.get_field_for_annotation(annotation).fully_qualified_name
                boxes.setdefault(name, []).append({"page": number, "rect": [float(edge) for edge in annotation.obj.Rect]})
        found = []
        for name, field in Form(pdf).items():
            kind = KINDS.get(type(field), "button")
            options = [[str(one.export_value), str(one.display_value)] for one in field.options] if kind == "choice" else None
            found.append(judge.field(name, kind, value(field, kind), field.alternate_name, int(field.flags), options, boxes.get(name)))
        return {"page_count": len(pdf.pages), "fields": found}


def fill(source, values, target):
    text, choices, ticks = judge.values_of(values)
    with pikepdf.open(source) as pdf:
        for field in pdf.acroform.fields:
            name = field.fully_qualified_name
            if name in text or name in choices:
                # Not TextField.value, which takes line ends out of one-line fields.
                field.set_value(pikepdf.String(text.get(name, choices.get(name))), False)
            if name in ticks:
                field.set_value(pikepdf.Name(f"/{ticks[name]}"))
        pdf.save(target)


def merge(first, second, target):
    """As most people do it: the pages alone, about which pikepdf warns."""
    with pikepdf.open(first) as pdf, pikepdf.open(second) as other:
        pdf.pages.extend(other.pages)
        pdf.save(target)


if __name__ == "__main__":
    judge.run(lambda: f"pikepdf {pikepdf.__version__} (libqpdf {pikepdf.__libqpdf_version__})", fields=fields, merge=merge, fill=fill, spoken=spoken.spoken)
