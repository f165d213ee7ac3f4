"""What leaves the program: JSON with hidden signs escaped, tables without them."""

import json
import sys
from io import BytesIO, TextIOWrapper

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uadesk.cli.output import json_line, shown, table


@given(st.text())
def test_json_reads_back_and_hides_nothing(text: str) -> None:
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    line = json_line({"value": text})
    assert json.loads(line) == {"value": text}
    assert "\n" not in line


def test_letters_stay_readable_and_hidden_signs_are_escaped() -> None:
    assert json_line({"a": "Zoë Łukaszewska"}) == '{"a": "Zoë Łukaszewska"}'
    assert json_line({"a": "x\u202ey\u200bz\x9b"}) == '{"a": "x\\u202ey\\u200bz\\u009b"}'
    assert shown("a\x1b[31mb\nc\u2066") == "a\\u001b[31mb\nc\\u2066"


def test_a_table_is_utf8_on_a_stream_of_another_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    written = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(written, encoding="ascii"))
    table(("Name",), [("Łukasz",), ("日本",)])
    assert [line.rstrip() for line in written.getvalue().decode().splitlines()] == ["Name", "Łukasz", "日本"]
