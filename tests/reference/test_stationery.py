"""The stationery data, and files that somebody spoiled."""

from pathlib import Path

import pytest

from uadesk.reference.stationery import WrongStationeryError, load_envelopes, read_envelopes

GOOD = '[us-10]\nname = "#10"\nwidth = 241.3\nheight = 104.775\nsource = "a page"\nverified = true\n'


def test_both_usual_envelopes_are_there_with_their_sources() -> None:
    sizes = {ident: (envelope.width, envelope.height) for ident, envelope in load_envelopes().items()}
    assert sizes == {"us-10": (241.3, 104.775), "iso-dl": (220.0, 110.0)}
    assert all(envelope.source.startswith("https://") and envelope.verified for envelope in load_envelopes().values())


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (("241.3", '"wide"'), "width"),
        (("241.3", "9000.0"), "width"),
        (("104.775", "300.0"), "width"),
        (("height = 104.775\n", ""), "height"),
        (('name = "#10"', 'name = ""'), "name"),
        (('source = "a page"\n', ""), "source"),
    ],
)
def test_an_impossible_entry_is_named(tmp_path: Path, spoil: tuple[str, str], field: str) -> None:
    path = tmp_path / "envelopes.toml"
    path.write_text(GOOD.replace(*spoil))
    with pytest.raises(WrongStationeryError) as caught:
        read_envelopes(path)
    assert (caught.value.path, caught.value.ident, caught.value.field) == (path, "us-10", field)


@pytest.mark.parametrize("content", [b"[us-10", b"\xff\xfe"])
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "envelopes.toml"
    path.write_bytes(content)
    with pytest.raises(WrongStationeryError) as caught:
        read_envelopes(path)
    assert (caught.value.path, caught.value.ident) == (path, "")
