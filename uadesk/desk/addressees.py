"""Whom a letter is to, by the bulletin that it is on and by its case as it stands."""

from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.domain.addresses import Addressee, successor

if TYPE_CHECKING:
    from uadesk.store.bulletins import AddresseeRecord
    from uadesk.store.letters import LetterRecord


class NoLongerAddressedError(UADeskError):
    """The bulletin that holds now names nobody in the place of this letter's addressee."""

    def __init__(self, code: str, addressee: str, case: str) -> None:
        super().__init__(code, addressee, case)
        self.code = code
        self.addressee = addressee
        self.case = case


def addressee_now(letter: "LetterRecord") -> "AddresseeRecord | None":
    """The addressee of the case as it stands who is this letter's."""
    bulletin = letter.case.addressed
    if bulletin is None or letter.addressee is None:
        return None
    named = bulletin.addressees
    if letter.addressee in named:
        return letter.addressee
    place = successor(named_addressee(letter), named_with(letter.addressee), [each.addressee for each in named])
    return None if place is None else named[place]


def expect_addressee_now(letter: "LetterRecord") -> "AddresseeRecord":
    """The same. Raises NoLongerAddressedError where there is none."""
    found = addressee_now(letter)
    if found is None:
        raise NoLongerAddressedError(letter.code, named_addressee(letter).name, letter.case.name)
    return found


def named_with(addressee: "AddresseeRecord") -> list[Addressee]:
    """All whom the bulletin of this addressee names."""
    from sqlalchemy.orm import object_session

    from uadesk.store.bulletins import BulletinRecord

    session = object_session(addressee)
    assert session is not None
    return [each.addressee for each in session.get_one(BulletinRecord, addressee.bulletin_id).addressees]


def named_addressee(letter: "LetterRecord") -> Addressee:
    return letter.addressee.addressee if letter.addressee is not None else Addressee(())
