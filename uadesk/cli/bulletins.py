"""`read` and `import`: bulletins come in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.cli.calling import FAILED
from uadesk.cli.output import notice, say, say_json, say_skipped, skipped_json
from uadesk.cli.reading import TEXT, ReadCall, each_answer, read_files
from uadesk.cli.state import Json, opened, state_of
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.words import (
    check_sentence,
    long_date,
    may_belong_sentence,
    outcome_sentence,
)
from uadesk.domain.bulletins import BulletinDraft
from uadesk.reading.reader import BulletinReader

if TYPE_CHECKING:
    from uadesk.desk.bulletins import ReadFile

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

    done: list[str] = []
    skipped: list[Skipped] = []
    unchanged: list[dict[str, str]] = []
    with opened(context) as desk:
        for path, answer in each_answer(desk.reader, files, read_file):
            if isinstance(answer, UADeskError):
                skipped.append(Skipped(str(path), answer))
                continue
            try:
                _import_one(desk, answer, str(path), done, unchanged, quiet=as_json)
            except UADeskError as error:
                skipped.append(Skipped(str(path), error))
    if as_json:
        say_json({"done": done, "skipped": unchanged + skipped_json(skipped)})
    say_skipped(skipped)
    if skipped:
        raise typer.Exit(FAILED)


def _import_one(
    desk: Desk, read: "ReadFile", path: str, done: list[str], unchanged: list[dict[str, str]], *, quiet: bool
) -> None:
    from uadesk.desk.bulletins import ImportOutcome, import_draft
    from uadesk.desk.recognising import recognise, with_doubts

    for found in read.drafts:
        recognised = recognise(desk, found)
        draft = with_doubts(desk, found, recognised)
        imported = import_draft(desk, draft, read.file)
        said = outcome_sentence(imported)
        if imported.outcome is ImportOutcome.UNCHANGED:
            unchanged.append({"what": path, "why": said})
        else:
            done.append(imported.name)
        if not quiet:
            say(said)
        elif imported.to_pull:
            notice(said)
        if recognised.proposals:
            notice(may_belong_sentence(imported.name, recognised.proposals))
        for doubt in doubts(draft, desk):
            notice(f"{imported.name}: {doubt}")


def doubts(draft: BulletinDraft, desk: Desk) -> list[str]:
    """What is to be looked at in a bulletin, the date that is gone by today included."""
    found = [check_sentence(check) for check in draft.checks]
    if draft.act_until and draft.act_until < desk.today and not draft.ends_writing:
        found.append(
            _("The last day to write was {day}; ask the office before you write.").format(
                day=long_date(draft.act_until)
            )
        )
    return found
