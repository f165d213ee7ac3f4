"""The stamps that letters need, the prices that a group enters, and what posted letters cost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.desk.conftest import FIRST, GROUP, MINISTER, OUTCOME
from uadesk.base.jobs import finish
from uadesk.desk import words
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.groups import save_group
from uadesk.desk.printing import UnknownStationeryError
from uadesk.desk.rates import NoHomeCountryError, change_rate, own_table, postage_folder, put_back, set_weights
from uadesk.desk.saving import FileNotWrittenError
from uadesk.desk.stamps import StampList, postage_of, stamp_list
from uadesk.desk.steps import mark
from uadesk.desk.writing import letter_view, save_letter
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Group
from uadesk.domain.postage import HOME, WORLD, Form, PostageTable, Rate, RateClass, Weights
from uadesk.domain.texts import Text
from uadesk.reference.postage import WrongPostageError

JULY = date(2025, 7, 1)
BOOKLET = RateClass(HOME, "stamp from a booklet or coil", 30)
TO_THE_USA = replace(
    FIRST,
    text=Text("First UA: 77/25 and what it says"),
    number=UANumber(25, 77),
    index="AMR 51/0001/2025",
    targets=(replace(MINISTER, country_code="US"),),
)
GERMAN = replace(GROUP, country="DE", address_lines=("Am Hang 5", "12345 Beispielstadt"))


@pytest.fixture
def letters(desk: Desk, case: int, people: tuple[int, ...]) -> list[int]:
    """Two letters to Costa Rica, each with a copy to Ottawa."""
    return [row.ident for row in draft_letters(desk, case, people[:2], copies=True).done]


def stamps(desk: Desk, idents: list[int], day: date | None = None) -> StampList:
    return finish(stamp_list(desk, idents, day=day))


def table(found: StampList) -> list[tuple[str, int, str | None, str | None]]:
    return [
        (row.zone, row.count, str(row.rate.price) if row.rate else None, str(row.together) if row.together else None)
        for row in found.rows
    ]


def test_letter_and_copy_go_into_two_zones(desk: Desk, letters: list[int]) -> None:
    found = stamps(desk, letters)
    assert table(found) == [(HOME, 2, "1.24", "2.48"), (WORLD, 2, "3.65", "7.30")]
    assert (found.count, found.total, found.currency) == (4, Decimal("9.78"), "CAD")
    notes = words.stamp_notes(found)
    assert len(notes) == 1
    assert "not verified" in notes[0]
    rate = found.rows[1].rate
    assert rate is not None
    assert words.class_words(rate) == "standard letter, up to 30 g"
    assert words.held_words(rate) == "since 13 January 2025, not verified"


def test_the_price_is_that_of_the_day(desk: Desk, letters: list[int]) -> None:
    found = stamps(desk, letters, date(2024, 12, 1))
    assert table(found) == [(HOME, 2, "0.99", "1.98"), (WORLD, 2, None, None)]
    assert "to other countries; enter it" in words.stamp_notes(found)[0]
    assert found.total == Decimal("1.98")


def test_only_what_will_go_into_the_box_needs_a_stamp(
    desk: Desk, case: int, people: tuple[int, ...], letters: list[int]
) -> None:
    by_hand = [row.ident for row in draft_letters(desk, case, people[2:], channel=Channel.HANDWRITTEN).done]
    by_mail = [row.ident for row in draft_letters(desk, import_draft(desk, TO_THE_USA).case_id, people[:1]).done]
    assert stamps(desk, by_hand).count == 1
    mark(desk, letters, LetterStatus.PRINTED)
    assert stamps(desk, letters).count == 4
    mark(desk, letters[:1], LetterStatus.POSTED)
    assert stamps(desk, letters).count == 3
    mark(desk, by_hand, LetterStatus.WITHDRAWN)
    assert stamps(desk, by_hand).rows == ()
    import_draft(desk, OUTCOME)
    assert [row.zone for row in stamps(desk, letters + by_mail).rows] == ["US"], "those of a closed case are pulled"


def test_a_printed_letter_counts_to_where_it_was_printed_for(desk: Desk, letters: list[int]) -> None:
    mark(desk, letters, LetterStatus.PRINTED)
    save_group(desk, replace(GROUP, country="US"))
    assert {row.zone for row in stamps(desk, letters).rows} == {HOME, WORLD}


def test_a_letter_that_takes_two_sheets_may_need_another_stamp(desk: Desk, letters: list[int]) -> None:
    save_group(desk, GERMAN)
    light = next(row for row in stamps(desk, letters[:1]).rows)
    set_weights(desk, Weights(paper=160))
    view = letter_view(desk, letters[0])
    save_letter(desk, letters[0], replace(view.edit, own_words="I ask you once more. " * 300), view.version)
    heavy = next(row for row in stamps(desk, letters[:1]).rows)
    assert light.rate is not None
    assert light.rate.price == Decimal("1.25")
    assert (heavy.grams > 20, heavy.rate) == (True, None), "nobody knows the German post's next class abroad"
    note = words.stamp_notes(stamps(desk, letters[:1]))[0]
    assert note.startswith(f"No price is known for a letter of {heavy.grams} g to other countries; enter it")


def test_an_envelope_too_long_for_the_cheap_class_is_warned_of(desk: Desk, letters: list[int]) -> None:
    save_group(desk, replace(GERMAN, envelope="us-10"))
    view = letter_view(desk, letters[0])
    save_letter(desk, letters[0], replace(view.edit, country_code="DE"), view.version)
    found = stamps(desk, letters[:1])
    assert table(found) == [(HOME, 1, "1.80", "1.80")]
    [note] = [each for each in words.stamp_notes(found) if "too large" in each]
    assert note.replace("\xa0", " ") == (
        "The envelope #10 is too large for “Standardbrief” to Germany (0,95 €). As “Grossbrief” it costs 1,80 €. "
        "A smaller envelope would be cheaper: DL."
    )
    save_group(desk, GERMAN)
    assert stamps(desk, letters[:1]).oversizes == ()


def test_where_no_larger_class_is_known_the_smaller_envelope_is_named(desk: Desk, letters: list[int]) -> None:
    save_group(desk, replace(GERMAN, envelope="us-10"))
    found = stamps(desk, letters)
    assert table(found) == [(WORLD, 4, None, None)]
    note = words.stamp_notes(found)[0]
    assert "What it costs so is not known; enter it" in note
    assert note.endswith("A smaller envelope would be cheaper: DL.")
    change_rate(desk, RateClass(WORLD, "letter", 500), Decimal("3.70"), date(2025, 1, 1))
    assert table(stamps(desk, letters)) == [(WORLD, 4, "3.70", "14.80")]


def test_letters_without_a_country_are_named(desk: Desk, people: tuple[int, ...]) -> None:
    nowhere = replace(FIRST, targets=(replace(MINISTER, country_code=None),))
    [row] = draft_letters(desk, import_draft(desk, nowhere).case_id, people[:1]).done
    found = stamps(desk, [row.ident])
    assert (found.rows, found.unplaced) == ((), (row.code,))
    assert row.code in words.stamp_notes(found)[0]


def test_a_new_price_holds_from_its_day_and_can_be_put_back(desk: Desk, letters: list[int]) -> None:
    before = change_rate(desk, BOOKLET, Decimal("1.50"), JULY)
    assert stamps(desk, letters).total == Decimal("9.78")
    later = stamps(desk, letters, JULY)
    assert table(later)[0] == (HOME, 2, "1.50", "3.00")
    assert later.rows[0].rate is not None
    assert words.held_words(later.rows[0].rate) == "since 1 July 2025, your own price"
    change_rate(desk, BOOKLET, Decimal("1.60"), JULY)
    assert [rate.price for rate in own_table(desk).rates] == [Decimal("1.60")]
    put_back(desk, before)
    assert table(stamps(desk, letters, JULY))[0] == (HOME, 2, "1.24", "2.48")


def test_a_newer_price_than_the_group_s_own_is_told_of(desk: Desk, letters: list[int]) -> None:
    change_rate(desk, BOOKLET, Decimal("1.10"), date(2024, 7, 1))
    found = stamps(desk, letters)
    assert table(found)[0] == (HOME, 2, "1.10", "2.20"), "the group's own counts all the same"
    [note] = [each for each in words.stamp_notes(found) if "newer than yours" in each]
    assert "up to 30 g to Canada, $1.24, since 13 January 2025. Enter it if it holds." in note
    assert stamps(desk, letters, date(2024, 12, 1)).newer == ()
    change_rate(desk, BOOKLET, Decimal("1.10"), date(2025, 6, 1))
    assert stamps(desk, letters).newer == ()


def test_a_changed_price_keeps_what_a_person_wrote_into_the_file(desk: Desk) -> None:
    form = Form("large", 353, 250, "measured")
    kept = Rate(BOOKLET, Decimal("1.40"), form=form, source="a leaflet", verified=True, is_own=True)
    put_back(desk, PostageTable("CA", "CAD", rates=(kept,)))
    change_rate(desk, BOOKLET, Decimal("1.50"), JULY)
    assert [(rate.price, rate.form) for rate in own_table(desk).rates] == [
        (Decimal("1.40"), form),
        (Decimal("1.50"), form),
    ]


def test_a_country_of_which_no_rate_is_known_takes_its_own(desk: Desk, letters: list[int]) -> None:
    save_group(desk, replace(GROUP, country="FR"))
    assert [row.rate for row in stamps(desk, letters).rows] == [None]
    change_rate(desk, RateClass(WORLD, "lettre", 20), Decimal("2.10"), date(2025, 1, 1))
    found = stamps(desk, letters)
    assert (found.currency, found.total) == ("EUR", Decimal("8.40"))


def test_a_group_without_a_country_is_asked_for_it(desk: Desk, letters: list[int]) -> None:
    save_group(desk, Group())
    with pytest.raises(NoHomeCountryError) as caught:
        stamps(desk, letters)
    assert "choose it in the settings" in words.sentence(caught.value)


def test_an_envelope_that_nobody_knows_is_said(desk: Desk, letters: list[int]) -> None:
    save_group(desk, replace(GROUP, envelope="gone"))
    with pytest.raises(UnknownStationeryError):
        stamps(desk, letters)


def test_a_spoiled_file_is_named_and_never_written_over(desk: Desk, letters: list[int]) -> None:
    folder = postage_folder(desk)
    folder.mkdir()
    path = folder / "ca.toml"
    path.write_text('country = "CA"\ncurrency = "CAD"\n[[rate]]\nzone = "home"\n')
    with pytest.raises(WrongPostageError) as caught:
        change_rate(desk, BOOKLET, Decimal("1.50"), JULY)
    assert "rate 1" in words.sentence(caught.value)
    assert "“service”" in words.sentence(caught.value)
    assert path.read_text().endswith('zone = "home"\n')


def test_a_folder_that_cannot_be_made_is_said(desk: Desk) -> None:
    postage_folder(desk).write_text("in the way")
    with pytest.raises(FileNotWrittenError):
        change_rate(desk, BOOKLET, Decimal("1.50"), JULY)


def test_posted_letters_cost_what_held_on_their_day(
    desk: Desk, letters: list[int], on_day: Callable[[date], Desk]
) -> None:
    mark(desk, letters, LetterStatus.PRINTED)
    assert finish(postage_of(desk)).pieces == 0
    mark(desk, letters[:2], LetterStatus.POSTED)
    change_rate(desk, BOOKLET, Decimal("2.00"), JULY)
    mark(on_day(JULY), letters[2:], LetterStatus.POSTED)
    june, july = finish(postage_of(desk, None, date(2025, 6, 30))), finish(postage_of(desk, JULY, JULY))
    assert (june.total, june.pieces, june.unrated) == (Decimal("4.89"), 2, 0)
    assert (july.total, july.currency) == (Decimal("5.65"), "CAD")
    assert finish(postage_of(desk)).total == june.total + july.total


def test_posted_letters_whose_price_nobody_knows_are_counted(
    desk: Desk, letters: list[int], on_day: Callable[[date], Desk]
) -> None:
    mark(desk, letters, LetterStatus.PRINTED)
    mark(on_day(date(2019, 1, 1)), letters, LetterStatus.POSTED)
    spent = finish(postage_of(desk))
    assert (spent.total, spent.pieces, spent.unrated) == (Decimal(0), 4, 4)


def test_the_job_tells_how_far_it_is(desk: Desk, letters: list[int]) -> None:
    heard: list[tuple[int, int]] = []
    finish(stamp_list(desk, letters), lambda progress: heard.append((progress.done, progress.total)))
    assert heard[0] == (0, 4)
    assert heard[-1] == (4, 4)
    assert len(heard) >= 5
