"""Who has letters to write this evening."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uadesk.desk.desk import Desk
from uadesk.domain.folding import fold
from uadesk.domain.people import first_names

if TYPE_CHECKING:
    from uadesk.domain.rows import DraftToWrite


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody with drafts tonight: the first name, the letters (ids) in their order, how many have own words."""

    name: str
    letters: tuple[int, ...]
    written: int


def writers_tonight(desk: Desk) -> tuple[Writer, ...]:
    """Who has letters to write this evening, by first name; copies and letters by hand have nothing to type."""
    from uadesk.store.queries.evenings import to_write

    with desk.store.reading() as session:
        drafts = to_write(session, desk.today)
    by_member: dict[int, list[DraftToWrite]] = {}
    for draft in drafts:
        by_member.setdefault(draft.member_id, []).append(draft)
    names = first_names([found[0].member for found in by_member.values()])
    writers = [
        Writer(name, tuple(each.ident for each in found), sum(each.has_words for each in found))
        for name, found in zip(names, by_member.values(), strict=True)
    ]
    return tuple(sorted(writers, key=lambda writer: fold(writer.name)))
