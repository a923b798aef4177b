"""pypdf and pikepdf beside our extraction.

    python peers.py make TEMPLATE FOLDER COUNT    copies of a workbook, filled with different words by pikepdf
    python peers.py pypdf|pikepdf FILE...         reads every form value; each line on standard input is one round

A round answers with the milliseconds it took and the number of values. Starting Python and importing the package are not in that time.
"""

import sys
import time


def make(template, folder, count):
    import pikepdf

    words = "the customer asked what we would change and we agreed on a plan for the year ".split()
    for number in range(int(count)):
        with pikepdf.open(template) as pdf:
            for index, field in enumerate(pdf.acroform.fields):
                if field.is_text and not field.flags & 1:
                    length = 500 if field.fully_qualified_name.endswith("narrative") else 6
                    text = " ".join(words[(number + index + at * at) % len(words)] for at in range(length))
                    field.set_value(pikepdf.String(text), False)
                elif field.is_choice:
                    field.set_value(field.obj.Opt[1 + (number + index) % 3][0])
            pdf.save(f"{folder}/{number:04}.pdf")


def pypdf_values():
    import pypdf

    return lambda path: {name: field.value for name, field in pypdf.PdfReader(path).get_fields().items()}


def pikepdf_values():
    import pikepdf

    def values(path):
        with pikepdf.open(path) as pdf:
            return {field.fully_qualified_name: field.value_as_string for field in pdf.acroform.fields}

    return values


def main(name, *arguments):
    if name == "make":
        make(*arguments)
        return
    values = pypdf_values() if name == "pypdf" else pikepdf_values()
    for _ in sys.stdin:
        start = time.perf_counter()
        count = sum(len(values(path)) for path in arguments)
        print((time.perf_counter() - start) * 1000, count, flush=True)


main(*sys.argv[1:])
