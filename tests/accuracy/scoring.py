"""What was read of a bulletin against what is expected: each field right, wrong and named, or wrong in silence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.accuracy.alike import by_likeness, in_order, likeness, settled
from tests.accuracy.corpus import Json

SCALARS = (
    "language", "ua_number", "stage", "stage_ordinal", "index", "country", "country_code", "title", "issued",
    "act_until", "further_action", "demand_lead",
)  # fmt: skip
ROLES = ("targets", "copies", "solidarity")
PARTS = ("name", "title", "country_code", "salutation")
LISTS = ("lines", "address_lines", "email", "phone", "fax")
JUDGED = frozenset((*SCALARS, "demands", *ROLES))

LEAST_BULLETIN, LEAST_ADDRESSEE = 0.1, 0.3
"""What is less alike than this is another bulletin or addressee, not the same one misread."""


@dataclass(frozen=True, slots=True)
class Field:
    """A judged field. `path` is its place in what is expected, `at` in what was read; one of them where it is alone."""

    path: str
    at: str
    expected: Any
    got: Any
    is_right: bool
    is_named: bool = False
    """Whether a check names it, its parent or its list."""

    @property
    def is_silent(self) -> bool:
        return not self.is_right and not self.is_named


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one bulletin was read: its fields, how many addressees were invented, right values doubted without cause."""

    fields: tuple[Field, ...]
    invented: int = 0
    doubted: tuple[str, ...] = ()

    @property
    def right(self) -> int:
        return sum(field.is_right for field in self.fields)

    @property
    def values(self) -> dict[str, Any]:
        """What was read, by path; to tell whether two formats give the same."""
        return {
            field.path or f"+{field.at}": settled(field.got, re.sub(r"\[.*", "", field.path.rpartition(".")[2]))
            for field in self.fields
        }


def judge(expected: Sequence[Json], read: Sequence[Json], due: Sequence[Sequence[str]]) -> list[Verdict]:
    """A verdict for each expected bulletin, and one for each that is none."""
    verdicts = []
    for wanted, found in by_likeness(expected, read, _alike, LEAST_BULLETIN):
        if wanted is None:
            verdicts.append(Verdict((Field("", "bulletin", None, "a bulletin", is_right=False),)))
        elif found is None:
            verdicts.append(all_missing(expected[wanted], is_named=False))
        else:
            verdicts.append(judge_one(expected[wanted], read[found], due[wanted] if wanted < len(due) else ()))
    return verdicts


def all_missing(expected: Json, *, is_named: bool) -> Verdict:
    """Nothing was read; `is_named` where the reader said so by refusing the file."""
    missing = _fields(expected, {}, ())
    return Verdict(tuple(Field(each.path, "", each.expected, None, False, is_named) for each in missing.fields))


def judge_one(expected: Json, read: Json, due: Sequence[str]) -> Verdict:
    """One bulletin as the contract's JSON has it; only the keys of `expected` are judged."""
    checks = tuple(dict.fromkeys(str(check["field"]) for check in read.get("checks", ())))
    verdict = _fields(expected, read, checks)
    doubted = _doubted(verdict, checks, due, frozenset(expected) & JUDGED)
    return Verdict(verdict.fields, verdict.invented, doubted)


@dataclass(frozen=True, slots=True)
class _Judged:
    fields: tuple[Field, ...]
    invented: int
    moved: Mapping[str, str]
    """Where an addressee was read, and where it is expected."""


def _alike(left: Json, right: Json) -> float:
    keys = ("ua_number", "index", "title", "issued", "stage", "country")
    same: int = sum(
        left.get(key) is not None and settled(left[key], key) == settled(right.get(key), key) for key in keys
    )
    return same / len(keys) + likeness(_told(left), _told(right)) / 2


def _told(bulletin: Json) -> str:
    return " ".join(str(bulletin.get(key)) for key in ("title", "demands", "country"))


def _fields(expected: Json, read: Json, checks: Sequence[str]) -> _Judged:
    fields = [_scalar(key, key, expected[key], read.get(key), checks) for key in SCALARS if key in expected]
    if "demands" in expected:
        fields += _items("demands", "demands", expected["demands"], read.get("demands", []), checks)
    judged = tuple(key for key in ROLES if key in expected)
    wanted = [(f"{key}[{place}]", each) for key in judged for place, each in enumerate(expected[key])]
    found = [(f"{key}[{place}]", each) for key in ROLES for place, each in enumerate(read.get(key, ()))]
    invented, moved = 0, dict[str, str]()
    for i, j in by_likeness(wanted, found, lambda one, other: _alike_people(one[1], other[1]), LEAST_ADDRESSEE):
        if i is None and j is not None:
            if found[j][0].partition("[")[0] in judged:
                invented += 1
                fields.append(_invented(*found[j], checks))
        elif i is not None and j is not None:
            moved[found[j][0]] = wanted[i][0]
            fields += _addressee(*wanted[i], *found[j], checks)
        elif i is not None:
            fields += _missing(*wanted[i], checks)
    return _Judged(tuple(fields), invented, moved)


def _alike_people(left: Json, right: Json) -> float:
    return likeness(*("\n".join((*each.get("lines", ()), *each.get("email", ()))) for each in (left, right)))


def _addressee(path: str, expected: Json, at: str, read: Json, checks: Sequence[str]) -> Iterator[Field]:
    role, found = path.partition("[")[0], at.partition("[")[0]
    yield Field(f"{path}.role", f"{at}.role", role, found, role == found, _names(checks, f"{at}.role"))
    for part in PARTS:
        if part in expected:
            yield _scalar(f"{path}.{part}", f"{at}.{part}", expected[part], read.get(part), checks)
    for part in LISTS:
        if part in expected:
            yield from _items(f"{path}.{part}", f"{at}.{part}", expected[part], read.get(part, []), checks)


def _missing(path: str, expected: Json, checks: Sequence[str]) -> Iterator[Field]:
    """Every value of an addressee that was not found; a check on the list names them."""
    at = f"{path.partition('[')[0]}[]"
    for field in _addressee(path, expected, at, {}, checks):
        if field.path.endswith(".role") or field.expected is not None:
            yield Field(field.path, "", field.expected, None, is_right=False, is_named=_names(checks, at))


def _invented(at: str, read: Json, checks: Sequence[str]) -> Field:
    is_named = any(_names(checks, f"{at}.{part}") for part in ("name", "lines"))
    return Field("", at, None, " / ".join(read.get("lines", ())), is_right=False, is_named=is_named)


def _scalar(path: str, at: str, expected: Any, got: Any, checks: Sequence[str]) -> Field:
    name = path.rpartition(".")[2]
    return Field(path, at, expected, got, settled(expected, name) == settled(got, name), _names(checks, at))


def _items(path: str, at: str, expected: Sequence[str], got: Sequence[str], checks: Sequence[str]) -> Iterator[Field]:
    """A field for each item that is expected or was read; those most alike are one."""
    name = path.rpartition(".")[2]
    wanted, found = ([settled(each, name) for each in items] for items in (expected, got))
    for i, j in in_order(wanted, found):
        place = f"{at}[{'' if j is None else j}]"
        yield Field(
            "" if i is None else f"{path}[{i}]",
            place,
            None if i is None else expected[i],
            None if j is None else got[j],
            i is not None and j is not None and wanted[i] == found[j],
            _names(checks, place),
        )


def _names(checks: Sequence[str], at: str) -> bool:
    """Whether a check stands at this place or above it."""
    return any(_is_within(at, check) for check in checks)


def _is_within(path: str, whole: str) -> bool:
    return path == whole or path.startswith((f"{whole}[", f"{whole}."))


def _doubted(judged: _Judged, checks: Sequence[str], due: Sequence[str], keys: frozenset[str]) -> tuple[str, ...]:
    """The right values that a check names without cause.

    A check has cause where it is due, or where something that it names is wrong. One on a list doubts each item; one
    on a whole addressee, on all of a role, or on a list that is rightly empty counts once.
    """
    doubted: dict[str, None] = {}
    for check in checks:
        key = check.partition("[")[0].partition(".")[0]
        if key not in keys or _is_due(_expected_path(check, judged.moved), due):
            continue
        within = [field for field in judged.fields if _is_within(field.at, check)]
        if any(not field.is_right for field in within):
            continue
        is_whole = key in ROLES and "." not in check
        named = [check] if is_whole or not within else [field.path for field in within]
        doubted |= dict.fromkeys(named)
    return tuple(doubted)


def _expected_path(check: str, moved: Mapping[str, str]) -> str:
    head, dot, rest = check.partition(".")
    return moved.get(head, head) + dot + rest


def _is_due(path: str, due: Sequence[str]) -> bool:
    return any(_is_within(path, each) or _is_within(each, path) for each in due)
