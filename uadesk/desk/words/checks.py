"""What a check on a bulletin's field says."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from uadesk.base.language import N_, _
from uadesk.desk.words.dates import long_date
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
    "text": N_("the text"),
}
_LISTED = {"targets": N_("addressee {place}"), "copies": N_("copy {place}"), "solidarity": N_("card {place}")}
_ISO = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_PATH = re.compile(r"^(?P<list>\w+)\[(?P<place>\d+)\](?:\.(?P<leaf>\w+))?")


def field_word(path: str, name: str = "") -> str:
    """A field's path in words: `copies[0].country_code` is "the country of copy 1", or of the one with this name."""
    match = _PATH.match(path)
    if match is None or match["list"] not in _LISTED:
        return _(_FIELDS.get(path.split("[", maxsplit=1)[0], path))
    whose = name or _(_LISTED[match["list"]]).format(place=int(match["place"]) + 1)
    if match["leaf"] is None:
        return whose
    return _("{field} of {addressee}").format(field=_(_FIELDS.get(match["leaf"], match["leaf"])), addressee=whose)


SENTENCES = {
    "no_number": N_("The bulletin gives no number; the case can be kept without one."),
    "number_of_others": N_("“{printed}” is the number of another organisation, no urgent action of Amnesty."),
    "no_index": N_("The header has no index."),
    "no_act_until": N_("No last day to write was found; please look for it in the text or ask the office."),
    "no_targets": N_("Nobody to write to was found; please add the address from the text."),
    "no_demands": N_("No demands were found; please add what the letters are to ask for."),
    "numbers_differ": N_(
        "The bulletin has the number {number} in one place and {other} in another; which one is right?"
    ),
    "stage_contradicted": N_(
        "The head of the bulletin and its text (“{printed}”) do not agree whether it is the first, an update or an "
        "outcome; please look at it."
    ),
    "year_inferred": N_("The last day to write is printed without a year (“{printed}”); the next such day was taken."),
    "date_unreadable": N_("{Field} is printed as “{printed}”, which is no date; please enter it."),
    "date_ambiguous": N_("{Field} is printed as “{printed}”; day and month could be the other way round."),
    "check_after": N_(
        "The bulletin says to check with the office after “{printed}”; that day is taken as the last one to write."
    ),
    "until_in_story": N_("The last day to write was taken from the running text (“{printed}”); please look at it."),
    "before_issue": N_(
        "The last day to write, {act_until}, is before the issue date, {issued}; please ask the office."
    ),
    "dates_differ": N_("The bulletin says to write until {act_until} and also until {other}; please ask the office."),
    "country_from_story": N_("The bulletin gives no country by itself; its story speaks of “{printed}”."),
    "country_from_title": N_("The bulletin names the country only in its headline (“{printed}”)."),
    "several_countries": N_("Several countries are named (“{printed}”); please choose the one of the case."),
    "country_not_known": N_("“{printed}” is no country that UADesk knows; please choose the country."),
    "countries_differ": N_(
        "The header names {other}, the line below it {printed}; please choose the country of the case."
    ),
    "country_differs": N_(
        "The address names {named_name}, but its postal code is of {inferred_name}; please look at {field}."
    ),
    "country_inferred": N_("The address of {whose} names no country; its {why_word} points to {country_name}."),
    "country_of_case": N_(
        "The address of {whose} names no country; the country of the case, {country_name}, was taken."
    ),
    "country_unknown": N_("The address of {whose} names no country; please choose the one where the letter is to go."),
    "generic_copies": N_("Copies are asked for in general (“{printed}”); add an embassy by hand if you write to one."),
    "nobody_below_heading": N_("Below “{printed}” no address was found; please add it from the text."),
    "demands_in_story": N_("The demands were taken from the running text; please look at them."),
    "demands_unmarked": N_("The demands were not marked as a list; please look at them."),
    "demand_in_sentence": N_("The demand is part of a sentence; please look at it."),
    "encoding_guessed": N_("The file's letters were guessed to be {encoding}; please look at names with accents."),
    "read_in_part": N_("The text is longer than any bulletin; only its first part was read, please look at the rest."),
    "several_bulletins": N_(
        "More than one bulletin seems to stand in this text: it says again to write, until “{printed}”; please part it."
    ),
    "hidden_text": N_("The file holds text that cannot be seen (“{printed}”); it was left out, please look at it."),
    "deleted_text": N_("The file keeps text that was deleted from it (“{printed}”); it was left out, please look."),
    "note_left_out": N_("The words that came with the bulletin (“{printed}”) were left out; please look at them."),
    "attachment_left_out": N_(
        "The attached file “{name}” looks like a bulletin too and was left out; save and open it to read it."
    ),
    "attachment_not_read": N_("The attached file “{name}” could not be read; please open it and copy its text."),
    "issuer_one_line": N_("The office's address stands on one line; how it was parted is a guess."),
    "name_or_address": N_("It is not sure whether “{printed}” is a name; please look at {field}."),
    "more_offices": N_("Below the office stands another one (“{printed}”); please look at {field}."),
    "hidden_characters": N_("{Field} held characters that cannot be seen; they were left out, please compare it."),
    "mixed_scripts": N_("{Field} has letters of different alphabets that look alike (“{printed}”); please compare it."),
    "sub_points": N_("A demand has points of its own; please look at how they were kept."),
    "points_parted": N_("Other words stand between two demands and were left out; please look at them."),
    "demand_left_out": N_("“{printed}” may be a demand too and was not taken; please look at it."),
    "more_demands": N_("Demands stand in more than one list; all were taken below the words of the first."),
    "ends_and_asks": N_("The bulletin asks for letters and also says “{printed}”; please look at it."),
    "no_name": N_("No name was found for {whose}; please add it."),
    "no_postal_lines": N_("{Whose} has no postal address; a letter cannot go there before it is added."),
    "mixed_block": N_(
        "The address of {whose} may be more than one, or one that is not parted; please look at all of it."
    ),
    "line_looks_like_prose": N_(
        "“{printed}” stands in the address of {whose} and reads like a sentence; please look whether it belongs there."
    ),
    "address_differs": N_(
        "The address of {whose} is another than the one stored with {case}. In this bulletin: {printed}. Stored: "
        "{stored}. Please look which one holds."
    ),
    "one_line_block": N_("The address of {whose} was printed on one line; please check how it was parted."),
    "no_salutation": N_("{Whose} has no salutation; please add how the letter begins."),
    "salutation_long": N_("{Field} is longer than one usually is; please look where it ends."),
    "salutation_blank": N_("The salutation of {whose} has a blank to fill in (“{printed}”)."),
    "not_a_number": N_("“{printed}” stands where {field} should be, and is no number."),
    "not_an_email": N_("“{printed}” stands where {field} should be, and is none."),
    "web_form": N_("Instead of {field} there is a web form (“{printed}”)."),
    "hidden_email": N_("The web site hid {field} (“{printed}”); please ask the office for it."),
}
"""What each doubt says. `{field}` is the field in words, `{whose}` its addressee; capitals begin a sentence."""

_WHY = {"postal_code": N_("postal code"), "city": N_("city")}


def check_sentence(check: Check, name: str = "") -> str:
    """One doubt in one sentence that a volunteer understands; an addressee is called by `name` where it is given."""
    field, whose = field_word(check.field, name), field_word(check.field.split(".")[0], name)
    names = {"field": field, "whose": whose, "Field": _capital(field), "Whose": _capital(whose)}
    return _(SENTENCES[check.code]).format(**names, **_shown(check.data))


def by_sentence(checks: Sequence[Check]) -> dict[str, tuple[Check, ...]]:
    """The doubts that say the same together, such as on a country's name and on its code, by what they say."""
    found: dict[str, tuple[Check, ...]] = {}
    for check in checks:
        said = check_sentence(check)
        found[said] = (*found.get(said, ()), check)
    return found


def _shown(data: Mapping[str, str]) -> dict[str, str]:
    """A check's data as people read them: dates in words, countries by name."""
    shown = dict(data)
    for key in ("act_until", "issued", "other"):
        if key in data and _ISO.match(data[key]):
            shown[key] = long_date(date.fromisoformat(data[key]))
    for key in ("country", "named", "inferred"):
        if key in data:
            from uadesk.reference.countries import load_countries  # few doubts name a country

            shown[f"{key}_name"] = load_countries().name(data[key], "en")
    if "why" in data:
        shown["why_word"] = _(_WHY[data["why"]])
    return shown


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
