"""What a person set on this machine; only what differs from the defaults is written."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from uadesk.base.files import write_whole


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of this machine. What belongs to the group stands in the desk's database."""

    text_scale: int = 100
    """Size of all text in the window, percent (100 to 200)."""
    fold_marks: bool = False
    """Whether letters carry fold marks at the left edge."""
    geometry: str = ""
    """Where the main window stood, base64."""
    page: str = "tonight"
    """The page that was open last."""
    menu_entry_offered: bool = False
    """Whether the entry in the applications menu was offered already."""


def load_settings(path: Path) -> Settings:
    """The settings in this file; defaults for what is missing, unknown or of another type."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    defaults = Settings()
    known: dict[str, Any] = {
        field.name: stored[field.name]
        for field in fields(Settings)
        if type(stored.get(field.name)) is type(getattr(defaults, field.name))
    }
    return Settings(**known)


def save_settings(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults, whole or not at all. Raises OSError."""
    defaults = asdict(Settings())
    changed = {name: value for name, value in asdict(settings).items() if value != defaults[name]}
    write_whole(path, json.dumps(changed, indent=2, sort_keys=True).encode())
