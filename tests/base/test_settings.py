"""Settings: only what differs is kept, and a broken file is no obstacle."""

import json
from pathlib import Path

import pytest

from uadesk.base.files import write_whole
from uadesk.base.settings import Settings, load_settings, save_settings


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, Settings(text_scale=150))
    assert json.loads(path.read_text()) == {"text_scale": 150}
    assert load_settings(path) == Settings(text_scale=150)
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", ["", "{", "[]", '{"text_scale": "huge", "unknown": 1}', "\x00"])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    assert load_settings(path) == Settings()


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept"
    write_whole(path, b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("uadesk.base.files.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
