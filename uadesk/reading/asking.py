"""What the writer is to ask the authority: the points of a list and the wording they hang on."""

import re
from collections.abc import Sequence
from dataclasses import field
from functools import cache
from typing import NamedTuple

from uadesk.domain.texts import Found
from uadesk.reading.lines import LONGEST_LABEL, Page, sentences
from uadesk.reading.points import IsLabel, Points, points_at
from uadesk.reference.bulletin_words import BulletinWords

LONGEST_LEAD = 700
ENOUGH = 2
"""The score from which a list is one of demands: it says to write, or its points urge."""


@cache
def _begins(words: BulletinWords) -> re.Pattern[str]:
    """How a sentence begins that bids the reader write."""
    return re.compile(rf"(?:{words.polite.pattern}\W+)*{words.asking['lead_begins'].pattern}", re.IGNORECASE)


class Asking(NamedTuple):
    """A list of points; `start` is where its lead sentence begins, `first` and `last` are lines."""

    start: int
    end: int
    first: int
    last: int
    lead: Found | None
    points: tuple[Found, ...]
    score: int
    says_to_write: bool
    doubts: tuple[str, ...] = field(default=())


def askings(page: Page, words: BulletinWords, first: int, is_label: IsLabel) -> list[Asking]:
    """Every list of points from this line on, scored by how much it looks like demands."""
    found: list[Asking] = []
    place = first
    while place < len(page.lines):
        if not page.lines[place].is_point:
            place += 1
            continue
        points = points_at(page, place, is_label)
        found.append(_asking(page, words, first, place, points, is_label))
        place = points.last
    return found


def _asking(page: Page, words: BulletinWords, floor: int, place: int, listed: Points, is_label: IsLabel) -> Asking:
    points, last = listed.found, listed.last
    start, lead_line, text = _lead_sentence(page, words, floor, place, is_label)
    heading = words.labels["demand_heading"].fullmatch(text) is not None
    verb = verb_of(words, text)
    writes = words.asking["write"].search(text) is not None or _tells_reader(words, text)
    own = sum(words.asking["own_verbs"].match(point.value) is not None for point in points) >= 0.5 * len(points)
    told = sum(words.asking["instructions"].match(point.value) is not None for point in points) >= 0.5 * len(points)
    opens = words.asking["own_verbs"].match(text) is not None and text[:1].isupper()
    score = ENOUGH * (writes or heading or opens) + (verb is not None) + ENOUGH * own
    if told and not own and verb is None:
        score = 0
    lead = None
    if (
        verb is not None
        and not heading
        and not (own and text.rstrip(": ").casefold().endswith(("language", "to", "letter")))
        and start >= 0
    ):
        lead = page.found(start + verb.start(), start + len(text.rstrip(" :\n–-")), "lead")
    begin = start if start >= 0 else page.lines[place].start
    end = page.lines[last - 1].end
    doubts = ("sub_points",) * listed.has_sub_points + ("points_parted",) * listed.goes_over
    return Asking(begin, end, lead_line, last, lead, tuple(points), score, writes or heading, doubts)


def _lead_sentence(page: Page, words: BulletinWords, floor: int, place: int, is_label: IsLabel) -> tuple[int, int, str]:
    """The sentence above a list: where it begins, on which line, its text; -1 and "" where there is none."""
    above = place - 1
    while above >= floor and page.lines[above].is_blank:
        above -= 1
    if above < floor or page.lines[above].is_point:
        return -1, place, ""
    first = above
    while first > floor and not page.lines[first - 1].is_blank and not page.lines[first - 1].is_point:
        if (
            is_label(page.lines[first])
            or is_label(page.lines[first - 1])
            or _begins_lead(words, page.lines[first].text)
        ):
            break
        first -= 1
    span = sentences(page.text.content, page.lines[first].start, page.lines[above].end)[-1]
    if span[1] - span[0] > LONGEST_LEAD:
        return -1, place, ""
    line = next(each for each in range(first, above + 1) if page.lines[each].end >= span[0])
    return span[0], line, page.text.content[slice(*span)]


def _begins_lead(words: BulletinWords, text: str) -> bool:
    """Whether a line begins the sentence that demands hang on, also where an address stands right above it."""
    return text[:1].isupper() and (_begins(words).match(text) is not None or _tells_reader(words, text))


def verb_of(words: BulletinWords, text: str) -> re.Match[str] | None:
    """The first word of urging that is no noun, with what belongs to it: "your appeal", "a request" are none."""
    return next((match for match in _verbs(words).finditer(text) if not _is_noun(words, text[: match.start()])), None)


@cache
def _verbs(words: BulletinWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.asking['verb_prefix'].pattern}\s+)?{words.asking['verbs'].pattern}", re.IGNORECASE)


def _is_noun(words: BulletinWords, before: str) -> bool:
    """Whether an article stands right before."""
    last = before.rsplit(maxsplit=1)[-1:] if before[-1:].isspace() else []
    return bool(last) and words.asking["articles"].fullmatch(last[0]) is not None


def _tells_reader(words: BulletinWords, text: str) -> bool:
    """Whether a lead bids the reader urge somebody, without a word of writing: `Urge the Iranian authorities to:`."""
    start = re.match(rf"\W*(?:(?:{words.polite.pattern}|then|,)\s*)*", text, re.IGNORECASE)
    return start is not None and words.asking["bids"].match(text, start.end()) is not None


def asking_in_a_sentence(page: Page, words: BulletinWords, first: int, is_label: IsLabel) -> Asking | None:
    """A request in a sentence of its own, or points below it that have no marks.

    `Write to the Minister of Justice urging her to release Ana Ruiz.`
    """
    for place in range(first, len(page.lines)):
        line = page.lines[place]
        if line.is_blank or line.is_point or is_label(line) or (place > first and not page.lines[place - 1].is_blank):
            continue
        last = place + 1
        while last < len(page.lines) and not page.lines[last].is_blank and not is_label(page.lines[last]):
            last += 1
        for span in sentences(page.text.content, line.start, page.lines[last - 1].end):
            asking = _in_one(page, words, place, last, *span, is_label)
            if asking is not None:
                return asking
    return None


def asking_below_heading(page: Page, words: BulletinWords, first: int, is_label: IsLabel) -> Asking | None:
    """Demands in paragraphs without marks below a heading: `WITH THE FOLLOWING DEMANDS`."""
    for place in range(first, len(page.lines)):
        line = page.lines[place]
        if line.is_blank or words.labels["demand_heading"].fullmatch(line.text) is None:
            continue
        points, stop = _unmarked_points(page, words, place + 1, is_label)
        points, own = _up_to_own(points, words)
        if own and 2 * own >= len(points):
            return Asking(
                line.start,
                points[-1].end,
                place,
                stop,
                None,
                tuple(points),
                ENOUGH,
                says_to_write=True,
                doubts=("demands_unmarked",),
            )
    return None


def _up_to_own(points: Sequence[Found], words: BulletinWords) -> tuple[list[Found], int]:
    """The points up to the last one that urges, or pleads in its midst, and how many of them urge."""
    pleads = re.compile(rf"\b(?:{words.asking['pleads'].pattern})\b", re.IGNORECASE)
    places = [
        place
        for place, point in enumerate(points)
        if words.asking["own_verbs"].match(point.value) or pleads.search(point.value)
    ]
    return list(points[: places[-1] + 1]) if places else [], len(places)


def _in_one(
    page: Page, words: BulletinWords, place: int, last: int, start: int, end: int, is_label: IsLabel
) -> Asking | None:
    text = page.text.content[start:end].rstrip()
    begins = _begins(words).match(text)
    leads_on = re.search(r":\s*\n\s*", text)
    if leads_on is not None and words.asking["own_verbs"].match(text, leads_on.end()):
        below = start + leads_on.end()
        last = next(each for each in range(place, last) if page.lines[each].end > below)
        text = text[: leads_on.start() + 1]
    verb = verb_of(words, text)
    if begins is None or len(text) > LONGEST_LEAD:
        return None
    if text.endswith(":"):
        lead = page.found(start + verb.start(), start + len(text) - 1, "lead") if verb is not None else None
        points, stop = _unmarked_points(page, words, last, is_label)
        own = [point for point in points if words.asking["own_verbs"].match(point.value)]
        if verb is None:
            points = own  # below "Please write in English:" only what urges is asked
        return (
            Asking(
                start,
                points[-1].end,
                place,
                stop,
                lead,
                tuple(points),
                3,
                says_to_write=True,
                doubts=("demands_unmarked",),
            )
            if points
            else None
        )
    if verb is None:
        return None
    hinge = re.compile(rf"\s{words.asking['hinges'].pattern}\s").search(text, verb.end())
    if hinge is None:
        return None
    middle = start + hinge.end()
    lead = page.found(start + verb.start(), middle, "lead")
    point = page.found(middle, start + len(text), "point")
    return Asking(start, end, place, last, lead, (point,), 3, says_to_write=True, doubts=("demand_in_sentence",))


def _unmarked_points(page: Page, words: BulletinWords, place: int, is_label: IsLabel) -> tuple[list[Found], int]:
    """The points below a lead that ends with a colon, up to the next label or heading.

    A point begins behind a blank line, or where a line opens with a verb of its own.
    """
    points: list[Found] = []
    after_blank = True
    while place < len(page.lines):
        line = page.lines[place]
        if is_label(line) or len(line.text) > 4 * LONGEST_LABEL or line.is_capitals:
            break
        if not line.is_blank:
            begins = after_blank or words.asking["own_verbs"].match(line.said) is not None or line.is_point
            start = line.body if begins else points[-1].start
            points[len(points) - (not begins) :] = [page.found(start, line.end, "point")]
        after_blank = line.is_blank
        place += 1
    return points, place


def chosen(lists: Sequence[Asking]) -> Asking | None:
    """The list of demands: the one that looks most like it, the first of equals."""
    return max(lists, key=lambda each: each.score, default=None)


def further(lists: Sequence[Asking], best: Asking) -> list[Asking]:
    """Other lists that urge as surely as the chosen one: demands stand on both sides of the addresses."""
    return [each for each in lists if each is not best and each.score > ENOUGH and each.lead is not None]
