"""From one bulletin that waits for its review to the next, until none waits or the person stops."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from uadesk.desk.arrivals import Arrival, Arrivals, ArrivalState
from uadesk.desk.bulletins import import_draft
from uadesk.desk.originals import original
from uadesk.desk.recognising import named_cases, recognise, with_doubts
from uadesk.domain.bulletins import BulletinDraft
from uadesk.ui.context import Context
from uadesk.ui.review.among import Among
from uadesk.ui.review.same_case import SameCase
from uadesk.ui.review.window import ReviewWindow

if TYPE_CHECKING:
    from uadesk.ui.review.page_pane import Pages


class ReviewRound(QObject):
    """Opens one review at a time; nothing is stored before a person has confirmed it."""

    saved = Signal(object)
    """The `Arrival` that was just stored."""
    ended = Signal()
    """No review is open any more: none waits, or the person stopped."""

    def __init__(self, context: Context, arrivals: Arrivals, window: QWidget) -> None:
        super().__init__(context)
        self._context, self._arrivals, self._window = context, arrivals, window
        self._review: ReviewWindow | None = None
        self._next: Arrival | None = None
        self._is_held = False

    @property
    def is_open(self) -> bool:
        return self._review is not None

    @property
    def reviews_arrival(self) -> bool:
        """Whether the open review is of one of those that came, and not of a stored one or one by hand."""
        return self._review is not None and self._review.same_case is not None

    def hold(self, *, held: bool) -> None:
        """Open no further review while the window is closing; go on when it stays open after all."""
        self._is_held = held
        if not held:
            self._go_on()

    def begin(self, arrival: Arrival) -> None:
        """Review this one, and those after it that wait."""
        self._next = arrival
        self._go_on()

    def alone(self, draft: BulletinDraft, store: Callable[[BulletinDraft], None], pages: "Pages | None") -> None:
        """Review a bulletin that did not come with others."""
        if self._review is None:
            self._show(ReviewWindow(draft, store, pages=pages, parent=self._window))

    def _go_on(self) -> None:
        if self._review is not None or self._is_held:
            return
        arrival, self._next = self._next, None
        if arrival is not None and arrival.state is ArrivalState.WAITING:
            self._open(arrival)

    def _open(self, arrival: Arrival) -> None:
        desk = self._context.desk
        same_case = SameCase(partial(recognise, desk), named_cases(desk), arrival.decided)

        def store(draft: BulletinDraft) -> None:
            stored = self._context.noting(import_draft)(desk, draft, arrival.file, same_case.case_id)
            arrival.keep(stored)
            arrival.draft = draft
            self._next = self._arrivals.beside(arrival, 1)
            self.saved.emit(arrival)

        among = self._among(arrival, same_case) if len(self._arrivals.all) > 1 else None
        draft = arrival.draft if arrival.decided is not None else with_doubts(desk, arrival.draft)
        pages = original(desk, arrival.file)
        review = ReviewWindow(draft, store, pages=pages, among=among, same_case=same_case, parent=self._window)
        if among is None:
            review.rejected.connect(lambda: self._drop(arrival))
        self._show(review)

    def _among(self, arrival: Arrival, same_case: SameCase) -> Among:
        def go(step: int) -> None:
            self._next = self._arrivals.beside(arrival, step)

        def skip() -> None:
            arrival.state = ArrivalState.SKIPPED
            go(1)

        def keep(draft: BulletinDraft) -> bool:
            arrival.draft, arrival.decided = draft, same_case.decided
            return not self._is_held

        arrived, waiting = self._arrivals.all, self._arrivals.waiting
        place = arrived.index(arrival) + 1
        return Among(place, len(arrived), len(waiting) - 1, keep, go, skip)

    def _drop(self, arrival: Arrival) -> None:
        """The only one was left without saving: it does not wait."""
        if not self._is_held:
            arrival.state = ArrivalState.SKIPPED

    def _show(self, review: ReviewWindow) -> None:
        self._review = review
        review.finished.connect(self._forget)
        review.open()

    def _forget(self, _result: int) -> None:
        review, self._review = self._review, None
        if review is not None:
            review.deleteLater()
        self._go_on()
        if self._review is None:
            self.ended.emit()
