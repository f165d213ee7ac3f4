"""What the measure prints: the figures by family and format, what is not reached, and each wrong field."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tests.accuracy.figures import Figures, figures_of
from tests.accuracy.making import AS_IT_IS, format_of
from tests.accuracy.reading import Reading

_HEAD = ("bulletins", "fields", "right %", "silent", "doubted %", "invented", "same %")

_LEGEND = """\
right      of 100 fields, those that have the expected value
silent     fields that are wrong, and no doubt names them
doubted    of 100 right fields, those that are doubted without cause
invented   addressees that the bulletin does not have
same       of 100 fields, those that have the value that they have in the text file
Times are to be measured while the computer does nothing else."""


def print_legend() -> None:
    """What the columns count."""
    print(f"\n{_LEGEND}")


def print_head() -> None:
    print(f"{'':24}" + "".join(f"{name:>11}" for name in _HEAD))


def print_row(name: str, figures: Figures) -> None:
    same = f"{figures.same_percent:.2f}" if figures.compared else "–"
    cells = (
        str(figures.bulletins),
        str(figures.fields),
        f"{figures.right_percent:.2f}",
        str(figures.silent),
        f"{figures.doubted_percent:.2f}",
        str(figures.invented),
        same,
    )
    print(f"{name:24}" + "".join(f"{cell:>11}" for cell in cells), flush=True)


def print_table(readings: Sequence[Reading], *, is_brief: bool) -> None:
    """A row a family with a row for each of its formats, then a row for each form of a file, then all."""
    as_text = {str(each.sample.path): each for each in readings if each.form == AS_IT_IS}
    print_head()
    for family in names(reading.sample.family for reading in readings):
        of_family = [each for each in readings if each.sample.family == family]
        print_row(family, figures_of(of_family, as_text))
        for kind in () if is_brief else names(format_of(each.form) for each in of_family):
            print_row(f"    {kind}", figures_of([each for each in of_family if format_of(each.form) == kind], as_text))
    print()
    for form in names(each.form for each in readings):
        print_row(form, figures_of([each for each in readings if each.form == form], as_text))
    print()
    print_row("all", figures_of(readings, as_text))


def names(told: Iterable[str]) -> list[str]:
    """Each once, in order."""
    return list(dict.fromkeys(told))


def print_faults(readings: Iterable[Reading]) -> None:
    """Name each wrong field, with what was expected and what was read, and each doubt without cause."""
    for reading in readings:
        faults = list(_faults(reading))
        if faults:
            print(f"\n{reading.sample.family}/{reading.sample.path.name} as {reading.form}")
            print("\n".join(faults))


def _faults(reading: Reading) -> Iterator[str]:
    if reading.refused and reading.sample.bulletins:
        yield f"    refused: {reading.refused}"
        return
    several = len(reading.verdicts) > 1
    for part, verdict in enumerate(reading.verdicts, 1):
        before = f"    part {part}: " if several else "    "
        for field in verdict.fields:
            if not field.is_right:
                how = "doubt " if field.is_named else "SILENT"
                yield f"{before}{how} {field.path or field.at}: {_told(field.expected)} → {_told(field.got)}"
        yield from (f"{before}right, but doubted: {path}" for path in verdict.doubted)


def _told(value: Any) -> str:
    return "nothing" if value is None else textwrap.shorten(repr(value), 160, placeholder=" …")
