"""Measure how well bulletins are read: python -m tests.accuracy. Status 1 where a figure to reach is not reached."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.accuracy.cold_start import LONGEST, cold_start
from tests.accuracy.corpus import FOLDER, Sample, load_corpus
from tests.accuracy.figures import PDF_MS, TEXT_MS, all_missed, milliseconds
from tests.accuracy.making import AS_IT_IS, FORMS
from tests.accuracy.reading import Reading, read, readings
from tests.accuracy.table import print_faults, print_legend, print_table


def main() -> int:
    given = _parser().parse_args()
    samples = _chosen(load_corpus(given.corpus), given.family, given.only)
    forms = [form for form in FORMS if given.format is None or (form + "-").startswith(f"{given.format}-")]
    if not samples or not forms:
        print("No file of the corpus is of that kind.", file=sys.stderr)
        return 2
    read(samples[0], AS_IT_IS)  # what is loaded with the first file is no file's time
    done = _read_all(samples, forms)
    print_table(done, is_brief=given.brief)
    words = all_missed(done) + _times(done, samples)
    print_legend()
    if not given.brief:
        print_faults(done)
    if words:
        print("\nNot reached:\n" + "\n".join(f"    {word}" for word in words))
    return 1 if words else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.accuracy", description="Measure how well bulletins are read."
    )
    parser.add_argument("--family", help="only the bulletins of this family")
    parser.add_argument(
        "--format", help="only this format (txt, html, docx, pdf, eml), or one form of it (pdf-columns)"
    )
    parser.add_argument("--only", metavar="SLUG", help="only the file of this name")
    parser.add_argument("--corpus", metavar="FOLDER", type=Path, default=FOLDER, help="another folder of the same form")
    parser.add_argument("--brief", action="store_true", help="the table without formats in families and wrong fields")
    return parser


def _chosen(samples: Sequence[Sample], family: str | None, slug: str | None) -> list[Sample]:
    return [each for each in samples if family in (None, each.family) and slug in (None, each.slug)]


def _read_all(samples: Sequence[Sample], forms: Sequence[str]) -> list[Reading]:
    """All readings of the forms that have a reader; the others are named and left out."""
    done: list[Reading] = []
    for of_form in readings(samples, forms):
        if all(reading.has_no_reader for reading in of_form):
            print(f"{of_form[0].form} is left out: {of_form[0].refused}")
        else:
            done += of_form
    return done


def _times(done: Sequence[Reading], samples: Sequence[Sample]) -> list[str]:
    """Print the times; those that are too long, in words."""
    words = []
    for kind, name, longest in (("txt", "a text", TEXT_MS), ("pdf", "a PDF", PDF_MS)):
        median = milliseconds(done, kind)
        if median is not None:
            print(f"{name} in a warm process: {median:.1f} ms")
            words += [f"{name} takes {median:.1f} ms, not {longest:g} ms"] if median > longest else []
    refused = {reading.sample.path for reading in done if reading.refused}
    file = next((each.path for each in samples if each.bulletins and each.path not in refused), None)
    if file is not None:
        reading, nothing = cold_start(file)
        ratio = reading / nothing
        print(f"uadesk read from a cold start: {1000 * reading:.0f} ms, {ratio:.1f} × python -c pass")
        words += [f"a cold start takes {ratio:.1f} × python -c pass, not {LONGEST:g} ×"] if ratio > LONGEST else []
    return words


if __name__ == "__main__":
    sys.exit(main())
