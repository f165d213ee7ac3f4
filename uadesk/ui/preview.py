"""Pages drawn from PDFs off the window's thread; while one is drawn, only the latest wish is kept."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from uadesk.base.jobs import Job, Progress
from uadesk.desk.proofs import Proof
from uadesk.ui.latest import LatestJob

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


class Previewer(LatestJob):
    """Draws the page last asked for."""

    drawn = Signal(object)
    """A `DrawnPage`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.answered.connect(self.drawn)

    def ask(self, make_proof: ProofMaker, page: int, width: int) -> None:
        """Draw this page `width` pixels wide as soon as the one in hand is done; `make_proof` runs in the thread."""
        self.wish(lambda: drawing(make_proof, page, width))
