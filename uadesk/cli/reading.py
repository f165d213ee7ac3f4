"""What `read` does. It stores nothing and needs little of the program, so that it can do without Typer as well."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.cli.calling import FAILED
from uadesk.cli.contract import bulletin_json
from uadesk.cli.output import named, notice, say, say_json
from uadesk.desk.source_files import source_file
from uadesk.desk.words import by_sentence, long_date, sentence
from uadesk.domain.addresses import Addressee
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.texts import Text
from uadesk.reading.reader import BulletinReader

T = TypeVar("T")

JSON, TEXT = "--json", "--text"
_EXPANDED = "*?[]~$%"
"""What Typer expands in the names of files on some platforms."""


@dataclass(frozen=True, slots=True)
class ReadCall:
    """A call of `read`."""

    files: tuple[Path, ...]
    as_json: bool
    text: bool


def plain_call(arguments: Sequence[str]) -> ReadCall | None:
    """The call of `read` with these arguments; None where Typer has to tell what they mean."""
    options = {each for each in arguments if each.startswith("-")}
    names = [each for each in arguments if each not in options]
    if not names or not options <= {JSON, TEXT} or any(set(_EXPANDED) & set(each) for each in names):
        return None
    return ReadCall(tuple(map(Path, names)), as_json=JSON in options, text=TEXT in options)


def read_files(call: ReadCall, reader: BulletinReader) -> None:
    """Say what is found in each file. Raises SystemExit where one could not be read."""
    read_one: Callable[[Path, BulletinReader], Text | Sequence[BulletinDraft]] = _text_of if call.text else _drafts_of
    failed = False
    for path, answer in each_answer(reader, call.files, read_one):
        if isinstance(answer, UADeskError):
            failed = True
            _say_unread(str(path), answer, as_json=call.as_json and not call.text)
        elif isinstance(answer, Text):
            content = answer.content
            sys.stdout.buffer.write((content if content.endswith("\n") else content + "\n").encode())
        else:
            _say_read(answer, str(path), as_json=call.as_json)
    if failed:
        raise SystemExit(FAILED)


def each_answer(
    reader: BulletinReader, paths: Sequence[Path], read_one: Callable[[Path, BulletinReader], T]
) -> Iterator[tuple[Path, T | UADeskError]]:
    """What came of each file, in their order; many are read by several processes. Folders give all that is in them."""
    files: Sequence[Path] = paths
    if any(path.is_dir() for path in paths):
        files, refused = _without_folders(paths)
        yield from refused
    if not files:
        return
    if len(files) == 1:
        yield files[0], _answer(reader, files[0], read_one)
        return
    from uadesk.reading.pool import ReaderPool

    answers = ReaderPool[T](reader).read([partial(read_one, path) for path in files])
    yield from zip(files, (each for each in answers if each is not None), strict=True)


def _without_folders(paths: Sequence[Path]) -> tuple[list[Path], list[tuple[Path, UADeskError]]]:
    """The files, those in folders among them, and the folders that give none, with the reason."""
    from uadesk.desk.arrivals import EmptyFolderError, files_in

    files: list[Path] = []
    refused: list[tuple[Path, UADeskError]] = []
    for path in paths:
        try:
            found = files_in(path) if path.is_dir() else [path]
        except UADeskError as error:
            refused.append((path, error))
            continue
        files += found
        if not found:
            refused.append((path, EmptyFolderError(str(path))))
    return files, refused


def _answer(reader: BulletinReader, path: Path, read_one: Callable[[Path, BulletinReader], T]) -> T | UADeskError:
    try:
        return read_one(path, reader)
    except UADeskError as error:
        return error


def _text_of(path: Path, reader: BulletinReader) -> Text:
    file = source_file(path)
    return reader.text(file.name, file.content)


def _drafts_of(path: Path, reader: BulletinReader) -> Sequence[BulletinDraft]:
    file = source_file(path)
    return reader.read(file.name, file.content)


def _say_read(drafts: Sequence[BulletinDraft], path: str, *, as_json: bool) -> None:
    for part, draft in enumerate(drafts, 1):
        if as_json:
            say_json(bulletin_json(draft, path, part if len(drafts) > 1 else None))
        else:
            _show(draft, path)


def _say_unread(path: str, error: UADeskError, *, as_json: bool) -> None:
    if as_json:
        say_json({"file": path, "ok": False, "error": sentence(error)})
    notice(named(path, sentence(error)))


def _show(draft: BulletinDraft, path: str) -> None:
    """A bulletin for a person to read."""
    from uadesk.desk.words import stage_word

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
    for label, block in (
        (_("Write to"), draft.targets),
        (_("Copy to"), draft.copies),
        (_("Solidarity with"), draft.solidarity),
    ):
        for addressee in block:
            _show_addressee(label, addressee)
    for said in by_sentence(draft.checks):
        say(f"  ! {said}")


def _show_addressee(label: str, addressee: Addressee) -> None:
    say(f"  {label}: {', '.join(addressee.lines)}")
    facts = (
        (None, (addressee.salutation,) if addressee.salutation else ()),
        (_("Email"), addressee.email),
        (_("Phone"), addressee.phone),
        (_("Fax"), addressee.fax),
    )
    for name, values in facts:
        if values:
            said = ", ".join(values)
            say(f"    {name}: {said}" if name else f"    {said}")
