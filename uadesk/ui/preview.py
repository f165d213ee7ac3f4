"""Pages drawn from PDFs off the window's thread; while one is drawn, only the latest wish is kept."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress
from uadesk.desk.proofs import Proof
from uadesk.ui.worker import Worker

ProofMaker = Callable[[], Proof]


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """One page as it will print: the proof it comes from, which page of how many (from 0), and its picture."""

    proof: Proof
    page: int
    pages: int
    image: QImage


def draw_page(pdf: bytes, page: int, width: int) -> QImage:
    """A page as a picture that owns its pixels, `width` pixels wide."""
    from uadesk.desk.printing import page_picture

    picture = page_picture(pdf, page, width)
    image = QImage(picture.bgrx, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    return image.copy()


def drawing(make_proof: ProofMaker, page: int, width: int) -> Job[DrawnPage]:
    """Make the PDF and draw one of its pages; the last one where it has fewer."""
    from uadesk.press.preview import page_count

    yield Progress(0, 2)
    proof = make_proof()
    yield Progress(1, 2)
    pages = page_count(proof.pdf)
    page = min(page, pages - 1)
    return DrawnPage(proof, page, pages, draw_page(proof.pdf, page, width))


class Previewer(QObject):
    """Draws the page last asked for; answers that are out of date are dropped."""

    drawn = Signal(object)
    """A `DrawnPage`."""
    refused = Signal(object)
    """A `UADeskError`: why there is no page."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._next: tuple[ProofMaker, int, int] | None = None
        self._stopped = False

    @property
    def is_busy(self) -> bool:
        """Whether a page is being drawn."""
        return self._worker is not None

    def ask(self, make_proof: ProofMaker, page: int, width: int) -> None:
        """Draw this page `width` pixels wide as soon as the one in hand is done; `make_proof` runs in the thread."""
        if self._stopped:
            return
        self._next = make_proof, page, width
        if self._worker is None:
            self._start()
        else:
            self._worker.requestInterruption()

    def stop(self) -> None:
        """Forget what was asked, wait for the thread, and draw nothing any more: the window goes."""
        self._stopped, self._next = True, None
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.blockSignals(True)  # noqa: FBT003  Qt's own signature
            worker.requestInterruption()
            worker.wait()

    def _start(self) -> None:
        if self._next is None:
            return
        (make_proof, page, width), self._next = self._next, None
        self._worker = Worker(lambda: drawing(make_proof, page, width), self)
        self._worker.succeeded.connect(self._answer)
        self._worker.failed.connect(self._refuse)
        self._worker.finished.connect(self._finish)
        self._worker.start()

    def _answer(self, page: DrawnPage) -> None:
        if self._next is None:
            self.drawn.emit(page)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UADeskError):
            raise error  # a fault of the program: the crash dialog's
        if self._next is None:
            self.refused.emit(error)

    def _finish(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
        self._start()
