"""Files that come in, as bytes."""

from dataclasses import dataclass
from pathlib import Path

from uadesk.base.errors import UADeskError

LARGEST_FILE = 50 << 20
"""A file of more bytes than this is not even opened."""


class FileUnreadableError(UADeskError):
    """A file could not be opened: it is gone, a folder, not ours to read, or far too large."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it came; the original of a bulletin is kept with it."""

    name: str
    content: bytes

    @property
    def digest(self) -> str:
        import hashlib  # a file that is only read needs none

        return hashlib.sha256(self.content).hexdigest()


def source_file(path: Path) -> SourceFile:
    """The file's bytes. Raises FileUnreadableError."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise FileUnreadableError(str(path), "too_large")
        return SourceFile(path.name, path.read_bytes())
    except OSError as error:
        raise FileUnreadableError(str(path), error.strerror or str(error)) from error
