"""What is said about two people who look alike."""

from uadesk.base.language import N_, _
from uadesk.domain.duplicates import Likeness, Part

_LIKENESS = {
    Likeness.NAME: N_("The two have the same name."),
    Likeness.EMAIL: N_("The two have the same email address."),
    Likeness.PHONE: N_("The two have the same phone number, and their names are alike."),
    Likeness.ADDRESS: N_("The two have the same address, and their names are alike."),
}
_PARTS = {
    Part.NAME: N_("Name"),
    Part.ADDRESS: N_("Address"),
    Part.EMAIL: N_("Email"),
    Part.PHONE: N_("Phone"),
    Part.ABOUT: N_("About this person"),
    Part.KIND: N_("Kind"),
    Part.SENDER: N_("Sender on letters"),
}


def likeness_sentence(why: Likeness) -> str:
    """Why two entries look like one person."""
    return _(_LIKENESS[why])


def part_word(part: Part) -> str:
    """What a person calls this part of an entry."""
    return _(_PARTS[part])
