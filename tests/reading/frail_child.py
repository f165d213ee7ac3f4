"""A reading process for the tests: as the real one, but a file may tell it to die, or to take its time."""

import os
import time

from uadesk.base.frames import Message
from uadesk.base.serving import serve
from uadesk.reading.child import handle


def frail(message: Message, raw: bytes) -> tuple[Message, bytes]:
    if raw == b"die":
        os.abort()
    if raw.startswith(b"slow "):
        time.sleep(float(raw.split()[1]))
        return {"error": "NotABulletinError", "reason": "empty"}, b""
    return handle(message, raw)


def main() -> None:
    serve(frail)
