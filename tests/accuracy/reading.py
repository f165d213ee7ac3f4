"""Each file of the corpus read in this process in each of its forms, and judged."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.accuracy.corpus import Sample
from tests.accuracy.making import made
from tests.accuracy.scoring import Field, Verdict, all_missing, judge
from uadesk.cli.contract import bulletin_json
from uadesk.reading.bulletins import read_bulletins
from uadesk.reading.errors import NotABulletinError


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as it was read; `refused` is why it was not."""

    sample: Sample
    form: str
    verdicts: tuple[Verdict, ...]
    seconds: float
    refused: str = ""

    @property
    def has_no_reader(self) -> bool:
        return self.refused.startswith("unsupported_")


def readings(samples: Sequence[Sample], forms: Iterable[str]) -> Iterator[list[Reading]]:
    """All readings of one form after another; a form that nothing reads yields readings without a reader."""
    for form in forms:
        yield [read(sample, form) for sample in samples]


def read(sample: Sample, form: str) -> Reading:
    """Make the file and read it."""
    name, content = made(sample, form)
    began = time.perf_counter()
    try:
        drafts = read_bulletins(name, content)
    except NotABulletinError as error:
        seconds = time.perf_counter() - began
        return Reading(sample, form, tuple(_refused(sample)), seconds, error.reason)
    seconds = time.perf_counter() - began
    found = [bulletin_json(draft, name) for draft in drafts]
    if not sample.bulletins:
        taken = Field("ok", "ok", False, True, is_right=False)
        return Reading(sample, form, (Verdict((taken,)),), seconds)
    return Reading(sample, form, tuple(judge(sample.bulletins, found, sample.due)), seconds)


def _refused(sample: Sample) -> Iterator[Verdict]:
    if not sample.bulletins:
        yield Verdict((Field("ok", "ok", False, False, is_right=True),))
    yield from (all_missing(each, is_named=True) for each in sample.bulletins)
