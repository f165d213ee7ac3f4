"""Long lists: the numbers of all rows at once, the rows themselves a page at a time when they are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

PAGE = 200
"""Rows fetched at once."""
KEPT = 20
"""Pages kept, the ones looked at last."""


class Identified(Protocol):
    """A row that knows its number."""

    @property
    def ident(self) -> int: ...


R = TypeVar("R", bound=Identified)


class IdPages(Generic[R]):
    """The rows of a query, as `uadesk.domain.rows.Pages` has them."""

    def __init__(self, idents: Sequence[int], fetch: Callable[[Sequence[int]], Sequence[R]]) -> None:
        """`fetch` gives the rows of these numbers in their order; it may leave out rows that are gone."""
        self.idents = list(idents)
        self._fetch = fetch
        self._pages: OrderedDict[int, dict[int, R]] = OrderedDict()

    def __len__(self) -> int:
        return len(self.idents)

    def __iter__(self) -> Iterator[R]:
        """The rows that are still there."""
        for place, ident in enumerate(self.idents):
            row = self._page(place // PAGE).get(ident)
            if row is not None:
                yield row

    def __getitem__(self, place: int, /) -> R:
        """The row at a place. Raises IndexError outside the list, and where the row was deleted meanwhile."""
        ident = self.idents[place]
        row = self._page(place % len(self.idents) // PAGE).get(ident)
        if row is None:
            raise IndexError(place)
        return row

    def place_of(self, ident: int) -> int | None:
        """Where the row with this number stands."""
        try:
            return self.idents.index(ident)
        except ValueError:
            return None

    def forget(self) -> None:
        """Fetch all rows anew when they are looked at next."""
        self._pages.clear()

    def _page(self, number: int) -> dict[int, R]:
        page = self._pages.get(number)
        if page is None:
            wanted = self.idents[number * PAGE : (number + 1) * PAGE]
            page = self._pages[number] = {row.ident: row for row in self._fetch(wanted)}
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page
