"""The corpus is sound: what is expected as printed stands in its text."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accuracy.alike import settled
from tests.accuracy.corpus import Json, load_corpus
from tests.accuracy.making.blocks import blocks_of, plain_text
from uadesk.domain.folding import fold

TEXT = "First UA: 1/25 Index: AFR 1/1/2025 CHAD of June 2, 2025\n"


def printed(bulletin: Json) -> Iterator[str]:
    """The values that a bulletin must show as they are."""
    yield from (bulletin[key] for key in ("index", "country", "title", "demand_lead") if bulletin.get(key))
    yield from bulletin.get("demands", ())
    for addressee in (each for role in ("targets", "copies", "solidarity") for each in bulletin.get(role, ())):
        yield from (addressee[key] for key in ("name", "title", "salutation") if addressee.get(key))
        for key in ("lines", "address_lines", "email", "phone", "fax"):
            yield from addressee.get(key, ())


def bare(text: str) -> str:
    """Folded, and without white space, hyphens and quote marks, which a wrapped line may have within a value."""
    return "".join(fold(settled(text)).replace(">", "").replace("-", "").split())


def test_every_value_expected_as_printed_stands_in_its_text() -> None:
    absent = []
    for sample in load_corpus():
        text = bare(plain_text(blocks_of(sample.text, is_markdown=sample.is_markdown)))
        values = (value for bulletin in sample.bulletins for value in printed(bulletin))
        absent += [f"{sample.slug}: {value}" for value in values if bare(value) not in text]

    assert absent == []


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        (None, "missing"),
        ('{"family": "home"}', "neither"),
        ('{"family": "home", "bulletins": [{"act_untill": null}]}', "act_untill"),
        ('{"family": "home", "bulletins": [{"targets": [{"mail": []}]}]}', "mail"),
        ('{"family": "home", "bulletins": [{}], "due": [["act_untill"]]}', "act_untill"),
    ],
)
def test_a_corpus_with_a_fault_is_refused(told: str | None, fault: str, tmp_path: Path) -> None:
    (tmp_path / "chad.txt").write_text(TEXT, encoding="utf-8")
    if told is not None:
        (tmp_path / "chad.json").write_text(told, encoding="utf-8")

    with pytest.raises(ValueError, match=fault):
        load_corpus(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_corpus_file_may_be_in_another_encoding(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "chad.txt").write_bytes("Libérez-la – vite\r\n".encode(encoding))
    (tmp_path / "chad.json").write_text('{"family": "none", "ok": false}', encoding="utf-8")

    (sample,) = load_corpus(tmp_path)

    assert sample.text == "Libérez-la – vite\n"
    assert sample.bulletins == ()
