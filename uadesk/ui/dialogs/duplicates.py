"""Shows people who look alike, a pair at a time: one person, or two?"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.desk.words import likeness_sentence, sentence
from uadesk.domain.duplicates import Duplicate
from uadesk.domain.rows import LetterRow
from uadesk.ui.context import Context, What
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.dialogs import dress, scrolled
from uadesk.ui.widgets.empty import EmptyState
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.side_by_side import SideBySide

_CHANGED = (What.MEMBERS, What.EVENING, What.LETTERS)


class DuplicatesDialog(QDialog):
    """Leads through the pairs; each answer is an act of its own, and Undo takes the last one back."""

    def __init__(self, context: Context, pairs: Sequence[Duplicate], parent: QWidget | None = None) -> None:
        """`pairs` are those that look alike now; after each act they are looked for again."""
        super().__init__(parent)
        self._context = context
        self._pairs = list(pairs)
        self._put_off: set[frozenset[int]] = set()
        self._acts: list[int] = []
        self.setWindowTitle(_("People who look alike"))
        self.place = plain_label("", "quiet")
        self.why = plain_label("", wraps=True)
        self.said = plain_label("", wraps=True)
        self.undo = button(_("Undo"), self.take_back, icon="undo", look="flat", key="Ctrl+Z")
        self.later = button(_("Decide &later"), self.put_off, look="flat")
        self.apart = button(_("&Two people: keep both"), self.keep_apart)
        self.merge = button(_("&Same person: merge"), self.merge_two, look="filled")
        self.pair: SideBySide | None = None
        self._lay_out()
        self._show_next()
        self.merge.setFocus()

    @classmethod
    def show_pairs(cls, context: Context, pairs: Sequence[Duplicate], parent: QWidget) -> None:
        """Lead through these pairs until the person has had enough."""
        dialog = cls(context, pairs, parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.exec()

    def merge_two(self) -> None:
        """Make one entry of the two, with what is chosen."""
        from uadesk.desk.members import merge_people

        assert self.pair is not None
        shown, person = self._pairs[0], self.pair.person
        versions = (shown.keep.version, shown.other.version)

        def merge() -> str:
            twice = merge_people(self._context.desk, shown.keep.ident, shown.other.ident, person, versions)
            said = _("{name} is one entry now, with all letters.").format(name=person.name)
            return f"{said} {_twice_words(twice)}".strip()

        self._act(merge)

    def keep_apart(self) -> None:
        """Remember that the two are two people."""
        from uadesk.desk.members import keep_apart

        shown = self._pairs[0]

        def keep() -> str:
            keep_apart(self._context.desk, shown.keep.ident, shown.other.ident)
            words = _("{one} and {two} stay two people; you will not be asked again.")
            return words.format(one=shown.keep.person.name, two=shown.other.person.name)

        self._act(keep)

    def put_off(self) -> None:
        """Leave this pair for another day."""
        self._put_off.add(_idents(self._pairs.pop(0)))
        self._show_next()

    def take_back(self) -> None:
        """Undo the last answer given here, and show its pair again; where anything was done since, that stays."""
        from uadesk.desk.undoing import undo

        def put_back() -> str:
            undo(self._context.desk, self._acts[-1])
            self._acts.pop()
            return _("Taken back; decide again.")

        self._act(put_back)

    def _act(self, act: Callable[[], str]) -> None:
        """Do it and say what it gives to say; where the entries were changed meanwhile, say so and show them anew."""
        from uadesk.desk.members import find_duplicates
        from uadesk.desk.undoing import noting_acts

        try:
            with noting_acts(self._acts):
                said = act()
            self._say(said)
        except UADeskError as error:
            self._say(sentence(error))
        self._context.tell_change(*_CHANGED)
        with self._context.acting():
            found = find_duplicates(self._context.desk)
            self._pairs = [pair for pair in found if _idents(pair) not in self._put_off]
        self._show_next()

    def _show_next(self) -> None:
        """Show the first pair that is left, or that there is none."""
        self.undo.setVisible(bool(self._acts))
        for each in (self.apart, self.merge):
            each.setVisible(bool(self._pairs))
        if self.pair is not None:
            self._holder.removeWidget(self.pair)
            self.pair.hide()
            self.pair.deleteLater()
            self.pair = None
        self._views.setCurrentIndex(0 if self._pairs else 1)
        if not self._pairs:
            return
        self.pair = SideBySide(self._pairs[0])
        self._holder.addWidget(self.pair)
        left = len(self._pairs) - 1
        self.place.setText(_("{count} more to look at").format(count=left) if left else _("the last pair"))
        self.why.setText(likeness_sentence(self._pairs[0].why))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setAccessibleName(text)

    def _lay_out(self) -> None:
        nobody = EmptyState("check", _("Nobody else looks alike"), _("You can look again after each list you import."))
        self._views = QStackedWidget()
        self._views.addWidget(self._question())
        self._views.addWidget(nobody)
        news = QHBoxLayout()
        news.addWidget(self.said, 1)
        news.addWidget(self.undo)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._views, 1)
        rows.addLayout(news)
        dress(self, whole, self._buttons(), (860, 600))

    def _question(self) -> QWidget:
        """The question, why it is asked, and the place of the pair."""
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Is this one person?"), "heading"), 1)
        head.addWidget(self.place)
        head.addWidget(self.later)
        content = QWidget()
        self._holder = QVBoxLayout(content)
        self._holder.setContentsMargins(0, 0, 0, 0)
        question = QWidget()
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.why)
        column.addWidget(plain_label(_("Choose what stays where they differ. The letters of both stay."), wraps=True))
        column.addSpacing(GRID)
        column.addWidget(scrolled(content), 1)
        return question

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = box.button(QDialogButtonBox.StandardButton.Close)
        close.setText(_("Close"))
        close.setIcon(type(close.icon())())
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        for each in (self.apart, self.merge):
            box.addButton(each, QDialogButtonBox.ButtonRole.ActionRole)
        return box


def _twice_words(letters: Sequence[LetterRow]) -> str:
    """Name the letters that stand twice since the two are one."""
    if not letters:
        return ""
    named = ", ".join(f"{row.code} ({row.case})" for row in letters)
    return _("These are to the same addressee twice: {letters}. Withdraw what is too many.").format(letters=named)


def _idents(pair: Duplicate) -> frozenset[int]:
    return frozenset((pair.keep.ident, pair.other.ident))
