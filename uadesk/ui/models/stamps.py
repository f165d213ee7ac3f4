"""The stamps that letters need, one line a kind of stamp."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from uadesk.base.language import N_, _
from uadesk.desk.stamps import StampList, StampRow
from uadesk.desk.words import class_words, held_words, money_words, zone_words
from uadesk.domain.rows import Order
from uadesk.ui.models.rows import Column, RowsModel

UNKNOWN = N_("not known")


@dataclass(frozen=True, slots=True)
class StampLine:
    """One line in words; `ident` is its place."""

    ident: int
    zone: str
    count: int
    each: str
    together: str
    stamp: str
    held: str

    @property
    def as_text(self) -> str:
        """The line to take elsewhere."""
        said = f"{self.zone}: {self.count} × {self.each} = {self.together}"
        return ", ".join(part for part in (said, self.stamp, self.held) if part)


def lines_of(stamps: StampList) -> tuple[StampLine, ...]:
    """A list of stamps in words."""
    return tuple(_line(stamps, place, row) for place, row in enumerate(stamps.rows))


def _line(stamps: StampList, place: int, row: StampRow) -> StampLine:
    zone = zone_words(row.zone, stamps.country)
    if row.rate is None or row.together is None:
        grams = _("a letter of {grams} g").format(grams=row.grams)
        return StampLine(place, zone, row.count, _(UNKNOWN), _(UNKNOWN), grams, "")
    each, together = (money_words(sum_, stamps.currency, stamps.country) for sum_ in (row.rate.price, row.together))
    return StampLine(place, zone, row.count, each, together, class_words(row.rate), held_words(row.rate))


class StampsModel(RowsModel[StampLine]):
    """All lines of one list, in its order."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._lines: tuple[StampLine, ...] = ()
        columns = (
            Column[StampLine](N_("Where to"), lambda line: line.zone),
            Column[StampLine](N_("How many"), lambda line: str(line.count), right=True),
            Column[StampLine](N_("Stamp each"), lambda line: line.each, right=True),
            Column[StampLine](N_("Together"), lambda line: line.together, right=True),
            Column[StampLine](N_("Which stamp"), lambda line: f"{line.stamp}\n{line.held}".strip()),
        )
        super().__init__(columns, lambda _order: self._lines, Order("id"), parent)

    def show(self, lines: tuple[StampLine, ...]) -> None:
        """Show these lines."""
        self._lines = lines
        self.refresh()
