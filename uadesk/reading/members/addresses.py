"""A member's address from one column of lines, or from street, town, province, postal code and country."""

import re
from collections.abc import Mapping

from uadesk.reference.countries import Countries

_PARTED = re.compile(r"\n|\\n|;")
_TOWN_THEN_CODE = frozenset({"CA", "US", "AU", "NZ", "IE", "IN", "ZA"})
"""Countries that write town, province and postal code on one line in this order."""
_CODE_BELOW = frozenset({"GB"})
"""Countries that write the postal code on a line of its own."""


def lines_of(text: str) -> tuple[str, ...]:
    """Lines parted by a line break, the two signs `\\n`, or a semicolon; blanks within a line stay as typed."""
    return tuple(line for line in (re.sub(r"\s", " ", part).strip(" ,") for part in _PARTED.split(text)) if line)


def address_of(values: Mapping[str, str], countries: Countries) -> tuple[tuple[str, ...], str | None]:
    """The lines of the address, without the country, and the country's code where it is known.

    A country that nobody knows stays as the last line.
    """
    lines = [
        *lines_of(values.get("address", "")),
        *lines_of(values.get("street", "")),
        *lines_of(values.get("street_2", "")),
    ]
    printed = " ".join(values.get("country", "").split())
    code = _code_of(printed, countries)
    if not printed and len(lines) > 1 and countries.is_known_name(lines[-1]):
        code = countries.code_of(lines.pop())
    lines += _town(values, code or _shown(values, countries))
    if printed and code is None:
        lines.append(printed)
    return tuple(dict.fromkeys(lines)), code


def _code_of(printed: str, countries: Countries) -> str | None:
    if printed.upper() in countries.codes:
        return printed.upper()
    return countries.code_of(printed) if printed else None


def _shown(values: Mapping[str, str], countries: Countries) -> str | None:
    """The country that the postal code shows, which settles the order of the town's line."""
    inference = countries.of_postal_line([_joined(values, "city", "province", "postal_code")])
    return inference.code if inference is not None else None


def _town(values: Mapping[str, str], code: str | None) -> list[str]:
    """Town, province and postal code in the country's usual order."""
    if code in _CODE_BELOW:
        lines = [_joined(values, "city"), _joined(values, "province"), _joined(values, "postal_code")]
    elif code in _TOWN_THEN_CODE or (code is None and "province" in values):
        lines = [_joined(values, "city", "province", "postal_code")]
    else:
        lines = [_joined(values, "postal_code", "city"), _joined(values, "province")]
    return [line for line in lines if line]


def _joined(values: Mapping[str, str], *fields: str) -> str:
    return " ".join(" ".join(values[field].split()) for field in fields if values.get(field))
