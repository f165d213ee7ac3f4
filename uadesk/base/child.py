"""The child process in which every untrusted file is read: limited, spawned once, reused. `serving` is its own side."""

import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from uadesk.base.errors import UADeskError

if TYPE_CHECKING:
    from uadesk.base.frames import Message

SECONDS = 15
"""Wall time for one file."""


class ReaderDiedError(UADeskError):
    """The child process ended, or was ended, while it read a file; the next file gets a new child.

    `name` is the file's, where whoever asked has said it.
    """

    def __init__(self, *, timed_out: bool, name: str = "") -> None:
        super().__init__(timed_out, name)
        self.timed_out = timed_out
        self.name = name


class Child:
    """A spawned Python process that answers requests; started at the first one, replaced when it dies."""

    def __init__(self, module: str, seconds: float = SECONDS) -> None:
        """`module` has a `main` that calls `serve`; `seconds` is the limit for one request."""
        self._module = module
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def warm(self) -> None:
        """Start the process now, so that the first request need not wait for it."""
        with self._turn:
            self._running()

    def ask(self, message: Mapping[str, Any], raw: bytes = b"") -> "tuple[Message, bytes]":
        """Send one request and wait for its answer.

        Raises ReaderDiedError when the process dies or takes longer than the limit.
        """
        from uadesk.base.frames import read_frame, write_frame  # the process need not wait for it

        with self._turn:
            process = self._running()
            assert process.stdin is not None
            assert process.stdout is not None
            timed_out = threading.Event()

            def stop() -> None:
                timed_out.set()
                process.kill()

            watch = threading.Timer(self._seconds, stop)
            watch.start()
            try:
                write_frame(process.stdin, dict(message), raw)
                return read_frame(process.stdout)
            except (OSError, EOFError, ValueError) as error:
                self._end()
                raise ReaderDiedError(timed_out=timed_out.is_set()) from error
            finally:
                watch.cancel()

    def interrupt(self) -> None:
        """End the request in hand, from another thread: it raises ReaderDiedError, and the next gets a new process."""
        process = self._process
        if self._turn.locked() and process is not None:
            process.kill()

    def close(self) -> None:
        """End the process."""
        with self._turn:
            self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(  # noqa: S603  our own interpreter and module
                [sys.executable, "-I", "-S", "-X", "utf8", "-c", _start_of(self._module)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_bare_environment(),
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):  # a pipe to a dead process may break once more while it is closed
                    stream.close()
        process.wait()


def _start_of(module: str) -> str:
    """What the child runs: it imports from where we do, and from no other place."""
    return f"import sys; sys.path[:] = {sys.path!r}; from {module} import main; main()"


def _bare_environment() -> dict[str, str]:
    """What the child needs of our environment: the system's paths, nothing of the person's."""
    kept = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "TMPDIR", "TEMP")
    return {name: os.environ[name] for name in kept if name in os.environ}
