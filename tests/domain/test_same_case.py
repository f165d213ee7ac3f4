"""Which case a bulletin may be about is proposed for a reason, and for none where it has nothing in common."""

import pytest

from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.same_case import KnownCase, Reason, names, numbers_in, proposals
from uadesk.domain.texts import Text

INDEX = "AMR 29/0001/2025"


@pytest.mark.parametrize(
    ("printed", "is_named"),
    [
        ("AMR 29/0001/2025", True),
        ("Further information on UA 7/25 (amr 29/0001/2025) and others", True),
        ("Index: AMR 29 / 0001 / 2025", True),
        ("AMR 29/00012/2025", False),
        ("AMR 29/0001/20251", False),
        ("129/0001/2025", False),
        ("", False),
    ],
)
def test_a_reference_names_a_document_by_its_whole_index(printed: str, is_named: bool) -> None:
    assert names([printed], INDEX) is is_named


def test_no_index_is_named_by_nothing() -> None:
    assert not names(["anything"], "")


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("UA 34/25", {"34/25"}),
        ("UA 165/2012 and EXTRA 19/92", {"165/12", "EXTRA 19/92"}),
        (INDEX, set()),
        ("1/4/25", set()),
    ],
)
def test_numbers_are_told_from_indexes_and_dates(printed: str, found: set[str]) -> None:
    assert numbers_in([printed]) == found


@pytest.mark.parametrize(
    ("title", "is_like"),
    [
        ("River guardians are free", True),
        ("Costa Rica: guardians of the river free", True),
        ("Costa Rica: journalist arrested", False),
        ("Free them", False),
    ],
)
def test_titles_are_alike_by_their_own_words(title: str, is_like: bool) -> None:
    known = KnownCase(1, "34/25", titles=("FREE THE RIVER GUARDIANS", "Costa Rica: baker arrested"), country_code="CR")
    draft = BulletinDraft(text=Text(""), title=title, country="Costa Rica", country_code="CR")
    assert [each.reason for each in proposals(draft, [known])] == ([Reason.TITLE] if is_like else [])


def test_three_are_proposed_at_most_the_likest_first() -> None:
    words = ["river guardians held again", "river guardians held", "river guardians", "river guardians held there now"]
    known = [KnownCase(place, f"{place}/25", titles=(each,), country_code="CR") for place, each in enumerate(words, 1)]
    draft = BulletinDraft(text=Text(""), title="River guardians held", country_code="CR")
    found = proposals(draft, known)
    assert len(found) == 3
    assert found[0].case == "2/25"
