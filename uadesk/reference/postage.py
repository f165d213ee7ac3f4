"""What letters cost: the posts' rates in `data/postage/`, and those that a group entered in its own folder."""

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from uadesk.base.errors import UADeskError
from uadesk.base.folders import data
from uadesk.domain.postage import (
    HOME,
    WORLD,
    Form,
    PostageTable,
    Rate,
    RateClass,
    Weights,
    parse_price,
)

HEAVIEST = 2000.0
"""No post takes a heavier letter, g."""
_LIMITS = {"paper": (40.0, 400.0), "envelope": (40.0, 400.0), "more": (0.0, 500.0)}
"""What paper weighs, g/m², and what goes into a letter beside it, g."""
_ABOUT = (
    "# Your own prices. They win over those that came with UADesk; the window writes this file anew when one changes."
)


class WrongPostageError(UADeskError):
    """A file of rates cannot be read, or one of its entries says something impossible.

    `row` counts the rates from 1, 0 where something else is at fault; `field` is what is wrong, empty for the file.
    """

    def __init__(self, path: Path, row: int = 0, field: str = "") -> None:
        super().__init__(path, row, field)
        self.path = path
        self.row = row
        self.field = field


@cache
def load_postage(country: str) -> PostageTable | None:
    """The rates that came with the program for a country (ISO 3166 alpha-2), if any. Raises WrongPostageError."""
    path = data("postage") / file_name(country)
    return read_postage(path) if path.is_file() else None


def all_rates(country: str, folder: Path) -> PostageTable:
    """All rates of a country: those in the group's own folder before those that came with the program.

    Raises WrongPostageError.
    """
    known = load_postage(country) or PostageTable(country, "")
    own = own_postage(country, folder)
    return known if own is None else known.with_own(own)


def own_postage(country: str, folder: Path) -> PostageTable | None:
    """The rates that the group entered; None where it never did. Raises WrongPostageError."""
    path = folder / file_name(country)
    return read_postage(path, own=True) if path.is_file() else None


def file_name(country: str) -> str:
    """The name of a country's file: ca.toml."""
    return f"{country.lower()}.toml"


def read_postage(path: Path, *, own: bool = False) -> PostageTable:
    """The rates of one file; `own` where the group entered them. Raises WrongPostageError."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongPostageError(path) from error
    texts = {field: _text(path, 0, table, field) for field in ("country", "currency")}
    forms = {name: _form(path, name, entry) for name, entry in _tables(path, table, "form").items()}
    rows = table.get("rate", [])
    if not isinstance(rows, list):
        raise WrongPostageError(path, 0, "rate")
    return PostageTable(
        country=texts["country"],
        currency=texts["currency"],
        operator=str(table.get("operator", "")),
        rates=tuple(_rate(path, row, entry, forms, own=own) for row, entry in enumerate(rows, 1)),
        weights=_weights(path, _tables(path, table, "weights")),
    )


def _rate(path: Path, row: int, entry: Any, forms: Mapping[str, Form], *, own: bool) -> Rate:
    if not isinstance(entry, dict):
        raise WrongPostageError(path, row, "rate")
    form = entry.get("form")
    if form is not None and form not in forms:
        raise WrongPostageError(path, row, "form")
    start, end = (_day(path, row, entry, field) for field in ("held_from", "held_until"))
    if start and end and end < start:
        raise WrongPostageError(path, row, "held_until")
    return Rate(
        of=RateClass(_zone(path, row, entry), _text(path, row, entry, "service"), _upto(path, row, entry)),
        price=_price(path, row, entry),
        held_from=start,
        held_until=end,
        form=forms[form] if form else None,
        source=_text(path, row, entry, "source"),
        verified=own or entry.get("verified") is True,
        is_own=own,
    )


def _zone(path: Path, row: int, entry: Mapping[str, Any]) -> str:
    zone = _text(path, row, entry, "zone")
    codes = zone.split()
    if zone not in (HOME, WORLD) and not all(len(code) == 2 and code.isalpha() and code.isupper() for code in codes):
        raise WrongPostageError(path, row, "zone")
    return zone if zone in (HOME, WORLD) else " ".join(codes)


def _upto(path: Path, row: int, entry: Mapping[str, Any]) -> float:
    grams = _number(path, row, entry, "upto")
    if not 0 < grams <= HEAVIEST:
        raise WrongPostageError(path, row, "upto")
    return grams


def _price(path: Path, row: int, entry: Mapping[str, Any]) -> Decimal:
    """Money stands in quotes, so that no binary fraction comes near it."""
    price = parse_price(_text(path, row, entry, "price"))
    if price is None:
        raise WrongPostageError(path, row, "price")
    return price


def _day(path: Path, row: int, entry: Mapping[str, Any], field: str) -> date | None:
    day = entry.get(field)
    if day is not None and type(day) is not date:
        raise WrongPostageError(path, row, field)
    return day


def _form(path: Path, name: str, entry: Any) -> Form:
    if not isinstance(entry, dict):
        raise WrongPostageError(path, 0, f"form.{name}")
    length, width = (_number(path, 0, entry, field) for field in ("length", "width"))
    if not 0 < width <= length:
        raise WrongPostageError(path, 0, "width")
    return Form(name, length, width, _text(path, 0, entry, "source"))


def _weights(path: Path, entry: Mapping[str, Any]) -> Weights:
    given = {field: _number(path, 0, entry, field) for field in _LIMITS if field in entry}
    for field, value in given.items():
        least, most = _LIMITS[field]
        if not least <= value <= most:
            raise WrongPostageError(path, 0, field)
    return Weights(**given)


def _tables(path: Path, table: Mapping[str, Any], field: str) -> dict[str, Any]:
    entry = table.get(field, {})
    if not isinstance(entry, dict):
        raise WrongPostageError(path, 0, field)
    return entry


def _text(path: Path, row: int, entry: Mapping[str, Any], field: str) -> str:
    text = entry.get(field)
    if not isinstance(text, str) or not text.strip():
        raise WrongPostageError(path, row, field)
    return text.strip()


def _number(path: Path, row: int, entry: Mapping[str, Any], field: str) -> float:
    number = entry.get(field)
    if not isinstance(number, int | float) or isinstance(number, bool):
        raise WrongPostageError(path, row, field)
    return float(number)


def as_toml(table: PostageTable) -> str:
    """A group's own rates as their file has them."""
    lines = [_ABOUT, "", f"country = {_quoted(table.country)}", f"currency = {_quoted(table.currency)}", ""]
    lines += ["[weights]"] + [f"{field} = {getattr(table.weights, field)}" for field in _LIMITS] + [""]
    for form in dict.fromkeys(rate.form for rate in table.rates if rate.form is not None):
        lines += [f"[form.{_quoted(form.name)}]", f"length = {form.length}", f"width = {form.width}"]
        lines += [f"source = {_quoted(form.source)}", ""]
    for rate in table.rates:
        lines += ["[[rate]]", *_rate_lines(rate), ""]
    return "\n".join(lines)


def _rate_lines(rate: Rate) -> list[str]:
    days = (("held_from", rate.held_from), ("held_until", rate.held_until))
    return [
        f"zone = {_quoted(rate.of.zone)}",
        f"service = {_quoted(rate.of.service)}",
        f"upto = {rate.of.upto}",
        f"price = {_quoted(str(rate.price))}",
        *([] if rate.form is None else [f"form = {_quoted(rate.form.name)}"]),
        *(f"{field} = {day.isoformat()}" for field, day in days if day is not None),
        f"source = {_quoted(rate.source)}",
    ]


def _quoted(text: str) -> str:
    """A text as TOML's basic string: its escapes are those of JSON, and it wants DEL escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
