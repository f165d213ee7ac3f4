"""Telephone, fax and email of an address, told from the lines that a letter carries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from uadesk.domain.texts import Found, Span
from uadesk.reading.lines import LONGEST_LABEL, Line, Page
from uadesk.reference.bulletin_words import BulletinWords

EMAIL = re.compile(
    r"[A-Za-z0-9À-ÿ][\w.+'-]{0,80}@[A-Za-z0-9](?:[\w-]{0,60}\.)+[A-Za-z]{2,24}?"
    r"(?:(?![\w@])|(?=opens\s+in\s+a\s+new))"  # what a web page glues to a link
)
_HIDDEN = re.compile(
    r"\[\s*email\s*protected\s*\]|[\w.+-]{1,60}\s?(?:\(a\)|\(at\)|\[at\]|\{at\})\s?[\w.-]{1,60}", re.IGNORECASE
)
_NOTE = re.compile(r"\((?!\s*[+\d][\d\s]*\))[^()]{0,60}\)|\[[^\[\]]{0,60}\]")
_BARE_PHONE = re.compile(r"[+(]?[\d(][\d\s().+–-]{5,24}\d")
_NUMBER = re.compile(
    r"(?:\+\s?)?\(?[+\d][\d\s().+/–-]*\d(?:,?\s*(?:ext|extension|x|poste|int|anexo|interno|app|durchwahl)\.?\s*\d{1,6})?",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*(?:[;|]|,(?=\s*[+(\d])|\s+(?:or|and|ou|o|y|oder|und)\s+|\s/\s|/)\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SITE = re.compile(r"(?:[^\W\d_]{1,8}\s*:\s*)?(?:https?://|www\.)\S+", re.IGNORECASE)
_NOTE_BEHIND = re.compile(r"\s*\([^()]*\)$")
_NUMBERS_AT_END = re.compile(r"(?<=[^\d\s])[\s.,;]+(?P<numbers>[+(]?\d[\d\s().+/-]{6,}\d[\s.,;]*)$")
_KIND_BEHIND = re.compile(r"\s*\((fax|tel|tel\.|phone|téléphone)\)$", re.IGNORECASE)
_MORE = re.compile(r"(?:or|oder|ou|o)\s+", re.IGNORECASE)
_KINDS = ("phone", "fax", "email", "web_form", "left_out")
LONGEST_NUMBER = 15
"""Digits of a telephone number at most, by ITU-T E.164."""
_REST_OF_NUMBER = re.compile(r"-?\d[\d\s-]{0,14}(?=$|[,;.)])")
LONGEST_LINE = 100
"""A line of more signs may hold several."""
ENOUGH_DIGITS = 5
"""Fewer digits than this behind a slash are the end of the number before it, not one of their own."""


@dataclass(slots=True)
class Contacts:
    """What a block of an address says of its lines; `waiting` is the label whose value is on the next line."""

    phone: list[Found] = field(default_factory=list)
    fax: list[Found] = field(default_factory=list)
    email: list[Found] = field(default_factory=list)
    doubts: list[tuple[str, str, str]] = field(default_factory=list)
    """Field, code, and what stands in the value's place."""
    waiting: str = ""
    last: str = ""
    """The kind of the number or address taken last, which the next line may go on with: `or 030-8305 1215`."""

    @property
    def is_empty(self) -> bool:
        return not (self.phone or self.fax or self.email or self.doubts)


class Segment(NamedTuple):
    """A labelled stretch of a line: the kinds its label names, where the label begins, and its value's span."""

    kinds: tuple[str, ...]
    start: int
    value: Span


@cache
def _label(words: BulletinWords) -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind}>{words.address[kind].pattern})" for kind in _KINDS)
    first = r"(?:(?<=[\s,;|/(–-])|^|(?-i:(?<=[a-zà-ÿ\d])(?=Fax|Tel|Phone|E-?mail)))(?:(?:and|or|by|via)\s+)?"
    second = "|".join(words.address[kind].pattern for kind in ("phone", "fax", "email"))
    note = r"(?:\s*\([^()\d]{0,30}\))?(?:\s*\d(?=\s*[:.]))?"
    return re.compile(
        rf"{first}(?:{kinds})(?P<more>(?:\s*(?:/|&|and|,|or)\s*(?:{second})){{0,2}}){note}\s*[.]?\s*(?::|(?=[+(]?\s?\d))\s*",
        re.IGNORECASE,
    )


def segments(page: Page, start: int, end: int, words: BulletinWords) -> list[Segment]:
    """The labelled stretches of one line, in order; none where it has no label.

    `Tel: (613) 238-5335 Fax: (613) 688-3082` has two.
    """
    text = page.text.content[start:end]
    if len(text) > 2 * LONGEST_LABEL:
        return []
    labels = [label for label in _label(words).finditer(text) if _is_label(label, text)]
    found: list[Segment] = []
    for place, label in enumerate(labels):
        stop = labels[place + 1].start() if place + 1 < len(labels) else len(text)
        found.append(Segment(_kinds(label, words), start + label.start(), (start + label.end(), start + stop)))
    return found


def _is_label(label: re.Match[str], text: str) -> bool:
    """A label without a colon counts only for telephone and fax; that of a left-out account only at the start."""
    if label["left_out"]:
        if len(text) > LONGEST_LINE and label[0].rstrip().endswith(":") and label["left_out"][:1].isupper():
            return True  # lines that were run together
        return not text[: label.start()].strip(" (,;|/") and text[label.end() - 1 : label.end()] in " :"
    is_letter = len(label["phone"] or label["fax"] or label["email"] or "no") == 1
    return ":" in label[0] or (bool(label["phone"] or label["fax"]) and not is_letter)


def _kinds(label: re.Match[str], words: BulletinWords) -> tuple[str, ...]:
    first = next(kind for kind in _KINDS if label[kind])
    more = [kind for kind in ("phone", "fax", "email") if words.address[kind].search(label["more"] or "")]
    return tuple(dict.fromkeys([first, *more]))


def take_segment(page: Page, segment: Segment, contacts: Contacts) -> None:
    """Sort one labelled value into the contacts."""
    start, end = segment.value
    contacts.waiting = ""
    for kind in segment.kinds:
        _take(page, kind, start, end, contacts)


def _take(page: Page, kind: str, start: int, end: int, contacts: Contacts) -> None:
    printed = page.words(start, end)
    contacts.last = kind
    if not printed:
        contacts.waiting = kind
    elif kind in ("phone", "fax"):
        numbers = list(_numbers(page, start, end))
        (contacts.phone if kind == "phone" else contacts.fax).extend(numbers)
        if EMAIL.search(page.text.content, start, end):
            _take_emails(page, start, end, contacts)
        if not numbers:
            contacts.doubts.append((kind, "not_a_number", printed))
    elif kind == "email":
        _take_emails(page, start, end, contacts)
    elif kind == "web_form":
        contacts.doubts.append(("email", "web_form", printed))


def _take_emails(page: Page, start: int, end: int, contacts: Contacts) -> None:
    """Addresses as printed; what hides one, or a form in its place, is named as a doubt."""
    printed = page.words(start, end)
    matches = EMAIL.finditer(page.text.content, start, end)
    found = [page.found(*each.span(), "email") for each in matches if not _is_in_remark(page, start, each.start(), end)]
    contacts.email.extend(found)
    if _HIDDEN.search(printed):
        contacts.doubts.append(("email", "hidden_email", printed))
    elif not found:
        contacts.doubts.append(("email", "web_form" if _ADDRESS.search(printed) else "not_an_email", printed))


def _is_in_remark(page: Page, start: int, place: int, end: int) -> bool:
    """Whether this stands in square brackets with other words: `[please bcc office@example.org]`."""
    content = page.text.content
    opens, closes = content.rfind("[", start, place), content.find("]", place, end)
    return opens >= 0 and closes >= 0 and "]" not in content[opens:place] and " " in content[opens:closes].strip()


def take_bare(page: Page, start: int, end: int, contacts: Contacts) -> bool:
    """Take a line that is nothing but emails, a telephone number or a link; False where it is something else."""
    text = page.text.content[start:end].strip()
    noted = _NOTE_BEHIND.search(text)
    if noted is not None and not _KIND_BEHIND.search(text) and _is_bare_phone(text[: noted.start()]):
        text = text[: noted.start()]
    if not text or len(text) > LONGEST_LABEL:
        return False
    waiting, contacts.waiting = contacts.waiting, ""
    more = _MORE.match(text)
    if more is not None and contacts.last in ("phone", "fax") and _is_bare_phone(text[more.end() :]):
        (contacts.fax if contacts.last == "fax" else contacts.phone).extend(_numbers(page, start + more.end(), end))
        return True
    if _is_nothing_but(EMAIL, text) or _is_nothing_but(_HIDDEN, text):
        _take_emails(page, start, end, contacts)
        return True
    if _SITE.fullmatch(text) or re.fullmatch(r"@\w{2,40}", text):
        if waiting == "email":
            contacts.doubts.append(("email", "web_form", text))
        return True
    behind = _KIND_BEHIND.search(text)
    if behind is not None and _is_bare_phone(text[: behind.start()]):
        (contacts.fax if behind[1].casefold() == "fax" else contacts.phone).extend(_numbers(page, start, end))
        return True
    if _is_bare_phone(text) or (waiting in ("phone", "fax") and text[:1] in "+(0123456789"):
        (contacts.fax if waiting == "fax" else contacts.phone).extend(_numbers(page, start, end))
        return True
    return False


def contacts_behind(page: Page, start: int, end: int) -> int | None:
    """Where emails without a label begin at the end of a line, with the numbers before them; None where none do."""
    mail = EMAIL.search(page.text.content, start, end)
    if mail is None or mail.start() == start:
        return None
    numbers = _NUMBERS_AT_END.search(page.text.content[start : mail.start()])
    return start + numbers.start() if numbers is not None else mail.start()


def take_run(page: Page, start: int, end: int, contacts: Contacts) -> None:
    """Take numbers and emails without a label that stand one behind the other."""
    mail = EMAIL.search(page.text.content, start, end)
    stop = mail.start() if mail is not None else end
    for first, last in ((start, stop), (stop, end)):
        text = page.text.content[first:last]
        begin = first + len(text) - len(text.lstrip(" ,;.\n"))
        take_bare(page, begin, max(begin, first + len(text.rstrip(" ,;.\n"))), contacts)


def is_email(page: Page, start: int, end: int) -> bool:
    """Whether a stretch is an email address and nothing else."""
    return EMAIL.fullmatch(page.words(start, end)) is not None


def _is_bare_phone(text: str) -> bool:
    """Whether an unlabelled line is a telephone number: it has a prefix or three groups, which postal codes lack."""
    numbers = [text[slice(*part)] for part in _by_prefix(text, 0, len(text))]
    if len(numbers) > 1:
        return all(_is_bare_phone(each) for each in numbers)
    if not _BARE_PHONE.fullmatch(text) or sum(sign.isdigit() for sign in text) < 7:
        return False
    return text.startswith(("+", "(", "00")) or len(re.findall(r"\d+", text)) > 2


def _is_nothing_but(pattern: re.Pattern[str], text: str) -> bool:
    rest, count = pattern.subn("", text)
    return count > 0 and not re.sub(r"\b(?:or|and)\b|[\s,;/|()<>.•-]", "", rest)


def _numbers(page: Page, start: int, end: int) -> Iterator[Found]:
    """The numbers of a list: `(613) 238-5335 / 688-5335 (24h)` holds two, its note is left out."""
    content = page.text.content
    for part in [each for span in _parts(content, start, end) for each in _by_prefix(content, *span)]:
        first, last = _without_notes(content, *part)
        number = _NUMBER.search(content, first, last)
        if number is not None and sum(sign.isdigit() for sign in number[0]) >= 3:
            stop = number.end()
            yield page.found(
                number.start(),
                stop + (content[stop : stop + 1] == ")" and number[0].count("(") > number[0].count(")")),
                "number",
            )


def _by_prefix(content: str, start: int, end: int) -> Iterator[Span]:
    """Numbers that stand one behind the other, parted where the prefix of the first comes again."""
    prefix = re.match(r"\s*\(?(\+?\d+)\)?\s", content[start:end])
    digits = sum(sign.isdigit() for sign in content[start:end])
    again = re.compile(rf"(?<=\d)\s+(?=\(?{re.escape(prefix[1])}\)?\s)") if prefix is not None else None
    first = start
    for gap in again.finditer(content, start, end) if again is not None and digits > LONGEST_NUMBER else ():
        yield first, gap.start()
        first = gap.end()
    yield first, end


def _without_notes(content: str, start: int, end: int) -> Span:
    """The stretch between the notes in brackets before and behind a number."""
    note = _NOTE.search(content, start, end)
    while note is not None and not content[start : note.start()].strip(" ,;"):
        start = note.end()
        note = _NOTE.search(content, start, end)
    return start, note.start() if note is not None else end


def _parts(content: str, start: int, end: int) -> Iterator[Span]:
    """The stretches between what parts numbers; a slash parts them only where enough digits follow."""
    first = start
    for mark in _APART.finditer(content, start, end):
        following = _APART.split(content[mark.end() : end], maxsplit=1)[0]
        if "/" in mark[0] and sum(sign.isdigit() for sign in following) < ENOUGH_DIGITS:
            continue
        yield first, mark.start()
        first = mark.end()
    yield first, end


def with_whole_numbers(page: Page, lines: Sequence[Line], words: BulletinWords) -> list[Line]:
    """The lines with each number whole that was wrapped: `Fax: +225 20 21 14` above `25`."""
    kept: list[Line] = []
    for line in lines:
        above = kept[-1] if kept else None
        if above is not None and _goes_on_in(above, line, words):
            kept[-1] = above._replace(end=line.end, text=page.words(above.start, line.end))
        else:
            kept.append(line)
    return kept


def _goes_on_in(above: Line, line: Line, words: BulletinWords) -> bool:
    """Whether a line goes on with the number at the end of the one above: digits, and then nothing or a label."""
    rest = _REST_OF_NUMBER.match(line.text)
    if rest is None or len(above.text) > LONGEST_LABEL:
        return False
    label = next(reversed(list(_label(words).finditer(above.text))), None)
    if label is None or not (label["phone"] or label["fax"]):
        return False
    begun = above.text[label.end() :].strip()
    is_number = not begun or _NUMBER.fullmatch(begun) is not None or re.fullmatch(r"\+\d{1,3}", begun) is not None
    behind = line.text[rest.end() :].lstrip(" ,;)")
    return is_number and bool(begun) and (not behind or _label(words).match(behind) is not None)
