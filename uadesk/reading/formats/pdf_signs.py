"""The signs on a PDF's page as PDFium gives them, with their place, size and look; and which of them nobody sees."""

import ctypes
import math
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from uadesk.domain.texts import Box
from uadesk.reading.formats.symbols import seen

_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!r)", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
"""Of a font's descriptor (ISO 32000, 9.8.2)."""
_BOLD_WEIGHT = 600
_SMALLEST = 2.0
"""Smaller signs, pt, are there to be hidden."""
_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "\u00a0": " ",
    "\u2011": "-",
}
_LINE_HYPHEN = "\x02"
"""What PDFium gives for a hyphen that it takes to end a line."""
_NO_SIGNS = frozenset("\x00\ufffe\uffff\r\n")
_INVISIBLE_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
_MOST_OBJECTS = 5000
"""Things drawn on a page that are looked at; a page of text has some hundred."""
_LARGEST_DOT = 9.0
_WHITE = 250
"""From this value on of red, green and blue a colour is white."""


@dataclass(frozen=True, slots=True)
class Look:
    """The look of signs: size in pt, weight and slope; `baseline` is their distance from the page's top, pt."""

    size: float
    is_bold: bool
    is_italic: bool
    baseline: float
    is_upright: bool = True
    is_seen: bool = True


@dataclass(slots=True)
class Sign:
    """One sign; its box in pt from the page's top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    look: Look


@dataclass(frozen=True, slots=True)
class SignPage:
    """The signs of a page in the order of the file, its size in pt, and stretches that nobody sees on it."""

    width: float
    height: float
    signs: list[Sign]
    hidden: str = ""
    has_picture: bool = False
    dots: tuple[Box, ...] = ()
    """Where small shapes stand, among them marks of points that are no signs."""


def signs_of(document: pypdfium2.PdfDocument, number: int) -> SignPage:
    """A page's signs. Raises pypdfium2.PdfiumError for a page that cannot be loaded."""
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        return _Page(page, text).read()


@dataclass
class _Page:
    """A page that is being read."""

    page: Any
    text: Any
    looks: dict[int, Look] = field(default_factory=dict)

    def read(self) -> SignPage:
        signs: list[Sign] = []
        hidden: list[str] = []
        for sign in self._signs():
            if not sign.look.is_upright or not self._is_on_page(sign):
                continue
            if sign.look.is_seen:
                signs.append(sign)
            else:
                hidden.append(sign.text)
        width, height = self._size
        return SignPage(width, height, signs, "".join(hidden), self._has_picture, tuple(self._dots()))

    def _signs(self) -> Iterator[Sign]:
        raw, box = self.text.raw, pdfium.FS_RECTF()
        unicode, loose, owner = (
            pdfium.FPDFText_GetUnicode,
            pdfium.FPDFText_GetLooseCharBox,
            pdfium.FPDFText_GetTextObject,
        )
        for place in range(pdfium.FPDFText_CountChars(raw)):
            shown = owner(raw, place)
            if not shown:
                continue  # a blank or line end of PDFium's own making
            code = unicode(raw, place)
            sign = chr(code) if code < 0x110000 else "\ufffd"
            if sign in _NO_SIGNS or not loose(raw, place, box):
                continue
            key = ctypes.addressof(shown.contents)
            look = self.looks.get(key)
            if look is None:
                look = self.looks[key] = self._look(place, shown)
            yield Sign(_as_seen(sign), *self._placed(box.left, box.top, box.right, box.bottom), look)

    def _look(self, place: int, shown: Any) -> Look:
        raw = self.text.raw
        matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetMatrix(raw, place, matrix)
        pdfium.FPDFText_GetCharOrigin(raw, place, x, y)
        size = pdfium.FPDFText_GetFontSize(raw, place) * math.hypot(matrix.c, matrix.d)
        name, flags = self._font(place)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(shown)
        weight = pdfium.FPDFText_GetFontWeight(raw, place)
        is_bold = bool(_BOLD_NAME.search(name) or flags & _BOLD_FLAG or weight >= _BOLD_WEIGHT)
        turn = math.degrees(pdfium.FPDFText_GetCharAngle(raw, place)) + 90 * self._rotation
        return Look(
            size=round(size, 2),
            is_bold=is_bold or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
            is_italic=bool(_ITALIC_NAME.search(name) or flags & _ITALIC_FLAG),
            baseline=self._placed(x.value, y.value, x.value, y.value)[1],
            is_upright=abs((turn + 180) % 360 - 180) < 10,
            is_seen=size >= _SMALLEST and self._is_seen(place, mode, (x.value, y.value + size / 3)),
        )

    def _font(self, place: int) -> tuple[str, int]:
        flags, name = ctypes.c_int(), ctypes.create_string_buffer(200)
        pdfium.FPDFText_GetFontInfo(self.text.raw, place, name, 200, flags)
        return name.value.decode("utf-8", errors="replace"), flags.value

    def _is_seen(self, place: int, mode: int, point: tuple[float, float]) -> bool:
        """Whether signs drawn in this mode and colour can be seen there; text under a scanned picture counts."""
        if mode in _INVISIBLE_MODES:
            return self._has_picture
        red, green, blue, alpha = (ctypes.c_uint() for _each in range(4))
        if not pdfium.FPDFText_GetFillColor(self.text.raw, place, red, green, blue, alpha):
            return True
        if alpha.value == 0:
            return False
        is_white = min(red.value, green.value, blue.value) >= _WHITE
        return not is_white or any(_holds(box, point) for box in self._grounds)

    @cached_property
    def _rotation(self) -> int:
        """Quarters of a turn, clockwise."""
        return int(pdfium.FPDFPage_GetRotation(self.page.raw))

    @cached_property
    def _bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of what is shown of the page, in the file's own places."""
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(self.page.raw, box)
        return box.left, box.bottom, box.right, box.top

    @cached_property
    def _size(self) -> tuple[float, float]:
        left, bottom, right, top = self._bounds
        width, height = right - left, top - bottom
        return (height, width) if self._rotation % 2 else (width, height)

    def _placed(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A box of the file's own places as one from the top left corner of the page as shown."""
        x0, y0, x1, y1 = self._bounds
        if self._rotation == 0:
            return left - x0, y1 - top, right - x0, y1 - bottom
        if self._rotation == 1:
            return bottom - y0, left - x0, top - y0, right - x0
        if self._rotation == 2:
            return x1 - right, bottom - y0, x1 - left, top - y0
        return y1 - top, x1 - right, y1 - bottom, x1 - left

    def _is_on_page(self, sign: Sign) -> bool:
        width, height = self._size
        middle = (sign.left + sign.right) / 2
        return -1 <= middle <= width + 1 and 0 <= sign.look.baseline <= height + 1

    @cached_property
    def _has_picture(self) -> bool:
        return any(pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_IMAGE for each in self._objects())

    @cached_property
    def _grounds(self) -> list[tuple[float, float, float, float]]:
        """Left, bottom, right, top of what may stand behind white text: pictures, shades, coloured areas."""
        return [_bounds_of(each) for each in self._objects() if _is_ground(each)]

    def _dots(self) -> Iterator[Box]:
        for each in self._objects():
            if pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_PATH:
                left, bottom, right, top = _bounds_of(each)
                if 0 < right - left < _LARGEST_DOT and 0 < top - bottom < _LARGEST_DOT:
                    yield self._placed(left, top, right, bottom)

    def _objects(self) -> Iterator[Any]:
        for place in range(min(pdfium.FPDFPage_CountObjects(self.page.raw), _MOST_OBJECTS)):
            each = pdfium.FPDFPage_GetObject(self.page.raw, place)
            if each:
                yield each


def _is_ground(shown: Any) -> bool:
    kind = pdfium.FPDFPageObj_GetType(shown)
    if kind != pdfium.FPDF_PAGEOBJ_PATH:
        return bool(kind != pdfium.FPDF_PAGEOBJ_TEXT)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shown, fill, stroke)
    red, green, blue, alpha = (ctypes.c_uint() for _each in range(4))
    pdfium.FPDFPageObj_GetFillColor(shown, red, green, blue, alpha)
    return bool(fill.value) and alpha.value > 0 and min(red.value, green.value, blue.value) < _WHITE


def _bounds_of(shown: Any) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _each in range(4))
    pdfium.FPDFPageObj_GetBounds(shown, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _holds(box: tuple[float, float, float, float], point: tuple[float, float]) -> bool:
    left, bottom, right, top = box
    return left - 1 <= point[0] <= right + 1 and bottom - 1 <= point[1] <= top + 1


def _as_seen(sign: str) -> str:
    return "-" if sign == _LINE_HYPHEN else _LIGATURES.get(sign, seen(sign))
