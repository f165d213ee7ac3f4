"""The checklist notices what a writer says already, in other forms and languages, and nothing that is not there."""

import pytest

from uadesk.letters.mentions import mentioned, mentions

RELEASE = "Release the river guardians immediately and unconditionally"
BOATS = "Return their boats and nets"


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("You must release the guardians of the river unconditionally.", RELEASE),
        ("I ask for their boats to be returned with the nets.", BOATS),
        ("Je demande la libération immédiate de Zoë Léger.", "Libérer immédiatement Zoë Léger"),
        ("Exijo que liberen a Łukasz Wójcik", "liberar a Lukasz Wojcik"),
    ],
)
def test_a_demand_in_the_writers_own_form_is_noticed(text: str, demand: str) -> None:
    assert mentions(text, demand)


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("", RELEASE),
        ("I grew up beside a river and taught school there.", RELEASE),
        ("Release them.", BOATS),
        ("And the of that with them all.", "and the of that"),
    ],
)
def test_what_is_not_said_is_not_noticed(text: str, demand: str) -> None:
    assert not mentions(text, demand)


def test_each_demand_is_looked_for_by_itself() -> None:
    assert mentioned("Please give their nets and boats back: return them.", (RELEASE, BOATS)) == (False, True)
