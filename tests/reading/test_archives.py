"""An archive is looked at before anything in it is unpacked."""

import zipfile

import pytest

from tests.reading.members.workbooks import archive
from uadesk.reading import archives
from uadesk.reading.archives import ArchiveError, names_in


def reason(content: bytes) -> str:
    """Why this archive is not opened."""
    with pytest.raises(ArchiveError) as refusal:
        names_in(content)
    return refusal.value.reason


def test_the_names_of_a_sound_archive() -> None:
    assert names_in(archive({"xl/workbook.xml": b"x", "a": bytes(1 << 20)})) == {"xl/workbook.xml", "a"}


@pytest.mark.parametrize("name", ["/etc/x", "../x", "xl/../../x", "C:/x", "\\\\host\\share\\x", "xl\\..\\..\\x"])
def test_a_name_that_leads_out_is_unsafe(name: str) -> None:
    assert reason(archive({name: b""})) == "unsafe"


def test_a_member_that_swells_is_unsafe() -> None:
    swelling = {"x": bytes((1 << 20) + 1)}
    assert reason(archive(swelling)) == "unsafe"
    assert names_in(archive(swelling, zipfile.ZIP_STORED)) == {"x"}


def test_a_locked_member_is_said() -> None:
    content = bytearray(archive({"x": b"secret"}))
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1
    assert reason(bytes(content)) == "locked"


@pytest.mark.parametrize(("limit", "value"), [("MOST_MEMBERS", 1), ("LARGEST_MEMBER", 2), ("LARGEST_SUM", 5)])
def test_too_much_is_refused(limit: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    content = archive({"a": b"123", "b": b"123"})
    assert names_in(content) == {"a", "b"}
    monkeypatch.setattr(archives, limit, value)
    assert reason(content) == "too_large"


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_cut_short_is_damaged(content: bytes) -> None:
    assert reason(content) == "damaged"
