"""Countries are known by the names people write, and by how their addresses look."""

import pytest

from uadesk.reference.countries import Inference, load_countries


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("united states of america", "US"),
        ("États-Unis", "US"),
        ("EE. UU.", "US"),
        ("UK", "GB"),
        ("Great Britain", "GB"),
        ("Russian Federation", "RU"),
        ("IRAN", "IR"),
        ("Viet Nam", "VN"),
        ("Turkey", "TR"),
        ("TÜRKİYE", "TR"),
        ("South Korea", "KR"),
        ("D.R. Congo", "CD"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Trinidad and Tobago", "TT"),
        ("Allemagne", "DE"),
        ("Bélarus", "BY"),
        ("Democratic Republic of the Congo", "CD"),
    ],
)
def test_a_name_in_any_usual_spelling_gives_its_code(name: str, code: str) -> None:
    assert load_countries().code_of(name) == code


@pytest.mark.parametrize("name", ["", "Ottawa", "Embassy of Honduras", "Minister of Justice", "Georgia Street"])
def test_what_is_no_country_is_unknown(name: str) -> None:
    assert not load_countries().is_known_name(name)


@pytest.mark.parametrize(
    ("lines", "inference"),
    [
        (("490 Sussex Drive", "Ottawa, ON K1N 1G8"), Inference("CA", "postal_code")),
        (("Washington, DC 20528",), Inference("US", "postal_code")),
        (("Sacramento, California 95814",), Inference("US", "postal_code")),
        (("10 Downing Street", "London SW1A 2AA"), Inference("GB", "postal_code")),
        (("Pariser Platz 2", "10117 Berlin"), Inference("DE", "postal_code")),
        (("Lange Voorhout 1", "2514 EA The Hague"), Inference("NL", "postal_code")),
        (("Boulevard du Régent 27", "1000 Bruxelles"), Inference("BE", "postal_code")),
        (("Casa Presidencial", "Tegucigalpa"), Inference("HN", "city")),
        (("12345 Springfield",), None),
        (("Main Street 1", "Smalltown"), None),
        ((), None),
    ],
)
def test_an_address_without_a_country_shows_it(lines: tuple[str, ...], inference: Inference | None) -> None:
    assert load_countries().of_postal_line(lines) == inference


def test_a_country_after_the_last_comma_is_named() -> None:
    countries = load_countries()
    assert countries.named_at_end("Bogotá, Colombia") == "CO"
    assert countries.named_at_end("Tbilisi, Georgia") == "GE"
    assert countries.named_at_end("Atlanta, Georgia") is None
    assert countries.named_at_end("Ottawa, ON") is None


def test_names_follow_the_language_and_fall_back_to_english() -> None:
    countries = load_countries()
    assert countries.name("DE", "fr") == "Allemagne"
    assert countries.name("DE", "xx") == "Germany"
    assert countries.name("CD", "en") == "Democratic Republic of the Congo"
    assert countries.name("QQ", "en") == "QQ"


def test_every_name_leads_back_to_its_own_code() -> None:
    countries = load_countries()
    for code in countries.codes:
        for language in ("en", "fr", "es"):
            assert countries.code_of(countries.name(code, language)) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Republic of Colombia", "CO"),
        ("Hashemite Kingdom of Jordan", "JO"),
        ("the Republic of the Union of Myanmar", "MM"),
        ("Democratic Socialist Republic of Sri Lanka", "LK"),
        ("Republic of Korea", "KR"),
        ("Republic of China", None),
        ("Embassy of the Republic of Belarus", None),
        ("President of the Republic of Colombia", None),
    ],
)
def test_a_state_is_known_by_its_full_form(name: str, code: str | None) -> None:
    assert load_countries().code_of(name) == code
