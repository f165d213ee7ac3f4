"""What a model letter asks: its sentences that urge, call on or ask, and the points of a list in it."""

import re
from functools import cache
from typing import NamedTuple

from uadesk.domain.texts import Found
from uadesk.reading.asking import verb_of
from uadesk.reading.lines import Page, sentences
from uadesk.reading.points import points_at
from uadesk.reference.bulletin_words import BulletinWords


class LetterAsking(NamedTuple):
    """The demands of a model letter; `lead` where they are the points of one list, which hang on it."""

    lead: Found | None
    points: tuple[Found, ...]
    is_mixed: bool = False
    """Whether sentences urge besides the points of a list."""


def letter_asking(page: Page, words: BulletinWords, first: int, last: int) -> LetterAsking:
    """What the model letter on lines `first` to one before `last` asks."""
    stretches: list[tuple[int, int]] = []
    points: list[Found] = []
    lead: Found | None = None
    place, start = first, page.lines[first].end
    while place < last:
        if not page.lines[place].is_point:
            place += 1
            continue
        listed = points_at(page, place, lambda _line: False)
        span = sentences(page.text.content, start, page.lines[place].start)[-1]
        found = _lead(page, words, *span)
        told = [each for each in listed.found if found is not None or _asks(words, each.value)]
        if told:
            lead = lead or found
            points += told
            stretches.append((start, span[0] if found is not None else page.lines[place].start))
            start = page.lines[listed.last - 1].end
        place = listed.last
    stretches.append((start, page.lines[last - 1].end))
    told = [each for stretch in stretches for each in _sentences(page, words, *stretch)]
    every = sorted((*told, *points), key=lambda each: each.start)
    return LetterAsking(lead, tuple(every), is_mixed=bool(points and told))


def _lead(page: Page, words: BulletinWords, start: int, end: int) -> Found | None:
    """The wording that a list in a letter hangs on: `I call on you to:` gives `call on you to`."""
    content = page.text.content
    while end > start and content[end - 1].isspace():
        end -= 1
    paragraph = max(start, content.rfind("\n\n", start, end) + 2)
    text = content[paragraph:end].rstrip(" :\n–-")
    verb = verb_of(words, text)
    if verb is None:
        return None
    asker = re.search(rf"{words.asking['writers'].pattern}\s+(?:\w+\s+){{0,2}}$", text[: verb.start()], re.IGNORECASE)
    begin = asker.start() if asker is not None else verb.start()
    return page.found(paragraph + begin, paragraph + len(text), "lead")


@cache
def _urges(words: BulletinWords) -> re.Pattern[str]:
    """How a sentence of a letter asks: "I … urge", a verb of urging that it opens with, or "please"."""
    verbs, writers = words.asking["verbs"].pattern, words.asking["writers"].pattern
    alone = (words.asking[kind].pattern for kind in ("sentence_askings", "pleads"))
    return re.compile(rf"{writers}(?:\W+\w+){{0,12}}?\W*{verbs}|^\W*{verbs}|{'|'.join(alone)}", re.IGNORECASE)


def _asks(words: BulletinWords, sentence: str) -> bool:
    """Whether a sentence asks for something: `ask for your help` alone does not."""
    if words.asking["closing_sentences"].match(sentence.strip()):
        return False
    return _urges(words).search(words.asking["asks_nothing"].sub("", sentence)) is not None


def _sentences(page: Page, words: BulletinWords, start: int, end: int) -> list[Found]:
    content = page.text.content
    found: list[Found] = []
    for paragraph in re.finditer(r"\S(?:.|\n(?!\n))*", content[start:end]):
        found.extend(
            _without_mark(page, page.found(*span, "sentence of the letter"))
            for span in sentences(content, start + paragraph.start(), start + paragraph.end())
            if _asks(words, content[slice(*span)][:2000])
        )
    return found


def _without_mark(page: Page, found: Found) -> Found:
    mark = re.match(r"[-–•*]\s+", page.text.content[found.start : found.end])
    return page.found(found.start + mark.end(), found.end, found.rule) if mark else found
