"""What a writer may change on a letter: own words, address, salutation, return address."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from uadesk.base.language import N_, _
from uadesk.desk.composing import LetterEdit
from uadesk.desk.words import long_date, status_word
from uadesk.desk.writing import LetterView
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.people import ReturnAddress
from uadesk.ui.letter.asking import AskedPart
from uadesk.ui.letter.news import NewsCard
from uadesk.ui.letter.unsaved import copy_words
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.fields import CountryBox, LinesEdit, labelled
from uadesk.ui.widgets.labels import plain_label

RETURN_ADDRESSES = (
    (ReturnAddress.OWN, N_("Own address")),
    (ReturnAddress.GROUP, N_("The group’s address")),
    (ReturnAddress.TOWN, N_("Only the town")),
    (ReturnAddress.NONE, N_("No return address")),
)
WORDS_HINT = N_("Say who you are: your work, your town, and why this person matters to you. A line or two is enough.")

_TO_COPY = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class OwnWords(QPlainTextEdit):
    """Where a writer types; it takes what room there is, and asks for little."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, self.minimumHeight())


class LetterForm(QWidget):
    """The fields of one letter. `edit` is what stands in them."""

    edited = Signal()
    left_field = Signal()
    """A field was left: a good moment to save."""
    case_wanted = Signal()
    """The changed address is to hold for the whole case."""
    reset_wanted = Signal()
    """The letter is to have the case's address again."""

    def __init__(self, parent: QWidget | None = None, *, can_change_case: bool = True) -> None:
        super().__init__(parent)
        self._can_change_case = can_change_case
        self._view: LetterView | None = None
        self._asked = False
        self._unsaved = ""
        self._make_fields()
        self._lay_out()
        self._connect()

    def _make_fields(self) -> None:
        self.fixed = QFrame()
        self.fixed.setProperty("look", "card")
        self.fixed_words = plain_label("", wraps=True)
        self.unsaved_words = plain_label("", wraps=True)
        self.copy_button = button(_("Copy what you typed"), self._copy)
        self.words = OwnWords()
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(5 * self.fontMetrics().lineSpacing() + 3 * GRID)
        self.recipient = LinesEdit(_("To"), height=6)
        self.recipient.setMaximumHeight(self.recipient.minimumHeight())
        self.country = CountryBox()
        self.salutation = QLineEdit()
        self.from_where = QComboBox()
        for choice, words in RETURN_ADDRESSES:
            self.from_where.addItem(_(words), choice)
        self.note = plain_label("", "quiet", wraps=True)
        self.asked = AskedPart()
        self.news = NewsCard()
        self._make_question()

    def _make_question(self) -> None:
        self.question = QFrame()
        self.question.setProperty("look", "doubt")
        self.question_words = plain_label("", wraps=True)
        self.only_this = button(_("Only this letter"), self._answer_only_this)
        self.whole_case = button(_("The whole case"), self.case_wanted.emit)
        self.as_case = button(_("Back to the case’s"), self.reset_wanted.emit, look="flat")
        row = QHBoxLayout()
        for each in (self.only_this, self.whole_case):
            row.addWidget(each)
        row.addStretch(1)
        column = QVBoxLayout(self.question)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        column.addWidget(self.question_words)
        column.addLayout(row)
        column.addWidget(self.as_case, 0, Qt.AlignmentFlag.AlignLeft)
        self.question.hide()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self.fixed)
        inside.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        inside.addWidget(self.fixed_words)
        inside.addWidget(self.unsaved_words)
        inside.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        column.addWidget(self.fixed)
        column.addWidget(self.news)
        self._words_box = labelled(_("Your &own words: say who you are"), self.words)
        self._salutation_box = labelled(_("&Salutation"), self.salutation)
        column.addWidget(self._words_box, 1)
        column.addWidget(self.note)
        column.addWidget(self.asked)
        column.addWidget(self._salutation_box)
        column.addWidget(labelled(_("&To"), self.recipient))
        column.addWidget(self.question)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for box, words in ((self.country, _("&Country")), (self.from_where, _("&Return address"))):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
            row.addWidget(labelled(words, box), 1)
        column.addLayout(row)
        column.addStretch(0)
        self._column = column

    def _connect(self) -> None:
        self.words.textChanged.connect(self._tell)
        self.recipient.edited.connect(self._tell)
        self.country.currentTextChanged.connect(self._tell)
        self.salutation.textEdited.connect(self._tell)
        self.from_where.currentIndexChanged.connect(self._tell)
        self.asked.edited.connect(self._tell)
        self.words.textChanged.connect(lambda: self.asked.notice(self.words.toPlainText()))
        for field in (self.words, self.recipient, self.country, self.salutation, self.from_where):
            field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left_field.emit()
        return super().eventFilter(watched, event)

    # -- values

    @property
    def edit(self) -> LetterEdit:
        """What stands in the fields. The country of an unknown name is left as it was."""
        assert self._view is not None
        typed = self.country.currentText().strip()
        country = self.country.code or (self._view.country_code if typed else None)
        return LetterEdit(
            own_words=self.words.toPlainText(),
            recipient=self.recipient.lines,
            country_code=country,
            salutation=self.salutation.text().strip(),
            return_address=self.from_where.currentData(),
            own_text=self.asked.own_text,
        )

    def show_letter(self, view: LetterView, edit: LetterEdit, *, unsaved: str = "") -> None:
        """Show a letter with what was typed on it; `unsaved` is what came too late for what is on paper."""
        blockers = [
            QSignalBlocker(each)
            for each in (self.words, self.recipient, self.country, self.salutation, self.from_where)
        ]
        if self._view is None or self._view.row.ident != view.row.ident:
            self._asked = False
        self._view = view
        self._unsaved = "" if view.editable else unsaved
        if self.words.toPlainText() != edit.own_words:
            self.words.setPlainText(edit.own_words)
        if self.recipient.lines != (edit.recipient or ()):
            self.recipient.set_lines(edit.recipient or ())
        self.country.set_code(edit.country_code)
        if self.salutation.text().strip() != (edit.salutation or ""):
            self.salutation.setText(edit.salutation or "")
            self.salutation.setCursorPosition(0)
        self.from_where.setCurrentIndex(max(0, self.from_where.findData(edit.return_address)))
        del blockers
        self.asked.show_text(view.shared, edit.own_text, editable=view.editable)
        self.asked.notice(edit.own_words)
        self._fit_kind(view)
        self.settle_question()

    def _fit_kind(self, view: LetterView) -> None:
        has_words = view.row.kind is not PieceKind.COPY and view.row.channel is not Channel.HANDWRITTEN
        self._words_box.setVisible(has_words)
        self._column.setStretch(self._column.count() - 1, 0 if has_words else 1)  # what the words leave free
        self._salutation_box.setVisible(has_words)
        self.asked.setVisible(has_words)
        self.note.setText(_note(view))
        self.note.setVisible(bool(self.note.text()))
        self.words.setPlaceholderText(_hint(view) if view.editable else "")
        self.fixed.setVisible(not view.editable)
        self.fixed_words.setText(_why_fixed(view))
        self.unsaved_words.setText(
            _("What you typed since then is not on it and is not saved. It still stands in the fields.")
            if self._unsaved
            else _("What was typed after its page was made is kept with it, but is not on the paper.")
        )
        for each in (self.unsaved_words, self.copy_button):
            each.setVisible(bool(self._unsaved or view.typed_since))
        for field in (self.words, self.recipient, self.salutation):
            field.setReadOnly(not view.editable)
            for turn in (field.style().unpolish, field.style().polish):  # the style sheet looks at it
                turn(field)
        if not view.editable:
            self.words.setTextInteractionFlags(_TO_COPY)
        for box in (self.country, self.from_where):
            box.setEnabled(view.editable)
            box.setToolTip("" if view.editable else _why_fixed(view))

    def settle_question(self) -> None:
        """Ask whether a changed address is for this letter or for the case; once answered, only remind."""
        view = self._view
        if view is None or not view.editable:
            self.question.hide()
            return
        own = view.edit.recipient is not None or view.edit.country_code is not None or view.edit.salutation is not None
        typed = self.edit
        changed = (typed.recipient, typed.country_code, typed.salutation) != (
            view.recipient,
            view.country_code,
            view.salutation,
        )
        self.question.setVisible(own or changed)
        self.only_this.setVisible(not self._asked and self._can_change_case)
        self.whole_case.setVisible(self._can_change_case)
        self.question_words.setText(
            _("This letter has an address or salutation of its own.")
            if self._asked or not self._can_change_case
            else _("You changed the address or salutation. Is that for only this letter, or for the case?")
        )

    def _answer_only_this(self) -> None:
        self._asked = True
        self.settle_question()

    def answered(self) -> None:
        """The question was answered for now; the next change asks again."""
        self._asked = False
        self.settle_question()

    def _copy(self) -> None:
        copy_words(self._unsaved or (self._view.typed_since if self._view else ""))

    def _tell(self, *_values: object) -> None:
        self.settle_question()
        self.edited.emit()


def _hint(view: LetterView) -> str:
    """What stands in the empty field: say who you are, and what the list of members knows of it."""
    known = _("On the list of members: {about}").format(about=view.about) if view.about else ""
    return "\n\n".join(part for part in (_(WORDS_HINT), known) if part)


def _note(view: LetterView) -> str:
    if view.row.channel is Channel.HANDWRITTEN:
        return _(
            "This letter is written by hand: only the envelope is printed. Write {code} small in a corner."
        ).format(code=view.row.code)
    if view.row.kind is PieceKind.COPY:
        return _("This is a copy: it carries the salutation and the words of the letter it is a copy of.")
    return ""


def _why_fixed(view: LetterView) -> str:
    if view.editable:
        return ""
    since = long_date(view.row.changed.astimezone().date())
    if view.row.status is LetterStatus.WITHDRAWN:
        return _("This letter was withdrawn on {date}; it can be read, but not changed.").format(date=since)
    return _("This letter is {state} (since {date}). What was printed stays as it is, so it cannot be changed.").format(
        state=status_word(view.row.status), date=since
    )
