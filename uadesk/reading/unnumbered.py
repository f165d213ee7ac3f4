"""Bulletins without a number that stand one below the other: where each begins, and where that cannot be told."""

from bisect import bisect_left
from collections.abc import Sequence

from uadesk.reading.closing import until_in
from uadesk.reading.dates import PrintedDate, dates_in
from uadesk.reading.labels import Kind, label_apart, label_of
from uadesk.reading.lines import Line, Page
from uadesk.reading.references import is_banner, number_pattern
from uadesk.reading.stories import may_be_title
from uadesk.reading.title_lines import stage_prefix
from uadesk.reference.bulletin_words import BulletinWords

MOST_HEADS = 200
"""Banners and headlines of a text that are looked at, at most."""
MOST_LINES = 5_000
"""Lines of a text that are looked at."""
MOST_ABOVE = 15
"""Lines from a banner to the header with the number below it, at most."""
LEAST_TURNS = 2
"""Times that an end date and an address take turns where two bulletins stand on a page."""
NEAR = 4
"""Filled lines from a banner to the headline below it: country and date may stand between them."""


def unnumbered_starts(page: Page, words: BulletinWords, numbered: Sequence[int]) -> list[int]:
    """The lines where bulletins begin, by their banner or headline or, for those `numbered`, by their header.

    One begins only where the one above has had its address, and this one has a headline and an address of its own: the
    head of a second page has not.
    """
    looked_at = Page(page.text, page.lines[:MOST_LINES])
    titles = {place: title for place in _heads(looked_at, words) if (title := _title(looked_at, place, words))}
    titles |= {place: page.lines[place].text for place in numbered}
    heads = sorted(titles)[:MOST_HEADS]
    addresses = _addresses(looked_at, words) if len(heads) > 1 else []
    starts, seen = heads[:1], set[str]()
    for place in heads:
        below = next((each for each in heads if each > place + MOST_ABOVE), len(looked_at.lines))
        has_both = _has_between(addresses, starts[-1], place) and _has_between(addresses, place, below)
        is_reference = place in numbered and number_pattern(words).fullmatch(page.lines[place].text) is not None
        if has_both and titles[place] not in seen and not is_reference:
            starts.append(place)
        seen.add(titles[place])
    return starts


def _heads(page: Page, words: BulletinWords) -> list[int]:
    """The lines `URGENT ACTION` and `Urgent Action update: …`."""
    return [
        place
        for place, line in enumerate(page.lines)
        if (_is_banner(line, words) and not line.text.endswith(":")) or _is_headline(line, words)
    ]


def _is_banner(line: Line, words: BulletinWords) -> bool:
    return words.header["number"].search(line.text) is not None and is_banner(line.said, words)


def _is_headline(line: Line, words: BulletinWords) -> bool:
    return stage_prefix(words).match(line.text) is not None and may_be_title(line, words)


def _title(page: Page, place: int, words: BulletinWords) -> str:
    """The headline of a head, in small letters; "" where it has none."""
    own = page.lines[place]
    prefix = stage_prefix(words).match(own.text)
    if prefix is not None and own.text[prefix.end() :]:
        return own.text[prefix.end() :].casefold()
    for line in [line for line in page.lines[place + 1 : place + 3 * NEAR] if not line.is_blank][:NEAR]:
        if label_of(line, words) is not None or _is_banner(line, words):
            break
        if may_be_title(line, words) and not _is_date(line, words):
            prefix = stage_prefix(words).match(line.text)
            return line.text[prefix.end() if prefix else 0 :].casefold()
    return ""


def _is_date(line: Line, words: BulletinWords) -> bool:
    dated = next(dates_in(line.text, words), None)
    return dated is not None and not f"{line.text[: dated.start]}{line.text[dated.end :]}".strip(" ,.–-")


def _addresses(page: Page, words: BulletinWords) -> list[int]:
    """The lines with a label of those to write to."""
    labels = (label_of(line, words) or label_apart(page, place, words) for place, line in enumerate(page.lines))
    return [place for place, label in enumerate(labels) if label is not None and label.kind is Kind.TARGET]


def _has_between(places: Sequence[int], first: int, last: int) -> bool:
    return bisect_left(places, first) < bisect_left(places, last)


def second_until(page: Page, words: BulletinWords) -> str | None:
    """The end date that shows a second bulletin on a page: addresses and end dates take turns, and the dates differ."""
    if not page.lines:
        return None
    untils = until_in(page, words, page.lines[0].start, page.lines[-1].end)
    days = {each.date.start: each.date for each in untils if each.expects_acting and not each.is_check_after}
    if len({each.month_day for each in days.values()}) < LEAST_TURNS:
        return None
    places = [*days, *(page.lines[place].start for place in _addresses(page, words))]
    turns: list[PrintedDate | None] = []
    for place in sorted(places):
        day = days.get(place)
        if not turns or (day is None) != (turns[-1] is None):
            turns.append(day)
    told = {day.month_day: day.printed for day in turns if day is not None}
    return list(told.values())[1] if len(turns) >= 2 * LEAST_TURNS and len(told) >= LEAST_TURNS else None
