"""Asks for a price of the post: to where, up to which weight, from which day on."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.desk.words import class_words, money_words, zone_words
from uadesk.domain.postage import HOME, WORLD, PostageTable, Rate, RateClass, parse_price
from uadesk.reference.postage import HEAVIEST
from uadesk.ui.review.days import DateField
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow
from uadesk.ui.widgets.dialogs import dress, ok_cancel, scrolled
from uadesk.ui.widgets.fields import labelled
from uadesk.ui.widgets.labels import plain_label


class RateDialog(QDialog):
    """One new price; the caller keeps it."""

    def __init__(self, table: PostageTable, today: date, zone: str = HOME, parent: QWidget | None = None) -> None:
        """`zone` is the one to begin with."""
        super().__init__(parent)
        self._table = table
        self._held = table.held_on(today)
        self.setWindowTitle(_("Change a rate"))
        self.zone, self.weight = QComboBox(), QComboBox()
        for each in _zones(table):
            self.zone.addItem(zone_words(each, table.country), each)
        self.grams = QLineEdit()
        self.grams.setValidator(QIntValidator(1, int(HEAVIEST), self))
        self.price = QLineEdit()
        self.day = DateField(today, _("From this day on"))
        self.buttons = ok_cancel(self, _("&Keep this price"))
        self._lay_out()
        self.zone.currentIndexChanged.connect(self._offer_weights)
        self.weight.currentIndexChanged.connect(self._settle)
        for field in (self.grams, self.price, self.day):
            field.textChanged.connect(self._allow_ok)
        self.zone.setCurrentIndex(max(0, self.zone.findData(zone)))
        self._offer_weights()
        self.price.setFocus()

    @property
    def rate(self) -> Rate | None:
        """The price as it was entered; None while something is missing."""
        price, of = parse_price(self.price.text()), self._class
        if price is None or of is None or self.day.day is None:
            return None
        return Rate(of, price, self.day.day, is_own=True)

    @classmethod
    def ask(cls, table: PostageTable, today: date, zone: str, parent: QWidget) -> Rate | None:
        """The new price, None where the dialog was left."""
        dialog = cls(table, today, zone, parent)
        dialog.finished.connect(dialog.deleteLater)
        return dialog.rate if dialog.exec() else None

    @property
    def _chosen(self) -> Rate | None:
        """The rate that is to change; None for a weight of which none is known."""
        found = self.weight.currentData()
        return found if isinstance(found, Rate) else None

    @property
    def _class(self) -> RateClass | None:
        if self._chosen is not None:
            return self._chosen.of
        if not self.grams.hasAcceptableInput():
            return None
        return RateClass(str(self.zone.currentData()), _("letter"), float(self.grams.text()))

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        hint = _("Your price counts from its day on, instead of the one listed. What was posted before keeps its own.")
        column.addWidget(plain_label(hint, "quiet", wraps=True))
        column.addWidget(labelled(_("&Where the letters go"), self.zone))
        column.addWidget(labelled(_("How &heavy they are"), self.weight))
        self.grams_box = labelled(_("&Up to how many grams"), self.grams)
        column.addWidget(self.grams_box)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        name = _("&Price of one stamp ({currency})").format(currency=self._table.currency)
        row.addWidget(labelled(name, self.price), 1)
        row.addWidget(labelled(_("From this &day on"), self.day), 1)
        column.addLayout(row)
        column.addStretch(1)
        dress(self, scrolled(content), self.buttons, (560, 440))

    def _offer_weights(self) -> None:
        self.weight.clear()
        for rate in _of_zone(self._held, str(self.zone.currentData())):
            price = money_words(rate.price, self._table.currency, self._table.country)
            words = _("{what}: {price} now").format(what=class_words(rate), price=price)
            self.weight.addItem(words, rate)
        self.weight.addItem(_("another weight"), None)
        self._settle()

    def _settle(self) -> None:
        known = self._chosen
        self.grams_box.setVisible(known is None)
        self.price.setPlaceholderText(str(known.price) if known is not None else "")
        self._allow_ok()

    def _allow_ok(self) -> None:
        allow(self.buttons.button(QDialogButtonBox.StandardButton.Ok), self._missing)

    @property
    def _missing(self) -> str:
        if self._class is None:
            return _("Say up to how many grams a letter goes for this price.")
        if parse_price(self.price.text()) is None:
            return _("Type the price of one stamp, as 1.75.")
        return "" if self.day.day is not None else _("Say from which day on, as 1 July 2025.")


def _zones(table: PostageTable) -> tuple[str, ...]:
    """All zones, home first and the rest of the world last."""
    named = {rate.of.zone for rate in table.rates} - {HOME, WORLD}
    return (HOME, *sorted(named), WORLD)


def _of_zone(held: Sequence[Rate], zone: str) -> list[Rate]:
    """The cheapest rate of each weight in a zone, the light ones first."""
    found: dict[float, Rate] = {}
    for rate in held:
        if rate.of.zone == zone:
            found.setdefault(rate.of.upto, rate)
    return list(found.values())
