"""Files that a person saves: where they go, and what is said of it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.desk.saving import save_file
from uadesk.desk.words import sentence

PDF = "PDF (*.pdf)"


@dataclass(frozen=True, slots=True)
class Saved:
    """What is to be said; `path` is where the file is, None where it could not be written, or nobody wanted it."""

    said: str = ""
    path: Path | None = None


class _Place:
    """The folder of the file that was saved last: the next one most likely goes there too."""

    folder: Path | None = None


def ask_place(parent: QWidget, title: str, name: str, kinds: str = PDF) -> Path | None:
    """Where a file is to be saved, None where the person thinks better of it; `name` is proposed."""
    proposed = str((_Place.folder or Path.home()) / name)
    given, _kind = QFileDialog.getSaveFileName(parent, title, proposed, kinds)
    if not given:
        return None
    _Place.folder = Path(given).parent
    return Path(given)


def ask_pdf_place(parent: QWidget, name: str) -> Path | None:
    """Where a PDF is to be saved, None where the person thinks better of it."""
    return ask_place(parent, _("Save as PDF"), name)


def save_as(parent: QWidget, title: str, name: str, content: bytes, kinds: str = PDF) -> Saved:
    """Ask for a place and write the file there."""
    path = ask_place(parent, title, name, kinds)
    if path is None:
        return Saved()
    try:
        save_file(path, content)
    except UADeskError as error:
        return Saved(sentence(error))
    return Saved(_("Saved in {file}.").format(file=path), path)
