"""`group` and `members`: who writes."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from uadesk.base.language import _, ngettext
from uadesk.cli.calling import FAILED
from uadesk.cli.output import nothing, notice, say, say_json, say_skipped, skipped_json, table
from uadesk.cli.state import Json, opened
from uadesk.desk import groups
from uadesk.desk.desk import Desk
from uadesk.desk.members import add_member, import_members, list_members, look_alikes, preview_members
from uadesk.desk.words import column_sentence, problem_sentence
from uadesk.domain.people import Group, MemberKind, Person
from uadesk.domain.rows import MemberRow
from uadesk.reading.members.addresses import lines_of
from uadesk.reference.countries import load_countries

members = typer.Typer(help=_("Who writes letters."), no_args_is_help=True)

Address = Annotated[
    list[str] | None,
    typer.Option(
        "--address", help=_("Lines parted by a line break, the two characters \\n, or a semicolon; or one each.")
    ),
]


def group(
    context: typer.Context,
    name: Annotated[str | None, typer.Option(help=_("The group's name."))] = None,
    address: Address = None,
    country: Annotated[str | None, typer.Option(help=_("The country it posts from, as CA or Canada."))] = None,
    as_json: Json = False,
) -> None:
    with opened(context) as desk:
        known = groups.group(desk)
        changed = _changed(known, name, address, country)
        if changed != known:
            groups.save_group(desk, changed)
        if as_json:
            say_json({"name": changed.name, "address_lines": list(changed.address_lines), "country": changed.country})
        elif changed == Group():
            nothing(_("tell the group's name with “uadesk group --name … --address … --country CA”."))
        else:
            for line in (changed.name, *changed.address_lines, changed.country):
                say(line)


@members.command(
    "import",
    help=_(
        "Add the people of a list: csv, Excel (xlsx) or address book (vcf). "
        "Columns are known by their names in English, French or Spanish."
    ),
)
def import_list(context: typer.Context, file: Path, as_json: Json = False) -> None:
    with opened(context) as desk:
        found = preview_members(desk, file)
        imported = import_members(desk, found.people)
        if as_json:
            problems = [{"what": str(each.row), "why": problem_sentence(each)} for each in found.problems]
            say_json({"done": list(imported.names), "skipped": problems + skipped_json(imported.skipped)})
        else:
            say(
                ngettext("{count} person was added.", "{count} people were added.", len(imported.added)).format(
                    count=len(imported.added)
                )
            )
        for column in found.columns:
            if column.field is None:
                notice(column_sentence(column))
        for problem in found.problems:
            notice(problem_sentence(problem))
        say_skipped(imported.skipped)
        alike = look_alikes(desk, imported)
        if alike:
            words = ngettext(
                "{names}: perhaps on the list twice; the window shows both under Members, “Find duplicates…”.",
                "{names}: perhaps on the list twice each; the window shows them under Members, “Find duplicates…”.",
                len(alike),
            )
            notice(words.format(names=", ".join(alike)))
        if found.problems:
            raise typer.Exit(FAILED)


@members.command("list", help=_("List members and guests."))
def list_(context: typer.Context, as_json: Json = False) -> None:
    with opened(context) as desk:
        rows = list(list_members(desk))
        if as_json:
            for row in rows:
                say_json(member_json(row))
        elif rows:
            table(
                (_("Name"), _("Address"), _("Email"), _("Letters")),
                [
                    (row.person.name, ", ".join(row.person.address_lines), row.person.email, str(row.letters))
                    for row in rows
                ],
            )
        else:
            nothing(_("nobody is on the list; add people with “uadesk members add” or “uadesk members import”."))


@members.command("add", help=_("Add one person."))
def add(
    context: typer.Context,
    name: Annotated[str, typer.Option(help=_("First and last name; for a guest a first name is enough."))],
    address: Address = None,
    country: Annotated[str | None, typer.Option(help=_("Country of the address; else the group's."))] = None,
    email: Annotated[str, typer.Option()] = "",
    phone: Annotated[str, typer.Option()] = "",
    guest: Annotated[bool, typer.Option("--guest", help=_("A guest: letters use the group's address."))] = False,
) -> None:
    with opened(context) as desk:
        kind = MemberKind.GUEST if guest else MemberKind.MEMBER
        person = Person(name.strip(), _lines(address or []), _country(country), email, phone, kind=kind)
        add_member(desk, person)
        say(_("{name} was added.").format(name=person.name))


def member_json(row: MemberRow) -> dict[str, Any]:
    """A person as the contract has it."""
    person = row.person
    return {
        "name": person.name,
        "address_lines": list(person.address_lines),
        "country": person.country,
        "email": person.email,
        "kind": person.kind.value,
    }


def _changed(known: Group, name: str | None, address: list[str] | None, country: str | None) -> Group:
    if name is not None:
        known = replace(known, name=name.strip())
    if address:
        known = replace(known, address_lines=_lines(address))
    if country is not None:
        known = replace(known, country=_country(country) or "")
    return known


def _lines(given: list[str]) -> tuple[str, ...]:
    """The lines of an address that was given at once, or a line at a time."""
    return lines_of("\n".join(given))


def _country(given: str | None) -> str | None:
    """The code of a country that was given by code or name. A wrong one is wrong usage."""
    if not given:
        return None
    countries = load_countries()
    code = given.upper() if given.upper() in countries.codes else countries.code_of(given)
    if code is None:
        raise typer.BadParameter(_("“{given}” is no country; write it as CA or Canada.").format(given=given))
    return code


def group_hint(desk: Desk) -> None:
    """Say that envelopes carry every country while nobody told the group's own."""
    if not groups.group(desk).country:
        said = _("The group's country is not known, so each address shows its own; “{command}” tells it.")
        notice(said.format(command="uadesk group --country CA"))
