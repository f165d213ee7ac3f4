"""The stationery that groups use, as `data/stationery` lists it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from uadesk.base.errors import UADeskError
from uadesk.base.folders import data
from uadesk.domain.paper import Envelope

SMALLEST, LARGEST = 70.0, 400.0
"""Edges of anything that goes through a printer as an envelope, mm."""


class WrongStationeryError(UADeskError):
    """The stationery file cannot be read, or one of its entries says something impossible.

    `ident` is the entry, empty where the file itself is at fault; `field` is what is wrong in it.
    """

    def __init__(self, path: Path, ident: str = "", field: str = "") -> None:
        super().__init__(path, ident, field)
        self.path = path
        self.ident = ident
        self.field = field


@cache
def load_envelopes() -> Mapping[str, Envelope]:
    """All envelopes by their id, in the order of the file. Raises WrongStationeryError."""
    return read_envelopes(data("stationery/envelopes.toml"))


def read_envelopes(path: Path) -> Mapping[str, Envelope]:
    """The envelopes of one file. Raises WrongStationeryError."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongStationeryError(path) from error
    return MappingProxyType({ident: _envelope(path, ident, entry) for ident, entry in entries.items()})


def _envelope(path: Path, ident: str, entry: Any) -> Envelope:
    if not isinstance(entry, dict):
        raise WrongStationeryError(path, ident)
    for field in ("width", "height"):
        if not isinstance(entry.get(field), int | float) or not SMALLEST <= entry[field] <= LARGEST:
            raise WrongStationeryError(path, ident, field)
    if entry["width"] < entry["height"]:
        raise WrongStationeryError(path, ident, "width")
    for field in ("name", "source"):
        if not isinstance(entry.get(field), str) or not entry[field]:
            raise WrongStationeryError(path, ident, field)
    return Envelope(
        ident=ident,
        name=entry["name"],
        width=float(entry["width"]),
        height=float(entry["height"]),
        source=entry["source"],
        verified=entry.get("verified") is True,
    )
