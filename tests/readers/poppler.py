"""poppler through its GObject interface, as Evince uses it, and pdftotext. Runs under Debian's own Python."""

import pathlib
import subprocess

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402

import judge  # noqa: E402

KINDS = {
    Poppler.FormFieldType.TEXT: "text",
    Poppler.FormFieldType.CHOICE: "choice",
    Poppler.FormFieldType.SIGNATURE: "signature",
}
BUTTONS = {
    Poppler.FormButtonType.CHECK: "checkbox",
    Poppler.FormButtonType.RADIO: "radio",
    Poppler.FormButtonType.PUSH: "button",
}


def opened(path):
    return Poppler.Document.new_from_file(pathlib.Path(path).absolute().as_uri(), None)


def widgets(document):
    for number in range(document.get_n_pages()):
        # The mapping stands in the reverse of the page's own order.
        for mapping in reversed(document.get_page(number).get_form_field_mapping()):
            yield number + 1, mapping.field, mapping.area


def items(field):
    return [field.choice_get_item(index) for index in range(field.choice_get_n_items())]


def value(field, kind):
    """Choices by their label: poppler shows no export value. Buttons by whether they are on: no state name either."""
    if kind == "text":
        return field.text_get_text()
    if kind == "choice":
        return next((item for index, item in enumerate(items(field)) if field.choice_is_item_selected(index)), None)
    if kind in ("checkbox", "radio"):
        return "on" if field.button_get_state() else "Off"
    return None


def seen(page, field, area):
    kind = KINDS.get(field.get_field_type()) or BUTTONS[field.button_get_button_type()]
    return judge.field(
        field.get_name(),
        kind,
        value(field, kind),
        field.get_alternate_ui_name(),
        # Of the flags only ReadOnly is shown.
        1 if field.is_read_only() else 0,
        [[None, label] for label in items(field)] if kind == "choice" else None,
        [{"page": page, "rect": [area.x1, area.y1, area.x2, area.y2]}],
    )


def fields(path):
    document = opened(path)
    return {"page_count": document.get_n_pages(), "fields": judge.merged([seen(*one) for one in widgets(document)])}


def texts(path):
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True)
    return done.stdout.decode("utf-8").split("\f")[:-1]


def fill(source, values, target):
    """Choices are given by label, ticks by "Off" or anything else."""
    text, choices, ticks = judge.values_of(values)
    document = opened(source)
    for _, field, _ in widgets(document):
        name = field.get_name()
        if name in text:
            field.text_set_text(text[name])
        if name in choices:
            field.choice_unselect_all()
            field.choice_select_item(items(field).index(choices[name]))
        if name in ticks:
            field.button_set_state(ticks[name] != "Off")
    document.save(pathlib.Path(target).absolute().as_uri())


def merge(first, second, target):
    subprocess.run(["pdfunite", first, second, target], check=True)


def flatten(source, target):
    subprocess.run(["pdftocairo", "-pdf", source, target], check=True)


if __name__ == "__main__":
    judge.run(lambda: f"poppler {Poppler.get_version()}", fields=fields, texts=texts, merge=merge, flatten=flatten, fill=fill)
