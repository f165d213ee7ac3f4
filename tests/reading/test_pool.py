"""Many files at once: their order, a file that kills its process, and stopping."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from uadesk.base.child import Child, ReaderDiedError
from uadesk.base.errors import UADeskError
from uadesk.domain.bulletins import BulletinDraft
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.pool import FILES_EACH, Answers, ReaderPool
from uadesk.reading.reader import BulletinReader

BULLETIN = (Path(__file__).parent / "bulletins" / "outcome.txt").read_bytes()
Drafts = tuple[BulletinDraft, ...]
ReadAll = Callable[..., Answers[Drafts]]


@pytest.fixture
def made() -> list[BulletinReader]:
    """The readers that the pool made beside its first."""
    return []


@pytest.fixture
def read(made: list[BulletinReader]) -> Iterator[ReadAll]:
    """Reads contents by at most two processes."""

    def frail() -> BulletinReader:
        return BulletinReader(Child("tests.reading.frail_child"))

    def make() -> BulletinReader:
        made.append(frail())
        return made[-1]

    first = frail()

    def start(*contents: bytes) -> Answers[Drafts]:
        readings = [partial(_read, f"{place}.txt", content) for place, content in enumerate(contents)]
        return ReaderPool[Drafts](first, 2, make).read(readings)

    yield start
    first.close()


def _read(name: str, content: bytes, reader: BulletinReader) -> Drafts:
    return reader.read(name, content)


def names(answers: Answers[Drafts]) -> list[str]:
    """What came of each file, in the order of the answers."""
    return [_said(each) for each in answers if each is not None]


def _said(answer: Drafts | UADeskError) -> str:
    if isinstance(answer, (ReaderDiedError, NotABulletinError)):
        return f"{answer.name} {type(answer).__name__}"
    assert not isinstance(answer, UADeskError)
    return str(answer[0].number)


def test_answers_come_in_the_order_of_the_files(read: ReadAll) -> None:
    contents = [b"slow 0.5", BULLETIN, b"slow 0.3", *[BULLETIN] * 2 * FILES_EACH]
    said = names(read(*contents))
    assert said[:3] == ["0.txt NotABulletinError", "12/25", "2.txt NotABulletinError"]
    assert said[3:] == ["12/25"] * 2 * FILES_EACH


def test_several_processes_share_the_files(read: ReadAll, made: list[BulletinReader]) -> None:
    began = time.monotonic()
    assert len(names(read(*[b"slow 0.5"] * 2 * FILES_EACH))) == 2 * FILES_EACH
    assert time.monotonic() - began < 0.5 * 2 * FILES_EACH
    assert len(made) == 1


def test_few_files_start_no_more_processes(read: ReadAll, made: list[BulletinReader]) -> None:
    assert names(read(*[BULLETIN] * FILES_EACH)) == ["12/25"] * FILES_EACH
    assert made == []


def test_a_file_that_kills_its_process_is_named_and_the_next_ones_are_read(read: ReadAll) -> None:
    said = names(read(BULLETIN, b"die", BULLETIN, b"die", BULLETIN, BULLETIN))
    assert said == ["12/25", "1.txt ReaderDiedError", "12/25", "3.txt ReaderDiedError", "12/25", "12/25"]


def test_a_slow_file_lets_itself_be_waited_for(read: ReadAll) -> None:
    answers = list(read(b"slow 0.7"))
    assert answers[:-1]
    assert set(answers[:-1]) == {None}


def test_stopped_it_ends_what_is_being_read_and_leaves_the_rest(read: ReadAll, made: list[BulletinReader]) -> None:
    answers = read(BULLETIN, *[b"slow 10"] * 3 * FILES_EACH)
    while next(answers) is None:
        pass
    began = time.monotonic()
    answers.close()
    assert time.monotonic() - began < 5
    assert names(read(BULLETIN)) == ["12/25"]


def test_nothing_to_read_is_no_trouble(read: ReadAll) -> None:
    assert names(read()) == []
