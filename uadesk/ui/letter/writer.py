"""One writer's letters while the keyboard goes round: writing, and nothing that is the coordinator's."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.desk.words import sentence
from uadesk.desk.writing import LetterView
from uadesk.ui.context import Context
from uadesk.ui.letter.editor import LetterEditor
from uadesk.ui.widgets.buttons import button


class WriterLetters(LetterEditor):
    """A part of another window, which tells what must be heard: the notice bar is not seen meanwhile."""

    said = Signal(str)

    def __init__(self, context: Context, idents: Sequence[int], parent: QWidget) -> None:
        super().__init__(context, idents, 0, parent)
        self.go_to(0)

    @override
    def _acts(self) -> Sequence[QPushButton]:
        self.finish_button = button(_("I am finished"), self.close)
        return (self.finish_button,)

    @override
    def _show_acts(self, view: LetterView) -> None:
        self.finish_button.setHidden(self._is_last)  # the filled button says it then

    @property
    @override
    def _done_words(self) -> str:
        return _("Done, next person")

    @override
    def _tell(self, said: str) -> None:
        self.said.emit(said)

    @override
    def _tell_trouble(self, error: UADeskError) -> None:
        self.said.emit(sentence(error))
