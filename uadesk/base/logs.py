"""The log file: what went wrong inside the program, without names of people."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from uadesk.base.folders import PRIVATE_FILE

LOGGER = logging.getLogger("uadesk")


def log_to(path: Path) -> None:
    """Write the program's log to this file (1 MB, one older kept, owner only)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=PRIVATE_FILE, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    for old in LOGGER.handlers[:]:
        LOGGER.removeHandler(old)
        old.close()
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False


def log_fault(error: BaseException) -> None:
    """Note an unexpected error: its kind and the places it passed, never its values.

    The message of an exception may hold what a person typed; the places in the code do not.
    """
    places = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    LOGGER.error("%s at %s", type(error).__name__, " > ".join(places) or "an unknown place")
