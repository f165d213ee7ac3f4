"""Dates in words."""

from datetime import date

from uadesk.base.language import N_, _

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def long_date(day: date) -> str:
    """A date with the month in words: 1 July 2025."""
    return _("{day} {month} {year}").format(day=day.day, month=_(_MONTHS[day.month - 1]), year=day.year)


def weekday_word(day: date) -> str:
    """The day of the week: Tuesday."""
    return _(_WEEKDAYS[day.weekday()])


def weekday_date(day: date) -> str:
    """A date with its day of the week: Tuesday 3 June 2025."""
    return _("{weekday} {date}").format(weekday=weekday_word(day), date=long_date(day))


def month_words(year: int, month: int) -> str:
    """A month in words: July 2025."""
    return _("{month} {year}").format(month=_(_MONTHS[month - 1]), year=year)
