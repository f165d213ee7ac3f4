"""Whether a letter may go, on paper or by wire: asked before every page, envelope, mail and fax."""

from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.desk.drafting import CaseClosedError
from uadesk.desk.holding import expect_current
from uadesk.domain.letters import LetterStatus

if TYPE_CHECKING:
    from uadesk.store.letters import LetterRecord


class OriginalWithdrawnError(UADeskError):
    """A copy does not go when the letter that it is a copy of was withdrawn."""

    def __init__(self, code: str, original: str) -> None:
        super().__init__(code, original)
        self.code = code
        self.original = original


def expect_may_go(letter: "LetterRecord", *, envelope: bool = False) -> None:
    """Raises what keeps a letter in the house: CaseClosedError, OriginalWithdrawnError, what `expect_current` does."""
    case = letter.case
    if case.closed_on is not None:
        raise CaseClosedError(case.name, case.closed_on, case.closed_reason)
    if letter.original is not None and letter.original.status is LetterStatus.WITHDRAWN:
        raise OriginalWithdrawnError(letter.code, letter.original.code)
    expect_current(letter, envelope=envelope)
