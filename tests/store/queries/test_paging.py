from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from uadesk.store.queries.paging import KEPT, PAGE, IdPages


@dataclass(frozen=True)
class Row:
    ident: int


class Source:
    """Gives rows and remembers what was asked for."""

    def __init__(self, *gone: int) -> None:
        self.asked: list[Sequence[int]] = []
        self._gone = gone

    def fetch(self, idents: Sequence[int]) -> list[Row]:
        self.asked.append(idents)
        return [Row(ident) for ident in idents if ident not in self._gone]


def test_rows_come_a_page_at_a_time_and_once() -> None:
    source = Source()
    pages = IdPages(range(1000, 1000 + 3 * PAGE), source.fetch)
    assert len(pages) == 3 * PAGE
    assert source.asked == []
    assert [pages[place].ident for place in (0, 1, PAGE - 1, PAGE)] == [1000, 1001, 999 + PAGE, 1000 + PAGE]
    assert [len(idents) for idents in source.asked] == [PAGE, PAGE]


def test_the_pages_looked_at_last_are_kept() -> None:
    source = Source()
    pages = IdPages(range(PAGE * (KEPT + 1)), source.fetch)
    for page in range(KEPT):
        pages[page * PAGE]
    pages[0]
    pages[KEPT * PAGE]  # one too many: the second goes
    asked = len(source.asked)
    pages[0]
    assert len(source.asked) == asked
    pages[PAGE]
    assert len(source.asked) == asked + 1


def test_a_row_that_is_gone_moves_no_other() -> None:
    pages = IdPages([3, 1, 2], Source(1).fetch)
    assert (pages[0].ident, pages[2].ident, pages[-1].ident) == (3, 2, 2)
    with pytest.raises(IndexError):
        pages[1]
    assert [row.ident for row in pages] == [3, 2]


def test_outside_the_list_there_is_nothing() -> None:
    with pytest.raises(IndexError):
        IdPages([1], Source().fetch)[1]
    with pytest.raises(IndexError):
        IdPages([], Source().fetch)[0]


def test_places_and_fetching_anew() -> None:
    source = Source()
    pages = IdPages([3, 1], source.fetch)
    assert (pages.place_of(1), pages.place_of(9)) == (1, None)
    pages[0]
    pages.forget()
    pages[0]
    assert len(source.asked) == 2
