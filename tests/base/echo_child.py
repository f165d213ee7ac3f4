"""A child process for the tests: does what a hostile file might make a reader do."""

import os
import signal
import socket
import tempfile
import time
from pathlib import Path

from uadesk.base.frames import Message
from uadesk.base.serving import serve


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


def _send() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9))


_REFUSED = {
    "memory": (_take_memory, MemoryError),
    "file": (_write_file, OSError),
    "network": (_connect, OSError),
    "datagram": (_send, OSError),
}


def _refused(what: str) -> bool:
    act, error = _REFUSED[what]
    try:
        act()
    except error as refusal:
        return "refused" not in str(refusal).lower()  # a refused connection was tried
    return False


def main() -> None:
    if hasattr(signal, "SIGXFSZ"):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    serve(handle)
