"""A letter as plain text."""

from dataclasses import replace

from tests.press.pieces import CASE, OWN_WORDS, SENDER, TEXT
from uadesk.domain.pieces import LetterText
from uadesk.letters.plain import plain_text


def test_all_parts_stand_in_the_order_of_the_page() -> None:
    text = replace(TEXT, own_words=(OWN_WORDS,))
    assert plain_text(text, SENDER.name, SENDER.block).split("\n\n") == [
        "Dear Secretary Noem,",
        OWN_WORDS,
        CASE,
        f"I urge the administration to:\n- {TEXT.demands[0]}\n- {TEXT.demands[1]}",
        "I would be grateful for a reply.",
        "Yours sincerely,",
        "Łukasz Şahin\n14 Rue de l’Église, app. 3\nTrois-Rivières, QC G9A 2L3",
        "cc Embassy of the United States of America\n",
    ]


def test_what_is_empty_leaves_no_gap() -> None:
    text = LetterText(subject="", salutation="Dear Judge,", body=("One.", "Two."), close="Yours,")
    assert plain_text(text, "Anna") == "Dear Judge,\n\nOne.\n\nTwo.\n\nYours,\n\nAnna\n"


def test_another_name_above_the_return_address_stays() -> None:
    said = plain_text(LetterText("", "Sir,"), "Anna", ("Group 9", "12 Chapel Street"))
    assert said.endswith("Anna\nGroup 9\n12 Chapel Street\n")


def test_a_copy_begins_with_whose_it_is() -> None:
    text = replace(TEXT, cc=(), copy_of=("Copy of a letter to", "Ana Peña", "San José"))
    assert plain_text(text, "Anna").startswith("Copy of a letter to\nAna Peña\nSan José\n\nDear Secretary Noem,\n")


def test_demands_without_a_lead_are_paragraphs() -> None:
    text = LetterText("", "Sir,", demands=("I urge you to free her.", "Please answer me."), close="Yours,")
    assert plain_text(text, "Anna") == "Sir,\n\nI urge you to free her.\n\nPlease answer me.\n\nYours,\n\nAnna\n"
