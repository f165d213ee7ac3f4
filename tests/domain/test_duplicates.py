"""Who looks alike, who does not, and what one entry would say."""

from dataclasses import replace

import pytest

from uadesk.domain import duplicates
from uadesk.domain.duplicates import Duplicate, Likeness, Part, look_alike, names_alike, united
from uadesk.domain.people import MemberKind, Person, ReturnAddress
from uadesk.domain.rows import MemberRow

ELM = ("5 Elm Road", "Ottawa ON  K2B 1A1")


def rows(*people: Person, letters: tuple[int, ...] = ()) -> list[MemberRow]:
    counts = (*letters, *(0,) * (len(people) - len(letters)))
    numbered = enumerate(zip(people, counts, strict=True), 1)
    return [MemberRow(ident, person, count, None, 1) for ident, (person, count) in numbered]


def pair_of(older: Person, newer: Person) -> Duplicate:
    first, second = rows(older, newer)
    return Duplicate(first, second, Likeness.ADDRESS)


def found(*people: Person) -> list[tuple[int, int, Likeness]]:
    return [(each.keep.ident, each.other.ident, each.why) for each in look_alike(rows(*people))]


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        (Person("Zoë  Łukaszewska"), Person("zoe lukaszewska"), Likeness.NAME),
        (Person("Smith, John"), Person("John Smith"), Likeness.NAME),
        (Person("Jo", email="J@example.org"), Person("Smith", email="j@example.org "), Likeness.EMAIL),
        (Person("J. Smith", phone="+1 (613) 555-0123"), Person("John Smith", phone="555 0123"), Likeness.PHONE),
        (Person("J. R. Smith", ELM), Person("John Smith", ("5 elm road", "Gatineau")), Likeness.ADDRESS),
        (Person("Ann", ELM), Person("Ann Marie Roy", ELM), Likeness.ADDRESS),
    ],
)
def test_who_looks_alike(one: Person, two: Person, why: Likeness) -> None:
    assert found(one, two) == found(two, one) == [(1, 2, why)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (Person("Ann Smith", ELM, phone="613 555 0123"), Person("John Smith", ELM, phone="613 555 0123")),
        (Person("J. Smith", ("1 Main St", "Ottawa")), Person("John Smith", ("2 Elm St", "Ottawa"))),
        (Person("J. Smith", phone="5"), Person("John Smith", phone="5")),
        (Person("J. S.", ELM), Person("John Smith", ELM)),
        (Person("Ann"), Person("Ann Roy")),
    ],
)
def test_who_does_not(one: Person, two: Person) -> None:
    assert found(one, two) == []


def test_names_that_are_alike_use_each_word_once() -> None:
    assert names_alike("J. J. Smith", "John Smith Jay")
    assert not names_alike("J. J. Smith", "John Smith Roy")
    assert not names_alike("", "John Smith")


def test_a_pair_stands_once_under_its_surest_likeness_and_those_kept_apart_not_at_all() -> None:
    twice = Person("Ann Roy", ELM, email="a@example.org", phone="613 555 0123")
    assert found(twice, twice) == [(1, 2, Likeness.NAME)]
    assert look_alike(rows(twice, twice), {(1, 2)}) == []
    assert [(each.keep.ident, each.other.ident) for each in look_alike(rows(twice, twice, twice), {(1, 2)})] == [
        (1, 3),
        (2, 3),
    ]


def test_who_has_more_letters_is_kept_else_the_older() -> None:
    [pair] = look_alike(rows(Person("Ann"), Person("Ann"), letters=(1, 2)))
    assert (pair.keep.ident, pair.other.ident) == (2, 1)
    [pair] = look_alike(rows(Person("Ann"), Person("Ann"), letters=(2, 2)))
    assert (pair.keep.ident, pair.other.ident) == (1, 2)


def test_the_fuller_stands_and_of_two_alike_the_newer() -> None:
    older = Person("Ann Roy", ELM, "CA", "ann.roy@example.org", "613 555 0100", kind=MemberKind.GUEST)
    newer = Person("A. Roy", ("7 Oak Road",), "US", "ann@example.org", "613 555 0199", "a nurse")
    newer = replace(newer, return_address=ReturnAddress.TOWN)
    pair = pair_of(older, newer)
    assert pair.differing == tuple(Part)
    assert pair.proposed == Person(
        "Ann Roy", ELM, "CA", "ann.roy@example.org", "613 555 0199", "a nurse", MemberKind.MEMBER, ReturnAddress.TOWN
    )
    assert united(older, {Part.ADDRESS: newer}).country == "US"
    assert pair_of(older, older).differing == ()


def test_two_thousand_people_are_never_all_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []
    alike = names_alike

    def counted(one: str, two: str) -> bool:
        compared.append((one, two))
        return alike(one, two)

    monkeypatch.setattr(duplicates, "names_alike", counted)
    street = ("1 Tower Street", "Ottawa ON  K2B 1A1")
    people = [Person(f"First{place} Last{place % 200}", street, "CA") for place in range(2000)]
    people.append(Person("F. Last7", street))
    names = {
        (people[each.keep.ident - 1].name, people[each.other.ident - 1].name) for each in look_alike(rows(*people))
    }
    assert {(name, "F. Last7") for name in ("First7 Last7", "First207 Last7")} <= names
    assert len(compared) < 40_000


def test_a_list_of_one_name_does_not_pair_everybody() -> None:
    pairs = look_alike(rows(*[Person("Ann")] * 2000))
    assert len(pairs) == duplicates.MOST_ALIKE * (duplicates.MOST_ALIKE - 1) // 2
