"""To whom a letter goes: the block as printed, and what is known of it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from uadesk.domain.folding import fold
from uadesk.domain.letters import Channel

_SIGNS = r"\s\x00-\x1f\x7f,;:<>()\[\]\\\"@"
_MAILBOX = re.compile(rf"[^{_SIGNS}]+@[^{_SIGNS}.]+(?:\.[^{_SIGNS}.]+)+")
"""Something at a place with a dot in it; none of the signs that would begin another address or a header."""
_DIGITS = 5
"""The fewest that a number to dial has."""


class Role(StrEnum):
    """What an addressee is to a case."""

    TARGET = "target"
    COPY = "copy"
    SOLIDARITY = "solidarity"


@dataclass(frozen=True, slots=True)
class Addressee:
    """One block of a bulletin. `lines` are the truth: all printed lines, which envelopes carry in this order.

    `name`, `title` and `address_lines` repeat parts of them; `country_code` (ISO 3166 alpha-2) is where the
    letter goes, None while nobody knows; the salutation is word for word, None where the bulletin gives none.
    """

    lines: tuple[str, ...]
    role: Role = Role.TARGET
    name: str = ""
    title: str | None = None
    address_lines: tuple[str, ...] = ()
    country_code: str | None = None
    email: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    fax: tuple[str, ...] = ()
    salutation: str | None = None

    @property
    def where(self) -> tuple[str, ...]:
        """Where the post goes: the lines, then the country. Who has the same is at the same place."""
        return (*self.lines, self.country_code or "")

    @property
    def has_postal_lines(self) -> bool:
        """Whether there is anything below the name to deliver a letter to."""
        return bool(self.address_lines)

    @property
    def shown_name(self) -> str:
        """What the addressee is called in a list; empty where nothing is known."""
        return self.name or next(iter(self.lines), "")

    @property
    def mailboxes(self) -> tuple[str, ...]:
        """The email addresses that are one: what else a bulletin printed in their place is left out."""
        return tuple(filter(is_mailbox, map(str.strip, self.email)))

    @property
    def fax_numbers(self) -> tuple[str, ...]:
        """The fax numbers that can be dialled, as printed."""
        return tuple(each.strip() for each in self.fax if sum(map(str.isdigit, each)) >= _DIGITS)

    def is_reached(self, channel: Channel) -> bool:
        """Whether a letter can go this way; by post or by hand one can always be begun."""
        if channel is Channel.EMAIL:
            return bool(self.mailboxes)
        return channel is not Channel.FAX or bool(self.fax_numbers)


def is_mailbox(text: str) -> bool:
    """Whether this is one email address and nothing else.

    >>> is_mailbox("minister@example.org"), is_mailbox("a@example.org, b@example.org"), is_mailbox("web form")
    (True, False, False)
    """
    return _MAILBOX.fullmatch(text) is not None


def successor(before: Addressee, then: Sequence[Addressee], now: Sequence[Addressee]) -> int | None:
    """Which of those named now (by its place) is `before`, one of those named `then`; None where nobody is, for sure.

    The same block, else the same name, else the same office, where it is the only one that has it then and now; else
    the only one in its role now, where it was that then.
    """
    alike = [place for place, each in enumerate(now) if each.role is before.role]
    beside = [each for each in then if each.role is before.role and each != before]
    marks: tuple[Callable[[Addressee], str], ...] = (
        lambda each: fold(" ".join(each.lines)),
        lambda each: fold(each.name),
        lambda each: fold(each.title or ""),
    )
    for mark in marks:
        fitting = [place for place in alike if mark(before) and mark(now[place]) == mark(before)]
        if fitting and mark is marks[0]:
            return fitting[0]
        if fitting:
            is_sure = len(fitting) == 1 and all(mark(each) != mark(before) for each in beside)
            return fitting[0] if is_sure else None
    return alike[0] if not beside and len(alike) == 1 else None


@dataclass(frozen=True, slots=True)
class Issuer:
    """The office that sent a bulletin, as its header says."""

    name: str
    address_lines: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    fax: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
