"""Sheets for the table: a case on one page, the sign-in sheet of an evening, the news of a case that ended."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress
from uadesk.base.language import _
from uadesk.desk.cases import case_view, list_cases, shared_text
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.drafting import CaseClosedError, NobodyToWriteToError
from uadesk.desk.evenings import offered_at_first, stored_evening
from uadesk.desk.groups import group
from uadesk.desk.members import list_members
from uadesk.domain.addresses import Addressee
from uadesk.domain.counts import CaseDone
from uadesk.domain.people import Group, MemberKind, first_names
from uadesk.domain.rows import AddresseeRow, CaseRow, CaseView
from uadesk.letters.shared import SharedText, sentences_of
from uadesk.letters.titles import readable_title
from uadesk.press.destination import destination

if TYPE_CHECKING:
    from uadesk.press.case_sheet import CaseSheet
    from uadesk.press.news_sheet import NewsSheet
    from uadesk.press.setting import Page
    from uadesk.press.sign_in_sheet import SignInSheet
    from uadesk.press.table_rows import Block


class NoOutcomeError(UADeskError):
    """No outcome of this case has come, so that there is no news to read aloud."""

    def __init__(self, case: str) -> None:
        super().__init__(case)
        self.case = case


class NothingOnTheTableError(UADeskError):
    """No sheet could be made; `refused` says why of each."""

    def __init__(self, refused: tuple[Skipped, ...]) -> None:
        super().__init__(refused)
        self.refused = refused


@dataclass(frozen=True, slots=True)
class SheetStack:
    """The sheets of an evening as one PDF; `made` and `refused` name them, cases by their numbers."""

    pdf: bytes
    made: tuple[str, ...]
    refused: tuple[Skipped, ...] = ()


def case_sheet(desk: Desk, case_id: int) -> bytes:
    """The sheet of a case on the group's paper, always one page.

    Raises CaseClosedError, NobodyToWriteToError, SheetTooFullError, LackingCharacterError.
    """
    from uadesk.press.sheets import sheets_pdf

    return sheets_pdf([_case_page(desk, case_id)], group(desk).usual_paper)


def sign_in_sheet(desk: Desk, day: date) -> bytes:
    """The sign-in sheet of this evening. Raises LackingCharacterError."""
    from uadesk.press.sheets import sheets_pdf

    return sheets_pdf(_sign_in_pages(desk, day), group(desk).usual_paper)


def news_sheet(desk: Desk, case_id: int) -> bytes:
    """The news of a case, to read aloud. Raises NoOutcomeError, SheetTooFullError, LackingCharacterError."""
    from uadesk.press.news_sheet import news_page
    from uadesk.press.sheets import sheets_pdf

    paper = group(desk).usual_paper
    return sheets_pdf([news_page(_news(desk, case_id), paper)], paper)


def tonight_stack(desk: Desk, day: date) -> Job[SheetStack]:
    """The sign-in sheet of this evening and a sheet for each case on offer, as one PDF.

    A sheet that is refused is named and the others are made. Raises NothingOnTheTableError where none could be.
    """
    from uadesk.press.sheets import sheets_pdf

    pages: list[Page] = []
    made: list[str] = []
    refused: list[Skipped] = []
    sign_in = _("Sign-in sheet")
    offered = _on_offer(desk, day)
    for place, row in enumerate((None, *offered)):
        name = row.name if row else sign_in
        yield Progress(place, len(offered) + 1, name)
        try:
            pages += [_case_page(desk, row.ident)] if row else _sign_in_pages(desk, day)
            made.append(name)
        except UADeskError as error:
            refused.append(Skipped(name, error))
    if not pages:
        raise NothingOnTheTableError(tuple(refused))
    pdf = sheets_pdf(pages, group(desk).usual_paper)
    yield Progress(len(offered) + 1, len(offered) + 1)
    return SheetStack(pdf, tuple(made), tuple(refused))


def what_was_done(desk: Desk, case_id: int) -> CaseDone:
    """What the group did for a case, since the beginning; a letter counts once it was posted or sent."""
    from uadesk.store.queries.done import case_done

    with desk.store.reading() as session:
        return case_done(session, case_id)


# -- the case


def _case_page(desk: Desk, case_id: int) -> "Page":
    from uadesk.press.case_sheet import case_page

    return case_page(_case(desk, case_id), group(desk).usual_paper)


def _case(desk: Desk, case_id: int) -> "CaseSheet":
    from uadesk.desk import words
    from uadesk.press.case_sheet import CaseSheet

    view, text, ours = case_view(desk, case_id), shared_text(desk, case_id), group(desk)
    row = view.row
    if row.closed_on is not None:
        raise CaseClosedError(row.name, row.closed_on, view.standing.closed_reason)
    if not view.targets:
        raise NobodyToWriteToError(row.name)
    shared = _asking(text.shared, view)
    happened = text.shared.case if text.looked_at and text.shared.case else view.summary or ""
    return CaseSheet(
        name=row.name,
        country=row.country,
        headline=shared.subject or row.title,
        happened=tuple(sentences_of(happened)),
        lead=shared.lead,
        demands=shared.demands,
        targets=_blocks(view.targets, ours, view.language),
        copies=_blocks(view.copies, ours, view.language),
        solidarity=_blocks(view.solidarity, ours, view.language),
        tips=words.letter_tips(),
        until=words.long_date(row.act_until) if row.act_until else "",
        left=words.deadline(row, desk.today),
    )


def _asking(shared: SharedText, view: CaseView) -> SharedText:
    """What is asked: as letters say it, else (where they follow a model letter) as the bulletin does."""
    if shared.demands or not view.demands:
        return shared
    lead = view.demand_lead or ""
    return replace(shared, lead=lead[:1].upper() + lead[1:], demands=view.demands)


def _blocks(rows: tuple[AddresseeRow, ...], ours: Group, language: str | None) -> "tuple[Block, ...]":
    from uadesk.press.table_rows import Block

    return tuple(
        Block(
            _with_country(row.addressee, ours.country, language or "en"),
            row.addressee.salutation or "",
            tuple(_contacts(row.addressee)),
        )
        for row in rows
    )


def _with_country(addressee: Addressee, home: str, language: str) -> tuple[str, ...]:
    """The printed lines; where the country is missing below an address abroad, with it."""
    if addressee.country_code is None:
        return addressee.lines
    settled = destination(addressee, home, language)
    return settled if len(settled) > len(addressee.lines) else addressee.lines


def _contacts(addressee: Addressee) -> Iterator[str]:
    for text, several in (
        (_("Email"), addressee.mailboxes),
        (_("Fax"), addressee.fax_numbers),
        (_("Phone"), addressee.phone),
    ):
        for each in several:
            yield _("{way}: {address}").format(way=text, address=each)


# -- the evening


def _on_offer(desk: Desk, day: date) -> tuple[CaseRow, ...]:
    """The open cases on offer that evening; before anything was chosen, those that are offered at first."""
    evening, open_cases = stored_evening(desk, day), list(list_cases(desk))
    offered = offered_at_first(open_cases) if evening is None else evening.cases
    return tuple(row for row in open_cases if row.ident in offered)


def _sign_in_pages(desk: Desk, day: date) -> "tuple[Page, ...]":
    from uadesk.press.sign_in_sheet import sign_in_pages

    return sign_in_pages(_sign_in(desk, day), group(desk).usual_paper)


def _sign_in(desk: Desk, day: date) -> "SignInSheet":
    from uadesk.desk import words
    from uadesk.press.sign_in_sheet import SignInSheet

    evening = stored_evening(desk, day)
    present = evening.members if evening else ()
    expected = [
        row.person.name for row in list_members(desk) if row.ident in present or row.person.kind is MemberKind.MEMBER
    ]
    return SignInSheet(
        title=_("Letter evening, {day}").format(day=words.long_date(day)),
        place=evening.place if evening else "",
        group=group(desk).name,
        names=first_names(expected),
    )


# -- the news


def _news(desk: Desk, case_id: int) -> "NewsSheet":
    from uadesk.desk import words
    from uadesk.press.news_sheet import NewsSheet
    from uadesk.store.queries.done import outcome_of

    view = case_view(desk, case_id)
    with desk.store.reading() as session:
        outcome = outcome_of(session, case_id)
    says = (outcome.summary if outcome else None) or view.standing.closed_reason
    if not says:
        raise NoOutcomeError(view.row.name)
    title = (outcome.title if outcome else None) or view.row.title
    done = what_was_done(desk, case_id)
    texts = [each for each in (says, view.summary, *view.demands) if each]
    return NewsSheet(
        name=view.row.name,
        country=view.row.country,
        headline=readable_title(title, (outcome.language if outcome else view.language) or "en", texts),
        says=tuple(sentences_of(says)),
        done=words.done_sentences(done),
        thanks=_("Thank you, all of you who wrote.") if done.letters else "",
    )
