"""The command line, called in this process or as one of its own, on a desk of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from uadesk.app import main

FIRST = """Urgent Action Office 3-1992 Yonge Street Toronto ON M4S 1Z7 Phone: (416) 363-9933 urgentaction@amnesty.ca
First UA: 12/25 Index: AMR 29/0001/2025 COSTA RICA of May 2, 2025

COSTA RICA

FREE THE RIVER GUARDIANS

Three river guardians were arrested in March after they had counted dead fish. No charge has been brought.

Write to the Minister of Justice urging the government to:

- Release the three guardians at once.
- Return the boats that were taken from them.

Write to:

The Honourable Ana Peña
Minister of Justice
Ministerio de Justicia y Paz
San José
Costa Rica

Email: despacho@example.org

Salutation: *Dear Minister Peña,*

And copy:

Mr. Luis Mora
Ambassador
Embassy of Costa Rica
350 Sparks Street, Suite 701
Ottawa, ON K1R 7S8
Tel: (613) 562-2855

ADDITIONAL INFORMATION

The river has been guarded by volunteers for twenty years.

Please take action as soon as possible until July 1, 2025.
"""

OUTCOME = """Urgent Action Office 3-1992 Yonge Street Toronto ON M4S 1Z7 Phone: (416) 363-9933 urgentaction@amnesty.ca
Outcome UA: 12/25 Index: AMR 29/0002/2025 COSTA RICA of June 20, 2025

## **THE RIVER GUARDIANS ARE HOME**

All three came home on Friday, and their boats with them.

**NO FURTHER ACTION IS REQUESTED. MANY THANKS TO ALL WHO SENT APPEALS.**
"""


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON objects, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Call `uadesk` in this process on a home of its own, on 1 June 2025 unless another day is given."""

    def call(*arguments: str | Path, today: str = "2025-06-01") -> Said:
        out, err = (TextIOWrapper(BytesIO(), encoding="ascii", write_through=True) for _name in ("out", "err"))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["uadesk", "--home", str(tmp_path / "home"), *map(str, arguments)])
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setenv("UADESK_TODAY", today)
            patch.setenv("LANGUAGE", "en")
            patch.delenv("DISPLAY", raising=False)
            with pytest.raises(SystemExit) as ended:
                main()
        status = ended.value.code or 0
        assert isinstance(status, int), f"the interpreter would print {status!r}"
        return Said(status, written(out), written(err))

    return call


@pytest.fixture
def spawn(tmp_path: Path) -> Run:
    """Call `uadesk` as `run` does, as a process of its own that begins with nothing imported or remembered."""

    def call(*arguments: str | Path, today: str = "2025-06-01", **settings: str) -> Said:
        command = [sys.executable, "-m", "uadesk", "--home", str(tmp_path / "home"), *map(str, arguments)]
        environment = {**os.environ, "UADESK_TODAY": today, "PYTHONUTF8": "1", "LANGUAGE": "en", **settings}
        environment.pop("DISPLAY", None)
        done = subprocess.run(command, capture_output=True, env=environment, timeout=100, check=False)
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


def written(stream: TextIOWrapper) -> str:
    assert isinstance(stream.buffer, BytesIO)
    return stream.buffer.getvalue().decode()


@pytest.fixture
def first(tmp_path: Path) -> Path:
    path = tmp_path / "first.txt"
    path.write_text(FIRST, "utf-8")
    return path


@pytest.fixture
def outcome(tmp_path: Path) -> Path:
    path = tmp_path / "outcome.txt"
    path.write_text(OUTCOME, "utf-8")
    return path
