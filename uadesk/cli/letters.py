"""`letters`: drafts, who wrote what, and the steps of each letter."""

from datetime import date
from typing import Annotated, Any

import typer

from uadesk.base.language import _, ngettext
from uadesk.cli.calling import FAILED
from uadesk.cli.output import nothing, notice, say, say_json, say_skipped, skipped_json, table
from uadesk.cli.state import Json, day, opened
from uadesk.desk.cases import case_view, find_case
from uadesk.desk.drafting import addressees_named, draft_letters
from uadesk.desk.letters import list_letters, unknown_codes
from uadesk.desk.members import NobodyOnListError, find_member, list_members
from uadesk.desk.reaching import NotReachedError
from uadesk.desk.steps import mark
from uadesk.desk.words import channel_word, late_sentence, status_word
from uadesk.domain.cases import CaseState
from uadesk.domain.letters import GONE, Channel, LetterStatus
from uadesk.domain.rows import LetterFilter, LetterRow, Order

letters = typer.Typer(help=_("Drafts, and who wrote what."), no_args_is_help=True)

Case = Annotated[str | None, typer.Option("--ua", metavar="NUMBER", help=_("Only this case: its number or handle."))]


Evening = Annotated[
    date | None, typer.Option("--evening", metavar="DATE", parser=day, help=_("Only the letters of this evening."))
]


MADE = Order("id")
"""The order in which letters were drafted, which is the order of their printing."""


@letters.command(help=_("Make drafts for these people to every target of a case."))
def draft(
    context: typer.Context,
    ua: Annotated[str, typer.Option("--ua", metavar="NUMBER", help=_("The case: its number or handle."))],
    member: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help=_("Part of a name; may be repeated."))
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=_("Everybody on the list."))] = False,
    addressee: Annotated[str | None, typer.Option(metavar="TEXT", help=_("Only targets whose block has this."))] = None,
    copies: Annotated[bool, typer.Option("--copies", help=_("The copies for the embassy too."))] = False,
    evening: Annotated[
        date | None, typer.Option("--evening", metavar="DATE", parser=day, help=_("The evening they are written at."))
    ] = None,
    channel: Annotated[
        Channel, typer.Option(help=_("How they go. Handwritten: an envelope and a code only."))
    ] = Channel.POST,
    as_json: Json = False,
) -> None:
    if bool(member) == every:
        raise typer.BadParameter(_("name the writers with --member, or take everybody with --all."))
    with opened(context) as desk:
        case_id = find_case(desk, ua)
        people = (
            [row.ident for row in list_members(desk)] if every else [find_member(desk, name) for name in member or ()]
        )
        drafted = draft_letters(
            desk,
            case_id,
            people,
            addressee_ids=None if addressee is None else addressees_named(desk, case_id, addressee),
            copies=copies,
            channel=channel,
            evening=evening,
        )
        if not people:  # said only now: that a case is closed goes before
            raise NobodyOnListError
        row = case_view(desk, case_id).row
        if row.state is CaseState.PAST:
            notice(late_sentence(row))
        if as_json:
            say_json({"done": [each.code for each in drafted.done], "skipped": skipped_json(drafted.skipped)})
        else:
            count = len(drafted.done)
            say(ngettext("{count} draft was made.", "{count} drafts were made.", count).format(count=count))
        say_skipped(drafted.skipped)
        if any(isinstance(each.why, NotReachedError) for each in drafted.skipped):
            raise typer.Exit(FAILED)


@letters.command("list", help=_("Who wrote what."))
def list_(
    context: typer.Context,
    ua: Case = None,
    member: Annotated[str | None, typer.Option(metavar="NAME", help=_("Only letters by this person."))] = None,
    status: Annotated[LetterStatus | None, typer.Option(help=_("Only letters that stand so."))] = None,
    evening: Evening = None,
    as_json: Json = False,
) -> None:
    with opened(context) as desk:
        wanted = LetterFilter(
            case_id=find_case(desk, ua) if ua else None,
            member_id=find_member(desk, member) if member else None,
            statuses=frozenset({status}) if status else frozenset(),
            evening=evening,
        )
        rows = list(list_letters(desk, wanted, MADE))
        if as_json:
            for row in rows:
                say_json(letter_json(row))
        elif rows:
            table(
                (_("Code"), _("Writer"), _("Case"), _("To"), _("How"), _("Status")),
                [
                    (row.code, row.member, row.case, row.addressee, channel_word(row.channel), status_word(row.status))
                    for row in rows
                ],
            )
        else:
            nothing(_("no letter fits; make drafts with “uadesk letters draft”."))


@letters.command(
    "mark", help=_("Move letters a step on: printed, signed, posted, sent, …; those that cannot are named.")
)
def mark_(
    context: typer.Context,
    status: LetterStatus,
    code: Annotated[list[str] | None, typer.Option(metavar="CODE", help=_("A letter's code; may be repeated."))] = None,
    ua: Case = None,
    evening: Evening = None,
    as_json: Json = False,
) -> None:
    if bool(code) == bool(ua or evening):
        said = _("name the letters with --code, or take all of a case with --ua or of an evening with --evening.")
        raise typer.BadParameter(said)
    with opened(context) as desk:
        codes = frozenset(each.strip().upper() for each in code or ())
        wanted = LetterFilter(case_id=find_case(desk, ua) if ua else None, codes=codes, evening=evening)
        rows = list(list_letters(desk, wanted, MADE))
        marked = mark(desk, [row.ident for row in rows], status)
        skipped = unknown_codes(codes, rows) + marked.skipped
        if status in GONE:
            for case in dict.fromkeys(row.case for row in marked.done if row.case_closed):
                notice(_("{case} is closed: no letter on it was to go any more.").format(case=case))
        if as_json:
            say_json({"done": [row.code for row in marked.done], "skipped": skipped_json(skipped)})
        elif not rows and not skipped:
            nothing(_("there are no letters there; make drafts with “uadesk letters draft”."))
        else:
            count = len(marked.done)
            said = ngettext("{count} letter is {status} now.", "{count} letters are {status} now.", count)
            say(said.format(count=count, status=status_word(status)))
        say_skipped(skipped)
        if skipped:
            raise typer.Exit(FAILED)


def letter_json(row: LetterRow) -> dict[str, Any]:
    """A letter as the contract has it."""
    return {
        "code": row.code,
        "member": row.member,
        "ua": row.case,
        "addressee": row.addressee,
        "kind": row.kind.value,
        "channel": row.channel.value,
        "status": row.status.value,
        "evening": row.evening.isoformat() if row.evening else None,
    }
