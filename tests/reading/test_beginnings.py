"""Where one address ends and the next begins."""

import pytest

from tests.reading.small import checks, read


def targets_in(printed: str) -> list[str]:
    return [" | ".join(target.lines) for target in read(target=f"Write to:\n\n{printed}").targets]


ONE = [
    "Mr Ana Muster | Minister of Interior | P.O. Box 2933 | King Fahd Road | Riyadh | Saudi Arabia",
    "Lic. Ana Muster | Fiscal General | Insurgentes 20 | Col. Roma Norte | C.P. 06700 | Ciudad de México | México",
    "Ana Muster | Chief of Police | P.O. Box 10 | Prince George | BC V2L 1A1 | Canada",
    "Omar Bello | Minister | 12 Main Road | Sir Seretse Khama Barracks | Gaborone | Botswana",
    "Omar Bello | Minister | PO Box 3 | Sheikh Zayed Street | Kabul | Afghanistan",
    "Omar Bello | Minister | Lafayette Square | Monrovia, Liberia | West Africa",
    "Omar Bello | Minister | BP 33 | Djibouti | RÉPUBLIQUE DE DJIBOUTI",
]


@pytest.mark.parametrize("lines", ONE)
def test_places_that_bear_a_rank_or_a_name_are_lines_of_the_address(lines: str) -> None:
    assert targets_in(lines.replace(" | ", "\n")) == [lines]


TWO = [
    ("Ana Muster | President | Juba", "\n\n", "Omar Bello | Director of Police | Juba | South Sudan"),
    ("Ana Muster | President | Box 1 | Juba", "\n", "Omar Bello | Director of Police | Juba | South Sudan"),
    ("Ana Muster | Minister | Nairobi, Kenya", "\nTel: 1 234 567 890\n", "National Prison Service | Mombasa, Kenya"),
    ("Ana Muster | Minister | Box 1 | Nairobi | Kenya", "\n", "Ministry of Interior | Box 2 | Mombasa | Kenya"),
    (
        "Ana Muster | Minister | Box 1 | Nairobi",
        "\n",
        "Col. Omar Bello | Commander | Box 2 | Nairobi | Kenya",
    ),
    (
        "Ana Muster | Minister | Box 1 | Kenya",
        "\nEmail: a@example.org\n",
        "Amnesty Prueba | 2 Ane Street | Kenya",
    ),
]


@pytest.mark.parametrize(("first", "between", "second"), TWO)
def test_another_addressee_begins_without_a_sign(first: str, between: str, second: str) -> None:
    assert targets_in(f"{first}{between}{second}".replace(" | ", "\n")) == [first, second]


def test_with_blanks_after_every_line_a_name_above_an_office_begins_the_next() -> None:
    first, second = (
        "Ana Muster | President | Presidential Palace | Juba",
        "Omar Bello | Head of Police | Juba | South Sudan",
    )
    assert targets_in(f"{first} | {second}".replace(" | ", "\n\n")) == [first, second]


def test_an_or_between_two_emails_parts_nobody() -> None:
    printed = "Ana Muster\nMinister\nBox 1\nBogotá\nEmail: a@example.org\nor\nb@example.org"
    (target,) = read(target=f"Write to:\n\n{printed}").targets
    assert target.email == ("a@example.org", "b@example.org")


def test_numbers_with_a_note_and_links_are_no_lines() -> None:
    printed = "Ana Muster | Minister | Box 1 | Bogotá | COLOMBIA"
    more = "+57 1 123 4567 (mornings)\nW: www.example.org\nAmnesty International 2"
    assert targets_in(f"{printed}\n{more}".replace(" | ", "\n")) == [printed]


def test_two_countries_in_one_address_are_doubted() -> None:
    draft = read(target="Write to:\n\nAna Muster\nMinister\nBox 1\nKenya\nBox 2\nUganda")
    assert "mixed_block" in {code for _field, _level, code in checks(draft)}


def test_a_point_below_the_contacts_of_another_begins_an_addressee() -> None:
    first = "- Mr Ana Muster, Minister of Justice, Box 350, Nairobi, Kenya. Fax: +254 20 123 456"
    second = "- Permanent Mission of Kenya, 46 avenue Blanc, 1202 Geneva, Switzerland. Fax: +41 22 906 18 41"
    one, other = read(target=f"Write to:\n\n{first}\n{second}").targets
    assert (one.fax, other.fax) == (("+254 20 123 456",), ("+41 22 906 18 41",))
