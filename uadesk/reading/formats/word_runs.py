"""What stands in one Word paragraph: its signs with their look, and the text boxes that hang on it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from uadesk.reading.formats.flow import Piece
from uadesk.reading.formats.symbols import seen
from uadesk.reading.formats.word_package import Element, r, w
from uadesk.reading.formats.word_styles import Look, Styles

_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATE = f"{_CHOICES}AlternateContent"
_CONTAINERS = frozenset(
    w(name)
    for name in ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "bdo", "dir", "ruby", "rubyBase")
)
_DELETED = frozenset({w("del"), w("moveFrom")})
_SIGNS = {
    w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("softHyphen"): "",
}  # fmt: skip
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b", re.IGNORECASE)
_LINK_FIELD = re.compile(r"\s*HYPERLINK\s+\"?([^\"\s]+)", re.IGNORECASE)


@dataclass(slots=True)
class Runs:
    """A paragraph's pieces; the text boxes anchored before any of its text, and behind it."""

    pieces: list[Piece] = field(default_factory=list)
    boxes_before: list[Element] = field(default_factory=list)
    boxes_after: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class _Field:
    """A field that has begun: what it is told to show, and whether the signs that come are what it shows."""

    instruction: str = ""
    shows: bool = False
    begin: int = 0
    """How many signs the paragraph had where its result began."""


class RunReader:
    """Reads paragraphs one after another and remembers what it left out."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[_Field] = []
        self._links: Mapping[str, str] = {}
        self._runs = Runs()
        self._style, self._is_shaded = "", False
        self.hidden: list[str] = []
        """Stretches that nobody sees in Word."""
        self.deleted: list[str] = []
        """Stretches that somebody deleted or moved away with changes tracked."""

    def read(self, paragraph: Element, links: Mapping[str, str], *, is_shaded: bool) -> Runs:
        """The paragraph's runs; `links` are its part's, `is_shaded` where a colour stands behind it."""
        self._runs, self._links = Runs(), links
        self._style = self._styles.style_of(paragraph)
        self._is_shaded = is_shaded or self._styles.is_shaded(paragraph)
        for opened in self._fields:
            opened.begin = 0
        self._take_all(paragraph)
        return self._runs

    def _take_all(self, parent: Element) -> None:
        for child in parent:
            self._take(child)

    def _take(self, element: Element) -> None:
        if element.tag == w("r"):
            self._take_run(element)
        elif element.tag == w("hyperlink"):
            self._take_link(element)
        elif element.tag == w("fldSimple"):
            if not _PAGE_FIELD.match(element.get(w("instr"), "")):
                self._take_all(element)
        elif element.tag in _DELETED:
            self.deleted.append(_raw(element))
        elif element.tag == w("sdt") and element.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None:
            return
        elif element.tag in _CONTAINERS:
            self._take_all(element)
        elif element.tag == _ALTERNATE:
            self._take_all(chosen(element))

    def _take_link(self, link: Element) -> None:
        begin = len(self._runs.text)
        self._take_all(link)
        self._show_address(begin, self._links.get(link.get(r("id"), ""), ""))

    def _show_address(self, begin: int, target: str) -> None:
        """A mail link whose text is no address gives both, as in markdown."""
        text = self._runs.text[begin:]
        if not target.lower().startswith("mailto:") or "@" in text or "protected" in text or not text.strip():
            return
        address = unquote(target[len("mailto:") :].partition("?")[0]).strip()
        if address:
            self._add(f" ({address})", Look())

    def _take_run(self, run: Element) -> None:
        look = self._styles.look(run, self._style)
        for child in run:
            self._take_of_run(child, look)

    def _take_of_run(self, child: Element, look: Look) -> None:
        if child.tag == w("fldChar"):
            self._take_field(child.get(w("fldCharType"), ""))
        elif child.tag == w("instrText"):
            if self._fields:
                self._fields[-1].instruction += child.text or ""
        elif child.tag == w("delText"):
            self.deleted.append(child.text or "")
        elif child.tag == _ALTERNATE:
            for each in chosen(child):
                self._take_of_run(each, look)
        elif child.tag in (w("drawing"), w("pict"), w("object")):
            self._take_boxes(child)
        elif child.tag == w("ruby"):
            self._take_all(child)
        else:
            self._add(_signs(child), look)

    def _take_boxes(self, drawing: Element) -> None:
        target = self._runs.boxes_after if self._runs.text.strip() else self._runs.boxes_before
        target.extend(boxes_in(drawing))

    def _take_field(self, what: str) -> None:
        if what == "begin":
            self._fields.append(_Field())
        elif what == "separate" and self._fields:
            self._fields[-1].shows = not _PAGE_FIELD.match(self._fields[-1].instruction)
            self._fields[-1].begin = len(self._runs.text)
        elif what == "end" and self._fields:
            ended = self._fields.pop()
            link = _LINK_FIELD.match(ended.instruction)
            if link is not None:
                self._show_address(ended.begin, link[1])

    def _add(self, text: str, look: Look) -> None:
        if not text or not all(opened.shows for opened in self._fields):
            return
        if look.is_hidden or (look.is_white and not self._is_shaded):
            self.hidden.append(text)
            return
        said = text.upper() if look.in_capitals else text
        pieces = self._runs.pieces
        last = pieces[-1] if pieces else None
        if last is not None and (not text.strip() or (last.is_bold, last.is_italic) == (look.is_bold, look.is_italic)):
            pieces[-1] = Piece(last.text + said, last.is_bold, last.is_italic)  # blanks part no bold line
        else:
            pieces.append(Piece(said, look.is_bold, look.is_italic))


def chosen(alternate: Element) -> Element:
    """The first of several forms of one content that holds text or a text box, as a word processor shows one only."""
    for form in alternate:
        if next(form.iter(w("txbxContent"), w("t")), None) is not None:
            return form
    return alternate[0] if len(alternate) else alternate


def boxes_in(element: Element) -> Iterator[Element]:
    """The contents of the text boxes in a drawing, each once; a box in a box belongs to the outer one."""
    for child in element:
        if child.tag == w("txbxContent"):
            yield child
        elif child.tag == _ALTERNATE:
            yield from boxes_in(chosen(child))
        else:
            yield from boxes_in(child)


def _signs(element: Element) -> str:
    """What a child of a run shows as text."""
    if element.tag == w("t"):
        return "".join(seen(sign) for sign in (element.text or "").replace("\u00ad", ""))
    if element.tag == w("sym"):
        code = element.get(w("char"), "")
        return seen(chr(int(code, 16))) if re.fullmatch(r"[0-9A-Fa-f]{2,4}", code) else ""
    return _SIGNS.get(str(element.tag), "")


def _raw(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(w("t"), w("delText")))
