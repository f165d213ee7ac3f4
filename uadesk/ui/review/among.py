"""A review among several: which of how many it is, and the ways to the others."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QToolButton

from uadesk.base.language import _
from uadesk.domain.bulletins import BulletinDraft
from uadesk.ui.widgets.buttons import allow, icon_button


@dataclass(frozen=True, slots=True)
class Among:
    """Where a bulletin stands among those that came together."""

    place: int
    """From 1."""
    total: int
    others: int
    """How many others wait for their review."""
    keep: Callable[[BulletinDraft], bool]
    """Takes what was changed and not saved, to come back to it; False where nobody will."""
    go: Callable[[int], None]
    """To the next one that waits (1) or the one before (-1); this one waits on."""
    skip: Callable[[], None]
    """This one is not to be saved; to the next."""

    @property
    def words(self) -> str:
        return _("Bulletin {place} of {total}").format(place=self.place, total=self.total)

    def ways(self, go: Callable[[int], None]) -> tuple[QToolButton, QToolButton]:
        """The buttons to the one before and to the next one."""
        back = icon_button("left", _("The bulletin before"), lambda: go(-1), key="Ctrl+PgUp")
        on = icon_button("right", _("The next bulletin"), lambda: go(1), key="Ctrl+PgDown")
        for each in (back, on):
            if not self.others:
                allow(each, _("No other bulletin waits."))
        return back, on
