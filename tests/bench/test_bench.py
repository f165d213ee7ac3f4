"""The benchmark measures what it says, so that its figures can be believed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.__main__ import MEASURES


@pytest.mark.slow
@pytest.mark.parametrize("measure", MEASURES)
def test_each_measure_makes_as_many_letters_as_it_was_told(measure: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "tests.bench", "6", "--measure", measure],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(result.stdout)
    assert found["seconds"] > 0
    assert found["peak"] > 10
    assert 300 < found["each"] < 20_000
