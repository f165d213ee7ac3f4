"""A bulletin as read, before anybody confirmed it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from uadesk.domain.addresses import Addressee, Issuer
from uadesk.domain.numbers import UANumber
from uadesk.domain.texts import Check, Span, Text


class Stage(StrEnum):
    """Where in the life of a case a bulletin stands."""

    FIRST = "first"
    UPDATE = "update"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class BulletinDraft:
    """What a bulletin says, field by field; None or empty where it does not say.

    `spans` leads from a field's path (`targets[0].lines[2]`) to its place in `text`; `checks` name every doubt.
    """

    text: Text
    language: str | None = None
    number: UANumber | None = None
    stage: Stage | None = None
    stage_ordinal: int | None = None
    index: str | None = None
    country: str | None = None
    country_code: str | None = None
    title: str | None = None
    issued: date | None = None
    act_until: date | None = None
    further_action: bool | None = None
    demand_lead: str | None = None
    demands: tuple[str, ...] = ()
    targets: tuple[Addressee, ...] = ()
    copies: tuple[Addressee, ...] = ()
    solidarity: tuple[Addressee, ...] = ()
    issuer: Issuer | None = None
    summary: str | None = None
    model_letter: str | None = None
    background: str | None = None
    previous: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)

    @property
    def addressees(self) -> tuple[Addressee, ...]:
        return self.targets + self.copies + self.solidarity

    @property
    def asks_for_letters(self) -> bool:
        """Whether somebody is to be written to after this bulletin."""
        return self.further_action is not False and (bool(self.targets) or self.stage is not Stage.OUTCOME)

    @property
    def ends_writing(self) -> bool:
        """Whether this bulletin closes its case: an outcome that asks for nothing more."""
        return self.stage is Stage.OUTCOME and self.further_action is not True
