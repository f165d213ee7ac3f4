"""A child process for the tests: does what a hostile file might make a reader do."""

import os
import socket
import tempfile
import time
from pathlib import Path

from uadesk.base.child import Message, serve


def handle(message: Message, raw: bytes) -> tuple[Message, bytes]:
    what = message["do"]
    if what == "die":
        os.abort()
    if what == "sleep":
        time.sleep(60)
    if what == "print":
        print("a library that talks")
    if what in _REFUSED:
        return {"refused": _refused(what)}, b""
    return message, raw


def _take_memory() -> None:
    bytearray(4 << 30)


def _write_file() -> None:
    path = Path(tempfile.gettempdir()) / f"uadesk-child-{os.getpid()}"
    try:
        path.write_bytes(b"x")
    finally:
        path.unlink(missing_ok=True)


def _connect() -> None:
    socket.create_connection(("127.0.0.1", 9), timeout=1)


_REFUSED = {
    "memory": (_take_memory, MemoryError),
    "file": (_write_file, OSError),
    "network": (_connect, OSError),
}


def _refused(what: str) -> bool:
    act, error = _REFUSED[what]
    try:
        act()
    except error as refusal:
        return "refused" not in str(refusal).lower()  # a refused connection was tried
    return False


if __name__ == "__main__":
    import signal

    if hasattr(signal, "SIGXFSZ"):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    serve(handle)
