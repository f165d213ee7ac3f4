"""Replies: what came back on a case or a letter, and what the office is to hear of it."""

import unicodedata
from dataclasses import dataclass
from datetime import date

LARGEST_SCAN = 20 << 20
"""A scan of more bytes than this is not kept."""

_LONGEST_NAME = 100
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))})
"""Names that mean a device on Windows (Microsoft, "Naming Files, Paths, and Namespaces")."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply: when it came, from whom, what it said, and by when and on which day the office is told.

    `report_by` is None where the office need not be told.
    """

    received: date
    sender: str
    says: str = ""
    report_by: date | None = None
    reported_on: date | None = None

    @property
    def is_to_report(self) -> bool:
        """Whether the office still waits for it."""
        return self.report_by is not None and self.reported_on is None


@dataclass(frozen=True, slots=True)
class Scan:
    """A picture or document of a reply, byte for byte."""

    name: str
    content: bytes


def harmless_name(name: str) -> str:
    """A file's name that is safe in every folder: no path, no signs that steer, no device, not hidden, not too long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C" and sign not in _FORBIDDEN)
    stem, dot, suffix = plain.strip(" .").rpartition(".")
    stem, suffix = (stem, dot + suffix) if stem else (suffix, "")
    kept = stem[: _LONGEST_NAME - len(suffix[:12])].rstrip(" .") or "scan"
    return f"{'_' if kept.lower() in _DEVICES else ''}{kept}{suffix[:12]}"


def apart(names: list[str]) -> list[str]:
    """The names with a number on those that stood before: all different, whatever their case."""
    seen: set[str] = set()
    found = []
    for name in names:
        stem, dot, suffix = name.rpartition(".")
        stem, suffix = (stem, dot + suffix) if stem else (suffix, "")
        choices = (name if n == 1 else f"{stem} ({n}){suffix}" for n in range(1, len(names) + 1))
        found.append(next(each for each in choices if each.lower() not in seen))
        seen.add(found[-1].lower())
    return found
