"""The blocks below "Write to:" and "And copy:": which lines belong to which addressee, and what is no line of one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from uadesk.domain.texts import Found, Span
from uadesk.reading.contacts import (
    Contacts,
    Segment,
    contacts_behind,
    is_email,
    segments,
    take_bare,
    take_run,
    take_segment,
    with_whole_numbers,
)
from uadesk.reading.glued import office_and_name, part_glued, rest_behind_greeting
from uadesk.reading.headers import is_header_line
from uadesk.reading.lines import Line, LineKind, Page
from uadesk.reading.name_lines import split_name_line
from uadesk.reading.offices import is_name, is_office, is_person, looks_like_beginning, looks_postal
from uadesk.reading.one_line import part_one_line
from uadesk.reading.references import INDEX, is_banner
from uadesk.reading.side_by_side import columns_of
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import Countries

_BLANK_TO_FILL = re.compile(r"_{2,}|\.{4,}|\[[^\]]*\]|…\s*[,:]?\s*$|\{\{|<[^>]*>")
_ENDS = " \t\"“”'()[]/"
MOST_SALUTATION = 12
"""A salutation of more words has something else behind it."""
MOST_GREETED = 6
"""Words of a salutation that stands beside a name."""
MOST_LINES = 40
"""No address has more lines; what follows is something else."""
MOST_ADDRESSEES = 100
LONGEST_STRETCH = 1000
"""A line longer than this is not searched for a salutation."""


_PAGE_NUMBER = re.compile(
    r"(?:page|seite|página)\s+\d{1,2}\s*(?:of|/|von|de|sur)\s*\d{1,2}\b.*|(?:page\s+)?\d{1,2}(?:\s*(?:of|/)\s*\d{1,2})?|[-–]\s*\d{1,2}\s*[-–]",
    re.IGNORECASE,
)


_LEFTOVER = re.compile(r"\[[^\[\]]+\]")
"""What a template says to who fills it in: `[Insert page break if needed]`."""
_LEFTOVER_BEHIND = re.compile(r"(?<=\S)\s+\[[^\[\]]{4,}\]\s*$")
_FOR_ALL = re.compile(r"\b(?:both|all|each|beide|alle|ambos|ambas|todos|tous|toutes|les deux)\b", re.IGNORECASE)
_FIRST_MARK = re.compile(r"\s*\(?[1a][.)]\s+")
_PAGE_HEAD = re.compile(rf"(?:page\s+\d{{1,2}}\s+)?{INDEX.pattern}(?:\s+page\s+\d{{1,2}})?", re.IGNORECASE)
_STROKE = re.compile(r"\s+I\s*$")
"""A stroke between the parts of a line that became a letter."""
_REMARK = re.compile(r"\((?:[a-z][^()]{20,}|(?:\S+\s+){3,}[^()]*|(?:Betreff|Subject|Objet|Asunto)\s*:[^()]*)\)")
"""A remark to the reader among the lines of an address: `(no postage is needed for letters to Parliament)`."""


@cache
def _salutation_label(words: BulletinWords) -> re.Pattern[str]:
    label = words.labels["salutation"].pattern
    return re.compile(rf"[(\[]?(?:{label}|\s*salutation\s+[-–—]\s+)", re.IGNORECASE)


@cache
def _line_label(words: BulletinWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.address['line_labels'].pattern})\s*:\s*(?=\S)", re.IGNORECASE)


def _inside(content: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks, brackets and quotation marks around it; marks that are part of it stay."""
    text = content[start:end].strip()
    ends = _ENDS if not re.search(r"\S[\"“”]\s.*\s[\"“”]\S", text) else " \t"
    while start < end and content[start] in ends:
        start += 1
    while end > start and content[end - 1] in ends:
        end -= 1
    return start, end


@dataclass(slots=True)
class Block:
    """One addressee as printed: its lines, and what stood among them and is no line."""

    lines: list[Found] = field(default_factory=list)
    contacts: Contacts = field(default_factory=Contacts)
    salutation: Found | None = None
    is_salutation_above: bool = False
    """Whether the salutation is printed above the address."""
    blank_salutation: str = ""
    """A salutation that the reader of the bulletin is to fill in, as printed."""
    from_one_line: bool = False
    is_mixed: bool = False
    """Whether more than one addressee may stand in it: two salutations on one line, lines too long for an envelope."""
    is_copy: bool = False
    """Whether a heading for copies stood in this block's own column."""

    @property
    def is_empty(self) -> bool:
        return not self.lines and self.contacts.is_empty and self.salutation is None


@dataclass(slots=True)
class _Reader:
    """Goes down the lines of a section and sorts them into blocks."""

    page: Page
    words: BulletinWords
    countries: Countries
    is_loose: bool
    blocks: list[Block] = field(default_factory=list)
    after_blank: bool = False
    awaits_salutation: bool = False
    after_salutation: bool = False
    """Whether the line above held a salutation, which may go on in another language."""
    is_note_open: bool = False
    """Whether a note in brackets behind a number goes on over the next line."""
    starts_new: bool = False
    is_complete: bool = False
    """Whether the present block has had its country, contacts or salutation."""

    @property
    def block(self) -> Block:
        if not self.blocks or self.starts_new:
            self.blocks.append(Block())
            self.starts_new = self.is_complete = False
        return self.blocks[-1]

    def take(self, line: Line) -> None:
        if line.is_blank:
            self.after_blank = True
            return
        if line.is_point and self.blocks and self._begins_by_mark(line):
            self.starts_new = True
        start = self._behind_open_note(line)
        if start < line.end:
            self.take_stretch(start, line.end)
        self.after_blank = False
        text = self.page.text.content[start : line.end]
        self.is_note_open = text.count("(") > text.count(")") and bool(segments(self.page, start, line.end, self.words))

    def _behind_open_note(self, line: Line) -> int:
        """Where this line's own text begins, behind the end of a note that began at the number above."""
        stop = self.page.text.content.find(")", line.body, line.end) if self.is_note_open else -1
        return stop + 1 if stop >= 0 else line.body

    def _begins_by_mark(self, line: Line) -> bool:
        first = line.said.partition(",")[0]
        return line.kind is LineKind.NUMBERED or looks_like_beginning(first, self.words)

    def take_stretch(self, start: int, end: int) -> None:
        is_labelled = _salutation_label(self.words).match(self.page.text.content, start, end) is not None
        beside = None if is_labelled else self._salutation_beside(start, end)
        if beside is not None:
            self._take_line(start, beside)
            self._set_salutation(beside, end)
            self.block.is_salutation_above = True  # the address goes on below it
            self.is_complete = self.after_salutation = False
            return
        if self._take_more_salutation(start, end) or self._take_salutation(start, end):
            return
        self.after_salutation = False
        inner = self._inner_salutation(start, end)
        if inner is not None:
            self.take_stretch(start, inner)
            self._take_salutation(inner, end)
            return
        labelled = segments(self.page, start, end, self.words)
        behind = contacts_behind(self.page, start, end) if not labelled and self.blocks else None
        if behind is not None and self.page.words(start, behind):
            self._take_line(start, start + len(self.page.text.content[start:behind].rstrip(" ,;.\n")))
            take_run(self.page, behind, end, self.block.contacts)
            self.is_complete = True
        elif labelled:
            self._take_labelled(start, labelled)
        elif (self.blocks or is_email(self.page, start, end)) and take_bare(self.page, start, end, self.block.contacts):
            self.is_complete = True
        else:
            self._take_line(start, end)

    def _salutation_beside(self, start: int, end: int) -> int | None:
        """Where a salutation begins beside a name, without a label: `Dr Ana Muster      Madame la Ministre`."""
        text = self.page.text.content[start:end]
        if end - start > LONGEST_STRETCH or any(sign.isdigit() for sign in text):
            return None
        for gap in re.finditer(r"(?<=\w)[^\S\n]{3,}(?=\S)", text):
            if self.words.asking["openings"].match(text, gap.end()) and len(text[gap.end() :].split()) <= MOST_GREETED:
                return start + gap.end()
        for gap in re.finditer(r"(?<=\w)\s+(?=\S)", text):
            is_greeting = self.words.address["greets"].match(text, gap.end()) is not None
            if is_greeting and self._is_somebody(start, gap.start()) and not text.endswith(","):
                return start + gap.end()
        return None

    def _is_somebody(self, start: int, length: int) -> bool:
        """Whether a person or an office stands there, with or without the other."""
        text = self.page.text.content[start : start + length]
        found = self.page.found(start, start + length)
        if is_person(text, self.words) or is_office(text, self.words):
            return True
        return split_name_line(self.page, found, self.words) is not None

    def _take_labelled(self, start: int, labelled: list[Segment]) -> None:
        before = self.page.found(start, labelled[0].start)
        if before.value.strip(" ,;(|-–") and not self.words.asking["begs"].match(before.value):
            text = _STROKE.sub("", self.page.text.content[before.start : before.end])
            stop = before.start + len(text.rstrip(" ,;(|-–\n"))
            self._take_line(before.start, stop)
        for segment in labelled:
            take_segment(self.page, segment, self.block.contacts)
        self.is_complete = True

    def _take_salutation(self, start: int, end: int) -> bool:
        """A labelled salutation, one below its label, or a line that begins `Dear`."""
        text = self.page.text.content[start:end]
        label = _salutation_label(self.words).match(text)
        if label is not None:
            self.awaits_salutation = not text[label.end() :].strip(_ENDS)
            if not self.awaits_salutation:
                self._set_salutation(start + label.end(), end)
            if _FOR_ALL.search(label[0]):
                self._share_salutation()
            return True
        is_opening = self._is_opening(text)
        if not self.awaits_salutation and not (is_opening and self.blocks):
            return False
        self.awaits_salutation = False
        self._set_salutation(start, end)
        return True

    def _share_salutation(self) -> None:
        """A salutation for both, or for all, is that of those above who have none."""
        for block in self.blocks[:-1]:
            block.salutation = block.salutation or self.blocks[-1].salutation

    def _is_opening(self, text: str) -> bool:
        """Whether a line without a label is a salutation: it ends with a comma, or can be nothing else."""
        if self.words.asking["openings"].match(text) is not None and text.rstrip(_ENDS).endswith((",", ":")):
            return True
        is_open = bool(self.blocks) and len(self.blocks[-1].lines) > 1 and self.blocks[-1].salutation is None
        is_short = len(text.split()) <= 8 and not any(sign.isdigit() for sign in text)
        return is_open and is_short and self.words.address["salutes"].match(text) is not None

    def _take_more_salutation(self, start: int, end: int) -> bool:
        """The same salutation in another language, on the line below."""
        text = self.page.text.content[start:end].rstrip(_ENDS)
        above = self.blocks[-1].salutation if self.blocks and self.after_salutation and not self.after_blank else None
        if above is None or len(text.split()) > 8 or not text.endswith((",", ":")):
            return False
        if any(sign.isdigit() for sign in text) or not self.words.asking["openings"].match(text.lstrip(_ENDS)):
            return False
        self.blocks[-1].salutation = self.page.found(above.start, start + len(text), "salutation")
        return True

    def _inner_salutation(self, start: int, end: int) -> int | None:
        """Where a labelled salutation begins behind other text of the line."""
        inner = re.compile(rf"(?<=[\s,;.(])(?={self.words.labels['salutation'].pattern})\S[^:\n]*:", re.IGNORECASE)
        found = inner.search(self.page.text.content, start + 1, end)
        return found.start() if found is not None and end - start < LONGEST_STRETCH else None

    def _set_salutation(self, start: int, end: int) -> None:
        start, end = _inside(self.page.text.content, start, end)
        rest = self._rest_behind_salutation(start, end)
        if rest is not None:
            self._set_salutation(start, rest)
            self.starts_new = True
            self.take_stretch(rest, end)
            return
        again = _salutation_label(self.words).search(self.page.text.content, start, end)
        if again is not None and ":" in again[0]:
            self.block.is_mixed = True
        found = self.page.found(start, end, "salutation")
        if self.blocks and self.blocks[-1].salutation is not None:
            self.starts_new = True
        if _BLANK_TO_FILL.search(found.value):
            self.block.blank_salutation = found.value
        elif found.value:
            self.block.salutation = found
            self.block.is_salutation_above = not self.block.lines
        self.is_complete = bool(self.block.lines)
        self.after_salutation = True

    def _rest_behind_salutation(self, start: int, end: int) -> int | None:
        """Where the next address begins behind a salutation on one endless line."""
        text = self.page.text.content[start:end]
        glued = rest_behind_greeting(text, self.words)
        if glued is not None and len(text.split()) > MOST_SALUTATION:
            return start + glued
        comma = text.find(",")
        is_long = len(text.split()) > MOST_SALUTATION >= len(text[:comma].split())
        if comma < 0 or not is_long:
            return None
        slash = text.find("/", 0, comma + 3)
        if slash >= 0 and (slash < comma or self.words.asking["openings"].match(text[slash + 1 :].lstrip())):
            return None  # the same in another language
        rest = start + max(comma, slash) + 1
        return rest + len(text[rest - start :]) - len(text[rest - start :].lstrip())

    def _take_line(self, start: int, end: int) -> None:
        label = _line_label(self.words).match(self.page.text.content, start, end)
        said = self.page.text.content[start:end]
        is_first = not self.blocks or self.starts_new or not self.blocks[-1].lines
        said = _LEFTOVER_BEHIND.sub("", said)
        start, end = start + 4 * (is_first and said.startswith("the ")), start + len(said.rstrip(" :"))
        found = self.page.found(label.end() if label is not None else start, end, "address line")
        is_page_head = is_banner(found.value, self.words)
        if self._leads_on(said):
            return
        if self.words.address["connectors"].fullmatch(said.strip(" :")):
            self.starts_new = True
            return
        if is_page_head or _PAGE_NUMBER.fullmatch(found.value) or _REMARK.fullmatch(found.value):
            return
        if not found.value or (self.blocks and len(self.blocks[-1].lines) >= MOST_LINES):
            return
        if self._begins_new(found.value):
            self.starts_new = True
        self.block.lines.append(found)
        if self.countries.is_known_name(found.value) and len(self.block.lines) > 1:
            self.is_complete = True

    def _leads_on(self, said: str) -> bool:
        """Whether a line only says what stands below it: `The newspaper:`."""
        if not said.endswith(":") or not re.match(r"the |l[ae] |les |el ", said, re.IGNORECASE):
            return False
        return not looks_like_beginning(said.rstrip(": "), self.words)

    def _begins_new(self, text: str) -> bool:
        """Whether this line begins another addressee than the one in hand."""
        if not self.blocks or not self.blocks[-1].lines:
            return False
        present = self.blocks[-1]
        has_salutation = present.salutation is not None and not present.is_salutation_above
        begins = looks_like_beginning(text, self.words)
        if self.countries.is_known_name(text) or (looks_postal(text, self.words) and not begins):
            return has_salutation and not self.countries.is_known_name(text)
        if has_salutation:
            return True
        if self._follows_country(present, text):
            return True
        has_postal = any(looks_postal(line.value, self.words) for line in present.lines[1:])
        if self.is_loose or not self.after_blank:
            return begins and (self.is_complete or has_postal)
        return self.is_complete or has_postal or (begins and len(present.lines) > 1)

    def _follows_country(self, present: Block, text: str) -> bool:
        """Whether a name stands below the country that ends the address in hand."""
        last = present.lines[-1].value
        has_country = self.countries.is_known_name(last) or ("," in last and self.countries.named_at_end(last))
        if len(present.lines) < 3 or not has_country:
            return False
        return not looks_postal(text, self.words) and is_name(text, self.words) and len(text.split()) > 1


def blocks_of(page: Page, first: int, last: int, start: int, words: BulletinWords, countries: Countries) -> list[Block]:
    """The addressees between two lines; `start` is where the first line's text begins behind a label."""
    lines = with_whole_numbers(page, _without_page_heads(page.lines[first:last], words), words)
    reader = _Reader(page, words, countries, is_loose=_is_loose(lines))
    for line in lines:
        if line.end <= start and not line.is_blank:
            continue
        if line.start < start:
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
    readers = [_Reader(page, words, countries, is_loose=False)]
    is_copy = False
    for first, last in column:
        if words.exact["copy"].fullmatch(page.text.content[first:last].strip()):
            readers.append(_Reader(page, words, countries, is_loose=False))
            is_copy = True
        else:
            readers[-1].take_stretch(first, last)
    copies = readers[-1].blocks if is_copy else []
    for block in copies:
        block.is_copy = True
    return [block for reader in readers for block in reader.blocks if not block.is_empty]


def _without_page_heads(lines: Sequence[Line], words: BulletinWords) -> Sequence[Line]:
    """The lines without a page's foot and head in their midst, and without the blank lines around these."""
    kept: list[Line] = []
    skips_blank = False
    for line in lines:
        if line.is_blank:
            if not skips_blank:
                kept.append(line)
            continue
        is_head = (
            _LEFTOVER.fullmatch(line.text)
            or is_banner(line.text, words)
            or _PAGE_NUMBER.fullmatch(line.text)
            or is_header_line(line, words)
        )
        if is_head and kept:
            while kept and kept[-1].is_blank:
                kept.pop()
            skips_blank = True
            continue
        skips_blank = False
        kept.append(line)
    return kept


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
