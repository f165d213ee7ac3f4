"""A report in words."""

from datetime import date

from uadesk.base.language import N_, _
from uadesk.desk.words.states import channel_word, long_date, month_words
from uadesk.domain.letters import Channel
from uadesk.domain.rows import ReportRow

_BY = {
    "ua": N_("Case"),
    "member": N_("Member"),
    "country": N_("Country"),
    "month": N_("Month"),
    "channel": N_("How they went"),
}
_COLUMNS = (N_("Went out"), N_("Still to post"), N_("Copies"), N_("Solidarity"))

REPORT_KINDS = tuple(_BY)
"""What a report counts by, in the order in which it is shown."""


def report_word(by: str) -> str:
    """What a report counts by, as a heading: "Case", "Member", …"""
    return _(_BY[by])


def report_columns() -> tuple[str, ...]:
    """The headings of the figures: posted, printed only, copies, solidarity."""
    return tuple(_(column) for column in _COLUMNS)


def report_key(row: ReportRow) -> str:
    """What one line of a report counts, in words: a month is "June 2025", a channel "by post"."""
    if row.by == "channel":
        return channel_word(Channel(row.key))
    if row.by == "month":
        year, month = row.key.split("-")
        return month_words(int(year), int(month))
    return row.key or _("not known")


def span_words(first: date | None, last: date | None) -> str:
    """The days that a report covers, in words."""
    if first and last:
        return _("{first} to {last}").format(first=long_date(first), last=long_date(last))
    if first:
        return _("since {first}").format(first=long_date(first))
    if last:
        return _("until {last}").format(last=long_date(last))
    return _("all letters so far")
