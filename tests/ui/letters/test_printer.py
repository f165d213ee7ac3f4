"""Pages on paper: the size and the way up are the PDF's, whatever the printer was set to before."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from uadesk.base.jobs import finish
from uadesk.printing.printer import PrinterRefusedError
from uadesk.ui.printer import PageJob, new_printer, print_pages

MM = 72 / 25.4


def plain(page: int, width: int) -> QImage:
    """A page that is grey, and darker the later it comes."""
    image = QImage(width, width // 2, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(0, 0, 200 - 50 * page))
    return image


def job(pages: int = 3, width: float = 241.3, height: float = 104.8) -> PageJob:
    return PageJob("Envelopes", pages, width, height, plain)


def printer_into(file: Path, pages: PageJob) -> QPrinter:
    printer = new_printer(pages)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(150)
    printer.setOutputFileName(str(file))
    return printer


def sizes(file: Path) -> list[tuple[int, int]]:
    """Width and height of each page, whole millimetres."""
    document = pypdfium2.PdfDocument(BytesIO(file.read_bytes()))
    found = [(round(page.get_width() / MM), round(page.get_height() / MM)) for page in document]
    document.close()
    return found


@pytest.mark.parametrize(("width", "height"), [(215.9, 279.4), (210.0, 297.0), (241.3, 104.8), (220.0, 110.0)])
def test_every_page_has_the_size_of_the_pdf(qtbot: QtBot, tmp_path: Path, width: float, height: float) -> None:
    pages = job(2, width, height)
    assert finish(print_pages(printer_into(tmp_path / "out.pdf", pages), pages)) == 2
    assert sizes(tmp_path / "out.pdf") == [(round(width), round(height))] * 2


def test_what_the_print_dialog_did_to_the_page_is_undone(qtbot: QtBot, tmp_path: Path) -> None:
    pages = job(1)
    printer = printer_into(tmp_path / "out.pdf", pages)
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(a4, QPageLayout.Orientation.Landscape, QMarginsF(20, 20, 20, 20)))
    finish(print_pages(printer, pages))
    assert sizes(tmp_path / "out.pdf") == [(241, 105)]
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Portrait


def test_all_pages_are_sent_whatever_range_a_system_s_dialog_left(qtbot: QtBot, tmp_path: Path) -> None:
    pages = job(3)
    printer = printer_into(tmp_path / "out.pdf", pages)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert finish(print_pages(printer, pages)) == 3
    assert len(sizes(tmp_path / "out.pdf")) == 3


def test_it_tells_how_far_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    pages = job(3)
    steps: list[int] = []
    finish(print_pages(printer_into(tmp_path / "out.pdf", pages), pages), lambda step: steps.append(step.done))
    assert steps == [0, 1, 2]


def test_closing_the_job_calls_the_printer_off(qtbot: QtBot, tmp_path: Path) -> None:
    pages = job(3)
    printer = printer_into(tmp_path / "out.pdf", pages)
    running = print_pages(printer, pages)
    next(running)
    running.close()
    assert printer.printerState() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Idle)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    pages = job(1)
    printer = printer_into(tmp_path / "no such folder" / "out.pdf", pages)
    with pytest.raises(PrinterRefusedError):
        finish(print_pages(printer, pages))


def test_the_picture_fills_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    pages = job(1, 200, 100)
    finish(print_pages(printer_into(tmp_path / "out.pdf", pages), pages))
    document = pypdfium2.PdfDocument(BytesIO((tmp_path / "out.pdf").read_bytes()))
    picture = document[0].render(scale=1).to_pil().convert("L")
    document.close()
    for place in ((2, 2), (picture.width - 3, 2), (2, picture.height - 3), (picture.width - 3, picture.height - 3)):
        assert picture.getpixel(place) == pytest.approx(200, abs=3)
