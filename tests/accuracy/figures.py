"""The figures of many readings together, and those to reach."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from tests.accuracy.making import AS_IT_IS, format_of
from tests.accuracy.reading import Reading

RIGHT, SILENT, DOUBTED, SAME = 99.0, 0.5, 5.0, 99.0
"""Percent of the fields: right at least, wrong in silence at most, doubted without cause at most, and the same in
every format at least."""
STRICT_FAMILIES = ("home", "international")
"""Families in which no field may be wrong in silence; in the first of them, no right one doubted without cause."""
TEXT_MS, PDF_MS = 30.0, 150.0
"""The longest that a bulletin may take in a warm process, in the middle of all."""
LEAST_BULLETINS = 40


@dataclass(frozen=True, slots=True)
class Figures:
    """What many readings come to."""

    bulletins: int = 0
    fields: int = 0
    right: int = 0
    silent: int = 0
    doubted: int = 0
    invented: int = 0
    compared: int = 0
    same: int = 0

    @property
    def right_percent(self) -> float:
        return _percent(self.right, self.fields)

    @property
    def silent_percent(self) -> float:
        return _percent(self.silent, self.fields)

    @property
    def doubted_percent(self) -> float:
        return _percent(self.doubted, self.right)

    @property
    def same_percent(self) -> float:
        return _percent(self.same, self.compared)


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def figures_of(readings: Sequence[Reading], as_text: dict[str, Reading]) -> Figures:
    """Their sums; `as_text` has each sample's reading as it is, for the comparison of formats."""
    verdicts = [verdict for reading in readings for verdict in reading.verdicts]
    compared = [_compared(each, as_text[str(each.sample.path)]) for each in readings if _has_other(each, as_text)]
    return Figures(
        len(verdicts),
        sum(len(verdict.fields) for verdict in verdicts),
        sum(verdict.right for verdict in verdicts),
        sum(field.is_silent for verdict in verdicts for field in verdict.fields),
        sum(len(verdict.doubted) for verdict in verdicts),
        sum(verdict.invented for verdict in verdicts),
        sum(whole for _same, whole in compared),
        sum(same for same, _whole in compared),
    )


def _has_other(reading: Reading, as_text: dict[str, Reading]) -> bool:
    return reading.form != AS_IT_IS and str(reading.sample.path) in as_text


def _compared(one: Reading, other: Reading) -> tuple[int, int]:
    """How many fields have the same value in both readings, and of how many."""
    left, right = _values(one), _values(other)
    paths = left.keys() | right.keys()
    return sum(path in left and path in right and left[path] == right[path] for path in paths), len(paths)


def _values(reading: Reading) -> dict[str, object]:
    return {
        f"{part} {path}": value for part, each in enumerate(reading.verdicts) for path, value in each.values.items()
    }


def milliseconds(readings: Sequence[Reading], kind: str) -> float | None:
    """The median time of the files of a format; None where none was read."""
    times = [each.seconds for each in readings if format_of(each.form) == kind and not each.has_no_reader]
    return 1000 * statistics.median(times) if times else None


def all_missed(readings: Sequence[Reading]) -> list[str]:
    """Which of the figures to reach these readings do not reach, in words."""
    as_text = {str(each.sample.path): each for each in readings if each.form == AS_IT_IS}
    words = _missed(figures_of(readings, as_text))
    for family in STRICT_FAMILIES:
        figures = figures_of([each for each in readings if each.sample.family == family], as_text)
        if figures.silent:
            words.append(f"{family}: {figures.silent} fields are wrong in silence, none may be")
        if figures.doubted and family == STRICT_FAMILIES[0]:
            words.append(f"{family}: {figures.doubted} right values are doubted without cause, none may be")
    return words


def _missed(figures: Figures) -> list[str]:
    limits = (
        (figures.right_percent >= RIGHT, f"{figures.right_percent:.2f} % of the fields are right, not {RIGHT:g} %"),
        (figures.silent_percent <= SILENT, f"{figures.silent_percent:.2f} % are wrong in silence, not {SILENT:g} %"),
        (figures.doubted_percent <= DOUBTED, f"{figures.doubted_percent:.2f} % are doubted without cause"),
        (figures.same_percent >= SAME, f"{figures.same_percent:.2f} % are the same in every format, not {SAME:g} %"),
        (figures.invented == 0, f"{figures.invented} addressees are invented"),
    )
    return [word for is_met, word in limits if not is_met]
