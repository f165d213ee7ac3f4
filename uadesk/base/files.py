"""Files written whole or not at all."""

import os
from pathlib import Path

from uadesk.base.folders import PRIVATE_FILE


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place whole or not at all: written beside, synced, then renamed. Raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
