"""How long `uadesk read` takes from a cold start, beside a Python that does nothing."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TIMES = 11
LONGEST = 20.0
"""How many times as long as `python -c pass` it may take."""


def cold_start(file: Path) -> tuple[float, float]:
    """Seconds of `uadesk read --json`, child process included, and of `python -c pass`: medians, in turn."""
    with tempfile.TemporaryDirectory() as home:
        surroundings = os.environ | {"UADESK_HOME": home}
        surroundings.pop("PYTHONDONTWRITEBYTECODE", None)  # what was compiled is kept, as on a person's computer
        _seconds(["-m", "uadesk", "read", str(file), "--json"], surroundings)
        reading, nothing = [], []
        for _time in range(TIMES):
            reading.append(_seconds(["-m", "uadesk", "read", str(file), "--json"], surroundings))
            nothing.append(_seconds(["-c", "pass"], surroundings))
    return statistics.median(reading), statistics.median(nothing)


def _seconds(arguments: list[str], surroundings: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=surroundings)
    return time.perf_counter() - began
