"""The same bulletin as text, Word file and PDF: the same fields."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.reading.formats import layouts
from uadesk.domain.bulletins import BulletinDraft
from uadesk.reading.bulletins import read_bulletins
from uadesk.reading.encoding import draft_to_json
from uadesk.reading.formats.texts import read_text

FOLDER = Path(__file__).parent.parent / "bulletins"
FILES = sorted(path.name for path in FOLDER.glob("*.txt"))


def fields(draft: BulletinDraft) -> Any:
    plain = draft_to_json(draft)
    for apart in ("text", "spans", "checks"):
        del plain[apart]
    return folded(plain)


def folded(value: Any) -> Any:
    """The value with its white space folded."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [folded(each) for each in value]
    return {key: folded(each) for key, each in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "laid_out",
    [
        layouts.line_by_line,
        layouts.block_by_block,
        layouts.with_lists,
        layouts.one_column,
        layouts.with_margins,
        layouts.two_columns,
        layouts.spaced_lines,
        layouts.small_gaps,
    ],
    ids=lambda each: str(each.__name__),
)
def test_the_layout_changes_no_field(name: str, laid_out: Callable[[str], bytes]) -> None:
    text = read_text(name, (FOLDER / name).read_bytes()).text.content  # marks of markdown are none of Word's or PDF's
    expected = [fields(draft) for draft in read_bulletins(name, text.encode())]
    found = [fields(draft) for draft in read_bulletins(name, laid_out(text))]
    assert json.dumps(found, indent=1, ensure_ascii=False) == json.dumps(expected, indent=1, ensure_ascii=False)
