"""Each doubt by a small bulletin that raises it."""

import pytest

from tests.reading.small import COPY, DEMANDS, HEADER, LEAD, TARGET, UNTIL
from uadesk.domain.texts import Level
from uadesk.reading.bulletins import read_bulletins

PARTS = {
    "header": HEADER,
    "country": "COLOMBIA",
    "title": "COMMUNITY LEADER AT RISK",
    "story": "Community leader Ana Prueba was followed by armed men.",
    "lead": LEAD,
    "demands": DEMANDS,
    "target": TARGET,
    "copy": COPY,
    "until": UNTIL,
}
NO_COUNTRY = HEADER.replace("COLOMBIA ", "")


@pytest.mark.parametrize(
    ("code", "field", "level", "changed"),
    [
        ("number_of_others", "ua_number", Level.UNCERTAIN, {"header": "URGENT ACTION\n\nAHRC-UAC-004-2022"}),
        ("no_demands", "demands", Level.MISSING, {"lead": "", "demands": ""}),
        ("until_in_story", "act_until", Level.UNCERTAIN, {"until": "The army will take action until June 3, 2025."}),
        ("country_from_story", "country", Level.UNCERTAIN,
         {"header": NO_COUNTRY, "country": "", "story": "Ana Prueba was followed in Peru."}),
        ("country_from_title", "country", Level.UNCERTAIN,
         {"header": NO_COUNTRY, "country": "", "title": "Colombia: Community leader at risk"}),
        ("several_countries", "country_code", Level.UNCERTAIN, {"header": NO_COUNTRY, "country": "COLOMBIA / PERU"}),
        ("country_not_known", "country_code", Level.UNCERTAIN,
         {"header": HEADER.replace("COLOMBIA", "RURITANIA"), "country": ""}),
        ("nobody_below_heading", "copies", Level.MISSING, {"copy": "And copy:"}),
        ("demands_in_story", "demands", Level.UNCERTAIN, {"lead": "The family is calling on the army to:"}),
        ("demand_in_sentence", "demands", Level.UNCERTAIN,
         {"lead": "Write to the Minister of Defence urging him to protect Ana Prueba.", "demands": ""}),
        ("issuer_one_line", "issuer.address_lines", Level.UNCERTAIN,
         {"header": f"Urgent Action Office 12 Invented Street\n{HEADER}"}),
        ("mixed_block", "targets[0]", Level.UNCERTAIN,
         {"target": TARGET.replace("Carrera 54", f"{'Ministry of Defence and of ' * 4}Peace\nCarrera 54")}),
        ("salutation_long", "targets[0].salutation", Level.UNCERTAIN,
         {"target": TARGET.replace("Minister,", "Minister of Defence and Head of the Army and Navy and of the Guard")}),
        ("not_a_number", "targets[0].phone", Level.MISSING,
         {"target": TARGET.replace("Email:", "Tel: to be told\nEmail:")}),
    ],
)  # fmt: skip
def test_a_doubt_is_named_at_its_field(code: str, field: str, level: Level, changed: dict[str, str]) -> None:
    sound, doubted = _doubts({}), _doubts(changed)
    assert (field, level, code) in doubted
    assert code not in {each for _field, _level, each in sound}


def _doubts(changed: dict[str, str]) -> set[tuple[str, Level, str]]:
    (draft,) = read_bulletins("x", "\n\n".join(part for part in (PARTS | changed).values() if part).encode())
    return {(check.field, check.level, check.code) for check in draft.checks}
