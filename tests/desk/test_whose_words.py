"""No paper shows another person's words, name or address, whatever happened to people, cases and letters before.

Every word says whose it is (`marked`). Two things are asked of every page: that it is what the desk holds for its
letter at that moment (`seen`), or held when it was printed, and that each of its marks belongs to that letter, which
the test remembers by itself. And a letter that is not to go is on no page.
"""

import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from typing_extensions import override

from tests.desk.conftest import TODAY
from tests.desk.marked import (
    CHANGES,
    GROUP,
    Look,
    first,
    marks,
    open_pages,
    outcome,
    owner_of,
    person,
    update,
    with_address,
    with_text,
    with_words,
)
from tests.desk.seen import Seen, copy_of
from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.base.jobs import Job, finish
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import case_view
from uadesk.desk.changes import held_letters
from uadesk.desk.desk import Desk, open_desk
from uadesk.desk.drafting import Drafted, NobodyToWriteToError, draft_letters
from uadesk.desk.groups import save_group
from uadesk.desk.holding import keep_as_is, renew
from uadesk.desk.letters import list_letters
from uadesk.desk.members import add_member, edit_member, list_members, merge_people, remove_member
from uadesk.desk.printing import (
    NothingToPrintError,
    PrintJob,
    confirm_printed,
    print_envelopes,
    print_letters,
)
from uadesk.desk.runs import note_sent, sent_job, unanswered_runs
from uadesk.desk.same_again import same_again
from uadesk.desk.steps import mark, take_back
from uadesk.desk.undoing import next_redo, next_undo, redo, undo
from uadesk.desk.writing import LetterView, correct_addressee, letter_view, save_letter
from uadesk.domain.letters import WAITING, Channel, LetterStatus
from uadesk.domain.people import MemberKind, Person, ReturnAddress
from uadesk.domain.rows import LetterFilter, LetterRow, MemberRow

PLACE = st.integers(0, 1000)
CASES = st.sampled_from((1, 2))
ON_PAPER = frozenset({LetterStatus.PRINTED, LetterStatus.SIGNED})
STEPS = st.sampled_from((LetterStatus.SIGNED, LetterStatus.POSTED, LetterStatus.WITHDRAWN))
DECISIONS = st.sampled_from(("keep", "renew", "withdraw"))


@cache
def scene() -> "tempfile.TemporaryDirectory[str]":
    """A desk with two cases, two members, a guest and what they wrote, to be copied; nothing of it can be undone."""
    folder = tempfile.TemporaryDirectory()
    desk = open_desk(Home(Path(folder.name)), fixed_clock(TODAY))
    save_group(desk, GROUP)
    assert [import_draft(desk, first(case)).case_id for case in (1, 2)] == [1, 2]
    assert [add_member(desk, person(number, guest=number == 3)) for number in (1, 2, 3)] == [1, 2, 3]
    for case in (1, 2):
        draft_letters(desk, case, (1, 2, 3), copies=case == 1)
    for ident in range(1, 10):
        type_something(desk, ident)
    desk.store.forget_undo()
    desk.close()
    return folder


def type_something(desk: Desk, ident: int) -> None:
    """Own words on each letter, beside them a text of its own on each third one, or an address of its own."""
    for with_something in (with_words, (with_text, with_address, with_words)[ident % 3]):
        view = letter_view(desk, ident)
        save_letter(desk, ident, with_something(view, 0), view.version)


class Evenings(RuleBasedStateMachine):
    """Cases go on, people come and go, letters are drafted, changed, printed and taken back, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        home = Path(self._folder.name) / "home"
        shutil.copytree(scene().name, home)
        self.desk = open_desk(Home(home), fixed_clock(TODAY))
        self.turn = 0
        self.writers = {row.ident: row.member_id or 0 for row in self.letters}
        self.models: dict[int, set[int]] = {}
        self.originals: dict[int, int] = {}
        self.merged: dict[int, set[int]] = defaultdict(set)
        self.decided: set[tuple[int, int]] = set()
        self.corrections: dict[int, int] = defaultdict(int)
        self.kept: set[tuple[int, int, int]] = set()
        self.printed: dict[int, list[Look]] = defaultdict(list)
        self.sent: dict[int, dict[str, Look]] = {}

    @initialize(first=st.integers(0, 9))
    def begin(self, first: int) -> None:
        """Some letters stand on paper already, so that what goes on finds some of each kind."""
        self.print_all(first)

    # -- what there is

    @property
    def letters(self) -> list[LetterRow]:
        return sorted(list_letters(self.desk), key=lambda row: row.ident)

    @property
    def drafts(self) -> list[LetterRow]:
        return [row for row in self.letters if row.status is LetterStatus.DRAFT]

    @property
    def people(self) -> list[MemberRow]:
        return list(list_members(self.desk))

    def some_draft(self, place: int) -> LetterView:
        drafts = self.drafts
        return letter_view(self.desk, drafts[place % len(drafts)].ident)

    def next_turn(self) -> int:
        self.turn += 1
        return self.turn

    # -- people

    @rule(guest=st.booleans())
    def arrive(self, guest: bool) -> None:
        known = max(row.ident for row in list_members(self.desk, include_left=True))
        ident = add_member(self.desk, person(known + 1))
        [row] = [row for row in self.people if row.ident == ident]
        edit_member(self.desk, ident, person(ident, self.next_turn(), guest=guest), row.version)

    @rule(place=PLACE)
    def rename(self, place: int) -> None:
        row = self.people[place % len(self.people)]
        edit_member(self.desk, row.ident, self.renamed(row), row.version)

    @precondition(lambda self: len(self.people) > 1)
    @rule(place=PLACE, to=PLACE)
    def merge(self, place: int, to: int) -> None:
        people = self.people
        other = people.pop(place % len(people))
        keep = people[to % len(people)]
        merge_people(self.desk, keep.ident, other.ident, self.renamed(keep), (keep.version, other.version))
        one = self.merged[keep.ident] | self.merged[other.ident] | {keep.ident, other.ident}
        for ident in one:
            self.merged[ident] = one

    @precondition(lambda self: len(self.people) > 1)
    @rule(place=PLACE)
    def forget(self, place: int) -> None:
        remove_member(self.desk, self.people[place % len(self.people)].ident)

    def renamed(self, row: MemberRow) -> Person:
        return person(row.ident, self.next_turn(), guest=row.person.kind is MemberKind.GUEST)

    # -- cases

    @rule(case=CASES, what=st.sampled_from(CHANGES))
    def update(self, case: int, what: str) -> None:
        view = case_view(self.desk, case)
        imported = import_draft(self.desk, update(case, view, what, self.next_turn()))
        assert imported.closed == (view.row.closed_on is not None and what == "late")

    @rule(case=CASES)
    def outcome(self, case: int) -> None:
        assert import_draft(self.desk, outcome(case, self.next_turn())).closed

    @precondition(lambda self: bool(held_letters(self.desk)))
    @rule(decision=DECISIONS, place=PLACE)
    def decide(self, decision: str, place: int) -> None:
        held = [each.row for each in held_letters(self.desk)][place % 2 :]
        idents = [row.ident for row in held]
        if decision == "withdraw":
            mark(self.desk, idents, LetterStatus.WITHDRAWN)
            return
        decide: Callable[[Desk, list[int]], object] = keep_as_is if decision == "keep" else renew
        decide(self.desk, idents)
        seen = Seen(self.desk)
        self.decided |= {(row.ident, seen.standing(row.case_id)) for row in held}
        if decision == "keep":
            self.kept |= {(row.ident, seen.standing(row.case_id), self.corrections[row.case_id]) for row in held}

    # -- letters

    @rule(case=CASES, place=PLACE, copies=st.booleans(), channel=st.sampled_from((Channel.POST, Channel.HANDWRITTEN)))
    def draft(self, case: int, place: int, copies: bool, channel: Channel) -> None:
        if case_view(self.desk, case).row.closed_on is not None:
            return
        people = [row.ident for row in self.people][place % 3 :]
        self.note_drafted(draft_letters(self.desk, case, people, copies=copies, channel=channel), people)

    @precondition(lambda self: any(not row.case_closed for row in self.drafts))
    @rule(place=PLACE, to=PLACE)
    def repeat(self, place: int, to: int) -> None:
        models = [row for row in self.drafts if not row.case_closed]
        model = models[place % len(models)]
        writer = self.people[to % len(self.people)].ident
        seen = Seen(self.desk)
        letter = seen.original(model.ident) or model.ident
        alike = set[int]().union(*map(self.family, (letter, *seen.copies(letter))))
        try:
            made = same_again(self.desk, model.ident, writer)
        except NobodyToWriteToError:  # its addressee is named no more
            return
        self.note_drafted(made, [writer])
        self.models |= {row.ident: alike for row in made.done}

    def note_drafted(self, drafted: Drafted, people: Sequence[int]) -> None:
        assert {row.member_id for row in drafted.done} <= set(people)
        self.writers |= {row.ident: row.member_id or 0 for row in drafted.done}

    @precondition(lambda self: bool(self.drafts))
    @rule(place=PLACE, choice=st.sampled_from(ReturnAddress))
    def write(self, place: int, choice: ReturnAddress) -> None:
        view = self.some_draft(place)
        edit = replace(with_words(view, self.next_turn()), return_address=choice)
        save_letter(self.desk, view.row.ident, edit, view.version)

    @precondition(lambda self: bool(self.drafts))
    @rule(place=PLACE)
    def depart(self, place: int) -> None:
        view = self.some_draft(place)
        save_letter(self.desk, view.row.ident, with_text(view, self.next_turn()), view.version)

    @precondition(lambda self: bool(self.drafts))
    @rule(place=PLACE)
    def readdress(self, place: int) -> None:
        view = self.some_draft(place)
        save_letter(self.desk, view.row.ident, with_address(view, self.next_turn()), view.version)

    @precondition(lambda self: bool(self.drafts))
    @rule(place=PLACE)
    def correct(self, place: int) -> None:
        view = self.some_draft(place)
        edit = with_address(view, self.next_turn(), for_case=True)
        version = save_letter(self.desk, view.row.ident, edit, view.version)
        correct_addressee(self.desk, view.row.ident, edit, version)
        self.corrections[view.row.case_id] += 1

    # -- steps

    @precondition(lambda self: bool(self.letters))
    @rule(place=PLACE, many=st.booleans(), status=STEPS)
    def move(self, place: int, many: bool, status: LetterStatus) -> None:
        mark(self.desk, self.some_letters(place, many), status)

    @precondition(lambda self: bool(self.letters))
    @rule(place=PLACE, many=st.booleans())
    def step_back(self, place: int, many: bool) -> None:
        take_back(self.desk, self.some_letters(place, many))

    def some_letters(self, place: int, many: bool) -> list[int]:
        idents = [row.ident for row in self.letters]
        start = place % len(idents)
        return idents[start:] if many else [idents[start]]

    @precondition(lambda self: bool(next_undo(self.desk)))
    @rule(acts=st.integers(1, 3))
    def undo(self, acts: int) -> None:
        for _act in range(acts):
            undo(self.desk)
        self.corrections.clear()  # what was decided before a correction holds again

    @precondition(lambda self: bool(next_redo(self.desk)))
    @rule()
    def redo(self) -> None:
        redo(self.desk)

    # -- paper

    @precondition(lambda self: bool(self.letters))
    @rule(place=PLACE)
    def print(self, place: int) -> None:
        self.print_all(place % 3)

    @precondition(lambda self: bool(self.letters))
    @rule(place=PLACE)
    def print_without_an_answer(self, place: int) -> None:
        job = self.print_from(place % 3)
        if job is not None:
            note_sent(self.desk, job)

    @precondition(lambda self: any(row.status in ON_PAPER for row in self.letters))
    @rule(place=PLACE)
    def print_again(self, place: int) -> None:
        self.print_from(place % 3, again=True)

    def print_all(self, first: int) -> None:
        """The letters from this one on come out well."""
        job = self.print_from(first)
        if job is not None:
            note_sent(self.desk, job)
            self.confirm(job)

    def print_from(self, first: int, *, again: bool = False) -> PrintJob | None:
        """The pages of all letters from this one on, looked at."""
        letters = self.letters[first:]
        statuses = {LetterStatus.DRAFT} | (ON_PAPER if again else set())
        rows = [row for row in letters if row.status in statuses and row.channel is Channel.POST]
        job = self.press(print_letters(self.desk, [row.ident for row in letters], again=again), rows)
        if job is not None:
            self.sent[job.run_id] = self.look_at(job, rows, Look.letter_differs)
        return job

    @precondition(lambda self: bool(unanswered_runs(self.desk)))
    @rule()
    def answer(self) -> None:
        for run in unanswered_runs(self.desk):
            self.confirm(sent_job(self.desk, run.ident))

    def confirm(self, job: PrintJob) -> None:
        """The stack came out: what was looked at stands on the letters from now on."""
        before = {row.ident for row in self.drafts}
        for row in confirm_printed(self.desk, job).done:
            if row.ident in before:
                self.printed[row.ident].append(self.sent[job.run_id][row.code])

    @precondition(lambda self: bool(self.letters))
    @rule(place=PLACE, confirmed=st.booleans())
    def envelopes(self, place: int, confirmed: bool) -> None:
        job = self.envelopes_from(place % 3)
        if job is not None and confirmed:
            confirm_printed(self.desk, job)

    def envelopes_from(self, first: int) -> PrintJob | None:
        letters = self.letters[first:]
        rows = [row for row in letters if row.status in WAITING]
        job = self.press(print_envelopes(self.desk, [row.ident for row in letters]), rows)
        if job is not None:
            found = self.look_at(job, rows, Look.envelope_differs)
            seen = Seen(self.desk)
            for row in rows:
                if row.code in found:
                    self.expect_addressed(row, found[row.code].recipient, seen)
        return job

    @precondition(lambda self: bool(self.letters))
    @rule()
    def look_at_the_stack(self) -> None:
        """What lies ready for the box goes where its case says, and no copy goes before its letter may."""
        seen = Seen(self.desk)
        for row in list_letters(self.desk, LetterFilter(to_box=True)):
            view, original = seen.letter(row.ident), seen.original(row.ident)
            if row.status is not LetterStatus.DRAFT:
                self.expect_addressed(row, view.recipient, seen)
            assert row.ident not in seen.held
            assert original is None or original not in seen.held

    def expect_addressed(self, row: LetterRow, block: Sequence[str], seen: Seen) -> None:
        """A letter goes to somebody whom its case names now, unless a person typed or decided otherwise."""
        if seen.letter(row.ident).edit.recipient is not None or tuple(block) in seen.named(row.case_id):
            return
        corrected = self.corrections[row.case_id]
        kept = {each[2] for each in self.kept if each[:2] == (row.ident, seen.standing(row.case_id))}
        assert any(each >= corrected for each in kept), (row, block, seen.named(row.case_id))

    def press(self, pressing: Job[PrintJob], rows: Sequence[LetterRow]) -> PrintJob | None:
        """The batch that comes of these letters: each of them is in it, or refused by name."""
        codes = [row.code for row in rows]
        job: PrintJob | None = None
        printed: tuple[str, ...] = ()
        try:
            job = finish(pressing)
            printed, refused = job.codes, job.refused
        except NothingToPrintError as error:
            refused = error.refused
        assert sorted((*printed, *(each.what for each in refused))) == sorted(codes)
        assert list(printed) == [code for code in codes if code in printed]
        return job

    # -- what has to stand on it

    def look_at(
        self, job: PrintJob, rows: Sequence[LetterRow], differs: Callable[[Look, Sequence[str], str], str]
    ) -> dict[str, Look]:
        """Every page is its own letter's and holds nothing of another; gives what was found on each."""
        seen, known = Seen(self.desk), {row.code: row for row in rows}
        self.originals |= seen.originals
        found = {}
        for code, page in zip(job.codes, open_pages(job.pdf), strict=True):
            row = known[code]
            self.expect_free(row, seen)
            assert [each for each in marks(page) if not self.owns(row, each)] == [], page
            looks = self.looks(row.ident, seen)
            wrong = [differs(look, page, code) for look in looks]
            assert "" in wrong, (wrong, page, looks)
            found[code] = looks[wrong.index("")]
        return found

    def expect_free(self, row: LetterRow, seen: Seen) -> None:
        """Nothing keeps this letter in the house: its case is open, and a draft is up to date, or somebody decided."""
        assert not row.case_closed
        if row.status is not LetterStatus.DRAFT:
            return
        assert row.ident not in seen.held
        decided = {(ident, seen.standing(row.case_id)) for ident in self.family(row.ident)} & self.decided
        assert decided or seen.is_current(row.ident), seen.letter(row.ident)
        original = seen.original(row.ident)
        if original is not None:
            self.expect_free(seen.letter(original).row, seen)

    def looks(self, ident: int, seen: Seen) -> list[Look]:
        """What a letter has to look like: as the desk holds it, or as one of its printings that the desk shows."""
        view, original = seen.letter(ident), seen.original(ident)
        if view.row.status is not LetterStatus.DRAFT:
            return [look for look in self.printed[ident] if look.is_shown_by(view)]
        if original is None or not seen.has_pages(original):
            return [seen.look(ident)]
        return [copy_of(letter, seen.look(ident)) for letter in self.looks(original, seen)]

    def owns(self, row: LetterRow, mark: str) -> bool:
        """Whether a mark is this letter's, or of the letter of which it is a copy; or an address of its copies."""
        kind, owner = owner_of(mark)
        if kind in ("Name", "Street"):
            return owner in self.merged[self.writers[row.ident]] | {self.writers[row.ident]}
        if kind not in ("Words", "Text", "Door"):
            return owner == row.case_id
        own = {row.ident, self.originals.get(row.ident, row.ident)}
        if kind == "Words":
            return owner in own
        if kind == "Door":
            own |= {copy for copy, original in self.originals.items() if original == row.ident}
        return any(owner in self.family(ident) for ident in own)

    def family(self, ident: int) -> set[int]:
        """A letter, and those that it was made like."""
        return {ident} | self.models.get(ident, set())

    @override
    def teardown(self) -> None:
        try:
            if sys.exception() is None:
                self.print_from(0, again=True)
                self.envelopes_from(0)
                self.look_at_the_stack()
        finally:
            self.desk.close()
            self._folder.cleanup()


TestEvenings = pytest.mark.slow(Evenings.TestCase)
TestEvenings.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
