"""Run the benchmark: python -m tests.bench [N …]; without a number, 100, 1,000 and 10,000 letters,
and then an evening's own share, the list of 100,000 letters and the first paint of the window.
"""

import argparse
import json
import platform
import resource
import subprocess
import sys
import time
from importlib import import_module

from tests.bench.subject import Work

MEASURES = {
    "letters, press alone": ("tests.bench.press_alone", "letters"),
    "envelopes, press alone": ("tests.bench.press_alone", "envelopes"),
    "letters from a database": ("tests.bench.from_desk", "letters"),
    "envelopes from a database": ("tests.bench.from_desk", "envelopes"),
}
"""Each measure: where it is. It prepares so many letters and gives back the work that is timed."""

COUNTS = (100, 1_000, 10_000)
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ru_maxrss."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Time letters and their envelopes.")
    parser.add_argument("counts", metavar="N", nargs="*", type=int, default=COUNTS, help="how many letters")
    parser.add_argument("--measure", choices=MEASURES, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(run_here(given.measure, given.counts[0])))
        return
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}; one process a line\n")
    print(f"{'':34}{'letters':>8}{'seconds':>10}{'process':>10}{'peak MiB':>10}{'bytes each':>12}")
    for measure in MEASURES:
        for count in given.counts:
            print_row(measure, count)
    if tuple(given.counts) == COUNTS:
        for module in ("tests.bench.evening", "tests.bench.lists", "tests.bench.first_paint"):
            print(flush=True)
            subprocess.run([sys.executable, "-m", module], check=True)


def run_here(measure: str, count: int) -> dict[str, float]:
    """Do the work once in this process: seconds, peak memory, bytes a letter."""
    work = _prepare(*MEASURES[measure], count)
    began = time.perf_counter()
    made = work()
    seconds = time.perf_counter() - began
    if made.letters != count:
        raise SystemExit(f"{measure}: {made.letters} of {count} letters were made")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT
    return {"seconds": seconds, "peak": peak / 2**20, "each": made.size / count}


def _prepare(module: str, function: str, count: int) -> Work:
    prepared: Work = getattr(import_module(module), function)(count)
    return prepared


def print_row(measure: str, count: int) -> None:
    """Measure in a process of its own, so that peaks and caches are nobody else's."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "tests.bench", str(count), "--measure", measure]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    whole = time.perf_counter() - began
    found = json.loads(result.stdout)
    print(
        f"{measure:34}{count:>8,}{found['seconds']:>10.2f}{whole:>10.2f}{found['peak']:>10.0f}{found['each']:>12,.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
