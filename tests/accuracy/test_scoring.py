"""What the measure calls right, wrong, silent, doubted and invented."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import pytest

from tests.accuracy.corpus import Json
from tests.accuracy.scoring import Verdict, all_missing, judge, judge_one

MINISTER: Json = {
    "lines": ["Hon. Ana Muster", "Minister of Justice", "Fairley Road", "Lusaka", "Zambia"],
    "name": "Hon. Ana Muster",
    "title": "Minister of Justice",
    "address_lines": ["Fairley Road", "Lusaka", "Zambia"],
    "country_code": "ZM",
    "email": ["ana@example.org"],
    "phone": [],
    "fax": ["+260 1", "+260 2"],
    "salutation": "Dear Minister,",
}
EMBASSY: Json = {
    "lines": ["Peter Beispiel", "High Commissioner", "151 Slater Street", "Ottawa"],
    "name": "Peter Beispiel",
    "title": "High Commissioner",
    "address_lines": ["151 Slater Street", "Ottawa"],
    "country_code": "CA",
    "email": [],
    "phone": ["613 1"],
    "fax": [],
    "salutation": None,
}
BULLETIN: Json = {
    "ua_number": "19/25",
    "stage": "first",
    "index": None,
    "country": "ZAMBIA",
    "title": "RIVER ACTIVISTS' TRIAL",
    "act_until": "2025-09-12",
    "demands": ["Order an inquiry;", "Publish its findings;", "Protect the activists."],
    "targets": [MINISTER],
    "copies": [EMBASSY],
}


def read(doubts: Sequence[str] = (), **changed: Any) -> Json:
    """The bulletin as it is read, but for what is changed, with checks on these fields."""
    checks = [{"field": field, "level": "uncertain", "message": "…"} for field in doubts]
    return {**deepcopy(BULLETIN), **changed, "checks": checks}


def verdict(*doubts: str, due: Sequence[str] = (), **changed: Any) -> Verdict:
    return judge_one(BULLETIN, read(doubts, **changed), due)


def wrong(judged: Verdict) -> list[tuple[str, bool]]:
    """Where each wrong field is, and whether it is so in silence."""
    return [(field.path or field.at, field.is_silent) for field in judged.fields if not field.is_right]


def test_a_bulletin_read_as_expected_is_right_in_every_field() -> None:
    judged = verdict()

    assert wrong(judged) == []
    scalars, demands = 6, 3
    minister = len(("role", "name", "title", "country_code", "salutation")) + 5 + 3 + 1 + 2
    embassy = len(("role", "name", "title", "country_code", "salutation")) + 4 + 2 + 1
    assert judged.right == len(judged.fields) == scalars + demands + minister + embassy
    assert judged.invented == 0


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "RIVER   ACTIVISTS’\nTRIAL"},
        {"country": "Zambia"},
        {"demands": ["Order an inquiry", "Publish its findings.", "Protect the  activists"]},
        {"demand_lead": "urging her to", "summary": "Not judged."},
    ],
    ids=[
        "white space and quotes",
        "letter case of the country",
        "ends of demands",
        "what the expected values leave out",
    ],
)
def test_what_the_conventions_leave_open_is_no_fault(changed: Json) -> None:
    assert wrong(verdict(**changed)) == []


def test_letter_case_of_a_title_is_a_fault() -> None:
    assert wrong(verdict(title="River activists' trial")) == [("title", True)]


def test_a_wrong_field_is_silent_unless_a_check_names_it() -> None:
    assert wrong(verdict(act_until="2025-09-13")) == [("act_until", True)]
    assert wrong(verdict("act_until", act_until="2025-09-13")) == [("act_until", False)]
    assert wrong(verdict("index", act_until="2025-09-13")) == [("act_until", True)]


def test_a_value_for_nothing_and_nothing_for_a_value_are_faults() -> None:
    assert wrong(verdict(index="AFR 1/2/2025", ua_number=None)) == [("ua_number", True), ("index", True)]


def test_one_missing_demand_is_one_fault_that_a_check_on_the_list_names() -> None:
    left = [BULLETIN["demands"][0], BULLETIN["demands"][2]]

    assert wrong(verdict(demands=left)) == [("demands[1]", True)]
    assert wrong(verdict("demands", demands=left)) == [("demands[1]", False)]


def test_a_demand_misread_is_one_fault_at_its_place() -> None:
    given = ["Order an inquiry at once", "Publish its findings", "Protect the activists"]

    assert wrong(verdict(demands=given)) == [("demands[0]", True)]
    assert wrong(verdict("demands[0]", demands=given)) == [("demands[0]", False)]
    assert wrong(verdict("demands[1]", demands=given)) == [("demands[0]", True)]


def test_lines_in_another_order_are_a_fault() -> None:
    lines = ["Hon. Ana Muster", "Fairley Road", "Minister of Justice", "Lusaka", "Zambia"]

    assert wrong(verdict(targets=[MINISTER | {"lines": lines}])) != []


def test_a_check_on_an_addressee_names_all_its_fields() -> None:
    changed = [MINISTER | {"title": None, "fax": ["+260 1"]}]

    assert wrong(verdict(targets=changed)) == [("targets[0].title", True), ("targets[0].fax[1]", True)]
    assert wrong(verdict("targets[0]", targets=changed)) == [("targets[0].title", False), ("targets[0].fax[1]", False)]
    assert wrong(verdict("targets[0].fax", targets=changed)) == [
        ("targets[0].title", True),
        ("targets[0].fax[1]", False),
    ]


def test_an_embassy_among_the_targets_is_one_fault_and_not_invented() -> None:
    judged = verdict(targets=[MINISTER, EMBASSY], copies=[])

    assert wrong(judged) == [("copies[0].role", True)]
    assert judged.invented == 0
    assert wrong(verdict("targets[1]", targets=[MINISTER, EMBASSY], copies=[])) == [("copies[0].role", False)]


def test_addressees_in_another_order_are_compared_with_themselves() -> None:
    two = {**BULLETIN, "targets": [MINISTER, EMBASSY], "copies": []}
    given = read(["targets[0].salutation"], targets=[EMBASSY, MINISTER | {"title": "Minister"}], copies=[])

    judged = judge_one(two, given, ["targets[1].salutation"])

    assert wrong(judged) == [("targets[0].title", True)]
    assert judged.doubted == ()


def test_an_invented_addressee_is_counted_on_its_own() -> None:
    office = {**EMBASSY, "lines": ["Urgent Action Office", "Toronto"], "name": "Urgent Action Office"}

    judged = verdict(targets=[MINISTER, office])

    assert judged.invented == 1
    assert wrong(judged) == [("targets[1]", True)]
    assert wrong(verdict("targets[1].name", targets=[MINISTER, office])) == [("targets[1]", False)]


def test_a_missing_addressee_lacks_each_of_its_values() -> None:
    paths = [path for path, _silent in wrong(verdict(copies=[]))]

    assert "copies[0].name" in paths
    assert "copies[0].lines[3]" in paths
    assert "copies[0].phone[0]" in paths
    assert "copies[0].salutation" not in paths
    assert all(not silent for _path, silent in wrong(verdict("copies", copies=[])))


def test_a_right_value_is_doubted_without_cause_unless_the_doubt_is_due() -> None:
    assert verdict("act_until").doubted == ("act_until",)
    assert verdict("act_until", due=["act_until"]).doubted == ()
    assert verdict("copies[0].country_code", due=["copies"]).doubted == ()
    assert verdict("targets[0].country_code", due=["copies"]).doubted == ("targets[0].country_code",)
    assert verdict("copies", due=["copies[0].country_code"]).doubted == ()


def test_a_doubt_on_a_list_is_one_on_each_item_and_has_cause_where_one_is_wrong() -> None:
    assert verdict("demands").doubted == ("demands[0]", "demands[1]", "demands[2]")
    assert verdict("demands", demands=["Order an inquiry", "Publish its findings"]).doubted == ()
    assert verdict("targets[0].fax").doubted == ("targets[0].fax[0]", "targets[0].fax[1]")


def test_a_doubt_on_a_whole_addressee_or_an_empty_list_counts_once() -> None:
    assert verdict("targets[0]").doubted == ("targets[0]",)
    assert verdict("copies").doubted == ("copies",)
    assert verdict("targets[0].phone").doubted == ("targets[0].phone",)


def test_a_doubt_on_what_is_not_judged_counts_nowhere() -> None:
    assert verdict("text", "summary", "issued").doubted == ()


def test_the_bulletins_of_a_file_are_compared_with_those_they_are() -> None:
    other = {**BULLETIN, "ua_number": "20/25", "title": "TEACHER HELD", "country": "CHAD", "demands": ["Free her"]}

    first, second = judge([BULLETIN, other], [{**deepcopy(other), "checks": []}, read()], [(), ()])

    assert wrong(first) == wrong(second) == []


def test_a_bulletin_that_is_missing_or_none_is_a_fault_in_silence() -> None:
    (missing,) = judge([BULLETIN], [], [()])
    assert missing.right == 0
    assert all(silent for _path, silent in wrong(missing))

    kept, taken = judge([BULLETIN], [read(), read(ua_number="1/01", title="NEWS", country="X", demands=[])], [()])
    assert wrong(kept) == []
    assert wrong(taken) == [("bulletin", True)]


def test_a_refused_file_is_wrong_in_each_field_but_said() -> None:
    refused = all_missing(BULLETIN, is_named=True)

    assert refused.right == 0
    assert len(refused.fields) > 20
    assert all(not silent for _path, silent in wrong(refused))
