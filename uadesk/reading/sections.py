"""A bulletin cut into its sections: the story, what to ask, whom to write to, the background, the end."""

from collections.abc import Sequence
from typing import NamedTuple

from uadesk.domain.texts import Found
from uadesk.reading.address_ends import ends_addresses, is_contact
from uadesk.reading.asking import Asking
from uadesk.reading.closing import Until
from uadesk.reading.headers import is_header_line
from uadesk.reading.labels import ADDRESSES, Kind, Label, end_of_label, label_apart, label_of
from uadesk.reading.lines import LONGEST_LABEL, Line, Page
from uadesk.reading.offices import looks_like_beginning
from uadesk.reference.bulletin_words import BulletinWords

MOST_ADDRESS_LINES = 14
"""Lines of an address that has no label above it."""
FOOT = 4
"""Lines at the end, filled ones, where the header may be repeated."""


class Section(NamedTuple):
    """Lines `first` to one past `last`; its own text begins at `start`, behind a label, and ends at `end`."""

    kind: Kind
    first: int
    last: int
    start: int
    end: int
    label: str = ""


def cut(
    page: Page,
    words: BulletinWords,
    first: int,
    demands: Sequence[Asking],
    untils: Sequence[Until],
    ended: Found | None,
    letter: tuple[int, int] | None,
) -> list[Section]:
    """All sections from this line on; `letter` are the first and one past the last line of a model letter."""
    stops = _fixed(page, words, first, demands, untils, ended, letter)
    starts: list[tuple[int, Kind, int, str]] = []
    kind = Kind.STORY
    if first < len(page.lines):
        starts.append((first, kind, page.lines[first].start, ""))
    for place in range(first, len(page.lines)):
        begun = stops.get(place)
        if begun is None and kind in ADDRESSES and not _is_in_letter(place, letter):
            begun = ends_addresses(page, place, kind, words)
        if begun is not None:
            kind = begun[0]
            starts.append((place, *begun))
    return _sections(page, starts)


_Begins = dict[int, tuple[Kind, int, str]]
"""Of each line where a section begins: its kind, where its text begins, its label."""


def _fixed(
    page: Page,
    words: BulletinWords,
    first: int,
    demands: Sequence[Asking],
    untils: Sequence[Until],
    ended: Found | None,
    letter: tuple[int, int] | None,
) -> _Begins:
    """The lines where a section begins for sure."""
    begins = _labelled(page, words, first, demands, letter)
    begins.update((place, (Kind.NOTE, page.lines[place].start, "")) for place in _foot(page, words, first))
    begins.update((each.first, (Kind.ASKING, each.start, "")) for each in demands)
    if demands and not any(kind is Kind.TARGET for kind, _start, _label in begins.values()):
        below = page.next_filled(demands[-1].last)
        if below is not None and below not in begins and _is_address(page, below, words):
            begins[below] = (Kind.TARGET, page.lines[below].start, "")
    for start in [until.sentence[0] for until in untils if until.expects_acting] + ([ended.start] if ended else []):
        at = next((each for each, line in enumerate(page.lines) if line.start <= start <= line.end), -1)
        if at >= first and at not in begins and not _is_in_letter(at, letter):
            begins[at] = (Kind.END, start, "")
    if letter is not None:
        begins[letter[0]] = (Kind.LETTER, page.lines[letter[0]].start, "")
        if letter[1] < len(page.lines) and letter[1] not in begins:
            begins[letter[1]] = (Kind.NOTE, page.lines[letter[1]].start, "")
    return begins


def _labelled(
    page: Page, words: BulletinWords, first: int, demands: Sequence[Asking], letter: tuple[int, int] | None
) -> _Begins:
    """The lines with a label or a heading; none within the model letter, or that leads to the demands."""
    begins: _Begins = {}
    labelled = 0  # up to here a label goes on
    for place in range(first, len(page.lines)):
        line = page.lines[place]
        if line.end <= labelled or _is_in_letter(place, letter):
            continue
        label = label_of(line, words) or label_apart(page, place, words)
        if label is None or _is_lead(place, label, demands):
            if words.labels["demand_heading"].fullmatch(line.text):
                begins[place] = (Kind.ASKING, line.end, line.text)
            continue
        is_whole = words.exact[label.kind].fullmatch(line.text) is not None or label.start < line.end
        start = label.start if is_whole else max(label.start, end_of_label(page, place))
        begins[place] = (label.kind, start, page.words(line.start, start))
        labelled = start
    return begins


def _is_address(page: Page, place: int, words: BulletinWords) -> bool:
    """Whether an address without a label stands here: short lines, among them one with a contact or a salutation.

    Others may follow it without a blank line.
    """
    lines = page.lines[place : min(page.paragraph(place)[1], place + MOST_ADDRESS_LINES)]
    if len(lines) == 1:
        lines = _loose(page, place, words)
    if len(lines) <= 2 or any(len(line.text) > LONGEST_LABEL // 2 for line in lines):
        return False
    return any(is_contact(line, words) for line in lines) or looks_like_beginning(lines[0].text, words)


def _loose(page: Page, place: int, words: BulletinWords) -> Sequence[Line]:
    """The lines from here on between which blank lines stand, up to one with a contact or a salutation."""
    below = [line for line in page.lines[place : place + 2 * MOST_ADDRESS_LINES] if not line.is_blank]
    last = next((each for each, line in enumerate(below) if is_contact(line, words)), -1)
    return below[: last + 1]


def _foot(page: Page, words: BulletinWords, first: int) -> list[int]:
    """The header's line once more, at the foot of the last page."""
    filled = [place for place in range(first, len(page.lines)) if not page.lines[place].is_blank]
    return [place for place in filled[-FOOT:] if is_header_line(page.lines[place], words)]


def _is_in_letter(place: int, letter: tuple[int, int] | None) -> bool:
    return letter is not None and letter[0] <= place < letter[1]


def _is_lead(place: int, label: Label, demands: Sequence[Asking]) -> bool:
    """Whether a label of addresses is followed by demands instead, so that it is their lead."""
    return label.kind is Kind.TARGET and any(each.first <= place < each.last for each in demands)


def _sections(page: Page, starts: list[tuple[int, Kind, int, str]]) -> list[Section]:
    sections: list[Section] = []
    for number, (place, kind, start, label) in enumerate(starts):
        following = starts[number + 1] if number + 1 < len(starts) else None
        last = following[0] if following else len(page.lines)
        end = page.lines[-1].end if following is None else page.lines[following[0]].start
        if following is not None and following[1] in (Kind.ASKING, Kind.END) and not following[3]:
            end = following[2]
        sections.append(Section(kind, place, last, min(start, end), end, label))
    return sections
