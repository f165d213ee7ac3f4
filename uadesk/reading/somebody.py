"""Which blocks among the addresses are somebody, and which name nobody in particular."""

from uadesk.domain.texts import Found
from uadesk.reading.block_reader import Block
from uadesk.reading.blocks import blocks_of
from uadesk.reading.frames import Frame
from uadesk.reading.labels import Kind
from uadesk.reading.lines import Page
from uadesk.reading.sections import Section
from uadesk.reference.phrases import Phrases

FULL = 60
"""A line of so many signs is wrapped."""


def blocks_in(reading: Frame, section: Section) -> list[Block]:
    """The addressees of a section; those that are nobody in particular are named as a doubt."""
    generic = reading.words.asking["generic_copies"]
    blocks = blocks_of(reading.page, section.first, section.last, section.start, reading.words, reading.countries)
    title = reading.headline.title.value if reading.headline.title is not None else ""
    for block in blocks:  # the headline may come again at the head of a second page
        block.lines = [line for line in block.lines if line.value != title]
    blocks = [block for block in blocks if not block.is_empty]
    kept: list[Block] = []
    for block in blocks:
        nobody = _nobodies(reading.page, block, generic)
        block.lines = [line for line in block.lines if line not in nobody]
        for line in nobody:
            reading.findings.uncertain("copies", "generic_copies", printed=line.value)
        if block.lines or not nobody:
            kept.append(block)
    if section.kind is Kind.COPY and generic.search(section.label):
        reading.findings.uncertain("copies", "generic_copies", printed=section.label)
    elif section.kind is Kind.COPY and not kept and not blocks:
        reading.findings.missing("copies", "nobody_below_heading", printed=section.label)
    return kept


def _nobodies(page: Page, block: Block, generic: Phrases) -> list[Found]:
    """The lines of a block that name nobody in particular, with the small words that they are wrapped over."""
    nobody: list[Found] = []
    block.lines = [part for line in block.lines for part in _without_nobody(page, line, generic)]
    for line in block.lines:
        if generic.search(line.value) or (nobody and _goes_on(page, nobody[-1], line)):
            nobody.append(line)
    return nobody


def _goes_on(page: Page, above: Found, line: Found) -> bool:
    """Whether a line right below a sentence goes on with it: in small letters, or where that one is full."""
    if page.text.content.count("\n", above.end, line.start) > 1 or above.value.endswith((".", ":")):
        return False
    return line.value[:1].islower() or len(above.value) >= FULL


def _without_nobody(page: Page, line: Found, generic: Phrases) -> list[Found]:
    """A line, parted where a sentence that names nobody in particular follows an address on it."""
    match = generic.search(page.text.content, line.start, line.end)
    stop = page.text.content.rfind(". ", line.start, match.start()) if match is not None else -1
    if stop <= line.start:
        return [line]
    return [page.found(line.start, stop, line.rule), page.found(stop + 1, line.end, line.rule)]
