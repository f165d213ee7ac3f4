"""All of one case beside the list: how it stands, what is asked, who is written to, and its bulletins."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.language import _, ngettext
from uadesk.domain.cases import CaseState
from uadesk.domain.rows import AddresseeRow, BulletinRow, CaseView, LetterRow
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.chips import DeadlineChip, chip
from uadesk.ui.widgets.dialogs import width_needed
from uadesk.ui.widgets.flow import FlowLayout
from uadesk.ui.widgets.labels import plain_label


class CasePanel(QScrollArea):
    """Shows one case; whatever is to be done with it is asked of the page."""

    text_asked = Signal()
    bulletin_asked = Signal(int)
    close_asked = Signal()
    reopen_asked = Signal()
    pull_list_asked = Signal()
    withdraw_asked = Signal()
    sheet_asked = Signal()
    """The case on one page, for the table."""
    news_asked = Signal()
    """What became of the case on one page, to read aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("The chosen case"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(width_needed(self), super().minimumSizeHint().height())

    def show_case(
        self, view: CaseView, today: date, *, text_was_seen: bool, to_pull: tuple[LetterRow, ...], done: str = ""
    ) -> None:
        """Show this case as it stands on this day, from its top; a button that had the focus keeps it.

        `done` says of a closed case what the group did for it.
        """
        held = QApplication.focusWidget()
        name = held.accessibleName() if held is not None and self.isAncestorOf(held) else ""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(GRID, 0, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(plain_label(view.row.title or _("A case without a title"), "heading", wraps=True))
        column.addWidget(self._chips(view, today))
        if to_pull:
            column.addWidget(self._pull(to_pull))
        if done:
            column.addLayout(self._done(done))
        self._add_asks(column, view, text_was_seen=text_was_seen)
        self._add_addressees(column, _("Write to"), view.targets)
        self._add_addressees(column, _("Copy to"), view.copies)
        self._add_addressees(column, _("Solidarity with"), view.solidarity)
        column.addWidget(self._heading(_("Bulletins")))
        for bulletin in view.bulletins:
            column.addWidget(self._bulletin(bulletin))
        column.addSpacing(GRID)
        column.addLayout(self._closing(view))
        column.addStretch(1)
        self.setWidget(content)
        self.updateGeometry()
        if name:
            alike = [each for each in content.findChildren(QPushButton) if each.accessibleName() == name]
            (alike[0] if alike else self).setFocus()

    @staticmethod
    def _chips(view: CaseView, today: date) -> QWidget:
        row = view.row
        deadline = DeadlineChip()
        deadline.show_case(row, today)
        box = QWidget()
        flow = FlowLayout(box)
        letters = ngettext("{count} letter", "{count} letters", row.letters).format(count=row.letters)
        for each in (deadline, chip(row.name), chip(row.country) if row.country else None, chip(letters)):
            if each is not None:
                flow.addWidget(each)
        return box

    def _pull(self, letters: tuple[LetterRow, ...]) -> QFrame:
        frame = QFrame()
        frame.setProperty("look", "doubt")
        column = QVBoxLayout(frame)
        count = len(letters)
        said = ngettext(
            "{count} letter on this case is still in the house and must not be posted.",
            "{count} letters on this case are still in the house and must not be posted.",
            count,
        )
        column.addWidget(plain_label(said.format(count=count), "amber", wraps=True))
        row = QHBoxLayout()
        row.addWidget(button(_("Show the &list"), self.pull_list_asked.emit))
        row.addWidget(button(_("They are &out of the pile"), self.withdraw_asked.emit))
        row.addStretch(1)
        column.addLayout(row)
        return frame

    def _done(self, done: str) -> QVBoxLayout:
        row = QVBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(plain_label(done, "strong", wraps=True))
        row.addWidget(
            button(_("&News to read aloud…"), self.news_asked.emit, icon="print"), 0, Qt.AlignmentFlag.AlignLeft
        )
        return row

    def _add_asks(self, column: QVBoxLayout, view: CaseView, *, text_was_seen: bool) -> None:
        if not view.demands and not view.targets:
            if view.summary:
                column.addWidget(plain_label(view.summary, wraps=True))
            return
        column.addWidget(self._heading(_("What letters ask")))
        if view.demand_lead:
            column.addWidget(plain_label(f"… {view.demand_lead}", "quiet", wraps=True))
        for demand in view.demands:
            column.addWidget(plain_label(f"•  {demand}", wraps=True))
        if not text_was_seen:
            said = _("Letters say nothing on the case itself until you have looked at its paragraph.")
            column.addWidget(plain_label(said, "amber", wraps=True))
        acts = QWidget()
        flow = FlowLayout(acts)
        flow.addWidget(button(_("&Text of all letters…"), self.text_asked.emit, icon="edit", key="Ctrl+T"))
        flow.addWidget(button(_("Case &sheet…"), self.sheet_asked.emit, icon="print"))
        column.addWidget(acts)

    def _add_addressees(self, column: QVBoxLayout, heading: str, rows: Iterable[AddresseeRow]) -> None:
        shown = list(rows)
        if not shown:
            return
        column.addWidget(self._heading(heading))
        for row in shown:
            addressee = row.addressee
            frame = QFrame()
            frame.setProperty("look", "card")
            inside = QVBoxLayout(frame)
            inside.setSpacing(GRID // 4)
            for place, line in enumerate(addressee.lines):
                inside.addWidget(plain_label(line, "" if place else "strong", wraps=True))
            ways = " · ".join((*addressee.email, *addressee.phone, *addressee.fax))
            if ways:
                inside.addWidget(plain_label(ways, "quiet", wraps=True))
            if addressee.salutation:
                inside.addSpacing(GRID // 2)
                inside.addWidget(plain_label(f"“{addressee.salutation}”", wraps=True))
            column.addWidget(frame)

    def _bulletin(self, bulletin: BulletinRow) -> QWidget:
        from uadesk.desk.words import long_date, stage_word

        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        said = [stage_word(bulletin.stage, bulletin.stage_ordinal)]
        if bulletin.issued is not None:
            said.append(long_date(bulletin.issued))
        if bulletin.index:
            said.append(bulletin.index)
        row.addWidget(plain_label(" · ".join(said), wraps=True), 1)
        look = button(_("Look at it…"), lambda: self.bulletin_asked.emit(bulletin.ident), look="flat")
        look.setAccessibleName(_("Look at {bulletin}").format(bulletin=said[0]))
        row.addWidget(look)
        return box

    def _closing(self, view: CaseView) -> QHBoxLayout:
        row = QHBoxLayout()
        if view.row.state is CaseState.CLOSED:
            said = view.standing.closed_reason
            if said:
                row.addWidget(plain_label(_("Closed by hand: {reason}").format(reason=said), "quiet", wraps=True), 1)
            row.addWidget(button(_("&Reopen the case…"), self.reopen_asked.emit))
        else:
            row.addWidget(button(_("&Close the case…"), self.close_asked.emit))
        row.addStretch(0 if row.count() > 1 else 1)
        return row

    @staticmethod
    def _heading(text: str) -> QWidget:
        label = plain_label(text, "strong")
        label.setContentsMargins(0, GRID, 0, 0)
        return label
