"""Whole bulletins in the forms that reach a group, against the fields expected of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from uadesk.domain.bulletins import BulletinDraft
from uadesk.reading.bulletins import read_bulletins
from uadesk.reading.encoding import draft_to_json

FOLDER = Path(__file__).parent / "bulletins"
FILES = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".txt", ".md"))


def read(name: str) -> tuple[BulletinDraft, ...]:
    return read_bulletins(name, (FOLDER / name).read_bytes())


def plain(draft: BulletinDraft) -> dict[str, Any]:
    fields = draft_to_json(draft)
    fields["source"] = fields.pop("text")["source"]
    fields["spans"] = {path: draft.text.content[start:end] for path, (start, end) in draft.spans.items()}
    return fields


@pytest.mark.parametrize("name", FILES)
def test_every_field_is_read_as_expected(name: str, renew: bool) -> None:
    found = [plain(draft) for draft in read(name)]
    expected = FOLDER / f"{name}.json"
    if renew:
        expected.write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))


def leaves(value: object, path: str) -> list[tuple[str, str]]:
    """All texts in a field, each with its path."""
    if isinstance(value, str):
        return [(path, value)]
    if isinstance(value, list):
        return [leaf for place, each in enumerate(value) for leaf in leaves(each, f"{path}[{place}]")]
    if isinstance(value, dict):
        return [leaf for key, each in value.items() for leaf in leaves(each, f"{path}.{key}" if path else key)]
    return []


@pytest.mark.parametrize("name", FILES)
def test_every_value_as_printed_stands_at_its_span(name: str) -> None:
    inferred = {"language", "stage", "number", "issued", "act_until", "country_code", "role"}
    for draft in read(name):
        fields = draft_to_json(draft)
        for part in ("text", "spans", "checks"):
            del fields[part]
        for path, value in leaves(fields, ""):
            if path.rpartition(".")[2] in inferred:
                continue
            start, end = draft.spans[path]
            assert draft.text.content[start:end].split() == value.split(), path


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\n\n\n" + text.replace("\n", "  \n"),
        lambda text: text.replace("\n", "\n    "),
        lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
        lambda text: text.replace("'", "’"),
    ],
    ids=["crlf", "cr", "trailing blanks", "indented", "quoted", "typographic quotes"],
)
def test_the_form_of_the_lines_changes_no_field(name: str, changed: Any) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    for before, after in zip(read(name), read_bulletins(name, changed(text).encode()), strict=True):
        assert straight(plain(after)) == straight(plain(before))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_changes_no_field(encoding: str) -> None:
    text = (FOLDER / "second_two_targets.md").read_text(encoding="utf-8")
    (draft,) = read_bulletins("x", text.encode(encoding))
    assert plain(draft) == plain(read("second_two_targets.md")[0])


def straight(fields: dict[str, Any]) -> dict[str, Any]:
    told = json.loads(json.dumps(fields, ensure_ascii=False).replace("’", "'"))
    told["spans"] = {path: " ".join(text.split()) for path, text in told["spans"].items()}
    del told["source"]
    return dict(told)
