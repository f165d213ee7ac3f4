"""The same case again: what a bulletin that comes is to the desk, proposed and compared before it is stored."""

from dataclasses import replace
from datetime import date

import pytest

from tests.desk.conftest import EMBASSY, FIRST, MINISTER, OUTCOME, UPDATE
from uadesk.desk.bulletins import (
    ImportOutcome,
    NumberTakenError,
    OtherCaseError,
    correct,
    import_draft,
    stored_draft,
)
from uadesk.desk.cases import case_view, close_case, find_case, list_cases
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.recognising import Effect, recognise, with_doubts
from uadesk.desk.source_files import SourceFile
from uadesk.desk.undoing import undo
from uadesk.desk.words import (
    check_sentence,
    difference_lines,
    difference_word,
    effect_sentence,
    outcome_sentence,
    proposal_sentence,
)
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.cases import CaseState
from uadesk.domain.comparing import Part, take_over
from uadesk.domain.numbers import UANumber
from uadesk.domain.same_case import Reason
from uadesk.domain.texts import Text

FRENCH = replace(
    FIRST,
    language="fr",
    title="LIBÉREZ LES GARDIENS",
    text=Text("Première AU"),
    demands=("Libérez-les.",),
    targets=(replace(MINISTER, salutation="Madame la Ministre,"),),
    act_until=date(2025, 9, 9),
)
MOVED = replace(
    MINISTER,
    lines=(*MINISTER.lines[:2], "4 River Road", *MINISTER.lines[3:]),
    address_lines=("4 River Road", *MINISTER.address_lines[1:]),
    email=("minister@example.org",),
)
NO_NUMBER = replace(UPDATE, number=None, index=None, title="New hearing", targets=(), copies=())


def differing(desk: Desk, draft: BulletinDraft) -> list[tuple[Part, tuple[str, ...], tuple[str, ...]]]:
    found = recognise(desk, draft).differences(draft)
    return [(each.part, each.before, each.now) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "FREE the guardians -\nat once, to-\nday!",
        "  Free\tthe Guardians – at once, today!",
        "* Free the “guardians” * at once, to\u00adday",
    ],
)
def test_a_text_is_the_same_in_any_format(desk: Desk, text: str) -> None:
    plain = replace(FIRST, number=None, index=None, text=Text("Free the guardians - at once, today!"))
    first = import_draft(desk, plain, SourceFile("ua.txt", b"1"))
    again = import_draft(desk, replace(plain, text=Text(text)), SourceFile("ua.pdf", b"2"))
    assert (again.outcome, again.bulletin_id) == (ImportOutcome.COPY_KEPT, first.bulletin_id)


@pytest.mark.parametrize("field", ["index", "stage", "issued"])
def test_what_is_missing_never_matches(desk: Desk, case: int, field: str) -> None:
    lacking = replace(FIRST, text=Text("other words"), **{field: None})  # type: ignore[arg-type]  # a field's name
    assert import_draft(desk, lacking).outcome is ImportOutcome.ADDED


def test_a_copy_is_known_though_its_case_got_its_number_by_hand(desk: Desk) -> None:
    unnumbered = replace(FIRST, number=None, index=None)
    stored = import_draft(desk, unnumbered)
    version = stored_draft(desk, stored.bulletin_id).version
    correct(desk, stored.bulletin_id, replace(unnumbered, number=UANumber(25, 34)), version)
    assert import_draft(desk, unnumbered).outcome is ImportOutcome.UNCHANGED


def test_a_language_that_nobody_knows_makes_no_other_bulletin(desk: Desk, case: int) -> None:
    mail = replace(FIRST, language=None, text=Text("forwarded"))
    assert recognise(desk, mail).effect is Effect.COPY
    assert import_draft(desk, mail, SourceFile("mail.eml", b"m")).outcome is ImportOutcome.COPY_KEPT


@pytest.mark.parametrize("issued", [FIRST.issued, date(2025, 3, 28), None])
def test_a_translation_changes_nothing_whenever_it_is_dated(desk: Desk, case: int, issued: date | None) -> None:
    before = case_view(desk, case)
    french = replace(FRENCH, issued=issued)
    assert recognise(desk, french).effect is Effect.TRANSLATION
    imported = import_draft(desk, french)
    assert imported.is_translation
    assert "another language" in outcome_sentence(imported)
    after = case_view(desk, case)
    assert (after.demands, after.targets, after.copies) == (before.demands, before.targets, before.copies)
    assert (after.row.title, after.row.act_until, after.language) == (FIRST.title, FIRST.act_until, "en")


def test_an_older_bulletin_changes_the_history_alone(desk: Desk) -> None:
    case = import_draft(desk, UPDATE).case_id
    before = case_view(desk, case)
    older = replace(FIRST, targets=(MOVED,), act_until=date(2025, 12, 1))
    found = recognise(desk, older)
    assert found.effect is Effect.HISTORY
    assert with_doubts(desk, older, found).checks == ()
    imported = import_draft(desk, older)
    assert imported.only_history
    assert "only the history" in outcome_sentence(imported)
    after = case_view(desk, case)
    assert (after.row.act_until, after.demands, after.targets) == (before.row.act_until, before.demands, before.targets)
    assert [each.stage for each in after.bulletins] == [Stage.FIRST, Stage.UPDATE]


def test_an_older_bulletin_gives_what_later_ones_left_open(desk: Desk) -> None:
    import_draft(desk, replace(UPDATE, targets=(), copies=()))
    assert {part for part, _before, _now in differing(desk, FIRST)} == {Part.ADDRESSEE}


def test_a_later_call_for_letters_reopens_a_closed_case(desk: Desk, case: int) -> None:
    import_draft(desk, OUTCOME)
    again = replace(UPDATE, issued=date(2025, 5, 28))
    assert recognise(desk, again).effect is Effect.REOPENS
    imported = import_draft(desk, again)
    assert not imported.closed
    view = case_view(desk, case)
    assert view.row.state is CaseState.ACTIVE
    assert view.demands == UPDATE.demands


def test_a_later_call_reopens_what_was_closed_by_hand(desk: Desk, case: int) -> None:
    close_case(desk, case, "the office phoned")
    assert not import_draft(desk, replace(UPDATE, issued=date(2025, 6, 2))).closed


def test_an_outcome_tells_beforehand_which_letters_it_stops(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    drafted = draft_letters(desk, case, people)
    found = recognise(desk, OUTCOME)
    assert found.effect is Effect.CLOSES
    codes = {row.code for row in drafted.done}
    assert {row.code for row in found.waiting} == codes
    assert all(code in effect_sentence(found) for code in codes)
    assert found.differences(OUTCOME) == ()
    assert {row.code for row in import_draft(desk, OUTCOME).to_pull} == codes


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"index": FIRST.index}, Reason.SAME_INDEX),
        ({"previous": ("Further information on (AMR 29/0001/2025)",)}, Reason.NAMES_EARLIER),
        ({"previous": ("UA 34/25",)}, Reason.NAMES_EARLIER),
        ({"title": "River guardians are free"}, Reason.TITLE),
        ({"targets": (MINISTER,)}, Reason.ADDRESSEE),
    ],
)
def test_a_case_is_proposed_with_the_reason(desk: Desk, case: int, changes: dict[str, object], reason: Reason) -> None:
    import_draft(desk, replace(FIRST, number=UANumber(25, 40), index="AFR 1/0001/2025", title="Bakers", targets=()))
    draft = replace(NO_NUMBER, **changes)  # type: ignore[arg-type]  # fields of the draft
    found = recognise(desk, draft)
    assert found.effect is Effect.NEW_CASE
    [proposal] = found.proposals
    assert (proposal.case_id, proposal.reason) == (case, reason)
    assert proposal.shared in proposal_sentence(proposal)
    assert "34/25" in proposal_sentence(proposal)


def test_an_earlier_bulletin_is_proposed_by_the_later_one_that_names_it(desk: Desk) -> None:
    case = import_draft(desk, replace(UPDATE, previous=("AMR 29/0001/2025",), targets=())).case_id
    [proposal] = recognise(desk, replace(FIRST, number=None, title=None, targets=())).proposals
    assert (proposal.case_id, proposal.reason) == (case, Reason.NAMED_BY_LATER)


def test_the_surest_proposal_comes_first(desk: Desk, case: int) -> None:
    import_draft(desk, replace(FIRST, number=UANumber(25, 40), index="AMR 29/0009/2025"))
    draft = replace(NO_NUMBER, title=FIRST.title, previous=("AMR 29/0009/2025",))
    assert [each.case for each in recognise(desk, draft).proposals] == ["40/25", "34/25"]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"title": "RIVER GUARDIANS ARE FREE", "country": "Togo", "country_code": "TG"},
        {"index": "AMR 29/0001/202"},
        {"previous": ("AMR 29/0001/2024",)},
        {"stage": Stage.FIRST, "targets": (MINISTER,)},
    ],
)
def test_what_has_nothing_in_common_is_not_proposed(desk: Desk, case: int, changes: dict[str, object]) -> None:
    assert recognise(desk, replace(NO_NUMBER, **changes)).proposals == ()  # type: ignore[arg-type]


def test_nothing_is_silently_put_to_a_case(desk: Desk, case: int) -> None:
    draft = replace(NO_NUMBER, previous=("AMR 29/0001/2025",))
    assert import_draft(desk, draft).outcome is ImportOutcome.NEW_CASE


def test_a_person_says_which_case_it_is_about_and_takes_it_back(desk: Desk, case: int) -> None:
    draft = replace(NO_NUMBER, previous=("AMR 29/0001/2025",))
    assert recognise(desk, draft, case).effect is Effect.CHANGES
    imported = import_draft(desk, draft, SourceFile("update.txt", b"u"), case)
    assert (imported.case_id, imported.outcome) == (case, ImportOutcome.ADDED)
    assert case_view(desk, case).demands == UPDATE.demands
    undo(desk)
    assert case_view(desk, case).demands == FIRST.demands
    assert len(case_view(desk, case).bulletins) == 1


def test_a_chosen_case_knows_its_bulletin_in_another_file(desk: Desk, case: int) -> None:
    mail = replace(FIRST, number=None, text=Text("forwarded"))
    assert recognise(desk, mail, case).effect is Effect.COPY
    assert import_draft(desk, mail, SourceFile("mail.eml", b"m"), case).outcome is ImportOutcome.COPY_KEPT


def test_a_case_without_a_number_takes_that_of_its_update(desk: Desk) -> None:
    case = import_draft(desk, replace(FIRST, number=None)).case_id
    numbered = replace(UPDATE, previous=("AMR 29/0001/2025",))
    [proposal] = recognise(desk, numbered).proposals
    assert proposal.case_id == case
    import_draft(desk, numbered, case_id=case)
    assert find_case(desk, "34/25") == case


def test_a_bulletin_with_another_number_is_not_put_to_a_case(desk: Desk, case: int) -> None:
    other = import_draft(desk, replace(FIRST, number=None, index=None, text=Text("another"))).case_id
    with pytest.raises(OtherCaseError):
        import_draft(desk, replace(UPDATE, number=UANumber(25, 40)), case_id=case)
    with pytest.raises(NumberTakenError):
        import_draft(desk, UPDATE, case_id=other)
    assert len(list_cases(desk)) == 2


def test_old_and_new_stand_side_by_side(desk: Desk, case: int) -> None:
    draft = replace(UPDATE, act_until=date(2025, 8, 1), title="NEW HEARING", targets=(MOVED,), copies=())
    found = recognise(desk, draft).differences(draft)
    assert [each.part for each in found] == [
        Part.TITLE,
        Part.ACT_UNTIL,
        Part.DEMANDS,
        Part.LINES,
        Part.EMAIL,
        Part.ADDRESSEE,
    ]
    assert difference_lines(found[1]) == (("1 July 2025",), ("1 August 2025",))
    assert "12 Palace Square" in found[3].before
    assert "4 River Road" in found[3].now
    assert (found[4].before, found[4].now) == ((), MOVED.email)
    assert (found[5].before, found[5].now) == (EMBASSY.lines, ())
    assert difference_word(found[3]) == "Address of The Honourable Ana Peña"
    assert difference_word(found[5]) == "Copy to: Mr. Luis Mora"


def test_what_an_update_does_not_bring_is_no_difference(desk: Desk, case: int) -> None:
    silent = replace(UPDATE, targets=(), copies=(), title=None, country=None, country_code=None)
    silent = replace(silent, act_until=None, demands=FIRST.demands)
    assert differing(desk, silent) == []


def test_the_same_country_under_another_name_is_no_difference(desk: Desk, case: int) -> None:
    assert Part.COUNTRY not in {part for part, _before, _now in differing(desk, replace(UPDATE, country="COSTA RICA"))}


@pytest.mark.parametrize(
    "part", [Part.TITLE, Part.ACT_UNTIL, Part.DEMANDS, Part.LINES, Part.SALUTATION, Part.EMAIL, Part.ADDRESSEE]
)
def test_what_is_left_stays_as_the_case_has_it(desk: Desk, case: int, part: Part) -> None:
    other = replace(MOVED, salutation="Dear Madam,")
    draft = replace(UPDATE, act_until=date(2025, 8, 1), title="NEW HEARING", targets=(other,), copies=())
    found = recognise(desk, draft)
    assert found.before is not None
    left = [each for each in found.differences(draft) if each.part is part]
    confirmed = take_over(draft, found.before, left)
    assert [each for each in found.differences(confirmed) if each.part is part] == []
    assert len(found.differences(confirmed)) == len(found.differences(draft)) - len(left)
    import_draft(desk, confirmed)
    view = case_view(desk, case)
    expected = {
        Part.TITLE: (view.row.title, FIRST.title),
        Part.ACT_UNTIL: (view.row.act_until, FIRST.act_until),
        Part.DEMANDS: (view.demands, FIRST.demands),
        Part.LINES: (view.targets[0].addressee.lines, MINISTER.lines),
        Part.SALUTATION: (view.targets[0].addressee.salutation, MINISTER.salutation),
        Part.EMAIL: (view.targets[0].addressee.email, MINISTER.email),
        Part.ADDRESSEE: (tuple(each.addressee for each in view.copies), (EMBASSY,)),
    }
    assert expected[part][0] == expected[part][1]


def test_a_new_addressee_that_is_left_is_not_written_to(desk: Desk, case: int) -> None:
    president = replace(MINISTER, lines=("President Li", "1 Palace"), name="President Li", title="President")
    draft = replace(UPDATE, targets=(president, MINISTER))
    found = recognise(desk, draft)
    assert found.before is not None
    [new] = [each for each in found.differences(draft) if each.part is Part.ADDRESSEE]
    assert (new.now, new.path) == (president.lines, "targets[0]")
    assert take_over(draft, found.before, [new]).targets == (MINISTER,)


def test_another_address_of_the_same_office_is_a_doubt(desk: Desk, case: int) -> None:
    draft = replace(FIRST, number=UANumber(25, 50), index="AMR 29/0050/2025", targets=(MOVED,), copies=(EMBASSY,))
    [check] = with_doubts(desk, draft, recognise(desk, draft)).checks
    assert (check.field, check.code) == ("targets[0].lines", "address_differs")
    assert check.data["printed"] == ", ".join(line for line in MOVED.lines if line not in MINISTER.lines)
    assert check.data["stored"] == ", ".join(line for line in MINISTER.lines if line not in MOVED.lines)
    said = check_sentence(check)
    assert all(each in said for each in ("4 River Road", "12 Palace Square", "34/25", "addressee 1"))


def test_a_new_minister_elsewhere_is_a_doubt_on_the_same_case(desk: Desk, case: int) -> None:
    successor = replace(MOVED, lines=("Mr. Ian Roy", *MOVED.lines[1:]), name="Mr. Ian Roy")
    draft = replace(UPDATE, targets=(successor,))
    assert [each.field for each in with_doubts(desk, draft, recognise(desk, draft)).checks] == ["targets[0].lines"]
    elsewhere = replace(draft, number=UANumber(25, 50))
    assert with_doubts(desk, elsewhere, recognise(desk, elsewhere)).checks == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("12 Palace Square, San Rafael", "Costa Rica"),
        ("12 Palace Square", "San Rafael"),
        ("12, PALACE SQUARE", "San Rafael", "COSTA RICA"),
        (),
    ],
)
def test_the_same_address_printed_otherwise_is_no_doubt(desk: Desk, case: int, lines: tuple[str, ...]) -> None:
    printed = replace(MINISTER, lines=(*MINISTER.lines[:2], *lines), address_lines=lines)
    draft = replace(UPDATE, targets=(printed,))
    assert with_doubts(desk, draft, recognise(desk, draft)).checks == ()


def test_the_newest_stored_address_counts(desk: Desk, case: int) -> None:
    import_draft(desk, replace(UPDATE, targets=(MOVED,)))
    draft = replace(FIRST, number=UANumber(25, 50), index="AMR 29/0050/2025", targets=(MOVED,))
    assert with_doubts(desk, draft, recognise(desk, draft)).checks == ()
