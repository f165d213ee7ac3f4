"""Goes down the lines of addresses and sorts them into blocks: lines, contacts, salutation."""

import re
from dataclasses import dataclass, field
from functools import cache

from uadesk.domain.texts import Found
from uadesk.reading.beginnings import Above, begins_addressee
from uadesk.reading.contacts import (
    Contacts,
    Segment,
    contacts_behind,
    is_email,
    segments,
    take_bare,
    take_run,
    take_segment,
)
from uadesk.reading.furniture import is_furniture, without_leftover
from uadesk.reading.lines import Line, LineKind, Page
from uadesk.reading.offices import looks_like_beginning
from uadesk.reading.salutations import (
    ENDS,
    inner_salutation,
    inside,
    is_for_all,
    is_to_fill,
    rest_behind,
    salutation_beside,
    salutation_label,
)
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import Countries

MOST_LINES = 40
"""No address has more lines; what follows is something else."""
LONGEST_LINE = 1_200
"""No address on one line has more signs; in longer lines none is looked for."""
_STROKE = re.compile(r"\s+I\s*$")
"""A stroke between the parts of a line that became a letter."""


@cache
def _line_label(words: BulletinWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.address['line_labels'].pattern})\s*:\s*(?=\S)", re.IGNORECASE)


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
class BlockReader:
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
    following: str = ""
    """The filled line below the one that is taken."""

    @property
    def block(self) -> Block:
        if not self.blocks or self.starts_new:
            self.blocks.append(Block())
            self.starts_new = self.is_complete = False
        return self.blocks[-1]

    def take(self, line: Line) -> None:
        if line.is_blank or len(line.text) > LONGEST_LINE:
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
        has_contacts = not self.blocks[-1].contacts.is_empty
        return line.kind is LineKind.NUMBERED or has_contacts or looks_like_beginning(first, self.words)

    def take_stretch(self, start: int, end: int) -> None:
        is_labelled = salutation_label(self.words).match(self.page.text.content, start, end) is not None
        beside = None if is_labelled else salutation_beside(self.page, start, end, self.words)
        if beside is not None:
            self._take_line(start, beside)
            self._set_salutation(beside, end)
            self.block.is_salutation_above = True  # the address goes on below it
            self.is_complete = self.after_salutation = False
            return
        if self._take_more_salutation(start, end) or self._take_salutation(start, end):
            return
        self.after_salutation = False
        inner = inner_salutation(self.page, start, end, self.words)
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
        label = salutation_label(self.words).match(text)
        if label is not None:
            self.awaits_salutation = not text[label.end() :].strip(ENDS)
            if not self.awaits_salutation:
                self._set_salutation(start + label.end(), end)
            if is_for_all(label[0], self.words):
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
        if self.words.asking["openings"].match(text) is not None and text.rstrip(ENDS).endswith((",", ":")):
            return True
        is_open = bool(self.blocks) and len(self.blocks[-1].lines) > 1 and self.blocks[-1].salutation is None
        is_short = len(text.split()) <= 8 and not any(sign.isdigit() for sign in text)
        return is_open and is_short and self.words.address["salutes"].match(text) is not None

    def _take_more_salutation(self, start: int, end: int) -> bool:
        """The same salutation in another language, on the line below."""
        text = self.page.text.content[start:end].rstrip(ENDS)
        above = self.blocks[-1].salutation if self.blocks and self.after_salutation and not self.after_blank else None
        if above is None or len(text.split()) > 8 or not text.endswith((",", ":")):
            return False
        if any(sign.isdigit() for sign in text) or not self.words.asking["openings"].match(text.lstrip(ENDS)):
            return False
        self.blocks[-1].salutation = self.page.found(above.start, start + len(text), "salutation")
        return True

    def _set_salutation(self, start: int, end: int) -> None:
        start, end = inside(self.page.text.content, start, end)
        rest = rest_behind(self.page, start, end, self.words)
        if rest is not None:
            self._set_salutation(start, rest)
            self.starts_new = True
            self.take_stretch(rest, end)
            return
        again = salutation_label(self.words).search(self.page.text.content, start, end)
        if again is not None and ":" in again[0]:
            self.block.is_mixed = True
        found = self.page.found(start, end, "salutation")
        if self.blocks and self.blocks[-1].salutation is not None:
            self.starts_new = True
        if is_to_fill(found.value):
            self.block.blank_salutation = found.value
        elif found.value:
            self.block.salutation = found
            self.block.is_salutation_above = not self.block.lines
        self.is_complete = bool(self.block.lines)
        self.after_salutation = True

    def _take_line(self, start: int, end: int) -> None:
        label = _line_label(self.words).match(self.page.text.content, start, end)
        said = self.page.text.content[start:end]
        is_first = not self.blocks or self.starts_new or not self.blocks[-1].lines
        said = without_leftover(said)
        start, end = start + 4 * (is_first and said.startswith("the ")), start + len(said.rstrip(" :"))
        found = self.page.found(label.end() if label is not None else start, end, "address line")
        if self._leads_on(said):
            return
        if self.words.address["connectors"].fullmatch(said.strip(" :")):
            self.starts_new = not self._is_contact_below()
            return
        if not found.value or is_furniture(found.value, self.words):
            return
        if self.blocks and len(self.blocks[-1].lines) >= MOST_LINES:
            return
        if self._begins_new(found.value):
            self.starts_new = True
        self.block.lines.append(found)
        if self.countries.is_known_name(found.value) and len(self.block.lines) > 1:
            self.is_complete = True

    def _is_contact_below(self) -> bool:
        """Whether the line below goes on with the contacts of the addressee in hand: an `or` stands between two."""
        return "@" in self.following and " " not in self.following.strip()

    def _leads_on(self, said: str) -> bool:
        """Whether a line only says what stands below it: `The newspaper:`."""
        if not said.endswith(":") or not re.match(r"the |l[ae] |les |el ", said, re.IGNORECASE):
            return False
        return not looks_like_beginning(said.rstrip(": "), self.words)

    def _begins_new(self, text: str) -> bool:
        """Whether this line begins another addressee than the one in hand."""
        if not self.blocks:
            return False
        present = self.blocks[-1]
        above = Above(
            lines=[line.value for line in present.lines],
            has_salutation=present.salutation is not None and not present.is_salutation_above,
            has_contacts=not present.contacts.is_empty,
            is_complete=self.is_complete,
            is_apart=self.after_blank and not self.is_loose,
        )
        return begins_addressee(above, text, self.following, self.words, self.countries)
