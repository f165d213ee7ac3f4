"""Words selected in the bulletin and said to be a field: by the button, by the text's own menu, or by a key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from uadesk.base.language import N_, _
from uadesk.domain.addresses import Role
from uadesk.ui.review.addressee_form import AddresseeForm
from uadesk.ui.review.doubts import Doubts
from uadesk.ui.review.form import DraftForm
from uadesk.ui.review.meanings import OF_AN_ADDRESSEE, OF_THE_CASE, Meaning, Taken, take, word_of
from uadesk.ui.review.text_pane import BulletinText
from uadesk.ui.widgets.buttons import allow, button

if TYPE_CHECKING:
    from uadesk.domain.texts import Check

KEY = "Ctrl+U"
_SHOWN = 60
"""Signs of a name or of what was taken that are shown."""
NEW = (
    (Role.TARGET, N_("somebody new &to write to")),
    (Role.COPY, N_("a new co&py")),
    (Role.SOLIDARITY, N_("a new address for s&olidarity cards")),
)


class SelectionUse(QObject):
    """Offers what a selection may be, lets the field take it, and takes that back again."""

    used = Signal(str)
    """What was set, in a sentence."""
    taken = Signal(str)
    """The path of the field that was set."""
    refused = Signal(str)
    """Why nothing was set, in a sentence."""
    taken_back = Signal(str)

    def __init__(self, text: BulletinText, form: DraftForm, doubts: Doubts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text, self._form, self._doubts = text, form, doubts
        self._read = dict(text.spans)
        self._done: list[tuple[Meaning, Taken, tuple[Check, ...]]] = []
        self.button: QPushButton = button(_("Use the selection as…"), self.offer, key=KEY)
        text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        text.customContextMenuRequested.connect(self._offer_at)
        text.selectionChanged.connect(self._settle)
        self._settle()

    @property
    def can_undo(self) -> bool:
        """Whether anything was set that can be taken back."""
        return bool(self._done)

    def offer(self) -> None:
        """Ask below the button what the selection is."""
        self._ask(self.menu(self.button), self.button.mapToGlobal(QPoint(0, self.button.height())))

    def menu(self, parent: QWidget) -> QMenu:
        """What the selection may be: a field of the case, one of an addressee, or somebody new."""
        made = QMenu(parent)
        for leaf, word in OF_THE_CASE:
            self._add(made, _(word), Meaning(leaf))
        made.addSeparator()
        for people in self._form.people.values():
            for form in people.forms:
                self._add_addressee(made, form)
        made.addSeparator()
        for role, word in NEW:
            self._add(made, _(word), Meaning("new", self._form.people[role].path))
        return made

    def use(self, meaning: Meaning) -> None:
        """Let the field take the selection, confirm what was doubted about it, and mark its place."""
        span = self._text.selected
        if span is None:
            self.refused.emit(_("Select the words in the bulletin first."))
            return
        words, before = self._text.said(span), self._doubts.open
        taken = take(self._form, meaning, words, span)
        if taken is None:
            said = _("“{words}” holds nothing that could be {what}.")
            self.refused.emit(said.format(words=_short(words), what=word_of(meaning.leaf)))
            return
        self._done.append((meaning, taken, before))
        self._doubts.settle_field(taken.path)
        self._show_places()
        self._text.mark(taken.path)
        self.taken.emit(taken.path)
        said = _("Set as {what}: “{words}”")
        self.used.emit(said.format(what=word_of(meaning.leaf), words=_short(taken.words)))

    def undo(self) -> None:
        """Take back what was set last: its field, its place, and the doubts that it settled."""
        if not self._done:
            return
        meaning, taken, doubts = self._done.pop()
        taken.undo()
        self._doubts.reopen(doubts)
        self._show_places()
        self._text.mark(taken.path)
        self.taken_back.emit(_("Taken back: {what}").format(what=word_of(meaning.leaf)))

    def _show_places(self) -> None:
        self._text.spans = self._read | {path: each.span for path, each in self._form.pointed.places.items()}

    def _settle(self) -> None:
        allow(self.button, "" if self._text.selected else _("Select words in the text first."))

    def _offer_at(self, place: QPoint) -> None:
        menu = self._text.createStandardContextMenu(place)
        first = menu.actions()[0] if menu.actions() else None
        uses = self.menu(menu)
        uses.setTitle(_("&Use the selection as"))
        uses.setEnabled(self._text.selected is not None)
        menu.insertMenu(first, uses) if first is not None else menu.addMenu(uses)
        self._ask(menu, self._text.viewport().mapToGlobal(place))

    @staticmethod
    def _ask(menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _add_addressee(self, menu: QMenu, form: AddresseeForm) -> None:
        name = form.addressee.name or _("the new addressee")
        inner = menu.addMenu(_("&for {name}").format(name=_short(name).replace("&", "&&")))
        for leaf, word in OF_AN_ADDRESSEE:
            self._add(inner, _(word), Meaning(leaf, form.origin))

    def _add(self, menu: QMenu, word: str, meaning: Meaning) -> None:
        menu.addAction(word).triggered.connect(self._using(meaning))

    def _using(self, meaning: Meaning) -> Callable[[], None]:
        return lambda *_checked: self.use(meaning)


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()}…"
