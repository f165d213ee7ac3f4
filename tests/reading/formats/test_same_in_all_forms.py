"""The same bulletin as text, web page and mail gives the same values."""

from pathlib import Path
from typing import Any

import pytest

from tests.reading.formats.forms import MAILS, WEB, plain_text
from uadesk.reading.bulletins import read_bulletins
from uadesk.reading.encoding import draft_to_json

FOLDER = Path(__file__).parent.parent / "bulletins"
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir() if path.suffix in (".txt", ".md")}
WITH_BOLD = ("web", "layout table", "outlook")
"""Mails that keep what is bold, which tells some headlines."""


def fields(content: bytes) -> list[dict[str, Any]]:
    """All values and doubts, without the text and its places."""
    drafts = [draft_to_json(draft) for draft in read_bulletins("file", content)]
    return [{key: value for key, value in draft.items() if key not in ("text", "spans")} for draft in drafts]


@pytest.mark.parametrize("form", WEB)
@pytest.mark.parametrize("name", TEXTS)
def test_a_web_page_gives_the_values_of_the_text(name: str, form: str) -> None:
    assert fields(WEB[form](TEXTS[name]).encode()) == fields(TEXTS[name].encode())


@pytest.mark.parametrize("form", MAILS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_mail_gives_the_values_of_the_text(name: str, form: str) -> None:
    text = TEXTS[name] if form in WITH_BOLD else plain_text(TEXTS[name])
    assert fields(MAILS[form](TEXTS[name])) == fields(text.encode())
