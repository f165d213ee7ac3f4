"""A print run as a plain state machine: which pieces went to paper, and where to go on after a jam.

ready ──send──► running ──pause──► paused ──resume(n)──► running
                   │                  │
                   └──all are sent────┴──confirm──► confirmed
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from uadesk.base.errors import UADeskError


class RunState(StrEnum):
    """Where a run stands."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    SENT = "sent"
    CONFIRMED = "confirmed"


class WrongRunStepError(UADeskError):
    """A run was asked for a step that does not follow its state; `step` names it (send, pause, resume, confirm)."""

    def __init__(self, state: RunState, step: str) -> None:
        super().__init__(state, step)
        self.state = state
        self.step = step


class NoSuchPieceError(UADeskError):
    """A run was to go on at a piece that it does not have; `pieces` is how many it has."""

    def __init__(self, piece: int, pieces: int) -> None:
        super().__init__(piece, pieces)
        self.piece = piece
        self.pieces = pieces


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces in the order they go to paper; `sent` of them went to the printer, `confirmed` came out well.

    A run is a value: each step gives the run that follows.
    """

    codes: tuple[str, ...]
    sent: int = 0
    confirmed: int = 0
    state: RunState = RunState.READY

    @property
    def left(self) -> tuple[str, ...]:
        """The codes of the pieces that are still to be sent."""
        return self.codes[self.sent :]

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The codes of the pieces that were sent and that nobody has seen on paper."""
        return self.codes[self.confirmed : self.sent]

    def send(self, count: int = 1) -> "Run":
        """The next pieces went to the printer. Raises WrongRunStepError, NoSuchPieceError."""
        self._require("send", RunState.READY, RunState.RUNNING)
        sent = self.sent + count
        if count < 1 or sent > len(self.codes):
            raise NoSuchPieceError(sent, len(self.codes))
        return replace(self, sent=sent, state=RunState.SENT if sent == len(self.codes) else RunState.RUNNING)

    def pause(self) -> "Run":
        """The printer stopped: out of paper, a jam, the person's wish. Raises WrongRunStepError."""
        self._require("pause", RunState.RUNNING, RunState.SENT)
        return replace(self, state=RunState.PAUSED)

    def resume(self, piece: int | None = None) -> "Run":
        """Go on, at a piece counted from 1, or at the next unsent one; the pieces before it count as come out well.

        Raises WrongRunStepError, NoSuchPieceError.
        """
        self._require("resume", RunState.PAUSED)
        start = self.sent if piece is None else piece - 1
        if not 0 <= start <= self.sent:
            raise NoSuchPieceError(start + 1, len(self.codes))
        confirmed = self.confirmed if piece is None else start
        return replace(
            self, sent=start, confirmed=confirmed, state=RunState.SENT if start == len(self.codes) else RunState.RUNNING
        )

    def confirm(self, count: int | None = None) -> "Run":
        """All pieces that were sent came out well, or the first `count` of the run.

        Raises WrongRunStepError, NoSuchPieceError.
        """
        self._require("confirm", RunState.RUNNING, RunState.PAUSED, RunState.SENT)
        confirmed = self.sent if count is None else count
        if not self.confirmed <= confirmed <= self.sent:
            raise NoSuchPieceError(confirmed, len(self.codes))
        state = RunState.CONFIRMED if confirmed == len(self.codes) else self.state
        return replace(self, confirmed=confirmed, state=state)

    def _require(self, step: str, *states: RunState) -> None:
        if self.state not in states:
            raise WrongRunStepError(self.state, step)


def start_run(codes: Sequence[str]) -> Run:
    """A run of these pieces, none of them sent. Raises NoSuchPieceError where there is none."""
    if not codes:
        raise NoSuchPieceError(1, 0)
    return Run(tuple(codes))
