"""What lists show: plain rows, read in one go and handed to both faces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeVar

from uadesk.domain.addresses import Addressee
from uadesk.domain.bulletins import Stage
from uadesk.domain.cases import CaseState, Standing
from uadesk.domain.counts import Count
from uadesk.domain.letters import WAITING, Channel, LetterStatus, PieceKind
from uadesk.domain.people import Person
from uadesk.domain.replies import Reply

R_co = TypeVar("R_co", covariant=True)


class Pages(Protocol[R_co]):
    """The rows of a query, fetched a page at a time when they are looked at."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: int, /) -> R_co: ...

    def __iter__(self) -> Iterator[R_co]: ...


class NumberedPages(Pages[R_co], Protocol[R_co]):
    """The same, with the number of each row known without fetching it."""

    @property
    def idents(self) -> Sequence[int]:
        """The numbers of all rows, in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Order:
    """By which column a list is sorted; what is equal there keeps the order in which it was made."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One urgent action in a list."""

    ident: int
    number: str | None
    handle: str
    country: str
    country_code: str | None
    title: str
    state: CaseState
    act_until: date | None
    closed_on: date | None
    bulletins: int
    letters: int
    """Letters to authorities that are not withdrawn, drafts included."""

    @property
    def name(self) -> str:
        """The number as printed, or the handle."""
        return self.number or self.handle


@dataclass(frozen=True, slots=True)
class AddresseeRow:
    """One addressee that holds for a case today."""

    ident: int
    addressee: Addressee


@dataclass(frozen=True, slots=True)
class BulletinRow:
    """One bulletin in the history of a case."""

    ident: int
    stage: Stage | None
    stage_ordinal: int | None
    index: str | None
    issued: date | None
    imported: datetime
    title: str | None
    further_action: bool | None
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """All of one case: the row, how it stands, its bulletins by issue date, and who is written to now."""

    row: CaseRow
    standing: Standing
    bulletins: tuple[BulletinRow, ...]
    targets: tuple[AddresseeRow, ...]
    copies: tuple[AddresseeRow, ...]
    solidarity: tuple[AddresseeRow, ...]
    demand_lead: str | None
    demands: tuple[str, ...]
    summary: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One person in a list; `letters` counts those to authorities that are not withdrawn, drafts included."""

    ident: int
    person: Person
    letters: int
    left_on: date | None
    version: int


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter in a list."""

    ident: int
    code: str
    member_id: int | None
    member: str
    case_id: int
    case: str
    case_title: str
    case_closed: bool
    addressee: str
    kind: PieceKind
    channel: Channel
    status: LetterStatus
    evening: date | None
    changed: datetime
    """When it took its present status, UTC."""


@dataclass(frozen=True, slots=True)
class EveningRow:
    """One letter evening: who came and which cases were on offer."""

    ident: int
    day: date
    place: str
    members: tuple[int, ...] = ()
    cases: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PieceState:
    """How far one piece of an evening is: what is counted, without what a list shows of it.

    `to_box` tells whether it lies on the stack for the letter box.
    """

    ident: int
    kind: PieceKind
    channel: Channel
    status: LetterStatus
    to_box: bool


@dataclass(frozen=True, slots=True)
class DraftToWrite:
    """A draft in which its writer says something; `has_words` once anything was said."""

    ident: int
    member_id: int
    member: str
    has_words: bool


@dataclass(frozen=True, slots=True)
class SentRun:
    """Letters that went to paper, and nobody has said yet how they came out; `sent` in UTC."""

    ident: int
    sent: datetime
    letters: tuple[int, ...]
    """Those of them that are drafts still, in their order."""


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """Which letters a list shows; what is None or empty does not narrow it."""

    case_id: int | None = None
    member_id: int | None = None
    statuses: frozenset[LetterStatus] = frozenset()
    kinds: frozenset[PieceKind] = frozenset()
    channels: frozenset[Channel] = frozenset()
    evening: date | None = None
    evening_before: date | None = None
    """Only letters of evenings before this day."""
    text: str = ""
    """Beginnings of words: a code, a name, an addressee, a case, or what the letter says, in any spelling."""
    codes: frozenset[str] = frozenset()
    current_only: bool = False
    """Only letters on the bulletin that holds for their case now."""
    held: bool | None = None
    """Only letters on which somebody is to decide, since their case went on; or only those that nothing keeps back,
    neither that nor the letter of which they are a copy."""
    to_box: bool = False
    """Only letters that lie on the stack for the letter box."""
    addressee: str = ""
    """The whole name of the addressee, as the list shows it."""
    case_closed: bool | None = None
    """Only letters on closed cases, or only on open ones."""


TO_PULL = LetterFilter(statuses=WAITING, case_closed=True)
"""What must not go: letters on closed cases that are still in the house."""

HELD = LetterFilter(statuses=WAITING, case_closed=False, held=True)
"""What goes once somebody decided on it."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a letter: when it was entered (UTC), and the day since which the letter stands there."""

    status: LetterStatus
    at: datetime
    day: date
    is_back: bool = False
    """Whether the step before was taken back, so that the letter stands here again, as it did since its `day`."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many letters there are, how many of them went out, and the last day on which one did."""

    letters: int
    gone: int
    last: date | None


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """One reply in a list; `code` and `member` tell of the letter it answers, empty where that is not known."""

    ident: int
    reply: Reply
    case_id: int
    case: str
    letter_id: int | None
    code: str
    member: str
    scan: str | None
    """The name of its scan."""
    version: int


@dataclass(frozen=True, slots=True)
class ReplyFilter:
    """Which replies a list shows; what is None or empty does not narrow it."""

    to_report: bool = False
    text: str = ""
    case_id: int | None = None
    letter_id: int | None = None


ALL_REPLIES = ReplyFilter()


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of a report: letters of one case, member, country, month, channel, kind or evening."""

    by: str
    key: str
    count: Count


@dataclass(frozen=True, slots=True)
class Report:
    """What was written in a span of days, or at one evening, counted in several ways.

    `replies` (how many came in these days) and `postage` (what it cost, in words with its currency) are None
    where nobody keeps them.
    """

    first: date | None
    last: date | None
    total: Count
    rows: Sequence[ReportRow] = field(default_factory=tuple)
    evening: date | None = None
    replies: int | None = None
    postage: str | None = None

    def by(self, what: str) -> list[ReportRow]:
        """The rows of one kind, in their order."""
        return [row for row in self.rows if row.by == what]
