"""Whether a zip archive is one that a program makes, looked at before anything in it is unpacked."""

import io
import struct
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipInfo

MOST_MEMBERS = 2_000
LARGEST_MEMBER = 50 << 20
"""Bytes, unpacked."""
LARGEST_SUM = 200 << 20
"""Bytes of all members, unpacked."""
HIGHEST_RATIO = 200
"""How many times larger than packed a member may be that is larger than `SMALL`."""
SMALL = 1 << 20

_ENCRYPTED = 0x1
"""The flag of a member with a password (APPNOTE 4.4.4)."""


class ArchiveError(Exception):
    """An archive that is not opened; `reason` is damaged, locked (by a password), unsafe or too_large."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def names_in(content: bytes) -> frozenset[str]:
    """The names in the archive. Raises ArchiveError."""
    import zipfile  # only an archive needs it, and what it unpacks with

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
        raise ArchiveError("damaged") from error
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise ArchiveError("locked")
    sizes = [member.file_size for member in members]
    if len(sizes) > MOST_MEMBERS or max(sizes, default=0) > LARGEST_MEMBER or sum(sizes) > LARGEST_SUM:
        raise ArchiveError("too_large")
    if any(_leads_out(member.filename) or _is_bomb(member) for member in members):
        raise ArchiveError("unsafe")
    return frozenset(member.filename for member in members)


def _leads_out(name: str) -> bool:
    windows = PureWindowsPath(name)
    return bool(windows.drive or windows.root) or PurePosixPath(name).is_absolute() or ".." in windows.parts


def _is_bomb(member: "ZipInfo") -> bool:
    return member.file_size > SMALL and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1)
