"""Where a bulletin's text says something else than its head: another number, another stage."""

import re
from functools import cache

from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.texts import Found
from uadesk.reading.frames import Frame
from uadesk.reading.lines import sentences
from uadesk.reading.references import number_in, number_pattern
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.phrases import one_of

LONGEST_HEAD = 200
"""A line of the head that names a number has no more signs."""


def doubt_what_differs(reading: Frame, draft: BulletinDraft) -> None:
    """Name every other number that the bulletin calls its own, and what speaks against its stage."""
    if draft.number is not None:
        _doubt_numbers(reading, draft)
    said = _against_stage(reading, draft)
    if said is not None:
        reading.findings.conflict("stage", "stage_contradicted", printed=said.value)


def _doubt_numbers(reading: Frame, draft: BulletinDraft) -> None:
    """A headline or header line with another number, or a sentence that bids the writer name it."""
    page, report = reading.page, reading.words.asking["reports"]
    for place, line in enumerate(page.lines):
        is_head = place < reading.headline.last or line.is_capitals or line.is_bold
        if line.is_blank or (len(line.text) > LONGEST_HEAD if is_head else report.search(line.text) is None):
            continue
        for match in number_pattern(reading.words).finditer(line.text):
            other = number_in(match)
            if other is None or other == draft.number:
                continue
            sentence = sentences(line.text, 0, match.end())[-1]
            if is_head or report.search(line.text, *sentence):
                reading.findings.conflict("ua_number", "numbers_differ", number=str(draft.number), other=str(other))


def _against_stage(reading: Frame, draft: BulletinDraft) -> Found | None:
    """The words by which a bulletin is at another stage than its head says."""
    page, start = reading.page, reading.page.lines[0].start if reading.page.lines else 0
    content = page.text.content[start : page.lines[-1].end] if page.lines else ""
    if draft.stage is Stage.FIRST:
        told = _says_update(reading.words).search(content)
    elif draft.stage is not None:
        told = _says_first(reading.words).search(content)
    else:
        return None
    if told is not None:
        return page.found(start + told.start(), start + told.end(), "stage told")
    until = next((each for each in reading.untils if each.expects_acting), None)
    asks = draft.stage is Stage.OUTCOME and draft.targets and draft.demands
    return page.found(*until.sentence, "until") if asks and until is not None else None


@cache
def _says_first(words: BulletinWords) -> re.Pattern[str]:
    """`This is the first Urgent Action`, of the case."""
    first, label = words.header["first"].pattern, words.header["number"].pattern
    return re.compile(rf"{words.header['this_is'].pattern}\s+{first}\s+{label}", re.IGNORECASE)


@cache
def _says_update(words: BulletinWords) -> re.Pattern[str]:
    """`This is the third update of UA 77/25`."""
    ordinal = rf"(?:(?:{one_of(words.ordinals)}|{words.header['first'].pattern}|\d{{1,2}}[^\W\d_]{{1,3}})\s+)?"
    label = rf"(?:\S+\s+){{0,2}}?{words.header['number'].pattern}"
    update = rf"{words.header['update'].pattern}\s+{label}"
    return re.compile(rf"{words.header['this_is'].pattern}\s+{ordinal}{update}", re.IGNORECASE)
