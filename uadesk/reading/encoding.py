"""Drafts as plain JSON values and back: what crosses from the reading process, and what the store keeps.

What comes back is checked again: a value of another type than expected raises ValueError.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, TypeVar

from uadesk.domain.addresses import Addressee, Issuer, Role
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.numbers import parse_number
from uadesk.domain.texts import Check, Level, Origin, Span, Text

T = TypeVar("T")
Json = dict[str, Any]
LONGEST_LIST = 10_000


def draft_to_json(draft: BulletinDraft) -> Json:
    """Everything in a draft; dates as ISO, the number as printed, spans as pairs."""
    plain: Json = {name: getattr(draft, name) for name in _TEXTS}
    plain |= {
        "text": text_to_json(draft.text),
        "number": str(draft.number) if draft.number else None,
        "stage": draft.stage.value if draft.stage else None,
        "stage_ordinal": draft.stage_ordinal,
        "issued": draft.issued.isoformat() if draft.issued else None,
        "act_until": draft.act_until.isoformat() if draft.act_until else None,
        "further_action": draft.further_action,
        "demands": list(draft.demands),
        "previous": list(draft.previous),
        "issuer": _plain(draft.issuer) if draft.issuer else None,
        "checks": [
            {"field": each.field, "level": each.level.value, "code": each.code, "data": dict(each.data)}
            for each in draft.checks
        ],
        "spans": {path: list(span) for path, span in draft.spans.items()},
    }
    for name in ("targets", "copies", "solidarity"):
        plain[name] = [_plain(each) | {"role": each.role.value} for each in getattr(draft, name)]
    return plain


def _plain(value: Addressee | Issuer) -> Json:
    return {name: list(each) if isinstance(each, tuple) else each for name, each in asdict(value).items()}


def draft_from_json(plain: Mapping[str, Any]) -> BulletinDraft:
    """The draft again. Raises ValueError for anything that is no draft."""
    try:
        return _draft(plain)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no draft") from error


def text_to_json(text: Text) -> Json:
    return {
        "content": text.content,
        "bold": [list(span) for span in text.bold],
        "source": text.source,
        "hidden": list(text.hidden),
        "italic": [list(span) for span in text.italic],
        "headings": [list(span) for span in text.headings],
        "origins": [[each.start, each.end, each.part, each.page, each.box] for each in text.origins],
    }


def text_from_json(plain: Mapping[str, Any]) -> Text:
    """The text again. Raises ValueError for anything that is no text."""
    try:
        content = _is(str, plain["content"])
        return Text(
            content,
            tuple(_span(each, len(content)) for each in plain["bold"]),
            _is(str, plain["source"]),
            tuple(_is(int, each) for each in plain["hidden"]),
            tuple(_span(each, len(content)) for each in plain["italic"]),
            tuple(_span(each, len(content)) for each in plain["headings"]),
            tuple(_origin(each, len(content)) for each in plain["origins"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError("no text") from error


def _origin(plain: Sequence[Any], length: int) -> Origin:
    start, end, part, page, box = plain
    if box is not None:
        left, top, right, bottom = (float(_is((int, float), side)) for side in box)
        box = (left, top, right, bottom)
    return Origin(*_span((start, end), length), _is(str, part), _maybe(int, page), box)


_TEXTS = (
    "language",
    "index",
    "country",
    "country_code",
    "title",
    "demand_lead",
    "summary",
    "model_letter",
    "background",
)


def _draft(plain: Mapping[str, Any]) -> BulletinDraft:
    text = text_from_json(plain["text"])
    stage, number, ordinal = plain["stage"], plain["number"], plain["stage_ordinal"]
    return BulletinDraft(
        text=text,
        **{name: _maybe(str, plain[name]) for name in _TEXTS},
        number=parse_number(_is(str, number)) if number is not None else None,
        stage=Stage(stage) if stage is not None else None,
        stage_ordinal=_maybe(int, ordinal),
        issued=_day(plain["issued"]),
        act_until=_day(plain["act_until"]),
        further_action=_maybe(bool, plain["further_action"]),
        demands=_strings(plain["demands"]),
        targets=_addressees(plain["targets"]),
        copies=_addressees(plain["copies"]),
        solidarity=_addressees(plain["solidarity"]),
        issuer=_issuer(plain["issuer"]) if plain["issuer"] is not None else None,
        previous=_strings(plain["previous"]),
        checks=tuple(_check(each) for each in _list(plain["checks"])),
        spans={_is(str, path): _span(span, len(text.content)) for path, span in plain["spans"].items()},
    )


def _addressees(plain: object) -> tuple[Addressee, ...]:
    return tuple(
        Addressee(
            lines=_strings(each["lines"]),
            role=Role(each["role"]),
            name=_is(str, each["name"]),
            title=_maybe(str, each["title"]),
            address_lines=_strings(each["address_lines"]),
            country_code=_maybe(str, each["country_code"]),
            email=_strings(each["email"]),
            phone=_strings(each["phone"]),
            fax=_strings(each["fax"]),
            salutation=_maybe(str, each["salutation"]),
        )
        for each in _list(plain)
    )


def _issuer(plain: Mapping[str, Any]) -> Issuer:
    lists = {name: _strings(plain[name]) for name in ("address_lines", "phone", "fax", "email")}
    return Issuer(name=_is(str, plain["name"]), **lists)


def _check(plain: Mapping[str, Any]) -> Check:
    data = {_is(str, name): _is(str, value) for name, value in plain["data"].items()}
    return Check(_is(str, plain["field"]), Level(plain["level"]), _is(str, plain["code"]), data)


def _day(plain: object) -> date | None:
    return date.fromisoformat(_is(str, plain)) if plain is not None else None


def _span(plain: Sequence[Any], length: int) -> Span:
    start, end = (_is(int, each) for each in plain)
    if not 0 <= start <= end <= length:
        raise ValueError("a span outside its text")
    return start, end


def _strings(plain: object) -> tuple[str, ...]:
    return tuple(_is(str, each) for each in _list(plain))


def _list(plain: object) -> list[Any]:
    listed = _is(list, list(plain) if isinstance(plain, tuple) else plain)
    if len(listed) > LONGEST_LIST:
        raise ValueError("a list too long")
    return listed


def _is(kind: type[T] | tuple[type[T], ...], value: object) -> T:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"no {kind}")
    return value


def _maybe(kind: type[T], value: object) -> T | None:
    return None if value is None else _is(kind, value)
