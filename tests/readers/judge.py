"""What every reader's script shares: one command line in, one JSON object out.

    python READER.py version
    python READER.py fields FILE             {"page_count", "fields": [{"name", "kind", "value", "tooltip", "flags", "options", "widgets"}]}
    python READER.py texts FILE              one string a page
    python READER.py merge FILE FILE OUT     the pages of both, one after the other
    python READER.py flatten FILE OUT        fields made part of the page, or a copy printed to PDF
    python READER.py scan FILE OUT           a picture of each page
    python READER.py attachments FILE        {name: content}; qpdf.py alone
    python READER.py spoken FILE             what is heard, a string each; pikepdf.py alone
    python READER.py fill FILE VALUES OUT    VALUES: JSON file, {"text": {name: text}, "choices": {name: value}, "ticks": {name: state}}

A fact that a program's own interface does not show is null: never guessed, never looked up in the file behind its back.
kind: text, checkbox, radio, choice, signature, button. widgets: [{"page": from 1, "rect": [x0, y0, x1, y1] in points, y upward}].
Values of buttons are state names without the slash.
"""

import json
import sys


def field(name, kind=None, value=None, tooltip=None, flags=None, options=None, widgets=None):
    return {
        "name": name,
        "kind": kind,
        "value": value,
        "tooltip": tooltip,
        "flags": flags,
        "options": options,
        "widgets": widgets,
    }


def merged(fields):
    """Widgets of one field, as many readers list them, made one field again."""
    by_name = {}
    for one in fields:
        known = by_name.setdefault(one["name"], one)
        if known is not one and one["widgets"]:
            known["widgets"] = (known["widgets"] or []) + one["widgets"]
    return list(by_name.values())


def values_of(path):
    with open(path, encoding="utf-8") as file:
        values = json.load(file)
    return values.get("text", {}), values.get("choices", {}), values.get("ticks", {})


def whole(value):
    """Strings that JSON can hold: a lone surrogate becomes U+FFFD."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [whole(one) for one in value]
    if isinstance(value, dict):
        return {key: whole(one) for key, one in value.items()}
    return value


def run(version, **commands):
    command, *arguments = sys.argv[1:]
    result = None if command == "version" else commands[command](*arguments)
    json.dump({"version": version(), "result": whole(result)}, sys.stdout)
