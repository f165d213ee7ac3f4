"""The fonts of everything on paper: Noto Serif for letters, Noto Sans for envelopes and tables."""

import threading
import unicodedata
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

CUTTING = threading.Lock()
"""Held while subsets are cut from the fonts: a font is read from one place at a time."""


class Face(StrEnum):
    """The cuts in use: of the variable fonts, their default instances."""

    SERIF = "serif"
    ITALIC = "italic"
    SANS = "sans"


class LackingCharacterError(UADeskError):
    """A text holds characters that no font has, so that it cannot be printed. `names` are Unicode's."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        super().__init__(characters)
        self.characters = characters
        self.names = tuple(unicodedata.name(sign, f"U+{ord(sign):04X}") for sign in characters)


@cache
def font(face: Face) -> "TTFont":
    """The font of a face, read once a process."""
    import fontpkg_noto_sans
    import fontpkg_noto_serif
    from reportlab.pdfbase.ttfonts import TTFont

    path = {
        Face.SERIF: fontpkg_noto_serif.ROOT / "files" / "NotoSerif[wdth,wght].ttf",
        Face.ITALIC: fontpkg_noto_serif.ROOT / "files" / "NotoSerif-Italic[wdth,wght].ttf",
        Face.SANS: fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf",
    }[face]
    return TTFont(f"UADesk-{face}", str(path))


def settled(text: str) -> str:
    """The text as it is set: composed, white space as blanks, without control and other invisible signs."""
    composed = unicodedata.normalize("NFC", text)
    return composed if composed.isprintable() else "".join(map(_settled_sign, composed))


@cache
def _settled_sign(sign: str) -> str:
    if sign == "\u00a0":
        return sign
    if sign.isspace():
        return " "
    return "" if unicodedata.category(sign) in ("Cc", "Cf") else sign


def lacking(text: str) -> tuple[str, ...]:
    """The characters of the text that the fonts do not all have, each once, in their order."""
    composed = settled(text)
    there = _in_all_fonts()
    if there.issuperset(composed):
        return ()
    return tuple(dict.fromkeys(sign for sign in composed if sign not in there))


@cache
def _in_all_fonts() -> frozenset[str]:
    return frozenset.intersection(*(frozenset(map(chr, font(face).face.charToGlyph)) for face in Face))


def width(text: str, face: Face, size: float) -> float:
    """How wide a settled text is, in the unit of `size`."""
    return sum(map(_widths(face).__getitem__, text)) * size / 1000


@cache
def _widths(face: Face) -> "_Widths":
    return _Widths(font(face))


class _Widths(dict[str, float]):
    """Advance widths by character, in thousandths of the size."""

    def __init__(self, ttf: "TTFont") -> None:
        super().__init__()
        self._ttf = ttf

    def __missing__(self, sign: str) -> float:
        code = 32 if sign == "\u00a0" else ord(sign)
        found = float(self._ttf.face.getCharWidth(code))  # type: ignore[no-untyped-call]  # the stubs are bare here
        self[sign] = found
        return found
