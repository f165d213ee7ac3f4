"""The last day to write, and what makes it less than sure."""

from datetime import date

from uadesk.reading.closing import Until
from uadesk.reading.dates import PrintedDate
from uadesk.reading.frames import Frame


def read_act_until(reading: Frame, issued: date | None) -> date | None:
    """The last day to write; what makes it less than sure is named."""
    untils = [each for each in reading.untils if each.expects_acting]
    if not untils and reading.ended is None:
        untils = list(reading.untils)
    if not untils:
        return None
    findings, chosen_one = reading.findings, untils[0]
    printed, day = chosen_one.date, chosen_one.date.day
    if printed.year_missing:
        day = _next_such_day(printed, issued)
        findings.uncertain("act_until", "year_inferred", printed=printed.printed)
    if day is None:
        if not printed.year_missing:
            findings.missing("act_until", "date_unreadable", printed=printed.printed)
        return None
    _doubt(reading, untils, day, issued)
    findings.take("act_until", reading.page.found(printed.start, printed.end, "until"))
    return day


def _next_such_day(printed: PrintedDate, issued: date | None) -> date | None:
    """The first such day from the issue date on."""
    if issued is None:
        return None
    day = printed.in_year(issued.year)
    return day if day is not None and day >= issued else printed.in_year(issued.year + 1)


def _doubt(reading: Frame, untils: list[Until], day: date, issued: date | None) -> None:
    findings, chosen_one = reading.findings, untils[0]
    printed = chosen_one.date
    if printed.is_ambiguous:
        findings.uncertain("act_until", "date_ambiguous", printed=printed.printed)
    if chosen_one.is_check_after or not chosen_one.expects_acting:
        findings.uncertain(
            "act_until", "check_after" if chosen_one.is_check_after else "until_in_story", printed=printed.printed
        )
    if issued is not None and day < issued:
        findings.conflict("act_until", "before_issue", act_until=day.isoformat(), issued=issued.isoformat())
    others = {each.date.day for each in untils if each.date.day} - {day}
    if others:
        findings.conflict("act_until", "dates_differ", act_until=day.isoformat(), other=min(others).isoformat())
