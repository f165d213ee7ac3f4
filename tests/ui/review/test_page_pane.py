"""The page of a PDF beside its fields: drawn off the window's thread, marked, turned and zoomed."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.kit import bulletin, press
from tests.ui.review.papers import paper
from uadesk.base.child import ReaderDiedError
from uadesk.desk.source_files import SourceFile
from uadesk.domain.pictures import PagePicture, Picture
from uadesk.domain.texts import Origin
from uadesk.reading.page_pictures import draw
from uadesk.ui.review.page_pane import LARGEST, PagePane, boxes_of
from uadesk.ui.review.window import ReviewWindow

PDF, DRAFT = paper()


class Drawn:
    """Pages of the invented bulletin; notes in which thread and at which scale they were drawn."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, float]] = []
        self.threads: set[int] = set()
        self.interrupted = False
        self.waits = threading.Event()
        self.waits.set()

    def page(self, page: int, scale: float) -> PagePicture:
        self.threads.add(threading.get_ident())
        self.asked.append((page, scale))
        self.waits.wait(20)
        if self.interrupted:
            raise ReaderDiedError(timed_out=False)
        return draw("ua.pdf", PDF, page, scale)

    def interrupt(self) -> None:
        self.interrupted = True
        self.waits.set()


@pytest.fixture
def drawn() -> Drawn:
    return Drawn()


@pytest.fixture
def window(qtbot: QtBot, drawn: Drawn) -> Iterator[ReviewWindow]:
    made = ReviewWindow(DRAFT, lambda _draft: None, pages=drawn)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    drawn.waits.set()
    made._touched = False
    made.close()
    made.deleteLater()


def pane_of(window: ReviewWindow, qtbot: QtBot) -> PagePane:
    """The page, shown and drawn."""
    press(window, "Page")
    pane = window.source.pages
    assert pane is not None
    qtbot.waitUntil(lambda: pane.canvas.image is not None)
    return pane


def test_the_page_is_drawn_only_when_it_is_looked_at_and_not_by_the_window(
    window: ReviewWindow, drawn: Drawn, qtbot: QtBot
) -> None:
    assert drawn.asked == []
    pane = pane_of(window, qtbot)
    assert threading.get_ident() not in drawn.threads
    assert pane.words.text() == "Page 1 of 2"
    assert not window.text.isVisible()
    press(window, "Text")
    assert window.text.isVisible()


def test_f6_switches(window: ReviewWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.source.shows_page
    assert window.source.page_button.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert not window.source.shows_page


def test_the_words_of_the_chosen_field_are_marked_on_its_page(window: ReviewWindow, qtbot: QtBot) -> None:
    pane = pane_of(window, qtbot)
    window.form.go_to("title")
    [box] = pane.boxes
    assert box[0] == 72
    assert 110 < box[1] < box[3] < 140  # the fourth line, 16 pt each, below 72 pt
    place = pane.canvas.placed(box).center().toPoint()
    shown = pane.canvas.grab().toImage().pixelColor(int(place.x()), int(pane.canvas.placed(box).top()) + 2)
    assert shown.blue() < shown.red()  # amber
    window.form.go_to("copies[0].lines[3]")
    assert pane.page == 1
    qtbot.waitUntil(lambda: pane.canvas.image is not None)
    assert pane.boxes


def test_the_size_follows_keys_wheel_and_buttons(window: ReviewWindow, drawn: Drawn, qtbot: QtBot) -> None:
    pane = pane_of(window, qtbot)
    fitted = pane.canvas.width()
    qtbot.keyClick(pane.area, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pane.canvas.width() == pytest.approx(fitted * 1.25, abs=2)
    wheel = QWheelEvent(
        QPointF(9, 9),
        QPointF(pane.area.mapToGlobal(QPoint(9, 9))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.area.viewport(), wheel)
    assert pane.canvas.width() == pytest.approx(fitted * 1.25**2, abs=2)
    qtbot.waitUntil(lambda: drawn.asked[-1][1] == pytest.approx(pane.scale * pane.devicePixelRatioF()))
    pane.smaller.click()
    qtbot.keyClick(pane.area, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pane.canvas.width() == fitted
    for _step in range(20):
        pane.larger.click()
    assert pane.scale == LARGEST


def test_pages_are_turned_by_button_and_key(window: ReviewWindow, qtbot: QtBot) -> None:
    pane = pane_of(window, qtbot)
    assert not pane.back.isEnabled()
    pane.on.click()
    assert pane.words.text() == "Page 2 of 2"
    assert not pane.on.isEnabled()
    qtbot.keyClick(pane.area, Qt.Key.Key_PageUp)
    assert pane.page == 0


def test_the_window_answers_while_a_page_is_drawn_and_closes_without_waiting(
    window: ReviewWindow, drawn: Drawn, qtbot: QtBot
) -> None:
    drawn.waits.clear()
    press(window, "Page")
    qtbot.waitUntil(lambda: bool(drawn.asked))
    qtbot.keyClicks(window.form.number, "5")
    assert window.form.number.text().endswith("5")
    window._touched = False
    window.reject()
    assert drawn.interrupted
    assert not window.isVisible()


def test_a_page_that_cannot_be_drawn_says_so(window: ReviewWindow, drawn: Drawn, qtbot: QtBot) -> None:
    drawn.interrupted = True
    press(window, "Page")
    pane = window.source.pages
    assert pane is not None
    qtbot.waitUntil(lambda: "could not be read" in pane.canvas.words)


def test_a_page_too_large_to_be_sharp_is_asked_for_once(qtbot: QtBot) -> None:
    asked = []

    class Small(Drawn):
        @override
        def page(self, page: int, scale: float) -> PagePicture:
            asked.append(scale)
            return PagePicture(page, 1, (595.0, 842.0), 0.1, Picture(60, 84, 240, bytes(240 * 84)))

    pane = PagePane(Small(), ())
    qtbot.addWidget(pane)
    pane.resize(600, 600)
    pane.show()
    qtbot.waitUntil(lambda: pane.canvas.image is not None)
    qtbot.wait(200)
    assert len(asked) == len(set(asked)) <= 2
    pane.stop()


def test_text_without_pages_has_no_switch(qtbot: QtBot) -> None:
    window = ReviewWindow(bulletin(), lambda _draft: None)
    qtbot.addWidget(window)
    window.show()
    assert not window.source.page_button.isVisible()
    window.source.switch()
    assert window.text.isVisible()


def test_boxes_are_those_of_the_stretches_that_a_span_touches() -> None:
    box = (1.0, 2.0, 3.0, 4.0)
    origins = (Origin(0, 5, page=0, box=box), Origin(6, 9, page=1, box=box), Origin(10, 12, part="header"))
    assert boxes_of(origins, [(4, 7)]) == ((0, box), (1, box))
    assert boxes_of(origins, [(5, 6), (10, 12)]) == ()


def test_only_a_pdf_has_pages() -> None:
    from uadesk.desk.originals import _has_pages

    assert _has_pages(SourceFile("ua.pdf", PDF).content)
    assert not _has_pages(b"First UA: 34/25")
