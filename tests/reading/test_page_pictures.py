"""Pages of PDFs from outside, drawn in the reading process."""

from collections.abc import Iterator

import pytest

from tests.ui.review.papers import paper
from uadesk.domain.pictures import PagePicture
from uadesk.reading.errors import NoPageError
from uadesk.reading.page_pictures import LONGEST_SIDE, MOST_PIXELS, allowed
from uadesk.reading.reader import BulletinReader

PDF = paper()[0]


@pytest.fixture(scope="module")
def reader() -> Iterator[BulletinReader]:
    made = BulletinReader()
    yield made
    made.close()


def dark_rows(drawn: PagePicture) -> list[int]:
    """Rows of the picture that bear ink."""
    picture = drawn.picture
    rows = (picture.bgrx[row * picture.stride :][: 4 * picture.width] for row in range(picture.height))
    return [place for place, row in enumerate(rows) if min(row[0::4]) < 128]


def test_a_page_comes_back_with_its_ink_where_it_stands(reader: BulletinReader) -> None:
    drawn = reader.page("ua.pdf", PDF, 0, 2.0)
    assert (drawn.page, drawn.pages, drawn.scale) == (0, 2, 2.0)
    assert [round(side) for side in drawn.size] == [595, 842]
    assert (drawn.picture.width, drawn.picture.height) == pytest.approx((1191, 1684), abs=1)
    first = dark_rows(drawn)[0]
    assert 2 * 76 < first < 2 * 90  # the first line stands 88 pt below the top


def test_the_second_page_is_another(reader: BulletinReader) -> None:
    first, second = (reader.page("ua.pdf", PDF, page, 1.0) for page in (0, 1))
    assert len(dark_rows(first)) > len(dark_rows(second)) > 0


@pytest.mark.parametrize(("content", "page"), [(PDF, 2), (PDF, -1), (b"%PDF-1.7 cut short", 0), (b"text", 0)])
def test_what_has_no_such_page_is_refused_by_name(reader: BulletinReader, content: bytes, page: int) -> None:
    with pytest.raises(NoPageError) as refusal:
        reader.page("ua.pdf", content, page, 1.0)
    assert (refusal.value.name, refusal.value.page) == ("ua.pdf", page)


def test_a_page_is_drawn_no_larger_than_the_limits(reader: BulletinReader) -> None:
    drawn = reader.page("ua.pdf", PDF, 0, 50.0)
    assert drawn.picture.width * drawn.picture.height <= MOST_PIXELS * 1.01
    assert allowed(3.0, 1.0, 200_000.0) * 200_000 == pytest.approx(LONGEST_SIDE)
