"""A card for one doubt: what it is, in a sentence, and two buttons to answer it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.domain.texts import Check, Level
from uadesk.ui.icons import pixmap
from uadesk.ui.theme import GRID, colours
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.flow import FlowLayout
from uadesk.ui.widgets.labels import plain_label


class DoubtCard(QFrame):
    """One sentence on what is in doubt, and its two answers: it is right, or a look at the field."""

    def __init__(self, checks: tuple[Check, ...], said: str, country: str, parent: QWidget) -> None:
        """`checks` all say the same; `country` is the one that they ask about, "" where they ask about none."""
        super().__init__(parent)
        self.setProperty("look", "doubt")
        self.checks = checks
        confirm, look = _answers(checks[0], country)
        self.confirm, self.look = (button(each, lambda: None) for each in (confirm, look))
        for each in (self.confirm, self.look):
            each.setAccessibleName(_("{answer}: {doubt}").format(answer=each.text().replace("&", ""), doubt=said))
        self._lay_out(said)

    @property
    def field(self) -> str:
        """The path of the field that it is about."""
        return self.checks[0].field

    def _lay_out(self, said: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(int(1.5 * GRID), GRID, GRID, GRID)
        row.setSpacing(GRID)
        sign = QLabel()
        sign.setPixmap(pixmap("warning", 24, colours().amber, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(plain_label(said, wraps=True))
        answers = QWidget()
        flow = FlowLayout(answers)
        for each in (self.confirm, self.look):
            flow.addWidget(each)
        words.addWidget(answers)
        row.addWidget(sign)
        row.addLayout(words, 1)


def _answers(check: Check, country: str) -> tuple[str, str]:
    """What confirms a doubt, and what leads to its field."""
    if country:
        return _("&Yes, {country}").format(country=country.replace("&", "&&")), _("Change")
    if check.level is Level.MISSING:
        return _("There is none"), _("Fill in")
    return _("It is right"), _("Look at it")
