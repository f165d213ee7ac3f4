"""The blocks below "Write to:" and "And copy:": one for each addressee."""

import re
from collections.abc import Sequence
from dataclasses import replace

from uadesk.domain.texts import Found, Span
from uadesk.reading.block_reader import LONGEST_LINE, Block, BlockReader
from uadesk.reading.contacts import Contacts, contacts_behind, take_bare, take_run, with_whole_numbers
from uadesk.reading.furniture import without_page_heads
from uadesk.reading.glued import office_and_name, part_glued
from uadesk.reading.lines import Line, Page
from uadesk.reading.one_line import part_one_line
from uadesk.reading.side_by_side import columns_of
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import Countries

MOST_ADDRESSEES = 100
NEAR = 4
"""Lines within which the one below is looked for."""
_FIRST_MARK = re.compile(r"\s*\(?[1a][.)]\s+")


def blocks_of(page: Page, first: int, last: int, start: int, words: BulletinWords, countries: Countries) -> list[Block]:
    """The addressees between two lines; `start` is where the first line's text begins behind a label."""
    lines = with_whole_numbers(page, without_page_heads(page.lines[first:last], words), words)
    reader = BlockReader(page, words, countries, is_loose=_is_loose(lines))
    for place, line in enumerate(lines):
        if line.end <= start and not line.is_blank:
            continue
        near = lines[place + 1 : place + 1 + NEAR]
        reader.following = next((below.text for below in near if not below.is_blank), "")
        if line.start < start and line.end - start <= LONGEST_LINE:
            reader.take_stretch(_behind_mark(page, start, line.end), line.end)  # the rest of the label's own line
        else:
            reader.take(line)
    whole = (part for block in reader.blocks for part in _whole_lines(block, countries))
    blocks = [block for block in whole if not block.is_empty][:MOST_ADDRESSEES]
    side_by_side = columns_of(page, [line for line in lines if line.start >= start])
    if side_by_side:
        blocks = [block for column in side_by_side for block in _of_column(page, column, words, countries)]
    for block in blocks:
        nobody = [line for line in block.lines if words.asking["generic_copies"].search(line.value)]
        own = [line for line in block.lines if line not in nobody]
        parted = _parted(page, own, words, countries)
        if parted is not None:
            block.lines = [line for each in parted for line in _without_contacts(page, each, block.contacts)] + nobody
            block.from_one_line = True
    return blocks


def _behind_mark(page: Page, start: int, end: int) -> int:
    """Where the text begins behind the number of the first of several addressees: `COPIES TO: 1) …`."""
    mark = _FIRST_MARK.match(page.text.content, start, end)
    return mark.end() if mark is not None else start


def _parted(page: Page, lines: Sequence[Found], words: BulletinWords, countries: Countries) -> list[Found] | None:
    """The lines of an address that stands on one, parted by commas or by nothing; None where it is not such."""
    glued = [part_glued(page, line, words, countries) for line in lines]
    if any(glued):
        return [each for line, parts in zip(lines, glued, strict=True) for each in parts or [line]]
    parted = part_one_line(page, lines, words)
    return parted and [each for part in parted for each in office_and_name(page, part, words)]


def _of_column(page: Page, column: Sequence[Span], words: BulletinWords, countries: Countries) -> list[Block]:
    """The addressees of one column; those below a heading for copies are copies."""
    readers = [BlockReader(page, words, countries, is_loose=False)]
    is_copy = False
    for first, last in column:
        if words.exact["copy"].fullmatch(page.text.content[first:last].strip()):
            readers.append(BlockReader(page, words, countries, is_loose=False))
            is_copy = True
        else:
            readers[-1].take_stretch(first, last)
    copies = readers[-1].blocks if is_copy else []
    for block in copies:
        block.is_copy = True
    return [block for reader in readers for block in reader.blocks if not block.is_empty]


def _without_contacts(page: Page, part: Found, contacts: Contacts) -> list[Found]:
    """A part of a line, or nothing where it is a number or an email; those at its end go to the contacts."""
    if take_bare(page, part.start, part.end, contacts):
        return []
    behind = contacts_behind(page, part.start, part.end)
    if behind is None:
        return [part]
    take_run(page, behind, part.end, contacts)
    return [page.found(part.start, part.start + len(page.text.content[part.start : behind].rstrip(" ,;.")))]


def _whole_lines(block: Block, countries: Countries) -> list[Block]:
    """A block parted where each of its lines is a whole address that ends with its country."""
    ends = [line.value.rpartition(",")[2].strip(" .") for line in block.lines]
    if len(block.lines) < 2 or any(line.value.count(",") < 3 for line in block.lines):
        return [block]
    if not all(countries.is_known_name(end) for end in ends):
        return [block]
    return [Block([line]) for line in block.lines[:-1]] + [replace(block, lines=block.lines[-1:])]


def _is_loose(lines: Sequence[Line]) -> bool:
    """Whether a blank line stands after every line, so that blank lines part nothing."""
    runs: list[int] = []
    previous_blank = True
    for line in lines:
        if line.is_blank:
            previous_blank = True
            continue
        if previous_blank:
            runs.append(0)
        runs[-1] += 1
        previous_blank = False
    return len(runs) > 2 and sum(run == 1 for run in runs) >= 0.8 * len(runs)
