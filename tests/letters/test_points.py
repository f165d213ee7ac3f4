"""Demands in the first person: every form that bulletins have, and nothing lost of any."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters.demand_forms import ENGLISH, FRENCH, SPANISH, Form
from uadesk.letters.first_person import first_person, points
from uadesk.letters.points import Points

FORMS = [(language, form) for language, forms in (("en", ENGLISH), ("fr", FRENCH), ("es", SPANISH)) for form in forms]
LEADS = st.one_of(st.none(), st.sampled_from([form[0] for _language, form in FORMS]), st.text(max_size=60))
OPENINGS = [demand.split(" ")[0] for _language, form in FORMS for demand in form[1]]
NAMES = st.lists(st.sampled_from(["Ada", "Example", "Íñigo", "prison", "llibertat", "2025", "O’Neill"]), min_size=1)
LANGUAGES = st.sampled_from(["en", "fr", "es", "de", "xx"])


@pytest.mark.parametrize(("language", "form"), FORMS, ids=lambda value: str(value)[:60])
def test_demands_are_turned_or_given_as_printed_and_doubted(language: str, form: Form) -> None:
    lead, demands, said, turned, sure = form
    assert points(lead, demands, language) == Points(said, turned, sure)


def test_the_table_has_all_languages_at_length() -> None:
    assert min(len(ENGLISH), len(FRENCH), len(SPANISH)) > 40


@given(lead=LEADS, opening=st.sampled_from(OPENINGS), names=st.lists(NAMES, min_size=1, max_size=4), language=LANGUAGES)
def test_every_word_of_a_demand_survives(lead: str | None, opening: str, names: list[list[str]], language: str) -> None:
    demands = [f"{opening} x {' '.join(some)}" for some in names]
    turned = points(lead, demands, language)
    assert len(turned.demands) == len(demands)
    for some, text in zip(names, turned.demands, strict=True):
        assert " ".join(some) in text


@given(lead=LEADS, demands=st.lists(st.text(max_size=60), max_size=4), language=LANGUAGES)
def test_no_text_raises(lead: str | None, demands: list[str], language: str) -> None:
    turned = points(lead, demands, language)
    assert len(turned.demands) == len(demands)
    assert first_person(lead, language).text or not (lead or "").strip()


@pytest.mark.parametrize(
    ("language", "lead", "deed", "question"),
    [
        ("en", "asking them", "to free Ada", "whether she is alive"),
        ("en", "urging him to", "free Ada", "how many are held"),
        ("en", "asking that", "Ada is freed", "why she was taken"),
        ("fr", "leur demandant", "de libérer Ada", "si elle est en vie"),
        ("fr", "leur demandant de", "libérer Ada", "où elle se trouve"),
        ("es", "pidiéndoles que", "liberen a Ada", "qué ha pasado"),
        ("es", "instándoles a", "liberar a Ada", "por qué la detuvieron"),
    ],
)
def test_a_question_hangs_on_no_lead_for_sure(language: str, lead: str, deed: str, question: str) -> None:
    assert points(lead, [deed, deed], language).sure
    turned = points(lead, [deed, question], language)
    assert (turned.sure, turned.demands[1]) == (False, question)


def test_a_letter_to_one_says_usted_and_to_several_ustedes() -> None:
    assert points("pidiéndole que", ["libere a Ada", "la oiga"], "es").lead == "Le pido que:"
    assert points("pidiéndoles que", ["liberen a Ada", "la oigan"], "es").lead == "Les pido que:"


@pytest.mark.parametrize("word", ["and", "to", "urging", "libérez", "que", "a"])
def test_long_texts_take_no_long_time(word: str) -> None:
    repeated = f"{word} " * 3000
    began = perf_counter()
    for language in ("en", "fr", "es"):
        points(repeated, [f"Urging {repeated}", repeated], language)
    assert perf_counter() - began < 2
