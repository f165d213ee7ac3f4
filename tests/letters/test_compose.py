"""Letters made from shared text and a writer's own words."""

from dataclasses import replace
from pathlib import Path

import pytest

from uadesk.letters import compose as composing
from uadesk.letters.compose import WrongTemplateError, compose, copy_of
from uadesk.letters.shared import SharedText

SHARED = SharedText("Teacher Missing", "She is missing.", "I urge the army to:", ("release her;", "say where she is."))
BLOCK = ("General A. Example", "Army House", "Nairobi", "KENYA")


def test_every_part_is_there() -> None:
    text = compose(SHARED, number="901/25", salutation="Dear General Example,", own_words="I teach.", cc=("Embassy",))
    assert text.subject == "Teacher Missing (Urgent Action 901/25)"
    assert text.salutation == "Dear General Example,"
    assert (text.own_words, text.case) == (("I teach.",), "She is missing.")
    assert (text.lead, text.demands) == ("I urge the army to:", ("release her;", "say where she is."))
    assert "reply" in text.reply
    assert (text.close, text.cc, text.copy_of) == ("Yours sincerely,", ("Embassy",), ())


@pytest.mark.parametrize(
    ("title", "number", "subject"),
    [("", "901/25", "Urgent Action 901/25"), ("Teacher Missing", "", "Teacher Missing"), ("", "", "")],
)
def test_the_subject_makes_do_with_what_is_known(title: str, number: str, subject: str) -> None:
    assert compose(SharedText(title), number=number, salutation="Sir").subject == subject


@pytest.mark.parametrize(
    ("salutation", "close"),
    [
        ("Your Excellency", "Yours respectfully,"),
        ("Your Excellency / Excelencia,", "Yours respectfully,"),
        ("Your Majesty,", "Yours respectfully,"),
        ("Your Honour,", "Yours respectfully,"),
        ("Dear Secretary Noem,", "Yours sincerely,"),
        ("Dear Minister", "Yours sincerely,"),
        ("Dear Sir,", "Yours faithfully,"),
        ("Dear Sir or Madam", "Yours faithfully,"),
    ],
)
def test_the_salutation_stays_word_for_word_and_the_close_follows_it(salutation: str, close: str) -> None:
    text = compose(SHARED, salutation=salutation)
    assert (text.salutation, text.close) == (salutation, close)


def test_no_salutation_is_made_up() -> None:
    assert compose(SHARED).salutation == ""


def test_a_copy_is_the_original_word_for_word_under_a_line_that_says_so() -> None:
    original = compose(SHARED, salutation="Dear General,", own_words="I am a baker.", cc=("The embassy",))
    copy = copy_of(original, BLOCK, "en")
    assert copy.copy_of == ("Copy of a letter to", *BLOCK)
    assert copy == replace(original, cc=(), copy_of=copy.copy_of)


def test_a_model_letter_stands_alone() -> None:
    text = compose(SharedText("T", body=("One.", "Two.")), salutation="Dear Judge,")
    assert (text.body, text.lead, text.demands, text.reply) == (("One.", "Two."), "", (), "")


def test_own_words_become_paragraphs() -> None:
    assert compose(SHARED, own_words=" One\n two \n\n\nThree\n").own_words == ("One", "two", "Three")


@pytest.mark.parametrize("nasty", ["{{ 7*7 }}", "{% raise %}", "<b>&amp;</b>", "{# x #}", "{{ ''.__class__ }}"])
def test_values_are_never_read_as_a_template(nasty: str) -> None:
    shared = SharedText(nasty, nasty, nasty, (nasty,))
    text = compose(shared, number=nasty, salutation=nasty, own_words=nasty, cc=(nasty,))
    assert text.subject == f"{nasty} (Urgent Action {nasty})"
    assert (text.salutation, text.case, text.lead) == (nasty, nasty, nasty)
    assert (text.own_words, text.demands, text.cc) == ((nasty,), (nasty,), (nasty,))


def test_a_language_without_a_template_falls_back_on_english() -> None:
    assert compose(SHARED, salutation="Monsieur,", language="xx").close == "Yours sincerely,"


@pytest.mark.parametrize(
    ("template", "reason", "line"),
    [
        ("{% block subject %}{{ nobody }}{% endblock %}", "nobody", 0),
        ("{% block subject %}x{% endblock %}", "block salutation", 0),
        ("\n{% block subject %}", "end of template", 2),
        ("{% block subject %}{{ ''.__class__.__mro__ }}{% endblock %}", "unsafe", 0),
    ],
)
def test_a_spoiled_template_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: str, reason: str, line: int
) -> None:
    (tmp_path / "zz.jinja").write_text(template)
    monkeypatch.setattr(composing, "resource", lambda _name: tmp_path)
    for cached in (composing._environment, composing._template, composing._composed):
        cached.cache_clear()
    try:
        with pytest.raises(WrongTemplateError) as caught:
            compose(SHARED, language="zz")
    finally:
        monkeypatch.undo()
        for cached in (composing._environment, composing._template, composing._composed):
            cached.cache_clear()
    assert (caught.value.language, caught.value.line) == ("zz", line)
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("language", "salutation", "subject", "opening", "close"),
    [
        ("fr", "Excellence,", "Titre (Action urgente 901/25)", "Excellence,", "Avec ma très haute considération,"),
        ("fr", "", "Titre (Action urgente 901/25)", "", "Avec mes salutations respectueuses,"),
        (
            "de",
            "Sehr geehrte Frau Ministerin,",
            "Titre (Urgent Action 901/25)",
            "Sehr geehrte Frau Ministerin,",
            "Mit freundlichen Grüßen",
        ),
        ("de", "Exzellenz,", "Titre (Urgent Action 901/25)", "Exzellenz,", "Hochachtungsvoll"),
        ("es", "Señora Ministra:", "Titre (Acción urgente 901/25)", "Señora Ministra:", "Atentamente,"),
    ],
)
def test_a_letter_is_in_its_own_language(
    language: str, salutation: str, subject: str, opening: str, close: str
) -> None:
    text = compose(SharedText("Titre"), number="901/25", salutation=salutation, language=language)
    assert (text.subject, text.salutation, text.close) == (subject, opening, close)
    copy = copy_of(text, BLOCK, language)
    assert copy.copy_of[0].startswith(("Copi", "Kopie"))
    assert copy.salutation == opening


def test_a_single_demand_makes_one_sentence_with_its_lead() -> None:
    text = compose(SharedText(lead="I urge the army to:", demands=("release her;",)), salutation="Sir,")
    assert (text.lead, text.demands) == ("", ("I urge the army to release her.",))


def test_a_single_demand_that_makes_no_sentence_stays_below_its_lead() -> None:
    text = compose(SharedText(lead="Points to raise:", demands=("Release her",)), salutation="Sir,")
    assert (text.lead, text.demands) == ("Points to raise:", ("Release her",))
