"""What a printer must do for us; the window brings the real one."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PrintTask:
    """A whole PDF for one printer. Pages have one size and one direction; what turns them is in the file."""

    pdf: bytes
    name: str
    """Shown in the printer's queue: says nothing about people."""
    first_page: int = 0
    """The page to start at, from 0, when a run goes on."""


class Printer(Protocol):
    """A printer, or anything that takes pages: a file, a fake in a test."""

    @property
    def name(self) -> str:
        """As the system knows it."""

    def send(self, task: PrintTask) -> int:
        """Send the pages; gives how many went. Raises OSError where the printer cannot be reached."""
