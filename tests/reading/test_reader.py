"""The reader and its process: the same drafts come back, and refusals by name."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from uadesk.base.child import Child
from uadesk.reading.bulletins import read_bulletins
from uadesk.reading.errors import NotABulletinError, UnreadableAnswerError
from uadesk.reading.members.errors import MissingColumnsError
from uadesk.reading.reader import BulletinReader

BULLETIN = Path(__file__).parent / "bulletins" / "two_in_one_file.txt"


@pytest.fixture(scope="module")
def reader() -> Iterator[BulletinReader]:
    made = BulletinReader()
    made.warm()
    yield made
    made.close()


def test_drafts_cross_from_the_process_whole(reader: BulletinReader) -> None:
    content = BULLETIN.read_bytes()
    assert reader.read("two.txt", content) == read_bulletins("two.txt", content)
    assert reader.text("two.txt", content) == read_bulletins("two.txt", content)[0].text


def test_refusals_cross_with_name_and_reason(reader: BulletinReader) -> None:
    with pytest.raises(NotABulletinError) as refusal:
        reader.read("scan.pdf", b"%PDF-1.7")
    assert (refusal.value.name, refusal.value.reason) == ("scan.pdf", "damaged")
    with pytest.raises(NotABulletinError) as refusal:
        reader.read("huge.txt", b"a" * 6_000_000)
    assert refusal.value.reason == "too_large"
    with pytest.raises(MissingColumnsError):
        reader.members("members.csv", b"City\nOttawa\n")


def test_members_cross_whole(reader: BulletinReader) -> None:
    assert [person.name for person in reader.members("m.csv", "Nom;Ville\nZoé;Gatineau\n".encode("cp1252")).people] == [
        "Zoé"
    ]


@pytest.mark.parametrize("answer", [{}, {"drafts": []}, {"drafts": [{"text": 1}]}, {"error": "Odd"}])
def test_an_answer_that_is_no_draft_is_not_believed(answer: dict[str, Any]) -> None:
    class Odd(Child):
        @override
        def ask(self, message: Any, raw: bytes = b"") -> tuple[dict[str, Any], bytes]:
            return answer, b""

    with pytest.raises(UnreadableAnswerError):
        BulletinReader(Odd("none")).read("x", b"text")
