"""A report in words."""

from datetime import date
from typing import TYPE_CHECKING

from uadesk.base.language import N_, _, ngettext
from uadesk.desk.words.dates import long_date, month_words
from uadesk.desk.words.states import channel_word, kind_word
from uadesk.domain.letters import Channel, PieceKind

if TYPE_CHECKING:
    from uadesk.domain.rows import Report, ReportRow

_BY = {
    "ua": N_("Case"),
    "member": N_("Member"),
    "country": N_("Country"),
    "month": N_("Month"),
    "channel": N_("How they went"),
    "kind": N_("Kind"),
    "evening": N_("Evening"),
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


def report_key(row: "ReportRow") -> str:
    """What one line of a report counts, in words: a month is "June 2025", a channel "by post"."""
    if row.by == "channel":
        return channel_word(Channel(row.key))
    if row.by == "kind":
        return kind_word(PieceKind(row.key))
    if row.by == "evening":
        return long_date(date.fromisoformat(row.key)) if row.key else _("not at an evening")
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


def report_span(report: "Report") -> str:
    """What a report covers, in words: days, or one evening."""
    if report.evening is not None:
        return _("the evening of {day}").format(day=long_date(report.evening))
    return span_words(report.first, report.last)


def report_beside(report: "Report") -> tuple[str, ...]:
    """What is known beside the letters, a sentence each: replies received, postage."""
    said = []
    if report.replies is not None:
        replies = ngettext("{n} reply received", "{n} replies received", report.replies)
        said.append(replies.format(n=report.replies))
    if report.postage is not None:
        said.append(_("Postage: {amount}").format(amount=report.postage))
    return tuple(said)
