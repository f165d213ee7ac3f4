"""Lists of members in each format, on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.reading.members.workbooks import workbook

pytestmark = pytest.mark.slow


def test_an_excel_list_and_an_address_book_come_in_as_csv_does(run: Run, tmp_path: Path) -> None:
    book, cards = tmp_path / "list.xlsx", tmp_path / "people.vcf"
    rows: list[list[object]] = [
        ["Name", "Street", "Town", "Postcode", "Shoe size"],
        ["Zoë Ł.", "Weg 1", "Bern", 3011, 38],
    ]
    book.write_bytes(workbook(rows))
    cards.write_text("BEGIN:VCARD\nFN:Amir Haddad\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Cut", "utf-8")
    said = run("members", "import", book, "--json")
    assert (said.status, said.rows) == (0, [{"done": ["Zoë Ł."], "skipped": []}])
    assert "Shoe size" in said.err
    said = run("members", "import", cards, "--json")
    assert said.status == 1
    [row] = said.rows
    assert row["done"] == ["Amir Haddad"]
    assert row["skipped"] == [{"what": "2", "why": "Card 2 is damaged or cut short and was left out."}]
    assert {row["name"]: row["address_lines"] for row in run("members", "list", "--json").rows} == {
        "Zoë Ł.": ["Weg 1", "3011 Bern"],
        "Amir Haddad": [],
    }


def test_who_looks_like_somebody_on_the_list_is_named(run: Run, tmp_path: Path) -> None:
    run("members", "add", "--name", "Zoë Łukaszewska", "--email", "zoe@example.org")
    path = tmp_path / "list.csv"
    path.write_text("Name,Email\nZ. Lukaszewska,zoe@example.org\nAmir Haddad,\n", "utf-8")
    said = run("members", "import", path)
    assert said.status == 0
    assert "perhaps on the list twice" in said.err
    assert "Amir" not in said.err


def test_a_list_that_is_not_read_says_how_to_save_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    said = run("members", "import", path)
    assert said.status == 1
    assert "save the list as Excel (xlsx) or CSV" in said.err
