"""The bulletins that came together: how it stands with each, and the ways to go on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from uadesk.base.language import N_, _, ngettext
from uadesk.desk.arrivals import Arrival, Arrivals
from uadesk.desk.words import arrival_words, bulletin_words, long_date, refusal_sentence, tally_sentence
from uadesk.domain.rows import Order
from uadesk.ui.dialogs.said import SaidDialog
from uadesk.ui.models.rows import Column, RowsModel
from uadesk.ui.theme import GRID, TARGET
from uadesk.ui.widgets.buttons import allow, button, set_text
from uadesk.ui.widgets.dialogs import dress, fit, foot, ok_cancel
from uadesk.ui.widgets.fields import LinesEdit
from uadesk.ui.widgets.flow import FlowLayout
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.table import RowsTable

COLUMNS = (
    Column[Arrival](N_("Bulletin"), lambda each: bulletin_words(each.draft)),
    Column[Arrival](N_("How it stands"), arrival_words),
    Column[Arrival](N_("Title"), lambda each: each.draft.title or ""),
    Column[Arrival](N_("Issued"), lambda each: long_date(each.draft.issued) if each.draft.issued else ""),
    Column[Arrival](N_("File"), lambda each: each.file.name if each.file is not None else ""),
)
WIDTHS = (31, 19, 0, 18, 18)
"""Of the columns, in characters."""


class ArrivalsDialog(QDialog):
    """A list of what came. It changes nothing: it says what the person wants."""

    look_asked = Signal(object)
    """Look at this `Arrival`, and at those after it."""
    sure_asked = Signal()
    """Save those without doubt."""

    def __init__(self, arrivals: Arrivals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrivals = arrivals
        self.model = RowsModel[Arrival](COLUMNS, lambda _order: list(arrivals.all), Order(""))
        self.table = RowsTable(self.model, _("The bulletins that came"))
        self.table.setSortingEnabled(False)
        self.table.row_opened.connect(self._look_at)
        self.heading = plain_label("", "title", wraps=True)
        self.tally = plain_label("")
        self.refused_button = button("", self._say_refused, look="flat")
        self.later_button = button(_("Later"), self.reject, tip=_("Nothing is lost: they wait until you come back"))
        self.sure_button = button("", self.sure_asked.emit)
        self.look_button = button(_("Look at each"), self._look, look="filled", key="Ctrl+Return")
        self.setWindowTitle(_("Bulletins that came"))
        self._lay_out()
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Show how it stands now."""
        self.model.refresh()
        arrivals = self._arrivals
        count, sure, refused = len(arrivals.all), len(arrivals.sure), len(arrivals.refused)
        self.heading.setText(ngettext("{count} bulletin came", "{count} bulletins came", count).format(count=count))
        self.tally.setText(tally_sentence(arrivals))
        words = ngettext("Save the {count} without doubt…", "Save the {count} without doubt…", sure)
        set_text(self.sure_button, words.format(count=sure))
        self.sure_button.setVisible(bool(sure))
        allow(self.look_button, "" if arrivals.waiting else _("None waits any more."))
        said = ngettext("What about the {count} other file?", "What about the {count} other files?", refused)
        set_text(self.refused_button, said.format(count=refused))
        self.refused_button.setVisible(bool(refused))
        if arrivals.waiting:
            self.table.choose(arrivals.waiting[0].ident)

    def _look(self) -> None:
        row = self.table.current()
        waiting = self._arrivals.waiting
        if waiting:
            self.look_asked.emit(row if row in waiting else waiting[0])

    def _look_at(self, row: Arrival) -> None:
        if row in self._arrivals.waiting:
            self.look_asked.emit(row)

    def _say_refused(self) -> None:
        lines = [refusal_sentence(each) for each in self._arrivals.refused]
        SaidDialog.show_list(_("No bulletins"), _("These files brought none:"), lines, self)

    def _lay_out(self) -> None:
        self.table.set_widths(WIDTHS)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.heading)
        told = QWidget()
        flow = FlowLayout(told)
        self.tally.setMinimumHeight(TARGET)
        for each in (self.tally, self.refused_button):
            flow.addWidget(each)
        column.addWidget(told)
        column.addWidget(self.table, 1)
        column.addLayout(foot(self.later_button, plain_label(""), self.sure_button, self.look_button))
        fit(self, (1200, 640))


class SaveSureDialog(QDialog):
    """Lists what will be saved unseen, and asks for it."""

    def __init__(self, sure: Sequence[Arrival], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        count = len(sure)
        title = ngettext("Save {count} bulletin without doubt", "Save {count} bulletins without doubt", count)
        self.setWindowTitle(title.format(count=count))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(plain_label(title.format(count=count), "heading", wraps=True))
        column.addWidget(
            plain_label(_("Everything in them was found and nothing contradicts. It can be undone."), wraps=True)
        )
        self.lines = LinesEdit(title.format(count=count), [_line(each) for each in sure], height=10)
        self.lines.setMaximumHeight(16_777_215)  # Qt's own "as high as you like"
        self.lines.setProperty("look", "list")
        self.lines.setReadOnly(True)
        column.addWidget(self.lines, 1)
        save = ngettext("Save this one", "Save these {count}", count).format(count=count)
        dress(self, content, ok_cancel(self, save), (760, 520))

    @classmethod
    def ask(cls, sure: Sequence[Arrival], parent: QWidget) -> bool:
        """Whether they are to be saved."""
        dialog = cls(sure, parent)
        dialog.finished.connect(dialog.deleteLater)
        return bool(dialog.exec())


def _line(arrival: Arrival) -> str:
    said = "•  " + ": ".join(part for part in (bulletin_words(arrival.draft), arrival.draft.title) if part)
    return f"{said} ({arrival.file.name})" if arrival.file is not None else said
