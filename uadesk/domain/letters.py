"""A letter's life: what kind of piece it is, how it goes, and which step may follow which."""

from collections.abc import Sequence
from enum import StrEnum

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""The signs of a match code: no 0, O, 1 or I, which look alike in handwriting."""


class PieceKind(StrEnum):
    """What a piece of post is; each kind is counted by itself."""

    APPEAL = "appeal"
    COPY = "copy"
    SOLIDARITY = "solidarity"


class Channel(StrEnum):
    """How a letter goes."""

    POST = "post"
    HANDWRITTEN = "handwritten"
    EMAIL = "email"
    FAX = "fax"

    @property
    def needs_envelope(self) -> bool:
        return self in (Channel.POST, Channel.HANDWRITTEN)


class LetterStatus(StrEnum):
    """The steps of a letter."""

    DRAFT = "draft"
    PRINTED = "printed"
    SIGNED = "signed"
    POSTED = "posted"
    SENT = "sent"
    REPLIED = "replied"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


GONE = frozenset({LetterStatus.POSTED, LetterStatus.SENT, LetterStatus.REPLIED, LetterStatus.RETURNED})
"""A letter in one of these left the house: it counts, and no later edit changes it."""

WAITING = frozenset({LetterStatus.DRAFT, LetterStatus.PRINTED, LetterStatus.SIGNED})
"""A letter in one of these can still be pulled."""

_AFTER_GOING = (LetterStatus.REPLIED, LetterStatus.RETURNED)
_BY_POST = {
    LetterStatus.DRAFT: (LetterStatus.PRINTED, LetterStatus.WITHDRAWN),
    LetterStatus.PRINTED: (LetterStatus.SIGNED, LetterStatus.POSTED, LetterStatus.WITHDRAWN),
    LetterStatus.SIGNED: (LetterStatus.POSTED, LetterStatus.WITHDRAWN),
    LetterStatus.POSTED: _AFTER_GOING,
    LetterStatus.RETURNED: (LetterStatus.REPLIED,),
}
_BY_HAND = {
    LetterStatus.DRAFT: (LetterStatus.POSTED, LetterStatus.WITHDRAWN),
    LetterStatus.POSTED: _AFTER_GOING,
    LetterStatus.RETURNED: (LetterStatus.REPLIED,),
}
_BY_WIRE = {
    LetterStatus.DRAFT: (LetterStatus.SENT, LetterStatus.WITHDRAWN),
    LetterStatus.SENT: _AFTER_GOING,
    LetterStatus.RETURNED: (LetterStatus.REPLIED,),
}
_STEPS = {
    Channel.POST: _BY_POST,
    Channel.HANDWRITTEN: _BY_HAND,
    Channel.EMAIL: _BY_WIRE,
    Channel.FAX: _BY_WIRE,
}


def next_steps(status: LetterStatus, channel: Channel) -> tuple[LetterStatus, ...]:
    """The steps that may follow this one, the usual one first."""
    return _STEPS[channel].get(status, ())


def may_follow(status: LetterStatus, following: LetterStatus, channel: Channel) -> bool:
    """Whether a letter of this channel may go from the one status to the other."""
    return following in next_steps(status, channel)


def step_before(status: LetterStatus, history: Sequence[LetterStatus]) -> LetterStatus | None:
    """Where a letter goes when its last step is taken back, by the steps it took; None for a draft.

    Steps that were taken back before stand in the history too: only an earlier one in a letter's life counts.
    """
    life = list(LetterStatus)
    return next((each for each in reversed(history) if life.index(each) < life.index(status)), None)


def went_back(before: LetterStatus, after: LetterStatus) -> bool:
    """Whether the one step took the other back: it stands earlier in a letter's life, and an answer is no way back."""
    life = list(LetterStatus)
    return life.index(after) < life.index(before) and (before, after) != (LetterStatus.RETURNED, LetterStatus.REPLIED)


def match_code(count: int) -> str:
    """The `count`-th code of a desk (from 0): two signs for the first 1,024, then three, and so on.

    Neighbours in time look different, so that two letters of one evening are not mixed up: the count is
    multiplied by a number prime to the alphabet before it is written in its signs.
    """
    base, length, first = len(CODE_LETTERS), 2, 0
    while count - first >= base**length:
        first += base**length
        length += 1
    spread = (count - first) * (base ** (length - 1) + base // 2 + 3) % base**length
    signs = []
    for _place in range(length):
        spread, sign = divmod(spread, base)
        signs.append(CODE_LETTERS[sign])
    return "".join(signs)
