"""WeasyPrint beside our workbook: the same pages, words and form fields from the same specification, as tagged PDF/UA-1.

    python peer_weasyprint.py SPECIFICATION FONTS [PDF]    each line on standard input is one round; PDF keeps what the last one made

A round answers with milliseconds, bytes, pages and form fields. Starting Python, importing the package, reading the specification, and reading
peer_weasyprint.css with the fonts are not in that time. Left out, which spares it work: lines in large boxes, appearances of fields. A signature is a
text field here. Our instructions are not in the specification: its guidance, once more, stands in for them.
"""

import json
import pathlib
import sys
import time
from html import escape

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

CLOSING = "Relevant theory · Sign-off"
LINK = '<a href="#{}">page </a>'
EVIDENCE = [("what", "What it is", 44), ("shows", "What it shows", 44), ("share", "Your share", 0)]


def body(text):
    """Paragraphs, and lists of one or two levels."""
    made, depth = "", 0
    for line in [text, ""] if isinstance(text, str) else [*text, ""]:
        item = line.lstrip().startswith("- ")
        level = 1 + line.startswith(" ") if item else 0
        made += "</li></ul>" * (depth - level) + "</li>" * (0 < level <= depth) + "<ul>" * (level - depth)
        made += f"<li>{escape(line.lstrip(' -'))}" if item else f"<p>{escape(line)}</p>" if line else ""
        depth = level
    return made


def box(name, title, label="", height=0, choices=()):
    """A choice, or a field of one line, or of many where a height in points is given."""
    known = f'name="{name}" title="{escape(title)}"'
    options = '<option value="">(choose)</option>' + "".join(f'<option value="{one["value"]}">{one["label"]}</option>' for one in choices)
    field = f'<textarea {known} style="height: {height}pt"></textarea>' if height else f"<input {known}>"
    return (f"<label>{escape(label)}</label>" if label else "") + (f"<select {known}>{options}</select>" if choices else field)


def table(widths, head, rows):
    columns = "".join(f'<col style="width: {width}pt">' for width in widths)
    top = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    made = "".join(f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>" for first, *cells in rows)
    return f"<table>{columns}{f'<thead><tr>{top}</tr></thead>' if head else ''}<tbody>{made}</tbody></table>"


def section(key, level, aside, title, running, *content):
    head = '<div class="head" data-part="{}" data-aside="{}">'.format(*map(escape, running))
    return f'<section id="{key}">{head}<aside>{escape(aside)}</aside><h{level}>{escape(title)}</h{level}></div>{"".join(content)}</section>'


def competency(one, asks, groups, choices):
    key, code, running, parts = one["id"], one["code"], f"{one['code']} {one['title']}", one["parts"]
    (register, theory, attest, *signs), prompt = asks["competency"], asks["part"][0]["prompt"]
    needs = [(escape(part["title"]), f"{len(part['indicators'])} indicators", LINK.format(part["id"])) for part in parts]
    needs.append((CLOSING, "", LINK.format(f"{key}-end")))
    rows = [(f"E{n}", *(box(f"{key}-r{n}-{slot}", f"{code} E{n}: {says}", "", tall) for slot, says, tall in EVIDENCE)) for n in range(1, 9)]
    yield section(key, 1, f"Competency {code}", one["title"], ("", ""), table((320, 110, 77), (), needs),
        f"<h2 class=side>{register['prompt']}</h2><p>List each item once. Later, refer to it as E1 to E8. Give your own share in percent.</p>",
        table((24, 163, 255, 65), ("Ref.", *(says for _, says, _ in EVIDENCE)), rows))
    for at, part in enumerate(parts, 1):
        items, place, rows, tall = part["indicators"], f"{code} Part {at}", [], min(84, 510 // len(part["indicators"]))
        for n, item in enumerate(items, 1):
            fields = [(f"{item['id']}-{ask['slot']}", f"{place}, {n}: {ask['prompt']}", ask["prompt"]) for ask in asks["indicator"]]
            asked = (box(*field, tall, () if spot else choices) for spot, field in enumerate(fields))
            rows.append((n, f'<div class="says">{escape(item["text"])}</div>', *asked))
        yield section(part["id"], 2, f"{place} Indicators", part["title"], (running, f"Part {at} of {len(parts)}"),
            "<p>Answer for each of the indicators. Give evidence as E1, E2.</p>", table((17, 170, 93, 58, 169), (), rows))
        listed = "".join(f'<p class="says">{n} {escape(item["text"])}</p>' for n, item in enumerate(items, 1))
        yield section(part["id"] + "-account", 2, f"{place} Account", part["title"], (running, f"Part {at} of {len(parts)}"),
            "<p>About 500 words as a guide, never a limit. Text beyond the box is kept in the file.</p>",
            f"<aside>Indicators in this part{listed}</aside>", box(f"{part['id']}-narrative", f"{place}: {prompt}", prompt, 590))
    sign = "".join(box(f"{key}-{ask['slot']}", f"{code}: {ask['prompt']}", ask["prompt"]) for ask in signs)
    check = f'<p><input type="checkbox" name="{key}-attest" title="{code}: {attest["prompt"]}">{attest["prompt"]}</p>'
    yield section(key + "-end", 2, code, groups[0]["title"], (running, CLOSING), body(groups[0]["body"]),
        box(f"{key}-theory", f"{code}: {theory['prompt']}", theory["prompt"], 190),
        f"<h2>{groups[1]['title']}</h2>", body(groups[1]["body"]), check, sign)


def workbook(spec):
    programme, book = spec["programme"], spec["workbooks"][0]
    area = next(area for area in spec["framework"]["areas"] if area["id"] in book["covers"])
    title, every = f"{book['title']} {area['code']}: {area['title']}", area["competencies"]
    ours = "".join(box(ask["slot"], ask["prompt"], ask["prompt"]) for ask in book["asks"]["workbook"]) + box("identity", "Workbook", "Workbook")
    named = "".join(f"<p>{one['code']} {escape(one['title'])}</p>" for one in every)
    prose = "".join(f'<div class="item"><h2 class=side>{escape(each["title"])}</h2>{body(each["body"])}</div>' for each in programme["guidance"])
    cover, rows = f'<p class="code">{area["code"]}</p>{named}<h2 class=side>Candidate</h2>{ours}', []
    pages = [section("cover", 1, programme["publisher"]["name"], area["title"], ("", ""), cover),
        section("about", 1, "About the programme", programme["title"], ("", ""), prose),
        section("use", 1, "Read first", "How to use this workbook", ("", ""), prose)]
    for one in every:
        rows.append((one["code"], escape(one["title"]), "Evidence register", "", LINK.format(one["id"])))
        rows += [("", "", escape(part["title"]), len(part["indicators"]), LINK.format(part["id"])) for part in one["parts"]]
        rows.append(("", "", CLOSING, "", LINK.format(f"{one['id']}-end")))
    contents = table((30, 150, 190, 70, 67), ("", "Competency", "Part", "Indicators", "Page"), rows)
    pages.append(section("contents", 1, "At a glance", "Contents", ("", ""), contents))
    choices = next(scale["options"] for scale in spec["scales"] if scale["id"] == "claim")
    pages += [page for one in every for page in competency(one, book["asks"], book["groups"], choices)]
    return f'<html lang="{programme["language"]}"><title>{escape(title)}</title><body data-book="{escape(title)}">{"".join(pages)}</body></html>'


def main(specification, fonts, keep=None):
    spec, config, counts = json.loads(pathlib.Path(specification).read_text()), FontConfiguration(), []
    sheet = CSS(pathlib.Path(__file__).with_suffix(".css"), base_url=pathlib.Path(fonts).resolve().as_uri() + "/", font_config=config)
    options = {"font_config": config, "stylesheets": [sheet], "pdf_variant": "pdf/ua-1", "pdf_tags": True, "pdf_forms": True}
    for _ in sys.stdin:
        start = time.perf_counter()
        document = HTML(string=workbook(spec)).render(**options)
        pdf = document.write_pdf(finisher=lambda _, made: counts.append(len(made.catalog["AcroForm"]["Fields"])), **options)
        print((time.perf_counter() - start) * 1000, len(pdf), len(document.pages), counts[-1], flush=True)
        if keep:
            pathlib.Path(keep).write_bytes(pdf)


main(*sys.argv[1:])
