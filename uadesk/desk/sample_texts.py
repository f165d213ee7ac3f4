"""What the sample desk is made of: bulletins dated from today, a group, and a list of people."""

import re
import tomllib
from datetime import date, timedelta

from uadesk.base.folders import data
from uadesk.domain.people import Group
from uadesk.press.dates import long_date

_FILLED = re.compile(r"\{\{ (day|number)\(([-\d, ]+)\) \}\}")


def sample_bulletins(today: date) -> list[tuple[str, str]]:
    """Name and text of each sample bulletin, in the order in which they are imported; dates count from today."""
    files = sorted(path for path in data("sample/bulletins").iterdir() if path.suffix in {".txt", ".md"})
    return [(path.name, filled(path.read_text(encoding="utf-8"), today)) for path in files]


def sample_group() -> Group:
    """The group whose desk the sample desk is."""
    stored = tomllib.loads(data("sample/group.toml").read_text(encoding="utf-8"))
    return Group(**{**stored, "address_lines": tuple(stored["address_lines"])})


def sample_members_csv() -> bytes:
    """The members of the sample group, as a file to import."""
    return data("sample/members.csv").read_bytes()


def filled(template: str, today: date) -> str:
    """The text with its dates: `{{ day(-30) }}` and `{{ number(12, -30) }}`, days counted from today.

    A number carries the year of its day, in two digits or in as many as a third figure says.
    """
    return _FILLED.sub(lambda match: _value(match[1], [int(figure) for figure in match[2].split(",")], today), template)


def _value(what: str, figures: list[int], today: date) -> str:
    if what == "day":
        return long_date(today + timedelta(days=figures[0]), "en", "CA")  # as the office prints its bulletins
    sequence, days, digits = (*figures, 2)[:3]
    return f"{sequence}/{str((today + timedelta(days=days)).year)[-digits:]}"
