"""Sending our own PDF to a printer: its pages as pictures, at the printer's own resolution.

The page size is the PDF's and is set again after the print dialog, which on some systems hands back its own.
No orientation is ever asked of the printer: what turns a page is in the PDF.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from uadesk.base.jobs import Job, Progress
from uadesk.domain.paper import Sheet
from uadesk.press.preview import page_count
from uadesk.printing.printer import PrinterRefusedError
from uadesk.ui.preview import draw_page

FINEST = 400
"""Dots an inch: finer than this, text on paper looks no better, and a page takes hundreds of megabytes."""

_MM_PER_INCH = 25.4


DrawPage = Callable[[int, int], QImage]
"""A page by its place (from 0) and its width in pixels."""

ChoosePrinter = Callable[[QPrinter, QWidget], bool]
"""Lets a person choose a printer; False where they did not."""


@dataclass(frozen=True, slots=True)
class PageJob:
    """Pages of one size that go to paper together; `width` and `height` in millimetres."""

    title: str
    pages: int
    width: float
    height: float
    draw: DrawPage


def new_printer(job: PageJob) -> QPrinter:
    """A printer set up for these pages; the person chooses which one in the print dialog."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(job.title)
    printer.setCreator("UADesk")
    set_page(printer, job)
    return printer


def set_page(printer: QPrinter, job: PageJob) -> None:
    """Give the printer the size of these pages, upright as the PDF has them, without margins of its own.

    All of them are sent: what is asked afterwards is asked of all.
    """
    size = QPageSize(QSizeF(job.width, job.height), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter))
    printer.setFullPage(True)
    printer.setFromTo(0, 0)
    printer.setPrintRange(QPrinter.PrintRange.AllPages)


def printer_choice(printer: QPrinter, parent: QWidget) -> QPrintDialog:
    """The system's print dialog; the whole batch is printed, so that one question is enough."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    return dialog


def choose_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Let the person choose a printer; False where the print dialog was closed."""
    dialog = printer_choice(printer, parent)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return chosen


def asked_to_print(
    title: str, pdf: bytes, sheet: Sheet, choose: ChoosePrinter, parent: QWidget
) -> Callable[[], Job[int]] | None:
    """Ask for a printer; starts the job that sends these pages, None where the print dialog was closed."""
    job = PageJob(title, page_count(pdf), sheet.width, sheet.height, lambda page, width: draw_page(pdf, page, width))
    printer = new_printer(job)
    if not choose(printer, parent):
        return None
    set_page(printer, job)
    return lambda: print_pages(printer, job)


def print_pages(printer: QPrinter, job: PageJob) -> Job[int]:
    """Send the pages, one step a page; closing the job calls the printer off.

    Raises PrinterRefusedError.
    """
    set_page(printer, job)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefusedError(printer.printerName())
    try:
        for page in range(job.pages):
            yield Progress(page, job.pages, str(page + 1))
            if page:
                _feed(printer)
            _paint(painter, printer, job, page)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return job.pages


def _feed(printer: QPrinter) -> None:
    if not printer.newPage():
        raise PrinterRefusedError(printer.printerName())


def _paint(painter: QPainter, printer: QPrinter, job: PageJob, page: int) -> None:
    dots = min(printer.resolution(), FINEST)
    picture = job.draw(page, round(job.width / _MM_PER_INCH * dots))
    on_paper = printer.resolution() / _MM_PER_INCH
    place = QRect(0, 0, round(job.width * on_paper), round(job.height * on_paper))
    painter.drawImage(place, picture.convertToFormat(QImage.Format.Format_Grayscale8))
