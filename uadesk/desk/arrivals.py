"""Bulletins that came together: read by several processes, kept until each was looked at, stored by their dates."""

import os
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress
from uadesk.base.language import N_
from uadesk.desk.bulletins import Imported, ImportOutcome, ReadFile, import_draft, read_file, read_pasted
from uadesk.desk.desk import Desk
from uadesk.desk.recognising import Decided, is_doubted
from uadesk.desk.source_files import SourceFile
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.rows import LetterRow
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.pool import Answers, ReaderPool
from uadesk.reading.reader import BulletinReader

READ = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf", ".eml", ".mht", ".mhtml")
"""How the names of files end that are read."""
SUFFIXES = frozenset((*READ, "", ".doc", ".rtf", ".odt"))
"""How a bulletin's file in a folder may end; the last three are not read, which is said."""
MOST_FILES = 2_000
"""A folder of more files is not meant: it is refused as a whole."""


class FolderTooLargeError(UADeskError):
    """A folder with more files than anybody means to read; `path` is the folder."""

    def __init__(self, path: str, most: int) -> None:
        super().__init__(path, most)
        self.path = path
        self.most = most


class EmptyFolderError(UADeskError):
    """A folder in which no file may be a bulletin; `path` is the folder."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class ArrivalState(StrEnum):
    """What became of a bulletin that came."""

    WAITING = "waiting"
    SAVED = "saved"
    COPY = "copy"
    """The desk had it already."""
    SKIPPED = "skipped"
    FAILED = "failed"
    """It could not be stored."""


@dataclass(slots=True)
class Arrival:
    """A bulletin that came: as it was read, or as a person has changed it since."""

    draft: BulletinDraft
    file: SourceFile | None = None
    ident: int = 0
    """Its place among all that came, from 1; 0 for one that came alone."""
    state: ArrivalState = ArrivalState.WAITING
    imported: Imported | None = None
    trouble: UADeskError | None = None
    is_asked: bool = False
    """Whether what the desk has raises a doubt where the bulletin itself raises none."""
    decided: Decided | None = None
    """What a person who looked at it decided; None where nobody changed anything."""

    @property
    def is_sure(self) -> bool:
        """Whether it may be stored unseen: nothing is in doubt or was decided, and it says what case it is on."""
        draft = self.draft
        if draft.checks or self.is_asked or self.decided not in (None, Decided()):
            return False
        return bool(draft.number or draft.title or draft.targets)

    def weigh(self, desk: Desk) -> None:
        """Look whether what the desk has raises a doubt."""
        self.is_asked = not self.draft.checks and is_doubted(desk, self.draft)

    def keep(self, imported: Imported) -> None:
        """It was stored."""
        had = imported.outcome in (ImportOutcome.COPY_KEPT, ImportOutcome.UNCHANGED)
        self.state, self.imported = ArrivalState.COPY if had else ArrivalState.SAVED, imported


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file in which no bulletin was found, and why."""

    name: str
    why: UADeskError

    @property
    def is_no_bulletin(self) -> bool:
        """Whether it was read and is no bulletin; else it could not be read."""
        return isinstance(self.why, NotABulletinError)


@dataclass(frozen=True, slots=True)
class Readings:
    """What came of reading some files: bulletins, and the files that hold none."""

    found: tuple[Arrival, ...]
    refused: tuple[Refusal, ...] = ()


class Arrivals:
    """The bulletins that came and what became of each; those of one reading in the order of their dates."""

    def __init__(self) -> None:
        self.all: list[Arrival] = []
        self.refused: list[Refusal] = []
        self._last = 0

    @property
    def waiting(self) -> list[Arrival]:
        """Those that nobody has settled yet."""
        return [each for each in self.all if each.state is ArrivalState.WAITING]

    @property
    def sure(self) -> list[Arrival]:
        """Those of the waiting ones in which nothing is in doubt."""
        return [each for each in self.waiting if each.is_sure]

    def add(self, readings: Readings) -> None:
        """Keep what was read; updates stand behind the bulletins that they follow."""
        self.refused += readings.refused
        for arrival in sorted(readings.found, key=lambda each: each.draft.issued or date.max):
            self._last += 1
            arrival.ident = self._last
            self.all.append(arrival)

    def beside(self, arrival: Arrival, step: int) -> Arrival | None:
        """The next one that waits (1) or the one before (-1); from the other end where there is none."""
        place = self.all.index(arrival)
        following = self.all[place + 1 :] + self.all[:place] if step > 0 else self.all[:place][::-1]
        if step < 0:
            following += self.all[place + 1 :][::-1]
        return next((each for each in following if each.state is ArrivalState.WAITING), None)

    def recheck(self, desk: Desk) -> None:
        """Those that were saved and are there no more, since that was undone, wait again."""
        from uadesk.store.queries.bulletins import kept_of

        saved = {each.imported.bulletin_id: each for each in self.all if each.imported is not None}
        with desk.store.reading() as session:
            gone = saved.keys() - kept_of(session, saved)
        for ident in gone:
            saved[ident].state, saved[ident].imported = ArrivalState.WAITING, None

    def forget(self) -> None:
        """All is told: begin anew."""
        self.all.clear()
        self.refused.clear()


def reading(desk: Desk, paths: Sequence[Path]) -> Job[Readings]:
    """Read these files, a few at once; nothing is stored. Folders among them are read with all that is in them.

    Raises FolderTooLargeError, EmptyFolderError.
    """
    files = [file for path in paths for file in (files_in(path) if path.is_dir() else [path])]
    if not files and paths:
        raise EmptyFolderError(str(paths[0]))
    found: list[ReadFile] = []
    refused: list[Refusal] = []
    yield Progress(0, len(files))
    with closing(read_each(desk.reader, files)) as answers:
        for answer in answers:
            if isinstance(answer, UADeskError):
                refused.append(Refusal(files[len(found) + len(refused)].name, answer))
            elif answer is not None:
                found.append(answer)
            yield Progress(len(found) + len(refused), len(files))
    arrivals = [Arrival(draft, each.file) for each in found for draft in each.drafts]
    yield from _weighing(desk, arrivals)
    return Readings(tuple(arrivals), tuple(refused))


def reading_pasted(desk: Desk, text: str) -> Job[Readings]:
    """Read a bulletin that was pasted as text; nothing is stored."""
    yield Progress(0, 1)
    read = read_pasted(desk, text)
    arrivals = [Arrival(draft, read.file) for draft in read.drafts]
    yield from _weighing(desk, arrivals)
    return Readings(tuple(arrivals))


def _weighing(desk: Desk, arrivals: Sequence[Arrival]) -> Generator[Progress, None, None]:
    for place, arrival in enumerate(arrivals):
        yield Progress(place, len(arrivals))
        arrival.weigh(desk)


def read_each(reader: BulletinReader, files: Sequence[Path]) -> Answers[ReadFile]:
    """What came of each file, in their order; None whenever the next one lets itself be waited for."""
    return ReaderPool[ReadFile](reader).read([partial(read_file, path) for path in files])


def files_in(folder: Path) -> list[Path]:
    """The files in a folder and those in it that may be bulletins, by name; hidden ones and other kinds left out.

    Raises FolderTooLargeError.
    """
    found: list[Path] = []
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        shown = (Path(above, each) for each in sorted(names) if not each.startswith("."))
        found += (each for each in shown if each.suffix.casefold() in SUFFIXES and each.is_file())
        if len(found) > MOST_FILES:
            raise FolderTooLargeError(str(folder), MOST_FILES)
    return found


def storing(desk: Desk, arrivals: Sequence[Arrival]) -> Job[tuple[Arrival, ...]]:
    """Store these, one transaction each, undone as one; stopped on the way, those stored stay and the others wait on.

    One that cannot be stored stops no other. One that the desk doubts, by what was stored just before it too, waits.
    """
    with desk.store.act(N_("Import bulletins")) as act:
        for place, arrival in enumerate(arrivals):
            yield Progress(place, len(arrivals))
            try:
                arrival.weigh(desk)
                if not arrival.is_asked:
                    arrival.keep(import_draft(desk, arrival.draft, arrival.file, act=act))
            except UADeskError as error:
                arrival.state, arrival.trouble = ArrivalState.FAILED, error
    return tuple(arrivals)


def to_pull_of(arrivals: Sequence[Arrival]) -> list[LetterRow]:
    """The letters that must be pulled after these were stored, each once."""
    stored = (each.imported for each in arrivals if each.imported is not None)
    return list({row.ident: row for each in stored for row in each.to_pull}.values())
