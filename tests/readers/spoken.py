"""What a screen reader says of a tagged file, in order: one line for each heading, text, cell, box and link.

The structure tree is walked and the text of its marked content decoded by the fonts' own ToUnicode, without asking how the file was made.
"""

import re

import pikepdf

LEVEL = re.compile(r"H([1-6])$")


def codes(font):
    """Character codes of two bytes to text, from the font's ToUnicode."""
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    text = lambda hexes: bytes.fromhex(hexes).decode("utf-16-be")
    known = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, to in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            known[int(code, 16)] = text(to)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for first, last, to in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            for offset in range(int(last, 16) - int(first, 16) + 1):
                known[int(first, 16) + offset] = chr(int(to, 16) + offset)
    return known


def marked(page):
    """Text of a page by marked-content identifier."""
    fonts = {name: codes(font) for name, font in page.Resources.get("/Font", {}).items() if "/ToUnicode" in font}
    texts, open_marks, font = {}, [], None
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                properties = operands[1]
                is_ours = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
                open_marks.append(int(properties.MCID) if is_ours else None)
                texts.setdefault(open_marks[-1], "")
            case "BMC":
                open_marks.append(None)
            case "EMC":
                open_marks.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ":
                pieces = operands[0] if str(operator) == "TJ" else [operands[0]]
                for piece in pieces:
                    if isinstance(piece, pikepdf.String):
                        data = bytes(piece)
                        for at in range(0, len(data), 2):
                            texts[open_marks[-1]] = texts.get(open_marks[-1], "") + font[int.from_bytes(data[at : at + 2], "big")]
    return texts


class Walk:
    def __init__(self, pdf):
        self.pages = {page.objgen: marked(page) for page in pdf.pages}
        self.lines = []
        self.language = str(pdf.Root.Lang)

    def kids(self, element):
        kids = element.get("/K")
        if kids is None:
            return []
        return list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    def painted(self, kid, page):
        """The text of one marked content; nothing of an element."""
        if isinstance(kid, int):
            return self.pages[page.objgen][kid]
        if kid.get("/Type") == "/MCR":
            return self.pages[kid.get("/Pg", page).objgen][int(kid.MCID)]
        return ""

    def text(self, element, page):
        """All text below an element that has no boxes in it."""
        page = element.get("/Pg", page)
        said = ""
        for kid in self.kids(element):
            is_element = not isinstance(kid, int) and "/S" in kid
            said += self.text(kid, page) if is_element else self.painted(kid, page)
        return said

    def say(self, kind, text):
        words = " ".join(text.split())
        if words:
            self.lines.append(f"{kind}: {words}" if kind else words)

    def box(self, element):
        for kid in self.kids(element):
            if kid.get("/Type") == "/OBJR":
                widget = kid.Obj
                kind = {"/Tx": "type", "/Ch": "choose", "/Btn": "tick", "/Sig": "sign"}[str(widget.FT)]
                kind = "read only" if int(widget.get("/Ff", 0)) & 1 else kind
                self.say(kind, str(widget.TU))

    def element(self, element, page):
        page = element.get("/Pg", page)
        role = str(element.S)[1:]
        language = str(element.get("/Lang", ""))
        instead = element.get("/ActualText", element.get("/Alt"))
        if language:
            self.lines.append(f"[in {language}]")
        level = LEVEL.match(role)
        if role == "Form":
            self.box(element)
        elif level:
            self.say(f"heading {level[1]}", str(instead) if instead is not None else self.text(element, page))
        elif role in ("Link", "Figure"):
            self.say("link" if role == "Link" else "picture", str(instead) if instead is not None else self.text(element, page))
        elif role == "TH":
            scopes = element.get("/A", {})
            scopes = scopes if isinstance(scopes, pikepdf.Array) else [scopes]
            scope = next((str(one.Scope)[1:].lower() for one in scopes if "/Scope" in one), "no")
            self.say(f"{scope} head", self.text(element, page))
        else:
            if role == "L":
                self.lines.append(f"list of {sum(1 for kid in self.kids(element) if '/S' in kid and kid.S == '/LI')}")
            if role == "Table":
                self.lines.append(f"table of {len(self.kids(element))} rows")
            self.run(element, page)
        if language:
            self.lines.append(f"[end of {language}]")

    def run(self, element, page):
        """Text and elements in their order; neighbouring text is one line."""
        said = ""
        for kid in self.kids(element):
            if isinstance(kid, int) or "/S" not in kid:
                said += self.painted(kid, page)
            elif kid.S == "/Span":
                said += self.text(kid, page)
            else:
                self.say("", said)
                said = ""
                self.element(kid, page)
        self.say("", said)


def spoken(path):
    with pikepdf.open(path) as pdf:
        walk = Walk(pdf)
        for element in walk.kids(pdf.Root.StructTreeRoot):
            walk.element(element, None)
        return walk.lines
