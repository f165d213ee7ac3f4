"""No letter shows another person's words, name or address, whatever happened to people and letters before.

Every word that a person typed says whose it is: the number of its letter, or of its person. Each printed page may hold
only those of its own letter.
"""

import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from typing_extensions import override

from tests.desk.conftest import FIRST, GROUP, TODAY
from tests.press.paper import open_sheets
from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.base.jobs import finish
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import open_desk
from uadesk.desk.drafting import draft_letters, same_again
from uadesk.desk.groups import save_group
from uadesk.desk.letters import letter_view, list_letters, save_letter
from uadesk.desk.members import add_member, edit_member, list_members, remove_member
from uadesk.desk.printing import NothingToPrintError, confirm_printed, print_letters
from uadesk.desk.undoing import next_undo, undo
from uadesk.domain.letters import LetterStatus
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Person, ReturnAddress
from uadesk.domain.rows import LetterRow
from uadesk.domain.texts import Text

WORDS, NAME, STREET = re.compile(r"Words(\d+)x"), re.compile(r"Name(\d+)x"), re.compile(r"Street(\d+)x")
PLACE = st.integers(0, 1000)
OTHER = replace(FIRST, number=UANumber(25, 77), index="AMR 29/0009/2025", text=Text("Another case"))


def person(number: int, turn: int = 0) -> Person:
    """Somebody whose name and street say who it is."""
    return Person(f"Name{number}x Turn{turn}", (f"{turn} Street{number}x", "Ottawa ON  K1A 0B1"), "CA")


class Evenings(RuleBasedStateMachine):
    """Drafts, edits, renames, forgets, undoes and prints in any order."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.desk = open_desk(Home(Path(self._folder.name) / "home"), fixed_clock(TODAY))
        save_group(self.desk, GROUP)
        self.turn = 0

    @initialize()
    def begin(self) -> None:
        self.cases = [import_draft(self.desk, draft).case_id for draft in (FIRST, OTHER)]
        for number in range(1, 4):
            assert add_member(self.desk, person(number)) == number
        self.scene = next_undo(self.desk)

    @property
    def letters(self) -> list[LetterRow]:
        return sorted(list_letters(self.desk), key=lambda row: row.ident)

    @property
    def drafts(self) -> list[LetterRow]:
        return [row for row in self.letters if row.status is LetterStatus.DRAFT]

    @rule(place=PLACE, copies=st.booleans())
    def draft(self, place: int, copies: bool) -> None:
        people = [row.ident for row in list_members(self.desk)]
        draft_letters(self.desk, self.cases[place % 2], people[place % 3 :], copies=copies)

    @precondition(lambda self: self.drafts)
    @rule(place=PLACE, choice=st.sampled_from(ReturnAddress))
    def write(self, place: int, choice: ReturnAddress) -> None:
        ident = self.drafts[place % len(self.drafts)].ident
        view = letter_view(self.desk, ident)
        edit = replace(view.edit, own_words=f"Mine are Words{ident}x.", return_address=choice)
        save_letter(self.desk, ident, edit, view.version)

    @precondition(lambda self: self.drafts)
    @rule(place=PLACE, to=PLACE)
    def repeat(self, place: int, to: int) -> None:
        people = [row.ident for row in list_members(self.desk)]
        if people:
            same_again(self.desk, self.drafts[place % len(self.drafts)].ident, people[to % len(people)])

    @rule(place=PLACE)
    def rename(self, place: int) -> None:
        rows = list(list_members(self.desk))
        if rows:
            self.turn += 1
            row = rows[place % len(rows)]
            edit_member(self.desk, row.ident, person(row.ident, self.turn), row.version)

    @rule(place=PLACE)
    def forget(self, place: int) -> None:
        rows = list(list_members(self.desk))
        if len(rows) > 1:
            remove_member(self.desk, rows[place % len(rows)].ident)

    @precondition(lambda self: next_undo(self.desk) != self.scene)
    @rule()
    def take_back(self) -> None:
        undo(self.desk)

    @rule(again=st.booleans(), confirmed=st.booleans(), place=PLACE)
    def print(self, again: bool, confirmed: bool, place: int) -> None:
        rows = {row.code: row for row in self.letters}
        idents = [row.ident for row in rows.values()][place % 3 :]
        try:
            job = finish(print_letters(self.desk, idents, again=again))
        except NothingToPrintError:
            return
        pages = open_sheets(job.pdf)
        assert len(pages) == len(job.codes)
        for code, page in zip(job.codes, pages, strict=True):
            self.look_at(rows[code], page.text)
        if confirmed:
            confirm_printed(self.desk, job)

    def look_at(self, row: LetterRow, page: str) -> None:
        """Everything on this page is its own letter's."""
        assert row.code in page
        view = letter_view(self.desk, row.ident)
        assert view.sender.name in page
        assert set(NAME.findall(page)) == set(NAME.findall(view.sender.name)) == {str(row.member_id)}
        assert set(STREET.findall(page)) <= {str(row.member_id)}
        expected = set(WORDS.findall(view.own_words))
        if row.kind == "copy":  # it carries the words of its original
            assert len(set(WORDS.findall(page))) <= 1
        else:
            assert expected <= {str(row.ident)}
            assert set(WORDS.findall(page)) == expected

    @override
    def teardown(self) -> None:
        self.desk.close()
        self._folder.cleanup()


TestEvenings = pytest.mark.slow(Evenings.TestCase)
TestEvenings.settings = settings(max_examples=20, stateful_step_count=14, deadline=None)
