"""What the words of two lines of a page tell: whether the lower goes on with the upper, or begins something."""

import re
from collections.abc import Sequence
from functools import cache

from uadesk.reading.formats.pdf_lines import MARKS
from uadesk.reading.offices import has_honorific, is_office
from uadesk.reading.references import index_label
from uadesk.reference.bulletin_words import LANGUAGES, BulletinWords, load_words
from uadesk.reference.countries import load_countries
from uadesk.reference.phrases import Phrases

BEGINS_POINT = re.compile(rf"(?:[{MARKS}o]|\(?\d{{1,2}}[.)]|\(?[a-z]\)|\(?[ivx]{{1,4}}[.)])\s")
_SMALL_WORD = 4
"""Letters of words such as "of", "for", "the", "de", "und" at most."""
_LABEL = re.compile(r"[A-ZÀ-Ý][^\W\d]*(?:[ -][^\W\d]+){0,2}:(?:\s|$)")
_FORM_LABEL = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9'’“”\"&(),+/ -]{2,80}?\s?:(?:\s|$)")
"""A label of a form, in capitals: `PUBLICATION DATE:`."""
_DATED_LABEL = re.compile(rf"{_FORM_LABEL.pattern}.*\d{{4}}$")
"""The same with a date behind it, which ends its line."""
_CAPITALS_AT_END = re.compile(r"(?:(?<!\S)[A-ZÀ-Þ’']+ ?){1,4}$")
_HEADING = re.compile(r"[^a-zß-ÿ\d]*[A-ZÀ-Þ’']{3,}[^a-zß-ÿ\d]* [^a-zß-ÿ\d]*[A-ZÀ-Þ]{3,}[^a-zß-ÿ\d]*")
"""Two words in capitals or more."""
_SENTENCES = re.compile(r"[^\W\d_]{3,}[.!?][\"”’»)]* [A-ZÀ-Ý][^\W\d_]")
_STREET = re.compile(
    r"\d{1,5}[A-Za-z]?,? \S*[^\W\d_]{3}|(?:P\.?\s?O\.? Box|B\.?P\.?|c/o|Apartado|Postfach)\b", re.IGNORECASE
)
"""A number and a street, a box, a person or house that passes letters on."""
_PROSE = 45
"""Signs of a line that is likelier one of prose than a line of an address."""
_MOST_COMMAS = 2
"""Within a line of an address; with more, the whole address stands on one."""
_SHORT = 4
"""Words of a line that is likelier one of an address than the first of a paragraph."""
_ABBREVIATION = re.compile(r"\([^\W\d_]{2,}\)")
"""Of the name that stands before it: `(LTDH)`."""
_FEWEST, _LONGEST = 3, 75
"""Lines of an address at least, signs of one at most."""


def opens(last: str, first: str) -> bool:
    """Whether a colon ends a line and what it opens stands below, or a label begins one."""
    if last.endswith(":"):
        return first[0].isalpha() and last.count(":") == 1
    if _FORM_LABEL.match(first) or (_LABEL.match(first) and _label(first).isupper()):
        return not _is_cut_label(last, first)
    if first[0].isupper() and (_DATED_LABEL.match(last) or _is_whole_address(last)):
        return True
    # In a row of labels a value of several words may be cut (Russian / Federation Date:), no number and no email.
    is_cut_value = (
        last.count(":") > 1 and (last[-1].isalpha() or last[-1] == ",") and "@" not in last.rpartition(" ")[2]
    )
    return _LABEL.match(first) is not None and not is_cut_value and (_is_known_label(first) or not is_cut_prose(last))


def _is_known_label(line: str) -> bool:
    label = _label(line)
    is_index = any(pattern.match(label) for pattern in _index_labels())
    return begins_contact(line) or is_index or any(pattern.match(label) for pattern in _labels())


@cache
def _index_labels() -> tuple[re.Pattern[str], ...]:
    return tuple(index_label(load_words(each)) for each in LANGUAGES)


def is_cut_prose(line: str) -> bool:
    """Whether a long line without any colon ends within a sentence."""
    return len(line) > _PROSE and ":" not in line and (line[-1].isalnum() or line[-1] == ",")


def begins_contact(line: str) -> bool:
    """Whether a line of an address says by a label how to call, to write or to begin: `Fax:`, `Salutation:`."""
    label = _label(line)
    kinds = (_words().address[kind] for kind in ("email", "fax", "phone"))
    return bool(label) and any(pattern.match(label) for pattern in (*kinds, *_salutations()))


def is_cut_address(before: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the last lines of a page and the first ones of the next are one address."""
    if begins_contact(below[0]):
        return True
    last = before[-1]
    is_at_end = load_countries().is_known_name(last) or begins_contact(last)
    first = below[0]
    is_short = len(first.split()) <= _SHORT and ":" not in first and not first.isupper()
    return not is_at_end and (is_short or is_of_address([*before, *below]))


def is_heading(line: str) -> bool:
    """Whether a line has nothing but words in capitals."""
    return _HEADING.fullmatch(line) is not None


def begins_in_capitals(line: str) -> bool:
    """Whether the first word is in capitals; so are the rest of a number and a bracket."""
    first = re.search(r"[^\W\d_]{2,}", line)
    return first is None or first[0].isupper()


def _is_cut_label(last: str, first: str) -> bool:
    """Whether a label goes over both lines: capitals without a colon, open brackets, or the words of a known one."""
    label = _label(first)
    is_part = " " not in label or len(label.split()[0]) < _SMALL_WORD or len(last.rpartition(" ")[2]) <= _SMALL_WORD
    if last.count("(") > last.count(")") or (is_part and last.isupper() and ":" not in last):
        return True
    capitals = _CAPITALS_AT_END.search(last)
    words = capitals[0].split() if capitals else []
    begun = (" ".join(words[place:]) for place in range(len(words)))
    return any(pattern.match(f"{each} {label}") for each in begun for pattern in _labels())


@cache
def _labels() -> tuple[Phrases, ...]:
    return tuple(pattern for each in LANGUAGES for pattern in load_words(each).labels.values())


@cache
def _salutations() -> tuple[Phrases, ...]:
    return tuple(load_words(each).labels["salutation"] for each in LANGUAGES)


def is_unfinished(above: str, *, is_last: bool) -> bool:
    """Whether brackets or a list of commas are open, or a salutation goes on to the end of an address (`is_last`)."""
    commas = above.count(",")
    if above.count("(") > above.count(")") or (above.endswith(",") and commas > 1):
        return True
    if commas > _MOST_COMMAS and not _is_whole_address(above):
        return True
    return is_last and any(pattern.match(_label(above)) for pattern in _salutations())


def _is_whole_address(line: str) -> bool:
    """Whether a whole address stands on a line, down to its country."""
    countries = load_countries()
    is_at_end = countries.is_known_name(line.rpartition(",")[2].strip(" .")) or countries.named_at_end(line) is not None
    return line.count(",") > _MOST_COMMAS and is_at_end


def is_sentence(above: str, line: str) -> bool:
    """Whether a sentence ends within two lines, and another begins."""
    return _SENTENCES.search(f"{above} {line}") is not None


def says_so(above: str, line: str) -> bool:
    """Whether the words go on: after a small word (of, de), in small letters or capitals, to a last word."""
    last = above.rpartition(" ")[2]
    is_small_word = last.islower() and last.isalpha() and len(last) <= _SMALL_WORD
    is_number = ":" in above and line[0].isdigit()
    is_last_word = line.isalpha() and not above[-1].isdigit() and not load_countries().is_known_name(line)
    is_capitals = above.isupper() and line.partition(":")[0].isupper()
    is_row_of_labels = above.count(":") > 1
    is_begun = line[0].islower() or _ABBREVIATION.match(line) is not None
    return is_small_word or is_number or is_last_word or is_capitals or is_row_of_labels or is_begun


def _label(line: str) -> str:
    before, colon, _value = line.partition(":")
    return before + colon if colon else ""


def begins_address_line(above: str, line: str) -> bool:
    """Whether a line of an address begins with its own matter: an office, a person, a street, a city, a country."""
    if above.endswith((",", "-", "/", "(", "&")) or above.rpartition(" ")[2].islower():
        return False
    words = _words()
    countries = load_countries()
    is_place = countries.is_known_name(line) or countries.of_postal_line([line]) is not None
    return is_place or _STREET.match(line) is not None or has_honorific(line, words) or is_office(line, words)


def is_of_address(lines: Sequence[str]) -> bool:
    """Whether lines without a gap between them are an address: a country, a number to call or a salutation in it."""
    if len(lines) < _FEWEST or any(len(line) > _LONGEST or BEGINS_POINT.match(line) for line in lines[1:]):
        return False
    countries, address = load_countries(), _words().address
    return any(
        countries.is_known_name(line)
        or countries.named_at_end(line) is not None
        or any(address[kind].match(line) for kind in ("email", "fax", "phone") if ":" in line)
        for line in lines
    )


def _words() -> BulletinWords:
    """Those of addresses are the same for every language."""
    return load_words()
