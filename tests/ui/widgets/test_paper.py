"""The page on the screen: whole, or as wide as there is room to be read."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from uadesk.ui.widgets.paper import PaperView


def page_shown(qtbot: QtBot) -> PaperView:
    paper = PaperView()
    qtbot.addWidget(paper)
    paper.resize(500, 400)
    paper.show()
    image = QImage(425, 550, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for line in range(500, 550):
        for column in range(425):
            image.setPixelColor(column, line, Qt.GlobalColor.black)
    paper.show_page(image)
    return paper


def test_a_click_shows_the_page_as_wide_as_there_is_room_and_whole_again(qtbot: QtBot) -> None:
    paper = page_shown(qtbot)
    whole = paper.best_width()
    with qtbot.waitSignal(paper.wants_width) as asked:
        qtbot.mouseClick(paper, Qt.MouseButton.LeftButton)
    assert asked.args == [paper.best_width()]
    assert paper.best_width() > 1.5 * whole
    qtbot.keyClick(paper, Qt.Key.Key_Space)
    assert paper.best_width() == whole


def test_a_large_page_is_moved_to_its_foot_and_no_further(qtbot: QtBot) -> None:
    paper = page_shown(qtbot)
    foot = QPoint(250, 380)
    paper.toggle()
    assert paper.grab().toImage().pixelColor(foot) == Qt.GlobalColor.white
    for _press in range(30):
        qtbot.keyClick(paper, Qt.Key.Key_Down)
    assert paper.grab().toImage().pixelColor(foot) == Qt.GlobalColor.black
    qtbot.keyClick(paper, Qt.Key.Key_PageUp)
    assert paper.grab().toImage().pixelColor(foot) == Qt.GlobalColor.white
