"""Reads PDFs again: what is printed, and where on the page, in millimetres from the top left corner."""

from dataclasses import dataclass

import pypdfium2

MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Word:
    """A word as a reader sees it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size and its words in the order of the file."""

    width: float
    height: float
    words: tuple[Word, ...]
    text: str

    @property
    def lines(self) -> list[str]:
        """The lines from the top to the bottom."""
        rows: list[list[Word]] = []
        for word in sorted(self.words, key=lambda each: (each.bottom + each.top) / 2):
            middle = (word.top + word.bottom) / 2
            near = rows and rows[-1][0].top - 0.5 < middle < rows[-1][0].bottom + 0.5
            rows[-1].append(word) if near else rows.append([word])
        return [" ".join(word.text for word in sorted(row, key=lambda each: each.left)) for row in rows]

    def find(self, text: str) -> Word:
        """The place of the first of these words, one after the other in the file."""
        wanted = text.split()
        for place in range(len(self.words) - len(wanted) + 1):
            if [word.text for word in self.words[place : place + len(wanted)]] == wanted:
                return self.words[place]
        raise AssertionError(f"{text!r} is not in {self.text!r}")

    def column(self, left: float, *, near: float = 0.6) -> list[str]:
        """The lines that start at this distance from the left edge."""
        return [line for line in self.lines if abs(self.find(line).left - left) < near]


def open_sheets(pdf: bytes) -> list[Sheet]:
    """All pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_sheet(document, place) for place in range(len(document))]
    finally:
        document.close()


def _sheet(document: pypdfium2.PdfDocument, place: int) -> Sheet:
    page = document[place]
    text_page = page.get_textpage()
    width, height = page.get_size()
    text = text_page.get_text_range()
    words = _words(text_page, height)
    text_page.close()
    page.close()
    return Sheet(width * MM, height * MM, tuple(words), text)


def _words(text_page: pypdfium2.PdfTextPage, height: float) -> list[Word]:
    words: list[Word] = []
    signs: list[tuple[str, tuple[float, float, float, float]]] = []
    for place in range(text_page.count_chars()):
        sign = text_page.get_text_range(place, 1)
        if sign.strip():
            signs.append((sign, text_page.get_charbox(place, loose=False)))
        elif signs:
            words.append(_word(signs, height))
            signs = []
    if signs:
        words.append(_word(signs, height))
    return words


def _word(signs: list[tuple[str, tuple[float, float, float, float]]], height: float) -> Word:
    boxes = [box for _sign, box in signs]
    return Word(
        "".join(sign for sign, _box in signs),
        min(box[0] for box in boxes) * MM,
        (height - max(box[3] for box in boxes)) * MM,
        max(box[2] for box in boxes) * MM,
        (height - min(box[1] for box in boxes)) * MM,
    )
