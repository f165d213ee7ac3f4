"""The file in which a bulletin came, to be looked at beside what was read from it."""

from dataclasses import dataclass

from uadesk.desk.desk import Desk
from uadesk.desk.source_files import SourceFile
from uadesk.domain.pictures import PagePicture
from uadesk.reading.reader import BulletinReader


@dataclass(frozen=True, slots=True)
class Original:
    """A file whose pages can be drawn: in the reading process, for it came from outside."""

    drawer: BulletinReader
    file: SourceFile

    def page(self, page: int, scale: float) -> PagePicture:
        """A page (from 0), `scale` pixels a pt. Raises NoPageError, ReaderDiedError, UnreadableAnswerError."""
        return self.drawer.page(self.file.name, self.file.content, page, scale)

    def interrupt(self) -> None:
        """End what is being drawn, from another thread."""
        self.drawer.interrupt()


def original(desk: Desk, file: SourceFile | None) -> Original | None:
    """The file to be drawn; None where it has no pages."""
    return Original(desk.drawer, file) if file is not None and _has_pages(file.content) else None


def stored_original(desk: Desk, bulletin_id: int) -> Original | None:
    """The first file of a stored bulletin that has pages; None where it came in none."""
    from sqlalchemy import select

    from uadesk.store.bulletins import FileRecord

    found = select(FileRecord).where(FileRecord.bulletin_id == bulletin_id).order_by(FileRecord.id)
    with desk.store.reading() as session:
        files = (SourceFile(record.name, record.content) for record in session.scalars(found))
        return next((made for file in files if (made := original(desk, file)) is not None), None)


def _has_pages(content: bytes) -> bool:
    return b"%PDF-" in content[:1024]
