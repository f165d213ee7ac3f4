"""`read` and `import`: bulletins come in."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.cli.calling import FAILED
from uadesk.cli.output import named, notice, say, say_json, skipped_json
from uadesk.cli.reading import TEXT, ReadCall, each_answer, read_files
from uadesk.cli.state import Json, opened, state_of
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.words import (
    by_sentence,
    imported_words,
    long_date,
    may_belong_sentence,
    outcome_sentence,
    sentence,
)
from uadesk.domain.bulletins import BulletinDraft
from uadesk.reading.reader import BulletinReader

if TYPE_CHECKING:
    from uadesk.desk.bulletins import Imported, ImportOutcome, ReadFile

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help=_("Bulletins as they came: text, web page, Word, PDF or mail."))
]


def read(
    context: typer.Context,
    files: Files,
    as_json: Json = False,
    text: Annotated[bool, typer.Option(TEXT, help=_("Print the text that the places count in."))] = False,
) -> None:
    read_files(ReadCall(tuple(files), as_json, text), BulletinReader(state_of(context).reading_process))


def import_(context: typer.Context, files: Files, as_json: Json = False) -> None:
    from uadesk.desk.bulletins import read_file

    done = _Done(as_json)
    with opened(context) as desk:
        for path, answer in each_answer(desk.reader, files, read_file):
            if isinstance(answer, UADeskError):
                done.skip(path, answer)
                continue
            try:
                _import_one(desk, answer, path, done)
            except UADeskError as error:
                done.skip(path, error)
    done.tell()


@dataclass(slots=True)
class _Done:
    """What became of the files of an import, said as it goes and summed up."""

    as_json: bool
    names: list[str] = field(default_factory=list)
    unchanged: list[dict[str, str]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    outcomes: Counter["ImportOutcome"] = field(default_factory=Counter)
    files: set[Path] = field(default_factory=set)

    def skip(self, path: Path, error: UADeskError) -> None:
        """A file that brought nothing, or not all that it holds."""
        self.files.add(path)
        self.skipped.append(Skipped(str(path), error))
        notice(named(str(path), sentence(error)))

    def keep(self, path: Path, imported: "Imported") -> None:
        """A bulletin that was stored, or is there already."""
        from uadesk.desk.bulletins import ImportOutcome

        said = outcome_sentence(imported)
        self.files.add(path)
        self.outcomes[imported.outcome] += 1
        if imported.outcome is ImportOutcome.UNCHANGED:
            self.unchanged.append({"what": str(path), "why": said})
        else:
            self.names.append(imported.name)
        if not self.as_json:
            say(f"{path}: {said}")
        elif imported.to_pull:
            notice(f"{path}: {said}")

    def tell(self) -> None:
        """The end: what was done as the contract has it, or of many files how many. Raises typer.Exit."""
        if self.as_json:
            say_json({"done": self.names, "skipped": self.unchanged + skipped_json(self.skipped)})
        elif len(self.files) > 1:
            say(imported_words(self.outcomes, [each.why for each in self.skipped]))
        if self.skipped:
            raise typer.Exit(FAILED)


def _import_one(desk: Desk, read: "ReadFile", path: Path, done: _Done) -> None:
    from uadesk.desk.bulletins import import_draft
    from uadesk.desk.recognising import recognise, with_doubts

    for found in read.drafts:
        recognised = recognise(desk, found)
        draft = with_doubts(desk, found, recognised)
        imported = import_draft(desk, draft, read.file)
        done.keep(path, imported)
        if recognised.proposals:
            notice(f"{path}: {may_belong_sentence(imported.name, recognised.proposals)}")
        for doubt in doubts(draft, desk):
            notice(f"{path}: {imported.name}: {doubt}")


def doubts(draft: BulletinDraft, desk: Desk) -> list[str]:
    """What is to be looked at in a bulletin, the date that is gone by today included."""
    found = list(by_sentence(draft.checks))
    if draft.act_until and draft.act_until < desk.today and not draft.ends_writing:
        found.append(
            _("The last day to write was {day}; ask the office before you write.").format(
                day=long_date(draft.act_until)
            )
        )
    return found
