"""`print`: letters and envelopes as PDF."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from uadesk.base.language import _, ngettext
from uadesk.cli.calling import FAILED
from uadesk.cli.letters import Case, Evening
from uadesk.cli.output import notice, run, say, say_json, say_skipped, skipped_json
from uadesk.cli.people import group_hint
from uadesk.cli.state import Json, opened
from uadesk.desk.cases import find_case
from uadesk.desk.desk import Desk
from uadesk.desk.letters import list_letters
from uadesk.desk.printing import NothingToPrintError, PrintJob, confirm_printed, print_envelopes, print_letters
from uadesk.desk.saving import save_file
from uadesk.desk.words import channel_word, late_sentence, silent_sentence
from uadesk.domain.letters import WAITING, Channel, LetterStatus
from uadesk.domain.people import Paper
from uadesk.domain.pieces import RunKind
from uadesk.domain.rows import LetterFilter

printing = typer.Typer(help=_("Letters and envelopes as PDF."), no_args_is_help=True)

Pdf = Annotated[Path, typer.Option("--pdf", metavar="FILE", help=_("The file to write."))]


@printing.command("letters", help=_("Write the drafts by post into one PDF and mark them printed."))
def letters(
    context: typer.Context,
    pdf: Pdf,
    ua: Case = None,
    evening: Evening = None,
    paper: Annotated[Paper | None, typer.Option(help=_("Else what is usual in the group's country."))] = None,
    again: Annotated[bool, typer.Option("--again", help=_("Printed and signed ones too; never posted ones."))] = False,
    as_json: Json = False,
) -> None:
    with opened(context) as desk, _refusals_told(as_json=as_json):
        group_hint(desk)
        _tell_other_ways(desk, ua, evening)
        job = run(print_letters(desk, _waiting(desk, ua, evening), paper=paper, again=again), _("Letters"))
        save_file(pdf, job.pdf)
        confirm_printed(desk, job)
    _tell(job, pdf, as_json=as_json)


@printing.command(
    "envelopes", help=_("Write the envelopes of all pieces that have not gone into one PDF, in the letters' order.")
)
def envelopes(
    context: typer.Context,
    pdf: Pdf,
    stationery: Annotated[str | None, typer.Option(metavar="ID", help=_("As us-10 or iso-dl."))] = None,
    ua: Case = None,
    evening: Evening = None,
    as_json: Json = False,
) -> None:
    with opened(context) as desk, _refusals_told(as_json=as_json):
        group_hint(desk)
        job = run(print_envelopes(desk, _waiting(desk, ua, evening), stationery=stationery), _("Envelopes"))
        save_file(pdf, job.pdf)
        confirm_printed(desk, job)
    _tell(job, pdf, as_json=as_json)


@contextmanager
def _refusals_told(*, as_json: bool) -> Iterator[None]:
    """Where no piece is left to print, name each that was refused before the error goes on its way."""
    try:
        yield
    except NothingToPrintError as error:
        if as_json:
            say_json({"done": [], "skipped": skipped_json(error.refused), "file": None, "pages": 0})
        say_skipped(error.refused)
        raise


def _waiting(desk: Desk, ua: str | None, evening: date | None) -> list[int]:
    wanted = LetterFilter(case_id=find_case(desk, ua) if ua else None, statuses=WAITING, evening=evening)
    return [row.ident for row in list_letters(desk, wanted)]


def _tell_other_ways(desk: Desk, ua: str | None, evening: date | None) -> None:
    """Name the drafts that are not printed, since they go another way."""
    wanted = LetterFilter(
        case_id=find_case(desk, ua) if ua else None,
        statuses=frozenset({LetterStatus.DRAFT}),
        channels=frozenset(Channel) - {Channel.POST},
        case_closed=False,
        evening=evening,
    )
    counted = Counter(row.channel for row in list_letters(desk, wanted))
    for channel, number in counted.items():
        words = ngettext("{n} draft goes {way} and is not printed.", "{n} drafts go {way} and are not printed.", number)
        notice(words.format(n=number, way=channel_word(channel)))


def _tell(job: PrintJob, pdf: Path, *, as_json: bool) -> None:
    for row in job.late:
        notice(late_sentence(row))
    if job.what is RunKind.LETTERS and job.silent:
        where = _("They are in the window, on Urgent actions, under “Text of all letters”.")
        notice(f"{silent_sentence(job.silent)} {where}")
    if as_json:
        values = {"done": list(job.codes), "skipped": skipped_json(job.refused), "file": str(pdf), "pages": job.pages}
        say_json(values)
    else:
        count = len(job.codes)
        said = ngettext("{count} piece on {pages} pages: {file}", "{count} pieces on {pages} pages: {file}", count)
        say(said.format(count=count, pages=job.pages, file=pdf))
    say_skipped(job.refused)
    if job.refused:
        raise typer.Exit(FAILED)
