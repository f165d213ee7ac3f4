"""Characters that nobody sees or that look like others, and the values of an address that held them."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from uadesk.domain.texts import Span, Text
from uadesk.reading.findings import Findings

JOINERS = "\u200c\u200d"
"""They shape letters of Arabic and Indic scripts and join emoji; elsewhere they are only hidden."""
_HIDDEN = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
_RUN = re.compile(f"[{_HIDDEN}\U000e0000-\U000e007f]+")
_MARK = "\u200b"
"""What stands for a run of hidden characters while the text is cleaned."""
_JOINED_SCRIPTS = (
    "ARABIC", "SYRIAC", "MONGOLIAN", "NKO", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU",
    "KANNADA", "MALAYALAM", "SINHALA", "KHMER", "MYANMAR",
)  # fmt: skip
_LOOK_ALIKE = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
_LIKE_LATIN = frozenset("АВЕЅІЈКМНОРСТУХаеорсухіјѕԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧον")
_WORD = re.compile(r"[^\W\d_]+")
_LEAVES = re.compile(
    r"^(?:targets|copies|solidarity)\[\d+\]\.(?:name|title|salutation|address_lines\[\d+\]|email\[\d+\])$"
)


def marked(raw: str) -> str:
    """The text with one mark for each run of hidden characters, moved behind the letter or digit beside it.

    There it parts nothing that the rules look for. Runs with no letter or digit before or behind them on their line
    are gone.
    """
    return "\n".join(_marked_line(line) for line in raw.split("\n")) if _RUN.search(raw) else raw


def _marked_line(line: str) -> str:
    parts: list[str] = []
    first, waits = 0, False
    for run in _RUN.finditer(line):
        stretch, waits = _with_mark(line[first : run.start()], waits=waits)
        parts.append(stretch)
        first = run.end()
        if _shapes(line, run):
            parts.append(run[0])
        elif parts and parts[-1][-1:].isalnum():
            parts.append(_MARK)
        else:
            waits = True
    return "".join(parts) + _with_mark(line[first:], waits=waits)[0]


def _with_mark(stretch: str, *, waits: bool) -> tuple[str, bool]:
    """The stretch with a mark behind its first letter or digit, if one waits; and whether it waits still."""
    place = next((at for at, sign in enumerate(stretch) if sign.isalnum()), None) if waits else None
    if place is None:
        return stretch, waits
    return f"{stretch[: place + 1]}{_MARK}{stretch[place + 1 :]}", False


def _shapes(line: str, run: re.Match[str]) -> bool:
    """Whether these are joiners between letters that they shape, or within an emoji."""
    before, after = line[max(0, run.start() - 1) : run.start()], line[run.end() : run.end() + 1]
    if not before or any(sign not in JOINERS for sign in run[0]):
        return False
    if unicodedata.category(before) in {"So", "Sk"} or before == "\ufe0f":
        return True
    return unicodedata.name(before, "").startswith(_JOINED_SCRIPTS) and (
        not after or after.isspace() or not after.isascii()
    )


def without_marks(
    content: str, spans: Sequence[Sequence[Span]]
) -> tuple[str, tuple[tuple[Span, ...], ...], tuple[int, ...]]:
    """Content and lists of spans without the marks, and the places where they stood."""
    if _MARK not in content:
        return content, tuple(tuple(each) for each in spans), ()
    marks = [match.start() for match in re.finditer(_MARK, content)]

    def moved(place: int) -> int:
        return place - bisect_left(marks, place)

    kept = tuple(tuple((moved(start), moved(end)) for start, end in each) for each in spans)
    return content.replace(_MARK, ""), kept, tuple(dict.fromkeys(moved(mark) for mark in marks))


def doubt_what_deceives(text: Text, findings: Findings) -> None:
    """Name the names, addresses, salutations and emails that held hidden characters or mix alphabets."""
    for path, (start, end) in list(findings.spans.items()):
        if not _LEAVES.match(path):
            continue
        at = bisect_left(text.hidden, start + 1)
        if at < len(text.hidden) and text.hidden[at] <= end:
            findings.uncertain(path, "hidden_characters")
        mixed = next(mixed_words(text.content[start:end]), None)
        if mixed is not None:
            findings.uncertain(path, "mixed_scripts", printed=mixed)


def mixed_words(value: str) -> Iterator[str]:
    """Words of Latin letters with ones that only look so; or wholly of such, among words of Latin letters.

    >>> list(mixed_words("Embassy of Ir\u0430n")) == ["Ir\u0430n"]
    True
    """
    if value.isascii():
        return
    words = _WORD.findall(unicodedata.normalize("NFC", value))
    scripts = [{_script(sign) for sign in word} for word in words]
    others = [word for word, of in zip(words, scripts, strict=True) if of & set(_LOOK_ALIKE)]
    is_latin_text = any("LATIN" in of for of in scripts) and all(set(word) <= _LIKE_LATIN for word in others)
    for word, of in zip(words, scripts, strict=True):
        if of & set(_LOOK_ALIKE) and ("LATIN" in of or (is_latin_text and len(word) > 1)):
            yield word


def _script(sign: str) -> str:
    return "LATIN" if sign.isascii() else unicodedata.name(sign, "").partition(" ")[0]
