"""Headlines as subject lines."""

import pytest

from uadesk.letters.titles import readable_title


@pytest.mark.parametrize(
    ("title", "texts", "expected"),
    [
        ("STOP ILLEGAL DEPORTATIONS TO EL SALVADOR", ["They were flown to El Salvador."],
         "Stop Illegal Deportations to El Salvador"),
        ("USA: MEN EXPELLED BY ICE", ["The USA and its ICE officers expelled them."], "USA: Men Expelled by ICE"),
        ("TÜRKİYE: FREE THE STUDENTS", ["Police in Türkiye"], "Türkiye: Free the Students"),
        ("JOURNALIST'S LIFE AT RISK", [], "Journalist's Life at Risk"),
        ("FREE ADA O'NEILL", ["Ada O'Neill is a teacher."], "Free Ada O'Neill"),
    ],
)  # fmt: skip
def test_capitals_are_read_where_every_word_is_known(title: str, texts: list[str], expected: str) -> None:
    assert readable_title(title, "en", texts) == expected


@pytest.mark.parametrize("title", ["FREE ZXQ MEMBERS", "FREE MCKAY", "Stop the flights", "USA"])
def test_what_is_not_safe_stays_as_printed(title: str) -> None:
    assert readable_title(title, "en", []) == title


def test_other_languages_stay_as_printed() -> None:
    assert readable_title("LIBÉREZ LES ÉTUDIANTS", "fr", ["les étudiants"]) == "LIBÉREZ LES ÉTUDIANTS"
