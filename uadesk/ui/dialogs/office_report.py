"""The report for the office: which office, which days, the page itself, and a mail to send oneself."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import still
from uadesk.base.language import _, ngettext
from uadesk.desk.office_report import Attachment, office_mail, office_report, offices
from uadesk.desk.replies import scans_in, scans_of
from uadesk.desk.reports import with_postage
from uadesk.desk.words import sentence
from uadesk.domain.addresses import Issuer
from uadesk.domain.counts import Count
from uadesk.domain.rows import Report
from uadesk.ui.context import Context
from uadesk.ui.dialogs.print_parts import PageBrowser
from uadesk.ui.save_as import save_as
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.dialogs import fit, foot, scrolled
from uadesk.ui.widgets.fields import labelled
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.span_box import SpanBox


class OfficeReportDialog(QDialog):
    """Choices on the left, the real page on the right; saves the page, or a mail with it."""

    def __init__(
        self,
        context: Context,
        span: SpanBox,
        *,
        names: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Begins with the days of another `span`; `names` tells whether people stand on the page."""
        super().__init__(parent)
        self._context = context
        self._offices = offices(context.desk)
        self.counted = Report(None, None, Count())
        self._lay_out(names=names)
        self.span.choose(span)
        self._connect()
        fit(self, (1000, 760))
        self._take_office()

    @classmethod
    def open_for(cls, context: Context, span: SpanBox, *, names: bool, parent: QWidget) -> "OfficeReportDialog":
        """Show it until the person closes it."""
        dialog = cls(context, span, names=names, parent=parent)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()
        return dialog

    @property
    def office(self) -> Issuer:
        """The chosen office; an empty one where no bulletin names any."""
        place = self.which.currentIndex()
        return self._offices[place] if place >= 0 else Issuer("")

    def _lay_out(self, *, names: bool) -> None:
        self.setWindowTitle(_("Report for the office"))
        self.which, self.to = QComboBox(), QLineEdit()
        self.which.addItems([office.name or ", ".join(office.email) for office in self._offices])
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(18)
        self.span = SpanBox(self._context)
        self.names = QCheckBox(_("With the names of members"))
        self.names.setChecked(names)
        self.scans = QCheckBox(_("With the scans of replies"))
        self.scans.setChecked(names)
        self.pages = PageBrowser()
        self.said = plain_label("", "quiet", wraps=True)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(scrolled(self._form()), 2)
        row.addWidget(self.pages, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(row, 1)
        column.addLayout(self._foot())

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        if self._offices:
            column.addWidget(labelled(_("&Office"), self.which))
        else:
            said = _("No bulletin here names its office. Type the office's address below.")
            column.addWidget(plain_label(said, "quiet", wraps=True))
        column.addWidget(labelled(_("&Email of the office"), self.to))
        column.addWidget(labelled(_("&Which days"), self.span))
        column.addWidget(self.names)
        column.addWidget(self.scans)
        said = _("Save the mail, then open it in your mail program; UADesk sends nothing itself.")
        column.addWidget(plain_label(said, "quiet", wraps=True))
        column.addStretch(1)
        return form

    def _foot(self) -> QHBoxLayout:
        self.close_button = button(_("Close"), self.reject)
        self.pdf_button = button(_("Save as PDF…"), self.save_pdf, icon="save", key="Ctrl+S")
        self.mail_button = button(_("Save the mail…"), self.save_mail, icon="letters", look="filled", key="Ctrl+M")
        return foot(self.close_button, self.said, self.pdf_button, self.mail_button)

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(lambda _place: self._take_office())
        self.span.changed.connect(self._draw)
        self.names.toggled.connect(self._allow_names)
        self.finished.connect(self._stop)

    def _allow_names(self, on: bool) -> None:  # noqa: FBT001  a signal's arguments come by place
        """Scans show to whom an official wrote: without names they come along only if somebody says so."""
        self.scans.setChecked(on)
        self._draw()

    def _take_office(self) -> None:
        self.to.setText(next(iter(self.office.email), ""))
        self._draw()

    def _draw(self) -> None:
        self.said.setText("")
        span, desk = self.span.chosen, self._context.desk
        number = scans_in(desk, span.first, span.last, span.evening)
        self.scans.setText(
            ngettext(
                "With the scan of {n} reply: it may show a name",
                "With the scans of {n} replies: they may show names",
                number,
            ).format(n=number)
        )
        self.scans.setVisible(bool(number))
        self.counted = counted = span.report(desk, anonymous=not self.names.isChecked())
        self._show_page()
        self._context.run(
            lambda: with_postage(desk, counted) if counted is self.counted else still(counted),
            self._take_postage,
            title=_("Adding up the stamps"),
        )

    def _take_postage(self, counted: Report) -> None:
        """The stamps are added up; if other days were chosen meanwhile, theirs are still to come."""
        if isValid(self) and replace(counted, postage=None) == self.counted:
            self.counted = counted
            self._show_page()

    def _show_page(self) -> None:
        self.pages.show_pdf(office_report(self._context.desk, self.office, self.counted))

    def _scans(self) -> Sequence[Attachment]:
        """What officials answered in these days, as it came."""
        span = self.span.chosen
        return scans_of(self._context.desk, span.first, span.last, span.evening)

    def _files(self) -> Sequence[Attachment]:
        """The scans as they are attached; without names, under names that say nothing."""
        if self.names.isChecked():
            return self._scans()
        reply = _("reply")
        return [
            (f"{reply}-{place}{Path(name).suffix}", content) for place, (name, content) in enumerate(self._scans(), 1)
        ]

    # -- saving

    def save_pdf(self) -> None:
        """Ask for a place and write the page there."""
        page = office_report(self._context.desk, self.office, self.counted)
        self.said.setText(save_as(self, _("Save the report"), _("report.pdf"), page).said)

    def save_mail(self) -> None:
        """Ask for a place and write the mail there, the page attached."""
        desk, files = self._context.desk, self._files() if self.scans.isChecked() else ()
        try:
            mail = office_mail(desk, self.office, self.counted, to=self.to.text(), attachments=files)
        except UADeskError as error:
            self.said.setText(sentence(error))
            self.to.setFocus()
            return
        saved = save_as(self, _("Save the report"), _("report.eml"), mail, _("Mail (*.eml)"))
        then = _("Open it in your mail program; UADesk sends nothing itself.") if saved.path is not None else ""
        self.said.setText(f"{saved.said} {then}".strip())

    def _stop(self) -> None:
        self.pages.stop()
        self.deleteLater()
