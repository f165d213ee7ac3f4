"""Dates as people type them."""

import re
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from uadesk.base.language import _
from uadesk.ui.widgets.labels import set_tone


class DateField(QLineEdit):
    """A date in words or as 2025-07-01; `day` is None while the field is empty or no date."""

    def __init__(self, day: date | None, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(_("day month year"))
        if day is not None:
            from uadesk.desk.words import long_date

            self.setText(long_date(day))
        self._at_first = (self.text(), day)
        self.textChanged.connect(self._settle)

    @property
    def day(self) -> date | None:
        text, day = self._at_first
        return day if self.text() == text else parse_day(self.text())

    @property
    def is_wrong(self) -> bool:
        """Whether something stands there that is no date."""
        return bool(self.text().strip()) and self.day is None

    def _settle(self, _text: str) -> None:
        set_tone(self, "true" if self.is_wrong else "", "doubt")
        self.setToolTip(_("This is no date yet. Write it as 1 July 2025 or 2025-07-01.") if self.is_wrong else "")


def parse_day(text: str) -> date | None:
    """The date in `1 July 2025`, `July 1, 2025`, `1 jul 2025` or `2025-07-01`; None for anything else."""
    from uadesk.domain.folding import fold

    plain = fold(text)
    try:
        if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := re.fullmatch(r"(\d{1,2})\.? ([a-z]{3,})\.?,? (\d{4})", plain):
            return date(int(match[3]), _month(match[2]), int(match[1]))
        if match := re.fullmatch(r"([a-z]{3,})\.? (\d{1,2}),? (\d{4})", plain):
            return date(int(match[3]), _month(match[1]), int(match[2]))
    except ValueError:
        return None
    return None


def _month(word: str) -> int:
    """The month with this name, or with a name that begins so. Raises ValueError."""
    from uadesk.desk.words import long_date
    from uadesk.domain.folding import fold

    for month in range(1, 13):
        names = (fold(long_date(date(2025, month, 1)).split()[1]), _ENGLISH[month - 1])
        if any(name.startswith(word) for name in names):
            return month
    raise ValueError(word)


_ENGLISH = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
"""The months as bulletins print them, whatever the window speaks."""
