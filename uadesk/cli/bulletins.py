"""`read` and `import`: bulletins come in."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.cli.contract import bulletin_json
from uadesk.cli.output import notice, say, say_json, say_skipped, skipped_json
from uadesk.cli.state import FAILED, Json, opened
from uadesk.desk.bulletins import ImportOutcome, ReadFile, import_draft, read_file, source_file
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.recognising import recognise, with_doubts
from uadesk.desk.words import (
    check_sentence,
    long_date,
    may_belong_sentence,
    outcome_sentence,
    sentence,
    stage_word,
)
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.texts import Text
from uadesk.reading.pool import ReaderPool
from uadesk.reading.reader import BulletinReader

T = TypeVar("T")

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help=_("Bulletins as they came: text, web page, Word, PDF or mail."))
]


def read(
    files: Files,
    as_json: Json = False,
    text: Annotated[bool, typer.Option("--text", help=_("Print the text that the places count in."))] = False,
) -> None:
    reader = BulletinReader()
    read_one: Callable[[Path, BulletinReader], Text | Sequence[BulletinDraft]] = _text_of if text else _drafts_of
    failed = False
    try:
        for path, answer in _each(reader, files, read_one):
            if isinstance(answer, UADeskError):
                failed = True
                _say_unread(str(path), answer, as_json=as_json and not text)
            elif isinstance(answer, Text):
                content = answer.content
                sys.stdout.buffer.write((content if content.endswith("\n") else content + "\n").encode())
            else:
                _say_read(answer, str(path), as_json=as_json)
    finally:
        reader.close()
    if failed:
        raise typer.Exit(FAILED)


def import_(context: typer.Context, files: Files, as_json: Json = False) -> None:
    done: list[str] = []
    skipped: list[Skipped] = []
    unchanged: list[dict[str, str]] = []
    with opened(context) as desk:
        for path, answer in _each(desk.reader, files, read_file):
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


def _each(
    reader: BulletinReader, files: Sequence[Path], read_one: Callable[[Path, BulletinReader], T]
) -> Iterator[tuple[Path, T | UADeskError]]:
    """What came of each file, in their order; many are read by several processes."""
    answers = ReaderPool[T](reader).read([partial(read_one, path) for path in files])
    yield from zip(files, (each for each in answers if each is not None), strict=True)


def _text_of(path: Path, reader: BulletinReader) -> Text:
    file = source_file(path)
    return reader.text(file.name, file.content)


def _drafts_of(path: Path, reader: BulletinReader) -> Sequence[BulletinDraft]:
    return read_file(path, reader).drafts


def _say_read(drafts: Sequence[BulletinDraft], path: str, *, as_json: bool) -> None:
    for part, draft in enumerate(drafts, 1):
        if as_json:
            say_json(bulletin_json(draft, path, part if len(drafts) > 1 else None))
        else:
            _show(draft, path)


def _import_one(
    desk: Desk, read: ReadFile, path: str, done: list[str], unchanged: list[dict[str, str]], *, quiet: bool
) -> None:
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


def _say_unread(path: str, error: UADeskError, *, as_json: bool) -> None:
    if as_json:
        say_json({"file": path, "ok": False, "error": sentence(error)})
    notice(f"{path}: {sentence(error)}")


def _show(draft: BulletinDraft, path: str) -> None:
    """A bulletin for a person to read."""
    stage = stage_word(draft.stage, draft.stage_ordinal)
    say(f"{path}: {stage} {draft.number or ''} {draft.country or ''}".rstrip())
    facts = (
        (_("Title"), draft.title),
        (_("Index"), draft.index),
        (_("Issued"), long_date(draft.issued) if draft.issued else None),
        (_("Write until"), long_date(draft.act_until) if draft.act_until else None),
        (_("Demands"), "; ".join((draft.demand_lead or "", *draft.demands)).strip("; ") or None),
    )
    for label, value in facts:
        if value:
            say(f"  {label}: {value}")
    for label, block in ((_("Write to"), draft.targets), (_("Copy to"), draft.copies)):
        for addressee in block:
            say(f"  {label}: {', '.join(addressee.lines)}")
            if addressee.salutation:
                say(f"    {addressee.salutation}")
    for check in draft.checks:
        say(f"  ! {check_sentence(check)}")
