"""What storing bulletins does to their case, in whatever order they come."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from tests.desk.conftest import FIRST, MINISTER, OUTCOME
from tests.desk.conftest import UPDATE as LATER
from uadesk.desk.bulletins import (
    ImportOutcome,
    NothingToStoreError,
    correct,
    empty_draft,
    import_draft,
    read_file,
    stored_draft,
)
from uadesk.desk.cases import (
    case_view,
    close_case,
    find_case,
    list_cases,
    reopen_case,
    save_shared_text,
    shared_text,
)
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.source_files import FileUnreadableError, SourceFile
from uadesk.desk.undoing import undo
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.cases import CaseState
from uadesk.domain.numbers import UANumber
from uadesk.domain.texts import Text
from uadesk.store.errors import StaleSaveError

TWO_CASES = """APPELS URGENTS
Deux lettres à recopier ou à signer

1.  TOGO : quatre soldats attendent toujours leur procès

Le 11 février 2012, quatre soldats ont été ramenés à la prison civile de Lomé.

Monsieur le Ministre,

Je vous demande d'ouvrir sans délai une enquête indépendante sur ces faits.

Veuillez agréer, Monsieur le Ministre, l'expression de ma haute considération.

Adresse :
Monsieur Komlan Tchalimé
Ministre de la Justice
BP 1342
Lomé
TOGO

2.  HONDURAS : menaces contre une avocate de San Pedro Sula

Maître Blanca Izaguirre reçoit des menaces de mort depuis le mois de février 2012.

Monsieur le Procureur général,

Je vous prie instamment de lui accorder la protection qu'elle demande.

Je vous prie d'agréer, Monsieur le Procureur général, mes salutations respectueuses.

Adresse :
M. Rigoberto Cerrato Luján
Procureur général
Lomas del Guijarro
Tegucigalpa
HONDURAS
"""
UPDATE = replace(LATER, act_until=date(2025, 8, 1), targets=(), copies=(), demands=("Drop all charges.",))


@pytest.mark.parametrize("drafts", list(permutations([FIRST, UPDATE, OUTCOME])))
def test_any_order_of_import_leaves_the_case_closed_with_all_bulletins(
    desk: Desk, drafts: tuple[BulletinDraft, ...]
) -> None:
    outcomes = [import_draft(desk, draft).outcome for draft in drafts]
    assert outcomes == [ImportOutcome.NEW_CASE, ImportOutcome.ADDED, ImportOutcome.ADDED]
    view = case_view(desk, find_case(desk, "34/25"))
    assert [each.stage for each in view.bulletins] == [Stage.FIRST, Stage.UPDATE, Stage.OUTCOME]
    assert view.row.state is CaseState.CLOSED
    assert view.row.closed_on == date(2025, 5, 20)
    assert view.row.title == "FREE THE RIVER GUARDIANS"


def test_an_update_replaces_what_it_brings_and_leaves_the_rest(desk: Desk) -> None:
    case = import_draft(desk, FIRST).case_id
    import_draft(desk, UPDATE)
    view = case_view(desk, case)
    assert view.demands == ("Drop all charges.",)
    assert [row.addressee for row in view.targets] == [MINISTER]
    assert view.row.act_until == date(2025, 8, 1)


def test_the_same_bulletin_again_changes_nothing(desk: Desk) -> None:
    file = SourceFile("ua.txt", b"the first")
    first = import_draft(desk, FIRST, file)
    again = import_draft(desk, FIRST, file)
    assert again.outcome is ImportOutcome.UNCHANGED
    assert again.bulletin_id == first.bulletin_id
    assert len(case_view(desk, first.case_id).bulletins) == 1


def test_the_same_bulletin_in_another_file_is_kept_as_a_copy(desk: Desk) -> None:
    case = import_draft(desk, FIRST, SourceFile("ua.txt", b"the first")).case_id
    other = replace(FIRST, text=Text("forwarded: First UA: 34/25"))
    again = import_draft(desk, other, SourceFile("mail.txt", b"the mail"))
    assert again.outcome is ImportOutcome.COPY_KEPT
    [bulletin] = case_view(desk, case).bulletins
    assert bulletin.files == ("ua.txt", "mail.txt")


def test_without_a_number_the_text_decides(desk: Desk) -> None:
    unnumbered = replace(FIRST, number=None, text=Text("Free  the GUARDIANS"))
    first = import_draft(desk, unnumbered)
    same = import_draft(desk, replace(unnumbered, text=Text("free the guardians")))
    other = import_draft(desk, replace(unnumbered, text=Text("free the others")))
    assert same.outcome is ImportOutcome.UNCHANGED
    assert other.outcome is ImportOutcome.NEW_CASE
    assert first.name.startswith("~")
    assert find_case(desk, first.name) == first.case_id


def test_two_cases_in_one_file_without_numbers_are_two_and_known_again(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(TWO_CASES, "utf-8")
    read = read_file(path, desk.reader)
    made = [import_draft(desk, draft, read.file) for draft in read.drafts]
    assert [each.outcome for each in made] == [ImportOutcome.NEW_CASE, ImportOutcome.NEW_CASE]
    assert {row.title for row in list_cases(desk)} == {draft.title for draft in read.drafts}

    page = tmp_path / "two.html"
    lines = "".join(f"<p>{line}</p>" for line in TWO_CASES.splitlines() if line)
    page.write_text(f"<html><body>{lines}</body></html>", "utf-8")
    again = read_file(page, desk.reader)
    copies = [import_draft(desk, draft, again.file) for draft in again.drafts]
    assert [each.outcome for each in copies] == [ImportOutcome.COPY_KEPT, ImportOutcome.COPY_KEPT]
    assert [each.case_id for each in copies] == [each.case_id for each in made]


def test_a_corrected_bulletin_without_a_number_is_known_by_its_place(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(TWO_CASES, "utf-8")
    read = read_file(path, desk.reader)
    first, second = (import_draft(desk, draft, read.file) for draft in read.drafts)
    stored = stored_draft(desk, second.bulletin_id)
    correct(desk, second.bulletin_id, replace(stored.draft, title="Threats", country="Honduras"), stored.version)
    again = [import_draft(desk, draft, read.file) for draft in read.drafts]
    assert [each.bulletin_id for each in again] == [first.bulletin_id, second.bulletin_id]


def test_an_outcome_lists_the_letters_to_pull(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    drafted = draft_letters(desk, case, people)
    imported = import_draft(desk, OUTCOME)
    assert imported.closed
    assert {row.code for row in imported.to_pull} == {row.code for row in drafted.done}


def test_what_says_nothing_is_not_stored(desk: Desk) -> None:
    with pytest.raises(NothingToStoreError):
        import_draft(desk, empty_draft())
    assert len(list_cases(desk, include_closed=True)) == 0


def test_an_import_is_taken_back_whole(desk: Desk) -> None:
    import_draft(desk, FIRST, SourceFile("ua.txt", bytes(range(256))))
    assert undo(desk) == "Import a bulletin"
    assert len(list_cases(desk, include_closed=True)) == 0


def test_a_stored_bulletin_gives_back_what_was_read(desk: Desk) -> None:
    imported = import_draft(desk, FIRST)
    assert stored_draft(desk, imported.bulletin_id).draft == FIRST


def test_a_correction_holds_for_the_case(desk: Desk) -> None:
    imported = import_draft(desk, FIRST)
    version = stored_draft(desk, imported.bulletin_id).version
    correct(desk, imported.bulletin_id, replace(FIRST, act_until=date(2025, 9, 9), title="FREE THEM"), version)
    row = case_view(desk, imported.case_id).row
    assert (row.act_until, row.title) == (date(2025, 9, 9), "FREE THEM")


def test_closed_and_reopened_by_hand(desk: Desk, case: int) -> None:
    close_case(desk, case, "the office phoned")
    assert case_view(desk, case).standing.closed_reason == "the office phoned"
    assert len(list_cases(desk)) == 0
    reopen_case(desk, case, "a mistake")
    assert case_view(desk, case).row.state is CaseState.ACTIVE


def test_a_file_that_is_not_there_is_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError) as missing:
        read_file(tmp_path / "gone.txt", desk.reader)
    assert "gone.txt" in missing.value.name


def test_a_correction_of_an_older_state_overwrites_nothing(desk: Desk) -> None:
    imported = import_draft(desk, FIRST)
    version = stored_draft(desk, imported.bulletin_id).version
    correct(desk, imported.bulletin_id, replace(FIRST, title="ONE"), version)
    with pytest.raises(StaleSaveError):
        correct(desk, imported.bulletin_id, replace(FIRST, title="TWO"), version)
    assert case_view(desk, imported.case_id).row.title == "ONE"


def test_corrected_demands_reach_the_letters_and_what_the_coordinator_wrote_stays(desk: Desk) -> None:
    imported = import_draft(desk, FIRST)
    text = shared_text(desk, imported.case_id)
    save_shared_text(desk, imported.case_id, replace(text.shared, case="My words.", subject="My subject"), text.version)
    stored = stored_draft(desk, imported.bulletin_id)
    correct(desk, imported.bulletin_id, replace(FIRST, demands=("Let them fish.",), title="NEW TITLE"), stored.version)
    after = shared_text(desk, imported.case_id).shared
    assert (after.demands, after.case, after.subject) == (
        ("let them fish.",),
        "My words.",
        "My subject",
    )


def test_two_bulletins_without_a_date_are_not_the_same(desk: Desk) -> None:
    undated = replace(FIRST, issued=None)
    first = import_draft(desk, undated)
    other = import_draft(desk, replace(undated, text=Text("other words"), demands=("Something else.",)))
    assert other.outcome is ImportOutcome.ADDED
    assert other.case_id == first.case_id
    assert import_draft(desk, undated).outcome is ImportOutcome.UNCHANGED


def test_the_same_text_under_another_number_is_another_case(desk: Desk) -> None:
    plain = replace(FIRST, index=None)
    first = import_draft(desk, plain)
    extra = import_draft(desk, replace(plain, number=UANumber(25, 34, extra=True)))
    assert extra.outcome is ImportOutcome.NEW_CASE
    assert extra.case_id != first.case_id


def test_a_translation_leaves_the_case_in_its_language(desk: Desk, people: tuple[int, ...]) -> None:
    case = import_draft(desk, FIRST).case_id
    draft_letters(desk, case, people)
    french = replace(FIRST, language="fr", title="LIBEREZ-LES", text=Text("Première AU"), demands=("Libérez-les.",))
    assert import_draft(desk, french).outcome is ImportOutcome.ADDED
    assert case_view(desk, case).demands == FIRST.demands
    assert case_view(desk, case).row.title == FIRST.title
    assert draft_letters(desk, case, people).done == ()


def test_news_of_a_closed_case_reopens_nothing(desk: Desk) -> None:
    case = import_draft(desk, FIRST).case_id
    import_draft(desk, OUTCOME)
    news = replace(UPDATE, demands=(), further_action=None, demand_lead=None, issued=date(2025, 5, 28))
    import_draft(desk, news)
    assert case_view(desk, case).row.state is CaseState.CLOSED
