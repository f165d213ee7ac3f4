"""What is said about a list of members before it is stored."""

from uadesk.base.language import N_, _
from uadesk.reading.members.lists import Column, ListPart, RowProblem

_PROBLEMS = {
    "no_name": N_("Row {row} has no name and was left out."),
    "too_long": N_("Row {row} was left out: its {column} is far too long."),
    "ragged": N_("Row {row} was left out: it has {found} fields instead of {expected}."),
    "too_many_rows": N_("Row {row} and those after it were left out: a list may have {limit} rows."),
    "country_unknown": N_("Row {row}: “{country}” is no country that UADesk knows; it was left empty."),
    "not_an_email": N_("Row {row}: “{email}” is no email address; it was left empty."),
}
_CARD_PROBLEMS = {
    "broken": N_("Card {row} is damaged or cut short and was left out."),
    "no_person": N_("Card {row} (“{name}”) is a list of people, not a person, and was left out."),
    "no_name": N_("Card {row} has no name and was left out."),
    "too_long": N_("Card {row} was left out: it is far too long."),
    "too_many_rows": N_("Card {row} and those after it were left out: a list may have {limit} people."),
    "country_unknown": N_("Card {row}: “{country}” is no country that UADesk knows; it was left empty."),
    "not_an_email": N_("Card {row}: “{email}” is no email address; it was left empty."),
}
_FIELDS = {
    "name": N_("name"),
    "first_name": N_("first name"),
    "last_name": N_("last name"),
    "address": N_("address"),
    "street": N_("street"),
    "street_2": N_("second line of the street"),
    "city": N_("city"),
    "province": N_("province or state"),
    "postal_code": N_("postal code"),
    "country": N_("country"),
    "email": N_("email"),
    "phone": N_("phone"),
    "about": N_("note about the person"),
}


def problem_sentence(problem: RowProblem) -> str:
    """What was wrong with one row of the list, or one card of the address book."""
    words = _CARD_PROBLEMS if problem.part is ListPart.CARD else _PROBLEMS
    return _(words[problem.code]).format(row=problem.row, **problem.data)


def list_field_word(field: str) -> str:
    """What a column holds, in words."""
    return _(_FIELDS[field])


def column_sentence(column: Column) -> str:
    """What a column was taken for, or that nobody knows it."""
    if column.field is None:
        return _("The column “{header}” is not known and was left out.").format(header=column.header)
    return _("The column “{header}” is the {field}.").format(header=column.header, field=list_field_word(column.field))
