"""Messages between this program and its child process.

A frame each way: two big-endian lengths (4 bytes each), a JSON object in UTF-8, raw bytes.
Never pickle: what comes back is data, checked again by the caller.
"""

import json
import struct
from typing import IO, Any

ANSWER = 64 << 20
"""The longest answer that is taken, bytes."""


_HEAD = struct.Struct(">II")

Message = dict[str, Any]


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
