"""What a printer must do for us; the window brings the real one."""

from dataclasses import dataclass
from typing import Protocol

from uadesk.base.errors import UADeskError


@dataclass(frozen=True, slots=True)
class PrintTask:
    """A whole PDF for one printer. Pages have one size and one direction; what turns them is in the file."""

    pdf: bytes
    name: str
    """Shown in the printer's queue: says nothing about people."""
    first_page: int = 0
    """The page to start at, from 0, when a run goes on."""


class PrinterRefusedError(UADeskError):
    """The printer would not take the job."""

    def __init__(self, printer: str) -> None:
        super().__init__(printer)
        self.printer = printer


class Printer(Protocol):
    """A printer, or anything that takes pages: a file, a fake in a test."""

    @property
    def name(self) -> str:
        """As the system knows it."""

    def send(self, task: PrintTask) -> int:
        """Send the pages; gives how many went. Raises PrinterRefusedError where the printer takes none."""
