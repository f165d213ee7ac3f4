from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uadesk.domain.letters import LetterStatus, went_back
from uadesk.domain.replies import Reply, apart, harmless_name

DAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("reply", "waits"),
    [
        (Reply(DAY, "Ministry"), False),
        (Reply(DAY, "Ministry", report_by=DAY), True),
        (Reply(DAY, "Ministry", report_by=DAY, reported_on=DAY), False),
    ],
)
def test_the_office_waits_for_what_is_due_and_was_not_told(reply: Reply, waits: bool) -> None:
    assert reply.is_to_report is waits


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("answer.pdf", "answer.pdf"),
        ("Łódź – 3.6.jpeg", "Łódź – 3.6.jpeg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\scan.png", "scan.png"),
        ("a\u202efdp.exe\n", "afdp.exe"),
        (".hidden", "hidden"),
        ("NUL.txt", "_NUL.txt"),
        ('what?"<x>|*.tif', "whatx.tif"),
        ("...", "scan"),
        ("x" * 300 + ".pdf", "x" * 96 + ".pdf"),
    ],
)
def test_a_files_name_is_made_harmless(given_name: str, kept: str) -> None:
    assert harmless_name(given_name) == kept


@given(st.text())
def test_no_name_leads_out_of_a_folder(name: str) -> None:
    kept = harmless_name(name)
    assert kept
    assert not set(kept) & set('/\\\0\n:"<>|?*')
    assert not kept.startswith(".")
    assert len(kept) <= 101
    assert harmless_name(kept).lstrip("_") == kept.lstrip("_")


def test_names_that_are_alike_are_numbered() -> None:
    assert apart(["a.pdf", "A.pdf", "b", "b", "a.pdf"]) == ["a.pdf", "A (2).pdf", "b", "b (2)", "a (3).pdf"]


def test_an_answer_to_a_letter_that_came_back_is_no_step_back() -> None:
    assert went_back(LetterStatus.POSTED, LetterStatus.PRINTED)
    assert not went_back(LetterStatus.RETURNED, LetterStatus.REPLIED)
    assert not went_back(LetterStatus.DRAFT, LetterStatus.PRINTED)
