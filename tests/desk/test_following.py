"""A text of its own follows its case only where what the letter says on it can."""

from dataclasses import replace

import pytest

from tests.desk.conftest import FIRST, UPDATE
from uadesk.base.jobs import finish
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import save_shared_text, shared_text
from uadesk.desk.changes import held_letters
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.holding import renew
from uadesk.desk.printing import print_letters
from uadesk.desk.writing import letter_view, save_letter
from uadesk.letters.shared import SharedText


@pytest.fixture
def draft(desk: Desk, case: int, people: tuple[int, ...]) -> int:
    [row] = draft_letters(desk, case, people[:1]).done
    return row.ident


def with_text(desk: Desk, draft: int, own: SharedText) -> None:
    view = letter_view(desk, draft)
    save_letter(desk, draft, replace(view.shown, own_text=own), view.version, view.shown)


def held(desk: Desk) -> list[int]:
    return [each.row.ident for each in held_letters(desk)]


def test_a_demand_that_was_left_out_stays_left_out_and_all_else_follows(desk: Desk, draft: int) -> None:
    shared = letter_view(desk, draft).shared
    with_text(desk, draft, replace(shared, demands=shared.demands[1:]))
    import_draft(desk, replace(UPDATE, title="THE GUARDIANS ARE ILL"))
    piece = finish(print_letters(desk, [draft])).pieces[0]
    assert piece.text is not None
    assert piece.text.demands == ("I urge the government to let a doctor see them.",)
    assert "ill" in piece.text.subject.lower()
    assert held(desk) == []


def test_nothing_is_left_out_any_more_where_none_of_it_is_asked(desk: Desk, draft: int) -> None:
    shared = letter_view(desk, draft).shared
    with_text(desk, draft, replace(shared, demands=shared.demands[:1]))
    import_draft(desk, UPDATE)
    assert letter_view(desk, draft).edit.own_text is None


def test_a_draft_that_would_ask_nothing_is_held(desk: Desk, draft: int) -> None:
    shared = letter_view(desk, draft).shared
    with_text(desk, draft, replace(shared, demands=shared.demands[1:]))
    import_draft(desk, replace(UPDATE, demands=FIRST.demands[:1]))
    assert held(desk) == [draft]


def test_a_text_of_its_own_is_held_where_the_model_letter_is_another(desk: Desk, people: tuple[int, ...]) -> None:
    model = "Dear Minister,\n\nI am worried about the guardians.\n\nPlease release them.\n\nYours sincerely,"
    case = import_draft(desk, replace(FIRST, model_letter=model)).case_id
    [row] = draft_letters(desk, case, people[:1]).done
    shared = letter_view(desk, row.ident).shared
    assert shared.demands == ()
    with_text(desk, row.ident, replace(shared, subject="My own subject"))
    import_draft(desk, replace(UPDATE, model_letter=model.replace("release them", "let a doctor see them")))
    assert held(desk) == [row.ident]


def test_a_text_of_its_own_is_held_where_the_paragraph_on_the_case_is_another(
    desk: Desk, case: int, draft: int
) -> None:
    text = shared_text(desk, case)
    save_shared_text(desk, case, replace(text.shared, case="They are in prison."), text.version)
    with_text(desk, draft, replace(letter_view(desk, draft).shared, subject="My own subject"))
    import_draft(desk, replace(UPDATE, demands=FIRST.demands))
    assert held(desk) == [draft]


def test_a_text_of_its_own_that_is_brought_up_to_date_asks_what_is_asked_now(desk: Desk, draft: int) -> None:
    with_text(desk, draft, replace(letter_view(desk, draft).shared, subject="My own subject"))
    import_draft(desk, UPDATE)
    assert held(desk) == [draft]
    renew(desk, [draft])
    own = letter_view(desk, draft).edit.own_text
    assert own is not None
    assert (own.subject, own.demands[1]) == ("My own subject", "let a doctor see them.")
