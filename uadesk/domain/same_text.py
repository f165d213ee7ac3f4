"""Bulletins that came in one text: whether two of them are the same one, read twice, or stand beside each other."""

from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.folding import signs_of

_PLACES = ("title", "targets[0].name", "demands[0]")
"""What each bulletin of a text has at a place of its own."""


def is_same_part(one: BulletinDraft, other: BulletinDraft) -> bool:
    """Whether two bulletins whose texts have the same signs are one and the same.

    They are where both took what they say from the same places, though it was corrected since; else where nothing
    that both say tells them apart.
    """
    return _stand_alike(one, other) or not any(
        mine is not None and yours is not None and mine != yours
        for mine, yours in zip(_marks(one), _marks(other), strict=True)
    )


def _stand_alike(one: BulletinDraft, other: BulletinDraft) -> bool:
    """Whether both have their title at one place, and whatever else of `_PLACES` both have."""
    shared = [path for path in _PLACES if path in one.spans and path in other.spans]
    return "title" in shared and all(_signs_before(one, path) == _signs_before(other, path) for path in shared)


def _signs_before(draft: BulletinDraft, path: str) -> int:
    """Letters and digits before a value: its place in the text, in whatever format that came."""
    return len(signs_of(draft.text.content[: draft.spans[path][0]]))


def _marks(draft: BulletinDraft) -> tuple[object, ...]:
    """What tells bulletins of one text apart; None for what is not said."""
    named = draft.targets[0].name if draft.targets else ""
    words = (signs_of(each or "") or None for each in (draft.title, draft.country, named, draft.index))
    return (*words, draft.stage, draft.stage_ordinal, draft.issued)
