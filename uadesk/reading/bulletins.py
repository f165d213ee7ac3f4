"""A file's bytes to the drafts of the bulletins in it."""

from dataclasses import replace

from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.texts import Check, Level
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats.texts import read_text
from uadesk.reading.forwarding import forwarded_part
from uadesk.reading.headers import is_header_line
from uadesk.reading.languages import language_of, words_of
from uadesk.reading.lines import LONGEST_LABEL, Page, page_of
from uadesk.reading.parts import parts_of
from uadesk.reading.references import number_in, number_pattern
from uadesk.reading.rules import read_page
from uadesk.reading.unnumbered import second_until
from uadesk.reference.bulletin_words import BulletinWords

MOST_NUMBERS = 2
"""A text with more cases' numbers at the beginning of lines, and nobody to write to, is a list of notices."""

LONGEST_BULLETIN = 40_000
"""Signs of a bulletin that are looked at; real ones have some 10 000."""

MOST_LINES = 2_000
"""Lines of a bulletin that are looked at."""

LONGEST_NOTICE = 400
"""A notice in such a list has no more signs."""

_TOO_LONG = Check("text", Level.UNCERTAIN, "read_in_part")


def read_bulletins(name: str, content: bytes) -> tuple[BulletinDraft, ...]:
    """The bulletins in a file, in order; at least one, else NotABulletinError."""
    read = read_text(name, content)
    text = read.text
    words = words_of(language_of(text.content))
    drafts: list[BulletinDraft] = []
    is_digest = _numbers_listed(page_of(text), words) > MOST_NUMBERS
    reason = "no_bulletin"
    for start, end in parts_of(text, words, *forwarded_part(text, words)):
        page = _looked_at(page_of(text, start, end))
        draft = read_page(page)
        if page.lines and page.lines[-1].end < len(text.content[:end].rstrip()):
            draft = replace(draft, checks=(*draft.checks, _TOO_LONG))
        if (printed := second_until(page, words)) is not None:
            several = Check("text", Level.UNCERTAIN, "several_bulletins", {"printed": printed})
            draft = replace(draft, checks=(*draft.checks, several))
        if is_bulletin(draft, page, words) and not (is_digest and is_notice(draft)):
            drafts.append(draft)
        elif number_pattern(words).search(text.content, start, end):
            reason = "news"
    if not drafts:
        raise NotABulletinError(name, reason)
    if read.doubts:
        drafts = [replace(draft, checks=(*draft.checks, *read.doubts)) for draft in drafts]
    return tuple(drafts)


def _looked_at(page: Page) -> Page:
    """The page up to where no bulletin reaches, so that reading ends in time whatever the text."""
    lines = page.lines[:MOST_LINES]
    return Page(page.text, [line for line in lines if line.end - lines[0].start <= LONGEST_BULLETIN] or lines[:1])


def is_bulletin(draft: BulletinDraft, page: Page, words: BulletinWords) -> bool:
    """Whether this is a bulletin: it has a number or index in its header, or somebody to write to about something.

    A news item on a case has neither; nor has a list of cases with links, where a number stands alone.
    """
    if draft.targets and (draft.demands or draft.number or draft.summary):
        return True
    heads = sum(is_header_line(line, words) for line in page.lines)
    if draft.further_action is False and draft.stage is not None and heads <= MOST_NUMBERS:
        return True
    if draft.number is None and draft.index is None:
        return False
    if draft.number is None:
        return False  # an index alone is that of a report or a press release
    if (
        draft.demands
        or any(each.address_lines for each in draft.copies)
        or (draft.act_until is not None and heads <= MOST_NUMBERS)
    ):
        return True
    if heads == 0:
        return False
    says_stage = draft.further_action is False or draft.stage in (Stage.UPDATE, Stage.OUTCOME)
    return (
        bool(draft.summary or draft.background)
        and (says_stage or draft.index is not None or draft.issued is not None)
        and heads <= 2
    )


def is_notice(draft: BulletinDraft) -> bool:
    """Whether this says no more than that there is a bulletin: nobody to write to, nothing to ask, hardly a story."""
    if draft.targets or draft.demands or draft.copies or draft.further_action is False:
        return False
    return draft.background is None and len(draft.summary or "") < LONGEST_NOTICE


def _numbers_listed(page: Page, words: BulletinWords) -> int:
    """How many different numbers stand among the first words of short lines."""
    short = (line for line in page.lines if len(line.text) <= LONGEST_LABEL)
    found = (number_pattern(words).search(line.text) for line in short)
    return len({number_in(each) for each in found if each is not None and len(each.string[: each.start()].split()) < 5})
