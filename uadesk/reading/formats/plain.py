"""Text as a person would see it: one kind of line end, no control characters, markdown's marks gone."""

import re
from collections.abc import Iterator
from itertools import pairwise

from uadesk.domain.texts import Span, Text
from uadesk.reading.formats.hyphens import Words
from uadesk.reading.formats.run_on import broken
from uadesk.reading.formats.tidying import freed
from uadesk.reading.formats.ungluing import unglued
from uadesk.reading.unseen import marked, without_marks

BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_TAG = re.compile(r"<br\s*/?>\n?", re.IGNORECASE)
_RULE = re.compile(r"[ ]*(?:([-*_=~])(?:[ ]*\1){2,}|#{1,6})[ ]*")
_QUOTED = re.compile(r"(?:>[ ]?)+")
_HEADING = re.compile(r"#{1,6}[ ]+(.*?)[ ]*#*[ ]*")
_HARD_BREAK = re.compile(r"(?<![\\\s])[ ]*\\[ ]*$", re.MULTILINE)
"""A backslash at a line's end, markdown's mark for a line that ends there."""
_WRAPPED_HEADING = re.compile(r"^(#{1,6} +\*\*[^*\n]{1,200})\n([^*\n]{1,200}\*\*)[ ]*$", re.MULTILINE)
_ENTITIES = {
    "&amp;": "&", "&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&apos;": "'",
    "&rsquo;": "’", "&lsquo;": "‘", "&ldquo;": "“", "&rdquo;": "”", "&ndash;": "–", "&mdash;": "—", "&eacute;": "é",
}  # fmt: skip
_ENTITY = re.compile("|".join(_ENTITIES))
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)")
_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]\n]{0,300}\]){1,600})\]\(\s*<?([^()\s<>]{0,800}(?:\([^()\s]{0,200}\))?[^()\s<>]{0,200})>?(?:\s+\"[^\"\n]{0,300}\")?\s*\)"
)
_SHOWN_ADDRESS = re.compile(r"<(?:mailto:)?([^<>\s@]{1,100}@[^<>\s]{1,200}|https?://[^<>\s]{1,800})>", re.IGNORECASE)
_TWICE = re.compile(r"([^\s<>]{1,100}@[^\s<>]{1,200})\s?<mailto:\1>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~&@])")
_MARKS = re.compile(r"\*{1,3}|_{1,2}")
_IS_MARKDOWN = re.compile(r"^#{1,6} \S|\*\*\S|^\s*\* \*\*", re.MULTILINE)

_PARTED = re.compile(r"[^\W\d_]{2}-\n[^\W\d_]{2}")
"""Two halves of a word on two lines."""
_ESCAPED = 0xF0000
"""Escaped signs wait in a private plane until the marks are gone."""


def clean(raw: str) -> Text:
    """The text of a plain or markdown file; bold of markdown is kept as spans."""
    plain = _plain(raw)
    source = "md" if _IS_MARKDOWN.search(plain) else "txt"
    content, bold = _inlined(plain)
    joined, (spans_left,), hidden = without_marks(content, (bold,))
    return Text(joined, spans_left, source, hidden)


def inlined(raw: str) -> tuple[str, list[Span]]:
    """The text with hidden characters still marked, and what was bold; for texts that become part of another."""
    return _inlined(_plain(raw))


def _inlined(plain: str) -> tuple[str, list[Span]]:
    content: list[str] = []
    bold: list[Span] = []
    length = 0
    for paragraph in _paragraphs(plain):
        text, spans = _inline(paragraph)
        bold.extend((start + length, end + length) for start, end in spans)
        content.append(text)
        length += len(text)
    return "".join(content), bold


def _plain(raw: str) -> str:
    """Lines parted by LF and stripped at both ends; control characters replaced one for one."""
    text = CONTROL.sub(" ", marked(BREAKS.sub("\n", raw)))
    text = _HARD_BREAK.sub("", re.sub("[\U000f0000-\U000fffff]", "\ufffd", text))
    text = "\n".join(_unquoted(line.strip()) for line in _LINE_TAG.sub("\n", text).split("\n"))
    text = broken(unglued(_rejoined(freed(_WRAPPED_HEADING.sub(r"\1**\n**\2", text)))))
    return "\n".join(_line(line) for line in text.split("\n")).strip("\n") + "\n"


def _rejoined(text: str) -> str:
    """The text with words whole that a hyphen at a line's end parted."""
    if not _PARTED.search(text):
        return text
    lines = text.split("\n")
    words = Words(lines)
    for place, (line, below) in enumerate(pairwise(lines)):
        joined = words.rejoined(lines[place], below) if _PARTED.search(f"{line}\n{below}") else None
        if joined is not None:
            lines[place], lines[place + 1] = joined
    return "\n".join(lines)


def _unquoted(line: str) -> str:
    """One line without the quote marks of a mail."""
    return _QUOTED.sub("", line, count=1).strip() if line.startswith(">") else line


def _line(line: str) -> str:
    """One line with a rule emptied and a heading as bold."""
    if _RULE.fullmatch(line):
        return ""
    heading = _HEADING.fullmatch(line)
    if heading is None:
        return line
    return f"**{heading[1].replace('*', '').strip()}**" if heading[1].strip("* ") else ""


def _paragraphs(text: str) -> Iterator[str]:
    """The text cut after every run of line ends that holds an empty line; nothing is lost."""
    start = 0
    for gap in re.finditer(r"\n{2,}", text):
        yield text[start : gap.end()]
        start = gap.end()
    yield text[start:]


def _inline(paragraph: str) -> tuple[str, list[Span]]:
    """A paragraph without links' addresses, escapes and emphasis; and the spans of what was bold."""
    text = _ENTITY.sub(lambda match: _ENTITIES[match[0]], paragraph) if "&" in paragraph else paragraph
    if "\\" in text:
        text = _ESCAPE.sub(lambda match: chr(_ESCAPED + ord(match[1])), text)
    if "](" in text:
        text = _LINK.sub(_link, _IMAGE.sub("", text))
    if "<" in text:
        text = _SHOWN_ADDRESS.sub(r"\1", _TWICE.sub(r"\1", text))
    text, bold = _without_marks(text) if "*" in text or "_" in text else (text, [])
    return re.sub("[\U000f0000-\U000f007f]", lambda match: chr(ord(match[0]) - _ESCAPED), text), bold


def _link(match: re.Match[str]) -> str:
    """A link gives its text; a mail link whose text is no address gives both."""
    text, target = match[1], match[2]
    if not target.lower().startswith("mailto:") or "@" in text or "protected" in text:
        return text
    address = target[7:].partition("?")[0]
    return f"{text} ({address})" if "%" not in address else text


def _without_marks(text: str) -> tuple[str, list[Span]]:
    """Emphasis gone: pairs of marks, and double marks that have lost their other half."""
    pairs, gone = _pairs(text), set[int]()
    spans: list[Span] = []
    for opening, closing in pairs:
        gone.update(range(*opening.span()))
        gone.update(range(*closing.span()))
        if len(opening[0]) > 1:
            spans.append((opening.end(), closing.start()))
    for mark in _MARKS.finditer(text):
        if mark[0] in {"**", "***"} and mark.start() not in gone:
            gone.update(range(*mark.span()))
    if not gone:
        return text, []
    shift, shifts = 0, []
    for place in range(len(text) + 1):
        shifts.append(place - shift)
        shift += place in gone
    cleaned = "".join(sign for place, sign in enumerate(text) if place not in gone)
    return cleaned, sorted((shifts[start], shifts[end]) for start, end in spans if shifts[start] < shifts[end])


def _pairs(text: str) -> list[tuple[re.Match[str], re.Match[str]]]:
    """Opening and closing marks that belong together: equal, and each beside the text it marks."""
    waiting: dict[str, re.Match[str]] = {}
    pairs: list[tuple[re.Match[str], re.Match[str]]] = []
    for mark in _MARKS.finditer(text):
        before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        if before == mark[0][0] or after == mark[0][0] or _is_inside_a_word(mark[0], before, after):
            continue
        opening = waiting.get(mark[0])
        if opening is not None and before.strip():
            pairs.append((opening, mark))
            del waiting[mark[0]]
        elif after.strip():
            waiting[mark[0]] = mark
    return pairs


def _is_inside_a_word(mark: str, before: str, after: str) -> bool:
    return mark[0] == "_" and before.isalnum() and after.isalnum()
