"""PDFs as pictures."""

import io
import threading
from typing import TYPE_CHECKING

import pytest

from tests.press.pieces import piece
from uadesk.base.jobs import finish
from uadesk.domain.people import Paper
from uadesk.press.letters import letters_pdf
from uadesk.press.preview import page_count, render

if TYPE_CHECKING:
    from uadesk.domain.pictures import Picture


@pytest.fixture(scope="module")
def pdf() -> bytes:
    out = io.BytesIO()
    finish(letters_pdf([piece("A2"), piece("A3")], Paper.LETTER, out))
    return out.getvalue()


def test_the_pages_are_counted(pdf: bytes) -> None:
    assert page_count(pdf) == 2


def test_a_page_becomes_dark_words_on_white(pdf: bytes) -> None:
    picture = render(pdf, 1, 430)
    assert (picture.width, picture.height) == (430, 557)
    assert picture.stride >= picture.width * 4
    assert len(picture.bgrx) == picture.stride * picture.height
    assert picture.bgrx[:3] == b"\xff\xff\xff"
    assert min(picture.bgrx[0::4]) < 100


def test_two_threads_may_ask_at_once(pdf: bytes) -> None:
    pictures: list[Picture] = []
    threads = [threading.Thread(target=lambda: pictures.append(render(pdf, 0, 300))) for _n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pictures) == 8
    assert len(set(pictures)) == 1
