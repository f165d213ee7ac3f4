"""What a check on a bulletin's field says."""

import re

from uadesk.base.language import N_, _
from uadesk.domain.texts import Check

_FIELDS = {
    "ua_number": N_("the number"),
    "stage": N_("the kind of bulletin"),
    "index": N_("the index"),
    "country": N_("the country"),
    "country_code": N_("the country"),
    "title": N_("the title"),
    "issued": N_("the issue date"),
    "act_until": N_("the last day to write"),
    "further_action": N_("whether letters are wanted"),
    "demand_lead": N_("the words before the demands"),
    "demands": N_("the demands"),
    "targets": N_("whom to write to"),
    "copies": N_("who gets a copy"),
    "solidarity": N_("the solidarity address"),
    "issuer": N_("the office"),
    "summary": N_("the summary"),
    "model_letter": N_("the model letter"),
    "background": N_("the background"),
    "previous": N_("the earlier bulletins"),
    "name": N_("the name"),
    "address_lines": N_("the postal address"),
    "lines": N_("the address block"),
    "salutation": N_("the salutation"),
    "email": N_("the email address"),
    "phone": N_("the phone number"),
    "fax": N_("the fax number"),
    "language": N_("the language"),
}
_LISTED = {"targets": N_("addressee {place}"), "copies": N_("copy {place}"), "solidarity": N_("card {place}")}
_PATH = re.compile(r"^(?P<list>\w+)\[(?P<place>\d+)\](?:\.(?P<leaf>\w+))?")


def field_word(path: str) -> str:
    """A field's path in words: `copies[0].country_code` is "the country of copy 1"."""
    match = _PATH.match(path)
    if match is None or match["list"] not in _LISTED:
        return _(_FIELDS.get(path.split("[", maxsplit=1)[0], path))
    whose = _(_LISTED[match["list"]]).format(place=int(match["place"]) + 1)
    if match["leaf"] is None:
        return whose
    return _("{field} of {addressee}").format(field=_(_FIELDS.get(match["leaf"], match["leaf"])), addressee=whose)


_SENTENCES: dict[str, str] = {}


def check_sentence(check: Check) -> str:
    """One doubt in one sentence that a volunteer understands."""
    return _(_SENTENCES[check.code]).format(field=field_word(check.field), **check.data)
