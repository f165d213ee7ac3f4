"""Which language is spoken, and from when on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from uadesk.base import language
from uadesk.base.clock import Clock
from uadesk.base.folders import Home
from uadesk.base.language import _, spoken, use_language, wished_languages


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A translation into French, and English again afterwards."""
    catalogue = Catalog("fr")
    catalogue.add("draft", "brouillon")
    file = tmp_path / "fr" / "LC_MESSAGES" / "uadesk.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as out:
        write_mo(out, catalogue)
    monkeypatch.setattr(language, "resource", lambda _name: tmp_path)
    yield
    use_language()


@pytest.mark.parametrize(
    ("environment", "wished"),
    [
        ({}, ()),
        ({"LANG": "en_CA.UTF-8"}, ()),
        ({"LANG": "C.UTF-8"}, ()),
        ({"LANG": "fr_CA.UTF-8"}, ("fr_CA.UTF-8",)),
        ({"LANG": "en_CA.UTF-8", "LC_ALL": "es_MX"}, ("es_MX",)),
        ({"LANG": "es_MX", "LANGUAGE": "de:fr:en:es"}, ("de", "fr")),
        ({"LANGUAGE": "", "LANG": "fr"}, ("fr",)),
    ],
)
def test_the_locale_says_what_is_wished_before_english(environment: dict[str, str], wished: tuple[str, ...]) -> None:
    assert wished_languages(environment) == wished


def test_the_first_language_that_is_translated_is_spoken(french: None) -> None:
    use_language("xx", "fr_CA.UTF-8")
    assert (_("draft"), spoken()) == ("brouillon", "fr")
    use_language("xx")
    assert (_("draft"), spoken()) == ("draft", "en")


def test_the_program_speaks_the_persons_language_before_the_window_is_there(
    french: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from uadesk import app

    heard: list[str] = []
    monkeypatch.setattr("sys.argv", ["uadesk"])
    monkeypatch.setattr("uadesk.base.language.wished_languages", lambda: ("fr",))

    def open_window(_home: Home, _clock: Clock) -> int:
        heard.append(_("draft"))
        return 0

    monkeypatch.setattr(app, "open_window", open_window)
    with pytest.raises(SystemExit):
        app.main()
    assert heard == ["brouillon"]
