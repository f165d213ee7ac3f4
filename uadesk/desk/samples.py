"""The sample desk: invented people and cases, dated from today, never mixed with the real desk."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from uadesk.base.clock import Clock
from uadesk.base.errors import UADeskError
from uadesk.base.files import write_whole
from uadesk.base.folders import Home
from uadesk.base.jobs import Job, Progress
from uadesk.base.language import N_, _
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk, HomeNotWritableError, open_desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.evenings import set_here, set_place, tonight
from uadesk.desk.groups import is_sample, save_group
from uadesk.desk.letters import list_letters
from uadesk.desk.members import import_members, list_members
from uadesk.desk.printing import confirm_printed, print_envelopes, print_letters
from uadesk.desk.reports import report, report_pdf
from uadesk.desk.sample_texts import sample_bulletins, sample_group, sample_members_csv
from uadesk.desk.source_files import SourceFile
from uadesk.desk.steps import mark
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import LetterFilter


class NotASampleError(UADeskError):
    """Where the sample desk was to be made there is a desk with real people; it was not touched."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self.folder = folder


PLACE = N_("Trinity Hall")
_CAME = 8
"""How many of the invented members come to the sample evening."""


@dataclass(frozen=True, slots=True)
class Demo:
    """What the sample evening made: the files, and how many of each thing."""

    folder: Path
    files: tuple[Path, ...]
    cases: int
    members: int
    letters: int
    envelopes: int
    posted: int


def sample_desk(home: Home, clock: Clock) -> Desk:
    """The sample desk beside the real one; made when it is opened for the first time on a day.

    Its dates are offsets from today, so a sample desk of another day is made anew.
    """
    made_on = home.sample.folder / "made-on"
    today = clock.today().isoformat()
    if home.sample.database.exists() and (not made_on.exists() or made_on.read_text() != today):
        _clear(home.sample, clock)
    fresh = not home.sample.database.exists()
    desk = open_desk(home.sample, clock)
    if fresh:
        _fill(desk)
        write_whole(made_on, today.encode())
    return desk


def demo(folder: Path, clock: Clock) -> Job[Demo]:
    """A whole evening on the sample data, on a desk of its own inside this folder.

    Imports the bulletins and members, drafts, prints letters and envelopes, posts, and reports.
    Raises HomeNotWritableError, NotASampleError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeNotWritableError(str(folder), error.strerror or str(error)) from error
    home = Home(folder / "desk")
    _clear(home, clock)
    desk = open_desk(home, clock)
    try:
        return (yield from _hold(desk, folder))
    finally:
        desk.close()


def _hold(desk: Desk, folder: Path) -> Job[Demo]:
    yield Progress(0, 4, _("Bulletins"))
    _fill(desk)
    evening = _evening(desk)
    drafts = [row.ident for row in list_letters(desk, LetterFilter(evening=evening))]
    yield Progress(1, 4, _("Letters"))
    letters = yield from print_letters(desk, drafts)
    yield Progress(2, 4, _("Envelopes"))
    envelopes = yield from print_envelopes(desk, drafts)
    printed = confirm_printed(desk, letters)
    posted = mark(desk, [row.ident for row in printed.done], LetterStatus.POSTED)
    yield Progress(3, 4, _("Report"))
    pages = {
        "letters.pdf": letters.pdf,
        "envelopes.pdf": envelopes.pdf,
        "report.pdf": report_pdf(desk, report(desk)),
    }
    try:
        for name, content in pages.items():
            write_whole(folder / name, content)
    except OSError as error:
        raise HomeNotWritableError(str(folder), error.strerror or str(error)) from error
    return Demo(
        folder=folder,
        files=tuple(folder / name for name in pages),
        cases=len(tonight(desk).cases) + len(tonight(desk).others),
        members=len(list_members(desk)),
        letters=letters.pages,
        envelopes=envelopes.pages,
        posted=len(posted.done),
    )


def _fill(desk: Desk) -> None:
    """Put the group, the bulletins and the people of the sample on an empty desk."""
    _mark_as_sample(desk)
    save_group(desk, sample_group())
    for name, text in sample_bulletins(desk.today):
        content = text.encode()
        for draft in desk.reader.read(name, content):
            import_draft(desk, draft, SourceFile(name, content))
    people = desk.reader.members("members.csv", sample_members_csv()).people
    import_members(desk, people)
    desk.store.forget_undo()


def _mark_as_sample(desk: Desk) -> None:
    from uadesk.store.people import THE_GROUP, GroupRecord

    with desk.store.writing("") as session:
        record = session.get(GroupRecord, THE_GROUP) or GroupRecord(id=THE_GROUP)
        record.is_sample = True
        session.add(record)


def _evening(desk: Desk) -> date:
    """Hold the sample evening: some come, and everybody there writes on each case on offer."""
    came = [row.ident for row in list_members(desk)][:_CAME]
    set_place(desk, _(PLACE))
    for ident in came:
        set_here(desk, ident, here=True)
    for case in tonight(desk).cases:
        draft_letters(desk, case.ident, came, copies=True, evening=desk.today)
    return desk.today


def _clear(home: Home, clock: Clock) -> None:
    """Remove an earlier sample desk; a desk that is none is never touched. Raises NotASampleError."""
    if not home.database.exists():
        return
    desk = open_desk(home, clock)
    try:
        if not is_sample(desk):
            raise NotASampleError(str(home.folder))
    finally:
        desk.close()
    for path in home.folder.glob(f"{home.database.name}*"):
        path.unlink()
