"""The figures to reach hold over the whole corpus, and the command says what does not."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accuracy.corpus import FURTHER, load_corpus
from tests.accuracy.figures import LEAST_BULLETINS, all_missed
from tests.accuracy.making import AS_IT_IS, FORMS, format_of
from tests.accuracy.reading import read
from tests.accuracy.test_scoring import BULLETIN

PROJECT = Path(__file__).parents[2]
TEXT = """First UA: 19/25 Index: AFR 64/9400/2025 ZAMBIA of June 2, 2025

ZAMBIA

RIVER ACTIVISTS' TRIAL

Write to the minister urging her to:

- Order an inquiry
- Publish its findings
- Protect the activists

Write to:

Hon. Ana Muster
Minister of Justice
Fairley Road
Lusaka
Zambia

Salutation: Dear Minister,

Please take action as soon as possible until September 12, 2025.
"""


def measure(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.accuracy", "--corpus", str(folder), *arguments],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_command_names_each_wrong_field_and_fails(tmp_path: Path) -> None:
    expected = {key: BULLETIN[key] for key in ("ua_number", "title", "act_until", "demands")}
    told = {"family": "home", "language": "en", "bulletins": [expected | {"stage": "update"}], "due": [[]]}
    (tmp_path / "river.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "river.json").write_text(json.dumps(told), encoding="utf-8")

    result = measure(tmp_path, "--format", "txt")

    assert result.returncode == 1, result.stderr
    assert "home/river.txt as txt" in result.stdout
    assert "SILENT stage: 'update' → 'first'" in result.stdout
    assert "home: 1 fields are wrong in silence" in result.stdout
    assert "× python -c pass" in result.stdout


@pytest.mark.slow
def test_a_corpus_without_the_bulletin_asked_for_is_said(tmp_path: Path) -> None:
    result = measure(tmp_path, "--only", "river")

    assert result.returncode == 2
    assert result.stderr == "No file of the corpus is of that kind.\n"


def test_a_text_without_expected_values_is_no_corpus(tmp_path: Path) -> None:
    (tmp_path / "river.txt").write_text(TEXT, encoding="utf-8")

    with pytest.raises(ValueError, match="river"):
        load_corpus(tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", dict.fromkeys(map(format_of, FORMS)))
def test_the_figures_to_reach_hold_over_the_whole_corpus(kind: str) -> None:
    samples = load_corpus()
    forms = {AS_IT_IS, *(form for form in FORMS if format_of(form) == kind)}

    readings = [read(sample, form) for sample in samples for form in sorted(forms)]

    assert sum(len(sample.bulletins) for sample in samples) >= LEAST_BULLETINS
    assert [f"{each.sample.slug} as {each.form}" for each in readings if each.has_no_reader] == []
    assert all_missed(readings) == []


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_figures_to_reach_hold_over_further_bulletins_as_text() -> None:
    readings = [read(sample, AS_IT_IS) for sample in load_corpus(FURTHER)]

    assert len(readings) > LEAST_BULLETINS
    assert all_missed(readings) == []
