"""The sender block that each person chose."""

from uadesk.domain.people import Group, MemberKind, Paper, Person, ReturnAddress, first_names, sender_of

GROUP = Group("Group 9", "9", ("12 Chapel Street", "Ottawa ON  K1P 5T7"), "CA")
ZOE = Person("Zoë Łukaszewska", ("5 Elm Road", "Ottawa ON  K2B 1A1"))


def choosing(choice: ReturnAddress, person: Person = ZOE) -> Person:
    return Person(person.name, person.address_lines, return_address=choice, kind=person.kind)


def test_own_address_with_the_name_on_top() -> None:
    assert sender_of(ZOE, GROUP).block == ("Zoë Łukaszewska", "5 Elm Road", "Ottawa ON  K2B 1A1")


def test_the_groups_address_shows_person_and_group() -> None:
    sender = sender_of(choosing(ReturnAddress.GROUP), GROUP)
    assert sender.block == ("Zoë Łukaszewska", "Group 9", "12 Chapel Street", "Ottawa ON  K1P 5T7")


def test_town_only_and_none() -> None:
    assert sender_of(choosing(ReturnAddress.TOWN), GROUP).block == ("Zoë Łukaszewska", "Ottawa ON  K2B 1A1")
    nothing = sender_of(choosing(ReturnAddress.NONE), GROUP)
    assert nothing.block == ()
    assert nothing.name == "Zoë Łukaszewska"


def test_a_guest_without_an_address_uses_the_groups() -> None:
    guest = Person("Anna", kind=MemberKind.GUEST)
    assert sender_of(guest, GROUP).address_lines == ("Group 9", *GROUP.address_lines)


def test_stationery_follows_the_country_until_it_is_set() -> None:
    assert (GROUP.usual_paper, GROUP.usual_envelope) == (Paper.LETTER, "us-10")
    assert (Group(country="DE").usual_paper, Group(country="DE").usual_envelope) == (Paper.A4, "iso-dl")
    assert Group(country="CA", paper=Paper.A4, envelope="iso-dl").usual_envelope == "iso-dl"


def test_first_names_are_told_apart_by_as_little_of_the_last_as_it_takes() -> None:
    assert first_names(["Anna Brook", "Zoë Łukaszewska", "Anna Berg"]) == ("Anna Br.", "Zoë", "Anna Be.")
    assert first_names(["Ana", "Ana Peña", "Ana Peña"]) == ("Ana", "Ana P. (1)", "Ana P. (2)")
    assert first_names([]) == ()
