"""Lists as xlsx: the sheet with names is found, and cells are as a person would type them."""

from datetime import date

import pytest

from tests.reading.members.workbooks import workbook
from uadesk.domain.people import Person
from uadesk.reading.members import xlsx_files
from uadesk.reading.members.errors import MissingColumnsError, NotAMemberListError
from uadesk.reading.members.formats import read_members
from uadesk.reading.members.lists import MemberList, RowProblem
from uadesk.reference.countries import load_countries


def read(content: bytes) -> MemberList:
    return read_members("members.xlsx", content, load_countries())


def test_codes_and_phones_that_a_spreadsheet_made_numbers_are_plain_text() -> None:
    rows: list[list[object]] = [["Nom", "Rue", "Ville", "Code postal", "Pays", "Téléphone"]]
    rows.append(["Zoé Muster", "Weg 1", "Berlin", 10117, "Germany", 16135550123])
    assert read(workbook(rows)).people == (Person("Zoé Muster", ("Weg 1", "10117 Berlin"), "DE", phone="16135550123"),)


def test_days_and_broken_numbers_are_text_too() -> None:
    rows: list[list[object]] = [
        ["Name", "About me"],
        ["Ana", date(2024, 3, 9)],
        ["Bo", 1.5],
        ["Cy", True],
        ["Di", "'=x"],
    ]
    assert [person.about for person in read(workbook(rows)).people] == ["2024-03-09", "1.5", "True", "=x"]


def test_rows_count_as_the_spreadsheet_shows_them() -> None:
    rows = [
        [],
        [None, "Group 12"],
        [],
        [None, "Name", "Email"],
        [],
        [None, "Ana", "ana"],
        [None, None, "b@example.org"],
    ]
    members = read(workbook(rows))
    assert [person.name for person in members.people] == ["Ana"]
    assert members.problems == (RowProblem(6, "not_an_email", {"email": "ana"}), RowProblem(7, "no_name"))


def test_the_first_sheet_with_a_column_of_names_is_read() -> None:
    notes = [["To do"], ["call the hall"]]
    first: list[list[object]] = [["Name", "Shoe size"], ["Ana", 39]]
    second = [["Name"], ["Bo"]]
    members = read(workbook(notes, [], first, second))
    assert ([person.name for person in members.people], members.unknown_columns) == (["Ana"], ("Shoe size",))
    assert [person.name for person in read(workbook(first, second, hidden=0)).people] == ["Bo"]


def test_without_a_column_of_names_the_headers_are_said() -> None:
    with pytest.raises(MissingColumnsError) as missing:
        read(workbook([["Street", None, "City"], ["Main", None, "Ottawa"]]))
    assert missing.value.headers == ("Street", "City")


def test_a_sheet_of_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_files, "MOST_CELLS", 3)
    with pytest.raises(NotAMemberListError) as refusal:
        read(workbook([["Name", "Email"], ["Ana", "ana@example.org"]]))
    assert refusal.value.reason == "too_large"


def test_a_workbook_cut_short_is_damaged() -> None:
    whole = workbook([["Name"], ["Ana"]])
    for content in (whole[: len(whole) // 2], whole.replace(b"sheet1.xml", b"sheet9.xml")):
        with pytest.raises(NotAMemberListError) as refusal:
            read(content)
        assert refusal.value.reason == "damaged"
