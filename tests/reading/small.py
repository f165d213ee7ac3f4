"""One small, sound bulletin, each part of which a test can change."""

from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.texts import Level
from uadesk.reading.bulletins import read_bulletins

HEADER = "First UA: 77/25 Index: AMR 23/7700/2025 COLOMBIA of March 3, 2025"
LEAD = "Write to the Minister of Defence urging him to:"
DEMANDS = "- Protect Ana Prueba\n- Find those who threatened her"
TARGET = """Write to:

Mr. Juan Ensayo
Minister of Defence
Carrera 54 No. 26-25
Bogotá
COLOMBIA

Email: ministro@mindefensa.gov.co

Salutation: Dear Minister,"""
COPY = """And copy:

Ms. Rosa Ensayo
Ambassador
Embassy of Colombia
360 Albert Street, Suite 1002
Ottawa, ON K1R 7X7"""
UNTIL = "Please take action as soon as possible until June 3, 2025."


def read(
    header: str = HEADER,
    title: str = "COMMUNITY LEADER AT RISK",
    story: str = "Community leader Ana Prueba was followed by armed men.",
    lead: str = LEAD,
    demands: str = DEMANDS,
    target: str = TARGET,
    copy: str = COPY,
    until: str = UNTIL,
) -> BulletinDraft:
    parts = [
        header,
        "COLOMBIA",
        title,
        story,
        lead,
        demands,
        target,
        copy,
        "ADDITIONAL INFORMATION",
        "She is 41.",
        until,
    ]
    (draft,) = read_bulletins("bulletin.txt", "\n\n".join(part for part in parts if part).encode())
    return draft


def checks(draft: BulletinDraft) -> set[tuple[str, Level, str]]:
    """The doubts but for the one that the small bulletin itself has."""
    due = {("copies[0].country_code", Level.UNCERTAIN, "country_inferred")}
    return {(check.field, check.level, check.code) for check in draft.checks} - due
