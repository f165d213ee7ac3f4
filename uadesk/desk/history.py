"""What became of the letters: every step of one, and how many a person, a case or an evening brought."""

from collections.abc import Sequence

from uadesk.desk.desk import Desk
from uadesk.desk.letters import LetterGoneError
from uadesk.domain.rows import LetterFilter, StepRow, Tally


def letter_history(desk: Desk, ident: int) -> tuple[StepRow, ...]:
    """The steps of a letter from its draft on, those that were taken back too. Raises LetterGoneError."""
    from uadesk.store.queries.history import steps_of

    with desk.store.reading() as session:
        steps = steps_of(session, ident)
    if not steps:
        raise LetterGoneError(ident)
    return steps


def tally(desk: Desk, wanted: LetterFilter) -> Tally:
    """How many letters fit (by a person, on a case, to an addressee, of an evening), and when the last went out."""
    from uadesk.store.queries.history import tally as counted

    with desk.store.reading() as session:
        return counted(session, wanted)


def addressees(desk: Desk) -> Sequence[str]:
    """To whom letters go, by name."""
    from uadesk.store.queries.letters import addressee_names

    with desk.store.reading() as session:
        return addressee_names(session)


def cases_by_name(desk: Desk) -> Sequence[tuple[str, int]]:
    """Every case by name and id, closed ones too."""
    from uadesk.store.queries.cases import case_names

    with desk.store.reading() as session:
        return case_names(session)


def writers_by_name(desk: Desk) -> Sequence[tuple[str, int]]:
    """Everybody by name and id, those who left too."""
    from uadesk.store.queries.members import member_names

    with desk.store.reading() as session:
        return member_names(session)
