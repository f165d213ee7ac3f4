"""A case beside a bulletin: marked line by line, and taken over part by part."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from uadesk.domain.addresses import Addressee, Role
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.comparing import Mark, Part, differences, fields_of, marked_lines, take_over
from uadesk.domain.texts import Text

ANA = Addressee(("Ana Peña", "1 Road"), name="Ana Peña", title="Minister", address_lines=("1 Road",))
LI = Addressee(("Li Mora", "2 Road"), name="Li Mora", title="President", address_lines=("2 Road",))
LUIS = Addressee(("Luis Roy", "3 Road"), Role.COPY, name="Luis Roy", address_lines=("3 Road",))
BEFORE = BulletinDraft(text=Text(""), title="One", demands=("Free them.",), targets=(ANA, LI), copies=(LUIS,))
ALL = frozenset(Part)

lines = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=6)


@given(lines, lines)
def test_both_sides_keep_all_their_lines_and_agree_on_what_is_the_same(before: list[str], now: list[str]) -> None:
    left, right = marked_lines(before, now)
    assert [line for _mark, line in left] == before
    assert [line for _mark, line in right] == now
    assert [line for mark, line in left if mark is Mark.SAME] == [line for mark, line in right if mark is Mark.SAME]
    assert sum(mark is Mark.OTHER for mark, _line in left) == sum(mark is Mark.OTHER for mark, _line in right)
    assert Mark.NEW not in {mark for mark, _line in left}
    assert Mark.GONE not in {mark for mark, _line in right}


people = st.lists(st.sampled_from([ANA, LI, replace(ANA, salutation="Dear Ana,"), replace(LI, lines=("Li Mora",))]))


@given(people, people)
def test_a_case_that_takes_nothing_over_stays_as_it_is(before: list[Addressee], now: list[Addressee]) -> None:
    case = replace(BEFORE, targets=tuple(dict.fromkeys(before)))
    draft = replace(BEFORE, title="Two", demands=("Pay them.",), targets=tuple(dict.fromkeys(now)), copies=())
    left = differences(case, draft, ALL)
    kept = take_over(draft, case, left)
    assert (kept.title, kept.demands, kept.copies) == (case.title, case.demands, case.copies)
    assert sorted(each.lines for each in kept.targets) == sorted(each.lines for each in case.targets)


def test_who_is_named_in_another_order_is_no_difference() -> None:
    assert differences(BEFORE, replace(BEFORE, targets=(LI, ANA)), ALL) == ()


def test_only_what_is_brought_differs() -> None:
    other = replace(BEFORE, title="Two", targets=(ANA,))
    assert [each.part for each in differences(BEFORE, other, {Part.TITLE})] == [Part.TITLE]


def test_a_model_letter_differs_paragraph_by_paragraph() -> None:
    case = replace(BEFORE, model_letter="Dear Ana,\n\nFree them.\n\nYours,")
    [found] = differences(case, replace(case, model_letter="Dear Ana,\n\nPay them.\n\nYours,"), ALL)
    assert [line for mark, line in marked_lines(found.before, found.now)[1] if mark is not Mark.SAME] == ["Pay them."]


def test_a_tick_stays_with_who_it_is_about() -> None:
    [one] = differences(BEFORE, replace(BEFORE, targets=(replace(ANA, salutation="Dear Ana,"), LI)), ALL)
    [two] = differences(BEFORE, replace(BEFORE, targets=(LI, replace(ANA, salutation="Dear Minister,"))), ALL)
    assert one.key == two.key
    assert (one.path, two.path) == ("targets[0].salutation", "targets[1].salutation")


def test_a_part_knows_all_fields_that_go_with_it() -> None:
    moved = replace(ANA, lines=("Ana Peña", "9 Road"), address_lines=("9 Road",))
    [found] = differences(BEFORE, replace(BEFORE, targets=(moved, LI)), ALL)
    assert "targets[0].address_lines" in fields_of(found)
    [gone] = differences(BEFORE, replace(BEFORE, copies=()), ALL)
    assert (fields_of(gone), gone.path) == ((), "")
