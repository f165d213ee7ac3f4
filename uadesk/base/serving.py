"""The child process's own side: it gives up what it does not need, then answers requests."""

import sys
from collections.abc import Callable

from uadesk.base.frames import Message, read_frame, write_frame

MEMORY = 1 << 30
"""Address space of the child, bytes."""

Handler = Callable[[Message, bytes], tuple[Message, bytes]]


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


def _refuse_sockets(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        raise OSError("no network in the reading process")


def _forbid_network() -> None:
    sys.addaudithook(_refuse_sockets)
    if sys.platform == "linux":
        import ctypes

        new_user, new_network = 0x10000000, 0x40000000
        libc = ctypes.CDLL(None, use_errno=True)
        libc.unshare(new_user | new_network)  # where the system allows it: not even an address is left
