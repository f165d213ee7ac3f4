"""The report for the office whose bulletins a group writes on: one page, and a mail that carries it.

UADesk sends nothing: the mail is a file that a person opens in a mail program.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from mimetypes import guess_type
from textwrap import shorten
from typing import TYPE_CHECKING

from uadesk.base.language import _, ngettext
from uadesk.desk.cases import list_cases
from uadesk.desk.desk import Desk
from uadesk.desk.groups import group
from uadesk.desk.mails import draft_mail, one_line
from uadesk.domain.addresses import Issuer
from uadesk.domain.counts import Count, total
from uadesk.domain.rows import Report, ReportRow

if TYPE_CHECKING:
    from uadesk.press.reports import ReportSheet

ROWS = 24
"""Rows of one line that the page has room for, cases and people together."""

LONGEST = 60
"""Signs that a row's name may have."""

Attachment = tuple[str, bytes]
"""A file beside the report: its name and what is in it, such as the scan of a reply."""


def offices(desk: Desk) -> tuple[Issuer, ...]:
    """The offices whose bulletins came, the one heard of last first."""
    from uadesk.store.queries.offices import offices as found

    with desk.store.reading() as session:
        return found(session)


def office_report(desk: Desk, office: Issuer, counted: Report) -> bytes:
    """The report as one page on the group's paper; people are on it where `counted` names them.

    What there is no room for is added up in a last row.
    """
    from uadesk.press.reports import report_pdf

    paper = group(desk).usual_paper
    for rows in range(ROWS, 3, -4):  # fewer where long names take two lines
        out = BytesIO()
        if report_pdf(_sheet(desk, office, counted, rows), paper, out) == 1:
            break
    return out.getvalue()


def _sheet(desk: Desk, office: Issuer, counted: Report, rows: int) -> "ReportSheet":
    """The report in words, with so many rows in all."""
    from uadesk.desk import words
    from uadesk.press.reports import ReportSheet, Table

    about = _countries(desk)
    by = {kind: counted.by(kind) for kind in ("ua", "member")}
    rooms = _rooms(rows, len(by["ua"]), len(by["member"]))
    tables = (
        Table(words.report_word(kind), _fitted([(_key(row, about), row.count) for row in each], rooms[kind]))
        for kind, each in by.items()
        if each
    )
    return ReportSheet(
        title=shorten(_group_words(desk), 2 * LONGEST, placeholder=" …"),
        subtitle=_("Letters written, {span}").format(span=words.report_span(counted)),
        columns=words.report_columns(),
        total=counted.total,
        tables=tuple(tables),
        foot=_("made on {day}").format(day=words.long_date(desk.today)),
        beside=(*_for_whom(office), *words.report_beside(counted)),
    )


def office_mail(
    desk: Desk, office: Issuer, counted: Report, *, to: str | None = None, attachments: Sequence[Attachment] = ()
) -> bytes:
    """A mail to the office with the report and further files, as the content of an .eml file.

    `to` holds other addresses than the office's own, with blanks or commas between. Raises NotAMailboxError.
    """
    from uadesk.desk import words

    span = words.report_span(counted)
    subject = _("Letters written by {group}, {span}").format(group=_group_words(desk), span=span)
    address = next(iter(office.email), "") if to is None else to
    boxes = [box for box in address.replace(";", ",").replace(",", " ").split() if box]
    mail = draft_mail(boxes, subject, _text(desk, office, counted, span), sender=group(desk).email.strip())
    for name, content in ((_("report.pdf"), office_report(desk, office, counted)), *attachments):
        main, _slash, sub = (guess_type(name)[0] or "application/octet-stream").partition("/")
        mail.add_attachment(content, maintype=main, subtype=sub, filename=one_line(name))
    return mail.as_bytes()


def _text(desk: Desk, office: Issuer, counted: Report, span: str) -> str:
    from uadesk.desk import words

    ours, count = group(desk), counted.total
    letters = ngettext("{n} letter", "{n} letters", count.posted).format(n=count.posted)
    copies = ngettext("{n} copy", "{n} copies", count.copies).format(n=count.copies)
    said = [
        _("To {office}").format(office=one_line(office.name)) if office.name else _("Good day,"),
        _("Our group ({group}) sent {letters} and {copies}: {span}. The attached page says on which cases.").format(
            group=_group_words(desk), letters=letters, copies=copies, span=span
        ),
        *words.report_beside(counted),
        _("With kind regards,"),
        "\n".join(filter(None, (one_line(ours.coordinator), one_line(ours.name)))),
    ]
    return "\n\n".join(part for part in said if part) + "\n"


def _group_words(desk: Desk) -> str:
    """The group's name, with its number where the name does not say it."""
    ours = group(desk)
    name = ours.name or _("Letter-writing group")
    if not ours.number or ours.number in name:
        return name
    return _("{name} (group {number})").format(name=name, number=ours.number)


def _for_whom(office: Issuer) -> tuple[str, ...]:
    if not office.name:
        return ()
    return (_("For {office}").format(office=shorten(office.name, LONGEST, placeholder=" …")),)


def _countries(desk: Desk) -> Mapping[str, str]:
    """The country of each case, by its number."""
    return {row.name: row.country for row in list_cases(desk, include_closed=True)}


def _key(row: ReportRow, countries: Mapping[str, str]) -> str:
    country = countries.get(row.key, "") if row.by == "ua" else ""
    return shorten("  ".join(filter(None, (row.key, country))), LONGEST, placeholder=" …")


def _rooms(rows: int, cases: int, people: int) -> dict[str, int]:
    """How many rows each table has: what the one does not need is the other's."""
    half = rows // 2
    return {"ua": max(half, rows - people), "member": max(half, rows - cases)}


def _fitted(rows: Sequence[tuple[str, Count]], room: int) -> tuple[tuple[str, Count], ...]:
    """As many rows as there is room for; the rest is added up in the last."""
    if len(rows) <= room:
        return tuple(rows)
    rest = rows[room - 1 :]
    more = _("{n} more").format(n=len(rest))
    return (*rows[: room - 1], (more, total(count for _name, count in rest)))
