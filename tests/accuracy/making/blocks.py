"""A bulletin's plain text or markdown as blocks, from which its other formats are made."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from markdown_it import MarkdownIt

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*$")
_BULLET = re.compile(r"\s*([-•*–·▪■])\s+(?=\S)")
_NUMBER = re.compile(r"\s*(\d{1,2}[.)])\s+(?=\S)")
_BULLET_OR_NUMBER = re.compile(f"{_BULLET.pattern}|{_NUMBER.pattern}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FULL_LINE = 55
"""A line of a point with fewer signs is not wrapped: what follows it is no continuation."""

_PROSE = 120
"""A line of text with more signs is a paragraph of its own."""


class Kind(StrEnum):
    """What a block is."""

    TEXT = "text"
    HEADING = "heading"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Run:
    """Signs of one look; `target` is where a link leads."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    target: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together; a point has one, with its mark apart. `is_apart`: an empty line stands above."""

    kind: Kind
    lines: tuple[Line, ...]
    mark: str = ""
    is_apart: bool = True

    @property
    def is_prose(self) -> bool:
        return self.kind is Kind.TEXT and len(self.lines) == 1 and len(plain_line(self.lines[0])) > _PROSE


def blocks_of(text: str, *, is_markdown: bool) -> list[Block]:
    """The blocks of a text in order."""
    blocks: list[Block] = []
    for paragraph in re.split(r"\n(?:[^\S\n]*\n)+", text.strip("\n")):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        found = [_block(*part, is_markdown=is_markdown) for part in _parts(lines, is_markdown=is_markdown)]
        blocks += [replace(block, is_apart=place == 0) for place, block in enumerate(found)]
    return blocks


def plain_line(line: Line) -> str:
    return "".join(run.text for run in line)


def plain_text(blocks: Sequence[Block]) -> str:
    """The blocks as plain text, as a mail program writes them."""
    told: list[str] = []
    for block in blocks:
        if block.is_apart and told:
            told.append("")
        mark = f"{block.mark} " if block.mark else ""
        told += [mark + plain_line(line) for line in block.lines]
    return "\n".join(told) + "\n"


Part = tuple[Kind, str, list[str]]


def _parts(lines: Sequence[str], *, is_markdown: bool) -> Iterator[Part]:
    """A paragraph cut where a heading, a point or a line of prose begins; a wrapped point is one line."""
    marks = _BULLET if sum(_NUMBER.match(line) is not None for line in lines) < 2 else _BULLET_OR_NUMBER
    waiting: Part | None = None
    for line in lines:
        heading = _HEADING.match(line) if is_markdown else None
        point = marks.match(line)
        if heading is None and point is None and waiting is not None and _goes_on(waiting, line):
            _take(waiting, line)
            continue
        if waiting is not None:
            yield waiting
        if heading is not None:
            waiting = (Kind.HEADING, "", [heading[1]])
        elif point is not None:
            waiting = (Kind.POINT, point[0].strip(), [line[point.end() :].strip()])
        else:
            waiting = (Kind.TEXT, "", [line])
    if waiting is not None:
        yield waiting


def _goes_on(part: Part, line: str) -> bool:
    kind, _mark, lines = part
    if kind is not Kind.POINT:
        return kind is Kind.TEXT and max(len(line), len(lines[-1])) <= _PROSE
    is_full = len(lines[0]) >= _FULL_LINE and not lines[0].endswith((".", ";", ":"))
    return line[:1].isspace() or line[:1].islower() or is_full


def _take(part: Part, line: str) -> None:
    kind, _mark, lines = part
    if kind is Kind.POINT:
        lines[0] += " " + line.strip()
    else:
        lines.append(line)


def _block(kind: Kind, mark: str, lines: list[str], *, is_markdown: bool) -> Block:
    if is_markdown:
        told = _marked_lines("\n".join(line.strip() for line in lines))
    else:
        told = tuple(tuple(_with_emails(line.strip())) for line in lines)
    if kind is Kind.TEXT and len(lines) == 1 and _is_headline(plain_line(told[0])):
        kind = Kind.HEADING
    if kind is Kind.HEADING:
        told = tuple(tuple(replace(run, is_bold=True) for run in line) for line in told)
    return Block(kind, told, mark)


def _is_headline(line: str) -> bool:
    return len(line) < 120 and line.isupper() and sum(sign.isalpha() for sign in line) > 3


def _with_emails(text: str) -> Iterator[Run]:
    """Text of a plain file: its addresses become links, as programs make them."""
    start = 0
    for match in _EMAIL.finditer(text):
        if match.start() > start:
            yield Run(text[start : match.start()])
        yield Run(match[0], target=f"mailto:{match[0]}")
        start = match.end()
    if start < len(text) or not text:
        yield Run(text[start:])


def _marked_lines(text: str) -> tuple[Line, ...]:
    """Markdown's emphasis and links as runs, line by line."""
    (inline,) = MarkdownIt("commonmark", {"html": False}).parseInline(text)
    lines: list[list[Run]] = [[]]
    look = Run("")
    for token in inline.children or ():
        match token.type:
            case "softbreak" | "hardbreak":
                lines.append([])
            case "strong_open" | "strong_close":
                look = replace(look, is_bold=token.nesting > 0)
            case "em_open" | "em_close":
                look = replace(look, is_italic=token.nesting > 0)
            case "link_open":
                look = replace(look, target=str(token.attrGet("href")))
            case "link_close":
                look = replace(look, target="")
            case _ if token.content:
                lines[-1].append(replace(look, text=token.content))
    return tuple(tuple(line) for line in lines if any(run.text.strip() for run in line))
