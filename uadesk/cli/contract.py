"""A bulletin as the outside contract has it (`read --json`, `ua --json`)."""

from collections.abc import Iterable
from typing import Any

from uadesk.desk.words import check_sentence
from uadesk.domain.addresses import Addressee, Issuer
from uadesk.domain.bulletins import BulletinDraft


def bulletin_json(draft: BulletinDraft, file: str, part: int | None = None) -> dict[str, Any]:
    """One bulletin; a key that the text does not answer is null or an empty list."""
    head: dict[str, Any] = {"file": file} if part is None else {"file": file, "part": part}
    return head | {
        "ok": True,
        "language": draft.language,
        "ua_number": str(draft.number) if draft.number else None,
        "stage": draft.stage.value if draft.stage else None,
        "stage_ordinal": draft.stage_ordinal,
        "index": draft.index,
        "country": draft.country,
        "country_code": draft.country_code,
        "title": draft.title,
        "issued": draft.issued.isoformat() if draft.issued else None,
        "act_until": draft.act_until.isoformat() if draft.act_until else None,
        "further_action": draft.further_action,
        "demand_lead": draft.demand_lead,
        "demands": list(draft.demands),
        "targets": addressees_json(draft.targets),
        "copies": addressees_json(draft.copies),
        "solidarity": addressees_json(draft.solidarity),
        "issuer": _issuer_json(draft.issuer) if draft.issuer else None,
        "summary": _folded(draft.summary),
        "model_letter": _folded(draft.model_letter),
        "background": _folded(draft.background),
        "previous": list(draft.previous),
        "checks": [
            {"field": check.field, "level": check.level.value, "message": check_sentence(check)}
            for check in draft.checks
        ],
        "spans": {path: list(span) for path, span in draft.spans.items()},
    }


def addressees_json(addressees: Iterable[Addressee]) -> list[dict[str, Any]]:
    """Addressees in the order of the bulletin."""
    return [
        {
            "lines": list(each.lines),
            "name": each.name,
            "title": each.title,
            "address_lines": list(each.address_lines),
            "country_code": each.country_code,
            "email": list(each.email),
            "phone": list(each.phone),
            "fax": list(each.fax),
            "salutation": each.salutation,
        }
        for each in addressees
    ]


def _folded(text: str | None) -> str | None:
    """A text of several paragraphs with its white space folded to single blanks."""
    return None if text is None else " ".join(text.split())


def _issuer_json(issuer: Issuer) -> dict[str, Any]:
    return {
        "name": issuer.name,
        "address_lines": list(issuer.address_lines),
        "phone": list(issuer.phone),
        "fax": list(issuer.fax),
        "email": list(issuer.email),
    }
