"""`uas` and `ua`: the cases."""

from typing import Annotated, Any

import typer

from uadesk.base.language import _
from uadesk.cli.contract import addressees_json
from uadesk.cli.output import nothing, say, say_json, table
from uadesk.cli.state import Json, opened
from uadesk.desk.cases import case_view, find_case, list_cases
from uadesk.desk.words import deadline, long_date, stage_word
from uadesk.domain.cases import CaseState
from uadesk.domain.rows import CaseRow, CaseView


def uas(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help=_("Closed cases and those past their date too."))] = False,
    as_json: Json = False,
) -> None:
    with opened(context) as desk:
        rows = [row for row in list_cases(desk, include_closed=every) if every or row.state is CaseState.ACTIVE]
        if as_json:
            for row in rows:
                say_json(case_json(row))
        elif rows:
            table(
                (_("Case"), _("Country"), _("Title"), _("Until"), _("Letters")),
                [(row.name, row.country, row.title, deadline(row, desk.today), str(row.letters)) for row in rows],
            )
        else:
            nothing(_("no case has time left; “uadesk import FILE” reads a bulletin, “uadesk uas --all” shows all."))


def ua(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help=_("A number (34/25) or handle (~3)."))],
    as_json: Json = False,
) -> None:
    with opened(context) as desk:
        view = case_view(desk, find_case(desk, number))
        if as_json:
            say_json(view_json(view))
            return
        say(f"{view.row.name} {view.row.country}: {view.row.title} ({deadline(view.row, desk.today)})")
        for bulletin in view.bulletins:
            issued = long_date(bulletin.issued) if bulletin.issued else _("no date")
            say(f"  {stage_word(bulletin.stage, bulletin.stage_ordinal)}, {issued} {bulletin.index or ''}".rstrip())
        for label, rows in ((_("Write to"), view.targets), (_("Copy to"), view.copies)):
            for row in rows:
                say(f"  {label}: {', '.join(row.addressee.lines)}")


def case_json(row: CaseRow) -> dict[str, Any]:
    """A case as the contract has it in lists."""
    return {
        "number": row.number,
        "handle": row.handle,
        "country": row.country,
        "title": row.title,
        "state": row.state.value,
        "act_until": row.act_until.isoformat() if row.act_until else None,
        "bulletins": row.bulletins,
        "letters": row.letters,
    }


def view_json(view: CaseView) -> dict[str, Any]:
    """A case as the contract has it by itself; its bulletins one by one."""
    return case_json(view.row) | {
        "bulletins": [
            {
                "stage": bulletin.stage.value if bulletin.stage else None,
                "index": bulletin.index,
                "issued": bulletin.issued.isoformat() if bulletin.issued else None,
            }
            for bulletin in view.bulletins
        ],
        "targets": addressees_json(row.addressee for row in view.targets),
        "copies": addressees_json(row.addressee for row in view.copies),
    }
