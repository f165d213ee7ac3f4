"""The sums that the measure prints, and when it says that a figure is not reached."""

from pathlib import Path
from typing import Any

import pytest

from tests.accuracy.corpus import Sample
from tests.accuracy.figures import all_missed, figures_of
from tests.accuracy.reading import Reading
from tests.accuracy.scoring import Field, Verdict
from tests.accuracy.table import print_head, print_legend


def reading(form: str = "txt", family: str = "home", /, invented: int = 0, doubted: int = 0, **got: Any) -> Reading:
    """A reading of a bulletin of 200 fields, each expected to be 1; `got` has what was read otherwise."""
    names = [f"field{place}" for place in range(200)]
    fields = tuple(Field(name, name, 1, got.get(name, 1), got.get(name, 1) == 1) for name in names)
    verdict = Verdict(fields, invented, tuple(names[:doubted]))
    return Reading(Sample(family, Path("x.txt"), ({},), ((),)), form, (verdict,), 0.01)


def test_the_figures_are_the_sums_of_all_fields() -> None:
    figures = figures_of([reading(), reading("pdf", field1=2, invented=1, doubted=3)], {"x.txt": reading()})

    assert (figures.bulletins, figures.fields, figures.right, figures.silent) == (2, 400, 399, 1)
    assert (figures.invented, figures.doubted) == (1, 3)
    assert (figures.compared, figures.same) == (200, 199)


def test_formats_that_are_wrong_alike_are_the_same() -> None:
    figures = figures_of([reading("pdf", field1=2)], {"x.txt": reading(field1=2)})

    assert figures.same_percent == 100


def test_what_is_right_throughout_misses_nothing() -> None:
    assert all_missed([reading(), reading("pdf")]) == []


def test_each_figure_that_is_not_reached_is_said() -> None:
    wrong = {f"field{place}": 2 for place in range(3)}

    said = "\n".join(all_missed([reading(), reading("pdf", invented=1, doubted=25, **wrong)]))

    for words in ("0.75 % are wrong in silence", "98.50 % are the same", "1 addressees", "doubted without cause"):
        assert words in said
    assert "fields are right" not in said
    assert "home: 3 fields are wrong in silence, none may be" in said
    assert "home: 25 right values are doubted" in said


def test_families_of_other_forms_may_have_single_faults() -> None:
    assert all_missed([reading("txt", "german", field1=2, doubted=5)]) == []
    assert all_missed([reading("txt", "international", field1=2)]) != []


def test_each_column_of_the_table_has_its_line_in_the_legend(capsys: pytest.CaptureFixture[str]) -> None:
    print_legend()
    lines = capsys.readouterr().out.splitlines()
    explained = {line.split()[0] for line in lines if line}
    print_head()
    columns = set(capsys.readouterr().out.replace("%", "").split()) - {"bulletins", "fields"}
    assert columns <= explained
    assert "Times" in explained
