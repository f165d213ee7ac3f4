"""A single demand and its lead as one sentence."""

import pytest

from uadesk.letters.first_person import points
from uadesk.letters.sentences import one_sentence


@pytest.mark.parametrize(
    ("language", "lead", "demand", "sentence"),
    [
        ("en", "urging the army to", "Release her", "I urge the army to release her."),
        ("en", "urging that", "Ada Example is freed;", "I urge that Ada Example is freed."),
        ("en", "calling for", "The release of Ada", "I call for the release of Ada."),
        ("en", None, "Release her at once.", "I respectfully urge you to release her at once."),
        ("en", None, "Calling on them to protect him;", "I am writing to call on you to protect him."),
        ("en", "urging the army to", "Release her. Nobody may be held so.", ""),
        ("en", "Points to raise", "Release her", ""),
        ("fr", "appelant à", "Le retrait des soldats", "J'appelle au retrait des soldats."),
        ("fr", "en leur demandant de", "Autoriser les visites", "Je vous demande d'autoriser les visites."),
        ("fr", "exhortant les autorités à", "Les libérer", "J'exhorte les autorités à les libérer."),
        ("fr", "demandant que", "Il soit libéré", "Je demande qu'il soit libéré."),
        ("fr", None, "Exprimant votre inquiétude pour elle", "Je vous écris pour exprimer mon inquiétude pour elle."),
        ("es", "pidiéndole que", "Libere a Ada", "Le pido que libere a Ada."),
        ("es", "haciendo un llamamiento al juez para que", "la oiga", "Hago un llamamiento al juez para que la oiga."),
        ("es", None, "Libérenla de inmediato", "Les pido que la liberen de inmediato."),
        ("de", "fordern Sie", "Lassen Sie sie frei", ""),
    ],
)
def test_lead_and_demand_make_a_sentence_where_they_can(
    language: str, lead: str | None, demand: str, sentence: str
) -> None:
    turned = points(lead, [demand], language)
    assert (one_sentence(turned.lead, turned.demands[0], language) or "") == sentence
