"""The child process in which every untrusted file is read: limited, spawned once, reused.

Messages are a frame each way: two big-endian lengths (4 bytes each), a JSON object in UTF-8, raw bytes.
Never pickle: what comes back is data, checked again by the caller.
"""

import json
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import IO, Any

from uadesk.base.errors import UADeskError

SECONDS = 15
"""Wall time for one file."""
MEMORY = 1 << 30
"""Address space of the child, bytes."""
ANSWER = 64 << 20
"""The longest answer that is taken, bytes."""

_HEAD = struct.Struct(">II")

Message = dict[str, Any]
Handler = Callable[[Message, bytes], tuple[Message, bytes]]


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
        """`module` is run with -m and must call `serve`; `seconds` is the limit for one request."""
        self._module = module
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def warm(self) -> None:
        """Start the process now, so that the first request need not wait for it."""
        with self._turn:
            self._running()

    def ask(self, message: Mapping[str, Any], raw: bytes = b"") -> tuple[Message, bytes]:
        """Send one request and wait for its answer.

        Raises ReaderDiedError when the process dies or takes longer than the limit.
        """
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
                [sys.executable, "-m", self._module],
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


def serve(handle: Handler) -> None:
    """Answer requests on standard input until it closes; runs inside the child process.

    Imports what `handle` needs first, then give up what it does not: memory, files, the network.
    """
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a library that prints must not break the frames
    limit_this_process()
    while True:
        try:
            message, raw = read_frame(source)
        except EOFError:
            return
        write_frame(target, *handle(message, raw))


def limit_this_process() -> None:
    """Take memory, large files, core dumps and the network from this process, as far as the platform can."""
    _forbid_network()
    if sys.platform == "win32":
        return
    import resource

    for kind, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 32),
    ):
        try:
            resource.setrlimit(kind, (limit, limit))
        except (ValueError, OSError):
            continue  # a system that knows no such limit (macOS, address space) keeps the others


def _forbid_network() -> None:
    import socket

    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError("no network in the reading process")

    socket.socket.connect = refuse  # type: ignore[method-assign]
    socket.socket.connect_ex = refuse  # type: ignore[assignment, method-assign]
    socket.socket.sendto = refuse  # type: ignore[assignment, method-assign]
    if sys.platform == "linux":
        import ctypes

        new_user, new_network = 0x10000000, 0x40000000
        libc = ctypes.CDLL(None, use_errno=True)
        libc.unshare(new_user | new_network)  # where the system allows it: not even an address is left


def write_frame(stream: IO[bytes], message: Message, raw: bytes = b"") -> None:
    """Send one message. Raises OSError."""
    text = json.dumps(message).encode()
    stream.write(_HEAD.pack(len(text), len(raw)) + text + raw)
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[Message, bytes]:
    """Take one message. Raises EOFError at the end of the stream, ValueError for what is no frame."""
    length, raw_length = _HEAD.unpack(_exactly(stream, _HEAD.size))
    if length + raw_length > ANSWER:
        raise ValueError("a message longer than the limit")
    message = json.loads(_exactly(stream, length))
    if not isinstance(message, dict):
        raise ValueError("a message that is no object")  # noqa: TRY004  it is the peer's data that is wrong
    return message, _exactly(stream, raw_length)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _bare_environment() -> dict[str, str]:
    """What the child needs of our environment: paths of Python, nothing of the person's."""
    kept = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "PYTHONPATH", "VIRTUAL_ENV", "TMPDIR", "TEMP")
    bare = {name: os.environ[name] for name in kept if name in os.environ}
    return bare | {"PYTHONUTF8": "1"}
