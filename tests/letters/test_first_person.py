"""Leads of bulletins in the first person."""

import pytest

from uadesk.letters.first_person import FirstPerson, first_person, points


@pytest.mark.parametrize(
    ("lead", "text"),
    [
        ("urging the Trump administration to", "I urge the Trump administration to:"),
        ("Urging the Trump administration to:", "I urge the Trump administration to:"),
        ("calling on the authorities to", "I call on the authorities to:"),
        ("calling upon the Minister of Justice to", "I call upon the Minister of Justice to:"),
        ("asking the court to", "I ask the court to:"),
        ("asking", "I ask you to:"),
        ("urging", "I urge you to:"),
        ("demanding that", "I demand that:"),
        ("insisting that", "I insist that:"),
        ("calling for", "I call for:"),
        ("urging them to", "I urge you to:"),
        ("urging him/her to", "I urge you to:"),
        ("urging her to", "I urge you to:"),
        ("urging them to ensure that", "I urge you to ensure that:"),
        ("appeal to the President to", "I appeal to the President to:"),
        ("urging you to", "I urge you to:"),
        ("calling on him to", "I call on you to:"),
        ("urging the President", "I urge the President to:"),
        ("politely asking the King to", "I ask the King to:"),
        ("Write to the Minister urging that", "I urge that:"),
        ("Please write to the Attorney General, calling on the State of Ohio to:", "I call on the State of Ohio to:"),
        ("Call on the authorities to", "I call on the authorities to:"),
        ("Urge the government to:", "I urge the government to:"),
        ("expressing concern that", "I express concern that:"),
        ("I urge you to", "I urge you to:"),
        (None, "I respectfully urge you to:"),
        ("  ", "I respectfully urge you to:"),
    ],
)
def test_what_can_be_turned_is_turned_and_keeps_its_object(lead: str | None, text: str) -> None:
    assert first_person(lead, "en") == FirstPerson(text, sure=True)


@pytest.mark.parametrize(
    "lead",
    [
        "Please write immediately in Arabic or your own language",
        "urging the court to free her and calling on the police to",
        "that the authorities",
        "Points to raise",
    ],
)
def test_what_cannot_be_turned_for_certain_is_given_as_printed_and_doubted(lead: str) -> None:
    assert first_person(lead, "en") == FirstPerson(f"{lead}:", sure=False)


def test_a_language_without_grammar_is_given_as_printed_and_doubted() -> None:
    assert first_person("fordern Sie die Behörden auf", "de") == FirstPerson("fordern Sie die Behörden auf", sure=False)


@pytest.mark.parametrize(
    ("lead", "language", "text"),
    [
        ("demandant aux autorités de", "fr", "Je demande aux autorités de :"),
        ("priez instamment la ministre de", "fr", "Je prie instamment la ministre de :"),
        ("en les exhortant à", "fr", "Je vous exhorte à :"),
        ("instando a las autoridades a", "es", "Insto a las autoridades a:"),
        ("pidiéndole que", "es", "Le pido que:"),
        ("pidiendo que", "es", "Pido que:"),
    ],
)
def test_french_and_spanish_are_turned_by_their_own_rules(lead: str, language: str, text: str) -> None:
    assert first_person(lead, language) == FirstPerson(text, sure=True)


def test_demands_after_to_start_small_where_they_are_plain_verbs() -> None:
    turned = points("urging the Trump administration to", ["Return those who were taken", "Halt all flights"], "en")
    assert turned.lead == "I urge the Trump administration to:"
    assert turned.demands == ("return those who were taken", "halt all flights")
    assert turned.sure


def test_names_and_abbreviations_keep_their_capitals_and_are_doubted() -> None:
    turned = points("urging the ministry to", ["ICE must open its doors", "Release Ada Example"], "en")
    assert turned.demands == ("ICE must open its doors", "release Ada Example")
    assert not turned.sure


def test_demands_after_that_stay_as_they_are() -> None:
    turned = points("urging that", ["Ada Example is released at once", "the camp is closed"], "en")
    assert (turned.lead, turned.demands) == ("I urge that:", ("Ada Example is released at once", "the camp is closed"))


def test_plain_verbs_without_a_lead_get_one() -> None:
    turned = points(None, ["Release her at once;", "Ensure a fair trial."], "en")
    assert turned.lead == "I respectfully urge you to:"
    assert turned.demands == ("release her at once;", "ensure a fair trial.")
    assert turned.sure


def test_participles_without_a_lead_become_what_the_writer_does() -> None:
    demands = [
        "Urging the authorities to release him;",
        "Calling for an inquiry;",
        "Expressing concern for his health.",
    ]
    turned = points("Please write immediately in English", demands, "en")
    assert turned.lead == "I am writing to:"
    assert turned.demands == (
        "urge the authorities to release him;",
        "call for an inquiry;",
        "express concern for his health.",
    )
    assert turned.sure


def test_sentences_of_a_model_letter_need_no_lead() -> None:
    turned = points(None, ["I urge you to release her.", "Please tell me what was done."], "en")
    assert (turned.lead, turned.sure) == ("", True)


def test_a_mixture_gets_an_open_lead_and_is_doubted() -> None:
    turned = points(None, ["Release her.", "The court should hear her."], "en")
    assert turned.lead == "I respectfully ask for the following:"
    assert turned.demands == ("Release her.", "The court should hear her.")
    assert not turned.sure


def test_nothing_asked_needs_no_lead() -> None:
    assert points("urging the court to", [], "en").lead == ""


def test_all_demands_under_one_to_begin_alike() -> None:
    demands = ("Take him to a hospital.", "Let him see a doctor.", "Gladden his family.", "UN experts be let in.")
    turned = points("urging the authorities to", demands, "en")
    assert [text[:3] for text in turned.demands] == ["tak", "let", "gla", "UN "]
