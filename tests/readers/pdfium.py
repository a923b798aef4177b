"""PDFium, the reader inside Chrome and Edge, through its C interface: forms are typed in as a person would."""

import ctypes

import pypdfium2
import pypdfium2.raw as raw

import judge

KINDS = {
    raw.FPDF_FORMFIELD_TEXTFIELD: "text",
    raw.FPDF_FORMFIELD_CHECKBOX: "checkbox",
    raw.FPDF_FORMFIELD_RADIOBUTTON: "radio",
    raw.FPDF_FORMFIELD_COMBOBOX: "choice",
    raw.FPDF_FORMFIELD_LISTBOX: "choice",
    raw.FPDF_FORMFIELD_SIGNATURE: "signature",
    raw.FPDF_FORMFIELD_PUSHBUTTON: "button",
}


def string(function, *arguments):
    """PDFium's strings: asked once for the length in bytes, once for UTF-16LE with a zero at the end."""
    length = function(*arguments, None, 0)
    buffer = ctypes.create_string_buffer(length)
    function(*arguments, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw[:length].decode("utf-16-le", "surrogatepass").rstrip("\0")


def wide(text):
    data = (text + "\0").encode("utf-16-le", "surrogatepass")
    return ctypes.cast(ctypes.create_string_buffer(data, len(data)), ctypes.POINTER(ctypes.c_ushort))


def opened(path):
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    return document


def widgets(document):
    """Page, its number from 1, and each widget on it. The page stays open while its widgets are looked at."""
    for number in range(len(document)):
        page = document[number]
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, index)
            if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET:
                yield page, number + 1, annotation
            raw.FPDFPage_CloseAnnot(annotation)
        page.close()


def labels(form, annotation):
    count = raw.FPDFAnnot_GetOptionCount(form, annotation)
    return [string(raw.FPDFAnnot_GetOptionLabel, form, annotation, index) for index in range(max(count, 0))]


def value(form, annotation, kind):
    if kind in ("checkbox", "radio"):
        on = raw.FPDFAnnot_IsChecked(form, annotation)
        return string(raw.FPDFAnnot_GetFormFieldExportValue, form, annotation) if on else "Off"
    return string(raw.FPDFAnnot_GetFormFieldValue, form, annotation) if kind in ("text", "choice") else None


def seen(form, number, annotation):
    kind = KINDS[raw.FPDFAnnot_GetFormFieldType(form, annotation)]
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, box)
    return judge.field(
        string(raw.FPDFAnnot_GetFormFieldName, form, annotation),
        kind,
        value(form, annotation, kind),
        string(raw.FPDFAnnot_GetFormFieldAlternateName, form, annotation),
        raw.FPDFAnnot_GetFormFieldFlags(form, annotation),
        # Export values of a drop-down are not shown, only labels.
        [[None, label] for label in labels(form, annotation)] if kind == "choice" else None,
        [{"page": number, "rect": [box.left, box.bottom, box.right, box.top]}],
    )


def fields(path):
    document = opened(path)
    form = document.formenv
    found = [seen(form, number, annotation) for _, number, annotation in widgets(document)]
    return {"page_count": len(document), "fields": judge.merged(found)}


def texts(path):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def fill(source, values, target):
    """Types text, picks a drop-down's entry by its label, clicks boxes until they are in the wanted state."""
    text, choices, ticks = judge.values_of(values)
    document = opened(source)
    form = document.formenv
    for page, _, annotation in widgets(document):
        name = string(raw.FPDFAnnot_GetFormFieldName, form, annotation)
        if name not in text and name not in choices and name not in ticks:
            continue
        raw.FORM_SetFocusedAnnot(form, annotation)
        if name in text:
            raw.FORM_SelectAllText(form, page)
            raw.FORM_ReplaceSelection(form, page, wide(text[name]))
        elif name in choices:
            raw.FORM_SetIndexSelected(form, page, labels(form, annotation).index(choices[name]), True)
        elif bool(raw.FPDFAnnot_IsChecked(form, annotation)) != (ticks[name] != "Off"):
            box = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annotation, box)
            at = (box.left + box.right) / 2, (box.top + box.bottom) / 2
            raw.FORM_OnLButtonDown(form, page, 0, *at)
            raw.FORM_OnLButtonUp(form, page, 0, *at)
        raw.FORM_ForceToKillFocus(form)
    document.save(target, flags=raw.FPDF_INCREMENTAL)


def render(path, dpi, folder, *numbers):
    """The pages named (from 1) as FOLDER/page-NN.png, form fields painted; returns how many pages there are."""
    document = opened(path)
    for number in map(int, numbers):
        image = document[number - 1].render(scale=float(dpi) / 72, may_draw_forms=True).to_pil()
        image.save(f"{folder}/page-{number:02}.png", optimize=True)
    return len(document)


if __name__ == "__main__":
    judge.run(lambda: f"PDFium {pypdfium2.version.PDFIUM_INFO.build}", fields=fields, texts=texts, fill=fill, render=render)
