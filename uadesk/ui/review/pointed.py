"""Values that a person set by pointing at their words in the bulletin, and where those stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from uadesk.domain.texts import Span
from uadesk.ui.review.addressee_form import ADDRESS
from uadesk.ui.review.doubts import path_now
from uadesk.ui.review.editors import LineRows

if TYPE_CHECKING:
    from uadesk.ui.review.form import DraftForm


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, and the words that it had when it was set: typed over, it stands there no more."""

    span: Span
    words: str


class Pointed:
    """The places by the paths (as read) of their fields and lines."""

    def __init__(self, form: "DraftForm") -> None:
        self._form = form
        self.places: dict[str, Place] = {}

    def spans(self, kept: Mapping[str, str]) -> dict[str, Span]:
        """The places of all values that are still as they were set, by the paths of the draft as it is now."""
        found: dict[str, Span] = {}
        for path, place in self.places.items():
            field, now = self._form.field_at(path), path_now(path, kept)
            if now is not None and not _is_line(path) and _words_of(field) == place.words:
                found[now] = place.span
        for path, span in self._line_spans():
            now = path_now(path, kept)
            if now is not None:
                found[now] = span
        return found

    def _line_spans(self) -> Iterator[tuple[str, Span]]:
        yield from self._of_rows("demands", self._form.demands)
        for people in self._form.people.values():
            for form in people.forms:
                yield from self._of_rows(f"{form.origin}.lines", form.lines)
                yield from self._of_rows(f"{form.origin}.address_lines", form.lines, ADDRESS)

    def _of_rows(self, path: str, rows: LineRows, kind: str = "") -> Iterator[tuple[str, Span]]:
        for number, row in enumerate(row for row in rows.rows if not kind or row.kind == kind):
            place = self.places.get(row.path)
            if place is not None and place.words == row.text:
                yield f"{path}[{number}]", place.span


def _is_line(path: str) -> bool:
    return path.endswith("]")


def _words_of(field: object) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else ""
