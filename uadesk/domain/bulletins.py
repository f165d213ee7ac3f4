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


def asks_for_letters(stage: Stage | None, *, further_action: bool | None, has_targets: bool, has_demands: bool) -> bool:
    """Whether somebody is to be written to after a bulletin.

    An update or outcome asks only where it says so, or brings addresses or demands; mere news changes nothing.
    """
    if further_action is not None:
        return further_action
    return has_targets or has_demands or stage not in (Stage.UPDATE, Stage.OUTCOME)


def ends_writing(stage: Stage | None, *, further_action: bool | None) -> bool:
    """Whether a bulletin closes its case: an outcome that asks for nothing more."""
    return stage is Stage.OUTCOME and further_action is not True


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
        return asks_for_letters(
            self.stage,
            further_action=self.further_action,
            has_targets=bool(self.targets),
            has_demands=self.has_demands,
        )

    @property
    def has_demands(self) -> bool:
        """Whether there is anything to ask for, in points or in a model letter."""
        return bool(self.demands or self.model_letter)

    @property
    def ends_writing(self) -> bool:
        """Whether this bulletin closes its case: an outcome that asks for nothing more."""
        return ends_writing(self.stage, further_action=self.further_action)
