"""An update in the review: old and new side by side, ticks, and the question which case a bulletin is about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.kit import MINISTER, bulletin, outcome, press
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import case_view, list_cases
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.members import list_members
from uadesk.desk.recognising import named_cases, recognise, with_doubts
from uadesk.domain.addresses import Role
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.comparing import Part
from uadesk.domain.numbers import UANumber
from uadesk.domain.texts import Check, Level, Text
from uadesk.ui.review.case_question import CaseQuestion
from uadesk.ui.review.changes import DifferenceRow
from uadesk.ui.review.same_case import SameCase
from uadesk.ui.review.window import ReviewWindow

Review = Callable[[BulletinDraft], ReviewWindow]
MOVED = replace(
    MINISTER,
    lines=(*MINISTER.lines[:2], "4 River Road", *MINISTER.lines[3:]),
    address_lines=("4 River Road", *MINISTER.address_lines[1:]),
    salutation="Your Excellency,",
)
PRESIDENT = replace(MINISTER, lines=("President Li", "1 Palace"), name="President Li", title="President")


def update(**changes: object) -> BulletinDraft:
    """An update on 34/25: another day, another demand, the minister elsewhere, nobody to copy to."""
    draft = bulletin(
        text=Text("Second UA: the guardians were charged, and no doctor may see them."),
        spans={},
        stage=Stage.UPDATE,
        index="AMR 29/0003/2025",
        issued=date(2025, 5, 10),
        act_until=date(2025, 8, 1),
        demands=("Release the guardians at once.", "Let a doctor see them."),
        targets=(MOVED,),
        copies=(),
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the caller names fields of the draft


@pytest.fixture
def review(qtbot: QtBot, full_desk: Desk) -> Review:
    """Opens a review as it is opened for a bulletin that came; what is saved goes to the desk."""

    def open_review(draft: BulletinDraft) -> ReviewWindow:
        same_case = SameCase(partial(recognise, full_desk), named_cases(full_desk))

        def store(confirmed: BulletinDraft) -> None:
            import_draft(full_desk, confirmed, None, same_case.case_id)

        window = ReviewWindow(with_doubts(full_desk, draft), store, same_case=same_case)
        qtbot.addWidget(window, before_close_func=lambda each: setattr(each, "_touched", False))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return open_review


def same(window: ReviewWindow) -> SameCase:
    assert window.same_case is not None
    return window.same_case


def question(window: ReviewWindow) -> CaseQuestion:
    asked = same(window).card.question
    assert asked is not None
    return asked


def row(window: ReviewWindow, part: Part) -> DifferenceRow:
    [found] = [each for each in same(window).changes.rows if each.difference.part is part]
    return found


def signs(side: object) -> list[str]:
    """What stands on one side, each line with the sign before it."""
    return list(side.spoken)  # type: ignore[attr-defined]


def test_old_and_new_stand_beside_each_other_all_ticked(review: Review) -> None:
    window = review(update())
    rows = same(window).changes.rows
    assert [each.difference.part for each in rows] == [
        Part.ACT_UNTIL,
        Part.DEMANDS,
        Part.LINES,
        Part.SALUTATION,
        Part.ADDRESSEE,
    ]
    assert all(each.tick.isChecked() and each.tick.isVisible() for each in rows)
    address = row(window, Part.LINES)
    assert address.tick.text() == "Address of The Honourable Ana Peña"
    assert signs(address.before)[1:3] == ["Minister of Justice", "different: 12 Palace Square"]
    assert signs(address.now)[2] == "different: 4 River Road"
    assert signs(row(window, Part.ADDRESSEE).before)[0] == "goes away: Mr. Luis Mora"
    assert "34/25" in same(window).card.said.text()


def test_what_is_ticked_is_taken_over_and_the_rest_stays(review: Review, full_desk: Desk) -> None:
    window = review(update())
    row(window, Part.SALUTATION).tick.click()
    row(window, Part.ADDRESSEE).tick.click()
    assert row(window, Part.SALUTATION).outcome.text() == "stays as it was"
    press(window, "Save the case")
    view = case_view(full_desk, 1)
    [target] = [each.addressee for each in view.targets]
    assert (target.lines, target.salutation) == (MOVED.lines, MINISTER.salutation)
    assert [each.addressee.name for each in view.copies] == ["Mr. Luis Mora"]
    assert view.row.act_until == date(2025, 8, 1)
    assert view.demands == ("Release the guardians at once.", "Let a doctor see them.")


def test_ticks_are_set_with_the_keyboard_alone(review: Review, qtbot: QtBot) -> None:
    window = review(update())
    press(window.doubts, "It is right")
    first = same(window).changes.rows[0].tick
    for _step in range(60):
        if window.focusWidget() is first:
            break
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert not first.isChecked()
    assert window.draft.act_until == bulletin().act_until
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert window.focusWidget() is same(window).changes.rows[1].tick


def test_a_correction_in_the_form_is_compared_at_once_and_ticks_stay(review: Review, qtbot: QtBot) -> None:
    window = review(update())
    row(window, Part.SALUTATION).tick.click()
    window.form.act_until.setText("1 July 2025")
    qtbot.waitUntil(lambda: Part.ACT_UNTIL not in {each.difference.part for each in same(window).changes.rows})
    assert not row(window, Part.SALUTATION).tick.isChecked()


def test_doubts_and_places_move_with_who_is_left_out(review: Review, full_desk: Desk) -> None:
    draft = update(targets=(PRESIDENT, MOVED))
    spans = {"targets[0].lines[0]": (0, 3), "targets[1].salutation": (4, 9), "title": (30, 40)}
    window = review(replace(draft, spans=spans))
    assert [each.field for each in window.doubts.open] == ["targets[1].lines"]
    [new] = [each for each in same(window).changes.rows if each.difference.now[:1] == ("President Li",)]
    new.tick.click()
    confirmed = window.draft
    assert [each.name for each in confirmed.targets] == [MOVED.name]
    assert confirmed.spans == {"targets[0].salutation": (4, 9), "title": (30, 40)}
    assert [each.field for each in confirmed.checks] == ["targets[0].lines"]
    row(window, Part.LINES).tick.click()
    assert window.draft.checks == ()
    assert window.draft.targets[0].lines == MINISTER.lines


def test_another_address_of_the_same_office_is_doubted_first(review: Review) -> None:
    window = review(update())
    assert window.count.text() == "1 thing to look at"
    press(window.doubts, "Look at it")
    form = window.form.people[Role.TARGET].forms[0]
    assert form.isAncestorOf(window.focusWidget())


def test_an_address_that_stays_is_in_doubt_no_more(review: Review) -> None:
    window = review(update())
    row(window, Part.LINES).tick.click()
    assert window.count.text() == "Nothing is in doubt"
    assert window.draft.targets[0].lines == MINISTER.lines


def test_an_outcome_says_beforehand_which_letters_it_stops(review: Review, full_desk: Desk) -> None:
    drafted = draft_letters(full_desk, 1, [each.ident for each in list_members(full_desk)])
    window = review(outcome())
    said = same(window).card.said.text()
    assert "Saving closes it" in said
    assert all(each.code in said for each in drafted.done)
    assert not same(window).changes.isVisible()


def test_a_translation_says_that_it_changes_nothing(review: Review) -> None:
    window = review(bulletin(language="fr", title="LIBÉREZ LES GARDIENS"))
    assert "another language" in same(window).card.said.text()
    assert same(window).changes.rows == []


def test_a_new_case_is_asked_nothing(review: Review) -> None:
    window = review(bulletin(number=UANumber(25, 90), index="AFR 1/0001/2025", title="Bakers", targets=(PRESIDENT,)))
    assert not same(window).card.isVisible()
    assert window.save_button.isEnabled()


def test_which_case_it_is_about_is_asked_and_never_chosen_by_itself(review: Review, full_desk: Desk) -> None:
    window = review(update(number=None, previous=("AMR 29/0001/2025",), targets=(MINISTER,)))
    asked = question(window)
    assert not any(each.isChecked() for each in asked.findChildren(QRadioButton))
    assert not window.save_button.isEnabled()
    assert "which case" in window.why_not.text()
    assert "1 thing to look at" in window.count.text()
    assert "AMR 29/0001/2025" in asked.proposed[0].button.accessibleName()


def test_with_the_case_its_missing_number_is_in_doubt_no_more(review: Review) -> None:
    missing = Check("ua_number", Level.MISSING, "no_number")
    window = review(update(number=None, previous=("AMR 29/0001/2025",), targets=(MINISTER,), checks=(missing,)))
    assert "2 things to look at" in window.count.text()
    question(window).proposed[0].button.click()
    assert window.count.text() == "Nothing is in doubt"
    assert window.all_right.isVisible()


def test_the_question_is_answered_with_the_keyboard(review: Review, full_desk: Desk, qtbot: QtBot) -> None:
    window = review(update(number=None, previous=("AMR 29/0001/2025",)))
    yes = question(window).proposed[0].button
    assert window.focusWidget() is yes
    qtbot.keyClick(yes, Qt.Key.Key_Space)
    assert window.save_button.isEnabled()
    assert row(window, Part.LINES).isVisible()
    press(window, "Save the case")
    view = case_view(full_desk, 1)
    assert len(view.bulletins) == 2
    assert view.row.act_until == date(2025, 8, 1)


def test_it_can_be_a_case_of_its_own(review: Review, full_desk: Desk) -> None:
    window = review(update(number=None, previous=("AMR 29/0001/2025",)))
    question(window).own.button.click()
    assert same(window).changes.rows == []
    press(window, "Save the case")
    assert len(list_cases(full_desk)) == 2
    assert len(case_view(full_desk, 1).bulletins) == 1


def test_it_can_be_about_another_case(review: Review, full_desk: Desk) -> None:
    other = import_draft(full_desk, bulletin(number=UANumber(25, 90), index="AFR 1/0001/2025", title="Bakers")).case_id
    window = review(update(number=None, previous=("AMR 29/0001/2025",), title="River guardians held"))
    asked = question(window)
    asked.another.button.click()
    assert not window.save_button.isEnabled()
    asked.cases.setCurrentIndex(asked.cases.values.index(other))
    assert window.save_button.isEnabled()
    press(window, "Save the case")
    assert len(case_view(full_desk, other).bulletins) == 2


def test_an_outcome_without_any_likeness_is_asked_for_its_case(review: Review) -> None:
    window = review(outcome_without_number())
    assert question(window).proposed == []
    assert not window.save_button.isEnabled()


def test_a_number_typed_in_answers_the_question(review: Review, full_desk: Desk) -> None:
    window = review(outcome_without_number())
    window.form.number.setText("34/25")
    press_when_allowed(window)
    assert case_view(full_desk, 1).row.closed_on == date(2025, 5, 20)


def test_every_tick_has_a_name_that_says_what_it_does(review: Review) -> None:
    window = review(update())
    for tick in same(window).changes.findChildren(QCheckBox):
        assert tick.accessibleName().startswith("Take over from the bulletin: ")
        assert tick.accessibleDescription()


def outcome_without_number() -> BulletinDraft:
    return replace(outcome(), number=None, index=None, title="Good news", country=None, country_code=None)


def press_when_allowed(window: ReviewWindow) -> None:
    """Save as Ctrl+S does, which asks the desk anew before it stores."""
    window.save()
    assert not window.isVisible()


def test_a_long_word_is_parted_where_its_column_is_narrow(review: Review) -> None:
    window = review(update(title="ENVIRONMENTALISTS ON HUNGER STRIKE"))
    now = row(window, Part.TITLE).now
    assert any("V\xadI\xadR" in label.text() for label in now.findChildren(QLabel))
    assert now.spoken == ("different: ENVIRONMENTALISTS ON HUNGER STRIKE",)
