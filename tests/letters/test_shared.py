"""What a case's letters share, proposed from its bulletin."""

from dataclasses import replace

import pytest

from uadesk.domain.addresses import Addressee
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.texts import Text
from uadesk.letters.shared import (
    CASE_LENGTH,
    SharedText,
    carried_over,
    case_paragraph,
    is_choice,
    model_body,
    propose,
)

SUMMARY = "Ada Example was taken by soldiers on 3 March. Nobody has seen her since.\n\nHer family waits in Nairobi."


def draft(**values: object) -> BulletinDraft:
    return BulletinDraft(Text(""), language="en", **values)  # type: ignore[arg-type]  # any field may be given


def test_subject_lead_and_demands_come_from_the_bulletin() -> None:
    proposal = propose(
        draft(
            title="TEACHER MISSING",
            demand_lead="urging the army to",
            demands=("Release her", "Tell her family"),
            summary=SUMMARY,
        )
    )
    assert proposal.shared == SharedText(
        "Teacher missing", "", "I urge the army to:", ("release her", "tell her family")
    )
    assert proposal.sure


def test_addressees_show_how_names_in_the_headline_are_written() -> None:
    block = Addressee(("Ms Grace Park", "Governor", "Lagos"), name="Ms Grace Park", title="Governor")
    proposal = propose(draft(title="GRACE PARK MUST FREE THE FISHERS", targets=(block,)))
    assert proposal.shared.subject == "Grace Park must free the fishers"


def test_a_shared_text_is_in_the_language_of_its_bulletin() -> None:
    french = propose(
        BulletinDraft(
            Text(""),
            language="fr",
            title="UNE AVOCATE EMPRISONNEE",
            demand_lead="en lui demandant de",
            demands=("Libérer Ada Exemple", "Abandonner les poursuites"),
        )
    ).shared
    assert french == SharedText(
        "Une avocate emprisonnée", "", "Je vous demande de :", ("libérer Ada Exemple", "abandonner les poursuites")
    )


def test_the_case_is_proposed_but_left_out_until_somebody_looks() -> None:
    proposal = propose(draft(summary=SUMMARY))
    assert proposal.shared.case == ""
    assert proposal.case == " ".join(SUMMARY.split())


def test_a_model_letter_takes_the_place_of_the_demands() -> None:
    letter = "Dear Minister,\n\nAda Example is missing.\n\nI urge you to find her.\n\nYours sincerely,"
    proposal = propose(draft(model_letter=letter, demands=("I urge you to find her.",)))
    assert proposal.shared.body == ("Ada Example is missing.", "I urge you to find her.")
    assert proposal.shared.demands == ()
    assert proposal.shared.lead == ""


def test_a_doubtful_lead_is_told() -> None:
    assert not propose(draft(demand_lead="Points to raise", demands=("Release her",))).sure


def test_the_case_paragraph_stays_short_and_ends_with_a_sentence() -> None:
    summary = " ".join(f"Sentence number {n} tells what happened to her on that day in March." for n in range(30))
    paragraph = case_paragraph(summary)
    assert 300 < len(paragraph) <= CASE_LENGTH
    assert paragraph.endswith("in March.")


def test_what_the_office_says_of_itself_is_not_proposed() -> None:
    summary = "Ada Example is missing. She was taken in March. We demand that she is found. Soon it is May."
    assert case_paragraph(summary) == "Ada Example is missing. She was taken in March."
    assert case_paragraph("Amnesty International has news. She is missing.") == "She is missing."


def test_abbreviations_end_no_sentence() -> None:
    summary = "Dr. A. Example of the U.S. Army hospital treated her." + " She was beaten badly." * 40
    assert case_paragraph(summary).startswith("Dr. A. Example of the U.S. Army hospital treated her. She")
    assert case_paragraph("Mr. B. Example left. " + "X" * CASE_LENGTH) == "Mr. B. Example left."


def test_a_model_letter_loses_its_opening_and_close_only() -> None:
    assert model_body("Your Excellency,\nFirst thing.\nSecond thing.\nRespectfully,\n[Your name]") == (
        "First thing.",
        "Second thing.",
    )
    assert model_body("Sehr geehrte Frau Ministerin,\n\nErstens.\n\nMit freundlichen Grüßen") == ("Erstens.",)
    assert model_body("Madame la Ministre,\n\nD’abord.\n\nVeuillez agréer mes salutations.") == ("D’abord.",)
    assert model_body("Dear Judge, I write to you about her.\n\nPlease answer.") == (
        "I write to you about her.",
        "Please answer.",
    )
    assert model_body("She is missing.\n\nYours is the power to help.\n\nDo so.\n\nSoon.\n\nNow.")[1].startswith(
        "Yours"
    )


BEFORE = SharedText(
    "Free the guardians", "They are in prison.", "I urge you to", ("release them", "return their boats")
)
NOW = SharedText(
    "The guardians are ill", "They are in a clinic.", "I ask you to", ("release them", "let a doctor see them")
)
MODEL = SharedText("The guardians are ill", body=("Please release them.",))


@pytest.mark.parametrize(
    ("own", "now", "carried"),
    [
        (BEFORE, NOW, NOW),
        (replace(BEFORE, demands=BEFORE.demands[1:]), NOW, replace(NOW, demands=NOW.demands[1:])),
        (replace(BEFORE, demands=BEFORE.demands[1:]), replace(NOW, demands=NOW.demands[:1]), None),
        (replace(BEFORE, subject="Mine"), NOW, replace(NOW, subject="Mine")),
        (replace(BEFORE, case="I met them."), MODEL, replace(MODEL, case="I met them.")),
        (replace(BEFORE, demands=("be kind",)), NOW, replace(NOW, lead=BEFORE.lead, demands=("be kind",))),
        (replace(BEFORE, lead="Please"), MODEL, replace(MODEL, lead="Please", demands=BEFORE.demands, body=())),
    ],
)
def test_what_was_typed_stays_and_all_else_follows_the_text_for_all(
    own: SharedText, now: SharedText, carried: SharedText | None
) -> None:
    assert carried_over(own, BEFORE, now) == (carried or now)


def test_only_what_leaves_demands_out_is_a_choice() -> None:
    assert is_choice(replace(BEFORE, demands=BEFORE.demands[:1]), BEFORE)
    assert not is_choice(replace(BEFORE, subject="Mine"), BEFORE)
    assert not is_choice(replace(BEFORE, demands=("be kind",)), BEFORE)
