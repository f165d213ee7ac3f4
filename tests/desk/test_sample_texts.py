"""The sample desk's texts: dated from today on any day, and nobody's in the world."""

import csv
import io
import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uadesk.desk.sample_texts import filled, sample_bulletins, sample_group, sample_members_csv
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.numbers import UANumber
from uadesk.reading.bulletins import read_bulletins

DAY = date(2025, 4, 1)
UNTIL = re.compile(r"until ([A-Z][a-z]+ \d{1,2}, \d{4})\.")


def until_of(text: str) -> date | None:
    """The last day to write, as the bulletin's last sentence gives it."""
    found = UNTIL.search(text)
    return datetime.strptime(found[1], "%B %d, %Y").astimezone().date() if found else None


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ day(0) }}", "April 1, 2025"),
        ("on {{ day(-31) }} and {{ day(30) }}", "on March 1, 2025 and May 1, 2025"),
        ("{{ number(12, -30) }}", "12/25"),
        ("{{ number(12, -91) }}", "12/24"),
        ("{{ number(7311, -30, 4) }}", "7311/2025"),
        ("no place to fill", "no place to fill"),
    ],
)
def test_places_are_filled_with_days_counted_from_today(template: str, text: str) -> None:
    assert filled(template, DAY) == text


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2099, 12, 31)))
def test_on_any_day_the_cases_stand_alike(today: date) -> None:
    texts = dict(sample_bulletins(today))

    days_left = {name: (until - today).days for name, text in texts.items() if (until := until_of(text))}

    assert len(texts) == 6
    assert not any("{{" in text for text in texts.values())
    assert days_left["4-turkiye-first.txt"] == 2
    assert days_left["5-peru-update.md"] == 40
    assert days_left["3-poland-first.md"] < 0
    assert "NO FURTHER ACTION IS REQUESTED" in texts["6-serbia-outcome.md"]
    assert "6-serbia-outcome.md" not in days_left


def test_a_number_carries_the_year_of_its_first_bulletin_all_through() -> None:
    new_year = date(2026, 1, 10)

    texts = dict(sample_bulletins(new_year))

    assert "First UA: 61/25 " in texts["1-peru-first.txt"]
    assert "Second UA: 61/25 Index: AMR 46/7398/2026" in texts["5-peru-update.md"]


def test_the_names_try_the_fonts() -> None:
    everything = "".join(text for _name, text in sample_bulletins(DAY)) + sample_members_csv().decode()

    assert set("ŁłşéñžđğüÇ") <= set(everything)


def test_nobody_in_the_samples_can_be_reached() -> None:
    everything = "\n".join(text for _name, text in sample_bulletins(DAY)) + sample_members_csv().decode()

    assert set(re.findall(r"@([\w.-]+\w)", everything)) == {"example.org"}
    assert re.findall(r"\(\d{3}\) (?!555-01)\S+", everything) == []


@pytest.fixture(scope="module")
def drafts() -> dict[str, BulletinDraft]:
    """Each sample bulletin as it is read on one day."""
    read = {name: read_bulletins(name, text.encode()) for name, text in sample_bulletins(DAY)}
    assert all(len(parts) == 1 for parts in read.values())
    return {name: parts[0] for name, parts in read.items()}


def test_the_bulletins_are_read_as_four_cases_in_all_three_stages(drafts: dict[str, BulletinDraft]) -> None:
    stages = [(str(draft.number), draft.country_code, draft.stage) for draft in drafts.values()]

    assert stages == [
        ("61/25", "PE", Stage.FIRST),
        ("38/25", "RS", Stage.FIRST),
        ("44/25", "PL", Stage.FIRST),
        ("57/25", "TR", Stage.FIRST),
        ("61/25", "PE", Stage.UPDATE),
        ("38/25", "RS", Stage.OUTCOME),
    ]
    assert drafts["5-peru-update.md"].number == UANumber(25, 61)
    assert drafts["5-peru-update.md"].stage_ordinal == 2


def test_nothing_is_doubted_but_the_embassies_country(drafts: dict[str, BulletinDraft]) -> None:
    doubts = {check.field for draft in drafts.values() for check in draft.checks}

    assert doubts == {"copies[0].country_code"}


def test_every_appeal_says_whom_to_write_to_and_how_to_begin(drafts: dict[str, BulletinDraft]) -> None:
    appeals = [draft for draft in drafts.values() if draft.stage is not Stage.OUTCOME]

    assert all(draft.demands and draft.demand_lead and draft.act_until and draft.summary for draft in appeals)
    assert [len(draft.targets) for draft in appeals] == [1, 1, 1, 1, 2]
    assert all(target.has_postal_lines and target.salutation for draft in appeals for target in draft.targets)
    assert {copy.country_code for draft in appeals for copy in draft.copies} == {"CA"}
    assert drafts["6-serbia-outcome.md"].ends_writing


def test_the_group_answers_the_first_questions() -> None:
    group = sample_group()

    assert group.is_known
    assert group.country == "CA"
    assert len(group.address_lines) == 3


def test_a_dozen_members_each_with_a_name_and_a_whole_address() -> None:
    rows = list(csv.DictReader(io.StringIO(sample_members_csv().decode())))

    assert len(rows) == 12
    assert len({(row["First name"], row["Last name"]) for row in rows}) == 12
    assert all(row["Street"] and row["City"] and row["Postal code"] and row["Country"] for row in rows)
    assert len({row["Country"] for row in rows}) > 1
