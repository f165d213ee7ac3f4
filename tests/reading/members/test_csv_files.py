"""Lists as csv: columns by their names, addresses by their country, and every row that could not be taken."""

import pytest

from uadesk.domain.people import Person
from uadesk.reading.members.errors import MissingColumnsError
from uadesk.reading.members.formats import read_members
from uadesk.reading.members.lists import MemberList, RowProblem
from uadesk.reference.countries import load_countries


def read(text: str, encoding: str = "utf-8") -> MemberList:
    return read_members("members.csv", text.encode(encoding), load_countries())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encoding_and_delimiter_do_not_matter(encoding: str, delimiter: str) -> None:
    rows = [["Name", "Email", "Country"], ["Zoé Muster", "zoe@example.org", "Canada"]]
    members = read("\r\n".join(delimiter.join(row) for row in rows), encoding)
    assert members.people == (Person("Zoé Muster", country="CA", email="zoe@example.org"),)


@pytest.mark.parametrize(
    "text",
    [
        (
            "First name,Last name,Street,City,Province,Postal code,Country\n"
            "Élise,Muster,12 Blue St,Ottawa,ON,K1N 1G8,Canada"
        ),
        "Prénom;Nom;Rue;Ville;Province;Code postal;Pays\nÉlise;Muster;12 Blue St;Ottawa;ON;K1N 1G8;Canada",
        "Vorname;Nachname;Straße;Ort;Province;PLZ;Land\nÉlise;Muster;12 Blue St;Ottawa;ON;K1N 1G8;Canada",
        "Nombre;Apellidos;Calle;Ciudad;Provincia;Código postal;País\nÉlise;Muster;12 Blue St;Ottawa;ON;K1N 1G8;Canadá",
    ],
)
def test_columns_are_known_in_four_languages(text: str) -> None:
    (person,) = read(text).people
    assert (person.name, person.country) == ("Élise Muster", "CA")
    assert person.address_lines == ("12 Blue St", "Ottawa ON K1N 1G8")


@pytest.mark.parametrize("address", ['"1 Main St\nOttawa"', r"1 Main St\nOttawa", "1 Main St; Ottawa"])
def test_an_address_in_one_column_is_parted(address: str) -> None:
    assert read(f"Name,Address\nAna Muster,{address}").people[0].address_lines == ("1 Main St", "Ottawa")


@pytest.mark.parametrize(
    ("country", "code", "lines"),
    [
        ("Germany", "DE", ("Weg 1", "10117 Berlin")),
        ("UK", "GB", ("Weg 1", "Berlin", "10117")),
        ("USA", "US", ("Weg 1", "Berlin 10117")),
        ("Atlantis", None, ("Weg 1", "10117 Berlin", "Atlantis")),
    ],
)
def test_the_town_line_follows_the_country(country: str, code: str | None, lines: tuple[str, ...]) -> None:
    members = read(f"Name,Street,City,Zip,Country\nAna,Weg 1,Berlin,10117,{country}")
    assert (members.people[0].country, members.people[0].address_lines) == (code, lines)
    assert bool(members.problems) == (code is None)


def test_unknown_columns_are_named_and_left_out() -> None:
    assert read("Name,Shoe size\nAna,39").unknown_columns == ("Shoe size",)


def test_rows_that_cannot_be_taken_are_named_by_number() -> None:
    members = read(
        f"Name,Email\nAna,ana\n,b@example.org\nBo,b@example.org,extra,more\n\nCy,{'x' * 10_001}\nDi,d@example.org"
    )
    assert [person.name for person in members.people] == ["Ana", "Di"]
    assert members.problems == (
        RowProblem(2, "not_an_email", {"email": "ana"}),
        RowProblem(3, "no_name"),
        RowProblem(4, "ragged", {"expected": "2", "found": "4"}),
        RowProblem(6, "too_long", {"column": "2"}),
    )


def test_a_title_above_the_header_row_is_passed_over() -> None:
    assert [person.name for person in read("Group 12,,\nName,Email,Phone\nAna,,1\n").people] == ["Ana"]


def test_a_list_without_names_says_which_columns_it_has() -> None:
    with pytest.raises(MissingColumnsError) as missing:
        read("Street,City\nMain,Ottawa")
    assert missing.value.headers == ("Street", "City")


@pytest.mark.parametrize(
    ("cell", "text"),
    [("'+1 613 555 0123", "+1 613 555 0123"), ("'=5", "=5"), ("'＠home", "＠home"), ("'t Hooft 3", "'t Hooft 3")],
)
def test_an_apostrophe_that_only_guards_a_cell_is_dropped(cell: str, text: str) -> None:
    assert read(f"Name,Phone\nAna,{cell}").people[0].phone == text


@pytest.mark.parametrize(
    ("first", "name", "whole"), [("Dan", "Daniels", "Dan Daniels"), ("Al", "Al Reed", "Al Reed"), ("", "Reed", "Reed")]
)
def test_a_first_name_is_not_taken_for_a_part_of_the_last(first: str, name: str, whole: str) -> None:
    [person] = read(f"First name;Name\n{first};{name}\n").people
    assert person.name == whole
