"""Whether what was put down for a letter, on paper or typed, still goes where its case says."""

from collections.abc import Iterator
from dataclasses import dataclass

Block = tuple[str, ...]
"""The lines of an address: as printed, or as `Addressee.where` has them."""


@dataclass(frozen=True, slots=True)
class PutDown:
    """What stays as it is on a letter, whatever becomes of its case."""

    papers: tuple[Block, ...] = ()
    """The blocks on its pages and envelopes, as printed."""
    quotes: tuple[Block, ...] = ()
    """On the paper of a copy: the blocks that it repeats of its letter."""
    then: Block | None = None
    """Where the case's addressee was when the letter took an address for itself; None for one that follows the case."""
    kept: Block | None = None
    """Where that addressee was when a person decided that the letter goes as it is."""


@dataclass(frozen=True, slots=True)
class SaidNow:
    """What holds now; with an address of its own, `printed` is that one."""

    where: Block
    """Where the case's addressee is; empty where the case names nobody in that place any more."""
    printed: Block
    quoted: Block = ()


def replaced(put: PutDown, now: SaidNow) -> Block | None:
    """The block put down for a letter that holds no more; None where all do, or somebody let the letter go as it is.

    >>> old, new = ("Palace", "Old Street"), ("Palace", "New Street")
    >>> replaced(PutDown(papers=(old,)), SaidNow((*new, "CR"), new))
    ('Palace', 'Old Street')
    >>> replaced(PutDown(papers=(old,), kept=(*new, "CR")), SaidNow((*new, "CR"), new)) is None
    True
    """
    return None if put.kept == now.where else next(_outdated(put, now), None)


def _outdated(put: PutDown, now: SaidNow) -> Iterator[Block]:
    yield from (each for each in put.papers if each != now.printed or not now.where)
    yield from (each for each in put.quotes if each != now.quoted)
    if put.then is not None and put.then != now.where:
        yield put.then[:-1]  # the lines, without the country
