"""Asks for a reply: when it came, from whom, what it said, its scan, and by when the office is to hear of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from uadesk.base.language import _
from uadesk.desk.words import long_date
from uadesk.domain.replies import Reply
from uadesk.domain.rows import ReplyRow
from uadesk.ui.review.days import DateField
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button, set_text
from uadesk.ui.widgets.dialogs import FormDialog, dress, ok_cancel, scrolled
from uadesk.ui.widgets.fields import LinesEdit, labelled
from uadesk.ui.widgets.labels import plain_label

REPORT_WITHIN = timedelta(days=14)
"""By when a new reply is proposed to be reported."""


@dataclass(frozen=True, slots=True)
class ReplyChoice:
    """What was entered; `case_id` where a case was asked for, `scan` where a file was chosen."""

    reply: Reply
    case_id: int | None = None
    scan: Path | None = None


class ReplyDialog(FormDialog):
    """A reply as it stands in the form; the caller decides what becomes of it."""

    def __init__(
        self,
        title: str,
        reply: Reply,
        *,
        cases: Sequence[tuple[str, int]] = (),
        scan: str | None = None,
        is_new: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`cases` (name and ident) are offered where no letter says which case it is; `scan` is there already."""
        super().__init__(parent)
        self._reply = reply
        self.scan_path: Path | None = None
        self.setWindowTitle(title)
        self.case = QComboBox()
        for name, ident in cases:
            self.case.addItem(name, ident)
        self.received = DateField(reply.received, _("Day on which it came"))
        self.from_whom = QLineEdit(reply.sender)
        self.says = LinesEdit(_("What it said"), reply.says.splitlines(), height=5)
        self.report_by = DateField(reply.report_by, _("Report it to the office by"))
        self.reported_on = DateField(reply.reported_on, _("Reported on"))
        self.scan_name = plain_label(scan or _("no scan yet"), "quiet", wraps=True)
        self.attach = button(_("Another scan…") if scan else _("Attach a scan…"), self.ask_scan, icon="open")
        self.buttons = ok_cancel(self, _("&Log the reply") if is_new else _("&Save"))
        self._lay_out(asks_case=bool(cases), is_new=is_new)
        for field in (self.received, self.from_whom, self.report_by, self.reported_on):
            field.textChanged.connect(self._allow_ok)
        self._allow_ok()
        self.says.setFocus()

    @property
    def choice(self) -> ReplyChoice:
        """The reply as entered."""
        reply = Reply(
            received=self.received.day or self._reply.received,
            sender=" ".join(self.from_whom.text().split()),
            says=self.says.toPlainText().strip(),
            report_by=self.report_by.day,
            reported_on=self.reported_on.day,
        )
        return ReplyChoice(reply, self.case.currentData(), self.scan_path)

    @classmethod
    def ask(
        cls,
        title: str,
        reply: Reply,
        parent: QWidget,
        keep: Callable[[ReplyChoice], object],
        *,
        cases: Sequence[tuple[str, int]] = (),
    ) -> bool:
        """Whether a new reply was kept; False where the dialog was left."""
        dialog = cls(title, reply, cases=cases, parent=parent)
        return dialog.ask_until_kept(lambda: keep(dialog.choice))

    @classmethod
    def ask_changes(
        cls,
        title: str,
        row: ReplyRow,
        parent: QWidget,
        keep: Callable[[ReplyChoice], object],
        stored: Callable[[], Reply],
    ) -> bool:
        """Whether what was changed on a reply was kept; False where the dialog was left. `stored` reads it anew."""
        dialog = cls(title, row.reply, scan=row.scan, is_new=False, parent=parent)
        return dialog.ask_until_kept(lambda: keep(dialog.choice), lambda: _as_text(stored()))

    def ask_scan(self) -> None:
        """Ask for the file of a scan; it is kept when the reply is saved."""
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Attach a scan"), "", "")
        if chosen:
            self.take_scan(Path(chosen))

    def take_scan(self, path: Path) -> None:
        """Keep this file with the reply once it is saved."""
        self.trouble.hide()
        self.scan_path = path
        self.scan_name.setText(path.name)
        set_text(self.attach, _("Another scan…"))

    def _allow_ok(self) -> None:
        missing = ""
        if self.received.day is None:
            missing = _("Say on which day it came, as 1 July 2025.")
        elif not self.from_whom.text().strip():
            missing = _("Say from whom it came; an office is enough.")
        elif self.report_by.is_wrong or self.reported_on.is_wrong:
            missing = _("One of the dates is no date yet; write it as 1 July 2025, or leave it empty.")
        allow(self.buttons.button(QDialogButtonBox.StandardButton.Ok), missing)

    def _lay_out(self, *, asks_case: bool, is_new: bool) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        if asks_case:
            column.addWidget(labelled(_("&Case"), self.case))
        column.addLayout(
            _beside((labelled(_("It &came on"), self.received), 2), (labelled(_("&From"), self.from_whom), 5))
        )
        hint = _("In a few words: “They say that the trial was moved to September.”")
        column.addWidget(labelled(_("&What it said"), self.says, hint=hint))
        hint = _("Leave it empty where the office need not hear of it.")
        dates = [(labelled(_("&Report it to the office by"), self.report_by, hint=hint), 1)]
        if not is_new:
            dates.append((labelled(_("Reported o&n"), self.reported_on, hint=_("Empty until it was.")), 1))
        column.addLayout(_beside(*dates))
        row = _beside((self.attach, 0), (self.scan_name, 1))
        column.addLayout(row)
        column.addWidget(
            plain_label(_("Any file, up to 20 MB; it is kept as it is, on this computer."), "quiet", wraps=True)
        )
        column.addStretch(1)
        dress(self, scrolled(form), self.buttons, (620, 560))


def new_reply(today: date, sender: str = "") -> Reply:
    """What a form for a new reply proposes."""
    return Reply(today, sender, report_by=today + REPORT_WITHIN)


def _as_text(reply: Reply) -> str:
    return "\n".join(line for line in (long_date(reply.received), reply.sender, reply.says) if line)


def _beside(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * GRID)
    for field, stretch in fields:
        row.addWidget(field, stretch)
    return row
