"""qpdf's own program: `--check`, the `acroform` key of `--json=2`, which shows no boxes, and its `qpdf` key, which shows every object."""

import base64
import json
import subprocess

import judge

KINDS = {"/Tx": "text", "/Ch": "choice", "/Sig": "signature"}


def version():
    return subprocess.run(["qpdf", "--version"], check=True, capture_output=True, text=True).stdout.split("\n")[0]


def text(value):
    """Strings stand as u:text or b:hex, names as they are."""
    if not isinstance(value, str):
        return value
    if value.startswith("u:"):
        return value[2:]
    if value.startswith("b:"):
        return bytes.fromhex(value[2:]).decode("latin-1")
    return value.removeprefix("/")


def kind(one):
    if one["fieldtype"] != "/Btn":
        return KINDS[one["fieldtype"]]
    return "checkbox" if one["ischeckbox"] else "radio" if one["isradiobutton"] else "button"


def fields(path):
    shown = json.loads(
        subprocess.run(["qpdf", "--json=2", "--json-key=acroform", "--json-key=pages", path], check=True, capture_output=True).stdout
    )
    found = [
        judge.field(
            text(one["fullname"]),
            kind(one),
            text(one["value"]),
            text(one["alternativename"]),
            one["fieldflags"],
            # Pairs of export value and label are left out of the list (qpdf issue 1433).
            None,
            [{"page": one["pageposfrom1"], "rect": None}],
        )
        for one in shown["acroform"]["fields"]
    ]
    return {"page_count": len(shown["pages"]), "fields": judge.merged(found)}


def merge(first, second, target):
    subprocess.run(["qpdf", "--empty", "--pages", first, second, "--", target], check=True)


def flatten(source, target):
    subprocess.run(["qpdf", "--generate-appearances", "--flatten-annotations=all", source, target], check=True)


def check(path):
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, errors="replace")
    return {"status": done.returncode, "output": done.stdout + done.stderr}


def objects(path):
    """Every object by "N G R": its value, or {"dict", "data"} of a stream, decoded, a byte a letter; the trailer by "trailer"."""
    streams = ["--json-stream-data=inline", "--decode-level=generalized"]
    shown = json.loads(subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", *streams, path], check=True, capture_output=True).stdout)
    found = {}
    for key, one in shown["qpdf"][1].items():
        if "stream" in one:
            data = base64.b64decode(one["stream"]["data"]).decode("latin-1")
            found[key.removeprefix("obj:")] = {"dict": one["stream"]["dict"], "data": data}
        else:
            found[key.removeprefix("obj:")] = one["value"]
    return found


def attachments(path):
    """Files inside the file: name to content, a byte a letter."""
    listed = subprocess.run(["qpdf", "--list-attachments", path], check=True, capture_output=True, text=True).stdout
    names = [line.split(" -> ")[0] for line in listed.splitlines() if " -> " in line]
    show = lambda name: subprocess.run(["qpdf", f"--show-attachment={name}", path], check=True, capture_output=True).stdout
    return {name: show(name).decode("latin-1") for name in names}


if __name__ == "__main__":
    judge.run(version, fields=fields, merge=merge, flatten=flatten, check=check, objects=objects, attachments=attachments)
