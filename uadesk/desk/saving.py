"""Files that a person asked for: written whole, or one clear word why not."""

from pathlib import Path

from uadesk.base.errors import UADeskError
from uadesk.base.files import write_whole


class FileNotWrittenError(UADeskError):
    """A file could not be written: the folder is missing, not ours to write, or the disk is full."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


def save_file(path: Path, content: bytes) -> None:
    """Write this file whole or not at all. Raises FileNotWrittenError."""
    try:
        write_whole(path, content)
    except OSError as error:
        raise FileNotWrittenError(str(path), error.strerror or str(error)) from error
