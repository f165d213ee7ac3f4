"""Requests that stand among the demands and are none of those taken: a sentence below the list, points of no list."""

from collections.abc import Iterator, Sequence

from uadesk.domain.texts import Found, Span
from uadesk.reading.asking import Asking, verb_of
from uadesk.reading.labels import ADDRESSES, Kind
from uadesk.reading.lines import Page, sentences
from uadesk.reading.sections import Section
from uadesk.reference.bulletin_words import BulletinWords


def left_out_askings(
    page: Page, words: BulletinWords, sections: Sequence[Section], taken: Sequence[Asking]
) -> Iterator[Found]:
    """Below the lists that were taken: points of another, and `In addition, ask that his family is given access.`"""
    for section in sections:
        ends = [each.end for each in taken if section.start <= each.start < section.end]
        if section.kind is not Kind.ASKING or not ends:
            continue
        is_above_addresses = any(each.kind in ADDRESSES and each.first > section.first for each in sections)
        for line in page.lines[section.first : section.last] if is_above_addresses else ():
            if line.is_point and line.start > max(ends) and not words.asking["instructions"].match(line.said):
                yield page.found(line.body, line.end, "point left out")
        for span in _sentences(page, section, max(ends)):
            said = page.found(*span, "request left out")
            if verb_of(words, said.value) is not None and words.asking["asks_us"].search(said.value) is None:
                yield said


def _sentences(page: Page, section: Section, start: int) -> Iterator[Span]:
    """The sentences of a section's paragraphs from this place on, without its points."""
    content, is_point = page.text.content, False
    for line in page.lines[section.first : section.last]:
        if line.end > start and (line.is_blank or line.is_point):
            yield from () if is_point else sentences(content, start, line.start)
            start, is_point = line.start, line.is_point
    if start < section.end and not is_point:
        yield from sentences(content, start, section.end)
