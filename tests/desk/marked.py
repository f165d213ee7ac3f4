"""People, cases and papers on which every word says whose it is.

A mark is a kind, the number of its owner, an x and a turn: Street2x5 is the street of person 2 since turn 5. A paper
may hold only the marks of its own letter, and each as it is now.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pypdfium2

from tests.desk.conftest import FIRST, OUTCOME
from uadesk.desk.composing import LetterEdit
from uadesk.desk.writing import LetterView
from uadesk.domain.addresses import Addressee, Role
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Group, MemberKind, Person, ReturnAddress
from uadesk.domain.rows import CaseView
from uadesk.domain.texts import Text
from uadesk.letters.shared import SharedText

MARK = re.compile(r"([A-Z][a-z]+)(\d+)x\d*")
ABROAD, HOME = "COSTA RICA", "CANADA"
GROUP = Group("Group 9", "9", ("12 Chapel Street", "Ottawa ON K1P 5T7"), "CA")
CHANGES = ("moved", "asked", "moved and asked", "joined", "left", "no copies", "nothing", "French", "late")
"""What an update can bring."""


def marks(lines: Sequence[str]) -> set[str]:
    """All marks in these lines."""
    return {match[0] for match in MARK.finditer("\n".join(lines))}


def owner_of(mark: str) -> tuple[str, int]:
    """Of what kind a mark is, and whose."""
    match = MARK.fullmatch(mark)
    assert match is not None
    return match[1], int(match[2])


def person(number: int, turn: int = 0, *, guest: bool = False) -> Person:
    """Somebody whose name and street say who it is; a guest has no address."""
    name = f"Name{number}x{turn}"
    if guest:
        return Person(name, kind=MemberKind.GUEST)
    return Person(name, (f"Street{number}x{turn}", "Ottawa ON K1A 0B1"), "CA", email=f"{name}@example.org")


def official(title: str, case: int, turn: int, role: Role = Role.TARGET) -> Addressee:
    """Somebody whom a case names: targets in Costa Rica, copies at home."""
    name, lines = f"{title}{case}x", (f"Palace{case}x{turn}", "San Rafael")
    return Addressee(
        lines=(name, *lines),
        role=role,
        name=name,
        address_lines=lines,
        country_code="CR" if role is Role.TARGET else "CA",
        salutation=f"Dear {title}{case}x{turn},",
    )


def first(case: int) -> BulletinDraft:
    """The bulletin that begins a case."""
    return replace(
        FIRST,
        number=UANumber(25, case),
        index=f"AMR 29/000{case}/2025",
        text=Text(f"First of {case}"),
        title=f"Justice for Cause{case}x",
        demands=(f"Release the people of Ask{case}x0.", "Return their boats."),
        targets=(official("Seat", case, 0),),
        copies=(official("Envoy", case, 0, Role.COPY),),
    )


def update(case: int, view: CaseView, what: str, turn: int) -> BulletinDraft:
    """A bulletin that goes on from how the case stands; one that is late changes nothing."""
    draft = replace(
        first(case),
        index=f"AMR 29/{turn:02}{case}1/2025",
        text=Text(f"Update {turn} of {case}"),
        stage=Stage.UPDATE,
        stage_ordinal=turn + 1,
        language="fr" if what == "French" else view.language,
        issued=date(2025, 1 if what == "late" else 4, 2) + timedelta(turn),
        demands=view.demands,
        targets=tuple(row.addressee for row in view.targets),
        copies=tuple(row.addressee for row in view.copies),
    )
    if "asked" in what or what == "late":
        draft = replace(draft, demands=(f"Release the people of Ask{case}x{turn}.",))
    if "moved" in what or what == "late":
        draft = replace(draft, targets=tuple(_moved(each, case, turn) for each in draft.targets))
    if what == "joined":
        draft = replace(draft, targets=(official("Bench", case, turn), *draft.targets))
    if what == "left":
        draft = replace(draft, targets=draft.targets[1:] or (official("Bench", case, turn),))
    return replace(draft, copies=()) if what == "no copies" else draft


def _moved(addressee: Addressee, case: int, turn: int) -> Addressee:
    """The same official at another address."""
    return official(addressee.name.partition(str(case))[0], case, turn)


def outcome(case: int, turn: int) -> BulletinDraft:
    """The bulletin that closes a case."""
    return replace(
        OUTCOME,
        number=UANumber(25, case),
        index=f"AMR 29/{turn:02}{case}2/2025",
        text=Text(f"Outcome {turn} of {case}"),
        issued=date(2025, 4, 2) + timedelta(turn),
    )


def with_words(view: LetterView, turn: int) -> LetterEdit:
    """The writer's own words."""
    return replace(shown(view), own_words=f"Mine are Words{view.row.ident}x{turn}.")


def with_text(view: LetterView, turn: int) -> LetterEdit:
    """A text for this letter alone; it asks what all ask."""
    own = SharedText(f"On Text{view.row.ident}x{turn}", "", view.shared.lead, view.shared.demands)
    return replace(shown(view), own_text=own)


def with_address(view: LetterView, turn: int, *, for_case: bool = False) -> LetterEdit:
    """Another addressee, for this letter alone or for its case."""
    mark = f"Court{view.row.case_id}x{turn}" if for_case else f"Door{view.row.ident}x{turn}"
    return replace(shown(view), recipient=(mark, "1 Main Street", "San Rafael"), salutation=f"Dear {mark},")


def shown(view: LetterView) -> LetterEdit:
    """What the fields of a letter show, as the window saves them."""
    return LetterEdit(
        own_words=view.own_words,
        recipient=view.recipient,
        country_code=view.country_code,
        salutation=view.salutation,
        return_address=view.return_address,
        own_text=view.edit.own_text,
    )


@dataclass(frozen=True, slots=True)
class Look:
    """What has to stand on a letter and on its envelope, and nothing of anybody else."""

    name: str
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    salutation: str
    text: tuple[str, ...]
    cited: tuple[str, ...] = ()
    """On a copy: the block of its letter."""
    cc: tuple[str, ...] = ()

    @property
    def corner(self) -> tuple[str, ...]:
        """The sender as printed: with the country on what goes abroad."""
        return (*self.sender, HOME) if self.sender and self.recipient[-1] == ABROAD else self.sender

    def letter_differs(self, page: Sequence[str], code: str) -> str:
        """In what a page is not this letter; empty where it is."""
        top = len(self.corner)
        below = top + 1 + len(self.recipient)  # one line for the date
        cited = page[below + 1 : below + 1 + len(self.cited)] if self.cited else ()
        whole = (self.name, *self.corner, *self.recipient, *self.cited, self.salutation, *self.text, *self.cc)
        found = {
            "sender": tuple(page[:top]) == self.corner,
            "recipient": tuple(page[top + 1 : below]) == self.recipient,
            "cited": tuple(cited) == self.cited,
            "salutation": self.salutation in page,
            "name": self.name in page,
            "marks": marks(page) == marks(whole),
            "code": page[-1] == code,
        }
        return ", ".join(part for part, fits in found.items() if not fits)

    def envelope_differs(self, page: Sequence[str], code: str) -> str:
        """In what a page is not this letter's envelope; empty where it is."""
        fits = sorted(page) == sorted((*self.corner, *self.recipient, code))
        return "" if fits else "envelope"

    def is_shown_by(self, view: LetterView) -> bool:
        """Whether a printed letter is shown as it looks."""
        is_same = (view.recipient, view.sender.name) == (self.recipient, self.name)
        return is_same and (bool(self.cited) or view.salutation == self.salutation)


def sender_lines(member: Person, choice: ReturnAddress) -> tuple[str, ...]:
    """The sender's block that this person chose: the group's for one without an address."""
    if choice is ReturnAddress.NONE:
        return ()
    if choice is ReturnAddress.GROUP or not member.address_lines:
        return (member.name, GROUP.name, *GROUP.address_lines)
    return (member.name, *member.address_lines[-1 if choice is ReturnAddress.TOWN else 0 :])


def as_posted(lines: Sequence[str], country: str | None) -> tuple[str, ...]:
    """A block as the post wants it."""
    return (*lines, ABROAD) if country == "CR" else tuple(lines)


def open_pages(pdf: bytes) -> list[list[str]]:
    """The lines of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_lines(document, place) for place in range(len(document))]
    finally:
        document.close()


def _lines(document: pypdfium2.PdfDocument, place: int) -> list[str]:
    page = document[place]
    text_page = page.get_textpage()
    lines = [" ".join(line.split()) for line in text_page.get_text_range().splitlines()]
    text_page.close()
    page.close()
    return [line for line in lines if line]
