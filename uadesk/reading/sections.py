"""A bulletin cut into its sections: the story, what to ask, whom to write to, the background, the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from uadesk.domain.texts import Found
from uadesk.reading.asking import Asking
from uadesk.reading.closing import Until
from uadesk.reading.headers import is_header_line
from uadesk.reading.lines import LONGEST_LABEL, Line, Page, sentences
from uadesk.reading.offices import looks_like_beginning
from uadesk.reference.bulletin_words import BulletinWords

PROSE_WORDS = 11
"""A line of so many words that ends like a sentence is no line of an address."""


class Kind(StrEnum):
    STORY = "story"
    ASKING = "asking"
    TARGET = "target"
    COPY = "copy"
    SOLIDARITY = "solidarity"
    BACKGROUND = "background"
    LETTER = "letter"
    NOTE = "note"
    END = "end"


NEAR = 80
"""Signs within which a sentence on the end date says that it is one."""
MOST_ADDRESS_LINES = 14
"""Lines of an address that has no label above it."""
MOST_BEGGED = 3
"""Words of a request to the reader that could be the name of a body, at most."""
MOST_BUTTON = 6
"""Words of a button or a heading of the page around a bulletin."""
MOST_HEADING = 12
"""Words of a heading above a paragraph of running text."""
PROSE = 180
"""Signs of a paragraph of running text on one line."""
LONG_WORD = 5
"""Letters of a word in small letters that is none of a name or an office: those are shorter (of, the, para)."""
MOST_LABEL_LINES = 2
"""A label is wrapped over no more lines than this besides its first."""
FOOT = 4
"""Lines at the end, filled ones, where the header may be repeated."""
ADDRESSES = (Kind.TARGET, Kind.COPY, Kind.SOLIDARITY)
_LABELS = (Kind.BACKGROUND, Kind.SOLIDARITY, Kind.COPY, Kind.TARGET, Kind.NOTE)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines `first` to one past `last`; its own text begins at `start`, behind a label, and ends at `end`."""

    kind: Kind
    first: int
    last: int
    start: int
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    kind: Kind
    start: int
    """Where the text behind the label begins."""


def label_of(line: Line, words: BulletinWords) -> Label | None:
    """The section that this line begins: `Write to:`, `And copy:`, `ADDITIONAL INFORMATION`."""
    if line.is_blank or (len(line.text) > LONGEST_LABEL and ":" not in line.text[:LONGEST_LABEL]):
        return None
    for kind in _LABELS:
        match = words.exact[kind].match(line.said if kind is Kind.NOTE else line.text)
        if match is not None and (not line.is_point or kind is Kind.NOTE):
            return Label(
                kind, line.end - len(line.said) + match.end() if kind is Kind.NOTE else line.start + match.end()
            )
    previous = words.exact["previous"].match(line.text)
    if previous is not None:
        return Label(Kind.NOTE, line.start + previous.end())
    for kind in _LABELS:
        match = words.labels[kind].match(line.text)
        if match is None or line.is_point or ":" not in match[0] or words.asking["verbs"].search(match[0]):
            continue
        return Label(kind, line.start + match.end())
    return None


def is_stop(line: Line, words: BulletinWords) -> bool:
    """Whether a list of points or a paragraph cannot go on over this line."""
    return (
        label_of(line, words) is not None
        or words.labels["salutation"].match(line.text) is not None
        or words.labels["demand_heading"].fullmatch(line.text) is not None
        or _is_end_date(line.text, words)
        or (words.asking["no_further"].search(line.text) is not None)
    )


def _is_end_date(text: str, words: BulletinWords) -> bool:
    """`Please take action as soon as possible until July 1, 2025.`"""
    acting = words.asking["acting"].search(text, 0, NEAR)
    begins = words.asking["asks_reader"].match(text) is not None
    return (
        begins
        and acting is not None
        and words.asking["until"].search(text, acting.end(), acting.end() + NEAR) is not None
    )


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
            begun = _prose(page, place, kind, words)
        if begun is not None:
            kind = begun[0]
            starts.append((place, *begun))
    return _sections(page, starts)


def _fixed(
    page: Page,
    words: BulletinWords,
    first: int,
    demands: Sequence[Asking],
    untils: Sequence[Until],
    ended: Found | None,
    letter: tuple[int, int] | None,
) -> dict[int, tuple[Kind, int, str]]:
    """The lines where a section begins for sure, with where its text begins and its label."""
    begins: dict[int, tuple[Kind, int, str]] = {}
    labelled = 0  # up to here a label goes on
    for place in range(first, len(page.lines)):
        line = page.lines[place]
        if line.end <= labelled:
            continue
        label = label_of(line, words) or _label_apart(page, place, words)
        if _is_in_letter(place, letter) or label is None or _is_lead(place, label, demands):
            if words.labels["demand_heading"].fullmatch(line.text) and not _is_in_letter(place, letter):
                begins[place] = (Kind.ASKING, line.end, line.text)
            continue
        is_whole = words.exact[label.kind].fullmatch(line.text) is not None or label.start < line.end
        start = label.start if is_whole else max(label.start, _end_of_label(page, place))
        begins[place] = (label.kind, start, page.words(line.start, start))
        labelled = start
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


def _label_apart(page: Page, place: int, words: BulletinWords) -> Label | None:
    """A label that stands apart: a mere `to:`, or one wrapped over the first lines of a paragraph, up to its colon."""
    if page.lines[place].is_blank or (place > 0 and not page.lines[place - 1].is_blank):
        return None
    if page.lines[place].text.endswith(":") and words.exact["target_alone"].fullmatch(page.lines[place].text):
        return Label(Kind.TARGET, page.lines[place].end)
    _first, last = page.paragraph(place)
    for end in range(place + 2, min(last, place + 1 + MOST_LABEL_LINES) + 1):
        joined = page.words(page.lines[place].start, page.lines[end - 1].end)
        if joined.endswith(":") and len(joined) <= LONGEST_LABEL:
            line = replace(page.lines[place], end=page.lines[end - 1].end, text=joined)
            label = label_of(line, words)
            return Label(label.kind, page.lines[end - 1].end) if label is not None else None
    return None


def _end_of_label(page: Page, place: int) -> int:
    """Where a label in capitals ends that is wrapped over several lines; 0 where it is not."""
    last = place
    if not page.lines[place].is_capitals or page.lines[place].text.endswith(":"):
        return 0
    while last + 1 < len(page.lines) and last - place < MOST_LABEL_LINES and page.lines[last + 1].is_capitals:
        last += 1
        if page.lines[last].text.endswith(":"):
            break
    return page.lines[last].end if last > place else 0


def _is_address(page: Page, place: int, words: BulletinWords) -> bool:
    """Whether an address without a label stands here: short lines, among them one with a contact or a salutation."""
    lines = page.lines[place : page.paragraph(place)[1]]
    if not 2 < len(lines) <= MOST_ADDRESS_LINES or any(len(line.text) > LONGEST_LABEL // 2 for line in lines):
        return False
    return any(_is_contact(line, words) for line in lines) or looks_like_beginning(lines[0].text, words)


def _is_contact(line: Line, words: BulletinWords) -> bool:
    has_label = any(
        words.address[kind].match(line.text) is not None and ":" in line.text
        for kind in ("phone", "fax", "email", "left_out")
    )
    has_form = "://" in line.text and words.address["web_form"].search(line.text) is not None
    return has_label or has_form or words.labels["salutation"].match(line.text) is not None


def _foot(page: Page, words: BulletinWords, first: int) -> list[int]:
    """The header's line once more, at the foot of the last page."""
    filled = [place for place in range(first, len(page.lines)) if not page.lines[place].is_blank]
    return [place for place in filled[-FOOT:] if is_header_line(page.lines[place], words)]


def _is_in_letter(place: int, letter: tuple[int, int] | None) -> bool:
    return letter is not None and letter[0] <= place < letter[1]


def _is_lead(place: int, label: Label, demands: Sequence[Asking]) -> bool:
    """Whether a label of addresses is followed by demands instead, so that it is their lead."""
    return label.kind is Kind.TARGET and any(each.first <= place < each.last for each in demands)


def _prose(page: Page, place: int, kind: Kind, words: BulletinWords) -> tuple[Kind, int, str] | None:
    """A sentence among addresses ends them, unless it says something of a salutation or a contact."""
    line = page.lines[place]
    if _is_contact(line, words):
        return None
    if line.text.startswith("(") and line.text.endswith(".)"):
        return kind, line.end, ""  # a remark to the reader
    if _is_of_page(line, words) or _is_heading_of_prose(page, place, words):
        return Kind.NOTE, line.start, ""
    if _asks_copies_of_nobody(line, words):
        return Kind.COPY, line.end, line.text
    if not _is_sentence(line.said) and not (line.text.endswith(".") and words.asking["asks_reader"].match(line.text)):
        return None
    if words.address["organisations"].match(line.text) and any(sign.isdigit() for sign in line.text):
        return None
    is_one = len(sentences(line.text, 0, len(line.text))) == 1
    if "@" in line.text or (is_one and line.said.count(",") >= 3) or words.asking["generic_copies"].search(line.text):
        return None
    if line.text.endswith(":"):
        return kind, line.end, ""  # "You may write to one or both of the following:" leads on to them
    return Kind.NOTE, line.start, ""


def _is_of_page(line: Line, words: BulletinWords) -> bool:
    """Whether a line asks the reader for something, thanks them, or is a button of the page."""
    if words.asking["begs"].match(line.text) and len(line.text.split()) > MOST_BEGGED and "@" not in line.text:
        return True
    if words.asking["thanks"].match(line.text) and line.text.endswith((".", "!")):
        return True
    return words.asking["page_ends"].match(line.text) is not None and len(line.text.split()) <= MOST_BUTTON


def _asks_copies_of_nobody(line: Line, words: BulletinWords) -> bool:
    """`Also send copies to diplomatic representatives accredited to your country.`; one may be named below."""
    if not line.text.endswith(".") or words.asking["generic_copies"].search(line.text) is None:
        return False
    return words.labels["copy"].fullmatch(f"{line.text[:-1]}:") is not None


def _is_heading_of_prose(page: Page, place: int, words: BulletinWords) -> bool:
    """Whether a line is the heading of running text: some words of it are no name's, body's or place's."""
    line = page.lines[place]
    said = line.text.split()
    below = page.next_filled(place + 1)
    if (
        below is None
        or not MOST_BEGGED < len(said) <= MOST_HEADING
        or any(sign.isdigit() or sign in ",:@" for sign in line.text)
    ):
        return False
    if looks_like_beginning(line.text, words) or words.address["organisations"].search(line.text):
        return False
    is_prose = len(page.lines[below].text) >= PROSE and page.lines[below].text.endswith((".", "”", '"'))
    return is_prose and any(word.isalpha() and word.islower() and len(word) >= LONG_WORD for word in said)


def _is_sentence(text: str) -> bool:
    """Long, or mostly in small letters, and ended like a sentence."""
    if not text.rstrip('"”’)').endswith((".", "!", "?", ":")):
        return False
    words = text.split()
    return len(words) >= PROSE_WORDS or (len(words) > 4 and sum(word[0].islower() for word in words) > len(words) / 2)


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
