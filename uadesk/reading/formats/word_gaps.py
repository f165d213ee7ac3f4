"""Where a gap stands between two paragraphs of a Word file: an empty paragraph, or the space that styles give."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from uadesk.reading.formats.flow import Paragraph
from uadesk.reading.formats.word_styles import Spacing
from uadesk.reading.formats.wrapping import are_wrapped_lines, with_gaps, with_likely_gaps, with_whole_points

LEAST_SPACE = 4.0
"""Pt between two paragraphs that look like a gap."""
_ALWAYS = 0.8
"""Where more of the neighbours than this have space between them, the space tells nothing."""
_OFTEN = 0.1
"""Empty paragraphs for each filled one, from which on a file uses them to part blocks."""


NO_SPACE = Spacing()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph on its way into the text, its spacing and style; one without text is an empty line.

    `is_apart` stands by itself above this block (the first line of a table), `is_below` says that none does.
    """

    paragraph: Paragraph
    spacing: Spacing = NO_SPACE
    style: str = ""
    is_apart: bool = False
    is_below: bool = False
    is_empty_line: bool = True
    """Whether somebody typed it; false for the gap around a table or text box."""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.paragraph.pieces)

    @property
    def is_filled(self) -> bool:
        """Whether it has text; the mark before an empty line of a quoted mail is none."""
        return bool(self.text.strip("> \t\n\xa0"))

    @staticmethod
    def gap() -> "Block":
        """A gap that nobody typed."""
        return Block(Paragraph(()), is_empty_line=False)


def parted(blocks: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs with text, each with its gap above as a reader sees it."""
    neighbours = list(_neighbours(blocks))
    typed = sum(block.is_empty_line and not block.is_filled for block in blocks)
    is_wrapped = are_wrapped_lines([block.text for block in blocks])
    counts = _space_counts(neighbours, tells_otherwise=is_wrapped or typed > _OFTEN * len(neighbours))
    paragraphs = []
    for above, below, gaps in neighbours:
        is_apart = above is None or bool(gaps) or (counts and _space(above, below) > LEAST_SPACE)
        if below.is_below and not below.is_apart:
            is_apart = False
        paragraphs.append(replace(below.paragraph, is_apart=is_apart or below.is_apart))
    paragraphs = with_likely_gaps(paragraphs) if is_wrapped and not typed else paragraphs
    return with_whole_points(with_gaps(paragraphs))


def _space_counts(neighbours: Sequence[tuple[Block | None, Block, int]], *, tells_otherwise: bool) -> bool:
    """Whether space between paragraphs is a gap; not where nearly all have it and gaps show otherwise."""
    touching = [(above, below) for above, below, gaps in neighbours if above is not None and not gaps]
    spaced = sum(_space(above, below) > LEAST_SPACE for above, below in touching)
    return not tells_otherwise or spaced <= _ALWAYS * len(touching)


def _neighbours(blocks: Sequence[Block]) -> Iterator[tuple[Block | None, Block, int]]:
    """Each block with text, the one above it, and how many without text stand between."""
    above, gaps = None, 0
    for block in blocks:
        if not block.is_filled:
            gaps += 1
            continue
        yield above, block, gaps
        above, gaps = block, 0


def _space(above: Block | None, below: Block) -> float:
    """Pt between two paragraphs: the larger of what each asks for."""
    if above is None:
        return 0
    is_same = above.style == below.style
    after = 0 if is_same and above.spacing.is_contextual else above.spacing.after
    before = 0 if is_same and below.spacing.is_contextual else below.spacing.before
    return max(after, before)
