"""What the fields of a bulletin offer to choose from, in words."""

from uadesk.base.language import N_
from uadesk.domain.addresses import Role
from uadesk.domain.bulletins import Stage

STAGES = (
    (N_("not said"), None),
    (N_("first bulletin"), Stage.FIRST),
    (N_("update"), Stage.UPDATE),
    (N_("outcome"), Stage.OUTCOME),
)
FURTHER = ((N_("not said"), None), (N_("yes"), True), (N_("no, none any more"), False))
LANGUAGES = (
    (N_("not said"), None),
    (N_("English"), "en"),
    (N_("French"), "fr"),
    (N_("Spanish"), "es"),
    (N_("German"), "de"),
)
ROLES = (
    (Role.TARGET, N_("Write to"), N_("Add somebody to write to")),
    (Role.COPY, N_("Copy to"), N_("Add a copy")),
    (Role.SOLIDARITY, N_("Solidarity with"), N_("Add an address for solidarity cards")),
)
