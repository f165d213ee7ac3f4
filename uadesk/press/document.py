"""Pages of marks become a PDF: each repeated part is stored once, each page is two small objects.

Pages are registered in ReportLab's document directly, not through its canvas: that is several times faster in
large batches and gives smaller files. It rests on the document model of ReportLab 5.
"""

import zlib
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference

from uadesk.press.fonts import CUTTING, font
from uadesk.press.setting import BLACK, Line, Mark, Page, Part, Placed

if TYPE_CHECKING:
    from uadesk.press.fonts import Face

_ESCAPES = {ord(sign): f"\\{sign}" for sign in "()\\"} | {code: f"\\{code:03o}" for code in (*range(32), 127)}


class Document:
    """A PDF in the making: pages of one size, in points."""

    def __init__(self, width: float, height: float, title: str) -> None:
        """`title` stands in the file's properties; it must say nothing about people."""
        self._width = width
        self._height = height
        self._base = round(height, 2)  # in steps of what is written, so that a form lands where its marks would
        self._pdf = PDFDocument(compression=1, invariant=1)
        self._pdf.setTitle(title)
        self._pdf.setAuthor("")
        self._pdf.setSubject("")
        self._pdf.setCreator("UADesk")
        self._resources = _Resources()
        self._seen: set[int] = set()
        self._forms: dict[Part, str] = {}
        self.pages = 0

    def add(self, page: Page) -> None:
        """Append a page."""
        self._pdf.addPage(
            _PageObject(
                self._width, self._height, self._reference(self._resources), self._stream(b"", self._code(page))
            )
        )
        self.pages += 1

    def save(self, out: IO[bytes]) -> None:
        """Write the file. Raises OSError."""
        with CUTTING:
            self._pdf.SaveToFile(out, None)

    def _reference(self, thing: PDFObject) -> PDFObjectReference:
        return _reference(self._pdf, thing)

    def _stream(self, entries: bytes, code: str) -> PDFObjectReference:
        packed = zlib.compress(code.encode("latin-1"), 6)
        head = b"<<%s/Filter/FlateDecode/Length %d>>stream\n" % (entries, len(packed))
        return self._reference(_Bytes(head + packed + b"\nendstream"))

    def _code(self, page: Iterable[Placed]) -> str:
        return "\n".join(self._use(placed) for placed in page if placed.part.marks)

    def _use(self, placed: Placed) -> str:
        """Draw a part in place the first time; from the second time on it is a form of its own."""
        part = placed.part
        name = self._forms.get(part)
        if name is None:
            if hash(part) not in self._seen:
                self._seen.add(hash(part))
                return self._drawn(part.marks, placed.top)
            name = self._forms[part] = self._make_form(part)
        return f"q 1 0 0 1 0 {-placed.top:.2f} cm /{name} Do Q"

    def _make_form(self, part: Part) -> str:
        name = f"P{len(self._forms)}"
        box = f"/Type/XObject/Subtype/Form/BBox[0 0 {self._width:.2f} {self._height:.2f}]"
        fonts = b"/Resources<</Font %s>>" % PDFObjectReference("BasicFonts").format(self._pdf)
        form = self._stream(box.encode() + fonts, self._drawn(part.marks, 0.0))
        self._resources.forms.append((name, form))
        return name

    def _drawn(self, marks: Iterable[Mark], top: float) -> str:
        return "\n".join(self._line(mark, top) if isinstance(mark, Line) else self._rule(mark, top) for mark in marks)

    def _line(self, line: Line, top: float) -> str:
        shade = "" if line.shade == BLACK else f"{line.shade:g} g "
        runs = " ".join(f"{name} {line.size:g} Tf ({text}) Tj" for name, text in self._runs(line.text, line.face))
        code = f"BT {shade}1 0 0 1 {line.x:.2f} {self._base - top - line.y:.2f} Tm {runs} ET"
        return f"q {code} Q" if shade else code

    def _runs(self, text: str, face: "Face") -> list[tuple[str, str]]:
        """The text in the codes of the font's subsets in this file."""
        ttf = font(face)
        return [
            (ttf.getSubsetInternalName(subset, self._pdf), codes.decode("latin-1").translate(_ESCAPES))
            for subset, codes in ttf.splitString(text, self._pdf)
        ]

    def _rule(self, rule: "Mark", top: float) -> str:
        assert not isinstance(rule, Line)
        base = self._base - top
        return (
            f"q {rule.shade:g} G {rule.thickness:g} w {rule.x:.2f} {base - rule.y:.2f} m"
            f" {rule.to_x:.2f} {base - rule.to_y:.2f} l S Q"
        )


def _reference(document: PDFDocument, thing: PDFObject) -> PDFObjectReference:
    reference: PDFObjectReference = document.Reference(thing)  # type: ignore[no-untyped-call]  # the stubs are bare here
    return reference


class _Bytes(PDFObject):
    """An object that is written as it stands."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, _document: PDFDocument) -> bytes:
        return self._content


class _Resources(PDFObject):
    """The fonts and forms that all pages share."""

    def __init__(self) -> None:
        self.forms: list[tuple[str, PDFObjectReference]] = []

    def format(self, document: PDFDocument) -> bytes:
        forms = b"".join(b"/%s %s" % (name.encode(), reference.format(document)) for name, reference in self.forms)
        fonts = PDFObjectReference("BasicFonts").format(document)
        return b"<</Font %s/XObject<<%s>>>>" % (fonts, forms)


class _PageObject(PDFObject):
    """One page."""

    def __init__(
        self, width: float, height: float, resources: PDFObjectReference, contents: PDFObjectReference
    ) -> None:
        self._box = b"%.3f %.3f" % (width, height)
        self._resources = resources
        self._contents = contents

    def format(self, document: PDFDocument) -> bytes:
        parent = _reference(document, document.Pages).format(document)  # type: ignore[attr-defined]  # the stubs lack it
        return b"<</Type/Page/Parent %s/MediaBox[0 0 %s]/Resources %s/Contents %s>>" % (
            parent,
            self._box,
            self._resources.format(document),
            self._contents.format(document),
        )
