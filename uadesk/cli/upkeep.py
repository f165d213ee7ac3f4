"""`report`, `backup`, `restore`, `check` and `demo`: the count, the copies, and a look around."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from uadesk.base.language import _, ngettext
from uadesk.cli.calling import FAILED
from uadesk.cli.output import nothing, notice, run, say, say_json, table
from uadesk.cli.state import Json, day, opened, state_of
from uadesk.desk import backups, reports, samples
from uadesk.desk.desk import Desk
from uadesk.desk.saving import save_file
from uadesk.desk.words import damage_sentence, finding_sentence, report_columns, report_key, report_word
from uadesk.domain.rows import Report


def report(
    context: typer.Context,
    first: Annotated[date | None, typer.Option("--from", parser=day, metavar="DATE")] = None,
    last: Annotated[date | None, typer.Option("--to", parser=day, metavar="DATE")] = None,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help=_("Write it as CSV too."))] = None,
    pdf: Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help=_("Write it as PDF too."))] = None,
    xlsx: Annotated[
        Path | None, typer.Option("--xlsx", metavar="FILE", help=_("Write it for a spreadsheet too."))
    ] = None,
    anonymous: Annotated[bool, typer.Option("--anonymous", help=_("Leave names of members out."))] = False,
    as_json: Json = False,
) -> None:
    if first and last and first > last:
        raise typer.BadParameter(_("--from is later than --to: there is no day between them."))
    with opened(context) as desk:
        counted = run(reports.with_postage(desk, reports.report(desk, first, last, anonymous=anonymous)), _("Report"))
        written = list(_written(desk, counted, csv, pdf, xlsx))
    if as_json:
        for row in reports.contract_rows(counted):
            say_json({"by": row.by, "key": row.key, **asdict(row.count)})
        return
    _show(counted)
    for file in written:
        say(_("Written: {file}").format(file=file))


def _written(desk: Desk, counted: Report, csv: Path | None, pdf: Path | None, xlsx: Path | None) -> Iterator[Path]:
    """Write the files that were asked for."""
    if csv:
        save_file(csv, reports.report_csv(counted).encode())
        yield csv
    if pdf:
        save_file(pdf, reports.report_pdf(desk, counted))
        yield pdf
    if xlsx:
        save_file(xlsx, reports.report_xlsx(desk, counted))
        yield xlsx


def backup(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help=_("Else among the desk's own backups."))] = None,
) -> None:
    with opened(context) as desk:
        say(_("The desk was copied to {file}.").format(file=backups.back_up(desk, file)))


def restore(context: typer.Context, file: Path) -> None:
    state = state_of(context)
    kept = backups.restore(state.home, state.clock, file)
    say(_("The desk is as it was in {file}.").format(file=file))
    if kept:
        say(_("The desk as it was before is kept in {kept}.").format(kept=kept))


def check(context: typer.Context, as_json: Json = False) -> None:
    home = state_of(context).home
    found = [finding_sentence(finding) for finding in backups.check_file(home)]
    if as_json:
        say_json({"sound": not found, "findings": found})
    else:
        for line in found or [_("The desk is sound.")]:
            say(line)
    if found:
        notice(damage_sentence(home.database, backups.newest_backup(home)))
        raise typer.Exit(FAILED)


def demo(context: typer.Context, folder: Path) -> None:
    made = run(samples.demo(folder, state_of(context).clock), _("A sample evening"))
    counts = (
        ngettext("{count} open case", "{count} open cases", made.cases).format(count=made.cases),
        ngettext("{count} member", "{count} members", made.members).format(count=made.members),
        ngettext("{count} letter posted", "{count} letters posted", made.posted).format(count=made.posted),
    )
    say(_("A sample evening was held in {folder}: {counts}.").format(folder=made.folder, counts=", ".join(counts)))
    for file in made.files:
        say(f"  {file}")


def _show(counted: Report) -> None:
    if not counted.rows:
        nothing(_("no letter went out in this time; mark letters posted with “uadesk letters mark posted”."))
        return
    headings = (_("By"), "", *report_columns())
    table(
        headings,
        [
            (
                report_word(row.by),
                report_key(row),
                *(
                    str(number)
                    for number in (row.count.posted, row.count.printed, row.count.copies, row.count.solidarity)
                ),
            )
            for row in reports.contract_rows(counted)
        ],
    )
